"""The folder everything is kept in: private, and able to forget."""

from __future__ import annotations

import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retention.errors import BadInput, CannotDelete, StoreUnavailable
from retention.settings import RetentionSettings

LOCK_NAME = "in-use.lock"


def prepare_folders(settings: RetentionSettings) -> None:
    """Makes the folders with mode 0700 and proves that a file in them can be deleted.

    A memory that is shared by several nodes keeps nothing in a folder, and makes none.

    Raises:
        StoreUnavailable: they can't be made or written.
        CannotDelete: a deleted file stays.
        BadInput: the folder is a shared one, such as `/tmp`.
    """
    if settings.shared:
        return
    folders = {settings.folder, settings.keys_path.parent, settings.master_key_path.parent}
    for folder in sorted(folders):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if folder.stat().st_mode & stat.S_ISVTX:
                raise BadInput("this folder is shared by all users; give Attune one of its own")
            folder.chmod(0o700)
            _probe(folder)
        except OSError as error:
            reason = type(error).__name__
            raise StoreUnavailable(
                f"the data folder can't be used ({reason}); check owner and space"
            ) from None


def require_files(settings: RetentionSettings) -> None:
    """Raises `BadInput` where a file of records or keys is missing: a command shall not make an empty one."""
    for path in settings.files:
        if not path.is_file():
            raise BadInput(f"there are no records here: {path.name} is missing in the data folder")


@contextmanager
def occupied(settings: RetentionSettings) -> Iterator[None]:
    """Keeps other servers out of the folder; of a shared memory there is none to keep them out of.

    The kernel lets go of the lock (`flock`) however the process ends.

    Raises:
        StoreUnavailable, CannotDelete, BadInput: as `prepare_folders`, or another server works in it.
    """
    if settings.shared:
        yield
        return
    prepare_folders(settings)
    descriptor = os.open(settings.folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreUnavailable("this data folder is in use by another Attune; stop it first") from None
        yield
    finally:
        os.close(descriptor)


def _probe(folder: Path) -> None:
    probe = folder / f".probe-{secrets.token_hex(8)}"
    probe.write_bytes(b"attune")
    probe.unlink()
    if probe.exists():
        raise CannotDelete("a deleted file stays in the data folder; use another disk or file system")
