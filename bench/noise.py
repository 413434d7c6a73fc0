"""Whether words are invented: sounds without a word through the ear of a call, and what guards cost speech.

    python -m bench noise                    # both bundled models, synthesised sounds, speech
    python -m bench noise --public FOLDER    # and public recordings, fetched into it
    python -m bench noise --model tiny.en --skip-speech --json
    python -m bench noise --audio FOLDER     # more speech: *.wav with the words beside it in *.txt

Every sound runs through the voice gate, the segmenter and the recogniser as a live track does,
partials included. Exit code 1 when a word was heard where nobody spoke, or when another speaker's
voice that leaks from a loudspeaker 40 dB or more below an ordinary one was heard. At 35 dB below it
is as loud as a person who speaks very softly: what is heard then is listed, as true words (`leaked`)
and misheard ones, and so is `babble`, eight people talking at once: those are words.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench import noise_public, noise_speech
from bench.noise_music import MUSIC
from bench.noise_play import as_samples, play
from bench.noise_sounds import RATE, ROOM, Make, at_level, coloured
from bench.noise_speech import Spoken, brought_to
from bench.told import VOCABULARY
from bench.words import normalised
from media_worker.__main__ import load_recogniser
from media_worker.hearing import Listener, Samples
from media_worker.settings import EarSettings

MODELS = ("base", "tiny.en")
LEVELS = (-60, -50, -40, -30, -20, -10)
PUBLIC_LEVELS = (-20, -40)
LEAKS = (-35, -40, -45)
_MUST_NOT_BE_HEARD = -40
_OWN_VOICE = -20
_MOST_BABBLE = 8


@dataclass(frozen=True)
class Noise:
    """A sound in which nobody speaks to this microphone. `words` are those said elsewhere, if any."""

    kind: str
    level: int
    samples: Samples
    words: str = ""


@dataclass
class Row:
    """One kind: how long it played, and the words heard in it."""

    kind: str
    seconds: float = 0.0
    windows: int = 0
    words: int = 0
    leaked: int = 0
    heard: list[str] | None = None


def synthesised(seed: int, seconds: float, levels: Sequence[int] = LEVELS) -> Iterator[Noise]:
    """Every sound of a room and every piece of music, at every level."""
    makes: dict[str, Make] = {**ROOM, **MUSIC}
    for kind, make in makes.items():
        for level in levels if kind != "silence" else levels[:1]:
            random = np.random.default_rng([seed, zlib.crc32(kind.encode()), -level])
            yield Noise(kind, level, as_samples(at_level(make(random, seconds), level)))


def public(folder: Path) -> Iterator[Noise]:
    """The public recordings, each at two levels."""
    noise_public.fetch(folder)
    for kind, samples in noise_public.recordings(folder):
        for level in PUBLIC_LEVELS:
            yield Noise(f"public {kind}", level, brought_to(samples, level))


def crosstalk(said: Sequence[Spoken], seconds: float = 30.0) -> Iterator[Noise]:
    """Another speaker out of a small loudspeaker, so many dB below an ordinary voice, over room tone."""
    for number, one in enumerate(said):
        dry = one.samples[: round(seconds * RATE)].astype(np.float64)
        spectrum = np.fft.rfft(dry)
        spectrum[np.fft.rfftfreq(len(dry), 1 / RATE) < 250] = 0
        wet = np.fft.irfft(spectrum, len(dry))
        for delay, share in ((0.011, 0.5), (0.023, 0.3), (0.041, 0.2)):
            wet[round(delay * RATE) :] += share * wet[: -round(delay * RATE)]
        tone = at_level(coloured(np.random.default_rng(number), len(dry) / RATE + 1, 1.0), -72)[: len(dry)]
        for leak in LEAKS:
            voice = brought_to(as_samples(wet), _OWN_VOICE + leak)
            yield Noise(f"crosstalk {leak} dB", _OWN_VOICE + leak, as_samples(voice + tone), one.words)


def babble(said: Sequence[Spoken], seconds: float = 20.0) -> Iterator[Noise]:
    """Eight talkers at once, none louder than another."""
    count = round(seconds * RATE)
    line = np.zeros(count)
    for number in range(_MOST_BABBLE):
        voice = brought_to(said[number % len(said)].samples, -25).astype(np.float64)
        line += np.resize(np.roll(voice, number * 5 * RATE), count)
    for level in (-50, -40, -30):
        words = " ".join(one.words for one in said)
        yield Noise("babble", level, brought_to(as_samples(line / _MOST_BABBLE), level), words)


def hear_nothing(
    listener: Listener,
    noises: Iterator[Noise],
    partial_seconds: float,
    vocabulary: tuple[str, ...] = VOCABULARY,
) -> list[Row]:
    """Plays the sounds; one row a kind."""
    rows: dict[str, Row] = {}
    for noise in noises:
        row = rows.setdefault(noise.kind, Row(noise.kind, heard=[]))
        heard = play(noise.samples, listener, partial_seconds, vocabulary)
        row.seconds += len(noise.samples) / RATE
        row.windows += heard.windows
        said = set(normalised(noise.words))
        for one in (*heard.finals, *heard.partials):
            true = sum(word in said for word in normalised(one.text))
            row.leaked += true
            row.words += len(one.text.split()) - true
            if one.text and row.heard is not None:
                row.heard.append(f"{noise.level}: {one.text}{'' if one.final else ' ...'}")
    return list(rows.values())


def measure(model: str, chosen: argparse.Namespace) -> dict[str, Any]:
    """Both sides of one model."""
    listener = load_recogniser(EarSettings(model=model))
    said = list(noise_speech.recordings(chosen.audio))
    told = () if chosen.untold else VOCABULARY
    nobody = hear_nothing(listener, _nobody(chosen), chosen.partial_seconds, told)
    voices = hear_nothing(listener, iter([*crosstalk(said), *babble(said)]), chosen.partial_seconds, told)
    result: dict[str, Any] = {
        "model": model,
        "seconds": round(sum(row.seconds for row in nobody), 1),
        "words": sum(row.words for row in nobody),
        "nobody": [asdict(row) for row in nobody],
        "voices": [asdict(row) for row in voices],
    }
    if not chosen.skip_speech:
        everything = list(noise_speech.everything(chosen.audio, quick=chosen.quick))
        costs = noise_speech.costs(listener, everything)
        result["speech"] = {kind: asdict(cost) for kind, cost in costs.items()}
    return result


def _nobody(chosen: argparse.Namespace) -> Iterator[Noise]:
    yield from synthesised(chosen.seed, chosen.seconds)
    if chosen.public is not None:
        yield from public(chosen.public)


def show(result: dict[str, Any]) -> None:
    """The tables of one model."""
    print(
        f"Model {result['model']}: {result['words']} words in {result['seconds']:.0f} s in which nobody spoke"
    )
    print(f"{'sound':<26}{'seconds':>9}{'windows':>9}{'words':>7}{'leaked':>8}")
    for row in (*result["nobody"], *result["voices"]):
        print(
            f"{row['kind']:<26}{row['seconds']:>9.0f}{row['windows']:>9}{row['words']:>7}{row['leaked']:>8}"
            + "".join(f"\n    {text}" for text in row["heard"][:6])
        )
    if "speech" in result:
        print(f"{'what people said':<36}{'said':>7}{'heard':>7}{'without guards':>16}{'word errors':>14}")
        for kind, cost in result["speech"].items():
            wrong = f"{cost['errors']}/{cost['errors_unguarded']}" if not kind.startswith("answers") else ""
            print(f"{kind:<36}{cost['said']:>7}{cost['guarded']:>7}{cost['unguarded']:>16}{wrong:>14}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench noise", description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="append", help="base, tiny.en or a folder; default both")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other sounds")
    parser.add_argument("--seconds", type=float, default=5.0, help="length of each synthesised sound")
    parser.add_argument("--public", type=Path, metavar="FOLDER", help="fetch and play public recordings")
    parser.add_argument("--audio", type=Path, metavar="FOLDER", help="more speech: *.wav beside *.txt")
    parser.add_argument("--partial-seconds", type=float, default=0.8, help="time between partials")
    parser.add_argument("--skip-speech", action="store_true", help="only sounds in which nobody speaks")
    parser.add_argument("--quick", action="store_true", help="a fifth of the answers, no recordings in noise")
    parser.add_argument(
        "--untold", action="store_true", help="without the vocabulary that a call's tracks have"
    )
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    results = []
    for model in chosen.model or MODELS:
        results.append(measure(model, chosen))
        if not chosen.json:
            show(results[-1])
    if chosen.json:
        print(json.dumps(results))
    return int(any(result["words"] or _too_far(result["voices"]) for result in results))


def _too_far(rows: Sequence[dict[str, Any]]) -> int:
    """Words of voices so faint that they must not be heard."""
    far = {f"crosstalk {leak} dB" for leak in LEAKS if leak <= _MUST_NOT_BE_HEARD}
    return sum(row["words"] + row["leaked"] for row in rows if row["kind"] in far)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
