"""The master key: where it comes from, and the few that count while it is rotated.

A key store says by its check value which master key is in use. While it is rotated a source gives
more than one: the newest, which data keys are wrapped with from then on, and the one before it.
Nobody has to stop: whoever meets a data key that it can't unwrap reads its source again.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Protocol

from retention.errors import BadInput, KeyUnavailable, StoreUnavailable
from retention.kms import Kms
from retention.sealing import KEY_BYTES, DataKey, MasterKey, parse_master_key

_ROTATING = "rotating.lock"


class MasterKeys:
    """The master keys of one store, the newest first. Its `repr` shows their number."""

    def __init__(self, keys: Sequence[MasterKey]) -> None:
        self._keys = tuple(keys)

    @classmethod
    def of_bytes(cls, keys: Sequence[bytes]) -> MasterKeys:
        """Those with these bytes. Raises `BadInput`."""
        return cls([MasterKey(key) for key in keys])

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"<MasterKeys {len(self)}>"

    @property
    def newest(self) -> MasterKey:
        """The one that is to be in use."""
        return self._keys[0]

    def in_use(self, check_value: bytes) -> MasterKey:
        """The one a store with this check value uses.

        Raises:
            KeyUnavailable: it is none of these.
        """
        for key in self._keys:
            if key.is_of(check_value):
                return key
        raise KeyUnavailable(
            "this is not the master key of this key store; give the right one. Nothing was changed"
        )

    def unwrap(self, name: str, tag: bytes, wrapped: bytes) -> DataKey:
        """The data key stored under `name`, whichever of them wrapped it. Raises `KeyUnavailable`."""
        for key in self._keys[:-1]:
            with contextlib.suppress(KeyUnavailable):
                return key.unwrap(name, tag, wrapped)
        return self._keys[-1].unwrap(name, tag, wrapped)


class MasterKeySource(Protocol):
    """Where the master keys come from."""

    async def read(self) -> MasterKeys | None:
        """The master keys there are; None before the first. Raises `KeyUnavailable`, `BadInput`."""
        ...

    async def make(self) -> MasterKeys:
        """A first, random one, kept. Of several at once one wins."""
        ...

    async def begin(self) -> MasterKeys:
        """A new one before the one there is. Raises `BadInput` where somebody else has to give it."""
        ...

    async def end(self) -> None:
        """Forgets all but the newest."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Keeps other rotations out. Raises `StoreUnavailable`."""
        ...


class GivenKeys:
    """Keys that were given with the settings: whoever gives them also gives the new one."""

    def __init__(self, *keys: bytes) -> None:
        self._keys = MasterKeys.of_bytes(keys)

    async def read(self) -> MasterKeys:
        """Those given."""
        return self._keys

    async def make(self) -> MasterKeys:
        """Those given."""
        return self._keys

    async def begin(self) -> MasterKeys:
        """Raises `BadInput`: it has to be given."""
        raise BadInput(
            "give the new master key as ATTUNE_MASTER_KEY and the one in use as ATTUNE_OTHER_MASTER_KEYS"
        )

    async def end(self) -> None:
        """Nothing: the earlier one is taken out of the settings by whoever put it there."""

    def alone(self) -> AbstractContextManager[None]:
        """Nothing has to be kept out: a second rotation to the same key finds nothing to do."""
        return nullcontext()


class KeyFile:
    """A file with a key a line, the newest first; mode 0600. With a KMS each line is what that encrypted."""

    def __init__(self, path: Path, kms: Kms | None = None) -> None:
        self._path = path
        self._kms = kms

    async def read(self) -> MasterKeys | None:
        """The keys in the file.

        Raises:
            KeyUnavailable: it can't be read, or its KMS refuses. BadInput: it holds no key.
        """
        lines = await asyncio.to_thread(self._lines)
        if lines is None:
            return None
        return MasterKeys.of_bytes([await self._revealed(line) for line in lines])

    async def make(self) -> MasterKeys:
        """A first, random key in a new file; whoever comes first wins. Raises `StoreUnavailable`."""
        line = await self._protected(secrets.token_bytes(KEY_BYTES))
        await asyncio.to_thread(self._write, [line], new=True)
        return await self._kept()

    async def begin(self) -> MasterKeys:
        """A random key before those in the file."""
        lines = await asyncio.to_thread(self._lines)
        line = await self._protected(secrets.token_bytes(KEY_BYTES))
        await asyncio.to_thread(self._write, [line, *(lines or ())], new=False)
        return await self._kept()

    async def end(self) -> None:
        """Leaves only the first line; the others are overwritten as far as the disk does so."""
        lines = await asyncio.to_thread(self._lines)
        if lines is not None and len(lines) > 1:
            await asyncio.to_thread(self._write, lines[:1], new=False)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other rotations out. Raises `StoreUnavailable`."""
        lock = self._path.with_name(_ROTATING)
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StoreUnavailable(f"the master key can't be changed ({type(error).__name__})") from None
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreUnavailable("the master key is being rotated by another command") from None
            yield
        finally:
            os.close(descriptor)

    async def _kept(self) -> MasterKeys:
        kept = await self.read()
        if kept is None:
            raise KeyUnavailable("the master key file vanished; restore it")
        return kept

    async def _protected(self, key: bytes) -> str:
        """A key as its line."""
        if self._kms is None:
            return base64.b64encode(key).decode()
        return f"{self._kms.name}:{base64.b64encode(await self._kms.encrypt(key)).decode()}"

    async def _revealed(self, line: str) -> bytes:
        """The key of a line. One in the clear is read with a KMS, too: a rotation puts it under that."""
        name, colon, sealed = line.partition(":")
        if not colon:
            return parse_master_key(line)
        if self._kms is None or self._kms.name != name:
            raise KeyUnavailable("the master key file needs a key service: set ATTUNE_MASTER_KEY_KMS")
        try:
            blob = base64.b64decode(sealed, validate=True)
        except ValueError:
            raise KeyUnavailable("the master key file can't be read; restore it") from None
        return await self._kms.decrypt(blob)

    def _lines(self) -> list[str] | None:
        try:
            text = self._path.read_text(encoding="ascii")
            if os.access(self._path, os.W_OK) and self._path.stat().st_uid == os.geteuid():
                self._path.chmod(0o600)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            raise KeyUnavailable("the master key file can't be read; restore it") from None
        return text.split() or [""]

    def _write(self, lines: Sequence[str], *, new: bool) -> None:
        """Puts the lines in the file's place, whole or not at all. A `new` file replaces none."""
        draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write("".join(f"{line}\n" for line in lines).encode())
                file.flush()
                os.fsync(file.fileno())
            if new:
                with contextlib.suppress(FileExistsError):
                    os.link(draft, self._path)
                return
            with self._path.open("r+b") as old:
                draft.replace(self._path)
                _overwrite(old.fileno())
        except OSError as error:
            raise StoreUnavailable(f"the master key can't be written ({type(error).__name__})") from None
        finally:
            draft.unlink(missing_ok=True)  # it holds a key


def _overwrite(descriptor: int) -> None:
    """Overwrites the bytes of a file nobody can open any more."""
    os.pwrite(descriptor, bytes(os.fstat(descriptor).st_size), 0)
    os.fsync(descriptor)
