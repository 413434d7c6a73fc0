"""A question whose own words do not carry what was asked stands with the sentence that does."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.asking.bare_questions import carries_nothing, goes_on_with
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    "asked",
    [
        "How often would you say?",
        "And how many times, roughly?",
        "How long is that?",
        "When?",
        "Who with?",
        "What do you think?",
        "So what do you reckon yourself?",
        "What would you prefer?",
        "Did you?",
        "Would you want that?",
        "What's your sense?",
        "Any thoughts?",
    ],
)
def test_what_names_nothing_is_known(asked: str) -> None:
    assert carries_nothing(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "How often do you drink?",
        "How many tablets?",
        "When did the panic start?",
        "What do you think about the weed?",
        "Did you sleep?",
        "What do you feel in your chest?",
        "Who lives at home?",
        "What would you tell your sister?",
    ],
)
def test_what_names_its_matter_needs_no_more(asked: str) -> None:
    assert not carries_nothing(asked)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("Does your landlord know you've left?", "That you're with your aunt?"),
        ("Have you told the school?", "That he's not sleeping?"),
        ("Were you afraid of it?", "That it would come back?"),
        ("Did he say?", "Whether they'd pay?"),
        ("Is she aware?", "That there's a debt?"),
        ("Have you had thoughts like that?", "Or that you'd be better off gone?"),
    ],
)
def test_a_clause_goes_on_with_the_question_before_it(before: str, asked: str) -> None:
    assert goes_on_with(before, asked)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("Does your landlord know?", "Is that the flat on the hill?"),
        ("Did you eat?", "That you bought?"),
        ("Have you told the school?", "That was brave, was it?"),
        ("Do you know him?", "What does he do?"),
    ],
)
def test_another_question_does_not(before: str, asked: str) -> None:
    assert not goes_on_with(before, asked)


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns, note_format=NoteFormat.DAP)))


async def test_an_amount_stands_with_what_is_counted() -> None:
    note = await told(
        ("t", "How have you been?"),
        ("c", "My husband hides the thermometer from me."),
        ("t", "The temperature taking is still there. How often would you say?"),
        ("c", "On a bad day, every half hour. On a good day about six times."),
    )
    assert "The temperature taking is still there. How often would you say?" in note
    assert "asked how often" not in note


async def test_what_is_felt_stands_with_what_it_is_felt_about() -> None:
    note = await told(
        ("t", "Is the flat a good place for you this week?"),
        ("c", "My cousin wants me to come and live at his house. In Kano."),
        ("t", "What do you feel?"),
        ("c", "I think I would rest there. He has a generator."),
    )
    assert "When asked what they feel" not in note or "cousin wants" in note
