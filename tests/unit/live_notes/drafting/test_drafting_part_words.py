"""What came of work with parts in the session is a response to it, and no problem that was brought."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.part_words import asks_a_part
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.matters import in_plan
from tests.support.dialogues import drafted_with, said, texts

PARTS = (
    ("t", "So there's a part that wants to run. Can we ask that part to step back?"),
    ("c", "It will sit by the gate, it says."),
    ("t", "And is there another part, behind that one?"),
    ("c", "There's a warder with keys and she never sleeps at all."),
)


@pytest.mark.parametrize(
    "asked",
    [
        "How do you feel toward her now?",
        "How do you feel towards that part?",
        "Where do you notice him, in or around your body?",
        "Can you ask the warder what she's afraid would happen if she sat down?",
        "What is she afraid would happen if she stopped?",
        "Could you let that part know we see it?",
        "How old does she think you are?",
        "Does she know you're forty now?",
        "How does that part take it?",
    ],
)
async def test_questions_to_a_part_are_work_of_the_session(asked: str) -> None:
    units = units_of(said(*PARTS).lines)
    assert asks_a_part(units, asked)
    assert not asks_a_part(units_of(said(("t", "How was the wedding?")).lines), asked)
    told = await drafted_with(
        *PARTS,
        ("t", asked),
        ("c", "She say nobody would mind the gate. And she is tired, her feet are sore from the stone."),
        ("t", "Okay."),
        note_format=NoteFormat.PIE,
    )
    assert not [one for one in texts(told, "Problem") if "feet are sore" in one and "hen asked" in one]


@pytest.mark.parametrize(
    "asked",
    [
        "How did he take that, your dad?",
        "How do you feel in the mornings?",
        "Where do you feel it when you run?",
        "Can you ask your wife to drive?",
        "How old is your daughter?",
        "What are you afraid would happen at work?",
        "Do they know at the office?",
        "Could you let the GP have the letter?",
    ],
)
def test_questions_about_people_are_none(asked: str) -> None:
    assert not asks_a_part(units_of(said(*PARTS).lines), asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Who would you tell, if it got worse?",
        "Who could you call at night?",
        "Who'd you ring if the thoughts came back?",
        "And who will you contact, out of hours?",
    ],
)
async def test_who_is_called_in_need_is_told_in_every_format(asked: str) -> None:
    note = await drafted_with(
        ("t", asked),
        ("c", "My sister in Walsall. Pastor, maybe."),
        ("t", "Good."),
        note_format=NoteFormat.PIE,
    )
    assert "Walsall" in " ".join(texts(note))
    assert in_plan([], []) == []
