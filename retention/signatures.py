"""Signatures of this installation: Ed25519 (RFC 8032), keys and signatures as base64url without padding."""

from __future__ import annotations

import base64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class Signer:
    """The installation's private key. Its `repr` shows nothing."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public_key = _text(self._key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return "<Signer>"

    def sign(self, message: bytes) -> str:
        """The signature of the message."""
        return _text(self._key.sign(message))


def verify_signature(public_key: str, signature: str, message: bytes) -> bool:
    """Whether the signature of the message is by the key."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(public_key)).verify(_bytes(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_public_key(text: str) -> bool:
    """Whether this can be a public key."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(text))
    except ValueError:
        return False
    return True


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
