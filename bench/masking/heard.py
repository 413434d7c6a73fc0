"""Spoken identifiers as the recogniser really wrote them, with the labels of what was read out.

The words of the script and the recognised ones are aligned; a recognised word takes the label of what it
stands for. What was not recognised at all has leaked nothing and counts for nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from rapidfuzz.fuzz import ratio

from bench.masking.labelled import Labelled

_WORD = re.compile(r"\S+")
_LIKE = 0.5
"""Likeness of two words (0 to 1) from which one may stand for the other."""
_STRAYING = 0.5
"""What a word loses in likeness that is looked for at the other end of what was misheard."""


@dataclass(frozen=True)
class _Read:
    """A word of the script: folded, what it identifies, and in which session it is read."""

    low: str
    kind: str | None
    session: str


@dataclass(frozen=True)
class _Place:
    """A recognised word's place: the final's number and offsets in its text."""

    final: int
    start: int
    end: int
    low: str


def scripted(file: Path) -> list[Labelled]:
    """The labelled lines that a recording reads out.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is no such file.
    """
    return [
        Labelled(
            one["text"],
            tuple((kind, start, end) for kind, start, end in one["spans"]),
            one["session"],
            tuple(one["roster"]),
        )
        for one in json.loads(file.read_text("utf-8"))
    ]


def as_recognised(script: Sequence[Labelled], finals: Sequence[str]) -> list[Labelled]:
    """The finals as labelled lines, in order; each belongs to the session most of its words were read in."""
    read = list(_script_words(script))
    places = list(_final_words(finals))
    told = _labels(read, [place.low for place in places])
    rosters = {line.session: line.roster for line in script}
    lines: list[Labelled] = []
    for number, grouped in groupby(zip(places, told, strict=True), key=lambda one: one[0].final):
        words = list(grouped)
        spans = tuple(_spans(finals[number], [(place, about) for place, about in words]))
        sessions = [about.session for _, about in words]
        session = max(set(sessions), key=sessions.count)
        lines.append(Labelled(finals[number], spans, session, rosters[session]))
    return sorted(lines, key=lambda line: [one.session for one in script].index(line.session))


def pieces(script: Sequence[Labelled], file: Path) -> list[tuple[Labelled, float, float]]:
    """Of each run of a session's lines: the first, and from when to when it is read, in seconds.

    `file`: what `speak.py` writes of the recording. A run ends in the middle of the pause behind it.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is no such file, or of another script.
    """
    turns = json.loads(file.read_text("utf-8"))["turns"]
    if [turn["text"] for turn in turns] != [line.text for line in script]:
        raise ValueError("the recording reads other lines")
    begun: list[tuple[Labelled, float]] = []
    last = 0.0
    for line, turn in zip(script, turns, strict=True):
        if not begun or begun[-1][0].session != line.session:
            begun.append((line, (last + turn["start"]) / 2 if begun else 0.0))
        last = turn["end"]
    ends = [*(start for _, start in begun[1:]), last + 1.0]
    return [(line, start, end) for (line, start), end in zip(begun, ends, strict=True)]


def _script_words(script: Sequence[Labelled]) -> Iterator[_Read]:
    for line in script:
        for match in _WORD.finditer(line.text):
            kind = next(
                (kind for kind, start, end in line.spans if start < match.end() and match.start() < end), None
            )
            if _low(match.group()):
                yield _Read(_low(match.group()), kind, line.session)


def _final_words(finals: Sequence[str]) -> Iterator[_Place]:
    for number, text in enumerate(finals):
        for match in _WORD.finditer(text):
            if _low(match.group()):
                yield _Place(number, match.start(), match.end(), _low(match.group()))


def _low(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold())


def _labels(read: Sequence[_Read], recognised: Sequence[str]) -> list[_Read]:
    """For each recognised word the script's word that it stands for, or a like one without a label."""
    told: list[_Read] = []
    matcher = SequenceMatcher(None, [word.low for word in read], list(recognised), autojunk=False)
    for step, first, last, begin, end in matcher.get_opcodes():
        if step == "equal":
            told += read[first:last]
        elif step == "replace":
            told += _alike(read[first:last], recognised[begin:end])
        elif step == "insert":
            near = read[min(first, len(read) - 1)]
            before = read[max(0, first - 1)]
            inside = near.kind if near.kind == before.kind else None
            told += [_Read("", inside, near.session)] * (end - begin)
    return told


def _alike(read: Sequence[_Read], recognised: Sequence[str]) -> list[_Read]:
    """For each recognised word one of the script's, in order: those that are alike, else in proportion."""
    size = len(read)
    best: list[list[float]] = []
    for number, word in enumerate(recognised):
        expected = (number * size) // len(recognised)
        row: list[float] = []
        for place, scripted_word in enumerate(read):
            likeness = ratio(scripted_word.low, word) / 100
            score = (likeness if likeness >= _LIKE else 0.0) - _STRAYING * abs(place - expected) / size
            row.append(score + (max(best[-1][: place + 1]) if best else 0.0))
        best.append(row)
    chosen, limit = list[_Read](), size
    for row in reversed(best):
        place = max(range(limit), key=lambda one: (row[one], one))
        chosen.append(read[place])
        limit = place + 1
    return chosen[::-1]


def _spans(text: str, words: Sequence[tuple[_Place, _Read]]) -> Iterator[tuple[str, int, int]]:
    """Runs of words with one label, without the marks at their ends."""
    for kind, grouped in groupby(words, key=lambda one: one[1].kind):
        run = [place for place, _ in grouped]
        if kind is None:
            continue
        start, end = run[0].start, run[-1].end
        while not text[start].isalnum():
            start += 1
        while not text[end - 1].isalnum():
            end -= 1
        yield kind, start, end
