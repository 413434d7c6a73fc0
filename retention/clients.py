"""Clients: whom sessions are held with, a person, a couple or a group. All names are sealed.

Two clients may have one name: who is meant is said by the id, never found out by the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, func, insert, or_, select, update

from retention.audit import AuditEntry
from retention.errors import BadInput, NotFound
from retention.ground import Ground, practice_key
from retention.ids import LOCAL, ClientId, NoteId, PracticeId, SessionId, new_id
from retention.schema import clients, notes, sessions
from retention.sealing import DataKey, SealContext, Sealed
from retention.slices import in_slices
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """A client and how many sessions they have had. `reference`: the practice's own sign for them."""

    id: ClientId
    practice: PracticeId
    name: str = field(repr=False)
    reference: str = field(repr=False)
    created_at: datetime
    sessions: int = 0
    last_at: datetime | None = None
    """When their latest session began, or is to begin."""
    archived_at: datetime | None = None
    """When they were put away; None in the lists."""
    merged_into: ClientId | None = None
    """The client whose sessions theirs are now, since both are one person."""


class Clients:
    """The clients of all practices."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def create(
        self, name: str, reference: str = "", practice: PracticeId = LOCAL, actor: str = "clinician"
    ) -> ClientRecord:
        """Creates a client. Raises `BadInput`."""
        new = await sealed_client(self._ground, practice, name, reference)
        async with self._ground.store.write() as connection:
            await add_client(self._ground, connection, new, actor)
        return await self.get(practice, new.id)

    async def get(self, practice: PracticeId, client: ClientId) -> ClientRecord:
        """One client. Raises `NotFound`."""
        found = await self._load(practice, _COUNTED.where(clients.c.id == client))
        if not found:
            raise NotFound("there is no such client")
        return found[0]

    async def list(
        self,
        practice: PracticeId,
        *,
        limit: int | None = None,
        after: ClientId | None = None,
        archived: bool = False,
    ) -> list[ClientRecord]:
        """A practice's clients, the latest created first: at most `limit`, those that follow `after`.

        `archived`: those that were put away instead. Who was merged into another is in neither list.

        Raises:
            NotFound: the practice has no client `after`.
        """
        put_away = clients.c.archived_at.is_not(None) if archived else clients.c.archived_at.is_(None)
        query = _COUNTED.where(put_away, clients.c.merged_into.is_(None))
        query = query.order_by(clients.c.created_at.desc(), clients.c.id).limit(limit)
        if after is not None:
            at = (await self.get(practice, after)).created_at
            same_moment = and_(clients.c.created_at == at, clients.c.id > after)
            query = query.where(or_(clients.c.created_at < at, same_moment))
        return [*await self._load(practice, query)]

    async def rename(
        self, practice: PracticeId, client: ClientId, name: str, reference: str, actor: str = "clinician"
    ) -> ClientRecord:
        """Gives a client another name and reference. Raises `NotFound`, `BadInput`."""
        _refuse_blank(name)
        async with self._ground.store.write() as connection:
            await require_kept_client(connection, practice, client)
            async with self._ground.keys.key(practice_key(practice)) as key:
                sealed = key.seal_json({"name": name, "reference": reference}, _place(client))
            await connection.execute(update(clients).where(clients.c.id == client).values(sealed=sealed))
            entry = AuditEntry(actor, "client.renamed", client, practice=practice)
            await self._ground.audit.record(connection, entry)
        return await self.get(practice, client)

    async def file(
        self, practice: PracticeId, session: SessionId, client: ClientId, actor: str = "clinician"
    ) -> None:
        """Says to which client a session belongs. Raises `NotFound`, `BadInput`."""
        this = (sessions.c.id == session) & (sessions.c.practice == practice)
        async with self._ground.store.write() as connection:
            await require_kept_client(connection, practice, client)
            if (await connection.execute(update(sessions).where(this).values(client=client))).rowcount == 0:
                raise NotFound("there is no such session")
            entry = AuditEntry(actor, "session.filed", session, practice=practice)
            await self._ground.audit.record(connection, entry)

    async def signed_notes(
        self, practice: PracticeId, client: ClientId, limit: int
    ) -> tuple[Sequence[NoteId], int]:
        """The notes signed after this client's sessions, the latest signature first, and how many more.

        Raises:
            NotFound: the practice has no such client.
        """
        theirs = (
            select(notes.c.id)
            .join(sessions, sessions.c.id == notes.c.session)
            .where(sessions.c.client == client, sessions.c.practice == practice)
            .where(notes.c.signed_at.is_not(None))
            .order_by(notes.c.signed_at.desc(), notes.c.id)
        )
        async with self._ground.store.read() as connection:
            await require_client(connection, practice, client)
            found = [NoteId(note) for note in await connection.scalars(theirs)]
        return found[:limit], max(0, len(found) - limit)

    async def _load(self, practice: PracticeId, query: Select[Any]) -> Sequence[ClientRecord]:
        async with self._ground.store.read() as connection:
            rows = (await connection.execute(query.where(clients.c.practice == practice))).all()
        if not rows:
            return []
        async with self._ground.keys.key(practice_key(practice)) as key:
            return await in_slices(rows, lambda row: _opened(row, key))


_AT = func.coalesce(sessions.c.started_at, sessions.c.scheduled_for, sessions.c.created_at)
_COUNTED = (
    select(clients, func.count(sessions.c.id).label("held"), func.max(_AT).label("last_at"))
    .outerjoin(sessions, sessions.c.client == clients.c.id)
    .group_by(clients.c.id)
)


@dataclass(frozen=True, slots=True)
class SealedClient:
    """A client that is about to be added."""

    id: ClientId
    practice: PracticeId
    sealed: Sealed


async def sealed_client(ground: Ground, practice: PracticeId, name: str, reference: str = "") -> SealedClient:
    """A new client, sealed. Raises `BadInput`."""
    _refuse_blank(name)
    client = ClientId(new_id("cli"))
    await ground.keys.create(practice_key(practice))
    async with ground.keys.key(practice_key(practice)) as key:
        sealed = key.seal_json({"name": name, "reference": reference}, _place(client))
    return SealedClient(client, practice, sealed)


async def add_client(ground: Ground, connection: Transaction, new: SealedClient, actor: str) -> None:
    """Adds a client within the caller's transaction."""
    row = {"id": new.id, "practice": new.practice, "created_at": ground.time.wall(), "sealed": new.sealed}
    await connection.execute(insert(clients).values(row))
    await ground.audit.record(connection, AuditEntry(actor, "client.created", new.id, practice=new.practice))


