"""What only asks is told as asked and is no plan; what puts something to be done is told as suggested."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.planning.what_is_put import puts_a_step
from tests.support.dialogues import drafted_with, said, texts

BEFORE = (("t", "How was work?"), ("c", "It was busy and I came home late on most of the days.")) * 7
LONG = (("t", "How was work?"), ("c", "It was busy and I came home late on most of the days.")) * 60


def _puts(asked: str, answer: str | None) -> bool:
    turns = [("t", asked)] if answer is None else [("t", asked), ("c", answer)]
    units = units_of(said(*turns).lines)
    put = next(unit for unit in units if unit.exact == asked)
    return puts_a_step(put, units[-1] if answer is not None else None)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How many nights last week?", "Four. I'd a cold on the Thursday."),
        ("Did you have to go to the chemist with it?", "I did, and it was shut."),
        ("And after that conversation?", "Let me say seven. Seven and a half."),
        ("The second thought, the one about the exam?", None),
        ("Was it the same bus, or another one?", "The same bus, na."),
        ("Has your auntie been taking the tablets?", "She take them, yes."),
        ("Which of the two was worse?", "The Tuesday, by a mile."),
        ("How would you know that it was slipping?", "I'd stop answering the phone."),
        ("Were you on your own in the house?", "I was, the lads were at football."),
        ("When was the last time?", "Sometime in March, I reckon."),
    ],
)
def test_a_question_that_puts_nothing_is_only_asked(asked: str, answer: str | None) -> None:
    assert not _puts(asked, answer)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Could you leave them with your sister?", "I could, she's only next door."),
        ("The stretches every morning?", "I could do the stretches after my bath."),
        ("Would you be willing to give it to me now?", "Okay. Take it."),
        ("Ring the pharmacy on Monday?", "Grand, so."),
        ("How about ten minutes by the gate?", "Ten, fine."),
        ("Is it okay if I speak to your GP?", "Go ahead, Doctor."),
        ("Why don't we leave the mall till next week?", "Please."),
        ("The bus, this week or we leave it?", "Leave it."),
        ("Would you let me tell Dr Okafor about the bridge?", "You can tell her."),
        ("What if you texted her first?", "I suppose so."),
    ],
)
def test_a_question_that_puts_a_step_is_a_suggestion(asked: str, answer: str) -> None:
    assert _puts(asked, answer)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("And how many days last week?", "Three. I went home on the Monday with my stomach."),
        ("Did you need to clean it after, is it all right?", "I rinsed it. It's fine, I'm not showing you."),
        ("And after this list?", "Let me say six. Six if my brother picks up."),
    ],
)
async def test_no_plan_is_made_of_what_was_only_asked(asked: str, answer: str) -> None:
    turns = (("t", "Let's plan the week. What will you do?"), ("c", "I'll walk the dog on Friday."))
    parting = (("t", "Okay. So the diary, every day."), ("c", "Every day."), ("t", "Take care."))
    note = await drafted_with(
        *BEFORE, *turns, ("t", asked), ("c", answer), *parting, note_format=NoteFormat.BIRP
    )
    assert not [one for one in texts(note, "Plan") if "suggested" in one and asked[4:20] in one]


@pytest.mark.parametrize(
    "line",
    [
        "If anybody walks in you just say 'okay, send me the file' and we'll pause.",
        "If she wakes you just do whatever you need to do, feed her, change her.",
        "If the line drops, call the office and we start again.",
        "If you need a break, just say stop.",
        "When the bell goes, ignore it.",
        "If the baby cries, go and get her, please.",
        "Take your time, and tell me if the light is too much.",
        "If it gets too warm in here, open the window.",
    ],
)
async def test_how_a_session_is_opened_is_no_plan(line: str) -> None:
    note = await drafted_with(("t", line), ("c", "Okay. Thank you."), *LONG, note_format=NoteFormat.BIRP)
    assert not [one for one in texts(note, "Plan") if line[3:14].lower() in one.lower()]


@pytest.mark.parametrize(
    ("idea", "asked"),
    [
        ("I could swap with Nisha. I'd have to ask.", "Would you ask?"),
        ("My cousin has a spare room. I'd have to ring.", "Would you ring?"),
        ("I could give the keys to Tendai. I'd have to say why.", "Could you say?"),
    ],
)
async def test_a_bare_question_stands_with_the_idea_it_takes_up(idea: str, asked: str) -> None:
    turns = (("t", "What would it take?"), ("c", idea), ("t", asked), ("c", "I'll ask her tomorrow."))
    plan = texts(await drafted_with(*BEFORE, *turns, ("t", "Good."), note_format=NoteFormat.BIRP), "Plan")
    assert all(idea.split(".", maxsplit=1)[0] in one for one in plan if f'"{asked}"' in one)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("I'd see him Sunday. I'll bring it up Sunday.", "I could ring him tonight. I could do that."),
        ("I'll call her on Friday. I'll do it Friday.", "I can call her tomorrow. I'll do it tomorrow."),
        ("I'll tell the wife next week. I'll tell her next week.", "Okay. I'll tell her today, today."),
    ],
)
async def test_the_time_that_was_settled_last_counts(first: str, then: str) -> None:
    turns = (("t", "And when?"), ("c", first), ("t", "Any way it could be before that?"), ("c", then))
    plan = texts(await drafted_with(*BEFORE, *turns, ("t", "Good."), note_format=NoteFormat.BIRP), "Plan")
    assert not [one for one in plan if first.split(". ")[1].rstrip(".") in one]


@pytest.mark.parametrize(
    "line",
    [
        "Friday blank. Saturday one.",
        "Monday two, Tuesday three. And on Sunday there's a tick.",
        "Before we get to Saturday, I'm going to ask you what I always ask.",
        "He does, he's, yeah, biology tomorrow.",
        "How many days in those two years.",
        "Sunday nothing. Thursday two and a half.",
        "What I'd asked about on Friday, the ten minutes in the yard.",
    ],
)
async def test_what_sets_nothing_is_no_step(line: str) -> None:
    turns = (
        ("t", "What will you do this week?"),
        ("c", "I'll walk the dog on Friday."),
        ("t", "And the card?"),
        ("c", "I filled it in on Monday and Tuesday, so there."),
        ("t", line),
        ("c", "Right."),
        ("t", "Take care."),
        *BEFORE,
    )
    plan = texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan")
    assert not [one for one in plan if line[:14] in one]


async def test_somebody_spoken_of_is_not_taken_for_the_client() -> None:
    turns = (
        ("c", "One day, may we talk about my uncle? I think he is inside this thing."),
        ("t", "Let's put him top of the list next time."),
        ("c", "Okay. Thank you."),
    )
    plan = texts(await drafted_with(*BEFORE, ("t", "Good."), *turns, note_format=NoteFormat.BIRP), "Plan")
    assert not [one for one in plan if "Plan to put him" in one]


@pytest.mark.parametrize(
    "words",
    [
        "Martin, I'm going to stop you a second, because I don't want to go past that.",
        "I'm going to pause you there.",
        "Sorry, can I interrupt?",
        "I'll just slow you down there.",
        "Let me stop you for a moment.",
        "I have to cut in.",
        "I'm going to bring you back to that.",
        "I want to catch you there, before it goes.",
        "I'm gonna hold you there a minute.",
    ],
)
def test_breaking_in_on_the_talk_puts_nothing(words: str) -> None:
    assert not _puts(words, "No, it's only the farm.")


@pytest.mark.parametrize(
    "words",
    [
        "I'm going to bring you in on Thursday.",
        "I'd like you to stop the tablets.",
        "I'll ring you on Friday.",
        "I'm going to take you off the list next week.",
        "You could pause before you answer her.",
    ],
)
def test_what_is_to_be_done_is_still_put(words: str) -> None:
    assert _puts(words, "No, not yet.")
