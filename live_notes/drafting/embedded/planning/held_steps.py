"""Steps that only the turns around them make whole: put with a question, held to, named as one more.

"I'd like you to see the dietician. Would that be all right?" "Is it far?" "No, across the road." "Okay then."
"Would you tell your brother?" "I'll see." "I'd like you to do it before we meet."
"And one letter to the bank."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from live_notes.drafting.embedded.acting.acts import clinician_kind
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.same_rating import asks_for_a_rating
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.planning.what_is_put import puts_a_step
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_CHECKED = re.compile(
    r"^(?P<step>.+[^?][.;!,]) (?:so |and )?(?P<check>(?:are|is|would|will|do|does|can|could|how|what)\b"
    r"[^.?!]{3,60}\?)$",
    re.IGNORECASE | re.DOTALL,
)
_WOULD_YOU = AnyCase(
    rf"{LEAD}(?:would|will|could|can|might|do you think you(?:'d| would| could| might)|have you thought"
    r"|(?:how|what) about|is there any (?:way|chance))\b"
)
_HOLDS_TO_IT = AnyCase(
    rf"{LEAD}(?:i(?:'d| would) (?:still |really )?(?:ask|like|love|want|encourage|suggest)|let's|i want"
    rf"|please"
    r"|see if you can|try|maybe|perhaps|will you|would you|could you)\b[^?]{0,30}"
    r"\b(?:do|try|think about|think on|consider|give|keep|have a go at|mull|sit with|start) (?:it|that"
    r"|this)\b"
)
_ONE_MORE = AnyCase(
    r"^(?:(?:okay|good|great|right|perfect)[,. ]+)?(?:and|also|plus|then)(?: then| also| just| maybe)? "
    r"(?:just )?(?:an?|one|two|three|another|a few|ten|five|fifteen|twenty|half an)\b(?! (?:of"
    r"|more thing|thing"
    r"|last|other thing|question)\b)(?:(?!\b(?:is|are|was|were|has|have|had|do|does|did|you|i|we|he|she"
    r"|they|it"
    r"|said|can|will|would|that|who|which)\b)[^?])+\b(?:to|with|for|before|after|at|on|in|from|a day"
    r"|every|each)\b"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|you|i|we|he|she|they|it|that)\b)[^?])+$"
)
"""Names one more thing to do without a verb: "and one letter to the bank"."""
_OFFERS = AnyCase(
    rf"{LEAD}(?:(?:so |well )?what )?(?:i(?:'d| would| can| could)?(?: like to| want to)? (?:suggest"
    rf"|recommend|propose|offer)"
    r"|my (?:suggestion|recommendation|proposal)|we (?:could|can|usually|normally|would) (?:offer|start|do"
    r"|begin|work))\b"
)
_TREATMENT = AnyCase(
    r"\b(?:cbt|dbt|emdr|act\b(?! on)|ifs|erp|ipt|cft|therapy|counselling|counseling|treatment|sessions"
    r"|weekly|fortnightly"
    r"|every (?:week|other week|two weeks)|once a (?:week|fortnight)|course of|programme|program"
    r"|group work)\b"
)
"""What treatment is, and how often."""
_MOST_OFFERED = 75
_MOST_STEP, _MOST_REPLY, _MOST_ONE_MORE = 60, 25, 12
"""Words of a step, of what is said to it, of one more thing to do."""
_NEAR, _LATE = 12, 0.5


def held_steps(reading: Reading, used: set[int]) -> list[Statement]:
    """The steps that the turns around them make whole; their units are added to `used`."""
    found = [
        *_put_with_a_question(reading, used),
        *_offered(reading, used),
        *_held_to(reading, used),
        *_one_more(reading, used),
    ]
    return [replace(one, more=SETTLED_IS_WORTH) for one in found]


def _offered(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """A treatment that is offered, with all that is said of it in the same turn, and what the client says."""
    units = reading.units
    for unit in units[int(len(units) * _LATE) :]:
        if unit.speaking is not Speaking.CLINICIAN or unit.question or unit.index in used:
            continue
        if not (_OFFERS.match(unit.words) and _TREATMENT.search(unit.words)):
            continue
        turn = _rest_of_turn(units, unit)
        told = list(takewhile(lambda one: not one.question, turn))
        fits = all(is_whole(one) and one.index not in used for one in told)
        while len(told) > 1 and word_count(as_one(told).exact) > _MOST_OFFERED:
            told.pop()
        turns = _turns_after(units, turn[-1])
        if (
            not fits
            or RISK_WORDS.search(as_one(told).words)
            or not turns
            or not _can_be_told(turns[:1], used)
        ):
            continue
        used.update(one.index for one in (*told, *turns[0]))
        yield _exchange(reading, as_one(told), turns[:1])
        return


def _rest_of_turn(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """A unit with what comes after it in the same turn."""
    return list(takewhile(lambda one: one.turn == unit.turn, units[unit.index :]))


def _put_with_a_question(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """A step with a question behind it that the client answers, or asks back before they do."""
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or not unit.question or unit.index in used:
            continue
        put = _put_before(reading.units, unit)
        checked = _CHECKED.match(put.exact)
        if checked is None or put.spoken_length > _MOST_STEP or asks_for_a_rating(put.words):
            continue
        if put.risk_in_words:
            continue
        step = replace(put, exact=checked["step"], words=checked["step"], question=False)
        if put.index in used or clinician_kind(step) is not Kind.PLAN or not is_whole(step):
            continue
        turns = _turns_after(reading.units, unit)
        if turns and turns[0][-1].question:
            told = turns[:3] if len(turns) > 2 and not turns[1][-1].question else []
        else:
            told = turns[:1]
        if not told or not _can_be_told(told, used) or not puts_a_step(put, as_one(told[0])):
            continue
        used.update((put.index, unit.index, *(one.index for turn in told for one in turn)))
        yield _exchange(reading, put, told)


def _put_before(units: Sequence[Unit], unit: Unit) -> Unit:
    """A question with the step that stands right before it, where the client asks back; else by itself."""
    before = units[unit.index - 1] if unit.index else None
    turns = _turns_after(units, unit)
    asks = bool(turns) and turns[0][-1].question
    if before is None or before.turn != unit.turn or before.question or not asks:
        return unit
    return together((before, unit))


def _held_to(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What the clinician asked for, what the client said to it, and that the clinician still asks for it."""
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.question or unit.index in used:
            continue
        if not _HOLDS_TO_IT.match(unit.words) or not is_whole(unit):
            continue
        asked, said = _asked_before(reading.units, unit)
        if not asked or not said or not _can_be_told([asked, said, [unit]], used):
            continue
        used.update(one.index for one in (*asked, *said, unit))
        yield _exchange(reading, as_one(asked), [said, [unit]])


