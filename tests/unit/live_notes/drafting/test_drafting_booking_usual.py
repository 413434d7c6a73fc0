"""A next session that both keep without a day, one still to be confirmed, and what is no plan at all."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (("t", "We'll have to leave it there."), ("c", "Grand. Same time?"), ("t", "Same time.")),
            'Next session: the therapist stated: "Same time."',
        ),
        (
            (("c", "Same slot, same room?"), ("t", "Always.")),
            'Next session: client asked: "Same slot, same room?" Therapist answered: "Always."',
        ),
        (
            (("t", "So we're back to our usual slot after the holidays."), ("c", "Great.")),
            'Next session: the therapist stated: "We\'re back to our usual slot after the holidays."',
        ),
        (
            (("t", "Will I see you at the usual time?"), ("c", "You will, please God.")),
            'Next session: the therapist asked: "Will I see you at the usual time?"',
        ),
    ],
)
async def test_the_time_both_keep_is_the_next_session_though_no_day_is_named(
    turns: tuple[tuple[str, str], ...], told: str
) -> None:
    assert told in await _plan(*turns)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("t", "Then it's Monday the fourth at six, as usual."),
                ("c", "I may have a late shift on the fourth. I'll let you know by Friday."),
                ("t", "The hour is kept for you."),
            ),
            'at 6, to be confirmed; client stated: "I may have a late shift on the fourth."',
        ),
        (
            (("t", "Next week, Tuesday at ten."), ("c", "I'd have to double-check with the childminder.")),
            'at 10, to be confirmed; client stated: "I\'d have to double-check with the childminder."',
        ),
    ],
)
async def test_a_day_that_a_client_has_still_to_confirm_says_so(
    turns: tuple[tuple[str, str], ...], told: str
) -> None:
    assert told in await _plan(*turns)


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Next week, Tuesday at ten."), ("c", "Perfect. I'll let you know how the exam goes.")),
        (("t", "Next week, Tuesday at ten."), ("c", "I might be late off work. No, Tuesday's fine.")),
        (("t", "Next week, Tuesday at ten."), ("c", "Perfect. I might have a bath and go to bed.")),
    ],
)
async def test_a_day_that_stands_is_told_without_a_doubt(turns: tuple[tuple[str, str], ...]) -> None:
    told = await _plan(*turns)
    assert "Next session: next week, Tuesday at 10" in told
    assert "confirmed" not in told


async def test_when_somebody_sets_out_is_not_the_hour_they_meet() -> None:
    told = await _plan(
        ("t", "What about Friday at three?"),
        ("c", "Friday, three, that's fine. I'll get away from work by two."),
    )
    assert "Next session: Friday at 3." in told


async def test_a_day_that_waits_for_the_rota_is_not_fixed() -> None:
    told = await _plan(
        ("t", "And when can you come?"),
        ("c", "They haven't put out the roster."),
        ("t", "Ring us when you've got it."),
    )
    assert told.count("Next session not fixed:") == 1
    assert "Ring us when you've got it." in told


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Take the tablet at the same time each day."), ("c", "Okay.")),
        (("c", "I go to bed at my usual time."), ("t", "Good.")),
        (("t", "You were at your usual slot in the gym, were you?"), ("c", "I was.")),
    ],
)
async def test_other_usual_times_are_no_session(turns: tuple[tuple[str, str], ...]) -> None:
    assert "Next session" not in await _plan(*turns)


@pytest.mark.parametrize(
    "said",
    [
        "We'll stop there for today.",
        "Let's leave it there for this week.",
        "Let's go through the argument on Saturday.",
        "So let's do the chain on Monday.",
        "There's a lot in that, and we might come back to it.",
        "In May you'd have gone home, on Sunday you stayed.",
        "Your cousin in the kitchen, music, and a timer for ten minutes. What did you do?",
    ],
)
async def test_what_ends_the_hour_or_goes_over_what_was_is_no_plan(said: str) -> None:
    assert said.rstrip(".?")[:20] not in await _plan(("t", said), ("c", "Yeah, okay."))
    assert "Plan to" not in await _plan(("t", said), ("c", "Okay."))
