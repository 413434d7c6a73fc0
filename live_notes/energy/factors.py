"""From CPU seconds to joules, and from these to carbon and water: each coefficient with span and source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from live_notes.energy.estimate import JOULES_PER_KWH, Estimate

MILLILITRES_PER_LITRE = 1000.0


@dataclass(frozen=True, slots=True)
class Factor:
    """A coefficient: its span, its unit and where it is from."""

    name: str
    unit: str
    value: Estimate
    source: str

    def set_to(self, value: float | None, source: str) -> Factor:
        """The coefficient as the practice knows it, without a span; unchanged for None."""
        return self if value is None else replace(self, value=Estimate.exactly(value), source=source)

    def as_json(self) -> dict[str, Any]:
        """`{"name", "unit", "low", "mid", "high", "source"}`."""
        return {"name": self.name, "unit": self.unit, **self.value.as_json(), "source": self.source}


BUSY_WATTS = Factor(
    "busy power",
    "W per busy vCPU",
    Estimate(2.0, 3.5, 10.0),
    "middle: Cloud Carbon Footprint, methodology, average maximum of AWS; low an efficient server and high "
    "a desktop core are bounds of our own",
)
PUE = Factor(
    "power usage effectiveness",
    "W of the building per W of the machine",
    Estimate(1.0, 1.2, 1.6),
    "low: a machine in an office; middle: EcoLogits 0.9 for large data centres; high: Uptime Institute, "
    "Global Data Center Survey 2023, average 1.58",
)
GRID = Factor(
    "carbon of electricity",
    "g CO2e per kWh",
    Estimate(56.0, 480.0, 713.0),
    "Ember, yearly electricity data for 2023 (life cycle): low France, middle world, high India",
)
WATER = Factor(
    "water of electricity and cooling",
    "litres consumed per kWh",
    Estimate(0.1, 3.7, 6.3),
    "cooling on site plus generation; low: none plus solar power (Macknick et al. 2012, NREL); middle: 0.57 "
    "plus 3.13, EcoLogits 0.9 for the USA (generation: World Resources Institute 2020); high: 1.8 (an "
    "average on site that is often quoted) plus 4.52 (Lawrence Berkeley National Laboratory 2024, data "
    "centres of the USA)",
)


@dataclass(frozen=True, slots=True)
class Factors:
    """The coefficients in use. Pure: seconds and joules in, estimates out."""

    busy_watts: Factor = BUSY_WATTS
    pue: Factor = PUE
    grams_per_kwh: Factor = GRID
    litres_per_kwh: Factor = WATER

    @classmethod
    def of(
        cls,
        *,
        pue: float | None = None,
        grams_per_kwh: float | None = None,
        litres_per_kwh: float | None = None,
        grid_source: str | None = None,
    ) -> Factors:
        """The coefficients with those that a practice has set; a set one has no span any more."""
        own = "set by this practice"
        return cls(
            pue=PUE.set_to(pue, f"{own} (ATTUNE_PUE)"),
            grams_per_kwh=GRID.set_to(
                grams_per_kwh, f"{own} (ATTUNE_GRID_GRAMS_PER_KWH): {grid_source or 'source not stated'}"
            ),
            litres_per_kwh=WATER.set_to(litres_per_kwh, f"{own} (ATTUNE_WATER_LITRES_PER_KWH)"),
        )

    def all(self) -> tuple[Factor, ...]:
        """Every coefficient."""
        return (self.busy_watts, self.pue, self.grams_per_kwh, self.litres_per_kwh)

    def joules_of_cpu(self, seconds: float) -> Estimate:
        """Joules of `seconds` of one busy vCPU, modelled: busy power times PUE."""
        return self.busy_watts.value.scaled(self.pue.value).times(seconds)

    def joules_of_package(self, low: float, mid: float) -> Estimate:
        """Joules that a processor's counter showed, times PUE. More than its share is never charged."""
        return Estimate(low, mid, mid).scaled(self.pue.value)

    def grams_of(self, joules: Estimate) -> Estimate:
        """Grams of CO2 equivalent."""
        return joules.times(1 / JOULES_PER_KWH).scaled(self.grams_per_kwh.value)

    def millilitres_of(self, joules: Estimate) -> Estimate:
        """Millilitres of water consumed, on site and for the electricity."""
        return joules.times(MILLILITRES_PER_LITRE / JOULES_PER_KWH).scaled(self.litres_per_kwh.value)

    def as_json(self) -> list[dict[str, Any]]:
        """Every coefficient with its source."""
        return [factor.as_json() for factor in self.all()]
