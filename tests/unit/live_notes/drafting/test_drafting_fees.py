"""What a client will do about the payment for the sessions is no step; what they will do else is."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.planning.fees import of_fees
from tests.support.dialogues import said


def _left_out(words: str) -> list[str]:
    units = units_of(said(("t", "How are you?"), ("c", words), ("t", "Okay.")).lines)
    places = of_fees(units)
    return [unit.exact for unit in units if unit.index in places]


@pytest.mark.parametrize(
    "words",
    [
        "I didn't pay you for last month, I saw the message. I'll do it today evening, all four sessions.",
        "The GPay wasn't going through. I'll send it tonight, both of them.",
        "I still owe you for the last one. I'll bring it on Thursday.",
        "The co-pay bounced, my card expired. I'll sort it tomorrow.",
        "I never paid for the last two sessions, sorry. I'll transfer it when I'm home.",
        "I haven't settled your invoice. I'll do that on Friday.",
        "I've to pay the desk yet. I'll do it on the way out.",
    ],
)
def test_what_is_of_the_fees_is_no_step(words: str) -> None:
    assert _left_out(words) == [words.split(". ")[1]]


@pytest.mark.parametrize(
    "words",
    [
        "I haven't paid the rent. I'll do it tonight.",
        "I owe my brother two grand. I'll pay it back on Friday.",
        "I didn't do the thought record. I'll do it tonight, all four columns.",
        "I missed the group session. I'll do it next week.",
        "I've paid attention to the breathing. I'll do it every night.",
        "My sister paid for the gym. I'll do it three times a week.",
        "I owe the casino eight hundred. I'll clear it by June.",
    ],
)
def test_what_is_of_other_things_stays(words: str) -> None:
    assert not _left_out(words)


def _priced(asked: str, answer: str) -> list[str]:
    units = units_of(said(("t", "Okay."), ("c", asked), ("t", answer), ("c", "Right.")).lines)
    places = of_fees(units)
    return [unit.exact for unit in units if unit.index in places]


@pytest.mark.parametrize(
    "asked",
    [
        "What do I owe you?",
        "How much is it for today?",
        "Do I have to pay for this one?",
        "What's the damage?",
        "How much do we owe?",
        "Are the sessions still free?",
        "What does it come to?",
        "What's your fee now?",
        "How much does it cost?",
    ],
)
def test_the_price_of_a_session_is_nothing_of_the_client(asked: str) -> None:
    answer = "It's nothing, it's through the scheme, you've eight and this is the fifth."
    assert _priced(asked, answer) == [answer]


@pytest.mark.parametrize(
    "asked",
    [
        "What do I do now?",
        "How much is too much?",
        "Do I have to tell him?",
        "Is it normal?",
        "I owe him money, no?",
    ],
)
def test_what_else_is_asked_is_no_price(asked: str) -> None:
    assert not _priced(asked, "It's nothing to worry about.")
