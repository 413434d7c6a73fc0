"""Energy as answers of the interface and as a table: units, plain numbers, no formulas, whole days only."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from aiohttp.test_utils import make_mocked_request
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from live_notes.energy import Factors, Stage
from live_notes.energy.summary import By, rows_of, total_of
from retention import EnergyTotal, NoteId, RemoteTotal, SessionEnergy, SessionId
from signaling.config import Settings, factors_of
from signaling.errors import InvalidQuery
from signaling.rest.energy import EnergyQuery, EnergyRowView, as_row
from signaling.rest.energy_csv import FORMULA_BEGINS, safe, table
from signaling.routes import _query

AT = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
FACTORS = Factors.of(pue=1.0, grams_per_kwh=500.0, litres_per_kwh=4.0)


def used(model: str = "big/model") -> SessionEnergy:
    return SessionEnergy(
        SessionId("ses_1"),
        AT,
        NoteId("not_1"),
        AT,
        (
            EnergyTotal("recognition", 12.5, 1800.0, 3600.0, 7200.0, 12.5),
            EnergyTotal("media", 1.0, 1.0, 2.0, 3.0),
        ),
        (RemoteTotal(model, 900, 300, 36.0, 72.0, 360.0),),
    )


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_units_and_every_figure() -> None:
    text = table(rows_of([used()], By.SESSION, FACTORS), FACTORS)
    (row,) = read(text)
    assert row["session"] == "ses_1"
    assert row["month_utc"] == "2026-06"
    assert float(row["energy_mid_Wh"]) == pytest.approx((3600 + 2 + 72) / 3600, abs=1e-4)
    assert float(row["energy_low_Wh"]) < float(row["energy_mid_Wh"]) < float(row["energy_high_Wh"])
    assert float(row["carbon_mid_gCO2e"]) == pytest.approx(float(row["energy_mid_Wh"]) * 0.5, abs=1e-4)
    assert float(row["water_mid_mL"]) == pytest.approx(float(row["energy_mid_Wh"]) * 4, abs=1e-3)
    assert float(row["cpu_recognition_s"]) == 12.5
    assert float(row["cpu_masking_s"]) == 0.0
    assert float(row["cpu_measured_s"]) == 12.5
    assert (row["remote_answer_tokens"], row["remote_prompt_tokens"]) == ("300", "900")
    assert row["remote_models"] == "big/model"
    assert row["label"] == "partly measured"
    assert float(row["factor_carbon_mid_gCO2e_per_kWh"]) == 500.0
    assert all(f"energy_{stage}_mid_Wh" in row for stage in Stage)


def test_lines_end_as_rfc_4180_has_them_and_an_empty_table_has_its_header() -> None:
    empty = table([], FACTORS)
    assert empty.endswith("\r\n")
    assert empty.count("\r\n") == 1
    assert empty.startswith("month_utc,clinician,")
    assert table(rows_of([used()], By.MONTH, FACTORS), FACTORS).splitlines()[0] == empty.strip()


@pytest.mark.parametrize("begin", FORMULA_BEGINS)
def test_no_cell_is_taken_for_a_formula(begin: str) -> None:
    assert safe(f"{begin}1+1") == f"'{begin}1+1"
    text = table(rows_of([used(f"{begin}cmd|calc")], By.SESSION, FACTORS), FACTORS)
    (row,) = read(text)
    assert row["remote_models"].startswith("'")


@given(st.text(max_size=40))
def test_whatever_stands_in_a_cell_comes_back_and_begins_harmlessly(text: str) -> None:
    if "\x00" in text:  # the reader of older Pythons refuses it
        return
    written = table(rows_of([used(text)], By.NOTE, FACTORS), FACTORS)
    cell = next(csv.DictReader(io.StringIO(written, newline="")))["remote_models"]
    assert cell == safe(text)
    assert not cell.startswith(FORMULA_BEGINS)


def test_a_row_is_what_the_interface_declares() -> None:
    for by in By:
        for row in [*rows_of([used()], by, FACTORS), total_of([used()], FACTORS)]:
            shown = as_row(row)
            assert EnergyRowView.model_validate(shown).watt_hours.mid > 1
            json.dumps(shown, allow_nan=False)
    assert EnergyRowView.model_validate(as_row(total_of([], FACTORS))).grams_per_signed_note is None


@pytest.mark.parametrize(
    "given_day", ["0", "1750000000", "2026-6-1", "2026-02-30", "yesterday", "2026-06-01T00:00", ""]
)
def test_a_day_is_a_day(given_day: str) -> None:
    with pytest.raises(ValidationError):
        EnergyQuery.model_validate({"from": given_day})


def test_days_and_the_kind_of_row_are_read() -> None:
    asked = EnergyQuery.model_validate({"from": "2026-06-01", "to": "9999-12-31", "by": "note"})
    assert (asked.from_, asked.to, asked.by) == (date(2026, 6, 1), date(9999, 12, 31), "note")
    assert EnergyQuery.model_validate({}).by == "month"
    for wrong in ({"by": "year"}, {"from_": "2026-06-01"}, {"since": "2026-06-01"}):
        with pytest.raises(ValidationError):
            EnergyQuery.model_validate(wrong)


def test_the_kinds_of_row_of_the_interface_are_those_there_are() -> None:
    choices = EnergyQuery.model_json_schema()["properties"]["by"]["enum"]
    assert choices == [by.value for by in By]


def test_factors_come_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_GRID_GRAMS_PER_KWH", "56")
    monkeypatch.setenv("ATTUNE_GRID_SOURCE", "Ember 2023, France")
    monkeypatch.setenv("ATTUNE_PUE", "1")
    factors = factors_of(Settings())
    assert factors.grams_per_kwh.value.high == 56.0
    assert "Ember 2023, France" in factors.grams_per_kwh.source
    assert factors.pue.value.high == 1.0
    assert factors.litres_per_kwh.value.low < factors.litres_per_kwh.value.high


@pytest.mark.parametrize(
    ("name", "value"),
    [("PUE", "0.9"), ("GRID_GRAMS_PER_KWH", "-1"), ("WATER_LITRES_PER_KWH", "-0.1"), ("PUE", "nan")],
)
def test_impossible_factors_stop_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"ATTUNE_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


def test_a_day_given_twice_is_refused_by_its_name_in_the_address() -> None:
    request = make_mocked_request("GET", "/v1/energy?from=2026-01-01&from=2026-02-01")
    with pytest.raises(InvalidQuery) as refusal:
        _query(request, EnergyQuery)
    assert "from" in str(refusal.value)
    once = _query(make_mocked_request("GET", "/v1/energy?from=2026-01-01"), EnergyQuery)
    assert once.model_dump()["from_"] == date(2026, 1, 1)
