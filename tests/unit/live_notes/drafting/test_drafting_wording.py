"""What a clinician would not want to read in a note: scraps, stammers, chit-chat, plans that are none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftRequest, draft_from
from live_notes.drafting.embedded.hearing.cleaning import clean
from tests.support.dialogues import drafted_with, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
OPENING = (
    ("client", "I have been sleeping badly for two weeks and I worry about my work every night."),
    ("clinician", "That sounds exhausting, and it makes sense that you are worn out."),
    ("client", "I called in sick twice because I could not get up in the morning."),
)


async def _note(*said: tuple[str, str]) -> dict[str, list[str]]:
    segments = [
        {"id": f"s{number}", "role": role, "text": text}
        for number, (role, text) in enumerate((*OPENING, *said))
    ]
    note = await draft_from(
        DraftRequest(transcript=segments, format="soap", preferences={"detail": "detailed"}), now=NOW
    )
    ids = {segment["id"] for segment in segments}
    drafted = [sentence for section in note.sections for sentence in section.sentences]
    assert all(sentence.evidence and set(sentence.evidence) <= ids for sentence in drafted)
    return {section.title: [sentence.text for sentence in section.sentences] for section in note.sections}


@pytest.mark.parametrize(
    ("said", "never"),
    [
        (("clinician", "Well, let's see."), "see"),
        (("clinician", "Let's try our best."), "best"),
        (("client", "My parents or my friends?"), "friends"),
        (
            ("client", "I told them [unintelligible 00:13:45] about my parents and the house."),
            "unintelligible",
        ),
        (("client", "I was so tired of it, and I feel kinda..."), "kinda"),
        (("clinician", "We can go over your laboratory results at that time."), "observed"),
    ],
)
async def test_scraps_have_no_place_in_a_note(said: tuple[str, str], never: str) -> None:
    written = " ".join(text for texts in (await _note(said)).values() for text in texts)
    assert "sleeping badly" in written
    assert never not in written


async def test_a_clause_that_breaks_off_leaves_the_ones_before_it() -> None:
    note = await _note(("client", "I'm just so tired and worn out at work, and I feel kinda..."))
    assert "Client reported that they are just so tired and worn out at work." in note["Subjective"]


async def test_a_bare_yes_stands_with_what_was_asked_in_full() -> None:
    note = await _note(("clinician", "Did the wine help with the sleep?"), ("client", "No."))
    assert "Client denied that the wine helped with the sleep." in note["Subjective"]


async def test_an_offer_is_not_asked_about_in_the_note() -> None:
    note = await _note(
        ("clinician", "Is there anything I can do about the alcohol before we stop?"), ("client", "No.")
    )
    assert not any("anything I can do" in text for texts in note.values() for text in texts)


async def test_the_next_appointment_stays_a_plan() -> None:
    note = await _note(("clinician", "We'll see you back in a month."), ("client", "Okay."))
    assert any("month" in text for text in note["Plan"])


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("Yeah normally I smoke once in the morning.", "normally I smoke once in the morning."),
        ("Ohh, I just got a terrible headache.", "I just got a terrible headache."),
        ("She may may have a migraine migraine type headache.", "She may have a migraine type headache."),
        ("I don't wanna- I don't wanna let them down.", "I don't want to let them down."),
        ("I moved to Thailand and", "I moved to Thailand"),
        ("I am going to see my doctor.", "I am going to see my doctor."),
        ("It's you know a little sore.", "It's a little sore."),
        ("Do you know what I should do about it?", "Do you know what I should do about it?"),
        ("I'm I'm having trouble sleeping, like, every night.", "I'm having trouble sleeping every night."),
        ("I feel like a failure at work.", "I feel like a failure at work."),
        ("It has hurt for like four days.", "It has hurt for about four days."),
        ("OK. now I want to think about it.", "I want to think about it."),
        ("He said that that was very very hard.", "He said that that was very very hard."),
    ],
)
def test_what_is_said_twice_over_is_written_once(spoken: str, written: str) -> None:
    assert clean(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("Don't get me wrong, I love the kids.", "I love the kids."),
        ("I'm not going to lie, it was a heavy fortnight.", "it was a heavy fortnight."),
        ("To be fair to him, he rang every evening.", "he rang every evening."),
        ("Truth be told, I'm frightened of the surgery.", "I'm frightened of the surgery."),
        ("I can't lie to her face.", "I can't lie to her face."),
        ("Believe me or not, I went.", "Believe me or not, I went."),
    ],
)
def test_what_only_leads_up_to_a_statement_is_not_told(spoken: str, told: str) -> None:
    assert clean(spoken) == told


@pytest.mark.parametrize(
    "spoken",
    [
        "My mother says I've put on weight, which I haven't.",
        "The letter says I was offered a seat, which I wasn't.",
        "My brother promised he would drive me there, but he didn't.",
    ],
)
async def test_a_statement_is_not_told_without_what_takes_it_back(spoken: str) -> None:
    note = " ".join(texts(await drafted_with(("t", "Mm."), ("c", spoken))))
    assert spoken.rpartition(",")[0].split()[-1] not in note or "n't" in note or " not" in note
