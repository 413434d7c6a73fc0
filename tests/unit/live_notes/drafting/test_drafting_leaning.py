"""Answers that mean nothing, or something else, without what was asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, EmbeddedDrafter, NoteFormat, Preferences, write_note
from live_notes.drafting.preferences import Detail
from tests.support.dialogues import drafted_with, said, texts


async def told(question: str, answer: str) -> str:
    note = await drafted_with(("t", question), ("c", answer))
    return " ".join(texts(note, "Subjective"))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "Are you still on the quetiapine?",
            "I stopped it two weeks ago because it made me sleepy.",
            "Regarding quetiapine, client reported that she stopped it",
        ),
        (
            "Are you taking the naltrexone?",
            "Yes, 50 milligrams every day, but I left it at home on Friday.",
            "whether she is taking the naltrexone, client said yes, 50 mg every day, but she left it",
        ),
        (
            "How did the cold water work for you?",
            "It brought me down from a nine to a five.",
            "Regarding the cold water, client reported that it brought her down",
        ),
        (
            "What would help you this weekend?",
            "Turning off my phone and going to the lake.",
            "Client said that turning off her phone and going to the lake would help her this weekend.",
        ),
        (
            "What would you rather believe about yourself?",
            "I did the best I could with what I knew.",
            "When asked what she would rather believe about herself, client reported",
        ),
        (
            "Have you been in therapy before?",
            "Once, in high school, for a few months, for panic.",
            "client said once, in high school, for a few months, for panic.",
        ),
        (
            "When were you thinking of doing it?",
            "Maybe on Sunday when my wife is away.",
            "client said maybe on Sunday when her wife is away.",
        ),
        (
            "Which part is the worst?",
            "The headlights coming toward me before the crash.",
            "which part is the worst, client said the headlights coming toward her before the crash.",
        ),
    ],
)
async def test_an_answer_that_leans_on_its_question_keeps_it(
    question: str, answer: str, expected: str
) -> None:
    assert expected in await told(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "How was the week?",
            "I slept badly and I argued with my sister.",
            "Client reported that she slept badly",
        ),
        (
            "Where did you go?",
            "I took the bus to my aunt in Dayton.",
            "Client reported that she took the bus",
        ),
        (
            "What happened then?",
            "I think it is getting worse at night.",
            "Client reported that she thinks it is",
        ),
    ],
)
async def test_an_answer_that_says_everything_stands_alone(question: str, answer: str, expected: str) -> None:
    whole = await told(question, answer)
    assert expected in whole
    assert question not in whole


async def test_a_question_is_not_cut_at_its_own_verb() -> None:
    whole = await told(
        "On a scale of zero to ten how confident she is that she can stay home tonight?", "A seven."
    )
    assert "how confident she is that she can stay home tonight" in whole


async def test_what_this_says_is_not_said_twice() -> None:
    assert "that that" not in await told(
        "Could you touch the lid?", "That's disgusting, but I managed to touch it."
    )


async def test_a_dose_keeps_the_medicine_that_only_the_question_names() -> None:
    whole = await told("How are you doing on the sertraline?", "I have been on 100 milligrams for six weeks.")
    assert "When asked how she is doing on the sertraline" in whole
    assert "sertraline?" not in await told(
        "How are you doing?", "I take 50 milligrams of sertraline at night."
    )


async def test_plan_means_and_what_protects_are_kept_in_a_short_note_after_a_mention_of_risk() -> None:
    turns = (
        ("c", "I have been thinking about killing myself every day."),
        ("t", "How many tablets do you have at home?"),
        ("c", "About forty tablets."),
        ("t", "What has kept you from acting on it?"),
        ("c", "My daughter, she is six."),
    )
    talk = [("c", f"I also argued with my aunt about bill number {n} on the phone.") for n in range(30)]
    spec = DraftSpec(NoteFormat.SOAP, Preferences(detail=Detail.CONCISE))
    note = await write_note(
        said(*talk, *turns), spec, EmbeddedDrafter(), now=datetime(2026, 1, 5, 10, tzinfo=UTC)
    )
    whole = " ".join(texts(note))
    assert "forty tablets" in whole
    assert "daughter" in whole


async def test_a_question_that_points_back_is_told_with_what_it_points_at() -> None:
    asked = "Last time I asked you to try a check in each evening. How did that go?"
    assert f'When asked "{asked}", client reported that she did it 3 times.' in await told(
        asked, "I did it three times."
    )
    assert "gone back to cutting. Has that happened since?" in await told(
        "Last week you said you'd gone back to cutting. Has that happened since?", "Once, on Sunday."
    )


async def test_what_was_on_somebodys_mind_is_told_with_the_question() -> None:
    whole = await told("What was going through your mind on Wednesday?", "That I'm useless and they know it.")
    assert '"That I\'m useless and they know it."' in whole


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Do you have any plan or have you thought about how?", "No. I have no plan.", "she has no plan"),
        ("Are there guns in the house?", "No guns, just kitchen knives.", "kitchen knives"),
        ("What has kept you from it?", "My daughter.", "My daughter"),
    ],
)
async def test_plan_means_and_protection_are_always_told(question: str, answer: str, expected: str) -> None:
    long = [
        ("c", f"I paid bill number {n} and argued with my landlord about the heating.") for n in range(25)
    ]
    note = await drafted_with(
        ("t", "Do you think about suicide?"), ("c", "Sometimes I do."), ("t", question), ("c", answer), *long
    )
    assert expected in " ".join(texts(note))


async def test_a_medicine_is_not_crowded_out() -> None:
    long = [
        ("c", f"I paid bill number {n} and argued with my landlord about the heating.") for n in range(25)
    ]
    asked = ("t", "And the bupropion, how is that going?")
    note = await drafted_with(asked, ("c", "I take it every morning, one fifty."), *long)
    assert "she takes it every morning, one fifty" in " ".join(texts(note))


async def test_a_part_of_somebody_is_not_what_was_denied() -> None:
    whole = await told("Is there any part of you that wants to die?", "No.")
    assert 'When asked whether there is any part of her that wants to die, client answered: "No."' in whole


async def test_it_is_not_put_behind_what_it_does_not_mean() -> None:
    whole = await told("Whom would you call?", "I have the number of my aunt. It rains a lot in my street.")
    assert "aunt; and it" not in whole
    assert "aunt and it" not in whole


async def test_what_would_be_is_not_told_as_what_is() -> None:
    asked = "What would tell you that things are going up again?"
    whole = await told(asked, "I stop sleeping and I start texting everybody at three in the morning.")
    told_so = (
        'When asked what would tell her that things are going up again, client answered: "I stop sleeping'
    )
    assert told_so in whole


async def test_she_is_not_put_behind_the_client() -> None:
    note = await drafted_with(
        ("c", "I sleep through most of the morning lately."),
        ("t", "Please leave the light off at night this week."),
        ("c", "My aunt always turns it on. They would be happy about a quiet night."),
    )
    assert "morning lately and they" not in " ".join(texts(note))
