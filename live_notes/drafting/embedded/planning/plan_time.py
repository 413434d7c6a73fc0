"""The time in which a plan is made, late in a session: each matter as it stood when both left it.

"So the walk, do we keep it?" "Not every day, I'd fail it. Three times." "Three times in the week." What was
put first and fell is told with what took its place, or not at all: the last word of both is what was agreed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.appointments import dated
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, quotable_part, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.no_step_words import announces_plans, sets_nothing
from live_notes.drafting.embedded.planning.plan_time_words import (
    ACCEPTS,
    AGAINST,
    ASKS_OF_A_STEP,
    ASKS_OF_A_THING,
    BEGINS,
    HAS_PAST,
    IS_A_LIST,
    OF_ELSE,
    OTHER_MATTER,
    PUTS,
    SETTLES,
    STOPS,
    SURELY,
    TAKES_ON,
    TAKES_UP,
    TURNS,
)
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import asks_for_a_step, asks_if_it_were, asks_what_hinders
from live_notes.drafting.embedded.planning.what_is_put import puts_a_step
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_FROM = 0.5
_MOST_PUT, _MOST_REPLY, _MOST_AGAIN = 34, 40, 45
_MOST_TOGETHER, _MOST_LED = 80, 24
_LEAST_BY_ITSELF, _LEAST_ASKED = 4, 3
_MOST_BARE = 5
"""Words of a question that says nothing without the sentence before it: "how often?"."""


def planned_together(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What was put, answered and said once more while a plan was made; the units are added to `used`."""
    turns = _plan_time(reading.units)
    for at, (put, reply) in enumerate(pairwise(turns)):
        if not put.of_clinician or reply.of_clinician or not _is_reply(reply, used):
            continue
        after, last = (turns[at + step] if at + step < len(turns) else None for step in (2, 3))
        again = _said_again(reading, reply, after, used) if after is not None else []
        if again and _objects(after, last):
            continue
        parts = _told_of(reading, _asked_in(put, used), quotable_part(reply.units, _MOST_REPLY), again, after)
        if parts and again and parts[-1] is again[-1]:
            parts = [*parts, *_taken(after, last, used)]
        if parts:
            used.update(unit.index for unit in parts)
            yield replace(_told(reading, parts), more=SETTLED_IS_WORTH)


def _plan_time(units: Sequence[Unit]) -> list[Turn]:
    """The turns from where the clinician turns to what is to be done."""
    late = units[int(len(units) * _FROM) :]
    begun = next((unit for unit in late if _begins(unit)), None)
    if begun is None:
        return []
    return turns_of([unit for unit in late if unit.turn >= begun.turn])


def _begins(unit: Unit) -> bool:
    if unit.speaking is not Speaking.CLINICIAN:
        return False
    asks = unit.question and (asks_for_a_step(unit.words) or ASKS_OF_A_STEP.search(unit.words))
    begins = BEGINS.search(unit.words) and not is_of_now(unit.words)
    return bool(asks or begins) or announces_plans(unit.words)


def _is_reply(reply: Turn, used: set[int]) -> bool:
    told = as_one(quotable_part(reply.units, _MOST_REPLY))
    if used & {unit.index for unit in reply.units} or told.risk_in_words or not is_whole(told):
        return False
    return told.spoken_length <= _MOST_REPLY and not AGAINST.match(told.exact)


def _asked_in(put: Turn, used: set[int]) -> list[Unit]:
    """The question of a turn that may be of a step, with the sentences it needs; none if there is none."""
    asked = put.units[-1]
    free = asked.question and asked.index not in used and asked.spoken_length <= _MOST_PUT
    if not free or not is_whole(asked) or asked.risk_in_words or _is_of_else(asked):
        return []
    if asked.spoken_length > _MOST_BARE and not points_back(asked.words):
        return [asked]
    led: list[Unit] = []
    for unit in reversed(put.units[:-1]):
        if not _goes_on(unit, used) or TAKES_UP.match(unit.exact):
            break
        if sum(one.spoken_length for one in (*led, unit)) > _MOST_LED:
            break
        led.insert(0, unit)
    return [*led, asked] if led or asked.spoken_length >= _LEAST_ASKED else []


def _is_of_else(asked: Unit) -> bool:
    """Whether a question is of what was or would be, of now, or of a day to meet."""
    words = asked.words
    books = IS_SLOT.search(asked.exact) and MEETS.search(asked.exact)
    return bool(
        books
        or OF_ELSE.search(words)
        or asks_if_it_were(words)
        or asks_what_hinders(words)
        or is_of_now(words)
    )


def _said_again(reading: Reading, reply: Turn, after: Turn, used: set[int]) -> list[Unit]:
    """What the clinician makes of an answer at once, where it takes up its words."""
    if not after.of_clinician:
        return []
    own = list(dropwhile(lambda unit: TAKES_UP.match(unit.exact), after.units))
    kept = list(takewhile(lambda unit: _goes_on(unit, used), own))
    while kept and sum(unit.spoken_length for unit in kept) > _MOST_AGAIN:
        kept.pop()
    if not kept or any(dated(unit.words.rstrip(".!? "), reading.fallback) for unit in kept):
        return []
    said = {stem for unit in reply.units for stem in unit.stems}
    again = {stem for unit in kept for stem in unit.stems}
    echoes = (
        said & again or SETTLES.match(kept[0].exact) or _first_word(kept[0]) == _first_word(reply.units[0])
    )
    return kept if echoes and any(IS_A_LIST.search(unit.exact) for unit in kept) else []


