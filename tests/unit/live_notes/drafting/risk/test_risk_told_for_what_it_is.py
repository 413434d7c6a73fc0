"""What is asked and what only leads up to it, a relapse of what, and use told in other words."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.note import RiskItem
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

_SUICIDE, _HARM, _ABUSE, _USE = (
    RiskKind.SUICIDE,
    RiskKind.SELF_HARM,
    RiskKind.ABUSE,
    RiskKind.SUBSTANCE_USE,
)
D, R, U = RiskStatus.DENIED, RiskStatus.REPORTED, RiskStatus.UNCLEAR


def _of(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [one for one in find_risks(said(*turns).lines) if one.kind is kind]


@pytest.mark.parametrize(
    "question",
    [
        "Since the assault, have there been any thoughts of not wanting to live, or ending your life?",
        "After the rape, did you have thoughts of ending your life?",
        "And since the assault, any thoughts of suicide?",
        "Before the abuse came out, were there ever thoughts of ending your life?",
        "During the abuse, did you ever think about ending your life?",
        "Apart from the assault, is there any thought of ending your life?",
        "Following the assault, have you felt suicidal?",
        "So because of the abuse, have you had any thoughts of suicide?",
    ],
)
def test_what_only_says_when_is_not_what_is_asked(question: str) -> None:
    turns = (("t", question), ("c", "No. Not now."))
    assert not any(one.status is D for one in _of(_ABUSE, *turns))
    assert [one.status for one in _of(_SUICIDE, *turns)] == [D]


@pytest.mark.parametrize(
    "question",
    [
        "Have you ever been assaulted?",
        "Since we last met, has he hit you?",
        "Has there been any abuse, at home or anywhere else?",
        "After that, did he threaten you?",
    ],
)
def test_what_is_asked_stays_denied(question: str) -> None:
    assert any(one.status is D for one in _of(_ABUSE, ("t", question), ("c", "No. Never.")))


@pytest.mark.parametrize(
    ("back", "clear"),
    [
        ("Harm... haram?", "Harm. To hurt. Hurting yourself."),
        ("Harming?", "Hurting yourself."),
        ("Sorry, harm?", "Hurting yourself."),
        ("What harm?", "Harming yourself."),
        ("How, harm?", "Hurt. Hurting yourself."),
        ("Self what?", "Self-harm. Cutting yourself."),
        ("The which?", "Hurting yourself on purpose."),
        ("Come again?", "Harming yourself, like."),
    ],
)
def test_a_word_that_was_made_clear_is_answered(back: str, clear: str) -> None:
    items = _of(
        _HARM,
        ("t", "Have you had any thoughts about harming yourself?"),
        ("c", back),
        ("t", clear),
        ("c", "Ah. Hurt. No. No, never."),
    )
    assert [one.status for one in items] == [D]


def test_an_answer_that_tells_more_than_a_question_back_stays_open() -> None:
    items = _of(
        _HARM,
        ("t", "Have you had any thoughts about harming yourself?"),
        ("c", "There was the one night in May, does that count?"),
        ("t", "Tell me about it."),
    )
    assert any(one.status is not D for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "And then it was like a full relapse. I checked thirty times on Monday.",
        "I had a relapse with the bingeing, Tuesday and Wednesday.",
        "The consultant calls it a relapse, of the MS.",
        "I'm relapsing, I washed my hands till they bled.",
        "It's a relapse of the depression, same as two winters ago.",
        "I relapsed, I went back to weighing every morning.",
        "My pulling relapsed, I have a patch here.",
        "I was scared of a relapse of the anorexia.",
    ],
)
def test_a_relapse_of_something_else_is_no_use(told: str) -> None:
    assert not _of(_USE, ("t", "How was the week?"), ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "I relapsed. Four months sober and I relapsed.",
        "I had a relapse, I drank on Friday.",
        "My sponsor says a relapse is not the end.",
        "I relapsed on the cocaine.",
    ],
)
def test_a_relapse_of_use_stays(told: str) -> None:
    assert _of(_USE, ("t", "How was the week?"), ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "My father was a headmaster, very strict. He beat us, but everybody was beaten.",
        "Mammy was hard. She hit me with whatever was near.",
        "My grandfather raised me. He whipped us.",
        "Daddy was strict. He beat us if we were late.",
        "My uncle kept us. He beat me badly.",
        "The headmaster lived next door. He caned us.",
        "My stepfather came when I was in class two. He beat me.",
        "My mother sold yams. She beat us, it was how it was.",
    ],
)
def test_blows_told_when_asked_of_growing_up_are_history(told: str) -> None:
    items = _of(_ABUSE, ("t", "Tell me a bit about family, growing up."), ("c", told))
    assert items
    assert all(one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "My husband was strict too. He hit me on Friday.",
        "My father lives with us now. He hits me still.",
        "My boyfriend was a drummer. He choked me.",
    ],
)
def test_blows_of_a_partner_or_of_now_are_no_history(told: str) -> None:
    items = _of(_ABUSE, ("t", "Tell me about growing up."), ("c", told))
    assert items
    assert not any(one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "I don't drink. I took one Guinness at my brother's fiftieth, that is my drinking. No drugs.",
        "No. I had one beer in June.",
        "I don't drink. Half a glass of wine at Easter, that's me.",
        "Never. I had a whiskey at the wake.",
        "Not really a drinker. I had a rum at Christmas.",
        "I'm not a drinker. One lager at the match.",
        "No, no. A glass of prosecco at the wedding.",
        "I never touch it. I had one vodka, in my life.",
    ],
)
def test_what_was_taken_once_stands_with_its_denial(told: str) -> None:
    items = _of(_USE, ("t", "Alcohol, drugs, anything to take the edge off?"), ("c", told))
    quoted = " ".join(" ".join(one.quotes) for one in items)
    assert told.split(".", maxsplit=1)[0] in quoted


@pytest.mark.parametrize(
    "told",
    [
        "I does get up five-something, roll one before work.",
        "I smoke morning and night.",
        "I'm smoking since I was fourteen.",
        "Then one joint to sleep.",
        "I burned one on the roof.",
        "I still smoke before bed, every day.",
        "I usually smoke by the block with the boys.",
        "One spliff at lunch, if the boss gone.",
    ],
)
def test_cannabis_is_told_without_its_name(told: str) -> None:
    talk = (("t", "So the weed. Tell me about a regular day."), ("c", told), ("t", "And the weed at night?"))
    items = _of(_USE, *talk, ("c", "I ain't have time to think about no weed on Sundays."))
    assert [one.status for one in items][:1] == [R]
    assert any(told.split(".", maxsplit=1)[0] in quote for one in items for quote in one.quotes)


@pytest.mark.parametrize(
    "talk",
    [
        (("t", "How are the cigarettes?"), ("c", "I smoke twenty a day.")),
        (("t", "You gave up the weed. And the weed of your brother?"), ("c", "I don't smoke.")),
        (("t", "A regular day?"), ("c", "I smoke fish for the market.")),
        (("t", "The weed, then. Any weed now?"), ("c", "No. I used to smoke.")),
    ],
)
def test_smoking_of_something_else_or_of_then_is_not_reported(talk: tuple[tuple[str, str], ...]) -> None:
    assert not any(one.status is R for one in _of(_USE, *talk))


@pytest.mark.parametrize(
    "told",
    [
        "I took one of Denise's Ambien, Saturday night before last.",
        "I had two of my mum's diazepam.",
        "I've taken some of his tramadol for the nights.",
        "I borrowed a few of my sister's Xanax.",
        "I took two of a friend's Adderall for the exam.",
        "I had half of my husband's zopiclone.",
        "I tried one of a mate's Valium.",
        "I took three of her sleeping tablets, on Friday.",
    ],
)
def test_tablets_of_another_are_named(told: str) -> None:
    items = _of(_USE, ("t", "And sleep?"), ("c", told))
    assert [one.status for one in items] == [R]
    assert told in items[0].quotes


@pytest.mark.parametrize(
    "told",
    [
        "I take my own zopiclone.",
        "He takes tramadol for the hip.",
        "I took Denise's car.",
        "I had the doctor's letter about Ambien.",
        "I gave her her tablets.",
        "I take my wife's diazepam to sleep.",
    ],
)
def test_tablets_of_one_s_own_are_not(told: str) -> None:
    assert not any(one.status is R for one in _of(_USE, ("t", "And sleep?"), ("c", told)))


@pytest.mark.parametrize(
    "read_out",
    [
        "Self-harm urges zero straight through.",
        "Self-harm, zero all week.",
        "Self-harm urges are all zeros.",
        "Self-harm at nought, every day.",
        "Self-harm thoughts nil.",
        "Self harm column: 0.",
        "Self-harm acts, still zero.",
        "And self-harm urges is zeroes down the line.",
    ],
)
def test_a_column_at_nought_is_denied_once_it_is_agreed_to(read_out: str) -> None:
    items = _of(_HARM, ("t", f"I want to look down the card. {read_out} And shame is a 4."), ("c", "Yeah."))
    assert [one.status for one in items] == [D]


@pytest.mark.parametrize(
    ("read_out", "answer"),
    [
        ("Self-harm urges zero, zero, and Thursday a 3.", "Yeah."),
        ("Self-harm urges zero straight through.", "That's wrong, I forgot Tuesday."),
        ("Self-harm urges zero last week.", "Yeah."),
        ("Self-harm urges zero straight through?", "I'm not sure."),
    ],
)
def test_a_column_that_is_not_all_nought_is_not_denied(read_out: str, answer: str) -> None:
    items = _of(_HARM, ("t", f"I want to look down the card. {read_out}"), ("c", answer))
    assert not any(one.status is D for one in items)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("I don't drink. I took one Guinness at my brother's fiftieth, that is my drinking.", U),
        ("I don't really drink. One glass of wine at Easter.", U),
        ("I'm not a drinker. I had one lager at the match.", U),
        ("I don't drink. I had one vodka, in my life.", U),
        ("No. I had a few pints on Friday.", R),
        ("I don't drink at home. I had six pints on Friday.", R),
        ("I have four cans a night.", R),
        ("Not during the week. A bottle of wine on Saturday.", R),
    ],
)
def test_one_drink_of_somebody_who_does_not_drink_is_not_reported_as_use(
    told: str, status: RiskStatus
) -> None:
    items = _of(_USE, ("t", "Alcohol, drugs, anything to take the edge off?"), ("c", told))
    assert [one.status for one in items] == [status]
