"""What a session's source says of its times, its setting and its people in a note."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from live_notes import SessionFrame
from retention import ParticipantRecord, SessionRecord
from signaling.sources import (
    Held,
    Setting,
    Source,
    details_of,
    frame_of,
    held_between,
    held_details,
    held_otherwise,
    setting_of,
    source_of,
    times_known,
)

HELD = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 5, 18, 0, tzinfo=UTC)


def record(source: Source, setting: Setting | None = None, **given: Any) -> SessionRecord:
    """A session of fifty minutes with one client."""
    people = [ParticipantRecord("par_1", "ses_1", "Dr Grey", "clinician")]  # type: ignore[arg-type]
    fields: dict[str, Any] = {
        "id": "ses_1",
        "practice": "local",
        "client": "Anna",
        "clients": ("Anna",),
        "title": "",
        "details": details_of(source, setting),
        "scheduled_for": None,
        "planned_minutes": 50,
        "kind": "individual",
        "format": "soap",
        "created_at": NOW,
        "started_at": HELD,
        "ended_at": HELD + timedelta(minutes=50),
        "end_reason": None,
        "participants": tuple(people),
    }
    return SessionRecord(**{**fields, **given})


def test_a_session_from_before_there_was_a_choice_is_a_call() -> None:
    assert details_of(Source.CALL, None) == {}
    assert source_of(record(Source.CALL)) is Source.CALL
    assert setting_of(record(Source.CALL)) is None


@pytest.mark.parametrize("source", list(Source))
def test_source_and_setting_are_read_as_they_are_kept(source: Source) -> None:
    kept = record(source, Setting.IN_PERSON)
    assert (source_of(kept), setting_of(kept)) == (source, Setting.IN_PERSON)


def test_a_call_and_a_session_in_the_room_have_the_times_they_were_held() -> None:
    call = frame_of(record(Source.CALL))
    assert (call.started_at, call.ended_at) == (HELD, HELD + timedelta(minutes=50))
    assert (call.modality, frame_of(record(Source.IN_PERSON)).modality) == ("telehealth video", "in person")


def test_a_recording_has_times_only_where_the_clinician_says_when_it_was_held() -> None:
    dated = record(Source.RECORDING, Setting.TELEHEALTH, scheduled_for=HELD)
    assert times_known(dated)
    assert (frame_of(dated).started_at, frame_of(dated).modality) == (HELD, "telehealth")
    assert frame_of(dated).day == HELD.date()
    undated = frame_of(record(Source.RECORDING))
    assert undated == SessionFrame(participants=("Dr Grey",), minutes=50)
    made = undated.as_frame()
    assert made is not None
    assert (made.date, made.started_at, made.duration_minutes) == (None, None, 50)


@pytest.mark.parametrize("source", [Source.DICTATION, Source.SUMMARY])
def test_what_is_told_afterwards_has_a_day_at_most_and_names_the_client(source: Source) -> None:
    told = frame_of(record(source, scheduled_for=HELD))
    assert told == SessionFrame(participants=("Dr Grey", "Anna"), day=date(2026, 11, 2))
    assert not times_known(record(source, scheduled_for=HELD))


def test_what_is_told_afterwards_has_the_times_that_its_clinician_says() -> None:
    evening = datetime(2026, 11, 2, 19, 30, tzinfo=timezone(timedelta(hours=-8)))
    kept = details_of(Source.SUMMARY, None) | held_details(Source.SUMMARY, evening, 53)
    said = frame_of(record(Source.SUMMARY, scheduled_for=evening.astimezone(UTC), details=kept)).as_frame()
    assert said is not None
    assert (said.started_at, said.ended_at) == (evening, evening + timedelta(minutes=53))
    assert (said.date, said.duration_minutes) == ("2026-11-02", 53)
    undated = details_of(Source.DICTATION, None) | held_details(Source.DICTATION, None, 45)
    long = frame_of(record(Source.DICTATION, details=undated)).as_frame()
    assert long is not None
    assert (long.date, long.started_at, long.duration_minutes) == (None, None, 45)


def test_a_session_that_is_held_has_no_times_but_its_own() -> None:
    assert held_details(Source.CALL, HELD, 45) == held_details(Source.IN_PERSON, HELD, 45) == {}
    assert held_details(Source.RECORDING, HELD, 45) == {"held_day": "2026-11-02"}


def test_a_recording_without_a_date_was_held_up_to_now() -> None:
    assert held_between(record(Source.RECORDING), 60.0, NOW) == (NOW - timedelta(minutes=1), NOW)
    dated = record(Source.RECORDING, scheduled_for=HELD)
    assert held_between(dated, 60.0, NOW) == (HELD, HELD + timedelta(minutes=1))


def test_what_is_told_of_is_held_otherwise_and_keeps_what_was_not_said_anew() -> None:
    evening = datetime(2026, 11, 2, 19, 30, tzinfo=timezone(timedelta(hours=-8)))
    kept = details_of(Source.SUMMARY, Setting.TELEHEALTH) | held_details(Source.SUMMARY, evening, 53)
    told = record(Source.SUMMARY, scheduled_for=evening.astimezone(UTC), details=kept)
    longer = held_otherwise(told, Held(told.scheduled_for, 60), dated=False)
    assert longer.details == {**kept, "held_minutes": "60"}
    assert frame_of(longer).day == date(2026, 11, 2)
    earlier = held_otherwise(told, Held(evening - timedelta(days=1), 53), dated=True)
    assert (frame_of(earlier).day, setting_of(earlier)) == (date(2026, 11, 1), Setting.TELEHEALTH)
    assert frame_of(earlier).started_at == evening - timedelta(days=1)
    undated = held_otherwise(told, Held(None, None), dated=True)
    assert (undated.scheduled_for, undated.details) == (None, details_of(Source.SUMMARY, Setting.TELEHEALTH))
    assert frame_of(undated) == SessionFrame(None, None, "telehealth", ("Dr Grey", "Anna"))


@pytest.mark.parametrize(
    ("source", "begun", "lasted"),
    [
        (Source.RECORDING, HELD - timedelta(days=1), timedelta(minutes=50)),
        (Source.SUMMARY, HELD - timedelta(days=1), timedelta(minutes=50)),
        (Source.DICTATION, HELD, timedelta(minutes=50)),
    ],
)
def test_the_record_moves_with_it_except_the_time_of_dictating(
    source: Source, begun: datetime, lasted: timedelta
) -> None:
    moved = held_otherwise(record(source), Held(HELD - timedelta(days=1), None), dated=True)
    assert (moved.started_at, moved.ended_at) == (begun, begun + lasted)
    unsaid = held_otherwise(record(source, scheduled_for=HELD), Held(None, None), dated=True)
    assert (unsaid.started_at, unsaid.scheduled_for) == (HELD, None)


def test_a_session_is_over_after_its_length_where_that_is_said() -> None:
    assert Held(HELD, 50).until == HELD + timedelta(minutes=50)
    assert (Held(HELD, None).until, Held(None, 50).until) == (HELD, None)
