"""A receipt of destruction: Ed25519 signed (RFC 8032), hash-chained, without content.

A receipt states what was done: which key was deleted, how many rows and bytes went, and whether
the files were searched for what is left. It does not certify what a disk keeps behind its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from retention.canonical import Json, canonical, from_iso, iso
from retention.errors import BadInput
from retention.ids import PracticeId, ReceiptId, SessionId
from retention.policy import Why


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that something was destroyed. `counts` holds rows, bytes and keys; times are UTC."""

    id: ReceiptId
    position: int
    practice: PracticeId
    session: SessionId
    what: str
    why: Why
    actor: str
    policy: str
    counts: Mapping[str, int]
    files_searched: bool
    requested_at: datetime
    destroyed_at: datetime
    previous: str
    hash: str = ""
    signature: str = ""
    public_key: str = ""

    def payload(self) -> bytes:
        """What is hashed and signed: canonical JSON of everything else."""
        return canonical(self._stated())

    def as_dict(self) -> Json:
        """The receipt as JSON; `from_dict` reads it."""
        proof = {"hash": self.hash, "signature": self.signature, "public_key": self.public_key}
        return {**self._stated(), **proof}

    @classmethod
    def from_dict(cls, body: Mapping[str, object]) -> Self:
        """Reads `as_dict`. Raises `BadInput` when it is no receipt."""
        stated = dict(body)
        try:
            stated.pop("version")
            times = {name: from_iso(str(stated.pop(name))) for name in ("requested_at", "destroyed_at")}
            why = Why(str(stated.pop("why")))
            receipt = cls(why=why, **times, **stated)  # type: ignore[arg-type]
        except (KeyError, TypeError, ValueError):
            raise BadInput("this is not a receipt") from None
        if not receipt._is_typed():
            raise BadInput("this is not a receipt")
        return receipt

    def _is_typed(self) -> bool:
        words = (self.id, self.practice, self.session, self.what, self.actor, self.policy, self.previous)
        proof = (self.hash, self.signature, self.public_key)
        numbers = (self.position, *self.counts.values()) if isinstance(self.counts, Mapping) else (None,)
        return all(isinstance(word, str) for word in (*words, *proof)) and all(
            isinstance(number, int) and not isinstance(number, bool) for number in numbers
        )

    def _stated(self) -> Json:
        return {
            "version": 1,
            "id": self.id,
            "position": self.position,
            "practice": self.practice,
            "session": self.session,
            "what": str(self.what),
            "why": self.why.value,
            "actor": self.actor,
            "policy": self.policy,
            "counts": dict(self.counts),
            "files_searched": self.files_searched,
            "requested_at": iso(self.requested_at),
            "destroyed_at": iso(self.destroyed_at),
            "previous": self.previous,
        }


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What a receipt is to state."""

    practice: PracticeId
    session: SessionId
    what: str
    why: Why
    actor: str
    policy: str
    counts: Mapping[str, int]
    files_searched: bool
    requested_at: datetime
    destroyed_at: datetime