def _first_word(unit: Unit) -> str:
    return unit.exact.split(maxsplit=1)[0].strip(".,!?").lower()


def _objects(after: Turn | None, last: Turn | None) -> bool:
    """Whether the client does not take what the clinician said once more."""
    if after is None or last is None or after.units[-1].question:
        return False
    return AGAINST.match(last.units[0].exact) is not None


def _taken(after: Turn | None, last: Turn | None, used: set[int]) -> list[Unit]:
    """What the client says to it who takes it in words of their own."""
    if after is None or last is None or after.units[-1].question or not _is_reply(last, used):
        return []
    says = quotable_part(last.units, _MOST_REPLY)
    first = says[0].exact
    new = any(unit.stems for unit in says) and not says[0].question
    takes = ACCEPTS.match(first) is not None and TAKES_UP.match(first) is not None and len(says) > 1
    return says if new and (takes or TAKES_ON.match(first)) else []


def _goes_on(unit: Unit, used: set[int]) -> bool:
    free = unit.index not in used and not unit.question and is_whole(unit)
    if not free or OTHER_MATTER.match(unit.exact) or unit.risk_in_words or is_of_now(unit.words):
        return False
    return not (STOPS.match(unit.words) or HAS_PAST.search(unit.words) or sets_nothing(unit.words))


def _told_of(
    reading: Reading, asked: list[Unit], reply: list[Unit], again: list[Unit], after: Turn | None
) -> list[Unit]:
    """The units that together tell what was settled; none where nothing was."""
    if again:
        whole_of_it = [*asked, *reply, *again]
        long = sum(unit.spoken_length for unit in whole_of_it) > _MOST_TOGETHER
        if asked and not long and (_asks(asked[-1]) or _puts(asked, reply)):
            return whole_of_it
        alone = len(again) == 1 and reading.kind_of(again[0]) is Kind.PLAN
        says = len({stem for unit in again for stem in unit.stems}) >= _LEAST_BY_ITSELF
        sure = any(SURELY.search(unit.words) for unit in again)
        return again if says and sure and not alone else []
    if not asked or not _asks(asked[-1]) or _is_turned(reply, after):
        return []
    return [*asked, *reply]


def _puts(asked: Sequence[Unit], reply: Sequence[Unit]) -> bool:
    return PUTS.search(asked[-1].words) is not None and puts_a_step(as_one(asked), as_one(reply))


def _told(reading: Reading, parts: Sequence[Unit]) -> Statement:
    """What each said in turn."""
    turns = [as_one(list(turn)) for _, turn in groupby(parts, key=lambda unit: unit.turn)]
    clinician = reading.fallback.clinician
    text, rest, place = f"{clinician} stated: {quoted(turns[0])}", turns[1:], turns[0]
    if len(turns) > 1 and parts[0].speaking is Speaking.CLINICIAN and _question_of(parts) is not None:
        text, rest = _lead(reading, turns[0], turns[1], _question_of(parts)), turns[2:]
        place = turns[1]
    for one in rest:
        client = one.speaking is Speaking.CLIENT
        who = reading.terms_for(one).client if client else clinician
        text += f" {who} answered: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), tuple(turns), place=place)


def _question_of(parts: Sequence[Unit]) -> Unit | None:
    """The question that the first turn ends with."""
    first = [unit for unit in parts if unit.turn == parts[0].turn]
    return first[-1] if first[-1].question else None


def _asks(asked: Unit) -> bool:
    return asks_for_a_step(asked.words) or ASKS_OF_A_STEP.search(asked.words) is not None


def _lead(reading: Reading, put: Unit, answer: Unit, asked: Unit | None) -> str:
    terms = reading.terms_for(answer)
    of_a_thing = asked is not None and (_asks(asked) or ASKS_OF_A_THING.match(asked.words))
    if asked is not None and (of_a_thing or _says_after_client(reading.units, asked)):
        return f'When asked {quoted(put)[:-1].rstrip(".")}", {terms.client_inside} answered: {quoted(answer)}'
    return f"{reading.fallback.clinician} suggested: {quoted(put)} {terms.client} answered: {quoted(answer)}"


def _says_after_client(units: Sequence[Unit], asked: Unit) -> bool:
    """Whether a clinician only asks back what the client just said: it is not theirs."""
    before = [one.exact for one in units[: asked.index] if one.turn == asked.turn - 1]
    return asked.exact.lower().strip(" ?.,!") in " ".join(before).lower()


def _is_turned(reply: Sequence[Unit], after: Turn | None) -> bool:
    """Whether an answer was only tried, and the clinician put something else in its place."""
    if reply[-1].question and (after is None or not ACCEPTS.match(after.units[0].exact)):
        return True
    return after is not None and TURNS.match(after.units[0].exact) is not None
