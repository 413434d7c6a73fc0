"""A finding of risk is told with what was said beside it, and another's deed as theirs."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.note import RiskItem
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said


def items(*turns: tuple[str, str]) -> list[RiskItem]:
    return list(find_risks(said(*turns).lines))


@pytest.mark.parametrize(
    ("question", "answer", "between"),
    [
        (
            "Does it ever go as far as thinking about killing yourself?",
            "No, no. I get ornery. I had a thing after Peg where I drove around with no belt."
            " That was that first winter. That's done.",
            "I had a thing after Peg where I drove around with no belt.",
        ),
        (
            "Any thoughts of suicide?",
            "No. Not now. I didn't mind if I woke or not, after the stroke. That was two years ago.",
            "I didn't mind if I woke or not, after the stroke.",
        ),
        (
            "Have you had thoughts of ending your life?",
            "No, none. I stopped eating when Mam died. That was back in 2011.",
            "I stopped eating when Mam died.",
        ),
        (
            "Are you having any thoughts of suicide at all?",
            "No. I wasn't minding the road. I used to have them at uni, years ago.",
            "I wasn't minding the road.",
        ),
    ],
)
def test_what_was_said_before_what_was_long_ago_is_told_with_it(
    question: str, answer: str, between: str
) -> None:
    past = [one for one in items(("t", question), ("c", answer)) if one.past]
    assert past, "nothing is told of long ago"
    assert between in past[0].quotes
    assert past[0].quotes[0] == question


@pytest.mark.parametrize(
    ("answer", "whose"),
    [
        ("No. Never. A boy in my college did, in second year, in the hostel.", "another person (boy)"),
        ("No. My brother did, back home. He drink the Gramoxone.", "the client's brother"),
        ("Never. My uncle did, in Enugu.", "the client's uncle"),
        ("No, never. A lad on our estate did, three years ago.", "another person (lad)"),
        ("Nah. A girl in my halls did, in first year.", "another person (girl)"),
        ("No sir. A neighbour of ours tried, when I was small.", "another person (neighbour)"),
        ("No. Me cousin did, when I was ten.", "the client's cousin"),
        ("No. Somebody at the mart did. Everyone knew him.", "another person"),
        ("No, God, no. My mate from the army died that way in 2014.", "the client's mate"),
    ],
)
def test_what_another_did_is_theirs_and_the_client_s_own_no_stands(answer: str, whose: str) -> None:
    found = items(("t", "Have you ever tried to end your life?"), ("c", answer))
    own = [one for one in found if one.whose is None]
    assert [(one.kind, one.status, one.past) for one in own] == [(RiskKind.SUICIDE, RiskStatus.DENIED, False)]
    theirs = next(one for one in found if one.whose is not None)
    assert (theirs.whose, theirs.status) == (whose, RiskStatus.UNCLEAR)
    assert theirs.quotes[1].lower().startswith(("no", "never", "nah"))


@pytest.mark.parametrize(
    "answer",
    [
        "No. I did, in second year.",
        "No. Not since 2016, I took tablets then.",
        "A boy in my college did, and so did I, in second year.",
        "No. My brother did well at school. I took an overdose at nineteen.",
        "Yes. I did, when I was seventeen.",
    ],
)
def test_what_the_client_did_is_not_put_on_another(answer: str) -> None:
    found = items(("t", "Have you ever tried to end your life?"), ("c", answer))
    assert all(one.whose is None for one in found)
    assert found


@pytest.mark.parametrize(
    ("turns", "told", "denied"),
    [
        (
            (
                ("t", "Any thoughts about hurting the baby? Sometimes parents get scary pictures."),
                ("c", "Pictures, yes. I'm holding him on the balcony and I see him fall. I don't want it!"),
                ("t", "Any urge to do it, or any time you felt you might?"),
                ("c", "God forbid. No. The opposite."),
            ),
            "I'm holding him on the balcony and I see him fall.",
            "God forbid.",
        ),
        (
            (
                ("t", "Have you had thoughts of hurting her?"),
                ("c", "Yeah, flashes. The bread knife."),
                ("t", "And would you act on it?"),
                ("c", "Never. It makes me sick."),
            ),
            "Yeah, flashes.",
            "It makes me sick.",
        ),
        (
            (
                ("t", "Any thoughts of harming the children?"),
                ("c", "A picture comes, yes. The bath. It's horrible."),
                ("t", "Do you ever feel an urge?"),
                ("c", "No. I'd never."),
            ),
            "A picture comes, yes.",
            "I'd never.",
        ),
    ],
)
def test_an_unwanted_image_is_told_with_what_disowns_it(
    turns: tuple[tuple[str, str], ...], told: str, denied: str
) -> None:
    harm = [one for one in items(*turns) if one.kind is RiskKind.HARM_TO_OTHERS]
    assert all(one.status is not RiskStatus.REPORTED for one in harm)
    unclear = next(one for one in harm if one.status is RiskStatus.UNCLEAR)
    assert told in unclear.quotes
    assert denied in unclear.quotes


@pytest.mark.parametrize(
    ("question", "answer", "between"),
    [
        (
            "Any thoughts of wanting to be dead?",
            "I mean, not really. On Saturday I had the thing of, I wish I could just not exist.",
            "I mean, not really.",
        ),
        (
            "Last time there were moments you thought it'd be easier not to wake up.",
            "Not since, no. Once, on a bad night. I thought, if I didn't wake up I wouldn't mind.",
            "Once, on a bad night.",
        ),
        (
            "Have you had thoughts about ending your life?",
            "Not like do something. I'd be okay if I didn't wake up.",
            "Not like do something.",
        ),
        (
            "Do you think of suicide?",
            "It's a passing thing. I thought they'd be better off without me.",
            "It's a passing thing.",
        ),
        (
            "Have you wished you were dead?",
            "I don't talk about it at home. I just want to go to sleep and not wake up.",
            "I don't talk about it at home.",
        ),
    ],
)
def test_the_words_between_a_question_and_the_thought_are_told(
    question: str, answer: str, between: str
) -> None:
    found = [one for one in items(("t", question), ("c", answer)) if one.kind is RiskKind.SUICIDE]
    told = [one.quotes for one in found if answer.rsplit(". ", maxsplit=1)[-1] in one.quotes]
    assert told, [one.quotes for one in found]
    assert all(between in quotes for quotes in told)
