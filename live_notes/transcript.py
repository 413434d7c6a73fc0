"""The transcript of a live session: partials that come and go, finals that stay in order.

Pure: segments in, events out; no clock, no I/O. A final never changes silently: only
`correct` and `strike` touch it, and what was struck can't come back with a replay.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from retention.errors import BadInput, NotFound
from wire.segments import Segment

MAX_FINALS = 20_000
"""Finals one session may hold: six people talking for ten hours."""

MAX_TEXT_CHARS = 8_000
"""Longest text of one segment; a window is closed long before."""

MAX_TRACKS = 64
"""Tracks with a partial at once; a participant who reconnects gets a new track."""


class Refusal(StrEnum):
    """Why a segment was not taken."""

    DUPLICATE = "duplicate"
    ALREADY_FINAL = "already-final"
    STRUCK = "struck"
    LATE_PARTIAL = "late-partial"
    BAD_TIMES = "bad-times"
    TOO_LONG = "too-long"
    FULL = "full"


@dataclass(frozen=True)
class PartialHeard:
    """Words that may still change; they replace the track's partial before."""

    segment: Segment


@dataclass(frozen=True)
class FinalHeard:
    """A segment became final, at this place among the finals (0 = first)."""

    segment: Segment
    position: int


@dataclass(frozen=True)
class PartialWithdrawn:
    """A partial came to nothing; remove it from the screen."""

    id: str
    track: str


@dataclass(frozen=True)
class Corrected:
    """The clinician corrected a final."""

    segment: Segment


