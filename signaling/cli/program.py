"""The command table of `attune`: what is here works, and nothing else is offered."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.markup import escape

from signaling.cli import (
    audit,
    backup,
    bench,
    brief,
    demo,
    doctor,
    draft,
    hold,
    keys,
    mask,
    models,
    notes,
    receipts,
    retention,
    serve,
    transcribe,
    worker,
)
from signaling.cli.examples import EXAMPLES
from signaling.cli.exits import exit_code_of

COMMANDS: dict[str, Callable[..., None]] = {
    "serve": serve.serve,
    "worker": worker.worker,
    "demo": demo.demo,
    "transcribe": transcribe.transcribe,
    "draft": draft.draft,
    "mask": mask.mask,
    "brief": brief.brief,
    "backup": backup.backup,
    "restore": backup.restore,
    "doctor": doctor.doctor,
    "bench": bench.bench,
}

GROUPS: dict[str, Mapping[str, Callable[..., None]]] = {
    "models": models.COMMANDS,
    "audit": audit.COMMANDS,
    "receipts": receipts.COMMANDS,
    "notes": notes.COMMANDS,
    "retention": retention.COMMANDS,
    "keys": keys.COMMANDS,
    "hold": hold.COMMANDS,
}
GROUP_HELP = {
    "models": "Recognisers: list them, add one, choose the one in use.",
    "audit": "The chain of accesses and changes: check it, export it.",
    "receipts": "Receipts of destruction: check them, also without a server.",
    "notes": "Signed notes: check that they are what was signed.",
    "retention": "Destroy what is due.",
    "keys": "The master key: replace it by a new one.",
    "hold": "Legal holds, which two people place and end together.",
}

CONTEXTS = {"bench": {"allow_extra_args": True, "allow_interspersed_args": False}}
"""Commands that hand on what follows their argument as it is."""

HELP = "A self-hosted telehealth companion for mental-health clinicians."


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"attune {version('attune')}")
        raise typer.Exit


def _attune(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Takes the options that belong to no command."""


def build() -> typer.Typer:
    """The commands, in the order the help lists them."""
    app = typer.Typer(
        name="attune",
        help=HELP,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(_attune)
    for name, command in COMMANDS.items():
        app.command(
            name,
            help=_explained(command),
            epilog=_shown(EXAMPLES[name]),
            context_settings=CONTEXTS.get(name),
        )(command)
    for name, commands in GROUPS.items():
        app.add_typer(_group(name, commands), name=name)
    return app


def _group(name: str, commands: Mapping[str, Callable[..., None]]) -> typer.Typer:
    """Commands under a common name, as `attune models list`."""
    group = typer.Typer(help=GROUP_HELP[name], epilog=_shown(EXAMPLES[name]))
    for own, command in commands.items():
        group.command(own, help=_explained(command))(command)
    return group


def _explained(command: Callable[..., None]) -> str:
    """The command's docstring with one line a paragraph: the help wraps it to the terminal."""
    paragraphs = (inspect.getdoc(command) or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _shown(examples: Sequence[str]) -> str:
    return "\n\n".join(("For example:", *(f"  {escape(line)}" for line in examples)))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line (without the program's name); returns its exit code."""
    command = typer.main.get_command(build())

    def invoke() -> Any:
        return command.main(args=list(arguments) or ["--help"], prog_name="attune", standalone_mode=False)

    return exit_code_of(invoke)


def main() -> None:
    """The console script `attune`."""
    sys.exit(run(sys.argv[1:]))
