"""Homework set as a list over several turns, the plan in the client's own list, and what sets no step."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.cleaning import clean
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 6
END = (("t", "Mind how you go."), ("c", "Bye now."))

Turns = tuple[tuple[str, str], ...]


async def _plan(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*BEFORE, *turns, *END, note_format=NoteFormat.BIRP), "Plan")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("t", "So, homework. The gratitude list, every evening, and three things at least."),
                ("c", "I'll keep it by the bed."),
            ),
            'Therapist set: "The gratitude list, every evening, and three things at least." '
            'Client answered: "I\'ll keep it by the bed."',
        ),
        (
            (
                ("t", "Right, for this week. Ring the college by Thursday. And a swim, twice if you can."),
                ("c", "Could I cycle instead of the swim?"),
                ("t", "Even better."),
            ),
            'Client asked: "Could I cycle instead of the swim?" Therapist answered: "Even better."',
        ),
        (
            (
                ("t", "Homework. The tracking sheet, every day."),
                ("c", "Okay, I can fill it at lunch."),
                ("t", "And the market, with your cousin, let's say half an hour. Or the library?"),
                ("c", "The library, on Saturday."),
            ),
            '"The market, with your cousin, let\'s say half an hour. Or the library?" '
            'Client answered: "The library, on Saturday."',
        ),
        (
            (
                ("t", "Your tasks for this week. The worry list, every night, and the walk."),
                ("c", "Fine by me, I like the walk."),
                ("t", "Screens off by?"),
                ("c", "Ten?"),
                ("t", "Let's say half nine. And the stretches, twice a day."),
            ),
            'Therapist asked: "Screens off by?" Client asked: "Ten?" '
            'Therapist answered: "Let\'s say half nine. And the stretches, twice a day."',
        ),
    ],
)
async def test_homework_is_told_in_the_turns_it_was_set_in(turns: Turns, told: str) -> None:
    assert any(told in one for one in await _plan(*turns)), await _plan(*turns)


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "How did the homework go?"), ("c", "I only managed the walk on two days.")),
        (("t", "That's the homework my daughter has. Every night."), ("c", "Mine too, poor thing.")),
        (("t", "You said the homework was hard. The list, I mean."), ("c", "It was, I left half of it.")),
    ],
)
async def test_homework_that_is_spoken_of_is_not_set(turns: Turns) -> None:
    assert not any("set:" in one for one in await _plan(*turns))


@pytest.mark.parametrize(
    "asked",
    [
        "Can you tell me what you're taking away to do?",
        "So remind me what you're going to try?",
        "What's on your list then?",
        "Can you say the plan back to me?",
    ],
)
async def test_the_plan_in_the_clients_own_list_stands_whole(asked: str) -> None:
    said = "Ring the bank on Monday. Two walks with Priya. And the lamp off by eleven."
    assert any(said in one for one in await _plan(("t", asked), ("c", said)))


async def test_what_is_taken_away_as_learned_is_no_step() -> None:
    told = await _plan(
        ("t", "What's the one thing you're taking away?"), ("c", "That it passes. I'm going to keep that.")
    )
    assert not any("taking away" in one for one in told)


@pytest.mark.parametrize(
    "asked",
    ["What would be a step before that?", "What would a small piece of that look like?",
     "What's the first step between now and next time?"],
)  # fmt: skip
async def test_the_step_a_client_names_themselves_is_the_plan(asked: str) -> None:
    said = "Email the tutor on Tuesday, only to ask the room."
    assert any(said in one for one in await _plan(("t", asked), ("c", said)))


@pytest.mark.parametrize(
    "announced",
    ["I'm gonna be your boss. Ready?", "Let me play your sister. Okay?", "Say it as if I'm your landlord."],
)
async def test_what_is_said_in_a_role_sets_no_step(announced: str) -> None:
    told = await _plan(
        ("t", announced),
        ("c", "Okay, go."),
        ("t", "I need you to bring the keys back by Friday. Can you stay late tonight?"),
        ("c", "No. I leave at five."),
        ("t", "How did that feel? For next week, I'd like you to try it with her once."),
        ("c", "I'll try."),
    )
    assert not any("keys" in one or "late tonight" in one for one in told)
    assert any("try it with" in one for one in told), "out of the role it is a step"


@pytest.mark.parametrize(
    "words",
    [
        "We're gonna work on all three.",
        "We'll put it back on the list.",
        "Let's leave that one for next time.",
        "I want to come back to the allotment.",
        "Right now go back to the sentence, and tell me when you hear it.",
        "On Monday, say.",
    ],
)
async def test_what_names_nothing_or_is_for_now_is_no_step(words: str) -> None:
    led = (("t", "What could you do this week?"), ("c", "I could dig the beds on Monday, two of them."))
    assert not any(words[:-1] in one or one.startswith(("Plan to", "Therapist to")) for one in
                   await _plan(*led, ("t", words), ("c", "All right, so.")))  # fmt: skip


async def test_the_course_of_a_session_is_no_plan() -> None:
    agenda = ("t", "I'd like to review the diary, then go over the phone calls, and leave time to talk.")
    told = texts(await drafted_with(agenda, ("c", "Sure."), *BEFORE * 3, note_format=NoteFormat.BIRP), "Plan")
    assert told == []


@pytest.mark.parametrize(
    ("before", "step", "told"),
    [
        (
            "Are you still seeing Dr. Okafor?",
            "I'll send her a letter.",
            "Therapist to send Dr. Okafor a letter.",
        ),
        ("Did Dr Lindqvist change it?", "Call her today.", "Client to call Dr. Lindqvist today."),
    ],
)
async def test_a_doctor_who_was_named_is_named_in_the_step(before: str, step: str, told: str) -> None:
    assert told in await _plan(("t", before), ("c", "Yes, last month."), ("t", step))


async def test_nobody_is_named_where_there_were_two() -> None:
    told = await _plan(
        ("t", "Are you seeing Dr. Okafor or Dr. Lindqvist?"), ("c", "Both."), ("t", "I'll send her a letter.")
    )
    assert not any("letter" in one and "Dr." in one for one in told)


async def test_what_runs_on_is_quoted_and_not_reworded() -> None:
    asked = ("t", "In the meantime there's one thing I'd ask you to do, each evening, write one line.")
    told = await _plan(asked, ("c", "One line, okay."))
    assert any('"In the meantime' in one for one in told), told
    told = await _plan(("t", "I'll ring the clinic, and the dietician if she thinks so."), ("c", "Okay."))
    assert told == ["Therapist to ring the clinic, and the dietician if she thinks so; client agreed."]


async def test_a_treatment_that_is_offered_is_told_with_all_that_is_said_of_it() -> None:
    told = await _plan(
        (
            "t",
            "I'd recommend weekly therapy, about ten sessions. We'd start with the nights. Does that suit?",
        ),
        ("c", "It would. I thought it'd be a leaflet."),
    )
    assert any("weekly therapy, about ten sessions. We'd start with the nights." in one for one in told)
    assert not await _plan(("t", "I'd suggest the other chair. It's softer."), ("c", "Thanks, it is."))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I want to continue on the amlodipine 5 mg once a day.", "Plan to continue on the amlodipine"),
        ("I do want us to tell your sister about Friday.", "Plan to tell her sister"),
    ],
)
async def test_what_the_client_goes_on_with_is_no_task_of_the_clinicians(words: str, told: str) -> None:
    plan = await _plan(("t", words), ("c", "Okay."))
    assert not any(one.startswith("Therapist to") for one in plan)
    assert any(one.startswith(told) for one in plan), plan


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("She wasn't keen on it, was she Priya?", "She wasn't keen on it, was she?"),
        ("It's late, isn't it, Owen?", "It's late, isn't it?"),
        ("He's not from here, is he Polish?", "He's not from here, is he Polish?"),
        ("Was he Sam?", "Was he Sam?"),
    ],
)
def test_a_name_behind_a_tag_is_whom_it_is_said_to(said: str, kept: str) -> None:
    assert clean(said) == kept


@pytest.mark.parametrize(
    "answer",
    [
        "No, sir. Not that. I'll do the other one.",
        "Not yet, please. I'd do the shorter one.",
        "Nah, I not doing that.",
        "I'd rather not, with the baby.",
        "I can't, I've no evenings free.",
        "No way. Not in front of my uncle.",
        "I don't think I could, honestly.",
        "Not this week, we have the wake.",
    ],
)
async def test_what_is_turned_down_at_once_was_set_by_nobody(answer: str) -> None:
    plan = await _plan(
        ("t", "So, homework. The gratitude list, every evening, and three things at least."), ("c", answer)
    )
    assert not any("set:" in one and answer.rstrip(".") in one for one in plan)
