"""What was done: receipts, audit, ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web
from pydantic import ConfigDict, Field

from retention import AuditProblem, ReceiptId, SessionId
from signaling.access import Scope
from signaling.rest.shapes import Moment, ReceiptView
from signaling.routes import PART, Call, Query, Reply, Route, as_json


class ReceiptsQuery(Query):
    """Which receipts: one session's, or all."""

    session: str | None = Field(default=None, pattern=f"^{PART}$")


class ReceiptList(Reply):
    """Receipts in the order they were written."""

    receipts: tuple[ReceiptView, ...]


class VerifiedReceipt(ReceiptView):
    """A receipt, and whether its hash, signature and place in the chain hold."""

    verified: bool


class AuditQuery(Query):
    """Which part of the chain: at most `limit` entries behind the position `after`."""

    after: int = Field(default=0, ge=0, le=2**53)
    limit: int = Field(default=500, ge=1, le=1000)


class AuditLineView(Reply):
    """One entry: who did what to which record, without content."""

    position: int
    at: Moment
    practice: str
    actor: str
    action: str
    subject: str
    purpose: str
    counts: Mapping[str, int]
    previous: str
    hash: str


class AuditPage(Reply):
    """Entries in their order; `next` is the `after` of what follows, None at the end.

    `verified`, `problem` and `position` are about the whole chain, not this page.
    """

    entries: tuple[AuditLineView, ...]
    next: int | None
    verified: bool
    problem: AuditProblem
    position: int | None


class LedgerLine(Reply):
    """One call to a processor: facts as single values, and the masked body while the transcript lives."""

    model_config = ConfigDict(extra="allow")

    id: str
    at: Moment
    body_hash: str | None
    body: Mapping[str, Any] | None


class LedgerView(Reply):
    """What was sent to processors for a session."""

    entries: tuple[LedgerLine, ...]


async def receipts(call: Call) -> web.Response:
    """All receipts of destruction, or one session's (`?session=`)."""
    house = call.house
    asked = call.query(ReceiptsQuery).session
    found = await house.memory.receipts.list(house.practice, SessionId(asked) if asked else None)
    return as_json({"receipts": [receipt.as_dict() for receipt in found]})


async def receipt(call: Call) -> web.Response:
    """One receipt, with whether its hash and signature hold."""
    house = call.house
    found = await house.memory.receipts.get(ReceiptId(call.part("receipt")))
    return as_json({**found.as_dict(), "verified": await house.memory.receipts.verify(found)})


async def audit(call: Call) -> web.Response:
    """One page of the practice's audit chain, and whether the chain is whole."""
    house, asked = call.house, call.query(AuditQuery)
    lines = await house.memory.audit.read(house.practice, after=asked.after, limit=asked.limit + 1)
    shown = lines[: asked.limit]
    verdict = await house.memory.audit.verify()
    return as_json(
        {
            "entries": [line.as_dict() for line in shown],
            "next": shown[-1].position if len(lines) > len(shown) else None,
            "verified": verdict.ok,
            "problem": verdict.problem.value,
            "position": verdict.position,
        }
    )


async def ledger(call: Call) -> web.Response:
    """What was sent to processors for a session; masked texts only while the transcript lives."""
    house, session = call.house, SessionId(call.part("session"))
    entries = await house.memory.ledger.list(session)
    return as_json(
        {
            "entries": [
                {
                    "id": entry.id,
                    "at": entry.at.isoformat(),
                    **entry.facts,
                    "body_hash": entry.body_hash,
                    "body": entry.body,
                }
                for entry in entries
            ]
        }
    )


ROUTES = (
    Route(
        "GET",
        "/v1/receipts",
        Scope.RECORDS_READ,
        receipts,
        "Receipts of destruction",
        reply=ReceiptList,
        query=ReceiptsQuery,
    ),
    Route(
        "GET",
        "/v1/receipts/{receipt}",
        Scope.RECORDS_READ,
        receipt,
        "One receipt, verified",
        reply=VerifiedReceipt,
    ),
    Route(
        "GET",
        "/v1/audit",
        Scope.RECORDS_READ,
        audit,
        "The audit chain, verified, page by page",
        reply=AuditPage,
        query=AuditQuery,
        access="audit.read",
    ),
    Route(
        "GET",
        "/v1/sessions/{session}/ledger",
        Scope.RECORDS_READ,
        ledger,
        "What was sent to processors",
        reply=LedgerView,
        access="ledger.read",
    ),
)
