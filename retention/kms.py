"""Key management services: they keep a key that never leaves them, and encrypt the master key with it."""

from __future__ import annotations

from typing import Protocol

from retention.errors import BadInput


class Kms(Protocol):
    """What is asked of a service. Both calls raise `KeyUnavailable` when it refuses or can't be reached."""

    @property
    def name(self) -> str:
        """A word for the kind of service, kept beside what it encrypted."""
        ...

    async def encrypt(self, secret: bytes) -> bytes:
        """The secret, so that only the service can read it."""
        ...

    async def decrypt(self, sealed: bytes) -> bytes:
        """The secret again."""
        ...


def kms_of(address: str) -> Kms:
    """The service at an address: `aws:KEY`, with a key's id, ARN or `alias/NAME`.

    Raises:
        BadInput: another kind, or its library is not installed.
    """
    kind, _, key = address.partition(":")
    if kind != "aws" or not key:
        raise BadInput("master_key_kms must be aws:KEY with a key's id, ARN or alias/NAME")
    try:
        from retention.aws_kms import AwsKms
    except ImportError:
        raise BadInput("master_key_kms needs the library boto3: install attune[aws]") from None
    return AwsKms(key)
