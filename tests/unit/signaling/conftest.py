"""A call of three people, driven event by event."""

from __future__ import annotations

import pytest

from tests.unit.signaling.driver import Driver, new_room


@pytest.fixture
def call() -> Driver:
    return Driver(new_room())
