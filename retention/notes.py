"""Notes: drafts, and the signature that locks one for ever and destroys the transcript.

A draft is sealed with its own key; at signing the note is sealed anew with another, and the
draft's key is erased in the destruction that the signature sets off.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from retention.additions import Addition, AdditionKind, Additions, NewAddition, follow, refuse_unsigned
from retention.audit import AuditEntry
from retention.canonical import Json
from retention.destruction import Destruction, What
from retention.errors import AlreadySigned, BadInput, NotFound, StaleVersion
from retention.ground import Ground, practice_of
from retention.holds import DoomedDrafts
from retention.ids import NoteId, PracticeId, SessionId, new_id
from retention.keystore import retry_on_rekey
from retention.note_signature import Signature, holds, signature_of
from retention.policy import Why
from retention.receipt import Receipt
from retention.schema import notes
from retention.sealing import SealContext
from retention.signatures import Signer
from retention.transaction import Transaction

ADDED = tuple(f"note.{kind}" for kind in AdditionKind)
"""Actions of the audit chain that tell of an addition."""


class NoteStatus(StrEnum):
    """Whether a note can still change."""

    DRAFT = "draft"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note as kept; its content is never shown by `repr`."""

    id: NoteId
    session: SessionId
    practice: PracticeId
    status: NoteStatus
    version: int
    content: Json = field(repr=False)
    created_at: datetime
    updated_at: datetime
    signature: Signature | None = None
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """What the clinician signs. `expected_version` is the version they read."""

    content: Mapping[str, Any] = field(repr=False)
    name: str = field(repr=False)
    credential: str = field(repr=False)
    attestations: tuple[str, ...] = field(default=(), repr=False)
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class SignedNote:
    """The signed note and the receipt of its transcript's destruction."""

    record: NoteRecord
    receipt: Receipt | None
    """None under a legal hold: the transcript is destroyed when that ends."""


@dataclass(frozen=True, slots=True)
class NoteStanding:
    """Which note a session has and whether it can still change, known without opening it."""

    id: NoteId
    status: NoteStatus
    version: int


