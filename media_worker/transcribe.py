"""Recordings to segments, for the command line: offline, or through the live path.

`offline` reads and decodes in turn, so memory stays bounded for hours of sound. `streaming`
plays files at a chosen speed through the same ears and scheduler as a call.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from media_worker.clock import FileClock
from media_worker.cutting import Cutter
from media_worker.ear import Ear, Voice
from media_worker.ears import ear_of, scheduler_of
from media_worker.errors import RecordingError
from media_worker.hearing import SAMPLE_RATE, Listener, Samples, Task, Window
from media_worker.recognised import recognised
from media_worker.recordings import Channels, Recording
from media_worker.settings import EarSettings
from wire.control import Recognised

OnProgress = Callable[[float, float | None], None]
"""Called with seconds done and seconds in all (None when the container does not say)."""

_STEP_SECONDS = 0.06


@dataclass(frozen=True)
class Event:
    """Something recognised while streaming; `emitted_at` in seconds since the stream's start."""

    recognised: Recognised
    emitted_at: float


def offline(
    path: Path,
    listener: Listener,
    *,
    track: str = "track",
    channels: Channels = "mix",
    language: str = "en",
    settings: EarSettings | None = None,
    on_progress: OnProgress = lambda _done, _total: None,
    tap: Callable[[Samples], None] = lambda _: None,
) -> Iterator[Recognised]:
    """Final segments of one recording, as they are decoded; times in seconds of the recording.

    With `channels="split"` the tracks are called `{track}-1`, `{track}-2`, ...; each track's
    segments are in order, the tracks interleave as the sound does. `tap` gets every track's samples before
    they are decoded, to copy what it needs of them.

    Raises:
        RecordingError: see `recordings`; segments before the fault have been given.
    """
    settings = settings or EarSettings()
    with Recording(path, channels) as recording:
        names = _names(track, recording.tracks, split=channels == "split")
        writers = [_Writer(name, language, settings, listener) for name in names]
        done, total = 0.0, recording.seconds
        for piece in recording.pieces():
            for writer, samples in zip(writers, piece.tracks, strict=True):
                tap(samples)
                yield from writer.take(samples)
            done += len(piece.tracks[0]) / SAMPLE_RATE
            piece.wipe()
            on_progress(done, total)
        for writer in writers:
            yield from writer.finish()
        on_progress(done, done)


async def streaming(
    files: Sequence[tuple[str, Path]],
    listener: Listener,
    *,
    speed: float = 1.0,
    channels: Channels = "mix",
    language: str = "en",
    settings: EarSettings | None = None,
    guess: bool = True,
) -> AsyncIterator[Event]:
    """Plays (track, file) pairs together at `speed` times real time; yields partials and finals.

    All tracks share one clock: second 0 of every file is second 0 of the session. When the
    last file has ended, the remaining finals follow. `guess` as in `Ear`: not for a listener that
    sends windows out.

    Raises:
        RecordingError: a file can't be read; nothing of the others is lost before it.
        ValueError: the speed is not above 0.
    """
    if not speed > 0:
        raise ValueError("the speed must be above 0")
    settings = settings or EarSettings()
    events: asyncio.Queue[Event | None] = asyncio.Queue()
    with contextlib.ExitStack() as stack:
        players = [
            stack.enter_context(await asyncio.to_thread(_Player, name, path, channels))
            for name, path in files
        ]
        stage = _Stage(settings, listener, language, events, guess=guess)
        # Not a TaskGroup: one may not span the yields of a generator (PEP 789). Awaited below.
        show = asyncio.get_running_loop().create_task(stage.play(players, speed))
        try:
            while (event := await events.get()) is not None:
                yield event
            await show
        finally:
            show.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(show, return_exceptions=True)


def _names(track: str, count: int, *, split: bool) -> list[str]:
    return [f"{track}-{number}" for number in range(1, count + 1)] if split else [track]


