"""`attune backup` and `attune restore`: what is kept for good, into a sealed file and back."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from signaling.cli.exits import CommandError
from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Backup, Restored

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


def backup(
    file: File,
    folder: DataFolder = None,
    living_hours: Annotated[
        float | None,
        typer.Option(
            "--living-hours",
            help="Take living transcripts and drafts along, for so many hours (at most 24).",
        ),
    ] = None,
) -> None:
    """Write sessions, signed notes, receipts and the audit chain into a sealed file; the server may run.

    What is going to be destroyed is left out, with its keys: no backup brings it back. The file opens only
    with the master key; keep that somewhere else.

    With --living-hours the file can bring back what is destroyed after it was made, until then. Receipts of
    that time say so ("living backups"), and so does the audit chain.
    """
    from signaling.logs import configure

    configure("console", "warning")
    made = asyncio.run(_back_up(folder, file, living_hours))
    print(f"{sum(made.rows.values())} rows and {made.keys} keys are in {file.name}.")
    if made.until is None:
        print("Not in it: living transcripts and drafts. Keep the master key apart from it.")
    else:
        print(f"With living transcripts and drafts; to be restored until {made.until:%Y-%m-%d %H:%M UTC}.")


async def _back_up(folder: Path | None, file: Path, living_hours: float | None) -> Backup:
    from retention import Memory, inspected

    settings = memory_settings(folder)
    async with inspected(settings):  # a folder without records is refused, not filled with new ones
        pass
    living = None if living_hours is None else timedelta(hours=living_hours)
    async with Memory.open(settings) as memory:
        part = file.with_name(f"{file.name}.part")
        with _new(part) as opened:
            try:
                made = await memory.back_up(opened, living)
                _settle(opened, part, file)
            finally:
                part.unlink(missing_ok=True)
    return made


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb")


def _settle(opened: BinaryIO, part: Path, file: Path) -> None:
    """On the disk as a whole before it gets its name; no file is replaced."""
    opened.flush()
    os.fsync(opened.fileno())
    try:
        os.link(part, file)
    except FileExistsError:
        raise CommandError(f"{file.name} is there already; a backup replaces no file") from None


def restore(file: File, folder: DataFolder = None) -> None:
    """Bring a backup back where there are no records; what is due is destroyed before anything is served.

    The master key must be there: in its file in the data folder (keys/master.key), or as the server is given
    it. A key store that is still in the folder keeps its own keys, so that what it has erased stays erased.
    """
    from retention import occupied
    from retention import restore as restored
    from signaling.logs import configure

    configure("console", "warning")
    settings = memory_settings(folder)
    with file.open("rb") as opened, occupied(settings):
        done: Restored = asyncio.run(restored(opened, settings))
    keys = "the key store that was there" if done.keys_found else f"{done.keys} keys of the backup"
    print(f"{done.rows} rows are restored, with {keys}.")
    if done.destroyed:
        print(f"{done.destroyed} destroyed at once: transcripts whose keys or time are gone.")
