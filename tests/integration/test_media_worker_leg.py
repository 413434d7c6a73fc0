"""The audio leg and a real peer: what is asked of it, and what comes through encryption and back."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCDtlsTransport,
    RTCPeerConnection,
    RTCSessionDescription,
)
from aiortc.mediastreams import MediaStreamError
from aiortc.rtp import RtpPacket, is_rtcp

from media_worker.leg import AudioLeg, SenderClock
from media_worker.opus import is_pause
from media_worker.opus_wishes import asking_for_speech
from media_worker.stream import Sound

JFK = Path(__file__).parents[1] / "media" / "jfk.flac"
TICKS = 2880


def packets(count: int) -> list[bytes]:
    """The first packets of the recording, 60 ms each."""
    codec = av.CodecContext.create("libopus", "w")
    codec.bit_rate, codec.format, codec.layout, codec.sample_rate = 32_000, "s16", "mono", 16_000
    codec.options = {"application": "voip", "frame_duration": "60"}
    resampler = av.AudioResampler(format="s16", layout="mono", rate=16_000)
    found: list[bytes] = []
    with av.open(str(JFK)) as container:
        for frame in container.decode(audio=0):
            found += [bytes(out) for part in resampler.resample(frame) for out in codec.encode(part)]
            if len(found) >= count:
                break
    return found[:count]


class Scripted(MediaStreamTrack):
    """Sends encoded packets with the timestamps it is given, 10 ms after each other."""

    kind = "audio"

    def __init__(self, script: list[tuple[int, bytes]]) -> None:
        super().__init__()
        self._script = iter(script)

    async def recv(self) -> Any:
        await asyncio.sleep(0.01)
        try:
            pts, payload = next(self._script)
        except StopIteration:
            self.stop()
            raise MediaStreamError from None
        packet: Any = av.Packet(payload)
        packet.pts, packet.time_base = pts, Fraction(1, 48_000)
        return packet


@asynccontextmanager
async def connected(script: list[tuple[int, bytes]]) -> AsyncIterator[tuple[AudioLeg, RTCPeerConnection]]:
    leg, peer = AudioLeg((), lambda _state: None), RTCPeerConnection(RTCConfiguration(iceServers=[]))
    try:
        peer.addTransceiver(Scripted(script), direction="sendonly")
        await peer.setLocalDescription(await peer.createOffer())
        answer = await leg.answer(peer.localDescription.sdp)
        await peer.setRemoteDescription(RTCSessionDescription(answer, "answer"))
        yield leg, peer
    finally:
        await leg.close()
        await peer.close()


async def sounds_of(leg: AudioLeg, until: int) -> list[Sound]:
    """What is heard until so many samples of the stream have passed."""
    heard: list[Sound] = []
    async with asyncio.timeout(60):
        async for sound in leg.sounds():
            if isinstance(sound, Sound):
                heard.append(sound)
                if sound.start + len(sound.samples) >= until:
                    break
    return heard


async def test_the_answer_asks_for_little_and_only_for_opus() -> None:
    leg, peer = AudioLeg((), lambda _state: None), RTCPeerConnection(RTCConfiguration(iceServers=[]))
    try:
        peer.addTransceiver("audio", direction="sendonly")
        await peer.setLocalDescription(await peer.createOffer())
        answer = await leg.answer(peer.localDescription.sdp)
    finally:
        await leg.close()
        await peer.close()
    assert "a=recvonly" in answer
    assert "useinbandfec=1;usedtx=1" in answer
    assert "a=ptime:60\r\n" in answer
    assert f"a=rtcp-fb:{answer.partition('a=rtpmap:')[2].split()[0]} nack\r\n" in answer
    assert {line.split()[1].split("/")[0] for line in answer.splitlines() if "a=rtpmap" in line} == {"opus"}
    assert asking_for_speech(answer, 20).count("a=fmtp:") == 1
    assert "a=ptime:20\r\n" in asking_for_speech(answer, 20)
    assert asking_for_speech("v=0\r\n") == "v=0\r\n"


async def test_every_packet_is_heard_at_once_across_a_silence_and_without_a_thread() -> None:
    spoken = packets(20)
    pause = bytes([spoken[0][0] & ~3])
    script = [(n * TICKS, payload) for n, payload in enumerate(spoken)]
    script += [
        (20 * TICKS, pause),
        (20 * TICKS + 48_000 * 90, spoken[5]),
    ]  # then a minute and a half of nothing
    assert is_pause(pause)
    async with connected(script) as (leg, peer):
        heard = await sounds_of(leg, 90 * 16_000)
        names = {thread.name for thread in threading.enumerate()}
    assert not {name for name in names if name.startswith("audio-decoder")}
    assert peer.connectionState == "closed"
    starts = [sound.start for sound in heard]
    assert starts == [960 * n for n in range(21)] + [960 * 20 + 90 * 16_000]
    assert {len(sound.samples) for sound in heard} == {960}
    assert [sound.pause for sound in heard].index(True) == 20
    level = np.sqrt(np.mean(np.square(np.concatenate([s.samples for s in heard[:20]]).astype(float))))
    assert level > 300


async def test_what_the_network_does_to_packets_stalls_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fifth packet is lost, every third comes twice, neighbours are exchanged, the counters wrap."""
    spoken = packets(60)
    # Over and over: what is sent before a busy machine has agreed on keys is not heard.
    script = [(n * TICKS, payload) for n, payload in enumerate(spoken * 75)]
    whole = RtpPacket.parse
    number = iter(range(10_000))
    before: list[RtpPacket] = []

    def mangled(raw: bytes, *more: object) -> RtpPacket:
        packet = whole(raw, *more)  # type: ignore[arg-type]
        turn = next(number)
        if turn % 5 == 4:
            raise ValueError  # as if it had never come
        packet.sequence_number = (packet.sequence_number + shift[0]) % (1 << 16)
        packet.timestamp = (packet.timestamp + shift[1]) % (1 << 32)
        if turn == 0:
            shift[:] = [
                (65_530 - packet.sequence_number) % (1 << 16),
                (-5 * TICKS - packet.timestamp) % (1 << 32),
            ]
            packet.sequence_number, packet.timestamp = 65_530, (-5 * TICKS) % (1 << 32)
        before.append(packet)
        return before[-2] if turn % 3 == 2 else packet  # an older one again, and this one never

    shift = [0, 0]
    monkeypatch.setattr(RtpPacket, "parse", mangled)
    async with connected(script) as (leg, _):
        heard = await sounds_of(leg, 50 * 960)
    ends = 0
    for sound in heard:
        assert sound.start >= ends
        ends = sound.start + len(sound.samples)
    assert sum(len(sound.samples) for sound in heard) > 0.75 * ends  # lost ones recovered or made up
    assert not any(sound.restarted for sound in heard)


