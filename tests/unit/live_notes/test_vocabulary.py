"""What a recogniser is told to expect: names first, bounded, nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes import Preferences, parse_preferences
from live_notes.masking.clinical import DRUGS
from live_notes.vocabulary import (
    CLINICAL,
    MAX_TERM_CHARS,
    MAX_TERMS,
    PROMPT_TOKENS,
    token_cost,
    vocabulary_of,
)
from retention import BadInput

TERMS = st.lists(st.text(max_size=60), max_size=60)


def test_names_come_first_then_the_clinicians_the_practices_and_clinical_terms() -> None:
    found = vocabulary_of(["Siobhan Nguyen"], ["Gottman"], ["Oakwood Clinic"])
    assert found[:3] == ("Siobhan Nguyen", "Gottman", "Oakwood Clinic")
    assert found[3] == CLINICAL[0]


def test_a_term_stands_once_and_without_commas() -> None:
    found = vocabulary_of(["Ana", "ana "], ["Ana", "Gottman, Julie"])
    assert found[:2] == ("Ana", "Gottman Julie")
    assert len([term for term in found if term.casefold() == "ana"]) == 1


@given(TERMS, TERMS, TERMS, st.integers(0, 120))
def test_the_prompt_is_never_overfilled(
    names: list[str], own: list[str], practice: list[str], tokens: int
) -> None:
    found = vocabulary_of(names, own, practice, tokens)
    assert sum(map(token_cost, found)) <= tokens
    assert len({term.casefold() for term in found}) == len(found)
    assert all(term.strip() == term and term and "," not in term and "\n" not in term for term in found)


def test_a_very_long_name_does_not_push_the_others_out() -> None:
    found = vocabulary_of(["Wolfeschlegelsteinhausenbergerdorff " * 5, "Ana"])
    assert "Ana" in found
    assert max(map(len, found)) <= MAX_TERM_CHARS
    assert sum(map(token_cost, found)) <= PROMPT_TOKENS


def test_the_clinical_terms_are_ones_masking_leaves_alone() -> None:
    assert {term for term in CLINICAL if term.islower()} <= DRUGS


def test_a_list_at_its_bounds_is_taken() -> None:
    most = ["a" * MAX_TERM_CHARS] * MAX_TERMS
    kept, unknown = parse_preferences({"vocabulary": most})
    assert len(kept.vocabulary) == MAX_TERMS
    assert unknown == ()
    assert Preferences().vocabulary == ()


@pytest.mark.parametrize(
    "beyond", [["a"] * (MAX_TERMS + 1), ["a" * (MAX_TERM_CHARS + 1)], [""], ["  "], [7], "Ana", {"a": 1}]
)
def test_a_list_beyond_its_bounds_is_refused_with_what_is_taken(beyond: object) -> None:
    with pytest.raises(BadInput) as refused:
        parse_preferences({"vocabulary": beyond})
    assert f"at most {MAX_TERMS} terms" in refused.value.detail


@pytest.mark.parametrize("word", ["removed", "KEPT"])
def test_fillers_are_removed_or_kept(word: str) -> None:
    assert parse_preferences({"fillers": word})[0].fillers == word.lower()
    with pytest.raises(BadInput, match="fillers is one of removed, kept"):
        parse_preferences({"fillers": "some"})
