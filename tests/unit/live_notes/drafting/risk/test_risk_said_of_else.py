"""Words of a risk that are an idiom, a likeness or somebody else's, and answers that are plainly a no."""

from __future__ import annotations

import pytest

from live_notes import RiskKind, RiskStatus
from live_notes.drafting.embedded.hearing.units import parts_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said


def told(*turns: tuple[str, str]) -> dict[RiskKind, RiskStatus]:
    """The client's own risks, as they stand in a note."""
    found = find_risks(said(*turns).lines)
    return {one.kind: one.status for one in found if one.evidence and one.whose is None}


@pytest.mark.parametrize(
    "words",
    [
        "Don't talk to me about the match. Kill me now.",
        'I said to Ann "somebody shoot me", it was the spreadsheet.',
        "I ordered a tea and she looked at me like I killed somebody.",
        "They stared at me as if I had murdered the cat.",
        "I don't work on Fridays any more, because of the drunk people.",
    ],
)
def test_an_idiom_a_likeness_and_a_stranger_s_drink_are_no_risk(words: str) -> None:
    assert told(("c", words)) == {}


@pytest.mark.parametrize(
    "words",
    [
        "I should not be here.",
        "I keep thinking I shouldn't be here.",
        "On the fourth of April I should not be here any more.",
        "I think they would shoot me and I hope so. I want to die.",
    ],
)
def test_what_may_be_meant_stays(words: str) -> None:
    assert RiskKind.SUICIDE in told(("c", words))


def test_being_drunk_oneself_stays() -> None:
    assert told(("c", "I was drunk on Friday."))[RiskKind.SUBSTANCE_USE] is RiskStatus.REPORTED


@pytest.mark.parametrize(
    "words",
    [
        "Arre, no, Kath!",
        "Wallah, no.",
        "Nothing, nothing. I don't have the time.",
        "Nowt.",
        "Doctor, no.",
        "Ay, no.",
    ],
)
def test_a_no_behind_a_call_and_nothing_are_a_no(words: str) -> None:
    assert read_answer(words) is Answer.NO
    assert told(("t", "Any thoughts of hurting yourself?"), ("c", words)) == {
        RiskKind.SELF_HARM: RiskStatus.DENIED
    }


@pytest.mark.parametrize(
    "words", ["Nothing much.", "Nothing but scratches.", "Arre, not since March.", "Aye, no doubt."]
)
def test_half_a_no_is_none(words: str) -> None:
    assert read_answer(words) is not Answer.NO


def test_harming_other_persons_is_asked_of_harm_to_others() -> None:
    asked = ("t", "And harming other persons? The young man, or in general.")
    assert told(asked, ("c", "No, never."))[RiskKind.HARM_TO_OTHERS] is RiskStatus.DENIED
    long = "He has a name now. I lay there and I thought about it. Then I rang and said no."
    assert told(asked, ("c", long))[RiskKind.HARM_TO_OTHERS] is RiskStatus.UNCLEAR


def test_a_denial_that_says_what_a_word_was_about_tells_of_no_earlier_time() -> None:
    asked = ("t", "Have there been any thoughts about not being alive?")
    answer = ("c", "Nah. I said to Ann it was bad, but that was about the spreadsheet.")
    assert told(asked, answer) == {RiskKind.SUICIDE: RiskStatus.DENIED}


def test_what_somebody_else_is_quoted_with_is_never_cut_off_as_one_s_own() -> None:
    spoken = (
        'He is ninety-one years old, he wants to die, every night he tells me, "Abena, I want to die, would'
        ' you let me go," and I say "not on my shift, I have my paperwork to finish," and he laughs at that.'
    )
    assert not [part for part in parts_of(spoken) if part.count('"') % 2]
    found = find_risks(said(("c", spoken)).lines)
    assert {one.whose for one in found if one.kind is RiskKind.SUICIDE and one.evidence} == {"another person"}
