"""What is told of a risk around its naming: whose it is, when it was, and which words stand for it."""

from __future__ import annotations

import pytest

from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

_ANY_THOUGHTS = ("t", "Are you having any thoughts of ending your life?")


def _items(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [item for item in find_risks(said(*turns).lines) if item.kind is kind]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Was there a time before?", "In Sudan. I cut here. (gesture at wrist) My sister tied it."),
        ("Was there another time like that?", "At boarding school. I took all the tablets, matron found me."),
        ("Has there been any time before when you did?", "Once, when Mum died. I tied a belt on the rail."),
        ("Did you ever try anything before?", "I drank the pesticide, my uncle rushed me to hospital."),
        ("Have you ever tried it before?", "Yes. I jumped in the canal and a fella pulled me out."),
        ("Did you ever do anything like that before?", "I cut my wrist with a tin lid, in the cell."),
        ("Have you ever done anything?", "The bridge. I went over it. The river police got me."),
        ("Was there ever a time before?", "Took the whole packet of paracetamol and I woke up in ICU."),
    ],
)
def test_an_attempt_told_of_another_time_is_history(asked: str, told: str) -> None:
    turns = (_ANY_THOUGHTS, ("c", "Yes."), ("t", f"Thank you. {asked}"), ("c", told))
    items = _items(RiskKind.SUICIDE, *turns)
    assert [(one.status, one.past) for one in items if one.past] == [(RiskStatus.REPORTED, True)]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Was there a time before?", "No, never."),
        ("Was there a time before?", "A time before what?"),
        ("Have you ever tried it?", "Tried what, the sleeping tablets?"),
        ("Have you ever tried it before?", "The group? I went once and sat at the back."),
        ("Did it ever happen before?", "Not with the headaches, no."),
        ("Has anyone in your family ever tried it?", "My brother. He took tablets, they found him."),
    ],
)
def test_no_attempt_is_taken_from_an_answer_that_tells_of_none(asked: str, told: str) -> None:
    items = _items(RiskKind.SUICIDE, _ANY_THOUGHTS, ("c", "No."), ("t", asked), ("c", told))
    assert not [one for one in items if one.past]


def test_a_cut_of_another_time_is_history_of_self_harm_too() -> None:
    items = _items(
        RiskKind.SELF_HARM,
        _ANY_THOUGHTS,
        ("c", "Yes."),
        ("t", "Was there a time before?"),
        ("c", "In prison. I did it with the... (points to wrist) There was glass."),
        ("t", "And since you came here, have you hurt yourself?"),
        ("c", "No. Not here."),
    )
    assert [(one.status, one.past) for one in items] == [
        (RiskStatus.DENIED, False),
        (RiskStatus.REPORTED, True),
    ]


@pytest.mark.parametrize(
    ("asked", "told", "who"),
    [
        ("Are you safe in the hotel?", "Not me. There's a man who follows another girl.", "girl"),
        ("Do you feel safe in the hostel?", "My flatmate doesn't. He hits her door and shouts.", "flatmate"),
        ("Are you safe where you're staying?", "It's another woman. He beats her, we hear it.", "woman"),
        ("Is everyone safe at home?", "My sister, he threatens her with the belt.", "sister"),
        ("Are you safe there at night?", "There's one boy, they grab him on the stairs.", "boy"),
        ("Do you feel safe on the ward?", "Not with me, another patient, a man touches her.", "patient"),
    ],
)
def test_danger_to_somebody_nearby_is_told_as_theirs(asked: str, told: str, who: str) -> None:
    items = _items(RiskKind.ABUSE, ("t", asked), ("c", told))
    assert [(one.status, one.whose) for one in items] == [(RiskStatus.UNCLEAR, f"another person ({who})")]


@pytest.mark.parametrize(
    "said_by_clinician",
    [
        "I'd talk to the safeguarding person in our place as well.",
        "I'll need to ring adult protection this afternoon.",
        "I'm going to have to let social services know.",
        "We will pass it to our safeguarding lead today.",
        "I have to make a call to child services about that.",
        "I want to run it by safeguarding, if that's okay.",
    ],
)
def test_what_is_passed_on_stands_with_what_was_told(said_by_clinician: str) -> None:
    told = ("c", "I grabbed him by the arm, my own dad. I held it too tight. There was a mark.")
    items = _items(RiskKind.HARM_TO_OTHERS, told, ("t", said_by_clinician))
    assert items[0].status is RiskStatus.REPORTED
    assert said_by_clinician.split(",", maxsplit=1)[0] in " ".join(items[0].quotes)


@pytest.mark.parametrize(
    "said_by_clinician",
    [
        "If you told me a child was being hurt I'd have to speak to safeguarding.",
        "Unless somebody is at risk, I won't talk to safeguarding.",
        "I did my safeguarding training on Monday.",
        "I worked in child protection for years.",
        "Is safeguarding a word you've heard?",
    ],
)
def test_what_would_be_passed_on_is_no_finding(said_by_clinician: str) -> None:
    assert not _items(RiskKind.ABUSE, ("t", said_by_clinician), ("c", "Okay."))


def test_the_oblique_answer_stands_with_the_plain_ones() -> None:
    (item,) = _items(
        RiskKind.SUICIDE,
        ("t", "Have you been thinking about ending your life?"),
        ("c", "I've thought it'd be neat."),
        ("t", "Neat."),
        ("c", "I've thought on it. I'll not say I haven't."),
        ("t", "When was the last time?"),
        ("c", "Friday. I stood there and I looked at the rafters."),
        ("t", "And since?"),
        ("c", "It comes at night, the neat thing."),
    )
    assert item.status is RiskStatus.REPORTED
    words = " ".join(item.quotes)
    for each in ("it'd be neat", "thought on it", "not say I haven't", "the rafters", "the neat thing"):
        assert each in words


def test_what_the_client_said_before_stands_where_it_is_owned() -> None:
    (item,) = _items(
        RiskKind.SUICIDE,
        ("t", 'You said, "If I didn\'t wake up tomorrow it would be a rest."'),
        ("c", "Yes. I think that. Not every day."),
        ("t", "Is it a wish to die, or a wish to rest?"),
        ("c", "It's a rest. But I can't tell you I don't see the other one from there."),
    )
    words = " ".join(item.quotes)
    for each in ("didn't wake up tomorrow", "I think that", "the other one"):
        assert each in words


@pytest.mark.parametrize(
    "answer",
    ["No, I didn't mean it like that.", "I was only joking.", "Did I?", "Yeah, but not like that.", "What?"],
)
def test_what_is_not_owned_is_not_reported(answer: str) -> None:
    turns = (("t", "You said you'd be better off dead."), ("c", answer))
    assert RiskStatus.REPORTED not in {one.status for one in _items(RiskKind.SUICIDE, *turns)}
