"""A memory in a folder of its own, on a clock that moves only when told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from retention import FrozenClock, Memory, NewSession, RetentionSettings, SessionId


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def settings(tmp_path: Path) -> RetentionSettings:
    return RetentionSettings(folder=tmp_path / "kept")


@pytest.fixture
async def memory(settings: RetentionSettings, clock: FrozenClock) -> AsyncIterator[Memory]:
    async with Memory.open(settings, clock) as opened:
        yield opened


@pytest.fixture
async def session(memory: Memory) -> SessionId:
    return (await memory.sessions.create(NewSession(client="Ada Example"))).id
