"""Receipts of destruction: Ed25519 signed (RFC 8032), hash-chained, without content.

A receipt states what was done: which key was deleted, how many rows and bytes went, and whether
the files were searched for what is left. It does not certify what a disk keeps behind its files.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import insert, select

from retention.canonical import Json, canonical, from_iso, iso, read_json
from retention.chains import RECEIPTS, Store, head_of, move_head
from retention.errors import BadInput, NotFound
from retention.ids import PracticeId, ReceiptId, SessionId
from retention.keystore import GENESIS, ChainHead
from retention.policy import Why
from retention.schema import receipts
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that something was destroyed. `counts` holds rows, bytes and keys; times are UTC."""

    id: ReceiptId
    position: int
    practice: PracticeId
    session: SessionId
    what: str
    why: Why
    actor: str
    policy: str
    counts: Mapping[str, int]
    files_searched: bool
    requested_at: datetime
    destroyed_at: datetime
    previous: str
    hash: str = ""
    signature: str = ""
    public_key: str = ""

    def payload(self) -> bytes:
        """What is hashed and signed: canonical JSON of everything else."""
        return canonical(self._stated())

    def as_dict(self) -> Json:
        """The receipt as JSON; `from_dict` reads it."""
        proof = {"hash": self.hash, "signature": self.signature, "public_key": self.public_key}
        return {**self._stated(), **proof}

    @classmethod
    def from_dict(cls, body: Mapping[str, object]) -> Self:
        """Reads `as_dict`. Raises `BadInput` when it is no receipt."""
        stated = dict(body)
        try:
            stated.pop("version")
            times = {name: from_iso(str(stated.pop(name))) for name in ("requested_at", "destroyed_at")}
            why = Why(str(stated.pop("why")))
            return cls(why=why, **times, **stated)  # type: ignore[arg-type]
        except (KeyError, TypeError, ValueError):
            raise BadInput("this is not a receipt") from None

    def _stated(self) -> Json:
        return {
            "version": 1,
            "id": self.id,
            "position": self.position,
            "practice": self.practice,
            "session": self.session,
            "what": str(self.what),
            "why": self.why.value,
            "actor": self.actor,
            "policy": self.policy,
            "counts": dict(self.counts),
            "files_searched": self.files_searched,
            "requested_at": iso(self.requested_at),
            "destroyed_at": iso(self.destroyed_at),
            "previous": self.previous,
        }


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What a receipt is to state."""

    practice: PracticeId
    session: SessionId
    what: str
    why: Why
    actor: str
    policy: str
    counts: Mapping[str, int]
    files_searched: bool
    requested_at: datetime
    destroyed_at: datetime


class ReceiptSigner:
    """The practice's Ed25519 key. Its `repr` shows nothing."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public_key = _text(self._key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return "<ReceiptSigner>"

    def sign(self, message: bytes) -> str:
        """The signature as base64url without padding."""
        return _text(self._key.sign(message))

    def issue(self, head: ChainHead, number: ReceiptId, facts: Destroyed) -> Receipt:
        """The signed receipt that follows `head`."""
        stated = {field.name: getattr(facts, field.name) for field in fields(facts)}
        bare = Receipt(id=number, position=head.position + 1, previous=head.hash, **stated)
        payload = bare.payload()
        digest = hashlib.sha256(payload).hexdigest()
        return replace(bare, hash=digest, signature=self.sign(payload), public_key=self.public_key)


def verify_signature(public_key: str, signature: str, message: bytes) -> bool:
    """Whether the signature (base64url) of the message is by the key (base64url)."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(public_key)).verify(_bytes(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def verify_receipt(receipt: Receipt, public_key: str) -> bool:
    """Whether one receipt is unaltered and signed by this key. Needs no database."""
    payload = receipt.payload()
    return (
        receipt.public_key == public_key
        and receipt.hash == hashlib.sha256(payload).hexdigest()
        and verify_signature(public_key, receipt.signature, payload)
    )


def verify_chain(chain: Sequence[Receipt], public_key: str, head: ChainHead | None = None) -> bool:
    """Whether receipts, in order, are each valid, follow one another without a gap and end at `head`."""
    last = GENESIS
    for receipt in chain:
        follows = receipt.position == last.position + 1 and receipt.previous == last.hash
        if not (follows and verify_receipt(receipt, public_key)):
            return False
        last = ChainHead(receipt.position, receipt.hash)
    return head is None or last == head


class Receipts:
    """The receipts of all destructions."""

    def __init__(self, store: Store, signer: ReceiptSigner) -> None:
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
        receipt = self._signer.issue(await head_of(connection, RECEIPTS), number, facts)
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
        head = await self._store.anchor_of(RECEIPTS)
        async with self._store.read() as connection:
            bodies = (await connection.scalars(select(receipts.c.body).order_by(receipts.c.position))).all()
        try:
            chain = [_parse(body) for body in bodies]
        except BadInput:
            return False
        return len(chain) >= head.position and verify_chain(chain[: head.position], self.public_key, head)


def _parse(body: str) -> Receipt:
    try:
        return Receipt.from_dict(read_json(body.encode()))
    except ValueError:
        raise BadInput("a stored receipt was altered") from None


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
