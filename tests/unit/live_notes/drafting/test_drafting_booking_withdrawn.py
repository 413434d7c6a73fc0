"""A next session that was agreed on and is taken back at once, or only held, is told as not fixed."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _next(*turns: tuple[str, str]) -> list[str]:
    plan = texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan")
    return [one for one in plan if one.startswith("Next session")]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            (
                ("t", "So Monday the fourth, at three?"),
                ("c", "Three's good."),
                ("t", "Three o'clock, Monday the fourth."),
                ("c", "Oh wait. Fourth I'm in Belfast. Can I text you?"),
                ("t", "Text me a few days that suit."),
            ),
            ("I'm in Belfast", "Can I text you?", "Text me a few days"),
        ),
        (
            (
                ("t", "Shall we say Friday the ninth at ten?"),
                ("c", "Friday the ninth, yeah."),
                ("t", "Lovely. Ten on the Friday, then."),
                ("c", "Actually. Friday I'm on nights. I'll ring you when I have my rota."),
                ("t", "Ring the office, that's no bother."),
            ),
            ("Friday I'm on nights", "I'll ring you"),
        ),
        (
            (
                ("t", "Could you do Tuesday at six?"),
                ("c", "I don't know my shifts yet."),
                ("t", "Then I'm holding Tuesday at six and Thursday at four until you text me."),
                ("c", "Thanks."),
            ),
            ("I'm holding Tuesday at six and Thursday at four until you text",),
        ),
        (
            (
                ("t", "How about Monday at five?"),
                ("c", "Maybe, it depends on my mam."),
                ("t", "I'll keep Monday at five for you till she rings. And group is Wednesday as ever."),
                ("c", "Okay."),
            ),
            ("I'll keep Monday at five", "group is Wednesday"),
        ),
    ],
)
async def test_a_day_that_is_taken_back_or_only_held_is_not_fixed(
    turns: tuple[tuple[str, str], ...], said: tuple[str, ...]
) -> None:
    told = await _next(*turns)
    assert len(told) == 1
    assert told[0].startswith("Next session not fixed:"), told
    assert all(words in told[0] for words in said)


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("t", "So Monday the fourth, at three?"),
            ("c", "Three's good. On Friday I'm in Belfast, at my aunt's."),
            ("t", "Enjoy that. Monday the fourth at three, so."),
            ("c", "Bye now."),
        ),
        (
            ("t", "Monday the fourth, at three?"),
            ("c", "Monday I'm in college till two. Three's grand."),
            ("t", "Monday the fourth at three."),
        ),
        (
            ("t", "Monday the fourth, at three?"),
            ("c", "Yes. Can I email you the form?"),
            ("t", "Email me whenever you like."),
        ),
        (
            ("t", "Monday the fourth, at three?"),
            ("c", "Perfect. Wait. I'll keep the diary till you say stop."),
            ("t", "Do."),
        ),
    ],
)
async def test_a_day_that_stands_is_told_as_fixed(turns: tuple[tuple[str, str], ...]) -> None:
    told = await _next(*turns)
    assert told
    assert all("not fixed" not in one and "fourth" in one for one in told), told


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("t", "I'm away next Monday."),
            ("c", "Could you ring me in between?"),
            ("t", "I could ring on the Thursday of next week. And then here, Monday fortnight, at four."),
            ("c", "At four."),
        ),
        (
            ("t", "I could do a call, the Wednesday of next week."),
            ("c", "The Wednesday of next week is fine."),
            ("t", "And then here, Saturday week at two as usual."),
            ("c", "At two."),
        ),
    ],
)
async def test_the_week_of_a_call_in_between_is_not_that_of_the_session(
    turns: tuple[tuple[str, str], ...],
) -> None:
    told = await _next(*turns)
    assert told
    assert not any("next week" in one for one in told), told
