"""Whose a risk is, when it was, and what is an act on the own body, told by the whole sentence."""

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
    "told",
    [
        "There was somebody in our area, in Surulere, that drank Sniper two years ago. I went to the burial.",
        "There was a lad in the next parish that hanged himself, ten years ago.",
        "I knew a girl in my hostel who took poison, in 2015.",
        "There's a man in my street who drank Gramoxone, that was years ago.",
        "I had a cousin who overdosed, in 2010.",
        "There was a boy at school who jumped off the bridge, years ago.",
        "We had a neighbour who killed himself, when I was ten.",
        "I know a fella at work who tried it, five years ago.",
    ],
)
def test_somebody_else_s_death_is_no_history_of_the_client(told: str) -> None:
    asked = ("t", "Have you ever, at any time in your life, tried to harm yourself?")
    items = _of(_HARM, asked, ("c", f"Never. Never ever. {told}"))
    assert not any(one.past for one in items)
    assert {one.status for one in items if one.whose is None} == {D}
    assert any(one.whose is not None for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "I took tablets in 2015.",
        "I cut my arms when I was fifteen.",
        "I did once, at school, years ago.",
        "There was a time, ten years ago, I tried.",
    ],
)
def test_the_client_s_own_deed_of_then_stays_history(told: str) -> None:
    items = _of(_HARM, ("t", "Have you ever tried to harm yourself?"), ("c", f"Not now, no. {told}"))
    assert any(one.past or one.status is not D for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "Him did beat me when I was nine because I leave the gate open.",
        "He hit me when I was seven, for the gate.",
        "She beat me when I was a small boy.",
        "They flogged us. He beat me when I was about eight.",
        "He would beat us when I was in primary.",
        "He kicked me when I was six.",
        "She slapped me when I was a wee girl.",
        "He choked me at the age of eleven.",
    ],
)
def test_blows_dated_by_a_child_s_age_are_history(told: str) -> None:
    items = _of(_ABUSE, ("c", told))
    assert items
    assert all(one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "He beat me when I was nine months gone.",
        "He beats me. It's like when I was nine.",
        "My husband punched me, like my dad when I was nine.",
        "He still hits me, same as when I was ten.",
        "He hit me when I was twenty-five.",
    ],
)
def test_blows_of_now_stay_so(told: str) -> None:
    items = _of(_ABUSE, ("c", told))
    assert any(not one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "And I got the compass out of the pencil case. And I did my leg. It was only scratches.",
        "So I took the blade out of the sharpener. I did my arm, four lines.",
        "I found his lighter and I held it on my wrist till it blistered.",
        "I used the scissors. On my thigh, like. It bled a bit.",
        "I broke a glass. I dragged a piece of glass down my forearm, it bled.",
        "I got my mum's razor, and I went at my hip. Three cuts.",
        "I had a cigarette lit and I pressed it on my arm. It's a burn the size of a pea.",
        "I picked up a safety pin and I dug at my stomach until there was blood.",
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_an_act_on_the_own_body_is_self_harm(told: str, asked: bool) -> None:
    card = (
        ("t", "So urges to self-harm, nought to five. Saturday a four."),
        ("c", "Yeah, Saturday was bad."),
    )
    between = (("t", "What came first that day?"), ("c", "It was the group chat."), ("t", "And then?")) * 6
    items = _of(_HARM, *(card if asked else ()), *between, ("c", told))
    assert items
    assert items[0].status is R or not asked
    assert any(one in told for one in items[0].quotes)


@pytest.mark.parametrize(
    "told",
    [
        "I took the razor and did my legs for the wedding. Smooth. Just the one scratch, from shaving.",
        "I was chopping onions with the knife and cut my thumb, my arm was in the way, there was blood.",
        "I got the needle and did my leg. That's my insulin. There's a wee mark.",
        "I took the scissors to the hedge and scratched my arms on the thorns.",
        "I used the lighter for the candles and burned my wrist by accident.",
        "I got the compass out for the maths. I did my homework on my knee.",
        "The cat got me. I had a knife in my hand and she scratched my arm.",
        "I had the iron on and I burned my arm ironing his shirts.",
    ],
)
def test_mishaps_are_none(told: str) -> None:
    items = _of(_HARM, ("t", "How was the week?"), ("c", told))
    assert R not in {one.status for one in items}


@pytest.mark.parametrize(
    ("told", "owned"),
    [
        ("Since the one. When I was nineteen.", "Yeah. Panadol and that. I was in for four days."),
        ("Not for years. That was at uni.", "Yes."),
        ("Ten years ago, that was.", "Aye. It was tablets."),
        ("When I was in Year 11.", "Yeah. I was in hospital."),
    ],
)
def test_an_overdose_that_is_named_and_owned_is_history(told: str, owned: str) -> None:
    turns = (("t", "Any plan to end your life?"), ("c", "No."), ("t", "Since when?"), ("c", told))
    items = _of(_SUICIDE, *turns, ("t", "And that was the overdose."), ("c", owned))
    assert any(one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "My cousin's boy. Rohan, in Kota. He took some tablets. On Thursday night. The warden found him.",
        "My nephew took a strip of tablets and they rushed him to casualty.",
        "My daughter's friend swallowed some pills on Friday. She's in the ICU.",
        "The neighbour's son drank phenyl. They did a stomach wash.",
        "My sister took something, and Mammy found her on the floor. They had the ambulance.",
        "My son took twenty paracetamol. He's on a drip in the General.",
        "A boy in her class took his mother's tablets. Found him in the toilets.",
        "Me niece took some tablets Tuesday. They pumped her out.",
    ],
)
def test_somebody_else_s_tablets_are_a_concern_about_them(told: str) -> None:
    items = _of(_SUICIDE, ("c", told))
    assert items
    assert all(one.whose is not None for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "My mother took her tablets and went to bed.",
        "My son took some tablets for his headache. He's in the hospital choir.",
        "Mam took the wrong tablets by mistake and they rushed her in.",
        "He takes his tablets, the nurse found him a box for them.",
        "She took something for the pain. Then the ambulance came about her hip.",
    ],
)
def test_tablets_taken_as_they_should_be_are_none(told: str) -> None:
    assert not _of(_SUICIDE, ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "I wanted to slap her on the phone, and I said, don't worry.",
        "I wanted to punch him through the screen.",
        "I felt like slapping him, I wanted to slap him down the phone.",
        "She was on the video call, I wanted to slap her through the screen.",
    ],
)
def test_a_blow_that_cannot_be_given_is_no_mention(told: str) -> None:
    assert not _of(_OTHERS, ("c", told))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("I wanted to slap her.", U),
        ("I wanted to hit him in my head, you know.", U),
        ("I wanted to punch him so I went outside.", U),
        ("I wanted to hit him and I hit him.", R),
        ("I was tempted to slap him, but I went for a walk.", U),
        ("I want to kill him.", R),
        ("I'm going to stab him.", R),
    ],
)
def test_a_wish_of_a_moment_is_unclear_and_a_threat_is_not(told: str, status: RiskStatus) -> None:
    items = _of(_OTHERS, ("c", told))
    assert items[0].status is status or (status is R and items)
    assert status is not U or items[0].status is U


