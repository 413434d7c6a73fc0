"""What answers a question, and whether it goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.asking.bare_questions import carries_nothing, goes_on_with
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import asks_of_it
from live_notes.drafting.embedded.selecting.remarks import is_remark
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

MOST_SHORT_ANSWER_WORDS = 9
_ANSWER_TURNS = 2
_COMMON_STEMS = frozenset(content_stems("think thoughts feel feeling day days week time happen work"))
_MOST_ASKED_BACK_WORDS = 7
_LEAST_MATTER, _LEAST_TOLD = 2, 3
_MOST_MATTER_WORDS = 25
_MOST_ECHOED = 3
_LEADS_IN = re.compile(
    r"^(?:(?:okay|ok|so|well|now|and|all right|alright|right|great)[,.]? )*(?:(?:hi|hello"
    r"|hey)(?:,? \w+){0,2}"
    r"|(?:please )?(?:come (?:on )?in|(?:have|take|grab) a seat|sit down|make yourself comfortable)"
    r"(?:,? (?:and )?(?:please )?(?:have|take|grab) a seat)?"
    r"|(?:it's |it is )?(?:so )?(?:good|nice|great|lovely) to (?:see|have|meet) you(?: \w+){0,2}"
    r"|(?:thanks|thank you) for (?:coming|being here|joining|making)(?: \w+){0,4}"
    r"|(?:i'm going to|i am going to|i'll|i want to|i have to|i need to|i'd like to|let me"
    r"|i(?: also| always)?) (?:just )?ask(?: you)?(?: (?:what|this|these|that|something|about this|some"
    r"|a few|a couple)\b.*)?"
    r"|(?:i'll|i will|let me|i'm going to) (?:just )?(?:put|write|note|mark|jot|pop|record|score)\b.*"
    r"|i (?:have|'ve got) (?:a|one|another|some|a few|a couple of) (?:more )?questions?(?: for you)?)\W*$",
    re.IGNORECASE,
)
"""What only leads to a question and is no matter of it: "have a seat", "I ask everyone this"."""
_OF_THAT = re.compile(r"\b(?:about|of|into) (?:that|this|it|those|them)\b", re.IGNORECASE)
_LIKE_THAT = re.compile(
    r"(?:(?:and|so|but|okay)[, ]+)*(?:do|did|have|are|is|has) (?:you|ye|he|she|they)"
    r"(?: (?:ever|been|had|having|have|get|gotten|got|getting|any|now|still|some))*"
    r" (?:thoughts?|feelings?|urges?|times?|moments?|days?|dreams?) like (?:that|this|those)\b",
    re.IGNORECASE,
)
"""Asks for what is like something that its speaker has just named."""
_MOST_ADDED = 8
_ADDED = re.compile(
    r"(?:(?:and|or) )?(?:any (?!thoughts?|chance|idea|luck|reason)|even |maybe |or |either |just |not )?"
    r"(?!(?:and|or|but|so|what|how|when|where|who|whom|why|which|whose|is|are|was|were|do|does|did|have"
    r"|has|had|can"
    r"|could|will|would|should|shall|may|am|you|your|the|how's|what's|okay|ok|yes|yeah|no|right|sure"
    r"|ready|really"
    r"|today|now|then|since|out of|on a|nought|zero|one|home|sleep|appetite|mood)\b)"
    r"[\w'-]+(?:,? (?!is\b|are\b|was\b|were\b|do\b|did\b|you\b|would\b|could\b|have\b|has\b)[\w'-]+){0,7}\?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:and |or )?(?:even|or|either|maybe|not) \w", re.IGNORECASE)
_ASKS_FOR_ANY = re.compile(r"\b(?:any|anything|anyone|anybody|ever)\b", re.IGNORECASE)
_SOUNDS = re.compile(
    r"^(?:um+|uh+|er+m?|hm+|mm+|mm-?hm+|mhm|oh+|ah+|well|so|ohh|let's see|let me (?:see|think))\W*$",
    re.IGNORECASE,
)


def answer_to(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The other side's first words after a unit that ends its turn, past a sound or an echo of it."""
    following = (u for u in units[unit.index + 1 :] if not u.within)
    first = next((u for u in following if u.speaking is Speaking.CLIENT or not u.backchannel), None)
    if first is None or first.speaking is not Speaking.CLIENT or first.turn - unit.turn > _ANSWER_TURNS:
        return None
    if not _is_echo(first, unit):
        return first
    rest = takewhile(
        lambda u: u.speaking is Speaking.CLIENT and u.turn == first.turn, units[first.index + 1 :]
    )
    after = next((u for u in rest if not _is_echo(u, unit)), None)
    if after is None:
        return first
    return after if read_answer(after.exact) in {Answer.YES, Answer.NO} else None


