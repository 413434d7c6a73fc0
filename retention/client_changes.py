"""What becomes of a client as a whole: put away, deleted, or found to be the same person as another.

The law wants records kept, so a client with a session that was held is never deleted, only put away: they
leave the lists, and everything about them stays. Of two clients who are one person the sessions are moved to
one of them; the other stays, out of the lists, so that it can be undone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, delete, insert, or_, select, update

from retention.audit import AuditEntry
from retention.clients import require_client, require_kept_client
from retention.errors import BadInput, ClientKept, NotFound
from retention.ground import Ground
from retention.ids import ClientId, PracticeId, SessionId, new_id
from retention.schema import (
    MEMORY,
    client_merges,
    client_preferences,
    clients,
    intents,
    participants,
    receipts,
    sessions,
)
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clients made one: `gone`'s `sessions` were moved to `kept`. Undone, they were moved back."""

    id: str
    kept: ClientId
    gone: ClientId
    at: datetime
    sessions: tuple[SessionId, ...]
    undone: bool


class ClientChanges:
    """Putting away, deleting and merging clients, each on record."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def archive(self, practice: PracticeId, client: ClientId, actor: str = "clinician") -> None:
        """Takes a client out of the lists; again is no error. Raises `NotFound`, `BadInput`."""
        at = self._ground.time.wall()
        await self._mark(practice, client, "client.archived", {"archived_at": at}, actor)

    async def take_back(self, practice: PracticeId, client: ClientId, actor: str = "clinician") -> None:
        """Puts a client back into the lists; again is no error. Raises `NotFound`, `BadInput`."""
        await self._mark(practice, client, "client.taken-back", {"archived_at": None}, actor)

    async def planned(self, practice: PracticeId, client: ClientId) -> tuple[SessionId, ...]:
        """The sessions that a deletion would take along. Raises `NotFound`, `BadInput`, `ClientKept`."""
        async with self._ground.store.read() as connection:
            return await _going(connection, practice, client)

    async def delete(
        self, practice: PracticeId, client: ClientId, actor: str = "clinician"
    ) -> tuple[SessionId, ...]:
        """Deletes a client with whom no session was held, and the sessions planned with them; gives these.

        Raises:
            NotFound, BadInput.
            ClientKept: a session was held, or something of one is kept: the client can be put away.
        """
        async with self._ground.store.write() as connection:
            going = await _going(connection, practice, client)
            await connection.execute(delete(participants).where(participants.c.session.in_(going)))
            await connection.execute(delete(sessions).where(sessions.c.id.in_(going)))
            undone = or_(client_merges.c.kept == client, client_merges.c.gone == client)
            await connection.execute(delete(client_merges).where(undone))
            await connection.execute(delete(client_preferences).where(client_preferences.c.client == client))
            await connection.execute(delete(clients).where(clients.c.id == client))
            counts = {"sessions": len(going)}
            await self._tell(connection, practice, client, "client.deleted", counts, actor)
        return going

    async def merge(
        self, practice: PracticeId, kept: ClientId, gone: ClientId, actor: str = "clinician"
    ) -> Merge:
        """Moves all sessions of `gone` to `kept`. Raises `NotFound`, `BadInput`."""
        if kept == gone:
            raise BadInput("a client can't be merged with themselves")
        merge, at = new_id("mrg"), self._ground.time.wall()
        async with self._ground.store.write() as connection:
            for client in (kept, gone):
                await require_kept_client(connection, practice, client)
            found = await connection.scalars(select(sessions.c.id).where(sessions.c.client == gone))
            moved = tuple(SessionId(session) for session in found)
            await connection.execute(update(sessions).where(sessions.c.client == gone).values(client=kept))
            await connection.execute(update(clients).where(clients.c.id == gone).values(merged_into=kept))
            row = {"id": merge, "practice": practice, "kept": kept, "gone": gone, "at": at}
            await connection.execute(insert(client_merges).values(row | {"sessions": json.dumps(moved)}))
            for client in (kept, gone):
                counts = {"sessions": len(moved)}
                await self._tell(connection, practice, client, "client.merged", counts, actor)
        return Merge(merge, kept, gone, at, moved, undone=False)

    async def undo_merge(
        self, practice: PracticeId, kept: ClientId, merge: str, actor: str = "clinician"
    ) -> Merge:
        """Makes two clients of one again, each with the sessions they had; again is no error.

        A session that was filed elsewhere meanwhile stays where it is.

        Raises:
            NotFound. BadInput: `kept` itself was merged into another since.
        """
        async with self._ground.store.write() as connection:
            row = await _merge_row(connection, practice, kept, merge)
            if row.undone_at is None:
                await require_kept_client(connection, practice, kept)
                theirs = sessions.c.id.in_(json.loads(row.sessions)) & (sessions.c.client == kept)
                moved = await connection.execute(update(sessions).where(theirs).values(client=row.gone))
                this = clients.c.id == row.gone
                await connection.execute(update(clients).where(this).values(merged_into=None))
                done = update(client_merges).where(client_merges.c.id == merge)
                await connection.execute(done.values(undone_at=self._ground.time.wall()))
                for client in (kept, row.gone):
                    counts = {"sessions": moved.rowcount}
                    await self._tell(connection, practice, client, "client.merge-undone", counts, actor)
        return _as_merge(row, undone=True)

    async def merges(self, practice: PracticeId, kept: ClientId) -> list[Merge]:
        """What was merged into a client and not undone, the latest first. Raises `NotFound`."""
        query = (
            select(client_merges)
            .where(client_merges.c.kept == kept, client_merges.c.practice == practice)
            .where(client_merges.c.undone_at.is_(None))
            .order_by(client_merges.c.at.desc(), client_merges.c.id)
        )
        async with self._ground.store.read() as connection:
            await require_client(connection, practice, kept)
            return [_as_merge(row) for row in await connection.execute(query)]

    async def _mark(
        self, practice: PracticeId, client: ClientId, action: str, values: dict[str, Any], actor: str
    ) -> None:
        async with self._ground.store.write() as connection:
            row = await require_kept_client(connection, practice, client)
            if (row.archived_at is None) == (values["archived_at"] is None):
                return
            await connection.execute(update(clients).where(clients.c.id == client).values(values))
            await self._tell(connection, practice, client, action, {}, actor)

    async def _tell(
        self,
        connection: Transaction,
        practice: PracticeId,
        client: str,
        action: str,
        counts: dict[str, int],
        actor: str,
    ) -> None:
        entry = AuditEntry(actor, action, client, counts=counts, practice=practice)
        await self._ground.audit.record(connection, entry)


async def _going(connection: Transaction, practice: PracticeId, client: ClientId) -> tuple[SessionId, ...]:
    """The sessions that go with a client. Raises `NotFound`, `BadInput`, `ClientKept`."""
    await require_kept_client(connection, practice, client)
    merged = (client_merges.c.kept == client) & client_merges.c.undone_at.is_(None)
    if await connection.scalar(select(client_merges.c.id).where(merged).limit(1)) is not None:
        raise ClientKept("another client was merged into this one; undo that first")
    rows = (await connection.execute(select(sessions).where(sessions.c.client == client))).all()
    going = [SessionId(row.id) for row in rows]
    if any(row.started_at is not None or row.ended_at is not None for row in rows):
        raise ClientKept("a session was held with this client; put them away instead")
    for table in _OF_SESSIONS:
        if (
            await connection.scalar(select(table.c.session).where(table.c.session.in_(going)).limit(1))
            is not None
        ):
            raise ClientKept("a record of a session with this client is kept; put them away instead")
    return tuple(going)


async def _merge_row(connection: Transaction, practice: PracticeId, kept: ClientId, merge: str) -> Row[Any]:
    query = select(client_merges).where(client_merges.c.id == merge, client_merges.c.kept == kept)
    row = (await connection.execute(query.where(client_merges.c.practice == practice))).one_or_none()
    if row is None:
        raise NotFound("nothing was merged so")
    return row


def _as_merge(row: Row[Any], *, undone: bool = False) -> Merge:
    moved = tuple(SessionId(session) for session in json.loads(row.sessions))
    return Merge(row.id, ClientId(row.kept), ClientId(row.gone), row.at, moved, undone)


def _rests_on_a_session(table: Table) -> bool:
    return any(key.column.table is sessions for key in table.foreign_keys)


_OF_SESSIONS = (
    *(table for table in MEMORY.sorted_tables if table is not participants and _rests_on_a_session(table)),
    intents,
    receipts,
)
"""What may be kept of a session beside its people: while there is any of it, the session stays."""
