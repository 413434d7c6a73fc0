"""Next steps of every form: homework for a time, appointments, what is arranged; and what is none of them."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.acts import clinician_kind, sets_homework
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.formats import Kind
from tests.support.dialogues import drafted_with, said, texts


def kind_of(words: str) -> Kind | None:
    [unit] = units_of(said(("t", words)).lines)
    return clinician_kind(unit)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "This week, keep the gratitude list every evening.",
            "This week, client to keep the gratitude list every evening.",
        ),
        (
            "Until our next session, limit the news to ten minutes.",
            "Until their next session, client to limit",
        ),
        ("Do one kind thing for yourself twice a day.", "Client to do one kind thing"),
        ("I'd also like you to finish the sleep log.", "Client to finish the sleep log."),
        ("The next step is calling the landlord.", "Next step: calling the landlord."),
        ("I would suggest we meet every other week.", "Plan to meet every other week."),
        ("I'd like us to involve your brother.", "Plan to involve her brother."),
        ("Let's get a blood count and a TSH.", "Plan to get a blood count and a TSH."),
        (
            "If the rash comes back, stop the lamotrigine.",
            "If the rash comes back, client to stop the lamotrigine.",
        ),
        ("See you Friday the sixth at 2 pm.", "Next session Friday the sixth at 2 pm."),
        ("I'll see you back in three weeks.", "Next session in 3 weeks."),
        ("Next appointment March 9 at 4.", "Next appointment March 9 at 4."),
        ("Our next visit is Tuesday at noon.", "Next visit Tuesday at noon."),
        ("Same time next Thursday.", "Next session: same time next Thursday."),
        ("We meet again in two weeks, on the 12th.", "Plan to meet again in 2 weeks, on the 12th."),
    ],
)
async def test_a_step_is_told_as_one(words: str, told: str) -> None:
    plan = " ".join(texts(await drafted_with(("t", words)), "Plan"))
    assert told.removeprefix("Until their next session, ").lower() in plan.lower()


@pytest.mark.parametrize(
    "words",
    [
        "For this week, two meetings, a call to your aunt, and no bar.",
        "Group is Tuesday at six and the skills class Thursday at four.",
        "On the card write three people you can reach.",
        "Processing may go on, so write down any dreams or images.",
    ],
)
async def test_a_step_that_is_no_sentence_is_quoted(words: str) -> None:
    [step] = texts(await drafted_with(("t", words)), "Plan")
    assert step.startswith("Therapist stated: ")


@pytest.mark.parametrize(
    "words",
    [
        "Usually it takes twenty to forty minutes.",
        "We talked on Monday about your aunt.",
        "You do that every day?",
        "Can you tell me more about it?",
        "People go back every week of their lives.",
    ],
)
def test_what_only_names_a_time_is_no_step(words: str) -> None:
    assert kind_of(words) is not Kind.PLAN


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I'd like you to breathe through the straw for one minute.", Kind.INTERVENTION),
        ("Can you try saying it out loud?", Kind.INTERVENTION),
        ("Today we'll work on the memory of the fire.", Kind.INTERVENTION),
        ("I'd like you to breathe like this every morning.", Kind.PLAN),
        ("I want you to hold off on driving for now.", Kind.PLAN),
        ("Can I call your psychiatrist this afternoon?", Kind.PLAN),
        ("Would you give the keys to your sister until Monday?", Kind.PLAN),
        ("So moving out is the goal we should write down.", Kind.FORMULATION),
    ],
)
def test_what_is_tried_in_the_session_is_no_step_and_what_is_asked_for_later_is(
    words: str, kind: Kind
) -> None:
    assert kind_of(words) is kind


async def test_a_step_is_not_cut_at_a_now_that_goes_on() -> None:
    plan = texts(
        await drafted_with(("t", "I'd like us to call your son now and have him take the rifles.")), "Plan"
    )
    assert plan == ["Plan to call her son now and have him take the rifles."]


async def test_a_step_that_points_back_names_what_it_points_at() -> None:
    note = await drafted_with(
        ("t", "What would make Sunday easier?"),
        ("c", "Having lunch with my cousin and leaving the phone at home."),
        ("t", "Let's make that the plan for Sunday."),
        ("c", "Okay."),
    )
    [step] = texts(note, "Plan")
    assert step.startswith('Client stated: "Having lunch with my cousin')
    assert step.endswith("Plan to make that the plan for Sunday; client agreed.")
    assert not any(sentence.flags for part in note.sections for sentence in part.sentences)


async def test_a_step_that_names_its_matter_points_at_nothing() -> None:
    note = await drafted_with(
        ("c", "I want to sleep through the night again."),
        ("t", "Let's keep that bedtime routine this week."),
    )
    assert 'stated: "I want' not in " ".join(texts(note, "Plan"))


async def test_an_offer_stands_with_its_answer_and_only_there() -> None:
    note = await drafted_with(
        ("t", "Can I call Dr. Ruiz today so that she can see you?"),
        ("c", "Fine, but I won't stay overnight."),
    )
    assert texts(note, "Plan") == [
        'Therapist suggested: "Can I call Dr. Ruiz today so that she can see you?" '
        'Client answered: "Fine, but I won\'t stay overnight."'
    ]
    assert "overnight" not in " ".join(texts(note, "Subjective"))


@pytest.mark.parametrize(
    ("words", "homework"),
    [
        ("For next week, read chapter two.", True),
        ("Write down three worries and bring them on Monday.", True),
        ("We'll meet on Thursday at five.", False),
        ("I'm going to order a thyroid panel.", False),
    ],
)
async def test_homework_that_was_set_is_not_said_to_be_undiscussed(words: str, homework: bool) -> None:
    [unit] = units_of(said(("t", words)).lines)
    assert sets_homework(unit) is homework
    assert ("coping and homework" not in (await drafted_with(("t", words))).not_discussed) is homework


async def test_in_a_group_a_step_is_everybodys_and_nobody_else_is_named() -> None:
    note = await drafted_with(
        ("t", "Dora, what helped you?"),
        ("d", "I told my aunt that I can't come every weekend."),
        ("c", "That helps me too, I never say no."),
        ("t", "For next week, everyone write down one limit."),
        ("d", "Okay."),
        note_format=NoteFormat.GROUP,
    )
    assert texts(note, "Plan") == ["For next week, all to write down one limit."]
