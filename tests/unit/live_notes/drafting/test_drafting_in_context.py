"""A sentence that means nothing alone is told with the one before it; a dream is told as one."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.selecting.trifles import is_trifle
from tests.support.dialogues import drafted_with, texts

ASKED = ("t", "How was the week since we last met?")


async def told(*turns: tuple[str, str], note_format: NoteFormat = NoteFormat.SOAP) -> str:
    return " ".join(texts(await drafted_with(*turns, note_format=note_format)))


@pytest.mark.parametrize(
    ("answer", "leans", "before"),
    [
        (
            "The choir had its supper on Friday. I went for an hour and left with a migraine.",
            "I went for an hour",
            "The choir had its supper",
        ),
        (
            "He gave me ramipril, five milligrams. I take it every third day, because of the cough.",
            "I take it every third day",
            "ramipril, five milligrams",
        ),
        (
            "I drank on three nights. Two of them a bottle of rum, and I slept on the floor.",
            "Two of them a bottle",
            "I drank on three nights",
        ),
    ],
)
async def test_what_leans_on_the_sentence_before_stands_with_it(answer: str, leans: str, before: str) -> None:
    whole = await told(("c", f"Right so. {answer}"), ("t", "Mm."))
    if leans in whole:
        assert before in whole


@pytest.mark.parametrize(
    ("turn", "kept"),
    [
        (
            "My son drew on the wall with tar. I could have killed him. Not really, he was only playing.",
            "Not really",
        ),
        (
            "I was nodding off at the wheel of the lorry. I said to myself, I will kill somebody."
            " I pulled over and slept.",
            "nodding off at the wheel",
        ),
    ],
)
async def test_a_threat_that_is_none_is_quoted_with_what_shows_it(turn: str, kept: str) -> None:
    whole = await told(("t", "Mm-hm."), ("c", turn), ("t", "I see."))
    quoted = [one for one in texts(await drafted_with(("t", "Mm-hm."), ("c", turn))) if "kill" in one]
    assert quoted, whole
    assert all(kept in one for one in quoted)


@pytest.mark.parametrize(
    "turn",
    [
        "I had a dream as well. I'm in my uncle's bakery and there's an oven I can't switch off.",
        "I keep having this nightmare. There's a man at the window and he has my father's hat.",
        "I dreamt on Sunday. I'm walking through a school and the floor is made of letters.",
    ],
)
async def test_a_dream_is_told_as_a_dream(turn: str) -> None:
    dreamt = turn.split(". ", 1)[1].rstrip(".")
    found = [one for one in texts(await drafted_with(("c", turn), ("t", "Mm."))) if dreamt[:24] in one]
    assert all(one.startswith("Client told of a dream: ") or turn[:14] in one for one in found)


@pytest.mark.parametrize(
    "turn",
    [
        "I had a dream that night. Then I woke up at five. I'm shattered and there's a rash on my arm.",
        "I've had no nightmares. I'm sleeping seven hours and there's nobody shouting in the flat.",
        "I always had this dream of a house by the sea. I'm saving two hundred pounds every month for it.",
    ],
)
async def test_what_is_told_behind_a_dream_is_no_dream(turn: str) -> None:
    assert "told of a dream" not in await told(("c", turn), ("t", "Mm."))


async def test_words_that_were_only_tried_out_are_not_told_of_anybody() -> None:
    whole = await told(
        ("t", "And then you'd say to her?"),
        ("c", "I burnt the pan."),
        ("t", "Right."),
        ("c", '"I want you to knock before you come into my bedroom."'),
        ("t", "Nice."),
    )
    assert "Client reported that they want" not in whole
    assert "Client stated: \"'I want you" not in whole


async def test_the_same_words_do_not_stand_twice() -> None:
    note = await drafted_with(
        ("t", "What was happening in the kitchen when the panic started?"),
        ("c", "My chest went tight and my hands were shaking. And my sister was shouting at the dog."),
        ("t", "Mm."),
    )
    assert sum("hands were shaking" in one for one in texts(note)) <= 1


@pytest.mark.parametrize(
    ("answer", "leans", "before"),
    [
        (
            "He asked me why I was ironing the curtains at eleven at night. I said, well they need it.",
            "I said, well they need it",
            "ironing the curtains",
        ),
        (
            "The garage rang about the clutch on the van. I thought it would be nine hundred pounds.",
            "nine hundred",
            "the clutch on the van",
        ),
        (
            "I tried the timer with my flatmate over the phone. We did like, thirty and ten.",
            "thirty and ten",
            "the timer with my flatmate",
        ),
        (
            "I could manage the small gym by the station. I couldn't face the big one, but.",
            "face the big one",
            "the small gym by the station",
        ),
    ],
)
async def test_a_reply_a_guess_an_amount_and_a_though_stand_with_what_they_are_of(
    answer: str, leans: str, before: str
) -> None:
    whole = await told(("c", f"Right so. {answer}"), ("t", "Mm."))
    if leans in whole:
        assert before in whole


@pytest.mark.parametrize(
    ("said", "of_the_moment"),
    [
        ("I have to stand up and sway.", True),
        ("I need to plug this in.", True),
        ("I've got to get the door.", True),
        ("I have to pick her up.", True),
        ("I have to stand up when my back hurts.", False),
        ("I have to feed her every two hours.", False),
        ("I need to change him at night.", False),
        ("I have to move out by June.", False),
    ],
)
def test_what_is_done_in_the_call_is_of_the_moment(said: str, of_the_moment: bool) -> None:
    assert is_trifle(said) is of_the_moment


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I could do, I could walk to the lake.", "I could walk to the lake."),
        ("We would have, we would stay with my nan.", "we would stay with my nan."),
        ("He'll try, he'll come on Sunday with it.", "he'll come on Sunday with it."),
        ("I could walk, I could drive there.", "I could walk, I could drive there."),
        ("I can do it, I can ring him.", "I can do it, I can ring him."),
    ],
)
def test_a_verb_given_up_for_another_goes(said: str, left: str) -> None:
    assert clean(said) == left
