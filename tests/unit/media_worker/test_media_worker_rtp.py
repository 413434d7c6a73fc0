"""Packets in order, whatever the network does with them."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from media_worker.rtp import HOLD_SECONDS, Incoming, Ordered, Resequencer, Unroller

TICKS = 2880


def packet(number: int, arrived: float = 0.0, ssrc: int = 1, first: int = 0) -> Incoming:
    timestamp = (first * TICKS + number * TICKS) % (1 << 32)
    return Incoming(ssrc, (first + number) % (1 << 16), timestamp, number.to_bytes(4, "big"), arrived)


def numbers(packets: list[Ordered]) -> list[int]:
    return [int.from_bytes(one.payload, "big") for one in packets]


@given(st.sampled_from([16, 32]), st.integers(0, 1 << 32), st.lists(st.integers(-1000, 20_000), max_size=50))
def test_a_counter_that_wraps_is_unrolled(bits: int, first: int, steps: list[int]) -> None:
    unroller, value, found = Unroller(bits), first, []
    begin = unroller.unroll(first % (1 << bits))
    highest = first
    for step in steps:
        value = highest + step
        highest = max(highest, value)
        found.append(unroller.unroll(value % (1 << bits)) - begin == value - first)
    assert all(found)


def test_a_packet_in_order_waits_for_nothing() -> None:
    ordering = Resequencer()
    assert [numbers(ordering.take(packet(n))) for n in range(3)] == [[0], [1], [2]]
    assert not ordering.waiting


def test_two_that_overtook_each_other_are_put_right_and_a_double_is_dropped() -> None:
    ordering = Resequencer()
    given_out = [numbers(ordering.take(packet(n, 0.01 * n))) for n in (0, 2, 2, 1, 1, 3)]
    assert given_out == [[0], [], [], [1, 2], [], [3]]


def test_a_lost_packet_holds_the_others_only_for_a_moment() -> None:
    ordering = Resequencer()
    ordering.take(packet(0))
    assert ordering.take(packet(2, 1.0)) == []
    assert ordering.waiting
    assert ordering.due(1.0 + HOLD_SECONDS / 2) == []
    late = ordering.due(1.0 + HOLD_SECONDS)
    assert numbers(late) == [2]
    assert late[0].lost == 1
    assert ordering.take(packet(1, 1.2)) == []  # its place is taken


def test_what_others_are_held_back_for_is_missing_also_when_the_count_wraps() -> None:
    ordering = Resequencer()
    ordering.take(packet(0, first=65_534))
    assert ordering.missing() == []
    ordering.take(packet(4, first=65_534))
    assert ordering.missing() == [65_535, 0, 1]
    ordering.take(packet(2, first=65_534))
    assert ordering.missing() == [65_535, 1]
    ordering.flush()
    assert ordering.missing() == []


def test_with_more_patience_more_time_is_given() -> None:
    ordering = Resequencer()
    ordering.patience = 0.4
    ordering.take(packet(0))
    ordering.take(packet(2, 1.0))
    assert ordering.due(1.3) == []
    assert numbers(ordering.take(packet(1, 1.35))) == [1, 2]


def test_a_new_source_begins_a_new_stream_and_stragglers_of_the_old_one_are_dropped() -> None:
    ordering = Resequencer()
    ordering.take(packet(7))
    begun = ordering.take(packet(0, ssrc=2, first=40_000))
    assert [one.restarted for one in begun] == [True]
    assert ordering.take(packet(8)) == []
    assert [one.restarted for one in ordering.take(packet(1, ssrc=2, first=40_000))] == [False]


def test_a_sender_that_counts_anew_is_followed() -> None:
    ordering = Resequencer()
    ordering.take(packet(0, first=50_000))
    leapt = ordering.take(packet(0, first=10_000))
    assert [(one.restarted, one.lost) for one in leapt] == [(True, 0)]


@given(
    first=st.sampled_from([0, 65_500, 30_000]),
    shuffle=st.lists(st.tuples(st.floats(0, 0.08), st.booleans(), st.booleans()), min_size=1, max_size=300),
)
def test_none_is_given_twice_none_backwards_and_none_withheld(
    first: int, shuffle: list[tuple[float, bool, bool]]
) -> None:
    """Each packet is late by up to 80 ms, may be lost, may come twice."""
    arrivals = []
    for number, (delay, lost, double) in enumerate(shuffle):
        if not lost:
            arrivals += [(number * 0.06 + delay, number)] * (2 if double else 1)
    ordering, out = Resequencer(), []
    for arrived, number in sorted(arrivals):
        out += ordering.take(packet(number, arrived, first=first))
    out += ordering.flush()
    got = numbers(out)
    assert got == sorted(set(got))
    begun = got[0] if got else 0  # what overtook the very first packet leaves the earlier ones out
    assert set(got) == {number for _, number in arrivals if number >= begun}
    assert sum(one.lost for one in out) == (got[-1] - got[0] + 1 - len(got) if got else 0)
    places = [one.timestamp for one in out]
    assert all(
        (after - before) % TICKS == 0 and after > before for before, after in itertools.pairwise(places)
    )
