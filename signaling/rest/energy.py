"""What was used in energy, carbon and water: of a session, and by month, session, note or clinician."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal

from aiohttp import web
from pydantic import BeforeValidator, Field

from live_notes.energy import Factors, Label, Stage, method_of
from live_notes.energy.summary import By, EnergyRow, account_of, rows_of, total_of
from retention import SessionEnergy, SessionId
from signaling.access import Scope
from signaling.config import factors_of
from signaling.findings import objection
from signaling.rest import energy_csv
from signaling.rest.shapes import Moment
from signaling.routes import Call, Query, Reply, Route, as_json

CSV = "text/csv"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(given: object) -> object:
    """Lets only whole days through: pydantic would also take a number of seconds for a date."""
    if isinstance(given, str) and _DAY.fullmatch(given) is None:
        raise objection("must be a day, YYYY-MM-DD")
    return given


Day = Annotated[date | None, BeforeValidator(_day)]


class EnergyQuery(Query):
    """Which sessions, and what a row stands for. Days are in UTC and both included."""

    from_: Day = Field(default=None, alias="from", description="sessions that began on this day or later")
    to: Day = Field(default=None, description="sessions that began on this day or earlier")
    by: Literal["month", "session", "note", "clinician"] = Field(
        default="month", description="what a row stands for"
    )


class EstimateView(Reply):
    """Low, middle and high figure of something estimated."""

    low: float
    mid: float
    high: float


class FactorView(EstimateView):
    """A coefficient in use, with unit and source; low and high are alike where the practice has set it."""

    name: str
    unit: str
    source: str


class FiguresView(Reply):
    """Energy, carbon and water, low to high; stages in joules; CPU seconds by local stage.

    `label`: measured, modelled or partly measured. `measured_cpu_seconds` is the part of the CPU seconds
    whose energy a hardware counter showed. `remote_models` has the answer tokens of each remote model.
    """

    label: Label
    joules: EstimateView
    watt_hours: EstimateView
    grams_co2e: EstimateView
    water_millilitres: EstimateView
    stages: Mapping[Stage, EstimateView]
    cpu_seconds: Mapping[Stage, float]
    measured_cpu_seconds: float
    remote_tokens: int
    remote_prompt_tokens: int
    remote_models: Mapping[str, int]


class MethodView(Reply):
    """How the figures came about, and what they leave out."""

    factors: tuple[FactorView, ...]
    remote_method: str
    not_counted: tuple[str, ...]


class EnergyView(FiguresView, MethodView):
    """What a session used, by stage and in all."""

    session: str


class EnergyRowView(FiguresView):
    """What a month, session, note or clinician used; what the row does not stand for is null.

    `at` is when the session began, or was made if there was no call. `grams_per_signed_note` is the software
    carbon intensity (ISO/IEC 21031) for the unit "signed note", its operational part.
    """

    clinician: str
    month: str | None = Field(description="YYYY-MM, in UTC")
    session: str | None
    note: str | None
    at: Moment | None
    signed_at: Moment | None
    sessions: int
    signed_notes: int
    grams_per_signed_note: EstimateView | None


class EnergySummary(MethodView):
    """Rows in order of time, and everything together."""

    by: By
    rows: tuple[EnergyRowView, ...]
    total: EnergyRowView


async def of_session(call: Call) -> web.Response:
    """What a session used: energy by stage, carbon and water, with what they rest on and leave out."""
    house, session = call.house, SessionId(call.part("session"))
    await house.energy.flush()
    used = await house.memory.energy.of(session)
    report = account_of([used], factors_of(house.settings)).report()
    return as_json({"session": session, **report.as_json()})


async def summary(call: Call) -> web.Response:
    """What the practice used, row by row."""
    asked = call.query(EnergyQuery)
    rows, total = await _rows(call, asked)
    stated = {"by": asked.by, "rows": [as_row(row) for row in rows], "total": as_row(total)}
    return as_json({**stated, **method_of(factors_of(call.house.settings))})


async def table(call: Call) -> web.Response:
    """The same rows as a table for a spreadsheet (RFC 4180), units in its first line."""
    asked = call.query(EnergyQuery)
    rows, _ = await _rows(call, asked)
    text = await asyncio.to_thread(energy_csv.table, rows, factors_of(call.house.settings))
    name = f"attune-energy-by-{asked.by}.csv"
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=text, content_type=CSV, charset="utf-8", headers=headers)


async def _rows(call: Call, asked: EnergyQuery) -> tuple[list[EnergyRow], EnergyRow]:
    house = call.house
    since = None if asked.from_ is None else datetime.combine(asked.from_, time.min, UTC)
    until = None if asked.to is None else datetime.combine(asked.to, time.max, UTC)
    await house.energy.flush()
    used = await house.memory.energy.between(house.practice, since, until)
    # In a thread: years of sessions must not hold up the calls.
    return await asyncio.to_thread(_summed, used, By(asked.by), factors_of(house.settings))


def _summed(used: list[SessionEnergy], by: By, factors: Factors) -> tuple[list[EnergyRow], EnergyRow]:
    return rows_of(used, by, factors), total_of(used, factors)


def as_row(row: EnergyRow) -> dict[str, Any]:
    """A row as JSON-able values."""
    each = row.grams_per_signed_note
    return {
        "clinician": row.clinician,
        "month": row.month,
        "session": row.session,
        "note": row.note,
        "at": None if row.at is None else row.at.isoformat(),
        "signed_at": None if row.signed_at is None else row.signed_at.isoformat(),
        "sessions": row.sessions,
        "signed_notes": row.signed_notes,
        "grams_per_signed_note": None if each is None else each.as_json(),
        **row.report.figures(),
    }


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/energy",
        Scope.RECORDS_READ,
        of_session,
        "Energy, carbon and water of a session",
        reply=EnergyView,
    ),
    Route(
        "GET",
        "/v1/energy",
        Scope.RECORDS_READ,
        summary,
        "Energy, carbon and water by month, session, note or clinician",
        reply=EnergySummary,
        query=EnergyQuery,
    ),
    Route(
        "GET",
        "/v1/energy.csv",
        Scope.RECORDS_READ,
        table,
        "The same as a table",
        query=EnergyQuery,
        media=(CSV,),
    ),
)
