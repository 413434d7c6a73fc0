"""What `attune transcribe` prints: a transcript, events as they come, and how far it is."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from media_worker.transcribe import OnProgress

Json = dict[str, Any]


def print_transcript(transcript: Json, *, as_json: bool) -> None:
    """A transcript to standard output."""
    if as_json:
        print(json.dumps(transcript, ensure_ascii=False))
        return
    from rich.console import Console

    from signaling.cli import render

    Console(highlight=False, soft_wrap=True).print(render.transcript(transcript["segments"]))


def print_event(event: Json, *, as_json: bool) -> None:
    """An event of a stream to standard output, as a line."""
    if as_json:
        print(json.dumps(event, ensure_ascii=False), flush=True)
        return
    from rich.console import Console

    from signaling.cli import render

    line = render.segment_line(event, tentative=not event["final"])
    Console(highlight=False, soft_wrap=True).print(
        line.append(f"  ({event['emitted_at']:.2f} s)", style="dim")
    )


@contextmanager
def progress() -> Iterator[Callable[[str], OnProgress]]:
    """A progress bar on standard error, for eyes only: nothing when it is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console: Console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as shown:

        def bar(name: str) -> OnProgress:
            task = shown.add_task(name, total=None)

            def advance(done: float, total: float | None) -> None:
                shown.update(task, completed=done, total=total)

            return advance

        yield bar
