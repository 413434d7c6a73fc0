"""What is not meant as it stands, or is not so, keeps its speaker's words."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts


async def told(question: str, answer: str) -> str:
    return " ".join(texts(await drafted_with(("t", question), ("c", answer))))


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("How's the appetite?", "Big. I skip my toast. By nine I'd eat a horse.", "I'd eat a horse"),
        ("What did you learn from the diary?", "The rows are at night. It's only me.", "only me"),
        ("How is your brother?", "He copes. He's a lot worse than me. He's in Hull.", "worse than me"),
        ("How are you doing with the pain?", "It nags. It isn't all of me. I walk more.", "all of me"),
        ("How are you now?", "Taller. No, I'm calmer. I slept in the caravan.", "Taller. No, I'm calmer."),
        (
            "How are the tablets?",
            "Fine. I don't miss them. I mean, I don't skip them.",
            "I mean, I don't skip",
        ),
        (
            "What do you worry about at work?",
            "That I'll be sacked. That they'll laugh at my slides.",
            "That I'll be sacked.",
        ),
        ("What are you taking away?", "It's a hill, not a wall. I'm going to steal that.", "steal that"),
        (
            "What happened at home?",
            "I read the letter at midnight, which I know. I burnt it.",
            "which I know",
        ),
        (
            "How was concentration?",
            "Poor. I called the dentist Mum. I lose my pens.",
            "I called the dentist Mum",
        ),
    ],
)
async def test_what_would_be_told_as_so_is_quoted(question: str, answer: str, kept: str) -> None:
    note = await told(question, answer)
    assert kept in note
    assert not any(f"{word} {kept}" in note for word in ("that", ";"))


@pytest.mark.parametrize(
    ("answer", "quoted"),
    [
        ("I sat on the step thinking I'd killed the cat.", "thinking I'd killed the cat."),
        ("I was convinced I was dying in the lift.", "I was convinced I was dying in the lift."),
    ],
)
async def test_what_was_thought_is_not_told_as_done(answer: str, quoted: str) -> None:
    note = await told("I see.", answer)
    assert "that she killed" not in note
    assert "she had killed" not in note
    assert quoted in note or "she was dying" not in note


@pytest.mark.parametrize(
    ("question", "answer", "plain"),
    [
        (
            "How's the flat?",
            "Cold. The council gave me a heater. I use it at night.",
            "the council gave her a heater",
        ),
        ("How do you sleep?", "Six hours. My son sleeps beside me. I snore.", "six hours"),
        ("How many did you do, out of five?", "Three. No, it's four. I lost the sheet.", "it's 4"),
    ],
)
async def test_what_is_plain_is_still_retold(question: str, answer: str, plain: str) -> None:
    note = await told(question, answer)
    assert plain in note or plain.replace("six", "6") in note


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        (
            "How do you get about?",
            "I've a van. Well I've my cousin's van. I mend the tyres.",
            "Well I've my cousin's",
        ),
        (
            "Who would you ring?",
            "I'd ring my mother. She'd faint. No, I'd ring Paul at the garage.",
            "No, I'd ring Paul",
        ),
        ("And the belief now?", "Forty. Thirty, forty. It's calmer in here.", "Forty. Thirty, forty."),
        (
            "Did you ever walk out?",
            "I never did. I stay to the end. Never would, me.",
            "Never would, me",
        ),
        (
            "How is the smoking?",
            "I'm smoking more. I should say. It was two and now it's a packet.",
            "I should say.",
        ),
    ],
)
async def test_what_is_put_right_or_weighed_keeps_its_words(question: str, answer: str, kept: str) -> None:
    assert kept in await told(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "retold"),
    [
        ("Are you afraid of him?", "No. No, he's never hit the children. I sleep well there.", "No, I"),
        ("How is the knee?", "It's stiff. I walk to the mosque. I don't climb the stairs.", "Well"),
        ("Five milligrams?", "Ten milligrams. I take it at noon. I'm not stupid.", "not stupid"),
    ],
)
async def test_what_is_only_answered_or_joked_is_not_quoted_for_it(
    question: str, answer: str, retold: str
) -> None:
    assert retold not in await told(question, answer)
