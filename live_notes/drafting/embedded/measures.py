"""Questionnaires and their scores: "PHQ: 7 (previously 8)", with the band that the clinician named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.measure_words import (
    ALONE,
    AT_ONCE,
    BAND,
    BARE,
    CALLED_SEVERE,
    CLIENT_SCORED,
    IN_ALL,
    IT_WAS,
    IT_WAS_THEN,
    NAMED_LATER,
    NAMES,
    OF_THE_PAST,
    ON_THE,
    PREVIOUS,
    SCORED,
    TAG,
    TAKEN_BACK,
    TODAYS,
    TODAYS_BEHIND,
    UNNAMED,
    WHEN,
    called,
    numbers_in,
)
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.numbers import plain_number, with_decimals
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_MEASURED_IS_WORTH = 0.7
_ONLY_DONE = re.compile(
    r"^(?:(?:yes|yeah|yep|oh|and|ma'am|sir)[, ]+)*i (?:did|have|filled (?:it|them) (?:in"
    r"|out))\b(?:,? (?:it|them|that|on"
    r"|in|at|the|this|last|out|yesterday|today|again|\w+day|morning|car|bus|waiting|room|there|week"
    r"|online|night))*\W*$",
    re.IGNORECASE,
)
"""A client says that it is done, and no more: "I did, on Tuesday"."""
_MOST_BEFORE = 3
"""Words of a client before they tell a score: "Yes, I did."."""
_REACH = 3
_CORRECTED_WITHIN = 12
"""Units of a turn after the one that names a scale in which its score is told."""
_NEAR = 8
"""Units after a score in which its questionnaire is named, or what it was before is told."""
_MOST_OF_AN_ECHO = 14


@dataclass(frozen=True)
class _Score:
    """A score: of which scale, when it was taken, what it was before, and the units that tell it.

    `band`: where the clinician says what range it is in; `severity`: what they call it at once.
    """

    scale: str
    score: str
    units: tuple[Unit, ...]
    previous: str | None = None
    band: Unit | None = None
    when: str = ""
    severity: str = ""

    def __repr__(self) -> str:
        return f"<_Score {len(self.units)} units>"


def measures(reading: Reading, used: set[int]) -> list[Statement]:
    """The scores of questionnaires, each as one line; the units that tell them are added to `used`."""
    found: dict[tuple[str, str, str], _Score] = {}
    for unit in reading.units:
        if unit.backchannel or unit.index in used:
            continue
        scores = [_corrected(reading.units, score) for score in _scores_at(reading.units, unit)]
        for score in scores:
            key = (score.scale, score.score, score.when)
            found[key] = _as_one(found[key], score) if key in found else score
            used.update(one.index for one in (*score.units, score.band) if one is not None)
    return [_told(reading, score) for score in found.values()]


def _as_one(score: _Score, again: _Score) -> _Score:
    """A score that is named once more, with what is only said of it there."""
    if again == replace(score, units=again.units):
        return score
    return replace(
        score,
        units=(*score.units, *again.units),
        previous=score.previous or again.previous,
        band=score.band or again.band,
        severity=score.severity or again.severity,
    )


def _corrected(units: Sequence[Unit], score: _Score) -> _Score:
    """The score with what its speaker says at once it is today, having read out another one."""
    first = min(score.units, key=lambda one: one.index)
    near = [one for one in units[first.index :][:_CORRECTED_WITHIN] if one.speaking is first.speaking]
    back = next((one for one in near if TAKEN_BACK.search(one.words) or TAKEN_BACK.search(one.exact)), None)
    told = next(((one, found) for one in near if (found := _todays_in(one)) is not None), None)
    if back is None or told is None or back.index > told[0].index:
        return score
    if any(NAMES.search(one.words) for one in near[1 : near.index(told[0]) + 1] if one not in score.units):
        return score
    value = told[1]
    rest = [one for one in units[told[0].index :][:_REACH] if one.speaking is first.speaking]
    before = _previous_in(rest)
    kept = [one for one in score.units if one.index <= told[0].index]
    if before is None or before[0] == value:
        return replace(score, score=value, previous=None, units=(*kept, told[0]))
    return replace(score, score=value, previous=before[0], units=(*kept, told[0], before[1]))


def _todays_in(unit: Unit) -> str | None:
    """What a sentence says the score is today."""
    found = TODAYS.search(unit.words) or TODAYS_BEHIND.search(unit.words)
    return _value(found["score"]) if found else None


def _told(reading: Reading, score: _Score) -> Statement:
    said = f"{score.scale}{f' ({score.when})' if score.when else ''}: {score.score}"
    said += "" if score.previous is None else f" (previously {score.previous})"
    units = score.units
    clinician = reading.fallback.clinician_forms.subject
    if score.severity:
        said += f"; {clinician} called it {score.severity}"
    elif score.band is not None:
        said += f"; {clinician} said: {quoted(score.band)}"
        units = (*units, score.band)
    units = tuple(sorted(dict.fromkeys(units), key=lambda unit: unit.index))
    line = made(reading, Kind.OBSERVATION, whole(said), units)
    # Two scores of one sentence are not the same for being told in the same words.
    return replace(line, more=_MEASURED_IS_WORTH, speaker=None, stems=frozenset(content_stems(said)))


def _scores_at(units: Sequence[Unit], unit: Unit) -> list[_Score]:
    """The scores of the scales that a unit names; told there, soon after, or by the client."""
    if unit.speaking is Speaking.CLIENT:
        return _told_by_name(units, unit)
    if unit.speaking is not Speaking.CLINICIAN:
        return []
    turn = tuple(takewhile(lambda one: one.turn == unit.turn, units[unit.index :]))[: _REACH + 1]
    named = NAMES.search(unit.words)
    if named is None:
        score = _unnamed(units, unit, turn) if UNNAMED.search(unit.words) else None
        return [score] if score is not None else []
    direct = next(
        (found for form in (SCORED, ON_THE, AT_ONCE) if (found := [*form.finditer(unit.words)])), []
    )
    if direct and not _asks(unit):
        scored = [(one, _value(one["score"])) for one in direct]
        return [
            replace(
                _with_rest(units, turn, called(one["scale"]), value, (unit,)),
                severity=_severity_behind(unit, one.end("score")),
            )
            for one, value in scored
            if value is not None
        ]
    scale = called(named["scale"])
    told = _bare_in(turn)
    if told is not None:
        return [_with_rest(units, turn, scale, told[0], tuple(dict.fromkeys((unit, *told[1]))))]
    by_client = _by_client(units, unit, scale) if unit.question else None
    return [by_client] if by_client is not None else []


def _unnamed(units: Sequence[Unit], unit: Unit, turn: Sequence[Unit]) -> _Score | None:
    """A score of a questionnaire that is named only soon after, or said to be in some range."""
    told = _bare_in(turn)
    if told is None:
        return None
    after = [one for one in units[told[1][0].index + 1 :][:_NEAR] if one.speaking is Speaking.CLINICIAN]
    named = next(((one, found) for one in after if (found := NAMED_LATER.search(one.words))), None)
    if named is not None:
        score = _with_rest(units, turn, called(named[1]["scale"]), told[0], (*told[1], named[0]))
        return score if score.previous is not None else _with_earlier(units, score)
    if len(turn) < 2 or told[1][0] is unit or not any(BAND.search(one.words) for one in turn):
        return None
    return _with_rest(units, turn, "Questionnaire score", *told)


def _told_by_name(units: Sequence[Unit], unit: Unit) -> list[_Score]:
    """A score that a client tells by its name: "the PHQ was seven"."""
    found = CLIENT_SCORED.search(unit.words)
    value = _value(found["score"]) if found else None
    if found is None or value is None or OF_THE_PAST.search(unit.words):
        return []
    return [_taken_up(units, _Score(called(found["scale"]), value, (unit,)))]


def _asks(unit: Unit) -> bool:
    return unit.question and not TAG.search(unit.words)


def _value(spoken: str) -> str | None:
    """A number in figures, with its point where it has one; None where it is no plain number."""
    written = with_decimals(spoken)
    value = plain_number(written) if "." not in written else None
    return str(value) if value is not None else written if "." in written else None


def _severity_behind(unit: Unit, at: int) -> str:
    found = CALLED_SEVERE.search(unit.words[at:])
    return found["called"].lower() if found else ""


def _bare_in(turn: Sequence[Unit]) -> tuple[str, tuple[Unit, ...]] | None:
    """A score told without its scale."""
    for one in turn:
        found = None if _asks(one) or _other_scale(one, turn[0]) else BARE.search(one.words)
        score = _value(found["score"]) if found else None
        if score is not None:
            return score, (one,)
    return None


def _other_scale(one: Unit, first: Unit) -> bool:
    return one is not first and NAMES.search(one.words) is not None


def _by_client(units: Sequence[Unit], question: Unit, scale: str) -> _Score | None:
    """A score that the client tells when asked for it."""
    following = units[question.index + 1 :]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, following)]
    summed = _in_all(said)
    if summed is not None:
        return _Score(scale, summed[1], (question, summed[0]), summed[2])
    for at, one in enumerate(said):
        alone = ALONE.search(one.words)
        found = alone or IT_WAS.search(one.words)
        score = _value(found["score"]) if found else None
        if score is None and word_count(one.words) > _MOST_BEFORE and not _ONLY_DONE.match(one.words):
            return None  # what comes later may be of something else
        if score is not None and PREVIOUS.search(one.words) is None:
            after = said[at + 1 : at + 2]
            then = _previous_in(after) or (_then_in(after) if alone else None)
            told = (question, one) if then is None else (question, one, then[1])
            return _taken_up(units, _Score(scale, score, told, None if then is None else then[0]))
    return None


def _in_all(said: Sequence[Unit]) -> tuple[Unit, str, str | None] | None:
    """A sum in an answer of many words, with what it was before."""
    for one in said:
        found = IN_ALL.search(one.words)
        score = _value(found["score"]) if found else None
        if found is not None and score is not None:
            return one, score, _value(found["then"]) if found["then"] else None
    return None


def _taken_up(units: Sequence[Unit], score: _Score) -> _Score:
    """A score that a client told, with what the clinician at once adds: the range, what it was before."""
    last = max(one.index for one in score.units)
    after = [one for one in units[last + 1 :] if not one.backchannel]
    rest = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after)]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(rest) :])][: _REACH + 1]
    said = [*takewhile(lambda one: not one.question and NAMES.search(one.words) is None, said)]
    again = [one for one in said if score.score in numbers_in(one) or one is said[0]]
    banded = (one for one in again if BAND.search(one.words) and word_count(one.exact) <= _MOST_OF_AN_ECHO)
    score = replace(score, band=next(banded, None))
    if score.previous is not None:
        return score
    before = _previous_in(said)
    if before is None or before[0] == score.score:
        return score
    return replace(score, previous=before[0], units=(*score.units, before[1]))


def _with_earlier(units: Sequence[Unit], score: _Score) -> _Score:
    """A score with what it was before, where the clinician tells that in their next turn."""
    last = max(one.index for one in score.units)
    first = min(one.index for one in score.units)
    said = [one for one in units[first + 1 : last + 1] if one.speaking is Speaking.CLINICIAN]
    before = _previous_in(said)
    if before is None or before[0] == score.score:
        return score
    return replace(score, previous=before[0], units=(*score.units, before[1]))


def _then_in(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    """What a score was, behind one that was told by itself: "Thirteen. It was twenty-one."."""
    for one in units:
        found = IT_WAS_THEN.search(one.words)
        value = _value(found["then"]) if found else None
        if value is not None:
            return value, one
    return None


def _with_rest(
    units: Sequence[Unit], turn: Sequence[Unit], scale: str, score: str, told: tuple[Unit, ...]
) -> _Score:
    """A score with what was said of it in the same turn: what it was before, its band, when it was taken."""
    after = [one for one in turn if one.index >= told[0].index and not _other_scale(one, turn[0])]
    before = _previous_in([one for one in after if one in told or one.index > told[-1].index])
    previous, resting = (None, told) if before is None else (before[0], (*told, before[1]))
    if before is not None and before[1].question:
        previous, more = _confirmed(units, before[1], before[0])
        resting = (*resting, *more)
    when = WHEN.search(told[0].words[: told[0].words.lower().rfind(score) or None])
    at = when.group() if when is not None and not _is_of_before(told[0], when) else ""
    band = next((one for one in after if BAND.search(one.words)), None)
    return _Score(scale, score, resting, previous if previous != score else None, band, at)


def _is_of_before(unit: Unit, when: re.Match[str]) -> bool:
    """Whether a time belongs to the score before: "it was nineteen last time"."""
    found = PREVIOUS.search(unit.words)
    return found is not None and found.start() <= when.start() < found.end()


def _previous_in(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    """What a score was before, the last time rather than the first."""
    told = [(found, one) for one in units if not _asks(one) for found in PREVIOUS.finditer(one.words)]
    for found, one in sorted(told, key=lambda at: at[0]["first"] is not None):
        spoken = next((value for value in found.groups() if value), None)
        previous = _value(spoken) if spoken else None
        if previous is not None:
            return previous, one
    return None


def _confirmed(units: Sequence[Unit], asked: Unit, value: str) -> tuple[str | None, tuple[Unit, ...]]:
    """An earlier score that the clinician was not sure of: as the client confirms it, or both then say."""
    after = [one for one in units[asked.index + 1 :] if not one.backchannel]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after)]
    other = [(one, number) for one in said for number in numbers_in(one) if number != value]
    if not other:
        plain = bool(said) and read_answer(said[0].exact) is Answer.YES
        return (value, tuple(said[:1])) if plain else (None, ())
    answered = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(said) :])
    unit, number = other[0]
    agreed = next((one for one in answered if number in numbers_in(one)), None)
    return (number, (unit, agreed)) if agreed is not None else (None, ())
