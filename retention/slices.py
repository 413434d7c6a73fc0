"""Opening many sealed rows without holding the event loop: a few at a time, others in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

_R = TypeVar("_R")
_T = TypeVar("_T")

SLICE: Final = 25
"""Rows opened in one turn of the loop: a few milliseconds, also where freed memory is overwritten."""


async def in_slices(rows: Sequence[_R], read: Callable[[_R], _T], size: int = SLICE) -> list[_T]:
    """`read` of each row, in order; after every `size` rows everybody else has a turn."""
    found: list[_T] = []
    for start in range(0, len(rows), size):
        if start:
            await asyncio.sleep(0)
        found += [read(row) for row in rows[start : start + size]]
    return found
