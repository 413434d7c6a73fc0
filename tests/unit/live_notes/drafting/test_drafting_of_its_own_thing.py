"""Techniques, fields and ratings are of their own time and thing: not of last week, nor of what is left."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.deeds import shown_by
from live_notes.drafting.embedded.emdr.emdr_fields import field_of
from live_notes.drafting.embedded.measures.same_rating import is_counting, turns_to_another
from tests.support.dialogues import drafted_with, texts

OPPOSITE = "worked on acting opposite to the urge"
CONTAINER = "guided container imagery"


def _shows(name: str, said: str) -> bool:
    return any(deed.name == name for deed in shown_by(said, question=said.endswith("?")))


@pytest.mark.parametrize(
    "said",
    [
        "That's where opposite action comes in.",
        "What would it look like to do the opposite?",
        "Shame says hide, so try doing the opposite of the urge.",
        "Can you act opposite for ten minutes?",
        "You'd be going opposite to the fear, walking up to the gate.",
        "So the skill is to act the opposite, head up, slow voice.",
        "What does the anger tell you to do?",
        "Let's do the opposite of what the shame wants, na.",
    ],
)
def test_acting_opposite_is_of_an_urge(said: str) -> None:
    assert _shows(OPPOSITE, said)


@pytest.mark.parametrize(
    "said",
    [
        "An image like that is the opposite of what you want.",
        "So it's the opposite of your sister's house.",
        "She says one thing and then the opposite of it.",
        "They do the opposite of what you asked, every time.",
        "He lives on the opposite side of the road.",
        "And that's opposite to the court, is it?",
        "It had the opposite effect, so.",
        "Did the tablets do the opposite of what the doctor said?",
    ],
)
def test_the_word_opposite_alone_is_no_skill(said: str) -> None:
    assert not _shows(OPPOSITE, said)


@pytest.mark.parametrize(
    "said",
    [
        "Let's put all of that into the container.",
        "So take the smell and the noise, and lock them in the vault.",
        "Bring up the container for me now.",
        "Is it all in the container?",
        "Picture a chest with a heavy lid you can close.",
        "Put whatever's left into it and shut the lid.",
        "Close the lid of your container, and tell me when it's shut.",
        "What's your container made of?",
    ],
)
def test_a_container_is_guided_here(said: str) -> None:
    assert _shows(CONTAINER, said)


@pytest.mark.parametrize(
    "said",
    [
        "You were going to use the container and the log.",
        "Did you get to use the container at all?",
        "How was the container for you?",
        "Have you been using your container at night?",
        "Last week we made a container, a biscuit tin.",
        "Use the container every night before bed.",
        "If it gets too much, the container.",
        "We'll do the container after the break, no?",
        "You used the container at the market, you said.",
    ],
)
def test_a_container_of_another_time_is_not_guided(said: str) -> None:
    assert not _shows(CONTAINER, said)


@pytest.mark.parametrize(
    ("asked", "of_target"),
    [
        ("What's the worst part of it?", True),
        ("What is the worst part of the memory?", True),
        ("Which part of that is the hardest?", True),
        ("What picture represents the worst part of it now?", True),
        ("What's the worst part of what's left?", False),
        ("And of what remains, what's the worst bit?", False),
        ("What is the worst part these days?", False),
        ("What was the hardest part of the week?", False),
        ("What's the hardest part of your day?", False),
        ("What picture is the worst of those left?", False),
        ("What's the worst part about being on nights?", False),
    ],
)
def test_the_worst_part_is_of_the_whole_target(asked: str, *, of_target: bool) -> None:
    assert bool(field_of(asked)) is of_target


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Four. Maybe three. Four.", "four. maybe three. four."),
        ("Two. Or a three. Two.", "two. or a three. two."),
        ("Six. Perhaps five. Six.", "six. perhaps five. six."),
        ("No. Maybe. No.", "no. maybe. no."),
        ("The bell. Maybe the gate. The bell.", "the bell. maybe the gate. the bell."),
        ("Gone. Well, actually not. Gone.", "gone. well, actually not. gone."),
        ("Yes. Actually no. Yes.", "yes. actually no. yes."),
        ("Her hand. Or his. Her hand.", "her hand. or his. her hand."),
    ],
)
async def test_what_was_said_twice_is_quoted_once(answer: str, told: str) -> None:
    turns = (
        ("t", "And how disturbing is it when you look at the bridge, zero to ten, and what stands out?"),
        ("c", answer),
        ("t", "Okay. Let me make a note of that, so."),
        ("c", "I went home after and I slept for ten hours in my clothes."),
    )
    note = " ".join(texts(await drafted_with(*turns))).lower()
    first = told.split(maxsplit=1)[0]
    assert note.count(f"{told[:-1]} {first}") == 0
    assert f"{told} {told.split(' ', 1)[1]}" not in note


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("Five. Maybe four. Five.", "5"),
        ("Last week I said nine. It's an eight. Eight.", "8"),
        ("It was a seven. It's six now.", "6"),
        ("Three. No, four. Four.", "4"),
        ("Last time it was eight. Six.", "6"),
        ("Four? Five. I'd say five.", "5"),
        ("I told you six before. It's a four.", "4"),
        ("Seven? Six. Put six.", "6"),
    ],
)
async def test_the_number_that_counts_is_told_with_what_was_said(answer: str, value: str) -> None:
    told = texts(
        await drafted_with(
            ("t", "Bring up the ferry. How disturbing is it, zero to ten?"),
            ("c", answer),
            ("t", "Go with that. How disturbing is it now?"),
            ("c", "Two."),
            ("t", "Right."),
        )
    )
    (line,) = [one for one in told if " rated " in one]
    assert f'{value} ("{answer}")' in line


async def test_a_preferred_belief_rated_once_more_at_the_end_is_told_with_its_first_rating() -> None:
    told = texts(
        await drafted_with(
            ("t", "Bring up the well. What picture is the worst part of it?"),
            ("c", "The rope going slack."),
            ("t", "What would you rather believe about yourself?"),
            ("c", "That I was only small."),
            ("t", '"I was only small." How true does that feel, one to seven?'),
            ("c", "Three."),
            ("t", "And how disturbing is it, zero to ten?"),
            ("c", "Eight."),
            ("t", "Go with that."),
            ("c", "The rope is far away now and I hear my aunty."),
            ("t", "We stop here. \"I was only small,\" where's that now, one to seven? I'm only checking."),
            ("c", "Four? Five. I'd say five. It moved."),
            ("t", "Okay."),
            note_format=NoteFormat.EMDR,
        )
    )
    (line,) = [one for one in told if "how true" in one]
    assert "at 3" in line
    assert "then 5" in line
    assert not [one for one in told if "they would say 5" in one]


@pytest.mark.parametrize(
    "turn",
    [
        "Okay. Next one.",
        "Next.",
        "Let's take another one from the pile.",
        "Right, what about this one?",
        "Shall we do the next box?",
        "Pick another thing from the bag.",
        "Okay, and the other one?",
        "Good, second item.",
    ],
)
async def test_a_course_ends_where_the_next_thing_is_taken_up(turn: str) -> None:
    told = texts(
        await drafted_with(
            ("t", "So the jam jars. What's the number?"),
            ("c", "Fifty. My hands are sweating."),
            ("t", turn),
            ("c", "The old bills from the shop."),
            ("t", "What's the number?"),
            ("c", "Ten. I never look at them."),
            ("t", "Okay."),
        )
    )
    assert not [one for one in told if "50, then 10" in one]


@pytest.mark.parametrize(
    "said",
    [
        "And the number now?",
        "Keep going.",
        "Next week we'll do more.",
        "Stay with it.",
        "Another minute of that.",
        "What about now?",
        "Try another breath with me.",
        "The other day you said sixty.",
    ],
)
def test_going_on_turns_to_no_other_thing(said: str) -> None:
    assert not turns_to_another((said,))


@pytest.mark.parametrize(
    "recap",
    [
        "Sixty down to twenty-five, and you did nothing but wait.",
        "Sixty to, so sixty down to twenty-five, no?",
        "So you went from sixty down to twenty-five.",
        "From sixty all the way down to twenty-five.",
        "Wow, sixty down to twenty-five.",
    ],
)
async def test_a_fall_is_told_with_what_was_asked_after(recap: str) -> None:
    told = texts(
        await drafted_with(
            ("t", "So how are the jam jars now?"),
            ("c", "The jars? I forgot about them. Twenty-five."),
            ("t", recap),
            ("c", "Huh."),
        )
    )
    noted = [one for one in told if "down to twenty-five" in one]
    assert all("jam jars" in one for one in noted)
    assert noted or recap.startswith("Sixty to")


def test_numbers_that_go_and_come_back_are_no_counting() -> None:
    assert not is_counting("five, maybe four, five")
    assert not is_counting("two, or a three, two")
    assert is_counting("one, two, three")
    assert is_counting("six, five, four")
