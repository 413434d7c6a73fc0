"""A scripted participant's WebRTC: one connection to every other participant, one to the ear.

aiortc gathers all ICE candidates before it describes itself, so none is trickled from here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCSessionDescription,
)
from aiortc.contrib.media import MediaRelay
from aiortc.mediastreams import MediaStreamError
from av import AudioFrame

from signaling.demo.microphone import Camera, Microphone
from wire import IceServer


@dataclass
class Received:
    """What arrived from the others, peer to peer: proof that they were seen and heard."""

    audio_seconds: float = 0.0
    video_frames: int = 0


@dataclass
class Connections:
    """The connections of one participant. All share one microphone; `tasks` owns what listens."""

    microphone: Microphone
    tasks: asyncio.TaskGroup
    ice_servers: Iterable[IceServer] = ()
    received: Received = field(default_factory=Received)
    peers: dict[str, RTCPeerConnection] = field(default_factory=dict)
    legs: dict[str, RTCPeerConnection] = field(default_factory=dict)
    _relay: MediaRelay = field(default_factory=MediaRelay)

    async def offer_peer(self, participant: str) -> str:
        """The SDP offer of a call to another participant, with sound and picture."""
        connection = self._peer(participant)
        await connection.setLocalDescription(await connection.createOffer())
        return connection.localDescription.sdp

    async def answer_peer(self, participant: str, sdp: str) -> str:
        """The SDP answer to another participant's offer."""
        connection = self.peers.get(participant) or self._peer(participant)
        await connection.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        await connection.setLocalDescription(await connection.createAnswer())
        return connection.localDescription.sdp

    async def settle_peer(self, participant: str, sdp: str) -> None:
        """Takes the answer to our offer; one that comes too late is let go."""
        connection = self.peers.get(participant)
        if connection is not None and connection.signalingState == "have-local-offer":
            await connection.setRemoteDescription(RTCSessionDescription(sdp, "answer"))

    async def offer_leg(self, track: str) -> str:
        """The SDP offer of the audio leg: our own microphone once more, sending only."""
        await self.close_leg(track)
        connection = self._new()
        self.legs[track] = connection
        connection.addTransceiver(self._relay.subscribe(self.microphone), direction="sendonly")
        await connection.setLocalDescription(await connection.createOffer())
        return connection.localDescription.sdp

    async def settle_leg(self, track: str, sdp: str) -> None:
        """Takes the media worker's answer."""
        connection = self.legs.get(track)
        if connection is not None and connection.signalingState == "have-local-offer":
            await connection.setRemoteDescription(RTCSessionDescription(sdp, "answer"))

    async def close_leg(self, track: str) -> None:
        """Nothing more is sent on this leg."""
        connection = self.legs.pop(track, None)
        if connection is not None:
            await connection.close()

    async def close(self) -> None:
        """Ends every connection and the microphone."""
        connections = [*self.peers.values(), *self.legs.values()]
        self.peers.clear()
        self.legs.clear()
        await asyncio.gather(*(connection.close() for connection in connections))
        self.microphone.stop()

    def connected(self, peers: int) -> bool:
        """Whether the calls to that many others stand."""
        return _standing(self.peers.values()) >= peers

    def heard(self) -> bool:
        """Whether the audio leg stands."""
        return _standing(self.legs.values()) > 0

    def _peer(self, participant: str) -> RTCPeerConnection:
        connection = self._new()
        self.peers[participant] = connection
        connection.addTrack(self._relay.subscribe(self.microphone))
        connection.addTrack(Camera())
        connection.on("track", self._receive)
        return connection

    def _new(self) -> RTCPeerConnection:
        servers = [
            RTCIceServer(urls=list(server.urls), username=server.username, credential=server.credential)
            for server in self.ice_servers
        ]
        return RTCPeerConnection(RTCConfiguration(iceServers=servers))

    def _receive(self, track: MediaStreamTrack) -> None:
        self.tasks.create_task(self._listen(track), name=f"receive-{track.kind}")

    async def _listen(self, track: MediaStreamTrack) -> None:
        """Counts what arrives until the track ends."""
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, AudioFrame):
                self.received.audio_seconds += frame.samples / frame.sample_rate
            else:
                self.received.video_frames += 1


def _standing(connections: Iterable[RTCPeerConnection]) -> int:
    return sum(connection.connectionState == "connected" for connection in connections)
