"""Steps settled in talk, on a condition, for a third or to be left, and a safety plan, are the plan."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

AGREES = ("c", "Okay, I can do that.")


async def _plan(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*turns, note_format=NoteFormat.BIRP), "Plan")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("So what's this week going to be?", "I could do the trash can at home."),
        ("What do you think you'll do?", "No drinking from Monday through Thursday."),
        ("When would you start?", "This Monday, after the kids are in bed."),
        ("How many mornings do you want to try it?", "Four, not Wednesdays."),
        ("So which one's doable, out of the chair and the cards?", "I could finish the chair."),
        ("What's one small step you could take?", "I could sign up for the onboarding lunch."),
        ("What would Mike's part be?", "He could take the baby for ten minutes."),
    ],
)
async def test_what_the_client_will_do_is_the_plan_as_they_answer(asked: str, answered: str) -> None:
    told = [step for step in await _plan(("t", asked), ("c", answered)) if answered in step]
    assert told
    assert "client answered" in told[0]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("What might get in the way?", "I'll start the email tonight and rewrite it forty times."),
        ("Suppose a miracle happened, what would you do first?", "I'd make pancakes with the kids."),
        ("How much did you drink on Friday?", "Four beers and some wine."),
        ("What do you think you'll do?", "I don't know."),
    ],
)
async def test_what_hinders_or_would_be_is_no_plan(asked: str, answered: str) -> None:
    assert not await _plan(("t", asked), ("c", answered))


async def test_what_is_settled_over_several_turns_is_told_whole() -> None:
    plan = " ".join(
        await _plan(
            ("t", "What could you commit to this week?"),
            ("c", "I could walk after dinner."),
            ("t", "How many nights?"),
            ("c", "Three, I guess."),
            ("t", "Three nights, and no phone with you. What time?"),
            ("c", "Seven thirty."),
        )
    )
    assert all(word in plan for word in ("walk after dinner", "Three", "no phone with you", "Seven thirty"))


async def test_what_the_client_declines_is_told_with_their_answer() -> None:
    plan = await _plan(
        ("t", "What could you try this week?"),
        ("c", "I could touch the trash can once a day."),
        ("t", "And you don't pick up the baby with gloves."),
        ("c", "Not yet. That's a ninety."),
    )
    assert any("gloves" in step and "Not yet" in step for step in plan)
    assert not any(step.endswith("gloves.") for step in plan)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "If an urge goes over a six, you text me before you do anything.",
            "If an urge goes over a 6, client to",
        ),
        ("If he hits her again, don't wait for the appointment, call me.", "call me"),
        ("If you get shaky or see things, you go to the ER.", "go to the ER"),
        ("So you email Priya by Monday.", "Client to email Priya by Monday"),
        ("And don't drive through the intersection yet.", "Client not to drive through the intersection yet"),
        ("I wouldn't take your roommate's pills.", "I wouldn't take your roommate's pills."),
        ("I'd hold off on the melatonin till you've seen your doctor.", "hold off on the melatonin"),
        ("Your sister's going to keep the pills at her place.", "keep the pills at her place"),
        ("If Ellen sees you in that chair, she knows to call me.", "she knows to call me"),
        ("I'd like to give Dr. Patel a call about the withdrawal.", "give Dr. Patel a call"),
        ("I'll fax the form to the school.", "fax the form to the school"),
        ("I'll mention it to Dr. Osei, but don't stop it on your own.", "but don't stop it on your own"),
        ("I'd like Joanie to ring you on Wednesday.", "Joanie to ring you on Wednesday"),
        (
            "Maybe this week, when you feel the urge, see if you can call him.",
            "when she feels the urge, client to",
        ),
        ("Friday at ten, and then Tuesday.", "Next sessions: Friday at 10, and then Tuesday"),
    ],
)
async def test_steps_on_a_condition_for_a_third_or_to_be_left_are_planned(said: str, told: str) -> None:
    assert told.lower() in " ".join(await _plan(("t", said), AGREES)).lower()


async def test_a_condition_is_never_left_out() -> None:
    plan = " ".join(await _plan(("t", "If you space out again, name five things you see."), AGREES))
    assert "if you space out again" in plan.lower() or "if she space" in plan.lower()


@pytest.mark.parametrize(
    "said",
    [
        "Now I want you to think of something annoying from this week.",
        "Put whatever's left over from this week in there, and turn the wheel.",
        "You're going to hold your breath and put your face in for thirty seconds.",
    ],
)
async def test_what_is_done_in_the_room_is_no_plan(said: str) -> None:
    assert not await _plan(("t", said), ("c", "Okay."))


async def test_a_groan_before_the_agreement_is_no_refusal() -> None:
    plan = await _plan(
        ("t", "Same time next week, and we'll go out to the lobby."), ("c", "Oh no. Okay. Monday.")
    )
    assert plan
    assert "agreed" in plan[0]


SAFETY = (
    ("c", "Sunday I thought about killing myself with the pills."),
    ("t", "How do you know it's starting? What's the first sign?"),
    ("c", "When I sit in her chair and turn the TV off."),
    ("t", "What have you done on your own that took your mind off it?"),
    ("c", "I took the dog around the reservoir."),
    ("t", "Who could you tell that you're having these thoughts?"),
    ("c", "My sister. She'd come over."),
    ("t", "And after hours it's 988, you can call or text."),
    ("c", "Okay."),
    ("t", "What would you think about getting the pills out of the house?"),
    ("c", "I could drop them at the pharmacy."),
)


async def test_a_safety_plan_stands_step_by_step() -> None:
    note = await drafted_with(*SAFETY, note_format=NoteFormat.BIRP)
    plan = texts(note, "Plan")
    for name, answer in (
        ("warning signs", "turn the TV off"),
        ("coping alone", "took the dog"),
        ("people to ask for help", "My sister"),
        ("crisis services", "988"),
        ("access to means", "at the pharmacy"),
    ):
        assert [step for step in plan if step.startswith(f"Safety plan, {name}: ") and answer in step], plan
    assert any("made a safety plan with the client" in done for done in texts(note, "Intervention"))
    assert not [s for part in note.sections for s in part.sentences if "unsupported" in s.flags]


async def test_without_risk_or_with_few_steps_there_is_no_safety_plan() -> None:
    for turns in (SAFETY[1:], SAFETY[:3]):
        plan = texts(await drafted_with(*turns, note_format=NoteFormat.BIRP), "Plan")
        assert not [step for step in plan if step.startswith("Safety plan")]
