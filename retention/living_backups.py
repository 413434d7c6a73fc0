"""Backups with keys of living transcripts: until when each may be restored, so that receipts can say it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, insert, select

from retention.canonical import iso
from retention.schema import meta
from retention.transaction import Transaction

NOTED: Final = "living_backup:"
"""What their rows in `meta` begin with."""


async def note_living_backup(connection: Transaction, backup: str, until: datetime) -> None:
    """Remembers one."""
    await connection.execute(insert(meta).values(key=f"{NOTED}{backup}", value=iso(until)))


async def living_backups(connection: Transaction, now: datetime) -> int:
    """How many may still be restored."""
    query = select(func.count()).where(meta.c.key.startswith(NOTED), meta.c.value > iso(now))
    return int(await connection.scalar(query) or 0)


async def forget_living_backups(connection: Transaction, now: datetime) -> None:
    """Forgets those whose time is over."""
    await connection.execute(delete(meta).where(meta.c.key.startswith(NOTED), meta.c.value <= iso(now)))
