"""Notes in every form they come in, and the one line for what is none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from live_notes.brief import SectionId, brief_of, earlier_notes
from live_notes.request import DraftRequest, draft_from
from retention import BadInput, FrozenClock
from tests.support.earlier_notes import note

PLAN = {"Plan": ["Meet again."]}
BARE: dict[str, Any] = {"sections": [{"title": "Plan", "sentences": [{"text": "Meet again."}]}]}


async def test_a_note_straight_from_the_drafter_counts_as_signed() -> None:
    text = "Client reported poor sleep. Client will keep a diary until next week."
    drafted = await draft_from(DraftRequest(summary=text, format="narrative"), now=FrozenClock().now())
    given = earlier_notes(json.loads(json.dumps(drafted.as_json())), "first")
    assert ([one.id for one in given.notes], given.drafts) == (["first"], 0)
    assert brief_of(given.notes).section(SectionId.PLAN).lines


@pytest.mark.parametrize(
    "value",
    [
        BARE,
        [BARE],
        {"notes": [BARE]},
        {
            "id": "not_1",
            "session": "ses_1",
            "status": "signed",
            "version": 3,
            "note": BARE,
            "signed": {"at": "x"},
        },
        {"content": BARE},
        {"sections": {"Plan": "Meet again."}},
        {"sections": {"Plan": ["Meet again."]}},
        {"sections": [{"title": "Plan", "text": "Meet again."}]},
        {"sections": [{"name": "Plan", "sentences": ["Meet again."]}]},
        {"sections": [{"title": "Plan", "sentences": [{"text": "- Meet\tagain.\n"}]}]},
    ],
)
def test_forms_that_are_understood(value: Any) -> None:
    if isinstance(value, dict) and value.get("signed"):
        value = {**value, "signed": {"name": "Dr Grey", "at": "2026-03-02T12:00:00+00:00"}}
    given = earlier_notes(value)
    assert len(given.notes) == 1
    assert [line.text for line in brief_of(given.notes).section(SectionId.PLAN).lines] == ["Meet again."]


@pytest.mark.parametrize(
    ("fields", "signed"),
    [
        ({}, True),
        ({"status": "signed"}, True),
        ({"status": "final"}, True),
        ({"signed_at": "2026-03-02"}, True),
        ({"signature": {"name": "Dr Grey", "at": "2026-03-02T10:00:00Z"}}, True),
        ({"status": "draft", "signed_at": "2026-03-02T10:00:00Z"}, True),
        ({"status": "draft"}, False),
        ({"status": "Unsigned"}, False),
        ({"status": "in_progress"}, False),
        ({"draft": True}, False),
        ({"signed": False}, False),
        ({"signed_at": None}, False),
        ({"signature": None}, False),
    ],
)
def test_a_draft_is_what_says_that_it_is_one(fields: dict[str, Any], signed: bool) -> None:
    given = earlier_notes({**BARE, **fields})
    assert (len(given.notes), given.drafts) == (int(signed), int(not signed))


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"frame": {"date": "2026-03-02"}, "signed_at": "2026-03-05"}, "2026-03-02"),
        ({"frame": {"started_at": "2026-03-02T10:00:00Z"}}, "2026-03-02"),
        ({"date": "2026-03-02"}, "2026-03-02"),
        ({"session_date": "March 2, 2026"}, "2026-03-02"),
        ({"signed_at": "2026-03-02T23:30:00-05:00"}, "2026-03-02"),
        ({"signed": {"at": "2026-03-02T10:00:00Z"}, "generated_at": "2026-03-01T10:00:00Z"}, "2026-03-02"),
        ({"generated_at": "2026-03-02T10:00:00Z"}, "2026-03-02"),
        ({}, None),
    ],
)
def test_the_day_of_a_note_is_its_sessions_or_the_next_best(fields: dict[str, Any], day: str | None) -> None:
    [found] = earlier_notes({**BARE, **fields}).notes
    assert found.date == (None if day is None else date.fromisoformat(day))


def test_the_length_is_told_or_reckoned_from_the_calls_own_times() -> None:
    times = {"started_at": "2026-03-02T10:00:00Z", "ended_at": "2026-03-02T10:52:40Z"}
    assert earlier_notes({**BARE, "frame": times}).notes[0].minutes == 53
    assert earlier_notes({**BARE, "frame": {**times, "duration_minutes": 50}}).notes[0].minutes == 50
    assert earlier_notes({**BARE, "frame": {"started_at": times["started_at"]}}).notes[0].minutes is None


def test_notes_without_ids_are_told_apart_and_the_same_note_counts_once() -> None:
    given = earlier_notes([BARE, BARE, {**BARE, "date": "2026-03-02"}], "march")
    assert [one.id for one in given.notes] == ["march", "march-2", "march-3"]
    same = earlier_notes([note("2026-03-02", PLAN), note("2026-03-02", PLAN)]).notes
    assert [one.id for one in brief_of(same).notes] == ["2026-03-02"]
    other = earlier_notes([note("2026-03-02", PLAN), note("2026-03-02", {"Plan": ["Another."]})]).notes
    assert {one.id for one in brief_of(other).notes} == {"2026-03-02", "2026-03-02-2"}


def test_what_was_added_after_the_signature_belongs_to_the_note() -> None:
    added = [
        {
            "kind": "addendum",
            "text": "Client will call the clinic until next week.",
            "signed": {"at": "2026-03-03"},
        },
        {"kind": "cosignature", "text": "Client will be discussed.", "signed": {"at": "2026-03-03"}},
    ]
    given = earlier_notes(note("2026-03-02", PLAN, additions=added))
    shown = brief_of(given.notes).section(SectionId.PLAN).lines
    assert [line.text for line in shown] == ["Meet again.", "Client will call the clinic until next week."]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (7, "note 1 is not an object"),
        ("marmalade", "note 1 is not an object"),
        ([BARE, []], "note 2 is not an object"),
        ({}, 'note 1 has no "sections"'),
        ({"segments": []}, 'note 1 has no "sections"'),
        ({"notes": 5}, "note 1 is not an object"),
        ({"sections": 5}, "note 1: sections is not a list"),
        ({"sections": [5]}, "note 1: section 1 is not an object"),
        ({"sections": [{"title": 5, "sentences": []}]}, "note 1: section 1: title is not a text"),
        ({"sections": [{"sentences": [5]}]}, "note 1: section 1: a sentence has no text"),
        (
            {"sections": [{"sentences": [{"words": "marmalade"}]}]},
            "note 1: section 1: a sentence has no text",
        ),
        ({**BARE, "frame": "marmalade"}, "note 1: frame is not an object"),
        ({**BARE, "frame": {"date": "marmalade"}}, "note 1: its session's date is not a date"),
        ({**BARE, "date": "2026-02-30"}, "note 1: its session's date is not a date"),
        ({**BARE, "date": 20260302}, "note 1: its session's date is not a date"),
        ({**BARE, "signed_at": "marmalade"}, "note 1: signed_at is not a date"),
        ({**BARE, "generated_at": []}, "note 1: generated_at is not a date"),
        ({**BARE, "frame": {"duration_minutes": -1}}, "note 1: duration_minutes is not a number of minutes"),
        ({**BARE, "frame": {"duration_minutes": float("nan")}}, "duration_minutes is not a number"),
        ({**BARE, "frame": {"duration_minutes": 10**400}}, "duration_minutes is not a number"),
        ({**BARE, "frame": {"duration_minutes": "50"}}, "duration_minutes is not a number"),
        ({**BARE, "id": ["marmalade"]}, "note 1: id is not an id"),
        ({**BARE, "id": "x" * 201}, "note 1: id is not an id"),
        ({**BARE, "risk": {"suicide": "denied"}}, "note 1: risk is not a list"),
        ({**BARE, "risk": ["marmalade"]}, "note 1: risk 1 is not an object"),
        ({**BARE, "risk": [{"kind": "suicide"}]}, "note 1: risk 1: status is not a text"),
        ({**BARE, "risk": [{"kind": "suicide", "status": "denied", "quotes": [1]}]}, "quotes is not a text"),
        ({**BARE, "not_discussed": "marmalade"}, "note 1: not_discussed is not a list"),
        ({**BARE, "additions": [{"kind": 3}]}, "note 1: addition 1: kind is not a text"),
        ({"sections": [{"sentences": ["\ud800"]}]}, "half a character"),
    ],
)
def test_what_is_no_note_is_told_by_its_place_and_never_repeated(value: Any, says: str) -> None:
    with pytest.raises(BadInput) as refusal:
        earlier_notes(value)
    assert says in refusal.value.detail
    assert "marmalade" not in refusal.value.detail
    assert "\n" not in refusal.value.detail
