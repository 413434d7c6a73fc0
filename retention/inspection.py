"""Looking at a memory without changing it: its chains, read by whoever checks them.

Opening a memory migrates, sweeps and notes gaps; somebody who checks wants it as it was found.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from retention.audit import AuditChain
from retention.chains import Store
from retention.clock import SteadyTime, SystemClock
from retention.destruction import Destruction
from retention.errors import BadInput, KeyUnavailable
from retention.folder import require_files
from retention.ground import Ground
from retention.keystore import DataKeys
from retention.notes import Notes
from retention.opening import (
    AUDIT_KEY,
    RECEIPT_KEY,
    closing,
    key_store_of,
    paired_with,
    records_of,
    source_of,
)
from retention.receipts import Receipts
from retention.settings import RetentionSettings
from retention.signatures import Signer


@dataclass(frozen=True, slots=True)
class Inspection:
    """What can be checked of a memory."""

    audit: AuditChain
    receipts: Receipts
    notes: Notes


@asynccontextmanager
async def inspected(settings: RetentionSettings) -> AsyncIterator[Inspection]:
    """Opens a memory for checking; a server may be at work in it.

    Raises:
        BadInput: there is none. KeyUnavailable: not with these keys. StoreUnavailable.
    """
    require_files(settings)
    async with key_store_of(settings) as store, closing(records_of(settings)) as records:
        kept, pair = await store.facts(), await paired_with(records)
        if kept is None or pair is None:
            raise BadInput("there are no records here yet; start the server once")
        if pair != kept.id.hex():
            raise KeyUnavailable("this key store is not the one of these records; give the right one")
        keys = DataKeys(store, source_of(settings))
        await keys.refresh()
        async with keys.key(AUDIT_KEY) as audit_key, keys.key(RECEIPT_KEY) as seed:
            secret, signer = audit_key.raw(), Signer(seed.raw())
        chains, time = Store(records, store), SteadyTime(SystemClock())
        audit, receipts = AuditChain(chains, secret, time), Receipts(chains, signer)
        ground = Ground(chains, keys, time, audit)
        yield Inspection(
            audit, receipts, Notes(ground, Destruction(ground, receipts, settings.policy), signer)
        )
