"""How a command ends: exit codes, and one line on standard error instead of a traceback.

0 done · 1 a fault of ours, or a check that failed · 2 bad input · 130 interrupted (128 + SIGINT).
"""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

OK, FAULT, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """A command can't do what was asked; `detail` is the one line the user reads."""

    def __init__(self, detail: str, code: int = BAD_INPUT) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code


def exit_code_of(run: Callable[[], object]) -> int:
    """Runs a command to its end and turns whatever it raises into an exit code and at most one line."""
    try:
        result = run()
        if sys.stdout is not None:
            sys.stdout.flush()  # what can't be written is told here, not after the end
    except BrokenPipeError:
        _write_nowhere()
        return FAULT
    except (KeyboardInterrupt, asyncio.CancelledError):
        return INTERRUPTED
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else FAULT
    except Exception as error:  # noqa: BLE001 - the outermost supervisor of every command
        found = _innermost(error)
        if isinstance(found, OSError) and found.errno in _NO_ROOM:
            _write_nowhere()  # or Python tries again at its end, and exits with a code of its own
        return _report(found)
    return result if isinstance(result, int) else OK


def _write_nowhere() -> None:
    """Whoever read our output has gone, or it can't be written: what is left of it goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _innermost(error: BaseException) -> BaseException:
    """The one error inside task groups' groups; of several the first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _report(error: BaseException) -> int:
    """Says in one line what went wrong; the words of unexpected errors stay unsaid, they may hold content."""
    code, line = _understood(error)
    sys.stderr.write(f"attune: {' '.join(line.split())}\n")
    return code


def _understood(error: BaseException) -> tuple[int, str]:
    if isinstance(error, CommandError):
        return error.code, error.detail
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return FAULT, f"can't write the output: {(error.strerror or 'no room').lower()}"
    line = _bad_input(error)
    if line is not None:
        return BAD_INPUT, line
    return FAULT, f"this is a fault of ours: {type(error).__name__} at {_where(error)}"


def _bad_input(error: BaseException) -> str | None:
    """What to tell about an error that what was given has caused; None when it is a fault of ours."""
    from pydantic import ValidationError
    from typer import TyperException

    from media_worker.errors import EarError
    from retention.errors import AttuneError
    from signaling.bus import BusUnreachable
    from signaling.config import UnknownSettingError

    line: str | None = None
    match error:
        case TyperException():
            line = error.format_message()
        case AttuneError() | EarError():
            line = error.detail
        case UnknownSettingError() | BusUnreachable():
            line = str(error)
        case ValidationError():
            line = _settings_fault(error)
        case OSError(strerror=str() as reason, filename=str() as name):
            line = f"{Path(name).name}: {reason.lower()}"
        case OSError(errno=errno.EADDRINUSE):
            line = "this port is in use: choose another with --port"
        case OSError(errno=errno.EADDRNOTAVAIL | errno.EACCES) | socket.gaierror():
            line = "can't listen there: choose another address with --host, or a port above 1023 with --port"
    return line


def _settings_fault(error: ValidationError) -> str:
    """Names the setting that can't be, never its value."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    return f"setting {name}: {first['msg']}" if name else f"settings: {first['msg']}"


def _where(error: BaseException) -> str:
    """The last places the error passed, innermost last, without any value."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
