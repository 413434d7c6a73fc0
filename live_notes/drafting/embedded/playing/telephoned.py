"""What is said into a telephone in the session: quoted as such, and told as no report and no step.

"I'm not safe on my own. Can you come round?" is said to a sister, not to the clinician; "you'll ring her
mother today" to a school, and not to the client.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import quotable_part
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.playing.call_words import (
    BY_CLINICIAN,
    GREETS,
    HANGS_UP,
    IS_ON_THE_LINE,
    ONLY_TALKS,
    TO_CALL,
)
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.spec import Speaking

_REACH, _MOST_QUOTED, _LEAST_SAID = 5, 45, 3
"""Turns before in which a call was spoken of; words that are quoted of it, and the least of a sentence."""


_CALL_IS_WORTH = 0.4
_EARLIEST = 8
"""Turns after which a greeting is to somebody else than the client."""
_MOST_TURNS = 6
"""Turns that a call of the clinician's may take."""


def telephoned(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What each says into a telephone, as one quotation; the units are added to `used`."""
    yield from _by_clinician(reading, used)
    yield from _by_client(reading, used)


def _by_clinician(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The calls that the clinician makes while the client is there: what they say first stands for each."""
    last = -1
    for unit in reading.units:
        if (
            unit.index <= last
            or unit.speaking is not Speaking.CLINICIAN
            or not _is_begun(reading.units, unit)
        ):
            continue
        call = _until_hung_up(reading.units, unit)
        last = call[-1].index
        used.update(one.index for one in call if one is not call[-1] or len(call) > 1)
        own = [one for one in call[1:] if one.turn == unit.turn and one.speaking is unit.speaking]
        said = _said_in([unit, *own])
        quote = whole(f"On the telephone, {reading.fallback.clinician_forms.subject} said: {in_quotes(said)}")
        yield replace(made(reading, Kind.INTERVENTION, quote, (said,)), more=_CALL_IS_WORTH)


def _is_begun(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician's sentence greets somebody on the line, a call having been spoken of before."""
    if unit.turn < _EARLIEST or BY_CLINICIAN.search(unit.exact) is None:
        return False
    before = (one for one in units[: unit.index] if unit.turn - one.turn <= _REACH)
    return any(TO_CALL.search(one.words) for one in before)


def _until_hung_up(units: Sequence[Unit], first: Unit) -> list[Unit]:
    """The units of a call; the clinician's turn alone where nobody is heard to end it."""
    call = [one for one in units[first.index :] if one.turn <= first.turn + _MOST_TURNS]
    ends = (
        at for at, one in enumerate(call) if one.speaking is Speaking.CLINICIAN and HANGS_UP.search(one.exact)
    )
    end = next(ends, None)
    return call[: end + 1] if end is not None else [one for one in call if one.turn == first.turn]


def _by_client(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each turn that a client speaks into a telephone."""
    for _, grouped in groupby(reading.units, key=lambda unit: (unit.turn, unit.speaker)):
        said_by_client = [unit for unit in grouped if unit.speaking is Speaking.CLIENT]
        turn = list(dropwhile(_only_agrees, said_by_client))
        if not turn or not _is_call(reading.units, turn):
            continue
        used.update(unit.index for unit in turn)
        said = _said_in(turn)
        quote = whole(f"On the telephone, {reading.terms_for(said).client_inside} said: {in_quotes(said)}")
        yield made(reading, Kind.RESPONSE, quote, (said,))


def _only_agrees(unit: Unit) -> bool:
    """Whether a sentence does no more than say yes to the call: "yeah, all right"."""
    return read_answer(unit.exact) is Answer.YES and unit.spoken_length <= _LEAST_SAID


def _is_call(units: Sequence[Unit], turn: Sequence[Unit]) -> bool:
    """Whether a turn greets somebody who is not there, a call having been spoken of shortly before."""
    words = " ".join(unit.exact for unit in turn[:_REACH])
    if not GREETS.match(turn[0].exact.strip()) or IS_ON_THE_LINE.search(words) is None:
        return False
    before = (unit for unit in units[: turn[0].index] if turn[0].turn - unit.turn <= _REACH)
    return any(TO_CALL.search(unit.words) for unit in before)


def _said_in(turn: Sequence[Unit]) -> Unit:
    """What a turn says beyond greeting, nodding and parting, as much as is quoted."""
    said: list[Unit] = []
    for unit in turn:
        few = unit.spoken_length < _LEAST_SAID or (unit is turn[0] and len(turn) > 1)
        if unit.risk_in_words or not (few or ONLY_TALKS.match(unit.exact.strip())):
            said.append(unit)
    return as_one(quotable_part(said, _MOST_QUOTED) or turn)
