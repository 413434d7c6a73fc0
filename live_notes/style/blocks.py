"""The wordings that would make a drafted sentence what the clinician signed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from live_notes.drafting.language.words import STOP_WORDS, stem
from live_notes.style.abbreviations import stands_for
from live_notes.style.limits import MOST_PHRASE_WORDS
from live_notes.style.words import Word, Worded

_LONGEST_BLOCK = 8
"""Changed words in a row; more is a sentence written anew, which shows no habit."""

_MOST_TOGETHER = 4
_APART = 1.2
_OTHER, _RELATED = 0.9, 0.1


Allowed = Callable[[str, str], bool]
"""Whether a wording may be a rule."""


def wordings_between(drafted: Worded, signed: Worded, allowed: Allowed) -> Iterator[tuple[str, str]]:
    """Every (before, after) that explains some of the change and is allowed, each in as few words as may be.

    Words are put together with those beside them only where they are no rule by themselves.
    """
    ours, theirs = drafted.words, signed.words
    operations = Levenshtein.opcodes(drafted.keys, signed.keys)
    changed = [
        (one.src_start, one.src_end, one.dest_start, one.dest_end) for one in operations if one.tag != "equal"
    ]
    for (a, c), (b, d) in _joined(changed):
        one, other = ours[a:b], theirs[c:d]
        if max(len(one), len(other)) > _LONGEST_BLOCK or any(word.quoted for word in one):
            continue
        around = [
            *(_same(word) for word in ours[max(0, a - 1) : a]),
            *_aligned([word.key for word in one], list(map(_kept, other))),
            *(_same(word) for word in ours[b : b + 1]),
        ]
        yield from _explained(around, allowed)


def _same(word: Word) -> tuple[str, str]:
    return word.key, word.key


def _joined(changed: Sequence[tuple[int, int, int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs of changes without anything equal between them: (start in ours, in theirs), (end, end)."""
    runs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for a, b, c, d in changed:
        if runs and runs[-1][1] == (a, c):
            runs[-1] = (runs[-1][0], (b, d))
        else:
            runs.append(((a, c), (b, d)))
    return runs


def _explained(pieces: Sequence[tuple[str, str]], allowed: Allowed) -> Iterator[tuple[str, str]]:
    """Single pieces that may be rules; then runs with one that may not, in as few pieces as may be."""
    alone = {at for at, (one, other) in enumerate(pieces) if one != other and one and allowed(one, other)}
    yield from (pieces[at] for at in sorted(alone))
    told: set[int] = set()
    for size in range(2, _MOST_TOGETHER + 1):
        for start in range(len(pieces) - size + 1):
            run = range(start, start + size)
            rest = {at for at in run if pieces[at][0] != pieces[at][1] and at not in alone}
            if not rest - told:
                continue
            old = " ".join(pieces[at][0] for at in run if pieces[at][0])
            new = " ".join(pieces[at][1] for at in run if pieces[at][1])
            if old and len(old.split()) <= MOST_PHRASE_WORDS and allowed(old, new):
                told |= rest
                yield old, new


def _kept(word: Word) -> str:
    """A written word as a rule keeps it: capitals only where the whole word has them."""
    return word.text if len(word.text) > 1 and word.text.isupper() else word.key


def _aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """The two runs word by word; "" where one side has nothing. Cheapest first, deterministic."""
    best: dict[tuple[int, int], tuple[float, list[tuple[str, str]]]] = {(len(one), len(other)): (0.0, [])}
    for a in range(len(one), -1, -1):
        for b in range(len(other), -1, -1):
            ways = []
            if a < len(one) and b < len(other):
                ways.append((_cost(one[a], other[b]), (one[a], other[b]), best[a + 1, b + 1]))
            if a < len(one):
                ways.append((_APART / 2, (one[a], ""), best[a + 1, b]))
            if b < len(other):
                ways.append((_APART / 2, ("", other[b]), best[a, b + 1]))
            if ways:
                cost, piece, (rest, pieces) = min(ways, key=lambda way: way[0] + way[2][0])
                best[a, b] = (cost + rest, [piece, *pieces])
    return _phrases(best[0, 0][1])


def _phrases(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words left out in a row are one phrase, and so are words put in: half of one is no habit.

    A small word that only came or went belongs to the change beside it: "reported that" became "reports".
    """
    joined: list[tuple[str, str]] = []
    for one, other in pieces:
        last = joined[-1] if joined else ("", "")
        small = bool(joined) and (_small(one, other) or (not last[0] and _small(*last)))
        if joined and ((not other and not last[1]) or (not one and not last[0]) or small):
            joined[-1] = (f"{last[0]} {one}".strip(), f"{last[1]} {other}".strip())
        else:
            joined.append((one, other))
    return joined


def _small(one: str, other: str) -> bool:
    """Whether a single small word came or went."""
    return not (one and other) and f"{one}{other}".lower() in STOP_WORDS


def _cost(one: str, other: str) -> float:
    if stem(one) == stem(other.lower()) or stands_for(other, one):
        return _RELATED
    return _OTHER
