"""Steps that only several turns make whole, a plan read back, and a formulation with its score."""

from __future__ import annotations

import pytest

from live_notes import Note, NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (
    ("t", "How has the week been?"),
    ("c", "Slow. I stayed in the flat with the curtains closed and watched the snooker."),
    ("t", "What would you like to work on today?"),
    ("c", "I want to get back to the allotment before the frost comes."),
)


async def plan_of(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            (
                (
                    "t",
                    "I'd like you to see Dr. Osei, he runs a clinic. Would you be happy with that?",
                ),
                ("c", "Is it far?"),
                ("t", "No. It's across the road from the library."),
                ("c", "Fine then, I'll go."),
            ),
            ("Dr. Osei", "Is it far?", "across the road"),
        ),
        (
            (
                ("t", "Would you think about telling your foreman?"),
                ("c", "He has a lot on."),
                ("t", "I'd still ask you to think about it before we meet."),
                ("c", "Right."),
            ),
            ("telling your foreman", "He has a lot on", "think about it"),
        ),
        (
            (
                ("t", "Could you bring the bills in with you next week?"),
                ("c", "They're in a drawer somewhere."),
                ("t", "See if you can do it by Friday, so we can sort them together."),
                ("c", "Right."),
            ),
            ("bring the bills", "drawer", "by Friday"),
        ),
        (
            (
                ("t", "I'd like you to walk to the allotment on Tuesday, twenty minutes."),
                ("c", "Okay, I can do that."),
                ("t", "And one letter to the council. A short one will do."),
                ("c", "Hm."),
            ),
            ("ne letter to the council. A short one will do",),
        ),
        (
            (
                (
                    "t",
                    "I'll read that back. Monday, seeds from town. Friday, ring Norma about the shed.",
                ),
                ("c", "That's all of it."),
            ),
            ("Monday, seeds from town", "ring Norma"),
        ),
    ],
)
async def test_a_step_is_told_whole(turns: tuple[tuple[str, str], ...], whole: tuple[str, ...]) -> None:
    plan = await plan_of(*turns)
    assert [words for words in whole if words not in plan] == []


@pytest.mark.parametrize(
    "words",
    [
        "The diary is so that we can see what sets it off next week.",
        "That's just so you can notice it next time.",
    ],
)
async def test_what_something_is_for_is_no_step(words: str) -> None:
    assert words.rstrip(".") not in await plan_of(("t", words), ("c", "Right."))


@pytest.mark.parametrize(
    "words", ["And one more thing about your brother.", "And one of them was at the door again."]
)
async def test_what_only_begins_like_one_more_step_is_none(words: str) -> None:
    plan = await plan_of(
        ("t", "I'd like you to walk to the allotment on Tuesday, twenty minutes."),
        ("c", "Okay, I can do that."),
        ("t", words),
        ("c", "Hm."),
    )
    assert words.rstrip(".") not in plan


def assessed(note: Note) -> str:
    return " ".join(texts(note, "Assessment"))


async def test_what_a_score_means_is_told_with_the_score() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "Your sheet adds up to seventeen. That puts you in the moderate range."),
        ("c", "Oh."),
        note_format=NoteFormat.SOAP,
    )
    told = " ".join(texts(note))
    assert "moderate range" in told
    assert "seventeen" in assessed(note) or "moderate range" not in assessed(note)


async def test_what_only_leads_in_is_no_part_of_a_formulation() -> None:
    note = await drafted_with(
        *BEFORE,
        (
            "t",
            "Here's what I'm thinking, and stop me if it's off. You lost the garden and both lads.",
        ),
        ("c", "I did."),
        note_format=NoteFormat.SOAP,
    )
    assert "lost the garden" in assessed(note)
    assert "stop me" not in assessed(note)


async def test_a_change_of_medicine_is_not_told_twice() -> None:
    note = await drafted_with(
        *BEFORE,
        (
            "t",
            "So here's my thinking. The citalopram from May keeps you awake at night. I'd like to stop it.",
        ),
        ("c", "Okay."),
        note_format=NoteFormat.SOAP,
    )
    plan = " ".join(texts(note, "Plan"))
    assert "of the citalopram" in plan
    assert "I'd like to stop it" in plan
    assert "keeps you awake" in assessed(note)
    assert "keeps you awake" not in plan


async def test_no_step_is_left_out_for_want_of_room() -> None:
    deeds = (
        ("paint", "fence"), ("prune", "roses"), ("phone", "dentist"), ("write", "essay"), ("sort", "attic"),
        ("wash", "curtains"), ("mend", "bicycle"), ("read", "leaflet"), ("sell", "piano"), ("see", "museum"),
        ("bake", "loaf"), ("empty", "garage"), ("call", "plumber"), ("draw", "portrait"), ("plant", "bulbs"),
    )  # fmt: skip
    turns = [("t", f"I'd like you to {verb} the {what} before our next session.") for verb, what in deeds]
    plan = await plan_of(*turns)
    assert [what for _, what in deeds if what not in plan] == []
