"""The secret that all nodes share: proves that a request, or a node's record, comes from one of them.

It is used as a key and never sent, so that whoever could lead a node astray learns nothing to use elsewhere.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field

from retention import BadInput

SECRET_BYTES = 32
TOLERANCE_SECONDS = 120.0
"""How far two nodes' clocks may be apart."""

HEADER = "X-Attune-Node"


@dataclass(frozen=True, slots=True)
class ClusterSecret:
    """A key of 32 bytes for HMAC-SHA-256 (RFC 2104)."""

    key: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> ClusterSecret:
        """The secret from base64. Raises `BadInput` when it is not 32 bytes."""
        try:
            key = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != SECRET_BYTES:
            raise BadInput("cluster_secret must be base64 of 32 bytes, the same on every node")
        return cls(key)

    def mark(self, *parts: str) -> str:
        """A mark of these parts that only a holder of the secret can make."""
        text = "\n".join((str(len(parts)), *(f"{len(part)}:{part}" for part in parts)))
        return hmac.new(self.key, _bytes(text), hashlib.sha256).hexdigest()

    def made(self, mark: str, *parts: str) -> bool:
        """Whether a holder of the secret made this mark; takes the same time for every wrong one."""
        return hmac.compare_digest(_bytes(mark), self.mark(*parts).encode())

    def credential(self, method: str, target: str, at: float) -> str:
        """What a forwarded request bears. `at`: seconds of the wall clock."""
        moment = str(int(at))
        return f"{moment}.{self.mark('request', moment, method, target)}"

    def admits(self, credential: str, method: str, target: str, at: float) -> bool:
        """Whether a request comes from another node, at about this time."""
        moment, _, mark = credential.partition(".")
        genuine = self.made(mark, "request", moment, method, target)
        return genuine and abs(at - int(moment)) <= TOLERANCE_SECONDS

    def worker_token(self) -> str:
        """The workers' token of a cluster that is given none: the same on every node."""
        return self.mark("worker-token")


def _bytes(text: str) -> bytes:
    """A header's text as bytes, also when what came was no UTF-8."""
    return text.encode(errors="surrogatepass")
