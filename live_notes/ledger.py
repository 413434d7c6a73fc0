"""What was sent to which AI processor: counts and hashes for ever, bodies sealed until destruction."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Outcome(StrEnum):
    """How a call to a processor ended, or that it has not yet."""

    BEGUN = "begun"
    """It may have been sent: one that stays so was cut off by the end of the server."""
    ANSWERED = "answered"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    TRUNCATED = "truncated"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One call, without content: what it was for, how much was sent, its hash, how it ended.

    `placeholders` counts the masked things by kind (`{"PERSON": 2}`); `body_sha256` is the
    hash of what was sent; tokens are as the processor counted them, None when it did not say.
    `audio_seconds` is the speech sent for recognition; `host` is where the processor stood at that time.
    Joules are those of the answer, as estimated when it was given (`live_notes.energy.remote`); None where
    nobody estimated them.
    """

    session: str
    processor: str
    model: str
    purpose: str
    at: datetime
    outcome: Outcome
    local: bool
    agreement: str | None
    placeholders: dict[str, int]
    body_bytes: int
    body_sha256: str
    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    seconds: float = 0.0
    audio_seconds: float = 0.0
    host: str = ""
    joules_low: float | None = None
    joules_mid: float | None = None
    joules_high: float | None = None

    def as_json(self) -> dict[str, Any]:
        """The entry as JSON-able values; the time in ISO 8601."""
        return {**asdict(self), "at": self.at.isoformat(), "outcome": self.outcome.value}


@dataclass(frozen=True, slots=True)
class LedgerBody:
    """The masked text that went out and came back, for the clinician's eyes until destruction."""

    sent: dict[str, Any] = field(repr=False)
    answer: str | None = field(default=None, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The body as JSON-able values. The receiver seals it before it touches a disk."""
        return {"sent": self.sent, "answer": self.answer}


class LedgerSink(Protocol):
    """Where entries go; the composition root lets it seal the body with the transcript's data key."""

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        """Keeps a call that is about to be made, or was refused; gives its number. Else nothing is sent."""
        ...

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        """Says how a call that was entered has ended, before its answer is given out."""
        ...
