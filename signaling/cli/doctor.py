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
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of findings.")] = False,
) -> None:
    """Check this machine: models, memory, data folder, ports, UDP, pages, energy, speed.

    Exit code 1 when something keeps Attune from working.
    """
    findings = []
    for check in _examination(folder, port, speed=speed):
        findings.append(check)
        if not as_json:
            _say(check)
    if as_json:
        print(json.dumps([check.as_json() for check in findings], ensure_ascii=False))
    if any(check.health == "ill" for check in findings):
        raise typer.Exit(FAULT)


def _examination(folder: Path | None, port: int | None, *, speed: bool) -> Iterator[Check]:
    from signaling.cli import checks
    from signaling.config import load_settings

    settings = load_settings(folder=folder, port=port)
    yield checks.python()
    yield from checks.models()
    yield from checks.memory()
    yield checks.folder(settings.folder)
    yield checks.port(settings.host, settings.port)
    yield checks.udp()
    yield checks.pages()
    yield checks.energy()
    if speed:
        yield checks.speed(settings.model)


def _say(check: Check) -> None:
    from rich.console import Console
    from rich.text import Text

    mark, style = MARKS[check.health]
    advice = f"  → {check.advice}" if check.advice else ""
    line = Text.assemble((f"{mark} ", style), (f"{check.name:<16}", "bold"), check.found, (advice, "yellow"))
    Console(highlight=False, soft_wrap=True).print(line)
