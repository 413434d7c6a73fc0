"""Ways to spoil a good sentence of a note, each as somebody's slip or a model's invention would.

A harm gives the sentence spoiled, or None where this one can't be spoiled so. What it changes is one thing:
the rest of the sentence and its evidence stay as they were, except for an invention, which borrows evidence,
and a crossing, which cites the lines of both sentences it mixes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TypeAlias

from live_notes import EvidenceLine, Preferences, Sentence
from live_notes.drafting.language.figures import MONTHS, WEEKDAYS
from live_notes.drafting.language.words import content_stems, stem, word_set

Edit: TypeAlias = tuple[int, int, str]
"""Where a text is changed, and what stands there then."""

RELATIVES = ("mother", "father", "sister", "brother", "son", "daughter", "husband", "wife", "friend")
PEOPLE = ("Martha", "Andrew", "Sofia", "Julian", "Eleanor", "Marcus", "Priya", "Tobias")
PLACES = ("Denver", "Lisbon", "Cleveland", "Dublin", "Portland", "Leeds")
DRUGS = sorted(
    word_set("""
lisinopril metformin atorvastatin synthroid metoprolol amlodipine omeprazole tylenol ibuprofen lasix
meloxicam prednisone gabapentin albuterol sertraline fluoxetine naproxen tramadol warfarin aspirin
amoxicillin penicillin paracetamol losartan hydrochlorothiazide insulin protonix imitrex
""")
)
MOST_SAID = 0.75
"""Share of an invention's content words that may stand anywhere in the visit it is put into."""

_NUMBER_WORDS = sorted(
    word_set("two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty")
)
_UNITS = (("days", "weeks", "months", "years"), ("day", "week", "month", "year"), ("mg", "mcg"))
_AUXILIARY = r"is|are|was|were|has|have|had|can|could|would|should|will|does|did"
_REPORTING = (
    r"report\w*|stat\w+|den\w+|confirm\w*|answer\w*|asked|describ\w+|endors\w+|not(?:es|ed)|mention\w*"
    r"|observed|formulated|thinks|agreed|explain\w*|felt|feels"
)


@dataclass(frozen=True)
class Noted:
    """A sentence of a note, the lines of its visit, and how its people are called."""

    visit: str
    sentence: Sentence
    lines: tuple[EvidenceLine, ...]
    preferences: Preferences


Harm: TypeAlias = Callable[[Noted, Sequence[Noted], Random], Sentence | None]
"""Spoils a sentence; the others are all there are, of every visit."""


