"""The energy log: what a session spent by stage and by remote model. No content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, insert, select, update

from retention.canonical import clear_word
from retention.ground import Ground, practice_of
from retention.ids import NoteId, PracticeId, SessionId
from retention.schema import energy, notes, remote_energy, sessions
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class EnergyTotal:
    """What one local stage of a session has used so far; joules as low, middle and high estimates.

    `measured_seconds`: the part of the CPU seconds whose energy a hardware counter showed.
    """

    stage: str
    cpu_seconds: float
    joules_low: float
    joules_mid: float
    joules_high: float
    measured_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class RemoteTotal:
    """What one remote model has read and answered for a session so far, in tokens, and its joules."""

    model: str
    prompt_tokens: int
    answer_tokens: int
    joules_low: float
    joules_mid: float
    joules_high: float


@dataclass(frozen=True, slots=True)
class SessionEnergy:
    """A session with what it used; `at` is when its call began, or when it was made if there was none."""

    session: SessionId
    at: datetime
    note: NoteId | None
    signed_at: datetime | None
    stages: tuple[EnergyTotal, ...]
    remote: tuple[RemoteTotal, ...]


class EnergyLog:
    """Sums by session and stage, and by session and remote model."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def add(
        self,
        session: SessionId,
        stage: str,
        cpu_seconds: float,
        joules_low: float,
        joules_mid: float,
        joules_high: float,
        measured_seconds: float = 0.0,
    ) -> None:
        """Adds to a stage's sums. Raises `NotFound`, `BadInput`."""
        place = {"session": session, "stage": clear_word(stage, "stage")}
        added = {
            "cpu_seconds": cpu_seconds,
            "joules_low": joules_low,
            "joules_mid": joules_mid,
            "joules_high": joules_high,
            "measured_seconds": measured_seconds,
        }
        async with self._ground.store.write() as connection:
            await _add(connection, energy, place, added)

    async def add_answer(self, session: SessionId, total: RemoteTotal) -> None:
        """Adds what a remote model read and answered. Raises `NotFound`, `BadInput`."""
        place = {"session": session, "model": clear_word(total.model, "model")}
        added: dict[str, float] = {
            "prompt_tokens": total.prompt_tokens,
            "answer_tokens": total.answer_tokens,
            "joules_low": total.joules_low,
            "joules_mid": total.joules_mid,
            "joules_high": total.joules_high,
        }
        async with self._ground.store.write() as connection:
            await _add(connection, remote_energy, place, added)

    async def totals(self, session: SessionId) -> list[EnergyTotal]:
        """The sums of each local stage, by name of stage. Raises `NotFound`."""
        return [*(await self.of(session)).stages]

    async def of(self, session: SessionId) -> SessionEnergy:
        """All that a session used. Raises `NotFound`."""
        async with self._ground.store.read() as connection:
            await practice_of(connection, session)
            return (await _used(connection, sessions.c.id == session))[0]

    async def between(
        self, practice: PracticeId, since: datetime | None = None, until: datetime | None = None
    ) -> list[SessionEnergy]:
        """A practice's sessions whose `at` is not before `since` nor after `until`, the earliest first.

        Sessions that used nothing so far are among them.
        """
        these = [sessions.c.practice == practice]
        if since is not None:
            these.append(_at() >= since)
        if until is not None:
            these.append(_at() <= until)
        async with self._ground.store.read() as connection:
            return await _used(connection, and_(*these))


def _at() -> ColumnElement[datetime]:
    return func.coalesce(sessions.c.started_at, sessions.c.created_at)


async def _add(
    connection: Transaction, table: Table, place: Mapping[str, str], added: Mapping[str, float]
) -> None:
    """Adds to the sums of one row, which is made when it is not there. Raises `NotFound`."""
    await practice_of(connection, SessionId(place["session"]))
    change = update(table).values({name: table.c[name] + value for name, value in added.items()})
    for name, value in place.items():
        change = change.where(table.c[name] == value)
    if (await connection.execute(change)).rowcount == 0:
        row: dict[str, object] = {**place, **added}
        await connection.execute(insert(table).values(row))


async def _used(connection: Transaction, these: ColumnElement[bool]) -> list[SessionEnergy]:
    """The chosen sessions with their sums."""
    frame = (
        select(sessions.c.id, _at().label("at"), notes.c.id.label("note"), notes.c.signed_at)
        .select_from(sessions.outerjoin(notes, notes.c.session == sessions.c.id))
        .where(these)
        .order_by(_at(), sessions.c.id)
    )
    found = (await connection.execute(frame)).all()
    stages = await _rows(connection, energy, these, "stage")
    remote = await _rows(connection, remote_energy, these, "model")
    return [
        SessionEnergy(
            session=SessionId(row.id),
            at=row.at,
            note=None if row.note is None else NoteId(row.note),
            signed_at=row.signed_at,
            stages=tuple(_stage(one) for one in stages[row.id]),
            remote=tuple(_remote(one) for one in remote[row.id]),
        )
        for row in found
    ]


async def _rows(
    connection: Transaction, table: Table, these: ColumnElement[bool], order: str
) -> defaultdict[str, list[Any]]:
    query = (
        select(table)
        .join(sessions, sessions.c.id == table.c.session)
        .where(these)
        .order_by(table.c.session, table.c[order])
    )
    by_session: defaultdict[str, list[Any]] = defaultdict(list)
    rows: Sequence[Any] = (await connection.execute(query)).all()
    for row in rows:
        by_session[row.session].append(row)
    return by_session


def _stage(row: Any) -> EnergyTotal:
    return EnergyTotal(
        row.stage, row.cpu_seconds, row.joules_low, row.joules_mid, row.joules_high, row.measured_seconds
    )


def _remote(row: Any) -> RemoteTotal:
    tokens = (row.prompt_tokens, row.answer_tokens)
    return RemoteTotal(row.model, *tokens, row.joules_low, row.joules_mid, row.joules_high)
