"""Lines are read while the call goes on, and what was read goes with them."""

from __future__ import annotations

import pytest

from live_notes import DraftSpec, EvidenceLine, NoteFormat, Preferences, Scribe, Speaking
from live_notes.read_ahead import ReadAhead
from retention.clock import FrozenClock
from wire import Role, Segment

TALK = (
    (Role.CLINICIAN, "How have you been sleeping since the move?"),
    (Role.CLIENT, "I've, um, I have been waking up at four. And I lie there."),
    (Role.CLINICIAN, "I'd like you to write down each night this week."),
    (Role.CLIENT, "Okay, sure. I'll do that every evening."),
)
SPEC = DraftSpec(NoteFormat.SOAP, Preferences())


def segment(number: int, role: Role, text: str) -> Segment:
    return Segment(
        id=f"seg-{number}",
        track=f"t-{role}",
        speaker="Robin",
        role=role,
        start=number * 5.0,
        end=number * 5.0 + 4,
        text=text,
        final=True,
    )


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


async def test_a_line_is_read_once_and_anew_when_its_words_changed() -> None:
    ahead, one = ReadAhead(), SEGMENTS[1]
    await ahead.read(line(one), lambda _: one)
    first = ahead.units
    await ahead.read(line(one), lambda _: one)
    assert [unit.exact for unit in first] == ["I've, um, I have been waking up at four.", "And I lie there."]
    assert all(old is new for old, new in zip(first, ahead.units, strict=True))
    other = segment(1, Role.CLIENT, "I sleep well.")
    await ahead.read(line(other), lambda _: other)
    assert [unit.exact for unit in ahead.units] == ["I sleep well."]


@pytest.mark.parametrize("now", [None, segment(1, Role.CLIENT, "I sleep well.")])
async def test_what_was_struck_or_corrected_while_it_was_read_is_not_kept(now: Segment | None) -> None:
    ahead = ReadAhead()
    await ahead.read(line(SEGMENTS[1]), lambda _: now)
    assert ahead.units == []
    assert repr(ahead) == "<ReadAhead 0 lines>"


async def test_no_word_outlives_its_line() -> None:
    ahead = ReadAhead()
    for one in SEGMENTS:
        await ahead.read(line(one), lambda id_: next(s for s in SEGMENTS if s.id == id_))
    ahead.forget(["seg-1", "seg-7"])
    assert not any("four" in unit.exact for unit in ahead.units)
    ahead.clear()
    assert ahead.units == []


async def test_a_scribe_forgets_what_it_read_with_the_line() -> None:
    scribe = await listening()
    await scribe.catch_up()
    assert "four" in str([unit.exact for unit in scribe._ahead.units])
    scribe.strike(["seg-1"])
    await scribe.correct("seg-0", "How is the pain?")
    left = str([unit.exact for unit in scribe._ahead.units])
    assert "four" not in left
    assert "sleeping" not in left
    scribe.clear()
    assert scribe._ahead.units == []
