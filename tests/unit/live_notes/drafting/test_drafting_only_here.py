"""What is done in the room, supposed, said as an idiom, or only begins a question: no step and no method."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.acts import client_kind
from live_notes.drafting.embedded.acting.mere_idioms import teaches_nothing
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.planning.here_now_words import is_only_here
from live_notes.drafting.embedded.planning.task_words import SET_DAILY
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import EvidenceLine, Speaking
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _note(*turns: tuple[str, str]) -> str:
    note = await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP)
    return " ".join(
        one for title in ("Behavior", "Intervention", "Response", "Plan") for one in texts(note, title)
    )


@pytest.mark.parametrize(
    "words",
    [
        "Suppose that tonight, while you sleep, a miracle happens.",
        "Imagine you woke up tomorrow and the letter was written.",
        "Let's say there's a magic wand, and by Monday the debt is gone.",
        "Pretend it's next Christmas and you're well.",
        "I'd like you to imagine that tomorrow everything is sorted.",
        "Just suppose your mother rang tonight.",
        "I'll bring the recorder along, if that's okay.",
        "I'm just going to move the camera.",
        "Let me put on the timer.",
        "And the strength?",
        "Is that speed all right?",
        "How's the volume now?",
        "I'll just check the words.",
        "Let me read back that sentence.",
        "I'm just going to get your number.",
        "We'll take the rating again.",
        "I'll jot down the score.",
        "Let's look at that picture again.",
        "I want to check the belief.",
        "I'll note down those numbers.",
        "Hang on, if you land on Tuesday the third, you're back by the tenth.",
        "Let me think, the course starts Monday, so that's your third week.",
        "Hold on, that's the week of the bank holiday you're talking about.",
    ],
)
def test_what_is_supposed_handled_or_counted_is_only_here(words: str) -> None:
    assert is_only_here(words)


@pytest.mark.parametrize(
    "words",
    [
        "Imagine your safe place for five minutes every night.",
        "I'd like you to imagine the beach before bed.",
        "I'll bring the recorder next time.",
        "I'll send you the recording tonight.",
        "Let me ring your doctor on Monday.",
        "I'll put the diary in the post.",
        "I'll check the words tomorrow.",
        "I'll check with the pharmacy.",
        "We'll look at the score next session.",
        "Say no to one thing each day.",
        "Hold the ice for a minute when it comes.",
        "Build up the strength exercises, twice a day.",
    ],
)
def test_a_task_is_not_only_here(words: str) -> None:
    assert not is_only_here(words)


@pytest.mark.parametrize(
    "order",
    [
        "No looking behind you.",
        "Don't swallow.",
        "Just hold the handle.",
        "No counting.",
        "Keep your hand on the bin.",
        "Try to stay with the picture.",
    ],
)
async def test_orders_between_two_numbers_are_no_plan(order: str) -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "What's your number?"),
        ("c", "Sixty."),
        ("t", order),
        ("c", "It's horrible, this."),
        ("t", "Number now?"),
        ("c", "Forty."),
        note_format=NoteFormat.BIRP,
    )
    assert order.rstrip(".").lower() not in " ".join(texts(note, "Plan")).lower()


async def test_what_is_set_for_home_between_two_numbers_stands() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "What's your number?"),
        ("c", "Sixty."),
        ("t", "I'd like you to practise this every day at home."),
        ("c", "Okay, I will."),
        ("t", "Number now?"),
        ("c", "Forty."),
        note_format=NoteFormat.BIRP,
    )
    assert "practise this every day at home" in " ".join(texts(note, "Plan"))


@pytest.mark.parametrize(
    "words",
    [
        "There's a part of you that wanted to stay and shout at him.",
        "Any part of you thinks she was right, I wonder.",
        "Some part of you knew all along, it sounds like.",
        "One part of you wants to leave that job, I suppose.",
        "There's a big part of you that is angry with her.",
        "Every part of you wants it over, by the sound of it.",
    ],
)
async def test_a_part_of_you_is_no_parts_work(words: str) -> None:
    told = await _note(("t", words), ("c", "I suppose so, I was very angry with him."))
    assert "explored a part" not in told
    assert "worked with part" not in told


async def test_parts_work_is_told_where_parts_are_spoken_to() -> None:
    told = await _note(
        ("t", "So there's a part of you that wants to hide from him."),
        ("c", "Yes, she's in my stomach."),
        ("t", "How do you feel toward that part?"),
        ("c", "I'm sorry for her."),
    )
    assert "explored a part" in told


@pytest.mark.parametrize(
    "words",
    [
        "You were on the other inhaler when we spoke last, I think.",
        "I'd always ask, when we go over hard things like this.",
        "I ask everybody that, it is common to be asked.",
        "You said the idea of this frightened you, and you had a bad night.",
        "I usually check that, the way of it is just routine.",
        "You had that before, it's called a flare by your doctor.",
    ],
)
def test_what_was_and_what_is_always_asked_teach_nothing(words: str) -> None:
    assert teaches_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "When we avoid something, the fear of it grows.",
        "Your brain learns that the shop is safe.",
        "The idea of this is to stay until it drops.",
        "What happens when we worry is that the body gets ready to run.",
    ],
)
def test_teaching_still_teaches(words: str) -> None:
    assert not teaches_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "Each night, the calm place for ten minutes.",
        "Every morning, a ten minute body scan.",
        "And every day, the worry list.",
        "The breathing, twice a day.",
        "Your diary, every evening.",
        "The recording once a day.",
    ],
)
def test_a_daily_practice_is_set_without_a_verb(words: str) -> None:
    assert SET_DAILY.match(words)


@pytest.mark.parametrize(
    "words",
    [
        "Every night, the same dream.",
        "Each morning, the dread before work.",
        "The breathing was fast every day.",
        "Every day the walk is longer.",
        "Your diary says you slept every night.",
    ],
)
def test_what_comes_every_day_is_not_set(words: str) -> None:
    assert not SET_DAILY.match(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm scared I'll ring the wrong Anna.",
        "I'm worried that I'll tell him too much.",
        "I bet I'll call it off again.",
        "Knowing me I'll text the wrong person.",
        "I'm terrified I'll ask something stupid.",
        "I doubt I'll do it.",
    ],
)
def test_what_is_feared_is_no_plan(words: str) -> None:
    (unit,) = units_of((EvidenceLine("1", "c", Speaking.CLIENT, 0.0, 1.0, words),))
    assert client_kind(unit, after_intervention=False) is not Kind.PLAN


@pytest.mark.parametrize(
    ("begins", "asks"),
    [
        ("With all this going on, the debts and the not eating.", "Do you ever think of ending it?"),
        ("Given the week you've had with work and the move.", "How is your sleep?"),
        ("On top of the exams next week and the job.", "Are you drinking more?"),
        ("After the call from the school on Monday.", "Did you get any rest?"),
    ],
)
async def test_what_only_begins_a_question_is_no_step(begins: str, asks: str) -> None:
    note = await drafted_with(
        *BEFORE, ("t", f"{begins} {asks}"), ("c", "No. Not at all."), note_format=NoteFormat.BIRP
    )
    assert begins not in " ".join(texts(note, "Plan"))