async def test_what_is_lost_is_asked_for_and_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth of the packets is lost on the way, again and again; nothing of the sound is."""
    dice, send = random.Random(4), RTCDtlsTransport._send_rtp
    gone: list[int] = []

    async def lossy(self: RTCDtlsTransport, data: bytes) -> None:
        if not is_rtcp(data) and dice.random() < 0.2:
            gone.append(len(data))
        else:
            await send(self, data)

    monkeypatch.setattr(RTCDtlsTransport, "_send_rtp", lossy)
    script = [(n * TICKS, payload) for n, payload in enumerate(packets(120))]
    async with connected(script) as (leg, _):
        heard = await sounds_of(leg, 100 * 960)
    begin = heard[0].start // 960
    assert len(gone) > 10
    assert [sound.start for sound in heard] == [960 * n for n in range(begin, begin + len(heard))]
    assert {len(sound.samples) for sound in heard} == {960}


async def test_the_senders_reports_come_with_the_place_they_speak_of() -> None:
    script = [(n * TICKS, payload) for n, payload in enumerate(packets(120) * 3)]
    async with connected(script) as (leg, _), asyncio.timeout(60):
        place = -1
        async for heard in leg.sounds():
            if isinstance(heard, SenderClock):
                assert 0 <= heard.at <= place + 960
                assert heard.seconds > 3e9  # NTP: since 1900
                break
            place = heard.start
