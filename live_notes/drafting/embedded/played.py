"""A role-play told as one thing: what the client said in it, quoted, and none of its lines as report or step.

A role-play begins where the clinician takes a part, or has the client speak to somebody who is not there, and
ends where they ask how it was. Where nobody asks that, nothing is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.play_words import DEBRIEFS, ONCE_MORE, OPENS, STOPS, play_named
from live_notes.drafting.embedded.quoting import in_quotes
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.settling import together
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk_words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_MOST_TURNS, _MOST_UNITS = 16, 60
"""How far the question how it was may be from where a role-play began."""
_SOON = 2
"""Turns after such a question in which the clinician has the client try it once more."""
_MOST_QUOTED, _MOST_LINES = 45, 2
_PLAYED_IS_WORTH = 0.3


@dataclass(frozen=True)
class _Play:
    """A role-play: where it was begun, its units, the turns in which it was asked how it was."""

    first: Unit
    units: tuple[Unit, ...]
    asked: frozenset[int]
    again: int

    def __repr__(self) -> str:
        return f"<_Play {len(self.units)} units>"

    def lines(self) -> list[list[Unit]]:
        """What the client said in it, turn by turn; in their last try, where there was more than one."""
        said = [
            unit
            for unit in self.units
            if unit.speaking is Speaking.CLIENT
            and not unit.backchannel
            and unit.turn - 1 not in self.asked
            and unit.index > self.again
        ]
        return [list(turn) for _, turn in groupby(said, key=lambda unit: unit.turn)]


def played(reading: Reading, used: set[int]) -> list[Statement]:
    """What clients said in role-plays; all of a role-play is added to `used` but its risks."""
    found = []
    for play in _plays(reading.units):
        told = _told(reading, play)
        if told is not None:
            found.append(told)
        used.update(
            unit.index
            for unit in play.units
            if unit.turn not in play.asked
            and unit.turn - 1 not in play.asked
            and not RISK_WORDS.search(unit.words)
        )
    return found


def _told(reading: Reading, play: _Play) -> Statement | None:
    kept: list[Unit] = []
    for turn in reversed(play.lines()):
        line = _line(turn)
        if line is None or len(kept) == _MOST_LINES:
            continue
        if kept and sum(word_count(one.exact) for one in (*kept, line)) > _MOST_QUOTED:
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
        if sum(word_count(one.exact) for one in (*said, unit)) > _MOST_QUOTED:
            break
        said.append(unit)
    if not said or (len(said) == 1 and (said[0].question or STOPS.match(said[0].words))):
        return None
    line = together(said)
    return None if RISK_WORDS.search(line.words) or not content_stems(line.words) else line


def _plays(units: Sequence[Unit]) -> Iterator[_Play]:
    after = -1
    for unit in units:
        if unit.speaking is not Speaking.CLINICIAN or unit.index <= after or not OPENS.search(unit.words):
            continue
        play = _play_from(units, unit)
        if play is not None:
            after = play.units[-1].index
            yield play


def _play_from(units: Sequence[Unit], first: Unit) -> _Play | None:
    within = [unit for unit in units[first.index :][:_MOST_UNITS] if unit.turn <= first.turn + _MOST_TURNS]
    asked: set[int] = set()
    again, ends, going = first.index, 0, True
    for unit in within:
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel or unit.turn == first.turn:
            continue
        if not going and unit.turn > max(asked) + _SOON:
            break
        if DEBRIEFS.search(unit.words):
            asked.add(unit.turn)
            ends, going = unit.index, False
        elif ONCE_MORE.search(unit.words):
            again, going = unit.index, True
    if going:
        return None
    played_in = tuple(unit for unit in within if unit.index <= ends)
    return _Play(first, played_in, frozenset(asked), again)
