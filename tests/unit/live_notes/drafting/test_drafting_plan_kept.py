"""What stands among the steps of a note, and what only sounds like one."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.left_undone import put_off
from live_notes.drafting.embedded.hearing.line_trouble import of_the_line
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.planning.here_now_words import is_only_here
from live_notes.drafting.embedded.planning.unplanned import unplanned
from tests.support.dialogues import drafted_with, said, texts

_Turns = tuple[tuple[str, str], ...]
_BEFORE: _Turns = (
    ("t", "How was your week?"),
    ("c", "I was tired and I slept badly most of the nights."),
) * 8


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to stop the processing here rather than open that.",
        "Let's pause the exercise there for today.",
        "I think we should close this down for now.",
        "We'll leave the memory there for today.",
        "I want to finish the exposure here.",
        "So let's end the tapping at this point.",
        "It makes sense to stop the sets here.",
        "Shall we wrap up the chair work now?",
        "If you don't understand, put your hand up like this.",
        "And if I ask you something and you don't want to answer, you can say pass.",
        "If I'm going too fast, just stop me.",
        "If you didn't catch something, tell me.",
        "If I use a word that's strange, please ask.",
        "If I talk too quickly, wave at me.",
        "If anything isn't clear, say so.",
        "If I say something that hurts, let me know.",
        "Here's the bus money, and a day ticket to come back next time.",
        "And here's your parking voucher.",
        "Here are the tissues.",
        "So here's a receipt for the insurance.",
        "Phone coaching, you didn't ring me Thursday.",
        "The diary card, you left it blank on Saturday.",
        "You missed group on Monday.",
        "And you forgot the breathing on Friday.",
        "You never sent me the sheet last week.",
    ],
)
def test_what_is_done_at_once_or_gone_over_sets_nothing(words: str) -> None:
    assert is_only_here(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'd like you to stop the coffee after two this week.",
        "Let's stop the sertraline on Monday.",
        "We'll finish the ladder next week.",
        "If it's too much, use the container and call me.",
        "If you can't sleep, get up and sit in the other room.",
        "If the urge is over three, use the ice.",
        "If you wake at three, write it in the log.",
        "If he rings, put the phone down.",
        "Here's the homework, one line a day.",
        "Here's what I want you to do, walk to the gate every day.",
        "Here's the thought record, fill it in on Thursday.",
        "Here's the sheet to keep until next week.",
        "You didn't ring me, so ring before next time.",
        "You left the card blank, so fill it in each night.",
    ],
)
def test_what_is_to_be_done_later_is_no_matter_of_the_room(words: str) -> None:
    assert not is_only_here(words)


_PUT = "And we'd said you might ask Kofi for the Saturday night."


@pytest.mark.parametrize(
    ("put", "answer"),
    [
        (_PUT, "I didn't. And I'm not going to this week either, don't put that down for me."),
        (_PUT, "No. Please don't write that down."),
        (_PUT, "No abeg, don't put it down."),
        (_PUT, "I'm not going to, so don't put that."),
        ("Maybe you could ring your sister on Sunday.", "I'm not ringing her this week."),
        ("You could try the gym on Tuesday.", "Nah, I'm not gonna do that."),
        ("And you were going to tell your boss.", "I'm not telling him yet."),
        ("How about asking Auntie to mind the kids?", "No. I won't ask her."),
        ("You might go to the group on Friday.", "Well, I'm not going to. Leave that off the sheet."),
        ("Would you talk to your mother-in-law?", "No ji, don't note that."),
    ],
)
def test_a_refused_step_stands_nowhere(put: str, answer: str) -> None:
    units = units_of(said(("t", f"Good. {put}"), ("c", answer), ("t", "I won't put it down.")).lines)
    assert put in {units[at].exact for at in unplanned(units)}


@pytest.mark.parametrize(
    ("put", "answer", "after"),
    [
        (_PUT, "Okay, I'll ask him.", "Good."),
        (_PUT, "I'm not sure he'd come.", "Ask him anyway."),
        (_PUT, "I'm not going to lie, I'd be glad of it.", "Good."),
        (_PUT, "I'm not asking him, but I'll ask Ama.", "Ask Ama so."),
        (_PUT, "Don't write that down.", "I'll have to write it, I'm afraid."),
        ("Any thoughts of hurting yourself or anyone?", "Only Emeka. I'm joking. Don't write that.", "Okay."),
        ("How was the week?", "Bad. I drank a bottle. Don't put that down.", "Okay."),
        ("You could ring the Samaritans.", "I want to die sometimes. Don't write that down.", "I hear you."),
    ],
)
def test_what_is_no_refusal_stays(put: str, answer: str, after: str) -> None:
    assert not unplanned(units_of(said(("t", put), ("c", answer), ("t", after)).lines))


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "Hello? You went a bit quiet there."), ("c", "There was another call coming in.")),
        (("t", "You went very quiet."), ("c", "Sorry, the wifi dropped.")),
        (("t", "You've gone all muffled."), ("c", "It's my earphones.")),
        (("t", "You sound a bit faint, can you hear me?"), ("c", "Yes, yes.")),
        (("t", "Your picture's gone very still."), ("c", "My phone froze.")),
        (("c", "Sorry, my battery."), ("t", "You cut out there.")),
        (("t", "Your voice went robotic."), ("c", "Bad network, ma.")),
        (("t", "You looked frozen there."), ("c", "I can hear you now.")),
    ],
)
def test_trouble_with_the_line_is_nothing_seen_of_the_client(turns: _Turns) -> None:
    assert of_the_line(units_of(said(*turns).lines))


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "You went a bit quiet there."), ("c", "I was thinking of my brother.")),
        (("t", "You went very quiet when I said her name."), ("c", "I miss her.")),
        (("t", "You look very still."), ("c", "I'm holding my breath.")),
        (("t", "I see you're tearful."), ("c", "The signal, it's fine, it's just sad.")),
        (("t", "If it's too much, you've got my number and the out of hours line."), ("c", "Okay.")),
    ],
)
def test_what_is_seen_of_the_client_stays(turns: _Turns) -> None:
    assert not of_the_line(units_of(said(*turns).lines))


@pytest.mark.parametrize(
    ("asked", "answer", "after", "off"),
    [
        ("So do we do a DEAR MAN?", "Can we do it next week?", "Okay, we'll park it.", True),
        ("Shall we try the chair work?", "Not today.", "No problem.", True),
        ("Will we do the exposure now?", "Another day, please.", "Another day so.", True),
        ("Do you want to do the imagery?", "Could we leave it till later?", "Sure.", True),
        ("Shall we set a boundary with her?", "I'd rather wait.", "Fine.", True),
        ("Will we practise the breathing?", "Can we save that for next time?", "Let's save it.", True),
        ("Do we look at the ladder?", "Not this week.", "Okay, next week then.", True),
        ("Shall we rehearse it?", "Maybe we could do it some other time.", "Of course.", True),
        ("So do we do a DEAR MAN?", "Yes, go on.", "Okay, describe it.", False),
        ("Shall we try the chair work?", "Okay. I have class next week.", "Sit here.", False),
        ("Will we practise the breathing?", "Not today, but okay.", "Breathe in for four.", False),
    ],
)
def test_a_method_that_is_put_off_was_not_done(asked: str, answer: str, after: str, off: bool) -> None:
    units = units_of(said(("t", asked), ("c", answer), ("t", after)).lines)
    assert put_off(units, units[0]) is off


async def _plan_of(*turns: tuple[str, str]) -> str:
    note = await drafted_with(*_BEFORE, *turns, ("t", "Mind yourself."), note_format=NoteFormat.BIRP)
    return " / ".join(texts(note, "Plan"))


@pytest.mark.parametrize(
    "words",
    [
        "But I'll need to speak to my safeguarding colleague today anyhow, with no name.",
        "I have to tell the duty social worker about the bruise this afternoon.",
        "I'll have to report that to child protection today.",
        "I need to let your GP know about the tablets this evening.",
        "So I'm going to need to ring the public health nurse about your mother.",
        "I must inform the safeguarding lead here in the clinic.",
        "I'm afraid I'll need to make a call to child protection about the boy.",
        "I've got to talk to my supervisor about the hotel today.",
    ],
)
async def test_whom_a_clinician_must_speak_to_is_in_the_plan(words: str) -> None:
    told = await _plan_of(("c", "There is a man who knocks at the young girl's door."), ("t", words))
    assert words.split(" ", 3)[-1][:-1] in told


@pytest.mark.parametrize(
    "words",
    [
        "If I'm worried about a child I have to tell the social worker.",
        "Sometimes I need to talk to my supervisor about my work.",
        "I might need to speak to your GP.",
        "I need to tell you something about our team.",
        "I have to ring my own doctor, I've a cold.",
    ],
)
async def test_what_holds_in_general_is_no_plan(words: str) -> None:
    assert words[:-1] not in await _plan_of(("c", "My week was quiet and the shop was busy."), ("t", words))


@pytest.mark.parametrize(
    "words",
    [
        "And she says who are you, girl, I'll tell my daughter about you.",
        "He goes I'll call the police on you tomorrow.",
        "My boss was like I'll take you off the rota next week.",
        "She tells me I'll do it on Friday, and she never does.",
        "They asked for it and he shouts I'll stop the money on Monday.",
        "He's like I'll ring you tomorrow.",
    ],
)
async def test_what_somebody_else_said_they_will_do_is_no_step(words: str) -> None:
    assert words[:-1] not in await _plan_of(("t", "What happens then?"), ("c", words))


@pytest.mark.parametrize(
    "words",
    [
        "The doctor says I should walk so I'll walk on Monday and Friday.",
        "I'd say I'll ring my sister on Sunday.",
        "I'll ask my mother on Saturday.",
    ],
)
async def test_what_a_client_will_do_is_a_step(words: str) -> None:
    assert await _plan_of(("t", "What will you do this week?"), ("c", words))


async def test_what_is_done_at_once_is_no_plan_and_commitments_are() -> None:
    told = await _plan_of(
        ("t", "So think about the photo. Get it up to what?"),
        ("c", "Like fifty. I can do fifty."),
        ("t", "Okay, and go."),
        ("c", "That's freezing."),
        ("t", "So commitments. What are you taking from today?"),
        ("c", "Eat dinner before phone on work nights."),
        ("t", "What number on urge?"),
        ("c", "Three. If urge is a three or more, ice. And fill in the card on the day."),
    )
    assert "fifty" not in told
    assert "before phone" in told
    assert "ice" in told


async def test_a_letter_is_told_with_whom_it_is_for() -> None:
    told = await _plan_of(
        ("t", "I'd like to be able to let your doctor know how badly you sleep."),
        ("c", "You can tell her."),
        ("t", "I'll write a short letter and I'll show you first."),
        ("c", "Right."),
    )
    assert 'let your doctor know how badly you sleep."' in told


async def test_what_was_put_beside_a_refused_step_stays() -> None:
    told = await _plan_of(
        ("c", "I could walk out to the back kitchen and count."),
        ("t", "Good. Step out to the back kitchen. And we'd said you might ask Kofi for the Saturday night."),
        ("c", "I didn't. And I'm not going to this week either, don't put that down for me."),
        ("t", "I won't put it down."),
    )
    assert "Step out to the back kitchen" in told
    assert "Kofi" not in told
    assert "put it down" not in told
