"""Formats with a section for each matter: an answer stands where its question belongs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftRequest, Note, NoteFormat, draft_from
from tests.support.dialogues import drafted_with, texts

INTAKE, EMDR = NoteFormat.INTAKE, NoteFormat.EMDR


async def taken(question: str, answer: str) -> Note:
    return await drafted_with(("t", question), ("c", answer), note_format=INTAKE)


@pytest.mark.parametrize(
    ("question", "answer", "section"),
    [
        ("What brings you here?", "I have been crying since my divorce in May.", "Presenting problem"),
        (
            "Have you seen anyone for this before?",
            "I saw a woman in Dayton for a year.",
            "Psychiatric history",
        ),
        ("Any medical conditions?", "I was told that my iron is low.", "Medical history"),
        ("Do you use any other drugs?", "I tried mushrooms at a festival once.", "Substance use"),
        ("Who raised you?", "My grandparents did, on a farm in Ohio.", "Developmental history"),
        ("Have you been through anything traumatic?", "My ex pushed me down the stairs once.", "Trauma"),
        ("Any legal problems?", "No, just the custody papers, they are signed.", "Legal"),
        ("What do you do for work?", "I clean teeth at a dental office.", "Social history"),
        (
            "What would you like to get out of therapy?",
            "I want to ride the subway again.",
            "Presenting problem",
        ),
        (
            "Anyone in the family with mental health problems?",
            "My mom had a breakdown in 1990.",
            "Family history",
        ),
        ("Where did you grow up?", "We lived in Ohio with a lot of cats.", "Developmental history"),
        ("Anything else, like pills or drugs?", "I tried mushrooms at a festival once.", "Substance use"),
        ("What do you like to do?", "I am training for a half marathon.", "Strengths"),
        ("Who supports you?", "My sister calls me every single evening.", "Strengths"),
    ],
)
async def test_an_answer_stands_where_its_question_belongs(question: str, answer: str, section: str) -> None:
    note = await taken(question, answer)
    key = answer.rstrip(".").split()[-1]
    assert [part.title for part in note.sections if key in " ".join(texts(note, part.title))] == [section]


async def test_a_matter_that_nobody_asked_of_stands_by_its_words() -> None:
    note = await drafted_with(("c", "My uncle was an alcoholic and he died of it."), note_format=INTAKE)
    assert "uncle" in " ".join(texts(note, "Family history"))


async def test_thoughts_of_death_are_no_social_history() -> None:
    note = await taken(
        "Have you had thoughts of ending your life?", "Sometimes, but I have my kids to think of."
    )
    assert "kids" not in " ".join(texts(note, "Social history"))


async def test_a_short_statement_is_not_crowded_out_of_a_section_of_its_own() -> None:
    long = [
        ("c", f"I also worry about bill number {n} and about what my boss will say of it.") for n in range(40)
    ]
    note = await drafted_with(
        *long, ("t", "Any arrests?"), ("c", "I was arrested in 2011."), note_format=INTAKE
    )
    assert "2011" in " ".join(texts(note, "Legal"))


REPROCESSING = (
    ("t", "Which image is the worst part now?"),
    ("c", "The dog running at my son."),
    ("t", "How true do the words I can protect him feel, from one to seven?"),
    ("c", "A two."),
    ("t", "How disturbing is it now, zero to ten?"),
    ("c", "It's a nine."),
    ("t", "Follow my fingers and notice what comes up."),
    ("c", "I see the leash on the ground and my hands shake."),
    ("t", "When you go back to it, what number is it now?"),
    ("c", "It's down to a one."),
    ("t", "Hold the image together with those words. How true do they feel now?"),
    ("c", "A seven."),
    ("t", "Scan your body from head to toe."),
    ("c", "My shoulders are a little tight."),
    ("t", "Let's close with your calm place."),
    ("c", "I'm on the porch with my coffee."),
)


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("VOC: 2 of 7.", "Assessment of the target"),
        ("SUD: 9 of 10.", "Assessment of the target"),
        ("leash", "Desensitization"),
        ("then 1", "Desensitization"),
        ("then 7", "Installation"),
        ("shoulders", "Body scan"),
        ("porch", "Closure and plan"),
    ],
)
async def test_what_is_said_in_a_phase_stands_in_its_section(words: str, section: str) -> None:
    note = await drafted_with(*REPROCESSING, note_format=EMDR)
    assert words in " ".join(texts(note, section))


async def test_a_session_without_sets_has_no_phases() -> None:
    note = await drafted_with(
        ("t", "Tell me about the dog."), ("c", "It bit my son on the shoulder in May."), note_format=EMDR
    )
    assert "May" in " ".join(texts(note))
    assert not texts(note, "Installation")


async def test_the_words_that_go_with_a_picture_begin_no_set() -> None:
    note = await drafted_with(
        ("t", "And what words go with that picture?"),
        ("c", "I am not safe in any car at all."),
        ("t", "And what would you rather believe?"),
        ("c", "I did the best that I could then."),
        ("t", "Follow my fingers. What comes up?"),
        ("c", "I see my sister screaming at the truck."),
        ("t", "Bring up I did the best I could. How true is it?"),
        ("c", "It feels like a six to me now."),
        note_format=EMDR,
    )
    assert "best that" in " ".join(texts(note, "Assessment of the target"))
    assert "sister" in " ".join(texts(note, "Desensitization"))
    assert "a 6" in " ".join(texts(note, "Installation"))


async def test_what_was_done_is_no_finding_and_violence_stands_as_trauma() -> None:
    summary = (
        "Client came on time. Her partner had pushed her down the step in May. Affect was flat. "
        "Therapist provided the number of a refuge and reviewed a safety plan. Next session on Monday."
    )
    note = await draft_from(
        DraftRequest(summary=summary, format="intake"), now=datetime(2026, 1, 5, tzinfo=UTC)
    )
    told = {section.title: " ".join(one.text for one in section.sentences) for section in note.sections}
    assert "refuge" in told["Plan"]
    assert "refuge" not in told["Mental status"]
    assert "pushed her" in told["Trauma"]


@pytest.mark.parametrize(
    ("question", "answer", "section"),
    [
        (
            "Have you ever had a blow to the head, or a seizure?",
            "I fell off a horse at school.",
            "Medical history",
        ),
        ("Are you on anything every day?", "Just bisoprolol and a statin.", "Medical history"),
        (
            "Has anyone at home ever struggled with their nerves?",
            "My granny took to the bed.",
            "Family history",
        ),
        ("Were you ever slapped as a child?", "With a wooden spoon, every Friday.", "Trauma"),
        ("Did anyone ever touch you in a way you didn't like?", "A lodger. I was seven.", "Trauma"),
        ("Any time in hospital for your mental health?", "Three weeks at St Anne's.", "Psychiatric history"),
        ("Who's in your corner?", "My cousin Adaobi, every time.", "Strengths"),
        ("Coke, mushrooms, anything like that?", "Only a bit of a powder at weddings.", "Substance use"),
        ("Were you in the army?", "Six years with the signals in Cyprus.", "Social history"),
        ("Do you ever hear voices?", "A kind of a hum behind the wall.", "Presenting problem"),
        ("Would it be all right if I spoke to your husband?", "You can ring him, not my mother.", "Plan"),
        ("Did the doctor give you anything?", "She offered me trazodone, I left it.", "Medical history"),
    ],
)
async def test_the_matter_of_a_question_has_the_answer_whatever_words_it_has(
    question: str, answer: str, section: str
) -> None:
    note = await taken(question, answer)
    key = answer.rstrip(".").split()[-1]
    assert [part.title for part in note.sections if key in " ".join(texts(note, part.title))] == [section]


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("They pinned me down on the pavement when I was sixteen.", "Trauma"),
        ("My stepfather used to belt me if I spilled the milk.", "Trauma"),
        ("My uncle flogged me with a flex for the broken lamp.", "Trauma"),
        ("They tied her like a goat and took her away.", "Trauma"),
        ("I was cautioned for a fight outside the chipper.", "Legal"),
        ("I kept getting stopped on my way to college.", "Legal"),
    ],
)
async def test_what_is_told_unasked_keeps_a_section_from_saying_that_nothing_was_said(
    said: str, section: str
) -> None:
    note = await taken("What was school like?", f"I did well in maths. {said}")
    assert " ".join(said.split()[-3:]).rstrip(".") in " ".join(texts(note, section))
