"""Which sentence of a signed note is which of its draft, and which section is which. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from live_notes.style.abbreviations import ABBREVIATIONS
from live_notes.style.words import worded

_ALIKE = 55.0
"""Per cent of likeness from which a sentence counts as another one reworded."""


@dataclass(frozen=True)
class Part:
    """A section as it is compared: its title and the texts of its sentences."""

    title: str
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, repr=False)
class Pair:
    """A drafted sentence and what the clinician made of it; `signed` None: left out."""

    section: str
    drafted: str
    signed: str | None
    place: int = 0
    """Its place in its section's draft, from 0."""


@dataclass(frozen=True, repr=False)
class Aligned:
    """Two notes side by side. `titles`: signed titles by drafted ones, `order`: drafted titles as signed."""

    pairs: tuple[Pair, ...]
    added: tuple[tuple[str, str], ...]
    """What the clinician wrote beyond the draft: the drafted title of the section, and the sentence."""
    titles: dict[str, str]
    order: tuple[str, ...]


def aligned(drafted: Sequence[Part], signed: Sequence[Part]) -> Aligned:
    """The two notes side by side; each sentence has at most one counterpart."""
    ours = [(part.title, place, text) for part in drafted for place, text in enumerate(part.texts)]
    theirs = [(at, text) for at, part in enumerate(signed) for text in part.texts]
    match = _matched([text for _, _, text in ours], [text for _, text in theirs])
    titles = _titles(drafted, signed, [(ours[one][0], theirs[two][0]) for one, two in match.items()])
    back = {at: title for title, at in titles.items()}
    pairs = tuple(
        Pair(title, text, theirs[match[one]][1] if one in match else None, place)
        for one, (title, place, text) in enumerate(ours)
    )
    taken = set(match.values())
    added = tuple(
        (back[at], text) for two, (at, text) in enumerate(theirs) if two not in taken and at in back
    )
    named = {title: signed[at].title for title, at in titles.items()}
    return Aligned(pairs, added, named, tuple(back[at] for at in range(len(signed)) if at in back))


def _matched(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Counterparts, the likest first; of equally like ones those that stand at like places."""
    left, right = list(map(_in_full, ours)), list(map(_in_full, theirs))
    likeness = [
        (score, -abs(one / max(1, len(left)) - two / max(1, len(right))), one, two)
        for one, a in enumerate(left)
        for two, b in enumerate(right)
        if (score := fuzz.ratio(a, b, score_cutoff=_ALIKE)) >= _ALIKE
    ]
    match: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, two in sorted(likeness, key=lambda found: (-found[0], -found[1], found[2], found[3])):
        if one not in match and two not in taken:
            match[one] = two
            taken.add(two)
    return match


def _in_full(text: str) -> str:
    """A text in small letters with its short forms written out, as far as they are known."""
    words = worded(text).words
    long = [ABBREVIATIONS.get(word.text) or ABBREVIATIONS.get(word.key) for word in words]
    return " ".join(found[0] if found else word.key for found, word in zip(long, words, strict=True))


def _titles(
    drafted: Sequence[Part], signed: Sequence[Part], shared: Sequence[tuple[str, int]]
) -> dict[str, int]:
    """The number of the signed section of each drafted one: by its title, else by most shared sentences."""
    found = {
        part.title: at for part in drafted for at, other in enumerate(signed) if other.title == part.title
    }
    votes = Counter(shared)
    for (title, at), _ in votes.most_common():
        if title not in found and at not in found.values():
            found[title] = at
    return found
