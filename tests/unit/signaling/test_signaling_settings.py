"""Settings: described, bounded, and silent about secrets."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from signaling.config import Settings, UnknownSettingError, load_settings, unknown_variables


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_an_unknown_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCRIPT_DAY", "1")
    with pytest.raises(UnknownSettingError, match="ATTUNE_TRANSCRIPT_DAY"):
        load_settings()


def test_the_ears_own_settings_are_left_to_the_ear() -> None:
    assert unknown_variables({"ATTUNE_EAR_MODEL": "x", "ATTUNE_WORKER_PARENT": "1", "HOME": "/"}) == ()


@pytest.mark.parametrize("days", ["0", "8", "-1", "nan"])
def test_transcripts_can_only_live_shorter(monkeypatch: pytest.MonkeyPatch, days: Any) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCRIPT_DAYS", days)
    with pytest.raises(ValidationError):
        load_settings()


def test_given_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_PORT", "9000")
    assert load_settings(port=9100, host=None).port == 9100
    assert load_settings().port == 9000


def test_secrets_are_in_no_repr() -> None:
    assert "geheim" not in repr(Settings(turn_urls="turn:a", turn_secret="geheim", worker_token="geheim"))


def test_turn_without_a_secret_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(turn_urls="turn:a")
