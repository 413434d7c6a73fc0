"""Spoken forms written out, and sentences that run on told apart, before anything is reported."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.run_ons import parts_of
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.hearing.units import units_of
from tests.support.dialogues import drafted_with, said, texts


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I'd not eaten since Tuesday", "I had not eaten since Tuesday"),
        ("I'd a couple of bad days", "I had a couple of bad days"),
        ("I've no appetite", "I have no appetite"),
        ("I've still a cough", "I have still a cough"),
        ("they'd been away", "they had been away"),
        ("I missed two doses, like", "I missed two doses"),
        ("To be fair, I missed two doses", "I missed two doses"),
        ("I missed two doses, you know", "I missed two doses"),
        ("I missed two doses, to be perfectly frank", "I missed two doses"),
        ("I ain't finish the form", "I did not finish the form"),
        ("they ain't call me back", "they did not call me back"),
        ("I ain't been eating", "I have not been eating"),
        ("she ain't heard from him", "she has not heard from him"),
        ("I ain't tired", "I ain't tired"),
        ("I ain't going", "I ain't going"),
        ("I ain't say nothing", "I ain't say nothing"),
        ("I'd go if I could", "I'd go if I could"),
        ("I'd rather stay", "I'd rather stay"),
        ("I'd put it off", "I'd put it off"),
        ("I've been away", "I've been away"),
        ("that I really like", "that I really like"),
    ],
)
def test_contractions_and_tags(spoken: str, written: str) -> None:
    assert spelt_out(spoken) == written


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("I rang the clinic, they booked me in.", ["I rang the clinic", "they booked me in"]),
        ("I ate at six, and I slept by ten.", ["I ate at six", "I slept by ten"]),
        ("I tried the gym, but I hated it there.", ["I tried the gym", "I hated it there"]),
        ("When I wake up, I check the lock.", ["When I wake up, I check the lock."]),
        ("She said, I need a lift.", ["She said, I need a lift."]),
        ("My knee hurts, it seems, most days.", ["My knee hurts, it seems, most days."]),
        ("On Monday, I rested.", ["On Monday, I rested."]),
        ("I swim, but lately, it is too cold.", ["I swim, but lately, it is too cold."]),
        ("I rest when it aches, it helps.", ["I rest when it aches, it helps."]),
        ("The two times I went, I came home early.", ["The two times I went, I came home early."]),
    ],
)
def test_clauses_of_a_run_on(sentence: str, parts: list[str]) -> None:
    unit = units_of(said(("c", sentence)).lines)[0]
    assert [part.words for part in parts_of(unit)] == parts


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "What happened at the shop on Saturday?",
            "It was heaving in there. I rang my brother, he collected me.",
            "reported that it was heaving in there; she rang her brother, he collected her.",
        ),
        (
            "Did you get to the swimming?",
            "I went on two mornings. But I left before the class.",
            "reported that she went on 2 mornings, but she left before the class.",
        ),
        (
            "How was the first night in the flat?",
            "It was cold up there. And then I made pasta in the kitchen.",
            "reported that it was cold up there; and then she made pasta in the kitchen.",
        ),
        (
            "What do you want to get to by the summer?",
            "I want to take the train to Cardiff. I'd like to see my cousin.",
            "reported that she wants to take the train to Cardiff",
        ),
        (
            "Do you see any benefit from the tablets?",
            "I fall asleep faster on the new dose. You said that might happen.",
            'that she falls asleep faster on the new dose, and stated: "You said that might happen."',
        ),
    ],
)
async def test_more_is_reported(question: str, answer: str, expected: str) -> None:
    assert expected in await told(("t", question), ("c", answer))


@pytest.mark.parametrize(
    ("question", "answer", "never"),
    [
        ("How was the ward?", "I hated the food there. Like it was a prison.", "that it was a prison"),
        (
            "How was the bus to town?",
            "It was packed. I'm standing there and I'm sweating.",
            "that she is standing",
        ),
        (
            "What would help with the mornings?",
            "I get the early train. My sister gets up first.",
            "reported that she gets",
        ),
        (
            "How was the appointment?",
            "I think, well, it went on too long. I left my scarf.",
            "that she thinks,",
        ),
        (
            "How's the new job?",
            "I like the boss there. No, sorry, the deputy boss.",
            "likes the boss there",
        ),
    ],
)
async def test_what_would_come_out_wrong_is_not_reported(question: str, answer: str, never: str) -> None:
    assert never not in await told(("t", question), ("c", answer))


@pytest.mark.parametrize(
    "words", ["That'll do, that's plenty for today.", "I'll wave to the nurse on the way out."]
)
async def test_talk_of_the_talk_is_not_reported(words: str) -> None:
    assert "reported that" not in (await told(("t", "Anything else?"), ("c", words))).partition("friends.")[2]


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("My hands shake.", True),
        ("My stomach hurt.", True),
        ("My left hand.", False),
        ("My whole face.", False),
    ],
)
async def test_a_thing_that_is_only_named_is_no_report(words: str, reported: bool) -> None:
    note = await told(("t", "What do you notice in your body?"), ("c", words))
    assert ("reported that her" in note) is reported


async def test_a_thing_that_is_only_named_stands_with_what_comes_after_it() -> None:
    note = await told(
        ("t", "I'll put six. And where do you feel it in your body?"),
        ("c", "My jaw. And my neck, like a vice."),
    )
    assert (
        "When asked where she feels it in her body, client said her jaw, and her neck, like a vice." in note
    )
