"""Sessions and their participants. All names are sealed with the practice's key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, insert, or_, select, update

from retention.audit import AuditEntry
from retention.canonical import Json, clear_word
from retention.clients import add_client, client_names, client_rows, require_kept_client, sealed_client
from retention.errors import BadInput, NotFound
from retention.ground import Ground, practice_key, practice_of, session_row
from retention.ids import LOCAL, ClientId, ParticipantId, PracticeId, SessionId, new_id
from retention.schema import participants, sessions
from retention.sealing import DataKey, SealContext
from retention.slices import in_slices
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a session is created from. `details` may hold any further JSON; it is sealed.

    `client_id` names the client it is held with; without one it is held with a new client of this name.
    """

    client: str = field(repr=False)
    clients: tuple[str, ...] = field(default=(), repr=False)
    title: str = field(default="", repr=False)
    scheduled_for: datetime | None = None
    planned_minutes: int = 50
    kind: str = "individual"
    format: str = "soap"
    details: Json = field(default_factory=dict, repr=False)
    practice: PracticeId = LOCAL
    client_id: ClientId | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """A person of a session."""

    id: ParticipantId
    session: SessionId
    name: str = field(repr=False)
    role: str
    revoked_at: datetime | None = None
    language: str | None = None
    """What they speak (ISO 639-1); None when nobody said."""

    @property
    def revoked(self) -> bool:
        """Whether their links were revoked."""
        return self.revoked_at is not None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """An appointment and what is known of its call.

    `client` is what its client is called now; `clients` are the names it was created with. `client_id` is
    None in a session from before there were clients, until it is filed.
    """

    id: SessionId
    practice: PracticeId
    client: str = field(repr=False)
    clients: tuple[str, ...] = field(repr=False)
    title: str = field(repr=False)
    details: Json = field(repr=False)
    scheduled_for: datetime | None
    planned_minutes: int
    kind: str
    format: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    end_reason: str | None
    participants: tuple[ParticipantRecord, ...] = ()
    client_id: ClientId | None = None


