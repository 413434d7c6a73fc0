"""`attune mask` between pipes: bad lines, an early end on either side, Ctrl-C while it waits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from signaling.cli.exits import CommandError
from signaling.cli.inputs import input_lines

MASK = (sys.executable, "-m", "signaling.cli", "mask")
DRAFT = (sys.executable, "-m", "signaling.cli", "draft", "--transcript", "-")
SECONDS = 60.0


def _line(text: str) -> bytes:
    return json.dumps({"text": text}).encode() + b"\n"


def _ended(command: tuple[str, ...], given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=given, capture_output=True, timeout=SECONDS, check=False)


async def _lines_of(given: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch, *, piped: bool) -> list[str]:
    """What `input_lines` makes of standard input, a pipe or a file."""
    if piped:
        reader, writer = os.pipe()
        os.write(writer, given)
        os.close(writer)
        source = os.fdopen(reader)
    else:
        (folder / "given").write_bytes(given)
        source = (folder / "given").open()
    with source:
        monkeypatch.setattr("sys.stdin", source)
        return [line async for line in input_lines()]


@pytest.mark.parametrize("piped", [True, False])
@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (b"", []),
        (b"one", ["one"]),
        (b"\xef\xbb\xbfone\n\ntwo\n", ["one", "", "two"]),
        (b"x" * 30_000 + b"\ny", ["x" * 30_000, "y"]),
    ],
)
async def test_lines_come_from_pipes_and_files_alike(
    given: bytes, lines: list[str], piped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await _lines_of(given, tmp_path, monkeypatch, piped=piped) == lines


async def test_closed_standard_input_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(CommandError, match="closed"):
        [_ async for _ in input_lines()]


def test_a_line_that_is_no_text_is_told_by_its_number_after_the_good_ones() -> None:
    ended = _ended(MASK, _line("fine") + b"\n" + '{"text": "Zoë"}'.encode("latin-1"))
    assert ended.returncode == 2
    assert [json.loads(line)["masked"] for line in ended.stdout.splitlines()] == ["fine"]
    assert ended.stderr.decode() == "attune: line 3 is not text (UTF-8)\n"


@pytest.mark.parametrize(("given", "says"), [(b"", "is empty"), (b"\xff", "is not text (UTF-8)")])
def test_a_transcript_by_standard_input_is_told_apart(given: bytes, says: str) -> None:
    ended = _ended(DRAFT, given)
    assert ended.returncode == 2
    assert ended.stderr.decode() == f"attune: --transcript: standard input {says}\n"


@pytest.fixture
def masking() -> Iterator[subprocess.Popen[bytes]]:
    """A running `attune mask` that has answered one line and waits for the next."""
    pipe = subprocess.PIPE
    with subprocess.Popen(MASK, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(_line("fine"))
        process.stdin.flush()
        assert process.stdout.readline()
        yield process
        if process.poll() is None:
            process.kill()


def test_ctrl_c_ends_it_while_it_waits_for_a_line(masking: subprocess.Popen[bytes]) -> None:
    masking.send_signal(signal.SIGINT)
    assert masking.wait(SECONDS) == 130
    assert masking.stderr is not None
    assert masking.stderr.read() == b""


def test_a_reader_that_leaves_ends_it_without_a_word(masking: subprocess.Popen[bytes]) -> None:
    assert masking.stdout is not None
    assert masking.stdin is not None
    assert masking.stderr is not None
    masking.stdout.close()
    masking.stdin.write(_line("fine"))
    masking.stdin.close()
    assert masking.wait(SECONDS) == 1
    assert masking.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_line() -> None:
    command = [sys.executable, "-m", "signaling.cli", "draft", "--summary", "Client slept well.", "--json"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=SECONDS, check=False)
    assert ended.returncode == 1
    assert ended.stderr == b"attune: can't write the output: no space left on device\n"
