"""Whatever is said, a note names existing lines, holds no number its evidence lacks, and is the "
"same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from live_notes import DraftSpec, EvidenceLine, MaskedTranscript, NoteFormat, Preferences, Speaking
from live_notes.drafting.checks import check_draft
from live_notes.drafting.embedded.drafter import draft_embedded
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.language.numbers import claimed_numbers, given_numbers
from live_notes.drafting.risk.mentions import find_risks

_PHRASES = (
    "I feel anxious", "I don't sleep", "about four hours", "my sister [PERSON_2] called", "No.", "Yes",
    "um", "mm-hmm",
    "Have you had any thoughts of suicide?", "How is your sleep?", "do you drink",
    "I'd like you to walk every day",
    "it sounds like you're tired", "you look sad", "I want to die", "twenty six", "50 mg of sertraline",
    "because",
    "I tried it -", "- and it helped", "we argued", "next Tuesday at three", "I'll call my brother",
    "that makes sense",
    "let's try a breathing exercise", "\"quoted\"", "…", "I've been, you know, stressed", "140/90", "?",
    "你好", "-",
)  # fmt: skip
_TEXT = st.one_of(
    st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=4).map(". ".join),
    st.text(max_size=60),
)
_LINES = st.lists(st.tuples(st.sampled_from(list(Speaking)), st.integers(0, 1), _TEXT), max_size=14).map(
    lambda turns: tuple(
        EvidenceLine(f"id-{i}", f"{who}-{n}", who, i * 2.0, i * 2.0 + 1, text)
        for i, (who, n, text) in enumerate(turns)
    )
)
_SPECS = st.builds(
    DraftSpec,
    st.sampled_from(list(NoteFormat)),
    st.builds(
        Preferences,
        pronouns=st.sampled_from(["she", "he", "they", "none"]),
        detail=st.sampled_from(["concise", "detailed"]),
        modalities=st.sampled_from([(), ("CBT", "MI")]),
    ),
)


@settings(max_examples=120)
@given(_LINES, _SPECS)
def test_every_sentence_names_existing_lines_and_no_number_is_new(
    lines: tuple[EvidenceLine, ...], spec: DraftSpec
) -> None:
    known = {line.id: line for line in lines}
    draft = draft_embedded(MaskedTranscript(lines), spec)
    for sentence in (s for section in draft.sections for s in section.sentences):
        assert sentence.evidence
        assert set(sentence.evidence) <= known.keys()
        given_there = given_numbers(" ".join(known[i].text for i in sentence.evidence))
        assert claimed_numbers(sentence.text) <= given_there, sentence.text


@settings(max_examples=60)
@given(_LINES, _SPECS)
def test_a_draft_is_the_same_every_time_and_passes_through_the_checks(
    lines: tuple[EvidenceLine, ...], spec: DraftSpec
) -> None:
    transcript = MaskedTranscript(lines)
    draft = draft_embedded(transcript, spec)
    assert draft == draft_embedded(transcript, spec)
    checked = check_draft(draft, lines, spec.preferences)
    assert [s.text for part in checked.sections for s in part.sentences] == [
        s.text for part in draft.sections for s in part.sentences
    ]


@settings(max_examples=80)
@given(_LINES)
def test_units_and_risks_rest_on_existing_lines(lines: tuple[EvidenceLine, ...]) -> None:
    known = {line.id for line in lines}
    for unit in units_of(lines):
        assert unit.evidence
        assert set(unit.evidence) <= known
    for item in find_risks(lines):
        assert item.evidence
        assert set(item.evidence) <= known
