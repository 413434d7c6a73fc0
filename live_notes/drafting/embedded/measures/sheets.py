"""Totals of a questionnaire that nobody names: "the total of your sheet. I have eleven"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.measure_words import (
    NAMES,
    UNNAMED,
    in_digits,
    number_of,
    numbers_in,
)
from live_notes.drafting.embedded.measures.scores_before import Score, asks
from live_notes.drafting.embedded.measures.scores_behind import clinician_told
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

UNNAMED_SCORE = "Questionnaire score"
_REACH, _TURNS = 8, 3
_MOST_ASIDE = 20
"""Words of a client between the sheet and its total, who would else have come to other matters."""
_ADDED_ALOUD = 3
"""Numbers in a sentence that are added up aloud."""
_FILLED_IN = AnyCase(
    r"\b(?:did|done|filled|fill|from last|completed?|answered|waiting room|reception|desk|outside|got your"
    r"|your"
    r" (?:form|sheet|questionnaire|total)|total|totted|totalled|scored?|added)\b"
)
_NO_SHEET = AnyCase(
    r"\b(?:consent|referral|claim|benefits?|order|application|tax|sick|fact|information|safety|trigger"
    r"|exercise"
    r"|balance|hand-?out|work) ?(?:form|sheet|measures?)|\b(?:form|measures?) of\b|\bpub measures?\b"
)
_KIND = re.compile(r"\bthe (?P<kind>[a-z]{4,}) one\b", re.IGNORECASE)
_NO_KIND = re.compile(
    r"\b(?:other|last|first|same|next|right|wrong|long|short|usual|new|little|only)\b", re.IGNORECASE
)
_NOUN = AnyCase(r"\b(?:questionnaire|form|sheet|survey|booklet|screener|measure)\b")
"""What it is called where nobody names it."""
_SUMMED = AnyCase(
    r"\b(?:total|totted|totalled|added|scor\w+|came (?:out|up)|comes? (?:out|to)|adds? up|make it|made it"
    r"|make that|in all|altogether)\b"
)
"""Says that a number is a sum, where nothing else names it."""
_FILLS = re.compile(r",? \b(?:eh|uh|um|er|em|erm|hmm|hm)\b,?", re.IGNORECASE)
_AT_LAST = AnyCase(
    r"(?:\bthat's|\bit's|\bthat is|\bi(?:'ve)? (?:have|got)|\bi've"
    rf"|\b(?:make|makes|made) (?:it|that)),? {number_of('score')}\W*$"
)


def scores_of_sheets(units: Sequence[Unit], scores: Sequence[Score]) -> Iterator[Score]:
    """The totals that are told of a sheet where no scale has a score near it."""
    ends = -1
    known = {one.index for score in scores for one in score.units}
    for unit in units:
        if unit.index <= ends or unit.speaking is not Speaking.CLINICIAN or not UNNAMED.search(unit.words):
            continue
        if not _FILLED_IN.search(unit.words) or _NO_SHEET.search(unit.words) or NAMES.search(unit.words):
            continue
        if any(at in known for at in range(unit.index - 1, unit.index + _REACH)):
            continue
        told = _first_total(units, unit)
        if told is not None:
            ends = told[1].index + _REACH
            yield Score(_called(unit), told[0], tuple(dict.fromkeys((unit, told[1]))))


def _called(unit: Unit) -> str:
    """The sheet as it is told apart: "the questionnaire from last week, the gambling one"."""
    noun = _NOUN.search(unit.words)
    kind = _KIND.search(unit.words)
    if noun is None:
        return UNNAMED_SCORE
    if kind is None or _NO_KIND.search(kind["kind"]):
        return noun.group().capitalize()
    return f"{kind['kind'].capitalize()} {noun.group().lower()}"


def _first_total(units: Sequence[Unit], sheet: Unit) -> tuple[str, Unit] | None:
    """The first number behind a sheet that is told as its sum."""
    summed = _SUMMED.search(sheet.words) is not None
    near = [one for one in units[sheet.index :][: _REACH + 1] if one.turn - sheet.turn <= _TURNS]
    for at, one in enumerate(near):
        if one.speaking is Speaking.CLIENT and one.length > _MOST_ASIDE:
            return None
        if one.speaking is not Speaking.CLINICIAN or asks(one) or NAMES.search(one.words):
            continue
        aloud = any(len(numbers_in(other)) >= _ADDED_ALOUD for other in near[max(0, at - 1) : at + 1])
        if at and not (summed or aloud or _SUMMED.search(one.words)):
            continue
        value = _value(one, near_it=summed or aloud)
        if value is not None:
            return value, one
    return None


def _value(unit: Unit, *, near_it: bool) -> str | None:
    words = _FILLS.sub("", unit.words)
    last = _AT_LAST.search(words) if near_it or _SUMMED.search(words) else None
    if last is not None:
        return in_digits(last["score"])
    return clinician_told(unit, near=near_it, bare=False) if _SUMMED.search(words) or near_it else None


_OF_WHAT = (
    (
        re.compile(r"\b(?:mood|depression)\b", re.IGNORECASE),
        ("PHQ", "BDI", "QIDS", "GDS", "EPDS", "MADRS", "HADS"),
    ),
    (re.compile(r"\b(?:anxiety|worry)\b", re.IGNORECASE), ("GAD", "BAI", "PSWQ", "HADS")),
    (re.compile(r"\b(?:sleep|insomnia)\b", re.IGNORECASE), ("ISI", "PSQI")),
    (re.compile(r"\btrauma\b", re.IGNORECASE), ("PCL", "IES", "ITQ")),
)
"""What a questionnaire is called that is named only later: "the mood questionnaire ... your PHQ"."""
_NAMED_WITHIN = 14


def is_one_described(one: Score, other: Score) -> bool:
    """Whether a score is told first by what it measures, and at once again by the name of its scale."""
    near = min(unit.index for unit in other.units) - max(unit.index for unit in one.units) <= _NAMED_WITHIN
    if one.score != other.score or not near or one.when != other.when:
        return False
    if one.scale in {UNNAMED_SCORE, "Questionnaire"}:
        return other.scale != one.scale
    stem = other.scale.split("-", maxsplit=1)[0]
    return any(of.search(one.scale) and stem in names for of, names in _OF_WHAT)
