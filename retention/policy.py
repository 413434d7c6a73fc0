"""The retention policy: a pure function of a transcript's state and the time.

The days are counted from the transcript's first segment, not from the session's end: of the
two possible deadlines it is the earlier one, and it exists even if a session never ends.
Configuration can only shorten the seven days; the warnings on days 5 and 6 shrink with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from retention.errors import BadInput

LONGEST_LIFE: Final = timedelta(days=7)
"""No unsigned transcript lives longer, whatever is configured."""


class TranscriptState(StrEnum):
    """Where a session's transcript stands."""

    NONE = "none"
    LIVING = "living"
    DESTROYING = "destroying"
    """Doomed: it can't be read any more, and traces are being removed."""
    DESTROYED = "destroyed"


class Why(StrEnum):
    """The reason of a destruction, as receipts state it."""

    SIGNED = "signed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REQUESTED = "requested"
    STRUCK = "struck"
    KEY_GONE = "key_gone"
    """Rows without a living key, such as a restored backup brings back."""


class RetentionWarning(StrEnum):
    """What the clinician is told about a transcript's end."""

    NONE = "none"
    DAY5 = "day5"
    DAY6 = "day6"
    HELD = "held"
    """It is kept under a legal hold."""
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """How long an unsigned transcript lives. Raises `BadInput` beyond seven days."""

    life: timedelta = LONGEST_LIFE

    def __post_init__(self) -> None:
        if not timedelta(0) < self.life <= LONGEST_LIFE:
            raise BadInput("transcripts live more than 0 and at most 7 days; the setting can only shorten")

    @property
    def version(self) -> str:
        """Names rules and setting on a receipt, e.g. `retention-1/604800s`."""
        return f"retention-1/{self.life.total_seconds():g}s"


@dataclass(frozen=True, slots=True)
class TranscriptFacts:
    """All the policy may know of a living transcript. Times in steady time."""

    born_at: datetime
    signed: bool = False
    withdrawn: bool = False
    requested: bool = False
    held: bool = False
    """Two people keep it under a legal hold."""
    key_gone: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """It lives on until `until`; None: until its hold ends."""

    until: datetime | None
    warning: RetentionWarning


@dataclass(frozen=True, slots=True)
class Destroy:
    """It has to go now."""

    why: Why


Verdict: TypeAlias = Keep | Destroy


def deadline(policy: RetentionPolicy, born_at: datetime) -> datetime:
    """When an unsigned transcript is destroyed at the latest."""
    return born_at + policy.life


def decide(policy: RetentionPolicy, facts: TranscriptFacts, now: datetime) -> Verdict:
    """Whether a living transcript stays, and if not, why. Without its key a hold keeps nothing."""
    if facts.held and not facts.key_gone:
        return Keep(None, RetentionWarning.HELD)
    reasons = (
        (facts.signed, Why.SIGNED),
        (facts.withdrawn, Why.WITHDRAWN),
        (facts.requested, Why.REQUESTED),
        (facts.key_gone, Why.KEY_GONE),
        (now >= deadline(policy, facts.born_at), Why.EXPIRED),
    )
    for holds, why in reasons:
        if holds:
            return Destroy(why)
    return Keep(deadline(policy, facts.born_at), _warning(policy, now - facts.born_at))


def _warning(policy: RetentionPolicy, age: timedelta) -> RetentionWarning:
    if age * 7 >= policy.life * 6:
        return RetentionWarning.DAY6
    if age * 7 >= policy.life * 5:
        return RetentionWarning.DAY5
    return RetentionWarning.NONE
