"""What an answer says of a risk: a no that does not hold, a number, an amount, a way, a jest."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
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


def risks(*turns: tuple[str, str]) -> dict[RiskKind, set[RiskStatus]]:
    found: dict[RiskKind, set[RiskStatus]] = {}
    for item in find_risks(said(*turns).lines):
        found.setdefault(item.kind, set()).add(item.status)
    return found


@pytest.mark.parametrize(
    "answer",
    [
        "I don't think I would. But I don't trust myself when I've been drinking.",
        "No. I can't promise it'd stay that way, though.",
        "No, I wouldn't. I'm scared I might when nobody's in.",
        "I don't think so.",
        "No. I couldn't rule it out.",
    ],
)
@pytest.mark.parametrize("asked", ["Do you intend to act on it?", "Would you act on those thoughts?"])
def test_a_no_that_somebody_does_not_trust_is_no_denial_and_is_shown(asked: str, answer: str) -> None:
    first = (("t", "Are you having suicidal thoughts?"), ("c", "Yes, since the weekend."))
    assert risks(*first, ("t", asked), ("c", answer))[SUICIDE] == {R, U}
    assert risks(("t", "Any thoughts of suicide?"), ("c", answer))[SUICIDE] == {U}


@pytest.mark.parametrize("answer", ["No, I wouldn't.", "No. I trust my sister to ring.", "Never."])
def test_a_plain_no_to_intent_is_one(answer: str) -> None:
    first = (("t", "Are you having suicidal thoughts?"), ("c", "Yes, since the weekend."))
    assert risks(*first, ("t", "Do you intend to act on it?"), ("c", answer))[SUICIDE] == {R, D}


@pytest.mark.parametrize(
    "lead", ["When you say it's no good", "If nothing changes", "Since you're not sleeping"]
)
def test_what_leads_up_to_a_question_negates_nothing_in_it(lead: str) -> None:
    asked = f"{lead}, are you thinking about ending your life?"
    assert risks(("t", asked), ("c", "Yeah. I've never told anybody."))[SUICIDE] == {R}


@pytest.mark.parametrize(
    ("answer", "status"),
    [("Four. Maybe five.", R), ("About a two.", R), ("Zero.", D), ("Two nights ago.", U), ("It's loud.", U)],
)
def test_a_number_says_how_strong_it_is(answer: str, status: RiskStatus) -> None:
    asked = "How strong is the wish to die today, nought to ten?"
    assert risks(("t", asked), ("c", answer))[SUICIDE] == {status}


@pytest.mark.parametrize(
    "answer",
    [
        "No. At first I used to think they'd be better off without me, but not now.",
        "No, mate. I used to want to be dead, back at school, but no. Not since.",
    ],
)
def test_what_used_to_be_and_is_no_more_is_denied_and_told(answer: str) -> None:
    assert D in risks(("t", "Any thoughts of suicide?"), ("c", answer))[SUICIDE]


@pytest.mark.parametrize("answer", ["No. I used to.", "No, not any more.", "I used to think about it."])
def test_what_only_used_to_be_stays_open(answer: str) -> None:
    assert D not in risks(("t", "Any thoughts of suicide?"), ("c", answer))[SUICIDE]


@pytest.mark.parametrize(
    "asked",
    [
        "And what were you thinking of?",
        "How would you do it?",
        "What was the plan?",
        "What did you have in mind?",
    ],
)
def test_the_way_that_was_thought_of_is_shown(asked: str) -> None:
    way = "There's the paracetamol in my flatmate's drawer. I went and looked."
    found = find_risks(
        said(("t", "Any suicidal thoughts?"), ("c", "Yes. I'd kill myself."), ("t", asked), ("c", way)).lines
    )
    (item,) = [one for one in found if one.status is R]
    assert any("flatmate" in quote for quote in item.quotes)


def test_a_plan_of_another_kind_asks_for_no_way() -> None:
    assert (
        risks(("c", "I want to redo the kitchen."), ("t", "What were you thinking of?"), ("c", "Oak.")) == {}
    )


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        ("Do you drink any wine?", "One glass on a Friday.", R),
        ("Any beer in the week?", "A couple of cans, maybe.", R),
        ("Any alcohol?", "Half a bottle with dinner.", R),
        ("Any alcohol?", "A friend of mine does.", U),
    ],
)
def test_how_much_of_it_is_a_report(asked: str, answer: str, status: RiskStatus) -> None:
    assert risks(("t", asked), ("c", answer))[DRINK] == {status}


def test_what_is_taken_is_not_denied_in_the_same_breath() -> None:
    asked = ("t", "Is there any drink or drugs?")
    assert risks(asked, ("c", "I had a few beers on Friday. No drugs."))[DRINK] == {R}
    later = (("t", "Any cannabis?"), ("c", "No."))
    assert risks(asked, ("c", "I had a few beers on Friday."), *later)[DRINK] == {R, D}


@pytest.mark.parametrize("jest", ["I take it that's a joke.", "You're kidding, I hope."])
def test_a_threat_that_both_call_a_joke_is_unclear_and_shown_with_it(jest: str) -> None:
    words = ("c", "I've thought about strangling my boss, but no.")
    found = find_risks(said(words, ("t", jest), ("c", "Of course. I'm joking.")).lines)
    assert [(one.kind, one.status) for one in found] == [(OTHERS, U)]
    assert "joking" in found[0].quotes[-1]
    serious = risks(words, ("t", jest), ("c", "No. I'm not joking."))
    assert serious[OTHERS] == {R}


def test_a_crash_is_no_blow_and_a_blow_in_a_car_is_one() -> None:
    crash = "She ran the red light at the intersection. I saw the bumper and then she hit me."
    assert ABUSE not in risks(("c", crash))
    assert OTHERS not in risks(("c", f"{crash} I lay there thinking I'd killed her baby."))
    assert ABUSE in risks(("c", "He was driving me home and he hit me, in the car, at the lights."))


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("t", "You beat me here this morning."),
        ("c", "My brother beat me to it."),
        ("c", "My mum'd kill me if I was late."),
        ("c", "It's the cancer that killed him."),
        ("t", "You said that's what killed her."),
    ],
)
def test_more_that_is_only_a_way_of_speaking(who: str, words: str) -> None:
    assert risks((who, words)) == {}


@pytest.mark.parametrize("words", ["He said he'd kill me if I left. My partner'll kill me if I go.",
                                   "He tried to kill me once."])  # fmt: skip
def test_a_threat_to_the_client_is_one_of_abuse(words: str) -> None:
    assert ABUSE in risks(("c", words))


def test_another_s_death_stands_beside_what_the_client_is_asked() -> None:
    uncle = ("c", "My uncle killed himself when I was ten.")
    asked = ("t", "Have you had thoughts of ending your own life?")
    found = find_risks(said(uncle, asked, ("c", "No.")).lines)
    assert [(one.status, one.whose) for one in found] == [(D, None), (U, "the client's uncle")]
    assert [(one.status, one.whose) for one in find_risks(said(uncle).lines)] == [(U, "the client's uncle")]


@pytest.mark.parametrize("named", ["felt there's no use living", "said you were having suicidal thoughts"])
def test_a_thought_of_last_time_that_has_not_come_since_is_denied(named: str) -> None:
    asked = f"Last time you told me you {named}. Has that come back since?"
    assert risks(("t", asked), ("c", "No ma'am."))[SUICIDE] == {D}
    assert D not in risks(("t", asked), ("c", "No. Well, once, a bit."))[SUICIDE]


def test_planning_and_doing_something_to_end_it_are_asked_of_suicide() -> None:
    assert risks(("t", "Any thoughts of doing something to end it?"), ("c", "No. Never."))[SUICIDE] == {D}
    told = (("t", "Any suicidal thoughts?"), ("c", "Yes, on Sunday."))
    assert D in risks(*told, ("t", "Did it get to any planning?"), ("c", "No. Nothing like that."))[SUICIDE]


@pytest.mark.parametrize(
    ("words", "statuses"), [("I got the urge on Sunday.", {R, D}), ("No urges, nothing.", {D})]
)
def test_an_urge_is_told_beside_what_was_not_done(words: str, statuses: set[RiskStatus]) -> None:
    asked = "How has the self-harm been?"
    assert risks(("t", asked), ("c", f"I haven't cut since May. {words}"))[HARM] == statuses
    assert HARM not in risks(("t", "How was the shop?"), ("c", "I had the urge to buy everything."))
