"""Opening the memory: the right key first, then the schema, then proof that it can forget."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table, delete, insert, inspect, select

from retention.audit import AuditChain, AuditEntry
from retention.chains import Store
from retention.clock import Clock, SteadyTime
from retention.database import Database
from retention.errors import CannotDelete, KeyUnavailable
from retention.folder import prepare_folders, read_or_make_master_key
from retention.ground import Ground, practice_key
from retention.ids import LOCAL
from retention.keystore import SqliteKeyStore, check_master_key, found, identify
from retention.receipts import ReceiptSigner
from retention.schema import meta, store_facts
from retention.sealing import MasterKey
from retention.settings import RetentionSettings

_AUDIT_KEY = "chain:audit"
_RECEIPT_KEY = "signing:receipts"
_PAIR = "key_store"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the memory is built from."""

    ground: Ground
    anchors: SqliteKeyStore
    signer: ReceiptSigner


@asynccontextmanager
async def opened(settings: RetentionSettings, clock: Clock) -> AsyncIterator[Opened]:
    """Opens both databases; closes them at the end.

    Raises:
        KeyUnavailable: the master key or the key store is not the one of these records.
        CannotDelete: deleted bytes stay readable here.
        StoreUnavailable: a database can't be opened, written or migrated.
    """
    await asyncio.to_thread(prepare_folders, settings)
    async with _closing(_file(settings.keys_path)) as keys, _closing(_records(settings)) as records:
        anchors = await _open_keys(settings, keys, records)
        await records.migrate("memory")
        await _pair(keys, records)
        await _prove_deletion(keys, store_facts, "name")
        await _prove_deletion(records, meta, "key")
        yield await _assemble(records, anchors, clock)
        await records.settle()
        await keys.settle()


async def _open_keys(settings: RetentionSettings, keys: Database, records: Database) -> SqliteKeyStore:
    """Checks the master key and that keys and records belong together, before anything is written."""
    store_id = await identify(keys)
    paired_with = await _paired_with(records)
    if paired_with is not None and (store_id is None or store_id.hex() != paired_with):
        raise KeyUnavailable("this key store is not the one of these records; restore the right one")
    secret = await asyncio.to_thread(read_or_make_master_key, settings, may_make=store_id is None)
    master = MasterKey(secret)
    await check_master_key(keys, master)
    await keys.migrate("keys")
    await found(keys, master, secrets.token_bytes(16))
    return SqliteKeyStore(keys, master)


async def _assemble(records: Database, keys: SqliteKeyStore, clock: Clock) -> Opened:
    for name in (_AUDIT_KEY, _RECEIPT_KEY, practice_key(LOCAL)):
        await keys.create(name)
    async with keys.key(_AUDIT_KEY) as audit_key, keys.key(_RECEIPT_KEY) as seed:
        chain_secret, signer = audit_key.raw(), ReceiptSigner(seed.raw())
    time = SteadyTime(clock, await keys.high_water())
    store = Store(records, keys)
    audit = AuditChain(store, chain_secret, time)
    await _note_gaps(store, audit)
    return Opened(Ground(store, keys, time, audit), keys, signer)


async def _note_gaps(store: Store, audit: AuditChain) -> None:
    """Records restored from an older copy lack links: say so in the chain, which goes on."""
    missing = await store.missing_links()
    if missing:
        await store.continue_from_anchors()
        counts = {f"missing_{chain}": links for chain, links in missing.items()}
        await audit.append(AuditEntry("system", "chain.gap_found", "records", counts=counts))


async def _paired_with(records: Database) -> str | None:
    """The id of the key store these records were made with; None for new records."""
    async with records.read() as connection:
        if not await connection.run_sync(lambda sync: inspect(sync).has_table(meta.name)):
            return None
        value: str | None = await connection.scalar(select(meta.c.value).where(meta.c.key == _PAIR))
        return value


async def _pair(keys: Database, records: Database) -> None:
    store_id = await identify(keys)
    if store_id is not None and await _paired_with(records) is None:
        async with records.write() as connection:
            await connection.execute(insert(meta).values(key=_PAIR, value=store_id.hex()))


async def _prove_deletion(database: Database, table: Table, name: str) -> None:
    """Writes a probe, deletes it, and looks whether its bytes are gone. Raises `CannotDelete`."""
    probe = secrets.token_hex(32)
    value = probe if table is meta else probe.encode()
    async with database.write() as connection:
        await connection.execute(insert(table).values({name: f"probe:{probe[:8]}", "value": value}))
    await database.settle()
    async with database.write() as connection:
        await connection.execute(delete(table).where(table.c[name].startswith("probe:")))
    await database.settle()
    if await database.contains(probe.encode()):
        raise CannotDelete("deleted bytes stay readable in the database; use another disk or file system")


def _records(settings: RetentionSettings) -> Database:
    url = settings.database_url
    if url is None:
        return _file(settings.database_path)
    if url.startswith("sqlite"):
        return _file(Path(url.partition(":///")[2]))
    return Database.at_url(url)


def _file(path: Path) -> Database:
    return Database.at_path(path)


@asynccontextmanager
async def _closing(database: Database) -> AsyncIterator[Database]:
    try:
        yield database
    finally:
        await database.close()
