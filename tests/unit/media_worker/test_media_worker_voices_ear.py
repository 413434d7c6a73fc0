"""An ear that tells voices apart: words first, then whose they are, once for all before the track ends."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from media_worker.clock import FileClock
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.link import ControlLink
from media_worker.settings import EarSettings
from media_worker.voices.ear import MOST_WAITING, Shared, VoiceRoom, VoicesEar
from media_worker.voices.fbank import Features
from media_worker.voices.layout import CHUNK, FRAMES, Activity, Prints
from media_worker.worker import Dial, Worker
from tests.support.shared_microphone import PlainEar, final_of, voice_print
from wire import WIRE_VERSION
from wire.control import MAX_VOICE_PARTS, Heartbeat, OpenTrack, Recognised, Register, VoicesSettled

LOUD = 1000


class Told:
    """Voice models that hear one voice all the time, by the loudness of its first sample."""

    def __init__(self) -> None:
        self.calls = 0
        self.fails = False

    def activity(self, samples: Samples) -> Activity:
        self.calls += 1
        if self.fails:
            raise RuntimeError("purple marmalade")
        activity = np.zeros((FRAMES, 3), np.float32)
        activity[: FRAMES * len(samples) // CHUNK, 0] = 1.0
        return activity

    def prints(self, windows: Features) -> Prints:
        return np.stack([voice_print(0).astype(np.float32) for _ in windows])


def _ear(models: Told, of: int = 1) -> tuple[VoicesEar, list[Recognised | VoicesSettled], list[float]]:
    sent: list[Recognised | VoicesSettled] = []
    spent: list[float] = []
    ear = VoicesEar(
        Shared("t", 2),
        FileClock(),
        VoiceRoom(models),
        lambda emit: PlainEar(emit, of),  # type: ignore[arg-type,return-value]
        sent.append,
        spent.append,
    )
    return ear, sent, spent


def _sound(seconds: float) -> Samples:
    return np.full(round(seconds * SAMPLE_RATE), LOUD, np.int16)


async def test_whose_words_they_are_is_settled_after_the_lastfinal_of() -> None:
    ear, sent, spent = _ear(Told(), of=3)
    ear.hear(_sound(12))
    await ear.flush()
    assert [type(one) for one in sent[:3]] == [Recognised] * 3
    last = sent[-1]
    assert isinstance(last, VoicesSettled)
    assert last.settled
    assert [part.segment for part in last.parts] == ["t-0", "t-1", "t-2"]
    assert sum(isinstance(one, VoicesSettled) and one.settled for one in sent) == 1
    assert len(spent) == 2  # a whole piece, and the rest


async def test_while_the_track_runs_voices_are_told_provisionally() -> None:
    ear, sent, _ = _ear(Told())
    ear._said(final_of(0, 1.0))
    ear.hear(_sound(10))
    await ear._idle.wait()
    told = sent[1]
    assert isinstance(told, VoicesSettled)
    assert not told.settled
    assert [part.segment for part in told.parts] == ["t-0"]


async def test_a_track_on_which_nobody_spoke_is_settled_with_nothing() -> None:
    ear, sent, _ = _ear(Told(), of=0)
    ear.silence(60 * SAMPLE_RATE)
    await ear.flush()
    assert sent == [VoicesSettled(track="t", parts=(), settled=True)]


async def test_models_that_fail_cost_no_word(caplog: pytest.LogCaptureFixture) -> None:
    models = Told()
    models.fails = True
    ear, sent, _ = _ear(models)
    ear.hear(_sound(12))
    await ear.flush()
    last = sent[-1]
    assert isinstance(sent[0], Recognised)
    assert isinstance(last, VoicesSettled)
    assert last.settled
    assert [(part.voice, part.certainty) for part in last.parts] == [(0, 0.0)]
    assert "marmalade" not in caplog.text


async def test_a_discarded_ear_tells_nothing_more_and_keeps_no_print() -> None:
    ear, sent, _ = _ear(Told())
    ear.hear(_sound(10))
    ear.discard()
    await asyncio.wait_for(ear.flush(), 5)
    assert not any(isinstance(one, VoicesSettled) for one in sent)
    assert ear._separation.settled() == []


async def test_when_the_models_are_behind_the_oldest_sound_is_left_out() -> None:
    models = Told()
    ear, _, _ = _ear(models)
    for _ in range(3 * MOST_WAITING):  # no turn of the loop between: nothing can be analysed meanwhile
        ear.hear(_sound(10))
    await ear.flush()
    assert models.calls <= MOST_WAITING + 2


async def test_a_long_track_is_settled_in_several_messages() -> None:
    finals = MAX_VOICE_PARTS + 5
    ear, sent, _ = _ear(Told(), of=finals)
    ear.hear(_sound(3))
    await ear.flush()
    told = [one for one in sent if isinstance(one, VoicesSettled)][1:]  # without the provisional one
    assert [one.settled for one in told] == [False, True]
    assert sum(len(one.parts) for one in told) == finals
    assert all(len(one.parts) <= MAX_VOICE_PARTS for one in told)


class Deaf:
    """A listener that is never asked."""

    def hear(self, tasks: object) -> list[object]:
        raise AssertionError


@pytest.mark.parametrize("able", [True, False])
async def test_a_worker_without_the_models_hears_one_voice_and_says_so(*, able: bool) -> None:
    dial = Dial("ws://127.0.0.1:9/", "token", "w", "m", ("en",), 4)
    worker = Worker(EarSettings(), dial, Deaf(), voices=Told() if able else None)  # type: ignore[arg-type]
    register = Register(version=WIRE_VERSION, worker="w", model="m", languages=("en",), capacity=4)
    beat = Heartbeat(sent_at=0.0, tracks=(), backlog_seconds=0.0, oldest_wait=0.0)
    link = ControlLink(dial.url, "t", register, worker.receive, lambda _: beat)
    worker.receive(link, OpenTrack(session="s", track="one", session_time=0.0))
    worker.receive(link, OpenTrack(session="s", track="two", session_time=0.0, voices=2))
    waiting = [await link.outbox.get() for _ in range(len(link.outbox))]
    assert waiting == ([] if able else [VoicesSettled(track="two", parts=(), settled=True)])
