"""What is said around a score: what it was before and at the start, what it is called, an answer read out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import pronoun_words as says
from live_notes.drafting.embedded.measures.added_up import scored_line
from live_notes.drafting.embedded.measures.measure_words import (
    BAND,
    NAMES,
    NO_ONES,
    OF_AN_ITEM,
    OF_ANOTHER,
    PREVIOUS,
    in_digits,
    numbers_in,
)
from live_notes.drafting.embedded.measures.scale_names import called
from live_notes.drafting.embedded.measures.scores_before import Score, asks, is_of_the_first, names_the_first
from live_notes.drafting.embedded.measures.scores_behind import fits, scale_stem
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.spec import Speaking

_REACH, _TURNS, _OF_ITEM = 12, 4, 20
_MOST_OF_A_BAND, _MOST_ASIDE = 30, 25
_AHEAD, _GRANTED_WITHIN = 3, 3
_IN_LATER_TURNS = ("was", "against", "then", "last", "first")
"""How an earlier score is told where other things may be spoken of: with its day."""
_NO_SCORE = re.compile(
    r"\b(?:there|they|he|she|those) $|\b(?:there|they|he|she|those)(?: (?:was|were|had)) $", re.IGNORECASE
)


@dataclass(frozen=True)
class _Before:
    """An earlier score, whether it was the first, and where it is told."""

    value: str
    first: bool
    unit: Unit = field(repr=False)
    just: bool = False
    """Whether it was that of the last time."""

    def __repr__(self) -> str:
        return f"<_Before {self.unit.index}>"


def with_all_around(units: Sequence[Unit], score: Score) -> Score:
    """A score with what is said of it behind: the last one before, the first, and how high it is."""
    said = [*_stretch(units, score)]
    if not said or score.when:
        return _banded(score, said)
    ahead = _just_ahead(units, score, said[0])
    of_both = [one for one in _stretch(units, score, both=True) if one in said or _is_granted(units, one)]
    found = [one for unit in (*of_both, *ahead) for one in _before_in(unit, score, said[0])]
    return _banded(_with_before(score, found), said)


def _just_ahead(units: Sequence[Unit], score: Score, begins: Unit) -> list[Unit]:
    """The sentences of its turn before a score: "last time it was thirteen. Today I've ten"."""
    near = units[max(0, begins.index - _AHEAD) : begins.index]
    same = [one for one in near if one.turn == begins.turn and one.speaker == begins.speaker]
    other = max((one.index for one in same if _is_elsewhere(one, score)), default=-1)
    return [one for one in same if one.index > other]


def _is_granted(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician says after a client the number that the client remembers."""
    after = units[unit.index + 1 :][:_GRANTED_WITHIN]
    own = set(numbers_in(unit))
    return any(one.speaking is Speaking.CLINICIAN and own & set(numbers_in(one)) for one in after)


def moves(units: Sequence[Unit], score: Score) -> list[Unit]:
    """What says by how much a score has moved, and tells nothing that the scores do not."""
    return [one for one in _stretch(units, score, both=True) if says.MOVED.match(one.words)]


def _with_before(score: Score, found: Sequence[_Before]) -> Score:
    lasts = [one for one in found if not one.first]
    firsts = [one for one in found if one.first]
    last = _latest(lasts)
    first = firsts[0] if firsts and all(one.value == firsts[0].value for one in firsts) else None
    known = score.previous is not None and all(one.value != score.previous for one in found)
    if known or (last is None and (score.previous is not None or first is None)):
        return score  # told where it is not found again: nothing is put beside it
    told = [one for one in (last, first) if one is not None]
    previous = told[0].value
    start = first.value if last is not None and first is not None else None
    if previous == score.score and start is None:
        return score
    units = tuple(dict.fromkeys((*score.units, *(one.unit for one in told))))
    return replace(score, previous=previous, start=start, units=units)


def _latest(lasts: Sequence[_Before]) -> _Before | None:
    """The last score before this one: of several in a sentence what is "last time", or is told last."""
    if not lasts:
        return None
    told = [one for one in lasts if one.unit is lasts[0].unit]
    return next((one for one in told if one.just), told[-1])


def _banded(score: Score, said: Sequence[Unit]) -> Score:
    if score.band is not None or score.severity:
        return score
    band = next((one for one in said if _tells_band(one)), None)
    return replace(score, band=band)


def _tells_band(unit: Unit) -> bool:
    tells = BAND.search(unit.words) or says.CUT_OFF.search(unit.words) or says.CALLED.search(unit.words)
    plain = unit.speaking is Speaking.CLINICIAN and not asks(unit) and unit.spoken_length <= _MOST_OF_A_BAND
    return plain and tells is not None and NAMES.search(unit.words) is None


