"""Energy rows as comma-separated values (RFC 4180): one line a row, units in the names of the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from live_notes.energy import JOULES_PER_WH, LOCAL_STAGES, Estimate, Factors, Stage
from live_notes.energy.summary import EnergyRow, total_of

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a text for a formula (OWASP, CSV injection)."""

Cell = str | int | float


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_BEGINS) else text


def table(rows: Iterable[EnergyRow], factors: Factors) -> str:
    """A header and the rows. Numbers are plain, with a point; what a row does not stand for is empty."""
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    sheet.writerow(_cells(total_of((), factors), factors))
    for row in rows:
        cells = _cells(row, factors).values()
        sheet.writerow([safe(cell) if isinstance(cell, str) else cell for cell in cells])
    return written.getvalue()


def _cells(row: EnergyRow, factors: Factors) -> dict[str, Cell]:
    report = row.report
    each = row.grams_per_signed_note
    return {
        "month_utc": row.month or "",
        "clinician": row.clinician,
        "session": row.session or "",
        "note": row.note or "",
        "began_at": "" if row.at is None else row.at.isoformat(),
        "signed_at": "" if row.signed_at is None else row.signed_at.isoformat(),
        "sessions": row.sessions,
        "signed_notes": row.signed_notes,
        "label": report.label.value,
        **_span("energy", "Wh", report.watt_hours),
        **_span("carbon", "gCO2e", report.grams_co2e),
        **_span("water", "mL", report.millilitres),
        "carbon_mid_gCO2e_per_signed_note": "" if each is None else round(each.mid, 4),
        **{f"energy_{stage}_mid_Wh": _mid_wh(report.stages.get(stage)) for stage in Stage},
        **{f"cpu_{stage}_s": round(report.cpu_seconds.get(stage, 0.0), 3) for stage in LOCAL_STAGES},
        "cpu_measured_s": round(report.measured_seconds, 3),
        "remote_answer_tokens": report.remote_tokens,
        "remote_prompt_tokens": report.prompt_tokens,
        "remote_models": " ".join(sorted(report.models)),
        "factor_carbon_mid_gCO2e_per_kWh": factors.grams_per_kwh.value.mid,
        "factor_water_mid_L_per_kWh": factors.litres_per_kwh.value.mid,
    }


def _span(name: str, unit: str, estimate: Estimate) -> dict[str, Cell]:
    return {f"{name}_{which}_{unit}": figure for which, figure in estimate.as_json().items()}


def _mid_wh(joules: Estimate | None) -> float:
    return 0.0 if joules is None else round(joules.mid / JOULES_PER_WH, 4)
