"""Talk that rambles: what of it can stand in a note, mended or left out, and how a client took things."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.clearness import (
    joined_up,
    reads_well,
    said_of_its_subject,
    without_tail,
)
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.selecting.saying_much import says_something
from tests.support.dialogues import drafted_with, said, texts


@pytest.mark.parametrize(
    "words",
    [
        "The rent just keeps getting.",
        "I'm worried that when she was just small.",
        "It is a huge job that I'm might not finish.",
        "I like it that I that we can start.",
        "I always hate I have been late.",
        "I told her within an hour is.",
        "There are forms that he can.",
        "The landlord has not really at all.",
        "I suppose when you have no car at the end of it.",
        "Maybe some shame and I go back and forth.",
        "My record and trying to find a flat.",
        "And that everybody who drinks is weak.",
        "I was like where is the bus.",
        "My cousin he works nights and the aunt they visit.",
    ],
)
def test_what_breaks_off_or_is_begun_twice_does_not_read_well(words: str) -> None:
    assert not reads_well(words)


@pytest.mark.parametrize(
    "words",
    [
        "I have someone to talk to.",
        "That's what I'm looking for.",
        "I was upset when he left.",
        "I feel bad when he leaves.",
        "The friends I hang out with drink.",
        "I know that if I drink, I get sick.",
        "My sister and I are fighting about the house.",
        "I think when my son was little we had more time.",
        "I felt he was unfair.",
        "The way I see it is different.",
        "I don't want to.",
    ],
)
def test_what_is_whole_reads_well(words: str) -> None:
    assert reads_well(words)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I learned that I have gout and apparently", "I learned that I have gout"),
        ("I wouldn't smoke as much, and if I did.", "I wouldn't smoke as much."),
        ("I cook and garden, or whatever.", "I cook and garden."),
        ("I cook and I garden.", "I cook and I garden."),
        ("I would tell her if I could.", "I would tell her if I could."),
    ],
)
def test_what_was_begun_and_left_is_cut(spoken: str, written: str) -> None:
    assert without_tail(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I stopped for like about two weeks", "I stopped for about two weeks"),
        ("it helps me to like get up", "it helps me to get up"),
        ("I slept well and, I was on time", "I slept well and I was on time"),
        ("I feel like, it calms me", "I feel like it calms me"),
        ("I learned to like it", "I learned to like it"),
        ("He's like a father to me", "He's like a father to me"),
        ("I went home and, if I remember, slept", "I went home and, if I remember, slept"),
    ],
)
def test_looking_for_the_next_word_leaves_no_trace(spoken: str, written: str) -> None:
    assert joined_up(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("My neighbours from upstairs, they play drums.", "My neighbours from upstairs play drums."),
        ("My brother, he drives a bus.", "My brother drives a bus."),
        ("The way I see it is simple.", "The way I see it is simple."),
    ],
)
def test_a_subject_is_said_once(spoken: str, written: str) -> None:
    assert said_of_its_subject(spoken) == written


@pytest.mark.parametrize(
    "spoken",
    ["my cousin emailed she was moving", "our neighbour reckons they left", "the teacher said he cried"],
)
def test_what_somebody_said_of_another_keeps_its_subject(spoken: str) -> None:
    assert said_of_its_subject(spoken) == spoken


@pytest.mark.parametrize(
    ("words", "pointing"),
    [
        ("It's usually in company.", True),
        ("He works far away.", True),
        ("I told her that.", True),
        ("They lost their keys.", True),
        ("It's hard to talk to my dad.", False),
        ("It's been three years.", False),
        ("My uncle said he would call.", False),
        ("I know that I have to stop.", False),
        ("My job is hard and I like it.", False),
    ],
)
def test_what_points_at_something_unnamed_is_told(words: str, pointing: bool) -> None:
    assert points_back(words) is pointing


def test_a_sentence_without_any_matter_says_nothing() -> None:
    assert not says_something("I guess it's kind of a thing.")
    assert not says_something("I know what you mean.")
    assert says_something("I lost the spare keys.")
    assert says_something("I feel calmer.")


async def test_somebody_named_shortly_before_stands_where_they_were_only_pointed_at() -> None:
    note = await drafted_with(
        ("c", "My brother came over on the weekend with the dog."),
        ("t", "How was that?"),
        ("c", "He drives a delivery van at night."),
    )
    (told,) = [one for part in note.sections for one in part.sentences if "drives a delivery van" in one.text]
    assert "her brother drives" in told.text.replace("Her brother", "her brother") or "he drives" in told.text
    assert {"s4", "s6"} <= set(told.evidence)


async def test_nobody_is_guessed_where_two_were_named() -> None:
    note = await drafted_with(
        ("c", "My brother and my uncle came over on the weekend."),
        ("t", "Tell me about the visit."),
        ("c", "The kitchen was full of boxes all day."),
        ("t", "And after that?"),
        ("c", "He drives a delivery van at night."),
    )
    assert "brother drives" not in " ".join(texts(note))
    assert "uncle drives" not in " ".join(texts(note))


async def test_what_was_given_back_and_agreed_to_is_a_response_of_both_lines() -> None:
    note = await drafted_with(
        ("t", "So you're worried about losing the flat."),
        ("c", "Yeah, exactly."),
        note_format=NoteFormat.BIRP,
    )
    (response,) = [part for part in note.sections if part.title == "Response"]
    (sentence,) = response.sentences
    assert sentence.text == "Client agreed that she is worried about losing the flat."
    assert sentence.evidence == ("s4", "s5")
    assert not sentence.flags


@pytest.mark.parametrize("answer", ["Mm-hmm.", "Yeah, but not really.", "Well, maybe.", "No."])
async def test_nothing_is_agreed_to_by_less_than_a_plain_yes(answer: str) -> None:
    note = await drafted_with(("t", "So you're worried about losing the flat."), ("c", answer))
    assert "agreed that" not in " ".join(texts(note))


async def test_advice_is_no_reflection() -> None:
    note = await drafted_with(("t", "You should call the landlord about the flat."), ("c", "Yes."))
    assert "agreed that" not in " ".join(texts(note))


def test_a_list_that_was_nodded_to_keeps_its_commas() -> None:
    lines = said(("c", "I had headaches-"), ("t", "Mm-hmm."), ("c", "-fever, and a cough.")).lines
    assert [unit.words for unit in units_of(lines) if unit.speaker == "c"] == [
        "I had headaches, fever, and a cough."
    ]


async def test_a_remark_to_the_clinician_is_not_quoted_from_rambling_talk() -> None:
    note = await drafted_with(
        ("c", "Um, you know, I- I mean, um, I like your- your way of thinking, doctor."),
        ("c", "Um, and, you know, I- I sold the old van, um, in March."),
    )
    told = " ".join(texts(note))
    assert "way of thinking" not in told
    assert "sold the old van" in told
