"""Masking JSON lines: what `attune mask` does, without its command line.

In: one JSON object a line with `text`. Out: `{"masked", "spans": [{"start", "end", "entity",
"placeholder"}]}`, offsets in characters of the text before masking. Placeholders are
consistent over all lines, as within one session, and each line is read after the one before it.
Blank lines are skipped.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterable, AsyncIterator
from typing import Any

from live_notes.errors import MaskLineInvalid
from live_notes.masking.masker import Analysis, SessionMasker
from live_notes.masking.roster import Roster
from live_notes.masking.text import Masked

MAX_LINE_CHARS = 4_000_000
"""Longest line read; its text is bounded further by the pool."""


async def mask_lines(
    lines: AsyncIterable[str], analysis: Analysis, roster: Roster
) -> AsyncIterator[dict[str, Any]]:
    """Masks line by line; each result is given out before the next line is read.

    Raises:
        MaskLineInvalid: a line is no JSON object with a text; the message tells its number only.
        MaskingError: a text could not be analysed.
    """
    masker = SessionMasker(analysis, roster)
    number, before = 0, ""
    async for line in lines:
        number += 1
        if line.strip():
            text = _text_of(number, line)
            yield as_json(await masker.mask(text, before))
            before = text


def as_json(masked: Masked) -> dict[str, Any]:
    """A masked text in the form of `attune mask`."""
    spans = [
        {"start": span.start, "end": span.end, "entity": span.entity.value, "placeholder": span.placeholder}
        for span in masked.spans
    ]
    return {"masked": masked.masked.text, "spans": spans}


def _text_of(number: int, line: str) -> str:
    if len(line) > MAX_LINE_CHARS:
        raise MaskLineInvalid(f"line {number} is longer than {MAX_LINE_CHARS} characters")
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise MaskLineInvalid(f"line {number} is not JSON") from None
    match entry:
        case {"text": str() as text} if _is_unicode(text):
            return text
        case {"text": str()}:
            raise MaskLineInvalid(f"line {number}: its text holds half a character (an unpaired surrogate)")
        case {"text": _}:
            raise MaskLineInvalid(f"line {number}: its text is no string")
        case dict():
            raise MaskLineInvalid(f'line {number} has no "text"')
        case _:
            raise MaskLineInvalid(f'line {number} is no object with a "text"')


def _is_unicode(text: str) -> bool:
    """Whether every character can be written: JSON lets half a surrogate pair through."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
