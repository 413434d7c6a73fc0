"""What `attune bench voices` listens to: people at one microphone, and who says which word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from bench.clips import Pair, sound
from bench.words import normalised
from media_worker.hearing import SAMPLE_RATE, Samples
from wire import Word
from wire.control import MAX_VOICES

ANSWERS = Path(__file__).resolve().parent / "voices"
_NEAR_SECONDS = 0.7

Owner: TypeAlias = Callable[[Word], int | None]
"""Who says a recognised word; None when that is not known for sure."""

Wave: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Room:
    """How much softer the second speaker is (dB), the reverberation (s), and speech above noise (dB)."""

    name: str
    softer: float
    reverberation: float
    above_noise: float


ROOMS = (Room("near", 6, 0.3, 25), Room("far", 12, 0.5, 15), Room("bare", 0, 0.8, 10))


@dataclass(frozen=True)
class Case:
    """One recording to be told apart: its people, the sound, and who says what."""

    name: str
    people: int
    samples: Samples
    owner: Owner
    counts: bool = True


def in_room(tracks: Sequence[Samples], room: Room) -> Samples:
    """Tracks as one microphone hears them."""
    chance = np.random.default_rng(0)
    length = max(map(len, tracks))
    mixed = np.zeros(length)
    for number, track in enumerate(tracks):
        heard = _reverberated(track.astype(np.float64), room.reverberation, chance)
        loud = np.abs(track) > 200
        level = np.sqrt(np.mean(track[loud].astype(np.float64) ** 2)) if loud.any() else 1.0
        mixed[: len(track)] += heard * 3000 / level * 10 ** (-room.softer * number / 20)
    noise = 3000 * 10 ** (-room.above_noise / 20) * chance.normal(size=length)
    return np.clip(mixed + noise, -32768, 32767).astype(np.int16)


def _reverberated(track: Wave, seconds: float, chance: np.random.Generator) -> Wave:
    """A track with the decaying noise a room adds, 6 dB below it at the most."""
    count = int(seconds * SAMPLE_RATE)
    tail = chance.normal(size=count) * np.exp(-6.9 * np.arange(count) / count)
    tail *= 0.5 / np.sqrt(np.sum(tail**2))
    tail[0] = 1.0
    size = 1 << (len(track) + count).bit_length()
    heard: Wave = np.fft.irfft(np.fft.rfft(track, size) * np.fft.rfft(tail, size))[: len(track)]
    return heard


def by_words(references: Sequence[Iterable[tuple[float, float, str]]]) -> Owner:
    """Whoever alone says that very word within 0.7 s."""
    said = [
        (_plain(text), (start + end) / 2, who)
        for who, reference in enumerate(references)
        for start, end, text in reference
    ]

    def owner(word: Word) -> int | None:
        text, middle = _plain(word.word), (word.start + word.end) / 2
        near = {who for other, at, who in said if text and other == text and abs(at - middle) < _NEAR_SECONDS}
        return near.pop() if len(near) == 1 else None

    return owner


def _plain(text: str) -> str:
    return "".join(normalised(text))


def by_turns(turns: Sequence[tuple[float, float, int]]) -> Owner:
    """Whoever alone speaks for half of the word's time at the least."""

    def owner(word: Word) -> int | None:
        length = max(0.02, word.end - word.start)
        speaks: Counter[int] = Counter()
        for start, end, who in turns:
            speaks[who] += round(1000 * max(0.0, min(end, word.end) - max(start, word.start)))
        found = [who for who, spoken in speaks.items() if spoken > 500 * length]
        return found[0] if len(found) == 1 else None

    return owner


def conversations(pairs: Sequence[Pair]) -> Iterator[Case]:
    """Every pair in every room."""
    for pair in pairs:
        tracks = [sound(one.file) for one in pair]
        owner = by_words([one.reference for one in pair])
        for room in ROOMS:
            yield Case(f"{pair[0].file.stem}, {room.name}", len(pair), in_room(tracks, room), owner)


def answers() -> Iterator[Case]:
    """Every pair of the shipped voices, answering in turns."""
    turns = json.loads((ANSWERS / "answers.json").read_text("utf-8"))["turns"]
    whole = sound(ANSWERS / "answers.ogg")
    roles = list(dict.fromkeys(turn["role"] for turn in turns))
    for pair in combinations(roles, 2):
        own = [[turn for turn in turns if turn["role"] == role] for role in pair]
        parts, spoken, at = [], [], 0.0
        for both in zip(*own, strict=False):
            for who, turn in enumerate(both):
                part = whole[round(turn["start"] * SAMPLE_RATE) : round(turn["end"] * SAMPLE_RATE)]
                spoken.append((at, at + len(part) / SAMPLE_RATE, who))
                parts += [part, np.zeros(SAMPLE_RATE * 2 // 5, np.int16)]
                at += len(part) / SAMPLE_RATE + 0.4
        yield Case(f"{pair[0]} and {pair[1]}", 2, np.concatenate(parts), by_turns(spoken), counts=False)


def meetings(folder: Path) -> Iterator[Case]:
    """The recordings of a folder of which an RTTM file there tells who speaks when."""
    turns: dict[str, list[tuple[float, float, str]]] = {}
    for file in sorted(folder.glob("*.rttm")):
        for line in file.read_text("utf-8").splitlines():
            fields = line.split()
            if len(fields) >= 8 and fields[0] == "SPEAKER":
                start, length = float(fields[3]), float(fields[4])
                turns.setdefault(fields[1], []).append((start, start + length, fields[7]))
    for name, told in turns.items():
        file = folder / f"{name}.wav"
        people = sorted({who for _, _, who in told})
        if file.is_file() and 2 <= len(people) <= MAX_VOICES:
            spoken = [(start, end, people.index(who)) for start, end, who in told]
            yield Case(name, len(people), sound(file), by_turns(spoken), counts=False)
