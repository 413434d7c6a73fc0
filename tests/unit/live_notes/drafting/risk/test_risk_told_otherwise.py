"""Risks that are checked, read off a card or told without their name, and words of a risk that are none."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR
SUICIDE, HARM, OTHERS, ABUSE, DRINK = (
    RiskKind.SUICIDE,
    RiskKind.SELF_HARM,
    RiskKind.HARM_TO_OTHERS,
    RiskKind.ABUSE,
    RiskKind.SUBSTANCE_USE,
)


def items(*turns: tuple[str, str]) -> tuple[RiskItem, ...]:
    return find_risks(said(*turns).lines)


def risks(*turns: tuple[str, str]) -> set[tuple[RiskKind, RiskStatus, bool]]:
    return {(one.kind, one.status, one.past) for one in items(*turns)}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Yeah no, nothing of the sort.", D),
        ("Yeah, nah, never.", D),
        ("Yeah, no, not once.", D),
        ("Yeah, no, I don't know.", U),
        ("Yeah, no, I've never told anybody.", U),
        ("Yeah, no, nothing serious.", U),
        ("Yes. No. Maybe.", U),
        ("Yeah, no, nothing. I mean sometimes.", U),
    ],
)
def test_a_no_that_takes_its_time_is_one(answer: str, status: RiskStatus) -> None:
    assert risks(("t", "Any thoughts of suicide?"), ("c", answer)) == {(SUICIDE, status, False)}


@pytest.mark.parametrize("check", ["Is that right?", "Is that still the case?", "Is that accurate?"])
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Yes, that's right.", D),
        ("Correct, doctor.", D),
        ("No, nothing.", D),
        ("Yeah. I've had that, mind, but not since the summer.", D),
        ("No.", U),
        ("Yes, but at night it comes.", None),
        ("Yes. I have them every night.", None),
        ("Right. Well, a few.", None),
        ("That's right. Until last night.", None),
        ("Yes. It's been worse, actually.", None),
    ],
)
def test_what_is_held_up_and_checked_is_denied_when_it_is_agreed_to(
    check: str, answer: str, status: RiskStatus | None
) -> None:
    found = risks(("t", f"So no thoughts of hurting yourself. {check}"), ("c", answer))
    if status is None:
        assert (HARM, D, False) not in found
    else:
        assert (HARM, status, False) in found
        assert (HARM, R, False) not in found


@pytest.mark.parametrize(
    ("answer", "status"),
    [("Yeah, still nought.", D), ("Yeah no, none of that.", D), ("No.", U), ("No, it's gone up.", U)],
)
def test_an_item_read_out_and_checked_is_what_the_client_says(answer: str, status: RiskStatus) -> None:
    put = "On number nine you put zero for thoughts of being better off dead. Is that still how it is?"
    assert risks(("t", put), ("c", answer)) == {(SUICIDE, status, False)}


@pytest.mark.parametrize(
    ("card", "answer", "status"),
    [
        ("Self-harm. You've got a yes on Monday.", "Yep.", R),
        ("Suicidal thoughts. You've put noughts all week.", "That's right.", D),
        ("Self-harm. You've put a yes on Tuesday.", "No, I tapped it by mistake.", U),
    ],
)
def test_the_item_of_a_card_is_what_is_put_under_it(card: str, answer: str, status: RiskStatus) -> None:
    assert status in {one.status for one in items(("t", card), ("c", answer))}
    assert {one.status for one in items(("t", card), ("c", answer))} <= {status}


@pytest.mark.parametrize(
    "answer",
    [
        "I'd be fine if I never woke up.",
        "I'd be okay if I didn't wake up, to be honest.",
        "I would just be relieved if I died.",
    ],
)
def test_a_passive_wish_is_reported(answer: str) -> None:
    assert (SUICIDE, R, False) in risks(("c", answer))


def test_a_wish_that_the_clinician_puts_in_words_is_reported_when_agreed_to() -> None:
    assert (SUICIDE, R, False) in risks(("t", "Easier if you weren't here?"), ("c", "Yeah."))


@pytest.mark.parametrize(
    "told",
    [
        "When I was seventeen I drank Gramoxone.",
        "In 2011 I swallowed a bottle of bleach. My sister found me.",
        "I was twenty. I drank some rat poison in the hostel.",
    ],
)
def test_poison_that_was_drunk_years_ago_is_an_attempt_and_no_drinking(told: str) -> None:
    assert risks(("t", "Has it ever come to that?"), ("c", told)) == {(SUICIDE, R, True)}


def test_an_unknown_poison_is_told_by_the_way_to_hospital() -> None:
    asked = ("t", "Have you ever tried to end your life?")
    told = "When I was eighteen. I drank Otapin. They rushed me to the general hospital."
    assert (SUICIDE, R, True) in risks(asked, ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "I swallowed bleach by accident when I was small.",
        "I took acid at a festival when I was nineteen.",
        "I took the bleach to the bathroom floor.",
        "I drank vodka all night. They rushed me to casualty.",
        "I swallowed a wasp. They rushed me to casualty.",
    ],
)
def test_what_was_no_attempt_is_none(told: str) -> None:
    assert not any(kind is SUICIDE for kind, _, _ in risks(("c", told)))


def test_a_plan_of_another_time_stands_beside_the_denial() -> None:
    asked = ("t", "Are you thinking about killing yourself?")
    turns = (asked, ("c", "No. Not like in October."), ("t", "What was it like then?"))
    then = ("c", "In October I had a proper plan. I bought the rope. Now I just want some sleep.")
    found = items(*turns, then)
    assert {(one.status, one.past) for one in found if one.kind is SUICIDE} >= {(D, False), (R, True)}
    past = next(one for one in found if one.past)
    assert "Now I just want some sleep." not in past.quotes


def test_a_plan_for_something_else_is_none() -> None:
    asked = ("t", "Are you thinking about killing yourself?")
    assert not any(past for _, _, past in risks(asked, ("c", "No."), ("c", "In May I had a plan for Spain.")))
    assert not any(past for _, _, past in risks(asked, ("c", "No. Not like that.")))


@pytest.mark.parametrize(
    "turn",
    [
        ("t", "Next week we do the breathing exercise I threatened you with."),
        ("t", "Was there ever any violence from you?"),
        ("c", "Say I told her so-and-so hit me, she'd only laugh."),
        ("c", "I watch her face to see if she's scared of me."),
        ("c", "I punched a lad at school. He hit me first."),
        ("c", "I'd sooner have cut my own hand off."),
        ("c", "I would have chopped my leg off first."),
        ("c", "I was nodding off on the motorway. I thought, I'll kill someone."),
    ],
)
def test_words_of_a_risk_that_are_none_are_left_out(turn: tuple[str, str]) -> None:
    assert not risks(turn)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("He threatened me with a bottle.", ABUSE),
        ("My husband hit me first thing in the morning.", ABUSE),
        ("He hit me first, and then he hit the wee one.", ABUSE),
        ("She's scared of me.", ABUSE),
        ("I cut my arm on Saturday night.", HARM),
        ("I was driving and so angry I thought, I'll kill somebody.", OTHERS),
    ],
)
def test_what_is_meant_is_kept(told: str, kind: RiskKind) -> None:
    assert kind in {found for found, _, _ in risks(("c", told))}


@pytest.mark.parametrize(
    "told",
    [
        "I asked him, are you thinking of killing yourself?",
        "So I said to my brother, you thinking to kill yourself?",
        "I texted her, you're not going to kill yourself?",
    ],
)
def test_what_the_client_asked_somebody_is_concern_about_them(told: str) -> None:
    found = items(("c", told))
    assert found
    assert all(one.whose is not None for one in found)


def test_what_others_ask_the_client_is_not_put_on_others() -> None:
    assert all(
        one.whose is None for one in items(("c", "She asked me, are you thinking of killing yourself?"))
    )


def test_what_somebody_tells_themselves_is_not_put_on_others() -> None:
    assert all(one.whose is None for one in items(("c", "I say to myself, why don't you kill yourself?")))


def test_a_no_to_weapons_gives_way_to_what_is_denied_and_a_knife_does_not() -> None:
    asked = (("t", "Any thoughts of hurting him?"), ("c", "No."))
    weapons = ("t", "Do you have any weapons, anything you're carrying to feel safe?")
    assert risks(*asked, weapons, ("c", "No.")) == {(OTHERS, D, False)}
    found = risks(*asked, weapons, ("c", "Well, there's the kitchen knife under the pillow."))
    assert any(kind is OTHERS and status is not D for kind, status, _ in found)
