"""Voice prints of many chunks to the voices of a track. Pure.

Prints that are alike join, the most alike first, until no two groups are alike enough and no more are left
than people are expected. Speakers of one chunk join only if they are very much alike: they were heard apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import numpy as np
import numpy.typing as npt

from media_worker.voices.local import SPEAKS, Chunk, Stretch

ALIKE = 0.3
"""Groups whose prints are this alike on the average (cosine) are one voice.

Of stretches of 1.5 s in a room, those of one voice are 0.4 to 0.8 alike, those of two 0 to 0.25.
"""

VERY_ALIKE = 0.45
"""Groups that were heard apart in one chunk are one voice only from here on."""

LEADING = 400
"""So many prints, the longest, make the voices; the others follow. Bounds the time a long session takes."""

_SOMEBODY_SECONDS = 1.0
_SMALL_SHARE = 0.02
_SMALL_SECONDS = 3.0
_SAME_TWICE = 0.3
_SPEAKER_BONUS = 0.1
_FULL_SECONDS = 1.5
_SHARPNESS = 10.0
_CLEAR_LIKENESS = 0.4
_APPEARS_FRAMES = 12

Array = npt.NDArray[Any]


class Voices:
    """The voices of a track: mean prints of length one, in the order in which they first spoke."""

    def __init__(self, prints: Array) -> None:
        self._prints = prints

    def __len__(self) -> int:
        return len(self._prints)

    def __repr__(self) -> str:
        return f"<Voices {len(self)}>"

    def erase(self) -> None:
        """Overwrites the prints."""
        self._prints.fill(0)

    def heard(self, chunk: Chunk) -> Array:
        """How active each voice is in each frame of a chunk, 0 to 1, shape (frames, voices).

        The voices share what could be either's, and little is left of what is like none of them.
        """
        heard = np.zeros((len(chunk.activity), len(self)))
        if not chunk.stretches or not len(self):
            return heard
        likeness = np.stack([one.voice_print for one in chunk.stretches]) @ self._prints.T
        for speaker, chosen in self._speakers(chunk.stretches, likeness).items():
            own = [number for number, one in enumerate(chunk.stretches) if one.speaker == speaker]
            stretches = [chunk.stretches[number] for number in own]
            shares = _shares(stretches, likeness[own], chosen)
            heard += chunk.activity[:, [speaker]] * _spread(stretches, shares, len(heard))
        return heard

    def _speakers(self, stretches: Sequence[Stretch], likeness: Array) -> dict[int, int]:
        """The voice of each speaker, by all they say; two share one only if that fits better."""
        speakers = sorted({one.speaker for one in stretches})
        seconds = np.array([[one.seconds * (one.speaker == who) for one in stretches] for who in speakers])
        means = seconds @ likeness / seconds.sum(axis=1, keepdims=True)
        weights = np.minimum(seconds.sum(axis=1), 2.0)

        def fit(chosen: tuple[int, ...]) -> float:
            return float(weights @ means[range(len(chosen)), chosen]) - _SAME_TWICE * (
                len(chosen) - len(set(chosen))
            )

        best = max(product(range(len(self)), repeat=len(speakers)), key=fit)
        return dict(zip(speakers, best, strict=True))


def _shares(stretches: Sequence[Stretch], likeness: Array, chosen: int) -> Array:
    """How far each stretch is each voice's: by its own print, the more the longer it is, or its speaker's."""
    seconds = np.array([[one.seconds] for one in stretches])
    own = np.minimum(1.0, seconds / _FULL_SECONDS)
    mean = (seconds * likeness).sum(axis=0) / seconds.sum()
    scores = own * likeness + (1 - own) * mean
    scores[:, chosen] += _SPEAKER_BONUS
    weights = np.exp(_SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
    like_any = np.clip(scores.max(axis=1, keepdims=True) / _CLEAR_LIKENESS, 0.1, 1.0)
    shares: Array = weights / weights.sum(axis=1, keepdims=True) * like_any
    return shares


def _spread(stretches: Sequence[Stretch], shares: Array, frames: int) -> Array:
    """Shares for every frame: the mean of the stretches that hold it, or those of the nearest one."""
    spread, count = np.zeros((frames, shares.shape[1])), np.zeros((frames, 1))
    for one, share in zip(stretches, shares, strict=True):
        spread[one.first : one.last] += share
        count[one.first : one.last] += 1
    middles = np.array([(one.first + one.last) / 2 for one in stretches])
    nearest = np.abs(np.arange(frames)[:, None] - middles).argmin(axis=1)
    return np.where(count > 0, spread / np.maximum(count, 1), shares[nearest])


@dataclass(eq=False)
class _Group:
    """Prints taken for one voice: their sum by seconds, and which speakers of which chunks they were."""

    total: Array
    seconds: float
    speakers: set[tuple[int, int]]

    def mean(self) -> Array:
        return self.total / self.seconds

    def take(self, other: _Group) -> None:
        self.total = self.total + other.total
        self.seconds += other.seconds
        self.speakers |= other.speakers

    def was_heard_apart_from(self, other: _Group) -> bool:
        """Whether some chunk had both as different speakers, and none as one."""
        if not self.speakers.isdisjoint(other.speakers):
            return False
        return not {chunk for chunk, _ in self.speakers}.isdisjoint(chunk for chunk, _ in other.speakers)


def voices_of(chunks: Sequence[Chunk], most: int) -> Voices:
    """At most `most` voices that speak in these chunks; none when nobody is heard well enough."""
    spoken = [(number, one) for number, chunk in enumerate(chunks) for one in chunk.stretches]
    leading = sorted(spoken, key=lambda pair: -pair[1].seconds)[:LEADING]
    groups = [_Group(one.voice_print * one.seconds, one.seconds, {(at, one.speaker)}) for at, one in leading]
    if not groups:
        return Voices(np.zeros((0, 0)))
    _join(groups)
    groups = _fewer(_large(groups), most)
    prints = np.stack([group.mean() for group in groups])
    prints /= np.maximum(np.linalg.norm(prints, axis=1, keepdims=True), 1e-9)
    return Voices(prints[_by_appearance(chunks, Voices(prints))])


def _by_appearance(chunks: Sequence[Chunk], voices: Voices) -> list[int]:
    """The voices' numbers in the order in which they are first heard."""
    first: dict[int, float] = {}
    for chunk in sorted(chunks, key=lambda one: one.start):
        heard = voices.heard(chunk) > SPEAKS
        for voice in np.flatnonzero(heard.sum(axis=0) >= _APPEARS_FRAMES).tolist():
            first.setdefault(voice, chunk.at(int(heard[:, voice].argmax())))
        if len(first) == len(voices):
            break
    return sorted(range(len(voices)), key=lambda voice: first.get(voice, float("inf")))


