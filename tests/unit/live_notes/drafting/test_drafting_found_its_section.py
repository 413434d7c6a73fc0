"""What is asked with leave, told in fragments, recalled or bounded stands whole, in the section it is of."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.asking.leave_asked import asks_leave
from tests.support.dialogues import drafted_with, texts

INTAKE = NoteFormat.INTAKE


async def _section(title: str, *turns: tuple[str, str], note_format: NoteFormat = INTAKE) -> str:
    after = (("t", "And your sleep, how is it?"), ("c", "I sleep two hours and then I sit in the kitchen."))
    return " ".join(texts(await drafted_with(*turns, *after, note_format=note_format), title))


@pytest.mark.parametrize(
    "asked",
    [
        "What about family, Selam? Is it okay to ask?",
        "How about your family? Would it be all right to ask?",
        "Tell me about your family, if that's okay.",
        "And what about the family? Do you mind me asking?",
        "What about your family? If you don't mind.",
        "Tell me a bit about your people.",
        "What about family? Can I ask about that?",
        "How about family, Amaka?",
    ],
)
async def test_family_told_without_verbs_stands_whole_in_its_section(asked: str) -> None:
    answer = "My mother and two brother in Kassala. Father, no. And I have aunty in Leeds."
    told = await _section("Family history", ("t", asked), ("c", answer))
    assert "in Kassala" in told
    assert "aunty in Leeds" in told
    assert "okay to ask" not in told


@pytest.mark.parametrize(
    ("words", "leave"),
    [
        ("Is it okay to ask?", True),
        ("Is that alright to ask about?", False),
        ("Do you mind me asking?", True),
        ("Would it be okay if I ask?", True),
        ("Can I ask about that?", True),
        ("If you don't mind me asking?", True),
        ("Are you okay telling me?", True),
        ("Is it okay at home?", False),
        ("Can I ask your wife?", False),
        ("Do you mind him asking for money?", False),
        ("Are you okay to drive?", False),
        ("Would you mind the noise?", False),
    ],
)
def test_leave_to_ask(words: str, *, leave: bool) -> None:
    assert asks_leave(words) is leave


@pytest.mark.parametrize(
    "said",
    [
        "They hit. I don't hear good this one.",
        "In the prison they beat us with the cable.",
        "The guards beat people every night there.",
        "I was tortured, two months.",
        "The smugglers took my cousin and the money.",
        "The soldiers burned everyone out of that street.",
        "We were kidnapped on the road to Jos.",
        "I came from the war in Tigray on foot.",
    ],
)
async def test_what_was_done_to_somebody_is_trauma_though_nobody_asked(said: str) -> None:
    told = await _section(
        "Trauma", ("t", "And any illness in the body?"), ("c", f"Here, the back. {said} The rest is good.")
    )
    assert said.rstrip(".").split(". ", maxsplit=1)[0] in told


@pytest.mark.parametrize(
    "said",
    [
        "They hit the ball over the wall and my mother shouted.",
        "The soldiers march past our flat on Sundays.",
        "They tied the boat up and we had tea.",
        "The men in the shop are kind to me.",
        "They hit a deer on the way to church.",
        "The police station is beside the school.",
        "They beat Chelsea on Saturday and I was glad.",
        "I kick the leaves when I walk.",
    ],
)
async def test_plain_doings_are_no_trauma(said: str) -> None:
    assert said not in await _section("Trauma", ("t", "And any illness in the body?"), ("c", said))


@pytest.mark.parametrize(
    "led",
    [
        "Some people in your place feel it would be better to be dead.",
        "After a thing like that many wish they were dead.",
        "Some people don't want to go on living, with so much.",
        "Others tell me they'd rather be dead than go back.",
        "Some feel that life isn't worth it.",
        "Many say they think of not waking up.",
        "Some people say they would want to be dead.",
        "People can feel they're better off dead.",
    ],
)
async def test_thoughts_of_death_do_not_stand_with_the_question_before(led: str) -> None:
    turns = (
        ("t", "And alcohol, do you drink?"),
        ("c", "No. A small beer at Christmas, no more."),
        ("t", f"Okay. {led} Do you have thoughts like that?"),
        ("c", "Yes."),
        ("t", "How often?"),
        ("c", "When the lawyer phones and the brown letter comes I think it."),
    )
    note = await drafted_with(*turns, note_format=INTAKE)
    used = " ".join(texts(note, "Substance use"))
    assert "thoughts" not in used
    assert "brown letter" not in used
    assert "brown letter" not in " ".join(texts(note, "Legal"))


@pytest.mark.parametrize(
    "bound",
    [
        "I'd need to do a full assessment to say it for definite.",
        "I can't call it that yet, mind.",
        "That's not a formal diagnosis.",
        "It's too early to say for sure.",
        "I'd want to rule out the thyroid first.",
        "I could be wrong about that.",
        "That's only a working idea.",
        "We'd need more sessions to be certain.",
    ],
)
async def test_a_diagnosis_is_told_with_how_far_it_is_sure(bound: str) -> None:
    told = texts(
        await drafted_with(
            ("t", "So how long has that been going on?"),
            ("c", "Since the flood, the dreams come three nights a week and I shake."),
            ("t", f"It looks to me like what we'd call post-traumatic stress. {bound}"),
            ("c", "So I'm not mad."),
            note_format=INTAKE,
        )
    )
    for one in told:
        if "post-traumatic stress" in one:
            assert bound.rstrip(".") in one


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            "When I asked you what you'd want from this, you said you'd like to sing in the choir again?",
            "Yes.",
        ),
        (
            "You said you'd like to be able to sit in the big room without your back to the wall?",
            "That's it.",
        ),
        (
            "You told me at the start you wanted to get back to the market stall, is that right?",
            "Still, yes.",
        ),
        ("You said on our first day that you'd love to get back to the boats?", "I did, aye."),
        (
            "When I asked what you were hoping for you told me a night of five hours in your own bed?",
            "Exactly.",
        ),
        ("You said you wanted to be able to ring your son without a drink first?", "Correct."),
        ("You wrote that you'd want to be able to drive past the school?", "Yep."),
        ("You said when we met that you wanted to get to a place where the phone can ring?", "Yes, doctor."),
    ],
)
async def test_a_goal_that_is_recalled_and_affirmed_is_a_goal(asked: str, answer: str) -> None:
    told = await _section(
        "Goal",
        ("t", asked),
        ("c", f"{answer} I want to stand there like myself."),
        note_format=NoteFormat.GIRP,
    )
    assert asked.rstrip("?") in told
    assert answer.rstrip(".") in told


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("You said you'd like to be able to walk in there?", "No, that was Ruth who said it."),
        ("You said you'd like tea?", "Yes, please."),
        ("You told me you'd like to ring on Friday?", "Yes, about four."),
        ("You said he wanted to be able to drive?", "Yes, he did."),
        ("You said you wanted the window open?", "Yes."),
        ("You said you'd like to be able to come home early?", "Did I?"),
    ],
)
async def test_what_is_not_affirmed_or_no_goal_is_none(asked: str, answer: str) -> None:
    told = await _section("Goal", ("t", asked), ("c", answer), note_format=NoteFormat.GIRP)
    assert asked.rstrip("?") not in told
