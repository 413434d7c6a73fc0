"""The one tree of errors. A `detail` says what the reader can do next and never holds content.

`code` is stable: the front door maps it to an HTTP status and the command line to an exit code.
"""

# The names are the conditions themselves, as callers match them; a suffix would add nothing.

from __future__ import annotations

from typing import ClassVar


class AttuneError(Exception):
    """Root of everything Attune raises on purpose."""

    code: ClassVar[str] = "internal"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"


class BadInput(AttuneError):
    """What was given can't be used; the detail names the field, never its value."""

    code = "bad-input"


class NotFound(AttuneError):
    """No such session, participant, note or receipt in this practice."""

    code = "not-found"


class Forbidden(AttuneError):
    """The actor may not do this."""

    code = "forbidden"


class TranscriptDestroyed(AttuneError):
    """The transcript is destroyed, or its destruction has begun."""

    code = "transcript-destroyed"


class LegallyHeld(AttuneError):
    """The transcript is kept under a legal hold; what was asked for is carried out when that ends."""

    code = "legally-held"


class ClientKept(AttuneError):
    """The client can't be deleted, for records of theirs are kept; they can be put away."""

    code = "client-kept"


class AlreadySigned(AttuneError):
    """A signed note is locked for ever."""

    code = "already-signed"


class NotSigned(AttuneError):
    """Only a signed note has additions."""

    code = "not-signed"


class StaleVersion(AttuneError):
    """Somebody saved a newer version of the note meanwhile."""

    code = "stale-version"


class KeyUnavailable(AttuneError):
    """The master key is missing or wrong, or a data key is erased."""

    code = "key-unavailable"


class SealBroken(AttuneError):
    """A sealed row does not belong where it stands, or was altered."""

    code = "seal-broken"


class StoreUnavailable(AttuneError):
    """The database can't be reached, is busy for too long, or refuses a write."""

    code = "store-unavailable"


class CannotDelete(StoreUnavailable):
    """Deleted bytes stay readable on this disk: Attune refuses to start."""

    code = "cannot-delete"


class DestructionIncomplete(StoreUnavailable):
    """A destruction has begun and is not finished; every sweep tries again."""

    code = "destruction-incomplete"
