"""What is told of risk and of means keeps its question, and what the client goes on to say."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

_RISK = (
    ("t", "I'd rather ask you plainly. Have you been thinking about ending your life?"),
    ("c", "I've thought about it, on the bad nights."),
)


async def told(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*turns, note_format=NoteFormat.NARRATIVE))


@pytest.mark.parametrize(
    ("question", "answer", "named"),
    [
        (
            "And the guns, Alan? You've a licence, haven't you.",
            "They're not in house. I gave both of them to our kid, Derek.",
            "guns",
        ),
        ("And the shotgun, where is that?", "It's at my brother's. He took it in March.", "shotgun"),
        ("What about the rifle you mentioned?", "I sold it to a neighbour before the summer.", "rifle"),
        (
            "You said there were tablets at home, a stash of them?",
            "They're gone. I handed them back to the chemist.",
            "tablets",
        ),
        ("And the rope in the garage?", "I threw it out on Sunday. My wife took it to the tip.", "rope"),
        ("Are there spare pills in the house?", "My daughter has them. She keeps them locked up.", "pills"),
        (
            "And the knives, are they still in your room?",
            "No. They're in the kitchen. Mum locks the drawer.",
            "knives",
        ),
        ("Is the pesticide still in the shed?", "It's locked. My uncle has the key.", "pesticide"),
    ],
)
async def test_an_answer_about_means_keeps_its_question(question: str, answer: str, named: str) -> None:
    found = await told(*_RISK, ("t", question), ("c", answer))
    last = " ".join(answer.rstrip(".").split()[-2:])
    of_it = [one for one in found if last in one]
    assert of_it, found
    assert any(named in one for one in of_it), of_it


@pytest.mark.parametrize(
    ("question", "answer", "bound"),
    [
        (
            "Is it a wish to die, or a wish to rest?",
            "It's a rest. But I can't tell you I don't see the other one from there.",
            "don't see the other one from there",
        ),
        (
            "Do you ever think of doing something to make it happen?",
            "No. I know where everything is, I have"
            " the keys to the cupboard. And I never once look at it like that.",
            "never once look at it like that",
        ),
        (
            "Have you thought about how you'd do it?",
            "I'm a vet, I have everything in the van. But I've never opened it for that.",
            "never opened it for that",
        ),
        (
            "Are you having any thoughts of suicide?",
            "It's more that I'm worn out. But I won't say it never comes into my head.",
            "never comes into my head",
        ),
        (
            "Is it wanting to die, or wanting it to stop?",
            "It's wanting it to stop. But some nights I can't tell the one from the other.",
            "can't tell the one from the other",
        ),
        (
            "Have you ever wished you were dead?",
            "I wish for quiet. And some days I wish for more than quiet.",
            "wish for more than quiet",
        ),
    ],
)
async def test_what_bounds_an_answer_to_risk_is_told_with_it(question: str, answer: str, bound: str) -> None:
    found = await told(*_RISK, ("t", question), ("c", answer))
    first = answer.split(". ")[-2].removeprefix("No. ")
    with_it = [one for one in found if bound in one]
    assert with_it, found
    assert not [one for one in found if first in one and bound not in one]


@pytest.mark.parametrize(
    "answer",
    [
        "I've told them nothing. If I'm thrown out I will die. I will just die of shame.",
        "My father tells everybody. I'd die if he found out. I would just die.",
        "They think I passed. I'll die of shame in front of my uncles.",
        "I haven't told Mum. I could die when I think of her face.",
        "The whole street knows my marks. I would die of the shame of it.",
        "My aunties ask every week. I'd just die if they knew.",
    ],
)
async def test_dying_of_shame_is_never_told_as_a_statement_of_the_note(answer: str) -> None:
    found = " ".join(
        await told(
            ("t", "Do your parents know?"),
            ("c", answer),
            ("t", "When you say you'd die, have you been having thoughts about ending your life?"),
            ("c", "No no. It's how we say. I've not thought like that."),
        )
    )
    outside = "".join(found.split('"')[::2])
    assert " die" not in outside
    assert " dies" not in outside


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("And the tablets, did the GP start the sertraline?", "They're fine. I take them at night."),
        ("How are the knives and the cooking course going?", "I made a lovely soup and my sister ate it."),
        ("How is the allotment?", "It's doing well and the beans are up."),
    ],
)
async def test_what_is_no_means_is_told_as_before(question: str, answer: str) -> None:
    found = await told(("t", "How have you been?"), ("c", "All right."), ("t", question), ("c", answer))
    assert not [one for one in found if one.startswith(f'When asked "{question[:12]}')]
