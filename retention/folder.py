"""The folder everything is kept in: private, able to forget, with the master key beside the keys."""

from __future__ import annotations

import base64
import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retention.errors import BadInput, CannotDelete, KeyUnavailable, StoreUnavailable
from retention.sealing import KEY_BYTES, parse_master_key
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


def read_or_make_master_key(settings: RetentionSettings, *, may_make: bool) -> bytes:
    """The master key: the given one, the one in its file, or a new one on the first run.

    Raises:
        KeyUnavailable: keys exist already, but their master key is missing or unreadable.
    """
    if settings.master_key is not None:
        return settings.master_key
    path = settings.master_key_path
    try:
        text = path.read_text(encoding="ascii")
        path.chmod(0o600)
        return parse_master_key(text)
    except FileNotFoundError:
        pass
    except (OSError, ValueError):
        raise KeyUnavailable("the master key file can't be read; restore it") from None
    if not may_make:
        raise KeyUnavailable("the master key is missing though keys exist; give it or restore its file")
    return _make_master_key(path)


def _make_master_key(path: Path) -> bytes:
    """Writes a random key, mode 0600; whoever comes first wins."""
    key = secrets.token_bytes(KEY_BYTES)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.b64encode(key) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            key = parse_master_key(path.read_text(encoding="ascii"))
        draft.unlink()
    except OSError as error:
        raise StoreUnavailable(f"the master key can't be written ({type(error).__name__})") from None
    return key


def _probe(folder: Path) -> None:
    probe = folder / f".probe-{secrets.token_hex(8)}"
    probe.write_bytes(b"attune")
    probe.unlink()
    if probe.exists():
        raise CannotDelete("a deleted file stays in the data folder; use another disk or file system")
