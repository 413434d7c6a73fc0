"""How the next session was left: on which terms, for how long, pencilled in, or not fixed at all."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.booking.open_words import CLIENT_LEAVES, NO_DATE
from live_notes.drafting.embedded.booking.told import clock
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("c", "Could you do the Wednesday? The ninth?"),
                ("t", "Wednesday the ninth... I've got three o'clock. For the ninety minutes."),
                ("c", "Three's grand."),
                ("t", "So Wednesday the ninth at three, ninety minutes, here."),
            ),
            "Next session: Wednesday the ninth at 3, 90 minutes, here.",
        ),
        (
            (
                ("t", "Thursday I have at seven in the evening. 7 p.m., that's the twelfth."),
                ("c", "Seven is fine. So Thursday the twelfth, seven p.m."),
            ),
            "Next session: Thursday the twelfth at 7 p.m.",
        ),
        (
            (
                ("t", "Friday the sixth, two?"),
                ("c", "I finish at three. Half three?"),
                ("t", "Half three. So that's Friday the sixth, 3.30, and I ring your mobile, no video."),
                ("c", "Grand."),
            ),
            "Next session: Friday the sixth at 3.30, by mobile.",
        ),
        (
            (
                ("t", "Can we do Monday at four instead of the Friday?"),
                ("c", "Monday's no good, I'm at my aunt's. I can keep the Friday."),
                ("t", "Keep the Friday so, same time."),
                ("c", "Perfect."),
            ),
            "Next session: Friday, same time.",
        ),
        (
            (("t", "The ninth, one till half two."), ("c", "I'll put it in my phone.")),
            "Next session: the ninth at one.",
        ),
        (
            (("t", "I'm away till the fifth, so let's say the eighth at eleven."), ("c", "Eleven works.")),
            "Next session: the eighth at 11.",
        ),
        (
            (
                ("t", "So Tuesday the eighteenth, five-thirty, in person."),
                ("c", "Lovely."),
            ),
            "Next session: Tuesday the eighteenth at five-thirty, in person.",
        ),
    ],
)
async def test_the_next_session_is_told_with_its_terms(turns: tuple[tuple[str, str], ...], told: str) -> None:
    assert told in await _plan(*turns)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("t", "I'll pencil you in for Monday at nine, and if that falls through I have Wednesday."),
                ("c", "Wednesday's better, probably. Don't move me yet."),
                ("t", "So it's a pencil."),
            ),
            "Next session not fixed: the therapist stated: \"I'll pencil you in for Monday at nine",
        ),
        (
            (
                ("c", "Can I leave it with you that I ring when I'm home from Spain?"),
                ("t", "You can. I'll not give you a day, then, and you'll ring."),
            ),
            "Next session not fixed: client asked: \"Can I leave it with you that I ring when I'm home",
        ),
        (
            (("t", "I don't want to give you a date and then move it. I'll text you."), ("c", "Grand.")),
            "Next session not fixed: the therapist stated: \"I don't want to give you a date",
        ),
    ],
)
async def test_a_session_that_is_not_fixed_is_told_so(turns: tuple[tuple[str, str], ...], told: str) -> None:
    plan = await _plan(*turns)
    assert told in plan
    assert "Next session:" not in plan


@pytest.mark.parametrize(
    "said",
    ["I'll ring you when I have my roster.", "Can I let you know once my exams are over?",
     "I'll leave it for now.", "I don't want to be putting a day on it.",
     "Could I text you as soon as I know?"],
)  # fmt: skip
def test_a_client_leaves_it_open_in_many_words(said: str) -> None:
    assert CLIENT_LEAVES.search(said)


@pytest.mark.parametrize(
    "said",
    ["I'll ring you if it gets bad.", "I'll call him when I'm home.", "Can I ring my mother?",
     "I'll text her when I get there."],
)  # fmt: skip
def test_other_calls_leave_no_session_open(said: str) -> None:
    assert not CLIENT_LEAVES.search(said)


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("We'll leave it open, so.", True),
        ("Just ring me when you're back.", True),
        ("Reception will send you a new date.", True),
        ("There's no date fixed yet.", True),
        ("Ring me if you want to use.", False),
        ("Let's leave that there for today.", False),
        ("I'll ring you on Sunday at two.", False),
    ],
)
def test_a_clinician_fixes_no_day(said: str, leaves: bool) -> None:
    assert (NO_DATE.search(said) is not None) is leaves


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("half five", "5.30 p.m.", True),
        ("quarter past eleven", "11:15", True),
        ("at eight in the evening", "8 p.m.", True),
        ("five-thirty", "half five", True),
        ("ten to four", "3.50", True),
        ("quarter to three", "quarter past three", False),
        ("two o'clock", "half two", False),
    ],
)
def test_hours_are_compared_as_on_a_clock(one: str, other: str, same: bool) -> None:
    assert (clock(one) == clock(other)) is same
