"""How a command ends: one line, an exit code, and never a word of what was being worked on."""

from __future__ import annotations

import asyncio
import errno

import pytest

from media_worker.errors import RecordingEmpty
from retention.errors import BadInput
from signaling.cli.exits import BAD_INPUT, FAULT, INTERRUPTED, OK, CommandError, exit_code_of

SECRET = "purple marmalade umbrella"


def _raising(error: BaseException) -> int:
    def work() -> None:
        raise error

    return exit_code_of(work)


@pytest.mark.parametrize(
    "error",
    [
        CommandError("no"),
        BadInput("no"),
        RecordingEmpty("no"),
        FileNotFoundError(errno.ENOENT, "No such file", "x"),
        OSError(errno.EADDRINUSE, "in use"),
        ExceptionGroup("tasks", [ExceptionGroup("inner", [BadInput("no")])]),
    ],
)
def test_bad_input_is_two_and_one_line(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert _raising(error) == BAD_INPUT
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("attune: ")
    assert captured.err.count("\n") == 1


def test_a_fault_of_ours_names_the_place_but_not_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert _raising(KeyError(SECRET)) == FAULT
    line = capsys.readouterr().err
    assert SECRET not in line
    assert "KeyError at" in line
    assert "test_cli_exits.py:" in line


@pytest.mark.parametrize("error", [KeyboardInterrupt(), asyncio.CancelledError()])
def test_an_interruption_is_130_and_silent(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert _raising(error) == INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_commands_own_code_is_kept() -> None:
    assert exit_code_of(lambda: 3) == 3
    assert exit_code_of(lambda: None) == OK
