"""What a client says reads as a note: told in the third person, quoted only where that is not certain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, EmbeddedDrafter, NoteFormat, Preferences, PronounChoice, write_note
from live_notes.drafting.domains import untouched
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.reported import Voice
from live_notes.drafting.language.figures import figures_of
from live_notes.drafting.preferences import Preferences as Terms
from tests.support.dialogues import drafted_with, said, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
THEY = Voice(None, Terms(pronouns=PronounChoice.THEY).pronoun_forms)


async def told(question: str, answer: str) -> str:
    return " ".join(texts(await drafted_with(("t", question), ("c", answer))))


async def told_of(pronouns: PronounChoice, *turns: tuple[str, str]) -> str:
    spec = DraftSpec(NoteFormat.SOAP, Preferences(pronouns=pronouns))
    return " ".join(texts(await write_note(said(*turns), spec, EmbeddedDrafter(), now=NOW)))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "How's the appetite?",
            "Rubbish. I pick at my tea. I've dropped a stone since harvest.",
            "described appetite as rubbish; she picks at her tea; she has dropped a stone since harvest.",
        ),
        (
            "What time do you get up for the milking?",
            "Half four. But I don't sleep past three. So it's five hours, I guess.",
            "at half four, but she does not sleep past 3; so it's 5 hours, she guesses.",
        ),
        (
            "And any side effects from the venlafaxine?",
            "No. A bit of sweating. That's settled.",
            'from the venlafaxine, client answered: "No. A bit of sweating. That\'s settled."',
        ),
        (
            "Did you get to the swimming baths?",
            "Yeah. I did twenty lengths. I was dead proud.",
            "Client confirmed that she got to the swimming baths; she did 20 lengths; she was dead proud.",
        ),
        (
            "Regarding the walking, what did you learn?",
            "That I can do it. And that the dog likes it more than me.",
            "that she can do it; and that the dog likes it more than her",
        ),
    ],
)
async def test_an_answer_is_told_as_a_statement(question: str, answer: str, expected: str) -> None:
    assert expected in await told(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        (
            "How did it go with the landlord?",
            "I rang him. He said, you're out by Friday.",
            "you're out by Friday",
        ),
        ("How was the driving?", "Bloody awful. I sat in the car park.", "Bloody awful"),
        ("How did you feel on the ward?", "Like I was a ghost. I kept quiet.", "Like I was a ghost"),
        ("How's the ironing?", "I ain't touched nothing. It's all in the basket.", "I ain't touched nothing"),
        (
            "How is it with the night feeds?",
            "I get a picture of dropping her. It's horrid.",
            "picture of dropping her.",
        ),
    ],
)
async def test_what_could_come_out_wrong_stays_in_its_own_words(
    question: str, answer: str, kept: str
) -> None:
    note = await told(question, answer)
    assert kept in note
    assert f"reported that {kept}" not in note


async def test_a_comparison_keeps_its_like() -> None:
    note = await told("How are you feeling now?", "Sleepy. Like I dug a field. But calmer.")
    assert "that she dug" not in note
    assert "; she dug" not in note


async def test_nobody_else_is_taken_for_the_client() -> None:
    turns = (
        ("t", "How was the weekend at the cottage?"),
        ("c", "It was long. My cousins came on the ferry. I cooked for nine."),
    )
    assert "their cousins came on the ferry; the client cooked for 9" in await told_of(
        PronounChoice.THEY, *turns
    )
    assert "his cousins came on the ferry; he cooked for 9" in await told_of(PronounChoice.HE, *turns)
    theirs = await told_of(
        PronounChoice.THEY,
        ("t", "How are the neighbours?"),
        ("c", "They hate me. They bang on the wall at ten."),
    )
    assert '"They hate me. They bang on the wall at ten."' in theirs


async def test_a_yes_is_not_lost_before_what_is_added() -> None:
    note = await told("Would you be willing?", "Yes. I was worried it would be a group.")
    assert "When asked whether she would be willing, client reported that she was worried" not in note


async def test_risk_stays_in_its_own_words() -> None:
    note = await told("Any thoughts of ending your life?", "No. I had them in May. Not since.")
    assert '"No. I had them in May. Not since."' in note


async def test_what_is_told_at_length_is_one_sentence() -> None:
    note = await told("It must be a lot.", "I do the accounts on Sundays. I look after the hens.")
    assert "she does the accounts on Sundays; she looks after the hens." in note


async def test_two_matters_do_not_share_a_sentence() -> None:
    note = await told("I see.", "I sleep four hours in the shed. I was arrested in Leeds in the spring.")
    assert "shed; " not in note


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("How'd the choir go?", "how the choir went"),
        ("What'd you weigh on Monday?", "what they weighed on Monday"),
        (
            "The quetiapine, are you taking it every night?",
            "whether they are taking the quetiapine every night",
        ),
        ("If it got bad again, what would you do?", "what they would do, if it got bad again"),
        ("Anyone in the house who smokes?", "whether there is anyone in the house who smokes"),
        ("Can you tell me what you're taking home from today?", "what they are taking home from today"),
        ("You're a nurse?", "whether they are a nurse"),
        ("How late?", "how late"),
        ("Which day is the worst?", "which day is the worst"),
        ("You're still on it, right?", None),
        ("You think so. What'd help?", None),
        ("The neighbours, are they still at it?", None),
    ],
)
def test_other_ways_of_asking_are_put_inside_a_sentence(question: str, within: str | None) -> None:
    assert asked_within(question, THEY) == within


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("it was seven point five, then three point seven five", "it was 7.5, then 3.75"),
        ("the lithium is point eight", "the lithium is 0.8"),
        ("that is one point two of them", "that is 1.2 of them"),
        ("she has a point two people made", "she has a point 2 people made"),
    ],
)
def test_a_number_keeps_what_stands_behind_its_point(spoken: str, written: str) -> None:
    assert in_figures(spoken) == written


def test_what_stands_behind_a_point_is_read_as_one_number() -> None:
    words = ["it", "was", "three", "point", "seven", "five"]
    assert {3.75} in [set(figure.claimed) for figure in figures_of(words).values()]


@pytest.mark.parametrize(
    ("said_so", "written"),
    [
        ("I've no been eating", "I have not been eating"),
        ("it's no right", "it's not right"),
        ("I have no idea", "I have no idea"),
        ("there was no meeting", "there was no meeting"),
    ],
)
def test_a_scots_no_is_a_not(said_so: str, written: str) -> None:
    assert spelt_out(said_so) == written


def test_a_score_is_no_talk_of_mood() -> None:
    assert "mood" in untouched(["The PHQ came to nine and the GAD to four."])
    assert "goals" not in untouched(["And the goals you'd put down, how are they looking?"])


async def test_a_section_asked_about_elsewhere_points_there() -> None:
    note = await drafted_with(
        ("t", "Growing up, was there anything hard, any abuse or violence?"),
        ("c", "No. It was all right. Strict. My nan brought me up on the farm."),
        note_format=NoteFormat.INTAKE,
    )
    (trauma,) = [part for part in note.sections if part.title == "Trauma"]
    assert trauma.sentences or trauma.statement == "See Developmental history."
