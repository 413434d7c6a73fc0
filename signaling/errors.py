"""What the front door refuses, below retention's root `AttuneError`. Details hold no input."""

from __future__ import annotations

from typing import ClassVar

from retention import AttuneError


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
