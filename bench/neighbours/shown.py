"""What a neighbour's messages put on the screen, as the events that `bench.stream_figures` measures. Pure.

Both servers tell, again and again, text that stays (committed) and a tail that may change. Every piece of
committed text becomes a final of its own, the tail the partial of the next. What is still tail when the
stream is over becomes final at its last change, which is the kindest reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Event = dict[str, Any]


class Shown:
    """The committed pieces and the tail of one stream; every call gives the events of a change."""

    def __init__(self, track: str) -> None:
        self._track = track
        self._committed = 0
        self._tail = ("", 0.0)

    def add(self, pieces: Sequence[str], tail: str, at: float) -> list[Event]:
        """New committed pieces and the tail as it is now; nothing when nothing changed."""
        events = []
        for piece in pieces:
            events.append(self._event(self._committed, piece, at, final=True))
            self._committed += 1
        if pieces or tail != self._tail[0]:
            if tail or (self._tail[0] and not pieces):
                events.append(self._event(self._committed, tail, at, final=False))
            self._tail = (tail, at)
        return events

    def rewrite(self, whole: str, tail: str, at: float) -> list[Event]:
        """Committed text that was changed after all: it stands as one piece from now on."""
        events = [self._event(0, whole, at, final=True)]
        events += [self._event(number, "", at, final=True) for number in range(1, self._committed)]
        self._committed = max(1, self._committed)
        return events + self.add([], tail, at)

    def over(self) -> list[Event]:
        """The stream is over: what is left of the tail stays."""
        tail, at = self._tail
        return self.add([tail], "", at) if tail else []

    def _event(self, number: int, text: str, at: float, *, final: bool) -> Event:
        # Times of sound are not told for every piece; the order is what counts.
        told = {"track": self._track, "id": f"{self._track}-{number}", "start": float(number), "end": at}
        return {**told, "text": text.strip(), "final": final, "words": [], "emitted_at": at}


class WhisperLiveMessages:
    """WhisperLive tells its last ten segments, each with start, end, text and whether it is completed."""

    def __init__(self, track: str) -> None:
        self._shown = Shown(track)
        self._completed_to = 0.0

    def events(self, message: Mapping[str, Any], at: float) -> list[Event]:
        """The events of one message that came `at` seconds into the stream."""
        if "segments" not in message:
            return []
        pieces, tail = [], ""
        for segment in message["segments"]:
            if not segment.get("completed"):
                tail = segment["text"]
            elif float(segment["start"]) >= self._completed_to:
                pieces.append(segment["text"])
                self._completed_to = float(segment["end"])
        return self._shown.add(pieces, tail, at)

    def over(self) -> list[Event]:
        """What is left when the stream is over."""
        return self._shown.over()


class WhisperLiveKitMessages:
    """WhisperLiveKit tells all its lines, which grow, and a buffer that may change."""

    def __init__(self, track: str) -> None:
        self._shown = Shown(track)
        self._committed: list[str] = []

    def events(self, message: Mapping[str, Any], at: float) -> list[Event]:
        """The events of one message that came `at` seconds into the stream."""
        if "lines" not in message:
            return []
        words = " ".join(line.get("text") or "" for line in message["lines"]).split()
        tail = message.get("buffer_transcription") or ""
        known, self._committed = self._committed, words
        if words[: len(known)] != known:
            return self._shown.rewrite(" ".join(words), tail, at)
        new = words[len(known) :]
        return self._shown.add([" ".join(new)] if new else [], tail, at)

    def over(self) -> list[Event]:
        """What is left when the stream is over."""
        return self._shown.over()
