"""The last look before a prompt leaves."""

from __future__ import annotations

import pytest

from live_notes.masking.sieve import residue


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to anna.berg@example.com", "e-mail"),
        ("see www.annaberg.example", "web address"),
        ("see https://a.example/x", "web address"),
        ("it is 412-55-8890", "social security"),
        ("it is 412 55 8890", "social security"),
        ("call 512-555-0199", "telephone"),
        ("call +1 (512) 555 0199", "telephone"),
        ("card 4111 1111 1111 1111", "card"),
        ("write to anna\u200b@example.com", "e-mail"),
        ("write to anna\uff20example.com", "e-mail"),
        ("write to [PERSON_1]@example.com", "e-mail"),
        ("call 512\u200b-555\u20110199", "telephone"),
    ],
)
def test_what_masking_cannot_have_meant_to_leave_stops_the_call(text: str, kind: str) -> None:
    found = residue(text)
    assert found is not None
    assert kind in found
    assert not any(mark.isdigit() for mark in found)
    assert "anna" not in found


@pytest.mark.parametrize(
    "text",
    [
        "[CLIENT] slept 4 hours, [PHONE_1], PHQ-9 was 14",
        "sertraline 50 mg, then 100 mg; blood pressure 120/80",
        "it cost 1,250,000 dollars in 2019 and 2020-21",
        "4111 1111 1111 1112 is no card's number",
        "she said @ 5 and e.g. at work",
    ],
)
def test_a_note_needs_its_numbers(text: str) -> None:
    assert residue(text) is None
