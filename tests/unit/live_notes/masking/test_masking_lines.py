"""The lines of `attune mask`: form, consistency, and errors that tell the line and nothing else."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence

import pytest

from live_notes.errors import MaskLineInvalid
from live_notes.masking import Analysis, Roster, RosterName, RosterRole, mask_lines


async def _given(lines: Sequence[str]) -> AsyncIterator[str]:
    for line in lines:
        yield line


async def test_lines_are_masked_with_spans_of_the_original(in_process: Analysis) -> None:
    text = "my name is itha and my phone is five five five oh one nine nine"
    lines = [json.dumps({"text": text}), "", json.dumps({"text": "itha again", "id": 7})]
    first, second = [line async for line in mask_lines(_given(lines), in_process, Roster())]
    assert first["masked"] == "my name is [PERSON_1] and my phone is [PHONE_1]"
    assert second["masked"] == "[PERSON_1] again"
    for span in first["spans"]:
        assert span.keys() == {"start", "end", "entity", "placeholder"}
    assert [text[span["start"] : span["end"]] for span in first["spans"]] == [
        "itha",
        "five five five oh one nine nine",
    ]


async def test_the_roster_names_the_roles(in_process: Analysis) -> None:
    roster = Roster((RosterName("Itha", RosterRole.CLIENT),))
    assert [
        line["masked"] async for line in mask_lines(_given(['{"text": "so itha"}']), in_process, roster)
    ] == ["so [CLIENT]"]


@pytest.mark.parametrize(
    "line",
    [
        "canary",
        "[]",
        '{"text": 5}',
        '{"words": "canary"}',
        '{"text": "\\ud800 canary"}',
        "[" * 100_000,
        "nul",
        '{"text": "canary", "n": ' + "9" * 5000 + "}",
    ],
)
async def test_a_bad_line_is_named_by_its_number(in_process: Analysis, line: str) -> None:
    with pytest.raises(MaskLineInvalid) as refused:
        [_ async for _ in mask_lines(_given(['{"text": "fine"}', line]), in_process, Roster())]
    assert "line 2" in str(refused.value)
    assert "canary" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_a_token_too_long_to_say_is_no_name(in_process: Analysis) -> None:
    lines = [
        json.dumps({"text": text}) for text in ("x" * 40_000, "my name is " + "Q" * 60, "my name is Iwona")
    ]
    masked = [line["masked"] async for line in mask_lines(_given(lines), in_process, Roster())]
    assert masked == ["x" * 40_000, "my name is " + "Q" * 60, "my name is [PERSON_1]"]
