"""Answers, hours and numbers are told as they stood in the end, not as they began."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.answering.corrections import taken_back
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.request import lines_from_transcript
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 4


async def _note(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.SOAP)))


@pytest.mark.parametrize(
    ("turns", "begun", "ended"),
    [
        (
            (
                ("t", "Would you be willing to leave the spare keys with me today?"),
                ("c", "I'd sort of rather hang on to them, for now. But. Okay. You have them."),
                ("t", "Thank you."),
            ),
            "rather hang on to them",
            "You have them",
        ),
        (
            (
                ("t", "On a scale of nought to ten, how important is it to you to stop the drinking?"),
                ("c", "Nine. It's nine."),
                ("t", "Nine."),
                ("c", "Or make it seven. I like a pint on a Friday."),
                ("t", "What makes it a seven?"),
                ("c", "My daughter mainly."),
            ),
            "nine",
            "make it seven",
        ),
    ],
)
async def test_an_answer_is_not_told_without_what_turns_it(
    turns: tuple[tuple[str, str], ...], begun: str, ended: str
) -> None:
    note = await _note(*turns)
    assert begun.lower() not in note.lower().replace(" 9", " nine") or ended in note, note


async def test_a_rating_that_was_only_explained_stays_as_it_is() -> None:
    note = await _note(
        ("t", "On a scale of nought to ten, how important is it to you to stop the drinking?"),
        ("c", "Nine. It's nine."),
        ("t", "Nine."),
        ("c", "My daughter said she'd seven reasons for me."),
    )
    assert "; then:" not in note


@pytest.mark.parametrize(
    ("put", "answer", "wrong"),
    [
        ("If we're cut off I'll ring the number ending four seven one.", "Four one seven.", True),
        ("I have your mobile as the one ending 8 8 2, yeah?", "No, 8 2 8.", True),
        ("I'll use the one ending nine oh three.", "It's nine oh three.", False),
        ("I'll use the one ending four seven one.", "That's the one.", False),
        ("Rate it for me now, from one to ten.", "Four.", False),
    ],
)
def test_a_number_put_right_at_once_is_not_told_wrong(put: str, answer: str, wrong: bool) -> None:
    segments = [{"role": "clinician", "text": put}, {"role": "client", "text": answer}]
    units = units_of(tuple(lines_from_transcript({"segments": segments})))
    assert (0 in taken_back(units)) is wrong


async def test_hours_that_were_moved_are_told_as_they_ended() -> None:
    hold = "My thinking is we hold it where it is, half eleven to half six, one more week."
    moved = (
        ("t", hold),
        ("c", "I have to be at the depot at six though."),
        ("t", "So then half six won't work. Ten o'clock to five. It's the same length, only earlier."),
        ("c", "Ten to five, right."),
    )
    note = await _note(*moved)
    assert "half eleven" not in note
    assert (
        "Therapist stated: \"Ten o'clock to five" in note or "Clinician stated: \"Ten o'clock to five" in note
    )


async def test_hours_that_stand_are_told() -> None:
    hold = "My thinking is we hold it where it is, half eleven to half six, one more week."
    note = await _note(("t", hold), ("c", "That doesn't work out badly, I get my six hours."), ("t", "Good."))
    assert "half eleven to half six" in note
