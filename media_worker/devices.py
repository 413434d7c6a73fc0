"""On which device a model computes, and with which numbers: what was asked for against what is there."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from media_worker.errors import ModelUnavailable

ComputeType = Literal[
    "auto",
    "default",
    "int8",
    "int8_float32",
    "int8_float16",
    "int8_bfloat16",
    "int16",
    "float16",
    "bfloat16",
    "float32",
]
"""CTranslate2's names, and `auto`."""

Device = Literal["cpu", "cuda"]

_PREFERRED: Mapping[Device, tuple[str, ...]] = {
    "cpu": ("int8", "int8_float32", "float32"),
    "cuda": ("int8_float16", "float16", "int8_float32", "float32"),
}
_GPU_LIBRARIES = ("libcublas.so.12",)
"""CTranslate2 opens it when it first computes, and fails then when it is not there."""


_WIDE = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx512_vnni"})
"""Flags of a CPU that CTranslate2's widest kernels need; the last one: it runs them at full speed."""
_CPU_FLAGS = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Computing:
    """Device and compute type for CTranslate2. `fallback`: where to compute should the device fail."""

    device: Device
    compute_type: str
    fallback: Computing | None = None


@dataclass(frozen=True)
class Machine:
    """What this machine can: compute types by device; no entry for `cuda` without a GPU.

    `missing`: libraries a GPU would need.
    """

    compute_types: Mapping[Device, Collection[str]]
    missing: tuple[str, ...] = ()

    @property
    def has_gpu(self) -> bool:
        """Whether there is a GPU that can be computed on."""
        return "cuda" in self.compute_types and not self.missing


def choose(device: Literal["cpu", "cuda", "auto"], compute_type: str, machine: Machine) -> Computing:
    """Where and how to compute.

    Raises:
        ModelUnavailable: what was asked for by name is not there; the detail names the fix.
    """
    if device == "auto":
        on_cpu = choose("cpu", compute_type if _can("cpu", compute_type, machine) else "auto", machine)
        if not machine.has_gpu or not _can("cuda", compute_type, machine):
            return on_cpu
        on_gpu = choose("cuda", compute_type, machine)
        return Computing(on_gpu.device, on_gpu.compute_type, on_cpu)
    if device == "cuda":
        _has_gpu(machine)
    offered = machine.compute_types[device]
    if compute_type == "auto":
        return Computing(
            device, next(one for one in (*_PREFERRED[device], "default") if one in {*offered, "default"})
        )
    if not _can(device, compute_type, machine):
        raise ModelUnavailable(
            f"this {'GPU' if device == 'cuda' else 'CPU'} can't compute with {compute_type}: set "
            f"ATTUNE_EAR_COMPUTE_TYPE to auto or one of {', '.join(sorted(offered))}"
        )
    return Computing(device, compute_type)


def this_machine(*, gpu: bool) -> Machine:
    """What this machine can; a GPU is only looked for if asked."""
    import ctranslate2

    types: dict[Device, Collection[str]] = {"cpu": ctranslate2.get_supported_compute_types("cpu")}
    if not gpu or not ctranslate2.get_cuda_device_count():
        return Machine(types)
    types["cuda"] = ctranslate2.get_supported_compute_types("cuda")
    return Machine(types, tuple(name for name in _GPU_LIBRARIES if not _opens(name)))


def has_wide_vectors(cpuinfo: str) -> bool:
    """Whether a CPU, as `/proc/cpuinfo` tells it, gains by AVX-512."""
    lines = (line.partition(":") for line in cpuinfo.splitlines())
    flags = next((set(told.split()) for name, _, told in lines if name.strip() == "flags"), set())
    return flags >= _WIDE


def use_wide_vectors() -> None:
    """Lets CTranslate2 use AVX-512, which it never does by itself: a twentieth faster where measured.

    Heard only before it first computes. `CT2_FORCE_CPU_ISA`, when set, stays as it is.
    """
    if "CT2_FORCE_CPU_ISA" in os.environ:
        return
    try:
        told = _CPU_FLAGS.read_text("utf-8")
    except OSError:  # no Linux: CTranslate2 chooses
        return
    if has_wide_vectors(told):
        os.environ["CT2_FORCE_CPU_ISA"] = "AVX512"


def computing(device: Literal["cpu", "cuda", "auto"], compute_type: str) -> Computing:
    """Where and how to compute on this machine.

    Raises:
        ModelUnavailable: it can't as asked.
    """
    use_wide_vectors()
    if device == "cpu" and compute_type in {"auto", "int8"}:  # every CPU can; nothing needs to be loaded
        return Computing("cpu", "int8")
    return choose(device, compute_type, this_machine(gpu=device != "cpu"))


def _can(device: Device, compute_type: str, machine: Machine) -> bool:
    return compute_type in {"auto", "default", *machine.compute_types.get(device, ())}


def _has_gpu(machine: Machine) -> None:
    if "cuda" not in machine.compute_types:
        raise ModelUnavailable(
            "this machine has no GPU that CUDA knows: set ATTUNE_EAR_DEVICE to cpu or auto"
        )
    if machine.missing:
        raise ModelUnavailable(
            f"the GPU's library {machine.missing[0]} is not found: install CUDA 12, "
            "or set ATTUNE_EAR_DEVICE=cpu"
        )


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
