"""The phases of an EMDR session: each statement stands where its time says, under a phase that took place.

The same question ("how true does it feel?") belongs to the assessment before the sets and to the installation
after them: only the order tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.emdr.phase_words import (
    CLOSES,
    INSTALLS,
    MAY_BE_A_SET,
    PREPARES,
    SCANS,
    SETS,
    done_now,
    item_of,
)
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_FIRST, _READY, _ASSESSED = "History and target", "Preparation", "Assessment of the target"
_OPENING, _INSTALLED, _SCANNED = "Desensitization", "Installation", "Body scan"
_CLOSED, _ELSE = "Closure and plan", "Interventions and responses"
_TARGET = re.compile(r"\b(?:work(?:ing)? (?:on|with)|target|memory|reprocess\w*)\b", re.IGNORECASE)
_LEAST_ITEMS = 3
_REACH = 70
"""Units before the first set in which the target is set up."""
_NOT_DONE = "Not done in this session."
_NOT_SPOKEN = "Not discussed in this session."
_GOAL = "Goal:"
_SAID = re.compile(r" stated(?: that|:)")
_CLINICIANS = frozenset((Kind.INTERVENTION, Kind.FORMULATION))
_RATES = re.compile(
    r"\b(?:how disturbing|what(?:'s| is) the number|(?:zero|nought|0) to (?:ten|10))\b", re.IGNORECASE
)
"""Asks for a last rating, after which the session is closed."""
_INCOMPLETE = re.compile(
    r"\b(?:incomplete|(?:bit|little|some|lot) more to (?:do|go|process)"
    r"|(?:not|isn't|is not) (?:\w+ )?(?:finished|complete|done)|come back to (?:it|this|that))\b",
    re.IGNORECASE,
)
"""Says that the target is not done with: nothing of a session must be missed less."""


def in_phases(statements: Sequence[Statement], units: Sequence[Unit]) -> list[Statement]:
    """The statements, each in the section of its phase, whatever words it has.

    Next steps and what the clinician wrote keep their own places; so does all where no target was set up.
    """
    starts, ready = _starts(units), _readied(units)
    if not starts:
        return list(statements)
    return [_placed(statement, starts, ready) for statement in statements]


def phases_left_out(units: Sequence[Unit]) -> dict[str, str]:
    """What to say of the phases that were not gone through."""
    gone = {title for _, title in _starts(units)}
    if not gone:
        return {}
    told = [unit for unit in units if unit.speaking is Speaking.CLINICIAN]
    put_off = {
        _INSTALLED: _says_no(told, INSTALLS) or _says_no(told, _POSITIVE),
        _SCANNED: _says_no(told, SCANS) or _says_no(told, _A_SCAN),
    }
    never = {title: _NOT_SPOKEN for title in (_ASSESSED, _OPENING) if title not in gone}
    said = {title: _NOT_DONE if off else _NOT_SPOKEN for title, off in put_off.items() if title not in gone}
    return never | said


_POSITIVE = re.compile(r"\b(?:positive|good|preferred) (?:belief|cognition|words|thought)\b", re.IGNORECASE)
_A_SCAN = re.compile(r"\bscan\b", re.IGNORECASE)


def _says_no(told: Sequence[Unit], form: re.Pattern[str]) -> bool:
    return any(form.search(unit.words) and not done_now(form, unit.words) for unit in told)


def begins_a_set(unit: Unit) -> bool:
    """Whether the clinician begins a set of stimulation, or goes on with one."""
    said = unit.speaking is Speaking.CLINICIAN and not unit.question and MAY_BE_A_SET.search(unit.words)
    return bool(said) and SETS.search(unit.words.rstrip(" .…")) is not None


def _starts(units: Sequence[Unit]) -> list[tuple[int, str]]:
    """Where each phase begins, in order of time; empty without a set."""
    told = [unit for unit in units if unit.speaking is Speaking.CLINICIAN]
    sets = [unit.index for unit in told if begins_a_set(unit)]
    if not sets:
        return _only_set_up(told)
    if _only_prepares(told, sets[0]):
        return []
    starts = [*_before(told, sets[0]), (sets[0], _OPENING)]
    for title, form in ((_INSTALLED, INSTALLS), (_SCANNED, SCANS)):
        after = starts[-1][0]
        found = (one.index for one in told if one.index > after and done_now(form, one.words))
        begun = next(found, None)
        if begun is not None:
            starts.append((begun, title))
    last = max(sets[-1], starts[-1][0])
    rated = {one.turn: one.index for one in told if _RATES.search(one.words)}
    ends = (
        one.index
        for one in told
        if one.index > max(last, rated.get(one.turn, -1)) and CLOSES.search(one.words)
    )
    closed = next(ends, None)
    return starts if closed is None else [*starts, (closed, _CLOSED)]


def _before(told: Sequence[Unit], first_set: int) -> list[tuple[int, str]]:
    """Where the target begins to be set up, with the first words of that turn; and all before it."""
    near = [unit for unit in told if first_set - _REACH <= unit.index <= first_set]
    asked = next((unit for unit in near if _sets_up(unit)), None)
    if asked is None:
        return [(0, _FIRST)]
    begun = min(unit.index for unit in told if unit.turn == asked.turn)
    return [(0, _FIRST), (begun, _ASSESSED)]


def _only_set_up(told: Sequence[Unit]) -> list[tuple[int, str]]:
    """A session that sets a target up and leaves it there."""
    asked = [unit for unit in told if unit.question and item_of(unit.words)]
    if len({item_of(unit.words) for unit in asked}) < _LEAST_ITEMS:
        return []
    closed = next(
        (unit.index for unit in told if unit.index > asked[-1].index and CLOSES.search(unit.words)), None
    )
    starts = [(0, _FIRST), (asked[0].index, _ASSESSED)]
    return starts if closed is None else [*starts, (closed, _CLOSED)]


def _only_prepares(told: Sequence[Unit], first_set: int) -> bool:
    """Whether short sets strengthen a calm place, with no target set up before them."""
    near = [unit for unit in told if first_set - _REACH <= unit.index <= first_set]
    return any(PREPARES.search(unit.words) for unit in near) and not any(_sets_up(unit) for unit in near)


_BRING_UP = re.compile(r"\bbring(?:ing)? (?:it |that |this )?(?:back )?(?:up|to mind)\b", re.IGNORECASE)


def _sets_up(unit: Unit) -> bool:
    if not unit.question:
        return _BRING_UP.search(unit.words) is not None
    return bool(item_of(unit.words))


def _readied(units: Sequence[Unit]) -> set[int]:
    """Where the client answers to their safe place, the stop signal and the like."""
    turns = {
        unit.turn + 1 for unit in units if unit.speaking is Speaking.CLINICIAN and PREPARES.search(unit.words)
    }
    return {unit.index for unit in units if unit.turn in turns and unit.speaking is Speaking.CLIENT}


def _placed(statement: Statement, starts: Sequence[tuple[int, str]], ready: set[int]) -> Statement:
    if statement.authored or statement.section is not None:
        return statement
    if _INCOMPLETE.search(statement.text) and statement.speaker is None and starts:
        statement = replace(statement, must=True)
    title = next((name for at, name in reversed(starts) if at <= statement.order), _FIRST)
    if statement.text.startswith(_GOAL):
        title = _FIRST
    elif statement.kind is Kind.PLAN and not _belongs_to(statement, title):
        return statement
    elif title == _FIRST:
        title = _of_the_beginning(statement, ready, targeted=bool(starts))
    return replace(statement, section=title)


def _belongs_to(step: Statement, title: str) -> bool:
    """Whether what reads as a next step is a word between the sets, or names the target at the beginning."""
    if title in {_FIRST, _ASSESSED}:
        return _TARGET.search(step.text) is not None
    return title != _CLOSED and _SAID.search(step.text) is not None


def _of_the_beginning(statement: Statement, ready: set[int], *, targeted: bool) -> str:
    asked = f"{statement.text} {statement.asked}"
    if statement.order in ready or PREPARES.search(asked):
        return _READY
    if statement.kind in _CLINICIANS and not (targeted and _TARGET.search(statement.text)):
        return _ELSE
    return _FIRST