def _stretch(units: Sequence[Unit], score: Score, *, both: bool = False) -> Iterator[Unit]:
    """The sentences that stay with a score: of its teller, or with `both` of the other too."""
    value = score.score.split()[0]
    told = [one for one in score.units if value in numbers_in(one)] or [*score.units]
    begins = min(told, key=lambda one: one.index)
    if len({called(one["scale"]) for one in NAMES.finditer(begins.words)}) > 1:
        return
    turns, turn = 0, begins.turn
    for one in units[begins.index :][:_REACH]:
        turns, turn = turns + (one.turn != turn), one.turn
        if one.backchannel:
            continue
        if turns > _TURNS or (one is not begins and _is_elsewhere(one, score)):
            return
        if both or one.speaking is Speaking.CLINICIAN or one.turn == begins.turn:
            yield one


def _is_elsewhere(unit: Unit, score: Score) -> bool:
    names = {scale_stem(called(found["scale"])) for found in NAMES.finditer(unit.words)}
    if names - {scale_stem(score.scale)}:
        return True
    if unit.speaking is Speaking.CLINICIAN:
        return asks(unit) and not says.ABOUT_FORM.search(unit.words)
    return unit.length > _MOST_ASIDE


def _before_in(unit: Unit, score: Score, begins: Unit) -> Iterator[_Before]:
    """The earlier scores that a sentence tells of the score at hand."""
    if asks(unit):
        return
    here = unit.turn == begins.turn or score.score in numbers_in(unit)
    for found in PREVIOUS.finditer(unit.words):
        name = next((name for name, value in found.groupdict().items() if value), "")
        value = in_digits(found[name]) if name else None
        if (
            value is not None
            and (here or name in _IN_LATER_TURNS)
            and _is_its(unit, found.start(), score, value)
        ):
            just = "last " in found.group().lower()
            yield _Before(value, is_of_the_first(found), unit, just)
    for pattern in (says.BEFORE_ASIDE, says.BEFORE_OUT_OF):
        for found in pattern.finditer(unit.words):
            value = _spoken(found)
            if value is not None and _is_its(unit, found.start(), score, value):
                yield _Before(value, names_the_first(found.group()), unit)


def _spoken(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    if "aside" in groups:
        return in_digits(groups["aside"])
    value, of = in_digits(groups["score"]), in_digits(groups["of"])
    return None if value is None or of is None else f"{value} of {of}"


def _is_its(unit: Unit, at: int, score: Score, value: str) -> bool:
    before = unit.words[:at]
    of_other = OF_ANOTHER.search(before) or NO_ONES.search(before) or OF_AN_ITEM.search(before)
    same_kind = (" of " in value) == (" of " in score.score)
    return same_kind and not of_other and not _NO_SCORE.search(before) and fits(score.scale, value)


def items_read_out(reading: Reading, scores: Sequence[Score]) -> list[Statement]:
    """What was answered to one question of a questionnaire, as it was read out: "you put 'hardly ever'"."""
    found: list[Statement] = []
    begun = sorted(((min(one.index for one in score.units), score) for score in scores), key=lambda at: at[0])
    for nth, (begins, score) in enumerate(begun):
        ends = begun[nth + 1][0] if nth + 1 < len(begun) else len(reading.units)
        for unit in reading.units[begins:ends][:_OF_ITEM]:
            told = _item(reading.units, unit, begins)
            if told:
                words = " ".join(quoted(one)[1:-1] for one in told)
                own = next((one for part in told for one in NAMES.finditer(part.words)), None)
                scale = called(own["scale"]) if own is not None else score.scale
                said = whole(f'{scale}, one question: "{words}"')
                units = dict.fromkeys((reading.units[begins], *told))
                found.append(scored_line(reading, said, tuple(units), place=told[-1]))
                break
    return found


def _item(units: Sequence[Unit], unit: Unit, begins: int) -> tuple[Unit, ...]:
    """The sentences that name a question and tell its answer; none where nothing is read out."""
    if unit.speaking is not Speaking.CLINICIAN or asks(unit) or not says.HOW_OFTEN.search(unit.words):
        return ()
    before = [one for one in units[max(begins, unit.index - 2) : unit.index] if one.turn == unit.turn]
    named = next((one for one in (unit, *reversed(before)) if says.THE_ITEM.search(one.words)), None)
    if named is None:
        return ()
    if says.PUT_NOUGHT.search(unit.words):
        return ()
    after = [one for one in units[unit.index + 1 :][:1] if one.turn == unit.turn and not asks(one)]
    more = [one for one in after if says.HOW_OFTEN.search(one.words)]
    return tuple(sorted({named, unit, *more}, key=lambda one: one.index))
