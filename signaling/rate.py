"""Token buckets: how much somebody may ask for. Time comes in as an argument."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Bucket:
    """Lets `burst` through at once and `per_second` in the long run (token bucket, RFC 2697's idea)."""

    per_second: float
    burst: float
    level: float = field(init=False)
    seen_at: float | None = None

    def __post_init__(self) -> None:
        self.level = self.burst

    def take(self, at: float) -> bool:
        """Whether one more is allowed at monotonic second `at`; a refusal costs nothing."""
        if self.seen_at is not None:
            self.level = min(self.burst, self.level + max(0.0, at - self.seen_at) * self.per_second)
        self.seen_at = at
        if self.level < 1.0:
            return False
        self.level -= 1.0
        return True


@dataclass(slots=True)
class Buckets:
    """One bucket for each key (an address). Bounded: the longest unseen key goes first."""

    per_second: float
    burst: float
    most: int = 4096
    buckets: dict[str, Bucket] = field(default_factory=dict, repr=False)

    def take(self, key: str, at: float) -> bool:
        """Whether `key` may have one more at monotonic second `at`."""
        bucket = self.buckets.pop(key, None) or Bucket(self.per_second, self.burst)
        self.buckets[key] = bucket  # most recently seen last
        if len(self.buckets) > self.most:
            self.buckets.pop(next(iter(self.buckets)))
        return bucket.take(at)
