"""The other side of the noise suite: what the guards cost people who do speak.

Short answers of five voices, one of them whispering (`bench/voices/answers.ogg`), at ordinary and
at very low level, the same turned into whispers; whole recordings with their reference words;
both alone and mixed with noise at several ratios. Everything is heard twice, with the guards
and without: what only the unguarded ear hears is what the guards cost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.noise_music import band
from bench.noise_play import as_samples, play, read, unguarded
from bench.noise_sounds import RATE, Make, at_level, fan, pink, rain, street, typing
from bench.words import normalised, word_errors
from media_worker.hearing import Listener, Samples

VOICES = Path(__file__).resolve().parent / "voices"
MEDIA = VOICES.parent.parent / "tests" / "media"
SAMPLE = VOICES.parent.parent / "signaling" / "demo" / "sample"
MIXED: dict[str, Make] = {
    "pink": pink,
    "fan": fan,
    "typing": typing,
    "street": street,
    "rain": rain,
    "music": band,
}
RATIOS = (20, 10, 5)
_ORDER = 18
_FRAME = 512
_HOP = 128

JFK = (
    "And so my fellow Americans ask not what your country can do for you ask what you can do for your country"
)


@dataclass(frozen=True)
class Spoken:
    """Something said: its kind in the table, the sound, and the words."""

    kind: str
    samples: Samples
    words: str


@dataclass
class Cost:
    """Of one kind: answers or words, and how many were heard with the guards and without."""

    said: int = 0
    guarded: int = 0
    unguarded: int = 0
    errors: int = 0
    errors_unguarded: int = 0


def speech_level(samples: Samples) -> float:
    """Active level, dBFS: RMS of the 20 ms frames less than 20 dB below the loudest hundredth."""
    frames = samples[: len(samples) // 320 * 320].reshape(-1, 320).astype(np.float64)
    power = np.mean(frames**2, axis=1)
    active = power[power >= 0.01 * np.quantile(power, 0.99)]
    return 10 * float(np.log10(max(float(np.mean(active)), 1e-3))) - 20 * float(np.log10(32768))


def brought_to(samples: Samples, dbfs: float) -> Samples:
    """The same at another level."""
    return as_samples(samples * 10 ** ((dbfs - speech_level(samples)) / 20))


def whispered(samples: Samples, seed: int = 3) -> Samples:
    """The same without a voice: the throat's resonances (linear prediction) filled with noise."""
    random, window = np.random.default_rng(seed), np.hanning(_FRAME)
    sharp = np.append(samples[:1], samples[1:] - 0.6 * samples[:-1]).astype(np.float64)
    out = np.zeros(len(samples) + _FRAME)
    for at in range(0, len(samples) - _FRAME, _HOP):
        frame = sharp[at : at + _FRAME] * window
        found = np.correlate(frame, frame, "full")[_FRAME - 1 : _FRAME + _ORDER]
        if found[0] < 1:
            continue
        places = np.abs(np.subtract.outer(np.arange(_ORDER), np.arange(_ORDER)))
        taps = np.linalg.solve(found[places] + np.eye(_ORDER) * found[0] * 1e-3, found[1:])
        throat = np.fft.rfft(np.append(1, -taps), _FRAME)
        air = np.fft.irfft(np.fft.rfft(random.normal(0, 1, _FRAME) * window) / throat)
        out[at : at + _FRAME] += air * np.sqrt(found[0] / max(float(np.sum(air**2)), 1e-9)) * window
    return brought_to(as_samples(out[: len(samples)] / (np.max(np.abs(out)) or 1) * 8000), -35)


def answers() -> Iterator[tuple[str, Spoken]]:
    """(voice, short answer with a pause around it)."""
    yield from _turns("answers")


def languages() -> Iterator[tuple[str, Spoken]]:
    """(language, two sentences in it with a pause around them): es, fr, it, pt, ja; en has numbers."""
    yield from _turns("languages")


def _turns(name: str) -> Iterator[tuple[str, Spoken]]:
    """What each role says, one turn after the other."""
    about = json.loads((VOICES / f"{name}.json").read_text("utf-8"))
    whole, quiet = read(VOICES / f"{name}.ogg"), np.zeros(RATE * 3 // 4, np.int16)
    for turn in about["turns"]:
        start, end = (round((turn[key] + by) * RATE) for key, by in (("start", -0.15), ("end", 0.15)))
        yield turn["role"], Spoken(name, np.concatenate((quiet, whole[start:end], quiet)), turn["text"])


def recordings(folder: Path | None) -> Iterator[Spoken]:
    """Whole recordings with their words; `folder` adds its *.wav that have a .txt beside them."""
    yield Spoken("recording", read(MEDIA / "jfk.flac"), JFK)
    for about, where in ((MEDIA / "short.json", MEDIA), (SAMPLE / "sample.json", SAMPLE)):
        told = json.loads(about.read_text("utf-8"))
        for person in told["participants"]:
            words = " ".join(turn["text"] for turn in told["turns"] if turn["role"] == person["role"])
            yield Spoken("recording", read(where / person["file"]), words)
    for path in sorted(folder.glob("*.wav")) if folder else ():
        if path.with_suffix(".txt").exists():
            yield Spoken("recording", read(path), path.with_suffix(".txt").read_text("utf-8"))


def mixed(spoken: Spoken, ratio: int, number: int) -> Spoken:
    """Speech with one of the noises under it, `ratio` dB below it."""
    name = list(MIXED)[number % len(MIXED)]
    noise = MIXED[name](np.random.default_rng(number), len(spoken.samples) / RATE)
    noise = at_level(noise, speech_level(spoken.samples) - ratio)
    room = np.zeros(len(spoken.samples))
    room[: len(noise)] = noise[: len(room)]
    return Spoken(f"{spoken.kind} in noise, {ratio} dB", as_samples(spoken.samples + room), spoken.words)


def everything(folder: Path | None, *, quick: bool = False) -> Iterator[Spoken]:
    """All that is said, kind by kind."""
    for number, (voice, one) in enumerate(answers()):
        if quick and number % 5:
            continue
        soft = "answers, soft voice" if voice == "nicole" else "answers"
        yield Spoken(soft, one.samples, one.words)
        yield Spoken(f"{soft}, -45 dBFS", brought_to(one.samples, -45), one.words)
        yield Spoken("answers, whispered", whispered(one.samples), one.words)
        for ratio in RATIOS:
            yield mixed(one, ratio, number)
    for number, one in enumerate(recordings(folder)):
        yield one
        yield Spoken("recording, -45 dBFS", brought_to(one.samples, -45), one.words)
        for ratio in () if quick else RATIOS:
            yield mixed(one, ratio, number)


def costs(listener: Listener, said: Sequence[Spoken]) -> dict[str, Cost]:
    """What the guards cost, by kind. Of answers those heard at all are counted, of recordings the words."""
    table: dict[str, Cost] = {}
    for one in said:
        cost = table.setdefault(one.kind, Cost())
        guarded = play(one.samples, listener, partial_seconds=1e9).text
        with unguarded():
            free = play(one.samples, listener, partial_seconds=1e9).text
        if one.kind.startswith("answers"):
            cost.said, cost.guarded, cost.unguarded = (
                cost.said + 1,
                cost.guarded + bool(guarded),
                cost.unguarded + bool(free),
            )
            continue
        cost.said += len(normalised(one.words))
        cost.guarded += len(normalised(guarded))
        cost.unguarded += len(normalised(free))
        cost.errors += word_errors(one.words, guarded)[0]
        cost.errors_unguarded += word_errors(one.words, free)[0]
    return table
