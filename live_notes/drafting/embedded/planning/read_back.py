"""The plan as it is read back: by the clinician as a list, or by the client when asked to say it.

"So I'll read that back. Monday, the walk, and Thursday, the phone call." A list has no verbs that would tell
who is to do what, but whoever announces it has said that it is what was agreed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.named_steps import suggested
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import answered_plainly, declines
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_SO = r"^(?:(?:so|okay|ok|right|all right|alright|and|good|great|well|now|then|just|lovely|perfect)[,.: ]+)*"
_ANNOUNCES = AnyCase(
    rf"{_SO}(?:(?:i'll|let me|i'm going to|shall i|can i|i want to|i'd like to) (?:just |quickly"
    rf" )?(?:(?:read|say|play|run|repeat)"
    r" (?:(?:that|it|this|them|those)(?: all)? )?(?:back|over|through|again)|(?:recap|sum up"
    r"|summari[sz]e|go over)"
    r"(?: (?:the plan|what we(?:'ve| have)? (?:agreed|said|got|decided)|that|homework|the homework"
    r"|it))?|check (?:i've got|that) (?:that|the plan))"
    r"|(?:just )?to (?:recap|sum up|summari[sz]e|be clear)|(?:that's|this is|here's|here is) (?:the"
    r"|our|your) (?:plan|list|homework)(?: then)?"
    r"|(?:what|here's what) (?:we|you)(?:'ve| have)? (?:agreed|got|settled on|decided)(?: then| so"
    r" far| is)?)(?:,? (?:and )?(?:you )?(?:tell|stop|correct|shout|let) me(?: know)? (?:if|where"
    r"|when)\b[^.?]*)?\W*$"
)
"""Says that what was agreed comes now."""
_HEADS = AnyCase(
    rf"{_SO}(?:(?:the rest of )?(?:the |your |our )?(?:homework|plan|action plan|to-do list)(?:"
    rf" (?:then|this week|for (?:this|the|next) week|is))*"
    r"(?::|,| is,?) (?!(?:that )?(?:you|we|i|it)\b|to\b)(?=[^?]*[,;])|(?:between now and|for|until"
    r"|before) (?:next (?:time|week|session)|we meet|then"
    r"|this week|the week): "
    r"|what we(?:'ve| have) (?:agreed|said|got) (?:then )?is,? "
    r"|(?:(?:the|your) (?:only |main |one |two |three )?(?:jobs?|tasks?|focus|missions?) (?:for )?(?:this"
    r"|the coming) week"
    r"|(?:this|the coming) week's (?:only |main |one )?(?:jobs?|tasks?|focus|missions?|homework))(?: is"
    r"| are|:|,) )"
)
"""The same in the sentence itself: "so the plan: cards every day"."""
_ASKS_BACK = AnyCase(
    rf"{_SO}(?:(?:can |could |would |will )?(?:you )?(?:just )?(?:tell|remind|show"
    rf"|talk) me (?:back )?(?:what|which)"
    r" (?:you(?:'re| are|'ll| will|'ve agreed to| have agreed to)|we(?:'ve| have|'re| are| said| agreed"
    r"| decided))"
    r"(?: (?:going to|gonna|taking away|taking home|taking on|agreed|decided|doing|do|try|trying|planning"
    r"|to|on|be|it"
    r"|that))*\b|what(?:'s| is| are)(?: \w+)? (?:on (?:your|the) list|you(?:'re| are) (?:taking away to do"
    r"|going away with"
    r"|going to (?:do|try|work on|practi[cs]e)|taking home))\b"
    r"|(?:can you |could you |would you |will you )?(?:tell|say|read|play|give|repeat) (?:it "
    rf"|me |us |that |this |the (?:plan|list|homework) )*back\b"
    r"|(?:can you |could you )?(?:run|take|walk|talk) me (?:back )?through (?:it|the plan|what"
    r" you(?:'re| are) (?:going to|taking|doing))"
    r"|what(?:'s| is) the plan\b|what (?:did|have) we (?:agree|agreed|decide|decided)\b"
    r"|(?:remind me )?what (?:are you|you're) (?:going to|gonna) (?:do|try|work on|practi[cs]e)"
    r" (?:this week|before|between|until|over|when you"
    r" (?:get|go|leave)))"
)
"""Has the client say it."""
_ASKS_WHAT_IS_TAKEN = AnyCase(
    rf"{_SO}(?:what(?:'s| is| are| will| would|'ll|'d)? (?:you |the (?:one|main) thing you(?:'re|'ll"
    rf"| will| are)? )(?:be )?"
    r"tak(?:e|ing) (?:away|home|with you|from (?:today|this|it))\b"
    r"|[^?]*\b(?:ask(?:ed)? you|could you|can you|would you|(?:you )?had) (?:to )?(?:just )?(?:sum (?:it "
    r"|this |that |today )?up"
    r"|summari[sz]e)\b|how would you sum\b|where(?:'s| does| do) (?:this|that|it|we|all that) leave you\b)"
)
"""Asks what they take from it, which may be steps or something else."""
_STEPS_IN = AnyCase(
    rf"\b(?:{WEEKDAY}s?|tonight|tomorrow|{OFTEN}|i(?:'ll| will|'m going to|'m gonna|'m gunna)|i (?:do"
    rf"|ring|call|tell"
    r"|talk to|text|go to|ask|put|send|take|start|try|keep|write)|you(?:'ll)? (?:send|text|ring|call"
    r"|email|write))\b"
)
_LEAST_OF_STEPS = 3
_SUMS_UP = AnyCase(
    r"\b(?:what i(?:'ve| have)? (?:heard|hear|got|have)|(?:to )?(?:sum up|summari[sz]e|recap)|in summary"
    r"|let me (?:see|check|make sure) (?:if |that )?i(?:'ve| have)|if i(?:'ve| have) (?:got|heard|understood)"
    r"|(?:pulling|putting|taking) (?:it|that|this) (?:all )?together)\b"
)
_PROMISES = AnyCase(
    r"^(?:(?:so|and|then)[, ]+)*you(?:'ll| will|'re going to|'re gonna| are going to) (?!(?:be|feel|have"
    r"|see|know|find|need"
    r"|want|never|always|still|get)\b)"
)
_WAS = AnyCase(r"\b(?:was|were|last (?:week|time|session)|did|happened)\b")
_FROM = 0.55
_LEAST, _MOST, _MOST_ANSWER, _LEAST_STEMS = 5, 85, 30, 3
_MOST_SAID_BACK = 60


def announces(words: str) -> bool:
    """Whether a clinician only says that what was agreed comes now: what comes is told instead."""
    return _ANNOUNCES.match(words) is not None


def heads_a_list(words: str) -> bool:
    """Whether a clinician's sentence begins the list of what is to be done: "the rest of homework: ..."."""
    return _HEADS.match(words) is not None


