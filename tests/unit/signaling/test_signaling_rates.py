"""Buckets that bound how often somebody may ask."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from signaling.rate import Bucket, Buckets


def test_a_bucket_lets_a_burst_through_and_then_its_rate() -> None:
    bucket = Bucket(per_second=2.0, burst=3)
    assert [bucket.take(0.0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(0.5)
    assert not bucket.take(0.5)


@given(st.lists(st.floats(0, 0.5), max_size=200))
def test_a_bucket_never_lets_more_through_than_promised(gaps: list[float]) -> None:
    bucket, at, passed = Bucket(per_second=5.0, burst=4), 0.0, 0
    for gap in gaps:
        at += gap
        passed += bucket.take(at)
    assert passed <= 4 + 5.0 * at + 1e-6


def test_addresses_are_counted_apart_and_their_number_is_bounded() -> None:
    buckets = Buckets(per_second=0.1, burst=1, most=2)
    assert buckets.take("a", 0.0)
    assert not buckets.take("a", 0.0)
    assert buckets.take("b", 0.0)
    assert buckets.take("c", 0.0)
    assert len(buckets.buckets) == 2
