"""Short answers in reported speech: only where every sentence is certain, and with the same facts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, EmbeddedDrafter, NoteFormat, Preferences, PronounChoice, write_note
from live_notes.drafting.embedded.telling.figures import in_figures
from tests.support.dialogues import drafted_with, said, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


async def told_of(pronouns: PronounChoice, *turns: tuple[str, str], client: str = "client") -> str:
    spec = DraftSpec(NoteFormat.SOAP, Preferences(pronouns=pronouns, client_term=client))
    return " ".join(texts(await write_note(said(*turns), spec, EmbeddedDrafter(), now=NOW)))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "What was going on at home on Saturday?",
            "It was payday on the Friday. I'd had a row with my boss about overtime.",
            "reported that it was payday on the Friday; she had had a row with her boss about overtime.",
        ),
        (
            "How has the swelling in your hand been?",
            "It comes and goes. I can hold a cup again.",
            "reported that it comes and goes; she can hold a cup again.",
        ),
        (
            "How long have you been on call for your mother?",
            "Fourteen months. I haven't had a weekend off since Easter.",
            "on call for her mother for 14 months; the client has not had a weekend off since Easter.",
        ),
        (
            "Did you get to the walking?",
            "I did it maybe three times. It makes my knee ache, so I stopped.",
            "reported that she did it maybe 3 times; it makes her knee ache, so she stopped.",
        ),
        (
            "What was going on at home on Saturday?",
            "It was payday. The house was empty. I'd had a row and I'm sat there with the phone.",
            "that the house was empty, and stated: \"I'd had a row and I'm sat there with the phone.\"",
        ),
    ],
)
async def test_what_is_certain_is_reported(question: str, answer: str, expected: str) -> None:
    assert expected in await told(("t", question), ("c", answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What do you hope for at work?", "It starts in January. I want to finish the course."),
        ("How did it feel to leave her there?", "Like I was giving her away. I cried in the car."),
        ("How are things with your mother?", "It's tense. She says I'm lazy and she won't call."),
        ("What would help with the nights?", "It would help to have a lamp. I could ask my sister."),
        ("How was the anger this week?", "It was there. I thought I might hit him."),
        ("How is the job?", "It's a zoo. You never know who comes in."),
        ("Are you drinking?", "Saturday a six-pack. The broken lamp was a six-pack."),
        ("What happened on the train?", "It was packed. I'm standing there and my heart is going."),
        ("Who drives you to work now?", "It's my husband. She came once, my sister, and she hated it."),
    ],
)
async def test_what_is_in_doubt_stays_as_it_was_said(question: str, answer: str) -> None:
    note = await told(("t", question), ("c", answer))
    assert "reported that it" not in note
    assert ", and reported that" not in note


async def test_who_is_meant_stays_the_same_whatever_the_pronouns() -> None:
    turns = (
        ("t", "What was going on at the weekend?"),
        ("c", "It was payday on the Friday. My mother was at the chapel. I rang my friend twice."),
    )
    she = await told_of(PronounChoice.SHE, *turns)
    assert "her mother was at the chapel; the client rang" in she  # "she" could be the mother
    he = await told_of(PronounChoice.HE, *turns)
    assert "his mother was at the chapel; he rang his friend twice" in he
    they = await told_of(PronounChoice.THEY, *turns, client="member")
    assert "member reported that it was payday on the Friday; their mother was at the chapel" in they


async def test_several_people_are_not_taken_for_the_client() -> None:
    note = await told_of(
        PronounChoice.THEY,
        ("t", "How was the visit on Sunday?"),
        ("c", "It was long. My parents brought the dog. I hid the letters in the drawer."),
    )
    assert "their parents brought the dog; the client hid the letters in the drawer" in note


async def test_a_sentence_that_leans_back_is_not_torn_off() -> None:
    note = await told(
        ("t", "Do they ever tell you to do things?"),
        ("c", "They used to tell me to get off the bus. Not for a month or so."),
    )
    assert '"They used to tell me to get off the bus. Not for a month or so."' in note
    note = await told(
        ("t", "You said it out loud. How was it?"),
        ("c", "My hands are sweating. But better than carrying it round."),
    )
    assert '"My hands are sweating. But better than carrying it round."' in note


async def test_an_answer_of_its_verb_alone_stands_with_what_comes_after() -> None:
    note = await told(
        ("t", "Would you ring your brother if the pain comes back?"),
        ("c", "I would. My brother already knows, I told him."),
    )
    assert '"I would. My brother already knows, I told him."' in note


async def test_a_verb_that_stands_for_another_is_not_reported_alone() -> None:
    assert "but she did" not in await told(("c", "I called the bank. It took me three days but I did."))


def test_what_points_counts_nothing() -> None:
    assert in_figures("she never connected those two") == "she never connected those two"
    assert in_figures("she took two") == "she took 2"
    assert in_figures("she buys the zero ones") == "she buys the zero ones"


async def test_what_answers_a_question_on_cutting_stands_whole() -> None:
    answer = "I haven't, not since half term. I threw the blades out. Well, my friend did."
    note = await told(("t", "How's the cutting been?"), ("c", answer))
    assert f'When asked about cutting, client answered: "{answer}"' in note


async def test_him_of_whom_was_spoken_before_is_nobody_named_after_him() -> None:
    note = await told(
        ("c", "I told him he's exactly like my father."),
        ("t", "That was honest of you."),
        ("c", "He slept on the couch in the basement."),
    )
    assert "her father slept" not in note
