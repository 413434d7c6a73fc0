"""The audio leg: one browser's microphone by WebRTC, receive-only, audio only.

A thin shell over aiortc, which negotiates, connects and decrypts; what it would do with the
packets is done here more cheaply (see `reception`, and docs/decisions/0008). Opus is the only
codec taken. Nothing is recorded; what is heard leaves as `Sound` and is the caller's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import structlog
from aiortc import (
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCRtpTransceiver,
    RTCSessionDescription,
)
from aiortc.sdp import SessionDescription, candidate_from_sdp

from media_worker.errors import BadOffer, NoAudio
from media_worker.opus_wishes import asking_for_speech
from media_worker.reception import Received, SenderTime, SpeechReceiver
from media_worker.stream import Sound, SpeechStream
from wire import IceServer
from wire.browser import CandidateInit

log = structlog.get_logger(__name__)

_OPUS = "audio/opus"

LegState: TypeAlias = Literal["connecting", "connected", "failed", "closed"]
_STATES: dict[str, LegState] = {
    "connecting": "connecting",
    "connected": "connected",
    "failed": "failed",
    "closed": "closed",
}


@dataclass(frozen=True)
class SenderClock:
    """The sender's own report: `at` (16 kHz samples of the stream) was taken at `seconds` of its clock."""

    at: int
    seconds: float


class AudioLeg:
    """One peer connection that only listens. Close it when done; closing twice is harmless."""

    def __init__(self, ice_servers: Sequence[IceServer], on_state: Callable[[LegState], None]) -> None:
        servers = [
            RTCIceServer(urls=list(server.urls), username=server.username, credential=server.credential)
            for server in ice_servers
        ]
        # An empty list, not None: None would make aiortc ask a public STUN server.
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=servers))
        self._received: asyncio.Queue[Received | None] = asyncio.Queue()
        self._receiver = _in_place_of(
            self._peer.addTransceiver("audio", "recvonly"), self._received.put_nowait
        )

        def changed() -> None:
            state = _STATES.get(self._peer.connectionState)
            if state is not None:
                on_state(state)

        self._peer.on("connectionstatechange", changed)

    async def answer(self, offer: str) -> str:
        """Takes the browser's SDP offer; returns the answer with all candidates in it.

        Raises:
            BadOffer: the offer can't be read.
            NoAudio: it does not bring exactly one Opus audio stream, sending.
        """
        _check(offer)
        try:
            await self._peer.setRemoteDescription(RTCSessionDescription(sdp=offer, type="offer"))
            answer = await self._peer.createAnswer()
            await self._peer.setLocalDescription(answer)
        except Exception as error:  # noqa: BLE001 - aiortc raises whatever its parser stumbles over
            log.info("offer_refused", error=type(error).__name__)
            raise BadOffer("the SDP offer can't be answered: send a fresh offer") from None
        return asking_for_speech(str(self._peer.localDescription.sdp))

    async def add_candidate(self, init: CandidateInit) -> None:
        """Takes one of the browser's ICE candidates; one that can't be read is passed over."""
        if not init.candidate:
            await self._peer.addIceCandidate(None)
            return
        try:
            candidate = candidate_from_sdp(init.candidate.removeprefix("candidate:"))
            candidate.sdpMid = init.sdpMid
            candidate.sdpMLineIndex = init.sdpMLineIndex
            await self._peer.addIceCandidate(candidate)
        except Exception as error:  # noqa: BLE001 - as above; other candidates may still connect
            log.info("candidate_refused", error=type(error).__name__)

    async def sounds(self) -> AsyncIterator[Sound | SenderClock]:
        """What is heard, decoded and in order, until the leg ends; between it the sender's reports."""
        stream = SpeechStream()
        try:
            while (received := await self._received.get()) is not None:
                if isinstance(received, SenderTime):
                    yield SenderClock(stream.at(received.timestamp), received.seconds)
                    continue
                for sound in stream.take(received):
                    yield sound
        finally:
            stream.close()

    async def close(self) -> None:
        """Stops hearing and frees the ports."""
        self._receiver.end()
        await self._peer.close()


def _in_place_of(
    transceiver: RTCRtpTransceiver, on_received: Callable[[Received | None], None]
) -> SpeechReceiver:
    """Puts our receiver where aiortc starts its own: Opus only, no thread, no jitter buffer."""
    known = RTCRtpReceiver.getCapabilities("audio")
    if known is not None:
        transceiver.setCodecPreferences([one for one in known.codecs if one.mimeType.lower() == _OPUS])
    theirs = transceiver.receiver
    ours = SpeechReceiver(theirs.transport, transceiver.sender._ssrc, on_received)  # noqa: SLF001 - as its own
    theirs.receive = ours.receive  # type: ignore[method-assign]
    return ours


def _check(offer: str) -> None:
    """Reads the offer before aiortc acts on it: one audio line, Opus, sending."""
    try:
        media = SessionDescription.parse(offer).media
        kinds = [line.kind for line in media]
        codecs = {codec.mimeType.lower() for line in media for codec in line.rtp.codecs}
        sends = all(line.direction in {"sendonly", "sendrecv"} for line in media)
    except Exception as error:  # noqa: BLE001 - the parser raises anything on garbage
        log.info("offer_unreadable", error=type(error).__name__)
        raise BadOffer("the SDP offer can't be read: send a fresh offer") from None
    if not offer.startswith("v=0"):
        raise BadOffer("that is no SDP (RFC 8866): send a fresh offer")
    if kinds != ["audio"] or _OPUS not in codecs or not sends:
        raise NoAudio("an audio leg carries exactly one audio stream, Opus, from the browser")
