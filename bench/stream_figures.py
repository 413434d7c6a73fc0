"""Accuracy and delay of a live transcript, from its events alone. Pure: no clock, no file.

An *event* is what `attune transcribe --streaming --json` prints a line: a segment with its `track`, `id`,
`start`, `end` (seconds of sound), `text`, `final`, `words` and `emitted_at` (seconds since second 0 of
the sound was played). A later event of the same id takes the place of the earlier one. The *reference* is
`{track: [[start, end, word], ...]}`, what was said and when. All words are normalised (`bench.words`).

Definitions, for one track; several tracks are measured one by one and their samples put together:

- *Screen* after an event: the words of the last event of every id, ids in the order of their segments'
  starts as first told. Events emitted at the same moment change it once. *Transcript*: the same of finals
  alone, when all is over.
- *Word errors*: the Levenshtein distance of transcript and reference. The words of the reference that an
  optimal alignment (`rapidfuzz.distance.Levenshtein.opcodes`) calls equal are the words *got*.
- *Kept* words of two texts: a longest common subsequence, found from the left: the common prefix first, then
  whenever both next words are equal they are paired, else the word goes whose loss costs less, the
  earlier text's first (`kept`).
- *Shown* of a word got, in seconds: from its end in the reference to the first event whose screen holds it at
  its place, which is: pairs it when compared with the transcript up to the last word that had begun by then.
- *Settled* of a word got: from its end in the reference to the last change at its place, which is the first
  event since which every screen has kept the word, one compared with the next.
- *Final* of a segment: from its last word's end to the event that made it final. The last word's end is the
  reference's for the last word got in it, else what the event says. Finals without words have none.
- *Changed*: words of a screen that the next one does not keep. *Written*: words of a screen that are not kept
  from the one before. The share of shown words later changed is changed / written.

A percentile is the nearest rank: the smallest sample that so many per cent do not exceed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import Levenshtein

from bench.words import TimedWord, timed

Event = Mapping[str, Any]
Reference = Sequence[tuple[float, float, str]]
Pairs = list[tuple[int, int]]


@dataclass
class Samples:
    """What was measured, unsorted: seconds a word or a segment, and counts. Add up with `+=`."""

    words: int = 0
    errors: int = 0
    shown: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    final: list[float] = field(default_factory=list)
    written: int = 0
    changed: int = 0

    def __iadd__(self, other: Samples) -> Samples:
        self.words += other.words
        self.errors += other.errors
        self.shown += other.shown
        self.settled += other.settled
        self.final += other.final
        self.written += other.written
        self.changed += other.changed
        return self


@dataclass(frozen=True)
class Figures:
    """The summary: rates in per cent, delays in seconds (None without a sample)."""

    words: int
    word_error_percent: float | None
    got: int
    shown: dict[str, float] | None
    settled: dict[str, float] | None
    finals: int
    final: dict[str, float] | None
    written: int
    changed_percent: float | None


def measure(events: Iterable[Event], reference: Mapping[str, Reference]) -> Samples:
    """The samples of all tracks the reference or an event names; events in the order they were emitted."""
    by_track: dict[str, list[Event]] = {track: [] for track in reference}
    for event in events:
        by_track.setdefault(event["track"], []).append(event)
    samples = Samples()
    for track in sorted(by_track):
        samples += measure_track(by_track[track], reference.get(track, ()))
    return samples


def figures(samples: Samples) -> Figures:
    """The summary of samples."""
    return Figures(
        words=samples.words,
        word_error_percent=_percent(samples.errors, samples.words),
        got=len(samples.shown),
        shown=percentiles(samples.shown),
        settled=percentiles(samples.settled),
        finals=len(samples.final),
        final=percentiles(samples.final),
        written=samples.written,
        changed_percent=_percent(samples.changed, samples.written),
    )


def percentiles(samples: Sequence[float]) -> dict[str, float] | None:
    """The nearest-rank 50th, 95th and 99th percentile; None without a sample."""
    ordered = sorted(samples)
    if not ordered:
        return None
    return {f"p{part}": round(ordered[math.ceil(part * len(ordered) / 100) - 1], 3) for part in (50, 95, 99)}


def measure_track(events: Sequence[Event], reference: Reference) -> Samples:
    """The samples of one track's events."""
    expected = timed(reference)
    screens, at = _screens(events)
    transcript = _Transcript.of(events, expected)
    samples = Samples(words=len(expected), errors=transcript.errors)
    births = _births(screens, at, samples)
    last = screens[-1] if screens else []
    since = {index: births[place] for place, index in kept(last, transcript.words)} if screens else {}
    first = _first_shown(screens, at, transcript)
    for index, one in sorted(transcript.got.items()):
        if index in first and index in since:
            samples.shown.append(first[index] - one.end)
            samples.settled.append(since[index] - one.end)
    samples.final += transcript.final_delays()
    return samples


