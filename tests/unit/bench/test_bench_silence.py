"""The measurement of silence feeds ears that nobody has to decode for."""

from __future__ import annotations

import json

import pytest

from bench import silence


def test_every_kind_of_silence_has_a_share_and_nothing_is_decoded(capsys: pytest.CaptureFixture[str]) -> None:
    silence.main(["--seconds", "2", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"quiet room", "digital silence", "unsent"}
    assert all(share >= 0.0 for share in found.values())


def test_a_row_that_is_too_dear_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    async def dear(_seconds: int) -> dict[str, float]:
        return {"quiet room": 0.5}

    monkeypatch.setattr(silence, "shares", dear)
    assert silence.main([]) == 1
    with pytest.raises(SystemExit):
        silence.main(["--seconds", "0"])
