"""The day, the hour and the time until the next session as a note has them."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.booking.words import WHICH_DATE, WHICH_DAY

_LEADS = re.compile(r"^(?:on|at|for|around|about|the(?= \w+day\b)|that(?= \w+day\b)) ", re.IGNORECASE)


def until_then(said: str) -> str:
    """How long until then: "two weeks" is "in two weeks"."""
    plain = _LEADS.sub("", said.lower())
    return f"in {'a ' if plain == 'fortnight' else ''}{plain}" if _ONLY_LONG.fullmatch(plain) else plain


_ONLY_LONG = re.compile(r"(?:a|two|three|four|six|\d+) (?:weeks?|fortnights?|months?)|fortnight")


def named_day(said: str) -> str:
    """The day with its capital and without what leads to it."""
    plain = _LEADS.sub("", said)
    plain = f"the {plain}" if WHICH_DATE.match(plain) else plain
    return WHICH_DAY.sub(lambda found: found.group().capitalize(), plain[:1].lower() + plain[1:])


def at_hour(hour: str) -> str:
    """The hour as it goes on behind a day."""
    plain = _LEADS.sub("", hour).lower()
    return f", {plain}" if "same" in plain or "usual" in plain else f" at {plain}"


_NUMBERS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
_VALUE = {word: at for at, word in enumerate(_NUMBERS.split("|"))} | {
    "thirty": 30, "forty": 40, "fifty": 50, "noon": 12, "midday": 12, "quarter": 15, "oh": 0,
}  # fmt: skip
_CLOCK = re.compile(r"\d+|[a-z]+")


def clock(said: str) -> str:
    """An hour as a clock on the wall shows it: "half five", "5.30 p.m." and "five thirty" are the same."""
    words = _CLOCK.findall(said.lower())
    values = [
        int(word) if word.isdigit() else _VALUE[word] for word in words if word.isdigit() or word in _VALUE
    ]
    if not values or "same" in words or "usual" in words:
        return bare_slot(said)
    if "half" in words:
        return f"{values[0] % 12}:30"
    first, rest = values[0], sum(values[1:])
    if "past" in words or "after" in words:
        return f"{values[-1] % 12}:{first:02}"
    if "to" in words:
        return f"{(values[-1] - 1) % 12}:{60 - first:02}"
    return f"{first % 12}:{rest:02}"


def bare_slot(said: str) -> str:
    """A slot without what is only said around it, to tell whether two are the same."""
    return re.sub(r"\b(?:at|for|the|around|about|in|o'clock)\b|[^\w]", "", said.lower())
