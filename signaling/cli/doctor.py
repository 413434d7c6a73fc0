"""`attune doctor`: whether this machine can keep Attune's promises, and what to do where it can't."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import FAULT

if TYPE_CHECKING:
    from signaling.cli.checks import Check

MARKS = {"well": ("✓", "green"), "weak": ("!", "yellow"), "ill": ("✗", "bold red")}


def doctor(
    folder: Annotated[Path | None, typer.Option("--data", help="The data folder to look at.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port to look at.")] = None,
    speed: Annotated[bool, typer.Option(help="Measure how fast this machine recognises speech.")] = True,
    calls: Annotated[
        int, typer.Option(min=1, max=1000, help="Two-party calls at once that it should carry.")
    ] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of findings.")] = False,
) -> None:
    """Check this machine: models, memory, data folder, ports, UDP, pages, energy, speed.

    Each model that is ready decodes a few seconds of speech; the most accurate that carries --calls is
    recommended.

    Exit code 1 when something keeps Attune from working.
    """
    findings = []
    for check in _examination(folder, port, calls if speed else 0):
        findings.append(check)
        if not as_json:
            _say(check)
    if as_json:
        print(json.dumps([check.as_json() for check in findings], ensure_ascii=False))
    if any(check.health == "ill" for check in findings):
        raise typer.Exit(FAULT)


def _examination(folder: Path | None, port: int | None, calls: int) -> Iterator[Check]:
    """Every check in turn; speeds are measured if `calls` are wanted."""
    from signaling.cli import checks, model_checks
    from signaling.config import factors_of, load_settings

    settings = load_settings(folder=folder, port=port)
    yield checks.python()
    yield from model_checks.models(settings.model)
    yield model_checks.voices()
    yield checks.masking(settings.masking_model)
    yield from checks.memory()
    yield checks.folder(settings.folder)
    yield checks.port(settings.host, settings.port)
    yield checks.udp()
    yield checks.pages()
    yield from checks.energy(factors_of(settings))
    if calls:
        yield from model_checks.speeds(settings.model, calls, settings.language)


def _say(check: Check) -> None:
    from rich.console import Console
    from rich.text import Text

    mark, style = MARKS[check.health]
    advice = f"  → {check.advice}" if check.advice else ""
    line = Text.assemble((f"{mark} ", style), (f"{check.name:<16}", "bold"), check.found, (advice, "yellow"))
    Console(highlight=False, soft_wrap=True).print(line)
