"""Words of drink, drugs and harm that name none of it, and what a denial is of."""

from __future__ import annotations

import pytest

from live_notes import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said

R, D, U = RiskStatus.REPORTED, RiskStatus.DENIED, RiskStatus.UNCLEAR
USE, OTHERS, HARM = RiskKind.SUBSTANCE_USE, RiskKind.HARM_TO_OTHERS, RiskKind.SELF_HARM


def of(kind: RiskKind, *turns: tuple[str, str]) -> list[RiskItem]:
    return [one for one in find_risks(said(*turns).lines) if one.kind is kind]


@pytest.mark.parametrize(
    "told",
    [
        "I'd have told him what I think, with whiskey on me, if I drank.",
        "My father would come home from the rum and say nothing.",
        "The old me would say, have a beer and forget it.",
    ],
)
def test_no_use_is_read_out_of_a_supposition_or_a_place(told: str) -> None:
    assert of(USE, ("t", "And what then?"), ("c", told)) == []


@pytest.mark.parametrize(
    "told",
    ["If I drink I get loud.", "I came home from the pub and had a rum.", "I would have a beer most nights."],
)
def test_use_that_is_told_stays(told: str) -> None:
    assert [one.status for one in of(USE, ("t", "And drink?"), ("c", told))] == [R]


def test_a_cup_that_is_offered_holds_no_alcohol() -> None:
    assert (
        of(
            USE,
            ("t", "Would you like a tea or a coffee?"),
            ("c", "No thanks. If I drink this late I don't sleep."),
        )
        == []
    )


def test_a_no_to_the_two_together_denies_no_use() -> None:
    found = of(USE, ("t", "You don't take them with the vodka?"), ("c", "No, never together."))
    assert all(one.status is not D for one in found)


def test_a_no_to_a_treatment_denies_no_use() -> None:
    found = of(
        USE,
        ("t", "There's also the drugs team, they could offer a detox, or groups. No to which?"),
        ("c", "No."),
    )
    assert all(one.status is not D for one in found)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("No, I'd a sherry at Christmas. I'm not a drinker.", D),
        ("Three Harps on a Saturday.", R),
        ("Two beers. Okay, five. Five on a Friday.", R),
    ],
)
def test_what_is_drunk_is_told_to_its_end(told: str, status: RiskStatus) -> None:
    found = of(USE, ("t", "Do you drink at all?"), ("c", told))
    assert [one.status for one in found] == [status]
    assert found[0].quotes[-1] == told.rsplit(". ", maxsplit=1)[-1]


def test_the_plain_no_behind_an_exception_is_the_answer() -> None:
    found = of(
        USE,
        ("t", "Do you drink at all?"),
        ("c", "A shandy at weddings."),
        ("t", "A shandy?"),
        ("c", "No, I don't drink."),
    )
    assert [one.status for one in found] == [D]
    assert "A shandy at weddings." in found[0].quotes


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("My sister gave me two of her Valium. I took one on the plane.", [R]),
        ("My sister gave me two of her Valium. I never took them.", []),
        ("The doctor has my mother on Valium.", []),
        ("I took my own diazepam as he wrote it up.", []),
    ],
)
def test_a_medicine_of_somebody_else_s_that_was_taken_is_use(told: str, found: list[RiskStatus]) -> None:
    assert [one.status for one in of(USE, ("t", "How did the flight go?"), ("c", told))] == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("I'd only be ringing to hurt her with it.", []),
        ("I thought to throw it in the river, the phone.", []),
        ("I thought to throw it against the wall, the baby wouldn't stop.", [U]),
        ("I wished him dead.", [R]),
    ],
)
def test_harm_needs_a_body(told: str, found: list[RiskStatus]) -> None:
    assert [one.status for one in of(OTHERS, ("t", "And then?"), ("c", told))] == found


def test_a_simile_of_what_may_befall_anybody_is_no_self_harm() -> None:
    assert (
        of(HARM, ("t", "How is that?"), ("c", "It's like when you cut yourself and it doesn't bleed yet."))
        == []
    )
