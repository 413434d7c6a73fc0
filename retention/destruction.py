"""Destruction: the whole, checked, with a receipt; finished after a crash at any step.

The intent is written first, in the transaction that decides (a signature, a strike, a request),
and hides what it dooms at once. The steps after it may each be repeated; the last one removes
the intent and writes the receipt and the audit entry in one transaction.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

import structlog
from sqlalchemy import ColumnElement, delete, func, insert, select, update

from retention.audit import AuditEntry
from retention.canonical import canonical, clear_word, from_iso, iso
from retention.errors import LegallyHeld
from retention.ground import Ground, practice_of
from retention.holds import NO_DRAFTS, DoomedDrafts, Owed, end_with_transcript, is_held, owe
from retention.ids import PracticeId, ReceiptId, SessionId, new_id
from retention.living_backups import living_backups
from retention.policy import RetentionPolicy, TranscriptState, Why
from retention.receipt import Destroyed, Receipt
from retention.receipts import Receipts
from retention.schema import intents, ledger, masking_choices, segments, struck, transcripts
from retention.sealing import Sealed
from retention.transaction import Transaction

log = structlog.get_logger(__name__)


class What(StrEnum):
    """What a receipt speaks of."""

    TRANSCRIPT = "transcript"
    SEGMENTS = "segments"
    DRAFT = "draft"
    """What an unsigned note held before a strike."""


_ACTIONS = {
    What.TRANSCRIPT: "transcript.destroyed",
    What.SEGMENTS: "transcript.struck",
    What.DRAFT: "note.struck",
}


@dataclass(frozen=True, slots=True)
class Intent:
    """A destruction begun. `tags` are the doomed keys' tags in hexadecimal, to search the files for."""

    id: str
    practice: PracticeId
    session: SessionId
    what: What
    why: Why
    actor: str
    policy: str
    keys: tuple[str, ...]
    tags: tuple[str, ...]
    counts: Mapping[str, int]
    requested_at: datetime

    def body(self) -> str:
        """The intent as canonical JSON."""
        return canonical({**asdict(self), "requested_at": iso(self.requested_at)}).decode()

    @classmethod
    def parse(cls, body: str) -> Self:
        """Reads `body`."""
        fields = json.loads(body)
        fields["what"], fields["why"] = What(fields["what"]), Why(fields["why"])
        fields["keys"], fields["tags"] = tuple(fields["keys"]), tuple(fields["tags"])
        return cls(**{**fields, "requested_at": from_iso(fields["requested_at"])})


class KeyIsThereError(Exception):
    """A transcript whose key was said to be gone has one."""


