"""Sealing: AES-256-GCM with data keys, and the master key that wraps them (NIST SP 800-38D).

A sealed value is `01 | key tag, 16 bytes | nonce, 12 bytes | ciphertext and tag`. The key tag
is random, the same for all values of one data key, and says nothing about the key. It lets a
destruction check in one pass over the files that no ciphertext of an erased key is left.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from retention.canonical import Json, canonical, read_json
from retention.errors import BadInput, KeyUnavailable, SealBroken

KEY_BYTES: Final = 32
TAG_BYTES: Final = 16
NONCE_BYTES: Final = 12
_VERSION: Final = b"\x01"
_OVERHEAD: Final = 1 + TAG_BYTES + NONCE_BYTES + 16


class Sealed:
    """Ciphertext. Stores accept nothing else for content; its `repr` shows only the length."""

    __slots__ = ("_blob",)

    def __init__(self, blob: bytes) -> None:
        self._blob = blob

    def __bytes__(self) -> bytes:
        return self._blob

    def __len__(self) -> int:
        return len(self._blob)

    def __repr__(self) -> str:
        return f"<Sealed {len(self._blob)} bytes>"


@dataclass(frozen=True, slots=True)
class SealContext:
    """Where a sealed value stands. Bound as associated data: moved elsewhere it does not open."""

    table: str
    session: str
    row: str

    def associated(self) -> bytes:
        """The bytes GCM authenticates beside the ciphertext."""
        return canonical(["attune", 1, self.table, self.session, self.row])


class DataKey:
    """A data key in use. Lives in a `with` block; its bytes are overwritten at the end."""

    def __init__(self, key: bytes, tag: bytes) -> None:
        self._key = bytearray(key)
        self.tag = tag

    @classmethod
    def fresh(cls) -> Self:
        """A new random key with a new random tag."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(TAG_BYTES))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def __repr__(self) -> str:
        return "<DataKey>"

    def discard(self) -> None:
        """Overwrites the key; it can't be used afterwards."""
        self._key[:] = bytes(len(self._key))
        self._key.clear()

    def seal(self, clear: bytes, context: SealContext) -> Sealed:
        """Seals `clear` for one place, under a fresh random nonce."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        ciphertext = self._cipher().encrypt(nonce, clear, context.associated())
        return Sealed(_VERSION + self.tag + nonce + ciphertext)

    def open(self, sealed: Sealed, context: SealContext) -> bytes:
        """The clear bytes.

        Raises:
            SealBroken: altered, sealed for another place, or under another key.
        """
        blob = bytes(sealed)
        header = _VERSION + self.tag
        if len(blob) < _OVERHEAD or not blob.startswith(header):
            raise SealBroken(f"a row of {context.table} was not sealed with this key")
        nonce = blob[len(header) : len(header) + NONCE_BYTES]
        try:
            return self._cipher().decrypt(nonce, blob[len(header) + NONCE_BYTES :], context.associated())
        except InvalidTag:
            raise SealBroken(f"a row of {context.table} was altered or moved") from None

    def seal_json(self, value: object, context: SealContext) -> Sealed:
        """Seals a JSON value. Raises `BadInput` when it is none."""
        return self.seal(canonical(value), context)

    def open_json(self, sealed: Sealed, context: SealContext) -> Json:
        """The JSON object sealed for this place. Raises `SealBroken`."""
        return read_json(self.open(sealed, context))

    def raw(self) -> bytes:
        """The key's bytes, for wrapping and for signing keys."""
        return bytes(self._key)

    def _cipher(self) -> AESGCM:
        if not self._key:
            raise KeyUnavailable("this data key was discarded")
        return AESGCM(bytes(self._key))


class MasterKey:
    """Wraps data keys; never stored in a database. 32 bytes."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise BadInput("the master key must be 32 bytes")
        self._wrapping = AESGCM(_derive(key, b"attune key wrap v1", KEY_BYTES))
        self.check_value = _derive(key, b"attune key check v1", 16)

    def __repr__(self) -> str:
        return "<MasterKey>"

    def is_of(self, check_value: bytes) -> bool:
        """Whether this is the key with that check value."""
        return hmac.compare_digest(self.check_value, check_value)

    def wraps(self, name: str, tag: bytes, wrapped: bytes) -> bool:
        """Whether this key wrapped the data key stored under `name`."""
        try:
            self.unwrap(name, tag, wrapped).discard()
        except KeyUnavailable:
            return False
        return True

    def wrap(self, name: str, key: DataKey) -> bytes:
        """The data key as it may be stored, bound to its name."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._wrapping.encrypt(nonce, key.raw(), _wrapped_as(name, key.tag))

    def unwrap(self, name: str, tag: bytes, wrapped: bytes) -> DataKey:
        """The data key stored under `name`.

        Raises:
            KeyUnavailable: wrapped by another master key, or altered.
        """
        nonce, body = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return DataKey(self._wrapping.decrypt(nonce, body, _wrapped_as(name, tag)), tag)
        except InvalidTag:
            raise KeyUnavailable("a data key was altered, or belongs to another master key") from None


def _wrapped_as(name: str, tag: bytes) -> bytes:
    return canonical(["attune", "data key", 1, name, tag.hex()])


def _derive(key: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose).derive(key)


def parse_master_key(text: str) -> bytes:
    """The 32 bytes of a master key written as base64 (either alphabet) or 64 hexadecimal digits.

    Raises:
        BadInput: it is neither; the text is not repeated.
    """
    text = text.strip()
    try:
        if len(text) == 2 * KEY_BYTES:
            key = bytes.fromhex(text)
        else:
            key = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (ValueError, binascii.Error):
        raise BadInput("the master key must be base64 or hexadecimal") from None
    if len(key) != KEY_BYTES:
        raise BadInput("the master key must be 32 bytes")
    return key
