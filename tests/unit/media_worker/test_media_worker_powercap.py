"""Linux's files: which counters count, what may not be read, and who was busy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from media_worker.package_energy import PackageMeter
from media_worker.powercap import Counters, counters, cpu_seconds, package_meter, packages, reading

STAT = "cpu  1000 100 500 8000 200 50 50 30 0 0\ncpu0 500 50 250 4000 100 25 25 15 0 0\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two packages with a core zone and memory below one, and the platform beside them."""
    folder = tmp_path / "powercap"
    for zone, name, used in (
        ("intel-rapl:0", "package-0", 1_000_000),
        ("intel-rapl:0:0", "core", 400_000),
        ("intel-rapl:0:1", "dram", 300_000),
        ("intel-rapl:1", "package-1", 2_000_000),
        ("intel-rapl:2", "psys", 9_000_000),
    ):
        make(folder / zone, name, used)
    (folder / "intel-rapl").mkdir()
    return folder


@pytest.fixture
def stat(tmp_path: Path) -> Path:
    file = tmp_path / "stat"
    file.write_text(STAT)
    return file


def make(zone: Path, name: str, used: int) -> None:
    zone.mkdir(parents=True)
    (zone / "name").write_text(f"{name}\n")
    (zone / "energy_uj").write_text(f"{used}\n")
    (zone / "max_energy_range_uj").write_text("262143328850\n")


def forbid(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Files of this name may not be read; permission bits alone do not stop root, who may run tests."""
    opened = Path.open

    def refusing(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == name:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)


def test_readable_counters_have_a_meter(root: Path, stat: Path) -> None:
    assert package_meter(root, stat) is not None


def test_whole_packages_are_counted_and_nothing_twice(root: Path, stat: Path) -> None:
    assert [zone.name for zone in packages(root)] == ["intel-rapl:0", "intel-rapl:1"]
    found = reading(root, stat)
    assert found is not None
    assert {name: one.microjoules for name, one in found.counters.items()} == {
        "intel-rapl:0": 1_000_000,
        "intel-rapl:1": 2_000_000,
    }
    assert all(one.range_microjoules == 262_143_328_850 for one in found.counters.values())
    assert counters(root) is Counters.READABLE


def test_a_machine_without_counters_has_no_meter(tmp_path: Path, stat: Path) -> None:
    for root in (tmp_path / "nothing", tmp_path):
        assert reading(root, stat) is None
        assert package_meter(root, stat) is None
        assert counters(root) is Counters.ABSENT


def test_counters_that_may_not_be_read_are_told_from_none(
    root: Path, stat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch, "energy_uj")
    assert reading(root, stat) is None
    assert package_meter(root, stat) is None
    assert counters(root) is Counters.FORBIDDEN


def test_one_package_of_two_is_not_enough(root: Path, stat: Path) -> None:
    (root / "intel-rapl:1" / "energy_uj").unlink()
    assert reading(root, stat) is None
    assert counters(root) is Counters.FORBIDDEN


@pytest.mark.parametrize("content", ["", "much", "-5"])
def test_a_counter_that_is_no_number_is_none(root: Path, stat: Path, content: str) -> None:
    (root / "intel-rapl:0" / "energy_uj").write_text(content)
    assert reading(root, stat) is None


def test_a_missing_range_is_none(root: Path, stat: Path) -> None:
    (root / "intel-rapl:0" / "max_energy_range_uj").unlink()
    found = reading(root, stat)
    assert found is not None
    assert found.counters["intel-rapl:0"].range_microjoules is None


def test_without_the_machines_cpu_time_nothing_is_shared(root: Path, tmp_path: Path) -> None:
    assert reading(root, tmp_path / "nowhere") is None


def test_busy_is_what_worked_and_stolen_time_is_nobodys() -> None:
    tick = os.sysconf("SC_CLK_TCK")
    assert cpu_seconds(STAT.splitlines()[0]) == pytest.approx((1700 / tick, 9900 / tick))


@pytest.mark.parametrize(
    "line", ["", "cpu0 1 2 3 4 5 6 7", "cpu 1 2 3", "cpu a b c d e f g", "intr 1 2 3 4 5 6 7 8"]
)
def test_another_line_is_no_cpu_time(line: str) -> None:
    assert cpu_seconds(line) is None


def test_a_meter_follows_the_files(root: Path, stat: Path) -> None:
    at = 0.0
    meter = PackageMeter(lambda: reading(root, stat), lambda: at)
    at = 5.0
    (root / "intel-rapl:0" / "energy_uj").write_text("31000000\n")
    (root / "intel-rapl:1" / "energy_uj").write_text("22000000\n")
    stat.write_text(STAT.replace("cpu  1000", f"cpu  {1000 + 3 * os.sysconf('SC_CLK_TCK')}", 1))
    interval = meter.interval()
    assert interval is not None
    assert interval.joules == pytest.approx(50.0)
    assert interval.busy_seconds == pytest.approx(3.0)


def test_this_machine_is_read_without_an_error() -> None:
    assert counters() in set(Counters)
    package_meter()
