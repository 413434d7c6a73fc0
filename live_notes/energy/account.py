"""Sums what one session, or many, spent, and reports it with carbon, water and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from live_notes.energy.estimate import JOULES_PER_WH, NOTHING, Estimate
from live_notes.energy.factors import Factors
from live_notes.energy.remote import METHOD
from live_notes.energy.stages import NOT_COUNTED, Label, Stage

_SAME = 1e-6
"""Sums of the same seconds in another order may differ by so much of themselves."""


@dataclass(frozen=True, slots=True)
class EnergyReport:
    """What was spent: in all and by stage, in joules; `label` says how it is known.

    `cpu_seconds` and `measured_seconds` are by local stage, the second being that part of the first whose
    energy was measured; `models` has the answer tokens of each remote model.
    """

    joules: Estimate
    stages: Mapping[Stage, Estimate]
    cpu_seconds: Mapping[Stage, float]
    measured_seconds: float
    prompt_tokens: int
    models: Mapping[str, int]
    label: Label
    factors: Factors
    not_counted: tuple[str, ...] = NOT_COUNTED

    @property
    def watt_hours(self) -> Estimate:
        """The total in watt-hours."""
        return self.joules.times(1 / JOULES_PER_WH)

    @property
    def grams_co2e(self) -> Estimate:
        """Grams of CO2 equivalent, by the factor in use now."""
        return self.factors.grams_of(self.joules)

    @property
    def millilitres(self) -> Estimate:
        """Millilitres of water consumed, by the factor in use now."""
        return self.factors.millilitres_of(self.joules)

    @property
    def remote_tokens(self) -> int:
        """Answer tokens of all remote models."""
        return sum(self.models.values())

    def figures(self) -> dict[str, Any]:
        """The figures as JSON-able values, without what is the same for every report."""
        return {
            "label": self.label.value,
            "joules": self.joules.as_json(1),
            "watt_hours": self.watt_hours.as_json(),
            "grams_co2e": self.grams_co2e.as_json(),
            "water_millilitres": self.millilitres.as_json(),
            "stages": {stage.value: joules.as_json(1) for stage, joules in self.stages.items()},
            "cpu_seconds": {stage.value: round(seconds, 3) for stage, seconds in self.cpu_seconds.items()},
            "measured_cpu_seconds": round(self.measured_seconds, 3),
            "remote_tokens": self.remote_tokens,
            "remote_prompt_tokens": self.prompt_tokens,
            "remote_models": dict(self.models),
        }

    def as_json(self) -> dict[str, Any]:
        """The figures with the factors, the method of the remote part, and what is not counted."""
        return {**self.figures(), **method_of(self.factors, self.not_counted)}


def method_of(factors: Factors, not_counted: tuple[str, ...] = NOT_COUNTED) -> dict[str, Any]:
    """How the figures came about: factors with sources, method of the remote part, what is left out."""
    return {"factors": factors.as_json(), "remote_method": METHOD, "not_counted": list(not_counted)}


@dataclass(slots=True)
class EnergyAccount:
    """Sums what was spent. Pure: nothing is measured here."""

    factors: Factors = field(default_factory=Factors)
    _joules: dict[Stage, Estimate] = field(default_factory=dict)
    _seconds: dict[Stage, float] = field(default_factory=dict)
    _measured: float = 0.0
    _prompt_tokens: int = 0
    _models: dict[str, int] = field(default_factory=dict)

    def add(self, stage: Stage, cpu_seconds: float) -> Estimate:
        """Adds CPU seconds to a local stage, modelled, and returns their joules.

        Raises:
            ValueError: negative seconds, or a stage that is not counted in CPU seconds.
        """
        if not cpu_seconds >= 0:
            raise ValueError("CPU seconds are not negative")
        joules = self.factors.joules_of_cpu(cpu_seconds)
        self.take(stage, cpu_seconds, joules)
        return joules

    def take(self, stage: Stage, cpu_seconds: float, joules: Estimate, measured_seconds: float = 0.0) -> None:
        """Adds CPU seconds whose joules are known already; `measured_seconds` of them by a counter.

        Raises:
            ValueError: the stage is not counted in CPU seconds.
        """
        if stage is Stage.DRAFTING_REMOTE:
            raise ValueError("this stage is counted in tokens")
        self._seconds[stage] = self._seconds.get(stage, 0.0) + cpu_seconds
        self._joules[stage] = self._joules.get(stage, NOTHING).plus(joules)
        self._measured += measured_seconds

    def answered(self, model: str, prompt_tokens: int, answer_tokens: int, joules: Estimate) -> None:
        """Adds answers of a remote model."""
        self._models[model] = self._models.get(model, 0) + answer_tokens
        self._prompt_tokens += prompt_tokens
        stage = Stage.DRAFTING_REMOTE
        self._joules[stage] = self._joules.get(stage, NOTHING).plus(joules)

    def report(self) -> EnergyReport:
        """The sums so far."""
        total = NOTHING
        for joules in self._joules.values():
            total = total.plus(joules)
        return EnergyReport(
            joules=total,
            stages={stage: self._joules[stage] for stage in Stage if stage in self._joules},
            cpu_seconds={stage: self._seconds[stage] for stage in Stage if stage in self._seconds},
            measured_seconds=self._measured,
            prompt_tokens=self._prompt_tokens,
            models=dict(self._models),
            label=self._label(),
            factors=self.factors,
        )

    def _label(self) -> Label:
        if self._measured <= 0:
            return Label.MODELLED
        spent = sum(self._seconds.values())
        whole = self._measured >= spent * (1 - _SAME) and not self._models
        return Label.MEASURED if whole else Label.PARTLY
