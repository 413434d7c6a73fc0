"""A field of the target holds its answer: no counter-question, and nothing that was asked afterwards."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

ASKED = (
    ("t", "What picture stands for the worst part of it?"),
    ("c", "The hand on the counter."),
    ("t", "What words go best with it that say something negative about you now?"),
    ("c", "It's my fault."),
    ("t", "What would you rather believe about yourself?"),
    ("c", "I did the best I could."),
)
SETS = (
    ("t", "Bring up the picture and follow my fingers."),
    ("c", "I see the door."),
    ("t", "Go with that."),
)


async def _told(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*ASKED, *turns, *SETS, note_format=NoteFormat.EMDR))


@pytest.mark.parametrize(
    ("back", "then", "answer"),
    [
        ("In mi head or in mi belly?", "In your gut.", "Two. Three. No, two."),
        ("Now, or then?", "Now.", "A two, I'd say."),
        ("You mean when I say it?", "When you say it now.", "Three, like."),
        ("Out of seven, is it?", "Out of seven, yeah.", "Two, so."),
        ("How d'you mean, true?", "How true it feels, in your body.", "One. Maybe two."),
        ("Is seven the good one?", "Seven is completely true.", "Four, na."),
        ("Like what I know or what I feel?", "What you feel.", "Two, yaar."),
        ("Sorry, what's one?", "Completely false.", "Three, ma."),
    ],
)
async def test_a_question_back_is_no_answer(back: str, then: str, answer: str) -> None:
    asked = ("t", "How true does that feel now, from one, completely false, to seven, completely true?")
    told = " ".join(await _told(asked, ("c", back), ("t", then), ("c", answer)))
    assert f'VOC: "{back}"' not in told
    assert answer.rstrip(".").split(". ")[-1] in told


@pytest.mark.parametrize(
    "after",
    [
        (("t", "You remember, the stop signal is?"), ("c", "Hand up.")),
        (("t", "You want the tappers or the eyes?"), ("c", "Tappers.")),
        (("t", "Is this speed alright?"), ("c", "Little slower.")),
        (("t", "Is the chair okay for you?"), ("c", "It's grand.")),
        (("t", "You okay with the eye movements?"), ("c", "I have mi bifocals.")),
        (("t", "Can you see my hand from there?"), ("c", "Just about.")),
        (("t", "Any questions before we start?"), ("c", "No, go on.")),
        (("t", "Shall I close the blinds?"), ("c", "Please, ma.")),
    ],
)
async def test_what_is_asked_to_get_ready_is_no_place_in_the_body(after: tuple[tuple[str, str], ...]) -> None:
    body = (("t", "Where do you feel it in your body?"), ("c", "In my throat."))
    told = [one for one in await _told(*body, *after) if one.startswith("Body location")]
    assert told == ['Body location: "In my throat."']


async def test_what_is_asked_on_of_the_body_stands_with_it() -> None:
    body = (("t", "Where do you feel it in your body?"), ("c", "In my throat."))
    told = " ".join(await _told(*body, ("t", "Anywhere else?"), ("c", "And the stomach, tight.")))
    assert "he stomach, tight" in told
