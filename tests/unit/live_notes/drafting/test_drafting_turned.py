"""What is taken back, judged, rehearsed or of the moment is told so, or not at all."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.selecting.trifles import is_trifle
from live_notes.drafting.embedded.telling.last_look import reads_broken
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("I pictured stepping off the kerb. I wouldn't, though.", "I wouldn't, though"),
        ("I'm coping. I'm not coping.", "I'm not coping"),
        ("I'm not suicidal. I just don't see the point some days.", "don't see the point"),
    ],
)
async def test_what_turns_a_sentence_stands_with_it(words: str, whole: str) -> None:
    told = texts(await drafted_with(("t", "How is it now?"), ("c", words)))
    first = words.split(".", maxsplit=1)[0]
    said = [text for text in told if first.removeprefix("I'm ").removeprefix("I ") in text]
    assert said
    assert all(whole in text for text in said), told


@pytest.mark.parametrize(
    "words",
    [
        "I'm a terrible mother and I cry at night.",
        "I'm such a failure, I lost my job again.",
        "I was a useless son and I drank.",
    ],
)
async def test_a_judgement_of_oneself_stays_in_quotation_marks(words: str) -> None:
    told = texts(await drafted_with(("t", "Go on."), ("c", words)))
    assert any(words.rstrip(".") in text for text in told), told


async def test_a_thought_said_again_on_request_is_no_report() -> None:
    told = texts(
        await drafted_with(
            ("t", "Say it again slowly, three times."),
            ("c", "I am a burden to my family. I am a burden to them."),
        )
    )
    assert not any("reported that she is a burden" in text for text in told)


async def test_a_question_of_what_might_be_is_not_asked_of_what_was() -> None:
    told = texts(
        await drafted_with(("t", "And what'd you do?"), ("c", "I'd ring my sponsor and go to a meeting."))
    )
    assert not any("what she did" in text for text in told)


async def test_words_to_a_boss_that_is_played_are_no_report() -> None:
    told = texts(
        await drafted_with(
            ("t", "Let me be your boss. You want leave again?"),
            ("c", "I'm entitled to four days and I'm taking them."),
        )
    )
    assert not any("reported that she is entitled" in text for text in told)


@pytest.mark.parametrize(
    "words",
    [
        "There's a pigeon on the sill.",
        "I'm just reaching for my glasses.",
        "You're such a soft lad.",
        "Got the bus, would you believe.",
        "I'll just put it on the table.",
    ],
)
def test_what_is_of_the_moment_is_a_trifle(words: str) -> None:
    assert is_trifle(words)


@pytest.mark.parametrize(
    "words",
    [
        "There's a pain in my chest.",
        "It's been three weeks.",
        "It's louder now.",
        "You don't sleep and nobody notices.",
        "I'm taking sertraline.",
        "It's who I am when my brother is around.",
        "I'll put the blade in the bin.",
        "I live alone.",
    ],
)
def test_what_a_note_has_a_place_for_is_none(words: str) -> None:
    assert not is_trifle(words)


@pytest.mark.parametrize(
    "text",
    [
        "Client reported that the week was.",
        "Client reported that they were up on there's a car park.",
        "Client reported that they are holding, one sec.",
        "Client reported that they will sign it; just don't tell the others.",
        "Client reported that the thing is he never he was not there.",
        "Client reported that she, because they had talked, she brought the form.",
        "Client reported that about 6 times before they were 18.",
        "Client reported that they got it from, from a friend.",
    ],
)
def test_what_was_begun_and_left_reads_as_broken(text: str) -> None:
    assert reads_broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Client reported that they do not know what it was.",
        "Client reported that the house is colder than it was.",
        "Client reported that about half of them left.",
        "Client reported that they smoke; they do not drink.",
        "Client reported that she, as a nurse, knew what it meant.",
    ],
)
def test_what_is_whole_does_not(text: str) -> None:
    assert not reads_broken(text)
