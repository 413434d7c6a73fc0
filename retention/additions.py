"""What follows a signed note: addenda, corrections, late entries and co-signatures, each signed, none undone.

Each names the hash of what it follows, the first one the note's own signature. So none can be altered,
taken out or put in between unseen; how many there are stands in the audit chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row, insert, select

from retention.audit import AuditEntry
from retention.canonical import Json, canonical, content_hash, from_iso, iso
from retention.errors import BadInput, Forbidden, NotSigned
from retention.ground import Ground
from retention.ids import NoteId, SessionId, new_id
from retention.note_signature import Signature
from retention.schema import additions
from retention.sealing import DataKey, SealContext
from retention.signatures import Signer, verify_signature
from retention.transaction import Transaction

MOST_TEXT: Final = 20_000
"""Characters of one addition."""


class AdditionKind(StrEnum):
    """What an addition is, as records are kept."""

    ADDENDUM = "addendum"
    """What was learnt after the note was signed."""
    CORRECTION = "correction"
    """What was wrong in it; the note itself keeps what it said."""
    LATE_ENTRY = "late_entry"
    """What was known and left out."""
    COSIGNATURE = "cosignature"
    """A supervisor has read it and agrees."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One of them. `previous` is the hash of what it follows."""

    id: str
    position: int
    kind: AdditionKind
    text: str = field(repr=False)
    previous: str
    signature: Signature

    @property
    def link(self) -> str:
        """The hash by which the next one names this one."""
        return _link(self.signature)


@dataclass(frozen=True, slots=True)
class NewAddition:
    """What is added, and who signs it."""

    kind: AdditionKind
    name: str = field(repr=False)
    credential: str = field(repr=False)
    text: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.credential.strip():
            raise BadInput("a signature needs the clinician's name and credential")
        if len(self.text) > MOST_TEXT:
            raise BadInput(f"an addition has at most {MOST_TEXT} characters")
        if self.kind is not AdditionKind.COSIGNATURE and not self.text.strip():
            raise BadInput("an addition needs words")


class Additions:
    """The additions to all notes. Their door is `Notes`, which knows the note's key and signature."""

    def __init__(self, ground: Ground, signer: Signer) -> None:
        self._ground = ground
        self._signer = signer

    async def add(
        self,
        connection: Transaction,
        note: Row[Any],
        key: DataKey,
        signed: Signature,
        new: NewAddition,
        actor: str,
    ) -> None:
        """Adds one in the transaction that holds the note.

        Raises:
            Forbidden: a co-signature by whoever signed the note.
        """
        before = await self.list(connection, note, key)
        if new.kind is AdditionKind.COSIGNATURE:
            _refuse_same(new.name, signed, before)
        position, at = len(before) + 1, self._ground.time.wall()
        previous = before[-1].link if before else _link(signed)
        said = content_hash({"kind": new.kind, "text": new.text})
        bare = Signature(new.name, new.credential, at, said, (), proof="")
        proof = self._signer.sign(_statement(note.id, position, new.kind, previous, bare))
        body = {
            "text": new.text,
            "previous": previous,
            "name": bare.name,
            "credential": bare.credential,
            "at": iso(at),
            "hash": said,
            "proof": proof,
        }
        row = {
            "id": new_id("add"),
            "note": note.id,
            "position": position,
            "kind": new.kind,
            "at": at,
            "sealed": key.seal_json(body, _place(note.session, note.id, position)),
        }
        await connection.execute(insert(additions).values(row))
        entry = AuditEntry(
            actor, f"note.{new.kind}", note.id, note.session, {"additions": position}, note.practice
        )
        await self._ground.audit.record(connection, entry)

    async def list(self, connection: Transaction, note: Row[Any], key: DataKey) -> list[Addition]:
        """Those to one note, in order."""
        query = select(additions).where(additions.c.note == note.id).order_by(additions.c.position)
        return [_read(row, note, key) for row in (await connection.execute(query)).all()]


def follow(note: NoteId, signed: Signature, added: Sequence[Addition], public_key: str) -> bool:
    """Whether each of them is unaltered, signed with this key, and follows the one before it."""
    previous = _link(signed)
    for place, one in enumerate(added, start=1):
        said = content_hash({"kind": one.kind, "text": one.text})
        stated = _statement(note, place, one.kind, previous, one.signature)
        if one.position != place or one.previous != previous or one.signature.hash != said:
            return False
        if not verify_signature(public_key, one.signature.proof, stated):
            return False
        previous = one.link
    return True


def refuse_unsigned(note: Row[Any]) -> None:
    """Raises `NotSigned` for a draft: it is edited instead."""
    if note.signature is None:
        raise NotSigned("this note is not signed yet; edit it instead of adding to it")


def _refuse_same(name: str, signed: Signature, before: Sequence[Addition]) -> None:
    taken = [signed.name, *(one.signature.name for one in before if one.kind is AdditionKind.COSIGNATURE)]
    if " ".join(name.split()).casefold() in {" ".join(other.split()).casefold() for other in taken}:
        raise Forbidden("a co-signature is by somebody who has not signed this note")


def _link(signature: Signature) -> str:
    return hashlib.sha256(signature.proof.encode()).hexdigest()


def _statement(note: str, position: int, kind: AdditionKind, previous: str, signature: Signature) -> bytes:
    """What an addition's proof covers."""
    signer = [signature.name, signature.credential, iso(signature.at)]
    return canonical(["attune note addition", 1, note, position, kind, previous, signature.hash, *signer])


def _read(row: Row[Any], note: Row[Any], key: DataKey) -> Addition:
    body: Json = key.open_json(row.sealed, _place(note.session, note.id, row.position))
    signature = Signature(
        body["name"], body["credential"], from_iso(body["at"]), body["hash"], (), body["proof"]
    )
    return Addition(row.id, row.position, AdditionKind(row.kind), body["text"], body["previous"], signature)


def _place(session: SessionId | str, note: str, position: int) -> SealContext:
    return SealContext("additions", session, f"{note}:{position}")