class Sessions:
    """The sessions of all practices."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def create(self, new: NewSession, actor: str = "clinician") -> SessionRecord:
        """Creates a session, and its client if there is none yet. Raises `BadInput`, `NotFound`."""
        if not new.client.strip() and not any(name.strip() for name in new.clients):
            raise BadInput("a session needs a client's name")
        session = SessionId(new_id("ses"))
        row = {
            "id": session,
            "practice": clear_word(new.practice, "practice"),
            "kind": clear_word(new.kind, "kind"),
            "format": clear_word(new.format, "format"),
            "planned_minutes": new.planned_minutes,
            "scheduled_for": new.scheduled_for,
            "created_at": self._ground.time.wall(),
        }
        names = {"client": new.client, "clients": new.clients, "title": new.title, "details": new.details}
        await self._ground.keys.create(practice_key(new.practice))
        async with self._ground.keys.key(practice_key(new.practice)) as key:
            row["sealed"] = key.seal_json(names, _session_place(session))
        name = new.client.strip() or ", ".join(new.clients)
        fresh = None if new.client_id else await sealed_client(self._ground, new.practice, name)
        async with self._ground.store.write() as connection:
            if fresh is not None:
                await add_client(self._ground, connection, fresh, actor)
            elif new.client_id is not None:
                await require_kept_client(connection, new.practice, new.client_id)
            row["client"] = new.client_id or (fresh and fresh.id)
            await connection.execute(insert(sessions).values(row))
            await self._audit(
                connection, AuditEntry(actor, "session.created", session, practice=new.practice)
            )
        return await self.get(new.practice, session)

    async def get(self, practice: PracticeId, session: SessionId) -> SessionRecord:
        """One session with its participants. Raises `NotFound`."""
        found = await self._load(practice, select(sessions).where(sessions.c.id == session))
        if not found:
            raise NotFound("there is no such session")
        return found[0]

    async def list(
        self,
        practice: PracticeId,
        *,
        limit: int | None = None,
        after: SessionId | None = None,
        client: ClientId | None = None,
    ) -> list[SessionRecord]:
        """A practice's sessions, the latest created first: at most `limit`, those that follow `after`.

        `client`: only those held with this client.

        Raises:
            NotFound: the practice has no session `after`.
        """
        query = select(sessions).order_by(sessions.c.created_at.desc(), sessions.c.id).limit(limit)
        if client is not None:
            query = query.where(sessions.c.client == client)
        if after is not None:
            query = query.where(await self._following(practice, after))
        return [*await self._load(practice, query)]

    async def mark_started(self, session: SessionId, at: datetime) -> None:
        """Notes when the call began; a call that is resumed keeps its beginning. Raises `NotFound`."""
        async with self._ground.store.write() as connection:
            if (await session_row(connection, session)).started_at is None:
                await self._update(connection, session, "session.started", {"started_at": at})

    async def mark_ended(self, session: SessionId, at: datetime, reason: str) -> None:
        """Notes when and why the call ended; the last end counts. Raises `NotFound`."""
        values = {"ended_at": at, "end_reason": clear_word(reason, "reason")}
        async with self._ground.store.write() as connection:
            await self._update(connection, session, "session.ended", values)

    async def set_times(self, changed: SessionRecord, actor: str = "clinician") -> None:
        """Notes when a session was held: times and details as in `changed`. Raises `NotFound`."""
        times = {
            "scheduled_for": changed.scheduled_for,
            "started_at": changed.started_at,
            "ended_at": changed.ended_at,
        }
        place = _session_place(changed.id)
        async with self._ground.store.write() as connection:
            row = await session_row(connection, changed.id)
            async with self._ground.keys.key(practice_key(row.practice)) as key:
                names = key.open_json(row.sealed, place) | {"details": changed.details}
                values = {**times, "sealed": key.seal_json(names, place)}
            await connection.execute(update(sessions).where(sessions.c.id == changed.id).values(values))
            entry = AuditEntry(actor, "session.times-changed", changed.id, practice=row.practice)
            await self._audit(connection, entry)

    async def add_participant(
        self, session: SessionId, name: str, role: str, language: str | None = None
    ) -> ParticipantRecord:
        """Adds a person. Raises `NotFound`, `BadInput`."""
        if not name.strip():
            raise BadInput("a participant needs a name")
        participant = ParticipantId(new_id("par"))
        async with self._ground.store.write() as connection:
            practice = await practice_of(connection, session)
            async with self._ground.keys.key(practice_key(practice)) as key:
                person = {"name": name, "language": language}
                sealed = key.seal_json(person, _participant_place(session, participant))
            row = {
                "id": participant,
                "session": session,
                "role": clear_word(role, "role"),
                "created_at": self._ground.time.wall(),
                "sealed": sealed,
            }
            await connection.execute(insert(participants).values(row))
            entry = AuditEntry("clinician", "participant.added", participant, session, practice=practice)
            await self._audit(connection, entry)
        return ParticipantRecord(participant, session, name, role, language=language)

    async def set_language(self, session: SessionId, participant: ParticipantId, language: str) -> None:
        """Notes what a person speaks. Raises `NotFound`."""
        this = (participants.c.session == session) & (participants.c.id == participant)
        place = _participant_place(session, participant)
        async with self._ground.store.write() as connection:
            practice = await practice_of(connection, session)
            row = (await connection.execute(select(participants).where(this))).one_or_none()
            if row is None:
                raise NotFound("there is no such participant in this session")
            async with self._ground.keys.key(practice_key(practice)) as key:
                person = key.open_json(row.sealed, place) | {"language": language}
                sealed = key.seal_json(person, place)
            await connection.execute(update(participants).where(this).values({"sealed": sealed}))
            entry = AuditEntry("clinician", "participant.language", participant, session, practice=practice)
            await self._audit(connection, entry)

    async def revoke_participant(self, session: SessionId, participant: ParticipantId) -> None:
        """Notes that a person's links no longer count; again is no error. Raises `NotFound`."""
        this = (participants.c.session == session) & (participants.c.id == participant)
        async with self._ground.store.write() as connection:
            practice = await practice_of(connection, session)
            row = (await connection.execute(select(participants).where(this))).one_or_none()
            if row is None:
                raise NotFound("there is no such participant in this session")
            if row.revoked_at is None:
                values = {"revoked_at": self._ground.time.wall()}
                await connection.execute(update(participants).where(this).values(values))
                entry = AuditEntry(
                    "clinician", "participant.revoked", participant, session, practice=practice
                )
                await self._audit(connection, entry)

    async def _following(self, practice: PracticeId, after: SessionId) -> ColumnElement[bool]:
        """What stands behind a session in the order of `list`."""
        mark = select(sessions.c.created_at).where(sessions.c.id == after, sessions.c.practice == practice)
        async with self._ground.store.read() as connection:
            at = await connection.scalar(mark)
        if at is None:
            raise NotFound("there is no such session")
        same_moment = and_(sessions.c.created_at == at, sessions.c.id > after)
        return or_(sessions.c.created_at < at, same_moment)

    async def _load(self, practice: PracticeId, query: Select[Any]) -> Sequence[SessionRecord]:
        async with self._ground.store.read() as connection:
            rows = (await connection.execute(query.where(sessions.c.practice == practice))).all()
            people = select(participants).where(participants.c.session.in_([row.id for row in rows]))
            people = people.order_by(participants.c.created_at, participants.c.id)
            present = (await connection.execute(people)).all()
            held_with = await client_rows(connection, practice, [row.client for row in rows if row.client])
        if not rows:
            return []
        people_of: defaultdict[str, list[ParticipantRecord]] = defaultdict(list)
        async with self._ground.keys.key(practice_key(practice)) as key:
            called = await client_names(held_with, key)
            for person in await in_slices(present, lambda row: _open_participant(row, key)):
                people_of[person.session].append(person)
            return await in_slices(rows, lambda row: _open_session(row, key, people_of[row.id], called))

    async def _update(
        self, connection: Transaction, session: SessionId, action: str, values: Mapping[str, object]
    ) -> None:
        practice = await practice_of(connection, session)
        await connection.execute(update(sessions).where(sessions.c.id == session).values(dict(values)))
        await self._audit(connection, AuditEntry("system", action, session, practice=practice))

    async def _audit(self, connection: Transaction, entry: AuditEntry) -> None:
        await self._ground.audit.record(connection, entry)


def _session_place(session: str) -> SealContext:
    return SealContext("sessions", session, session)


def _participant_place(session: str, participant: str) -> SealContext:
    return SealContext("participants", session, participant)


def _open_participant(row: Any, key: DataKey) -> ParticipantRecord:
    person = key.open_json(row.sealed, _participant_place(row.session, row.id))
    language = person.get("language")
    return ParticipantRecord(row.id, row.session, person["name"], row.role, row.revoked_at, language)


def _open_session(
    row: Any, key: DataKey, people: Sequence[ParticipantRecord], called: Mapping[str, str]
) -> SessionRecord:
    names = key.open_json(row.sealed, _session_place(row.id))
    return SessionRecord(
        id=row.id,
        practice=row.practice,
        client=called.get(row.client, names["client"]),
        clients=tuple(names["clients"]),
        title=names["title"],
        details=names["details"],
        scheduled_for=row.scheduled_for,
        planned_minutes=row.planned_minutes,
        kind=row.kind,
        format=row.format,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
        participants=tuple(people),
        client_id=row.client,
    )
