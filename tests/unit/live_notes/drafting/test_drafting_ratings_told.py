"""Courses of ratings told to their end, without the ratings of other things, with how they stood before."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.measures.same_rating import rates_another
from tests.support.dialogues import drafted_with, texts

_ASKED = ("t", "Bring up the lift. How disturbing is it, zero to ten?")


async def _rated(*turns: tuple[str, str]) -> list[str]:
    told = texts(await drafted_with(*turns, ("t", "Right."), ("c", "I went home and I made the tea.")))
    return [one for one in told if " rated " in one or one.startswith(("Asked for the number", "On "))]


@pytest.mark.parametrize(
    ("answer", "another"),
    [
        ("The shed's a nine.", True),
        ("My brother's about an eight.", True),
        ("The phone call is more like ten.", True),
        ("That knock would be a seven.", True),
        ("And the letter's at six.", True),
        ("Well, my old boss is a nine.", True),
        ("It's a nine.", False),
        ("The number's a nine.", False),
        ("The lift's a four.", False),
        ("My level is at three.", False),
        ("The feeling's a two now.", False),
        ("The picture's at five.", False),
        ("Nine.", False),
        ("I'm at nine.", False),
        ("The car was there at nine.", False),
    ],
)
def test_a_number_of_a_thing_that_was_not_asked_about(answer: str, another: bool) -> None:
    assert rates_another("How disturbing is the lift now?", answer, "disturbance") is another


async def test_a_rating_of_another_thing_does_not_enter_the_course() -> None:
    (line,) = await _rated(
        _ASKED,
        ("c", "Eight."),
        ("t", "Go with that. How disturbing is it now?"),
        ("c", "The phone call's a ten. The lift's gone quiet."),
        ("t", "Go with the phone call. And the lift, zero to ten, how disturbing is it now?"),
        ("c", "Four."),
    )
    assert "at 8, then 4" in line
    assert "10" not in line.split("(0 to 10)")[-1]


@pytest.mark.parametrize(
    ("asked", "said", "ends"),
    [
        ("Let's just sit and take the number down.", "Okay. Forty. Thirty.", "30"),
        ("Stay here and tell me the numbers.", "Right. Forty. Thirty-five.", "35"),
        ("Keep calling out the numbers for me.", "Hmm. Fifty. Forty-five.", "45"),
        ("Tell me when it moves.", "Okay. Fifty. Forty.", "40"),
        ("Just watch the number with me for a bit.", "Okay. Fifty. Forty.", "40"),
    ],
)
async def test_numbers_said_while_waiting_end_the_course(asked: str, said: str, ends: str) -> None:
    (line,) = await _rated(
        ("t", "What's your number?"),
        ("c", "Sixty."),
        ("t", "And what's the number now?"),
        ("c", "Seventy. My hands shake."),
        ("t", asked),
        ("c", said),
    )
    assert ends in line.split("then ")[-1] or line.endswith(f'{_spoken(ends)}."')


def _spoken(figure: str) -> str:
    return {"30": "Thirty", "35": "Thirty-five", "45": "Forty-five", "40": "Forty"}[figure]


@pytest.mark.parametrize(
    ("recap", "told"),
    [
        ("So you started at sixty, peak of seventy, and forty now.", True),
        ("So it began around sixty, went up to seventy, and it's down to forty.", True),
        ("We started on sixty, topped out at seventy and ended on forty.", True),
        ("So sixty, seventy, then forty.", True),
        ("So we went from sixty to seventy and down to forty.", True),
        ("It peaked at seventy and it's forty now.", True),
        ("So one, two, three, breathe.", False),
        ("You started at the bank at twenty, didn't you?", False),
        ("So six hours, seven hours, then four hours.", False),
        ("So the dog is sixty and the cat is seventy.", False),
    ],
)
async def test_a_course_told_over_again_by_the_clinician(recap: str, told: bool) -> None:
    (line,) = await _rated(
        ("t", "What's your number?"),
        ("c", "Sixty."),
        ("t", "And what's the number now?"),
        ("c", "Seventy. My hands shake."),
        ("t", recap),
    )
    assert ("summed up" in line) is told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("It was nine when we started last week, and six by the end.", True),
        ("It was down to five at our last session.", True),
        ("Last time it was a six.", True),
        ("You had it at four last time.", True),
        ("I was off for six weeks before that.", False),
        ("Okay, eight.", False),
    ],
)
async def test_how_a_rating_stood_on_another_day(said: str, told: bool) -> None:
    (line,) = await _rated(
        _ASKED,
        ("c", "Eight."),
        ("t", said),
        ("c", "Yes."),
        ("t", "How disturbing is it now?"),
        ("c", "Five."),
    )
    assert (f'said: "{said}"' in line) is told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Ten. Nine. Nine and a half.", "at 9 and a half"),
        ("Six. No, seven.", "at 7"),
        ("Um, eight. Actually, seven.", "at 7"),
        ("Five. Well. Six.", "at 6"),
        ("Four and a half.", "at 4 and a half"),
        ("A three. Sorry, a four.", "at 4"),
        ("Seven.", "at 7 (0 to 10)."),
        ("Seven for me. My wife would say two.", ""),
        ("Seven at home. Two at work.", ""),
        ("Five or six.", 'at "Five or six"'),
    ],
)
async def test_an_answer_that_sets_itself_right(answer: str, told: str) -> None:
    lines = await _rated(("t", "On a zero to ten, how important is it to you to move out?"), ("c", answer))
    assert [told in one for one in lines] == ([True] if told else [])
