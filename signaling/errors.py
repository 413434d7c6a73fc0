"""What the front door refuses, below retention's root `AttuneError`. Details hold no input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from retention import AttuneError
from signaling.findings import Finding, summary


class TokenRefused(AttuneError):
    """A token that does not open this door."""

    code: ClassVar[str] = "token-refused"


class TokenForged(TokenRefused):
    """Not signed by this server, or not a token at all."""

    code: ClassVar[str] = "token-forged"


class TokenExpired(TokenRefused):
    """The token's time is over, or has not come yet."""

    code: ClassVar[str] = "token-expired"


class TokenRevoked(TokenRefused):
    """The clinician took the link back."""

    code: ClassVar[str] = "token-revoked"


class TokenReplayed(TokenRefused):
    """The token did its work before: a one-time link used twice, or a session that is over."""

    code: ClassVar[str] = "token-replayed"


class WrongSession(TokenRefused):
    """A good token, for another session."""

    code: ClassVar[str] = "wrong-session"


class LoginRequired(AttuneError):
    """Nobody is logged in."""

    code: ClassVar[str] = "login-required"


class ScopeMissing(AttuneError):
    """Somebody is known, but may not do this."""

    code: ClassVar[str] = "scope-missing"


class OriginRefused(AttuneError):
    """A change asked for by a page of another site."""

    code: ClassVar[str] = "origin-refused"


class TooMany(AttuneError):
    """Asked too often in too short a time."""

    code: ClassVar[str] = "too-many-requests"


class BodyTooLarge(AttuneError):
    """The body is larger than this server takes."""

    code: ClassVar[str] = "body-too-large"


class NotReady(AttuneError):
    """Not possible in the session's present state; the detail says what comes first."""

    code: ClassVar[str] = "not-ready"


class UnsupportedMedia(AttuneError):
    """The body is not JSON."""

    code: ClassVar[str] = "unsupported-media-type"


class AttestationMissing(AttuneError):
    """A check objects to the note, and not each objection was confirmed as looked at."""

    code: ClassVar[str] = "attestation-missing"


class InvalidInput(AttuneError):
    """What was sent has not the declared form; `findings` say where and why."""

    whole: ClassVar[str] = "what was sent"
    part: ClassVar[str] = ""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(summary(findings, self.whole, self.part))
        self.findings = tuple(findings)


class InvalidBody(InvalidInput):
    """A request body that is not of the declared form."""

    code: ClassVar[str] = "invalid-body"
    whole = "the body"
    part = "the field "


class InvalidQuery(InvalidInput):
    """Query parameters that are not of the declared form."""

    code: ClassVar[str] = "invalid-query"
    whole = "the query"
    part = "the parameter "


class DraftingTimedOut(AttuneError):
    """A draft took longer than this server waits for one; what was kept before is unchanged."""

    code: ClassVar[str] = "drafting-timed-out"
