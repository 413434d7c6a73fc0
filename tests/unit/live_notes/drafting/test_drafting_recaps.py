"""What a clinician only tells over, points the way with, or leads a question in with."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.hearing.cleaning import clean, fluent
from live_notes.drafting.embedded.planning.here_words import leads_here
from live_notes.drafting.embedded.planning.no_step_words import sets_nothing
from live_notes.drafting.embedded.planning.recaps import leaves_its_verb
from live_notes.drafting.embedded.telling.reported import Voice
from live_notes.drafting.preferences import Preferences, PronounChoice
from tests.support.dialogues import drafted_with, texts

VOICE = Voice(None, Preferences(pronouns=PronounChoice.THEY).pronoun_forms)


async def note_of(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns, note_format=NoteFormat.BIRP)))


@pytest.mark.parametrize(
    "said",
    [
        "In the spring you'd have walked out, on Monday you stayed till the end.",
        "There's a lot in that, isn't there, we might come back to.",
        "There's a nice one down the road, not the one with the parrot.",
        "And there's the part of you that says only one more biscuit.",
    ],
)
async def test_what_is_told_over_is_neither_a_step_nor_a_finding(said: str) -> None:
    whole = await note_of(
        ("c", "I stayed in the meeting on Monday and I spoke twice."), ("t", said), ("c", "Aye.")
    )
    assert said.split(",", maxsplit=1)[0].removeprefix("And ") not in whole
    assert "observed that there's" not in whole


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("On Monday you'd ring the clinic, and next week I'd like you to keep the diary.", "diary"),
        ("Keep the diary every evening, and bring it next time.", "diary"),
    ],
)
async def test_a_step_stays_a_step(said: str, told: str) -> None:
    assert told in await note_of(("c", "I stayed in the meeting."), ("t", said), ("c", "Okay."))


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("So let's do the chain on Saturday.", True),
        ("Let's go through the argument from Monday.", True),
        ("Let's do the chain again on your own every night.", False),
        ("Let's meet on Saturday.", False),
    ],
)
def test_going_over_a_day_is_done_here(said: str, here: bool) -> None:
    assert leads_here(said) is here


def test_what_somebody_did_is_no_step_for_an_if_of_theirs() -> None:
    assert sets_nothing("And you took the bike, and you weren't sure if you should go back.")
    assert not sets_nothing("You took the bike, and you should do it again on Friday.")


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("I wonder whether you're afraid that I do.", True),
        ("I wonder if you think that she would.", True),
        ("I wonder whether you're afraid of that.", False),
        ("I wonder if you are tired.", False),
    ],
)
def test_a_verb_that_is_left_out_is_seen(said: str, leaves: bool) -> None:
    assert leaves_its_verb(said) is leaves


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("So you did nights when in the week?", None),
        ("You were seeing her how often?", None),
        ("How often would you say?", "how often"),
        ("Did you sleep when you got home?", "whether they slept when they got home"),
    ],
)
def test_a_question_asked_in_its_place_is_quoted(asked: str, put: str | None) -> None:
    assert asked_within(asked, VOICE) == put


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("With the, um, it was a bread knife.", "With the, it was a bread knife."),
        ("It went dead. Um. Then he sang.", "It went dead. Then he sang."),
        ("I got A, A, B in the summer.", "I got A, A, B in the summer."),
        ("But I'm, my knee is going.", "But I'm, my knee is going."),
        ("I started to notice, um, the lamps.", "I started to notice the lamps."),
        ("I'm, um, tired.", "I'm tired."),
    ],
)
def test_a_quotation_reads_without_its_sounds(said: str, kept: str) -> None:
    assert fluent(said) == kept


def test_what_is_spelt_big_is_no_sound_and_gotta_is_written_out() -> None:
    assert "MMM" in clean("It was the MMM scheme, um, the big one.")
    assert clean("I've gotta ring them.") == "I've got to ring them."
