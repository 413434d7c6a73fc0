"""What bounds a mention of risk: a retraction, an echo, a figure, somebody else, another time, an amount."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

SUICIDE, HARM, OTHERS = RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.HARM_TO_OTHERS
ABUSE, USE = RiskKind.ABUSE, RiskKind.SUBSTANCE_USE
REPORTED, UNCLEAR, DENIED = RiskStatus.REPORTED, RiskStatus.UNCLEAR, RiskStatus.DENIED
Found = set[tuple[RiskKind, RiskStatus, bool, str | None]]


def found(*turns: tuple[str, str]) -> Found:
    return {(one.kind, one.status, one.past, one.whose) for one in find_risks(said(*turns).lines)}


def of(kind: RiskKind, *turns: tuple[str, str]) -> set[tuple[RiskStatus, bool]]:
    return {(status, past) for one, status, past, whose in found(*turns) if one is kind and whose is None}


@pytest.mark.parametrize(
    "told",
    [
        "I was filling in the form and I want to die. Not like that.",
        "I wanted to die. Not literally, I mean, it was mortifying.",
        "I just want to be dead. I don't mean it like that.",
    ],
)
def test_what_is_taken_back_at_once_is_unclear_with_what_takes_it_back(told: str) -> None:
    assert of(SUICIDE, ("t", "How was the week?"), ("c", told)) == {(UNCLEAR, False)}


def test_a_wish_that_stands_is_reported() -> None:
    assert of(SUICIDE, ("t", "How was the week?"), ("c", "I want to die. I lie there all day.")) == {
        (REPORTED, False)
    }


def test_an_echo_of_the_clinicians_words_is_no_report() -> None:
    turns = (
        ("t", "You could ask him straight: are you thinking about killing yourself?"),
        ("c", "Killing yourself. Like that, the words?"),
    )
    assert (REPORTED, False) not in of(SUICIDE, *turns)


def test_to_be_elsewhere_is_no_wish_not_to_be() -> None:
    asked = ("t", "Do you ever feel like not being here?")
    answer = ("c", "No. I feel like not being here as in being in Spain. Not the other.")
    assert of(SUICIDE, asked, answer) == {(DENIED, False)}


@pytest.mark.parametrize(
    ("said_of_it", "answer"),
    [
        ("So it's more if it happened you wouldn't mind, than you making it happen.", "That's it."),
        ("That you wouldn't mind not waking.", "Yeah."),
        ("So it'd be no harm to you never to wake up.", "Yes, exactly."),
    ],
)
def test_a_passive_wish_the_clinician_words_and_the_client_owns_is_reported(
    said_of_it: str, answer: str
) -> None:
    turns = (("t", "Are you thinking about taking your life?"), ("c", "No. Well. I wouldn't do it."))
    assert (REPORTED, False) in of(SUICIDE, *turns, ("t", said_of_it), ("c", answer))
    assert (REPORTED, False) not in of(SUICIDE, *turns, ("t", said_of_it), ("c", "No, not even that."))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Not now. I thought it on Saturday, on the way home.", REPORTED),
        ("No the now. I was thinking about it last night.", REPORTED),
        ("No, never.", DENIED),
    ],
)
def test_a_no_of_this_moment_is_no_denial(answer: str, status: RiskStatus) -> None:
    assert (status, False) in of(SUICIDE, ("t", "Are you thinking about ending your life?"), ("c", answer))


def test_what_an_uncle_did_is_not_the_clients_history() -> None:
    asked = ("t", "And ever in your life, did you ever try to harm yourself?")
    told = ("c", "Never. My uncle did. My mother's brother, in the shed, I was eleven.")
    assert of(HARM, asked, told) == {(DENIED, False)}


def test_an_overdose_in_plain_words_is_an_attempt_of_then() -> None:
    turns = (
        ("t", "Are you thinking about ending your life?"),
        ("c", "No. God, no."),
        ("t", "I know a bit from your first form. Tell me again, 2019?"),
        (
            "c",
            "2019, the January. I took all the paracetamol. And I woke up in the Royal. I meant it.",
        ),
    )
    assert (REPORTED, True) in of(SUICIDE, *turns)


@pytest.mark.parametrize(
    "told",
    [
        "It's like somebody's kicked me in the stomach.",
        "At eleven I got physical therapy for the knee.",
        "It felt as if someone had punched me.",
    ],
)
def test_a_figure_for_a_feeling_is_no_violence(told: str) -> None:
    assert of(ABUSE, ("t", "How was the week?"), ("c", told)) == set()


def test_what_voices_said_and_what_crying_did_asks_of_no_risk() -> None:
    assert (
        of(ABUSE, ("t", "Have they ever said anything about hurting you?"), ("c", "No. Nothing like it."))
        == set()
    )
    assert of(OTHERS, ("t", "Did crying in the hallway hurt anyone?"), ("c", "No.")) == set()
    asked = ("t", "Are you mad at anybody you're thinking of hurting?")
    assert of(OTHERS, asked, ("c", "No, ma'am.")) == {(DENIED, False)}


def test_a_blow_between_children_and_a_doubt_give_way_to_what_is_denied() -> None:
    assert of(
        OTHERS, ("t", "Have you ever hit anyone?"), ("c", "I punched my cousin when we were twelve.")
    ) != {(REPORTED, False)}
    turns = (
        ("t", "Any wanting to hurt somebody?"),
        ("c", "Never. It is the opposite."),
        ("t", "Say the line for me."),
        ("c", "Maybe I hurt somebody, and I'll have to live with not knowing."),
    )
    assert of(OTHERS, *turns) == {(DENIED, False)}


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        (
            "I wrote down about ten cans of lager a night, was it?",
            "No. No, I said six to eight at home.",
            REPORTED,
        ),
        ("Is it a bottle of wine every night?", "No, it's only two glasses.", REPORTED),
        ("Do you drink?", "No, I stopped four years ago.", DENIED),
    ],
)
def test_a_no_that_sets_an_amount_right_tells_of_use(asked: str, answer: str, status: RiskStatus) -> None:
    assert of(USE, ("t", asked), ("c", answer)) == {(status, False)}


def test_how_it_would_be_to_stop_is_no_question_of_use() -> None:
    asked = ("t", "What would that look like, leaving the vodka?")
    assert (DENIED, False) not in of(USE, asked, ("c", "I wouldn't buy it."))


def test_a_question_further_on_in_the_turn_asks_of_what_was_named() -> None:
    asked = (
        "t",
        "And question nine, about being better off dead, you've put nought. I always ask out loud."
        " Anything like that at all?",
    )
    assert of(SUICIDE, asked, ("c", "No. No no. God forbid.")) == {(DENIED, False)}
