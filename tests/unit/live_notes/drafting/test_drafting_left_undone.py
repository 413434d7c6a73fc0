"""A method that is left out, offered or put off is no intervention; what asks for a rating is no step."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.acting.deeds import shown_by
from live_notes.drafting.embedded.acting.left_undone import left_undone
from live_notes.drafting.embedded.measures.same_rating import asks_for_a_rating
from live_notes.drafting.embedded.telling.better_quoted import is_to_the_clinician
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("guided a breathing exercise", "I'm not going to do the breathing with you today."),
        ("carried out a body scan", "Let's skip the body scan."),
        (
            "had the client begin on it in the session",
            "You could fill it in here if you wanted, or do it at home.",
        ),
        ("had the client begin on it in the session", "Once your mum's back in we'll try it together."),
        ("practiced a skill in session", "We'll practise that next week."),
        ("chose from the list of feared situations", "The escalator, I'll add that to your ladder."),
        ("guided exposure", "We'll come to the tunnel another day."),
    ],
)
def test_what_is_left_out_offered_or_put_off_was_not_done(name: str, words: str) -> None:
    assert left_undone(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("guided exposure", "Keep your hand on the bin."),
        ("had the client begin on it in the session", "Let's make a start on it here together."),
        ("chose from the list of feared situations", "Which is next on your ladder?"),
        ("worked on tolerating doubt without reassurance", "I'm not going to make you certain."),
        ("reflected", "You could leave if you wanted."),
    ],
)
def test_what_is_done_stays_an_intervention(name: str, words: str) -> None:
    assert not left_undone(name, words)


@pytest.mark.parametrize(
    ("words", "affirms"),
    [
        ("You did it, all by yourself.", True),
        ("You did it online, I've got it up.", False),
        ("You did that in the waiting room, thanks.", False),
        ("It doesn't mean you did it wrong.", False),
    ],
)
def test_a_form_filled_in_is_no_strength(words: str, affirms: bool) -> None:
    assert any(deed.name.startswith("affirmed") for deed in shown_by(words, question=False)) == affirms


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("What's it now, sat here?", True),
        ("How convinced are you of that now?", True),
        ("Where would that be, zero to ten?", True),
        ("Would you try it for ten minutes?", False),
        ("What is it you'd like to try?", False),
    ],
)
def test_what_asks_for_a_rating(words: str, asks: bool) -> None:
    assert asks_for_a_rating(words) == asks


async def test_a_question_for_a_rating_is_no_step() -> None:
    note = await drafted_with(
        ("t", 'And so "everyone will laugh", what is it now, here with me?'),
        ("c", "Forty? Forty-five. It's easy in here."),
        ("t", "Okay."),
    )
    assert not texts(note, "Plan")


@pytest.mark.parametrize(
    ("words", "to_them"),
    [
        ("Don't ask me on Monday if I rang.", True),
        ("Please don't make me read it out.", True),
        ("And don't tell my dad.", True),
        ("Remind me to bring the form.", True),
        ("Don't write that down.", True),
        ("Don't sleep much these days.", False),
        ("Don't get out as I used to.", False),
        ("They don't ask me anything.", False),
        ("I don't tell my sister.", False),
        ("Don't bother me much, the tablets.", False),
    ],
)
def test_what_is_asked_of_the_clinician_is_no_report_of_the_client(words: str, to_them: bool) -> None:
    assert is_to_the_clinician(words) == to_them


async def test_a_wish_not_to_be_asked_is_never_told_as_what_the_client_does() -> None:
    note = await drafted_with(
        ("t", "You could ring her."), ("c", "Aye. Don't ask me on Monday if I rang her.")
    )
    assert not [one for one in texts(note) if "not ask" in one]
