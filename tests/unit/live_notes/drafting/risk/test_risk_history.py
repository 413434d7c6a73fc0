"""What was long ago is told apart from what is so now, each with its own lines."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR


def items(*turns: tuple[str, str], kind: RiskKind = RiskKind.SUICIDE) -> list[RiskItem]:
    return [one for one in find_risks(said(*turns).lines) if one.kind is kind]


def told(*turns: tuple[str, str], kind: RiskKind = RiskKind.SUICIDE) -> set[tuple[RiskStatus, bool]]:
    return {(one.status, one.past) for one in items(*turns, kind=kind)}


@pytest.mark.parametrize(
    "asked", ["Any thoughts of suicide?", "Are you thinking of ending your life at all?"]
)
@pytest.mark.parametrize(
    "answer",
    [
        "No. I took an overdose in 2009, but nothing since.",
        "Not now, no. I did try to hang myself at boarding school.",
        "Nah mate, that was years ago, when I lost the farm. Not any more.",
        "No, none. I had them very bad when I was seventeen.",
        "I am not, sir. It was only that time in secondary school.",
        "No no. I used to, back in Enugu, ten years ago. Never now.",
    ],
)
def test_a_denial_stands_with_the_history_beside_it(asked: str, answer: str) -> None:
    assert told(("t", asked), ("c", answer)) == {(D, False), (R, True)}


def test_the_history_and_the_denial_rest_on_their_own_lines() -> None:
    now, then = items(
        ("t", "Have you ever attempted to take your own life?"),
        ("c", "Once, in 2011. I was four days in hospital."),
        ("t", "Do you have any thoughts like that at the moment?"),
        ("c", "I don't, no."),
    )
    assert (now.status, now.past, now.evidence) == (D, False, ("s3", "s4"))
    assert (then.status, then.past, then.evidence) == (R, True, ("s1", "s2"))
    assert "Once, in 2011." in then.quotes


@pytest.mark.parametrize(
    "spoken",
    [
        "I took an overdose last Monday.",
        "I've been suicidal since 2019, on and off.",
        "In 2020 I began to think about suicide and I still do.",
        "Last year I thought about suicide, and it's never really gone.",
        "I have wanted to die since I was a child.",
        "When I was ten I decided I'd kill myself at forty, and I'm forty in May.",
    ],
)
def test_what_lasts_or_was_lately_is_no_history(spoken: str) -> None:
    found = told(("c", spoken))
    assert found
    assert not any(past for _, past in found)


def test_an_attempt_of_last_month_is_no_history() -> None:
    asked = ("t", "Have you ever tried to take your life?")
    assert told(asked, ("c", "Yes. Two weeks ago.")) == {(R, False)}
    assert told(asked, ("c", "No. Never tried, never thought about it.")) == {(D, False)}


def test_self_harm_of_school_days_is_history_beside_a_denial() -> None:
    turns = (("t", "Any self-harm recently?"), ("c", "No. I used to burn myself, at school, not for years."))
    assert told(*turns, kind=RiskKind.SELF_HARM) == {(D, False), (R, True)}


def test_a_no_that_holds_since_sunday_is_no_denial() -> None:
    turns = (("t", "Any thoughts of suicide?"), ("c", "No, not since the tablets on Sunday."))
    assert (D, False) not in told(*turns)


@pytest.mark.parametrize(
    ("read_out", "answer", "status"),
    [
        ("On item nine, thoughts of being better off dead, you've put nought.", "Nought, aye.", D),
        ("Question nine, being better off dead, you ticked not at all.", "That's right.", D),
        ("You've circled several days for being better off dead.", "The weekend, mostly.", R),
        (
            "On the form, thoughts you'd be better off dead, you put nought.",
            "That's the wrong box, sorry.",
            U,
        ),
        ("Suicide urges, you've got twos on Monday and noughts after?", "No, I tapped the wrong day.", U),
        ("Last time you scored a one on being better off dead.", "I did, yeah.", U),
    ],
)
def test_an_item_read_out_says_what_was_put(read_out: str, answer: str, status: RiskStatus) -> None:
    assert told(("t", read_out), ("c", answer)) == {(status, False)}


@pytest.mark.parametrize(
    "answer",
    ["Here and there.", "Once in a blue moon.", "Hardly ever.", "Mostly at night.", "Every blessed day."],
)
def test_how_often_it_comes_says_that_it_does(answer: str) -> None:
    assert told(("t", "Do you have thoughts of ending your life?"), ("c", answer)) == {(R, False)}


def test_less_often_than_before_is_still_some() -> None:
    asked = ("t", "Any thoughts of ending your life?")
    answer = "They used to be every day. They're maybe once a fortnight now."
    assert (R, False) in told(asked, ("c", answer))


@pytest.mark.parametrize("answer", ["They don't any more.", "Never.", "What do you mean?"])
def test_no_number_is_no_report(answer: str) -> None:
    assert (R, False) not in told(("t", "How often do you think about suicide?"), ("c", answer))


def test_a_thought_that_is_told_first_is_not_hidden_by_what_is_denied_after_it() -> None:
    asked = ("t", "Have you had thoughts of killing yourself, or of not wanting to be alive?")
    answer = "I've thought that if it stays like this, I don't want it. I don't want to die, though."
    assert (U, False) in told(asked, ("c", answer))
