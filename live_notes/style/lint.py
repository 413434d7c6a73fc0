"""What may not be in a rule. Whatever is learned, typed or read from a file passes here. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from live_notes.drafting.language.numbers import given_numbers
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import STOP_WORDS
from live_notes.drafting.risk.mentions import kinds_in
from live_notes.style.abbreviations import SHORT, stands_for
from live_notes.style.limits import MOST_HEADING_WORDS, MOST_PHRASE_WORDS, MOST_SENTENCE_WORDS
from live_notes.style.vocabulary import CLIENT_WORDS, CLINICIAN_WORDS, FRAME, KEPT_APART, MATTER, SAYING
from live_notes.style.words import keys_of


class Objection(StrEnum):
    """Why a rule is refused."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    SAME = "changes-nothing"
    WORD = "word-not-allowed"
    NAME = "name"
    NUMBER = "number"
    NEGATION = "negation"
    RISK = "risk"
    PRONOUN = "pronoun"
    SPEAKER = "changes-who-speaks"
    CAPITALS = "unknown-abbreviation"
    MARKS = "marks-not-allowed"
    GENERAL = "too-general"


_MARKS = frozenset("'’-/., ")
_HEADING_MARKS = frozenset("'’-/.,& ")


def objection_to_wording(before: str, after: str, names: Collection[str] = ()) -> Objection | None:
    """Why "writes `after` for `before`" may be no rule; None when it may.

    `names`: words that are names in the session it was seen in, in small letters.
    """
    old, new = keys_of(before), keys_of(after)
    objection = _form(before, after, old, new)
    if objection is not None:
        return objection
    if stands_for(after, before) or stands_for(before, after):
        return _named([*old, *new], names)
    return _objection([*old, *new], FRAME, names) or _capitals(before, after) or _speaker(old, new)


def _form(before: str, after: str, old: Sequence[str], new: Sequence[str]) -> Objection | None:
    """What is wrong with a wording whatever its words mean."""
    marks = {mark for mark in before + after if not mark.isalpha()}
    wrong = (
        (Objection.EMPTY, not old),
        (Objection.TOO_LONG, max(len(old), len(new)) > MOST_PHRASE_WORDS),
        (Objection.SAME, bool(old) and (old == new or _holds(new, old))),
        (Objection.GENERAL, all(word in STOP_WORDS or word == "'s" for word in old)),
        (Objection.MARKS, not marks <= _MARKS),
    )
    return next((objection for objection, holds in wrong if holds), None)


def objection_to_sentence(text: str, names: Collection[str] = ()) -> Objection | None:
    """Why a sentence may not be added to notes; None when it may."""
    return _whole(text, MOST_SENTENCE_WORDS, names, _MARKS)


def objection_to_heading(text: str, names: Collection[str] = ()) -> Objection | None:
    """Why a heading may not be learned; None when it may."""
    return _whole(text, MOST_HEADING_WORDS, names, _HEADING_MARKS)


def _whole(text: str, most: int, names: Collection[str], marks: Collection[str]) -> Objection | None:
    words = keys_of(text)
    if not words:
        return Objection.EMPTY
    if len(words) > most:
        return Objection.TOO_LONG
    if any(not mark.isalpha() and not mark.isdigit() and mark not in marks for mark in text):
        return Objection.MARKS
    if kinds_in(text):
        return Objection.RISK
    return _objection(words, MATTER, names)


def _objection(words: Sequence[str], allowed: Collection[str], names: Collection[str]) -> Objection | None:
    text = " ".join(words)
    if any(mark.isdigit() for mark in text) or given_numbers(text):
        return Objection.NUMBER
    if any(map(is_negation, words)):
        return Objection.NEGATION
    if kinds_in(text):
        return Objection.RISK
    if not KEPT_APART.isdisjoint(words):
        return Objection.PRONOUN
    if any(word not in allowed and word != "'s" and word not in SHORT for word in words):
        return Objection.WORD
    return _named(words, names)


def _named(words: Sequence[str], names: Collection[str]) -> Objection | None:
    return Objection.NAME if any(word in names for word in words) else None


def _capitals(before: str, after: str) -> Objection | None:
    """Short forms only where they stand for the other side: "therapy" never becomes "CBT"."""
    for text in (before, after):
        for key in keys_of(text):
            if key in SHORT and key not in FRAME and key not in CLIENT_WORDS:
                return Objection.CAPITALS
    return None


def _speaker(old: Sequence[str], new: Sequence[str]) -> Objection | None:
    """Whose words they are must stay clear, and that they are words and not facts."""
    was, now = set(old), set(new)
    if not now and was <= CLIENT_WORDS | CLINICIAN_WORDS:
        return Objection.SPEAKER
    if was & CLIENT_WORDS and now & CLINICIAN_WORDS and not now & CLIENT_WORDS:
        return Objection.SPEAKER
    if was & CLINICIAN_WORDS and now and not now & CLINICIAN_WORDS:
        return Objection.SPEAKER
    if now & (CLIENT_WORDS | CLINICIAN_WORDS) and not was & (CLIENT_WORDS | CLINICIAN_WORDS):
        return Objection.SPEAKER
    if was & SAYING and not now & SAYING and not was & CLINICIAN_WORDS:
        return Objection.SPEAKER
    return None


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether a phrase stands within these words: such a rule would apply again and again."""
    size = len(phrase)
    return any(tuple(words[at : at + size]) == tuple(phrase) for at in range(len(words) - size + 1))
