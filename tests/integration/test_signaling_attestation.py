"""A note that a check objects to is signed only over each objection, confirmed one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from signaling.notebook import needed_attestations, whole_note
from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded
from wire import browser as b

WORDS = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "My sister says that I should look for another job, and I think that she is right.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the module."""
    with threaded(tmp_path_factory.mktemp("attestation")) as serving:
        yield serving


async def drafted(play: Play) -> tuple[str, dict[str, Any]]:
    """A session with a draft: its address and its note."""
    worker = await play.worker()
    session = await play.session()
    doctor, anna, _, _ = await play.couple(session)
    _, track = await play.listening(doctor, anna)
    for number, text in enumerate(WORDS):
        await worker.hear(track, text, 1.0 + 6 * number)
    for _ in WORDS:
        await doctor.until(b.Heard, lambda m: m.segment.final)
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    address = f"/v1/sessions/{session['id']}/note"
    return address, await play.json("GET", address)


async def test_a_flagged_sentence_is_signed_only_when_attested(
    server: Serving, capfd: pytest.CaptureFixture[str]
) -> None:
    async with at(server) as play:
        address, kept = await drafted(play)
        note = kept["note"]
        where = next(i for i, section in enumerate(note["sections"]) if section["sentences"])
        changed = note["sections"][where]["sentences"][0]
        changed["text"] = f"{changed['text']} 7 times."
        kept = await play.json("PUT", address, {"version": kept["version"], "note": note})
        note = kept["note"]
        changed = note["sections"][where]["sentences"][0]
        assert "number-not-in-evidence" in changed["flags"]
        changed["flags"], note["risk"], note["drafter"] = [], [], "somebody else"  # not theirs to say
        kept = await play.json("PUT", address, {"version": kept["version"], "note": note})
        assert kept["note"]["drafter"] != "somebody else"
        flagged = kept["note"]["sections"][where]["sentences"][0]
        flags = flagged["flags"]
        assert [why["flag"] for why in flagged["objections"]] == flags
        assert any('the note says "7' in why["reason"] for why in flagged["objections"])
        body = {"version": kept["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
        sign = f"/v1/notes/{kept['id']}/sign"

        refused = await play.json("POST", sign, body, 409)
        assert refused["code"] == "attestation-missing"
        wanted = [f"{flag}:{where + 1}.1" for flag in flags]
        assert all(one in refused["detail"] for one in wanted)
        assert (await play.json("GET", address))["status"] == "draft"

        signed = await play.json("POST", sign, {**body, "attestations": ["reviewed", *wanted]})
        assert signed["note"]["status"] == "signed"
        sentences = [one for section in signed["note"]["note"]["sections"] for one in section["sentences"]]
        assert flags in [one["flags"] for one in sentences], "the flags are part of the record"
        assert not any("objections" in one for one in sentences), "what they quote is not"
        assert 'the note says "7' not in str(await play.json("GET", "/v1/audit"))
        assert 'the note says "7' not in capfd.readouterr().err, "the log has none of it"


async def test_a_redrafted_section_and_a_destroyed_transcript_keep_the_reasons(server: Serving) -> None:
    async with at(server) as play:
        address, kept = await drafted(play)
        note = kept["note"]
        where = next(i for i, section in enumerate(note["sections"]) if section["sentences"])
        first = note["sections"][where]["sentences"][0]
        first["text"] = f"{first['text']} 7 times."
        await play.json("PUT", address, {"version": kept["version"], "note": note})
        other = next(one["title"] for at, one in enumerate(note["sections"]) if at != where)
        await play.json("POST", f"{address}/redraft", {"section": other})
        await play.json("DELETE", address.replace("/note", "/transcript"))
        left = (await play.json("GET", address))["note"]["sections"][where]["sentences"][0]
        assert [why["flag"] for why in left["objections"]] == left["flags"]


async def test_a_clinician_can_have_the_transcript_destroyed_before_signing(server: Serving) -> None:
    async with at(server) as play:
        address, kept = await drafted(play)
        transcript = address.replace("/note", "/transcript")
        receipt = (await play.json("DELETE", transcript))["receipt"]
        assert receipt["why"] == "requested"
        assert (await play.json("DELETE", transcript))["receipt"]["id"] == receipt["id"]
        assert (await play.json("GET", transcript, status=410))["code"] == "transcript-destroyed"
        assert (await play.json("GET", address))["note"] == kept["note"]


async def test_an_edit_that_is_no_note_is_refused_and_changes_nothing(server: Serving) -> None:
    async with at(server) as play:
        address, kept = await drafted(play)
        broken = {"sections": "purple marmalade umbrella"}
        refused = await play.json("PUT", address, {"version": kept["version"], "note": broken}, 422)
        assert refused["code"] == "invalid-body"
        assert "marmalade" not in str(refused)
        assert await play.json("GET", address) == kept


def test_attestations_count_sections_and_sentences_from_one() -> None:
    content = {
        "sections": [
            {"title": "Subjective", "sentences": [{"text": "a", "flags": []}]},
            {
                "title": "Plan",
                "sentences": [{"text": "b"}, {"text": "c", "flags": ["one", "two"]}],
            },
        ]
    }
    assert needed_attestations(content) == {"one:2.2", "two:2.2"}
    assert needed_attestations({}) == set()


@pytest.mark.parametrize("content", [{}, {"sections": []}, {"format": "soap", "sections": [{"title": 3}]}])
def test_only_a_whole_note_counts_as_one(content: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="form of one"):
        whole_note(content)
