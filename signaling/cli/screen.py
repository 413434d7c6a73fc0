"""The demo on a terminal: what happens, as it happens. Finals stay; partials are replaced in place."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from signaling.cli import render
from wire import Segment


class Screen:
    """An audience that prints. Partials are shown only on a real terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._partials: dict[str, Segment] = {}
        self._live = Live(console=console, transient=True, refresh_per_second=8, auto_refresh=False)

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    def called(self, watch: str) -> None:
        """The session exists, and whoever opens the link (once) sees it."""
        self._console.print("Open this to see the call in a browser (good once, from this machine):")
        self._console.print(Text(f"  {watch}", style="underline"), soft_wrap=True)
        self._console.print(
            "Everyone joins, sees and hears the others, and is asked for consent …", style="dim"
        )

    def listening(self) -> None:
        """Everyone agreed; transcription runs."""
        self._console.print("Everyone agreed. The transcript, as it is spoken:", style="bold")

    def heard(self, segment: Segment) -> None:
        """A partial or final segment."""
        if segment.final:
            self._partials.pop(segment.track, None)
            self._console.print(
                render.segment_line(segment.model_dump()), soft_wrap=not self._console.is_terminal
            )
        else:
            self._partials[segment.track] = segment
        if self._console.is_terminal:
            waiting = sorted(self._partials.values(), key=lambda one: one.start)
            lines = [render.segment_line(one.model_dump(), tentative=True) for one in waiting]
            self._live.update(Group(*lines), refresh=True)

    def hung_up(self) -> None:
        """The call is over; the note is awaited."""
        self._console.print("Hung up. The last words, then the note:", style="bold")
