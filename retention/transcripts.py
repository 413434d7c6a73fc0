"""Transcripts: sealed segments under one random key a session, and striking passages from them.

A strike changes the key: what remains is sealed anew and the old key is erased, so that neither
the file nor a backup taken before can bring the passage back. A struck id stays struck: the
same segment heard again (replayed audio) is not taken in a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from retention.audit import AuditEntry
from retention.canonical import Json, clear_word
from retention.choices import kept_choices, open_choices, put_choices, reseal_choices, seal_choices
from retention.destruction import Destruction, Intent, What
from retention.errors import (
    AlreadySigned,
    BadInput,
    KeyUnavailable,
    NotFound,
    TranscriptDestroyed,
)
from retention.ground import Ground, practice_of
from retention.holds import refuse_held
from retention.ids import SessionId
from retention.keystore import retry_on_rekey
from retention.policy import TranscriptState, Why
from retention.receipt import Receipt
from retention.schema import ledger, notes, segments, struck, transcripts
from retention.sealing import SealContext, Sealed
from retention.slices import in_slices
from retention.transaction import Transaction

GONE = (TranscriptState.DESTROYING, TranscriptState.DESTROYED)


class Transcripts:
    """The transcripts of all sessions."""

    def __init__(self, ground: Ground, destruction: Destruction) -> None:
        self._ground = ground
        self._destruction = destruction

    async def state(self, session: SessionId) -> TranscriptState:
        """Where the session's transcript stands. Raises `NotFound`."""
        async with self._ground.store.read() as connection:
            row = await _row(connection, session)
        return TranscriptState.NONE if row is None else TranscriptState(row.state)

    async def append(self, session: SessionId, segment: Mapping[str, object]) -> None:
        """Seals a final under its `id`. The same id again, or a struck one, changes nothing.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, StoreUnavailable.
        """
        number = _number(segment)
        async with self._ground.store.write() as connection:
            key_name = await living_key(self._ground, connection, session)
            if await _known(connection, session, number):
                return
            async with self._ground.keys.key(key_name) as key:
                sealed = key.seal_json(dict(segment), _place(session, number))
            last = await connection.scalar(
                select(func.max(segments.c.position)).where(segments.c.session == session)
            )
            row = {"session": session, "segment": number, "position": (last or 0) + 1, "sealed": sealed}
            await connection.execute(insert(segments).values(row))

    async def replace(
        self, session: SessionId, segment: Mapping[str, object], actor: str = "clinician"
    ) -> None:
        """Puts a corrected segment in the place of the one with its `id`.

        Raises:
            NotFound, BadInput, TranscriptDestroyed.
        """
        number = _number(segment)
        async with self._ground.store.write() as connection:
            row = await _living(connection, session)
            async with self._ground.keys.key(row.key_name) as key:
                sealed = key.seal_json(dict(segment), _place(session, number))
            this = (segments.c.session == session) & (segments.c.segment == number)
            changed = await connection.execute(update(segments).where(this).values(sealed=sealed))
            if changed.rowcount == 0:
                raise NotFound("there is no such segment")
            entry = AuditEntry(
                actor, "transcript.corrected", session, counts={"segments": 1}, practice=row.practice
            )
            await self._ground.audit.record(connection, entry)

    async def retell(
        self, session: SessionId, told: Sequence[Mapping[str, object]], actor: str = "system"
    ) -> None:
        """Puts segments, whose speakers are known better now, in the place of their like, or adds them.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, StoreUnavailable.
        """
        async with self._ground.store.write() as connection:
            row = await _living(connection, session)
            last = await connection.scalar(
                select(func.max(segments.c.position)).where(segments.c.session == session)
            )
            async with self._ground.keys.key(row.key_name) as key:
                for place, segment in enumerate(told, (last or 0) + 1):
                    sealed = key.seal_json(dict(segment), _place(session, _number(segment)))
                    await _put(connection, session, _number(segment), place, sealed)
            counts = {"segments": len(told)}
            entry = AuditEntry(actor, "transcript.retold", session, counts=counts, practice=row.practice)
            await self._ground.audit.record(connection, entry)

    async def read(self, session: SessionId) -> list[Json]:
        """The finals by start time; an empty list before the first.

        Raises:
            NotFound, TranscriptDestroyed.
        """
        return await retry_on_rekey(lambda: self._read(session))

    async def choose(
        self, session: SessionId, choices: Sequence[Mapping[str, object]], actor: str = "clinician"
    ) -> None:
        """Keeps the choices of a session's masking, in place of those before.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, StoreUnavailable.
        """
        async with self._ground.store.write() as connection:
            key_name = await living_key(self._ground, connection, session)
            async with self._ground.keys.key(key_name) as key:
                sealed = seal_choices(key, session, choices)
            await put_choices(connection, session, sealed)
            practice = await practice_of(connection, session)
            counts = {"choices": len(choices)}
            entry = AuditEntry(actor, "transcript.masking_chosen", session, counts=counts, practice=practice)
            await self._ground.audit.record(connection, entry)

    async def choices(self, session: SessionId) -> list[Json]:
        """The choices of a session's masking, in the order they were given.

        Raises:
            NotFound, TranscriptDestroyed.
        """
        return await retry_on_rekey(lambda: self._choices(session))

    async def strike(
        self,
        session: SessionId,
        ids: Sequence[str],
        actor: str,
        choices: Sequence[Mapping[str, object]] | None = None,
    ) -> Receipt:
        """Removes segments for good. Bodies of the ledger, which may quote them, go as well.

        `choices`: what is left of the choices of masking, which may quote them, too; None leaves all.

        Raises:
            NotFound: there is no transcript. BadInput: no ids. TranscriptDestroyed. LegallyHeld.
            DestructionIncomplete: they are removed, clearing the files is retried by the sweep.
        """
        numbers = sorted({clear_word(number, "segment id") for number in ids})
        if not numbers:
            raise BadInput("name at least one segment to strike")
        async with self._ground.store.write() as connection:
            row = await _living(connection, session)
            await refuse_held(connection, session)
            intent = await self._strike(connection, row, numbers, actor, choices)
        return await self._destruction.finish(intent)

    async def renew(self, session: SessionId, actor: str) -> None:
        """Lets a new transcript begin after one was destroyed, once everyone has agreed anew.

        Raises:
            AlreadySigned: the note is signed, nothing follows it.
        """
        async with self._ground.store.write() as connection:
            row = await _row(connection, session)
            if row is None or row.state in (TranscriptState.NONE, TranscriptState.LIVING):
                return
            if row.state == TranscriptState.DESTROYING:
                raise TranscriptDestroyed("the transcript is being destroyed; try again once it is done")
            signed = select(notes.c.id).where(notes.c.session == session, notes.c.status == "signed")
            if await connection.scalar(signed) is not None:
                raise AlreadySigned("the note is signed; plan another session")
            values = {"state": TranscriptState.NONE, "born_at": None, "why": None, "receipt": None}
            await connection.execute(
                update(transcripts).where(transcripts.c.session == session).values(values)
            )
            entry = AuditEntry(actor, "transcript.renewed", session, practice=row.practice)
            await self._ground.audit.record(connection, entry)

    async def _read(self, session: SessionId) -> list[Json]:
        async with self._ground.store.read() as connection:
            row = await _row(connection, session)
            if row is None or row.state == TranscriptState.NONE:
                return []
            _refuse_gone(row)
            query = select(segments).where(segments.c.session == session).order_by(segments.c.position)
            rows = (await connection.execute(query)).all()
        async with self._ground.keys.key(row.key_name) as key:
            opened = await in_slices(
                rows, lambda found: key.open_json(found.sealed, _place(session, found.segment))
            )
        await self._still(session, row.key_name)
        return sorted(opened, key=_start)

    async def _choices(self, session: SessionId) -> list[Json]:
        async with self._ground.store.read() as connection:
            row = await _row(connection, session)
            if row is None or row.state == TranscriptState.NONE:
                return []
            _refuse_gone(row)
            sealed = await kept_choices(connection, session)
        if sealed is None:
            return []
        async with self._ground.keys.key(row.key_name) as key:
            opened = open_choices(key, session, sealed)
        await self._still(session, row.key_name)
        return opened

    async def _still(self, session: SessionId, key_name: str) -> None:
        """What was destroyed or struck while it was being read is given to nobody.

        Raises:
            TranscriptDestroyed. KeyUnavailable: sealed anew meanwhile; read again.
        """
        async with self._ground.store.read() as connection:
            row = await _row(connection, session)
        if row is not None:
            _refuse_gone(row)
        if row is None or row.key_name != key_name:
            raise KeyUnavailable("the transcript was sealed anew while it was read")

    async def _strike(
        self,
        connection: Transaction,
        row: Row[Any],
        numbers: Sequence[str],
        actor: str,
        choices: Sequence[Mapping[str, object]] | None,
    ) -> Intent:
        """Within one transaction: rows out, the rest under a new key, and the intent to finish."""
        session = SessionId(row.session)
        these = (segments.c.session == session) & segments.c.segment.in_(numbers)
        counts = await self._destruction.count(connection, session, these)
        await connection.execute(delete(segments).where(these))
        bodies = (ledger.c.session == session) & ledger.c.sealed.is_not(None)
        await connection.execute(update(ledger).where(bodies).values(sealed=None))
        known = set(await connection.scalars(select(struck.c.segment).where(struck.c.session == session)))
        fresh = [{"session": session, "segment": number} for number in numbers if number not in known]
        if fresh:
            await connection.execute(insert(struck), fresh)
        await self._rekey(connection, row, choices)
        return await self._destruction.intend(
            connection, session, What.SEGMENTS, Why.STRUCK, actor, keys=[row.key_name], counts=counts
        )

    async def _rekey(
        self, connection: Transaction, row: Row[Any], choices: Sequence[Mapping[str, object]] | None
    ) -> None:
        session = SessionId(row.session)
        name = key_name_of(session, row.generation + 1)
        await self._ground.keys.create(name)
        left = (await connection.execute(select(segments).where(segments.c.session == session))).all()
        chosen = await kept_choices(connection, session)
        async with self._ground.keys.key(row.key_name) as old, self._ground.keys.key(name) as new:
            resealed = [
                {"number": found.segment, "resealed": new.seal(old.open(found.sealed, place), place)}
                for found in left
                for place in [_place(session, found.segment)]
            ]
            if choices is None:
                chosen = reseal_choices(old, new, session, chosen)
            else:
                chosen = seal_choices(new, session, choices)
        await put_choices(connection, session, chosen)
        if resealed:
            this = (segments.c.session == session) & (segments.c.segment == bindparam("number"))
            statement = update(segments).where(this).values(sealed=bindparam("resealed"))
            await connection.execute(statement, resealed)
        values = {"generation": row.generation + 1, "key_name": name}
        await connection.execute(update(transcripts).where(transcripts.c.session == session).values(values))


