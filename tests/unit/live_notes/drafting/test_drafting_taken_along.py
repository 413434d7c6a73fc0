"""A dream, a time, the half that a "but" turns: each stands with what it would say otherwise without."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.telling.taken_along import (
    announced_before,
    doubted_behind,
    dreamt_before,
    framed_before,
)
from live_notes.drafting.formats import Kind
from tests.support.dialogues import drafted_with, said, texts


def _opened(words: str, *, last: int = -1) -> tuple[str | None, str | None]:
    """Of a client's last sentence, which one opens the dream, and which the time, it is of."""
    units = units_of(said(("t", "How have you been?"), ("c", words)).lines)
    told = units[last]
    dream, time = dreamt_before(units, told), framed_before(units, told)
    return (None if dream is None else dream.exact, None if time is None else time.exact)


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("I had a dream on the ward. My teeth were made of sand.", "I had a dream on the ward."),
        ("I had that nightmare again. My brother was under the ice.", "I had that nightmare again."),
        ("I dreamt about the farm. The cattle were all in the kitchen.", "I dreamt about the farm."),
        ("I keep having this dream. I can't find my child at the market.", "I keep having this dream."),
        ("In the dream I'm late. Everybody is gone from the church.", "In the dream I'm late."),
        ("I've dreamed of him, you know. He was selling mangoes.", "I've dreamed of him, you know."),
        ("I get the same nightmare. The brakes don't work.", "I get the same nightmare."),
        ("I had such a dream. It was odd. My aunty took my house.", "I had such a dream."),
    ],
)
def test_what_was_dreamt_is_known_for_a_dream(words: str, opens: str) -> None:
    assert _opened(words)[0] == opens


@pytest.mark.parametrize(
    "words",
    [
        "I had my dream job. They let me go in March.",
        "I dream of opening a café. I've saved four thousand.",
        "I had a dream about Mum. Then I woke up. I rang my sister.",
        "I had a dream about Mum. On Tuesday my boss shouted at me.",
        "We lived in our dream house. My husband drank.",
        "I slept well. My boss shouted at me.",
    ],
)
def test_what_was_not_dreamt_is_of_no_dream(words: str) -> None:
    assert _opened(words)[0] is None


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Before, in the camp, yes. There I asked God to take me.", "Before, in the camp, yes."),
        ("Back then I was alone. I took a whole packet.", "Back then I was alone."),
        ("When I was at school, in Cork. I cut my arms.", "When I was at school, in Cork."),
        ("In 2011, after the divorce. I drank every night.", "In 2011, after the divorce."),
        ("Not now. Years ago, in Lagos. I jumped off the bridge.", "Years ago, in Lagos."),
        ("As a teenager, maybe. I starved myself.", "As a teenager, maybe."),
        ("2008. I was nineteen. I took tablets.", "2008."),
        ("Back home it was bad. My uncle beat me with a belt.", "Back home it was bad."),
    ],
)
def test_what_was_at_another_time_is_known_for_it(words: str, opens: str) -> None:
    assert _opened(words)[1] == opens


@pytest.mark.parametrize(
    "words",
    [
        "Back then I was alone. Now I walk every day.",
        "When I was at school I was shy. I've had a panic attack this week.",
        "In 2011, after the divorce. Last week I drank again.",
        "Before. I sleep badly.",
        "It's hard. I sleep badly.",
        "Years ago, in Lagos. These days it's fine. I sleep badly.",
    ],
)
def test_what_has_its_own_time_stands_alone(words: str) -> None:
    assert _opened(words)[1] is None


