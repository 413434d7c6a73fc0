"""What is said in a role-play or a rehearsal: quoted as such, and none of its lines as report or step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.playing.play_words import IMAGINED, STOPS, play_named
from live_notes.drafting.embedded.playing.role_plays import (
    Play,
    is_kept_going,
    plays,
    prompted_by,
    turns_of_clients,
)
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind

_MOST_QUOTED, _MOST_LINES = 45, 2
_PLAYED_IS_WORTH, _DONE_HERE_IS_WORTH = 0.3, 0.15
_MOST_PROMPTED, _LEAST_MATTER = 50, 2


def played(reading: Reading, used: set[int]) -> list[Statement]:
    """What clients said in role-plays and rehearsals; all of it is added to `used` but its risks."""
    found = []
    for play in plays(reading.units):
        told = _told(reading, play)
        if told is not None:
            found.append(told)
        used.update(
            unit.index
            for unit in play.units
            if unit.turn not in play.asked and unit.turn - 1 not in play.asked and not unit.risk_in_words
        )
    return [*found, *_prompted(reading, used)]


def _told(reading: Reading, play: Play) -> Statement | None:
    kept: list[Unit] = []
    for turn in reversed(play.lines()):
        line = _line(turn)
        if line is None or len(kept) == _MOST_LINES:
            continue
        if kept and sum(one.spoken_length for one in (*kept, line)) > _MOST_QUOTED:
            break
        kept.insert(0, line)
    if not kept:
        return None
    quotes = " and ".join(in_quotes(line) for line in kept)
    client = reading.terms_for(kept[0]).client_inside
    told = whole(f"In the {play_named(play.first.words)}, {client} said: {quotes}")
    statement = made(reading, Kind.RESPONSE, told, (play.first, *kept), place=kept[0])
    return replace(statement, more=_PLAYED_IS_WORTH)


def _line(turn: Sequence[Unit]) -> Unit | None:
    """What is quoted of a turn: its sentences up to what is too much; None where it is no line of a part."""
    said: list[Unit] = []
    for unit in turn:
        if sum(one.spoken_length for one in (*said, unit)) > _MOST_QUOTED:
            break
        said.append(unit)
    if not said or (len(said) == 1 and (said[0].question or STOPS.match(said[0].words))):
        return None
    line = together(said)
    return None if line.risk_in_words or not line.stems else line


def _prompted(reading: Reading, used: set[int]) -> list[Statement]:
    """What clients said when the clinician had them rehearse it, quoted; the units are added to `used`."""
    found = []
    going_on = -1
    for turn in turns_of_clients(reading.units):
        guided = prompted_by(reading.units, turn[0])
        if turn[0].turn == going_on and not guided and is_kept_going(reading.units, turn[0]):
            going_on = turn[0].turn + 2
            used.update(unit.index for unit in turn if not unit.risk_in_words)
            continue
        said = list(takewhile(lambda unit: not unit.question, turn))
        if guided and not said:
            going_on = turn[0].turn + 2  # they ask what is meant, and begin after the answer
        if not guided or not said or used & {unit.index for unit in said}:
            continue
        going_on = turn[0].turn + 2
        answer, asked = as_one(said), as_one(guided)
        if IMAGINED.search(asked.words):
            used.update(unit.index for unit in turn if not unit.risk_in_words)
            continue
        told = len(answer.stems) >= _LEAST_MATTER and answer.spoken_length <= _MOST_PROMPTED
        if not told or answer.risk_in_words or not all(is_whole(unit) for unit in said):
            continue
        asks = f'In response to {quoted(asked)[:-1].rstrip(".")}"'
        words = f"{asks}, {reading.terms_for(answer).client_inside} said: {quoted(answer)}"
        statement = made(reading, Kind.RESPONSE, whole(words), (asked, answer))
        found.append(replace(statement, more=_DONE_HERE_IS_WORTH))
        used.update(unit.index for unit in turn)
    return found
