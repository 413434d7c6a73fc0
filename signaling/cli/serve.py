"""`attune serve`: everything on one machine, ready with a printed link."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.running import ctrl_c_as_sigterm

if TYPE_CHECKING:
    from rich.console import Console

    from signaling.config import Settings
    from signaling.serve import Serving


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port (default 8700); 0: any.")] = None,
    folder: Annotated[
        Path | None, typer.Option("--data", help="Folder of the sealed records (default ./attune-data).")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=0, max=64, help="Media workers on this machine (default 1).")
    ] = None,
    open_page: Annotated[
        bool, typer.Option("--open", help="Open the link in a browser, if there is a display.")
    ] = False,
    links: Annotated[int, typer.Option(min=1, max=9, hidden=True)] = 1,
    until_eof: Annotated[bool, typer.Option("--until-eof", hidden=True)] = False,
) -> None:
    """Run Attune on this machine and print the clinician's one-time link.

    Settings come from ATTUNE_... variables; these options win. Ctrl-C stops in order.
    """
    from signaling.config import load_settings
    from signaling.hygiene import reexec_hardened
    from signaling.logs import configure

    settings = load_settings(host=host, port=port, folder=folder, workers=workers)
    if settings.workers:
        find_model(settings.model)
    if settings.harden:
        reexec_hardened()
    configure(settings.log_format, settings.log_level)
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    greet = _greeting(console, settings, links, open_page=open_page)
    with ctrl_c_as_sigterm():
        asyncio.run(_serve(settings, greet, until_eof=until_eof))
    console.print("Stopped. Everything is sealed on disk.", style="dim")


def find_model(name: str | None) -> None:
    """Makes sure that our own workers will find their model and device.

    Raises:
        ModelUnavailable: they won't; the detail names the fix.
    """
    from media_worker.devices import computing
    from media_worker.models import locate
    from media_worker.settings import EarSettings

    settings = EarSettings()
    locate(name or settings.model, settings.models_folder)
    computing(settings.device, settings.compute_type)


async def _serve(settings: Settings, greet: Callable[[Serving], None], *, until_eof: bool) -> None:
    await _can_listen(settings.host, settings.port)
    from signaling.serve import serve as run

    def ready(served: Serving) -> None:
        greet(served)
        if until_eof:
            asyncio.get_running_loop().add_reader(sys.stdin.fileno(), _stop_at_eof)

    await run(settings, ready)


async def _can_listen(host: str, port: int) -> None:
    """Takes the address and gives it back: one that is taken is told before anything is loaded or opened.

    Raises:
        OSError: nobody can listen there now.
    """
    probe = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port, start_serving=False)
    probe.close()
    await probe.wait_closed()


def _stop_at_eof() -> None:
    """Whoever started us has gone: their end of our standard input is closed."""
    if not os.read(sys.stdin.fileno(), 4096):
        asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        signal.raise_signal(signal.SIGTERM)


def _greeting(
    console: Console, settings: Settings, links: int, *, open_page: bool
) -> Callable[[Serving], None]:
    """What is printed once the server listens."""

    def greet(served: Serving) -> None:
        minutes = f"{settings.owner_link_minutes:g} minutes"
        console.print(f"\n[bold green]Attune is ready[/] at {served.url}\n")
        console.print(f"Your link, good once and for {minutes}:\n")
        made = [served.owner_link() for _ in range(links)]
        for link in made:
            console.print(f"  [bold]{link}[/]\n", markup=True)
        console.print(
            "Open it, write your name and credential, create a session, and copy the link for your client.\n"
            f"Records are sealed in {settings.folder}. Ctrl-C stops.\n",
            style="dim",
        )
        if open_page and _has_display():
            webbrowser.open(made[0])

    return greet


def _has_display() -> bool:
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
