"""A summary typed or dictated by the clinician, as lines a note can rest on."""

from __future__ import annotations

import re

from live_notes.drafting.author.dictation import written_out
from live_notes.drafting.author.headings import heading_of
from live_notes.drafting.author.parts import sentences_of
from live_notes.drafting.spec import EvidenceLine, Speaking
from retention.errors import BadInput

MAX_SUMMARY_CHARS = 50_000
"""About twenty pages; a longer text is no summary."""

_BREAKS = re.compile(r"[\r\n]+")
_BULLET = re.compile(r"^\s*(?:[*•–·>]|-(?!\s*(?:SI|HI|AVH)\s*$)|\d{1,2}[.)]|\[[ xX]?\])\s+")
_WIDE = 60
"""From so many characters on a line may have been broken by its window, not by its writer."""


def lines_from_summary(text: str) -> tuple[EvidenceLine, ...]:
    """The summary's sentences in order, with the ids `sum-1`, `sum-2`, …; their times only keep that order.

    Raises:
        BadInput: longer than `MAX_SUMMARY_CHARS`.
    """
    if len(text) > MAX_SUMMARY_CHARS:
        raise BadInput(f"a written summary has at most {MAX_SUMMARY_CHARS} characters")
    parts = [
        part for line in _unbroken(written_out(text)) for part in sentences_of(_BULLET.sub("", line).strip())
    ]
    return tuple(
        EvidenceLine(f"sum-{number}", "author", Speaking.AUTHOR, float(number), float(number), part)
        for number, part in enumerate(parts, start=1)
    )


def _unbroken(text: str) -> list[str]:
    """The lines of a text; one that was only wrapped goes on with the next."""
    lines: list[str] = []
    for line in filter(str.strip, _BREAKS.split(text)):
        before = lines[-1].rstrip() if lines else ""
        begun = before[:1].isupper() and before[-1:] not in ".!?:;"
        if begun and len(before) >= _WIDE and line[:1].islower() and heading_of(line) is None:
            lines[-1] = f"{before} {line.strip()}"
        else:
            lines.append(line)
    return lines
