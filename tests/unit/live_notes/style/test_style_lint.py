"""What no rule may hold: names, numbers, negation, risk, and every word outside the closed list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.masking.lexicon import load_lexicon
from live_notes.style.abbreviations import SHORT
from live_notes.style.lint import (
    Objection,
    objection_to_heading,
    objection_to_sentence,
    objection_to_wording,
)
from live_notes.style.vocabulary import FRAME, KEPT_APART, MATTER
from live_notes.style.words import keys_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("client", "pt"),
        ("client", "patient"),
        ("reported that", "reports"),
        ("suicidal ideation", "SI"),
        ("cognitive behavioral therapy", "CBT"),
        ("therapist observed that", ""),
        ("stated", "verbalized"),
        ("therapist", "this writer"),
    ],
)
def test_words_of_the_frame_may_be_reworded(before: str, after: str) -> None:
    assert objection_to_wording(before, after) is None


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("mother", "mom", Objection.WORD),
        ("tractor", "plough", Objection.WORD),
        ("client", "Ottokar", Objection.WORD),
        ("denied", "reported", Objection.NEGATION),
        ("reported", "did not report", Objection.NEGATION),
        ("two sessions", "sessions", Objection.NUMBER),
        ("suicidal ideation", "concerns", Objection.RISK),
        ("client", "he", Objection.PRONOUN),
        ("client", "therapist", Objection.SPEAKER),
        ("therapist stated", "client stated", Objection.SPEAKER),
        ("client reported that", "", Objection.SPEAKER),
        ("therapy", "CBT", Objection.CAPITALS),
        ("that", "", Objection.GENERAL),
        ("client", "the client", Objection.SAME),
        ("client", "patient@care", Objection.MARKS),
        ("client", "", Objection.SPEAKER),
        ("", "client", Objection.EMPTY),
        (" ".join(["session"] * 9), "visit", Objection.TOO_LONG),
    ],
)
def test_a_wording_that_could_change_what_was_said_is_refused(
    before: str, after: str, why: Objection
) -> None:
    assert objection_to_wording(before, after) is why


@pytest.mark.parametrize(
    "text",
    [
        "Client remains appropriate for outpatient care.",
        "Informed consent for telehealth was reviewed.",
        "Client was seen by secure video and was oriented throughout.",
        "Treatment goals were reviewed and remain appropriate.",
    ],
)
def test_sentences_that_could_stand_in_any_note_may_be_added(text: str) -> None:
    assert objection_to_sentence(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Client's sister Marigold visited.", Objection.PRONOUN),
        ("The client was seen with Marigold.", Objection.WORD),
        ("Client attended 3 sessions.", Objection.NUMBER),
        ("Client attended three sessions.", Objection.NUMBER),
        ("No safety concerns were identified.", Objection.NEGATION),
        ("Client reported suicidal ideation.", Objection.RISK),
        ("She remains appropriate for outpatient care.", Objection.PRONOUN),
    ],
)
def test_a_sentence_with_anything_of_a_client_is_refused(text: str, why: Objection) -> None:
    assert objection_to_sentence(text) is not None
    if why is not Objection.PRONOUN or text.startswith("She"):
        assert objection_to_sentence(text) is why


def test_a_word_that_is_a_name_in_this_session_is_refused() -> None:
    assert objection_to_sentence("Client will attend.") is None
    assert objection_to_sentence("Client will attend.", {"will"}) is Objection.NAME
    assert objection_to_wording("plan to", "will", {"will"}) is Objection.NAME
    assert objection_to_heading("May review", {"may"}) is Objection.NAME


def test_the_closed_list_holds_no_given_name_surname_or_town() -> None:
    lexicon = load_lexicon()
    named = [w for w in MATTER if lexicon.is_given_name(w) or lexicon.is_surname(w)]
    towns = [w for w in MATTER if w in lexicon.cities and not lexicon.is_ordinary(w)]
    assert (named, towns) == ([], [])
    assert FRAME <= MATTER
    assert MATTER.isdisjoint(KEPT_APART)


WORDS = st.lists(
    st.one_of(st.sampled_from(sorted(MATTER)), st.text(alphabet="abcdefgh123 é", min_size=1, max_size=8)),
    max_size=8,
).map(" ".join)


@given(WORDS, WORDS, st.sets(st.sampled_from(["hope", "will", "may", "grace", "session"])))
def test_what_passes_is_made_of_listed_words_alone(before: str, after: str, names: set[str]) -> None:
    if objection_to_wording(before, after, names) is None:
        assert not any(mark.isdigit() for mark in before + after)
        assert names.isdisjoint(keys_of(before) + keys_of(after))
    for text in (before, after):
        if objection_to_sentence(text, names) is None:
            assert set(keys_of(text)) <= MATTER | set(SHORT) | {"'s"}
            assert names.isdisjoint(keys_of(text))
