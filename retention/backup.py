"""Backups: what is kept for good, from one moment, sealed into one file.

What is going to be destroyed is left out: transcripts with the choices of their masking, drafts and the
bodies of the ledger, with their keys. So no backup can bring back what was destroyed after it was made. Who
needs them against the loss of a disk may take the living ones along for some hours (`living_for`); every
receipt of a destruction within that time says that such a backup is about.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, BinaryIO, Final

from sqlalchemy import Select, Table, null, select

from retention.audit import AuditEntry
from retention.backup_file import BackupFacts, BackupWriter
from retention.canonical import Json
from retention.chains import CHAINS
from retention.errors import BadInput, StoreUnavailable
from retention.ground import Ground
from retention.ids import new_id
from retention.keystore import PROBE, KeyStore
from retention.living_backups import NOTED, note_living_backup
from retention.migrate import newest_revision
from retention.notes import NoteStatus
from retention.rows import as_json
from retention.schema import MEMORY, ledger, masking_choices, meta, notes, segments, struck
from retention.sealing import DataKey, MasterKey
from retention.transaction import Transaction

LONGEST_LIVING: Final = timedelta(hours=24)
"""No backup with the keys of living transcripts may be restored later than this."""

_LASTING: Final = ("chain:", "signing:", "practice:")
_SIGNED: Final = ":signed"
_DOOMED: Final = (segments, struck, masking_choices)
_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: rows by table, and data keys."""

    id: str
    rows: dict[str, int]
    keys: int
    until: datetime | None


def is_lasting(key_name: str) -> bool:
    """Whether a data key is of what is kept for good, and not of what is going to be destroyed."""
    return key_name.startswith(_LASTING) or (key_name.startswith("note:") and key_name.endswith(_SIGNED))


async def back_up(
    ground: Ground, store: KeyStore, file: BinaryIO, living_for: timedelta | None = None
) -> Backup:
    """Writes a backup into an open file; the memory may be at work.

    Raises:
        BadInput: `living_for` is too long. StoreUnavailable. OSError: the file can't be written.
    """
    facts, key = await _facts(store, await ground.keys.refresh(), ground.time.now(), living_for)
    await _note(ground, facts)
    with key:
        rows, keys = await _written(ground, store, BackupWriter(file, facts, key), facts.until)
    return Backup(facts.id, rows, keys, facts.until)


async def _facts(
    store: KeyStore, master: MasterKey, now: datetime, living_for: timedelta | None
) -> tuple[BackupFacts, DataKey]:
    if living_for is not None and not timedelta(0) < living_for <= LONGEST_LIVING:
        raise BadInput("living transcripts may be in a backup for more than 0 and at most 24 hours")
    known = await store.facts()
    if known is None:
        raise StoreUnavailable("the key store lost its contents; restore the right one")
    key = DataKey.fresh()
    bare = BackupFacts(
        id=new_id("bak"),
        store=known.id.hex(),
        check=master.check_value.hex(),
        schema=newest_revision("memory"),
        tag=key.tag.hex(),
        key="",
        made_at=now,
        until=None if living_for is None else now + living_for,
    )
    wrapped = base64.b64encode(master.wrap(bare.key_name, key)).decode()
    return replace(bare, key=wrapped), key


async def _written(
    ground: Ground, store: KeyStore, writer: BackupWriter, until: datetime | None
) -> tuple[dict[str, int], int]:
    living = until is not None
    rows: dict[str, int] = {}
    async with ground.store.read() as connection:
        for table in MEMORY.sorted_tables:
            if table in _DOOMED and not living:
                continue
            rows[table.name] = 0
            async for row in _pages(connection, table, _query(table, living=living)):
                writer.add({"table": table.name, "row": row})
                rows[table.name] += 1
                await asyncio.sleep(0)
    keys = [name for name in await store.names() if _goes_along(name, living=living)]
    for name in keys:
        kept = await store.get(name)
        if kept is not None:
            writer.add({"key": name, "tag": kept.tag.hex(), "wrapped": kept.wrapped.hex()})
    for chain in CHAINS:
        head = await store.anchor(chain)
        writer.add({"anchor": chain, "position": head.position, "hash": head.hash})
    writer.finish()
    return rows, len(keys)


def _goes_along(name: str, *, living: bool) -> bool:
    return is_lasting(name) or (living and not name.startswith(PROBE))


def _query(table: Table, *, living: bool) -> Select[Any]:
    query = select(table).order_by(*table.primary_key.columns)
    if table is meta:
        return query.where(~meta.c.key.startswith(NOTED), ~meta.c.key.startswith(PROBE))
    if living:
        return query
    if table is notes:
        return query.where(notes.c.status == NoteStatus.SIGNED)
    if table is ledger:
        columns = [null().label("sealed") if column is ledger.c.sealed else column for column in ledger.c]
        return select(*columns).order_by(ledger.c.id)
    return query


async def _pages(connection: Transaction, table: Table, query: Select[Any]) -> AsyncIterator[Json]:
    """All rows, some hundred at a time."""
    offset = 0
    while rows := (await connection.execute(query.limit(_PAGE).offset(offset))).mappings().all():
        for row in rows:
            yield as_json(table, dict(row))
        offset += len(rows)


async def _note(ground: Ground, facts: BackupFacts) -> None:
    """Puts the backup into the audit chain; one with living keys also where receipts find it."""
    async with ground.store.write() as connection:
        if facts.until is not None:
            await note_living_backup(connection, facts.id, facts.until)
        purpose = "lasting" if facts.until is None else "living"
        await ground.audit.record(connection, AuditEntry("operator", "backup.made", facts.id, purpose))