async def _put(
    connection: Transaction, session: SessionId, number: str, position: int, sealed: Sealed
) -> None:
    """Puts a sealed segment in the place of its like, or adds it; a struck one stays struck."""
    this = (segments.c.session == session) & (segments.c.segment == number)
    changed = await connection.execute(update(segments).where(this).values(sealed=sealed))
    if changed.rowcount == 0 and not await _known(connection, session, number):
        new = {"session": session, "segment": number, "position": position, "sealed": sealed}
        await connection.execute(insert(segments).values(new))


def key_name_of(session: SessionId, generation: int) -> str:
    """The name of a transcript's data key; a strike or a renewal counts the generation up."""
    return f"transcript:{session}:{generation}"


async def living_key(ground: Ground, connection: Transaction, session: SessionId) -> str:
    """The name of the transcript's key; makes key and row with the first content.

    Raises:
        NotFound, TranscriptDestroyed.
    """
    row = await _row(connection, session)
    if row is not None and row.state != TranscriptState.NONE:
        _refuse_gone(row)
        return str(row.key_name)
    generation = 1 if row is None else row.generation + 1
    name = key_name_of(session, generation)
    await ground.keys.create(name)
    values = {
        "generation": generation,
        "state": TranscriptState.LIVING,
        "key_name": name,
        "born_at": ground.time.now(),
    }
    practice = await practice_of(connection, session)
    if row is None:
        await connection.execute(insert(transcripts).values(session=session, practice=practice, **values))
    else:
        await connection.execute(update(transcripts).where(transcripts.c.session == session).values(values))
    entry = AuditEntry("system", "transcript.begun", session, practice=practice)
    await ground.audit.record(connection, entry)
    return name


