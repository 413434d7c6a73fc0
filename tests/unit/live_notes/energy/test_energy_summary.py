"""Rows of energy: by month, session, note and clinician."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.energy import Factors, Label, Stage
from live_notes.energy.summary import By, month_of, rows_of, total_of
from retention import EnergyTotal, NoteId, RemoteTotal, SessionEnergy, SessionId

FACTORS = Factors.of(pue=1.0, grams_per_kwh=500.0, litres_per_kwh=4.0)
JUNE = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
JULY = datetime(2026, 7, 1, 0, 0, tzinfo=UTC)


def session(
    name: str, at: datetime = JUNE, *, joules: float = 3600.0, signed: bool = False, note: bool = True
) -> SessionEnergy:
    return SessionEnergy(
        session=SessionId(f"ses_{name}"),
        at=at,
        note=NoteId(f"not_{name}") if note else None,
        signed_at=at + timedelta(hours=1) if signed else None,
        stages=(EnergyTotal("recognition", 10.0, joules / 2, joules, joules * 2),),
        remote=(),
    )


def test_months_are_in_order_and_sum_their_sessions() -> None:
    used = [session("c", JULY), session("a"), session("b", signed=True)]
    june, july = rows_of(used, By.MONTH, FACTORS)
    assert (june.month, june.sessions, june.signed_notes) == ("2026-06", 2, 1)
    assert (july.month, july.sessions, july.signed_notes) == ("2026-07", 1, 0)
    assert june.report.watt_hours.mid == pytest.approx(2.0)
    assert june.report.cpu_seconds == {Stage.RECOGNITION: 20.0}
    assert (june.session, june.note, june.at) == (None, None, None)


def test_months_are_those_of_utc() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert month_of(late) == "2026-07"


def test_a_session_has_a_row_with_its_note() -> None:
    (row,) = rows_of([session("a", signed=True)], By.SESSION, FACTORS)
    assert (row.session, row.note, row.month) == ("ses_a", "not_a", "2026-06")
    assert row.at == JUNE
    assert row.signed_at == JUNE + timedelta(hours=1)


def test_a_note_has_the_energy_of_its_session_and_sessions_without_one_have_no_row() -> None:
    used = [session("a"), session("b", note=False)]
    (row,) = rows_of(used, By.NOTE, FACTORS)
    assert row.note == "not_a"
    assert row.report.joules == rows_of(used, By.SESSION, FACTORS)[0].report.joules


def test_the_clinician_has_everything() -> None:
    used = [session("a"), session("b", JULY)]
    (row,) = rows_of(used, By.CLINICIAN, FACTORS)
    assert (row.clinician, row.sessions, row.month) == ("clinician", 2, None)
    assert row.report.joules == total_of(used, FACTORS).report.joules


def test_carbon_per_signed_note_is_the_whole_over_the_notes() -> None:
    used = [session("a", signed=True), session("b", signed=True), session("c")]
    total = total_of(used, FACTORS)
    assert total.grams_per_signed_note is not None
    assert total.grams_per_signed_note.mid == pytest.approx(1.5 / 2)  # 3 Wh at 500 g per kWh, two notes
    assert total_of([session("c")], FACTORS).grams_per_signed_note is None


def test_nothing_at_all_is_a_row_of_nothing() -> None:
    assert rows_of([], By.MONTH, FACTORS) == []
    total = total_of([], FACTORS)
    assert (total.sessions, total.report.joules.high, total.report.label) == (0, 0.0, Label.MODELLED)


def test_a_session_that_used_nothing_has_no_row() -> None:
    scheduled = SessionEnergy(SessionId("ses_b"), JUNE, None, None, (), ())
    used = [session("a"), scheduled]
    for by in By:
        assert [row.sessions for row in rows_of(used, by, FACTORS)] == [1]
    assert total_of(used, FACTORS).sessions == 1


def test_remote_answers_and_measured_seconds_come_through() -> None:
    used = SessionEnergy(
        SessionId("ses_a"),
        JUNE,
        None,
        None,
        (EnergyTotal("recognition", 10.0, 1.0, 2.0, 3.0, 10.0), EnergyTotal("masking", 2.0, 1.0, 1.0, 1.0)),
        (RemoteTotal("big/model", 900, 300, 10.0, 20.0, 30.0), RemoteTotal("other", 1, 2, 0.0, 0.0, 0.0)),
    )
    (row,) = rows_of([used], By.SESSION, FACTORS)
    assert row.report.label is Label.PARTLY
    assert row.report.measured_seconds == 10.0
    assert row.report.models == {"big/model": 300, "other": 2}
    assert row.report.prompt_tokens == 901
    assert row.report.stages[Stage.DRAFTING_REMOTE].mid == 20.0


def test_a_stage_of_another_version_breaks_nothing() -> None:
    strange = SessionEnergy(
        SessionId("ses_a"), JUNE, None, None, (EnergyTotal("dreaming", 1.0, 1.0, 1.0, 1.0),), ()
    )
    assert total_of([strange], FACTORS).report.joules.mid == 0.0


@given(st.lists(st.tuples(st.integers(0, 700), st.floats(0, 1e6), st.booleans()), max_size=30))
def test_rows_of_any_kind_sum_to_the_total(made: list[tuple[int, float, bool]]) -> None:
    used = [
        session(str(number), JUNE + timedelta(days=days), joules=joules, signed=signed)
        for number, (days, joules, signed) in enumerate(made)
    ]
    total = total_of(used, FACTORS)
    for by in By:
        rows = rows_of(used, by, FACTORS)
        assert sum(row.sessions for row in rows) == len(used)
        assert sum(row.signed_notes for row in rows) == total.signed_notes
        summed = sum(row.report.joules.mid for row in rows)
        assert summed == pytest.approx(total.report.joules.mid)
