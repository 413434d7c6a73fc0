"""Restoring a backup into a place without records, and destroying at once what its time has come for."""

from __future__ import annotations

import asyncio
import base64
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from sqlalchemy import func, insert, select

from retention.audit import AuditEntry
from retention.backup import is_lasting
from retention.backup_file import BackupFacts, read_entries, read_facts
from retention.canonical import Json
from retention.clock import Clock, SteadyTime, SystemClock, TimeMark
from retention.database import Database
from retention.errors import BadInput, KeyUnavailable
from retention.folder import prepare_folders
from retention.keystore import PROBE, ChainHead, KeyStore, StoreFacts, WrappedKey
from retention.masters import MasterKeys
from retention.memory import Memory
from retention.migrate import revisions
from retention.opening import PAIR, closing, key_store_of, records_of, source_of
from retention.receipt import Receipt
from retention.rows import from_json
from retention.schema import MEMORY, meta, sessions
from retention.sealing import TAG_BYTES, DataKey
from retention.settings import RetentionSettings
from retention.transaction import Transaction

_TABLES = {table.name: table for table in MEMORY.sorted_tables}


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restored backup brought. `keys_found`: the key store was there, and keeps its own keys."""

    id: str
    rows: int
    keys: int
    keys_found: bool
    destroyed: int


async def restore(file: BinaryIO, settings: RetentionSettings, clock: Clock | None = None) -> Restored:
    """Restores a backup where there are no records, then opens the memory once, which sweeps.

    A key store that is still there keeps the keys it has: what it has erased stays erased, and what was
    living and is not in the backup is erased now. Without one, the keys of the backup found a new one.

    Raises:
        BadInput: it is no whole backup, or there are records already.
        KeyUnavailable: this is not its master key or key store, or its time is over. Nothing is changed.
        StoreUnavailable.
    """
    restored = await _restored(file, settings, clock or SystemClock())
    receipts: list[Receipt] = []
    async with Memory.open(settings, clock, on_receipt=receipts.append) as memory:
        entry = AuditEntry("operator", "backup.restored", restored.id, counts={"rows": restored.rows})
        await memory.audit.append(entry)
    return replace(restored, destroyed=len(receipts))


async def _restored(file: BinaryIO, settings: RetentionSettings, clock: Clock) -> Restored:
    facts = read_facts(file)
    if facts.schema not in revisions("memory"):
        raise BadInput("the backup was made by a newer version; install that one")
    await asyncio.to_thread(prepare_folders, settings)
    async with key_store_of(settings) as store, closing(records_of(settings)) as records:
        known = await store.facts()
        masters = await _masters(settings, facts, known)
        await _refuse_late(store, facts, clock)
        with _key(facts, masters) as key:
            start = file.tell()
            for _ in read_entries(file, facts, key):  # whole, before anything is written
                pass
            file.seek(start)
            await records.migrate("memory")
            fresh = await _found(store, facts, masters, known)
            await store.raise_time_mark(TimeMark(facts.made_at, facts.made_at))
            restored = await _fill(
                store, records, read_entries(file, facts, key), facts, masters, fresh=fresh
            )
            await store.erase([_mark(facts)])
            return restored


async def _found(store: KeyStore, facts: BackupFacts, masters: MasterKeys, known: StoreFacts | None) -> bool:
    """Whether the key store is made by this restoring, also if that was broken off before."""
    mark = _mark(facts)
    if known is None:
        await store.found(StoreFacts(bytes.fromhex(facts.store), masters.newest.check_value))
        await store.put(mark, WrappedKey(secrets.token_bytes(TAG_BYTES), secrets.token_bytes(32)))
    return await store.get(mark) is not None


def _mark(facts: BackupFacts) -> str:
    """The name under which a key store says that a restoring has begun and not ended."""
    return f"{PROBE}restoring:{facts.id}"


async def _masters(settings: RetentionSettings, facts: BackupFacts, known: StoreFacts | None) -> MasterKeys:
    """The master keys. Raises `KeyUnavailable` when the backup's or the store's is not among them."""
    if known is not None and known.id.hex() != facts.store:
        raise KeyUnavailable("the key store here is not the one of this backup; use another folder")
    masters = await source_of(settings).read()
    if masters is None:
        raise KeyUnavailable(
            "the master key is missing: put the one of this backup where it was, or give it, then restore"
        )
    try:
        masters.in_use(bytes.fromhex(facts.check))
    except KeyUnavailable:
        raise KeyUnavailable("this is not the master key of this backup; give the right one") from None
    if known is not None:
        masters.in_use(known.check_value)
    return masters


async def _refuse_late(store: KeyStore, facts: BackupFacts, clock: Clock) -> None:
    if facts.until is None:
        return
    # The store's own highest time counts, too: a clock set back wins nothing.
    known = await store.facts()
    mark = await store.time_mark() if known is not None else None
    if max(SteadyTime(clock, mark).now(), facts.made_at) >= facts.until:
        raise KeyUnavailable("this backup holds living transcripts, and the time to restore it is over")


def _key(facts: BackupFacts, masters: MasterKeys) -> DataKey:
    wrapped = base64.b64decode(facts.key, validate=True)
    try:
        return masters.unwrap(facts.key_name, bytes.fromhex(facts.tag), wrapped)
    except KeyUnavailable:
        raise BadInput("the beginning of the backup was altered") from None


async def _fill(
    store: KeyStore,
    records: Database,
    entries: Iterator[Json],
    facts: BackupFacts,
    masters: MasterKeys,
    *,
    fresh: bool,
) -> Restored:
    rows = keys = 0
    anchors: list[tuple[str, ChainHead]] = []
    wrapped: list[tuple[str, WrappedKey]] = []
    async with records.write() as connection:
        await _refuse_filled(connection)
        for entry in entries:
            if "row" in entry:
                table = _TABLES.get(entry["table"])
                if table is None:
                    raise BadInput("the backup has tables this version does not know")
                await connection.execute(insert(table).values(from_json(table, entry["row"])))
                rows += 1
            elif "key" in entry:
                kept = WrappedKey(bytes.fromhex(entry["tag"]), bytes.fromhex(entry["wrapped"]))
                wrapped.append((entry["key"], kept))
            else:
                anchors.append((entry["anchor"], ChainHead(entry["position"], entry["hash"])))
        if fresh:
            keys = await _put(store, wrapped, masters)
        else:
            await _erase_the_rest(store, {name for name, _ in wrapped})
        for chain, head in anchors:
            await store.advance(chain, head)
    return Restored(facts.id, rows, keys, not fresh, 0)


async def _refuse_filled(connection: Transaction) -> None:
    """Raises `BadInput` where there are records."""
    if await connection.scalar(select(func.count()).select_from(sessions)):
        raise BadInput("there are records here already; restore into an empty folder or database")
    paired = await connection.scalar(select(meta.c.value).where(meta.c.key == PAIR))
    if paired is not None:
        raise BadInput("a server was started here already; restore into an empty folder or database")


async def _erase_the_rest(store: KeyStore, restored: set[str]) -> None:
    """Erases keys of what was living and is not in the backup: no record would know when its time is over."""
    rest = [name for name in await store.names() if not is_lasting(name) and name not in restored]
    await store.erase([name for name in rest if not name.startswith(PROBE)])


async def _put(store: KeyStore, wrapped: list[tuple[str, WrappedKey]], masters: MasterKeys) -> int:
    """Keeps the backup's keys, under the master key that is in use now."""
    newest = masters.newest
    for name, kept in wrapped:
        with masters.unwrap(name, kept.tag, kept.wrapped) as key:
            await store.put(name, WrappedKey(kept.tag, newest.wrap(name, key)), newest.check_value)
    return len(wrapped)
