"""Ratings told as one series answer one question about one thing, in one stretch of talk."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.measures.same_rating import (
    asks_of_another,
    called_out,
    is_counting,
    number_words,
)
from tests.support.dialogues import drafted_with, texts

ASKED = ("t", "How anxious are you, nought to ten?")
SUDS = ("t", "What's your SUDS, nought to a hundred?")


async def rated(*talk: tuple[str, str]) -> list[str]:
    note = await drafted_with(*talk, note_format=NoteFormat.BIRP)
    return [one for one in texts(note) if ", then " in one and "rated" in one]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ('And "I\'m going to choke", how sure now?', "Thirty. Twenty-five."),
        ("And the belief now?", "Three."),
        ("And how likely is it now?", "Two."),
        ("What's there now?", "I keep seeing the tall one who shouted at us."),
        ("And now?", "One... two... three... four."),
        ("And now?", "Fifty."),
    ],
)
async def test_what_is_asked_of_another_thing_is_no_rating_of_the_feeling(asked: str, answer: str) -> None:
    assert not await rated(ASKED, ("c", "Eight."), ("t", asked), ("c", answer))


@pytest.mark.parametrize(
    ("asked", "answer", "told"),
    [
        ("And now?", "Five.", "at 8, then 5"),
        ("And now, a couple of minutes in?", "It's a six.", "at 8, then 6"),
        ("Tell me the number.", "Seven.", "at 8, then 7"),
        ("What's the number now?", "Four. Going down. Three.", 'at 8, then 3 ("Four. Going down. Three.")'),
    ],
)
async def test_the_same_asked_once_more_goes_on_the_series(asked: str, answer: str, told: str) -> None:
    (line,) = await rated(ASKED, ("c", "Eight."), ("t", asked), ("c", answer))
    assert told in line


async def test_a_rating_of_another_day_is_not_joined_to_one_of_today() -> None:
    assert not await rated(
        ("t", "And what was SUDS in the lift?"),
        ("c", "Seventy. Went up to ninety."),
        ("t", "Okay. And what's the SUDS now, looking at the photo?"),
        ("c", "Forty."),
    )


async def test_what_is_rated_of_two_things_is_no_course() -> None:
    assert not await rated(
        ("t", "What's the SUDS with the recording now?"),
        ("c", "Twenty."),
        ("t", "And what's the SUDS for the tap?"),
        ("c", "Sixty."),
    )


async def test_numbers_called_out_under_way_belong_to_the_course() -> None:
    (line,) = await rated(
        ("t", "Put your palm on the bin. What's the SUDS?"),
        ("c", "Fifty."),
        ("t", "Stay with it."),
        ("c", "Seventy. My arm's shaking."),
        ("t", "Maybe it's dirty, maybe it isn't."),
        ("c", "Sixty-five. It's slower."),
    )
    assert "at 50, then 70, then 65" in line


@pytest.mark.parametrize(
    ("asked", "answer", "question", "value"),
    [
        ("Stay there.", "Eighty.", False, 80),
        ("Mm-hm.", "[breathes out] Forty-five.", False, 45),
        ("How many were there?", "Twenty.", True, None),
        ("How old was he?", "Sixty.", True, None),
        ("Have you a brother?", "Two.", True, None),
        ("Stay there.", "Seventeen.", False, None),
        ("That was ten minutes.", "Twenty.", False, None),
    ],
)
def test_what_is_called_out(asked: str, answer: str, question: bool, value: int | None) -> None:
    assert called_out(asked, answer, question=question) == value


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("it's the other one", False),
        ("the one who left", False),
        ("nobody, no one", False),
        ("it's a one", True),
        ("One.", True),
        ("zero to ten, right, a four", True),
        ("zero to ten, you mean", False),
    ],
)
def test_a_one_that_stands_for_somebody_is_no_number(said: str, left: bool) -> None:
    assert any(word in number_words(said).lower().split() for word in ("one", "one.", "four")) == left


def test_counting_is_no_rating() -> None:
    assert is_counting("one, two, three, four")
    assert is_counting("five... four... three")
    assert not is_counting("six, maybe a five")


@pytest.mark.parametrize(
    ("asked", "another"),
    [
        ('"I will faint", how much now?', True),
        ("How sure are you now?", True),
        ("And the chances now?", True),
        ("And now?", False),
        ("Where is it now?", False),
    ],
)
def test_how_far_a_thought_is_believed_is_no_feeling(asked: str, another: bool) -> None:
    assert asks_of_another(asked) == another


@pytest.mark.parametrize(
    ("said", "answer", "told"),
    [
        ("Come a step nearer.", "Already? Okay. Seventy. It shot up.", "at 40, then 70"),
        ("Hold it there.", "Right. Twenty-five.", "at 40, then 25"),
    ],
)
async def test_a_number_behind_a_word_or_two_goes_on_the_series(said: str, answer: str, told: str) -> None:
    (line,) = await rated(SUDS, ("c", "Forty."), ("t", said), ("c", answer))
    assert told in line


async def test_a_number_of_something_else_does_not_go_on_the_series() -> None:
    talk = (("c", "Forty."), ("t", "Stay there."), ("c", "Okay. I paid him thirty. Thirty pounds."))
    assert not await rated(SUDS, *talk)
