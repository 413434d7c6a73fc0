"""The records a command works on: those a server with the same settings has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from retention import RetentionSettings

DataFolder = Annotated[
    Path | None, typer.Option("--data", help="Folder of the sealed records (default ./attune-data).")
]


def memory_settings(folder: Path | None) -> RetentionSettings:
    """The memory's settings from the environment, as `attune serve` reads them; `--data` wins."""
    from signaling.app import retention_settings
    from signaling.config import load_settings

    return retention_settings(load_settings(folder=folder))
