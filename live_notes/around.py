"""What was said around a final, for its masking: numbers go on, and questions say what answers are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_notes.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from wire.segments import Segment

LINES = 6
"""How many lines before and after are looked at, of everybody."""


def around(
    transcript: Transcript, segment: Segment, read: Callable[[Segment], Segment | None]
) -> tuple[str, str]:
    """The end of what was said before a final, and how its speaker went on; `read` as the scribe reads.

    Before it everybody counts, since one asks and the other answers; after it the same speaker only.
    """
    from live_notes.masking import Said, said_before

    before, after = transcript.around(segment.id, LINES)
    earlier = [seen for seen in map(read, before) if seen is not None]
    later = [seen for seen in map(read, after) if seen is not None and seen.track == segment.track]
    told = said_before([Said(line.track, line.text) for line in earlier])
    return told, later[0].text if later else ""


def line_before(
    transcript: Transcript, segment: Segment, read: Callable[[Segment], Segment | None]
) -> Segment | None:
    """The same speaker's last final before this one."""
    before, _ = transcript.around(segment.id, LINES)
    own = [seen for seen in map(read, before) if seen is not None and seen.track == segment.track]
    return own[-1] if own else None
