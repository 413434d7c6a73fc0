"""The worker's log lines: ids, counts and states on standard error, in the form the server's own have."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable
from typing import Literal, TextIO

import structlog

LogFormat = Literal["console", "json"]


class SteadyLogger(structlog.PrintLogger):
    """Prints lines. One that can't be written (the disk is full, the reader gone) stops nobody's call."""

    def msg(self, message: str) -> None:
        """Prints a line if that is possible."""
        with contextlib.suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


def steady_logger(stream: TextIO | None = None) -> Callable[..., SteadyLogger]:
    """Makes loggers for `structlog.configure`; lines go to standard error unless a stream is given."""
    return lambda *_: SteadyLogger(stream or sys.stderr)


class LibraryLines(logging.Handler):
    """Lets records of libraries through as logger, line and error type: their text may hold addresses."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one line for a record."""
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        log = structlog.get_logger()
        log.log(record.levelno, "library", where=record.name, line=record.lineno, error=error)


def configure(form: LogFormat) -> None:
    """Sets logging up once for the process; libraries speak from warning up."""
    renderer = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=steady_logger(),
    )
    root = logging.getLogger()
    root.handlers = [LibraryLines(level=logging.WARNING)]
    root.setLevel(logging.WARNING)
