"""The day, the hour and the time until the next session as a note has them."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.booking_words import WHICH_DAY

_LEADS = re.compile(r"^(?:on|at|for|around|about|the(?= \w+day\b)|that(?= \w+day\b)) ", re.IGNORECASE)


def until_then(said: str) -> str:
    """How long until then: "two weeks" is "in two weeks"."""
    plain = _LEADS.sub("", said.lower())
    return f"in {'a ' if plain == 'fortnight' else ''}{plain}" if _ONLY_LONG.fullmatch(plain) else plain


_ONLY_LONG = re.compile(r"(?:a|two|three|four|six|\d+) (?:weeks?|fortnights?|months?)|fortnight")


def named_day(said: str) -> str:
    """The day with its capital and without what leads to it."""
    plain = _LEADS.sub("", said)
    return WHICH_DAY.sub(lambda found: found.group().capitalize(), plain[:1].lower() + plain[1:])


def at_hour(hour: str) -> str:
    """The hour as it goes on behind a day."""
    plain = _LEADS.sub("", hour).lower()
    return f", {plain}" if "same" in plain or "usual" in plain else f" at {plain}"


def bare_slot(said: str) -> str:
    """A slot without what is only said around it, to tell whether two are the same."""
    return re.sub(r"\b(?:at|for|the|around|about|in|o'clock)\b|[^\w]", "", said.lower())
