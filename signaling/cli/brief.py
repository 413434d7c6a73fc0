"""`attune brief`: a pre-session summary from earlier signed notes. Nothing is stored, no model is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import CommandError
from signaling.cli.inputs import read_json, shown

if TYPE_CHECKING:
    from live_notes.brief import Brief, Given

OPTION = "--notes"


def brief(
    notes: Annotated[
        list[Path] | None,
        typer.Option(OPTION, metavar="FILE", help="Signed notes in JSON; - is standard input. Repeatable."),
    ] = None,
    more: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="More such files.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the Brief as JSON.")] = False,
) -> None:
    """Sum a client's earlier signed notes up on one screen, each line with the notes it rests on.

    Last plan and homework, open goals, risk history, themes, medication changes, attendance: in the notes'
    own words. What they don't say is said as not recorded.

    A file holds one note, or a list of notes, as `attune draft --json` prints them; signed_at, frame.date,
    session and id may be there. A note without any sign of a signature counts as signed; one that says it
    is a draft is left out. The order is that of frame.date, signed_at, generated_at.
    """
    files = [*(notes or ()), *(more or ())]
    if not files:
        raise CommandError(f"give {OPTION} FILE with earlier notes")
    from live_notes.brief import brief_of

    given = [_read(file) for file in files]
    made = brief_of([note for one in given for note in one.notes], drafts=sum(one.drafts for one in given))
    _show(made, as_json=as_json)


def _read(file: Path) -> Given:
    """The notes of a file. Raises `CommandError` naming the file, never its words."""
    from live_notes.brief import earlier_notes
    from retention import BadInput

    name = "standard input" if str(file) == "-" else shown(file)
    try:
        return earlier_notes(read_json(file, OPTION), "note" if str(file) == "-" else file.stem or name)
    except BadInput as error:
        raise CommandError(f"{OPTION}: {name}: {error.detail}") from None


def _show(made: Brief, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(made.as_json(), ensure_ascii=False))
        return
    from rich.console import Console

    from signaling.cli import brief_text

    console = Console(highlight=False)
    # A line that is wrapped can't be searched for: only a terminal gets that.
    console.print(brief_text.whole(made), soft_wrap=not console.is_terminal)
