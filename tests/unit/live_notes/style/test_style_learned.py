"""What is learned from signed notes, when it begins to work, and what fades."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from live_notes.style import Part, Profile, Standing, learned, observed, standing, text_of
from live_notes.style.limits import ENOUGH_SESSIONS, LATEST, MOST_EMERGING, MOST_PENDING
from live_notes.style.rules import Heading, Length, Order
from live_notes.style.words import keys_of
from tests.support.style_sessions import DRAFT, STANDING, abbreviated, after_sessions, varied


def told(profile: Profile) -> set[str]:
    return {text_of(one.rule) for one in profile.shown}


def test_a_fixed_way_of_writing_becomes_readable_rules() -> None:
    assert told(after_sessions(ENOUGH_SESSIONS)) >= {
        "Shortens “client” to “pt”",
        "Shortens “suicidal ideation” to “SI”",
        "Writes “reports” for “reports that”",
        "Writes in the present tense",
        "Leaves out sentences that only quote",
        f"Adds “{STANDING}” to Plan",
    }


def test_two_sessions_are_no_habit_and_neither_are_three_of_one_client() -> None:
    assert after_sessions(ENOUGH_SESSIONS - 1).style.rules == ()
    alone = after_sessions(ENOUGH_SESSIONS + 2, clients=1)
    assert alone.style.rules == ()
    assert STANDING not in alone.model_dump_json()  # known by a fingerprint only


def test_a_sentence_stands_in_the_profile_only_once_it_is_a_habit() -> None:
    assert STANDING not in after_sessions(ENOUGH_SESSIONS - 1).model_dump_json()
    assert STANDING in after_sessions(ENOUGH_SESSIONS).model_dump_json()


def test_a_draft_that_is_left_alone_says_no_to_what_was_learned() -> None:
    profile = after_sessions(ENOUGH_SESSIONS)
    for number in range(3):
        seen = observed(varied(number), varied(number), profile.known, style=profile.style)
        profile = learned(profile, seen, f"later {number}")
    shortened = next(one for one in profile.rules if text_of(one.rule) == "Shortens “client” to “pt”")
    assert (shortened.seen, shortened.contrary) == (ENOUGH_SESSIONS, 3)
    assert standing(shortened) is Standing.FADING
    assert shortened.rule not in profile.style.rules


def test_nothing_is_learned_while_learning_is_off() -> None:
    off = Profile(salt="test", learning=False)
    assert after_sessions(5, off) == off


def test_order_headings_and_lengths_are_learned() -> None:
    profile = Profile(salt="test")
    for number in range(4):
        drafted = varied(number)
        first, second, plan = drafted
        signed = (plan, Part("Client report", (*first.texts[:2], first.texts[3])), second)
        seen = observed(drafted, signed, profile.known, style=profile.style)
        profile = learned(profile, seen, f"client {number}")
    assert Order(first="Plan", second="Subjective") in profile.style.rules
    assert Heading(before="Subjective", after="Client report") in profile.style.rules
    assert any(isinstance(rule, Length) and rule.section == "Subjective" for rule in profile.style.rules)


def test_words_of_risk_numbers_and_negations_are_never_learned() -> None:
    profile = Profile(salt="test")
    changes = (
        ("denied suicidal ideation", "reported suicidal ideation"),
        ("50 mg", "100 mg"),
        ("denied", "reported"),
    )
    for number in range(6):
        drafted = varied(number)
        texts = [(part.title, part.texts) for part in drafted]
        for before, after in changes:
            texts = [(title, tuple(t.replace(before, after) for t in found)) for title, found in texts]
        signed = [Part(title, found) for title, found in texts]
        profile = learned(profile, observed(drafted, signed, profile.known), f"client {number}")
    kept = profile.model_dump_json()
    for word in ("50", "100", "denied", "suicid", "sertraline", "mg"):
        assert word not in kept.replace(profile.salt, "")


CANARY = ("Marigold", "tractor", "Zanzibar", "heliotrope", "Hope", "sister", "4711", "chemotherapy")
EDITS = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from(CANARY), st.sampled_from(["word", "sentence", "heading"])),
    min_size=3,
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_no_word_of_a_clients_story_ever_stands_in_a_profile(edits: list[tuple[int, str, str]]) -> None:
    profile = Profile(salt="s")
    for session, (number, canary, where) in enumerate(edits):
        drafted = varied(number)
        signed = [*abbreviated(drafted)]
        first = signed[0]
        if where == "word":
            signed[0] = Part(first.title, (first.texts[0].replace("poor", canary), *first.texts[1:]))
        elif where == "sentence":
            signed[0] = Part(first.title, (*first.texts, f"Client was seen with {canary}."))
        else:
            signed[0] = Part(f"Report of {canary}", first.texts)
        seen = observed(drafted, signed, profile.known, {"hope"}, profile.style)
        profile = learned(profile, seen, f"client {session}")
    kept = profile.model_dump_json().lower()
    assert not [word for word in CANARY if word.lower() in kept]
    for one in profile.rules:
        words = keys_of(
            " ".join(str(v) for k, v in one.rule.model_dump().items() if k not in {"most", "kind"})
        )
        assert "hope" not in words
        assert not any(mark.isdigit() for word in words for mark in word)


@pytest.mark.parametrize("count", [MOST_EMERGING + 40])
def test_a_profile_stays_within_its_bounds(count: int) -> None:
    profile = Profile(salt="test")
    frame = sorted(word for word in _verbs() if len(word) > 4)
    for number in range(30):
        drafted = [
            Part("Plan", tuple(f"Therapist {a} with {b} about care." for a, b in _pairs(frame, number)))
        ]
        signed = [
            Part("Plan", tuple(f"Therapist {b} with {a} about care." for a, b in _pairs(frame, number)))
        ]
        profile = learned(profile, observed(drafted, signed, profile.known), f"client {number}")
    emerging = [one for one in profile.rules if standing(one) is Standing.EMERGING]
    assert len(emerging) <= MOST_EMERGING < count
    assert len(profile.pending) <= MOST_PENDING
    assert all(len(one.marks) <= LATEST for one in profile.rules)


def _verbs() -> frozenset[str]:
    from live_notes.style.vocabulary import FRAME

    return FRAME


def _pairs(words: list[str], number: int) -> list[tuple[str, str]]:
    start = (number * 37) % (len(words) - 60)
    return list(zip(words[start : start + 20], words[start + 30 : start + 50], strict=True))


def test_a_note_written_anew_shows_no_habit() -> None:
    profile = Profile(salt="test")
    for number in range(5):
        drafted = varied(number)
        anew = [Part(part.title, (f"Quite another matter, number {number}.",) * 3) for part in drafted]
        anew[0] = Part(drafted[0].title, (drafted[0].texts[0], *anew[0].texts))
        profile = learned(profile, observed(drafted, anew, profile.known), f"client {number}")
    assert profile.shown == ()


def test_a_note_beyond_all_measure_shows_nothing() -> None:
    long = [Part("Plan", tuple(f"Client to walk {n}." for n in range(500)))]
    assert observed(long, DRAFT).agreed == ()
