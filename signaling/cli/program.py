"""The command table of `attune`: what is here works, and nothing else is offered."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from signaling.cli import demo, doctor, draft, mask, serve, transcribe, worker
from signaling.cli.exits import exit_code_of

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
    app.command("serve")(serve.serve)
    app.command("worker")(worker.worker)
    app.command("demo")(demo.demo)
    app.command("transcribe")(transcribe.transcribe)
    app.command("draft")(draft.draft)
    app.command("mask")(mask.mask)
    app.command("doctor")(doctor.doctor)
    return app


def run(arguments: Sequence[str]) -> int:
    """Runs one command line (without the program's name); returns its exit code."""
    command = typer.main.get_command(build())

    def invoke() -> Any:
        return command.main(args=list(arguments) or ["--help"], prog_name="attune", standalone_mode=False)

    return exit_code_of(invoke)


def main() -> None:
    """The console script `attune`."""
    sys.exit(run(sys.argv[1:]))
