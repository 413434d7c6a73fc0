"""How the client took what was done stands as their response: asked how it was, or given something."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("done", "answer", "told"),
    [
        (
            "What was that like?",
            "It's like it moved away. It's still there though.",
            "it moved away; it's still",
        ),
        ("Where are you now?", "A four. My chest calmed down.", "a 4; her chest calmed down"),
        (
            "What do you make of that?",
            "I never added it up. That's a lot of beer.",
            "she never added it up",
        ),
        (
            "Why a seven and not a three?",
            "Because of the recital. We could lose it.",
            "because of the recital",
        ),
        (
            "It matters to you a lot not to pass that down.",
            "More than anything. I don't want her to remember me on that couch.",
            "More than anything",
        ),
    ],
)
async def test_a_response_is_told_with_what_it_answers(done: str, answer: str, told: str) -> None:
    note = await drafted_with(("t", done), ("c", answer), note_format=NoteFormat.BIRP)
    assert told in " ".join(texts(note, "Response"))


async def test_a_report_after_a_kind_word_stays_a_report() -> None:
    note = await drafted_with(
        ("t", "That must have been hard."),
        ("c", "My manager called in sick twice on Tuesday and I had to close the store."),
        note_format=NoteFormat.BIRP,
    )
    assert "In response to" not in " ".join(texts(note))


@pytest.mark.parametrize(
    ("asked", "answer", "goal"),
    [
        ("What do you want to be different?", "I'd have dinner with my kids again.", True),
        ("What do you like about drinking?", "It takes the edge off after work.", False),
        ("How do you like marching band?", "It's fun and I like the people.", False),
    ],
)
async def test_a_goal_is_what_was_asked_for_as_one(asked: str, answer: str, goal: bool) -> None:
    note = await drafted_with(("t", asked), ("c", answer), note_format=NoteFormat.GIRP)
    assert bool(texts(note, "Goal")) is goal