def _one_more(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """One more thing to do, with what the clinician adds to it in the same turn."""
    units = reading.units
    for unit in units[int(len(units) * _LATE) :]:
        if unit.speaking is not Speaking.CLINICIAN or unit.question or unit.index in used:
            continue
        brief = unit.spoken_length <= _MOST_ONE_MORE and len(unit.stems) > 1
        if not brief or not _ONE_MORE.match(unit.exact) or not _settling(reading, unit, used):
            continue
        told = [unit, *_added(units, unit)]
        if RISK_WORDS.search(as_one(told).words) or used & {one.index for one in told}:
            continue
        used.update(one.index for one in told)
        step = as_one(told)
        yield made(
            reading, Kind.PLAN, whole(f"{reading.fallback.clinician} suggested: {quoted(step)}"), (step,)
        )


def _added(units: Sequence[Unit], unit: Unit) -> Iterator[Unit]:
    """The short sentences that the clinician adds at once."""
    for one in units[unit.index + 1 :][:2]:
        goes_on = one.turn == unit.turn and one.speaking is unit.speaking and not one.question
        if not goes_on or one.backchannel or one.spoken_length > _MOST_ONE_MORE:
            return
        yield one


def _settling(reading: Reading, unit: Unit, used: set[int]) -> bool:
    """Whether a step was named shortly before."""
    near = reading.units[max(0, unit.index - _NEAR) : unit.index]
    return any(one.speaking is Speaking.CLINICIAN and reading.kind_of(one) is Kind.PLAN for one in near) or (
        any(one.index in used and one.speaking is Speaking.CLINICIAN and one.question for one in near)
    )


def _turns_after(units: Sequence[Unit], unit: Unit) -> list[list[Unit]]:
    """The next turns without listening noises, the client's first; none where the clinician goes on."""
    after = [list(turn) for _, turn in groupby(units[unit.index + 1 :][:_NEAR], key=lambda one: one.turn)]
    turns = [turn for turn in after if not all(one.backchannel for one in turn)][:3]
    return turns if turns and turns[0][0].speaking is Speaking.CLIENT else []


def _asked_before(units: Sequence[Unit], unit: Unit) -> tuple[list[Unit], list[Unit]]:
    """The clinician's last question before the client's turn, where it asks for a step, and that turn."""
    before = [one for one in reversed(units[max(0, unit.index - _NEAR) : unit.index]) if not one.backchannel]
    earlier = [one for one in before if one.turn < unit.turn]
    said = list(takewhile(lambda one: one.speaking is Speaking.CLIENT, earlier))[::-1]
    asked = list(takewhile(lambda one: one.speaking is Speaking.CLINICIAN, earlier[len(said) :]))[::-1]
    first = next((at for at, one in enumerate(asked) if one.question), None)
    if first is None or not _WOULD_YOU.match(asked[first].words):
        return [], []
    return asked[first:], said


def _can_be_told(turns: Sequence[Sequence[Unit]], used: set[int]) -> bool:
    units = [one for turn in turns for one in turn]
    return (
        not used & {one.index for one in units}
        and all(sum(one.spoken_length for one in turn) <= _MOST_REPLY for turn in turns)
        and not any(one.risk_in_words for one in units)
    )


def _exchange(reading: Reading, step: Unit, turns: Sequence[Sequence[Unit]]) -> Statement:
    """The step, and in turn what each said to it."""
    parts = [as_one(turn) for turn in turns]
    terms = next(reading.terms_for(one) for one in parts if one.speaking is Speaking.CLIENT)
    text = f"{terms.clinician} suggested: {quoted(step)}"
    for one in parts:
        who = terms.client if one.speaking is Speaking.CLIENT else terms.clinician
        text += f" {who} {'asked' if one.question else 'answered'}: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), (step, *parts))
