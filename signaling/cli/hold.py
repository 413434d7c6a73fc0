"""`attune hold`: legal holds, which two people place and end together. This command is one of them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Hold, Memory

OPERATOR = "operator"
Session = Annotated[str, typer.Argument(metavar="SESSION", help="The session's id.")]


def place(
    session: Session,
    reason: Annotated[str, typer.Option(help="A code or file number, one word, for the audit chain.")],
    folder: DataFolder = None,
) -> None:
    """Ask for a hold on a session's transcript, or agree to one the clinician asked for.

    In force once both the clinician (PUT /v1/sessions/SESSION/hold) and the operator (here) want it, it
    keeps the transcript from being destroyed until both have ended it. Needs ATTUNE_LEGAL_HOLD=true.
    """
    from retention import SessionId

    async def work() -> Hold:
        async with _opened(folder) as memory:
            return await memory.holds.place(SessionId(session), reason, OPERATOR)

    hold = asyncio.run(work())
    print(_told(hold))


def release(session: Session, folder: DataFolder = None) -> None:
    """Ask for the end of a hold, or agree to it; what would have destroyed the transcript then does."""
    from retention import SessionId

    async def work() -> Hold | None:
        async with _opened(folder) as memory:
            return await memory.holds.release(SessionId(session), OPERATOR)

    hold = asyncio.run(work())
    print("The hold has ended." if hold is None else _told(hold))


def list_holds(
    folder: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False,
) -> None:
    """List the holds there are."""

    async def work() -> list[Hold]:
        async with _opened(folder) as memory:
            return await memory.holds.list()

    holds = asyncio.run(work())
    if as_json:
        print(json.dumps([_as_json(hold) for hold in holds]))
        return
    for hold in holds:
        print(_told(hold))
    if not holds:
        print("There are no holds.")


@asynccontextmanager
async def _opened(folder: Path | None) -> AsyncIterator[Memory]:
    from retention import Memory, inspected
    from signaling.logs import configure

    configure("console", "warning")
    settings = memory_settings(folder)
    async with inspected(settings):  # a folder without records is refused, not filled with new ones
        pass
    async with Memory.open(settings) as memory:
        yield memory


def _told(hold: Hold) -> str:
    match hold.state:
        case "asked":
            state = f"asked for by the {hold.asked_by}; in force once somebody else agrees"
        case "held":
            state = f"in force since {hold.held_at:%Y-%m-%d %H:%M UTC}, by {hold.asked_by} and {hold.held_by}"
        case _:
            state = f"in force; its end is asked for by the {hold.release_by}"
    return f"{hold.session} ({hold.reason}): {state}"


def _as_json(hold: Hold) -> dict[str, object]:
    return {
        "session": hold.session,
        "state": str(hold.state),
        "reason": hold.reason,
        "asked_by": hold.asked_by,
        "asked_at": hold.asked_at.isoformat(),
        "held_by": hold.held_by,
        "held_at": None if hold.held_at is None else hold.held_at.isoformat(),
        "release_by": hold.release_by,
        "owed": None if hold.owed is None else str(hold.owed),
    }


COMMANDS: dict[str, Callable[..., None]] = {"place": place, "release": release, "list": list_holds}
