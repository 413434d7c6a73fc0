"""Sounds of consulting rooms that hold no word, synthesised: arrays of floats, 16 kHz, mono.

Every sound is a function of a seeded generator and a length in seconds; `at_level` brings it to
a loudness. Impulsive sounds are measured by their loudest moments, not by their mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

RATE = 16_000

Sound: TypeAlias = npt.NDArray[np.float64]
Random: TypeAlias = np.random.Generator
Make: TypeAlias = Callable[[Random, float], Sound]


def _time(seconds: float) -> Sound:
    return np.arange(round(seconds * RATE)) / RATE


def at_level(sound: Sound, dbfs: float) -> Sound:
    """The sound in int16 units, the loudest 2 % of its 20 ms frames at `dbfs` (RMS); silence stays silent."""
    frames = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    loud = float(np.quantile(np.sqrt(np.mean(frames**2, axis=1)), 0.98)) if len(frames) else 0.0
    return sound if loud == 0.0 else sound * (32768.0 * 10 ** (dbfs / 20) / loud)


def coloured(random: Random, seconds: float, slope: float, low: float = 20.0, high: float = 8000.0) -> Sound:
    """Noise whose power falls with frequency to the power `slope`, between two frequencies (Hz)."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(random.normal(0, 1, count))
    frequency = np.fft.rfftfreq(count, 1 / RATE)
    shape = np.where((frequency >= low) & (frequency <= high), np.maximum(frequency, 1.0) ** (-slope / 2), 0)
    return np.asarray(np.fft.irfft(spectrum * shape, count))


def _unit(sound: Sound) -> Sound:
    return sound / (np.max(np.abs(sound)) or 1.0)


def _placed(seconds: float, events: Iterable[tuple[float, Sound]]) -> Sound:
    """Sounds laid on a line of so many seconds, each at its second."""
    line = np.zeros(round(seconds * RATE))
    for at, sound in events:
        start = round(at * RATE)
        part = sound[: max(0, len(line) - start)]
        line[start : start + len(part)] += part
    return line


def _times(random: Random, seconds: float, least: float, most: float) -> list[float]:
    """Moments with random gaps between two lengths (seconds)."""
    moments, at = [], 0.05 + float(random.uniform(0.0, most))
    while at < seconds - 0.3:
        moments.append(at)
        at += float(random.uniform(least, most))
    return moments


def _decay(seconds: float, fall: float) -> Sound:
    return np.exp(-_time(seconds) / fall)


def silence(random: Random, seconds: float) -> Sound:
    """Digital silence."""
    return np.zeros(round(seconds * RATE))


def white(random: Random, seconds: float) -> Sound:
    return coloured(random, seconds, 0.0)


def pink(random: Random, seconds: float) -> Sound:
    return coloured(random, seconds, 1.0)


def brown(random: Random, seconds: float) -> Sound:
    return coloured(random, seconds, 2.0)


def hum(random: Random, seconds: float) -> Sound:
    """Mains, 50 or 60 Hz with harmonics."""
    root = float(random.choice([50.0, 60.0]))
    return np.asarray(sum(np.sin(2 * np.pi * root * k * _time(seconds)) / k for k in (1, 2, 3, 4, 5, 7)))


def fan(random: Random, seconds: float) -> Sound:
    """Blades, motor and air."""
    blades = float(random.uniform(80, 140))
    time = _time(seconds)
    tone = sum(np.sin(2 * np.pi * blades * k * time + k) / k for k in range(1, 9))
    air = _unit(coloured(random, seconds, 1.0, 60, 5000))
    return hum(random, seconds) * 0.4 + tone + 6 * air * (1 + 0.2 * np.sin(2 * np.pi * 0.7 * time))


def hum_with_clicks(random: Random, seconds: float) -> Sound:
    return 0.3 * _unit(hum(random, seconds)) + mouse(random, seconds)


def _click(random: Random, seconds: float, fall: float, low: float, high: float) -> Sound:
    return _unit(coloured(random, seconds, 0.0, low, high)) * _decay(seconds, fall)


