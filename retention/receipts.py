"""The receipts of all destructions: written by the transaction that ends one, and kept for ever."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

from sqlalchemy import insert, select

from retention.canonical import canonical, read_json
from retention.chains import RECEIPTS, Store, head_of, move_head
from retention.errors import BadInput, NotFound
from retention.ids import PracticeId, ReceiptId, SessionId
from retention.keystore import GENESIS, ChainHead
from retention.receipt import Destroyed, Receipt
from retention.receipt_checks import ChainVerdict, ReceiptProblem, examine_chain, verify_receipt
from retention.schema import receipts
from retention.signatures import Signer
from retention.transaction import Transaction


def issued(signer: Signer, head: ChainHead, number: ReceiptId, facts: Destroyed) -> Receipt:
    """The signed receipt that follows `head`."""
    stated = {field.name: getattr(facts, field.name) for field in fields(facts)}
    bare = Receipt(id=number, position=head.position + 1, previous=head.hash, **stated)
    payload = bare.payload()
    digest = hashlib.sha256(payload).hexdigest()
    return replace(bare, hash=digest, signature=signer.sign(payload), public_key=signer.public_key)


class Receipts:
    """The receipts of all destructions."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    @property
    def public_key(self) -> str:
        """The Ed25519 public key receipts are verified with, base64url without padding."""
        return self._signer.public_key

    async def list(self, practice: PracticeId, session: SessionId | None = None) -> list[Receipt]:
        """A practice's receipts in order, of one session if given."""
        query = select(receipts.c.body).where(receipts.c.practice == practice)
        if session is not None:
            query = query.where(receipts.c.session == session)
        async with self._store.read() as connection:
            bodies = await connection.scalars(query.order_by(receipts.c.position))
            return [_parse(body) for body in bodies]

    async def get(self, receipt: ReceiptId) -> Receipt:
        """One receipt. Raises `NotFound`."""
        async with self._store.read() as connection:
            return await self.find(connection, receipt)

    async def find(self, connection: Transaction, receipt: ReceiptId) -> Receipt:
        """One receipt, within a transaction. Raises `NotFound`."""
        body = await connection.scalar(select(receipts.c.body).where(receipts.c.id == receipt))
        if body is None:
            raise NotFound("there is no such receipt")
        return _parse(body)

    async def issue(self, connection: Transaction, number: ReceiptId, facts: Destroyed) -> Receipt:
        """Writes the next receipt within the transaction that ends the destruction."""
        receipt = issued(self._signer, await head_of(connection, RECEIPTS), number, facts)
        row = {
            "id": receipt.id,
            "position": receipt.position,
            "practice": receipt.practice,
            "session": receipt.session,
            "body": canonical(receipt.as_dict()).decode(),
        }
        await connection.execute(insert(receipts).values(row))
        await move_head(connection, RECEIPTS, ChainHead(receipt.position, receipt.hash))
        return receipt

    async def verify(self, receipt: Receipt) -> bool:
        """Whether it is signed by this server, is the one kept here, and follows its predecessor."""
        if not verify_receipt(receipt, self.public_key):
            return False
        near = (receipt.position - 1, receipt.position)
        query = select(receipts.c.body).where(receipts.c.position.in_(near)).order_by(receipts.c.position)
        async with self._store.read() as connection:
            kept = [_parse(body) for body in await connection.scalars(query)]
        if receipt not in kept:
            return False
        before = [other.hash for other in kept if other.position < receipt.position]
        return (
            before in ([receipt.previous], []) if receipt.position > 1 else receipt.previous == GENESIS.hash
        )

    async def verify_all(self) -> bool:
        """Whether all receipts are valid, none is missing, and the last one is the one anchored."""
        return (await self.examine()).ok

    async def examine(self) -> ChainVerdict:
        """How many receipts there are, and the first place where their chain is not as it was written."""
        head = await self._store.anchor_of(RECEIPTS)  # first: what is added meanwhile is ahead of it
        async with self._store.read() as connection:
            rows = (await connection.execute(select(receipts).order_by(receipts.c.position))).all()
        chain: list[Receipt] = []
        for row in rows:
            try:
                chain.append(_parse(row.body))
            except BadInput:
                return ChainVerdict(len(rows), ReceiptProblem.ALTERED, row.position)
        return examine_chain(chain, self.public_key, head)


def _parse(body: str) -> Receipt:
    try:
        return Receipt.from_dict(read_json(body.encode()))
    except ValueError:
        raise BadInput("a stored receipt was altered") from None