def kept(earlier: Sequence[str], later: Sequence[str]) -> Pairs:
    """The words two texts share, as index pairs: a longest common subsequence, found from the left."""
    same = 0
    while same < min(len(earlier), len(later)) and earlier[same] == later[same]:
        same += 1
    one, two = earlier[same:], later[same:]
    left = _longest(one, two)
    pairs = [(index, index) for index in range(same)]
    row = column = 0
    while row < len(one) and column < len(two):
        if one[row] == two[column]:
            pairs.append((same + row, same + column))
            row, column = row + 1, column + 1
        elif left[row + 1][column] >= left[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _longest(one: Sequence[str], two: Sequence[str]) -> list[list[int]]:
    """Lengths of the longest common subsequences of all pairs of suffixes."""
    lengths = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for row in range(len(one) - 1, -1, -1):
        below, here = lengths[row + 1], lengths[row]
        for column in range(len(two) - 1, -1, -1):
            if one[row] == two[column]:
                here[column] = below[column + 1] + 1
            else:
                here[column] = max(below[column], here[column + 1])
    return lengths


def _spoken(event: Event) -> list[TimedWord]:
    """An event's words, each with the segment's times when it has none of its own."""
    words = event.get("words") or ()
    if words:
        return timed((one["start"], one["end"], one["word"]) for one in words)
    return timed((event["start"], event["end"], word) for word in event["text"].split())


def _screens(events: Sequence[Event]) -> tuple[list[list[str]], list[float]]:
    """The screen after each moment of events, and when."""
    at: list[float] = []
    shown: dict[str, tuple[float, list[str]]] = {}
    screens: list[list[str]] = []
    for event in events:
        place, _ = shown.get(event["id"], (event["start"], []))
        shown[event["id"]] = (place, [one.word for one in _spoken(event)])
        ordered = sorted(shown.values(), key=lambda one: one[0])  # stable: equal starts as they came
        if at and at[-1] == event["emitted_at"]:
            screens.pop()
            at.pop()
        screens.append([word for _, words in ordered for word in words])
        at.append(event["emitted_at"])
    return screens, at


def _births(screens: Sequence[Sequence[str]], at: Sequence[float], samples: Samples) -> list[float]:
    """For each word of the last screen: since when it has been there. Counts what was written and changed."""
    births: list[float] = []
    empty: Sequence[str] = ()
    for (before, after), moment in zip(pairwise([empty, *screens]), at, strict=True):
        pairs = kept(before, after)
        samples.changed += len(before) - len(pairs)
        samples.written += len(after) - len(pairs)
        next_births = [moment] * len(after)
        for old, new in pairs:
            next_births[new] = births[old]
        births = next_births
    return births


def _first_shown(
    screens: Sequence[Sequence[str]], at: Sequence[float], transcript: _Transcript
) -> dict[int, float]:
    """By index in the transcript: when its word first stood at its place."""
    first: dict[int, float] = {}
    for screen, moment in zip(screens, at, strict=True):
        for _, index in kept(screen, transcript.words[: transcript.begun(moment)]):
            first.setdefault(index, moment)
    return first


@dataclass(frozen=True)
class _Transcript:
    """The finals of one track: their words, where each segment's begin, and which words were got."""

    finals: list[Event]
    bounds: list[int]
    words: list[str]
    got: dict[int, TimedWord]
    errors: int
    starts: list[float]

    @classmethod
    def of(cls, events: Sequence[Event], expected: Sequence[TimedWord]) -> _Transcript:
        """The transcript that is left when all is over."""
        places: dict[str, float] = {}
        finals: dict[str, Event] = {}
        for event in events:
            places.setdefault(event["id"], event["start"])
            if event["final"]:
                finals[event["id"]] = event
        ordered = sorted(finals.values(), key=lambda one: places[one["id"]])
        spoken = [_spoken(event) for event in ordered]
        words = [one.word for segment in spoken for one in segment]
        bounds = [0]
        for segment in spoken:
            bounds.append(bounds[-1] + len(segment))
        truth = [one.word for one in expected]
        got = {
            block.b + step: expected[block.a + step]
            for block in Levenshtein.opcodes(truth, words).as_matching_blocks()
            for step in range(block.size)
        }
        starts = _starts(len(words), got)
        return cls(ordered, bounds, words, got, Levenshtein.distance(truth, words), starts)

    def begun(self, moment: float) -> int:
        """How many of its words had begun to be spoken by then."""
        return sum(start <= moment for start in self.starts)

    def final_delays(self) -> list[float]:
        """Seconds from each final's last word to its event."""
        delays = []
        for event, (begin, end) in zip(self.finals, pairwise(self.bounds), strict=True):
            if begin == end:
                continue
            last = max((index for index in range(begin, end) if index in self.got), default=None)
            spoken = event["end"] if last is None else self.got[last].end
            delays.append(event["emitted_at"] - spoken)
        return delays


def _starts(count: int, got: Mapping[int, TimedWord]) -> list[float]:
    """When each word of the transcript began; a word not got began with the one before it."""
    starts, earliest = [], -math.inf
    for index in range(count):
        earliest = got[index].start if index in got else earliest
        starts.append(earliest)
    return starts


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None
