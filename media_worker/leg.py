"""The audio leg: one browser's microphone by WebRTC, receive-only, audio only.

A thin shell over aiortc. Opus is the only codec taken. Nothing is recorded; packets
leave as `Packet` and are the caller's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import structlog
from aiortc import RTCConfiguration, RTCIceServer, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from aiortc.sdp import SessionDescription, candidate_from_sdp
from av import AudioFrame

from media_worker.audio import RTP_RATE
from media_worker.errors import BadOffer, NoAudio
from wire import IceServer
from wire.browser import CandidateInit

log = structlog.get_logger(__name__)

LegState: TypeAlias = Literal["connecting", "connected", "failed", "closed"]
_STATES: dict[str, LegState] = {
    "connecting": "connecting",
    "connected": "connected",
    "failed": "failed",
    "closed": "closed",
}


@dataclass(frozen=True, eq=False)
class Packet:
    """Decoded audio: interleaved int16 at 48 kHz; `pts` in samples from the stream's start."""

    pts: int
    samples: npt.NDArray[np.int16]
    channels: int

    @property
    def length(self) -> int:
        """Samples a channel."""
        return self.samples.size // self.channels

    def __repr__(self) -> str:
        return f"<Packet pts={self.pts} length={self.length}>"


class AudioLeg:
    """One peer connection that only listens. Close it when done; closing twice is harmless."""

    def __init__(self, ice_servers: Sequence[IceServer], on_state: Callable[[LegState], None]) -> None:
        servers = [
            RTCIceServer(urls=list(server.urls), username=server.username, credential=server.credential)
            for server in ice_servers
        ]
        # An empty list, not None: None would make aiortc ask a public STUN server.
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=servers))
        self._track: MediaStreamTrack | None = None
        self._peer.on("track", self._arrived)

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
        if self._track is None:
            raise NoAudio("the SDP offer brings no audio track that is sent")
        return str(self._peer.localDescription.sdp)

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

    async def packets(self) -> AsyncIterator[Packet]:
        """Decoded packets until the leg ends."""
        track = self._track
        while track is not None:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, AudioFrame) and frame.sample_rate == RTP_RATE and frame.pts is not None:
                channels = len(frame.layout.channels)
                packed = np.asarray(frame.to_ndarray(), np.int16).reshape(-1)
                yield Packet(frame.pts, packed, channels)

    async def close(self) -> None:
        """Stops hearing and frees the ports."""
        await self._peer.close()

    def _arrived(self, track: MediaStreamTrack) -> None:
        if track.kind == "audio" and self._track is None:
            self._track = track


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
    if kinds != ["audio"] or "audio/opus" not in codecs or not sends:
        raise NoAudio("an audio leg carries exactly one audio stream, Opus, from the browser")
