"""One way to write a value as bytes, so that hashes and signatures agree everywhere."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from retention.errors import BadInput

Json: TypeAlias = dict[str, Any]
"""A JSON object as plain Python values."""

_CLEAR_WORD = re.compile(r"[A-Za-z0-9_.:/@+=?&%#,~\-]{0,200}")


def canonical(value: object) -> bytes:
    """JSON in UTF-8 with sorted keys and no spaces (in the spirit of RFC 8785).

    Raises:
        BadInput: the value is not JSON (NaN, bytes, keys that are no strings).
    """
    try:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        return text.encode()
    except (TypeError, ValueError, RecursionError):
        # The cause would quote the value, which may be somebody's words.
        raise BadInput("the value is not plain JSON") from None


def read_json(text: bytes) -> Json:
    """The JSON object in `text`, which `canonical` wrote."""
    value = json.loads(text)
    if not isinstance(value, dict):
        raise BadInput("not a JSON object")
    return value


def content_hash(value: object) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def clear_word(value: object, field: str) -> str:
    """`value` when it may stand unsealed: an id, code or address, one word without spaces.

    Raises:
        BadInput: it could be a sentence or a name; the value is not repeated.
    """
    if not isinstance(value, str) or _CLEAR_WORD.fullmatch(value) is None:
        raise BadInput(f"{field} must be one word of at most 200 letters, digits and _.:/@+=?&%#,~-")
    return value


def clear_facts(facts: Mapping[str, object], field: str) -> Json:
    """A flat JSON object of numbers, booleans and single words, which may stand unsealed.

    Raises:
        BadInput: a key or value could hold content.
    """
    return {
        clear_word(key, field): value
        if value is None or isinstance(value, bool | int | float)
        else clear_word(value, f"{field}.{key}")
        for key, value in facts.items()
    }


def iso(at: datetime) -> str:
    """RFC 3339 in UTC with microseconds, e.g. `2026-01-05T09:00:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_iso(text: str) -> datetime:
    """The time `iso` wrote."""
    return datetime.fromisoformat(text)
