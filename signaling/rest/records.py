"""What was done: receipts, audit, energy, processors, ledger."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from live_notes.energy import EnergyAccount, Stage
from retention import ReceiptId, SessionId
from signaling.access import Scope
from signaling.routes import Call, Route, as_json


async def receipts(call: Call) -> web.Response:
    """All receipts of destruction, or one session's (`?session=`)."""
    house = call.house
    asked = call.request.query.get("session")
    found = await house.memory.receipts.list(house.practice, SessionId(asked) if asked else None)
    return as_json({"receipts": [receipt.as_dict() for receipt in found]})


async def receipt(call: Call) -> web.Response:
    """One receipt, with whether its hash and signature hold."""
    house = call.house
    found = await house.memory.receipts.get(ReceiptId(call.part("receipt")))
    return as_json({**found.as_dict(), "verified": await house.memory.receipts.verify(found)})


async def audit(call: Call) -> web.Response:
    """The audit chain of the practice, and whether it is whole."""
    house = call.house
    lines = await house.memory.audit.read(house.practice)
    verdict = await house.memory.audit.verify()
    return as_json(
        {
            "entries": [line.as_dict() for line in lines],
            "verified": verdict.ok,
            "problem": verdict.problem.value,
            "position": verdict.position,
        }
    )


async def energy(call: Call) -> web.Response:
    """What a session used: modelled energy by stage, with its uncertainty and what is not counted."""
    house, session = call.house, SessionId(call.part("session"))
    account = EnergyAccount()
    for total in await house.memory.energy.totals(session):
        account.add(Stage(total.stage), total.cpu_seconds)
    return as_json({"session": session, **account.report().as_json()})


async def processors(call: Call) -> web.Response:
    """The declared AI processors, and who drafts at present."""
    house = call.house
    declared: list[dict[str, Any]] = [processor.model_dump(mode="json") for processor in house.processors]
    return as_json(
        {"drafter": house.settings.drafter, "processor": house.settings.processor, "processors": declared}
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
    Route("GET", "/v1/receipts", Scope.RECORDS_READ, receipts, "Receipts of destruction", query=("session",)),
    Route("GET", "/v1/receipts/{receipt}", Scope.RECORDS_READ, receipt, "One receipt, verified"),
    Route("GET", "/v1/audit", Scope.RECORDS_READ, audit, "The audit chain, verified"),
    Route(
        "GET", "/v1/sessions/{session}/energy", Scope.RECORDS_READ, energy, "Energy of a session, modelled"
    ),
    Route("GET", "/v1/processors", Scope.RECORDS_READ, processors, "Declared AI processors"),
    Route("GET", "/v1/sessions/{session}/ledger", Scope.RECORDS_READ, ledger, "What was sent to processors"),
)
