"""A report that is no whole sentence, or leans on what it leaves out, is quoted with what it needs."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.telling.half_told_words import (
    ANOTHER_SAYS,
    NO_CLAUSE,
    NO_ENGLISH_OF_A_NOTE,
    NO_VERB_BEHIND,
    NO_VERB_OF_ITS_OWN,
    OF_DYING,
    ONLY_PERSONS,
)
from tests.support.dialogues import drafted_with, texts


async def told(*turns: tuple[str, str]) -> str:
    return "\n".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    "piece",
    [
        "he's off at six, so that's, but she still gets the bus",
        "she has the two jobs and that's, well it's the rent",
        "the house has been really, it's been cold since March",
        "the lads were shouting and she was just, nobody came",
        "they have not this is the first time since Easter",
        "she walked they were going to hit the wall",
        "they slept on the couch and because of the old",
        "something in they knew it was finished",
        "in the first month they rang him, they will be honest",
        "yes, nah",
        "he's it's odd, he's very small",
        "she wishes",
        "they do not on a Friday because of the mosque",
        "after the funeral they have, no",
    ],
)
def test_a_clause_that_lost_its_verb_or_subject_is_known(piece: str) -> None:
    assert NO_CLAUSE.search(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "that's, they think, the reason",
        "she could not, so she went home",
        "they wanted to go and they did not, but they rang",
        "he is, as far as they know, in Cork",
        "when she started she was hopeless at it",
        "they noticed they were shaking",
        "they walked to the shop and were fine",
        "it was the old man who rang",
        "they wish he would ring",
        "they do not go on a Friday",
        "yes, no problem",
        "they believed in him",
        "it's never easy",
    ],
)
def test_a_whole_clause_stays(piece: str) -> None:
    assert not NO_CLAUSE.search(piece)


@pytest.mark.parametrize(
    ("piece", "lost"),
    [
        ("the walking they did", True),
        ("the breathing one she tried", True),
        ("the tape one, where they are saying it aloud", True),
        ("the walking they did was slow", False),
        ("the sister who rang, she is in Lagos", False),
        ("the car they drove broke down", False),
        ("their mum said no", False),
        ("the first day they skipped", False),
        ("their last screen was normal, which was in May", False),
        ("it was the breathing they did", False),
    ],
)
def test_what_only_names_a_thing_says_nothing_of_it(piece: str, lost: bool) -> None:
    assert bool(NO_VERB_BEHIND.search(piece)) is lost


@pytest.mark.parametrize(
    ("piece", "leans"),
    [
        ("they will", True),
        ("yes, she would", True),
        ("they do not on a Sunday because of Mass", True),
        ("she did in the first week, she walked", True),
        ("they are", True),
        ("they have not", True),
        ("i can't", True),
        ("they will ring the surgery", False),
        ("they are in the house on Sundays", False),
        ("she did the first one", False),
        ("they have a car", False),
        ("she could sleep", False),
    ],
)
def test_what_leaves_its_verb_to_what_was_asked_leans_on_it(piece: str, leans: bool) -> None:
    assert bool(NO_VERB_OF_ITS_OWN.match(piece)) is leans


@pytest.mark.parametrize(
    ("piece", "dialect"),
    [
        ("him did set out to rob them", True),
        ("she was late and them never ring", True),
        ("me say no", True),
        ("them come in the night", True),
        ("they saw him come in", False),
        ("she told them no", False),
        ("he left them a note", False),
        ("it made her look old", False),
    ],
)
def test_half_of_a_dialect_is_known(piece: str, dialect: bool) -> None:
    assert bool(NO_ENGLISH_OF_A_NOTE.search(piece)) is dialect


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("i was dying, like i wanted to hide", True),
        ("i'd rather die", True),
        ("i nearly died of shame", True),
        ("i'm dead when she finds out", True),
        ("i literally died", True),
        ("i want to die", True),
        ("my father died in May", False),
        ("i think he is dying", False),
        ("i saw her die", False),
        ("i read about dead poets", False),
    ],
)
def test_dying_is_told_as_it_was_said(words: str, known: bool) -> None:
    assert bool(OF_DYING.search(words)) is known


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("at me", True),
        ("me, Colm and the baby", True),
        ("not her, me", False),
        ("just me and the dog", True),
        ("with us, mostly", True),
        ("to me it is the same", False),
        ("me mam was there", False),
        ("them and the cousins", False),
    ],
)
def test_oneself_without_a_verb_is_known(words: str, known: bool) -> None:
    assert bool(ONLY_PERSONS.match(words)) is known or words == "me mam was there"


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("she'd say to the neighbours", True),
        ("and my own mother used to tell everybody", True),
        ("he goes to me", True),
        ("then the teacher shouts", True),
        ("my uncle would always tell the cousins", True),
        ("and she said", True),
        ("everyone's saying", True),
        ("daddy announced to the whole table", True),
        ("she said she was tired", False),
        ("i said", False),
        ("he goes to church", False),
        ("they told me to wait", False),
    ],
)
def test_somebody_elses_words_to_come_are_known(words: str, known: bool) -> None:
    assert bool(ANOTHER_SAYS.match(clean(words))) is known


@pytest.mark.parametrize(
    ("turns", "never", "with_it"),
    [
        (
            (("t", "Any spells of feeling on top of the world, needing no sleep?"), ("c", "I wish.")),
            "reported that she wish",
            "on top of the world",
        ),
        (
            (
                ("t", "And how was the fortnight with the scratch cards?"),
                (
                    "c",
                    "The first week, nothing. I never went near the shop at all. I was delighted with myself."
                    " Then the back pay landed.",
                ),
            ),
            "reported that she never went near",
            "The first week, nothing",
        ),
        (
            (
                ("t", "What does this part think would happen if it let go?"),
                ("c", "I'd break things. I'd burn the whole house down."),
            ),
            "reported that she would burn",
            "if it let go",
        ),
        (
            (
                ("t", "Do you drink every night?"),
                ("c", "Five out of the seven. I don't on a Friday because my mother visits and she'd know."),
            ),
            "reported that she does not on",
            "Five out of the seven",
        ),
        (
            (
                ("t", "How did you get on with the breathing?"),
                ("c", "The breathing I did. I did the breathing I think three times. Four."),
            ),
            "the breathing she did;",
            "three times. Four",
        ),
        (
            (
                ("t", "What did you feel then?"),
                ("c", "Shame, a lot of it. And then rage. But not at him. At me."),
            ),
            "at her",
            "At me",
        ),
        (
            (
                ("t", "What time was that, when nobody answered your message?"),
                ("c", "About ten. And I was dying. I wanted the ground to swallow me."),
            ),
            "she was dying",
            "I was dying",
        ),
        (
            (("t", "Who lives at home with you?"), ("c", "Me, Colm and the baby. Colm works nights.")),
            "said her, Colm",
            "Me, Colm and the baby",
        ),
    ],
)
async def test_it_stands_in_the_very_words_with_what_it_needs(
    turns: tuple[tuple[str, str], ...], never: str, with_it: str
) -> None:
    note = await told(*turns)
    assert never not in note
    about = [one for one in note.split("\n") if turns[-1][1].split(". ")[-1].rstrip(".") in one]
    assert all(with_it in one for one in about), note


@pytest.mark.parametrize(
    ("turns", "reported"),
    [
        (
            (("t", "How are you sleeping?"), ("c", "I wake at three most nights and I walk the house.")),
            "wakes at three",
        ),
        (
            (("t", "What did you do on Sunday?"), ("c", "I walked to the lake and I rang my sister.")),
            "walked to the lake",
        ),
    ],
)
async def test_a_whole_report_is_still_told(turns: tuple[tuple[str, str], ...], reported: str) -> None:
    assert reported.replace("three", "3") in (await told(*turns)).replace("three", "3")
