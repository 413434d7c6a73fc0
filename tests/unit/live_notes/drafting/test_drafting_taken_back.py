"""What a client says they did and takes back when asked of it is not told as done."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.answering.taken_back import is_taken_back
from live_notes.drafting.embedded.hearing.units import units_of
from tests.support.dialogues import drafted_with, said, texts


@pytest.mark.parametrize(
    ("claim", "echo", "then"),
    [
        (
            "I did use the cold pack.",
            "You used the cold pack?",
            "It was in a drawer. It was locked. So I didn't.",
        ),
        ("I rang my sponsor.", "You rang him?", "Well, I looked his number up. But I never did."),
        ("I wrote it all down.", "You did?", "I meant to. The pen had run out."),
        ("I went in to the pool.", "Into the pool?", "I got to the door. No, I couldn't."),
        ("I asked for the day off.", "Did you?", "I had it typed. I didn't in the end."),
        ("I tried the grounding.", "The grounding?", "I sat down for it. I tried to try."),
    ],
)
def test_a_claim_that_is_taken_back_is_known(claim: str, echo: str, then: str) -> None:
    units = units_of(said(("t", "How did it go?"), ("c", f"Bad. {claim}"), ("t", echo), ("c", then)).lines)
    at = next(unit for unit in units if unit.exact.startswith(claim[:8]))
    assert is_taken_back(units, at)


@pytest.mark.parametrize(
    ("claim", "echo", "then"),
    [
        ("I did use the cold pack.", "You used the cold pack?", "Twice. It helped."),
        ("I rang my sponsor.", "And what did you do then?", "He asked me over. I didn't."),
        ("I never wrote it down.", "You never wrote it?", "No. So I didn't."),
        ("I went in to the pool.", "How long did you stay in the deep end?", "I couldn't say."),
        ("He asked for the day off.", "He did?", "They never gave it. So I didn't."),
        ("I tried the grounding.", "The grounding?", "Yes, the five things. I didn't like the smells."),
    ],
)
def test_a_claim_that_stands_is_told(claim: str, echo: str, then: str) -> None:
    units = units_of(said(("t", "How did it go?"), ("c", f"Bad. {claim}"), ("t", echo), ("c", then)).lines)
    at = next(unit for unit in units if unit.exact.startswith(claim[:8]))
    assert not is_taken_back(units, at)


async def test_what_is_taken_back_is_told_with_that() -> None:
    note = " ".join(
        texts(
            await drafted_with(
                ("t", "How long was it between the row and the bathroom?"),
                ("c", "About two minutes. I did use the cold pack."),
                ("t", "You used the cold pack?"),
                ("c", "I went for it. I mean my sister was in there, so I couldn't reach it. So I didn't."),
                note_format=NoteFormat.PIE,
            )
        )
    )
    assert "did use the cold pack" not in note
