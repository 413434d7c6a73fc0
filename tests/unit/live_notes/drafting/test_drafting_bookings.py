"""The next session as both found a day for it over several turns, and none where they found none."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 6


async def _plan(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan")


@pytest.mark.parametrize(
    ("turns", "booked"),
    [
        (
            (
                ("t", "Shall we say the same time next week?"),
                ("c", "I can't, I'm working Monday. Could we do Thursday?"),
                ("t", "Thursday at quarter past four, I could do."),
                ("c", "That's perfect."),
            ),
            "Next session: next week, Thursday at quarter past 4.",
        ),
        (
            (
                ("t", "Does Tuesday the fourth suit you, at three?"),
                ("c", "Tuesday's my scan. Would the Wednesday be any good?"),
                ("t", "Wednesday the fifth, three o'clock again."),
                ("c", "Grand, see you then."),
            ),
            "Next session: Wednesday the fifth at 3 o'clock.",
        ),
        (
            (
                ("t", "So see you in two weeks. That'd be Friday the tenth, at nine."),
                ("c", "Yeah, okay."),
                ("t", "No, sorry, I'm on leave on the tenth. Monday the thirteenth?"),
                ("c", "Monday the thirteenth is fine. Nine?"),
                ("t", "Nine."),
            ),
            "Next session: Monday the thirteenth at 9.",
        ),
        (
            (
                ("t", "I've got Wednesday at eleven or Friday at two next week."),
                ("c", "I have college on Wednesday. Friday at two is good."),
                ("t", "Friday at two it is."),
            ),
            "Next session: next week, Friday at 2.",
        ),
        (
            (
                ("t", "When can you come in again? How about Saturday the ninth?"),
                ("c", "What time?"),
                ("t", "Half ten."),
                ("c", "Sure, no problem."),
            ),
            "Next session: Saturday the ninth at half ten.",
        ),
        (
            (
                ("t", "Would Tuesday afternoon work, on video, same time?"),
                ("c", "Make it Wednesday, wait, no, Tuesday's okay."),
                ("t", "Tuesday then."),
            ),
            "Next session: Tuesday",
        ),
    ],
)
async def test_a_day_found_over_several_turns_is_one_line(
    turns: tuple[tuple[str, str], ...], booked: str
) -> None:
    plan = await _plan(*turns)
    assert any(line.startswith(booked) for line in plan), plan
    assert sum("session" in line or "suggested" in line for line in plan) == 1, plan


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Shall we say Thursday at four again?"), ("c", "I can't do Thursdays. I'll ring you.")),
        (("t", "When will you ring your sister?"), ("c", "Friday."), ("t", "Friday at two.")),
        (("t", "Does she come on Tuesday at nine?"), ("c", "Yeah, Tuesday at nine.")),
        (("t", "How long did it last?"), ("c", "Two weeks."), ("t", "Two weeks is long.")),
        (("t", "Would Monday at ten suit?"), ("c", "Monday's no good, I'm away.")),
        (("t", "What happened on Sunday at three?"), ("c", "He came round at three on Sunday.")),
    ],
)
async def test_what_was_declined_or_is_of_something_else_is_no_session(
    turns: tuple[tuple[str, str], ...],
) -> None:
    assert not [line for line in await _plan(*turns) if line.startswith("Next session:")]


async def test_it_rests_on_the_words_of_both() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "Same time next week?"),
        ("c", "I'm at a wedding then. Could we do the week after, Monday at five?"),
        ("t", "Monday at five. I've put you in."),
    )
    (line,) = (s for part in note.sections for s in part.sentences if s.text.startswith("Next session:"))
    assert len(line.evidence) >= 2


async def test_a_call_in_between_is_no_session() -> None:
    plan = await _plan(
        ("t", "I'd like you back in on Tuesday. Could you do Tuesday, at ten?"),
        ("c", "Tuesday, aye. Ten's good."),
        ("t", "And I'll ring you on Saturday, about three o'clock, to see how you are."),
        ("c", "Okay."),
    )
    assert [text for text in plan if text.startswith("Next session")] == ["Next session: Tuesday at 10."]


async def test_a_client_may_wonder_aloud_before_they_take_the_other_day() -> None:
    plan = await _plan(
        ("t", "So I've got Mondays at three, or Fridays at quarter past nine."),
        (
            "c",
            "Monday at three. No, wait, my sister's got the car. Is there a tram? Friday, I can do Friday.",
        ),
        ("t", "Friday at quarter past nine, then."),
        ("c", "Lovely."),
    )
    told = [text for text in plan if text.startswith("Next session")]
    assert told == ["Next session: Friday at quarter past 9."]


async def test_a_control_character_in_a_transcript_is_no_day() -> None:
    turns = (("t", "Shall we say \x01 or Tuesday \x01 at three?"), ("c", "Tuesday's fine."))
    assert all("\x01" not in text for text in await _plan(*turns) if text.startswith("Next session"))


@pytest.mark.parametrize(
    ("turns", "booked"),
    [
        (
            (
                ("t", "So Tuesday, two o'clock?"),
                ("c", "Tuesday I've a lecture till half past two. Is three possible?"),
                ("t", "Three, sure."),
            ),
            "Next session: Tuesday at 3.",
        ),
        (
            (
                ("t", "Shall we say next Monday at ten?"),
                ("c", "Monday I'm at the dentist until eleven. Could we do twelve?"),
                ("t", "Twelve it is."),
            ),
            "Next session: next Monday at 12.",
        ),
        (
            (
                ("t", "When would you like to come back? In a month?"),
                ("c", "Could it be the twelfth?"),
                ("t", "The twelfth, so that's Tuesday. The same time? Three o'clock?"),
                ("c", "Half three, I'm in work till three."),
                ("t", "Mind the step on your way out."),
            ),
            'Next session: Tuesday the twelfth; client stated: "Half three, I\'m in work till three."',
        ),
    ],
)
async def test_another_hour_on_the_same_day_is_told_taken_or_as_it_was_asked_for(
    turns: tuple[tuple[str, str], ...], booked: str
) -> None:
    assert booked in await _plan(*turns)


async def test_a_day_that_is_only_asked_for_is_no_appointment() -> None:
    told = await _plan(
        ("t", "Does Tuesday at nine suit?"),
        ("c", "I'm away Tuesday. Would Friday at four be possible?"),
        ("t", "I'll have a look at the diary and let you know."),
    )
    assert not any("Next session: Friday" in one for one in told)


TWO_MEETINGS = [
    ("Group is {a}, same half five. And us, {b} {h}?", "{b} at {h}. So {b} you, {a} group."),
    ("The skills class is {a} as usual. You and me, {b} at {h}?", "{b} at {h}, yes. And {a} the class."),
    ("Group {a}. And individual, {b} at {h}?", "Yes. {b}, {h}. And group {a}."),
]


@pytest.mark.parametrize(("asked", "answer"), TWO_MEETINGS)
@pytest.mark.parametrize(
    ("one", "other", "hour"), [("Wednesday", "Monday", "five"), ("Tuesday", "Friday", "three")]
)
async def test_the_hour_of_one_meeting_is_not_told_with_the_day_of_another(
    asked: str, answer: str, one: str, other: str, hour: str
) -> None:
    named = {"a": one, "b": other, "h": hour}
    plan = await _plan(
        ("t", asked.format(**named)),
        ("c", answer.format(**named)),
        ("t", f"Well, this {one} first is group, then {other} is me."),
        ("c", f"Yeah, this {one} coming."),
        ("t", f"Good. See you {one}."),
    )
    assert not any(text.startswith(f"Next session: {one} at") for text in plan)


async def test_what_the_client_will_tell_of_leaves_no_day_open() -> None:
    plan = await _plan(
        ("t", "Next Friday's on. Same time, quarter to eight."),
        ("c", "Quarter to eight. Got it."),
        ("t", "I'll see you next Friday."),
        ("c", "I'll let you know about the job, I'll tell you Friday."),
    )
    assert not any("not fixed" in text for text in plan)
