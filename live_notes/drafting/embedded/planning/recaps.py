"""What a clinician only says again, points the way with, or leads a question in with: no step and no finding.

"In the summer you'd have rung them, on Thursday you finished" tells over what was heard; "there's a good one
on the corner" is about the coffee; "some people begin to think ... has that come to you?" is the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import tokens
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_LEAD = r"^(?:(?:so|and|but|okay|right|well|now|mm|mhm|yeah|yes|then)[,. ]+)*"
_TOLD_OVER = AnyCase(
    rf"{_LEAD}(?:(?:in|on|at|last|back|before|this time|that time|a (?:year|month"
    rf"|week) ago)\b[^,]{{0,24}},? )?"
    r"you(?:'d| would)(?: have|'ve)? (?!like|love|prefer|rather|be|need|want|better|have to|go|have a\b)\w+"
    r"[^.?]*\b(?:you (?:\w+ed|went|did|got|came|rang|stayed|kept|sat|took|told|let|held|were)|this time)\b"
    rf"|{_LEAD}(?:there(?:'s| is| was)|that(?:'s| is)) (?:something|a lot|plenty"
    rf"|more)(?: \w+){{0,2}} in (?:that|it"
    r"|this|there)\b|\bwe (?:might|may|could|can|should|'ll|will) (?:well )?come back to(?: (?:that|it"
    r"|this))?\W*$"
    rf"|{_LEAD}(?:i (?:wonder|see|hear|gather) )?(?:it )?(?:sounds|seems) like (?:that|you"
    rf"|it)\b[^.]*\bback then\b"
)
"""Tells over what was, or what might be taken up."""
_TO_COME = AnyCase(
    rf"\b(?:next (?:time|week|session)|tomorrow|tonight|this week|{OFTEN}|before we meet|homework"
    r"|keep (?:doing|going|up)|please|i'd like you to|i want you to|let's|we'll|i'll)\b"
)
_DAY = re.compile(WEEKDAY, re.IGNORECASE)
_POINTS_THE_WAY = AnyCase(
    r"\b(?:on|round|around|at) the corner\b|\b(?:down|up|along|across) the (?:road|street|hall|hallway"
    r"|corridor"
    r"|stairs|way)\b|\b(?:first|second|next) (?:door|left|right)\b|\bon your (?:left|right)\b"
    r"|\bthe (?:loo|toilets?|bathroom|kettle|waiting room|lift|elevator|car park|parking) (?:is|are|'s)\b"
)
_A_FIGURE_OF_SPEECH = AnyCase(
    rf"{_LEAD}there(?:'s| is| was) (?:the|a|an|another|this|that|some|one) (?:\w+ ){{0,2}}(?:man|woman"
    rf"|boy|girl"
    r"|child|person|part|side|voice|you|one|bit) (?:who|that|which|of you)\b"
)
_OF_THAT = AnyCase(
    r"^(?:(?:and|so|is|but)[, ]+)*(?:has|have|had|is|was|are|does|do|did|would|could|any|how about"
    r"|what about)\b"
    r".{0,24}\b(?:that|this|it|those|any of (?:that|it|those)|like that|one of them|familiar|for you"
    r"|to you)\b"
)
_WITHOUT_A_CLAUSE = AnyCase(
    rf"{_LEAD}(?:with|given|after|considering|seeing as|what with|because of|on top of|in the middle of"
    rf"|between|amid|besides"
    rf"|apart from)\b(?![^?]*\b(?:i'll|i'd|i want|you'll|we'll|let's|you should|please|(?:i|we|you|they"
    rf"|he|she|it)"
    rf"(?:'m|'re|'s| am| is| are| was| were| will| would| can| could| should| need| have| has| had))\b)[^?]+$"
)
"""What a question is asked with, said as a sentence of its own."""
_MOST_OF_A_POINTER, _SHARE_AGAIN, _LEAST_AGAIN, _REACH = 10, 0.75, 4, 12
_ELLIPSIS = re.compile(
    r"\b(?:that|if|whether|as|than) (?:i|you|he|she|they|we|it) (?:do|does|did|am|are|is|was|were|would"
    r"|can|could"
    r"|have|has|had|will|might)\W*$",
    re.IGNORECASE,
)
_PLAIN_VERBS = BASE - {
    "work",
    "sleep",
    "drink",
    "walk",
    "call",
    "talk",
    "rest",
    "step",
    "change",
    "help",
    "stress",
}


def only_says_again(units: Sequence[Unit], unit: Unit, kind: Kind | None) -> bool:
    """Whether a clinician's sentence that was taken for a step, a finding or teaching is none."""
    words = unit.words
    if kind is Kind.PLAN:
        again = _tells_over(words) or _echoes(units, unit) or _is_a_beginning(units, unit)
        of_else = _sums_up_what_was(units, unit) or _OF_ANOTHER.match(words) is not None
        return (again or of_else) and not RISK_WORDS.search(words)
    if kind is None or (kind is not Kind.INTERVENTION and RISK_WORDS.search(words)):
        return False
    if kind is Kind.OBSERVATION:
        return bool(_POINTS_THE_WAY.search(words) or _A_FIGURE_OF_SPEECH.search(words))
    return kind is Kind.INTERVENTION and _leads_in(units, unit)


