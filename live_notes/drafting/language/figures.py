"""Numbers where they stand in a text: what each may mean, and of what unit it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from live_notes.drafting.language.numbers import ORDINALS, PLAIN, SCALES, TIMES, UNIT_OF
from live_notes.drafting.language.words import word_set

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

OFTEN = "often"
"""The kind of a number of times: "twice" is no "two"."""

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_DATE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})")
_SHARE = re.compile(r"(\d{1,2})/(7|12|52)")
_SHARES = {"7": "day", "52": "week", "12": "month"}
"""A British clinician's "3/7" is three days, "6/52" six weeks, "3/12" three months."""
_SPAN_BEFORE = word_set("for past last in next over after since every")
_SPAN_AFTER = word_set("ago hx history post later")
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_ADVERBS = word_set("once twice thrice")
_MINUTES = 60.0


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
        return _date(low) or _share(lows, at) or _digits(lows, at)
    if low in PLAIN or (low in {"a", "an"} and at + 1 < len(lows) and lows[at + 1] in SCALES):
        return _spoken(lows, at)
    return _by_its_neighbours(lows, at) or _single(lows, at)


def _by_its_neighbours(lows: Sequence[str], at: int) -> Figure | None:
    """What is a number only beside another word: "half an hour", "a week ago", "point five"."""
    low = lows[at]
    if low in {"half", "quarter"} and (parts := _part_of_an_hour(lows, at)):
        return Figure(parts, frozenset(), "number", 1)
    if low in {"a", "an"} and (unit := _unit(lows, at + 1)) is not None:
        return _one(lows, at, unit)
    if low == "point" and at + 1 < len(lows) and (small := _small(lows[at + 1])) is not None:
        values = frozenset({float(f"0.{small}")})
        return Figure(values | {float(small)}, values, "number", 2, _unit(lows, at + 2))
    return None


def _date(low: str) -> Figure | None:
    """A date in digits, with or without its century."""
    found = _DATE.fullmatch(low)
    if found is None:
        return None
    written = frozenset(float(part) for part in found.groups())
    year = int(found[3])
    years = {year % 100, *((1900 + year, 2000 + year) if year < 100 else ())}
    return Figure(written | {float(one) for one in years}, written, "number", 1)


def _share(lows: Sequence[str], at: int) -> Figure | None:
    """Days, weeks or months written as sevenths, fifty-seconds or twelfths, where a span of time stands."""
    found = _SHARE.fullmatch(lows[at])
    before, after = lows[at - 1] if at else "", lows[at + 1] if at + 1 < len(lows) else ""
    if found is None or (before not in _SPAN_BEFORE and after not in _SPAN_AFTER):
        return None
    values = frozenset({float(found[1])})
    return Figure(values, values, "number", 1, _SHARES[found[2]])


def _part_of_an_hour(lows: Sequence[str], at: int) -> frozenset[float] | None:
    """All that "half an hour" (thirty minutes) and "an hour and a half" (ninety) may be written as."""
    share = TIMES[lows[at]]
    if list(lows[max(0, at - 3) : at]) == ["hour", "and", "a"]:
        return frozenset({share, 1 + share, _MINUTES * (1 + share)})
    following = [word for word in lows[at + 1 : at + 4] if word not in {"a", "an", "of"}]
    return frozenset({share, _MINUTES * share}) if following[:1] == ["hour"] else None


def _one(lows: Sequence[str], at: int, unit: str) -> Figure | None:
    """One week of "a week ago", once of "fifty milligrams a day"; "twice a day" gives no one."""
    before = lows[at - 1] if at else ""
    if before in _ADVERBS or before == "times" or before in PLAIN or before[:1].isdigit():
        return None
    rate = is_unit(before) or before in {"tablet", "tablets", "pill", "pills"}
    return Figure(frozenset({1.0}), frozenset(), OFTEN if rate else "number", 1, None if rate else unit)


