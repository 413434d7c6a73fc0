"""Bad microphones and bad lines: the best words possible, never a crash or a queue that stands still."""

from __future__ import annotations

import asyncio
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from bench.noise_play import as_samples, play, read
from bench.noise_speech import JFK, brought_to
from bench.words import word_errors
from media_worker.clock import FileClock
from media_worker.ear import Ear, Voice
from media_worker.ears import scheduler_of
from media_worker.recogniser import Recogniser
from media_worker.segmenter import Segmenter
from media_worker.settings import EarSettings
from media_worker.transcribe import offline
from media_worker.vad import VoiceGate
from wire.control import Recognised

pytestmark = pytest.mark.speech

SPEECH = Path(__file__).parents[1] / "media" / "jfk.flac"
RATE = 16_000


@pytest.fixture(scope="module")
def speech() -> npt.NDArray[np.int16]:
    return read(SPEECH)


def narrow(samples: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """A telephone's band: 8 kHz, 300 to 3400 Hz."""
    spectrum = np.fft.rfft(samples.astype(np.float64))
    frequency = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(frequency < 300) | (frequency > 3400)] = 0
    return as_samples(np.fft.irfft(spectrum, len(samples)))


def errors(text: str) -> int:
    return word_errors(JFK, text)[0]


@pytest.mark.parametrize(
    ("kind", "most"), [("clipped", 4), ("quiet", 5), ("narrow", 4), ("offset", 3), ("holes", 8)]
)
def test_bad_sound_gives_the_best_words_possible(
    kind: str, most: int, speech: npt.NDArray[np.int16], tiny: Recogniser
) -> None:
    bad = {
        "clipped": lambda: as_samples(speech * 12.0),
        "quiet": lambda: brought_to(speech, -50),
        "narrow": lambda: narrow(speech),
        "offset": lambda: as_samples(brought_to(speech, -30) + 9000.0),
        "holes": lambda: as_samples(speech * ((np.arange(len(speech)) // 640) % 8 != 0)),
    }[kind]()
    assert errors(play(bad, tiny, partial_seconds=1e9).text) <= most


def save(path: Path, left: npt.NDArray[np.float32], right: npt.NDArray[np.float32]) -> Path:
    frame = av.AudioFrame.from_ndarray(np.stack([left, right], axis=1).reshape(1, -1), "flt", "stereo")
    frame.sample_rate = RATE
    with av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_f32le", rate=RATE, layout="stereo")
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("kind", ["dead", "opposite", "broken numbers"])
def test_a_recording_with_one_good_channel_is_heard(
    kind: str, speech: npt.NDArray[np.int16], tiny: Recogniser, tmp_path: Path
) -> None:
    good = (speech / 32768.0).astype(np.float32)
    other = {"dead": np.zeros_like(good), "opposite": -good, "broken numbers": good.copy()}[kind]
    if kind == "broken numbers":
        other[1000:1200], other[50_000:50_100] = np.nan, np.inf
    found = list(offline(save(tmp_path / "two.wav", good, other), tiny))
    assert errors(" ".join(one.text for one in found)) <= 3


async def test_a_line_that_breaks_again_and_again_stalls_no_queue(
    speech: npt.NDArray[np.int16], tiny: Recogniser
) -> None:
    settings, finals = EarSettings(), list[Recognised]()
    scheduler = scheduler_of(settings, tiny)
    ear = Ear(
        Voice("t"),
        FileClock(),
        VoiceGate(),
        Segmenter(),
        scheduler,
        lambda m: finals.append(m) if m.final else None,
    )
    random = np.random.default_rng(4)
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        deciding = tasks.create_task(scheduler.run())
        position = 0
        while position < len(speech):
            length = int(random.integers(1, 4000))
            if random.random() < 0.15:
                ear.silence(length)
            else:
                ear.hear(speech[position : position + length].copy())
            position += length
            await asyncio.sleep(0)
        ear.silence(5 * RATE)
        await ear.flush()
        deciding.cancel()
    times = [(word.start, word.end) for final in finals for word in final.words]
    assert sum(len(final.words) for final in finals) > 8
    assert times == sorted(times)
    assert ear.finalised >= ear.heard - 0.1
