"""Denials that are taken back, what is recalled and asked on, and whose deed it is."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR
SUICIDE, HARM, OTHERS = RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.HARM_TO_OTHERS
ASKED = ("t", "Have you had any thoughts of ending your life?")
STORY = (
    "It was the week of the move. I parked on top of the multistorey and I sat with the engine off. "
    "I climbed over the rail and held on to it. Then my phone went and I climbed back."
)


def items(*turns: tuple[str, str]) -> tuple[RiskItem, ...]:
    return find_risks(said(*turns).lines)


def own(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [one for one in items(*turns) if one.kind is kind and one.whose is None]


@pytest.mark.parametrize(
    "back",
    [
        "You know before, I told you no. It's not really a no.",
        "I said never to you earlier.",
        "I wasn't honest with you there.",
        "That wasn't the whole truth.",
        "I lied to you about that.",
    ],
)
def test_what_is_told_in_the_place_of_a_denial_stands_and_the_denial_does_not(back: str) -> None:
    found = own(SUICIDE, ASKED, ("c", "No, nothing."), ("t", "Okay."), ("c", f"{back} {STORY}"))
    assert [one.status for one in found] == [R]
    assert "I climbed over the rail and held on to it." in found[0].quotes
    assert "No, nothing." not in found[0].quotes


def test_the_story_may_come_a_turn_after_the_taking_back() -> None:
    back = (("c", "I said no to you, before."), ("t", "You did."), ("c", "It's not exactly no."))
    found = own(SUICIDE, ASKED, ("c", "No."), ("t", "Okay."), *back, ("t", "Take your time."), ("c", STORY))
    assert [one.status for one in found] == [R]
    assert any("multistorey" in quote for quote in found[0].quotes)


def test_a_denial_of_now_stays_beside_what_was_long_ago() -> None:
    back = (
        "I told you never, and it wasn't never. In 2004 I sat in the barn all night with my father's rifle."
    )
    found = own(SUICIDE, ASKED, ("c", "No."), ("t", "Okay."), ("c", back))
    assert {(one.status, one.past) for one in found} == {(D, False), (R, True)}


def test_a_denial_after_the_taking_back_holds() -> None:
    told = (ASKED, ("c", "No."), ("t", "Okay."), ("c", f"I wasn't straight with you before. {STORY}"))
    found = own(SUICIDE, *told, ("t", "Any plan to do it now?"), ("c", "No. No plan."))
    assert [one.status for one in found] == [R, D]
    assert "No plan." in " ".join(found[1].quotes)


@pytest.mark.parametrize(
    "said_later",
    [
        "I said no to the promotion.",
        "I told her no, I'm not coming to the wedding.",
        "It's not true what she says, and I'm not ashamed.",
        "I lied to my mother about the car.",
        "It wasn't the right colour for the hall.",
        "I wasn't honest with my boss about the hours.",
    ],
)
def test_a_no_to_others_takes_no_denial_back(said_later: str) -> None:
    found = own(
        SUICIDE,
        ASKED,
        ("c", "No, never."),
        ("t", "And what else has been going on at home?"),
        ("c", said_later),
    )
    assert [one.status for one in found] == [D]


def test_an_item_that_is_queried_and_changed_is_no_denial() -> None:
    found = items(
        ("t", "On the last item, thoughts you'd be better off dead, you've put nought."),
        ("c", "Yeah."),
        ("t", "Is it really a nought?"),
        ("c", "Well, some mornings I think it would be easier if I just stayed under the water in the bath."),
    )
    assert [(one.kind, one.status) for one in found] == [(SUICIDE, R)]


def test_an_item_that_is_queried_and_held_to_stays_denied() -> None:
    found = items(
        ("t", "On the last item, thoughts you'd be better off dead, you've put nought."),
        ("c", "I did."),
        ("t", "Is it a nought?"),
        ("c", "It's a nought. I've two grandsons to get to school."),
    )
    assert {(one.kind, one.status) for one in found} == {(SUICIDE, D)}


def test_an_answer_that_is_said_again_is_the_one_that_is_corrected() -> None:
    found = own(
        HARM,
        ("t", "Have you ever hurt yourself on purpose?"),
        ("c", "Yes. I cut my arms at school."),
        ("t", "And when was the last time?"),
        ("c", "The summer before college."),
        ("t", "How are things with your flatmates?"),
        (
            "c",
            "Fine. Mostly. So I said the summer before college. There was a night in February, in the"
            " shower. Just one.",
        ),
    )
    assert any("There was a night in February, in the shower." in one.quotes for one in found)


def test_what_the_clinician_recalls_is_history_told_whole() -> None:
    found = own(
        SUICIDE,
        ASKED,
        ("c", "No."),
        ("t", "In the spring you'd told me about the level crossing."),
        (
            "c",
            "Yes. That was March. I used to stop there after the late shift. I haven't been near it since"
            " Easter.",
        ),
    )
    assert {(one.status, one.past) for one in found} == {(D, False), (R, True)}
    past = next(one for one in found if one.past)
    assert "I used to stop there after the late shift." in past.quotes


def test_what_is_recalled_of_something_else_is_no_history() -> None:
    found = own(
        SUICIDE,
        ("t", "You told me before about the allotment."),
        ("c", "Yes. I've the beans in, and the shed has a new roof on it since Easter."),
    )
    assert found == []


def test_what_is_asked_on_stands_with_a_denial_up_to_the_next_matter() -> None:
    found = own(
        SUICIDE,
        ASKED,
        ("c", "No."),
        ("t", "And if things got worse, what would you do?"),
        ("c", "I'd ring my sister. She lives on the corner."),
        ("t", "How is work?"),
        ("c", "They moved my desk."),
    )
    assert [one.status for one in found] == [D]
    assert "I'd ring my sister." in found[0].quotes
    assert "They moved my desk." not in found[0].quotes


def test_what_becomes_of_the_means_stands_with_it() -> None:
    found = own(
        SUICIDE,
        ASKED,
        ("c", "Some nights I want to be dead. I wouldn't do it."),
        ("t", "Do you have any pills at home?"),
        ("c", "A drawer of them."),
        ("t", "And what could happen with them?"),
        ("c", "I'll give them to my brother on Friday."),
    )
    assert "I'll give them to my brother on Friday." in found[0].quotes


@pytest.mark.parametrize(
    "theirs",
    [
        "My cousin Marta in Leeds, she took tablets in 2018.",
        "I had an uncle, Joseph, in Accra, he did that.",
    ],
)
def test_a_deed_of_kin_is_theirs_and_is_filed_once(theirs: str) -> None:
    asked = ("t", "So no thoughts of ending your life or hurting yourself?")
    found = items(asked, ("c", f"No. Never. {theirs} I'd never do that to them."))
    mine = [(one.kind, one.status, one.past) for one in found if one.whose is None]
    others = [one for one in found if one.whose is not None]
    assert mine == [(SUICIDE, D, False), (HARM, D, False)]
    assert [one.kind for one in others] == [SUICIDE]
    assert not any(theirs in one.quotes for one in found if one.whose is None)


def test_who_is_introduced_right_before_is_who_did_it() -> None:
    found = items(
        ("t", "Anybody in the family unwell?"),
        ("c", "And my Aunt Rose, my dad's sister. She killed herself in 1999."),
    )
    assert [one.whose for one in found] == ["the client's aunt"]


def test_words_that_are_taken_up_stand_with_the_denial_as_a_manner_of_speaking() -> None:
    found = own(
        SUICIDE,
        ("c", "I'll throw myself off a roof if that printer jams again."),
        ("t", 'You said, "I\'ll throw myself off a roof." I want to ask about that.'),
        ("c", "Oh no. That's just how I talk."),
        ("t", "So no thoughts of ending your life?"),
        ("c", "No."),
    )
    denied = next(one for one in found if one.status is D)
    assert "That's just how I talk." in denied.quotes


def test_a_thought_of_harm_that_is_taken_up_is_not_hidden_by_the_denial_of_intent() -> None:
    found = own(
        OTHERS,
        ("c", "He was on the ladder and I thought, I could just kick it from under him."),
        ("t", 'When you thought "I could just kick it from under him", how close was that?'),
        ("c", "It was a second."),
        ("t", "Did you have any intention to hurt him?"),
        ("c", "No. None."),
    )
    assert [one.status for one in found] == [U, D]
    assert any("kick it" in quote for quote in found[0].quotes)


def test_a_yes_of_a_dated_time_is_history() -> None:
    found = own(SUICIDE, ("t", "And thoughts about suicide?"), ("c", "At seventeen I did. I told my mother."))
    assert [(one.status, one.past) for one in found] == [(R, True)]


@pytest.mark.parametrize(
    "told",
    [
        "So I rang him and I said no. I said leave the lad alone, I'll sort it. That was that.",
        "You asked where the worry came from and I said I don't know, some exam. My teacher lost his post.",
    ],
)
def test_a_no_said_to_somebody_else_or_of_something_else_takes_nothing_back(told: str) -> None:
    talk = (ASKED, ("c", "No, nothing."), ("t", "And what became of the row at work?"), ("c", told))
    assert [one.status for one in own(SUICIDE, *talk)] == [D]


def test_a_report_that_nobody_asked_for_takes_along_little_of_its_turn() -> None:
    talk = (
        "We had the parade on Monday. The band was late. They played twice. The rain came. I went home. "
        "I wanted to kill myself that night."
    )
    found = own(SUICIDE, ("t", "How was the weekend?"), ("c", talk))
    assert not any("parade" in quote for one in found for quote in one.quotes)
    assert any("kill myself" in quote for one in found for quote in one.quotes)
