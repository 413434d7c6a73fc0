"""The audit chain: who did what to which record, append-only, without content (45 CFR 164.312(b)).

Each line's hash is an HMAC over the line and the previous hash, keyed from the key store: whoever
can write the records alone can neither edit, remove, reorder, shorten nor forge lines unseen.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import insert, select

from retention.canonical import Json, canonical, clear_facts, clear_word, from_iso, iso
from retention.chains import AUDIT, Store, head_of, move_head
from retention.clock import SteadyTime
from retention.errors import BadInput
from retention.ids import LOCAL, PracticeId
from retention.keystore import GENESIS, ChainHead
from retention.purposes import purpose_of
from retention.schema import audit
from retention.transaction import Transaction

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One access or change. All fields are ids or codes; raises `BadInput` for a sentence.

    `purpose`: the reason (`signed`, `consent`); None takes the general one (`purposes.purpose_of`).
    """

    actor: str
    action: str
    subject: str
    purpose: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    practice: PracticeId = LOCAL

    def __post_init__(self) -> None:
        if self.purpose is None:
            object.__setattr__(self, "purpose", purpose_of(self.actor, self.action).value)
        for name in ("actor", "action", "subject", "purpose", "practice"):
            clear_word(getattr(self, name), f"audit {name}")
        if any(isinstance(count, bool) or not isinstance(count, int) for count in self.counts.values()):
            raise BadInput("audit counts must be whole numbers")
        clear_facts(self.counts, "audit counts")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry in its place in the chain, as stored: `body` is its canonical JSON."""

    position: int
    practice: str
    subject: str
    body: str
    previous: str
    hash: str

    @property
    def at(self) -> datetime:
        """When it was appended."""
        return from_iso(json.loads(self.body)["at"])

    @property
    def entry(self) -> AuditEntry:
        """What it says."""
        fields = json.loads(self.body)
        del fields["at"]
        return AuditEntry(**fields)

    def as_dict(self) -> Json:
        """The line as JSON."""
        body: Json = json.loads(self.body)
        return {"position": self.position, **body, "previous": self.previous, "hash": self.hash}

    def computed_hash(self, key: bytes) -> str:
        """HMAC-SHA-256 of the line and what it follows, in hexadecimal. Never parses the body."""
        message = canonical([self.position, self.previous, self.practice, self.subject, self.body])
        return hmac.new(key, message, sha256).hexdigest()


class AuditProblem(StrEnum):
    """What is wrong with a chain."""

    NONE = "none"
    EDITED = "edited"
    REMOVED = "removed"
    REORDERED = "reordered"
    TRUNCATED = "truncated"


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """Result of a verification: lines read, and the first position where something is wrong."""

    entries: int
    problem: AuditProblem = AuditProblem.NONE
    position: int | None = None

    @property
    def ok(self) -> bool:
        """Whether the chain is whole and unaltered."""
        return self.problem is AuditProblem.NONE


def link(key: bytes, head: ChainHead, at: datetime, entry: AuditEntry) -> AuditLine:
    """The line that says `entry` and follows `head`."""
    body = canonical(_body(at, entry)).decode()
    line = AuditLine(head.position + 1, entry.practice, entry.subject, body, head.hash, "")
    return replace(line, hash=line.computed_hash(key))


class ChainCheck:
    """Reads lines in stored order and finds the first that does not belong. Pure."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._last = GENESIS
        self._entries = 0
        self._problem = AuditProblem.NONE
        self._where: int | None = None

    def accept(self, line: AuditLine, *, anchor: ChainHead = GENESIS) -> None:
        """Takes the next line."""
        self._entries += 1
        # Of a gap the first missing position tells more than the line after it.
        self._note(self._judge(line), min(line.position, self._last.position + 1))
        if line.position == anchor.position and line.hash != anchor.hash:
            self._note(AuditProblem.EDITED, line.position)
        self._last = ChainHead(line.position, line.hash)

    def finish(self, anchor: ChainHead) -> AuditVerdict:
        """The verdict, once all lines were read. `anchor` is the furthest head ever kept."""
        if self._last.position < anchor.position:
            self._note(AuditProblem.TRUNCATED, self._last.position + 1)
        return AuditVerdict(self._entries, self._problem, self._where)

    def _judge(self, line: AuditLine) -> AuditProblem:
        expected = self._last.position + 1
        if line.position > expected:
            return AuditProblem.REMOVED
        if line.position < expected:
            return AuditProblem.REORDERED
        if not hmac.compare_digest(line.computed_hash(self._key), line.hash):
            return AuditProblem.EDITED
        return AuditProblem.NONE if line.previous == self._last.hash else AuditProblem.REORDERED

    def _note(self, problem: AuditProblem, position: int) -> None:
        if self._problem is AuditProblem.NONE and problem is not AuditProblem.NONE:
            self._problem, self._where = problem, position


class AuditChain:
    """The practice's audit chain."""

    def __init__(self, store: Store, key: bytes, time: SteadyTime) -> None:
        self._store = store
        self._key = key
        self._time = time

    def __repr__(self) -> str:
        return "<AuditChain>"

    async def append(self, entry: AuditEntry) -> None:
        """Appends an entry in a transaction of its own. Raises `StoreUnavailable`."""
        async with self._store.write() as connection:
            await self.record(connection, entry)

    async def record(self, connection: Transaction, entry: AuditEntry) -> None:
        """Appends an entry in the transaction of the change it tells of."""
        line = link(self._key, await head_of(connection, AUDIT), self._time.wall(), entry)
        await connection.execute(insert(audit).values(asdict(line)))
        await move_head(connection, AUDIT, ChainHead(line.position, line.hash))

    async def read(
        self, practice: PracticeId = LOCAL, *, subject: str | None = None, after: int = 0, limit: int = 500
    ) -> list[AuditLine]:
        """A practice's lines in order, after a position, at most `limit`; of one subject if given."""
        query = select(audit).where(audit.c.practice == practice, audit.c.position > after)
        if subject is not None:
            query = query.where(audit.c.subject == subject)
        async with self._store.read() as connection:
            rows = await connection.execute(query.order_by(audit.c.position).limit(limit))
            return [AuditLine(**row) for row in rows.mappings()]

    async def read_all(self, *, after: int = 0, limit: int = _PAGE) -> list[AuditLine]:
        """The lines of all practices in order, after a position, at most `limit`."""
        query = select(audit).where(audit.c.position > after).order_by(audit.c.position).limit(limit)
        async with self._store.read() as connection:
            rows = await connection.execute(query)
            return [AuditLine(**row) for row in rows.mappings()]

    async def count(self, subject: str, actions: Sequence[str]) -> int:
        """How many entries tell of such actions on a subject."""
        query = select(audit.c.body).where(audit.c.subject == subject)
        async with self._store.read() as connection:
            bodies = await connection.scalars(query)
            return sum(json.loads(body)["action"] in actions for body in bodies)

    async def verify(self) -> AuditVerdict:
        """Reads the whole chain, of all practices, and compares it with its anchor."""
        # The anchor first: a line appended meanwhile is ahead of it, which is no fault.
        anchor = await self._store.anchor_of(AUDIT)
        check, after = ChainCheck(self._key), 0
        while lines := await self.read_all(after=after):
            for line in lines:
                check.accept(line, anchor=anchor)
            after = lines[-1].position
        return check.finish(anchor)


def _body(at: datetime, entry: AuditEntry) -> Json:
    return {
        "at": iso(at),
        "practice": entry.practice,
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "purpose": entry.purpose,
        "counts": dict(entry.counts),
    }
