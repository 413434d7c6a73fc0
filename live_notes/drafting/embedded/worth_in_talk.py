"""How much a clinician would want a sentence in the note of a session of talk: learned from rated sentences.

`worth.json` is learned from visits to doctors, and says next to nothing of what a note of therapy keeps.
`worth_in_talk.json` is learned by `bench/drafting/learn_talk.py` from candidates of written sessions, each
rated from 0 (does not belong) to 3 (must be there). Nothing is learned while the product runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.wanted_in_talk import wanted_for
from live_notes.drafting.embedded.weighing import SYMPTOM
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count

BEST: Final = 3.0
"""The highest rating."""

_SHORT, _LONG = 9, 45
_EARLY, _LATE = 0.06, 0.9
_TERMS = frozenset(
    map(
        str,
        content_stems(
            "client patient therapist clinician doctor counsellor counselor psychologist psychiatrist"
            " provider reported stated said answered asked"
        ),
    )
)
"""Stems that tell how a sentence is told, and not what."""


@dataclass(frozen=True)
class Told:
    """What is looked at of a candidate. `asked` is the question it answers; `place` runs from 0 to 1."""

    kind: Kind
    text: str
    asked: str
    place: float
    more: float


@dataclass(frozen=True)
class WorthInTalk:
    """By stem, how sentences with it were rated, and those that answer a question with it; the weights."""

    stems: Mapping[str, float]
    asked: Mapping[str, float]
    mean: float
    weights: Sequence[float]

    def of(self, told: Told) -> float:
        """From 0 to 1, nearly: the rating one would expect, of the highest."""
        weighed = zip(self.weights, self.features(told), strict=True)
        return sum(weight * value for weight, value in weighed) / BEST

    def features(self, told: Told) -> tuple[float, ...]:
        """What the weights are for, in their order."""
        stems, words = stems_of(told.text), word_count(told.text)
        named = any(word.lower() not in TOO_BROAD for _, word in touched(told.asked))
        return (
            1.0,
            *(float(told.kind is kind) for kind in Kind),
            told.more,
            float(any(mark.isdigit() for mark in told.text)),
            told.place,
            told.place**2,
            float(told.place < _EARLY),
            float(told.place > _LATE),
            float(len(stems)),
            float(words),
            float(words < _SHORT),
            float(words > _LONG),
            float(bool(told.asked)),
            float(named),
            float(SYMPTOM.search(told.text) is not None),
            *self._rated(self.stems, stems),
            *self._rated(self.asked, stems_of(told.asked)),
        )

    def _rated(self, ratings: Mapping[str, float], stems: Iterable[str]) -> tuple[float, float, float]:
        found = [ratings.get(one, self.mean) for one in stems] or [self.mean]
        return sum(found) / len(found), max(found), min(found)


def stems_of(text: str) -> frozenset[str]:
    """The stems that say what a sentence is about."""
    return frozenset(content_stems(text)) - _TERMS


def in_talk(statements: Sequence[Statement], bodily: float) -> list[Statement]:
    """The statements with their worth in talk, as far as the session is that (`bodily` 0), no visit (1).

    What the clinician wrote is theirs to weigh, and stays as it is.
    """
    if bodily >= 1.0:
        return list(statements)
    ours = learned()
    return [one if one.authored else _weighed(one, ours, 1.0 - bodily) for one in statements]


def _weighed(one: Statement, ours: WorthInTalk, share: float) -> Statement:
    told = told_of(one)
    rule = wanted_for(told.kind, told.text, told.asked, told.place)
    worth = max(ours.of(told), rule.worth if rule else 0.0)
    return replace(one, talk=(share, worth), points="" if rule and rule.alone else one.points)


def told_of(statement: Statement) -> Told:
    """What is looked at of a statement."""
    seen = statement.seen
    return Told(statement.kind, statement.text, statement.asked, seen.place, statement.more)


@cache
def learned() -> WorthInTalk:
    """The worths that come with the program."""
    told = json.loads(files(__package__ or "").joinpath("worth_in_talk.json").read_text("utf-8"))
    return WorthInTalk(told["stems"], told["asked"], told["mean"], told["weights"])
