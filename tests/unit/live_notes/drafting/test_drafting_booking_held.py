"""A day that is held for nobody, may not be kept, or was put on another day is not told as settled."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _plan(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan")


@pytest.mark.parametrize(
    ("answer", "closing"),
    [
        ("Nah don't hold it. I'll text you Sunday when the roster's out.", "Right, so not booked."),
        ("Don't book it yet. I'll ring you when I've my shifts.", "Grand, I won't book it so."),
        ("Please don't keep it for me, don't hold it. I'll message you.", "Okay, nothing booked."),
        ("No no, don't put me down. I will WhatsApp you by Monday.", "Then it's not fixed. You message me."),
        ("Don't pencil it. I'll let you know Friday.", "Not booked, so. You let me know."),
        ("I'd say don't book that. I'll call the desk.", "Okay, we won't book it."),
        ("Eh, don't reserve it oh. I'll call you.", "It's not booked, then. Call me."),
        ("Don't hold that one on me. I'll email.", "Right, not held. Email me."),
    ],
)
async def test_what_is_not_booked_is_no_next_session(answer: str, closing: str) -> None:
    plan = await _plan(
        ("t", "So same time next week, Tuesday at three?"),
        ("c", "Could be Tuesday. Could be I'm on a double."),
        ("t", "I'll hold the Tuesday for now."),
        ("c", answer),
        ("t", closing),
        ("c", "Yeah."),
    )
    assert not [one for one in plan if one.startswith("Next session: ")]
    assert [one for one in plan if one.startswith("Next session not fixed")]


@pytest.mark.parametrize(
    "answer", ["Tuesday's fine. Hold it for me.", "Book it, yes.", "Three is good. Put me down."]
)
async def test_what_is_booked_stays(answer: str) -> None:
    plan = await _plan(
        ("t", "So same time next week, Tuesday at three?"), ("c", answer), ("t", "Tuesday at three, so.")
    )
    assert [one for one in plan if one.startswith("Next session") and "Tuesday" in one]
    assert not [one for one in plan if "not fixed" in one]


@pytest.mark.parametrize("part", ["Morning.", "In the morning.", "Evening."])
async def test_half_of_the_day_belongs_to_the_hour_of_which_it_was_said(part: str) -> None:
    plan = await _plan(
        ("t", "So next week, Thursday at ten?"),
        ("c", "Thursday is the inspection."),
        ("c", part),
        ("t", "Thursday afternoon? I have two."),
        ("c", "Two o'clock. That's fine."),
        ("t", "Two on Thursday, it is."),
    )
    told = " ".join(one for one in plan if one.startswith("Next session"))
    assert "Thursday at 2" in told
    assert "morning" not in told
    assert "evening" not in told


@pytest.mark.parametrize(
    "doubt",
    [
        "I may not be able to leave the office.",
        "I might not make it, with the audit.",
        "Can I tell you on Monday?",
        "I'm not saying hundred percent.",
        "I can't promise, with the harvest.",
        "I'll try and get there.",
        "I may not be free, doctor.",
        "I won't swear to it, mind.",
    ],
)
async def test_what_the_client_may_not_keep_is_to_be_confirmed(doubt: str) -> None:
    plan = await _plan(
        ("t", "So Tuesday the twenty-second, at two?"),
        ("c", "Tuesday the twenty-second, at two."),
        ("t", "At two, Tuesday the twenty-second."),
        ("c", doubt),
        ("t", "The hour's yours."),
    )
    told = [one for one in plan if one.startswith("Next session")]
    assert told
    assert all("confirmed" in one or "not fixed" in one for one in told)


async def test_another_day_of_the_week_that_was_put_says_which_week() -> None:
    plan = await _plan(
        ("t", "Would this day week suit?"),
        ("c", "This day week. Wednesday. No, I can't Wednesday."),
        ("t", "Thursday?"),
        ("c", "Thursday I can."),
        ("t", "Half ten Thursday."),
        ("c", "Grand."),
    )
    assert "Next session: next week, Thursday at half ten." in plan


@pytest.mark.parametrize("day", ["Tuesday the fifteenth", "Monday the ninth", "Friday the twentieth"])
async def test_a_day_that_fell_is_no_step(day: str) -> None:
    plan = await _plan(
        ("t", f"So next one. I'd normally say a fortnight, that'd be {day}, nine o'clock."),
        ("c", f"{day.rsplit(maxsplit=1)[-1].capitalize()}'s no good, that's the breakfast at work."),
        ("t", "Thursday the twenty-sixth, half eight?"),
        ("c", "Half eight's fine."),
        ("t", "Thursday the twenty-sixth, eight-thirty."),
    )
    assert not [one for one in plan if day.rsplit(maxsplit=1)[-1] in one]
    assert [one for one in plan if "Thursday the twenty-sixth" in one]
