"""Good sentences spoilt in ways that would harm: a negation turned, a number changed, a speaker swapped, a
sentence put in that nobody said. How many of them the checks object to, and to how many good ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from live_notes.drafting.checks import check_sentence
from live_notes.drafting.note import Sentence
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.spec import EvidenceLine


class Harm(StrEnum):
    """What was done to a sentence."""

    NEGATION = "negation turned"
    NUMBER = "number changed"
    SPEAKER = "speaker swapped"
    INVENTED = "sentence invented"


@dataclass(frozen=True)
class Good:
    """A sentence of a note, and the lines of its session."""

    sentence: Sentence
    lines: Sequence[EvidenceLine]
    visit: str
    section: str


@dataclass
class Caught:
    """How many of each harm were made and how many were objected to; how many good ones were, too."""

    made: dict[Harm, int] = field(default_factory=dict)
    caught: dict[Harm, int] = field(default_factory=dict)
    missed: list[tuple[Harm, str]] = field(default_factory=list, repr=False)
    good: int = 0
    flagged: int = 0

    @property
    def share(self) -> float:
        """The share of all harms that was caught."""
        return sum(self.caught.values()) / max(1, sum(self.made.values()))

    @property
    def wrongly(self) -> float:
        """The share of good sentences that was objected to."""
        return self.flagged / max(1, self.good)


_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
)
_NUMBER = re.compile(rf"\b(?:\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|does|do|did|will|would|can|could|should)(?: not|n't)\b"
    r"|\bcannot\b|\bnever\b|\bdenied\b|\bno (?=\w)",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not|n't)", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:reported|stated|described)(?: that)?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def spoilt(
    good: Good, harm: Harm, others: Sequence[Good], preferences: Preferences, random: Random
) -> str | None:
    """The sentence with one harm done to it; None where it offers nothing for that."""
    text = good.sentence.text
    match harm:
        case Harm.NEGATION:
            return _turned(text)
        case Harm.NUMBER:
            return _changed(text, random)
        case Harm.SPEAKER:
            return _swapped(text, preferences)
        case Harm.INVENTED:
            elsewhere = [one for one in others if one.visit != good.visit and one.section == good.section]
            return random.choice(elsewhere).sentence.text if elsewhere else None


def examined(
    goods: Sequence[Good], preferences: Preferences, *, count: int, seed: int, shown: int = 0
) -> Caught:
    """Makes `count` harms, as many of each as there are sentences for, and counts what the checks say."""
    random, caught = Random(seed), Caught()
    caught.good = len(goods)
    caught.flagged = sum(_objected(one, one.sentence.text, preferences) for one in goods)
    sound = [one for one in goods if not _objected(one, one.sentence.text, preferences)]
    for harm in Harm:
        made = 0
        for one in random.sample(sound, len(sound)):
            if made >= count // len(Harm):
                break
            text = spoilt(one, harm, sound, preferences, random)
            if text is None or text == one.sentence.text:
                continue
            made += 1
            if _objected(one, text, preferences):
                caught.caught[harm] = caught.caught.get(harm, 0) + 1
            elif len(caught.missed) < shown:
                caught.missed.append((harm, text))
        caught.made[harm] = made
    return caught


def _objected(good: Good, text: str, preferences: Preferences) -> bool:
    """Whether the checks flag the sentence or leave it out."""
    known = {line.id: line for line in good.lines}
    order = {line.id: at for at, line in enumerate(good.lines)}
    changed = good.sentence.model_copy(update={"text": text, "flags": ()})
    checked = check_sentence(changed, known, order, preferences)
    return checked is None or bool(checked.flags)


def _turned(text: str) -> str | None:
    """A negation taken away, or put in where there is none; not within a quotation."""
    plain = _outside(text, _NEGATED)
    if plain is not None:
        verb = plain.groupdict().get("verb")
        low = plain.group().lower()
        instead = verb or {"cannot": "can", "never": "always", "denied": "reported"}.get(low, "some ")
        return text[: plain.start()] + instead + text[plain.end() :]
    plain = _outside(text, _AUXILIARY)
    if plain is not None:
        return f"{text[: plain.end()]} not{text[plain.end() :]}"
    plain = _outside(text, _REPORTED)
    return None if plain is None else text[: plain.start()] + "denied that" + text[plain.end() :]


def _changed(text: str, random: Random) -> str | None:
    found = _NUMBER.search(text)
    if found is None:
        return None
    old = found.group()
    if old.replace(".", "").isdigit():
        new = str(random.choice([n for n in range(2, 90) if str(n) != old]))
    else:
        new = random.choice([word for word in _NUMBERS if word != old.lower()])
    return text[: found.start()] + new + text[found.end() :]


def _swapped(text: str, preferences: Preferences) -> str | None:
    """What one of the two said given to the other."""
    client, clinician = preferences.client_term.capitalize(), preferences.clinician_term.capitalize()
    for one, other in ((client, clinician), (clinician, client)):
        if text.startswith(f"{one} "):
            return f"{other}{text[len(one) :]}"
    return None


def _outside(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match that is in no quotation."""
    quoted = [(found.start(), found.end()) for found in _QUOTED.finditer(text)]
    inside: Callable[[re.Match[str]], bool] = lambda match: any(a <= match.start() < b for a, b in quoted)
    return next((match for match in pattern.finditer(text) if not inside(match)), None)


def goods_of(
    sections: Iterable[tuple[str, Sequence[Sentence]]], lines: Sequence[EvidenceLine], visit: str
) -> list[Good]:
    """The sentences of a note as they may be spoilt."""
    return [Good(sentence, lines, visit, title) for title, sentences in sections for sentence in sentences]
