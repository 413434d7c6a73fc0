"""`attune bench`: the measurements that come with the program, by name."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import CommandError

if TYPE_CHECKING:
    from types import ModuleType


def bench(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="What to measure; without it: what there is.")
    ] = "",
) -> None:
    """Measure on this machine: recogniser, live calls, masking, destruction and more.

    Everything after NAME is the measurement's own; attune bench NAME --help tells it. Exit code 1
    when a target is missed.
    """
    table = _table()
    if not name:
        for one in table.available():
            print(f"{one:<12} {table.NAMES[one]}")
        return
    try:
        measure: Callable[[list[str]], int] = table.measurement(name)
    except table.UnknownMeasurementError as error:
        raise CommandError(f"bench: {error}") from None
    raise typer.Exit(measure(context.args))


def _table() -> ModuleType:
    """The package of measurements. It lies beside the rooms and may have been left out of an installation."""
    try:
        return importlib.import_module("bench.__main__")
    except ModuleNotFoundError:
        raise CommandError("bench: the measurements are not part of this installation") from None
