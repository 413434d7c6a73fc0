"""The servers offered to browsers for finding a path."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

from signaling import ice
from signaling.config import Settings


def test_turn_credentials_are_those_coturn_computes() -> None:
    username, credential = ice.turn_credential("north", "ab12", datetime(2026, 1, 1, tzinfo=UTC))
    assert username == "1767225600:ab12"
    # printf '1767225600:ab12' | openssl dgst -sha1 -hmac north -binary | base64
    import hashlib
    import hmac

    expected = base64.b64encode(hmac.new(b"north", username.encode(), hashlib.sha1).digest()).decode()
    assert credential == expected


def test_nothing_calls_out_by_default() -> None:
    assert ice.ice_servers(Settings(), "x", datetime.now(UTC)) == ()


def test_configured_servers_are_offered() -> None:
    settings = Settings(stun_urls="stun:a:3478", turn_urls="turn:a:3478,turns:a:5349", turn_secret="s")
    stun, turn = ice.ice_servers(settings, "x", datetime(2026, 1, 1, tzinfo=UTC))
    assert stun.urls == ("stun:a:3478",)
    assert turn.urls == ("turn:a:3478", "turns:a:5349")
    assert turn.username is not None
    assert turn.username.endswith(":x")
