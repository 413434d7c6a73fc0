"""Where in a session something is played: who takes a part, from where to where, and what is only prompted.

A role-play begins where the clinician takes a part, or has the client speak to somebody who is not there,
and ends where they ask how it was, or come out of it. A request that is put together by the letters of a
skill ends with the answer to the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import asks_for_a_step
from live_notes.drafting.embedded.playing.play_words import (
    BY_ITS_LETTERS,
    DEBRIEFS,
    GOES_ON,
    LEAVES_IT,
    ONCE_MORE,
    OPENS,
    PRAISES,
    PROMPTED,
    SKILL,
    TAKES_A_ROLE,
)
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_MOST_TURNS, _MOST_UNITS = 16, 60
"""How far the question how it was may be from where a role-play began."""
_SOON = 2
"""Turns after such a question in which the clinician has the client try it once more."""
_MOST_IN_ROLE = 8
"""Turns, of both, that a clinician speaks as somebody else at most."""
_LEAST_LETTERS, _AFTER_THE_LAST = 2, 4
"""Parts of a skill that must be prompted, and turns after the last of them that may still belong to it."""
_REACH = 4
_MOST_GUIDED = 22


@dataclass(frozen=True)
class Play:
    """A role-play: where it was begun, its units, the turns in which it was asked how it was."""

    first: Unit
    units: tuple[Unit, ...]
    asked: frozenset[int]
    again: int
    answers: frozenset[int] = frozenset()
    """The turns that answer a prompt, where only those are lines of it."""

    def __repr__(self) -> str:
        return f"<Play {len(self.units)} units>"

    def lines(self) -> list[list[Unit]]:
        """What the client said in it, turn by turn; in their last try, where there was more than one."""
        said = [
            unit
            for unit in self.units
            if unit.speaking is Speaking.CLIENT
            and not unit.backchannel
            and unit.turn - 1 not in self.asked
            and unit.index > self.again
            and (not self.answers or unit.turn in self.answers)
        ]
        return [list(turn) for _, turn in groupby(said, key=lambda unit: unit.turn)]


def plays(units: Sequence[Unit]) -> Iterator[Play]:
    """The role-plays of a session whose end is heard, in order."""
    after = -1
    for unit in units:
        if unit.speaking is not Speaking.CLINICIAN or unit.index <= after:
            continue
        play = _by_letters(units, unit) if SKILL.search(unit.words) else None
        if play is None and OPENS.search(unit.words):
            play = _play_from(units, unit)
        if play is not None:
            after = play.units[-1].index
            yield play


def in_role(units: Sequence[Unit]) -> set[int]:
    """The places of what the clinician says as somebody else, to have it practised."""
    found: set[int] = set()
    until = -1
    for turn, said in groupby(units, key=lambda unit: unit.turn):
        own = [unit for unit in said if unit.speaking is Speaking.CLINICIAN]
        for unit in own:
            if turn <= until and not LEAVES_IT.search(unit.words):
                found.add(unit.index)
            elif turn <= until:
                until = -1
            if TAKES_A_ROLE.search(unit.words):
                until = turn + _MOST_IN_ROLE
    return found


def _play_from(units: Sequence[Unit], first: Unit) -> Play | None:
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
    return Play(first, played_in, frozenset(asked), again)


def _by_letters(units: Sequence[Unit], first: Unit) -> Play | None:
    """A request that is put together part by part."""
    within = [unit for unit in units[first.index :][:_MOST_UNITS] if unit.turn <= first.turn + _MOST_TURNS]
    prompts = [
        unit for unit in within if unit.speaking is Speaking.CLINICIAN and BY_ITS_LETTERS.match(unit.words)
    ]
    if len(prompts) < _LEAST_LETTERS:
        return None
    last = prompts[-1].turn + 1
    for unit in within:
        if unit.speaking is not Speaking.CLINICIAN or unit.turn <= last:
            continue
        over = LEAVES_IT.search(unit.words) or asks_for_a_step(unit.words) or PRAISES.search(unit.words)
        if unit.turn > prompts[-1].turn + _AFTER_THE_LAST or over:
            break
        last = unit.turn + 1
    played_in = tuple(unit for unit in within if unit.turn <= last)
    return Play(first, played_in, frozenset(), first.index, frozenset(one.turn + 1 for one in prompts))


def turns_of_clients(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """What clients say, turn by turn."""
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT)
    for _, turn in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        yield list(turn)


def prompted_by(units: Sequence[Unit], first: Unit) -> list[Unit]:
    """The clinician's words just before a turn, from those on that have it rehearsed; none if they do not."""
    before = [unit for unit in units[max(0, first.index - _REACH) : first.index] if not unit.backchannel]
    asked = [unit for unit in before if unit.speaking is Speaking.CLINICIAN and unit.turn == before[-1].turn]
    if not asked or before[-1].speaking is not Speaking.CLINICIAN:
        return []
    at = next((at for at, unit in enumerate(asked) if PROMPTED.search(unit.words)), None)
    if at is None:
        return []
    short = word_count(" ".join(unit.words for unit in asked[at:])) <= _MOST_GUIDED
    return asked[at:] if short else [asked[at]]


def is_kept_going(units: Sequence[Unit], first: Unit) -> bool:
    """Whether the clinician only prompted, in a few words, between a rehearsal and this turn."""
    before = [one for one in units[max(0, first.index - _REACH) : first.index] if one.turn == first.turn - 1]
    said = [one for one in before if one.speaking is Speaking.CLINICIAN]
    if said and said[-1].question and GOES_ON.match(said[-1].words):
        return True
    return bool(said) and all(GOES_ON.match(one.words) or one.backchannel for one in said)
