"""Fixtures that every part of the suite may ask for."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.nodeid import coerce_node_id
from hypothesis import HealthCheck, settings

from tests.support.folder_watch import wait_for
from tests.support.postgres import KeyRedis, Server, running_key_redis, running_postgres

REPOSITORY = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes of memory that tests may fill; they need a fraction of it."""


def _write_to_memory() -> None:
    """Puts what tests write into memory where there is room for it, and nobody says where by `TMPDIR`.

    Every store here waits for its disk with every change, as it has to; most tests change a great deal, and
    none asks whether a disk outlives its machine.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(MEMORY).free < ROOM:
        return
    own = MEMORY / f"attune-tests-{os.getuid()}"
    own.mkdir(exist_ok=True)
    os.environ["TMPDIR"] = tempfile.tempdir = str(own)


_write_to_memory()

# A property holds or it does not, however busy the machine is: no example is timed.
settings.register_profile("attune", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("attune")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sees that each test has its own address: of those that share one, processes side by side run only one.

    The cases of a property over the interface get one address from their library, but names of their own.
    """
    for item in items:
        if not item.nodeid.endswith(item.name):
            item._id = coerce_node_id(f"{item.nodeid.rpartition('::')[0]}::{item.name}")
    twice = [address for address, count in Counter(item.nodeid for item in items).items() if count > 1]
    if twice:
        raise pytest.UsageError(f"several tests have the same address: {', '.join(twice)}")


def free_tcp_port() -> int:
    """A TCP port of the loopback address that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def free_port() -> int:
    """A free TCP port on 127.0.0.1. Prefer port 0 where the code under test can tell what it got."""
    return free_tcp_port()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short-named private folder (a Unix socket fits in it) that is gone when the test is over."""
    path = Path(tempfile.mkdtemp(prefix="attune-test-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """URL of a real Redis server of this test run: memory only, on a free port, ended with the run."""
    program = shutil.which("redis-server")
    assert program is not None, "redis-server is missing: .ci/system-packages installs it"
    port = free_tcp_port()
    home = Path(tempfile.mkdtemp(prefix="attune-redis-"))
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen([*command, "--dir", str(home)], stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(lambda: _answers(port), 10, "Redis answers")
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(10)
            shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL of this test run, ended with it."""
    with running_postgres(free_tcp_port()) as server:
        yield server


@pytest.fixture(scope="session")
def key_redis() -> Iterator[KeyRedis]:
    """A real Redis of this test run that keeps every key on its disk at once, ended with it."""
    with running_key_redis(free_tcp_port()) as server:
        yield server


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16) == b"+PONG\r\n"
    except OSError:
        return False
