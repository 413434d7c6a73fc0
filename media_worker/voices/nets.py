"""The two voice models at work. The door to onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as faults

from media_worker.errors import ModelUnavailable
from media_worker.hearing import Samples
from media_worker.voices.fbank import BANDS, Features
from media_worker.voices.layout import CHUNK, CLASSES, FRAMES, LOCALS, PRINT, Activity, Prints

_SPEAKERS = np.array([[float(who in spoken) for who in range(3)] for spoken in CLASSES], np.float32)


FAULTS = (
    faults.Fail,
    faults.InvalidArgument,
    faults.InvalidGraph,
    faults.InvalidProtobuf,
    faults.NoModel,
    faults.NoSuchFile,
    faults.NotImplemented,
    faults.RuntimeException,
)
"""What onnxruntime raises; they share no base of their own."""


class Nets:
    """Both models, one thread each call. Safe from several threads at once.

    Raises:
        ModelUnavailable: a file is missing or no model; the detail names the fix.
    """

    def __init__(self, segmentation: Path, campplus: Path, fix: str) -> None:
        self._segmentation = _session(segmentation, fix)
        self._campplus = _session(campplus, fix)
        self._fix = fix

    def activity(self, samples: Samples) -> Activity:
        """Who speaks when in at most ten seconds; less is filled up with silence. Costs some 25 ms of CPU."""
        wave = np.zeros((1, 1, CHUNK), np.float32)
        wave[0, 0, : len(samples)] = samples
        wave /= 32768.0
        (classes,) = self._segmentation.run(None, {"x": wave})
        wave.fill(0)
        weighed: Activity = np.exp(classes[0]) @ _SPEAKERS
        return weighed

    def prints(self, windows: Features) -> Prints:
        """The voice print of each window, shape (how many, frames, 80), at most 200 frames.

        Costs some 9 ms of CPU for 1.5 s.
        """
        (found,) = self._campplus.run(None, {"x": windows - windows.mean(axis=1, keepdims=True)})
        prints: Prints = found
        return prints

    def warm_up(self) -> None:
        """Runs both once: that they load does not say that they compute.

        Raises:
            ModelUnavailable: they don't, or answer in another shape.
        """
        try:
            activity = self.activity(np.zeros(CHUNK, np.int16))
            prints = self.prints(np.zeros((1, 150, BANDS), np.float32))
        except FAULTS:
            raise ModelUnavailable(f"the voice models load and don't compute: {self._fix}") from None
        if activity.shape != (FRAMES, LOCALS) or prints.shape != (1, PRINT):
            raise ModelUnavailable(f"the voice models answer in another shape: {self._fix}")


def _session(path: Path, fix: str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # what it computed with is given back at once
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except FAULTS:  # they name the machine's paths
        raise ModelUnavailable(f"the voice models are missing or broken: {fix}") from None