class Notes:
    """The notes of all sessions, one a session."""

    def __init__(self, ground: Ground, destruction: Destruction, signer: Signer) -> None:
        self._ground = ground
        self._destruction = destruction
        self._signer = signer
        self._additions = Additions(ground, signer)

    async def save_draft(
        self,
        session: SessionId,
        content: Mapping[str, Any],
        expected_version: int | None = None,
        *,
        drafted_by: str | None = None,
    ) -> NoteRecord:
        """Saves a draft as the next version; the first save creates the note with version 1.

        `drafted_by`: who made it without a clinician's hand; that stands in the audit chain.

        Raises:
            NotFound: no such session. AlreadySigned.
            StaleVersion: `expected_version` is given and is not the version kept (0: none yet).
        """
        async with self._ground.store.write() as connection:
            practice = await practice_of(connection, session)
            row = await _find(connection, notes.c.session == session, lock=True)
            _refuse_signed(row)
            version = 0 if row is None else row.version
            _refuse_stale(expected_version, version)
            note = NoteId(new_id("not") if row is None else row.id)
            values = await self._sealed_draft(
                session, note, version + 1, content, None if row is None else row.key_name
            )
            if row is None:
                first = {"id": note, "session": session, "practice": practice, "status": NoteStatus.DRAFT}
                created = {"created_at": values["updated_at"]}
                await connection.execute(insert(notes).values(first | created | values))
            else:
                await connection.execute(update(notes).where(notes.c.id == note).values(values))
            if drafted_by is not None:
                counts = {"version": version + 1}
                entry = AuditEntry(drafted_by, "note.drafted", note, session, counts, practice)
                await self._ground.audit.record(connection, entry)
        return await self.read(note)

    async def read(self, which: NoteId | SessionId) -> NoteRecord:
        """A note by its own or its session's id. Raises `NotFound`, `KeyUnavailable`."""
        return await retry_on_rekey(lambda: self._read(which))

    async def standings(self, sessions: Sequence[SessionId]) -> dict[SessionId, NoteStanding]:
        """Where the notes of these sessions stand; those without a note are left out. Opens none."""
        query = select(notes.c.session, notes.c.id, notes.c.status, notes.c.version)
        async with self._ground.store.read() as connection:
            rows = (await connection.execute(query.where(notes.c.session.in_(sessions)))).all()
        return {row.session: NoteStanding(row.id, NoteStatus(row.status), row.version) for row in rows}

    async def sign(self, note: NoteId, signing: Signing, actor: str) -> SignedNote:
        """Locks the note for ever, then destroys the transcript. One of two at once succeeds.

        Raises:
            NotFound, BadInput, AlreadySigned, StaleVersion.
            DestructionIncomplete, StoreUnavailable: if the note reads as signed afterwards, the
                signature stands and the sweep finishes the destruction.
        """
        if not signing.name.strip() or not signing.credential.strip():
            raise BadInput("a signature needs the clinician's name and credential")
        async with self._ground.store.write() as connection:
            row = await _unsigned(connection, notes.c.id == note, signing.expected_version)
            await self._lock(connection, row, signing, actor)
            intent = await self._destruction.doom(
                connection, SessionId(row.session), Why.SIGNED, actor, drafts=_doomed(row)
            )
        receipt = None if intent is None else await self._destruction.concluded(intent)
        return SignedNote(await self.read(note), receipt)

    async def withdraw(
        self, session: SessionId, content: Mapping[str, Any], expected_version: int, why: Why, actor: str
    ) -> Receipt:
        """Puts `content` in an unsigned note's place and destroys the transcript together with the draft.

        One transaction decides both. The draft goes on under a new key; the key of everything it held
        before is erased with the transcript's.

        Raises:
            NotFound, AlreadySigned, StaleVersion.
            LegallyHeld: the draft reads as `content`, and the rest is owed.
            DestructionIncomplete, StoreUnavailable: the draft reads as `content` if it was decided,
                and every sweep tries to finish the destruction.
        """
        async with self._ground.store.write() as connection:
            row = await _unsigned(connection, notes.c.session == session, expected_version)
            await self._put_in_its_place(connection, row, content, row.version + 1)
            intent = await self._destruction.doom(connection, session, why, actor, drafts=_doomed(row))
        return await self._destruction.concluded(intent)

    async def strike(
        self, session: SessionId, content: Mapping[str, Any], expected_version: int, actor: str
    ) -> Receipt:
        """Puts `content`, which lacks what was struck, in an unsigned note's place, for good.

        The draft goes on under a new key and that of all it held before is erased. Its version stays where
        `content` is what it holds already.

        Raises:
            NotFound, AlreadySigned, StaleVersion.
            DestructionIncomplete, StoreUnavailable: the draft reads as `content` if it was decided, and
                every sweep tries to finish the rest.
        """
        held = (await self.read(session)).content
        async with self._ground.store.write() as connection:
            row = await _unsigned(connection, notes.c.session == session, expected_version)
            version = row.version + (dict(held) != dict(content))
            await self._put_in_its_place(connection, row, content, version)
            intent = await self._destruction.intend(
                connection,
                session,
                What.DRAFT,
                Why.STRUCK,
                actor,
                keys=[row.key_name],
                counts={"drafts": 1, "bytes": len(row.sealed)},
            )
        return await self._destruction.finish(intent)

    async def _put_in_its_place(
        self, connection: Transaction, row: Row[Any], content: Mapping[str, Any], version: int
    ) -> None:
        """A draft's new content, under a key that has sealed nothing yet."""
        name = f"note:{row.id}:draft:{secrets.token_hex(8)}"
        values = await self._sealed_draft(row.session, NoteId(row.id), version, content, name)
        await connection.execute(update(notes).where(notes.c.id == row.id).values(values))

    async def add(self, note: NoteId, new: NewAddition, actor: str) -> NoteRecord:
        """Adds to a signed note, for good; of several at once each gets a place of its own.

        Raises:
            NotFound, NotSigned, BadInput. Forbidden: a co-signature by whoever signed before.
        """
        async with self._ground.store.write() as connection:
            row = await _find(connection, notes.c.id == note, lock=True)
            if row is None:
                raise NotFound("there is no such note")
            refuse_unsigned(row)
            async with self._ground.keys.key(row.key_name) as key:
                signed = Signature.from_json(
                    key.open_json(row.signature, _signature_place(row.session, row.id))
                )
                await self._additions.add(connection, row, key, signed, new, actor)
        return await self.read(note)

    async def signed(self) -> list[NoteId]:
        """The signed notes of all practices."""
        query = select(notes.c.id).where(notes.c.status == NoteStatus.SIGNED).order_by(notes.c.id)
        async with self._ground.store.read() as connection:
            return [NoteId(note) for note in await connection.scalars(query)]

    async def verify(self, note: NoteId) -> bool:
        """Whether a signed note and its additions are what was signed, by whom and when; none is missing.

        How many there are is taken from the audit chain, which is not verified here (`AuditChain.verify`).
        """
        record = await self.read(note)
        signature, public_key = record.signature, self._signer.public_key
        if signature is None or not holds(signature, record.id, record.content, public_key):
            return False
        written = await self._ground.audit.count(note, ADDED)
        return len(record.additions) == written and follow(record.id, signature, record.additions, public_key)

    async def _sealed_draft(
        self,
        session: SessionId,
        note: NoteId,
        version: int,
        content: Mapping[str, Any],
        key_name: str | None = None,
    ) -> dict[str, Any]:
        name = key_name or f"note:{note}:draft"
        await self._ground.keys.create(name)
        async with self._ground.keys.key(name) as key:
            sealed = key.seal_json(dict(content), _place(session, note, version))
        return {
            "version": version,
            "key_name": name,
            "sealed": sealed,
            "updated_at": self._ground.time.wall(),
        }

    async def _lock(self, connection: Transaction, row: Row[Any], signing: Signing, actor: str) -> None:
        """Writes the signed note over the draft, under a key of its own."""
        name, version, at = f"note:{row.id}:signed", row.version + 1, self._ground.time.wall()
        place = _place(row.session, row.id, version)
        content = dict(signing.content)
        who, attested = (signing.name, signing.credential), tuple(signing.attestations)
        signature = signature_of(self._signer, NoteId(row.id), content, who, at, attested)
        await self._ground.keys.create(name)
        async with self._ground.keys.key(name) as key:
            values = {
                "status": NoteStatus.SIGNED,
                "version": version,
                "key_name": name,
                "sealed": key.seal_json(content, place),
                "signature": key.seal_json(signature.as_json(), _signature_place(row.session, row.id)),
                "updated_at": at,
                "signed_at": at,
            }
        still_draft = (notes.c.id == row.id) & (notes.c.status == NoteStatus.DRAFT)
        await connection.execute(update(notes).where(still_draft).values(values))
        entry = AuditEntry(actor, "note.signed", row.id, row.session, practice=row.practice)
        await self._ground.audit.record(connection, entry)

    async def _read(self, which: str) -> NoteRecord:
        signature: Signature | None = None
        added: tuple[Addition, ...] = ()
        async with self._ground.store.read() as connection:
            row = await _find(connection, (notes.c.id == which) | (notes.c.session == which))
            if row is None:
                raise NotFound("there is no such note")
            async with self._ground.keys.key(row.key_name) as key:
                content = key.open_json(row.sealed, _place(row.session, row.id, row.version))
                if row.signature is not None:
                    place = _signature_place(row.session, row.id)
                    signature = Signature.from_json(key.open_json(row.signature, place))
                    added = tuple(await self._additions.list(connection, row, key))
        return NoteRecord(
            id=row.id,
            session=row.session,
            practice=row.practice,
            status=NoteStatus(row.status),
            version=row.version,
            content=content,
            created_at=row.created_at,
            updated_at=row.updated_at,
            signature=signature,
            additions=added,
        )


