"""The thread's side of an upload: a recording's bytes become windows, whose words go out in order."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from media_worker.clock import FileClock
from media_worker.cutting import Cutter
from media_worker.errors import RecordingError, RecordingTruncated, TooManyChannels
from media_worker.hearing import SAMPLE_RATE, Hearing, Task, Window
from media_worker.queueing import Job, Rank
from media_worker.recognised import recognised
from media_worker.settings import EarSettings
from media_worker.streamed import Incoming, StreamedRecording
from media_worker.voices.ear import told_in_messages
from media_worker.voices.separation import Models, Piece, Pieces, Separation, analysed
from wire.control import Recognised, VoicesSettled, WorkerMessage
from wire.recordings import OpenRecording

STEP_SECONDS = 2.0
"""Sound that the thread reads and cuts before it hands over."""

Emit: TypeAlias = Callable[[WorkerMessage], None]


class RecordedTrack:
    """One track's windows on their way to words, which go out in the order they were said."""

    def __init__(self, name: str, opened: OpenRecording, settings: EarSettings) -> None:
        self.name = name
        # Where people share a track, a window shall hold one of them, as far as pauses tell.
        pause = settings.recording_pause_seconds if opened.voices == 1 else None
        self.cutter = Cutter(settings, pause)
        self._opened = opened
        self._heard: dict[int, tuple[Window, Hearing | None]] = {}
        self._next = 0
        self._last_end = 0.0

    def job(self, window: Window, now: float, done: Callable[[Window, float], None], emit: Emit) -> Job:
        """The window's job for the scheduler."""
        task = Task(window, self._opened.language, self._opened.vocabulary)

        def deliver(hearing: Hearing | None, cpu: float) -> None:
            self._heard[window.number] = (window, hearing)
            while self._next in self._heard:
                self._emit(*self._heard.pop(self._next), emit)
                self._next += 1
            done(window, cpu)

        return Job(self.name, task, now, deliver, Rank.PATIENT)

    def _emit(self, window: Window, hearing: Hearing | None, emit: Emit) -> None:
        if hearing is not None and not hearing.words:
            return
        known = Hearing(low_confidence=True) if hearing is None else hearing  # words are missing: say so
        message = recognised(self.name, window, known, FileClock(), self._last_end)
        self._last_end = max(self._last_end, message.end)
        emit(message)


@dataclass(frozen=True)
class Step:
    """What two seconds of a recording brought: windows by track, seconds heard so far."""

    windows: list[tuple[RecordedTrack, Window]]
    heard: float


class Reading:
    """The thread's side of an upload: bytes to windows. `fault`: how the recording broke off, if it did."""

    def __init__(
        self,
        opened: OpenRecording,
        tracks: list[RecordedTrack],
        incoming: Incoming,
        models: Models | None = None,
    ) -> None:
        self._models = models if opened.voices > 1 else None
        self._voices = Separation(opened.voices)
        self._pieces = Pieces(FileClock(), self._analyse)
        self.voices_cpu = 0.0
        """CPU seconds that telling voices apart took so far."""
        self._opened = opened
        self._tracks = tracks
        self._incoming = incoming
        self._recording: StreamedRecording | None = None
        self.fault: RecordingError | None = None

    def open(self) -> StreamedRecording:
        """The recording, once its first bytes tell what it is. Raises `RecordingError`."""
        recording = StreamedRecording(self._incoming, "split" if len(self._tracks) > 1 else "mix")
        self._recording = recording
        if recording.tracks != len(self._tracks):
            found = "one channel" if recording.tracks == 1 else f"{recording.tracks} channels"
            raise TooManyChannels(
                f"the recording has {found}, and {len(self._tracks)} speakers were named, one a channel"
            )
        return recording

    def steps(self, recording: StreamedRecording) -> Iterator[Step]:
        """The recording's windows, two seconds of it at a time."""
        windows: list[tuple[RecordedTrack, Window]] = []
        heard = told = 0.0
        try:
            for piece in recording.pieces():
                for track, samples in zip(self._tracks, piece.tracks, strict=True):
                    windows += [(track, window) for window in track.cutter.take(samples)]
                if self._models is not None:
                    self._pieces.hear(piece.tracks[0])
                heard += len(piece.tracks[0]) / SAMPLE_RATE
                piece.wipe()
                if heard - told >= STEP_SECONDS:
                    yield Step(windows, heard)
                    windows, told = [], heard
        except RecordingTruncated as cut:
            self.fault = cut  # what came before it is heard
        windows += [(track, window) for track in self._tracks for window in track.cutter.finish()]
        if self._models is not None:
            self._pieces.finish()
        yield Step(windows, heard)

    def said(self, final: Recognised) -> None:
        """Notes when words were said, so that they can be cut between voices."""
        if self._models is not None:
            self._voices.said(final)

    def settled(self) -> list[VoicesSettled]:
        """Whose words they all are, once all are known; nobody's where voices can't be told apart."""
        track = self._tracks[0].name
        parts = [] if self._models is None else self._voices.settled()
        *first, last = told_in_messages(track, parts)
        return [*first, last.model_copy(update={"settled": True})]

    def _analyse(self, piece: Piece) -> None:
        begun = time.thread_time()
        if self._models is not None:
            self._voices.learn(analysed(piece, self._models))
        self.voices_cpu += time.thread_time() - begun

    def close(self) -> None:
        """Overwrites what has not become windows."""
        self._incoming.wipe()
        self._pieces.wipe()
        self._voices.erase()
        if self._recording is not None:
            self._recording.close()
        for track in self._tracks:
            track.cutter.discard()
        self._recording = None
        # The decoder's buffers hang in cycles, and an idle worker would not collect them for long.
        gc.collect()
