"""Real voice models on real sound: two people in one room, one alone, more than expected, and nobody."""

from __future__ import annotations

import json
import wave
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.clips import sample_pair
from media_worker.clock import FileClock
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.recordings import Recording
from media_worker.voices.ear import Shared, VoiceRoom, VoicesEar
from media_worker.voices.models import load
from media_worker.voices.nets import Nets
from media_worker.voices.separation import Pieces, Separation, analysed
from signaling.cli.program import run
from tests.support.shared_microphone import PlainEar
from wire import Word
from wire.control import Recognised, VoicePart, VoicesSettled

ANSWERS = Path(__file__).parents[2] / "bench" / "voices"


@pytest.fixture(scope="module")
def nets() -> Nets:
    return load()


def _samples(file: Path, seconds: float | None = None) -> Samples:
    with Recording(file) as recording:
        whole = np.concatenate([piece.tracks[0] for piece in recording.pieces()])
    return whole if seconds is None else whole[: round(seconds * SAMPLE_RATE)]


def _finals(words: list[tuple[float, float, int]]) -> tuple[list[Recognised], dict[str, list[int]]]:
    """A final for every five words, in the order of time, and who truly says each word."""
    finals, truth = [], {}
    for number in range(0, len(words), 5):
        some = words[number : number + 5]
        spoken = tuple(Word(word="x", start=begin, end=end, probability=1.0) for begin, end, _ in some)
        name = f"t-{number}"
        finals.append(
            Recognised(
                track="t", id=name, start=some[0][0], end=some[-1][1], text="x", final=True, words=spoken
            )
        )
        truth[name] = [who for _, _, who in some]
    return finals, truth


def _wrong(parts: list[VoicePart], truth: dict[str, list[int]]) -> float:
    """Share of the words with the wrong voice, whoever is called which."""
    pairs = Counter(
        (who, part.voice)
        for part in parts
        for who in truth[part.segment][part.first_word : part.last_word + 1]
    )
    best = max(sum(pairs[who, voice] for who, voice in enumerate(order)) for order in permutations(range(6)))
    return 1 - best / pairs.total()


def _room(seconds: float) -> tuple[Samples, list[tuple[float, float, int]]]:
    """The shipped conversation at one microphone, the client further off, with some noise."""
    near, far = (_samples(clip.file, seconds).astype(float) for clip in sample_pair())
    noise = np.random.default_rng(0).normal(0, 20, len(near))
    words = [
        (begin, end, who)
        for who, clip in enumerate(sample_pair())
        for begin, end, _ in clip.reference
        if end < seconds
    ]
    return np.clip(near + 0.5 * far + noise, -32768, 32767).astype(np.int16), sorted(words)


def _separated(sound: Samples, finals: list[Recognised], nets: Nets, most: int) -> list[VoicePart]:
    separation = Separation(most)
    pieces = Pieces(FileClock(), lambda piece: separation.learn(analysed(piece, nets)))
    pieces.hear(sound)
    pieces.finish()
    for final in finals:
        separation.said(final)
    return separation.settled()


@pytest.mark.parametrize("most", [2, 4])
def test_two_people_in_one_room_are_told_apart(nets: Nets, most: int) -> None:
    sound, words = _room(60)
    finals, truth = _finals(words)
    parts = _separated(sound, finals, nets, most)
    assert {part.voice for part in parts} == {0, 1}
    assert _wrong(parts, truth) < 0.04
    assert parts[0].voice == 0


def test_one_person_alone_is_one_voice(nets: Nets) -> None:
    clip = sample_pair()[1]
    finals, _ = _finals([(begin, end, 0) for begin, end, _ in clip.reference])
    parts = _separated(_samples(clip.file), finals, nets, 2)
    assert {part.voice for part in parts} == {0}


def test_more_people_than_expected_are_no_more_voices(nets: Nets) -> None:
    turns = json.loads((ANSWERS / "answers.json").read_text())["turns"]
    roles = list(dict.fromkeys(turn["role"] for turn in turns))
    said = [(turn["start"], turn["end"], roles.index(turn["role"])) for turn in turns]
    finals, _ = _finals(said)
    parts = _separated(_samples(ANSWERS / "answers.ogg"), finals, nets, 2)
    assert len(roles) > 2
    assert {part.voice for part in parts} <= {0, 1}


@pytest.mark.parametrize(
    "sound",
    [
        lambda: np.zeros(20 * SAMPLE_RATE, np.int16),
        lambda: np.random.default_rng(1).normal(0, 300, 20 * SAMPLE_RATE).astype(np.int16),
        lambda: np.full(12 * SAMPLE_RATE, 32767, np.int16),
        lambda: np.zeros(0, np.int16),
    ],
    ids=["silence", "noise", "clipped", "nothing"],
)
def test_sound_without_anybody_brings_no_second_voice(nets: Nets, sound: Callable[[], Samples]) -> None:
    finals, _ = _finals([(1.0, 1.4, 0), (1.5, 2.0, 0)])
    parts = _separated(sound(), finals, nets, 2)
    assert {part.voice for part in parts} == {0}
    assert all(part.certainty < 0.6 for part in parts)


async def test_while_it_is_heard_voices_are_provisional_and_then_settled(nets: Nets) -> None:
    sound, words = _room(45)
    finals, truth = _finals(words)
    sent: list[Any] = []
    room = VoiceRoom(nets)
    ear = VoicesEar(
        Shared("t", 2),
        FileClock(),
        room,
        lambda emit: PlainEar(emit, of=0),  # type: ignore[arg-type,return-value]
        sent.append,
    )
    for second in range(45):
        ear.hear(sound[second * SAMPLE_RATE : (second + 1) * SAMPLE_RATE])
        for final in finals:
            if second < final.end <= second + 1:
                ear._said(final)
        await ear._idle.wait()
    provisional = [one for one in sent if isinstance(one, VoicesSettled)]
    assert provisional
    assert not any(one.settled for one in provisional)
    await ear.flush()
    last = sent[-1]
    assert isinstance(last, VoicesSettled)
    assert last.settled
    assert _wrong(list(last.parts), truth) < 0.05
    told: dict[str, list[VoicePart]] = {}
    for message in provisional:
        for segment in {part.segment for part in message.parts}:
            told[segment] = [part for part in message.parts if part.segment == segment]
    assert _wrong([part for parts in told.values() for part in parts], truth) < 0.1


@pytest.mark.speech
def test_transcribe_tells_who_speaks_in_one_recording(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, _ = _room(30)
    file = tmp_path / "room.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(sound.tobytes())
    arguments = ["transcribe", str(file), "--voices", "2", "--clinician-first", "5", "--model", "tiny.en"]
    assert run([*arguments, "--json"]) == 0
    segments = json.loads(capsys.readouterr().out)["segments"]
    assert {one["speaker"] for one in segments} == {"voice 1", "voice 2"}
    assert {one["role"] for one in segments if one["speaker"] == "voice 1"} == {"clinician"}
    assert {one["role"] for one in segments if one["speaker"] == "voice 2"} == {"client"}
    assert len({one["id"] for one in segments}) == len(segments)
    assert {one["track"] for one in segments} == {"room-1", "room-2"}
    assert all(
        0 <= one["certainty"] <= 1 and one["uncertain"] == (one["certainty"] < 0.6) for one in segments
    )
