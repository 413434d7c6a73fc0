"""A small pen for ONNX graphs: nodes after one another, weights by name. The door to `onnx`.

Only `make install` draws; to run what was drawn takes onnxruntime alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx

from media_worker.voices.torch_file import Tensors

_OPSET = 17
_IR = 8
_EPSILON = 1e-5


class Graph:
    """One graph being drawn. Every method gives the name of what it made."""

    def __init__(self, weights: Tensors) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._made = 0

    def add(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """A node of any kind with one output."""
        self._made += 1
        name = f"v{self._made}"
        self._nodes.append(onnx.helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, value: npt.NDArray[Any]) -> str:
        """A fixed tensor."""
        self._made += 1
        name = f"c{self._made}"
        self._constants.append(onnx.numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str, scale: float = 1.0) -> str:
        """A learned tensor."""
        found = self._weights[name]
        return self.constant(found if scale == 1.0 else found * np.float32(scale))

    def convolution(self, x: str, name: str, *, scale: float = 1.0, **attributes: Any) -> str:
        """A convolution with the weights of that name, and its bias where it has one."""
        bias = [self.weight(f"{name}.bias")] if f"{name}.bias" in self._weights else []
        return self.add("Conv", x, self.weight(f"{name}.weight", scale), *bias, **attributes)

    def batch_norm(self, x: str, name: str) -> str:
        """A batch normalisation as it was learned; one without factors scales by one."""
        mean, variance = self._weights[f"{name}.running_mean"], self._weights[f"{name}.running_var"]
        factor = self._weights.get(f"{name}.weight", np.ones_like(mean))
        offset = self._weights.get(f"{name}.bias", np.zeros_like(mean))
        parts = [self.constant(part) for part in (factor, offset, mean, variance)]
        return self.add("BatchNormalization", x, *parts, epsilon=_EPSILON)

    def linear(self, x: str, name: str) -> str:
        """A matrix product over the last axis, and its bias."""
        product = self.add("MatMul", x, self.constant(self._weights[f"{name}.weight"].T))
        return self.add("Add", product, self.weight(f"{name}.bias"))

    def model(self, takes: Sequence[str | int], output: str, gives: Sequence[str | int]) -> bytes:
        """The file's bytes: float32 input `x` and output `y` of these shapes."""
        self._nodes.append(onnx.helper.make_node("Identity", [output], ["y"]))
        float32 = onnx.TensorProto.FLOAT
        graph = onnx.helper.make_graph(
            self._nodes,
            "voices",
            [onnx.helper.make_tensor_value_info("x", float32, takes)],
            [onnx.helper.make_tensor_value_info("y", float32, gives)],
            self._constants,
        )
        opset = [onnx.helper.make_opsetid("", _OPSET)]
        made = onnx.helper.make_model(graph, opset_imports=opset, ir_version=_IR)
        onnx.checker.check_model(made)
        return bytes(made.SerializeToString(deterministic=True))
