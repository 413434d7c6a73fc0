"""The memory that forgets: the one door through which everything is kept, read and destroyed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, BinaryIO

import structlog
from sqlalchemy import Row, select
from sqlalchemy.exc import SQLAlchemyError

from retention.backup import Backup, back_up
from retention.client_changes import ClientChanges
from retention.client_preferences import ClientPreferences
from retention.clients import Clients
from retention.clock import Clock, SystemClock
from retention.consents import Consents
from retention.destruction import Destruction, KeyIsThereError
from retention.energy import EnergyLog
from retention.errors import AttuneError, LegallyHeld, StoreUnavailable
from retention.ground import practice_of
from retention.holds import IN_FORCE, Holds
from retention.ids import ReceiptId, SessionId
from retention.ledger import Ledger
from retention.living_backups import forget_living_backups
from retention.notes import Notes, NoteStatus
from retention.opening import Opened, opened
from retention.policy import Destroy, Keep, RetentionWarning, TranscriptFacts, TranscriptState, Why, decide
from retention.practice import PracticeSettings
from retention.receipt import Receipt
from retention.receipts import Receipts
from retention.schema import holds, notes, transcripts
from retention.sessions import Sessions
from retention.settings import RetentionSettings
from retention.styles import Styles
from retention.templates import Templates
from retention.tokens import TokenLedger
from retention.transcripts import GONE, Transcripts

log = structlog.get_logger(__name__)


_STANDING = select(transcripts, holds.c.state.label("hold")).outerjoin(
    holds, holds.c.session == transcripts.c.session
)


@dataclass(frozen=True, slots=True)
class RetentionStatus:
    """How long a transcript lives on. `destroy_by` is on the wall clock, `seconds_left` never below 0.

    Without a transcript, after its destruction and under a legal hold both are None.
    """

    state: TranscriptState
    destroy_by: datetime | None
    seconds_left: float | None
    warning: RetentionWarning
    receipt: ReceiptId | None = None
    why: Why | None = None


class Memory:
    """All that Attune keeps. Open it with `async with Memory.open(settings) as memory`."""

    def __init__(self, base: Opened, settings: RetentionSettings) -> None:
        ground = base.ground
        self._ground = ground
        self._anchors = base.anchors
        self._policy = settings.policy
        self.receipts = Receipts(ground.store, base.signer)
        self._destruction = Destruction(ground, self.receipts, settings.policy)
        self.clients = Clients(ground)
        self.client_changes = ClientChanges(ground)
        self.client_preferences = ClientPreferences(ground)
        self.templates = Templates(ground)
        self.sessions = Sessions(ground)
        self.transcripts = Transcripts(ground, self._destruction)
        self.consents = Consents(ground)
        self.notes = Notes(ground, self._destruction, base.signer)
        self.audit = ground.audit
        self.tokens = TokenLedger(ground)
        self.settings = PracticeSettings(ground)
        self.styles = Styles(ground)
        self.ledger = Ledger(ground)
        self.energy = EnergyLog(ground)
        self.holds = Holds(ground, self._destruction, allowed=settings.legal_hold)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        settings: RetentionSettings,
        clock: Clock | None = None,
        *,
        on_receipt: Callable[[Receipt], None] = lambda receipt: None,
    ) -> AsyncIterator[Memory]:
        """Opens the memory, finishes destructions a crash interrupted, and sweeps; see `sweep`.

        Raises:
            KeyUnavailable: wrong or missing master key, or a key store of other records; nothing
                was changed.
            CannotDelete, StoreUnavailable: it could not forget, so it does not start.
        """
        async with opened(settings, clock or SystemClock()) as base:
            memory = cls(base, settings)
            await memory.sweep(on_receipt)
            try:
                yield memory
            finally:
                await base.anchors.raise_time_mark(base.ground.time.mark())

    async def destroy_transcript(self, session: SessionId, why: Why, actor: str) -> Receipt:
        """Destroys a session's transcript now; again returns the same receipt.

        Raises:
            NotFound: no such session.
            LegallyHeld: it is owed, and done when the hold ends.
            StoreUnavailable: it was not decided; or it was, and every sweep tries to finish it.
        """
        return await self._destruction.destroy(session, why, actor)

    async def back_up(self, file: BinaryIO, living_for: timedelta | None = None) -> Backup:
        """Writes what is kept for good into an open file; see `retention.backup`."""
        return await back_up(self._ground, self._anchors, file, living_for)

    async def sweep(self, on_receipt: Callable[[Receipt], None] = lambda receipt: None) -> list[Receipt]:
        """Finishes what a crash interrupted and destroys all transcripts whose time has come.

        `on_receipt` is told of each destruction as soon as it stands, also when a later one fails.

        Raises:
            StoreUnavailable: something could not be destroyed; the rest was.
        """
        self._ground.time.catch_up(await self._anchors.raise_time_mark(self._ground.time.mark()))
        now = self._ground.time.now()
        done: list[Receipt] = []
        failures: list[str] = []

        async def attempt(session: SessionId, destroying: Awaitable[Receipt]) -> None:
            try:
                receipt = await destroying
            except (LegallyHeld, KeyIsThereError):
                return  # held or sealed anew since it was found to be due
            except (AttuneError, OSError, SQLAlchemyError) as error:
                code = error.code if isinstance(error, AttuneError) else type(error).__name__
                log.warning("destruction_failed", session=session, code=code)
                failures.append(code)
                return
            done.append(receipt)
            on_receipt(receipt)

        for intent in await self._destruction.pending():
            await attempt(intent.session, self._destruction.finish(intent))
        for session, why in await self._due(now):
            await attempt(session, self._destruction.destroy(session, why, "system"))
        await self.tokens.purge(now)
        async with self._ground.store.write() as connection:
            await forget_living_backups(connection, now)
        if failures:
            raise StoreUnavailable(f"{len(failures)} destructions failed and are repeated ({failures[-1]})")
        return done

    async def sweep_forever(self, interval: float) -> None:
        """Sweeps every `interval` seconds until cancelled; a failed sweep is logged and repeated."""
        while True:
            try:
                receipts = await self.sweep()
                if receipts:
                    log.info("swept", destroyed=len(receipts))
            except StoreUnavailable as error:
                log.warning("sweep_failed", code=error.code)
            await asyncio.sleep(interval)

    async def retention_status(self, session: SessionId) -> RetentionStatus:
        """What the clinician sees counting down. Raises `NotFound`."""
        async with self._ground.store.read() as connection:
            await practice_of(connection, session)
            row = (await connection.execute(_STANDING.where(transcripts.c.session == session))).one_or_none()
        return self._status(row)

    async def retention_statuses(self, sessions: Sequence[SessionId]) -> dict[SessionId, RetentionStatus]:
        """`retention_status` of many sessions at once; one that is unknown counts as without a transcript."""
        query = _STANDING.where(transcripts.c.session.in_(sessions))
        async with self._ground.store.read() as connection:
            rows = {row.session: row for row in await connection.execute(query)}
        return {session: self._status(rows.get(session)) for session in sessions}

    def _status(self, row: Row[Any] | None) -> RetentionStatus:
        if row is None or row.state == TranscriptState.NONE:
            return RetentionStatus(TranscriptState.NONE, None, None, RetentionWarning.NONE)
        if row.state in GONE:
            why = None if row.why is None else Why(row.why)
            return RetentionStatus(
                TranscriptState(row.state), None, None, RetentionWarning.DESTROYED, row.receipt, why
            )
        return self._living_status(row)

    def _living_status(self, row: Row[Any]) -> RetentionStatus:
        now = self._ground.time.now()
        match decide(self._policy, TranscriptFacts(row.born_at, held=row.hold in IN_FORCE), now):
            case Keep(until=None, warning=warning):
                return RetentionStatus(TranscriptState.LIVING, None, None, warning)
            case Keep(until=datetime() as until, warning=warning):
                left = until - now
                # On the wall clock, also while that is behind the time already seen.
                by = self._ground.time.wall() + left
                return RetentionStatus(TranscriptState.LIVING, by, left.total_seconds(), warning)
            case _:
                by = self._ground.time.wall()
                return RetentionStatus(TranscriptState.LIVING, by, 0.0, RetentionWarning.DAY6)

    async def _due(self, now: datetime) -> list[tuple[SessionId, Why]]:
        """The living transcripts the policy destroys at this time."""
        query = (
            select(transcripts, notes.c.status.label("note"), holds.c.state.label("hold"))
            .outerjoin(notes, notes.c.session == transcripts.c.session)
            .outerjoin(holds, holds.c.session == transcripts.c.session)
            .where(transcripts.c.state == TranscriptState.LIVING)
        )
        async with self._ground.store.read() as connection:
            rows = (await connection.execute(query)).all()
        living = await self._ground.keys.tags([row.key_name for row in rows])
        due: list[tuple[SessionId, Why]] = []
        for row in rows:
            signed, gone = row.note == NoteStatus.SIGNED, row.key_name not in living
            held = row.hold in IN_FORCE
            facts = TranscriptFacts(row.born_at, signed=signed, held=held, key_gone=gone)
            verdict = decide(self._policy, facts, now)
            if isinstance(verdict, Destroy):
                due.append((SessionId(row.session), verdict.why))
        return due
