"""Small talk, the talk about the talk and parting stand in no note; what matters always does."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.selecting.apart import apart
from tests.support.dialogues import FILLING, drafted_with, said, texts

_MIDDLE = (
    ("t", "How has the week been?"),
    ("c", "I argued with my sister on Sunday."),
    ("t", "What did you do?"),
    ("c", "I rang her back and we made it up."),
    ("t", "How did that feel?"),
    ("c", "It felt better than leaving it."),
) * 3


def left_out(*turns: tuple[str, str]) -> list[str]:
    units = units_of(said(*turns).lines)
    places = apart(units)
    return [unit.exact for unit in units if unit.index in places]


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Is it still pouring out there?"), ("c", "It never stops.")),
        (("t", "Did you find a space?"), ("c", "Round the back, yeah.")),
        (("t", "Would you like a glass of water?"), ("c", "No, I had one in the car.")),
        (("t", "Is that chair all right? Is the volume okay?"), ("c", "It's grand.")),
        (("t", "I've got a new kitten."), ("c", "Mine climbs the curtains.")),
        (("t", "What you say stays between us unless you're at risk. Is that clear?"), ("c", "It is.")),
    ],
)
def test_what_is_said_on_arriving_is_left_out(turns: tuple[tuple[str, str], ...]) -> None:
    assert turns[-1][1] in left_out(*turns, *_MIDDLE)


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Is it still pouring out there?"), ("c", "I was too anxious to look.")),
        (("t", "Did you find a space?"), ("c", "I had a panic attack in the car park.")),
        (("t", "Would you like a glass of water?"), ("c", "I've not had a drink since May.")),
        (("t", "How was the bus?"), ("c", "I stood by the doors and I stayed on.")),
        (("t", "It stays between us unless you're at risk."), ("c", "I want to die sometimes.")),
        (("t", "I've got your blood results."), ("c", "Are they bad?")),
    ],
)
def test_what_matters_is_kept_wherever_it_is_said(turns: tuple[tuple[str, str], ...]) -> None:
    assert turns[-1][1] not in left_out(*turns, *_MIDDLE)


@pytest.mark.parametrize(
    "words",
    ["I'll wear a coat, then.", "Give that cat a kiss from me.", "I'd better beat the traffic.",
     "Mind the step on your way."],
)  # fmt: skip
def test_what_is_said_in_parting_is_left_out(words: str) -> None:
    booked = (("t", "Tuesday the fourth at ten, then."), ("c", f"Lovely. {words}"))
    assert words in left_out(*_MIDDLE, *booked)


@pytest.mark.parametrize(
    "words",
    ["I'll call the clinic on Monday.", "I'm at forty, by the way.", "I feel lighter than when I came.",
     "I'll be on my own, Mum's away.", "I stopped the citalopram."],
)  # fmt: skip
def test_what_is_added_at_the_door_is_kept(words: str) -> None:
    booked = (("t", "Tuesday the fourth at ten, then."), ("c", f"Lovely. {words}"))
    assert words not in left_out(*_MIDDLE, *booked)


@pytest.mark.parametrize(
    "words",
    ["Before we start, let's set an agenda.", "Let me just add these up.", "I see you've brought the form.",
     "Just notice that.", "Go with the shoulder.", "Say it again.", "Take your time.",
     "I think that's a lovely idea.", "Good, just the facts.", "Now your forehead."],
)  # fmt: skip
def test_what_only_leads_the_talk_is_left_out(words: str) -> None:
    assert words in left_out(*_MIDDLE, ("t", words), ("c", "Okay."))


@pytest.mark.parametrize(
    "words",
    ["I think that's depression, and it can be treated.", "Let me check if the lithium level is back.",
     "I see you've lost weight.", "Practise the breathing every night.", "Stay with your sister tonight.",
     "I won't raise the lithium unless it drops again.",
     "I'd have to let your surgeon know about the lithium.",
     "For next week, write down one limit.",
     "I think it's anxiety about the exam."],
)  # fmt: skip
def test_what_a_clinician_finds_or_sets_is_kept(words: str) -> None:
    assert words not in left_out(*_MIDDLE, ("t", words), ("c", "Okay."))


def test_no_more_to_add_is_no_report() -> None:
    asked = ("t", "What do you want to put on the agenda? Anything else?")
    assert left_out(*_MIDDLE, asked, ("c", "No, that's everything.")) == ["No, that's everything."]


async def test_what_is_thought_in_an_exercise_is_told_as_a_thought() -> None:
    turns = (
        ("t", "So you saw her cross the road. Thought?"),
        ("c", "She's avoiding me. Nobody at work likes me. I'm a fraud."),
        ("t", "And the feeling?"),
        ("c", "Ashamed, and angry with my manager."),
    )
    told = texts(await drafted_with(*FILLING, *turns))
    assert not any("reported" in text and "fraud" in text for text in told)


async def test_what_is_rehearsed_is_no_report() -> None:
    turns = (
        ("t", "What would you want to say to your brother? Let's do DEAR MAN. Describe first."),
        ("c", "You borrowed the car on Friday and you brought it back empty."),
        ("t", "Good. Express."),
        ("c", "I felt used, and I was late for my shift."),
        ("t", "Assert."),
        ("c", "Next time fill the tank before you bring it home."),
    )
    told = texts(await drafted_with(*FILLING, *turns))
    assert [text for text in told if "felt used" in text] == [
        'In the rehearsal, client said: "I felt used, and I was late for my shift." and "Next time fill the'
        ' tank before you bring it home."'
    ]


async def test_a_disclosure_without_the_name_of_a_risk_stands_in_the_note() -> None:
    passive = (
        ("t", "Some people in your place would just as soon go too. Has that been on your mind?"),
        ("c", "I'll be straight with you. I've told God I'm ready when he is. More than once."),
    )
    assert any("ready when he is" in text for text in texts(await drafted_with(*FILLING, *passive)))
    wound = (
        ("t", "There's a five for urges on Sunday. Did it need any stitches?"),
        ("c", "It was only my arm. It's a few scratches."),
    )
    assert any("a few scratches" in text for text in texts(await drafted_with(*FILLING, *wound)))


RELIVED = (
    ("t", "So eyes closed, present tense, as if it's happening now. What do you see?"),
    ("c", "I'm on the stairs and the smoke is coming under the door."),
    ("t", "What's your number?"),
    ("c", "Eighty."),
    ("t", "You're doing well. What happens next?"),
    ("c", "I can't find my brother and I can't breathe."),
)


async def test_what_is_relived_is_not_told_as_what_is_so_now() -> None:
    note = await drafted_with(
        *RELIVED,
        ("t", "Open your eyes, take your time. How are you feeling?"),
        ("c", "I feel tired but lighter than last week."),
        note_format=NoteFormat.SOAP,
    )
    told = " ".join(texts(note))
    assert "smoke" not in told
    assert "breathe" not in told
    assert "lighter than last week" in told


async def test_where_nobody_comes_back_nothing_is_taken_for_reliving() -> None:
    note = await drafted_with(*RELIVED, note_format=NoteFormat.SOAP)
    assert "brother" in " ".join(texts(note))


@pytest.mark.parametrize(
    ("told", "apart_of_it"),
    [
        ("My son dropped me off.", True),
        ("He's waiting downstairs.", True),
        ("My wife gave me a lift, I felt sick all the way.", False),
        ("My son hit me on the way here.", False),
        ("I got as far as the lift and I stayed in it.", False),
        ("Es geht mir nicht gut und die Nacht war schlimm.", False),
    ],
)
def test_who_brought_the_client_is_left_out(told: str, apart_of_it: bool) -> None:
    assert (told in left_out(("t", "Come in, sit where you like."), ("c", told), *_MIDDLE)) is apart_of_it
