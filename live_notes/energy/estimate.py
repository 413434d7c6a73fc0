"""A figure that is not known exactly: low, middle, high."""

from __future__ import annotations

from dataclasses import dataclass

JOULES_PER_WH = 3600.0
JOULES_PER_KWH = 3_600_000.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A low, a middle and a high figure of one unit."""

    low: float
    mid: float
    high: float

    @classmethod
    def exactly(cls, value: float) -> Estimate:
        """A figure that is taken as known."""
        return cls(value, value, value)

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


NOTHING = Estimate(0.0, 0.0, 0.0)
