"""Windows to encoder states: only what was said is encoded, the silence after it is known beforehand.

Whisper's decoder wants to see silence after the speech, or it says the end again. Ten seconds of
it cost the encoder as much as ten of speech. But the states of silence hardly depend on the
speech before them: they are computed once, and appended. Speech and `margin` alone go through the
encoder, each window by itself (on a CPU a batch of encodings is slower than one after the other).
On a GPU a padded batch is encoded at once: there the padding is cheap and the way back is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.features import FEATURES_OF_SILENCE, MOST_FRAMES, features, frames_for
from media_worker.hearing import Window

States: TypeAlias = npt.NDArray[np.float32]
"""Encoder states, shape (positions, width); a position is two frames, 20 ms."""

_FRAMES_OF_POSITION = 2
_LEAST_SILENCE = 2.0
"""Seconds of silence that the decoder sees after the longest window, or it says the end of that twice."""


@dataclass(frozen=True)
class Encoded:
    """Windows encoded: `together` for the decoder, in one length.

    `apart`: each alone, without the appended silence; empty where a batch was encoded at once.
    """

    together: Any
    apart: list[Any] = field(default_factory=list)


class Encoding:
    """Encodes windows with one model. Threads may share it."""

    def __init__(self, whisper: Any, pad_seconds: float, margin_seconds: float) -> None:
        self._whisper = whisper
        self._pad = pad_seconds
        self._margin = margin_seconds
        self._silence: States | None = None

    def prepare(self) -> None:
        """Computes the states of silence, some tenths of a second once; `encode` does it if need be."""
        if self._appends:
            self._silent()

    def encode(self, windows: Sequence[Window]) -> Encoded:
        """The states of each window, in order."""
        longest = max(window.seconds for window in windows)
        frames = frames_for(longest, self._pad, max(self._margin, _LEAST_SILENCE))
        if not self._appends:
            return Encoded(self._whisper.encode(self._features(windows, frames)))
        apart = [self._states([window], frames_for(window.seconds, 0.0, self._margin)) for window in windows]
        silence = self._silent()[: frames // _FRAMES_OF_POSITION]
        together = np.stack([np.concatenate((states, silence[len(states) :])) for states in apart])
        return Encoded(_stored(together), [_stored(states[np.newaxis]) for states in apart])

    @property
    def _appends(self) -> bool:
        return bool(self._whisper.model.device == "cpu")

    def _silent(self) -> States:
        """The states of thirty seconds of digital silence."""
        if self._silence is None:
            mels = self._whisper.feature_extractor.mel_filters.shape[0]
            quiet = np.full((1, mels, MOST_FRAMES), FEATURES_OF_SILENCE, np.float32)
            self._silence = np.array(self._whisper.encode(quiet), np.float32)[0]
        return self._silence

    def _states(self, windows: Sequence[Window], frames: int) -> States:
        states: States = np.array(self._whisper.encode(self._features(windows, frames)), np.float32)[0]
        return states

    def _features(self, windows: Sequence[Window], frames: int) -> npt.NDArray[np.float32]:
        return features(self._whisper.feature_extractor, windows, frames)


def _stored(states: npt.NDArray[np.float32]) -> Any:
    """As CTranslate2 takes them, without a copy."""
    from ctranslate2 import StorageView

    return StorageView.from_array(states)
