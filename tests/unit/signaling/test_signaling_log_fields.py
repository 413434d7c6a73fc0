"""What may stand in a log line."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable

from signaling import logs


def lines_of(write: Callable[[], None]) -> list[dict[str, object]]:
    stream = io.StringIO()
    logs.configure("json", "info", stream)
    write()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_unknown_fields_and_long_texts_are_dropped() -> None:
    def write() -> None:
        logs.get_logger().info("heard", session="ses_1", text="the secret words", reason="x" * 500)

    (line,) = lines_of(write)
    assert line["session"] == "ses_1"
    assert "text" not in line
    assert "secret" not in json.dumps(line)
    assert line["reason"] == "<500 chars>"


def test_exceptions_are_logged_by_type_only() -> None:
    def write() -> None:
        try:
            int("the secret words")
        except ValueError:
            logs.get_logger().error("failed", exc_info=True)

    (line,) = lines_of(write)
    assert line["error"] == "ValueError"
    assert "secret" not in json.dumps(line)


def test_other_libraries_may_not_write_their_text() -> None:
    def write() -> None:
        logging.getLogger("a.library").error("Task exception was never retrieved: %s", "the secret words")

    (line,) = lines_of(write)
    assert line["where"] == "a.library"
    assert "secret" not in json.dumps(line)
