"""The tense of the verbs of saying: "reported" and "reports". Nothing else of a sentence is touched."""

from __future__ import annotations

from dataclasses import replace

from live_notes.style.rules import Tense
from live_notes.style.vocabulary import CLIENT_WORDS, CLINICIAN_WORDS
from live_notes.style.words import Word, Worded

_PRESENT = {
    "acknowledged": "acknowledges", "agreed": "agrees", "answered": "answers", "asserted": "asserts",
    "clarified": "clarifies", "confirmed": "confirms", "denied": "denies", "described": "describes",
    "disclosed": "discloses", "discussed": "discusses", "emphasized": "emphasizes", "endorsed": "endorses",
    "assessed": "assesses", "reflected": "reflects",
    "explained": "explains", "expressed": "expresses", "formulated": "formulates", "identified": "identifies",
    "indicated": "indicates", "mentioned": "mentions", "noted": "notes", "observed": "observes",
    "offered": "offers", "recalled": "recalls", "recommended": "recommends", "reported": "reports",
    "said": "says", "shared": "shares", "stated": "states", "suggested": "suggests",
    "validated": "validates", "verbalized": "verbalizes", "voiced": "voices",
}  # fmt: skip
_PAST = {present: past for past, present in _PRESENT.items()}
_FORMS = {Tense.PRESENT: _PRESENT, Tense.PAST: _PAST}
_SINGULAR = frozenset({*CLIENT_WORDS, *CLINICIAN_WORDS} - {"clients", "patients", "individuals", "pts"})
_REACH = 4
"""Words from the beginning of the main clause within which its verb of saying stands."""


def in_tense(text: Worded, tense: Tense) -> Worded:
    """The text with its first verb of saying in this tense; as it is where that is not certain."""
    at = verb_at(text)
    if at is None or text.words[at].key not in _FORMS[tense]:
        return text
    words = list(text.words)
    verb = words[at]
    other = _FORMS[tense][verb.key]
    words[at] = replace(verb, text=other.capitalize() if verb.text[:1].isupper() else other)
    return Worded(tuple(words), text.tail)


def tense_of(text: Worded) -> Tense | None:
    """The tense of the first verb of saying; None where there is none."""
    at = verb_at(text)
    if at is None:
        return None
    return Tense.PAST if text.words[at].key in _PRESENT else Tense.PRESENT


def verb_at(text: Worded) -> int | None:
    """Where the main clause's verb of saying stands: behind one person, or at the very beginning."""
    words, start = text.words, 0
    if words and words[0].key in {"when", "asked"}:
        start = next(
            (at for at, word in enumerate(words) if at and "," in word.gap and not word.quoted), len(words)
        )
    for at in range(start, min(len(words), start + _REACH)):
        if words[at].quoted:
            return None
        if words[at].key in _PRESENT or words[at].key in _PAST:
            return at if _one_says(words[start:at]) else None
    return None


def _one_says(subject: tuple[Word, ...]) -> bool:
    """Whether the words before the verb are one person, by role, or nobody."""
    if not subject:
        return True
    joined = any(word.key == "and" or word.gap.strip() for word in subject[1:])
    return not joined and any(word.key in _SINGULAR for word in subject)
