"""The same recordings decoded at leisure: faster-whisper's own `transcribe`, beam 5, voice filter."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from bench.calls import Track
from bench.clips import sound
from bench.words import normalised, timed
from media_worker.hearing import SAMPLE_RATE
from media_worker.models import locate


class OfflineErrors:
    """Word errors of recordings, each decoded once."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._whisper: Any = None
        self._heard: dict[tuple[Path, float], tuple[int, int]] = {}

    def percent(self, tracks: Iterable[Track]) -> float:
        """Errors in per cent of the words, each recording as far as its first round was played at most."""
        lengths: dict[Path, Track] = {}
        for track in tracks:
            known = lengths.setdefault(track.clip.file, track)
            if track.until > known.until:
                lengths[track.clip.file] = track
        found = [self._of(track) for track in lengths.values()]
        return round(100 * sum(errors for errors, _ in found) / max(1, sum(words for _, words in found)), 2)

    def _of(self, track: Track) -> tuple[int, int]:
        until = min(track.until, track.period)
        key = (track.clip.file, until)
        if key not in self._heard:
            samples = sound(track.clip.file)[: round(until * SAMPLE_RATE)].astype(np.float32) / 32768.0
            expected = [one.word for one in timed(track.said(0))]
            self._heard[key] = Levenshtein.distance(expected, self._decoded(samples)), len(expected)
        return self._heard[key]

    def _decoded(self, samples: np.ndarray[Any, np.dtype[np.float32]]) -> list[str]:
        if not len(samples):
            return []
        segments, _ = self._loaded().transcribe(samples, beam_size=5, language="en", vad_filter=True)
        return normalised(" ".join(segment.text for segment in segments))

    def _loaded(self) -> Any:
        if self._whisper is None:
            from faster_whisper import WhisperModel

            path = str(locate(self._model).path)
            self._whisper = WhisperModel(path, device="cpu", compute_type="int8", local_files_only=True)
        return self._whisper
