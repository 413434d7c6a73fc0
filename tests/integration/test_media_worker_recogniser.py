"""The real recogniser on real speech and on sounds that are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from media_worker.hearing import SAMPLE_RATE, Task, Window
from media_worker.recogniser import Recogniser
from media_worker.transcribe import offline, streaming

pytestmark = pytest.mark.speech

JFK = Path(__file__).parents[1] / "media" / "jfk.flac"


def plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum() or character == " ")


def save(path: Path, samples: np.ndarray) -> Path:
    frame = av.AudioFrame.from_ndarray(samples.astype(np.int16)[None, :], format="s16", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    with av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="mono")
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def noises() -> Iterator[tuple[str, np.ndarray]]:
    random = np.random.default_rng(7)
    time = np.arange(SAMPLE_RATE * 12) / SAMPLE_RATE
    hum = np.sum([np.sin(2 * np.pi * 50 * k * time) / k for k in (1, 2, 3, 5)], axis=0)
    white = random.normal(0, 1, len(time))
    clicks = np.zeros(len(time))
    for at in random.integers(0, len(time) - 400, 60):
        clicks[at : at + 400] += random.normal(0, 1, 400) * np.exp(-np.arange(400) / 60)
    yield "silence", np.zeros(len(time))
    yield "hum", 4000 * hum
    yield "faint noise", 60 * white
    yield "loud noise", 5000 * white
    yield "swelling noise", 3000 * white * (0.5 + 0.5 * np.sin(2 * np.pi * 3 * time))
    yield "clicks", 9000 * clicks
    yield "ringing", 6000 * np.sin(2 * np.pi * 440 * time) * (np.sin(2 * np.pi * 0.5 * time) > 0)


@pytest.mark.parametrize("name", ["tiny", "base"])
def test_sounds_that_are_no_speech_give_no_words(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    recogniser: Recogniser = request.getfixturevalue(name)
    invented = {}
    for kind, sound in noises():
        found = list(offline(save(tmp_path / "noise.wav", np.clip(sound, -32768, 32767)), recogniser))
        whole = np.clip(sound, -32768, 32767).astype(np.int16)[: 5 * SAMPLE_RATE]
        # Also past the voice gate: the recogniser must not believe it either.
        direct = recogniser.hear([Task(Window(0, 0, len(whole), whole, len(whole), final=True))])[0]
        if found or direct.words:
            invented[kind] = (found, direct)
    assert not invented


@pytest.mark.parametrize("name", ["tiny", "base"])
def test_speech_is_heard_with_word_times(name: str, request: pytest.FixtureRequest) -> None:
    done: list[tuple[float, float | None]] = []
    recogniser: Recogniser = request.getfixturevalue(name)
    segments = list(offline(JFK, recogniser, on_progress=lambda at, total: done.append((at, total))))
    text = plain(" ".join(segment.text for segment in segments))
    assert "fellow americans" in text
    assert "what your country can do for you ask what you can do for your country" in text
    words = [word for segment in segments for word in segment.words]
    assert all(a.start <= b.start and a.start <= a.end for a, b in pairwise(words))
    americans = next(word for word in words if "mericans" in word.word)
    assert americans.end == pytest.approx(2.2, abs=0.35)
    assert words[-1].end == pytest.approx(10.4, abs=0.6)
    assert done[-1][0] == pytest.approx(11.0, abs=0.1)
    assert done[0][1] == pytest.approx(11.0, abs=0.1)


def test_a_batch_hears_what_single_windows_hear(tiny: Recogniser) -> None:
    with av.open(str(JFK)) as container:
        resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE)
        pieces = [
            out.to_ndarray()[0] for frame in container.decode(audio=0) for out in resampler.resample(frame)
        ]
    whole = np.concatenate(pieces)
    spans = [(0, 2.6), (3.0, 4.8), (5.1, 11.0)]
    tasks = []
    for number, (start, end) in enumerate(spans):
        samples = whole[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)].copy()
        tasks.append(Task(Window(number, 0, len(samples), samples, len(samples), final=True)))
    together = [plain(hearing.text) for hearing in tiny.hear(tasks)]
    alone = [plain(tiny.hear([task])[0].text) for task in tasks]
    assert together == alone


def test_languages_in_one_batch_and_empty_windows_keep_their_places(base: Recogniser) -> None:
    with av.open(str(JFK)) as container:
        resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE)
        pieces = [
            out.to_ndarray()[0] for frame in container.decode(audio=0) for out in resampler.resample(frame)
        ]
    speech = np.concatenate(pieces)[: 8 * SAMPLE_RATE]
    quiet = np.zeros_like(speech)
    tasks = [
        Task(Window(number, 0, len(sound), sound, len(sound), final=True), language)
        for number, (sound, language) in enumerate(
            [(speech, "en"), (quiet, "es"), (speech, "es"), (speech, "xx")]
        )
    ]
    english, empty, spanish, unknown = base.hear(tasks)
    assert "american" in plain(english.text)
    assert empty.words == ()
    assert "american" in plain(spanish.text)
    assert plain(unknown.text) == plain(english.text)


async def test_streaming_interleaves_tracks_on_one_clock(tiny: Recogniser) -> None:
    events = [event async for event in streaming([("a", JFK), ("b", JFK)], tiny, speed=4.0)]
    for track in ("a", "b"):
        finals = [one.recognised for one in events if one.recognised.track == track and one.recognised.final]
        assert "country" in finals[-1].text.lower()
        partials = {one.recognised.id for one in events if one.recognised.track == track}
        assert partials == {final.id for final in finals}
    tracks = [event.recognised.track for event in events]
    assert tracks.index("b") < len(tracks) - 1 - tracks[::-1].index("a")
    assert [event.emitted_at for event in events] == sorted(event.emitted_at for event in events)
