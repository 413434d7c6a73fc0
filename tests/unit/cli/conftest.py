"""Commands run in this process: no settings from outside, and logs that end with the test."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import pytest
import structlog

from signaling.config import PREFIX


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def logs_of_its_own() -> Iterator[None]:
    """A command that sets logging up writes to the standard error of its test, which is closed after it."""
    root = logging.getLogger()
    before = (root.handlers, root.level)
    yield
    structlog.reset_defaults()
    root.handlers, level = before
    root.setLevel(level)
