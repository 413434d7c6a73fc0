"""Risk told in plain words of many places and ages, and everyday talk that uses the same words of none."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

SUICIDE, HARM, OTHERS = RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.HARM_TO_OTHERS


def kinds(told: str) -> set[tuple[RiskKind, str | None]]:
    found = find_risks(said(("t", "How has the week been?"), ("c", told)).lines)
    return {(one.kind, one.whose) for one in found}


@pytest.mark.parametrize(
    "told",
    [
        "I be praying God would just carry me.",
        "I was sorry to find myself still here, honest to God.",
        "I wouldn't be sorry if I passed in the night.",
        "They'd be well rid of me.",
        "I've no will to live since she went.",
        "I just want to stop being alive, kind of.",
        "It'd be easier on them all if I was out of the way.",
        "I don't care whether I live or not, love.",
        "I do not want to remain in this world.",
        "I'm weary of this life.",
        "I could just nod off and never wake.",
        "I'd sooner be in the cemetery with her.",
        "It crossed my mind to walk out into the traffic.",
        "I tried to do away with myself in the nineties.",
        "He came in and I'd tied a scarf over the rail.",
        "I consumed pesticide that day.",
        "There were two attempts on my life, both mine.",
        "The guards talked me down off the railings.",
        "I swallowed a fistful of my mother's tablets.",
        "I went on line and googled how many tablets it takes.",
        "My brain keeps telling me to just end it.",
        "There's nothing keeping me here.",
        "I had this pull to step off in front of it.",
    ],
)
def test_a_wish_to_be_gone_or_an_attempt_is_found_however_it_is_told(told: str) -> None:
    assert kinds(told) == {(SUICIDE, None)}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("I go at my legs with a compass when it's bad.", HARM),
        ("I slashed my forearm a bit on Sunday.", HARM),
        ("I've fresh marks on my thighs.", HARM),
        ("I stub my cigarettes on my arm.", HARM),
        ("I pick at my skin until it bleeds.", HARM),
        ("I'm going to run him over, I swear.", OTHERS),
        ("I keep imagining strangling my landlord.", OTHERS),
        ("I want to put him in hospital.", OTHERS),
        ("I threw a mug at my wife.", OTHERS),
        ("I've got a machete by the bed, ready for him.", OTHERS),
    ],
)
def test_harm_to_themselves_and_to_others_is_found_however_it_is_told(told: str, kind: RiskKind) -> None:
    assert {one for one, _ in kinds(told)} == {kind}


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ("My sister took a heap of pills on Sunday.", "the client's sister"),
        ("My uncle keeps saying there's no point in him being here.", "the client's uncle"),
        ("My cousin is talking of drinking pesticide.", "the client's cousin"),
    ],
)
def test_the_danger_of_another_is_theirs(told: str, whose: str) -> None:
    assert kinds(told) == {(SUICIDE, whose)}


@pytest.mark.parametrize(
    "told",
    [
        "I killed her twice in Minecraft.",
        "That film about suicide was on again.",
        "We did suicides in training till I was sick.",
        "I went on the suicide awareness day with work.",
        "We all jumped off the pier.",
        "I'd jump off a bridge for that girl.",
        "We said our goodbyes and drove home.",
        "I said my goodbyes at the airport.",
        "I hurt myself at hurling, it's only a sprain.",
        "I scratched my leg on the brambles.",
        "I'd rather die than wear that to a wedding.",
        "You'd slit your wrists listening to him.",
        "I lost the will to live in the queue.",
        "I was annoyed when I woke at five.",
        "I've been thinking about checking out that café.",
        "I asked God to carry me through the exam.",
        "I took all my tablets this week like you said.",
        "I stepped in front of the class to speak.",
        "I want to beat my manager to the office.",
        "I'm tired of this life of trains and deadlines.",
        "She'd be better off with a new car.",
        "My wife held a gun to my head to make me rest.",
        "I want to cut my brother out of the photo.",
        "I threw the ball at the wall.",
    ],
)
def test_everyday_talk_in_the_same_words_is_no_risk(told: str) -> None:
    assert not {kind for kind, _ in kinds(told)} & {SUICIDE, HARM, OTHERS}


def test_what_is_unclear_stands_behind_what_was_told_of_the_same_risk() -> None:
    told = said(
        ("t", "Any thoughts of ending your life?"),
        ("c", "Yes. Most nights."),
        ("t", "How was the weekend?"),
        ("c", "I can't go on. I want it to stop."),
    )
    (found,) = find_risks(told.lines)
    assert (found.kind, found.status) == (SUICIDE, RiskStatus.REPORTED)
    assert found.quotes[0] == "Any thoughts of ending your life?"
    assert "I can't go on." in found.quotes


@pytest.mark.parametrize(
    "asked",
    [
        "And any thoughts about harm coming to him, by you?",
        "Any images of hurt happening to the baby?",
        "Any fears of harm done to the children?",
    ],
)
def test_harm_that_might_come_to_a_child_is_asked_about(asked: str) -> None:
    (found,) = find_risks(said(("t", asked), ("c", "No, never.")).lines)
    assert (found.kind, found.status) == (OTHERS, RiskStatus.DENIED)


@pytest.mark.parametrize(
    "told", ["That I'll turn round and stab my sister.", "I listen to myself saying maybe I'll kill my dad."]
)
def test_a_deed_that_an_obsession_dreads_is_unclear(told: str) -> None:
    lines = said(("t", "How was the exposure, with the script?"), ("c", told)).lines
    assert [(one.kind, one.status) for one in find_risks(lines)] == [(OTHERS, RiskStatus.UNCLEAR)]
