"""How much a clinician would want a sentence in the note of a session of talk: learned from rated sentences.

`worth.json` is learned from visits to doctors, and says next to nothing of what a note of therapy keeps.
`worth_in_talk.json` is learned by `bench/drafting/learn_talk.py` from candidates of written sessions, each
rated from 0 (does not belong) to 3 (must be there). Nothing is learned while the product runs.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.selecting.wanted_in_talk import wanted_for
from live_notes.drafting.embedded.selecting.weighing import SYMPTOM
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count, word_set

BEST: Final = 3.0
"""The highest rating."""

_SHORT, _LONG = 9, 45
_EARLY, _LATE = 0.06, 0.9
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_TERMS = word_set(
    "the client patient client's patient's therapist clinician doctor counsellor counselor psychologist"
    " psychiatrist provider reported stated said answered asked reports states says answers asks"
)
"""Words that tell how a sentence is told, and not what; who is meant by a pronoun is no matter either."""
_SAME = {
    **dict.fromkeys(("he", "she"), "they"),
    **dict.fromkeys(("his", "her"), "their"),
    **dict.fromkeys(("himself", "herself", "themselves"), "themself"),
    **{f"{one}'{rest}": f"they'{rest}" for one in ("he", "she") for rest in ("d", "s", "ll")},
    "him": "them",
    "hers": "theirs",
}
_NUMBER = "#"


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
    """What each word, pair of words and word of a kind adds to a rating, and what each feature does."""

    words: Mapping[str, float]
    weights: Sequence[float]

    def of(self, told: Told) -> float:
        """From 0 to 1, nearly: the rating one would expect, of the highest."""
        weighed = zip(self.weights, features(told), strict=True)
        found = [self.words[one] for one in words_of(told) if one in self.words]
        of_words = sum(found) / math.sqrt(max(len(found), 1))
        return (sum(weight * value for weight, value in weighed) + of_words) / BEST


def features(told: Told) -> tuple[float, ...]:
    """What the weights are for, in their order; the first is the same for all."""
    words = word_count(told.text)
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
        float(words),
        float(words < _SHORT),
        float(words > _LONG),
        float(bool(told.asked)),
        float(named),
        float(SYMPTOM.search(told.text) is not None),
    )


def words_of(told: Told) -> set[str]:
    """A sentence's words, its pairs of words, and its words together with its kind."""
    found = _WORD.findall(told.text.lower().replace("’", "'"))
    words = [_NUMBER if one[0].isdigit() else _SAME.get(one, one) for one in found if one not in _TERMS]
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    return {*words, *pairs, *(f"{told.kind.name} {one}" for one in words)}


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
    return WorthInTalk(told["words"], told["weights"])
