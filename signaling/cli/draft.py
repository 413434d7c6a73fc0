"""`attune draft`: a note from a transcript or a typed summary. Nothing is stored."""

from __future__ import annotations

import json
import os
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from signaling.cli.demo import checked_format
from signaling.cli.exits import CommandError
from signaling.cli.inputs import read_json
from signaling.cli.running import run_to_end
from signaling.cli.speakers import role_named, with_roles

if TYPE_CHECKING:
    from live_notes import Drafter, DraftRequest, Note
    from live_notes.masking import Roster
    from retention import Clock
    from signaling.config import Settings

DRAFTERS = ("embedded", "model")


_Format = Annotated[
    str | None, typer.Option(help="One of the note formats; default: the preferences', else soap.")
]
_Transcript = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A Transcript in JSON; - is standard input.")
]
_Summary = Annotated[str | None, typer.Option(metavar="TEXT", help="What the clinician wrote or dictated.")]
_Clinician = Annotated[
    str | None,
    typer.Option(metavar="SPEAKER", help="Who of the transcript's speakers is the clinician."),
]
_Preferences = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The clinician's preferences in JSON.")
]
_Style = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A style profile in JSON, as the style page exports it."),
]
_Template = Annotated[Path | None, typer.Option(metavar="FILE", help="A practice's own note format in JSON.")]
_Drafter = Annotated[
    str, typer.Option(help="embedded: on this machine. model: the processor in ATTUNE_PROCESSOR.")
]
_AsJson = Annotated[bool, typer.Option("--json", help="Print the Note as JSON.")]


def draft(
    *,
    format: _Format = None,  # noqa: A002 - the option's name
    transcript: _Transcript = None,
    summary: _Summary = None,
    clinician: _Clinician = None,
    preferences: _Preferences = None,
    style: _Style = None,
    template: _Template = None,
    drafter: _Drafter = "embedded",
    as_json: _AsJson = False,
) -> None:
    """Draft a note whose every sentence names the lines it rests on.

    Give a transcript, a summary, or both. Too little to go by gives no note, and says why.

    A transcript is {"segments": [{"text", "role", "id", "start", "end"}]} as `attune transcribe
    --json` prints it; only text is needed. Without an id segments are numbered, without a role
    (client, clinician) they are quoted as nobody's. With --clinician the lines of that speaker (as
    "voice 1") are the clinician's, all other lines without a role the client's.

    Preferences are a JSON object with any of clinician_term, client_term, pronouns (said, she, he,
    they, none), detail (concise, intermediate, detailed), modalities, instructions,
    default_format.

    A template is {"name", "sections": [{"title", "contents", "instruction", "text"}]}: contents are
    what a section may hold (reported, observed, measures, assessment, interventions, response, plan,
    homework, appointment, risk, medication, goals and more), the instruction says more in free words,
    and the text stands in the note as it is. It takes the place of --format.
    """
    form = format and checked_format(format)
    if form and template:
        raise CommandError("give --format or --template, not both")
    if drafter not in DRAFTERS:
        raise CommandError(f"--drafter: one of {', '.join(DRAFTERS)}")
    if transcript is None and not (summary or "").strip():
        raise CommandError("give --transcript FILE or --summary TEXT")
    from live_notes import DraftRequest

    said = _said(transcript, clinician) if transcript else None
    request = DraftRequest(
        transcript=said,
        summary=summary,
        format=form,
        preferences=read_json(preferences, "--preferences") if preferences else None,
        style=(read_json(style, "--style") or {}) if style else None,
        template=read_json(template, "--template") if template else None,
    )
    model = drafter == "model"
    note = run_to_end(_draft(request, behind_processor=model))
    _show(note, request, as_json=as_json)


def _said(transcript: Path, clinician: str | None) -> object:
    """The transcript, whose lines are told to be wrong before anything is loaded."""
    from live_notes import lines_from_transcript

    said = read_json(transcript, "--transcript")
    if clinician is not None:
        said = with_roles(said, clinician)
    if said is not None:
        lines_from_transcript(said)
    return said


async def _draft(request: DraftRequest, *, behind_processor: bool) -> Note:
    from live_notes import draft_from
    from retention import SystemClock

    clock = SystemClock()
    if not behind_processor:
        return await draft_from(request, now=clock.now())
    from live_notes.masking import AnalysisPool, SessionMasker
    from signaling.config import load_settings

    settings = load_settings()
    chosen = _model_drafter(settings, clock)
    async with AsyncExitStack() as stack:
        pool = await stack.enter_async_context(AnalysisPool(model=settings.masking_model).running())
        masker = SessionMasker(pool, _roster(request.transcript))
        return await draft_from(request, now=clock.now(), drafter=chosen, masker=masker)


def _model_drafter(settings: Settings, clock: Clock) -> Drafter:
    """The drafter behind the configured processor."""
    from live_notes import ModelDrafter
    from live_notes.processors import ProcessorGateway, read_registry
    from retention import SessionId
    from signaling.cli.ledger import SpokenLedger

    if settings.processors_file is None or settings.processor is None:
        raise CommandError("--drafter model: set ATTUNE_PROCESSORS_FILE and ATTUNE_PROCESSOR")
    registry = read_registry(settings.processors_file)
    registry.named(settings.processor)
    gateway = ProcessorGateway(registry, SpokenLedger(), clock, os.environ)
    return ModelDrafter(gateway, settings.processor, SessionId("command-line"))


def _roster(transcript: object) -> Roster:
    """The speakers' own names, as far as they are more than the word for their role."""
    from live_notes.masking import Roster, RosterName, RosterRole

    names: dict[str, RosterRole] = {}
    segments = transcript.get("segments", []) if isinstance(transcript, dict) else transcript
    for segment in segments if isinstance(segments, list) else []:
        name = segment.get("speaker")
        if isinstance(name, str) and name.strip() and role_named(name) is None:
            role = role_named(str(segment.get("role", "")))
            names[name.strip()] = RosterRole(role.value) if role else RosterRole.OTHER
    return Roster(tuple(RosterName(name, role) for name, role in names.items()))


def _show(note: Note, request: DraftRequest, *, as_json: bool) -> None:
    body: dict[str, Any] = note.as_json()
    if as_json:
        print(json.dumps(body, ensure_ascii=False))
        return
    from rich.console import Console

    from signaling.cli import render

    Console(highlight=False).print(render.note(body, _lines(request.transcript)))


def _lines(transcript: object) -> list[dict[str, Any]]:
    """The transcript's segments with what a quote needs, filled up where it is missing."""
    segments = transcript.get("segments", []) if isinstance(transcript, dict) else transcript
    return [
        {"id": f"line-{number}", "start": 0.0, "speaker": segment.get("role", "speaker"), **segment}
        for number, segment in enumerate(segments if isinstance(segments, list) else [], 1)
    ]
