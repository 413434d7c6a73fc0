from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR


def risks(*turns: tuple[str, str]) -> dict[RiskKind, set[RiskStatus]]:
    found: dict[RiskKind, set[RiskStatus]] = {}
    for item in find_risks(said(*turns).lines):
        found.setdefault(item.kind, set()).add(item.status)
    return found


@pytest.mark.parametrize(
    "answer",
    [
        "No.",
        "No, nothing like that.",
        "Nope, not at all.",
        "Um, no.",
        "Oh, definitely not.",
        "I would never do that.",
        "No suicidal thoughts, no.",
    ],
)
def test_a_plain_no_to_a_question_is_a_denial(answer: str) -> None:
    assert risks(("t", "Any thoughts of suicide?"), ("c", answer)) == {RiskKind.SUICIDE: {D}}


@pytest.mark.parametrize(
    "answer", ["Yes.", "Yeah, sometimes.", "Sometimes.", "It crossed my mind.", "A little."]
)
def test_a_yes_to_a_question_is_a_report(answer: str) -> None:
    assert risks(("t", "Any thoughts of suicide?"), ("c", answer)) == {RiskKind.SUICIDE: {R}}


@pytest.mark.parametrize(
    "answer",
    [
        "Not really.",
        "I don't know.",
        "I'd rather not say.",
        "I don't want to talk about that.",
        "Yeah, no.",
        "No, not anymore.",
        "I'm okay.",
        "No, but sometimes at night it's different.",
        "No. It did cross my mind when I was driving home last week.",
    ],
)
def test_a_hedged_answer_is_never_turned_into_a_denial(answer: str) -> None:
    assert risks(("t", "Any thoughts of suicide?"), ("c", answer)) == {RiskKind.SUICIDE: {U}}


def test_a_question_nobody_answered_stays_unclear() -> None:
    assert risks(("t", "Any thoughts of suicide?")) == {RiskKind.SUICIDE: {U}}


def test_a_no_to_another_question_in_the_same_breath_denies_nothing() -> None:
    found = risks(("t", "Any thoughts of suicide? And how is your sleep?"), ("c", "No, it's been fine."))
    assert found == {RiskKind.SUICIDE: {U}}


def test_one_no_denies_every_risk_the_question_named() -> None:
    found = risks(("t", "Any thoughts of harming yourself or others?"), ("c", "No."))
    assert found == {RiskKind.SELF_HARM: {D}, RiskKind.HARM_TO_OTHERS: {D}}


def test_a_denial_and_a_report_stand_side_by_side() -> None:
    found = risks(
        ("t", "Any thoughts of suicide?"),
        ("c", "No."),
        ("t", "How are the evenings?"),
        ("c", "Some nights I think everyone would be better off without me."),
    )
    assert found == {RiskKind.SUICIDE: {R, D}}


def test_a_negation_nobody_asked_for_is_no_denial() -> None:
    assert risks(("c", "I would never kill myself.")) == {RiskKind.SUICIDE: {U}}


def test_yes_to_a_negated_question_is_unclear() -> None:
    found = risks(("t", "You're not having thoughts of suicide, are you?"), ("c", "Yes."))
    assert found == {RiskKind.SUICIDE: {U}}


def test_a_no_to_feeling_safe_is_a_report() -> None:
    assert risks(("t", "Do you feel safe at home?"), ("c", "No.")) == {RiskKind.ABUSE: {R}}
    assert risks(("t", "Do you feel safe at home?"), ("c", "Yes.")) == {RiskKind.ABUSE: {D}}


