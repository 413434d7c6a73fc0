"""A memory of its own for each test, on a clock that moves only when told.

A test module that names `FORMS = BOTH` runs on both forms of the memory: `embedded`, files in a
folder, and `cluster`, a real PostgreSQL with the keys in a real Redis.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from retention import FrozenClock, Memory, NewSession, RetentionSettings, SessionId
from tests.support.cluster_memory import CLUSTER, EMBEDDED, cluster_settings


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "settings" in metafunc.fixturenames:
        forms = getattr(metafunc.module, "FORMS", (EMBEDDED,))
        if len(forms) > 1:
            metafunc.parametrize("settings", forms, indirect=True)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
async def settings(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[RetentionSettings]:
    if getattr(request, "param", EMBEDDED) != CLUSTER:
        yield RetentionSettings(folder=tmp_path / "kept")
        return
    server, redis = request.getfixturevalue("postgres_server"), request.getfixturevalue("key_redis")
    async with cluster_settings(server, redis, tmp_path / "kept") as chosen:
        yield chosen


@pytest.fixture
async def memory(settings: RetentionSettings, clock: FrozenClock) -> AsyncIterator[Memory]:
    async with Memory.open(settings, clock) as opened:
        yield opened


@pytest.fixture
async def session(memory: Memory) -> SessionId:
    return (await memory.sessions.create(NewSession(client="Ada Example"))).id
