"""Sentences that people wrote in notes, each with the turns of the visit that support it best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from bench.drafting.visits import Visit
from live_notes import EvidenceLine, Sentence, Speaking
from live_notes.drafting.checks.evidence import asks
from live_notes.drafting.language.numbers import claimed_numbers, given_numbers
from live_notes.drafting.language.words import content_stems, tokens
from live_notes.request import lines_from_transcript

MOST_TURNS = 3
"""Turns a sentence may rest on, not counting the question that an answer belongs to."""

LEAST_COVERED = 0.5
"""Share of a sentence's words of content and numbers its turns must have; else they may be another's."""

FEWEST_WORDS = 4
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LABEL = re.compile(r"^(?:[•\-*]\s*)?(?:[A-Z][\w/ ]{1,40}:\s+)?")
_SHORT_WORDS = 8


def written(visit: Visit) -> Iterator[str]:
    """The sentences of a visit's written note, without headings and labels."""
    for line in (visit.note or "").splitlines():
        body = _LABEL.sub("", line.strip(), count=1)
        for sentence in _SENTENCE.split(body):
            if len(tokens(sentence)) >= FEWEST_WORDS and sentence.rstrip().endswith("."):
                yield sentence.strip()


def linked(visit: Visit) -> tuple[list[Sentence], int]:
    """The sentences whose turns are found, and how many there are in all."""
    lines = lines_from_transcript(list(visit.turns))
    stems = [_told(line.text) for line in lines]
    rare = Counter(one for said in stems for one in said)
    texts = list(written(visit))
    found = [_linked(text, lines, stems, rare) for text in texts]
    return [one for one in found if one is not None], len(texts)


def _linked(
    text: str, lines: Sequence[EvidenceLine], stems: Sequence[frozenset[str]], rare: Counter[str]
) -> Sentence | None:
    """Turn after turn, whichever adds most: words that few turns have count for more."""
    wanted = set(content_stems(text)) | {f"{one:g}" for one in claimed_numbers(text)}
    missing, chosen = set(wanted), list[int]()
    while missing and len(chosen) < MOST_TURNS:
        best = max(range(len(lines)), key=lambda at: _worth(missing & stems[at], rare, len(lines)))
        if not missing & stems[best]:
            break
        chosen.append(best)
        missing -= stems[best]
    if len(missing) > (1 - LEAST_COVERED) * len(wanted):
        return None
    ids = [lines[at].id for at in sorted({*chosen, *_beside(chosen, lines)})]
    return Sentence(text=text, evidence=tuple(ids))


def _worth(shared: set[str], rare: Counter[str], turns: int) -> float:
    return sum(log(1 + turns / rare[one]) for one in shared)


def _told(text: str) -> frozenset[str]:
    """What a turn can support: its content words, and every number it may mean."""
    return frozenset(content_stems(text)) | {f"{one:g}" for one in given_numbers(text)}


def _beside(chosen: Sequence[int], lines: Sequence[EvidenceLine]) -> Iterator[int]:
    """The answer to a question, and the question before a short answer: neither says it alone."""
    for at in chosen:
        if _is_answered(at, lines):
            yield at + 1
        if (
            at
            and len(tokens(lines[at].text)) <= _SHORT_WORDS
            and lines[at].speaking is not Speaking.CLINICIAN
        ):
            yield at - 1


def _is_answered(at: int, lines: Sequence[EvidenceLine]) -> bool:
    return asks(lines[at]) and at + 1 < len(lines) and lines[at + 1].speaking is not Speaking.CLINICIAN
