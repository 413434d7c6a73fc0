"""Sentences that say nothing are left out, and what one answers to stands beside it."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.planning.settling import question_in
from live_notes.drafting.embedded.selecting.empty import is_empty, names_no_first
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.mentions import kinds_in
from tests.support.dialogues import drafted_with, said


@pytest.mark.parametrize(
    "text",
    [
        "Therapist thinks a promise is a promise.",
        'Client stated: "A job is a job."',
        "Client reported that family is family.",
        'Client stated: "Well, a deal\'s a deal."',
        'Client stated: "It is what it is."',
        'Client stated: "Boys will be boys."',
        'Regarding the fortnight, client answered: "The fortnight was."',
        'When asked "And how was the course?", client answered: "The course was just."',
        'Client stated: "That really landed."',
        'Client stated: "Wow, that just hit home."',
        "Client reported that this has really struck them.",
        'In response to "So that is the Judge", client said: "That\'s what I always call it."',
        'Client stated: "That\'s exactly what I said."',
    ],
)
def test_what_tells_nothing_is_seen(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "Therapist thinks a promise to oneself is a start.",
        'Client stated: "A job is a job, and I need the money."',
        "Client reported that what is is.",
        "Client reported that their mother is their sister's carer.",
        'Client stated: "The pain is what it was."',
        'Regarding the fortnight, client answered: "The fortnight was long."',
        'When asked "Who was there?", client answered: "My mum was."',
        'When asked "Which of them is worst?", client answered: "The night is."',
        'Client stated: "That hurts me."',
        'Client stated: "He just hit me."',
        'Client stated: "That hit me in the face, the door."',
        'Client stated: "It got worse."',
        'Client stated: "That\'s what I told the police."',
    ],
)
def test_what_tells_something_is_not(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Client reported that the other is that they owe money.", True),
        ("Client reported that the second one is to do with their uncle.", True),
        ("Client reported that the other day they fell.", False),
        ("Client reported that the last bus is at nine.", False),
        ('Client stated: "The other is that I owe money."', False),
    ],
)
def test_one_of_several_is_not_retold_away_from_the_first(text: str, seen: bool) -> None:
    assert names_no_first(text) is seen


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("And from now to Sunday, if you feel that pull at the bridge again, or you're frightened,", True),
        ("So the next time the bailiffs are at the door and your hands begin to shake like that,", True),
        ("So you've the leaflet there and the number of the place and you know where the bus goes,", False),
    ],
)
def test_a_condition_stays_with_its_question(asked: str, kept: bool) -> None:
    unit = units_of(list(said(("t", f"{asked} what will you do?")).lines))[0]
    assert (asked.rsplit(maxsplit=1)[-1] in question_in(unit).exact) is kept


async def test_a_score_named_with_the_one_before_is_todays_and_told_once() -> None:
    note = await drafted_with(
        ("t", "So the GAD, that's six. And the PHQ is fourteen."),
        ("c", "Right."),
        ("t", "And GAD six, that was eleven last time."),
        ("c", "Good."),
        note_format=NoteFormat.SOAP,
    )
    told = [one.text for part in note.sections if part.title == "Objective" for one in part.sentences]
    assert sorted(told) == ["GAD: 6 (previously 11).", "PHQ: 14."]


@pytest.mark.parametrize(
    ("words", "of_abuse"),
    [
        ("That just hit me.", False),
        ("Wow. This really hits me.", False),
        ("My stepfather just hit me.", True),
        ("He really hit me.", True),
    ],
)
def test_a_thought_that_hits_somebody_is_no_violence(words: str, of_abuse: bool) -> None:
    assert (RiskKind.ABUSE in kinds_in(words)) is of_abuse


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ('When asked what they do for work, client answered: "No."', True),
        ('When asked how their health otherwise is, the client answered: "Um, no."', True),
        ('When asked "And where did that leave you?", patient answered: "Nah."', True),
        ('When asked when it started, client answered: "No, no."', True),
        ('When asked "What\'s your week like?", client answered: "Nope."', True),
        ('When asked what other medicines they take, client answered: "No."', False),
        ('When asked who else knows, client answered: "No."', False),
        ('When asked what is wrong, client answered: "No."', False),
        ('When asked "What about your sister?", client answered: "No."', False),
        ('When asked "What would stop you?", client answered: "No."', False),
        ('When asked "How was it? Did you sleep?", client answered: "No."', False),
        ('When asked whether they sleep, client answered: "No."', False),
        ('When asked what they do for work, client answered: "No work now."', False),
        ('When asked how they sleep, client answered: "Not really."', False),
    ],
)
def test_a_no_that_crossed_a_question_for_what_or_how_tells_nothing(text: str, empty: bool) -> None:
    assert is_empty(text) is empty
