"""`attune audit`: whether the chain of accesses and changes is whole, and a copy of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from signaling.cli.exits import FAULT
from signaling.cli.folder import DataFolder, memory_settings

_PAGE = 1000


def verify(
    folder: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="The verdict as JSON.")] = False,
) -> None:
    """Check the audit chain: finds any edited, removed, reordered or cut-off entry. Changes nothing.

    Exit code 1 when one is found. The server may run meanwhile.
    """
    from retention import inspected

    async def examine() -> dict[str, object]:
        async with inspected(memory_settings(folder)) as found:
            verdict = await found.audit.verify()
        return {
            "verified": verdict.ok,
            "entries": verdict.entries,
            "problem": str(verdict.problem),
            "position": verdict.position,
        }

    told = asyncio.run(examine())
    if as_json:
        print(json.dumps(told))
    elif told["verified"]:
        print(f"The audit chain is whole: {told['entries']} entries, none edited, removed or reordered.")
    else:
        print(f"The audit chain is NOT whole: {told['problem']} at position {told['position']}.")
    if not told["verified"]:
        raise typer.Exit(FAULT)


def export(
    folder: DataFolder = None,
    after: Annotated[int, typer.Option(min=0, help="Only entries behind this position.")] = 0,
    out: Annotated[Path | None, typer.Option("--out", help="A new file; default: standard output.")] = None,
) -> None:
    """Write the audit chain as JSON lines: ids, codes and counts, never what was said. Changes nothing."""
    from retention import inspected

    async def write(tell: Callable[[str], object]) -> None:
        async with inspected(memory_settings(folder)) as found:
            position = after
            while lines := await found.audit.read_all(after=position, limit=_PAGE):
                for line in lines:
                    tell(json.dumps(line.as_dict(), ensure_ascii=False) + "\n")
                position = lines[-1].position

    if out is None:
        asyncio.run(write(lambda text: print(text, end="")))
        return
    with out.open("x", encoding="utf-8") as file:
        asyncio.run(write(file.write))


COMMANDS: dict[str, Callable[..., None]] = {"verify": verify, "export": export}
