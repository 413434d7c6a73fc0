"""Days, and how a line says one."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

Day: TypeAlias = date

UNDATED = "date not recorded"


def day(at: Day | None) -> str:
    """A day as a line says it."""
    return UNDATED if at is None else at.isoformat()
