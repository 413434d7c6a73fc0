"""faster-whisper's own ways of decoding a recording, to be measured beside ours.

`transcribe` decodes thirty seconds at a time, `BatchedInferencePipeline` several such at once; both find
speech by Silero (`vad_filter`), both take the same model files, device and number format as a worker, and as
many threads in all. Everything else is as the library has it by default.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.devices import computing
from media_worker.models import locate
from media_worker.settings import EarSettings

Wave: TypeAlias = npt.NDArray[np.float32]
"""Mono, 16 kHz, -1 to 1, shape (n,)."""


@dataclass(frozen=True)
class Way:
    """How a recording is decoded: so many beams, `batch` chunks at once; None is `transcribe`."""

    beam: int
    batch: int | None = None

    @property
    def name(self) -> str:
        """As the table has it."""
        how = "transcribe" if self.batch is None else f"batched {self.batch}"
        return f"{how}, beam {self.beam}"


WAYS = tuple(Way(beam, batch) for batch in (None, 8, 16) for beam in (5, 1))


class Reference:
    """faster-whisper with the settings' model.

    One recording is decoded after the other by all threads; `side_by_side`: as many as a worker has
    decoders at once, each by as many threads as one of them has. `word_times`: words are aligned too.

    Raises:
        ModelUnavailable: the model or the device is not there.
    """

    def __init__(
        self, settings: EarSettings, *, side_by_side: bool = False, word_times: bool = False
    ) -> None:
        from faster_whisper import WhisperModel

        where = computing(settings.device, settings.compute_type)
        self._at_once = settings.decoders if side_by_side else 1
        self._word_times = word_times
        self._whisper: Any = WhisperModel(
            str(locate(settings.model, settings.models_folder).path),
            device=where.device,
            compute_type=where.compute_type,
            cpu_threads=settings.threads * settings.decoders // self._at_once,
            num_workers=self._at_once,
            local_files_only=True,
        )

    def texts(self, way: Way, recordings: Sequence[Wave]) -> list[str]:
        """What is heard in each recording."""
        if self._at_once == 1:
            return [self._text(way, recording) for recording in recordings]
        with ThreadPoolExecutor(self._at_once) as threads:
            return list(threads.map(lambda recording: self._text(way, recording), recordings))

    def _text(self, way: Way, recording: Wave) -> str:
        segments, _ = self._transcriber(way)(
            recording,
            beam_size=way.beam,
            language="en",
            vad_filter=True,
            word_timestamps=self._word_times,
            **({} if way.batch is None else {"batch_size": way.batch}),
        )
        return " ".join(segment.text for segment in segments)

    def _transcriber(self, way: Way) -> Any:
        if way.batch is None:
            return self._whisper.transcribe
        from faster_whisper import BatchedInferencePipeline

        return BatchedInferencePipeline(model=self._whisper).transcribe
