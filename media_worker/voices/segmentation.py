"""pyannote's segmentation 3.0 (PyanNet; Plaquet and Bredin 2023) as an ONNX graph: sound to who speaks.

The layers and their names are those of pyannote.audio (MIT), whose weights it takes. For each of its frames
it weighs nobody, each of three local speakers, and each pair of them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from media_worker.voices.graph import Graph
from media_worker.voices.torch_file import Tensors

_HIDDEN = 128
_LAYERS = 4
_SLOPE = 0.01
_LOWEST = 50.0
_HIGHEST = 8000.0


def segmentation(weights: Tensors) -> bytes:
    """The model: `x` [chunks, 1, samples] in -1..1 to `y` [chunks, frames, 7], their log-probabilities."""
    filters = {**weights, "sinc.weight": sinc_filters(weights)}
    graph = Graph(filters)
    x = graph.add("Abs", graph.convolution(_normal(graph, "x", "sincnet.wav_norm1d"), "sinc", strides=[10]))
    x = _pooled(graph, x, 0)
    for layer in (1, 2):
        x = _pooled(graph, graph.convolution(x, f"sincnet.conv1d.{layer}"), layer)
    x = graph.add("Transpose", x, perm=[2, 0, 1])  # frames, chunks, features: as LSTM takes it
    for layer in range(_LAYERS):
        x = _lstm(graph, filters, x, layer)
    x = graph.add("Transpose", x, perm=[1, 0, 2])
    for layer in range(2):
        x = graph.add("LeakyRelu", graph.linear(x, f"linear.{layer}"), alpha=_SLOPE)
    classes = graph.add("LogSoftmax", graph.linear(x, "classifier"), axis=-1)
    return graph.model(["chunks", 1, "samples"], classes, ["chunks", "frames", 7])


def sinc_filters(weights: Tensors) -> npt.NDArray[np.float32]:
    """The 80 band-pass filters that their learned edges make (SincNet; Ravanelli and Bengio 2018)."""
    under = "sincnet.conv1d.0.filterbank."
    low = _LOWEST + np.abs(weights[f"{under}low_hz_"])
    high = np.clip(low + _LOWEST + np.abs(weights[f"{under}band_hz_"]), _LOWEST, _HIGHEST)
    times, window = weights[f"{under}n_"], weights[f"{under}window_"]
    even = (np.sin(high @ times) - np.sin(low @ times)) / (times / 2) * window
    odd = (np.cos(low @ times) - np.cos(high @ times)) / (times / 2) * window
    band = high - low
    cosine = np.concatenate([even, 2 * band, even[:, ::-1]], axis=1) / (2 * band)
    sine = np.concatenate([odd, np.zeros_like(band), -odd[:, ::-1]], axis=1) / (2 * band)
    return np.concatenate([cosine, sine])[:, None, :].astype(np.float32)


def _normal(graph: Graph, x: str, name: str) -> str:
    factors = [graph.weight(f"{name}.{part}") for part in ("weight", "bias")]
    return graph.add("InstanceNormalization", x, *factors, epsilon=1e-5)


def _pooled(graph: Graph, x: str, layer: int) -> str:
    x = graph.add("MaxPool", x, kernel_shape=[3], strides=[3])
    return graph.add("LeakyRelu", _normal(graph, x, f"sincnet.norm1d.{layer}"), alpha=_SLOPE)


def _lstm(graph: Graph, weights: Tensors, x: str, layer: int) -> str:
    """One layer, both ways; the two ways side by side."""
    ways = [f"l{layer}", f"l{layer}_reverse"]
    inner = np.stack([_gates(weights[f"lstm.weight_ih_{way}"]) for way in ways])
    again = np.stack([_gates(weights[f"lstm.weight_hh_{way}"]) for way in ways])
    bias = np.stack(
        [
            np.concatenate([_gates(weights[f"lstm.bias_{part}_{way}"]) for part in ("ih", "hh")])
            for way in ways
        ]
    )
    parts = [graph.constant(part) for part in (inner, again, bias)]
    y = graph.add("LSTM", x, *parts, hidden_size=_HIDDEN, direction="bidirectional")
    side_by_side = graph.add("Transpose", y, perm=[0, 2, 1, 3])
    return graph.add("Reshape", side_by_side, graph.constant(np.array([0, 0, 2 * _HIDDEN], np.int64)))


def _gates(learned: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The gates in ONNX's order (input, output, forget, cell); PyTorch's has the output last."""
    into, forget, cell, out = np.split(learned, 4)
    return np.concatenate([into, out, forget, cell])
