"""`attune mask`: JSON lines in, masked JSON lines out. Nothing is stored, nothing is sent."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.running import run_to_end

if TYPE_CHECKING:
    from live_notes.masking import Roster


def mask(
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known names: a JSON list of names or {name, role, aliases}."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON lines, which is the only form there is.")
    ] = False,
) -> None:
    """Mask identifiers. Reads lines {"text"} from standard input, writes {"masked", "spans"}.

    Placeholders are consistent over all lines, as within one session. Spans are offsets in the text given.
    """
    from live_notes.masking import Roster, read_roster

    run_to_end(_mask(read_roster(roster) if roster else Roster()), spawns=True)


async def _mask(roster: Roster) -> None:
    from live_notes.masking import AnalysisPool, mask_lines

    async with AnalysisPool().running() as pool:
        async for masked in mask_lines(sys.stdin, pool, roster):
            print(json.dumps(masked, ensure_ascii=False), flush=True)
