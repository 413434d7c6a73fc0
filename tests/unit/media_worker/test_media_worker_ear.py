"""An ear with a real gate and segmenter, and a listener that only counts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import numpy as np

from media_worker.clock import FileClock
from media_worker.ear import Ear, Voice
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Task
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Cuts, Segmenter
from media_worker.vad import FRAME, VoiceGate
from tests.support.tones import quiet, voice
from wire.control import Recognised


class Counting:
    """Hears one word a window, in its middle; nothing when `deaf`."""

    def __init__(self) -> None:
        self.deaf = False

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        return [self._one(task) for task in tasks]

    def _one(self, task: Task) -> Hearing:
        if self.deaf and task.window.final:
            return Hearing()
        middle = task.window.seconds / 2
        return Hearing((Heard(f"w{task.window.number}", middle, middle + 0.1, 0.8),))


class Setting:
    """An ear under test and what it emitted."""

    def __init__(self, listener: Counting, step: float, *, guess: bool = True, decoders: int = 1) -> None:
        self.time = 0.0
        self.step = step
        self.emitted: list[Recognised] = []
        self.scheduler = Scheduler(listener, partial_share=1.0, decoders=decoders)
        self.ear = Ear(
            Voice("trk"),
            FileClock(100.0),
            VoiceGate(),
            Segmenter(Cuts()),
            self.scheduler,
            self.emitted.append,
            now=lambda: self.time,
            partial_seconds=0.2,
            guess=guess,
        )

    async def play(self, samples: np.ndarray, at_once: int = 960) -> None:
        for start in range(0, len(samples), at_once):
            self.time += at_once / SAMPLE_RATE
            self.ear.hear(samples[start : start + at_once])
            await asyncio.sleep(self.step)


@asynccontextmanager
async def hearing(
    listener: Counting | None = None, step: float = 0.001, *, guess: bool = True, decoders: int = 1
) -> AsyncIterator[Setting]:
    setting = Setting(listener or Counting(), step, guess=guess, decoders=decoders)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(setting.scheduler.run())
        yield setting
        running.cancel()


async def test_partials_carry_the_id_of_their_final_and_times_lie_on_the_session_clock() -> None:
    async with hearing() as setting:
        await setting.play(np.concatenate((quiet(1), voice(2), quiet(1), voice(2), quiet(1))))
        await setting.ear.flush()
        finals = [one for one in setting.emitted if one.final]
        partials = [one for one in setting.emitted if not one.final]
        assert [one.id for one in finals] == ["trk-0", "trk-1"]
        assert {one.id for one in partials} == {"trk-0", "trk-1"}
        assert 101.0 < finals[0].start < finals[0].end < 103.5 < finals[1].start
        assert setting.ear.finalised == setting.ear.heard
        order = [one.id for one in setting.emitted]
        assert order == sorted(order)


async def test_a_final_without_words_takes_its_partial_off_the_screen() -> None:
    listener = Counting()
    listener.deaf = True
    async with hearing(listener) as setting:
        await setting.play(np.concatenate((voice(2), quiet(1))))
        await setting.ear.flush()
        assert setting.emitted[0].text == "w0"
        assert setting.emitted[-1].final
        assert setting.emitted[-1].text == ""


async def test_silence_brings_nothing() -> None:
    async with hearing() as setting:
        await setting.play(quiet(5))
        setting.ear.silence(3600 * SAMPLE_RATE)
        await setting.ear.flush()
        assert setting.emitted == []
        assert setting.ear.heard >= 100.0 + 3605 - 0.02


async def test_words_do_not_wait_for_packets_that_never_come() -> None:
    async with hearing() as setting:
        await setting.play(voice(2))
        setting.time += 0.5
        setting.ear.stalled(1.2)
        assert setting.ear.finalised < setting.ear.heard
        setting.time += 1.0
        setting.ear.stalled(1.2)
        await setting.ear.flush()
        assert [one.final for one in setting.emitted][-1]


async def test_a_short_hole_in_speech_is_silence_and_a_long_one_ends_the_window() -> None:
    async with hearing() as setting:
        await setting.play(voice(1))
        setting.ear.silence(FRAME * 5 + 7)
        await setting.play(voice(1))
        setting.ear.silence(10 * SAMPLE_RATE)
        await setting.play(np.concatenate((voice(1), quiet(1))))
        await setting.ear.flush()
        finals = [one for one in setting.emitted if one.final]
        assert len(finals) == 2
        assert finals[1].start > 112.0


async def test_discard_emits_nothing_more() -> None:
    async with hearing() as setting:
        await setting.play(voice(2))
        before = len(setting.emitted)
        setting.ear.discard()
        await asyncio.sleep(0.05)
        assert len(setting.emitted) == before
        await setting.ear.flush()
        assert not [one for one in setting.emitted if one.final]


class Breaking(Counting):
    """Hears partials; every final fails."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        if any(task.window.final for task in tasks):
            raise RuntimeError("no memory")
        return super().hear(tasks)