def test_listening_noises_do_not_answer_a_question() -> None:
    found = risks(("t", "Any thoughts of suicide?"), ("c", "Mm."), ("t", "Take your time."), ("c", "No."))
    assert D not in found[RiskKind.SUICIDE]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I've been thinking about killing myself.", RiskKind.SUICIDE),
        ("I don't want to be here anymore.", RiskKind.SUICIDE),
        ("I wish I was dead.", RiskKind.SUICIDE),
        ("I started cutting again last week.", RiskKind.SELF_HARM),
        ("I burned myself on purpose.", RiskKind.SELF_HARM),
        ("I have urges to hurt people.", RiskKind.HARM_TO_OTHERS),
        ("My husband hits me.", RiskKind.ABUSE),
        ("My dad used to beat me.", RiskKind.ABUSE),
        ("I relapsed on Friday.", RiskKind.SUBSTANCE_USE),
        ("My drinking has gone up since the summer.", RiskKind.SUBSTANCE_USE),
        ("I had a hangover on Monday.", RiskKind.SUBSTANCE_USE),
        ("I get through half a bottle most nights.", RiskKind.SUBSTANCE_USE),
        ("We had gin at the wedding.", RiskKind.SUBSTANCE_USE),
        ("I threw the blades out.", RiskKind.SELF_HARM),
        ("I think about dying most nights.", RiskKind.SUICIDE),
        ("Ten pints on a Saturday.", RiskKind.SUBSTANCE_USE),
        ("I had a slip on Friday.", RiskKind.SUBSTANCE_USE),
    ],
)
def test_what_the_client_says_of_their_own_accord_is_reported(words: str, kind: RiskKind) -> None:
    assert risks(("c", words))[kind] == {R}


@pytest.mark.parametrize(
    "words",
    [
        "I'm dying to see my sister.",
        "I was just killing time.",
        "This job is killing me.",
        "I beat myself up about it.",
        "I hurt my back lifting boxes.",
        "I'm cutting back on coffee.",
        "I drink a lot of water.",
        "My drinking water comes from a well.",
        "She left half a bottle of milk.",
        "I got as far as the drinking fountain.",
        "I haven't cut it in half yet.",
        "My shoulder blades ache.",
        "She lives by the cutting edge of town.",
        "I drank a pint of milk.",
        "I want it to be over by Friday.",
        "I've been using the app.",
        "The dog was thrown a ball.",
        "I burned dinner again.",
        "It hit me like a wall.",
    ],
)
def test_figures_of_speech_are_no_mention(words: str) -> None:
    assert risks(("c", words)) == {}


@pytest.mark.parametrize(
    "words",
    ["I just want to disappear.", "I can't do this anymore.", "I should just end it.", "I could have died."],
)
def test_what_may_or_may_not_be_meant_is_surfaced_as_unclear(words: str) -> None:
    assert risks(("c", words)) == {RiskKind.SUICIDE: {U}}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I get these dark thoughts.", RiskKind.SUICIDE),
        ("I'm such a burden to everyone.", RiskKind.SUICIDE),
        ("There's no way out.", RiskKind.SUICIDE),
        ("I can't see the point anymore.", RiskKind.SUICIDE),
        ("I just want it all to stop.", RiskKind.SUICIDE),
        ("I thought about driving into a tree.", RiskKind.SUICIDE),
        ("I took the whole packet of paracetamol.", RiskKind.SUICIDE),
        ("I looked up how many pills.", RiskKind.SUICIDE),
        ("I burn my arms with cigarettes.", RiskKind.SELF_HARM),
        ("I want to smash his face in.", RiskKind.HARM_TO_OTHERS),
        ("He put his hands round my throat.", RiskKind.ABUSE),
        ("My uncle used to come into my room at night.", RiskKind.ABUSE),
        ("He threw a plate at me.", RiskKind.ABUSE),
        ("He made me do things.", RiskKind.ABUSE),
    ],
)
def test_what_speaks_of_risk_without_its_name_is_surfaced(words: str, kind: RiskKind) -> None:
    assert risks(("c", words))[kind] <= {U, R}


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("How's the cutting been?", RiskKind.SELF_HARM),
        ("Any thoughts of harm?", RiskKind.SELF_HARM),
        ("Any dark thoughts?", RiskKind.SUICIDE),
        ("Do you ever think about dying?", RiskKind.SUICIDE),
        ("Does he ever get physical?", RiskKind.ABUSE),
        ("Has he ever laid a hand on you?", RiskKind.ABUSE),
        ("Are you drinking?", RiskKind.SUBSTANCE_USE),
    ],
)
def test_a_risk_asked_of_and_denied_is_denied(asked: str, kind: RiskKind) -> None:
    assert risks(("t", asked), ("c", "No, never.")) == {kind: {D}}


def test_not_to_feel_safe_is_of_concern() -> None:
    assert risks(("t", "Do you feel safe?"), ("c", "No.")) == {RiskKind.ABUSE: {R}}
    assert risks(("t", "Do you feel safe?"), ("c", "Yes.")) == {RiskKind.ABUSE: {D}}


