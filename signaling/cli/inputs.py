"""Files and standard input of a command, read whole and told apart: missing, empty, not text, not JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from signaling.cli.exits import CommandError

MOST_BYTES = 64 << 20
"""Larger than any transcript; what is larger is something else."""


def read_text(file: Path, option: str) -> str:
    """A file's text; `-` is standard input. Raises `CommandError` naming the option, never the content."""
    try:
        if str(file) == "-":
            return sys.stdin.read()
        if file.stat().st_size > MOST_BYTES:
            raise CommandError(f"{option}: {file.name} is larger than {MOST_BYTES >> 20} MB")
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{option}: {file.name} is not text (UTF-8)") from None
    except OSError as error:
        raise CommandError(f"{option}: {file.name}: {(error.strerror or 'unreadable').lower()}") from None


def read_json(file: Path, option: str) -> object:
    """A JSON file's value. Raises `CommandError`."""
    text = read_text(file, option)
    if not text.strip():
        raise CommandError(f"{option}: {file.name} is empty")
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise CommandError(f"{option}: {file.name} is not JSON (line {error.lineno})") from None
    except RecursionError:
        raise CommandError(f"{option}: {file.name} is nested too deeply") from None
    return value
