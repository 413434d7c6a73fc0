"""What a session costs in energy and carbon: a model of power times measured CPU time, said to be a model.

Local stages: W = min + utilisation x (max - min) per vCPU, times hours, times PUE (the method and
average coefficients of Cloud Carbon Footprint). A CPU second is a second at full utilisation; the
idle remainder of vCPUs held for the session is the stage `standing`. Remote drafting: energy a token,
a published order of magnitude with a wide span. Carbon: times the grid's factor (ISO/IEC 21031,
operational part).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

JOULES_PER_WH = 3600.0

NOT_COUNTED = (
    "participants' devices and their displays",
    "network between participants and server",
    "idle power of the machine beyond the time held for the session",
    "memory, storage and network cards of the machine",
    "manufacture of the hardware (embodied carbon)",
    "training of the models",
)
"""What the figures leave out, shown beside them."""


class Stage(StrEnum):
    """Where a session spends energy. The remote stage is counted in tokens, the others in CPU seconds."""

    MEDIA = "media"
    RECOGNITION = "recognition"
    MASKING = "masking"
    DRAFTING_LOCAL = "drafting_local"
    DRAFTING_REMOTE = "drafting_remote"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A low, a middle and a high figure of one unit."""

    low: float
    mid: float
    high: float

    def times(self, factor: float) -> Estimate:
        """Each figure times `factor`."""
        return Estimate(self.low * factor, self.mid * factor, self.high * factor)

    def scaled(self, other: Estimate) -> Estimate:
        """The products figure by figure: low with low, high with high."""
        return Estimate(self.low * other.low, self.mid * other.mid, self.high * other.high)

    def plus(self, other: Estimate) -> Estimate:
        """The sums figure by figure, as if all errors went the same way."""
        return Estimate(self.low + other.low, self.mid + other.mid, self.high + other.high)

    def as_json(self, digits: int = 4) -> dict[str, float]:
        """`{"low", "mid", "high"}`, rounded."""
        return {
            "low": round(self.low, digits),
            "mid": round(self.mid, digits),
            "high": round(self.high, digits),
        }


@dataclass(frozen=True, slots=True)
class PowerModel:
    """Coefficients. Watts are per vCPU, idle (min) and busy (max); a remote token is joules per answer token.

    The middle follows the hyperscale averages of Cloud Carbon Footprint (0.74 to 3.5 W a vCPU); low
    is an efficient server, high a desktop core. A note of 1200 tokens is 0.1 to 4 Wh by published
    estimates, hence 0.3 to 12 J a token. `grams_per_kwh` is the grid's factor: set it to yours.
    """

    watts_min: Estimate = Estimate(0.4, 0.74, 2.0)
    watts_max: Estimate = Estimate(2.0, 3.5, 10.0)
    pue: Estimate = Estimate(1.0, 1.2, 1.6)
    joules_per_token: Estimate = Estimate(0.3, 1.5, 12.0)
    grams_per_kwh: Estimate = Estimate(50.0, 400.0, 800.0)

    def of_cpu(self, seconds: float) -> Estimate:
        """Joules of `seconds` of one busy vCPU."""
        return self.watts_max.scaled(self.pue).times(seconds)

    def of_idle(self, vcpu_seconds: float) -> Estimate:
        """Joules of `vcpu_seconds` held without work."""
        return self.watts_min.scaled(self.pue).times(vcpu_seconds)

    def of_tokens(self, tokens: int) -> Estimate:
        """Joules of `tokens` written by a remote processor, its PUE included."""
        return self.joules_per_token.times(tokens)

    def grams_of(self, joules: Estimate) -> Estimate:
        """Grams of CO2 equivalent."""
        return joules.times(1 / JOULES_PER_WH / 1000).scaled(self.grams_per_kwh)


@dataclass(frozen=True, slots=True)
class EnergyReport:
    """What a session cost: in all and by stage, in joules; `label` says how it is known."""

    joules: Estimate
    grams_co2e: Estimate
    stages: Mapping[Stage, Estimate]
    cpu_seconds: Mapping[Stage, float]
    remote_tokens: int
    label: str = "modelled"
    not_counted: tuple[str, ...] = NOT_COUNTED

    @property
    def watt_hours(self) -> Estimate:
        """The total in watt-hours."""
        return self.joules.times(1 / JOULES_PER_WH)

    def as_json(self) -> dict[str, Any]:
        """The report as JSON-able values: joules, Wh, gCO2e, stages, what is not counted."""
        return {
            "label": self.label,
            "joules": self.joules.as_json(1),
            "watt_hours": self.watt_hours.as_json(),
            "grams_co2e": self.grams_co2e.as_json(),
            "stages": {stage.value: joules.as_json(1) for stage, joules in self.stages.items()},
            "cpu_seconds": {stage.value: round(seconds, 3) for stage, seconds in self.cpu_seconds.items()},
            "remote_tokens": self.remote_tokens,
            "not_counted": list(self.not_counted),
        }


@dataclass(slots=True)
class EnergyAccount:
    """Sums one session's work. Pure: nothing is measured here, see `CpuMeter`."""

    model: PowerModel = field(default_factory=PowerModel)
    _seconds: dict[Stage, float] = field(default_factory=dict)
    _tokens: int = 0
    _held: float = 0.0

    def add(self, stage: Stage, cpu_seconds: float) -> Estimate:
        """Adds CPU seconds to a local stage and returns their joules.

        Raises:
            ValueError: negative seconds, or a stage that is not counted in CPU seconds.
        """
        if stage in {Stage.DRAFTING_REMOTE, Stage.STANDING}:
            raise ValueError("this stage is counted in tokens or held time")
        if not cpu_seconds >= 0:
            raise ValueError("CPU seconds are not negative")
        self._seconds[stage] = self._seconds.get(stage, 0.0) + cpu_seconds
        return self.model.of_cpu(cpu_seconds)

    def add_tokens(self, tokens: int) -> Estimate:
        """Adds tokens written by a remote processor and returns their joules."""
        if tokens < 0:
            raise ValueError("tokens are not negative")
        self._tokens += tokens
        return self.model.of_tokens(tokens)

    def hold(self, vcpu_seconds: float) -> None:
        """Says how long vCPUs were kept for the session; what work did not use of it stood idle."""
        if not vcpu_seconds >= 0:
            raise ValueError("held time is not negative")
        self._held += vcpu_seconds

    def report(self) -> EnergyReport:
        """The sums so far."""
        stages = {stage: self.model.of_cpu(seconds) for stage, seconds in self._seconds.items()}
        if self._tokens:
            stages[Stage.DRAFTING_REMOTE] = self.model.of_tokens(self._tokens)
        idle = self._held - sum(self._seconds.values())
        if idle > 0:
            stages[Stage.STANDING] = self.model.of_idle(idle)
        total = Estimate(0.0, 0.0, 0.0)
        for joules in stages.values():
            total = total.plus(joules)
        return EnergyReport(total, self.model.grams_of(total), stages, dict(self._seconds), self._tokens)


class CpuMeter:
    """Measures the CPU seconds spent in a `with` block, by this process or, as asked, this thread alone.

    `read` is `time.process_time` or `time.thread_time`, or a stand-in in tests.
    """

    def __init__(self, read: Callable[[], float] = time.process_time) -> None:
        self._read = read
        self._began = 0.0
        self.seconds = 0.0

    def __enter__(self) -> CpuMeter:
        self._began = self._read()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += max(0.0, self._read() - self._began)