class _Writer:
    """One track of a recording read offline: samples in, final segments out."""

    def __init__(self, track: str, language: str, settings: EarSettings, listener: Listener) -> None:
        self._voice = Voice(track, language)
        self._cutter = Cutter(settings)
        self._listener = listener
        self._last_end = 0.0

    def take(self, samples: Samples) -> Iterator[Recognised]:
        """The segments that end within these samples."""
        for window in self._cutter.take(samples):
            yield from self._decode(window)

    def finish(self) -> Iterator[Recognised]:
        """What is still open."""
        for window in self._cutter.finish():
            yield from self._decode(window)

    def _decode(self, window: Window) -> Iterator[Recognised]:
        hearing = self._listener.hear([Task(window, self._voice.language)])[0]
        window.wipe()
        if hearing.words:
            message = recognised(self._voice.track, window, hearing, FileClock(), self._last_end)
            self._last_end = message.end
            yield message


class _Player:
    """Gives the tracks of one file in steps of equal length."""

    def __init__(self, name: str, path: Path, channels: Channels) -> None:
        self._recording = Recording(path, channels)
        self.names = _names(name, self._recording.tracks, split=channels == "split")
        self._pieces = self._recording.pieces()
        self._rest = [np.zeros(0, np.int16) for _ in self.names]
        self.ended = False

    def __enter__(self) -> _Player:
        return self

    def __exit__(self, *_: object) -> None:
        self._recording.__exit__(None, None, None)

    def next(self, count: int) -> list[Samples]:
        """The next `count` samples of each track, fewer at the end. Blocks on the file."""
        while not self.ended and len(self._rest[0]) < count:
            piece = next(self._pieces, None)
            if piece is None:
                self.ended = True
            else:
                self._rest = [np.concatenate(pair) for pair in zip(self._rest, piece.tracks, strict=True)]
        taken = [rest[:count] for rest in self._rest]
        self._rest = [rest[count:] for rest in self._rest]
        return taken


class _Stage:
    """Ears for every track, fed in step with the clock."""

    def __init__(
        self,
        settings: EarSettings,
        listener: Listener,
        language: str,
        events: asyncio.Queue[Event | None],
        *,
        guess: bool,
    ) -> None:
        self._guess = guess
        self._settings = settings
        self._scheduler = scheduler_of(settings, listener)
        self._language = language
        self._events = events

    async def play(self, players: Sequence[_Player], speed: float) -> None:
        """Plays all files, then ends the queue of events with None."""
        try:
            fault: RecordingError | None = None
            async with asyncio.TaskGroup() as tasks:
                deciding = tasks.create_task(self._scheduler.run())
                fault = await self._play(players, speed)
                deciding.cancel()
            if fault is not None:
                raise fault
        finally:
            self._events.put_nowait(None)

    async def _play(self, players: Sequence[_Player], speed: float) -> RecordingError | None:
        """Feeds the ears and flushes them; a file that breaks off is returned as the fault."""
        loop = asyncio.get_running_loop()
        begun, step, fault = loop.time(), 0, None
        ears = {name: self._ear(name, begun) for player in players for name in player.names}
        while any(not player.ended for player in players):
            step += 1
            await asyncio.sleep(max(0.0, begun + step * _STEP_SECONDS / speed - loop.time()))
            for player in players:
                try:
                    await self._step(player, ears)
                except RecordingError as error:
                    fault, player.ended = error, True
        for ear in ears.values():
            await ear.flush()
        return fault

    async def _step(self, player: _Player, ears: dict[str, Ear]) -> None:
        taken = await asyncio.to_thread(player.next, round(_STEP_SECONDS * SAMPLE_RATE))
        for name, samples in zip(player.names, taken, strict=True):
            if len(samples):
                ears[name].hear(samples)

    def _ear(self, name: str, begun: float) -> Ear:
        loop = asyncio.get_running_loop()

        def emit(message: Recognised) -> None:
            self._events.put_nowait(Event(message, round(loop.time() - begun, 3)))

        voice = Voice(name, self._language)
        return ear_of(self._settings, voice, FileClock(), self._scheduler, emit, guess=self._guess)
