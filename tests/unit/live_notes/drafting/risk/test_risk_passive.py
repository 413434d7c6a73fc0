"""Wishes not to be that are told as a thing that would merely happen, and what only sounds like one."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

SUICIDE, ABUSE, OTHERS = RiskKind.SUICIDE, RiskKind.ABUSE, RiskKind.HARM_TO_OTHERS
REPORTED, UNCLEAR, DENIED = RiskStatus.REPORTED, RiskStatus.UNCLEAR, RiskStatus.DENIED


def found(*turns: tuple[str, str]) -> list[tuple[RiskKind, RiskStatus, bool]]:
    return [(one.kind, one.status, one.past) for one in items(*turns)]


def items(*turns: tuple[str, str]) -> tuple[RiskItem, ...]:
    return find_risks(said(*turns).lines)


def told(words: str) -> list[tuple[RiskKind, RiskStatus, bool]]:
    return found(("t", "How has the week been?"), ("c", words))


@pytest.mark.parametrize(
    "words",
    [
        "I thought it would be no harm if I never woke up.",
        "Some nights I think it'd be no great loss if I didn't come round.",
        "I thought, if a lorry hit me, then at least I could rest.",
        "I was thinking if the tram knocked me down somebody would have to mind the house.",
        "I wouldn't mind if a bus hit me.",
        "I'd not care if a train hit me, to be honest.",
        "I wish a car would just hit me.",
        "I wish I was never born.",
        "I wish I could go to sleep till it's all over.",
        "I said to myself, it'd be a mercy if I dropped dead.",
        "I feel they'd be better off if I wasn't around.",
    ],
)
def test_a_wish_not_to_be_is_reported_where_it_is_the_client_s_own_thought(words: str) -> None:
    assert told(words) == [(SUICIDE, REPORTED, False)]


@pytest.mark.parametrize(
    "words", ["I just don't see the point in being here.", "I can't see any point carrying on."]
)
def test_what_may_be_meant_otherwise_is_unclear(words: str) -> None:
    assert told(words) == [(SUICIDE, UNCLEAR, False)]


@pytest.mark.parametrize(
    "words",
    [
        "A car hit me in March and I was off work.",
        "I worry what if a bus hit me and nobody knew.",
        "I'm scared in case a car hit me on that road.",
        "It'd be no harm if I didn't get up till ten on Sundays.",
        "It'd be no harm if I didn't get up early for once.",
        "I wouldn't mind if I didn't get up for school.",
        "He took me to the place where the train ran.",
        "I don't see the point of going on about it.",
        "I don't see the point of living with him.",
        "I wish I could sleep until nine.",
        "The ball hit me in the face and I laughed.",
        "Then the exhaustion hit me.",
        "My mum, it'd kill her to know I failed.",
        "The shame would kill my father.",
    ],
)
def test_what_a_bus_did_and_what_is_only_a_lie_in_is_no_risk(words: str) -> None:
    assert told(words) == []


def test_a_wish_of_long_ago_stands_as_history_beside_what_is_denied_now() -> None:
    asked = ("t", "Any thoughts of harming yourself, or that you'd be better off not here?")
    answer = (
        "c",
        "No, nothing like that. The first winter, I thought I'd not mind if a bus hit me. But not for years.",
    )
    assert {one for one in found(asked, answer) if one[0] is SUICIDE} == {
        (SUICIDE, DENIED, False),
        (SUICIDE, REPORTED, True),
    }


def test_what_a_clinician_says_again_of_a_car_is_no_violence() -> None:
    said_again = ("t", "If a car hit you, somebody would come.")
    assert {kind for kind, _, _ in found(("c", "If a car hit me then somebody would come."), said_again)} == {
        SUICIDE
    }


@pytest.mark.parametrize(
    ("recalled", "answer"),
    [
        ("There was a time a few years back when you tried to take your life.", "Yeah. In the shed."),
        ("Back in 2015 you took an overdose.", "I did, yes."),
        ("And before that, in your first year at college, you tried to kill yourself.", "Yes. In the halls."),
        ("That was the time of your suicide attempt.", "Yeah. That was 2012."),
    ],
)
def test_an_attempt_that_a_clinician_recalls_and_the_client_owns_is_history(
    recalled: str, answer: str
) -> None:
    assert (SUICIDE, REPORTED, True) in found(("t", recalled), ("c", answer))


def test_tablets_are_an_attempt_only_where_suicide_was_spoken_of() -> None:
    recalled, answer = ("t", "In Year 9, when you took the tablets."), ("c", "Yeah. I'd planned that.")
    urges = ("t", "Suicide urges, you've put a one on Saturday. What was the one?")
    assert (SUICIDE, REPORTED, True) in found(urges, ("c", "I don't know. A second."), recalled, answer)
    assert (
        found(
            ("t", "How is the nausea?"),
            ("c", "Better."),
            ("t", "When you took the tablets with food."),
            answer,
        )
        == []
    )


@pytest.mark.parametrize(
    ("recalled", "answer"),
    [
        ("There was a time when you tried to take your life.", "No, that was my sister."),
        ("Did you ever try to take your life?", "No."),
    ],
)
def test_an_attempt_that_is_not_owned_is_no_history(recalled: str, answer: str) -> None:
    assert all(not past for _, _, past in found(("t", recalled), ("c", answer)))


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        ("How much are you drinking at the moment?", "Up here? Four cans a night.", REPORTED),
        ("How often do you drink?", "Most nights, to be fair.", REPORTED),
        ("Igbo, that's cannabis. How much?", "Twice in a week.", REPORTED),
        ("And when did you last use drugs?", "Thursday.", REPORTED),
        ("How much are you drinking at the moment?", "None. Not since Easter.", DENIED),
        ("How much are you drinking at the moment?", "I stopped two years ago.", UNCLEAR),
    ],
)
def test_an_amount_tells_of_use(asked: str, answer: str, status: RiskStatus) -> None:
    assert (RiskKind.SUBSTANCE_USE, status) in [
        (kind, of) for kind, of, _ in found(("t", asked), ("c", answer))
    ]


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("My father flogged me well, but everybody's father did.", True),
        ("My mother used to beat me when I was small.", True),
        ("My father caned me when I was eight.", True),
        ("My husband hit me.", False),
        ("My dad hit me on Saturday.", False),
        ("My dad still hits me like when I was ten.", False),
        ("My stepdad punched me last night.", False),
    ],
)
def test_violence_of_a_childhood_is_history_and_any_other_is_not(words: str, past: bool) -> None:
    assert [(kind, of) for kind, _, of in told(words)] == [(ABUSE, past)]


def test_a_joke_that_is_taken_back_twice_is_a_no() -> None:
    asked = ("t", "And hurting anybody else, any thoughts like that?")
    assert found(asked, ("c", "Only my landlord, honest to God. No. I'm joking. No.")) == [
        (OTHERS, DENIED, False)
    ]
    assert found(asked, ("c", "Only my landlord.")) == [(OTHERS, UNCLEAR, False)]


def test_what_is_disowned_is_quoted_with_the_picture_it_disowns() -> None:
    asked = ("t", "Any thoughts about hurting her, or pictures popping in?")
    answer = ("c", "I have, okay. The stairs. I see her falling. Like every time. It's not like I want to.")
    (item,) = items(asked, answer)
    assert item.quotes[-1] == "It's not like I want to."


def test_harm_asked_of_somebody_and_then_in_other_words_has_its_answer() -> None:
    asked = (
        "t",
        "And to harm someone else? Femi, say. Has it come to mind that you should act before he does?",
    )
    assert found(asked, ("c", "No. I'm no fighter.")) == [(OTHERS, DENIED, False)]