def negation(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """A negation lost or added."""
    return _edited(noted, list(_turned_round(noted.sentence.text)), random)


def number(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """Another number, dose, date or unit, in digits or words."""
    return _edited(noted, list(_misread(noted.sentence.text, random)), random)


def speaker(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """Said by, or of, somebody else: client and clinician, client and a relative."""
    return _edited(noted, list(_given_to_another(noted, random)), random)


def name(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """Another person, place or medicine."""
    return _edited(noted, list(_renamed(noted.sentence.text, random)), random)


def invention(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """A sentence of another visit, resting on lines it has nothing to do with; every other one plausible.

    A plausible one is, of forty, the one whose words these lines come nearest to. One whose words nearly all
    stand somewhere in this visit may be true of it as well, and is none.
    """
    said = _stems(line.text for line in noted.lines)
    foreign = [one for one in random.sample(others, min(40, len(others))) if one.visit != noted.visit]
    strange = [one for one in foreign if _share_said(one, said) <= MOST_SAID]
    if not strange:
        return None
    cited = _stems(line.text for line in noted.lines if line.id in noted.sentence.evidence)
    chosen = max(strange, key=lambda one: _near(one, cited)) if random.random() < 0.5 else strange[0]
    return noted.sentence.model_copy(update={"text": chosen.sentence.text})


def crossing(noted: Noted, others: Sequence[Noted], random: Random) -> Sentence | None:
    """Two statements of one note mixed into a third that nobody made, both their lines cited."""
    partners = [one for one in others if one.visit == noted.visit and _apart(one.sentence, noted.sentence)]
    random.shuffle(partners)
    for partner in partners:
        for mix in random.sample((_numbers_swapped, _tails_swapped), 2):
            text = mix(noted.sentence.text, partner.sentence.text)
            if text is not None:
                both = tuple(dict.fromkeys((*noted.sentence.evidence, *partner.sentence.evidence)))
                return noted.sentence.model_copy(update={"text": text, "evidence": both})
    return None


CROSSED = "two statements crossed"

HARMS: dict[str, Harm] = {
    "negation flipped": negation,
    "number changed": number,
    "speaker or subject swapped": speaker,
    "sentence invented": invention,
    "name changed": name,
    CROSSED: crossing,
}
"""Every kind of harm, by how it is told."""


def _edited(noted: Noted, edits: Sequence[Edit], random: Random) -> Sentence | None:
    if not edits:
        return None
    start, end, new = random.choice(edits)
    text = noted.sentence.text
    return noted.sentence.model_copy(update={"text": f"{text[:start]}{new}{text[end:]}"})


def _each(pattern: str, text: str, new: str | Callable[[re.Match[str]], str]) -> Iterator[Edit]:
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield match.start(), match.end(), match.expand(new) if isinstance(new, str) else new(match)


def _turned_round(text: str) -> Iterator[Edit]:
    yield from _each(rf"\b({_AUXILIARY}|do) not\b", text, r"\1")
    yield from _each(r"\b(is|are|was|were|has|have|had|could|would|should|does|did|do)n't\b", text, r"\1")
    yield from _each(r"\bcannot\b|\bcan't\b", text, "can")
    yield from _each(r"\bwon't\b", text, "will")
    yield from _each(r"\bnever\b", text, "often")
    yield from _each(r"(?<!\bno )(?<!\bnot )(?<!\bno, )\bno (?!longer|one|matter|no\b|not\b)(?=\w)", text, "")
    yield from _each(r"\bwithout\b", text, "with")
    yield from _each(r"\bnothing\b", text, "something")
    yield from _each(r"\bden(?:ied|ies)\b", text, "reported")
    yield from _each(r"\b(?:confirmed|endorses)\b", text, "denied")
    yield from _each(r"\breport(?:ed|s) (?!that\b|no\b|not\b)", text, "denied ")
    yield from _each(rf"\b({_AUXILIARY})\b(?! (?:not|no|never|nothing|had)\b|n't)(?= \w)", text, r"\1 not")
    yield from _each(
        rf"\b(she|he|they) (?!\w+ not\b)(?=(?!has|is|was|does|{_REPORTING})\w+(?:s|ed) )", text, r"\1 never "
    )


def _misread(text: str, random: Random) -> Iterator[Edit]:
    yield from _each(r"(?<![\w.])\d+(?:\.\d+)?(?![\w]*\])", text, lambda match: _other_figure(match, random))
    for words in (_NUMBER_WORDS, WEEKDAYS, MONTHS):
        yield from _each(rf"\b(?:{'|'.join(words)})\b", text, partial(_another, words=words, random=random))
    yield from _each(r"\bonce (?=a |daily|per)", text, "twice ")
    yield from _each(r"\btwice\b", text, "once")
    for units in _UNITS:
        yield from _each(
            rf"(?<=\d )(?:{'|'.join(units)})\b", text, partial(_another, words=units, random=random)
        )


def _another(match: re.Match[str], words: Sequence[str], random: Random) -> str:
    return _other(match.group(), words, random)


def _other_figure(match: re.Match[str], random: Random) -> str:
    value = match.group()
    if "." in value:
        return f"{float(value) + random.choice((0.3, 1.0, 2.1)):.1f}"
    whole = int(value)
    others = [new for new in (whole + 1, whole + 2, whole * 2, whole * 10, whole + 5) if new != whole]
    return str(random.choice(others))


def _other(word: str, words: Sequence[str], random: Random) -> str:
    new = random.choice([one for one in words if one != word.lower()])
    return new.capitalize() if word[0].isupper() else new


def _given_to_another(noted: Noted, random: Random) -> Iterator[Edit]:
    text, chosen = noted.sentence.text, noted.preferences
    client, clinician = chosen.client_term, chosen.clinician_term
    relative = random.choice(RELATIVES)
    for mine, theirs in ((client, clinician), (clinician, client)):
        yield from _each(rf"^((?:the )?){mine}(?= (?:{_REPORTING})\b)", text, partial(_cased, term=theirs))
        yield from _each(rf"(?<=, ){mine}(?= (?:answered|reported)\b)", text, theirs)
    yield from _each(rf"^((?:the )?){client}(?= (?:{_REPORTING}|is|has|was)\b)", text, rf"\g<0>'s {relative}")
    yield from _each(r"(?<=\bthat )(?:she|he|they)(?= \w+)", text, f"their {relative}")
    kin = "|".join(RELATIVES)
    yield from _each(rf"\b(?:her|his|their|my|(?:the )?{client}'s) (?:{kin})\b", text, f"the {client}")
    yield from _each(rf"\b(?:{kin})\b", text, partial(_another, words=RELATIVES, random=random))


def _cased(match: re.Match[str], term: str) -> str:
    article = match.group(1)
    return f"{article}{term if article else term.capitalize()}"


def _renamed(text: str, random: Random) -> Iterator[Edit]:
    another_person = partial(_another, words=PEOPLE, random=random)
    yield from _each(rf"\b(?:{'|'.join(DRUGS)})\b", text, partial(_another, words=DRUGS, random=random))
    yield from _each(
        rf"\b(?:{'|'.join(PEOPLE)})\b|(?<=\b(?:Dr|Mr|Ms)\. )(?-i:[A-Z])[a-z]+", text, another_person
    )
    inner = r"(?<=[a-z,] )(?-i:[A-Z])[a-z]{2,}\b(?! [A-Z])"
    yield from _each(inner, text, partial(_another, words=(*PEOPLE, *PLACES), random=random))
    first = r"^(?-i:[A-Z])[a-z]+(?=(?: (?-i:[A-Z])[a-z]+)? is an? \d+)"
    yield from _each(first, text, another_person)


def _share_said(noted: Noted, said: set[str]) -> float:
    mine = set(content_stems(noted.sentence.text))
    return len(mine & said) / max(1, len(mine))


def _stems(texts: Iterator[str]) -> set[str]:
    return {one for text in texts for one in content_stems(text)}


def _near(noted: Noted, cited: set[str]) -> float:
    mine = set(content_stems(noted.sentence.text))
    return len(mine & cited) / max(4, len(mine))


def _apart(one: Sentence, other: Sentence) -> bool:
    return not set(one.evidence) & set(other.evidence)


_FIGURE = re.compile(
    rf"(?<![\w.])(?:\d+(?:[./]\d+)?|(?:{'|'.join(_NUMBER_WORDS)})\b)(?!\w*\])", re.IGNORECASE
)
_VERB = re.compile(rf"(?<=\w) (?=(?:{_AUXILIARY}|looks?|feels?|hurts?|helps?|takes?|started)\b)")


def _numbers_swapped(one: str, other: str) -> str | None:
    mine, theirs = _FIGURE.search(one), _FIGURE.search(other)
    if mine is None or theirs is None or mine.group().lower() == theirs.group().lower():
        return None
    return f"{one[: mine.start()]}{theirs.group()}{one[mine.end() :]}"


def _tails_swapped(one: str, other: str) -> str | None:
    """What the one speaks of, with what the other says of something else."""
    mine, theirs = _halves(one), _halves(other)
    if mine is None or theirs is None:
        return None
    (head, own), (subject, tail) = mine, theirs
    told = {stem(word) for word in ("patient", "client", "doctor", "therapist", "reported", "observed")}
    about, over = set(content_stems(head)) - told, set(content_stems(subject)) - told
    differs = about - over and over - about and set(content_stems(tail)) - set(content_stems(own))
    return f"{head} {tail}" if differs else None


def _halves(text: str) -> tuple[str, str] | None:
    match = _VERB.search(text)
    return None if match is None or '"' in text else (text[: match.start()], text[match.end() :])
