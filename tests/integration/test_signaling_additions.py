"""What follows a signed note, over HTTP: signed for good, checked, and by whom it may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import at, threaded
from tests.integration.signaling_written import SIGNER, signed, written

SUPERVISOR = {"name": "Dr. Ruth Long", "credential": "PsyD"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the module."""
    with threaded(tmp_path_factory.mktemp("additions")) as serving:
        yield serving


async def test_additions_stand_under_the_note_and_all_of_it_holds(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        here = f"/v1/notes/{note['id']}"
        for kind in ("addendum", "correction", "late_entry"):
            added = await play.json("POST", f"{here}/addenda", {**SIGNER, "kind": kind, "text": kind}, 201)
        assert added["additions"][-1]["signed"]["name"] == SIGNER["name"]
        cosigned = await play.json("POST", f"{here}/cosign", SUPERVISOR, 201)
        kinds = ["addendum", "correction", "late_entry", "cosignature"]
        assert [one["kind"] for one in cosigned["additions"]] == kinds
        assert (cosigned["note"], cosigned["signed"]) == (note["note"], note["signed"])
        read = await play.json("GET", f"/v1/sessions/{note['session']}/note")
        assert read["additions"] == cosigned["additions"]
        verified = await play.json("GET", f"{here}/verification")
        assert verified == {"note": note["id"], "verified": True, "additions": 4}
        actions = [line["action"] for line in (await play.json("GET", "/v1/audit"))["entries"]]
        assert [f"note.{kind}" for kind in kinds] == [
            one for one in actions if one in {f"note.{k}" for k in kinds}
        ]


async def test_a_signed_note_is_not_drafted_again_but_added_to(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        asked = {"format": "dap"}
        refusal = await play.json("POST", f"/v1/sessions/{note['session']}/note/redraft", asked, 409)
        assert refusal["code"] == "already-signed"
        assert "addendum" in refusal["detail"]


async def test_the_signer_does_not_cosign_and_a_draft_is_not_added_to(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        refusal = await play.json("POST", f"/v1/notes/{note['id']}/cosign", SIGNER, 403)
        assert refusal["code"] == "forbidden"
        draft = await written(play)
        here = f"/v1/notes/{draft['id']}"
        for path, body in ((f"{here}/addenda", {**SIGNER, "text": "more"}), (f"{here}/cosign", SUPERVISOR)):
            assert (await play.json("POST", path, body, 409))["code"] == "not-signed"
        assert (await play.json("GET", f"{here}/verification", status=409))["code"] == "not-signed"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {**SIGNER},
        {**SIGNER, "text": ""},
        {**SIGNER, "text": "x" * 20_001},
        {**SIGNER, "text": "x", "kind": "cosignature"},
        {**SIGNER, "text": "x", "name": " "},
        {**SIGNER, "text": "x\u0000"},
    ],
)
async def test_what_is_no_addition_is_refused_and_adds_nothing(server: Serving, body: dict[str, Any]) -> None:
    async with at(server) as play:
        note = await signed(play)
        refusal = await play.json("POST", f"/v1/notes/{note['id']}/addenda", body, 422)
        assert refusal["code"] == "invalid-body"
        verified = await play.json("GET", f"/v1/notes/{note['id']}/verification")
        assert verified["additions"] == 0


async def test_blank_words_are_refused(server: Serving) -> None:
    async with at(server) as play:
        note = await signed(play)
        body = {**SIGNER, "text": " \n "}
        assert (await play.json("POST", f"/v1/notes/{note['id']}/addenda", body, 400))["code"] == "bad-input"
