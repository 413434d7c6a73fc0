"""Risk said with a laugh, in anger, or of what others fear is unclear; a question in two parts is one."""

from __future__ import annotations

import pytest

from live_notes.drafting.risk import find_risks
from tests.support.dialogues import said


def found(*turns: tuple[str, str]) -> set[str]:
    return {f"{item.kind.value}: {item.status.value}" for item in find_risks(said(*turns).lines)}


@pytest.mark.parametrize(
    ("spoken", "status"),
    [
        ("I'd like to slap him with the newspaper. [laughs] No.", "harm to others: unclear"),
        ("I coulda kill her for that.", "harm to others: unclear"),
        ("I'd love to punch my boss.", "harm to others: unclear"),
        ("If you think I'm going to hurt myself you can ring.", "self-harm: unclear"),
    ],
)
def test_what_need_not_be_meant_is_unclear(spoken: str, status: str) -> None:
    assert found(("c", spoken)) == {status}


@pytest.mark.parametrize("spoken", ["That just kinda hit me.", "It really hit me on the bus."])
def test_what_strikes_somebody_is_no_blow(spoken: str) -> None:
    assert found(("c", spoken)) == set()


def test_somebody_else_who_hit_a_door_is_no_self_harm() -> None:
    assert "self-harm: reported" not in found(("c", "He punched the door once."))
    assert "self-harm: unclear" not in found(("c", "He punched the door once."))


def test_a_second_half_of_a_question_is_answered_with_it() -> None:
    turns = (
        ("t", "Have you thought of ending your life? Of doing something to bring it about?"),
        ("c", "No. Never."),
    )
    assert found(*turns) == {"suicide: denied"}


@pytest.mark.parametrize(
    "spoken",
    [
        "I took a heap of paracetamol and my brother found me.",
        "It would be better if I'm not here.",
        "I thought I should just sleep and not get up.",
        "I've no great interest in living, to be honest.",
        "If a doctor told me I'm not going to wake up, I wouldn't mind.",
    ],
)
def test_more_ways_to_say_it_are_surfaced(spoken: str) -> None:
    assert {one.split(":")[0] for one in found(("c", spoken))} == {"suicide"}
