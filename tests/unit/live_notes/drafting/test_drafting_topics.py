"""A question that only names a topic gives the topic; one that asks more keeps its words."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.topics import topic_of
from live_notes.drafting.embedded.telling.reported import Voice
from live_notes.drafting.preferences import Preferences, PronounChoice
from tests.support.dialogues import drafted_with, texts

VOICE = Voice(None, Preferences(pronouns=PronounChoice.SHE).pronoun_forms, frozenset({"Moira", "Seroquel"}))


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("And sleep?", "sleep"),
        ("How's the appetite been since we last met?", "appetite"),
        ("How has your concentration been, apart from the headaches?", "concentration"),
        ("How are your energy levels at the minute?", "energy levels"),
        ("What about the smoking, all that?", "smoking"),
        ("Tell me a bit more about the nightmares.", "nightmares"),
        ("How are you getting on with the meditation?", "meditation"),
        ("How are things with your sister?", "her sister"),
        ("How's everything at work these days?", "work"),
        ("What's your mood been like?", "mood"),
        ("Mood, motivation, how are they?", "mood and motivation"),
        ("Sleep and appetite?", "sleep and appetite"),
        ("Any alcohol? Cannabis?", "alcohol and cannabis"),
        ("Are you still on the, what's it called, the olanzapine?", "olanzapine"),
        ("Have you been taking the fluoxetine?", "fluoxetine"),
        ("Are you sleeping any better?", "sleep"),
        ("How've you been eating?", "eating"),
        ("And the weed? You were hoping to leave it for a week.", "weed"),
        ("Did you bring your thought record?", "her thought record"),
        ("Shall we look at the food diary?", "the food diary"),
        ("Mood chart?", "the mood chart"),
        ("How did that letter go?", "the letter"),
        ("Pain out of ten?", "pain out of ten"),
        ("Before we start, what's your main worry?", "her main worry"),
        ("I ask everybody this, alcohol?", "alcohol"),
        ("How's Moira?", "Moira"),
    ],
)
def test_a_question_that_names_a_topic(question: str, topic: str) -> None:
    assert topic_of(question, "Patchy. Three nights out of seven.", VOICE) == topic


@pytest.mark.parametrize(
    "question",
    [
        "How many hours do you sleep?",
        "How bad is the pain?",
        "Is your sleep worse than before?",
        "Sleep or appetite?",
        "How was that for you?",
        "How are you?",
        "How's it been?",
        "Meaning?",
        "Cold hands?",
        "What did you eat yesterday?",
        "How old is your daughter?",
        "Did the sleeping tablets make you groggy?",
        "Who helps with the children?",
        "And the other one?",
        "Any plans?",
        "Any thoughts of suicide?",
        "How often do you take the lorazepam?",
        "How is she sleeping?",
        "When did the nightmares start?",
    ],
)
def test_a_question_that_asks_more_has_no_topic(question: str) -> None:
    assert topic_of(question, "Patchy. Three nights out of seven.", VOICE) == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("And alcohol?", "No. Not a drop."),
        ("Are you taking the fluoxetine?", "Yes, every morning."),
        ("Are you eating?", "Sometimes. Depends on the day."),
        ("Are you sleeping?", "Not really. Two hours."),
        ("Did you do the worksheet?", "I did. Most of it."),
        ("Any cravings?", "A few. On Fridays."),
    ],
)
def test_what_was_affirmed_or_denied_keeps_its_question(question: str, answer: str) -> None:
    assert topic_of(question, answer, VOICE) == ""


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "How's the sleep been since I saw you?",
            "Shocking. I wake at three. The neighbours have a baby.",
            "Client described sleep as shocking; she wakes at 3; the neighbours have a baby.",
        ),
        (
            "And appetite?",
            "Up and down. I eat twice a day.",
            "Client described appetite as up and down; she eats twice a day.",
        ),
        (
            "How are you getting on with the breathing?",
            "I do it on the bus. It calms my stomach.",
            "Regarding breathing, client reported that she does it on the bus; it calms her stomach.",
        ),
        (
            "Are you taking the lithium?",
            "Yes. Every night, bar Sunday.",
            "client said yes, every night, bar Sunday.",
        ),
    ],
)
async def test_an_answer_stands_behind_its_topic(question: str, answer: str, expected: str) -> None:
    note = await drafted_with(("t", question), ("c", answer))
    assert expected in " ".join(texts(note))
    assert not [s.flags for part in note.sections for s in part.sentences if s.flags]


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("How's the knee generally, apart from the stairs?", None),
        ("What's the one thing you're most proud of?", None),
        ("What's your hope, not your mum's?", None),
        ("Are you still on the, what was it, the quetiapine?", "whether she is still on the quetiapine"),
        ("What did Dr. Okafor tell you?", "what Dr. Okafor told her"),
        ("I ask everyone this, do you have any debts?", "whether she has any debts"),
        ("Before we finish, how was the meeting?", "how the meeting was"),
        ("What do you make of it, Mrs Ahmed?", "what she makes of it"),
    ],
)
def test_a_question_within_a_sentence_is_no_jumble(question: str, within: str | None) -> None:
    assert asked_within(question, VOICE) == within


async def test_a_question_that_ends_in_not_denies_nothing() -> None:
    note = await drafted_with(
        ("t", "What happens if you don't?"), ("c", "I get a stomach ache. It lasts until the evening.")
    )
    assert not [s.flags for part in note.sections for s in part.sentences if s.flags]
