"""`attune mask`: JSON lines in, masked JSON lines out. Nothing is stored, nothing is sent."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import CommandError
from signaling.cli.inputs import input_lines, read_json
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

    A roster's roles are client, clinician, supervisor, interpreter, relative and other.

    Placeholders are consistent over all lines, as within one session. Spans are offsets in the text given.
    """
    run_to_end(_mask(_roster(roster)))


def _roster(file: Path | None) -> Roster:
    """The names of a roster file. Raises `CommandError`."""
    from live_notes.errors import RosterInvalid
    from live_notes.masking import Roster, roster_of

    try:
        return roster_of(read_json(file, "--roster")) if file else Roster()
    except RosterInvalid as error:
        raise CommandError(f"--roster: {error.detail}") from None


async def _mask(roster: Roster) -> None:
    from live_notes.masking import AnalysisPool, mask_lines
    from signaling.config import load_settings

    async with AnalysisPool(model=load_settings().masking_model).running() as pool:
        if sys.stdin is not None and sys.stdin.isatty():
            sys.stderr.write('Write a line like {"text": "…"} and press Enter; Ctrl-D ends.\n')
        async for masked in mask_lines(input_lines(), pool, roster):
            print(json.dumps(masked, ensure_ascii=False), flush=True)
