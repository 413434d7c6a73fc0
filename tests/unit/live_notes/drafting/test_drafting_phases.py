"""An EMDR note tells a phase where it took place, and says so where it did not."""

from __future__ import annotations

import pytest

from live_notes import Note, NoteFormat
from tests.support.dialogues import drafted_with, texts

EMDR = NoteFormat.EMDR
UNFINISHED = (
    ("c", "I had two bad dreams on the boat and my stomach was in knots all week."),
    ("t", "We'll watch that, with the eye movements. Any thoughts of ending your life?"),
    ("c", "No, none, not ever."),
    ("t", "Before we start, what was your safe place?"),
    ("c", "The harbour wall at Kinsale, in the early morning."),
    ("t", "And the stop signal?"),
    ("c", "Two fingers up, like this."),
    ("t", "So bring up the fire. Which image is the worst part of it?"),
    ("c", "The curtain going up, and the cat under it."),
    ("t", "What words go best with that, something negative about yourself?"),
    ("c", "I let them down. Or I'm a coward. No, I'm weak."),
    ("t", "I'm weak."),
    ("c", "That's the one."),
    ("t", "And what would you rather believe about yourself?"),
    ("c", "That I got out what I could get out."),
    ("t", "How true does that feel now, from one to seven?"),
    ("c", "In my head a five. Down here a two."),
    ("t", "What emotion comes with it?"),
    ("c", "Shame, and a kind of dread."),
    ("t", "How disturbing is it, zero to ten?"),
    ("c", "Nine. No, eight."),
    ("t", "Where do you feel it in your body?"),
    ("c", "My shoulders, and behind my eyes."),
    ("t", "Hold that and follow my fingers."),
    ("c", "I see the stairs and I'm not moving."),
    ("t", "Go with that."),
    ("c", "My chest is tight and I smell the smoke."),
    ("t", "Notice that."),
    ("c", "I did carry the small one down, I had forgotten it."),
    ("t", "When you go back to the fire, what's the number?"),
    ("c", "It's a four."),
    ("t", "There's more to do, so we'll leave it there today. We won't do the positive belief yet."),
    ("c", "Okay."),
    ("t", "And no body scan today. Put what's left in your container."),
    ("c", "It's in the lifeboat, with the lid tied down."),
)


async def unfinished() -> Note:
    return await drafted_with(*UNFINISHED, note_format=EMDR)


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("knots", "History and target"),
        ("Kinsale", "Preparation"),
        ("curtain", "Assessment of the target"),
        ("I'm weak", "Assessment of the target"),
        ("got out what I could", "Assessment of the target"),
        ("Down here a two", "Assessment of the target"),
        ("dread", "Assessment of the target"),
        ("No, eight", "Assessment of the target"),
        ("behind my eyes", "Assessment of the target"),
        ("chest", "Desensitization"),
        ("then 4", "Desensitization"),
        ("lifeboat", "Closure and plan"),
    ],
)
async def test_what_is_said_before_between_and_after_the_sets_stands_there(words: str, section: str) -> None:
    note = await unfinished()
    assert words in " ".join(texts(note, section))


@pytest.mark.parametrize("section", ["Installation", "Body scan"])
async def test_a_phase_that_was_put_off_is_told_as_not_done(section: str) -> None:
    note = await unfinished()
    part = next(one for one in note.sections if one.title == section)
    assert not part.sentences
    assert part.statement == "Not done in this session."


async def test_a_session_that_only_strengthens_a_calm_place_desensitizes_nothing() -> None:
    note = await drafted_with(
        ("c", "I had two flashbacks on the tram and my chest was tight both times."),
        ("t", "Today we only make you stronger. Which calm place did you pick?"),
        ("c", "My nan's kitchen in Kingston, with the radio on."),
        ("t", "Notice that."),
        ("c", "My shoulders have come right down, that is lovely."),
        note_format=EMDR,
    )
    for section in ("Desensitization", "Installation", "Body scan", "Assessment of the target"):
        assert not texts(note, section)
    assert "Kingston" in " ".join(texts(note, "Preparation"))
    assert "flashbacks" in " ".join(texts(note, "History and target"))


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("Let's change to taps, then.", True),
        ("Would you prefer the buzzers?", True),
        ("We can switch over to the tones.", True),
        ("Turn off the taps before you go out.", False),
        ("I prefer the blue chair myself.", False),
    ],
)
async def test_another_kind_of_stimulation_is_told(words: str, done: bool) -> None:
    note = await drafted_with(
        ("c", "The light is making my head swim, I feel sick."),
        ("t", words),
        ("c", "I think that would be better for me."),
        note_format=NoteFormat.BIRP,
    )
    told = " ".join(text for section in note.sections for text in texts(note, section.title))
    assert ("another kind of stimulation" in told) is done
