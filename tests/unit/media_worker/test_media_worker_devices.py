"""Where a model computes, on machines with and without a GPU."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from media_worker import __main__ as worker_main
from media_worker import devices
from media_worker.devices import Computing, Machine, choose, computing
from media_worker.errors import ModelUnavailable
from media_worker.models import ModelFolder
from media_worker.settings import EarSettings

CPU = {"int8", "int8_float32", "float32"}
GPU = {"int8", "int8_float16", "int8_float32", "float16", "float32"}
PLAIN = Machine({"cpu": CPU})
WITH_GPU = Machine({"cpu": CPU, "cuda": GPU})
OLD_GPU = Machine({"cpu": CPU, "cuda": {"float32", "int8_float32"}})
HALF_GPU = Machine({"cpu": CPU, "cuda": GPU}, missing=("libcublas.so.12",))
ON_CPU = Computing("cpu", "int8")


@pytest.mark.parametrize(
    ("device", "compute_type", "machine", "expected"),
    [
        ("auto", "auto", PLAIN, ON_CPU),
        ("auto", "auto", WITH_GPU, Computing("cuda", "int8_float16", ON_CPU)),
        ("auto", "auto", OLD_GPU, Computing("cuda", "int8_float32", ON_CPU)),
        ("auto", "auto", HALF_GPU, ON_CPU),
        ("auto", "float16", WITH_GPU, Computing("cuda", "float16", ON_CPU)),
        ("auto", "float16", PLAIN, ON_CPU),
        ("auto", "float32", WITH_GPU, Computing("cuda", "float32", Computing("cpu", "float32"))),
        ("cpu", "auto", WITH_GPU, ON_CPU),
        ("cpu", "float32", PLAIN, Computing("cpu", "float32")),
        ("cpu", "default", PLAIN, Computing("cpu", "default")),
        ("cuda", "auto", WITH_GPU, Computing("cuda", "int8_float16")),
        ("cuda", "float16", WITH_GPU, Computing("cuda", "float16")),
    ],
)
def test_it_computes_where_it_can(
    device: str, compute_type: str, machine: Machine, expected: Computing
) -> None:
    assert choose(device, compute_type, machine) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("device", "compute_type", "machine", "says"),
    [
        ("cuda", "auto", PLAIN, "no GPU"),
        ("cuda", "auto", HALF_GPU, "libcublas"),
        ("cuda", "bfloat16", WITH_GPU, "this GPU can't compute with bfloat16"),
        ("cpu", "float16", PLAIN, "this CPU can't compute with float16"),
    ],
)
def test_what_was_asked_for_by_name_is_not_quietly_replaced(
    device: str, compute_type: str, machine: Machine, says: str
) -> None:
    with pytest.raises(ModelUnavailable, match=says) as refused:
        choose(device, compute_type, machine)  # type: ignore[arg-type]
    assert "ATTUNE_EAR_" in refused.value.detail


def test_this_machine_computes_somehow() -> None:
    assert computing("auto", "auto").compute_type.startswith(("int8", "float"))
    assert computing("cpu", "float32") == Computing("cpu", "float32")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Loads of a model are noted by device; those on a GPU fail."""
    noted: list[str] = []

    class Loaded:
        @classmethod
        def load(cls, folder: ModelFolder, *, device: str, **_: object) -> Loaded:
            noted.append(device)
            if device == "cuda":
                raise ModelUnavailable("out of memory")
            return cls()

        def warm_up(self) -> None:
            return

    monkeypatch.setattr(worker_main, "Recogniser", Loaded)
    return noted


@pytest.mark.parametrize(("fallback", "expected"), [(ON_CPU, ["cuda", "cpu"]), (None, ["cuda"])])
def test_a_gpu_that_fails_is_left_only_when_it_was_not_asked_for(
    fallback: Computing | None,
    expected: list[str],
    loads: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = Computing("cuda", "float16", fallback)
    monkeypatch.setattr(worker_main, "computing", lambda device, compute_type: where)
    settings = EarSettings(model="tiny.en")
    if fallback is None:
        with pytest.raises(ModelUnavailable):
            worker_main.load_recogniser(settings)
    else:
        worker_main.load_recogniser(settings)
        assert "CPU computes instead" in capsys.readouterr().err
    assert loads == expected


ZEN = "flags\t\t: fpu avx2 avx512f avx512dq avx512bw avx512vl avx512cd avx512_vnni\nbugs\t\t: none\n"


@pytest.mark.parametrize(
    ("told", "wide"),
    [
        (ZEN, True),
        (ZEN.replace(" avx512_vnni", ""), False),  # Skylake clocks down
        ("flags\t\t: fpu avx2\n", False),
        ("Features\t: asimd\n", False),
        ("", False),
    ],
)
def test_wide_vectors_are_used_by_cpus_that_run_them_at_full_speed(told: str, wide: bool) -> None:
    assert devices.has_wide_vectors(told) is wide


def test_what_the_environment_says_of_vectors_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cpuinfo").write_text(ZEN)
    monkeypatch.setattr(devices, "_CPU_FLAGS", tmp_path / "cpuinfo")
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "AVX2")
    devices.use_wide_vectors()
    assert os.environ["CT2_FORCE_CPU_ISA"] == "AVX2"
    monkeypatch.delenv("CT2_FORCE_CPU_ISA")
    devices.use_wide_vectors()
    assert os.environ["CT2_FORCE_CPU_ISA"] == "AVX512"
    monkeypatch.delenv("CT2_FORCE_CPU_ISA")
    monkeypatch.setattr(devices, "_CPU_FLAGS", tmp_path / "none")
    devices.use_wide_vectors()
    assert "CT2_FORCE_CPU_ISA" not in os.environ
