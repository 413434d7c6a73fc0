"""A real PostgreSQL, and a real Redis that keeps keys, for the length of a test run."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import asyncpg

from tests.support.folder_watch import wait_for

PASSWORD = "opensesame7"
"""Of the test server's owner; a word to look for in logs and errors."""

_SOLE = ("postgres", "nobody")
"""Users a server may run as when the tests run as root, which PostgreSQL refuses to be."""

_QUICK = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=16MB",
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the URL of its database `name`, and the folder of its files."""

    port: int
    folder: Path

    def url(self, name: str = "postgres", password: str = PASSWORD) -> str:
        """The URL of a PostgreSQL database."""
        return f"postgresql+asyncpg://attune:{password}@127.0.0.1:{self.port}/{name}"


@dataclass(frozen=True, slots=True)
class KeyRedis:
    """A running Redis with an append-only file."""

    port: int
    folder: Path

    def url(self, number: int = 0) -> str:
        """The URL of one of its databases."""
        return f"redis://127.0.0.1:{self.port}/{number}"

    def stored(self) -> bytes:
        """Every byte of its files."""
        return everything(self.folder)

    def forgets(self, piece: bytes) -> None:
        """Fails while the piece stands in a file. Redis removes files it replaced a moment later."""
        wait_for(lambda: piece not in self.stored(), 5, "the key store's files let go of it")


async def checkpoint(server: Server) -> None:
    """Writes all that is in PostgreSQL's memory to its files."""
    connection = await asyncpg.connect(
        host="127.0.0.1", port=server.port, user="attune", password=PASSWORD, database="postgres"
    )
    try:
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


def everything(folder: Path) -> bytes:
    """Every byte of the files in a folder, of which some may vanish meanwhile."""
    found = bytearray()
    for path in sorted(folder.rglob("*")):
        with suppress(FileNotFoundError, IsADirectoryError):
            found += path.read_bytes()
    return bytes(found)


def programs() -> Path:
    """The folder of `initdb` and `postgres`: on Debian outside of PATH, the newest version's last."""
    for found in (
        shutil.which("initdb"),
        *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")))[::-1],
    ):
        if found is not None and (Path(found).resolve().parent / "postgres").exists():
            return Path(found).resolve().parent
    raise AssertionError("PostgreSQL is missing: .ci/system-packages installs it")


@contextmanager
def running_postgres(port: int) -> Iterator[Server]:
    """A PostgreSQL on a free port of the loopback address, without `fsync`; its files go at the end."""
    home = Path(tempfile.mkdtemp(prefix="attune-postgres-"))
    who = _user()
    try:
        secret = home / "password"
        secret.write_text(PASSWORD)
        for path in (home, secret):
            if who.user is not None:
                os.chown(path, who.user, who.group or 0)
        where, bin_ = home / "files", programs()
        _initialise(bin_ / "initdb", where, secret, who)
        given = ["listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={home}", *_QUICK]
        command = [str(bin_ / "postgres"), "-D", str(where), *(f"--{setting}" for setting in given)]
        with _started(command, who) as server:
            try:
                wait_for(lambda: _ready(where / "postmaster.pid"), 30, "PostgreSQL answers")
                yield Server(port, where)
            finally:
                server.send_signal(signal.SIGINT)  # ends sessions at once, and cleanly
                server.wait(20)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def running_key_redis(port: int, *options: str) -> Iterator[KeyRedis]:
    """A Redis as a key store has to be: every key on the disk at once, no snapshots."""
    program = shutil.which("redis-server")
    assert program is not None, "redis-server is missing: .ci/system-packages installs it"
    home = Path(tempfile.mkdtemp(prefix="attune-keys-"))
    durable = ["--save", "", "--appendonly", "yes", "--appendfsync", "always", "--hz", "100"]
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(home), *durable, *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(lambda: _accepts(port), 10, "Redis answers")
            yield KeyRedis(port, home)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(10)
            shutil.rmtree(home, ignore_errors=True)


def _ready(pid_file: Path) -> bool:
    """Whether the server says in its file that it takes connections."""
    return pid_file.exists() and pid_file.read_text().rstrip().endswith("ready")


def _accepts(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


class _Who(NamedTuple):
    """Whom a server runs as; all None for whoever runs the tests."""

    user: int | None = None
    group: int | None = None
    others: list[int] | None = None


def _user() -> _Who:
    if os.getuid() != 0:
        return _Who()
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    found = next(known[name] for name in _SOLE if name in known)
    return _Who(found.pw_uid, found.pw_gid, [])


def _initialise(initdb: Path, where: Path, secret: Path, who: _Who) -> None:
    """A new cluster whose owner signs in with the password in a file."""
    owner = ["--username=attune", f"--pwfile={secret}", "--auth=scram-sha-256"]
    form = ["--pgdata", str(where), "--locale=C", "--encoding=UTF8", "--no-sync"]
    subprocess.run(
        [str(initdb), *form, *owner],
        check=True,
        capture_output=True,
        user=who.user,
        group=who.group,
        extra_groups=who.others,
    )


def _started(command: list[str], who: _Who) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=who.user,
        group=who.group,
        extra_groups=who.others,
    )
