"""Role-plays and other exercises: told as one thing, and no line of them as what is so or is to be done."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.playing.play_words import DEBRIEFS, OPENS, play_shown
from tests.support.dialogues import drafted_with, texts

BEGINS = [
    "Shall we do a bit of role-play?",
    "I'll be your landlord and you ring me.",
    "I'm going to be her, and I'm late again.",
    "Say it to me as if I'm your brother.",
    "Pretend I'm your manager.",
    "Imagine I'm Colm.",
    "Try it out on me first.",
    "Have a go at what you'd say to him.",
    "Let's do a DEAR MAN for the housemate.",
    "I'd like you to picture your dad in the empty chair.",
    "Could we practise asking for the day off?",
]
BEGINS_NOTHING = [
    "I'll be honest with you.",
    "I'll be back in a minute.",
    "You talk to me like I'm your mother.",
    "I'll be the first to admit it.",
    "Sit in whichever chair you like.",
    "What would you say is the hardest part?",
    "Let's practise the breathing.",
    "Did the role-play last time help?",
]


@pytest.mark.parametrize("said", BEGINS)
def test_a_role_play_is_begun_in_many_words(said: str) -> None:
    assert OPENS.search(said)


@pytest.mark.parametrize("said", BEGINS_NOTHING)
def test_no_role_play_is_begun_by_words_that_only_look_like_it(said: str) -> None:
    assert not OPENS.search(said)


@pytest.mark.parametrize(
    "said",
    ["How was that?", "Okay. How did that feel?", "What was that like for you?", "And how'd that come out?"],
)
def test_it_ends_where_it_is_asked_how_it_was(said: str) -> None:
    assert DEBRIEFS.search(said)


_PLAY = (
    ("t", "I want to practise one. I'll be your landlord. You ready?"),
    ("c", "This is weird. Okay."),
    ("t", "Hello? I need you to pay the whole lot by Friday."),
    ("c", "I can't do that, sorry, forget it."),
    ("t", "Try it again. Slower."),
    ("c", "I can pay half on Friday. The other half comes on the tenth."),
    ("t", "Why should I wait for you every month?"),
    ("c", "Because I have always paid you in the end."),
    ("t", "That was clear. How did that feel?"),
    ("c", "Shaky. But I could say that to him."),
    ("t", "Next week we'll look at the budget sheet."),
    ("c", "Okay."),
)


async def test_a_role_play_is_one_sentence_with_the_last_try() -> None:
    note = await drafted_with(*_PLAY, note_format=NoteFormat.BIRP)
    told = " ".join(texts(note, "Response"))
    assert 'In the role-play, client said: "I can pay half on Friday.' in told
    assert "shaky" in told.lower()
    assert not [s.flags for part in note.sections for s in part.sentences if s.flags]


async def test_no_line_of_a_role_play_is_a_step_or_a_report() -> None:
    note = await drafted_with(*_PLAY, note_format=NoteFormat.BIRP)
    elsewhere = " ".join((*texts(note, "Plan"), *texts(note, "Behavior")))
    assert "whole lot" not in elsewhere
    assert "forget it" not in elsewhere
    assert "half" not in elsewhere


async def test_without_the_question_how_it_was_nothing_is_taken_for_a_play() -> None:
    note = await drafted_with(
        ("t", "I'll be your landlord for a second."),
        ("c", "I owe him for March and I cannot sleep for it."),
        ("t", "What would help with the sleep?"),
        ("c", "If I paid him half of it."),
        note_format=NoteFormat.BIRP,
    )
    assert "In the role-play" not in " ".join(texts(note, "Response"))
    assert "March" in " ".join(s.text for part in note.sections for s in part.sentences)


async def test_a_risk_said_in_a_role_play_is_not_lost_in_it() -> None:
    note = await drafted_with(
        ("t", "Try it on me, as if I'm your sister."),
        ("c", "I have been thinking of killing myself. Can you come over tonight?"),
        ("t", "How was that?"),
        ("c", "Scary, but I said it."),
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(s.text for part in note.sections for s in part.sentences)
    assert "killing" in told
    assert "In the rehearsal" not in told


async def test_a_story_told_to_be_faced_is_no_report() -> None:
    note = await drafted_with(
        ("t", "Now a bit of imaginal. Tell me the story, you leave the stove on."),
        (
            "c",
            "I left the stove on and went to work. The kitchen is burning and they are all out.",
        ),
        ("t", "What's the number?"),
        ("c", "Eighty."),
        ("t", "Say it again. And now?"),
        ("c", "Fifty."),
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(s.text for part in note.sections for s in part.sentences)
    assert "kitchen" not in told
    assert "Asked for the number, client gave 80, then 50." in told


async def test_what_is_heard_in_the_room_is_no_report() -> None:
    note = await drafted_with(
        ("t", "Bring your attention out. What can you hear outside the room?"),
        ("c", "A lorry is reversing and somebody drops a box."),
        ("t", "And what is happening to the worry?"),
        ("c", "It got smaller, it went back a bit."),
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(s.text for part in note.sections for s in part.sentences)
    assert "lorry" not in told
    assert "got smaller" in told


@pytest.mark.parametrize(
    ("text", "spoken", "shown"),
    [
        ('In the role-play, client said: "No."', "I'll be your boss.", "role play"),
        ('In the role-play, client said: "No."', "How was work?", ""),
    ],
)
def test_a_play_must_be_shown_by_the_clinicians_words(text: str, spoken: str, shown: str) -> None:
    assert play_shown(text, spoken) == shown


@pytest.mark.parametrize(
    ("said", "observed"),
    [
        ("You nearly laughed just then.", True),
        ("You went very quiet when I said his name.", True),
        ("You looked away when you said that.", True),
        ("You seem flat today.", True),
        ("You looked at the prices, and then?", False),
        ("You looked at how many there were.", False),
        ("You looked up the form.", False),
        ("You smiled at him and then he left.", False),
    ],
)
async def test_only_what_the_clinician_saw_was_observed(said: str, observed: bool) -> None:
    note = await drafted_with(
        ("t", "How was the week?"),
        ("c", "I rang the surgery about my back and nobody answered."),
        ("t", said),
        ("c", "Maybe. I did not sleep."),
        note_format=NoteFormat.SOAP,
    )
    assert bool([one for one in texts(note, "Objective") if "observed" in one]) is observed


async def test_a_rating_of_another_time_is_none_of_now() -> None:
    note = await drafted_with(
        ("t", "What's your number right now, zero to ten?"),
        ("c", "Four."),
        ("t", "Take me through Saturday. The number?"),
        ("c", "Nine."),
        ("t", "And the number now?"),
        ("c", "Three."),
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(s.text for part in note.sections for s in part.sentences)
    assert "gave 4, then 3" in told


async def test_a_request_put_together_by_its_letters_is_one_rehearsal() -> None:
    note = await drafted_with(
        ("t", "We could do a DEAR MAN for the kitchen."),
        ("c", "Like, for her to knock?"),
        ("t", "Yeah. So Describe?"),
        ("c", "Last night you read my diary."),
        ("t", "Nice, only facts. Express?"),
        ("c", "I feel ashamed and cross."),
        ("t", "That's allowed. Assert?"),
        ("c", "I want you to knock first, every evening."),
        ("t", "That's so good. When could you do that?"),
        ("c", "Sunday, at breakfast."),
        note_format=NoteFormat.BIRP,
    )
    told = texts(note)
    assert any(one.startswith("In the rehearsal, client said: ") for one in told)
    rest = " ".join(one for one in told if not one.startswith("In the rehearsal"))
    assert "ashamed" not in rest
    assert "knock first" not in rest
    assert not [one.flags for part in note.sections for one in part.sentences if one.flags]
