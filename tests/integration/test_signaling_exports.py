"""A signed note as a file, over HTTP: as text, PDF and FHIR, on record, and what is refused."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from fhir.resources.R4B.bundle import Bundle
from pypdf import PdfReader

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded
from tests.integration.signaling_written import SIGNER, signed, written


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the module."""
    with threaded(tmp_path_factory.mktemp("exports")) as serving:
        yield serving


async def taken(play: Play, note: str, form: str, query: str = "") -> tuple[str, bytes]:
    """An export's media type and bytes."""
    async with play.http.get(f"/v1/notes/{note}/exports/{form}{query}") as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{note}.')
        return answer.content_type, await answer.read()


async def test_a_signed_note_leaves_in_three_forms(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        added = {**SIGNER, "text": "She rang later."}
        await play.json("POST", f"/v1/notes/{note['id']}/addenda", added, 201)
        media, text = await taken(play, note["id"], "text", "?zone=Asia/Kolkata")
        assert media == "text/plain"
        assert "Plan\nMeet again." in text.decode()
        assert " IST" in text.decode()
        assert "Addendum\nShe rang later." in text.decode()
        media, pdf = await taken(play, note["id"], "pdf", "?paper=a4&zone=Asia/Kolkata")
        assert media == "application/pdf"
        page = PdfReader(io.BytesIO(pdf)).pages[0]
        assert "Meet again." in page.extract_text()
        assert round(page.mediabox.height) == 842
        media, fhir = await taken(play, note["id"], "fhir")
        assert media == "application/fhir+json"
        Bundle.model_validate(json.loads(fhir))
        kinds = [entry["resource"]["resourceType"] for entry in json.loads(fhir)["entry"]]
        assert kinds.count("DocumentReference") == 2


async def test_each_export_is_on_record(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        await taken(play, note["id"], "text")
        entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
        assert [one["subject"] for one in entries if one["action"] == "note.exported-text"][-1] == note["id"]


@pytest.mark.parametrize("form", ["text", "pdf", "fhir"])
async def test_a_draft_does_not_leave(server: Serving, form: str) -> None:
    async with at(server) as play:
        draft = await written(play)
        refusal = await play.json("GET", f"/v1/notes/{draft['id']}/exports/{form}", status=409)
        assert refusal["code"] == "not-signed"


@pytest.mark.parametrize(
    "query",
    [
        "zone=Nowhere/Land",
        "zone=",
        "zone=../../etc/passwd",
        "zone=/etc",
        f"zone={'x' * 65}",
        "paper=a5",
        "x=1",
    ],
)
async def test_what_is_no_zone_or_paper_is_refused(server: Serving, query: str) -> None:
    async with at(server) as play:
        note = await signed(play)
        refusal = await play.json("GET", f"/v1/notes/{note['id']}/exports/pdf?{query}", status=422)
        assert refusal["code"] == "invalid-query"


async def test_letters_without_a_font_are_refused_as_pdf_and_kept_otherwise(server: Serving) -> None:
    name = "\U0001e900\U0001e901"  # Adlam: in none of the common fonts
    async with at(server) as play:
        note = await signed(play, client=name)
        refusal = await play.json("GET", f"/v1/notes/{note['id']}/exports/pdf", status=422)
        assert refusal["code"] == "pdf-unprintable"
        assert name in (await taken(play, note["id"], "text"))[1].decode()
        entries = json.loads((await taken(play, note["id"], "fhir"))[1])["entry"]
        attached = entries[0]["resource"]["content"]
        assert [one["attachment"]["contentType"] for one in attached] == ["text/plain; charset=utf-8"]


async def test_nothing_is_known_of_a_note_that_is_not_there(server: Serving) -> None:
    async with at(server) as play:
        assert (await play.json("GET", "/v1/notes/not_x/exports/text", status=404))["code"] == "not-found"
