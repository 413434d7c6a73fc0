"""Hash chains in the records, anchored in the key store so that a shortened chain is noticed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy import insert, select, update

from retention.database import Database
from retention.keystore import GENESIS, Anchors, ChainHead
from retention.schema import chain_heads
from retention.transaction import Transaction

AUDIT: Final = "audit"
RECEIPTS: Final = "receipts"
CHAINS: Final = (AUDIT, RECEIPTS)


async def head_of(connection: Transaction, chain: str) -> ChainHead:
    """The chain's last link. In a write transaction nobody else can move it meanwhile."""
    query = select(chain_heads).where(chain_heads.c.chain == chain)
    row = (await connection.execute(query)).one_or_none()
    return GENESIS if row is None else ChainHead(row.position, row.hash)


async def move_head(connection: Transaction, chain: str, head: ChainHead) -> None:
    """Makes `head` the chain's last link."""
    values = {"position": head.position, "hash": head.hash}
    moved = await connection.execute(update(chain_heads).where(chain_heads.c.chain == chain).values(values))
    if moved.rowcount == 0:
        await connection.execute(insert(chain_heads).values(chain=chain, **values))


class Store:
    """The records' database. After every write the chains' heads are anchored in the key store."""

    def __init__(self, database: Database, anchors: Anchors) -> None:
        self.database = database
        self._anchors = anchors
        self._anchored: dict[str, ChainHead] = {}

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A read transaction on one snapshot. Raises `StoreUnavailable`."""
        async with self.database.read() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """A write transaction; committed, then anchored. Raises `StoreUnavailable`."""
        async with self.database.write() as connection:
            yield connection
            heads = await _heads(connection)
        for chain, head in heads.items():
            if self._anchored.get(chain) != head:
                await self._anchors.advance(chain, head)
                self._anchored[chain] = head

    async def missing_links(self) -> dict[str, int]:
        """How many links the records lack of what was anchored, for chains that lack any."""
        short: dict[str, int] = {}
        for chain in CHAINS:
            # The anchor first: another process may append in between, never remove.
            anchor = await self._anchors.anchor(chain)
            async with self.database.read() as connection:
                lacking = anchor.position - (await head_of(connection, chain)).position
            if lacking > 0:
                short[chain] = lacking
        return short

    async def continue_from_anchors(self) -> dict[str, int]:
        """Lets shortened chains go on from their anchors: the gap stays visible for ever.

        The links each chain lacked; of several nodes that start at once one tells of them.
        """
        bridged: dict[str, int] = {}
        for chain in await self.missing_links():
            anchor = await self._anchors.anchor(chain)
            async with self.database.write() as connection:
                lacking = anchor.position - (await head_of(connection, chain)).position
                if lacking > 0:
                    await move_head(connection, chain, anchor)
                    bridged[chain] = lacking
        return bridged

    async def anchor_of(self, chain: str) -> ChainHead:
        """The furthest head of a chain ever kept."""
        return await self._anchors.anchor(chain)


async def _heads(connection: Transaction) -> dict[str, ChainHead]:
    rows = await connection.execute(select(chain_heads))
    return {row.chain: ChainHead(row.position, row.hash) for row in rows}
