"""A summary typed or dictated by the clinician, as lines a note can rest on."""

from __future__ import annotations

import re

from live_notes.drafting.spec import EvidenceLine, Speaking
from retention.errors import BadInput

MAX_SUMMARY_CHARS = 50_000
"""About twenty pages; a longer text is no summary."""

_BREAKS = re.compile(r"[\r\n]+")
_SENTENCES = re.compile(r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bpt\.)(?<!\bPt\.)(?<=[.?!])\s+(?=[A-Z\[\"“])")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")


def lines_from_summary(text: str) -> tuple[EvidenceLine, ...]:
    """The summary's sentences in order, with the ids `sum-1`, `sum-2`, …; their times only keep that order.

    Raises:
        BadInput: longer than `MAX_SUMMARY_CHARS`.
    """
    if len(text) > MAX_SUMMARY_CHARS:
        raise BadInput(f"a written summary has at most {MAX_SUMMARY_CHARS} characters")
    parts = [
        sentence.strip()
        for line in _BREAKS.split(text)
        for sentence in _SENTENCES.split(_BULLET.sub("", line))
        if sentence.strip()
    ]
    return tuple(
        EvidenceLine(f"sum-{number}", "author", Speaking.AUTHOR, float(number), float(number), part)
        for number, part in enumerate(parts, start=1)
    )
