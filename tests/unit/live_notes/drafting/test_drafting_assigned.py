"""What a client is to do until the next session is found in whatever verb it is asked for."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts

AGREES = ("c", "Okay, I can do that.")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "For this week, please ride the bus for two stops twice and write down what happened after.",
            "For this week, client to ride the bus for 2 stops twice and write down what happened after",
        ),
        ("Over the next week, see if you can invite one friend for coffee.", "client to invite one friend"),
        ("Please approach your boss about the schedule before Friday.", "Client to approach her boss about"),
        ("Maybe you could sit with the urge for ten minutes before you act on it.", "Client to possibly sit"),
        ("What I'd ask of you this week is to get out of bed by nine.", "Client to get out of bed by 9"),
        ("So the plan is that you email your professor by Wednesday.", "Client to email her professor by"),
        (
            "Your task until next week is to challenge two of those thoughts.",
            "Client to challenge 2 of those",
        ),
        ("I'm going to ask you to dress and step outside every morning.", "Client to dress and step outside"),
        ("Try the worry time, fifteen minutes at five o'clock.", "Client to try the worry time, 15 minutes"),
        (
            "Keep doing the sleep diary, and this time add the caffeine.",
            "Client to keep doing the sleep diary",
        ),
        ("We agreed that you'd swim on Mondays and Thursdays.", "Client to swim on Mondays and Thursdays"),
    ],
)
async def test_homework_is_told_as_what_the_client_is_to_do(asked: str, told: str) -> None:
    plan = texts(await drafted_with(("t", asked), AGREES), "Plan")
    assert [step for step in plan if told in step and step.endswith("; client agreed.")], plan


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("I have you down for Monday at nine.", "Next session Monday at 9"),
        ("Does next Wednesday at two work for you?", "Next session: next Wednesday at 2."),
        ("Is the twelfth at ten all right?", "Next session: the twelfth at 10."),
        ("Next time we could look at the photo album together.", "look at the photo album"),
        ("And please eat something with protein at lunch.", "Client to eat something with protein at lunch"),
        ("Next Monday at four then.", "Next session next Monday at 4"),
        ("No coffee after noon.", "No coffee after noon."),
        ("From tonight, go to bed at midnight and get up at six.", "From tonight, client to go to bed"),
        (
            "When you're awake for an hour, get up and read.",
            "When she is awake for an hour, client to get up",
        ),
        ("I'll talk with your mom about letting you go to camp.", "letting her go to camp"),
        ("I'll put you down for the fourteenth at ten.", "fourteenth"),
        (
            "If the urge comes, you call your sponsor first.",
            "If the urge comes, client to call her sponsor first",
        ),
    ],
)
async def test_appointments_and_conditions_stand_in_the_plan(asked: str, told: str) -> None:
    assert told in " ".join(texts(await drafted_with(("t", asked), AGREES), "Plan"))


@pytest.mark.parametrize(
    "said",
    [
        "Work is hard this week.",
        "Sleep takes longer than that over the next weeks.",
        "Change happened every day in there.",
        "Notice what comes up when you hold that.",
        "Tell me about this week.",
        "Walk me through Tuesday night.",
        "We agreed that you'd call him last week, how did it go?",
        "Keep going.",
        "When you hold that image, notice what comes up.",
        "No swelling after the fall.",
        "Think back to the last time you were at home.",
        "Does the headache come back on Mondays?",
        "Do you drink every day?",
    ],
)
async def test_what_is_asked_told_or_done_in_the_session_is_no_step(said: str) -> None:
    assert "Plan" not in {
        part.title for part in (await drafted_with(("t", said), AGREES)).sections if part.sentences
    }


async def test_whom_the_clinician_lets_know_stands_in_the_plan() -> None:
    told = "I'll let Dr. Moss know the score so she can look at the dose."
    assert "Therapist to let Dr. Moss know the score" in " ".join(
        texts(await drafted_with(("t", told), AGREES), "Plan")
    )
