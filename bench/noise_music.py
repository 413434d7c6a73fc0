"""Music without a word, synthesised: chords, a tune, drums, arpeggios, an organ, and all together."""

from __future__ import annotations

import numpy as np

from bench.noise_sounds import RATE, Make, Random, Sound, coloured

_SCALE = (0, 2, 4, 5, 7, 9, 11, 12)
_CHORDS = ((0, 4, 7), (9, 12, 16), (5, 9, 12), (7, 11, 14))


def _hertz(semitones: float) -> float:
    return float(220.0 * 2 ** (semitones / 12))


def _note(pitch: float, seconds: float, *, fall: float, overtones: int, vibrato: float = 0.0) -> Sound:
    """One note: harmonics over a falling envelope, with vibrato as a share of the pitch."""
    time = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(pitch * (1 + vibrato * np.sin(2 * np.pi * 5.5 * time))) / RATE
    wave = sum(np.sin(k * phase) / k**1.3 for k in range(1, overtones + 1))
    attack = np.minimum(time / 0.02, 1.0)
    release = np.minimum((seconds - time) / 0.03, 1.0)
    return np.asarray(wave * attack * release * np.exp(-time / fall))


def _line(seconds: float, notes: list[tuple[float, Sound]]) -> Sound:
    line = np.zeros(round(seconds * RATE))
    for at, note in notes:
        start = round(at * RATE)
        part = note[: max(0, len(line) - start)]
        line[start : start + len(part)] += part
    return line


def chords(random: Random, seconds: float) -> Sound:
    """A piano's chords, one a second and a half."""
    root = float(random.integers(-5, 6))
    notes = []
    for number in range(int(seconds / 1.5) + 1):
        for step in _CHORDS[number % 4]:
            notes.append((1.5 * number, _note(_hertz(root + step), 1.5, fall=0.7, overtones=8)))
    return _line(seconds, notes)


def tune(random: Random, seconds: float) -> Sound:
    """A voice-like melody: many overtones, vibrato, no syllables."""
    notes, at = [], 0.0
    while at < seconds:
        length = float(random.choice([0.25, 0.5, 0.5, 1.0]))
        pitch = _hertz(float(random.choice(_SCALE)))
        notes.append((at, _note(pitch, length, fall=2.0, overtones=12, vibrato=0.012)))
        at += length
    return _line(seconds, notes)


def arpeggios(random: Random, seconds: float) -> Sound:
    """A plucked guitar's broken chords."""
    root = float(random.integers(-5, 6))
    notes = []
    for number in range(int(seconds / 0.18) + 1):
        step = _CHORDS[number // 8 % 4][(0, 1, 2, 1)[number % 4]]
        notes.append((0.18 * number, _note(_hertz(root + step), 0.6, fall=0.2, overtones=10)))
    return _line(seconds, notes)


def drums(random: Random, seconds: float) -> Sound:
    """Kick, snare and hat at 110 beats a minute."""
    beat, notes = 60 / 110, []
    time = np.arange(RATE // 4) / RATE
    kick = np.sin(2 * np.pi * np.cumsum(120 * np.exp(-time * 18) + 45) / RATE) * np.exp(-time / 0.08)
    for number in range(int(2 * seconds / beat)):
        at = number * beat / 2
        hat = 0.15 * random.normal(0, 1, RATE // 16) * np.exp(-np.arange(RATE // 16) / 200)
        notes.append((at, hat))
        if number % 4 == 0:
            notes.append((at, 2 * kick))
        if number % 4 == 2:
            snare = coloured(random, 0.25, 0.3, 200, 7000)
            notes.append((at, snare / np.max(np.abs(snare)) * np.exp(-time / 0.06)))
    return _line(seconds, notes)


def organ(random: Random, seconds: float) -> Sound:
    """Sustained chords that change slowly."""
    notes = []
    for number in range(int(seconds / 2.5) + 1):
        for step in (-12, *_CHORDS[number % 4]):
            notes.append((2.5 * number, _note(_hertz(step), 2.6, fall=20.0, overtones=6, vibrato=0.003)))
    return _line(seconds, notes)


def band(random: Random, seconds: float) -> Sound:
    """All of them."""
    parts = (chords, tune, arpeggios, drums)
    return np.asarray(sum(part(random, seconds) for part in parts))


MUSIC: dict[str, Make] = {
    "chords": chords,
    "tune": tune,
    "arpeggios": arpeggios,
    "drums": drums,
    "organ": organ,
    "band": band,
}
"""Pieces of music, by kind."""
