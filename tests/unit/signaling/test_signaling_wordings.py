"""What a client is asked to agree to."""

from __future__ import annotations

from typing import Any

import pytest

from signaling import wordings
from wire import browser as b


def test_the_wording_says_what_the_law_and_the_promise_ask_for() -> None:
    notes, captions = wordings.current_wordings(7.0)
    text = " ".join(notes.paragraphs)
    for needed in ("progress note", "No recording", "7 days", "withdraw", "decline", "emotions", "destroyed"):
        assert needed in text
    assert notes.purpose is b.Purpose.NOTES
    assert captions.purpose is b.Purpose.CAPTIONS
    assert notes.version != captions.version


def test_a_wording_that_promises_something_else_has_another_version() -> None:
    versions = {wordings.notes_wording(7.0, None).version, wordings.notes_wording(2.0, None).version}
    held = wordings.notes_wording(7.0, None, legal_hold=True)
    assert "oblige" in " ".join(held.paragraphs)
    versions.add(held.version)
    versions |= {wordings.notes_wording(7.0, "one").version, wordings.notes_wording(7.0, "two").version}
    assert len(versions) == 5


@pytest.mark.parametrize(
    ("days", "words"),
    [(7.0, "7 days"), (1.0, "1 day"), (0.5, "12 hours"), (0.01, "1 hour"), (1.5, "1.5 days")],
)
def test_days_are_said_as_people_say_them(days: Any, words: str) -> None:
    assert wordings.days_in_words(days) == words
