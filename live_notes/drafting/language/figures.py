"""Numbers where they stand in a text: what each may mean, and of what unit it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from live_notes.drafting.language.numbers import ORDINALS, PLAIN, SCALES, TIMES, UNIT_OF

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
"""Without May, which is a verb far more often."""
_NAMED = {
    **{day: ("weekday", n) for n, day in enumerate(WEEKDAYS)},
    **{m: ("month", n) for n, m in enumerate(MONTHS)},
}
_SOFT = frozenset({"one", "first", "second", "half", "couple", "quarter", "third", "march"})
"""More often no numbers: they count as given, never as claimed."""

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_AFTER = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `values` are all it may mean; `claimed` what it surely means, if it is a number.

    `words`: how many tokens it takes. `unit` is the unit after it, if it is one of `numbers.MEASURES`.
    """

    values: frozenset[float]
    claimed: frozenset[float]
    kind: str
    words: int
    unit: str | None = None

    def __repr__(self) -> str:
        return f"<Figure of {self.words} words>"


def figures_of(lows: Sequence[str]) -> Mapping[int, Figure]:
    """The figures of a text's tokens in lower case, by the place of their first token."""
    found: dict[int, Figure] = {}
    at = 0
    while at < len(lows):
        figure = _at(lows, at)
        if figure is None:
            at += 1
            continue
        found[at] = figure
        at += figure.words
    return found


def _at(lows: Sequence[str], at: int) -> Figure | None:
    low = lows[at]
    if low in _NAMED:
        kind, number = _NAMED[low]
        values = frozenset({float(number)})
        return Figure(values, frozenset() if low in _SOFT else values, kind, 1)
    if low[0].isdigit():
        return _digits(lows, at)
    if low in PLAIN or (low in {"a", "an"} and at + 1 < len(lows) and lows[at + 1] in SCALES):
        return _spoken(lows, at)
    if low == "point" and at + 1 < len(lows) and (small := _small(lows[at + 1])) is not None:
        values = frozenset({float(f"0.{small}")})
        return Figure(values | {float(small)}, values, "number", 2, _unit(lows, at + 2))
    return _single(lows, at)


def _single(lows: Sequence[str], at: int) -> Figure | None:
    low = lows[at]
    if low in {"once", "daily", "everyday"}:
        counted = low != "once" or (
            at + 1 < len(lows) and lows[at + 1] in {"a", "an", "daily", "every", "per", "in"}
        )
        values = frozenset({1.0})
        return Figure(values, values if counted and low == "once" else frozenset(), "number", 1)
    value = ORDINALS.get(low, TIMES.get(low))
    if value is None:
        return None
    values = frozenset({float(value)})
    return Figure(values, frozenset() if low in _SOFT else values, "number", 1, _unit(lows, at + 1))


def _digits(lows: Sequence[str], at: int) -> Figure:
    parts = [float(part.replace(",", "")) for part in _DIGITS.findall(lows[at])]
    words = 1
    if (
        len(parts) == 1
        and at + 2 < len(lows)
        and lows[at + 1] == "point"
        and _small(lows[at + 2]) is not None
    ):
        parts, words = [float(f"{parts[0]:g}.{_small(lows[at + 2])}")], 3
    values = frozenset(parts)
    paired = _paired(lows, at, words)
    return Figure(values | paired, values, "number", words, _unit(lows, at + words))


def _paired(lows: Sequence[str], at: int, words: int) -> frozenset[float]:
    """Digits that a recogniser cut: "1" "40" may be 140."""
    following = lows[at + words] if at + words < len(lows) else ""
    if words == 1 and lows[at].isdecimal() and following.isdecimal() and len(lows[at]) + len(following) <= 4:
        return frozenset({float(f"{lows[at]}{following}")})
    return frozenset()


def _small(word: str) -> str | None:
    if word.isdecimal():
        return word
    value = PLAIN.get(word)
    return str(value) if value is not None and value < 100 else None


def _spoken(lows: Sequence[str], at: int) -> Figure:
    """A run of number words: what they make together, and what spoken pairs make ("one forty")."""
    end = at + 1
    while end < len(lows) and _goes_on(lows, end):
        end += 1
    run = [word for word in lows[at:end] if word not in {"and", "a", "an"}]
    value = float(_sum(run))
    values = {value}
    if end + 1 < len(lows) and lows[end] == "point" and _small(lows[end + 1]) is not None:
        value = float(f"{value:g}.{_small(lows[end + 1])}")
        values, end = {value}, end + 2
    elif end < len(lows) and lows[end] in PLAIN:
        values |= {float(f"{int(value)}{PLAIN[lows[end]]:02d}"), float(f"{int(value)}{PLAIN[lows[end]]}")}
    claimed = frozenset() if run == ["one"] else frozenset({value})
    return Figure(frozenset(values), claimed, "number", end - at, _unit(lows, end))


def _goes_on(lows: Sequence[str], at: int) -> bool:
    before, word = lows[at - 1], lows[at]
    if word in SCALES:
        return before in PLAIN or before in SCALES or before in {"a", "an"}
    if word == "and":
        return before in SCALES and at + 1 < len(lows) and lows[at + 1] in PLAIN
    if word not in PLAIN:
        return False
    return before in SCALES or before == "and" or (20 <= PLAIN.get(before, 0) < 100 and 0 < PLAIN[word] < 10)


def _sum(run: Sequence[str]) -> int:
    total = current = 0
    for word in run:
        if word in PLAIN:
            current += PLAIN[word]
            continue
        current = max(current, 1) * SCALES[word]
        if SCALES[word] > 100:
            total, current = min(total + current, 10**12), 0
    return total + current


def _unit(lows: Sequence[str], at: int) -> str | None:
    if at >= len(lows):
        return None
    return next((units[lows[at]] for units in UNIT_OF if lows[at] in units), None)


def is_unit(low: str) -> bool:
    """Whether a word is a unit of measure."""
    return any(low in units for units in UNIT_OF)


def kind_of(unit: str) -> int:
    """The kind of measure a unit is of: units of one kind can't stand for each other."""
    return next(at for at, units in enumerate(UNIT_OF) if unit in units.values())
