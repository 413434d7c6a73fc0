"""What a target is set up with in EMDR, as fields of a record: 'Positive cognition: "I did my best."'.

A question of the standard protocol asks for one of them; where it could ask for another, it keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.emdr import phase_words as asks
from live_notes.drafting.embedded.emdr.phases import begins_a_set
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.numbers import plain_number

_LABELS = {
    asks.IMAGE: "Target image",
    asks.NEGATIVE: "Negative cognition",
    asks.PREFERRED: "Positive cognition",
    asks.TRUE: "VOC",
    asks.EMOTION: "Emotions",
    asks.DISTURBING: "SUD",
    asks.BODY: "Body location",
}
_WORST, _FIRST = "Worst part of the target", " first answered: "
_ENDS = re.compile(r"(?<=[.?!])\s+")
_IN_MIND = re.compile(
    r"^(?:(?:and|so|now|okay|then)[, ]+)*(?:when|as|if|while) you (?:bring|think|look|see|hold|focus"
    r"|go back|picture"
    r"|imagine|recall|remember)\b[^,?]*(?:, (?:and|with) [^,?]*)?, "
    r"|^(?:(?:and|so|now|okay|then)[, ]+)*(?:looking at|thinking of|thinking about|bringing up|holding"
    r"|with) (?:that |the |this )[^,?]*, |, (?:when|as) you (?:bring|think|look|see|hold)\b[^?]*",
    re.IGNORECASE,
)
"""What is held in mind meanwhile: it asks for nothing."""
_OF_WORDS_GIVEN = re.compile(
    r"\b(?:still|any ?more|better|stronger|changed?|different|next|last (?:time|week|session)|before"
    r"|already"
    r"|instead of|those (?:words|beliefs)|did you|have you|do they|does (?:it|that))\b",
    re.IGNORECASE,
)
_WHAT_WORDS = re.compile(
    r"\b(?:what(?:'s| is| are)?|which)(?: the)? (?:negative |bad )?(?:words?|beliefs?|thoughts?|idea)\b"
    r"|\bnegative\b"
    r"|\bbelie(?:f|ve)\b",
    re.IGNORECASE,
)
_BELIEVES = re.compile(
    r"\b(?:what|which)\b.*\b(?:believe|think|say|know|belief|cognition|thought|words)\b", re.I
)
_WOULD_RATHER = re.compile(r"\b(?:rather|prefer|like to|want to) (?:\w+ )?(?:believe|think)\b", re.IGNORECASE)
_A_PICTURE = re.compile(
    r"\b(?:picture|image|scene|snapshot|photo(?:graph)?|freeze[- ]?frame|still)\b", re.IGNORECASE
)
_OF_WHAT_IS_LEFT = re.compile(
    r"\b(?:left(?! (?:arm|hand|leg|side|shoulder|eye|ear))|remain\w*|still (?:there|here|bad|hard))\b",
    re.IGNORECASE,
)
_OF_THE_REST = re.compile(
    r"\b(?:today|currently|at the moment|at present|these days"
    r"|(?:the|this|your|last) (?:past )?(?:day|week|weekend|month|fortnight)|session"
    r"|about (?:being|having))\b",
    re.IGNORECASE,
)
"""Asks for the worst of what is there by now, or of something else than the target."""
_OF_SEVEN, _OF_TEN = (
    re.compile(r"\bseven\b|\b7\b", re.IGNORECASE),
    re.compile(r"\bten\b|\b10\b", re.IGNORECASE),
)
_ONE_NUMBER = re.compile(
    r"(?:(?:about|maybe|it's|it's a|a|an)[, ]+)*(?P<number>[a-z]+|\d{1,2})\.?"
    r"(?:,? (?:it's |yeah,? )?(?:an? )?(?P=number)\.?)?",
    re.IGNORECASE,
)
_SCALES = {asks.TRUE: (_OF_SEVEN, 7, 1), asks.DISTURBING: (_OF_TEN, 10, 0)}


def field_of(question: str) -> str:
    """What of the target a question asks for; empty where it asks for none, or may ask for more than one."""
    words = question.replace("’", "'")
    plain = _IN_MIND.sub("", words).rstrip(" ?.")
    found = [item for item, form in asks.SET_UP if form.search(plain)]
    if asks.TRUE in found:
        return asks.TRUE if set(found) <= {asks.TRUE, asks.NEGATIVE, asks.PREFERRED} else ""
    if set(found) == {asks.NEGATIVE, asks.PREFERRED} and _WOULD_RATHER.search(plain):
        found = [asks.PREFERRED]
    if len(found) != 1 or (
        _OF_WORDS_GIVEN.search(plain) and found[0] in {asks.NEGATIVE, asks.PREFERRED, asks.IMAGE}
    ):
        return ""
    item = found[0]
    return item if _is_clear(item, plain) else ""


def _is_clear(item: str, asked: str) -> bool:
    """Whether a question that may ask for something of the target asks for nothing else."""
    if item == asks.IMAGE:
        other = _OF_THE_REST.search(asked) and not _A_PICTURE.search(asked)
        return not other and not _OF_WHAT_IS_LEFT.search(asked)
    needed = {asks.NEGATIVE: _WHAT_WORDS, asks.PREFERRED: _BELIEVES}.get(item)
    return needed is None or needed.search(asked) is not None


def fields_shown(text: str, spoken: str) -> str:
    """The names of the fields in a sentence for which the clinician's words ask; else nothing."""
    named = [label for label in (*_LABELS.values(), _WORST) if f"{label}: " in text]
    if not named:
        return ""
    asked = {item for question in _ENDS.split(spoken) if (item := field_of(question))}
    shown = {label for item, label in _LABELS.items() if item in asked}
    if asks.IMAGE in asked:
        shown.add(_WORST)
    return " ".join((*(label for label in named if label in shown), "first" if _FIRST in text else ""))


def told_as_field(question: str, answer: str, who: str, *, goes_on: bool) -> str | None:
    """A question and its quoted answer as a field; None where it is not sure which.

    `answer` is without marks; `who` answered; `goes_on`: the clinician asked on, so that this may not be the
    last word.
    """
    item = field_of(question)
    if not item:
        return None
    label = _LABELS[item]
    if item == asks.IMAGE and not _A_PICTURE.search(question):
        label = _WORST
    if goes_on and item in _SETTLED_ON:
        return f'{label}: {who}{_FIRST}"{answer}"'
    scale = _SCALES.get(item)
    if scale is not None:
        rated = _rated(question, answer, *scale)
        if rated is not None:
            return f"{label}: {rated}."
    return f'{label}: "{answer}"'


_SETTLED_ON = frozenset((asks.NEGATIVE, asks.PREFERRED, asks.TRUE, asks.DISTURBING))
"""What is looked for in several answers."""


def _rated(question: str, answer: str, ends: re.Pattern[str], most: int, least: int) -> str | None:
    """One plain number on its scale: "2 of 7"; None where the answer says more, or no scale was named."""
    said = _ONE_NUMBER.fullmatch(answer.strip())
    value = None if said is None else plain_number(said["number"].lower())
    if said is not None and value is None and said["number"].isdigit():
        value = int(said["number"])
    if value is None or value != int(value) or not least <= value <= most or not ends.search(question):
        return None
    return f"{int(value)} of {most}"


def is_emdr(units: Sequence[Unit]) -> bool:
    """Whether sets of stimulation were done, so that the protocol's questions mean what they say."""
    return any(begins_a_set(unit) for unit in units)
