"""CAM++ (Wang et al. 2023, arXiv:2303.00332) as an ONNX graph: log-mel features to a voice print.

The layers and their names are those of 3D-Speaker's `campplus` (Apache 2.0), whose weights it takes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from media_worker.voices.graph import Graph
from media_worker.voices.torch_file import Tensors

_BLOCKS = ((12, 1), (24, 2), (16, 2))
"""Layers of each dense block, and how far their kernels are spread."""


def campplus(weights: Tensors) -> bytes:
    """The model: `x` [windows, frames, 80] of at most 200 frames (2 s) to `y` [windows, 192].

    CAM++ pools over stretches of 2 s besides the whole; a window no longer than one has one mean for both.
    """
    graph = Graph(weights)
    x = graph.add("Transpose", "x", perm=[0, 2, 1])
    x = _head(graph, graph.add("Unsqueeze", x, graph.constant(_axes(1))))
    x = graph.convolution(x, "xvector.tdnn.linear", kernel_shape=[5], strides=[2], pads=[2, 2])
    x = _relu_of(graph, x, "xvector.tdnn.nonlinear")
    for number, (layers, spread) in enumerate(_BLOCKS, 1):
        for layer in range(1, layers + 1):
            grown = _dense_layer(graph, x, f"xvector.block{number}.tdnnd{layer}", spread)
            x = graph.add("Concat", x, grown, axis=1)
        x = _relu_of(graph, x, f"xvector.transit{number}.nonlinear")
        x = graph.convolution(x, f"xvector.transit{number}.linear")
    x = _relu_of(graph, x, "xvector.out_nonlinear")
    x = graph.convolution(_statistics(graph, x), "xvector.dense.linear")
    x = graph.batch_norm(x, "xvector.dense.nonlinear.batchnorm")
    voice_print = graph.add("Squeeze", x, graph.constant(_axes(2)))
    return graph.model(["windows", "frames", 80], voice_print, ["windows", 192])


def _axes(*axes: int) -> npt.NDArray[np.int64]:
    return np.array(axes, np.int64)


def _relu_of(graph: Graph, x: str, name: str) -> str:
    return graph.add("Relu", graph.batch_norm(x, f"{name}.batchnorm"))


def _head(graph: Graph, x: str) -> str:
    """Two-dimensional residual layers that take the 80 bands down to 10."""
    x = graph.convolution(x, "head.conv1", pads=[1, 1, 1, 1])
    x = graph.add("Relu", graph.batch_norm(x, "head.bn1"))
    for layer in ("head.layer1", "head.layer2"):
        x = _residual(graph, x, f"{layer}.0", stride=2)
        x = _residual(graph, x, f"{layer}.1", stride=1)
    x = graph.convolution(x, "head.conv2", pads=[1, 1, 1, 1], strides=[2, 1])
    x = graph.add("Relu", graph.batch_norm(x, "head.bn2"))
    return graph.add("Reshape", x, graph.constant(_axes(0, 320, -1)))


def _residual(graph: Graph, x: str, name: str, stride: int) -> str:
    y = graph.convolution(x, f"{name}.conv1", pads=[1, 1, 1, 1], strides=[stride, 1])
    y = graph.add("Relu", graph.batch_norm(y, f"{name}.bn1"))
    y = graph.batch_norm(graph.convolution(y, f"{name}.conv2", pads=[1, 1, 1, 1]), f"{name}.bn2")
    if stride > 1:
        x = graph.convolution(x, f"{name}.shortcut.0", strides=[stride, 1])
        x = graph.batch_norm(x, f"{name}.shortcut.1")
    return graph.add("Relu", graph.add("Add", y, x))


def _dense_layer(graph: Graph, x: str, name: str, spread: int) -> str:
    """A convolution whose channels are weighed by what the whole window holds (context-aware masking)."""
    x = graph.convolution(_relu_of(graph, x, f"{name}.nonlinear1"), f"{name}.linear1")
    x = _relu_of(graph, x, f"{name}.nonlinear2")
    cam = f"{name}.cam_layer"
    local = graph.convolution(x, f"{cam}.linear_local", pads=[spread, spread], dilations=[spread])
    mean = graph.add("ReduceMean", x, axes=[2], keepdims=1)
    # the mean of the window plus that of its only stretch: the same twice
    context = graph.add("Relu", graph.convolution(mean, f"{cam}.linear1", scale=2.0))
    return graph.add("Mul", local, graph.add("Sigmoid", graph.convolution(context, f"{cam}.linear2")))


def _statistics(graph: Graph, x: str) -> str:
    """Mean and (unbiased) deviation of every channel over time."""
    one = graph.constant(np.array([1.0], np.float32))
    mean = graph.add("ReduceMean", x, axes=[2], keepdims=1)
    apart = graph.add("Sub", x, mean)
    variance = graph.add("ReduceMean", graph.add("Mul", apart, apart), axes=[2], keepdims=1)
    frames = graph.add("Cast", graph.add("Gather", graph.add("Shape", x), graph.constant(_axes(2))), to=1)
    unbiased = graph.add("Mul", variance, graph.add("Div", frames, graph.add("Sub", frames, one)))
    return graph.add("Concat", mean, graph.add("Sqrt", unbiased), axis=1)
