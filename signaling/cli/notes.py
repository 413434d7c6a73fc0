"""`attune notes`: whether signed notes, and what was added to them, are what was signed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import FAULT
from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Inspection


@dataclass(frozen=True)
class Checked:
    """A signed note and whether it and its additions are what was signed."""

    id: str
    verified: bool


def verify(
    note: Annotated[
        str | None, typer.Argument(metavar="NOTE", help="The note's id; without it every signed note.")
    ] = None,
    folder: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="The verdict as JSON.")] = False,
) -> None:
    """Check signed notes: hash, signature (Ed25519), every addition, and that none is missing.

    How many additions a note has is known from the audit chain, which is checked with it. Changes nothing;
    the server may run meanwhile. Exit code 1 when something is wrong.
    """
    from retention import inspected

    async def examine() -> tuple[str, list[Checked]]:
        async with inspected(memory_settings(folder)) as found:
            chain = await found.audit.verify()
            return str(chain.problem), await _checked(found, note)

    problem, notes = asyncio.run(examine())
    whole = problem == "none"
    if as_json:
        valid = whole and all(one.verified for one in notes)
        print(json.dumps({"valid": valid, "audit": problem, "notes": [asdict(one) for one in notes]}))
    else:
        _say(notes, problem)
    if not whole or not all(one.verified for one in notes):
        raise typer.Exit(FAULT)


async def _checked(found: Inspection, note: str | None) -> list[Checked]:
    from retention import NoteId

    chosen = await found.notes.signed() if note is None else [NoteId(note)]
    return [Checked(one, await found.notes.verify(one)) for one in chosen]


def _say(notes: list[Checked], problem: str) -> None:
    wrong = [one for one in notes if not one.verified]
    for one in wrong:
        print(f"✗ {one.id} is NOT what was signed, or an addition was altered or is missing.")
    if problem != "none":
        print(f"The audit chain is NOT whole ({problem}): whether an addition is missing can't be said.")
    if not wrong:
        print(f"✓ Signed notes that are what was signed, with what was added to them: {len(notes)}.")


COMMANDS: dict[str, Callable[..., None]] = {"verify": verify}
