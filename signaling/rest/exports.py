"""A signed note for a record elsewhere: as text, PDF, or FHIR R4. Each is on record as an export."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from aiohttp import web
from pydantic import AfterValidator, Field

from live_notes.export import (
    Document,
    Paper,
    PdfFailed,
    PdfUnprintable,
    as_text,
    bundle_of,
    document_of,
)
from live_notes.export.fhir import MEDIA as FHIR
from retention import NoteId, NotSigned
from signaling.access import Scope
from signaling.findings import objection
from signaling.rest.shapes import Moment
from signaling.routes import Call, Query, Reply, Route

PDF = "application/pdf"
TEXT = "text/plain"


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise objection("must be a time zone such as Europe/Dublin") from None
    return name


Zone = Annotated[
    str,
    Field(
        default="UTC", min_length=1, max_length=64, description="IANA name of the zone its times are told in"
    ),
    AfterValidator(_zone),
]


class ExportQuery(Query):
    """How the times of a note are told."""

    zone: Zone


class PdfQuery(ExportQuery):
    """The same, and the paper."""

    paper: Literal["letter", "a4"] = "letter"


class FhirEntry(Reply):
    """A resource of the bundle, and the name by which the others refer to it."""

    fullUrl: str  # noqa: N815 - FHIR's name
    resource: Mapping[str, Any]


class FhirBundle(Reply):
    """A FHIR R4 Bundle; what its resources hold is FHIR's to say (https://hl7.org/fhir/R4/)."""

    resourceType: Literal["Bundle"]  # noqa: N815 - FHIR's name
    id: str
    type: Literal["collection"]
    timestamp: Moment
    entry: tuple[FhirEntry, ...]


async def text(call: Call) -> web.Response:
    """The note as plain text. Raises `NotSigned`."""
    document = await _document(call, call.query(ExportQuery).zone)
    return _file(call, as_text(document).encode(), TEXT, "txt", charset="utf-8")


async def pdf(call: Call) -> web.Response:
    """The note as a tagged PDF. Raises `NotSigned`, `PdfUnprintable`, `PdfFailed`."""
    asked = call.query(PdfQuery)
    return _file(
        call, await call.house.printer.pdf(await _document(call, asked.zone), _paper(asked)), PDF, "pdf"
    )


async def fhir(call: Call) -> web.Response:
    """The note as a FHIR Bundle, its PDF within; with its text alone where no font has its letters."""
    asked = call.query(PdfQuery)
    document = await _document(call, asked.zone)
    try:
        printed = await call.house.printer.pdf(document, _paper(asked))
    except PdfUnprintable:
        printed = None
    bundle = json.dumps(bundle_of(document, printed, call.house.now()), ensure_ascii=False)
    return _file(call, bundle.encode(), FHIR, "fhir.json", charset="utf-8")


async def _document(call: Call, zone: str) -> Document:
    house = call.house
    record = await house.memory.notes.read(NoteId(call.part("note")))
    session = await house.memory.sessions.get(house.practice, record.session)
    if session.client_id is None:
        return document_of(record, session, ZoneInfo(zone))
    client = await house.memory.clients.get(house.practice, session.client_id)
    return document_of(record, session, ZoneInfo(zone), client.reference)


def _paper(asked: PdfQuery) -> Paper:
    return Paper.A4 if asked.paper == "a4" else Paper.LETTER


def _file(call: Call, content: bytes, media: str, ending: str, charset: str | None = None) -> web.Response:
    """A download whose name tells nobody's."""
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{call.part("note")}.{ending}"',
    }
    return web.Response(body=content, content_type=media, charset=charset, headers=headers)


ROUTES = (
    Route(
        "GET",
        "/v1/notes/{note}/exports/text",
        Scope.NOTES_READ,
        text,
        "A signed note as plain text",
        query=ExportQuery,
        refuses=(NotSigned,),
        media=(TEXT,),
        access="note.exported-text",
    ),
    Route(
        "GET",
        "/v1/notes/{note}/exports/pdf",
        Scope.NOTES_READ,
        pdf,
        "A signed note as PDF",
        query=PdfQuery,
        refuses=(NotSigned, PdfUnprintable, PdfFailed),
        media=(PDF,),
        access="note.exported-pdf",
    ),
    Route(
        "GET",
        "/v1/notes/{note}/exports/fhir",
        Scope.NOTES_READ,
        fhir,
        "A signed note as FHIR R4 Bundle",
        reply=FhirBundle,
        query=PdfQuery,
        refuses=(NotSigned, PdfFailed),
        media=(FHIR,),
        access="note.exported-fhir",
    ),
)