async def test_when_a_final_can_not_be_decoded_what_was_shown_stays_as_uncertain() -> None:
    async with hearing(Breaking()) as setting:
        await setting.play(np.concatenate((voice(2), quiet(1))))
        await setting.ear.flush()
        last = setting.emitted[-1]
        assert (last.final, last.text, last.low_confidence) == (True, "w0", True)


class Broken(Counting):
    """Hears nothing of what is owed, and no partial either."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        raise RuntimeError


async def test_a_final_that_can_not_be_decoded_and_was_never_shown_is_told() -> None:
    async with hearing(Broken()) as setting:
        await setting.play(np.concatenate((voice(2), quiet(1))))
        await setting.ear.flush()
        (last,) = setting.emitted
        assert (last.text, last.is_lost) == ("", True)


class Noting(Counting):
    """Notes the windows it heard at the quality of finals."""

    def __init__(self) -> None:
        super().__init__()
        self.finals: list[tuple[int, int]] = []

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self.finals += [(task.window.number, task.window.end) for task in tasks if task.window.final]
        return super().hear(tasks)


async def test_a_window_is_decoded_in_the_pause_and_its_words_are_there_as_it_closes() -> None:
    listener = Noting()
    async with hearing(listener) as setting:
        await setting.play(np.concatenate((voice(2), quiet(0.36))))
        await settled(listener, 1)
        assert not [one for one in setting.emitted if one.final]
        await setting.play(quiet(0.3))
        assert [one.final for one in setting.emitted][-1]  # without waiting for the decoder
        assert len(listener.finals) == 1


async def test_where_nothing_is_guessed_each_window_is_decoded_once_when_it_has_closed() -> None:
    listener = Noting()
    async with hearing(listener, guess=False) as setting:
        for _ in range(2):
            await setting.play(np.concatenate((voice(2), quiet(0.36), voice(1), quiet(1))))
        await setting.ear.flush()
        finals = [one for one in setting.emitted if one.final]
        assert [one.text for one in finals] == ["w0", "w1"]
        assert [number for number, _ in listener.finals] == [0, 1]


async def test_a_speaker_who_goes_on_after_a_short_pause_is_decoded_anew() -> None:
    listener = Noting()
    async with hearing(listener) as setting:
        await setting.play(np.concatenate((voice(2), quiet(0.36))))
        await settled(listener, 1)
        await setting.play(np.concatenate((voice(1), quiet(1))))
        await setting.ear.flush()
        (final,) = [one for one in setting.emitted if one.final]
        assert final.text == "w0"
        assert len(listener.finals) == 2
        assert listener.finals[0][1] < listener.finals[1][1]


async def test_a_likely_final_still_waiting_when_the_window_closes_is_delivered_as_the_final() -> None:
    listener = Noting()
    async with hearing(listener, step=0.0) as setting:
        await setting.play(np.concatenate((voice(2), quiet(1))), at_once=len(voice(2)) // 40)
        await setting.ear.flush()
        (final,) = [one for one in setting.emitted if one.final]
        assert final.text == "w0"
        assert len(listener.finals) == 1


async def settled(listener: Noting, finals: int) -> None:
    for _ in range(500):
        if len(listener.finals) >= finals:
            await asyncio.sleep(0.02)
            return
        await asyncio.sleep(0.01)
    raise AssertionError("never decoded")


class Late(Noting):
    """Partials take longer than what is owed."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        if not tasks[0].window.final:
            self.gate.wait(5)
        return super().hear(tasks)


async def test_a_partial_that_is_overtaken_is_not_shown() -> None:
    listener = Late()
    async with hearing(listener, decoders=2) as setting:
        await setting.play(np.concatenate((voice(2), quiet(0.36))))
        await settled(listener, 1)
        shown = len(setting.emitted)
        assert shown == 1
        listener.gate.set()
        await asyncio.sleep(0.05)
        assert len(setting.emitted) == shown
        await setting.play(quiet(1))
        await setting.ear.flush()
        assert [one.final for one in setting.emitted] == [False, True]


class Saying(Counting):
    """Hears the same words in every window."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        words = tuple(Heard(word, 0.2, 0.4, 0.9) for word in self.text.split())
        return [Hearing(words) for _ in tasks]


async def finals_after(text: str, silence: float) -> list[str]:
    async with hearing(Saying(text)) as setting:
        await setting.play(np.concatenate((voice(2), quiet(0.3))))
        for _ in range(100):
            if setting.emitted and setting.emitted[-1].text == text:
                break
            await asyncio.sleep(0.01)
        await setting.play(quiet(silence - 0.3))
        found = [one.text for one in setting.emitted if one.final]
        setting.ear.discard()
        return found


async def test_a_whole_sentence_is_final_after_a_shorter_pause() -> None:
    assert await finals_after("I slept well.", 0.52) == ["I slept well."]
    assert await finals_after("I slept well and", 0.52) == []
    assert await finals_after("I slept well...", 0.52) == []
    assert await finals_after("Okay.", 0.52) == []
    assert await finals_after("I slept well and", 0.8) == ["I slept well and"]
