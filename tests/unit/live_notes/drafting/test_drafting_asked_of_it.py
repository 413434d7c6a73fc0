"""What a question points at stands before it, two questions stay two, and a quotation has no gaps."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.asking_more import asked_in_short
from live_notes.drafting.embedded.asking.questions import turned
from live_notes.drafting.embedded.telling.phrases import terms_of
from live_notes.drafting.preferences import Preferences
from tests.support.dialogues import drafted_with, texts

VOICE = terms_of(Preferences(), frozenset()).asked_voice


@pytest.mark.parametrize(
    ("question", "may_be_told"),
    [
        ("Any other illnesses, apart from the asthma? Thyroid?", False),
        ("Any tablets, other than the statin? Herbal ones?", False),
        ("The thought diary, the sheet with the columns?", False),
        ("The walk, your ten minutes after lunch?", False),
        ("Any headaches or dizziness?", True),
        ("Any fits, falls or blackouts?", True),
        ("Any rashes, itching?", True),
        ("Any trouble with the eyes?", True),
    ],
)
def test_two_questions_are_not_made_one(question: str, may_be_told: bool) -> None:
    assert (asked_in_short(question, VOICE) is not None) is may_be_told


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Have you harmed yourself in any way?", "having harmed themself in any way"),
        ("Have you ever hurt anybody at any time?", "having hurt anybody at any time"),
        ("Is there any way you would do it?", "any way they would do it"),
        ("Any thoughts of ending your life?", "thoughts of ending their life"),
        ("Any thought of ending your life?", "any thought of ending their life"),
        ("Any way you'd go about it?", "any way they would go about it"),
        ("Any chest pain?", "chest pain"),
        ("Do you have any allergies?", "allergies"),
        ("Have you had any fits?", "fits"),
    ],
)
def test_a_denial_keeps_the_any_it_needs(question: str, denied: str | None) -> None:
    assert turned(question, VOICE).denied == denied


@pytest.mark.parametrize(
    ("before", "echo", "answer"),
    [
        ("It's in my phone under Bakery.", "Under Bakery?", "Because my sister reads my phone."),
        ("I put the tablets in the shed.", "The shed?", "Nobody goes there only my husband for the mower."),
        ("I told the padre everything.", "The padre?", "He used to visit my grandmother in the village."),
        ("We go to Aunty's on Sundays.", "Aunty's?", "She brought me up after my mother travelled."),
    ],
)
async def test_an_echo_stands_behind_what_it_takes_up(before: str, echo: str, answer: str) -> None:
    note = texts(await drafted_with(("t", "Where is it now?"), ("c", before), ("t", echo), ("c", answer)))
    asked = [one for one in note if f'"{echo}"' in one]
    assert all(before.rstrip(".") in one for one in asked)


@pytest.mark.parametrize(
    "when", ["When will you do it?", "And when could you do that?", "What day would you do it?"]
)
async def test_when_it_is_done_says_what(when: str) -> None:
    note = texts(
        await drafted_with(
            ("t", "How would you feel about the rope being out of the garage for a while?"),
            ("c", "I can give it to my brother. He has a boat."),
            ("t", when),
            ("c", "Tomorrow, before work. He passes my gate on the way."),
        )
    )
    asked = [one for one in note if one.startswith("When") and "Tomorrow, before work" in one]
    assert all("give it to my brother" in one or "rope" in one for one in asked)


@pytest.mark.parametrize(
    ("said", "never"),
    [
        (
            "Drop it, the diary does that same job for you. Good. So let's do the window for next week.",
            "for you. So let's",
        ),
        (
            "Keep walking every evening after your tea. Okay. And ring the surgery about the tablets.",
            "tea. And ring",
        ),
    ],
)
async def test_a_quotation_has_no_gap(said: str, never: str) -> None:
    note = texts(
        await drafted_with(
            ("t", "Do you want to keep the worry hour or drop it?"),
            ("c", "Could I drop it? I'd rather write a list before bed, I do that anyway."),
            ("t", said),
            ("c", "That suits me."),
        )
    )
    assert all(never not in one for one in note)


@pytest.mark.parametrize(
    ("turn", "meant"),
    [
        ("I'd like to say sorry. Not sorry. I'd like to sit with him on the step.", "sit with him"),
        (
            "I'd like to thank her. Not thank. I want her to know that I read every letter.",
            "read every letter",
        ),
    ],
)
async def test_what_is_taken_back_is_followed_by_what_was_meant(turn: str, meant: str) -> None:
    taken = turn.split(". ", maxsplit=1)[0]
    note = texts(await drafted_with(("t", "You would like to ring."), ("c", turn), ("t", "Mm.")))
    assert all(meant in one for one in note if taken in one)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("She'd say to the whole road.", "My Bola took first in the exam."),
        ("My mother used to tell the cousins.", "My Siobhan has the best hands in the county."),
        ("He'd shout at us.", "I built this house with a broken back."),
        ("And my gran goes to everyone.", "My girl is the clever one in this family."),
    ],
)
async def test_somebody_elses_words_stand_with_who_says_them(says: str, words: str) -> None:
    heard = "I used to hear it through the wall at night and cry."
    note = texts(
        await drafted_with(("t", "Go on."), ("c", f"It's true. {says} {words} {heard}"), ("t", "Mm."))
    )
    assert all(says.rstrip(".")[-8:] in one for one in note if words.rstrip(".") in one)