@dataclass(frozen=True)
class Struck:
    """These finals are gone for good."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Cleared:
    """Everything is gone; so many finals were dropped."""

    finals: int


@dataclass(frozen=True)
class Refused:
    """A segment that was not taken, and why."""

    id: str
    reason: Refusal


TranscriptEvent: TypeAlias = (
    PartialHeard | FinalHeard | PartialWithdrawn | Corrected | Struck | Cleared | Refused
)


@dataclass(frozen=True, order=True)
class _Place:
    """Where a final stands: by start, then end, then in order of arrival."""

    start: float
    end: float
    arrival: int
    id: str


class Transcript:
    """One session's words. Not shared between threads; its owner is the session's scribe."""

    def __init__(self) -> None:
        self._finals: dict[str, Segment] = {}
        self._order: list[_Place] = []
        self._partials: dict[str, Segment] = {}
        self._gone: set[str] = set()
        self._arrivals = 0

    def __len__(self) -> int:
        return len(self._order)

    def __repr__(self) -> str:
        return f"<Transcript {len(self._order)} finals>"

    def receive(self, segment: Segment) -> list[TranscriptEvent]:
        """Takes a partial or a final; tells what changed. Never raises for what a worker may send."""
        refusal = self._refusal(segment)
        if refusal is not None:
            return [Refused(segment.id, refusal)]
        return self._final(segment) if segment.final else self._partial(segment)

    def finals(self) -> tuple[Segment, ...]:
        """All finals, ordered by start."""
        return tuple(self._finals[place.id] for place in self._order)

    def around(self, segment_id: str, count: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
        """At most so many finals before one and after it, in order; none of one that is not there."""
        spots = range(len(self._order) - 1, -1, -1)
        spot = next((spot for spot in spots if self._order[spot].id == segment_id), None)
        if spot is None:
            return (), ()
        before, after = self._order[max(0, spot - count) : spot], self._order[spot + 1 : spot + 1 + count]
        return tuple(self._finals[place.id] for place in before), tuple(
            self._finals[place.id] for place in after
        )

    def partials(self) -> tuple[Segment, ...]:
        """The partial of every track that has one, ordered by start."""
        return tuple(sorted(self._partials.values(), key=lambda s: (s.start, s.track)))

    def final(self, segment_id: str) -> Segment | None:
        """One final, or None when it is not (or no longer) there."""
        return self._finals.get(segment_id)

    def correct(self, segment_id: str, text: str) -> Corrected:
        """Puts a clinician's wording in the place of a final's text; word times go with the old text.

        Raises:
            NotFound: no such final.
            BadInput: the text is empty (strike it instead) or too long.
        """
        segment = self._finals.get(segment_id)
        if segment is None:
            raise NotFound("no such line in the transcript; it may have been struck")
        if not text.strip() or len(text) > MAX_TEXT_CHARS:
            raise BadInput(f"a corrected line has 1 to {MAX_TEXT_CHARS} characters; strike it to remove it")
        corrected = segment.model_copy(
            update={"text": " ".join(text.split()), "words": (), "low_confidence": False}
        )
        self._finals[segment_id] = corrected
        return Corrected(corrected)

    def retell(self, segment: Segment) -> bool:
        """Puts a final, whose speaker is known better now, in the place of its like, or takes it in.

        False when there is nothing to take: its words were struck, or are none.
        """
        if segment.id in self._gone or not segment.final or not segment.text.strip():
            return False
        if segment.id in self._finals:
            self._finals[segment.id] = segment
        else:
            self._final(segment)
        return True

    def strike(self, ids: Iterable[str]) -> Struck:
        """Removes finals (and partials) for good; ids that are not there are ignored, but stay struck."""
        wanted = tuple(dict.fromkeys(ids))
        gone = tuple(segment_id for segment_id in wanted if self._finals.pop(segment_id, None) is not None)
        self._gone.update(wanted)
        self._order = [place for place in self._order if place.id not in self._gone]
        for track, partial in list(self._partials.items()):
            if partial.id in self._gone:
                del self._partials[track]
        return Struck(gone)

    def clear(self) -> Cleared:
        """Drops everything. What was heard so far can't come back; what is heard from now on is taken."""
        count = len(self._order)
        self._gone.update(self._finals)
        self._gone.update(partial.id for partial in self._partials.values())
        self._finals.clear()
        self._order.clear()
        self._partials.clear()
        return Cleared(count)

    def _refusal(self, segment: Segment) -> Refusal | None:
        known = self._finals.get(segment.id)
        sound = math.isfinite(segment.start) and math.isfinite(segment.end) and segment.end >= segment.start
        if segment.id in self._gone:
            return Refusal.STRUCK
        if known is not None:
            return self._again(known, segment)
        if not sound:
            return Refusal.BAD_TIMES
        if len(segment.text) > MAX_TEXT_CHARS:
            return Refusal.TOO_LONG
        room = len(self._order) < MAX_FINALS if segment.final else self._has_room(segment.track)
        return None if room else Refusal.FULL

    @staticmethod
    def _again(known: Segment, segment: Segment) -> Refusal:
        if not segment.final:
            return Refusal.LATE_PARTIAL
        return Refusal.DUPLICATE if segment.text == known.text else Refusal.ALREADY_FINAL

    def _has_room(self, track: str) -> bool:
        return track in self._partials or len(self._partials) < MAX_TRACKS

    def _partial(self, segment: Segment) -> list[TranscriptEvent]:
        if not segment.text.strip():
            return self._withdraw(segment)
        self._partials[segment.track] = segment
        return [PartialHeard(segment)]

    def _final(self, segment: Segment) -> list[TranscriptEvent]:
        withdrawn = self._withdraw(segment)
        if not segment.text.strip():
            return withdrawn
        self._arrivals += 1
        place = _Place(segment.start, segment.end, self._arrivals, segment.id)
        insort(self._order, place)
        self._finals[segment.id] = segment
        # The final takes the partial's place on the screen by its id: no extra event is needed.
        return [FinalHeard(segment, bisect_left(self._order, place))]

    def _withdraw(self, segment: Segment) -> list[TranscriptEvent]:
        """Drops the partial this segment ends."""
        partial = self._partials.get(segment.track)
        if partial is None or partial.id != segment.id:
            return []
        del self._partials[segment.track]
        return [PartialWithdrawn(segment.id, segment.track)]
