"""Structured logs: ids, counts and states; never words, names or addresses with tokens.

A field that is not on the list below is dropped before it is written, so that a careless line can't leak:
content needs an entry here to become visible, and the entry would be seen in review.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, FilteringBoundLogger, WrappedLogger

from media_worker.logs import LibraryLines, steady_logger

# fmt: off
SAFE_FIELDS = frozenset({
    "event", "level", "timestamp", "session", "participant", "track", "segment", "worker", "note", "receipt",
    "practice", "connection", "code", "state", "status", "reason", "count", "segments", "words", "seconds",
    "delay_ms", "duration_ms", "method", "route", "size", "error", "where", "pid", "attempt", "exit_code",
    "model", "capacity", "tracks", "workers", "host", "port", "version", "final", "stage", "why", "action",
    "lag_ms", "drafter", "final_count", "partial_count", "destroyed", "signal", "node", "line",
})
# fmt: on
_SAFE_TEXT = re.compile(r"[\w.:/{}+@-]{0,120}(?: [\w.:/{}+-]+){0,8}")


def only_safe(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Drops unknown fields and reduces exceptions to their type (a processor of structlog)."""
    kept: EventDict = {}
    for name, value in event.items():
        if name == "exc_info":
            kept["error"] = _error_name(value)
        elif name in SAFE_FIELDS:
            kept[name] = _plain(value)
    return kept


def _error_name(value: Any) -> str:
    found = sys.exc_info()[1] if value is True else value
    return type(found).__name__ if isinstance(found, BaseException) else "unknown"


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float) or value is None:
        return value
    text = str(value)
    return text if len(text) <= 200 and _SAFE_TEXT.fullmatch(text) else f"<{len(text)} chars>"


def configure(form: str, level: str, stream: TextIO | None = None) -> None:
    """Sets logging up once for the process: `form` is `console` or `json`; lines go to standard error."""
    number = logging.getLevelNamesMapping()[level.upper()]
    renderer = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_safe,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=steady_logger(stream),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [LibraryLines(level=max(number, logging.WARNING))]
    root.setLevel(max(number, logging.WARNING))


def get_logger() -> FilteringBoundLogger:
    """The logger every module uses."""
    logger: FilteringBoundLogger = structlog.get_logger()
    return logger
