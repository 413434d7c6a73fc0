"""Legal holds between a clinician over HTTP and an operator at the store: what everybody is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from retention import SessionId
from tests.integration.signaling_drafted import WORDS, Drafted, sentences
from tests.integration.signaling_play import Play, playing
from tests.integration.signaling_signed import signing
from tests.support.waiting import eventually
from wire import browser as b

OPERATOR = "operator"
CASE = {"reason": "case-7"}


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with playing(tmp_path / "folder", legal_hold=True, sweep_seconds=0.2) as opened:
        yield opened


def holds(play: Play) -> Any:
    return play.served.node.house.memory.holds


async def held(play: Play) -> tuple[Drafted, str]:
    """A drafted session under a hold that the clinician asked for and the operator agreed to."""
    drafted = await Drafted.prepare(play)
    here = f"/v1/sessions/{drafted.session}"
    assert (await play.json("GET", f"{here}/hold"))["state"] == "none"
    asked = await play.json("PUT", f"{here}/hold", CASE)
    assert (asked["state"], asked["asked_by"], asked["reason"]) == ("asked", "clinician", "case-7")
    await holds(play).place(SessionId(drafted.session), "case-7", OPERATOR)
    assert (await play.json("GET", f"{here}/hold"))["held_by"] == OPERATOR
    assert (await play.json("GET", here))["transcript"]["warning"] == "held"
    return drafted, here


async def released(play: Play, drafted: Drafted, here: str) -> None:
    """The operator asks for the end, the clinician agrees."""
    await holds(play).release(SessionId(drafted.session), OPERATOR)
    assert (await play.json("GET", f"{here}/hold"))["state"] == "release_asked"
    assert (await play.json("DELETE", f"{here}/hold"))["state"] == "none"
    await play.json("GET", f"{here}/transcript", status=410)


async def signed(play: Play, drafted: Drafted) -> dict[str, Any]:
    kept = await drafted.read()
    body = signing(kept)
    answered: dict[str, Any] = await play.json("POST", f"/v1/notes/{kept['id']}/sign", body)
    return answered


async def withdrawn(play: Play, drafted: Drafted, here: str) -> None:
    """The client withdraws by their link, and is told that what was said is held."""
    bearer = {"Authorization": f"Bearer {drafted.token}"}
    body = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
    async with play.http.post(f"{here}/consent", json=body, headers=bearer) as response:
        assert (response.status, (await response.json())["code"]) == (409, "legally-held")
    async with play.http.get(f"{here}/fate", headers=bearer) as response:
        fate = await response.json()
        assert (fate["state"], fate["held"], fate["receipts"]) == ("living", True, [])


async def test_a_note_is_signed_under_a_hold_and_its_words_go_when_that_ends(play: Play) -> None:
    drafted, here = await held(play)
    answered = await signed(play, drafted)
    assert (answered["note"]["status"], answered["receipt"]) == ("signed", None)
    assert (await play.json("GET", f"{here}/transcript"))["segments"]
    assert (await play.json("GET", f"{here}/hold"))["owed"] == "signed"
    await withdrawn(play, drafted, here)  # also then: nothing was destroyed with the signature
    await released(play, drafted, here)
    (receipt,) = (await play.json("GET", f"/v1/receipts?session={drafted.session}"))["receipts"]
    assert receipt["why"] == "signed"
    entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
    owed = [one["purpose"] for one in entries if one["action"] == "transcript.owed"]
    assert owed == ["signed", "withdrawn"]


async def test_a_request_is_refused_owed_and_done_at_the_end(play: Play) -> None:
    drafted, here = await held(play)
    assert (await play.json("DELETE", f"{here}/transcript", status=409))["code"] == "legally-held"
    segment = (await play.json("GET", f"{here}/transcript"))["segments"][0]["id"]
    struck = await play.json("POST", f"{here}/transcript/strike", {"segments": [segment]}, 409)
    assert struck["code"] == "legally-held"
    assert len((await play.json("GET", f"{here}/transcript"))["segments"]) == len(WORDS)
    await released(play, drafted, here)


async def test_a_client_who_withdraws_is_told_what_is_kept_and_the_draft_is_cleared_at_once(
    play: Play,
) -> None:
    drafted, here = await held(play)
    await withdrawn(play, drafted, here)
    assert sentences(await drafted.read()) == []
    assert "under a legal hold" in (await drafted.read())["note"]["drafter_notice"]
    consents = (await play.json("GET", f"{here}/consent"))["consents"]
    assert consents[-1]["decision"] == "withdraw", "it is on record all the same"
    assert drafted.session not in play.served.node.house.conversations.living
    again = await play.json("POST", f"{here}/note/redraft", {"format": "dap"}, 410)
    assert again["code"] == "transcript-destroyed", "nothing is drafted from what somebody took back"
    await released(play, drafted, here)
    (receipt,) = (await play.json("GET", f"/v1/receipts?session={drafted.session}"))["receipts"]
    assert receipt["why"] == "withdrawn"


async def test_the_policy_tells_of_holds_that_outlive_the_switch(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder", legal_hold=True) as play:
        await held(play)
    async with playing(tmp_path / "folder", legal_hold=False) as play:
        asked = {"Accept": "application/json"}
        async with play.http.get("/policy", headers=asked) as answer:
            assert (await answer.json())["transcript"]["legal_hold"] is True


async def test_a_withdrawal_in_a_held_call_ends_in_a_statement(play: Play) -> None:
    worker = await play.worker()
    session = await play.session()
    here = f"/v1/sessions/{session['id']}"
    doctor, anna, _, _ = await play.couple(session)
    _, track = await play.listening(doctor, anna)
    await worker.hear(track, WORDS[0], 1.0)
    await doctor.until(b.Heard, lambda m: m.segment.final)
    await play.json("PUT", f"{here}/hold", CASE)
    await holds(play).place(SessionId(session["id"]), "case-7", OPERATOR)
    await anna.agree(b.Decision.WITHDRAW)
    await doctor.status("stopped", "withdrawn")
    await doctor.say(b.End())
    ready = await doctor.until(b.NoteReady)
    assert ready.status == "insufficient"
    note = await play.json("GET", f"{here}/note")
    assert "under a legal hold" in note["statement"]
    assert (await play.json("GET", here))["transcript"]["warning"] == "held"


async def test_an_end_decided_on_another_state_is_refused(play: Play) -> None:
    drafted, here = await held(play)
    await holds(play).release(SessionId(drafted.session), OPERATOR)
    stale = await play.json("DELETE", f"{here}/hold?seen=held", status=409)
    assert stale["code"] == "stale-version"
    assert (await play.json("GET", f"{here}/hold"))["state"] == "release_asked"
    assert (await play.json("DELETE", f"{here}/hold?seen=release_asked"))["state"] == "none"


async def test_a_release_at_the_store_reaches_a_working_server(play: Play) -> None:
    drafted, here = await held(play)
    await play.json("DELETE", f"{here}/transcript", status=409)
    await play.json("GET", f"{here}/transcript")
    await play.json("DELETE", f"{here}/hold")
    await holds(play).release(SessionId(drafted.session), OPERATOR)
    living = play.served.node.house.conversations.living

    async def forgotten() -> bool:
        return drafted.session not in living

    await eventually(forgotten, "the words leave the server's memory")
    await play.json("GET", f"{here}/transcript", status=410)


async def test_only_codes_are_reasons_and_switched_off_nothing_can_be_asked_for(
    play: Play, tmp_path: Path
) -> None:
    session = await play.session()
    where = f"/v1/sessions/{session['id']}/hold"
    for reason in ("", "because of Mr Smith", "a" * 65):
        assert (await play.json("PUT", where, {"reason": reason}, 422))["code"] == "invalid-body"
    assert (await play.json("PUT", where, CASE, 404))["code"] == "not-found"
    await play.json("DELETE", where, status=404)
    assert (await play.json("GET", "/v1/me"))["legal_hold"] is True
    async with playing(tmp_path / "other") as without:
        session = await without.session()
        where = f"/v1/sessions/{session['id']}/hold"
        assert (await without.json("PUT", where, CASE, 403))["code"] == "forbidden"
        assert (await without.json("GET", "/v1/me"))["legal_hold"] is False