@pytest.mark.parametrize(
    "told",
    [
        "Light. A bit drunk, like I cry at a wedding.",
        "I feel drunk. It's the tiredness.",
        "It's like being drunk.",
        "Kind of drunk, from the breathing.",
        "Floaty, a little drunk, in a nice way.",
        "I was walking like a drunk with the dizziness.",
        "I felt half drunk after the set.",
        "Almost drunk. Warm.",
    ],
)
def test_a_state_like_drunkenness_is_no_drinking(told: str) -> None:
    assert not _of(RiskKind.SUBSTANCE_USE, ("t", "And how are you feeling?"), ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "I got a bit drunk on Saturday.",
        "I was drunk.",
        "A bit drunk, I'd had four pints.",
        "I felt drunk after two glasses of wine.",
        "We were drunk every night.",
    ],
)
def test_drinking_stays(told: str) -> None:
    assert _of(RiskKind.SUBSTANCE_USE, ("t", "And how are you feeling?"), ("c", told))


@pytest.mark.parametrize(
    "told",
    [
        "No, nobody's hitting anybody, it's not that type of house.",
        "No. Nobody hits anybody here.",
        "No, nothing's hitting anybody.",
        "No one is hitting anyone.",
        "My father didn't hit him, he only laughed.",
        "She never hit him.",
        "He wouldn't hurt anybody.",
        "Never. I never hit anybody.",
    ],
)
def test_a_denial_is_never_a_report(told: str) -> None:
    for turns in ((("c", told),), (("t", "Has she ever raised her hand to you?"), ("c", told))):
        assert R not in {one.status for one in _of(_OTHERS, *turns)}


@pytest.mark.parametrize(
    "told",
    [
        "My father did. I found him.",
        "My brother did. Gramoxone.",
        "A girl in my hostel did.",
        "My uncle did, back home.",
        "My mum tried, twice.",
        "There was a lad in my class who hanged himself.",
        "Me cousin has. Two times.",
        "One of my friends did.",
    ],
)
def test_an_answer_of_another_alone_is_theirs(told: str) -> None:
    items = _of(_SUICIDE, ("t", "Have you ever tried to end your life?"), ("c", told))
    assert items
    assert all(one.whose is not None for one in items)


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("t", "Would you ask your daughter if she's thinking of suicide?"),
            ("c", "I've thought of it myself."),
        ),
        (("t", "Is your brother thinking of suicide?"), ("c", "He is. Me too, some nights.")),
        (("c", "My brother took some tablets and was in hospital. I should have gone with him."),),
        (("c", "My friend killed herself last year and I did the same, I took mine."),),
    ],
)
def test_what_they_say_of_themselves_beside_it_stays(turns: tuple[tuple[str, str], ...]) -> None:
    assert any(one.whose is None for one in _of(_SUICIDE, *turns))
