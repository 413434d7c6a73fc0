"""`attune retention`: destroying what is due, also while no server runs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Receipt


def sweep(
    folder: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="The receipts as a JSON list.")] = False,
) -> None:
    """Destroy every transcript whose time has come, and finish what a crash interrupted.

    A running server does the same every minute (ATTUNE_SWEEP_SECONDS) and at its start; one that runs
    meanwhile learns of it. Prints a receipt for each destruction.
    """
    from retention import Memory, inspected
    from signaling.logs import configure

    configure("console", "warning")  # what was destroyed is printed once, by the receipts

    async def swept() -> list[Receipt]:
        done: list[Receipt] = []
        settings = memory_settings(folder)
        async with inspected(settings):  # a folder without records is refused, not filled with new ones
            pass
        async with Memory.open(settings, on_receipt=done.append):
            return done

    receipts = asyncio.run(swept())
    if as_json:
        print(json.dumps([receipt.as_dict() for receipt in receipts], ensure_ascii=False))
        return
    for receipt in receipts:
        print(f"{receipt.id}: {receipt.what} of {receipt.session} destroyed, {receipt.why.value}")
    print(f"{len(receipts)} destroyed." if receipts else "Nothing was due.")


COMMANDS: dict[str, Callable[..., None]] = {"sweep": sweep}