def _single(lows: Sequence[str], at: int) -> Figure | None:
    low = lows[at]
    if low in {"once", "daily", "everyday"}:
        counted = low != "once" or (
            at + 1 < len(lows) and lows[at + 1] in {"a", "an", "daily", "every", "per", "in"}
        )
        values = frozenset({1.0})
        return Figure(values, values if counted and low == "once" else frozenset(), OFTEN, 1)
    value = ORDINALS.get(low, TIMES.get(low, _DECADES.get(low)))
    if value is None:
        return None
    values = frozenset({float(value)})
    kind = OFTEN if low in _ADVERBS else _kind(lows, at + 1)
    return Figure(
        values, frozenset() if low in _SOFT or low in _DECADES else values, kind, 1, _unit(lows, at + 1)
    )


def _kind(lows: Sequence[str], at: int) -> str:
    """Of a number that ends before `at`."""
    following = [word for word in lows[at : at + 2] if word not in {"of", "more"}]
    return OFTEN if following[:1] == ["times"] else "number"


def _digits(lows: Sequence[str], at: int) -> Figure:
    parts = [float(part.replace(",", "")) for part in _DIGITS.findall(lows[at])]
    words = 1
    part, taken = _behind_point(lows, at + 1)
    if len(parts) == 1 and part:
        parts, words = [float(f"{parts[0]:g}.{part}")], 1 + taken
    if len(parts) == 1 and _and_a_half(lows, at + words):
        parts, words = [parts[0] + TIMES["half"]], words + 3
    values = frozenset(parts)
    paired = _paired(lows, at, words)
    return Figure(values | paired, values, _kind(lows, at + words), words, _unit(lows, at + words))


def _and_a_half(lows: Sequence[str], at: int) -> bool:
    """Whether a number goes on as in "two and a half hours"."""
    return list(lows[at : at + 3]) == ["and", "a", "half"] and _unit(lows, at + 3) is not None


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


def _behind_point(lows: Sequence[str], at: int) -> tuple[str, int]:
    """The decimals of a number, one digit after the other or as tens, and how many words they take."""
    if at >= len(lows) or lows[at] != "point" or at + 1 >= len(lows) or _small(lows[at + 1]) is None:
        return "", 0
    digits = [_small(lows[at + 1]) or ""]
    tens = len(digits[0]) == 2 and digits[0][1] == "0"
    for low in lows[at + 2 : at + (3 if tens else 4)]:
        more = _small(low)
        if more is None or len(more) != 1 or (len(digits[0]) > 1 and not tens):
            break
        digits.append(more)
    return (digits[0][0] if tens and len(digits) > 1 else digits[0]) + "".join(digits[1:]), 1 + len(digits)


def _spoken(lows: Sequence[str], at: int) -> Figure:
    """A run of number words: what they make together, and what spoken pairs make ("one forty")."""
    end = at + 1
    while end < len(lows) and _goes_on(lows, end):
        end += 1
    run = [word for word in lows[at:end] if word not in {"and", "a", "an"}]
    value = float(_sum(run))
    values = {value}
    part, taken = _behind_point(lows, end)
    if part:
        value = float(f"{value:g}.{part}")
        values, end = {value}, end + taken
    elif _and_a_half(lows, end):
        value, end = value + TIMES["half"], end + 3
        values = {value, *({_MINUTES * value} if _unit(lows, end) == "hour" else ())}
    elif end < len(lows) and (second := {**PLAIN, **_DECADES}.get(lows[end])) is not None:
        values |= {float(f"{int(value)}{second:02d}"), float(f"{int(value)}{second}")}
    elif end + 2 < len(lows) and lows[end] in {"to", "or"} and lows[end + 1] in PLAIN:
        values.add(value * SCALES.get(lows[end + 2], 1))  # "three to four hundred"
    claimed = frozenset() if run == ["one"] else frozenset({value})
    return Figure(frozenset(values), claimed, _kind(lows, end), end - at, _unit(lows, end))


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