def test_a_clinician_s_remark_is_not_the_client_s_report() -> None:
    assert risks(("t", "Some people have thoughts of suicide. You can call 988.")) == {}
    asked = ("t", "Lots of new mums have thoughts of suicide. Has that happened to you?")
    assert risks(asked, ("c", "No, not at all.")) == {RiskKind.SUICIDE: {D}}


def test_a_clinician_s_own_summary_may_say_denied() -> None:
    found = risks(("a", "Client denied suicidal ideation and self-harm."))
    assert found == {RiskKind.SUICIDE: {D}, RiskKind.SELF_HARM: {D}}


def test_every_item_names_its_lines_and_quotes_them_word_for_word() -> None:
    transcript = said(("t", "Are you having thoughts of killing yourself?"), ("c", "Sometimes, yeah."))
    (item,) = find_risks(transcript.lines)
    assert item.evidence == ("s1", "s2")
    spoken = " ".join(line.spoken for line in transcript.lines)
    assert item.quotes
    assert all(quote in spoken for quote in item.quotes)


def test_what_the_client_went_on_to_speak_of_is_no_part_of_the_denial() -> None:
    transcript = said(
        ("t", "Have you had any thoughts of suicide?"),
        ("c", "No, nothing like that."),
        ("c", "My boss yelled at me in front of everybody and I walked out."),
    )
    (item,) = find_risks(transcript.lines)
    assert item.status is D
    assert item.quotes == ("Have you had any thoughts of suicide?", "No, nothing like that.")


@pytest.mark.parametrize(
    "said",
    ["My brother killed himself last year.", "My mom drinks every night.", "My friend overdosed in March.",
     "She said she wanted to kill herself."],
)  # fmt: skip
def test_what_somebody_else_does_is_not_reported_of_the_client(said: str) -> None:
    assert all(statuses == {U} for statuses in risks(("c", said)).values())
    assert risks(("c", said))


@pytest.mark.parametrize(
    "said",
    ["I wanted to kill myself.", "My husband thinks I drink too much.",
     "When my dad gets home I want to die.", "He asked and I told him that I cut myself.",
     "I drink because my wife left."],
)  # fmt: skip
def test_what_the_client_does_is_reported_whoever_else_is_named(said: str) -> None:
    assert all(R in statuses for statuses in risks(("c", said)).values())
    assert risks(("c", said))


@pytest.mark.parametrize(
    "offer",
    ["Is there anything I can help you with about the drinking?",
     "Can I share some information on alcohol use?",
     "Would you like to talk about the suicidal thoughts?"],
)  # fmt: skip
@pytest.mark.parametrize("answer", ["No, I don't think so.", "Okay.", "No."])
def test_an_offer_refused_or_taken_denies_nothing(offer: str, answer: str) -> None:
    assert all(statuses == {U} for statuses in risks(("t", offer), ("c", answer)).values())


@pytest.mark.parametrize(
    "question",
    [
        "Has there been any pushing or hitting?",
        "Does anyone at home hurt you or threaten you?",
        "Has your partner ever shoved you?",
    ],
)
def test_a_question_of_violence_at_home_is_one_of_abuse(question: str) -> None:
    assert risks(("t", question), ("c", "No, never.")) == {RiskKind.ABUSE: {D}}


@pytest.mark.parametrize(
    "words",
    ["Did the exercise hurt?", "They threatened to cancel the game.", "We touched on that last time."],
)
def test_other_hurts_are_no_abuse(words: str) -> None:
    assert RiskKind.ABUSE not in risks(("t", words), ("c", "No."))


def test_urges_to_hurt_oneself_are_none_to_hurt_others() -> None:
    assert risks(("t", "Any urges to hurt yourself?"), ("c", "No.")) == {RiskKind.SELF_HARM: {D}}
    assert RiskKind.HARM_TO_OTHERS in risks(("t", "Any urges to hurt him?"), ("c", "No."))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("They come and go, but no intent.", R),
        ("Like a month ago I thought about it.", R),
        ("I'm not sure I thought about it.", U),
        ("Maybe I thought about it.", U),
        ("We talked about it at school.", U),
    ],
)
def test_an_answer_that_affirms_without_a_yes_is_a_report(answer: str, status: RiskStatus) -> None:
    assert risks(("t", "Have you had thoughts of suicide?"), ("c", answer))[RiskKind.SUICIDE] == {status}