def leaves_its_verb(words: str) -> bool:
    """Whether a sentence ends with a verb that stands for one said before it: "afraid that I do"."""
    return _ELLIPSIS.search(words) is not None


def _tells_over(words: str) -> bool:
    low = words.lower()
    if not (
        "come back" in low or "back then" in low or " in " in low or "you'd" in low or "you would" in low
    ):
        return False
    return bool(_TOLD_OVER.search(words)) and not _TO_COME.search(words)


def _echoes(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether words without a verb, and without a time to come, only name what the client just told."""
    after = units[unit.index + 1 : unit.index + 4]
    asks = any(one.question and one.turn == unit.turn for one in after)
    if unit.question or not asks or any(word.lower() in _PLAIN_VERBS for word in tokens(unit.words)):
        return False
    if _TO_COME.search(unit.words) or _DAY.search(unit.words):
        return False
    said = set(unit.stems)
    if len(said) < _LEAST_AGAIN:
        return False
    before = (one for one in units[max(0, unit.index - _REACH) : unit.index])
    heard = {s for one in before if one.speaking is Speaking.CLIENT for s in one.stems}
    return len(said & heard) >= _SHARE_AGAIN * len(said)


def _sums_up_what_was(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether words without a subject or a time to come count up what the client answered of what was."""
    if (
        unit.question
        or _TO_COME.search(unit.words)
        or _DAY.search(unit.words)
        or _SAYS_WHO.search(unit.words)
    ):
        return False
    near = [one for one in units[max(0, unit.index - _REACH) : unit.index] if not one.backchannel]
    heard = {stem for one in near if one.turn == unit.turn - 1 for stem in one.stems}
    asked = next((one for one in reversed(near) if one.turn == unit.turn - 2), None)
    if asked is None or not asked.question or not _OF_WHAT_WAS.search(asked.words):
        return False
    return len(set(unit.stems) & heard) >= _LEAST_SAME


_LEAST_SAME = 2
_SAYS_WHO = AnyCase(r"\b(?:i|you|we|let's|please|your)\b(?! (?:said|were|did|had)\b)")
_OF_WHAT_WAS = AnyCase(
    r"\b(?:did|was|were|had|when (?:do|does|did)|what (?:sets|set|makes|made|triggers?|brings|brought)"
    r"|noticed?"
    r"|see in|saw|find|found|happens|happened|before you)\b"
)
"""Asks of what was, or of what happens."""
_OF_ANOTHER = AnyCase(
    rf"{_LEAD}(?:he|she|they)(?:'s|'ve|'re|'ll| has| have| is| are| will| had| was)\b"
    r"(?!.*\b(?:i|you|we|us|me|your|my|our)\b)"
)
"""Tells what another person has or does: no step of the client's or the clinician's."""


def _is_a_beginning(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether words without a clause only begin the question behind them: "with all that. Do you ..."."""
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    asks = after is not None and after.question and after.turn == unit.turn
    return asks and not unit.question and _WITHOUT_A_CLAUSE.match(unit.words) is not None


def _leads_in(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a sentence is there for the short question right behind it, which asks of it."""
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    if after is None or unit.question or not after.question or after.turn != unit.turn:
        return False
    return after.length <= _MOST_OF_A_POINTER and _OF_THAT.match(after.words) is not None
