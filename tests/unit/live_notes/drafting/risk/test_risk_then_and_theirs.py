"""An attempt of then, a death that is welcome, and what another said: each told as what it is."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.note import RiskItem
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

_SUICIDE = RiskKind.SUICIDE
D, R, U = RiskStatus.DENIED, RiskStatus.REPORTED, RiskStatus.UNCLEAR
_ASKED = ("t", "Have there been any thoughts of ending your life?")
_ANY_TIME = ("t", "Was there ever a time?")


def _of(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [one for one in find_risks(said(*turns).lines) if one.kind is kind]


@pytest.mark.parametrize(
    "told",
    [
        "When I first came. 2003. I took tablets. Paracetamol, a lot. A neighbour carried me to hospital.",
        "In 1998. I took pills. All of them. I woke up on a drip and my auntie was crying.",
        "I was seventeen. I took the tablets. They pumped me out in the General.",
        "It was 2011. I took Panadol. Two boxes. Me mam found me.",
        "Back in Lagos, ten years ago. I took tablets. I was vomiting and they rushed me to the clinic.",
        "At uni, second year. I took the pills. I was in hospital five days.",
        "In 2014. I took amitriptyline. The whole packet. My flatmate got me to casualty.",
        "Twenty years ago. I took my gran's tablets. Somebody brought me to the hospital in a taxi.",
    ],
)
def test_tablets_taken_years_ago_are_history_by_where_they_led(told: str) -> None:
    items = _of(_SUICIDE, _ASKED, ("c", "No. Not now."), _ANY_TIME, ("c", told))
    assert any(one.past and one.status is R for one in items)
    assert not any(one.status is R and not one.past for one in items)
    assert any(one.status is D for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "In 2003 I took tablets for my blood pressure. I was in hospital with the knee.",
        "I took tablets every day back in 2010. They helped.",
        "In 2015 I took the tablets like he told me. I was grand.",
        "Years ago I took tablets as prescribed, for the back.",
        "I was twenty. I took tablets for malaria.",
        "When I was at school I took tablets for hay fever.",
    ],
)
def test_a_treatment_of_years_ago_is_no_attempt(told: str) -> None:
    items = _of(_SUICIDE, _ASKED, ("c", "No. Not now."), _ANY_TIME, ("c", told))
    assert not any(one.status is R for one in items)


def test_tablets_are_an_attempt_where_the_clinician_says_so_after() -> None:
    items = _of(
        _SUICIDE,
        ("t", "And this column, the suicide thoughts, Thursday you have a 1."),
        ("c", "Thursday was the date. Is sixteen years. Since I took the tablets."),
        ("t", "When you were nineteen."),
        ("c", "Nineteen. Mount Hope, five days."),
        ("t", "And since nineteen, any other attempt?"),
        ("c", "No. That was the one."),
    )
    past = [one for one in items if one.past]
    assert any(
        "Since I took the tablets." in one.quotes and "Is sixteen years." in one.quotes for one in past
    )


@pytest.mark.parametrize(
    "told",
    [
        "Before, in Libya, in the prison, yes.",
        "Before, at home, yes.",
        "Back then, in the camp, yeah.",
        "Years ago, in the army, aye.",
        "A long time ago, with my first husband, yes.",
        "In the past, when I lived in Kano, I did.",
        "Back home, during the war, yes.",
        "Yes, but before I came here.",
        "I did, years ago, in Delhi.",
    ],
)
def test_a_yes_of_another_time_is_history(told: str) -> None:
    items = _of(
        _SUICIDE, _ASKED, ("c", f"No. Not this week. {told} I asked God to finish it. But I did nothing.")
    )
    assert any(one.past and told in one.quotes for one in items)
    assert not any(one.status is R and not one.past for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "Before bed, sometimes, yes.",
        "Before, and still, yes.",
        "Before work this week, yes.",
        "Before last night, yes.",
        "Before the session, lately, yeah.",
        "Years ago, and again on Monday, yes.",
    ],
)
def test_a_yes_of_these_days_is_no_history(told: str) -> None:
    assert not any(one.past for one in _of(_SUICIDE, _ASKED, ("c", told)))


@pytest.mark.parametrize(
    "told",
    [
        "I wouldn't mind, some nights. If I didn't wake up. I'm only saying it.",
        "I've thought that if I had a heart attack in the pulpit it'd be a real nice way to go out.",
        "If I dropped dead on the shift, that'd be a lovely way to go, so it would.",
        "If I had a stroke tonight I wouldn't complain.",
        "If I didn't wake. It'd be a relief, like.",
        "I'd be glad, honestly. If I just died.",
        "If I got cancer I wouldn't fight it, eh.",
        "If I was gone tomorrow I'd be at peace.",
        "If I had a massive coronary out on the boat, no bad way to go.",
        "I wouldn't be sorry. If I never woke.",
    ],
)
def test_the_own_death_that_is_welcome_is_reported_with_both_its_halves(told: str) -> None:
    items = _of(_SUICIDE, ("t", "How have the nights been?"), ("c", told))
    assert [one.status for one in items] == [R]
    assert "If I" in " ".join(items[0].quotes) or "if I" in " ".join(items[0].quotes)


@pytest.mark.parametrize(
    "told",
    [
        "If I had a heart attack who would feed the dog?",
        "I'm scared that if I died it'd be a relief to nobody.",
        "If I didn't wake him he'd be happy to sleep on.",
        "If I had a stroke I wouldn't mind going to the Mater.",
        "If I died the insurance would be a relief to them.",
        "I wouldn't mind a cup of tea. If I had a stroke the doctor said to ring.",
        "If I got cancer I'd want it treated.",
        "If I was taken off the rota I'd be glad.",
    ],
)
def test_an_illness_that_is_feared_or_planned_for_is_no_wish(told: str) -> None:
    assert not any(one.status is R for one in _of(_SUICIDE, ("c", told)))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Were you thinking about yourself going in there?", "... It went through my head."),
        ("Were you thinking of yourself going under it?", "It crossed my mind."),
        ("Did you picture yourself jumping?", "It came into my head, yeah."),
        ("Were you imagining yourself driving into it?", "It flashed through my mind."),
        ("Is it that you saw yourself stepping out?", "Yes."),
        ("Were you thinking of you doing it?", "I thought about it."),
        ("Do you mean yourself in there?", "Yeah."),
        ("Were you thinking about yourself walking in?", "It went across my mind, aye."),
    ],
)
def test_a_thought_of_oneself_is_reported_with_its_question(asked: str, answer: str) -> None:
    items = _of(
        _SUICIDE,
        ("c", "A man could go in there and nobody would say a word only that he slipped."),
        ("t", asked),
        ("c", answer),
        ("t", "And were you thinking you'd do it?"),
        ("c", "No. I wouldn't do that to Noreen."),
    )
    assert any(one.status is R and asked in one.quotes for one in items)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Were you thinking about yourself going to college?", "Yeah, it went through my head."),
        ("Do you see yourself going back there?", "Yes."),
        ("Were you imagining yourself walking into the interview?", "I was, yeah."),
        ("Were you thinking of yourself going in there?", "No. The dog."),
    ],
)
def test_a_thought_of_oneself_elsewhere_is_none(asked: str, answer: str) -> None:
    items = _of(_SUICIDE, ("t", asked), ("c", answer), ("t", "What would help with that?"), ("c", "A lift."))
    assert not items


@pytest.mark.parametrize(
    "told",
    [
        "He says, I'm no good to anyone now, I should walk out into that.",
        "Last week he said he should walk into the lake.",
        "She said she might as well be dead, she said she'd be better off in the ground.",
        "He told me he'd be better off under the clay.",
        "She keeps saying she should just be dead.",
        "He said, I could jump in the river and nobody'd notice.",
        "He's always saying he wants to walk into the sea.",
        "She said she'd be better off out of it.",
        "My brother was never right after, he drove himself into the river in '98.",
        "He walked into the sea, and he never came back.",
    ],
)
def test_another_s_wish_or_death_is_told_as_theirs(told: str) -> None:
    items = _of(_SUICIDE, ("t", "How are things with Tadhg?"), ("c", told))
    assert items
    assert all(one.whose is not None for one in items)


@pytest.mark.parametrize(
    "told",
    [
        "He said we should walk out to the lake on Sunday.",
        "She said the kids could jump in the river if it's warm.",
        "He walked into the sea for a swim.",
        "She said I'd be better off in the Galway branch.",
        "He drove into the lake car park.",
        "He said he could walk into that job tomorrow.",
        "She said she'd go into it with you.",
        "He said he should go in the van.",
    ],
)
def test_a_walk_or_a_swim_is_no_concern(told: str) -> None:
    assert not _of(_SUICIDE, ("t", "How are things at home?"), ("c", told))


@pytest.mark.parametrize(
    "kind", ["desk", "business", "lab", "dance", "running", "training", "writing", "study"]
)
def test_a_partner_in_something_is_not_called_the_client_s_partner(kind: str) -> None:
    turns = (("t", f"Your {kind} partner."), ("c", "Yeah. She took an overdose. Wednesday week ago."))
    assert [one.whose for one in _of(_SUICIDE, *turns)] == ["another person"]


@pytest.mark.parametrize("kind", ["", "new ", "current ", "long-term ", "old ", "late "])
def test_a_partner_in_life_stays_one(kind: str) -> None:
    turns = (("t", f"Your {kind}partner."), ("c", "Yeah. She took an overdose. Wednesday week ago."))
    assert [one.whose for one in _of(_SUICIDE, *turns)] == ["the client's partner"]


@pytest.mark.parametrize(
    "told",
    [
        "And then she said, \"don't tell anyone but I'm still thinking about it.\"",
        "She laughed, and she said, \"don't tell anyone, and I mean it, but I'm still thinking about it.\"",
        "She said she'd do it again.",
        "She told me she'll try it again when she's home.",
        "She says she'll get it right the next time.",
        "She said she wished it had worked.",
        "She's saying she's raging she woke up.",
        "She texted me that she was still thinking of doing it.",
        "She said there'll be a next time.",
    ],
)
def test_what_another_says_after_an_attempt_stands_with_it(told: str) -> None:
    items = _of(
        _SUICIDE,
        ("t", "What happened?"),
        ("c", "My sister took an overdose. Wednesday week ago. She was in the ICU. I went in on Sunday."),
        ("t", "That is a lot to hold."),
        ("c", told),
    )
    assert [one.whose for one in items] == ["the client's sister"]
    assert told.rsplit(maxsplit=1)[-1] in " ".join(items[0].quotes)


@pytest.mark.parametrize(
    "told", ["She said she's still thinking about it, the job.", "She said she'd do it again."]
)
def test_without_an_attempt_before_it_such_words_are_no_concern(told: str) -> None:
    assert not _of(_SUICIDE, ("t", "And your sister?"), ("c", f"She ran the marathon. {told}"))
