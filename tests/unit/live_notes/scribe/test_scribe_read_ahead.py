"""Lines are read while the call goes on, and what was read goes with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from live_notes import (
    Draft,
    DraftSpec,
    EvidenceLine,
    MaskedTranscript,
    NoteFormat,
    Preferences,
    Scribe,
    Speaking,
    read_ahead,
)
from live_notes.drafting.embedded.drafter import draft_embedded
from live_notes.drafting.errors import DraftRefused
from live_notes.drafting.language.remembered import Memory, remembering
from live_notes.read_ahead import ReadAhead
from retention.clock import FrozenClock
from tests.support.name_masker import NameMasker
from tests.support.segments import segment
from wire import Role, Segment

TALK = (
    (Role.CLINICIAN, "How have you been sleeping since the move?"),
    (Role.CLIENT, "I've, um, I have been waking up at four. And I lie there."),
    (Role.CLINICIAN, "I'd like you to write down each night this week."),
    (Role.CLIENT, "Okay, sure. I'll do that every evening."),
)
SPEC = DraftSpec(NoteFormat.SOAP, Preferences())


SEGMENTS = [segment(number, role, text) for number, (role, text) in enumerate(TALK)]


def line(of: Segment) -> EvidenceLine:
    return EvidenceLine(of.id, of.track, Speaking.CLIENT, of.start, of.end, of.text)


async def listening() -> Scribe:
    scribe = Scribe(FrozenClock())
    for one in SEGMENTS:
        scribe.receive(one)
    return scribe


async def test_the_note_is_the_same_whether_its_lines_were_read_before_or_not() -> None:
    late, early = await listening(), await listening()
    await early.catch_up()
    assert [section.sentences for section in (await early.draft(SPEC)).sections] == [
        section.sentences for section in (await late.draft(SPEC)).sections
    ]


def kept(ahead: ReadAhead) -> str:
    """All texts that are held anywhere in it."""
    found = [(text, *(one if isinstance(one, tuple) else (one,))) for (_, text), one in ahead.found.items()]
    keys = [text for texts in ahead._with.values() for _, text in texts]
    texts = [one for texts in found for one in texts if isinstance(one, str)]
    return str([*texts, *keys, *ahead._read.values()])


def now_of(*segments: Segment) -> Callable[[str], Segment | None]:
    return lambda id_: next((one for one in segments if one.id == id_), None)


async def test_a_line_is_read_once_and_anew_when_its_words_changed() -> None:
    ahead, one = ReadAhead(), SEGMENTS[1]
    assert not ahead.has_read(one.id, one.text)
    await ahead.read([line(one)], now_of(one))
    assert ahead.has_read(one.id, one.text)
    assert "I have been waking up at four." in kept(ahead)
    other = segment(1, Role.CLIENT, "I sleep well.")
    assert not ahead.has_read(other.id, other.text)
    ahead.forget([other.id])
    await ahead.read([line(other)], now_of(other))
    assert "I sleep well." in kept(ahead)
    assert "four" not in kept(ahead)


async def test_a_sentence_is_read_over_the_lines_that_it_was_spoken_in() -> None:
    begun, ended = segment(1, Role.CLIENT, "I lie there and"), segment(2, Role.CLIENT, "think of work.")
    ahead = ReadAhead()
    await ahead.read([line(begun), line(ended)], now_of(begun, ended))
    assert "I lie there and think of work." in kept(ahead)


@pytest.mark.parametrize("now", [None, segment(1, Role.CLIENT, "I sleep well.")])
async def test_what_was_struck_or_corrected_while_it_was_read_is_not_kept(now: Segment | None) -> None:
    ahead = ReadAhead()
    await ahead.read([line(SEGMENTS[0]), line(SEGMENTS[1])], now_of(SEGMENTS[0], *([now] if now else [])))
    assert not ahead.found
    assert repr(ahead) == "<ReadAhead 0 lines>"


async def test_no_word_outlives_its_line() -> None:
    ahead = ReadAhead()
    for at in range(len(SEGMENTS)):
        await ahead.read([line(one) for one in SEGMENTS[: at + 1]], now_of(*SEGMENTS))
    ahead.forget(["seg-1", "seg-7"])
    assert "four" not in kept(ahead)
    assert "sleeping since the move" in kept(ahead)
    ahead.clear()
    assert not ahead.found


async def test_a_line_that_cannot_be_read_holds_up_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("waking up at four")

    monkeypatch.setattr(read_ahead, "candidates", fails)
    ahead = ReadAhead()
    with capture_logs() as logs:
        await ahead.read([line(SEGMENTS[1])], now_of(*SEGMENTS))
    assert ahead.has_read("seg-1", SEGMENTS[1].text), "it is not tried for ever"
    assert [one["error"] for one in logs] == ["RuntimeError"]
    assert "four" not in str(logs)


async def test_nearly_all_that_a_note_asks_of_the_words_was_found_while_they_were_spoken() -> None:
    scribe = await listening()
    await scribe.catch_up()
    memory = Memory(scribe._ahead.found)
    with remembering(memory):
        draft_embedded(scribe.masked_transcript(), SPEC)
    assert len(memory.own) * 10 <= len(scribe._ahead.found)


async def test_a_scribe_forgets_what_it_read_with_the_line() -> None:
    scribe = await listening()
    await scribe.catch_up()
    assert "four" in kept(scribe._ahead)
    scribe.strike(["seg-1"])
    await scribe.correct("seg-0", "How is the pain?")
    assert "four" not in kept(scribe._ahead)
    assert "sleeping" not in kept(scribe._ahead)
    scribe.clear()
    assert not scribe._ahead.found


async def test_a_processor_s_draft_waits_for_masking_and_for_no_reading_ahead() -> None:
    shown: list[MaskedTranscript] = []

    class Asked:
        name = "asked"

        async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
            shown.append(transcript)
            raise DraftRefused("not today")

    scribe = Scribe(FrozenClock(), NameMasker())
    for one in SEGMENTS:
        scribe.receive(one)
    await scribe.draft(SPEC, Asked())
    assert len(shown[0].lines) == len(SEGMENTS)
    assert not scribe._ahead.found
