"""The end of a session in ordinary words: when both meet again, and what is to be done until then."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts

_BEFORE = (
    ("t", "And at home?"),
    ("c", "At home it is quiet and the kids are good."),
    ("t", "What do you make of that?"),
    ("c", "I think they notice more than I say."),
    ("t", "They might."),
    ("c", "My eldest asked me why I was cross."),
    ("t", "What did you tell her?"),
    ("c", "I told her I was tired from work."),
    ("t", "Right."),
    ("c", "It was true enough as well."),
)
_AFTER = (("c", "Okay. Thank you."), ("t", "Take care."))


async def plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*_BEFORE, *turns, *_AFTER), "Plan"))


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            (("t", "I'm away next week, so it'll be the week after, same slot."), ("c", "Fine.")),
            "the week after",
        ),
        (
            (("t", "I'll pop you in for two o'clock on the third, online."), ("c", "Great.")),
            "the third at 2 o'clock",
        ),
        (
            (("t", "We said every second week, so that's the tenth at four."), ("c", "Okay.")),
            "the tenth at 4",
        ),
        ((("t", "Next one's the eleventh. Nine o'clock."), ("c", "Grand.")), "the eleventh at 9 o'clock"),
        (
            (
                ("t", "Can you do evenings?"),
                ("c", "Only Mondays."),
                ("t", "Monday at six, so."),
                ("c", "Lovely."),
            ),
            "Monday at 6",
        ),
        (
            (
                ("t", "So I'll see you the twelfth?"),
                ("c", "Is that a Friday?"),
                ("t", "It is."),
                ("c", "Then yes."),
            ),
            "the twelfth",
        ),
        (
            (("t", "Let's skip a week and meet on the sixth of March."), ("c", "Okay.")),
            "the sixth of March",
        ),
    ],
)
async def test_the_next_session_is_found(turns: tuple[tuple[str, str], ...], expected: str) -> None:
    told = await plan(*turns)
    assert "Next session" in told
    assert expected in told


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((("t", "For the week, the mood chart, twice a day, at meals."), ("c", "Yes.")), "the mood chart"),
        ((("t", "Same again this week with the bus, two stops, no music."), ("c", "No music.")), "the bus"),
        (
            (("t", "Can I set you a task? Phone a friend, once."), ("c", "Maybe Ify.")),
            "Phone a friend, once.",
        ),
        ((("t", "What'll you do between now and then?"), ("c", "Sort the shed with Tom.")), "Sort the shed"),
        ((("t", "Keep the beer to weekends, and jot it down."), ("c", "I will.")), "the beer to weekends"),
        ((("t", "I'll get Doctor Osei to look at the dose."), ("c", "Okay.")), "Osei to look at the dose"),
        (
            (("t", "Reception will ring you with a date."), ("c", "Okay.")),
            "Reception will ring you with a date",
        ),
        ((("t", "Would you think about joining the choir?"), ("c", "I might.")), "joining the choir"),
        (
            (
                ("t", "I want you to call the night line if it gets to that, you have the number?"),
                ("c", "I do."),
            ),
            "Client to call the night line if it gets to that",
        ),
        (
            (("t", "I'd like you to tell your wife tonight, is that okay?"), ("c", "I will.")),
            "tell her wife tonight",
        ),
        ((("t", "This was our last session."), ("c", "I know.")), "This was our last session"),
    ],
)
async def test_what_is_to_be_done_is_found(turns: tuple[tuple[str, str], ...], expected: str) -> None:
    assert expected in await plan(*turns)


async def test_a_question_for_the_day_puts_no_day() -> None:
    told = await plan(("t", "So the fourth at one."), ("c", "What's that, a Sunday?"), ("t", "A Thursday."))
    assert "Sunday" not in told


@pytest.mark.parametrize(
    ("turns", "expected", "never"),
    [
        (
            (("t", "So Monday the eighth, 9:15, here."), ("c", "Okay."), ("t", "It'll be session four.")),
            "Monday the eighth at 9:15",
            "at 4",
        ),
        (
            (
                ("t", "Tuesday I have at two, that'll be the ninth."),
                ("c", "Two is good. So Tuesday the ninth at two. And then we go back to Fridays?"),
            ),
            "the ninth",
            "Fridays",
        ),
    ],
)
async def test_a_count_and_a_rule_are_no_appointment(
    turns: tuple[tuple[str, str], ...], expected: str, never: str
) -> None:
    told = await plan(*turns)
    assert expected in told
    assert never not in told


@pytest.mark.parametrize(
    "spoken",
    [
        "I thought sod it, I'll do it with my brother.",
        "I listen to the tape where I say that maybe I will push her.",
    ],
)
async def test_a_will_that_was_thought_or_feared_is_no_plan(spoken: str) -> None:
    assert not await plan(("t", "Mm."), ("c", spoken), ("t", "I see."))
