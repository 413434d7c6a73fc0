"""Files and standard input of a command, told apart: missing, empty, not text, not JSON."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from signaling.cli.exits import CommandError

MOST_BYTES = 64 << 20
"""Larger than any transcript; what is larger is something else."""

LONGEST_LINE_BYTES = 16 << 20
_CHUNK_BYTES = 1 << 16


def read_text(file: Path, option: str) -> str:
    """A file's text; `-` is standard input. Raises `CommandError` naming the option, never the content."""
    name = "standard input" if str(file) == "-" else shown(file)
    try:
        content = _content(file)
    except OSError as error:
        raise CommandError(f"{option}: {name}: {(error.strerror or 'unreadable').lower()}") from None
    if len(content) > MOST_BYTES:
        raise CommandError(f"{option}: {name} is larger than {MOST_BYTES >> 20} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{option}: {name} is not text (UTF-8)") from None


def read_json(file: Path, option: str) -> object:
    """A JSON file's value. Raises `CommandError`."""
    text = read_text(file, option)
    name = "standard input" if str(file) == "-" else shown(file)
    if not text.strip():
        raise CommandError(f"{option}: {name} is empty")
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise CommandError(f"{option}: {name} is not JSON (line {error.lineno})") from None
    except RecursionError:
        raise CommandError(f"{option}: {name} is nested too deeply") from None
    except ValueError:  # a number of thousands of digits
        raise CommandError(f"{option}: {name} holds a number that can't be read") from None
    return value


def shown(file: Path) -> str:
    """A file's name as a user knows it: without its folders, but never empty."""
    return file.name or str(file)


async def input_lines() -> AsyncIterator[str]:
    """The lines of standard input as they come. Waiting for one leaves the event loop free for Ctrl-C.

    Raises:
        CommandError: a line is not UTF-8 or far too long; it is told by its number.
    """
    source, rest, number = _standard_input(), b"", 0
    while chunk := await _next_chunk(source):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            number += 1
            yield _decoded(line, number)
        if len(rest) > LONGEST_LINE_BYTES:
            raise CommandError(f"line {number + 1} is longer than {LONGEST_LINE_BYTES >> 20} MB")
    if rest:
        yield _decoded(rest, number + 1)


def _content(file: Path) -> bytes:
    if str(file) == "-":
        with open(_standard_input(), "rb", closefd=False) as source:
            return source.read(MOST_BYTES + 1)
    with file.open("rb") as source:
        return source.read(MOST_BYTES + 1)


def _standard_input() -> int:
    if sys.stdin is None:
        raise CommandError("standard input is closed")
    return sys.stdin.fileno()


async def _next_chunk(source: int) -> bytes:
    ready = asyncio.Event()
    if _told_when_ready(source, ready):
        try:
            await ready.wait()
        finally:
            asyncio.get_running_loop().remove_reader(source)
    return os.read(source, _CHUNK_BYTES)


def _told_when_ready(source: int, ready: asyncio.Event) -> bool:
    """Whether `ready` will be set; not for a regular file, which never keeps a reader waiting."""
    try:
        asyncio.get_running_loop().add_reader(source, ready.set)
    except PermissionError:
        return False
    return True


def _decoded(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise CommandError(f"line {number} is not text (UTF-8)") from None
