"""Legal holds: two people keep a transcript that would be destroyed, in everybody's sight. Off by default.

The only thing that ever prolongs a transcript's life. One person asks for it and another one agrees, and it
ends the same way. What would have destroyed the transcript meanwhile (a signature, a withdrawal, a request)
is owed, and carried out in the transaction that ends the hold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import Row, delete, insert, select, update

from retention.audit import AuditEntry
from retention.canonical import Json, clear_word, from_iso, iso
from retention.errors import Forbidden, LegallyHeld, NotFound, StaleVersion, TranscriptDestroyed
from retention.ground import Ground, practice_of
from retention.ids import SessionId
from retention.policy import TranscriptState, Why
from retention.schema import holds, transcripts
from retention.transaction import Transaction

if TYPE_CHECKING:
    from retention.destruction import Destruction, Intent
    from retention.receipt import Receipt


DoomedDrafts: TypeAlias = Mapping[str, int]
"""Of drafts that go: the name of each one's key, and the bytes that stood sealed with it."""
NO_DRAFTS: Final[DoomedDrafts] = MappingProxyType({})


class HoldState(StrEnum):
    """Where a hold stands."""

    ASKED = "asked"
    """One person asked for it: nothing is held yet."""
    HELD = "held"
    RELEASE_ASKED = "release_asked"
    """One person asked for its end: it is still held."""


IN_FORCE = (HoldState.HELD, HoldState.RELEASE_ASKED)


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold on a session's transcript. `owed`: why it will be destroyed when the hold ends."""

    session: SessionId
    state: HoldState
    reason: str
    asked_by: str
    asked_at: datetime
    held_by: str | None = None
    held_at: datetime | None = None
    release_by: str | None = None
    owed: Why | None = None

    @property
    def in_force(self) -> bool:
        """Whether the transcript is kept by it."""
        return self.state in IN_FORCE


async def is_held(connection: Transaction, session: SessionId) -> bool:
    """Whether a hold on the session's transcript is in force."""
    query = select(holds.c.session).where(holds.c.session == session, holds.c.state.in_(IN_FORCE))
    return await connection.scalar(query) is not None


async def refuse_held(connection: Transaction, session: SessionId) -> None:
    """Raises `LegallyHeld` while a hold on the session's transcript is in force."""
    if await is_held(connection, session):
        raise LegallyHeld("this transcript is kept under a legal hold; nothing is taken from it")


@dataclass(frozen=True, slots=True)
class Owed:
    """What would have destroyed a transcript under a hold: why, for whom, and when that was asked for."""

    why: Why
    by: str
    at: datetime

    def as_json(self) -> Json:
        """As it is kept."""
        return {"why": self.why.value, "by": self.by, "at": iso(self.at)}

    @classmethod
    def of(cls, kept: Json) -> Owed:
        """Reads what `as_json` wrote."""
        return cls(Why(kept["why"]), kept["by"], from_iso(kept["at"]))


async def owe(connection: Transaction, session: SessionId, owed: Owed, drafts: DoomedDrafts) -> bool:
    """Notes that the transcript, and these drafts with it, are to be destroyed when the hold ends.

    The first reason is the one that will be named; drafts add up. Whether the reason is new.
    """
    row = (await connection.execute(select(holds).where(holds.c.session == session))).one()
    known = _owed(row)
    clear_word(owed.by, "actor")
    new = owed.why not in {one.why for one in known}
    values = {
        "owed": json.dumps([one.as_json() for one in (*known, *([owed] if new else []))]),
        "owed_keys": json.dumps({**_owed_drafts(row), **drafts}),
    }
    await connection.execute(update(holds).where(holds.c.session == session).values(values))
    return new


async def end_with_transcript(ground: Ground, connection: Transaction, session: SessionId) -> DoomedDrafts:
    """A transcript that goes takes its hold along, asked for or in force. The drafts owed with it."""
    row = await _row(connection, session)
    if row is None:
        return NO_DRAFTS
    await connection.execute(delete(holds).where(holds.c.session == session))
    practice = await practice_of(connection, session)
    entry = AuditEntry("system", "hold.ended", session, row.reason, practice=practice)
    await ground.audit.record(connection, entry)
    return _owed_drafts(row)


