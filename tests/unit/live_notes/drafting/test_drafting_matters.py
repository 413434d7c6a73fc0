"""An intake's follow-up questions stand with what they follow up; who is to be called, with the plan."""

from __future__ import annotations

import pytest

from live_notes import Note, NoteFormat
from tests.support.dialogues import drafted_with, texts

NOT_DISCUSSED = "Not discussed in this session."


def standing(note: Note, words: str) -> list[str]:
    """The sections with a sentence of these words."""
    return [part.title for part in note.sections if words in " ".join(texts(note, part.title))]


@pytest.mark.parametrize(
    ("question", "answer", "follows", "more", "section"),
    [
        (
            "Has anyone on either side of the family had problems with their nerves?",
            "My aunt Bea had shock treatment in Leeds.",
            "Anyone else?",
            "My cousin Tom drowned himself in 2003.",
            "Family history",
        ),
        (
            "Is there any history of depression in the family?",
            "My nan was on lithium for decades.",
            "And what happened to her?",
            "She died in a home in Wexford.",
            "Family history",
        ),
        (
            "Have you ever seen a counsellor before?",
            "A woman called Pat, after the redundancy.",
            "How was that?",
            "She mostly nodded and looked at the clock.",
            "Psychiatric history",
        ),
        (
            "Have you ever been in trouble with the police?",
            "I was picked up once at the races.",
            "What came of it?",
            "They let me off with a warning in the end.",
            "Legal",
        ),
        (
            "How was school for you?",
            "I hated it and left before the exams.",
            "Why was that?",
            "The other lads threw my bag in the river.",
            "Developmental history",
        ),
        (
            "Who is at home with you?",
            "My two boys and a lodger from Poland.",
            "How is that?",
            "He plays the trumpet until midnight.",
            "Social history",
        ),
        (
            "What are you good at?",
            "Fixing clocks, my granddad showed me.",
            "Do you still do it?",
            "I have a bench for it in the shed.",
            "Strengths",
        ),
    ],
)
async def test_a_follow_up_stands_with_what_it_follows_up(
    question: str, answer: str, follows: str, more: str, section: str
) -> None:
    note = await drafted_with(
        ("t", question), ("c", answer), ("t", follows), ("c", more), note_format=NoteFormat.INTAKE
    )
    assert standing(note, " ".join(answer.rstrip(".").split()[-2:])) == [section]
    assert set(standing(note, " ".join(more.rstrip(".").split()[-2:]))) <= {section}


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("Any trouble with the law?", "Legal"),
        ("Any mental illness in the family?", "Family history"),
        ("Have you ever been admitted to a psychiatric ward?", "Psychiatric history"),
        ("Did anything traumatic happen to you?", "Trauma"),
    ],
)
async def test_a_section_that_was_asked_about_never_says_that_it_was_not(question: str, section: str) -> None:
    note = await drafted_with(
        ("t", question),
        ("c", "No."),
        ("t", "And how do you sleep?"),
        ("c", "Badly, I wake at four."),
        note_format=NoteFormat.INTAKE,
    )
    (part,) = [part for part in note.sections if part.title == section]
    assert part.statement != NOT_DISCUSSED
    told = " ".join(texts(note, section)).lower()
    assert "no" in told or "denied" in told


async def test_a_new_matter_ends_what_is_followed_up() -> None:
    note = await drafted_with(
        ("t", "Has anyone in the family had anything like this?"),
        ("c", "My uncle Ray had panic attacks."),
        ("t", "How is your sleep?"),
        ("c", "I am up at five with the baby."),
        note_format=NoteFormat.INTAKE,
    )
    assert standing(note, "baby") == ["Presenting problem"]


async def test_somebody_to_talk_to_in_the_family_is_no_family_history() -> None:
    note = await drafted_with(
        ("t", "Is there anyone in the family you can talk to?"),
        ("c", "My sister Jo, most evenings by phone."),
        note_format=NoteFormat.INTAKE,
    )
    assert "Family history" not in standing(note, "phone")


async def test_who_is_to_be_called_in_need_stands_with_the_plan() -> None:
    note = await drafted_with(
        ("t", "If the urge comes back on a Sunday night, who would you ring?"),
        ("c", "My brother Sean first, and then the night line, it's on the fridge."),
        note_format=NoteFormat.BIRP,
    )
    assert standing(note, "Sean") == ["Plan"]
