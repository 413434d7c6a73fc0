"""The danger of somebody else is told as theirs, by who they are, and never as the client's."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import drafted_with, said, texts

D, U = RiskStatus.DENIED, RiskStatus.UNCLEAR


def whose(*turns: tuple[str, str]) -> dict[str, str | None]:
    return {one.kind.value: one.whose for one in find_risks(said(*turns).lines)}


@pytest.mark.parametrize(
    ("spoken", "kind", "who"),
    [
        ("My husband came in late and said, just find me a bridge.", "suicide", "the client's husband"),
        ("My best friend texted that she can't go on and she's got pills.", "suicide", "the client's friend"),
        ("My father-in-law attempted suicide in June.", "suicide", "the client's father-in-law"),
        ("My wife told me she can't see the point in living.", "suicide", "the client's wife"),
        ("Me brother's been talking about doing himself in.", "suicide", "the client's brother"),
        ("My cousin drank pesticide over that exam.", "suicide", "the client's cousin"),
        ("A lad on my course jumped off the multi-storey.", "suicide", "another person (lad)"),
        ("My boss told me his wife took her own life.", "suicide", "another person (wife)"),
        ("My ex threatened to kill himself if I go.", "suicide", "the client's ex"),
        ("Mum's been cutting herself again.", "self-harm", "the client's mum"),
        ("There's this girl in my class, she cuts.", "self-harm", "another person (girl)"),
        ("My daughter's boyfriend hit her on Saturday.", "harm to others", "another person (boyfriend)"),
        ("He said the insurance money would do more for us.", "suicide", "another person"),
    ],
)
def test_it_is_theirs(spoken: str, kind: str, who: str) -> None:
    (item,) = find_risks(said(("c", spoken)).lines)
    assert (item.kind.value, item.whose, item.status) == (kind, who, U)
    assert item.quotes


@pytest.mark.parametrize(
    "spoken",
    [
        "Since my husband died I want to die too.",
        "My wife left and I took an overdose.",
        "My sister says I'm suicidal.",
        "My mother found me after I tried to hang myself.",
        "He doesn't know that I want to die.",
        "I told my brother I wanted to end my life.",
        "My boss makes me want to kill myself.",
        "My friend says, you look grand, and inside I want to die.",
        "After my wife left, thoughts of suicide came.",
        "My partner told me to kill myself.",
    ],
)
def test_the_client_s_own_danger_stays_theirs(spoken: str) -> None:
    assert whose(("c", spoken)) == {"suicide": None}


def test_a_client_who_would_do_the_same_is_told_beside_the_other() -> None:
    items = find_risks(said(("c", "When my uncle hanged himself I thought, I could do the same.")).lines)
    assert [one.whose for one in items] == [None, "the client's uncle"]


def test_a_no_to_what_runs_in_the_family_denies_nothing_of_the_client() -> None:
    asked = ("t", "Has anyone in your family died by suicide?")
    assert whose(asked, ("c", "No.")) == {}
    assert whose(asked, ("c", "My uncle, in 1998.")) == {"suicide": "the client's family"}


def test_what_is_planned_with_the_client_for_another_is_not_the_client_s_plan() -> None:
    turns = (
        ("c", "My husband said, I'll just find me a bridge."),
        ("t", "Could you do that today, ring his brother?"),
        ("c", "I'll do it from the car park."),
    )
    assert whose(*turns) == {"suicide": "the client's husband"}


async def test_a_note_says_that_the_client_s_own_risk_was_not_discussed() -> None:
    note = await drafted_with(
        ("c", "My husband said, I'll just find me a bridge then."), note_format=NoteFormat.DAP
    )
    assert [(one.kind, one.whose) for one in note.risk] == [(RiskKind.SUICIDE, "the client's husband")]
    assert "suicide (the client's own)" in note.not_discussed
    assert "whose" in note.as_json()["risk"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        ("Do you ever feel like you'd lash out at her?", "No, I'd go for a walk.", "denied"),
        ("Is anybody at risk from you, do you think?", "No, nobody.", "denied"),
        ("Ever feel you might do something to him?", "I know where he parks. I've thought about it.", None),
        (
            "Have you thought of having it out with them, or protecting yourself?",
            "I lock my door.",
            "unclear",
        ),
        ("Do you carry a blade for protection?", "No.", "unclear"),
        ("Any violence towards other people?", "No, never.", "denied"),
    ],
)
def test_harm_to_others_may_be_asked_in_other_words(asked: str, answer: str, status: str | None) -> None:
    found = {one.kind.value: one.status.value for one in find_risks(said(("t", asked), ("c", answer)).lines)}
    told = found["harm to others"]
    assert told == status if status else told != "denied"


@pytest.mark.parametrize(
    "asked",
    ["Did you have your water bottle with you?", "Did you hit your target?", "Does it hurt you at all?"],
)
def test_other_questions_ask_of_no_harm(asked: str) -> None:
    assert whose(("t", asked), ("c", "No, I didn't.")) == {}


async def test_a_sentence_of_another_s_danger_is_not_flagged_for_its_pronouns() -> None:
    note = await drafted_with(
        (
            "c",
            "My brother said on Sunday he would find himself a cliff"
            " and that we would be better off without him.",
        )
    )
    assert any("cliff" in text for text in texts(note))
    assert not note.flagged()