async def _row(connection: Transaction, session: SessionId) -> Row[Any] | None:
    """The transcript's row, or None before the first. Raises `NotFound` without such a session."""
    row = (
        await connection.execute(select(transcripts).where(transcripts.c.session == session))
    ).one_or_none()
    if row is None:
        await practice_of(connection, session)
    return row


async def _living(connection: Transaction, session: SessionId) -> Row[Any]:
    row = await _row(connection, session)
    if row is None or row.state == TranscriptState.NONE:
        raise NotFound("this session has no transcript")
    _refuse_gone(row)
    return row


def _refuse_gone(row: Row[Any]) -> None:
    if row.state in GONE:
        raise TranscriptDestroyed("the transcript of this session is destroyed")


async def _known(connection: Transaction, session: SessionId, number: str) -> bool:
    for table in (segments, struck):
        query = select(table.c.segment).where(table.c.session == session, table.c.segment == number)
        if await connection.scalar(query) is not None:
            return True
    return False


def _number(segment: Mapping[str, object]) -> str:
    number = clear_word(segment.get("id"), "segment id")
    if not number:
        raise BadInput("a segment needs an id")
    return number


def _place(session: str, number: str) -> SealContext:
    return SealContext("segments", session, number)


def _start(segment: Json) -> float:
    start = segment.get("start")
    return float(start) if isinstance(start, int | float) else 0.0
