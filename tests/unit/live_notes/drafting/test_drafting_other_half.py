"""What a client weighs stands with what they say against it behind it in the same turn."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts


async def told(answer: str) -> str:
    turns = (
        ("t", "Right, let us go on from there."),
        ("c", answer),
        ("t", "Mm-hm."),
    )
    return " ".join(texts(await drafted_with(*turns, note_format=NoteFormat.NARRATIVE)))


@pytest.mark.parametrize(
    ("answer", "half", "other"),
    [
        (
            "I've been thinking of selling the farm. I had it valued in March by a man from Galway. I don't"
            " think I want it. I think I want my brother to ask me to stay.",
            "selling the farm",
            "I don't think I want it. I think I want my brother to ask me to stay.",
        ),
        (
            "I want to move back to my mother's house in Leeds. She has the room ready for me. But I wouldn't"
            " do it.",
            "mother's house in Leeds",
            "But I wouldn't do it.",
        ),
        (
            "I keep thinking about quitting the hospital job altogether. My sister thinks I should. Not"
            " really though.",
            "quitting the hospital job",
            "",
        ),
        (
            "I've been thinking about leaving my husband since the summer. I even rang a solicitor in May. I"
            " don't really mean it.",
            "thinking about leaving",
            "I don't really mean it.",
        ),
        (
            "I was considering giving up the degree this month. Fees are due soon. That's not what I want.",
            "giving up the degree",
            "That's not what I want.",
        ),
    ],
)
async def test_what_is_weighed_stands_with_what_is_said_against_it(
    answer: str, half: str, other: str
) -> None:
    note = await told(answer)
    assert half not in note or other in note


@pytest.mark.parametrize(
    "answer",
    [
        "I've been thinking of selling the farm. I had it valued in March by a man from Galway. I want that.",
        "My sister sold the farm in the spring. She had it valued by a man from Galway. I don't want it.",
        "I've been thinking of selling the farm. The vet came about the cows. I don't want it said.",
    ],
)
async def test_what_is_not_said_against_it_is_not_added(answer: str) -> None:
    assert "went on:" not in await told(answer)
