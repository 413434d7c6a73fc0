"""The plan as both left it: what was put first and fell, what is done in the room, what was turned down."""

from __future__ import annotations

import re

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.planning.here_words import leads_here
from live_notes.drafting.embedded.planning.no_step_words import announces_plans, sets_nothing
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was work?"), ("c", "It was busy and I came home late on most of the days.")) * 7
_QUOTED = re.compile(r'"[^"]*"')


async def _plan(*turns: tuple[str, str]) -> list[str]:
    parting = (("t", "Good."), ("c", "Okay. Thanks a million."), ("t", "Take care."))
    return texts(await drafted_with(*BEFORE, *turns, *parting, note_format=NoteFormat.BIRP), "Plan")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("t", "Let's plan the week. The swim, do we keep it?"),
                ("c", "Keep it, but not on weekdays, I'd miss it. Saturdays."),
                ("t", "Saturdays, half an hour."),
            ),
            'I\'d miss it. Saturdays." Therapist answered: "Saturdays, half an hour."',
        ),
        (
            (
                ("t", "What's the smallest thing you could do?"),
                ("c", "Post the card to my niece."),
                ("t", "Lovely."),
            ),
            '"Post the card to my niece."',
        ),
        (
            (("t", "Can we agree on bed by midnight?"), ("c", "Half twelve."), ("t", "Half twelve. Done.")),
            'Client answered: "Half twelve." Therapist answered: "Half twelve."',
        ),
        (
            (
                ("t", "Let's sort out the homework. What do you want to do about the smoking?"),
                ("c", "I'll leave the packet in the shed. I'm promising nothing else."),
            ),
            "\"I'll leave the packet in the shed. I'm promising nothing else.",
        ),
        (
            (
                ("t", "Let's talk about between now and then. Two, the landlord. When will you ring him?"),
                ("c", "Tomorrow, before my shift."),
            ),
            '"Two, the landlord. When will you ring him?", client answered: "Tomorrow, before my shift.',
        ),
        (
            (
                ("t", "How about three pages a night?"),
                ("c", "One."),
                ("t", "One, and not on Sundays."),
                ("c", "Not on Sundays. Right."),
            ),
            '"One, and not on Sundays."',
        ),
    ],
)
async def test_a_plan_is_told_as_both_left_it(turns: tuple[tuple[str, str], ...], told: str) -> None:
    assert told in " ".join(await _plan(*turns))


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Would you try a sleep app?"), ("c", "Ah no, I've had my fill of apps."), ("t", "Okay.")),
        (("t", "I'd like you to drop the naps."), ("c", "I can't, I'd fall down."), ("t", "Okay.")),
        (("t", "Will you tell your sister this week?"), ("c", "No way."), ("t", "Okay.")),
        (("t", "Could you ring the union?"), ("c", "Not yet. I'd rather wait."), ("t", "Okay.")),
    ],
)
async def test_what_is_turned_down_is_not_told_as_agreed(turns: tuple[tuple[str, str], ...]) -> None:
    told = " ".join(_QUOTED.sub("", one) for one in await _plan(*turns))
    assert "Client to" not in told
    assert "asked client to" not in told
    assert "agreed" not in told


@pytest.mark.parametrize(
    "words",
    [
        "Come back from the ceiling.",
        "And bring your attention back to the candle.",
        "Put whatever is left in the trunk for now.",
        "I'd like you to put what's left in your vault.",
        "Let's try another one.",
        "Let's have one more go.",
        "We could do the tapping for three minutes.",
        "Let's sit with it for a moment.",
        "Could we ask the critic if he'd step back a bit?",
        "See if the young one would give you some space.",
        "Don't open it yet.",
        "If you need to stop, just raise your hand.",
    ],
)
def test_what_is_led_in_the_room_is_for_now(words: str) -> None:
    assert leads_here(words)


@pytest.mark.parametrize(
    "words",
    [
        "Come back to the clinic on Friday.",
        "Come back to see me in two weeks.",
        "Put the tablets in the safe tonight.",
        "Let's try another tablet.",
        "Let's do the breathing for five minutes every night.",
        "I'd like you to ask your sister to step in at weekends.",
        "Don't send it yet.",
        "If you need to talk, ring the night line.",
    ],
)
def test_what_is_for_later_is_not_for_now(words: str) -> None:
    assert not leads_here(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'll try not to lecture you.",
        "I'm going to come back to that word.",
        "I'm gonna be blunt with you.",
        "Let me get your mam in.",
        "I'm just conscious of the time.",
        "If we get cut off I'll call you back.",
        "You managed four of the seven, and you slept on Sunday.",
        "We've come from a nine to a four.",
        "Twelve minutes.",
        "That's fine, we'll keep that for in here.",
        "You fly out on Saturday.",
        "Don't be silly, we'll change it.",
        "Let's park that and go back to the row.",
        "The rough night was the night you skipped it.",
    ],
)
def test_talk_of_the_talk_and_of_what_was_sets_nothing(words: str) -> None:
    assert sets_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'll try to get you in on Monday.",
        "I'm going to write to your doctor.",
        "I'll come back to you on that tomorrow.",
        "You did well, so keep the diary going.",
        "Ten minutes every morning.",
        "We'll leave it for now and look again in two weeks.",
        "I'll get your results to the surgery.",
    ],
)
def test_what_sets_something_is_kept(words: str) -> None:
    assert not sets_nothing(words)


@pytest.mark.parametrize(
    ("words", "announces"),
    [
        ("So let's do the week.", True),
        ("Okay, sit down and let us plan.", True),
        ("Can we talk about between now and next time?", True),
        ("Let's get the diaries out.", True),
        ("So let us fix next time.", True),
        ("Let's do the garden on Monday.", False),
        ("We need to talk about your brother.", False),
        ("Let's look at the row.", False),
    ],
)
def test_a_plan_is_announced(words: str, announces: bool) -> None:
    assert announces_plans(words) is announces


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Were you able to do the tapping?", "Most nights bar Friday."),
        ("You were to have the talk with your uncle.", "We had it. It was grand."),
        ("How many times did you practise?", "Twice, on the bus."),
        ("Did you go to the open day?", "I got as far as the gate."),
    ],
)
async def test_what_became_of_a_task_is_told_with_the_question(asked: str, said: str) -> None:
    turns = (("t", asked), ("c", said), *BEFORE)
    told = " ".join(texts(await drafted_with(*turns, note_format=NoteFormat.BIRP)))
    assert said.lower()[:8] in told.lower()
    assert "Client to" not in told


async def test_a_list_behind_what_you_will_do_keeps_its_own_words() -> None:
    told = " ".join(
        await _plan(
            ("t", "So what you're going to do is CoinStop tonight, ring the bank Monday, and tell Ann."),
            ("c", "Yes."),
        )
    )
    assert "to CoinStop" not in told


async def test_a_call_of_the_clinicians_sets_no_step_for_the_client() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "Shall we ring the school from here?"),
        ("c", "Okay, you talk."),
        ("t", "Hello, Mr. Bale, this is Dana, I'm calling from the clinic. You'll call her father today."),
        ("c", "Yes, that's right."),
        ("t", "Great, thanks so much."),
        ("t", "How was that?"),
        ("c", "I feel lighter."),
        *BEFORE,
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(texts(note))
    assert "On the telephone, the therapist said:" in told
    assert "Client to call" not in told
    assert not [one.flags for part in note.sections for one in part.sentences if one.flags]