class Holds:
    """The holds on all transcripts. `allowed`: whether new ones may be placed."""

    def __init__(self, ground: Ground, destruction: Destruction, *, allowed: bool) -> None:
        self._ground = ground
        self._destruction = destruction
        self._allowed = allowed

    async def of(self, session: SessionId) -> Hold | None:
        """The hold on a session's transcript, asked for or in force."""
        async with self._ground.store.read() as connection:
            row = await _row(connection, session)
        return None if row is None else _hold(row)

    async def list(self) -> list[Hold]:
        """All holds, the oldest first."""
        async with self._ground.store.read() as connection:
            rows = await connection.execute(select(holds).order_by(holds.c.asked_at, holds.c.session))
            return [_hold(row) for row in rows]

    async def place(self, session: SessionId, reason: str, by: str) -> Hold:
        """Asks for a hold, or agrees to one that somebody else asked for.

        While its end is asked for this objects to that. Again by the same person changes nothing.

        Raises:
            Forbidden: holds are switched off. NotFound: no such session, or no transcript in it.
            TranscriptDestroyed. BadInput: the reason is no code.
        """
        if not self._allowed:
            raise Forbidden("legal holds are switched off here (ATTUNE_LEGAL_HOLD)")
        async with self._ground.store.write() as connection:
            row = await _row(connection, session)
            if row is None:
                await _refuse_without_transcript(connection, session)
                await self._ask(connection, session, reason, by)
            elif row.state == HoldState.ASKED and by != row.asked_by:
                await _refuse_without_transcript(connection, session)
                values = {"state": HoldState.HELD, "held_by": by, "held_at": self._ground.time.wall()}
                await self._change(connection, session, values, by, "hold.placed")
            elif row.state == HoldState.RELEASE_ASKED:
                values = {"state": HoldState.HELD, "release_by": None}
                await self._change(connection, session, values, by, "hold.kept")
            return _hold(await _there(connection, session))

    async def release(self, session: SessionId, by: str, seen: HoldState | None = None) -> Hold | None:
        """Asks for a hold's end, or agrees to it; None once it has ended, and what was owed has begun.

        One that was only asked for ends at once. Holds that are in force can be released also where new
        ones are switched off. `seen`: the state this was decided on.

        Raises:
            NotFound: there is none. StaleVersion: it is in another state than was seen.
            StoreUnavailable: it has ended, and every sweep tries to finish what was owed.
        """
        begun: Intent | Receipt | None = None
        async with self._ground.store.write() as connection:
            row = await _there(connection, session)
            if seen is not None and row.state != seen:
                raise StaleVersion("this hold has changed meanwhile; look at it again before you decide")
            if row.state == HoldState.HELD:
                values = {"state": HoldState.RELEASE_ASKED, "release_by": by}
                await self._change(connection, session, values, by, "hold.release_asked")
                return _hold(await _there(connection, session))
            if row.state == HoldState.RELEASE_ASKED and by == row.release_by:
                return _hold(row)
            begun = await self._end(connection, row, by)
        if begun is not None:
            await self._destruction.concluded(begun)
        return None

    async def _ask(self, connection: Transaction, session: SessionId, reason: str, by: str) -> None:
        row = {
            "session": session,
            "state": HoldState.ASKED,
            "reason": clear_word(reason, "reason"),
            "asked_by": clear_word(by, "actor"),
            "asked_at": self._ground.time.wall(),
            "owed": "[]",
            "owed_keys": "{}",
        }
        await connection.execute(insert(holds).values(row))
        await self._audit(connection, session, by, "hold.asked", reason)

    async def _end(self, connection: Transaction, row: Row[Any], by: str) -> Intent | Receipt | None:
        """Removes a hold; what it kept back begins in the same transaction."""
        session = SessionId(row.session)
        await connection.execute(delete(holds).where(holds.c.session == session))
        await self._audit(connection, session, by, "hold.released", row.reason)
        owed = _owed(row)
        if not owed:
            return None
        first, drafts = owed[0], _owed_drafts(row)
        return await self._destruction.doom(
            connection, session, first.why, first.by, drafts=drafts, requested_at=first.at
        )

    async def _change(
        self, connection: Transaction, session: SessionId, values: dict[str, Any], by: str, action: str
    ) -> None:
        await connection.execute(update(holds).where(holds.c.session == session).values(values))
        await self._audit(connection, session, by, action, "")

    async def _audit(
        self, connection: Transaction, session: SessionId, by: str, action: str, reason: str
    ) -> None:
        practice = await practice_of(connection, session)
        await self._ground.audit.record(
            connection, AuditEntry(by, action, session, reason, practice=practice)
        )


async def _row(connection: Transaction, session: SessionId) -> Row[Any] | None:
    return (await connection.execute(select(holds).where(holds.c.session == session))).one_or_none()


async def _there(connection: Transaction, session: SessionId) -> Row[Any]:
    row = await _row(connection, session)
    if row is None:
        raise NotFound("there is no hold on this session")
    return row


async def _refuse_without_transcript(connection: Transaction, session: SessionId) -> None:
    await practice_of(connection, session)
    state = await connection.scalar(select(transcripts.c.state).where(transcripts.c.session == session))
    if state in (None, TranscriptState.NONE):
        raise NotFound("this session has no transcript to hold")
    if state != TranscriptState.LIVING:
        raise TranscriptDestroyed("the transcript of this session is destroyed; nothing can be held")


def _owed(row: Row[Any]) -> list[Owed]:
    """In the order it was asked for."""
    return [Owed.of(one) for one in json.loads(row.owed)]


def _owed_drafts(row: Row[Any]) -> DoomedDrafts:
    """An older hold kept the names alone."""
    kept: dict[str, int] | list[str] = json.loads(row.owed_keys)
    return kept if isinstance(kept, dict) else dict.fromkeys(kept, 0)


def _hold(row: Row[Any]) -> Hold:
    return Hold(
        session=SessionId(row.session),
        state=HoldState(row.state),
        reason=row.reason,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        held_by=row.held_by,
        held_at=row.held_at,
        release_by=row.release_by,
        owed=next((one.why for one in _owed(row)), None),
    )
