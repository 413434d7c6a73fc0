"""One scripted participant: the same messages a browser sends, in the same order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from retention.errors import AttuneError
from signaling.demo.connections import Connections
from signaling.demo.microphone import Microphone
from wire import WIRE_VERSION, Message, Role, Segment
from wire.browser import (
    Admit,
    Consent,
    Decision,
    Describe,
    Described,
    End,
    Ended,
    Error,
    Heard,
    Hello,
    Knock,
    LegAnswer,
    LegClose,
    LegOffer,
    LegOpen,
    NoteReady,
    Ping,
    Presence,
    Purpose,
    Room,
    RoomView,
    ServerMessage,
    StartTranscription,
    TranscriptionStatus,
    Welcome,
    parse_server,
)

HERE = frozenset({Presence.PRESENT, Presence.AWAY})


class CallFailed(AttuneError):
    """The scripted call could not be held."""

    code = "call-failed"


@dataclass
class Participant:
    """A participant with a token. `on_segment` is told what this participant may read of the transcript.

    `ended`: the call is over. `done`: nothing more is to come, for the clinician the note is ready.
    """

    token: str
    role: Role
    file: Path | None
    on_segment: Callable[[Segment], None] | None = None
    room: RoomView | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    connections: Connections | None = None
    _welcome: Welcome | None = None
    _socket: ClientWebSocketResponse | None = None
    _clock_zero: float = 0.0
    _admitted: set[str] = field(default_factory=set)

    async def take_part(self, http: ClientSession, url: str) -> None:
        """Joins and stays until the session ends or this task is cancelled."""
        async with http.ws_connect(url, max_msg_size=1 << 20) as socket, asyncio.TaskGroup() as tasks:
            self._socket = socket
            self.connections = Connections(Microphone(self.file), tasks)
            heartbeat: asyncio.Task[None] | None = None
            try:
                await self._send(Hello(version=WIRE_VERSION, token=self.token))
                async for frame in socket:
                    if frame.type is not WSMsgType.TEXT:
                        break
                    message = parse_server(frame.data)
                    if isinstance(message, Welcome):
                        heartbeat = tasks.create_task(self._beat(message.heartbeat_seconds), name="heartbeat")
                    await self._receive(message)
                    if self._is_over():
                        break
            finally:
                self.ended.set()
                self.done.set()
                self._tell()
                if heartbeat is not None:
                    heartbeat.cancel()
                await self.connections.close()

    async def until(self, condition: Callable[[], bool], seconds: float | None, what: str) -> None:
        """Waits until the room or a connection satisfies `condition`.

        Raises:
            CallFailed: it did not within `seconds`, or the session ended meanwhile.
        """
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    if self.ended.is_set():
                        raise CallFailed(f"the call ended before: {what}")
                    with contextlib.suppress(TimeoutError):
                        # Connections have no event of their own here: look again soon.
                        await asyncio.wait_for(self.changed.wait(), 0.05)
                    self.changed.clear()
        except TimeoutError:
            raise CallFailed(f"after {seconds:.0f} s still waiting: {what}") from None

    async def agree(self) -> None:
        """Agrees to notes, having been shown the wording."""
        for wording in self._welcome.wordings if self._welcome else ():
            if wording.purpose is Purpose.NOTES:
                await self._send(
                    Consent(purpose=Purpose.NOTES, decision=Decision.AGREE, wording=wording.version)
                )

    async def start_transcription(self) -> None:
        """The clinician presses Start."""
        await self._send(StartTranscription())

    async def hang_up(self) -> None:
        """The clinician ends the session for everyone."""
        await self._send(End())

    def play_at(self, moment: float) -> None:
        """Starts speaking at this time of the event loop's clock."""
        if self.connections is not None:
            self.connections.microphone.play_at(moment)

    async def spoken(self) -> None:
        """Waits until everything is said. Raises `CallFailed` when the session ends before."""
        await self.until(self._has_spoken, None, "everything is said")

    def _has_spoken(self) -> bool:
        return self.connections is not None and self.connections.microphone.finished.is_set()

    def in_company(self, others: int) -> bool:
        """Whether this participant and that many others are in the call."""
        return len(self._others()) >= others

    def in_touch(self, others: int) -> bool:
        """Whether the peer-to-peer calls to that many others stand."""
        return self.connections is not None and self.connections.connected(others)

    def is_heard(self) -> bool:
        """Whether the audio leg to the media worker stands."""
        return self.connections is not None and self.connections.heard()

    def transcribed(self) -> bool:
        """Whether the room says that transcription is active."""
        return self.room is not None and self.room.transcription is TranscriptionStatus.ACTIVE

    def session_time(self, moment: float) -> float:
        """A time of the event loop's clock on the session clock, in seconds."""
        return moment - self._clock_zero

    def _others(self) -> list[str]:
        if self.room is None or self._welcome is None:
            return []
        me = self._welcome.participant
        present = {one.id: one.presence in HERE for one in self.room.participants}
        return [one for one, here in present.items() if here and one != me] if present.get(me) else []

    async def _receive(self, message: ServerMessage) -> None:
        match message:
            case Welcome():
                await self._welcomed(message)
            case Room(room=room):
                await self._enter(room)
            case Described() | LegOpen() | LegAnswer() | LegClose():
                await self._connect(message)
            case Heard(segment=segment):
                if self.on_segment is not None:
                    self.on_segment(segment)
            case Ended():
                self.ended.set()
            case NoteReady():
                self.done.set()
            case Error(fatal=True, code=code):
                raise CallFailed(f"the server refused a participant ({code})")
            case _:
                pass  # chat, captions and the like: nothing for a script to do
        self._tell()

    def _is_over(self) -> bool:
        """The clinician stays after the end: the last words and the note are still to come."""
        return self.done.is_set() or (self.ended.is_set() and self.role is not Role.CLINICIAN)

    async def _welcomed(self, welcome: Welcome) -> None:
        self._welcome = welcome
        if self.connections is not None:
            self.connections.ice_servers = welcome.ice_servers
        if self.role is not Role.CLINICIAN:
            await self._send(Knock())
        await self._enter(welcome.room)

    async def _enter(self, room: RoomView) -> None:
        """The clinician admits who waits; the one whose id sorts lower calls the other."""
        self.room = room
        if room.elapsed is not None:
            self._clock_zero = asyncio.get_running_loop().time() - room.elapsed
        if self.role is Role.CLINICIAN:
            waiting = {one.id for one in room.participants if one.presence is Presence.WAITING}
            for participant in waiting - self._admitted:
                self._admitted.add(participant)
                await self._send(Admit(participant=participant))
        if self._welcome is None or self.connections is None:
            return
        for other in self._others():
            if self._welcome.participant < other and other not in self.connections.peers:
                sdp = await self.connections.offer_peer(other)
                await self._send(Describe(to=other, kind="offer", sdp=sdp))

    async def _connect(self, message: Described | LegOpen | LegAnswer | LegClose) -> None:
        if self.connections is None:
            return
        match message:
            case Described(sender=sender, kind="offer", sdp=sdp):
                answer = await self.connections.answer_peer(sender, sdp)
                await self._send(Describe(to=sender, kind="answer", sdp=answer))
            case Described(sender=sender, kind="answer", sdp=sdp):
                await self.connections.settle_peer(sender, sdp)
            case LegOpen(track=track):
                await self._send(LegOffer(track=track, sdp=await self.connections.offer_leg(track)))
            case LegAnswer(track=track, sdp=sdp):
                await self.connections.settle_leg(track, sdp)
            case LegClose(track=track):
                await self.connections.close_leg(track)
            case _:
                pass  # a rollback: this side never offers twice

    async def _beat(self, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._send(Ping(at=asyncio.get_running_loop().time()))

    async def _send(self, message: Message) -> None:
        if self._socket is None or self._socket.closed:
            return
        try:
            await self._socket.send_str(message.model_dump_json())
        except ConnectionError:
            # The server hung up first; the reading side ends with it.
            await self._socket.close()

    def _tell(self) -> None:
        self.changed.set()
