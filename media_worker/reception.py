"""Where a leg leaves aiortc: RTP in the clear, before jitter buffer, decoder thread and track.

aiortc's own receiver gives each track a thread and a buffer that releases a packet only when
four more have come: with DTX the end of an utterance would wait for the next one. This one puts
packets in order and hands them on still encoded; it also writes the receiver reports by which the
sender learns of loss (and then sends error correction). See docs/decisions/0008.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiortc import RTCDtlsTransport
from aiortc.rtcrtpparameters import RTCRtpReceiveParameters
from aiortc.rtp import (
    RTCP_RTPFB_NACK,
    AnyRtcpPacket,
    RtcpByePacket,
    RtcpReceiverInfo,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSrPacket,
    RtpPacket,
    clamp_packets_lost,
)

from media_worker.resending import RESENT_HOLD, Resending, ascending
from media_worker.rtp import Incoming, Ordered, Resequencer, Unroller

REPORT_SECONDS = 2.0
"""At most so often the sender hears how much of it arrived; a silent one hears nothing."""

_NTP_SECOND = 1 << 32


@dataclass(frozen=True)
class SenderTime:
    """From an RTCP sender report: at `seconds` of its own clock the sender's RTP time was `timestamp`."""

    seconds: float
    timestamp: int


Received = Ordered | SenderTime


class Tally:
    """What a receiver report says of one stream (RFC 3550 section 6.4.1)."""

    def __init__(self, ssrc: int) -> None:
        self.ssrc = ssrc
        self._sequences = Unroller(16)
        self._first: int | None = None
        self._highest = 0
        self._received = 0
        self._before = (0, 0)
        self._report: tuple[int, float] | None = None

    def count(self, sequence: int) -> None:
        """A packet came in."""
        number = self._sequences.unroll(sequence)
        self._first = number if self._first is None else self._first
        self._highest = max(self._highest, number)
        self._received += 1

    def reported(self, ntp: int, now: float) -> None:
        """The sender's own report came in."""
        self._report = ((ntp >> 16) & 0xFFFFFFFF, now)

    def info(self, now: float) -> RtcpReceiverInfo:
        """The report's block; the fraction lost is that since the last call."""
        expected = 0 if self._first is None else self._highest - self._first + 1
        was_expected, was_received = self._before
        self._before = (expected, self._received)
        due, lost = expected - was_expected, expected - was_expected - (self._received - was_received)
        last, at = self._report or (0, now)
        return RtcpReceiverInfo(
            ssrc=self.ssrc,
            fraction_lost=min(255, (lost << 8) // due) if due > 0 and lost > 0 else 0,
            packets_lost=clamp_packets_lost(expected - self._received),
            highest_sequence=self._highest & 0xFFFFFFFF,
            jitter=0,
            lsr=last,
            dlsr=max(0, min(0xFFFFFFFF, int((now - at) * 65536))),
        )


class SpeechReceiver:
    """Stands where aiortc's `RTCRtpReceiver` would: registered with the transport by its own protocol.

    `on_received` gets packets in order and sender reports; `None` is the end.
    """

    def __init__(
        self, transport: RTCDtlsTransport, ssrc: int, on_received: Callable[[Received | None], None]
    ) -> None:
        self._transport = transport
        self._ssrc = ssrc
        self._hand_on = on_received
        self._resequencer = Resequencer()
        self._tally: Tally | None = None
        self._resending = Resending()
        self._opus: frozenset[int | None] = frozenset()
        self._report_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._ended = False

    async def receive(self, parameters: RTCRtpReceiveParameters) -> None:
        """Begins to listen; aiortc calls it once the transport is up."""
        self._opus = frozenset(c.payloadType for c in parameters.codecs if c.mimeType.lower() == "audio/opus")
        self._transport._register_rtp_receiver(self, parameters)  # noqa: SLF001 - the seam; see 0008

    def end(self) -> None:
        """Hands on what is held back, then the end; more than once is harmless."""
        if self._ended:
            return
        self._ended = True
        if self._timer is not None:
            self._timer.cancel()
        self._give(self._resequencer.flush())
        self._hand_on(None)

    def _handle_disconnect(self) -> None:
        """The transport is gone (aiortc calls it)."""
        self.end()

    async def _handle_rtp_packet(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        """One packet, decrypted (aiortc calls it); `arrival_time_ms` is of another clock than ours."""
        if self._ended or packet.payload_type not in self._opus or not packet.payload:
            return
        now = asyncio.get_running_loop().time()
        if self._tally is None or self._tally.ssrc != packet.ssrc:
            self._tally, self._resending = Tally(packet.ssrc), Resending()
        if not self._resending.came(packet.sequence_number):
            self._tally.count(packet.sequence_number)  # what was sent again was lost all the same
        elif self._resending.answers:
            self._resequencer.patience = RESENT_HOLD
        incoming = Incoming(packet.ssrc, packet.sequence_number, packet.timestamp, packet.payload, now)
        self._give(self._resequencer.take(incoming))
        lost = self._resending.due(self._resequencer.missing(), now)
        if lost:
            await self._ask(packet.ssrc, lost)
        if now >= self._report_at:
            self._report_at = now + REPORT_SECONDS
            await self._report(self._tally, now)

    async def _handle_rtcp_packet(self, packet: AnyRtcpPacket) -> None:
        """Control packets of this stream (aiortc calls it)."""
        if isinstance(packet, RtcpByePacket):
            self._give(self._resequencer.flush())
        elif isinstance(packet, RtcpSrPacket) and self._tally is not None and not self._ended:
            sent = packet.sender_info
            self._tally.reported(sent.ntp_timestamp, asyncio.get_running_loop().time())
            timestamp = self._resequencer.unrolled(packet.ssrc, sent.rtp_timestamp)
            if timestamp is not None:
                self._hand_on(SenderTime(sent.ntp_timestamp / _NTP_SECOND, timestamp))

    def _give(self, packets: Sequence[Ordered]) -> None:
        for packet in packets:
            self._hand_on(packet)
        if self._resequencer.waiting and self._timer is None and not self._ended:
            wait = self._resequencer.patience
            self._timer = asyncio.get_running_loop().call_later(wait, self._waited)

    def _waited(self) -> None:
        self._timer = None
        self._give(self._resequencer.due(asyncio.get_running_loop().time()))

    async def _report(self, tally: Tally, now: float) -> None:
        report = RtcpRrPacket(ssrc=self._ssrc, reports=[tally.info(now)])
        if not await self._send(bytes(report)):
            self._report_at = now  # not up any more, or not yet: the next packet tries again

    async def _ask(self, ssrc: int, lost: list[int]) -> None:
        for run in ascending(lost):
            await self._send(bytes(RtcpRtpfbPacket(RTCP_RTPFB_NACK, self._ssrc, ssrc, run)))

    async def _send(self, packet: bytes) -> bool:
        """Sends a control packet; False when the transport is not up."""
        try:
            await self._transport._send_rtp(packet)  # noqa: SLF001 - the seam; see 0008
        except ConnectionError:
            return False
        return True
