"""What is told of the next session after a talk about it, in the words of many places.

Each file of `tests/media/negotiations` holds such talks: t the clinician, c the client; `told` are patterns
of what the line of the note says, `never` of what it must not say in its own words, outside of quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with

_Turns = tuple[tuple[str, str], ...]

_FOLDER = Path(__file__).parents[3] / "media" / "negotiations"
_QUOTED = re.compile(r'"[^"]*"')
_BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


def _talks() -> Iterator[tuple[str, _Turns, list[str], list[str]]]:
    """Every talk of the folder, with what is told of it and what is not."""
    for file in sorted(_FOLDER.glob("*.txt")):
        for at, block in enumerate(file.read_text().split("\n\n"), start=1):
            parted = (line.partition(": ") for line in block.strip().splitlines())
            lines = [(who, said) for who, _, said in parted]
            turns = tuple((who, said) for who, said in lines if who in {"t", "c"})
            told, never = ([said for who, said in lines if who == key] for key in ("told", "never"))
            yield f"{file.stem} {at}", turns, told, never


_TALKS = list(_talks())


@pytest.mark.parametrize(
    ("turns", "told", "never"), [one[1:] for one in _TALKS], ids=[one[0] for one in _TALKS]
)
async def test_the_next_session_is_what_both_ended_with(
    turns: _Turns, told: list[str], never: list[str]
) -> None:
    note = await drafted_with(*_BEFORE, *turns, note_format=NoteFormat.BIRP)
    told_of_it = [one for part in note.sections for one in part.sentences if one.text.startswith("Next")]
    line = " ".join(one.text for one in told_of_it)
    bare = _QUOTED.sub('""', line)
    assert all(re.search(one, line, re.IGNORECASE) for one in told), line
    assert not any(one.flags for one in told_of_it), line
    assert not any(re.search(one, bare, re.IGNORECASE) for one in never), line