def typing(random: Random, seconds: float) -> Sound:
    """Keys go down and come up, in bursts."""
    events = []
    for at in _times(random, seconds, 0.07, 0.32):
        strength = float(random.uniform(0.4, 1.0))
        events.append((at, strength * _click(random, 0.05, 0.009, 800, 7000)))
        events.append((at + 0.08, 0.4 * strength * _click(random, 0.03, 0.005, 1500, 7500)))
        events.append((at, 0.6 * strength * _click(random, 0.08, 0.02, 80, 400)))
    return _placed(seconds, events)


def mouse(random: Random, seconds: float) -> Sound:
    pairs = [
        (at + d, _click(random, 0.02, 0.003, 2000, 7800))
        for at in _times(random, seconds, 0.3, 1.5)
        for d in (0, 0.09)
    ]
    return _placed(seconds, pairs)


def _formed(random: Random, seconds: float, formants: Iterable[tuple[float, float]]) -> Sound:
    """Noise through resonances (frequency, width in Hz): air through a throat."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(random.normal(0, 1, count))
    frequency = np.fft.rfftfreq(count, 1 / RATE)
    shape = sum(1 / (1 + ((frequency - f) / width) ** 2) for f, width in formants)
    return np.asarray(np.fft.irfft(spectrum * shape, count))


def breathing(random: Random, seconds: float) -> Sound:
    """In through the nose, out through the mouth."""
    events = []
    for number, at in enumerate(_times(random, seconds, 1.4, 2.4)):
        length = float(random.uniform(0.8, 1.5))
        formants = (
            [(500, 250), (1500, 400), (2600, 600)] if number % 2 else [(900, 500), (2200, 700), (4500, 1500)]
        )
        swell = np.sin(np.pi * _time(length) / length) ** 1.5
        events.append((at, _unit(_formed(random, length, formants)) * swell * random.uniform(0.5, 1)))
    return _placed(seconds, events)


def sighs(random: Random, seconds: float) -> Sound:
    events = []
    for at in _times(random, seconds, 1.5, 3.5):
        length = float(random.uniform(0.7, 1.4))
        swell = np.minimum(_time(length) / 0.12, 1) * _decay(length, length / 3)
        events.append((at, _unit(_formed(random, length, [(700, 200), (1150, 250), (2500, 500)])) * swell))
    return _placed(seconds, events)


def _cough(random: Random) -> Sound:
    burst = _unit(_formed(random, 0.35, [(600, 200), (1600, 400), (3200, 900)])) * _decay(0.35, 0.07)
    time = _time(0.3)
    pitch = 190 - 180 * time
    voice = sum(np.sin(2 * np.pi * k * np.cumsum(pitch) / RATE) / k for k in range(1, 12))
    tail = _unit(np.asarray(voice)) * np.sin(np.pi * time / 0.3) * 0.35
    return _placed(0.6, [(0.0, burst), (0.12, tail)])


def coughs(random: Random, seconds: float) -> Sound:
    """Two or three in a row, a voiced tail after each burst; now and then a throat is cleared."""
    events = []
    for at in _times(random, seconds, 1.5, 3.5):
        events += [(at + 0.4 * k, _cough(random) * (1 - 0.2 * k)) for k in range(int(random.integers(1, 4)))]
    return _placed(seconds, events)


def chair(random: Random, seconds: float) -> Sound:
    """Squeaks: a gliding tone with harmonics, rough."""
    events = []
    for at in _times(random, seconds, 0.8, 2.5):
        length = float(random.uniform(0.15, 0.7))
        time = _time(length)
        glide = random.uniform(350, 1400) * (1 + random.uniform(-0.4, 0.6) * time / length)
        phase = 2 * np.pi * np.cumsum(glide) / RATE
        rough = 1 + 0.5 * np.sin(2 * np.pi * random.uniform(25, 70) * time)
        tone = sum(np.sin(k * phase) / k for k in (1, 2, 3, 4))
        events.append((at, tone * rough * np.sin(np.pi * time / length)))
    return _placed(seconds, events)


def knocks(random: Random, seconds: float) -> Sound:
    events = []
    for at in _times(random, seconds, 1.5, 3.0):
        for k in range(int(random.integers(2, 5))):
            wood = _click(random, 0.15, 0.03, 90, 900)
            events.append((at + 0.22 * k, wood + 0.3 * _click(random, 0.15, 0.005, 1000, 5000)))
    return _placed(seconds, events)


def footsteps(random: Random, seconds: float) -> Sound:
    return _placed(
        seconds,
        [
            (at, _click(random, 0.2, 0.035, 50, 600) + 0.2 * _click(random, 0.2, 0.05, 1000, 6000))
            for at in _times(random, seconds, 0.45, 0.65)
        ],
    )


def paper(random: Random, seconds: float) -> Sound:
    """Pages turned, tissues pulled: crackling noise."""
    crackle = coloured(random, seconds, -0.3, 1000, 7800)
    steps = np.repeat(random.pareto(2.5, round(seconds * 80) + 1), RATE // 80)[: len(crackle)]
    turns = sum(np.exp(-(((_time(seconds) - at) / 0.25) ** 2)) for at in _times(random, seconds, 1.0, 3.0))
    return crackle * steps * turns


def telephone(random: Random, seconds: float) -> Sound:
    """A ring of two tones, or a little tune."""
    time = _time(seconds)
    if random.random() < 0.5:
        cadence = (time % 3.0) < 1.4
        return (np.sin(2 * np.pi * 440 * time) + np.sin(2 * np.pi * 480 * time)) * cadence
    notes = random.choice([659.3, 740.0, 830.6, 987.8, 1108.7], round(seconds * 6) + 1)
    pitch = np.repeat(notes, RATE // 6)[: len(time)]
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * np.exp(-4 * (time * 6 % 1) / 6) * ((time % 4) < 2.6)


def vibration(random: Random, seconds: float) -> Sound:
    """A telephone buzzing on a table."""
    time = _time(seconds)
    motor = np.sign(np.sin(2 * np.pi * float(random.uniform(130, 180)) * time)) + np.sin(
        2 * np.pi * 340 * time
    )
    rattle = 0.3 * _unit(coloured(random, seconds, 0.5, 300, 3000))
    return (motor * 0.4 + rattle) * ((time % 1.6) < 0.8)


def street(random: Random, seconds: float) -> Sound:
    """Cars pass, somebody hoots."""
    time = _time(seconds)
    line = 0.5 * _unit(brown(random, seconds))
    for at in _times(random, seconds, 2.0, 5.0):
        line += _unit(coloured(random, seconds, 1.2, 60, 3500)) * np.exp(-(((time - at) / 1.2) ** 2))
    horn = np.sign(np.sin(2 * np.pi * 410 * _time(0.5))) + np.sign(np.sin(2 * np.pi * 515 * _time(0.5)))
    return line + _placed(seconds, [(at, 0.15 * horn) for at in _times(random, seconds, 3.0, 8.0)])


def rain(random: Random, seconds: float) -> Sound:
    drops = [
        (at, _click(random, 0.03, 0.004, 1500, 7500) * random.uniform(0.1, 0.6))
        for at in _times(random, seconds, 0.005, 0.06)
    ]
    return 0.4 * _unit(coloured(random, seconds, 0.6, 300, 8000)) + _placed(seconds, drops)


def dog(random: Random, seconds: float) -> Sound:
    """Barks: a short falling voice with rough noise."""
    events = []
    for at in _times(random, seconds, 0.5, 2.5):
        time = _time(0.22)
        phase = 2 * np.pi * np.cumsum(random.uniform(420, 650) * (1.2 - 1.5 * time)) / RATE
        bark = _unit(np.asarray(sum(np.sin(k * phase) / k**0.7 for k in range(1, 9))))
        rough = 0.5 * _unit(_formed(random, 0.22, [(900, 300), (2000, 500)]))
        events.append((at, (bark + rough[: len(bark)]) * np.sin(np.pi * time / 0.22) ** 0.7))
    return _placed(seconds, events)


ROOM: dict[str, Make] = {
    "silence": silence,
    "white noise": white,
    "pink noise": pink,
    "brown noise": brown,
    "hum": hum,
    "fan": fan,
    "hum and clicks": hum_with_clicks,
    "typing": typing,
    "mouse": mouse,
    "breathing": breathing,
    "sighs": sighs,
    "coughs": coughs,
    "chair": chair,
    "knocks": knocks,
    "footsteps": footsteps,
    "paper": paper,
    "telephone": telephone,
    "vibration": vibration,
    "street": street,
    "rain": rain,
    "dog": dog,
}
"""Sounds of a room, by kind."""