def with_its_matter(units: Sequence[Unit], question: Unit) -> Unit:
    """A question that points back, with what its speaker had just said: "... Has that happened since?"."""
    before = units[question.index - 1] if question.index else None
    if before is None or before.turn != question.turn:
        return question
    if before.question and _only_adds(before, question) and before.length <= _MOST_MATTER_WORDS:
        return _with_what_led(before, question)
    of_risk = _OF_THAT.search(question.words) and before.risk_in_words
    bare = carries_nothing(question.words)
    like_that = _LIKE_THAT.match(question.words) is not None
    if not of_risk and not bare and not asks_of_it(question.words) and not like_that:
        return question
    least = 1 if bare or like_that else _LEAST_MATTER
    matter = len(before.stems) >= least and before.length >= _LEAST_TOLD
    if not matter or before.length > _MOST_MATTER_WORDS:
        return question
    if before.question or _LEADS_IN.match(before.words) or is_remark(before.words):
        return question
    return _with_what_led(before, question)


def _only_adds(before: Unit, question: Unit) -> bool:
    """Whether a question without a verb only adds to the one before: "Any ibuprofen? Any water pills?"."""
    if goes_on_with(before.words, question.words):
        return True
    if question.length > _MOST_ADDED or _ADDED.match(question.words) is None:
        return False
    return bool(
        _GOES_ON.match(question.words) or _ASKS_FOR_ANY.search(before.words) or _ADDED.match(before.words)
    )


def _with_what_led(before: Unit, question: Unit) -> Unit:
    return replace(
        question,
        words=f"{before.words} {question.words}",
        exact=f"{before.exact} {question.exact}",
        evidence=tuple(dict.fromkeys((*before.evidence, *question.evidence))),
    )


def rest_of_answer(units: Sequence[Unit], answer: Unit) -> str:
    """What the client went on to say after the first words of an answer, in their very words."""
    rest = takewhile(lambda unit: unit.turn == answer.turn or unit.backchannel, units[answer.index + 1 :])
    return " ".join(unit.exact for unit in rest if unit.speaker == answer.speaker)


def _is_echo(answer: Unit, question: Unit) -> bool:
    """Whether the first words of an answer only sound, or say again what was asked ("allergies? no")."""
    if _SOUNDS.match(answer.exact.strip()):
        return True
    if read_answer(answer.exact) in {Answer.YES, Answer.NO} or is_clause(answer.words):
        return False
    stems = set(answer.stems)
    return bool(stems) and answer.length <= _MOST_ECHOED and stems <= set(question.stems)


def goes_on(units: Sequence[Unit], question: Unit, answer: Unit) -> bool:
    """Whether the client's turn goes on about what was asked, or turns it round with "but"."""
    asked = set(question.stems) - _COMMON_STEMS
    rest = takewhile(
        lambda unit: unit.backchannel or unit.speaking is Speaking.CLIENT,
        units[answer.index + 1 : answer.index + 5],
    )
    return any(
        asked & set(unit.stems)
        or unit.exact.lower().startswith(("but ", "except", "although", "well", "no,", "no ", "not "))
        for unit in rest
        if unit.speaking is Speaking.CLIENT
    )


def is_short(answer: Unit) -> bool:
    """Whether an answer says too little without its question."""
    plain = read_answer(answer.exact) in {Answer.YES, Answer.NO}
    return answer.length <= (MOST_SHORT_ANSWER_WORDS if plain else 6) and not answer.question


def asks_back(unit: Unit) -> bool:
    """Whether the client only asks what was meant."""
    return unit.question and unit.length <= _MOST_ASKED_BACK_WORDS


def follows_intervention(units: Sequence[Unit], unit: Unit, intervenes: Callable[[Unit], bool]) -> bool:
    """Whether the clinician's turn before this one did something, or gave back what was heard."""
    for before in reversed(units[max(0, unit.index - 6) : unit.index]):
        if before.speaking is Speaking.CLINICIAN and not before.backchannel:
            return intervenes(before)
    return False