async def _find(connection: Transaction, this: ColumnElement[bool], *, lock: bool = False) -> Row[Any] | None:
    query = select(notes).where(this)
    # Locked where the database can: of two servers signing at once one has to wait and see.
    return (await connection.execute(query.with_for_update() if lock else query)).one_or_none()


async def _unsigned(connection: Transaction, this: ColumnElement[bool], expected: int | None) -> Row[Any]:
    """The note, locked. Raises `NotFound`, `AlreadySigned`, `StaleVersion`."""
    row = await _find(connection, this, lock=True)
    if row is None:
        raise NotFound("there is no such note")
    _refuse_signed(row)
    _refuse_stale(expected, row.version)
    return row


def _doomed(row: Row[Any]) -> DoomedDrafts:
    return {row.key_name: len(row.sealed)}


def _refuse_signed(row: Row[Any] | None) -> None:
    if row is not None and row.status == NoteStatus.SIGNED:
        raise AlreadySigned("this note is signed and can't change; later corrections are addenda")


def _refuse_stale(expected: int | None, kept: int) -> None:
    if expected is not None and expected != kept:
        raise StaleVersion(f"version {kept} was saved meanwhile; read it before you save or sign")


def _place(session: str, note: str, version: int) -> SealContext:
    return SealContext("notes", session, f"{note}:{version}")


def _signature_place(session: str, note: str) -> SealContext:
    return SealContext("notes.signature", session, note)
