"""`by_letter`: something is found in the same texts, whatever the form of a pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.drafting.language import by_letter as sorting
from live_notes.drafting.language.by_letter import by_letter

FORMS = (
    r"\b(?:wish|want|hope)(?:ed)? to (?:go|stay)\b|\bwould\b|stay(?! here)",
    r"\b(?:ab?c|a|b*c|(?:x|y)+z|[a|(]d)(?=e| f|$)",
    r"^(?:so|and)|\b(?:so far|\(so\)|s\|o)\b|(?<!not )so$",
    r"(?:not|never)? go|(?:\bgo|go) on|\b(?:)on",
    r"(?P<who>he|she) (?:goes|went)|(?:he|(?:her|him)self) went",
    r"\b(?:(?-i:si)|s(?:i|o) (?:be|to)|(\w)\1)\b",
)
_SPOKEN = """
wish wants hoped to go stay here would abc bc xyz zz ad (d e f so so| far s|o (so) not never on he she
herself went goes si be aa self
"""
_WORDS = st.sampled_from(_SPOKEN.split())


@pytest.mark.parametrize("pattern", FORMS)
@given(st.lists(_WORDS, max_size=6), st.sampled_from(["", " ", ". "]))
def test_finds_something_in_the_same_texts(pattern: str, said: list[str], between: str) -> None:
    text = between.join(said)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sorting, "_SHORT", 0)
        ours = re.compile(by_letter(pattern))
    assert bool(ours.search(text)) is bool(re.search(pattern, text))
    assert bool(ours.match(text)) is bool(re.match(pattern, text))


def test_what_names_its_groups_or_is_short_stays_as_it_is() -> None:
    named = r"(?P<who>he|she) goes|" + "|".join(f"word{number}" for number in range(99))
    assert by_letter(named) == named
    assert by_letter(r"\b(?:b|a)\b") == r"\b(?:b|a)\b"


def test_alternatives_of_one_letter_stand_together() -> None:
    words = "|".join(f"{letter}{number:03}" for number in range(50) for letter in "ab")
    told = by_letter(rf"\b(?:{words})")
    assert told.startswith(r"\b(?:a(?:000|001|")
    assert "|b(?:000|" in told
