"""Whatever notes say: nothing is invented or altered, every line names its notes, and again the same."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from live_notes.brief import Brief, EarlierNote, SectionId, Status, brief_of, earlier_notes
from live_notes.brief.splitting import ELLIPSIS
from retention import BadInput
from tests.support.earlier_notes import Json, note, risk

_SENTENCES = (
    "Client reported waking at 3 a.m. and worrying about work.",
    "Client denied suicidal ideation when asked.",
    "Client disclosed a suicide attempt.", "No SI reported.", "Client to keep a sleep diary every night.",
    "Client completed the sleep diary but did not call her sister.", "Client agreed to call her sister.",
    "Client did not do the homework.", "Goal 1: sleep 7 hours.", "Goal 1 met.",
    "Goal 2: return to work; goal 1: not met.",
    "Increase sertraline from 50 mg to 75 mg.", "Client takes sertraline 100 mg.", "Client stopped lithium.",
    "Consider raising lithium to 900 mg.", "Client missed the last session.",
    "Next session Tuesday at 10:00.",
    "Therapist suggested: \"Ride the train.\" Client answered: \"I can't.\"",
    "Client has been sober for 12 days.",
    "x" * 500, "…", "你好。", "(1) sleep; (2) work", "Plan:", "\"",
    "Client and his wife argued, and they never " * 12,
)  # fmt: skip
_TITLES = (
    "Subjective",
    "Plan",
    "Goal",
    "Narrative",
    "Assessment",
    "Intervention",
    "Assessment and Plan",
    "",
    "Risk",
)
_TEXTS = st.one_of(
    st.sampled_from(_SENTENCES),
    st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join),
    st.text(max_size=40),
)
_RISKS = st.lists(
    st.builds(
        lambda kind, status, quotes: risk(kind, status, *quotes),
        st.sampled_from(["suicide", "self-harm", "abuse", "fire-setting"]),
        st.sampled_from(["reported", "denied", "unclear", "not_discussed"]),
        st.lists(st.sampled_from(["Are you thinking of suicide?", "No.", "Sometimes, yeah."]), max_size=4),
    ),
    max_size=3,
)
_NOTES = st.lists(
    st.builds(
        lambda day, sections, risks, signed: note(
            (date(2026, 1, 1) + timedelta(days=day)).isoformat(),
            sections,
            risk=risks,
            **({} if signed else {"status": "draft", "signed_at": None}),
        ),
        st.integers(0, 400),
        st.dictionaries(st.sampled_from(_TITLES), st.lists(_TEXTS, max_size=4), max_size=4),
        _RISKS,
        st.sampled_from([True, True, True, False]),
    ),
    max_size=7,
    unique_by=lambda one: one["id"],
)


def _made(notes: list[Json]) -> tuple[Brief, tuple[EarlierNote, ...]]:
    found = earlier_notes(notes)
    return brief_of(found.notes, drafts=found.drafts), found.notes


def _words(one: EarlierNote) -> str:
    said = [text for part in one.parts for text in part.texts]
    return "\n".join([*said, *(quote for mention in one.risk for quote in mention.quotes)])


@settings(max_examples=80)
@given(_NOTES)
def test_every_passage_stands_in_the_note_it_names(notes: list[Json]) -> None:
    whole, read = _made(notes)
    words, days = {one.id: _words(one) for one in read}, {one.id: one.date for one in read}
    for line in (line for section in whole.sections for line in section.lines):
        assert line.notes
        assert set(line.notes) <= words.keys()
        for passage in line.passages:
            assert passage.words.removesuffix(ELLIPSIS).rstrip() in words[passage.note]
            assert passage.note in line.notes
            assert passage.date == days[passage.note]
            assert passage.words.rstrip(".") in line.text


@settings(max_examples=50)
@given(_NOTES, st.randoms())
def test_the_same_notes_give_the_same_brief_in_any_order(notes: list[Json], chance: Random) -> None:
    before = json.dumps(_made(notes)[0].as_json())
    shuffled = list(notes)
    chance.shuffle(shuffled)
    assert json.dumps(_made(shuffled)[0].as_json()) == before


@settings(max_examples=50)
@given(_NOTES)
def test_no_mention_of_risk_is_lost_or_softened(notes: list[Json]) -> None:
    whole, read = _made(notes)
    found = whole.section(SectionId.RISK).lines
    for one in read:
        for mention in one.risk:
            if mention.status != "not_discussed":
                told = [line for line in found if line.topic == mention.kind and one.id in line.notes]
                assert any(
                    line.status == mention.status
                    or (line.status == Status.EARLIER and f"{mention.status} " in line.text)
                    for line in told
                )
    assert "no risk" not in json.dumps(whole.as_json()).lower()


@settings(max_examples=60)
@given(_NOTES)
def test_a_section_without_lines_says_that_nothing_is_recorded(notes: list[Json]) -> None:
    whole, read = _made(notes)
    for section in whole.sections:
        assert section.lines or section.statement
    assert whole.left_out.drafts == len(notes) - len(read)
    days = [one.date for one in whole.notes if one.date]
    assert days == sorted(days, reverse=True)


_KEYS = (
    "notes", "note", "sections", "title", "sentences", "text", "risk", "kind", "status", "frame", "date",
    "signed", "additions", "id",
)  # fmt: skip
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200)
@given(_ANYTHING)
def test_whatever_json_is_given_it_is_read_or_refused(value: object) -> None:
    try:
        found = earlier_notes(value)
    except BadInput as refusal:
        told = refusal.detail
    else:
        told = str(len(brief_of(found.notes, drafts=found.drafts).sections))
    assert told
