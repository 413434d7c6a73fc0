"""Risk in its exchange: what is said to everybody, asked on about, or only supposed."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR
SUICIDE, HARM, OTHERS, ABUSE = (
    RiskKind.SUICIDE,
    RiskKind.SELF_HARM,
    RiskKind.HARM_TO_OTHERS,
    RiskKind.ABUSE,
)


def items(*turns: tuple[str, str]) -> tuple[RiskItem, ...]:
    return find_risks(said(*turns).lines)


def risks(*turns: tuple[str, str]) -> dict[RiskKind, set[RiskStatus]]:
    found: dict[RiskKind, set[RiskStatus]] = {}
    for item in items(*turns):
        found.setdefault(item.kind, set()).add(item.status)
    return found


@pytest.mark.parametrize(
    "speech",
    [
        "Everything stays between us unless you tell me you're going to kill yourself. Is that all right?",
        "It's all confidential. The only exceptions are if you were to hurt yourself or somebody else. Okay?",
        "What we talk about is confidential, except where a child is being abused. Happy with that?",
        "I'd have to let your GP know if I thought you might harm yourself. Does that make sense?",
        "I'm a mandated reporter: if someone abuses you I have to report it. Any questions about that?",
        "Nothing leaves this room unless I'm worried somebody is hitting you. Good with that?",
    ],
)
@pytest.mark.parametrize("answer", ["Yes.", "Yeah, that's fine.", "Sure, you said last time."])
def test_what_is_said_of_confidentiality_is_no_risk(speech: str, answer: str) -> None:
    assert risks(("t", speech), ("c", answer)) == {}


def test_a_question_behind_the_speech_still_counts() -> None:
    speech = "It stays between us unless you're in danger."
    asked = "Have you been having thoughts of ending your life?"
    assert risks(("t", f"{speech} {asked}"), ("c", "Yes, most nights."))[SUICIDE] == {R}
    assert risks(("t", f"{speech} {asked}"), ("c", "No."))[SUICIDE] == {D}


@pytest.mark.parametrize(
    "asked",
    [
        "Will you ring the crisis team before you hurt yourself?",
        "If you felt suicidal, would you tell your sister?",
        "Can you promise me you'll use your skills before you cut yourself?",
        "Could you call me if you started thinking about killing yourself?",
        "What would you do if you wanted to die again?",
    ],
)
def test_to_agree_what_one_would_do_reports_nothing(asked: str) -> None:
    found = risks(("t", asked), ("c", "Yeah. I can do that."))
    assert all(statuses == {U} for statuses in found.values())


def test_a_supposed_deed_gives_way_to_what_was_told() -> None:
    (item,) = items(
        ("t", "Did you hurt yourself at all?"),
        ("c", "I cut my arm on Tuesday."),
        ("t", "Will you text me before you hurt yourself again?"),
        ("c", "Okay."),
    )
    assert item.status is R
    assert item.quotes[:2] == ("Did you hurt yourself at all?", "I cut my arm on Tuesday.")
    assert not any("text me" in quote for quote in item.quotes)


@pytest.mark.parametrize(
    "answer",
    [
        "Sometimes I think they'd be better off.",
        "Only that it'd be easier not to be around.",
        "Better not to exist, that comes.",
        "I've told the Lord I'm ready when he is. I wouldn't mind seeing my wife again.",
        "It comes and goes, mostly in the evening.",
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "You put a two on the question about being better off dead. Can we talk about that?",
        "Have you had any thoughts of ending your life?",
        "Some people in your shoes feel they would just as soon go too. Has that come up?",
    ],
)
def test_a_passive_thought_in_answer_to_suicide_is_reported(asked: str, answer: str) -> None:
    assert risks(("t", asked), ("c", answer))[SUICIDE] == {R}


@pytest.mark.parametrize(
    "words",
    ["It comes and goes, mostly in the evening.", "My brother's business is better off now.",
     "I'd follow my dad to the football.", "We'd be better off with a bigger flat."],
)  # fmt: skip
def test_the_same_words_elsewhere_are_no_risk(words: str) -> None:
    assert SUICIDE not in risks(("t", "How is the pain?"), ("c", words))


@pytest.mark.parametrize(
    "asked",
    [
        "Any plan, or anything you've looked up?",
        "Have you thought about how you would do it?",
        "Did it go any further than that?",
        "Any intention of acting on them?",
        "Were you close to doing anything?",
    ],
)
def test_a_plan_denied_stands_beside_the_thought(asked: str) -> None:
    thought = (("t", "Any thoughts of suicide?"), ("c", "I wished I was dead on Sunday."))
    found = items(*thought, ("t", asked), ("c", "No. Nothing like that."))
    assert [item.status for item in found] == [R, D]
    assert found[1].quotes[:2] == (asked, "No.")


def test_a_plan_for_the_weekend_is_no_plan_of_that_kind() -> None:
    found = risks(("t", "Any thoughts of suicide?"), ("c", "No."), ("t", "Any plans for the weekend?"),
                  ("c", "Yes, we're going camping."))  # fmt: skip
    assert found == {SUICIDE: {D}}


@pytest.mark.parametrize("added", ["Any plans?", "Your landlord?", "Or anybody?", "At all?"])
def test_a_scrap_added_to_a_question_asks_the_same(added: str) -> None:
    assert risks(("t", f"Any thoughts of hurting anyone? {added}"), ("c", "No."))[OTHERS] == {D}


def test_another_question_is_answered_for_itself() -> None:
    assert risks(("t", "Any thoughts of hurting anyone? Sleep?"), ("c", "No, bad."))[OTHERS] == {U}


def test_a_no_behind_a_few_words_is_a_no() -> None:
    assert risks(("t", "Any thoughts of hurting him?"), ("c", "He's fine. No. I only shouted."))[OTHERS] == {
        D
    }


@pytest.mark.parametrize("answer", ["No.", "No, never."])
def test_a_statement_that_there_is_none_may_be_agreed_to(answer: str) -> None:
    found = risks(("t", "No thoughts of suicide or harming yourself."), ("c", answer))
    assert found == {SUICIDE: {D}, HARM: {D}}
    assert risks(("t", "No thoughts of suicide."), ("c", "Yeah.")) == {SUICIDE: {U}}


@pytest.mark.parametrize(
    "answer", ["No. Well, a bit, yeah.", "Nah. Well. Once or twice.", "No. A little, yes."]
)
def test_a_no_that_is_taken_back_denies_nothing(answer: str) -> None:
    assert D not in risks(("t", "Are you drinking?"), ("c", answer))[RiskKind.SUBSTANCE_USE]


def test_a_wound_told_when_urges_are_reviewed_is_reported() -> None:
    found = items(
        ("t", "Your urges went up to a five on Tuesday. Did it need any stitches?"),
        ("c", "No, it was only scratches, on my wrist."),
    )
    assert [(item.kind, item.status) for item in found] == [(HARM, R)]
    fell = items(("t", "You fell. Did it need stitches?"), ("c", "No, it was just scratches."))
    assert fell == ()


@pytest.mark.parametrize(
    "words", ["I get this picture of dropping him on the stairs.", "I had an image of smothering the baby."]
)
def test_a_picture_of_harming_a_child_is_surfaced_and_its_denial_with_it(words: str) -> None:
    found = risks(("c", words), ("t", "Do you want to act on it?"), ("c", "No, never."))
    assert found == {OTHERS: {U, D}}


def test_a_belief_that_is_asked_for_is_no_report() -> None:
    asked = "What negative belief about yourself goes with that?"
    assert risks(("t", asked), ("c", "I hurt people."))[OTHERS] == {U}
    assert risks(("c", "I lay there thinking I'd killed him."))[OTHERS] == {U}
    assert risks(("c", "I hit him on Saturday."))[OTHERS]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("t", "That must hit you every single morning."),
        ("t", "Okay, hit me."),
        ("c", "Grief still hits me in the car."),
        ("c", "It finally hit me that she's gone."),
    ],
)
def test_what_strikes_nobody_is_no_blow(who: str, words: str) -> None:
    assert ABUSE not in risks((who, words))


@pytest.mark.parametrize(
    "words", ["Hit me. Kicked me.", "He's the one that still hits me.", "She hit me with a pan."]
)
def test_a_blow_is_one_however_it_is_told(words: str) -> None:
    assert ABUSE in risks(("c", f"He came home drunk. {words}"))


def test_violence_either_way_is_asked_of_both() -> None:
    asked = "When you argue, has it ever got physical, either way?"
    assert risks(("t", asked), ("c", "No. I've never laid a hand on her.")) == {OTHERS: {D}, ABUSE: {D}}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Aye. Most nights.", R),
        ("Och, aye. Since the spring.", R),
        ("Naw.", D),
        ("Naw, never.", D),
        ("Ach no, nothing like that.", D),
        ("Aye, right.", U),
        ("Aye, naw.", U),
    ],
)
def test_yes_and_no_are_heard_in_scots(answer: str, status: RiskStatus) -> None:
    assert risks(("t", "Are you having thoughts of ending your life?"), ("c", answer))[SUICIDE] == {status}


@pytest.mark.parametrize(
    "words",
    [
        "I thought, if I never woke up I'd be fine with that.",
        "If I didn't wake up one morning I wouldn't mind.",
        "I wouldn't mind if I got hit by a lorry.",
        "I'd not mind not waking up, when it's bad.",
        "I don't really mind if I died.",
    ],
)
def test_not_to_mind_dying_is_surfaced(words: str) -> None:
    assert R in risks(("t", "How has the week been?"), ("c", words))[SUICIDE]


@pytest.mark.parametrize(
    "words",
    [
        "I'm not waking up with a headache any more.",
        "The baby is not waking up at night now.",
        "If I didn't wake up on time I'd be sacked.",
        "I wouldn't mind if I got the later shift.",
        "I don't mind waking up early.",
    ],
)
def test_sleep_and_what_one_would_not_mind_are_no_wish_to_die(words: str) -> None:
    assert SUICIDE not in risks(("t", "How has the week been?"), ("c", words))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("I want to ask about cutting, it's been a while.", "I haven't cut. Not since spring."),
        ("I need to check about cutting, too.", "No, I have not cut."),
    ],
)
def test_cutting_that_is_asked_about_and_denied_is_a_denial(asked: str, answer: str) -> None:
    assert risks(("t", asked), ("c", answer))[HARM] == {D}


@pytest.mark.parametrize("words", ["I asked about cutting back on sugar.", "I haven't cut the grass."])
def test_other_cutting_is_none(words: str) -> None:
    assert HARM not in risks(("t", "What did you do at the weekend?"), ("c", words))
