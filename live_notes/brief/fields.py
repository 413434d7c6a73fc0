"""Reads one field of a note's JSON; what can't be is told by its name, never by its value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from retention.errors import BadInput

MOST_MINUTES = 24 * 60
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_WRITTEN_DATES = ("%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y")
_LONGEST_ID = 200

Fields = Mapping[str, object]


def first(fields: Fields, frame: Fields | None, names: Sequence[str]) -> object:
    """The first of these fields that is there, the call's own frame before the rest."""
    for place in (frame or {}, fields):
        for name in names:
            if place.get(name) is not None:
                return place[name]
    return None


def moment_of(value: object, what: str) -> datetime | None:
    """A date or a time, ISO 8601 or as a letter has it ("March 2, 2026"). Raises `BadInput`."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        text = value.strip()
        for form in (None, *_WRITTEN_DATES):
            try:
                if form is None:
                    return datetime.fromisoformat(text)
                return datetime.strptime(text, form).replace(tzinfo=UTC)
            except ValueError:
                continue
    raise BadInput(f"{what} is not a date such as 2026-03-02")


def minutes_of(value: object, what: str) -> int | None:
    """Whole minutes of a length. Raises `BadInput`."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST_MINUTES:
        raise BadInput(f"{what} is not a number of minutes")
    return round(value)


def text_of(value: object, what: str) -> str:
    """A text on one line. Raises `BadInput` for what is no text or can't be written."""
    if not isinstance(value, str):
        raise BadInput(f"{what} is not a text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadInput(f"{what} holds half a character (an unpaired surrogate)") from None
    return " ".join(_CONTROL.sub(" ", value).split())


def list_of(value: object, what: str) -> Sequence[object]:
    """A list, empty where there is none. Raises `BadInput`."""
    if value is None:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise BadInput(f"{what} is not a list")
    return value


def object_of(value: object, what: str) -> Fields:
    """An object. Raises `BadInput`."""
    if not isinstance(value, Mapping):
        raise BadInput(f"{what} is not an object")
    return value


def id_of(fields: Fields, names: Sequence[str], what: str) -> str | None:
    """The first of these ids that is there. Raises `BadInput`."""
    for name in names:
        given = fields.get(name)
        if given is None or given == "":
            continue
        if isinstance(given, bool) or not isinstance(given, str | int):
            raise BadInput(f"{what}: {name} is not an id")
        found = text_of(str(given), f"{what}: {name}")
        if not found or len(found) > _LONGEST_ID:
            raise BadInput(f"{what}: {name} is not an id")
        return found
    return None