def read_back(reading: Reading, used: set[int]) -> list[Statement]:
    """The plan as either said it back; the units are added to `used`."""
    found = []
    for unit in reading.units[int(len(reading.units) * _FROM) :]:
        if unit.speaking is not Speaking.CLINICIAN:
            continue
        takes = unit.index not in used and _takes_steps(reading, unit)
        asks = takes or (unit.index not in used and _ASKS_BACK.match(unit.words))
        statement = _said_back(reading, unit, used) if asks else _listed(reading, unit, used)
        statement = statement or _in_a_summary(reading, unit, used)
        if statement is not None:
            must = statement.must or takes
            found.append(replace(statement, more=SETTLED_IS_WORTH * 2, must=must))
    return found


def _takes_steps(reading: Reading, unit: Unit) -> bool:
    """Whether a client who is asked what they take from the session tells what they will do, and when."""
    if not unit.question or not _ASKS_WHAT_IS_TAKEN.match(unit.words):
        return False
    said = " ".join(one.exact for one in _answers(reading, unit))
    return len(list(_STEPS_IN.finditer(said))) >= _LEAST_OF_STEPS


def _answers(reading: Reading, unit: Unit) -> list[Unit]:
    """The client's turn that answers a question, whatever else is asked in the same breath."""
    after = [one for one in reading.units[unit.index + 1 :][:12] if not one.backchannel]
    after = list(dropwhile(lambda one: one.turn == unit.turn and one.question, after))
    return list(takewhile(lambda one: one.speaking is Speaking.CLIENT, after))


def _listed(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    heads = _HEADS.match(unit.exact)
    if unit.question or not (heads or _ANNOUNCES.match(unit.exact)):
        return None
    start = unit.index if heads else unit.index + 1
    rest = takewhile(
        lambda one: one.turn == unit.turn and not one.question and one.speaking is unit.speaking,
        reading.units[start:],
    )
    told = [one for one in rest if not one.backchannel]
    if not told or used & {one.index for one in told} or not _fits(told):
        return None
    step = as_one(told)
    answers = answered_plainly(reading.units, told[-1])
    used.update((unit.index, *(one.index for one in told)))
    said = f"{reading.fallback.clinician} stated: {quoted(step)}"
    if not answers or word_count(as_one(answers).exact) > _MOST_ANSWER:
        return made(reading, Kind.PLAN, whole(said), (step,))
    answer = as_one(answers)
    used.update(one.index for one in answers)
    return made(reading, Kind.PLAN, suggested(step, answer, reading.terms_for(answer)), (step, answer))


def _in_a_summary(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """What is to be done, as the end of a summary of all that was heard: "you'll close it today, and ..."."""
    before = takewhile(lambda one: one.turn == unit.turn, reversed(reading.units[: unit.index]))
    if not _PROMISES.match(unit.words) or not any(_SUMS_UP.search(one.words) for one in before):
        return None
    rest = takewhile(lambda one: one.turn == unit.turn and not one.question, reading.units[unit.index :])
    told = [one for one in rest if not one.backchannel]
    if not told or used & {one.index for one in told} or not _fits(told):
        return None
    used.update(one.index for one in told)
    step = as_one(told)
    return made(reading, Kind.PLAN, whole(f"{reading.fallback.clinician} stated: {quoted(step)}"), (step,))


def _fits(told: Sequence[Unit]) -> bool:
    words = " ".join(one.words for one in told)
    if _WAS.search(words) or RISK_WORDS.search(words) or not all(is_whole(one) for one in told):
        return False
    return _LEAST <= word_count(words) <= _MOST and len(content_stems(words)) >= _LEAST_STEMS


def _said_back(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    answers = _answers(reading, unit)
    if not answers or used & {one.index for one in answers} or declines(answers) or answers[0].question:
        return None
    answer = as_one(answers)
    if len(answer.stems) < _LEAST_STEMS or answer.spoken_length > _MOST_SAID_BACK:
        return None
    if answer.risk_in_words:
        return None
    used.update((unit.index, *(one.index for one in answers)))
    client = reading.terms_for(answer).client_inside
    asked = quoted(unit)[:-1].rstrip(".")
    return made(
        reading, Kind.PLAN, whole(f'When asked {asked}", {client} answered: {quoted(answer)}'), (unit, answer)
    )
