"""AWS KMS by `boto3`: credentials, region and endpoint as AWS's own tools take them (AWS_... variables).

Kms `Encrypt` and `Decrypt` with a symmetric key; the encryption context binds what was encrypted to this use
(https://docs.aws.amazon.com/kms/latest/APIReference/).
"""

from __future__ import annotations

import asyncio
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from retention.errors import KeyUnavailable

_CONTEXT = {"attune": "master key"}
_SECONDS = 5
_ATTEMPTS = 3


class AwsKms:
    """One key in AWS KMS."""

    name = "aws"

    def __init__(self, key: str) -> None:
        self._key = key
        self._client: Any = None

    async def encrypt(self, secret: bytes) -> bytes:
        """The ciphertext blob of the secret. Raises `KeyUnavailable`."""
        answer = await self._call("encrypt", Plaintext=secret)
        return bytes(answer["CiphertextBlob"])

    async def decrypt(self, sealed: bytes) -> bytes:
        """The secret of a ciphertext blob. Raises `KeyUnavailable`."""
        answer = await self._call("decrypt", CiphertextBlob=sealed)
        return bytes(answer["Plaintext"])

    async def _call(self, operation: str, **given: bytes) -> Any:
        return await asyncio.to_thread(self._called, operation, given)

    def _called(self, operation: str, given: dict[str, bytes]) -> Any:
        try:
            if self._client is None:
                retries: Any = {"total_max_attempts": _ATTEMPTS, "mode": "standard"}
                config = Config(connect_timeout=_SECONDS, read_timeout=_SECONDS, retries=retries)
                self._client = boto3.client("kms", config=config)
            return getattr(self._client, operation)(
                KeyId=self._key, EncryptionContext=dict(_CONTEXT), **given
            )
        except ClientError as error:  # its text may name the account; its code says enough
            reason = error.response.get("Error", {}).get("Code", "refused")
        except BotoCoreError as error:
            reason = type(error).__name__
        raise KeyUnavailable(f"the key service can't {operation} the master key ({reason})")
