"""A goal is the client's own, said as a wish, a miracle or a limit; what is refused or another's is none."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

GIRP = NoteFormat.GIRP


@pytest.mark.parametrize(
    ("asked", "said", "told"),
    [
        (
            "Mm-hm.",
            "Honestly, I just want to be the uncle who stays till the end of the match.",
            "stays till",
        ),
        ("Okay.", "I want to give up the scratch cards for good.", "scratch cards"),
        ("Right.", "I wish I could sing in front of people without shaking.", "without shaking"),
        ("Mm.", "My dream is to get on a plane to my sister in Lagos.", "plane"),
        ("Go on.", "We want to trust each other again.", "trust each other"),
        ("Mm.", "I don't want to be that mother who shouts from the car.", "shouts from the car"),
        ("What sort of brother would you want to be?", "One who picks up the phone.", "picks up the phone"),
        ("Cut down to what?", "Two pints on match day and none at home.", "match day"),
        (
            "Imagine a miracle happened in the night. What would be different in the morning?",
            "I would put the radio on and dance with the baby.",
            "radio",
        ),
        ("You say a three. What would a four look like?", "I would open the post on the day.", "post"),
        ("What would you settle for?", "One packet on a Saturday, and none indoors.", "packet"),
    ],
)
async def test_what_a_client_wants_to_reach_stands_as_the_goal(asked: str, said: str, told: str) -> None:
    note = await drafted_with(("t", asked), ("c", said), note_format=GIRP)
    assert told in " ".join(texts(note, "Goal"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Mm.", "I want a biscuit with my tea, if there is one."),
        ("Mm.", "My wife wants to stop smoking before the wedding."),
        ("Mm.", "My father wanted to be a priest before he met her."),
        ("Mm.", "I wanted to stop the bus and get off it."),
        ("Mm.", "I'd like to strangle that landlord of mine."),
        ("Would you want to work on the drinking?", "No, I don't want to work on that at all."),
        ("Cut down to what?", "I'm not going to cut down, it's fine as it is."),
        ("Suppose a miracle happened. What would be different?", "I don't know, I can't imagine it."),
        ("Mm.", "I work for the council on the bins."),
    ],
)
async def test_a_whim_and_another_s_wish_and_what_is_refused_are_no_goal(asked: str, said: str) -> None:
    note = await drafted_with(("t", asked), ("c", said), note_format=GIRP)
    assert not texts(note, "Goal")


@pytest.mark.parametrize(("answer", "is_goal"), [("Yeah, it does.", True), ("No, it really doesn't.", False)])
async def test_what_matters_is_a_goal_when_the_client_says_yes_to_it(answer: str, is_goal: bool) -> None:
    said = "Being the neighbour who turns up with soup matters a lot to you."
    note = await drafted_with(("t", said), ("c", answer), note_format=GIRP)
    assert ("soup" in " ".join(texts(note, "Goal"))) is is_goal
