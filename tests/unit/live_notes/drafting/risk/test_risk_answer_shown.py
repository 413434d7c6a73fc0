"""What is asked of a risk stands with what was answered to it: whole, and never as the opposite."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.note import RiskItem
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

_SUICIDE, _HARM, _OTHERS, _ABUSE = (
    RiskKind.SUICIDE,
    RiskKind.SELF_HARM,
    RiskKind.HARM_TO_OTHERS,
    RiskKind.ABUSE,
)
D, R, U = RiskStatus.DENIED, RiskStatus.REPORTED, RiskStatus.UNCLEAR


def _of(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [one for one in find_risks(said(*turns).lines) if one.kind is kind]


@pytest.mark.parametrize(
    ("closing", "answer"),
    [
        ("Is that right, nothing like that?", "No no no. God forbid. I'm not thinking of it, no."),
        ("Nothing like that?", "No."),
        ("None of that this week?", "Nah, none. Not me."),
        ("Nothing at all?", "Never, sir. Never."),
        ("So nothing like that?", "No no. I'm afraid that I will die, that's the problem. No."),
        ("Still nothing like that?", "That's right. Nothing."),
        ("And no more of that?", "No ma'am, none."),
        ("Nothing like that these days?", "Abeg, no. I have two children."),
    ],
)
def test_a_turn_that_closes_with_none_of_it_is_answered_there(closing: str, answer: str) -> None:
    asked = f"On the last one, thoughts of being better off dead, you've put zero. I always ask. {closing}"
    (item,) = _of(_SUICIDE, ("t", asked), ("c", answer))
    assert item.status is D
    assert any(one in answer for one in item.quotes)


@pytest.mark.parametrize(
    "answer",
    [
        "Well. Not since Tuesday.",
        "No. Well, sometimes at night.",
        "I put zero because my mum was there.",
        "Hm. I don't know.",
        "Mostly.",
        "No, that's not right.",
        "I thought about it on Sunday.",
        "Depends on the day.",
    ],
)
def test_what_is_no_denial_there_is_none(answer: str) -> None:
    asked = "Thoughts of being better off dead, you've put zero. I ask. Is that right, nothing like that?"
    items = _of(_SUICIDE, ("t", asked), ("c", answer))
    assert D not in {one.status for one in items}
    assert any(quote in answer for one in items for quote in one.quotes)


@pytest.mark.parametrize(
    "answer",
    [
        "Heaven forbid, no.",
        "Hell no.",
        "Hand to God, no.",
        "Jaysus no, never.",
        "Ah, Doctor. Abeg. No.",
        "Cha, man, no sir.",
    ],
)
def test_a_few_words_that_end_in_a_no_deny(answer: str) -> None:
    (item,) = _of(_SUICIDE, ("t", "Are you thinking of ending your life?"), ("c", answer))
    assert item.status is D


@pytest.mark.parametrize(
    "answer",
    [
        "I can't say no.",
        "Except Tuesday, no.",
        "Today, no.",
        "Lately, never.",
        "Maybe, maybe no.",
        "Yes or no?",
        "Who says no?",
    ],
)
def test_not_every_no_at_the_end_denies(answer: str) -> None:
    items = _of(_SUICIDE, ("t", "Are you thinking of ending your life?"), ("c", answer))
    assert D not in {one.status for one in items}


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        ("No thoughts of harming yourself at all, or anybody else?", "Not at all. Never.", D),
        ("Any thoughts of hurting yourself, or of hurting other people?", "No, none.", D),
        ("Are you thinking of harming yourself, or someone else?", "Neither. No.", D),
        ("Do you think of hurting yourself or others?", "No.", D),
        ("Any urge to harm yourself, or indeed anyone?", "No, nothing like that.", D),
        ("And no thoughts of hurting yourself, anyone else?", "Only the landlord.", U),
        ("Thoughts of killing yourself or another person?", "Never.", D),
        ("Do you want to hurt yourself or anybody else?", "Yes.", R),
    ],
)
def test_a_joint_question_asks_of_others_too(asked: str, answer: str, status: RiskStatus) -> None:
    items = _of(_OTHERS, ("t", asked), ("c", answer))
    assert [one.status for one in items] in ([status], [U])
    assert status is not D or items[0].status is D


@pytest.mark.parametrize(
    "asked",
    [
        "And towards anybody else?",
        "Or to anyone else?",
        "What about hurting other people?",
        "And to others?",
        "And thoughts of hurting anybody else?",
        "Or harming somebody else?",
        "And towards other people at all?",
        "Anything like that towards others?",
    ],
)
def test_the_next_question_may_ask_only_of_others(asked: str) -> None:
    before = (("t", "Any thoughts of harming yourself?"), ("c", "No, none."))
    (denied,) = _of(_OTHERS, *before, ("t", asked), ("c", "No. Never."))
    assert denied.status is D
    (threat,) = _of(_OTHERS, *before, ("t", asked), ("c", "Him! If I ever catch him, I'd flatten him."))
    assert threat.status is not D


@pytest.mark.parametrize(
    "asked",
    [
        "Have you told anybody else?",
        "And anybody else at home?",
        "Does anyone else know?",
        "And to work, how do you get there?",
    ],
)
def test_other_questions_about_others_ask_of_no_harm(asked: str) -> None:
    before = (("t", "Any thoughts of harming yourself?"), ("c", "No, none."))
    assert not _of(_OTHERS, *before, ("t", asked), ("c", "No. Nobody."))


@pytest.mark.parametrize(
    ("over", "owned"),
    [
        ("It crossed your mind to end your life, that night.", "It did. It did, that night."),
        ("So on Friday you were thinking of killing yourself.", "Yeah, I was."),
        ("You wanted to die.", "I did."),
        ("And you've been thinking about suicide.", "Yes. A lot."),
        ("You've been cutting yourself again.", "Yeah. I have."),
        ("So you thought about ending your life.", "Aye."),
        ("You were thinking of taking your own life on the bridge.", "Yes sir. I was."),
        ("You hurt yourself on Sunday.", "Yeah. In the bath."),
    ],
)
def test_what_is_said_over_and_owned_is_reported(over: str, owned: str) -> None:
    kind = _HARM if "cutting" in over or "hurt" in over else _SUICIDE
    items = _of(kind, ("c", "I was down there a good while."), ("t", over), ("c", owned))
    assert items[0].status is R
    assert owned.split(". ", maxsplit=1)[0].rstrip(".") in " ".join(items[0].quotes)


@pytest.mark.parametrize(
    ("over", "answer"),
    [
        ("You're not thinking of killing yourself.", "Yeah."),
        ("You could ring me if you feel like killing yourself.", "Yeah."),
        ("You'd tell me if you were thinking of suicide.", "Yes."),
        ("You wanted to die.", "Yeah, but not like that."),
        ("So last time you had thoughts of suicide.", "Yeah."),
        ("Other people in your place think of killing themselves.", "Yeah."),
        ("You were thinking of killing yourself.", "No. Never."),
        ("We have a plan for when you want to die.", "Yes."),
    ],
)
def test_what_is_not_owned_plainly_is_not_reported(over: str, answer: str) -> None:
    assert R not in {one.status for one in _of(_SUICIDE, ("t", over), ("c", answer))}


@pytest.mark.parametrize(
    ("how_often", "answer", "status"),
    [
        ("How many times has it come?", "Two times. In these three weeks.", R),
        ("How often does it come?", "Once, maybe twice a week.", R),
        ("How many times has that come?", "Three times.", R),
        ("How often do these thoughts come?", "Most nights.", R),
        ("How many times has it come?", "None. It's not like that.", U),
        ("Is that a feeling or something you'd do?", "A feeling. I'd never.", U),
    ],
)
def test_an_open_answer_is_told_with_what_was_asked_on(
    how_often: str, answer: str, status: RiskStatus
) -> None:
    turns = (
        ("t", "Are you thinking of ending your life?"),
        (
            "c",
            "Hm. You people. It's not that I'd do it. It passes by like the hawkers. I say go.",
        ),
        ("t", how_often),
        ("c", answer),
    )
    item = _of(_SUICIDE, *turns)[0]
    assert item.status is status
    told = " ".join(item.quotes)
    assert "hawkers" in told
    assert how_often in told
    assert answer.split(". ", maxsplit=1)[0].rstrip(".") in told


@pytest.mark.parametrize(
    "answer", ["No, no. He's soft. No.", "No. Never.", "No. We have a quiet house.", "Nah. Nobody."]
)
def test_two_questions_of_safety_and_one_no(answer: str) -> None:
    items = _of(_ABUSE, ("t", "Do you feel safe at home? Has anybody ever hit you?"), ("c", answer))
    assert [one.status for one in items] == [D]


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        ("Do you feel safe at home?", "No.", R),
        ("Do you feel safe at home? Has anybody ever hit you?", "No. I don't feel safe there.", R),
        ("Do you feel safe at home? Has anybody ever hit you?", "Yes. I do.", U),
        ("Do you feel safe at home? Has anybody ever hit you?", "He hits me when he drinks.", R),
    ],
)
def test_a_no_to_safety_alone_stays_a_report(asked: str, answer: str, status: RiskStatus) -> None:
    assert _of(_ABUSE, ("t", asked), ("c", answer))[0].status is status


@pytest.mark.parametrize(
    "image",
    [
        "When I'm carrying him, I see him falling. I feel sick. I don't go up with him.",
        "In my head I see the pram rolling. It's disgusting.",
        "It's like a film, I see her in the bath. I don't want it.",
        "I keep seeing the knife. I hid the knives.",
        "I see it on the balcony. God forbid.",
        "A picture of the stairs. It makes me sick.",
        "The image comes. I'd never.",
        "I get flashes, dropping her. It's horrible.",
    ],
)
def test_an_image_told_after_a_pause_stands_with_its_question(image: str) -> None:
    asked = "Do you ever get thoughts or pictures of something awful, or of you doing something to him?"
    turns = (("t", asked), ("c", "Oh God."), ("t", "Take your time."), ("c", image))
    items = _of(_OTHERS, *turns, ("t", "Have you ever wanted to do it?"), ("c", "No! God, no."))
    opened = [one for one in items if one.status is U]
    assert opened
    assert image.split(". ", maxsplit=1)[0].rstrip(".") in " ".join(opened[0].quotes)
    assert any("God, no." in one.quotes for one in items)


@pytest.mark.parametrize(
    "opening",
    [
        "Look, I'm not going to lie to you.",
        "I've never told anyone this.",
        "I don't like to say it.",
        "I won't pretend.",
        "I haven't told my wife.",
        "I can't lie, sir.",
        "I'm not gonna hide it.",
        "I didn't want to tell you.",
    ],
)
@pytest.mark.parametrize("listening", ["Go on.", "Take your time.", "Okay. Tell me."])
def test_words_about_telling_deny_nothing(opening: str, listening: str) -> None:
    turns = (("t", "Are you having thoughts of suicide?"), ("c", opening), ("t", listening))
    items = _of(_SUICIDE, *turns, ("c", "They're there. Every morning when I wake."))
    assert D not in {one.status for one in items}
    assert "They're there." in items[0].quotes


@pytest.mark.parametrize("value", ["a one", "a two", "a three", "sometimes", "hardly ever", "several days"])
def test_some_on_the_form_is_not_denied_by_none_today(value: str) -> None:
    asked = (
        f"On the last item, thoughts of being better off dead, you've put {value}. Nothing like that today?"
    )
    items = _of(_SUICIDE, ("t", asked), ("c", "No."))
    assert D not in {one.status for one in items}
    assert any(value in quote for one in items for quote in one.quotes)
