"""Ordinary ways to speak of risk, and ordinary talk that only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

_TABLE = Path(__file__).parents[4] / "media" / "risk_spoken.tsv"
"""A line each: the kinds found with their status, a tab, turns ("t:" the clinician, "c:" the client)."""
_SPOKEN = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("expected", "spoken"), _SPOKEN)
def test_what_is_said_is_found_with_its_status(expected: str, spoken: str) -> None:
    turns = [(turn[0], turn[3:]) for turn in spoken.split("|")]
    items = find_risks(said(*turns).lines)
    found = [f"{item.kind.value}:{item.status.value}".replace(" ", "-") for item in items]
    assert sorted(found) == expected.split()