def test_whether_somebody_meant_to_die_is_asked_of_suicide() -> None:
    assert risks(("t", "Did you mean to die that night?"), ("c", "No, it was an accident.")) == {
        RiskKind.SUICIDE: {D}
    }


@pytest.mark.parametrize(
    "wish",
    [
        "Sometimes I think it would be easier not to wake up.",
        "I wish I wouldn't wake up.",
        "It would be easier if I wasn't here.",
        "Some nights I pray I don't wake up.",
    ],
)
def test_a_wish_not_to_be_there_any_more_is_reported(wish: str) -> None:
    assert risks(("t", "You marked several days on item nine."), ("c", wish)) == {RiskKind.SUICIDE: {R}}


@pytest.mark.parametrize("said_plainly", ["I don't wake up before ten.", "I try not to wake the kids up."])
def test_sleeping_in_is_no_risk(said_plainly: str) -> None:
    assert risks(("t", "How are your nights?"), ("c", said_plainly)) == {}


def test_a_risk_that_is_asked_about_in_the_next_words_is_reported() -> None:
    asked = "Last week you said you'd gone back to cutting. Has that happened since?"
    assert risks(("t", asked), ("c", "Once, on Sunday.")) == {RiskKind.SELF_HARM: {R}}
    assert risks(("t", asked), ("c", "No.")) == {RiskKind.SELF_HARM: {U}}, "it had happened"


def test_not_wanting_to_go_on_may_be_a_wish_to_die() -> None:
    assert risks(("t", "How is it?"), ("c", "Some days I don't want to go on.")) == {RiskKind.SUICIDE: {U}}
    assert risks(("t", "How is it?"), ("c", "I don't want to go on a diet.")) == {}


def test_what_another_had_been_drinking_is_not_the_clients() -> None:
    assert risks(("t", "Who drove?"), ("c", "He'd been drinking and said he was fine.")) == {
        RiskKind.SUBSTANCE_USE: {U}
    }


def test_and_now_asks_of_the_same_risk_again() -> None:
    asked = ("t", "Have you ever had thoughts of ending your life?")
    past = ("c", "When I was sixteen I thought about it once.")
    now = ("t", "And now?")
    assert D in risks(asked, past, now, ("c", "No, not at all."))[RiskKind.SUICIDE]
    assert R in risks(asked, past, now, ("c", "Yes."))[RiskKind.SUICIDE]
    assert risks(("t", "Do you work?"), ("c", "I did."), now, ("c", "No.")) == {}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("My dad drank and he beat us with a belt.", RiskKind.ABUSE),
        ("My stepfather would hit me.", RiskKind.ABUSE),
        ("I held ice when I got the urge to cut.", RiskKind.SELF_HARM),
    ],
)
def test_blows_and_urges_are_told_in_the_client_s_own_words(words: str, kind: RiskKind) -> None:
    assert R in risks(("c", words))[kind]


@pytest.mark.parametrize(
    "words", ["He beat me at chess.", "I got the urge to cut back on sugar.", "He hit me up for cash."]
)
def test_games_and_figures_of_speech_are_neither(words: str) -> None:
    assert not {RiskKind.ABUSE, RiskKind.SELF_HARM} & set(risks(("c", words)))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("I took him by the arm, too hard, and there was a mark.", RiskStatus.REPORTED),
        ("I pushed him against the door on Friday.", RiskStatus.UNCLEAR),
    ],
)
def test_what_a_client_did_to_somebody_is_of_concern(words: str, status: RiskStatus) -> None:
    """It is reported where the harm it did is told with it."""
    found = find_risks(said(("c", words)).lines)
    assert [(item.kind, item.status) for item in found] == [(RiskKind.HARM_TO_OTHERS, status)]


def test_a_no_that_holds_only_at_times_is_no_denial() -> None:
    found = find_risks(said(("t", "Do you drink?"), ("c", "I don't drink when I'm not gambling.")).lines)
    assert [item.status for item in found] == [RiskStatus.UNCLEAR]
