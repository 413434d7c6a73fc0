"""Opening the memory: the right key first, then the schema, then proof that it can forget."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, inspect, select

from retention import proof
from retention.audit import AuditChain, AuditEntry
from retention.chains import AUDIT, Store
from retention.clock import Clock, SteadyTime
from retention.database import Database
from retention.errors import KeyUnavailable, StoreUnavailable
from retention.folder import prepare_folders
from retention.ground import Ground, practice_key
from retention.ids import LOCAL
from retention.keystore import DataKeys, KeyStore, StoreFacts
from retention.kms import kms_of
from retention.masters import GivenKeys, KeyFile, MasterKeySource
from retention.redis_keys import RedisKeyStore
from retention.schema import meta
from retention.settings import RetentionSettings
from retention.signatures import Signer
from retention.sqlite_keys import SqliteKeyStore

AUDIT_KEY = "chain:audit"
RECEIPT_KEY = "signing:receipts"
PAIR = "key_store"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the memory is built from."""

    ground: Ground
    anchors: KeyStore
    signer: Signer


@asynccontextmanager
async def opened(settings: RetentionSettings, clock: Clock) -> AsyncIterator[Opened]:
    """Opens both databases; closes them at the end.

    Raises:
        KeyUnavailable: the master key or the key store is not the one of these records.
        CannotDelete: deleted bytes stay readable here.
        StoreUnavailable: a database can't be opened, written or migrated, or the records are lost.
    """
    await asyncio.to_thread(prepare_folders, settings)
    async with key_store_of(settings) as store, closing(records_of(settings)) as records:
        keys = await _open_keys(settings, store, records)
        await records.migrate("memory")
        await _pair(store, records)
        await store.prove_deletion()
        await proof.prove_deletion(records, meta, "key")
        yield await _assemble(records, store, keys, clock)
        await records.settle()
        await store.settle()


def source_of(settings: RetentionSettings) -> MasterKeySource:
    """Where these settings have the master key from. Raises `BadInput`."""
    if settings.master_key is not None:
        return GivenKeys(settings.master_key, *settings.other_master_keys)
    kms = None if settings.master_key_kms is None else kms_of(settings.master_key_kms)
    return KeyFile(settings.master_key_path, kms)


def key_store_of(settings: RetentionSettings) -> AbstractAsyncContextManager[KeyStore]:
    """The key store these settings name."""
    if settings.key_store_url is not None:
        return RedisKeyStore.open(settings.key_store_url, may_lose=settings.key_store_may_lose)
    return SqliteKeyStore.open(settings.keys_path)


async def _open_keys(settings: RetentionSettings, store: KeyStore, records: Database) -> DataKeys:
    """Checks the master key and that keys and records belong together, before anything is written."""
    # In this order: another node that starts founds the keys before it pairs the records with them.
    pair = await paired_with(records)
    kept = await store.facts()
    if pair is not None and (kept is None or kept.id.hex() != pair):
        raise KeyUnavailable("this key store is not the one of these records; restore the right one")
    if pair is None and kept is not None:
        await _refuse_without_records(store, records)
    source = source_of(settings)
    masters = await source.read()
    if masters is None:
        if kept is not None:
            raise KeyUnavailable("the master key is missing though keys exist; give it or restore its file")
        masters = await source.make()
    if kept is not None:
        masters.in_use(kept.check_value)
    # Of two nodes that find the store empty one founds it; the other has to have the same master key.
    kept = await store.found(StoreFacts(secrets.token_bytes(16), masters.newest.check_value))
    masters.in_use(kept.check_value)
    return DataKeys(store, source)


async def _refuse_without_records(store: KeyStore, records: Database) -> None:
    """Raises `StoreUnavailable` where the key store knows of records and there are none.

    Looked at in this order: another node that founds both pairs the records before it anchors anything.
    """
    if (await store.anchor(AUDIT)).position > 0 and await paired_with(records) is None:
        raise StoreUnavailable(
            "the records are missing or empty though their keys are here: restore a backup (attune restore), "
            "or move the keys away to begin anew"
        )


async def _assemble(records: Database, anchors: KeyStore, keys: DataKeys, clock: Clock) -> Opened:
    for name in (AUDIT_KEY, RECEIPT_KEY, practice_key(LOCAL)):
        await keys.create(name)
    async with keys.key(AUDIT_KEY) as audit_key, keys.key(RECEIPT_KEY) as seed:
        chain_secret, signer = audit_key.raw(), Signer(seed.raw())
    time = SteadyTime(clock, await anchors.time_mark())
    store = Store(records, anchors)
    audit = AuditChain(store, chain_secret, time)
    await _note_gaps(store, audit)
    return Opened(Ground(store, keys, time, audit), anchors, signer)


async def _note_gaps(store: Store, audit: AuditChain) -> None:
    """Records restored from an older copy lack links: say so in the chain, which goes on."""
    missing = await store.continue_from_anchors()
    if missing:
        counts = {f"missing_{chain}": links for chain, links in missing.items()}
        await audit.append(AuditEntry("system", "chain.gap_found", "records", counts=counts))


async def paired_with(records: Database) -> str | None:
    """The id of the key store these records were made with; None for new records."""
    async with records.read() as connection:
        if not await connection.run_sync(lambda sync: inspect(sync).has_table(meta.name)):
            return None
        value: str | None = await connection.scalar(select(meta.c.value).where(meta.c.key == PAIR))
        return value


async def _pair(store: KeyStore, records: Database) -> None:
    """Writes down which key store these records belong to; of several nodes at once one does.

    Raises:
        KeyUnavailable: another node has paired them with another key store meanwhile.
    """
    facts = await store.facts()
    if facts is None:
        raise KeyUnavailable("the key store lost its contents while it was opened")
    async with records.write() as connection:
        kept = await connection.scalar(select(meta.c.value).where(meta.c.key == PAIR))
        if kept is None:
            await connection.execute(insert(meta).values(key=PAIR, value=facts.id.hex()))
        elif kept != facts.id.hex():
            raise KeyUnavailable("these records were just paired with another key store; give all one")


def records_of(settings: RetentionSettings) -> Database:
    """The database of the records these settings name."""
    url = settings.database_url
    if url is None:
        return Database.at_path(settings.database_path)
    if url.startswith("sqlite"):
        return Database.at_path(Path(url.partition(":///")[2]))
    return Database.at_url(url)


@asynccontextmanager
async def closing(database: Database) -> AsyncIterator[Database]:
    """The database, closed at the end."""
    try:
        yield database
    finally:
        await database.close()
