"""Which lost packets are asked for again."""

from __future__ import annotations

import pytest
from aiortc.rtp import RTCP_RTPFB_NACK, RtcpPacket, RtcpRtpfbPacket

from media_worker.resending import ASK_EVERY, MOST_ASKS, Resending, ascending


def test_a_missing_packet_is_asked_for_at_once_then_after_a_while_and_not_for_ever() -> None:
    resending = Resending()
    assert resending.due([7, 8], 1.0) == [7, 8]
    assert resending.due([7, 8], 1.0 + ASK_EVERY / 2) == []
    asked = [bool(resending.due([7], 1.0 + ASK_EVERY * turn)) for turn in range(1, 8)]
    assert asked.count(True) == MOST_ASKS - 1


def test_what_comes_is_known_as_sent_again_only_if_it_was_asked_for() -> None:
    resending = Resending()
    resending.due([7], 1.0)
    assert not resending.came(6)
    assert not resending.answers
    assert resending.came(7)
    assert not resending.came(7)
    assert resending.answers


def test_a_sender_that_sends_nothing_again_is_left_alone_until_it_does() -> None:
    silent, answering = Resending(), Resending()
    for number in range(400):
        silent.due([number], number * 1.0)
        answering.due([number], number * 1.0)
        answering.came(number)
    assert silent.due([999], 1000.0) == []
    assert answering.due([999], 1000.0) == [999]


def test_a_sequence_number_that_comes_round_again_is_a_new_packet() -> None:
    resending = Resending()
    for turn in range(MOST_ASKS):
        resending.due([7], turn * 1.0)
    assert resending.due([7], 3000.0) == [7]


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [
        ([], []),
        ([7], [[7]]),
        ([65_534, 65_535], [[65_534, 65_535]]),
        ([65_533, 65_535, 0, 3], [[65_533, 65_535], [0, 3]]),
    ],
)
def test_numbers_are_cut_where_the_counter_begins_anew_and_each_run_makes_a_packet(
    numbers: list[int], runs: list[list[int]]
) -> None:
    assert ascending(numbers) == runs
    for run in runs:
        packets = RtcpPacket.parse(bytes(RtcpRtpfbPacket(RTCP_RTPFB_NACK, 1, 2, run)))
        assert [packet.lost for packet in packets if isinstance(packet, RtcpRtpfbPacket)] == [run]
