"""`attune demo`: a whole session by scripted participants, for a machine without camera or people."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import CommandError
from signaling.cli.running import run_to_end
from signaling.cli.serve import find_model
from signaling.cli.speakers import role_named

if TYPE_CHECKING:
    from rich.console import Console

    from signaling.demo.cast import Part
    from signaling.demo.performance import Outcome

FORMATS = ("soap", "dap", "birp", "narrative", "girp", "pirp", "pie", "intake", "emdr", "group")


def demo(
    track: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME:ROLE:FILE",
            help="A participant, their role (clinician or client) and the recording they speak. Repeatable.",
        ),
    ] = None,
    format: Annotated[str, typer.Option(help=f"Format of the note: {', '.join(FORMATS)}.")] = "soap",  # noqa: A002
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the demo's server; 0: any.")] = 0,
    hold: Annotated[
        bool,
        typer.Option("--hold", help="Keep the server up afterwards, to look at the pages, until Ctrl-C."),
    ] = False,
    model: Annotated[
        str | None, typer.Option(help="Recogniser: base, tiny.en or a faster-whisper model folder.")
    ] = None,
) -> None:
    """Hold a session by scripted participants over real WebRTC, sign its note, and show the receipt.

    Starts a server on temporary data, prints a link that shows the call in a browser, and leaves
    nothing behind. Without --track the shipped sample conversation is played. A clinician or client
    that is not given is there and silent. Recordings may be of any length, rate and container.
    """
    form = checked_format(format)
    find_model(model)
    from rich.console import Console

    from signaling.demo.cast import complete, sample_cast

    cast = complete([_part(text) for text in track]) if track else sample_cast()
    # With --json the words on the way go to standard error, and only to somebody who looks.
    console = Console(stderr=as_json, quiet=as_json and not sys.stderr.isatty(), highlight=False)
    outcome = run_to_end(_perform(cast, form, port, model, console, hold=hold))
    if as_json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False))


def checked_format(name: str) -> str:
    """The format's name in lower case. Raises `CommandError` unless notes can be drafted in it."""
    if name.lower() not in FORMATS:
        raise CommandError(f"--format: one of {', '.join(FORMATS)}")
    return name.lower()


def _part(text: str) -> Part:
    from signaling.demo.cast import Part
    from wire import Role

    name, _, rest = text.partition(":")
    role, _, file = rest.partition(":")
    if not (name.strip() and file):
        raise CommandError("--track: write NAME:ROLE:FILE, for example 'Maya:client:maya.wav'")
    found = role_named(role)
    if found not in {Role.CLINICIAN, Role.CLIENT}:
        raise CommandError("--track: the role is clinician or client (also: therapist, doctor, patient)")
    return Part(name.strip(), found, Path(file).expanduser())


async def _perform(
    cast: tuple[Part, ...], form: str, port: int, model: str | None, console: Console, *, hold: bool
) -> Outcome:
    """Server up, session held, outcome shown, everything gone."""
    from signaling.cli.screen import Screen
    from signaling.demo.clinic import Clinic
    from signaling.demo.performance import Performance
    from signaling.demo.server import serving

    console.print("Starting a server on temporary data …", style="dim")
    async with serving(port, model) as doors, Clinic.session() as http:
        clinic = await Clinic.log_in(http, doors.base, doors.token(0))
        with Screen(console) as screen:
            outcome = await Performance(http, clinic, cast, form, screen, doors.token(1)).perform()
        show(console, outcome)
        if hold:
            console.print(f"The pages stay open at {doors.links[2]}  (Ctrl-C ends)", soft_wrap=True)
            await asyncio.Event().wait()
    console.print("Server and temporary data are gone.", style="dim")
    return outcome


def show(console: Console, outcome: Outcome) -> None:
    """Prints note, receipt, energy and what travelled peer to peer."""
    from signaling.cli import render

    if outcome.note is not None and outcome.note.get("sections"):
        console.print(render.note(outcome.note, outcome.transcript["segments"]))
    if outcome.statement:
        console.print(outcome.statement, style="yellow")
    if outcome.receipt is not None:
        verified, status = outcome.receipt_verified, outcome.transcript_status
        console.print(render.receipt(outcome.receipt, verified=verified, status=status))
    for one in outcome.call["received_peer_to_peer"]:
        console.print(
            f"{one['participant']} received peer to peer: {one['audio_seconds']} s of sound, "
            f"{one['video_frames']} pictures",
            style="dim",
        )
    console.print(f"Note ready {outcome.call['note_ready_seconds']} s after hanging up.", style="dim")
    console.print(render.energy(outcome.energy))
