"""The last look before a prompt leaves."""

from __future__ import annotations

import pytest

from live_notes.errors import ProcessorRefused
from live_notes.processors.sieve import refuse_unmasked


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
    ],
)
def test_what_masking_cannot_have_meant_to_leave_stops_the_call(text: str, kind: str) -> None:
    with pytest.raises(ProcessorRefused, match=kind) as refused:
        refuse_unmasked(["[CLIENT] slept badly", text])
    assert not any(mark.isdigit() for mark in str(refused.value))
    assert "anna" not in str(refused.value)


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
    refuse_unmasked([text])
