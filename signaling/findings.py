"""What a validation objects to, in words for people: where and what, never the value that was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

OWN = "attune"
"""Type of the objections this code writes itself; of all others only the type is used, never the text."""

ROOT = "#"

_PHRASES = {
    "missing": "is required",
    "json_invalid": "is not JSON",
    "string_type": "must be text",
    "string_unicode": "must be text in UTF-8",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "string_pattern_mismatch": "has a form that is not allowed here",
    "too_short": "must have at least {min_length} entries",
    "too_long": "must have at most {max_length} entries",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "enum": "must be one of {expected}",
    "literal_error": "must be one of {expected}",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "model_type": "must be a JSON object",
    "model_attributes_type": "must be a JSON object",
    "dict_type": "must be a JSON object",
    "timezone_aware": "must say its time zone, as in 2026-01-05T09:00:00Z",
    "datetime_type": "must be a time such as 2026-01-05T09:00:00Z",
    "datetime_parsing": "must be a time such as 2026-01-05T09:00:00Z",
    "datetime_from_date_parsing": "must be a time such as 2026-01-05T09:00:00Z",
    "datetime_object_invalid": "must be a time such as 2026-01-05T09:00:00Z",
    "extra_forbidden": "has a part that is not known here",
}
"""Pydantic's types of objection. What stands in braces comes from our own declaration."""

_OTHERWISE = "can't be taken as it is"


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection: `place` from the outside in, `phrase` such as `must be at most 240`."""

    place: tuple[str | int, ...]
    phrase: str

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer in a URI fragment (RFC 6901 §6), as RFC 9457 §3.1 shows it."""
        return ROOT + "".join(f"/{_escaped(str(part))}" for part in self.place)

    @property
    def message(self) -> str:
        """The objection as a sentence."""
        return f"This {self.phrase}."


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def objection(phrase: LiteralString) -> PydanticCustomError:
    """An objection of our own validators. `phrase` follows `This`, is constant, and quotes nothing sent."""
    return PydanticCustomError(OWN, phrase)


def findings_of(error: ValidationError) -> tuple[Finding, ...]:
    """Everything pydantic objects to, each place once."""
    told: dict[tuple[str | int, ...], Finding] = {}
    for one in error.errors(include_input=False, include_url=False):
        # The name of an unknown field is the sender's own text: its owner is named instead.
        place = tuple(one["loc"][:-1] if one["type"] == "extra_forbidden" else one["loc"])
        told.setdefault(place, Finding(place, _phrase(one)))
    return tuple(told.values())


def _phrase(one: Any) -> str:
    if one["type"] == OWN:
        return str(one["msg"])
    told = one.get("ctx", {})
    if told.get("min_length") == 1:
        return "must not be empty"
    return _PHRASES.get(one["type"], _OTHERWISE).format_map(told)


def summary(found: Sequence[Finding], whole: str, part: str = "") -> str:
    """The first finding and how many more there are.

    `whole` names what was sent, e.g. `the body`; `part` what it consists of, e.g. `the field `.
    """
    first = found[0]
    subject = f"{part}{'.'.join(str(step) for step in first.place)}" if first.place else whole
    rest = len(found) - 1
    more = "" if rest == 0 else "; one more part is refused" if rest == 1 else f"; {rest} more are refused"
    return f"{subject} {first.phrase}{more}"


def finding(error: ValidationError) -> str:
    """The first thing pydantic objects to, e.g. `planned_minutes must be at most 240`."""
    return summary(findings_of(error)[:1], "the body")
