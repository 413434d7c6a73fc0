"""Risk said with a laugh, in anger, or of what others fear is unclear; a question in two parts is one."""

from __future__ import annotations

import pytest

from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said


def found(*turns: tuple[str, str]) -> set[str]:
    return {f"{item.kind.value}: {item.status.value}" for item in find_risks(said(*turns).lines)}


@pytest.mark.parametrize(
    ("spoken", "status"),
    [
        ("I could kill her, I lie awake and go over it, I mean it.", "harm to others: unclear"),
        ("I could strangle him. I've the rope and a knife in the van.", "harm to others: unclear"),
        ("I'd love to punch my boss.", "harm to others: unclear"),
        ("If you think I'm going to hurt myself you can ring.", "self-harm: unclear"),
    ],
)
def test_what_need_not_be_meant_is_unclear(spoken: str, status: str) -> None:
    assert found(("c", spoken)) == {status}


@pytest.mark.parametrize(
    "spoken",
    [
        "I'd like to slap him with the newspaper. [laughs] No.",
        "I coulda kill her for that.",
        "I could have murdered my sister, she wore my coat.",
        "I could cheerfully strangle him when he hums.",
        "I died of shame at the till.",
        "I'm killing myself with these double shifts.",
        "The heat will kill somebody one day.",
        "I want to end it with Marcus.",
        "They hit us with a massive bill in June.",
        "I burnt my hand on the iron.",
        "There's no point going on about it.",
        "I don't want to live with my brother any more.",
        "I can't go on holiday with her.",
        "We were jumping off the sofa when they scored.",
    ],
)
def test_a_manner_of_speaking_is_no_risk(spoken: str) -> None:
    assert found(("c", spoken)) == set()


def test_what_could_be_a_manner_of_speaking_is_kept_where_it_was_asked_for() -> None:
    asked = ("t", "Have you any thoughts of hurting somebody?")
    assert "harm to others: denied" not in found(asked, ("c", "I could kill him, that landlord."))
    assert found(asked, ("c", "I could kill him, that landlord."))


@pytest.mark.parametrize(
    "spoken",
    [
        "What if I stabbed my sister in her sleep? It goes round all day.",
        "I get the thought that I'll push him on the stairs and I'd never want to.",
        "My mind says you will strangle her, and I pray until it stops.",
        "I looked up whether people with this ever kill someone.",
        "I'm terrified I might hurt my little girl.",
    ],
)
def test_a_dreaded_thought_of_harm_is_never_told_as_reported(spoken: str) -> None:
    assert "harm to others: reported" not in found(("c", spoken))


def test_what_is_spoken_aloud_in_an_exposure_is_no_intent() -> None:
    work = ("t", "That is the exposure for the obsessions, say it aloud.")
    assert found(work, ("c", "I might stab her and nobody can stop me.")) == {"harm to others: unclear"}
    assert found(("c", "I want to stab him and I've thought about when.")) == {"harm to others: reported"}


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
