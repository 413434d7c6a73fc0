"""Rows as JSON, the same from every database: how records travel in a backup."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from sqlalchemy import LargeBinary, Table

from retention.canonical import Json, from_iso, iso
from retention.errors import BadInput
from retention.schema import Instant, SealedBlob
from retention.sealing import Sealed


def as_json(table: Table, row: Mapping[str, Any]) -> Json:
    """A row's values as JSON: ciphertext as base64, times in UTC."""
    return {column.name: _written(row[column.name]) for column in table.columns}


def from_json(table: Table, row: Json) -> dict[str, Any]:
    """The values `as_json` wrote. Raises `BadInput` for what is no row of the table."""
    columns = {column.name: column for column in table.columns}
    if not set(row) <= set(columns):
        raise BadInput("the backup has columns this version does not know")
    try:
        return {name: _read(columns[name].type, value) for name, value in row.items()}
    except (AttributeError, TypeError, ValueError):
        raise BadInput("the backup holds a value that can't be") from None


def _written(value: Any) -> Any:
    if isinstance(value, Sealed):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return iso(value) if hasattr(value, "astimezone") else value


def _read(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, SealedBlob):
        return Sealed(base64.b64decode(value, validate=True))
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    return from_iso(value) if isinstance(kind, Instant) else value
