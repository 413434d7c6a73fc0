"""Two people in real Chromium hold a session; afterwards it is written down, signed and forgotten."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import jiwer
import pytest

from tests.media.fake_microphone import CANARY, short_conversation
from tests.support.session_story import CLIENT, CLINICIAN, CREDENTIAL, STRUCK_WORDS, TYPED_CANARY, Story, play

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(600)]

LEAST_FRAMES = 30
LEAST_AUDIO_ENERGY = 0.001
WORST_WORD_ERROR_RATE = 0.25
"""Coarse on purpose: this asks whether the right words came, the benchmarks ask how well."""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z']+", text.lower()))


@pytest.fixture(scope="module")
def story() -> Iterator[Story]:
    """The session, played once for all tests of this file."""
    with tempfile.TemporaryDirectory(prefix="attune-story-") as home:
        yield asyncio.run(play(Path(home)))


@pytest.mark.parametrize("who", ["clinician", "client"])
def test_each_sees_the_others_moving_picture(story: Story, who: str) -> None:
    before, after = story.received[who]
    assert after.frames_decoded - before.frames_decoded >= LEAST_FRAMES
    others = [video for video in story.videos[who] if video["width"] > 0 and not video["paused"]]
    assert len(others) >= 2, "the other's picture and one's own"


@pytest.mark.parametrize("who", ["clinician", "client"])
def test_each_hears_the_others_voice(story: Story, who: str) -> None:
    before, after = story.received[who]
    assert after.audio_energy - before.audio_energy > LEAST_AUDIO_ENERGY


@pytest.mark.parametrize("who", ["clinician", "client"])
def test_each_microphone_is_sent_to_the_other_and_to_the_ear(story: Story, who: str) -> None:
    _, after = story.received[who]
    assert after.audio_senders == 2
    assert after.audio_packets_sent > 100


def test_words_appear_while_they_are_spoken(story: Story) -> None:
    assert story.partials_seen > 0


@pytest.mark.parametrize(("speaker", "role"), [(CLINICIAN, "clinician"), (CLIENT, "client")])
def test_the_clinician_reads_each_speakers_words_under_their_name(
    story: Story, speaker: str, role: str
) -> None:
    turns = short_conversation()["turns"]
    said = " ".join(turn["text"] for turn in turns if turn["role"] == role)
    shown = " ".join(line.text for line in story.shown if line.speaker == speaker and line.final)
    errors = jiwer.wer(_plain(said), _plain(shown))
    assert errors <= WORST_WORD_ERROR_RATE, f"{errors:.0%} of the words of the {role} are wrong"


def test_what_the_client_said_is_never_put_in_the_clinicians_mouth(story: Story) -> None:
    speakers = {line.speaker for line in story.shown if "marmalade" in line.text.lower()}
    assert speakers == {CLIENT}


def test_the_screen_shows_the_transcript_the_server_keeps(story: Story) -> None:
    kept = {segment["id"]: (segment["speaker"], segment["text"]) for segment in story.transcript["segments"]}
    shown = {line.segment: (line.speaker, line.text) for line in story.shown if line.final}
    assert shown.items() <= kept.items()
    starts = [segment["start"] for segment in story.transcript["segments"]]
    assert starts == sorted(starts)
    assert all(segment["final"] for segment in story.transcript["segments"])


def test_a_struck_passage_is_gone_from_the_transcript(story: Story) -> None:
    before = {segment["id"] for segment in story.transcript["segments"]}
    after = {segment["id"] for segment in story.after_strike["segments"]}
    assert before - after == {story.struck}
    assert STRUCK_WORDS not in str(story.after_strike).lower()


def test_the_note_is_a_soap_note_resting_on_what_was_said(story: Story) -> None:
    note = story.note["note"]
    assert note["format"] == "soap"
    assert [section["title"] for section in note["sections"]] == [
        "Subjective",
        "Objective",
        "Assessment",
        "Plan",
    ]
    known = {segment["id"] for segment in story.after_strike["segments"]}
    sentences = [sentence for section in note["sections"] for sentence in section["sentences"]]
    assert sentences
    for sentence in sentences:
        assert sentence["evidence"], sentence["text"]
        assert set(sentence["evidence"]) <= known
    assert STRUCK_WORDS not in str(note).lower()


def test_a_denied_risk_is_told_as_denied(story: Story) -> None:
    """A recogniser short of time may mishear whom a question is about: then it stays unclear."""
    found = [(risk["kind"], risk["status"]) for risk in story.note["note"]["risk"] if risk["evidence"]]
    heard = [line["text"] for line in story.transcript["segments"]]
    if any("harming yourself" in text for text in heard):
        assert found == [("self-harm", "denied")], heard
    else:
        assert {status for _, status in found} in ({"denied"}, {"unclear"}, {"denied", "unclear"}), (
            found,
            heard,
        )


def test_signing_locks_the_note_under_the_clinicians_name(story: Story) -> None:
    assert story.signed["status"] == "signed"
    assert (story.signed["signed"]["name"], story.signed["signed"]["credential"]) == (CLINICIAN, CREDENTIAL)
    assert story.session_after["state"] == "signed"


def test_signing_destroys_the_transcript_and_leaves_a_receipt(story: Story) -> None:
    assert story.transcript_status == 410
    assert story.transcript_problem["code"] == "transcript-destroyed"
    assert story.session_after["transcript"]["state"] == "destroyed"
    assert story.session_after["transcript"]["receipt"] in {receipt["id"] for receipt in story.receipts}


def test_the_words_were_in_memory_while_the_session_lived(story: Story) -> None:
    """Without this the next test would show nothing: the search does find what is there."""
    assert story.living_traces


def test_no_process_remembers_the_words_after_signing(story: Story) -> None:
    assert not story.traces, "\n".join(str(trace) for trace in story.traces)


def test_nothing_spoken_or_typed_ever_came_to_a_disk_in_the_clear(story: Story) -> None:
    assert not story.findings.complaints
    assert TYPED_CANARY not in story.log
    assert CANARY not in story.log.lower()


def test_no_temporary_file_was_ever_made(story: Story) -> None:
    temporary = [path for path in story.findings.appeared if "temporary" in path.parts]
    assert not temporary


def test_nothing_but_databases_and_keys_came_to_stand_in_the_data_folder(story: Story) -> None:
    known = {".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".sqlite3-journal", ".key", ".lock"}
    strange = [
        path
        for path in story.findings.appeared
        if "data" in path.parts and path.suffix not in known and path.suffix
    ]
    assert not strange


def test_nobody_outside_the_house_was_asked_for_anything(story: Story) -> None:
    origins = {
        f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in story.requests if url.startswith("http")
    }
    assert origins == {story.origin}


def test_the_pages_ran_without_an_error(story: Story) -> None:
    assert not story.trouble


def test_names_are_in_no_log_and_in_no_address(story: Story) -> None:
    for name in (CLINICIAN, CLIENT, CLIENT.split()[1]):
        assert name not in story.log
        assert not [url for url in story.requests if name.split()[-1].lower() in url.lower()]
