"""A signed note as a document and as text."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from live_notes.export import as_text, document_of
from live_notes.export.document import clock
from retention import AdditionKind, NoteStatus, NotSigned
from tests.unit.live_notes.export.export_samples import (
    SIGNED_AT,
    addition,
    content,
    document,
    record,
    session,
    signature,
)


def test_the_whole_note_stands_in_reading_order() -> None:
    added = [
        addition(1, AdditionKind.CORRECTION, "The dose was 20 mg.\n\nNot 40."),
        addition(2, AdditionKind.COSIGNATURE, "", signature("Sam Iyer", "PsyD")),
    ]
    assert as_text(document(added=added)) == (
        "Progress note: Łukasz Nowak\n"
        "Date: November 29, 2026\n"
        "Start: 1:00 PM EST\n"
        "Stop: 1:52 PM EST\n"
        "Duration: 52 minutes\n"
        "Setting: Video (telehealth)\n"
        "Participants: Ruth O'Connell, Łukasz Nowak\n"
        "Place of service: 10 · Telehealth, client at home\n"
        "\nRisk\nSuicide: Denied. “No, never.”\n"
        "\nSubjective\nClient reported *poor* #sleep & “worry”. Client felt <b>low</b>.\n"
        "\nObjective\nHeld by video.\n"
        "\nPlan\nOur line:\nx\nNext session: Tuesday at 3.\n"
        "\nNot discussed this session\nAbuse or neglect, Sleep\n"
        "\nSigned\n"
        "Drafted with automated assistance; reviewed and signed by the clinician.\n"
        "Signed by Ruth O'Connell, LCSW, November 29, 2026, 2:05:00 PM EST\n"
        f"Content hash (SHA-256): {'ab' * 32}\n"
        "\nCorrection\nThe dose was 20 mg.\nNot 40.\n"
        "Signed by Ruth O'Connell, LCSW, November 29, 2026, 2:05:00 PM EST\n"
        "\nCo-signature\nSigned by Sam Iyer, PsyD, November 29, 2026, 2:05:00 PM EST\n"
    )


def test_a_draft_is_no_record() -> None:
    with pytest.raises(NotSigned):
        document_of(record(signature=None, status=NoteStatus.DRAFT), session(), UTC)


@pytest.mark.parametrize("drafter", ["clinician", "none"])
def test_a_note_by_hand_does_not_say_that_a_machine_drafted_it(drafter: str) -> None:
    assert "automated" not in as_text(document(content(drafter=drafter)))


def test_a_day_without_times_is_the_day_that_was_said() -> None:
    facts = dict(document(content(frame={"date": "2026-11-27"})).facts)
    assert facts == {"Date": "November 27, 2026", "Participants": "Ruth O'Connell, Łukasz Nowak"}


def test_the_practices_own_sign_for_the_client_stands_at_the_head() -> None:
    assert document(reference="A-17").facts[0] == ("Reference", "A-17")


def test_the_day_is_that_of_the_zone() -> None:
    late = content(frame={"date": "2026-11-30", "started_at": "2026-11-30T02:30:00Z"})
    assert dict(document(late).facts)["Date"] == "November 29, 2026"
    assert dict(document(late, zone=UTC).facts)["Date"] == "November 30, 2026"


def test_what_was_long_ago_and_whose_danger_it_is_stand_in_the_words_of_the_page() -> None:
    own = {"kind": "suicide", "status": "reported", "evidence": ["a"], "past": True}
    other = {"kind": "abuse", "status": "unclear", "evidence": ["b"], "whose": "the client's aunt"}
    risk = document(content(risk=[own, other])).blocks[0]
    assert risk.lines == (
        "Suicide: History",
        "Abuse or neglect: Concern about the client's aunt, not about the client",
    )


def test_empty_parts_are_left_out() -> None:
    bare = document(content(sections=[{"title": "Data"}], risk=[], not_discussed=[], frame=None))
    assert bare.blocks == ()


def test_an_intake_is_called_one() -> None:
    assert document(content(format="intake")).title == "Intake assessment"


@pytest.mark.parametrize(
    ("hour", "told"), [(0, "12:05 AM UTC"), (9, "9:05 AM UTC"), (12, "12:05 PM UTC"), (23, "11:05 PM UTC")]
)
def test_times_are_told_on_a_clock_of_twelve_hours(hour: int, told: str) -> None:
    assert clock(SIGNED_AT.replace(hour=hour)) == told


def test_a_zone_without_a_name_is_told_by_its_offset() -> None:
    assert clock(SIGNED_AT.astimezone(ZoneInfo("America/Sao_Paulo"))) == "4:05 PM -03"


def test_no_word_of_it_is_in_its_repr() -> None:
    shown = repr(document(added=[addition(1, AdditionKind.ADDENDUM, "Rang later.")]))
    assert not [word for word in ("Nowak", "poor", "Rang", "O'Connell") if word in shown]