async def test_a_dream_is_told_with_what_says_that_it_is_one() -> None:
    note = await drafted_with(
        ("t", "What else came up this week?"),
        ("c", "Well, not much. I had a dream on Sunday night. My violin was made of bread and it crumbled."),
    )
    assert not any("violin" in one and "dream" not in one for one in texts(note))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Panic means that the body gives a false alarm.",
            "But with your heart we'd want the doctor's word first.",
        ),
        (
            "The tablets can help because they lift the mood.",
            "However, they don't work on the worry by themselves.",
        ),
        ("Anxiety is how the body gets ready to run.", "But it can't tell a lion from an email."),
        (
            "For most people the voices go because they sleep.",
            "But if it's in the family the chance is higher.",
        ),
    ],
)
async def test_half_an_explanation_is_never_told(first: str, second: str) -> None:
    note = await drafted_with(("t", f"{first} {second}"), ("c", "Okay, I didn't know that."))
    for one in texts(note):
        if "explained" in one and first.split()[-2] in one:
            assert second.rstrip(".") in one


DOUBTED = [
    ("I could wake my wife, but she'd eat me.", "Would she?", "No. She wouldn't."),
    ("My manager hates me since the spring.", "Does he?", "Well, no. He's just busy."),
    ("Everybody at church was laughing at the hat.", "Were they?", "Nah. Two of the aunties, maybe."),
    ("I'm useless with the children at bedtime.", "Are you?", "Not really. They sleep, so."),
    ("My sister will never speak to us again.", "Won't she?", "No, she rang on Sunday."),
    ("The whole class could see the rash on it.", "Could they really?", "I suppose not, I had the scarf."),
    ("My father did it because of the money.", "Did he?", "No. I don't know why he did it."),
    ("My supervisor is going to sack the two of us.", "Is she?", "Um, no. She said we're grand."),
]


@pytest.mark.parametrize(("told", "doubt", "answer"), DOUBTED)
async def test_what_is_taken_back_when_it_is_doubted_is_never_told_alone(
    told: str, doubt: str, answer: str
) -> None:
    note = await drafted_with(("t", "What would happen then?"), ("c", told), ("t", doubt), ("c", answer))
    key = told.rstrip(".").split()[-1]
    for one in texts(note):
        if key in one and "happen then" in one:
            assert answer.rstrip(".").split()[-1] in one


@pytest.mark.parametrize(
    ("told", "doubt", "answer"),
    [
        ("My manager hates me since the spring.", "Does he?", "Yes. He said so."),
        ("My manager hates me since the spring.", "How do you know?", "No idea, I just do."),
        ("My manager hates me since the spring.", "Does he hit you?", "No. Never."),
    ],
)
def test_another_question_or_a_yes_takes_nothing_back(told: str, doubt: str, answer: str) -> None:
    units = units_of(said(("t", "Go on."), ("c", told), ("t", doubt), ("c", answer)).lines)
    unit = next(one for one in units if one.exact == told)
    seen = Seen("x", Kind.REPORT, 0.5, 0.0)
    one = Statement(Kind.REPORT, "x", unit.evidence, seen, unit.index, frozenset(unit.stems))
    assert not doubted_behind(units, one)


@pytest.mark.parametrize(
    ("turns", "dreamt"),
    [
        (
            (
                ("c", "I had a dream, by the way. Can I tell it?"),
                ("t", "Please."),
                ("c", "The quay was dry."),
            ),
            True,
        ),
        (
            (
                ("c", "I had a dream on Monday, it was nothing."),
                ("t", "Mm."),
                ("c", "Anyway, the quay was dry."),
            ),
            False,
        ),
        (
            (("c", "I had a dream. I woke up sweating."), ("t", "Mm."), ("c", "The quay was dry.")),
            False,
        ),
        (
            (
                ("c", "I had a dream."),
                ("t", "Before that, tell me how it was at the harbour this winter."),
                ("c", "The quay was dry."),
            ),
            False,
        ),
    ],
)
def test_a_dream_announced_is_told_in_the_next_turn(turns: tuple[tuple[str, str], ...], dreamt: bool) -> None:
    units = units_of(said(*turns).lines)
    assert (announced_before(units, units[-1]) is not None) is dreamt