async def require_client(connection: Transaction, practice: PracticeId, client: ClientId) -> None:
    """Raises `NotFound` unless the practice has this client."""
    query = select(clients.c.id).where(clients.c.id == client, clients.c.practice == practice)
    if await connection.scalar(query) is None:
        raise NotFound("there is no such client")


async def require_kept_client(connection: Transaction, practice: PracticeId, client: ClientId) -> Row[Any]:
    """A client's row. Raises `NotFound`; `BadInput` where they were merged into another."""
    query = select(clients).where(clients.c.id == client, clients.c.practice == practice)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        raise NotFound("there is no such client")
    if row.merged_into is not None:
        raise BadInput("this client was merged into another; use that one, or undo it")
    return row


async def client_rows(connection: Transaction, practice: PracticeId, wanted: Sequence[str]) -> Sequence[Any]:
    """The rows of these clients of the practice."""
    query = select(clients).where(clients.c.practice == practice, clients.c.id.in_(set(wanted)))
    return (await connection.execute(query)).all()


async def client_names(rows: Sequence[Any], key: DataKey) -> dict[str, str]:
    """What the clients of these rows are called, by their ids."""
    return dict(
        await in_slices(rows, lambda row: (row.id, key.open_json(row.sealed, _place(row.id))["name"]))
    )


def _refuse_blank(name: str) -> None:
    if not name.strip():
        raise BadInput("a client needs a name")


def _opened(row: Any, key: DataKey) -> ClientRecord:
    body = key.open_json(row.sealed, _place(row.id))
    return ClientRecord(
        id=row.id,
        practice=row.practice,
        name=body["name"],
        reference=body["reference"],
        created_at=row.created_at,
        sessions=row.held,
        last_at=row.last_at,
        archived_at=row.archived_at,
        merged_into=row.merged_into,
    )


def _place(client: str) -> SealContext:
    return SealContext("clients", client, client)
