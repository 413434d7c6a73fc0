"""A number belongs to its unit."""

from __future__ import annotations

import pytest

from live_notes import Flag, Preferences, Sentence
from live_notes.drafting.checks import objections
from tests.support.dialogues import said


@pytest.mark.parametrize(
    ("claimed", "given", "differs"),
    [
        ("stopped drinking two months ago", "I stopped drinking two weeks ago.", True),
        ("stopped drinking two weeks ago", "I stopped, two week ago.", False),
        ("takes 20mg daily", "twenty milligrams a day", False),
        ("takes 20 mcg daily", "20mg a day", True),
        ("sleeps six hours", "about six", False),
        ("sleeps six hours", "about six, for the last two weeks", False),
        ("sleeps 6 hours", "six weeks ago, six hours a night", False),
        ("six hours in the last two weeks", "six hours, the last two weeks", False),
        ("felt better this week", "I felt better these last few days", False),
    ],
)
def test_a_number_of_another_unit_is_noticed(claimed: str, given: str, differs: bool) -> None:
    (line,) = said(("c", given)).lines
    sentence = Sentence(text=f"Client {claimed}.", evidence=(line.id,))
    raised = objections(sentence, {line.id: line}, {line.id: 0}, Preferences())
    assert (Flag.NUMBER in {one.flag for one in raised}) is differs