def _join(groups: list[_Group]) -> None:
    """Joins the two groups that are most alike on the average, again and again, while alike enough."""
    means = np.stack([group.mean() for group in groups])
    likeness = np.tril(means @ means.T - np.stack([_apart(groups, one) for one in groups]), -1)
    likeness += np.triu(np.full_like(likeness, -9.0))
    while len(groups) > 1:
        one, other = divmod(int(np.argmax(likeness)), len(groups))
        if likeness[one, other] < ALIKE:
            return
        groups[other].take(groups.pop(one))
        means = np.delete(means, one, 0)
        likeness = np.delete(np.delete(likeness, one, 0), one, 1)
        means[other] = groups[other].mean()
        fresh = means @ means[other] - _apart(groups, groups[other])
        likeness[other, :other], likeness[other + 1 :, other] = fresh[:other], fresh[other + 1 :]


def _fewer(groups: list[_Group], most: int) -> list[_Group]:
    """Joins until `most` are left, so that the least is lost (Ward 1963): an odd window before a person."""
    groups = list(groups)
    while len(groups) > most:
        kept, gone = min(combinations(groups, 2), key=lambda pair: _loss(*pair))
        kept.take(gone)
        groups.remove(gone)
    return groups


def _loss(one: _Group, other: _Group) -> float:
    shared = one.seconds * other.seconds / (one.seconds + other.seconds)
    return float(shared * np.sum((one.mean() - other.mean()) ** 2))


def _apart(groups: Sequence[_Group], one: _Group) -> Array:
    """What is taken from the likeness of groups that were heard apart from one."""
    apart = [group is not one and group.was_heard_apart_from(one) for group in groups]
    return (VERY_ALIKE - ALIKE) * np.array(apart)


def _large(groups: Sequence[_Group]) -> list[_Group]:
    """Those who speak for long enough to be somebody; a cough or two voices at once make no person."""
    total = sum(group.seconds for group in groups)
    least = min(_SMALL_SECONDS, max(_SMALL_SHARE * total, _SOMEBODY_SECONDS))
    return [group for group in groups if group.seconds >= least] or [max(groups, key=lambda one: one.seconds)]
