"""`AnyCase`: the same matches as `re.IGNORECASE`, in every case and with every form a pattern may have."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.drafting.embedded.acting import act_words
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.risk.words import PATTERNS, RISK_WORDS

FORMS = (
    r"\b(?:killed it|kill)\b",
    r"\[PERSON\w*\] (?:said|told)",
    r"(?P<Word>\bno\b)\W+\S+",
    r"(?-i:SI)\b|self[- ]harm",
    r"(?<!free )drinks(?! water)\b|\BX\b|\D9",
    r"^(?:I'd|i'm) not\b",
)
SAID = (
    "She Killed It.",
    "[PERSON_2] said No, never.",
    "SI denied, and a si bemol",
    "Self-Harm in the past; free drinks, DRINKS WATER, drinks at noon",
    "maX 9 and a9",
    "I'D not go",
    "",
    "İstanbul drinks",
)


@pytest.mark.parametrize("pattern", FORMS)
@pytest.mark.parametrize("text", [case for said in SAID for case in (said, said.upper(), said.lower())])
def test_finds_what_ignoring_case_finds(pattern: str, text: str) -> None:
    ours, theirs = AnyCase(pattern), re.compile(pattern, re.IGNORECASE)
    found, expected = ours.search(text), theirs.search(text)
    assert (found and found.span()) == (expected and expected.span())
    begun, wanted = ours.match(text), theirs.match(text)
    assert (begun and begun.span()) == (wanted and wanted.span())
    assert [one.span() for one in ours.finditer(text)] == [one.span() for one in theirs.finditer(text)]


def test_a_group_holds_the_words_as_they_were_said() -> None:
    found = AnyCase(r"(?P<who>\[PERSON\w*\]) (?:said|told)").search("then [PERSON_3] SAID so")
    assert found is not None
    assert found.group("who") == "[PERSON_3]"
    assert found.group() == "[PERSON_3] SAID"


_SPOKEN = """
I you want to die SI kill myself him [PERSON_1] no not drinks water feel safe at home Suicide alcohol cut
Wrists see you next week homework notice that Breathing hello thanks how are
"""
_WORDS = st.sampled_from(_SPOKEN.split())


@given(st.lists(_WORDS, max_size=9).map(" ".join))
def test_every_pattern_of_risk_finds_the_same(text: str) -> None:
    for ours in (RISK_WORDS, act_words.ASSIGNED, act_words.SMALL_TALK, *(one.words for one in PATTERNS)):
        found, expected = ours.search(text), re.search(ours.pattern, text, re.IGNORECASE)
        assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize(("text", "maybe"), [("She SLEPT late", True), ("the bus was late", False)])
def test_what_may_be_in_a_text_is_never_missed(text: str, maybe: bool) -> None:
    pattern = AnyCase(r"\b(?:slept|sleeping)\b")
    assert pattern.may_be_in(text) is maybe
    assert maybe or pattern.search(text) is None