class Destruction:
    """Carries intents out, one at a time."""

    def __init__(self, ground: Ground, receipt_book: Receipts, policy: RetentionPolicy) -> None:
        self._ground = ground
        self._receipts = receipt_book
        self._policy = policy
        self._busy = asyncio.Lock()

    async def destroy(self, session: SessionId, why: Why, actor: str) -> Receipt:
        """Destroys a session's transcript; again returns the same receipt.

        Raises:
            NotFound: no such session.
            LegallyHeld: it is owed, and done when the hold ends.
            StoreUnavailable: it was not decided; or it was, and every sweep tries to finish it.
        """
        async with self._ground.store.write() as connection:
            intent = await self.doom(connection, session, why, actor)
        return await self.concluded(intent)

    async def concluded(self, doomed: Intent | Receipt | None) -> Receipt:
        """The receipt of what `doom` gave.

        Raises:
            LegallyHeld: a hold keeps it back. StoreUnavailable: it stays pending.
        """
        if doomed is None:
            raise LegallyHeld(
                "this transcript is kept under a legal hold; it is destroyed when the hold ends"
            )
        return doomed if isinstance(doomed, Receipt) else await self.finish(doomed)

    async def doom(
        self,
        connection: Transaction,
        session: SessionId,
        why: Why,
        actor: str,
        *,
        drafts: DoomedDrafts = NO_DRAFTS,
        requested_at: datetime | None = None,
    ) -> Intent | Receipt | None:
        """Writes the intent to destroy a transcript, and what drafts held with it, in a transaction.

        The receipt if it is destroyed already and no draft is named; the intent underway if
        there is one; None under a legal hold, which then owes it.

        Raises:
            KeyIsThereError: its key was said to be gone, and is not.
        """
        practice = await practice_of(connection, session)
        row = (
            await connection.execute(select(transcripts).where(transcripts.c.session == session))
        ).one_or_none()
        if row is not None and not drafts:
            if row.state == TranscriptState.DESTROYING:
                return await self._underway(connection, session)
            if row.state == TranscriptState.DESTROYED:
                return await self._receipts.find(connection, ReceiptId(row.receipt))
        if row is not None and row.state == TranscriptState.LIVING:
            if why is Why.KEY_GONE:
                if await self._ground.keys.tags([row.key_name]):
                    raise KeyIsThereError  # it was sealed anew since somebody looked
            elif await is_held(connection, session):
                owed = Owed(why, actor, requested_at or self._ground.time.wall())
                await self._owe(connection, session, owed, drafts)
                return None
        drafts = {**await end_with_transcript(self._ground, connection, session), **drafts}
        doomed = {"state": TranscriptState.DESTROYING}
        if row is None:
            empty = {"session": session, "practice": practice, "generation": 0}
            await connection.execute(insert(transcripts).values(doomed | empty))
        else:
            await connection.execute(
                update(transcripts).where(transcripts.c.session == session).values(doomed)
            )
        own = [row.key_name] if row is not None and row.key_name else []
        counts = await self._count_all(connection, session)
        counts["drafts"] = len(drafts)
        counts["bytes"] += sum(drafts.values())
        return await self.intend(
            connection,
            session,
            What.TRANSCRIPT,
            why,
            actor,
            keys=[*own, *drafts],
            counts=counts,
            requested_at=requested_at,
        )

    async def _owe(
        self, connection: Transaction, session: SessionId, owed: Owed, drafts: DoomedDrafts
    ) -> None:
        """Remembers what a hold keeps from happening; the first to ask stands in the audit chain."""
        if await owe(connection, session, owed, drafts):
            practice = await practice_of(connection, session)
            entry = AuditEntry(owed.by, "transcript.owed", session, owed.why.value, practice=practice)
            await self._ground.audit.record(connection, entry)

    async def intend(
        self,
        connection: Transaction,
        session: SessionId,
        what: What,
        why: Why,
        actor: str,
        *,
        keys: Sequence[str],
        counts: Mapping[str, int],
        requested_at: datetime | None = None,
    ) -> Intent:
        """Writes an intent in the transaction that decides it. `requested_at`: if not now."""
        tags = await self._ground.keys.tags(keys)
        intent = Intent(
            id=new_id("int"),
            practice=await practice_of(connection, session),
            session=session,
            what=what,
            why=why,
            actor=clear_word(actor, "actor"),
            policy=self._policy.version,
            keys=tuple(keys),
            tags=tuple(tag.hex() for tag in tags.values()),
            counts={**counts, "keys": len(tags)},
            requested_at=requested_at or self._ground.time.wall(),
        )
        values = {"id": intent.id, "session": session, "body": intent.body()}
        await connection.execute(insert(intents).values(values))
        return intent

    async def count(
        self, connection: Transaction, session: SessionId, these: ColumnElement[bool]
    ) -> dict[str, int]:
        """Rows and sealed bytes that are to go: the segments in question and all ledger bodies."""
        bodies = (ledger.c.session == session) & ledger.c.sealed.is_not(None)
        spoken, spoken_bytes = await _measure(connection, segments.c.sealed, these)
        sent, sent_bytes = await _measure(connection, ledger.c.sealed, bodies)
        return {"segments": spoken, "ledger_bodies": sent, "bytes": spoken_bytes + sent_bytes}

    async def _count_all(self, connection: Transaction, session: SessionId) -> dict[str, int]:
        """The same of a whole transcript; the choices of its masking count as bytes."""
        counts = await self.count(connection, session, segments.c.session == session)
        own = masking_choices.c.session == session
        counts["bytes"] += (await _measure(connection, masking_choices.c.sealed, own))[1]
        return counts

    async def pending(self) -> list[Intent]:
        """Destructions begun and not finished."""
        async with self._ground.store.read() as connection:
            bodies = await connection.scalars(select(intents.c.body).order_by(intents.c.id))
            return [Intent.parse(body) for body in bodies]

    async def _underway(self, connection: Transaction, session: SessionId) -> Intent:
        query = select(intents.c.body).where(intents.c.session == session).order_by(intents.c.id)
        begun = [Intent.parse(body) for body in await connection.scalars(query)]
        return next(intent for intent in begun if intent.what is What.TRANSCRIPT)

    async def finish(self, intent: Intent) -> Receipt:
        """Carries an intent out. Raises `StoreUnavailable` when a step fails; it stays pending."""
        async with self._busy:
            await self.erase_keys(intent)
            await self.erase_rows(intent)
            await self.settle()
            searched = await self.search(intent)
            receipt = await self.conclude(intent, files_searched=searched)
        log.info("destroyed", session=intent.session, what=intent.what.value, why=intent.why.value)
        return receipt

    async def erase_keys(self, intent: Intent) -> None:
        """Step 1: from here on nothing of it can be read, not even from a backup of the records."""
        await self._ground.keys.erase(intent.keys)

    async def erase_rows(self, intent: Intent) -> None:
        """Step 2: the ciphertext. A strike has removed its rows together with its intent."""
        if intent.what is not What.TRANSCRIPT:
            return
        async with self._ground.store.write() as connection:
            unfinished = select(intents.c.id).where(intents.c.id == intent.id)
            if await connection.scalar(unfinished) is None:
                return  # another node finished it, and a new transcript may have begun since
            for table in (segments, struck, masking_choices):
                await connection.execute(delete(table).where(table.c.session == intent.session))
            bodies = ledger.c.session == intent.session
            await connection.execute(update(ledger).where(bodies).values(sealed=None))

    async def settle(self) -> None:
        """Step 3: deleted rows leave the log and the file."""
        await self._ground.store.database.settle()

    async def search(self, intent: Intent) -> bool:
        """Step 4: nothing sealed by the erased keys is left in any file. Whether files were read.

        Raises:
            DestructionIncomplete: something is, even after rebuilding the file.
        """
        tags = [bytes.fromhex(tag) for tag in intent.tags]
        in_records = await self._ground.store.database.clear_residue(tags)
        in_keys = await self._ground.keys.clear_residue(tags)
        # A key that was lost before has no tag that could be searched for.
        return in_records and in_keys and len(tags) == len(set(intent.keys))

    async def conclude(self, intent: Intent, *, files_searched: bool) -> Receipt:
        """Step 5: receipt, audit entry and the end of the intent, in one transaction."""
        number = ReceiptId(intent.id.replace("int_", "rcp_", 1))
        async with self._ground.store.write() as connection:
            gone = await connection.execute(delete(intents).where(intents.c.id == intent.id))
            if gone.rowcount == 0:  # another process finished it first
                return await self._receipts.find(connection, number)
            about = await living_backups(connection, self._ground.time.now())
            intent = replace(intent, counts={**intent.counts, "living_backups": about}) if about else intent
            receipt = await self._receipts.issue(connection, number, self._facts(intent, files_searched))
            if intent.what is What.TRANSCRIPT:
                values = {
                    "state": TranscriptState.DESTROYED,
                    "key_name": None,
                    "why": intent.why,
                    "receipt": number,
                }
                this = transcripts.c.session == intent.session
                await connection.execute(update(transcripts).where(this).values(values))
            await self._ground.audit.record(connection, _entry(intent))
        return receipt

    def _facts(self, intent: Intent, files_searched: bool) -> Destroyed:
        return Destroyed(
            practice=intent.practice,
            session=intent.session,
            what=intent.what,
            why=intent.why,
            actor=intent.actor,
            policy=intent.policy,
            counts=intent.counts,
            files_searched=files_searched,
            requested_at=intent.requested_at,
            destroyed_at=self._ground.time.wall(),
        )


async def _measure(
    connection: Transaction, sealed: ColumnElement[Sealed], these: ColumnElement[bool]
) -> tuple[int, int]:
    """Rows and bytes of a sealed column."""
    query = select(func.count().label("rows"), func.coalesce(func.sum(func.length(sealed)), 0).label("bytes"))
    row = (await connection.execute(query.where(these))).one()
    return int(row.rows), int(row.bytes)


def _entry(intent: Intent) -> AuditEntry:
    why, counts = intent.why.value, intent.counts
    return AuditEntry(intent.actor, _ACTIONS[intent.what], intent.session, why, counts, intent.practice)
