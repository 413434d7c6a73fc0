"""How many spoiled sentences the checks object to, and to how many good ones they object wrongly."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Any

from bench.drafting.harms import CROSSED, HARMS, Harm, Noted
from bench.drafting.linking import linked
from bench.drafting.visits import Visit
from live_notes import DraftRequest, Preferences, Sentence, draft_from
from live_notes.drafting.checks import Objection, objections
from live_notes.request import lines_from_transcript
from retention import SystemClock

LEAST_CAUGHT = 0.95
MOST_WRONGLY_FLAGGED = 5.0
"""Percent."""


class Half(StrEnum):
    """Which visits are looked at: rules are written with one half and measured on the other."""

    DEVELOPMENT = "development"
    HELD_OUT = "held-out"
    ALL = "all"


def half_of(visit: str) -> Half:
    """The half a visit belongs to, by a hash of its name."""
    odd = hashlib.sha256(visit.encode()).digest()[0] & 1
    return Half.DEVELOPMENT if odd else Half.HELD_OUT


def in_half(visits: Iterable[Visit], half: Half) -> list[Visit]:
    """The visits of a half."""
    return [visit for visit in visits if half is Half.ALL or half_of(visit.name) is half]


@dataclass
class Outcome:
    """Of one kind of sentence: how many there were and were objected to, by which flags; what went wrong."""

    seen: int = 0
    flagged: int = 0
    by: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Share that was objected to."""
        return round(100 * self.flagged / max(1, self.seen), 1)


@dataclass
class Checked:
    """What the checks made of a corpus' notes: of its good sentences, and of each kind of harm."""

    good: Outcome
    harmed: dict[str, Outcome]


async def drafted(visits: Iterable[Visit], form: str, wishes: dict[str, Any]) -> list[Noted]:
    """Every sentence the embedded drafter writes of these visits."""
    found: list[Noted] = []
    for visit in visits:
        request = DraftRequest(transcript=list(visit.turns), format=form, preferences=wishes)
        note = await draft_from(request, now=SystemClock().now())
        sentences = (sentence for section in note.sections for sentence in section.sentences)
        found += _noted(visit, sentences, wishes)
    return found


def written_by_people(visits: Iterable[Visit], wishes: dict[str, Any]) -> tuple[list[Noted], int]:
    """The linked sentences of the visits' written notes, and how many these notes have in all."""
    found: list[Noted] = []
    total = 0
    for visit in visits:
        sentences, all_of_them = linked(visit)
        total += all_of_them
        found += _noted(visit, sentences, wishes)
    return found, total


def _noted(visit: Visit, sentences: Iterable[Sentence], wishes: dict[str, Any]) -> Iterator[Noted]:
    lines = tuple(lines_from_transcript(list(visit.turns)))
    chosen = Preferences.model_validate(wishes)
    for sentence in sentences:
        yield Noted(visit.name, sentence.model_copy(update={"flags": ()}), lines, chosen)


def checked(noted: Sequence[Noted], count: int, seed: int) -> Checked:
    """Objections to the sentences as they are, and to `count` of each harm seeded into those without any."""
    good = Outcome()
    clean: list[Noted] = []
    for one in noted:
        raised = objections_to(one, one.sentence)
        _count(good, raised, wrong=bool(raised), example=one.sentence.text)
        if not raised:
            clean.append(one)
    harmed = {kind: _seeded(harm, clean, count, Random(f"{seed} {kind}")) for kind, harm in HARMS.items()}
    return Checked(good, harmed)


def _seeded(harm: Harm, clean: Sequence[Noted], count: int, random: Random) -> Outcome:
    """Sentences in an order of chance, again from the first one while too few could be spoiled."""
    outcome = Outcome()
    for _ in range(3):
        for one in random.sample(clean, len(clean)):
            if outcome.seen >= count:
                return outcome
            spoiled = harm(one, clean, random)
            if spoiled is not None and spoiled.text != one.sentence.text:
                raised = objections_to(one, spoiled)
                _count(outcome, raised, wrong=not raised, example=f"{one.sentence.text} => {spoiled.text}")
    return outcome


def objections_to(one: Noted, sentence: Sentence) -> tuple[Objection, ...]:
    """What the checks object to in a sentence of a visit."""
    known = {line.id: line for line in one.lines}
    order = {line.id: at for at, line in enumerate(one.lines)}
    return objections(sentence, known, order, one.preferences)


def _count(outcome: Outcome, raised: Sequence[Objection], *, wrong: bool, example: str) -> None:
    outcome.seen += 1
    outcome.flagged += bool(raised)
    outcome.by.update(one.flag.value for one in raised)
    if wrong:
        outcome.examples.append(" ".join([example, *(f"[{one.flag}: {one.reason}]" for one in raised)]))


def within_targets(found: Checked) -> bool:
    """Whether enough of the corruptions are caught and few enough good sentences are objected to.

    Crossed statements are told apart: every word of such a sentence was said, only not together.
    """
    told = [one for kind, one in found.harmed.items() if kind != CROSSED]
    caught = sum(one.flagged for one in told) / max(1, sum(one.seen for one in told))
    return caught >= LEAST_CAUGHT and found.good.percent <= MOST_WRONGLY_FLAGGED


def lines_of(found: Checked, examples: int = 0) -> Iterator[str]:
    """The table: a line for the good sentences, one for each kind of harm, and what went wrong below it."""
    yield f"good sentences flagged: {found.good.flagged} of {found.good.seen} ({found.good.percent} %)"
    yield from (f"    {one}" for one in found.good.examples[:examples])
    for kind, one in found.harmed.items():
        yield f"{kind}: {one.flagged} of {one.seen} caught ({one.percent} %)"
        yield from (f"    {missed}" for missed in one.examples[:examples])
    told = [one for kind, one in found.harmed.items() if kind != CROSSED]
    seen, caught = sum(one.seen for one in told), sum(one.flagged for one in told)
    yield f"caught without the crossed ones: {caught} of {seen} ({100 * caught / max(1, seen):.1f} %)"
