"""Scripted browsers and media workers that speak the real wire messages to a real server."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from signaling.config import Settings
from signaling.serve import Serving, serving
from tests.support.described import conformant
from wire import browser as b
from wire import control as w
from wire import recordings as r
from wire.segments import Word

SECONDS = 60.0
"""Generous: the machine that runs the suite may be busy."""
M = TypeVar("M")


def settings(folder: Path, **given: Any) -> Settings:
    """Settings of a quick test server: no workers of its own, short times."""
    quick = {
        "port": 0,
        "workers": 0,
        "folder": folder,
        "undumpable": False,
        "heartbeat_seconds": 60.0,  # these pages answer a ping only while they read
        "worker_heartbeat_seconds": 0.2,
        "worker_timeout_seconds": 3.0,
        "leg_connect_seconds": 3.0,
        "flush_seconds": 8.0,
        "grace_seconds": 1.0,
        "sweep_seconds": 0.5,
        "login_attempts_per_minute": 1000.0,
    }
    return Settings(**{**quick, **given})


@dataclass
class Browser:
    """One participant's tab."""

    socket: aiohttp.ClientWebSocketResponse
    inbox: list[b.ServerMessage] = field(default_factory=list)
    welcome: b.Welcome | None = None
    leg: str | None = None

    async def say(self, message: b.ClientMessage) -> None:
        await self.socket.send_str(message.model_dump_json())

    async def raw(self, text: str) -> None:
        await self.socket.send_str(text)

    async def next(self) -> b.ServerMessage:
        async with asyncio.timeout(SECONDS):
            message = b.parse_server(await self.socket.receive_str())
        self.inbox.append(message)
        match message:
            case b.LegOpen(track=track):
                self.leg = track
            case b.LegClose(track=track) if track == self.leg:
                self.leg = None
            case _:
                pass
        return message

    async def until(self, kind: type[M], fits: Callable[[M], bool] = lambda message: True) -> M:
        """The next message of a kind that fits; what comes before is kept in the inbox."""
        while True:
            message = await self.next()
            if isinstance(message, kind) and fits(message):
                return message

    async def status(self, status: str, reason: str | None = None) -> b.RoomView:
        """Waits until the room shows this transcription status."""
        seen = await self.until(
            b.Room,
            lambda m: (
                m.room.transcription.value == status
                and (reason is None or m.room.transcription_reason == reason)
            ),
        )
        return seen.room

    async def presence(self, participant: str, presence: str) -> b.RoomView:
        """Waits until somebody's presence is shown."""
        seen = await self.until(
            b.Room,
            lambda m: any(p.id == participant and p.presence.value == presence for p in m.room.participants),
        )
        return seen.room

    async def agree(
        self, decision: b.Decision = b.Decision.AGREE, purpose: b.Purpose = b.Purpose.NOTES
    ) -> None:
        assert self.welcome is not None
        wording = next(one.version for one in self.welcome.wordings if one.purpose is purpose)
        await self.say(b.Consent(purpose=purpose, decision=decision, wording=wording))

    async def closed(self) -> int | None:
        """The close code, once the server closed the socket."""
        async with asyncio.timeout(SECONDS):
            while True:
                message = await self.socket.receive()
                if message.type in {
                    aiohttp.WSMsgType.CLOSE,
                    aiohttp.WSMsgType.CLOSED,
                    aiohttp.WSMsgType.CLOSING,
                }:
                    return self.socket.close_code
                if message.type is aiohttp.WSMsgType.TEXT:
                    self.inbox.append(b.parse_server(message.data))


@dataclass
class FakeWorker:
    """A media worker that answers every offer at once and says what it is told to say."""

    socket: aiohttp.ClientWebSocketResponse
    name: str
    http: aiohttp.ClientSession | None = None
    token: str = ""
    opened: dict[str, w.OpenTrack] = field(default_factory=dict)
    closed: list[w.CloseTrack] = field(default_factory=list)
    offers: list[w.TrackOffer] = field(default_factory=list)
    candidates: list[w.TrackCandidate] = field(default_factory=list)
    errors: list[w.ControlError] = field(default_factory=list)
    recordings: list[r.OpenRecording] = field(default_factory=list)
    recordings_closed: list[str] = field(default_factory=list)
    beating: bool = True
    flushing: bool = True
    oldest_wait: float = 0.0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def say(self, message: w.WorkerMessage) -> None:
        await self.socket.send_str(message.model_dump_json())

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            beat = tasks.create_task(self._beat())
            await self._listen()
            beat.cancel()

    async def _beat(self) -> None:
        """Beats until the server is gone: a beat may be due between its end and the end of the socket."""
        with contextlib.suppress(ConnectionResetError):
            while True:
                if self.beating:
                    await self.say(
                        w.Heartbeat(sent_at=1.0, tracks=(), backlog_seconds=0.0, oldest_wait=self.oldest_wait)
                    )
                await asyncio.sleep(0.2)

    async def _listen(self) -> None:  # noqa: C901 - one flat table
        async for message in self.socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            said = w.parse_control(message.data)
            match said:
                case w.OpenTrack():
                    self.opened[said.track] = said
                case w.TrackOffer():
                    self.offers.append(said)
                    if said.sdp == "garbage":
                        await self.say(w.TrackRefused(track=said.track, code="bad_sdp", detail="no SDP"))
                    else:
                        await self.say(w.TrackAnswer(track=said.track, sdp="v=0 answer"))
                        await self.say(w.TrackState(track=said.track, state="connected"))
                case w.TrackCandidate():
                    self.candidates.append(said)
                case w.CloseTrack():
                    self.closed.append(said)
                    if self.flushing:
                        await self.say(w.TrackFlushed(track=said.track))
                case w.ControlError():
                    self.errors.append(said)
                case r.OpenRecording():
                    self.recordings.append(said)
                    await self._record(said)
                case r.CloseRecording():
                    self.recordings_closed.append(said.recording)
                case _:
                    pass
            self.changed.set()

    async def _record(self, opened: r.OpenRecording) -> None:
        """Fetches a recording's bytes and says that it heard them, a second of sound for each."""
        bearer = {"Authorization": f"Bearer {self.token}"}
        seconds = 0.0
        assert self.http is not None
        path = f"/v1/workers/recordings/{opened.recording}"
        async with self.http.ws_connect(path, headers=bearer) as coming:
            async for message in coming:
                if message.type is aiohttp.WSMsgType.TEXT:
                    break
                seconds += len(message.data)
                await self.say(r.RecordingProgress(recording=opened.recording, heard=seconds))
        for number, track in enumerate(opened.tracks):
            await self.hear(track, "I have been sleeping badly and I feel tense.", 1.0 + number)
        done = r.RecordingEnded(recording=opened.recording, end=r.RecordingEnd.DONE, heard=seconds)
        await self.say(done)

    async def wait(self, fits: Callable[[FakeWorker], bool]) -> None:
        """Waits until something is so."""
        async with asyncio.timeout(SECONDS):
            while not fits(self):
                self.changed.clear()
                await self.changed.wait()

    async def hear(
        self, track: str, text: str, start: float, final: bool = True, id_: str | None = None
    ) -> str:
        """Recognises words on a track."""
        words = tuple(
            Word(word=word, start=start + 0.2 * n, end=start + 0.2 * n + 0.2, probability=0.9)
            for n, word in enumerate(text.split())
        )
        segment = id_ or f"{track}-{next(self.numbers)}"
        await self.say(
            w.Recognised(
                track=track,
                id=segment,
                start=start,
                end=start + 0.2 * max(1, len(words)),
                text=text,
                final=final,
                words=words,
                delay=0.4,
            )
        )
        return segment


@dataclass
class Play:
    """A server, a logged-in clinician's HTTP client, and ways to bring people in."""

    served: Serving
    http: aiohttp.ClientSession
    tasks: asyncio.TaskGroup
    workers: list[tuple[FakeWorker, asyncio.Task[None]]] = field(default_factory=list)

    @property
    def ws_url(self) -> str:
        return self.served.local_url.replace("http", "ws", 1) + "/v1/socket"

    async def json(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        async with self.http.request(method, path, json=body) as response:
            assert response.status == status, (response.status, await response.text())
            answer: Any = await response.json() if response.status != 204 else None
            return answer

    async def kept(self, here: str, count: int) -> Any:
        """A session's transcript, once so many finals are kept."""
        async with asyncio.timeout(SECONDS):
            while True:
                found = await self.json("GET", f"{here}/transcript")
                if len(found["segments"]) >= count:
                    return found
                await asyncio.sleep(0.02)

    async def recorded(self, action: str, count: int = 1) -> None:
        """Waits until so many entries of an action stand in the audit chain."""
        async with asyncio.timeout(SECONDS):
            while True:
                entries = (await self.json("GET", "/v1/audit"))["entries"]
                if sum(entry["action"] == action for entry in entries) >= count:
                    return
                await asyncio.sleep(0.02)

    async def session(self, client: str = "Anna Lindqvist", **given: Any) -> dict[str, Any]:
        made: dict[str, Any] = await self.json("POST", "/v1/sessions", {"client": client, **given}, 201)
        return made

    async def link(self, session: dict[str, Any], participant: str) -> str:
        body = {"participant": participant}
        minted = await self.json("POST", f"/v1/sessions/{session['id']}/tokens", body, 201)
        return str(minted["token"])

    async def socket(self) -> Browser:
        return Browser(await self.http.ws_connect(self.ws_url))

    async def join(self, session: dict[str, Any], participant: str, token: str | None = None) -> Browser:
        """A participant's tab that said hello and was welcomed."""
        browser = await self.socket()
        await browser.say(b.Hello(version=1, token=token or await self.link(session, participant)))
        browser.welcome = await browser.until(b.Welcome)
        return browser

    async def worker(self, name: str = "w1", capacity: int = 8) -> FakeWorker:
        """A registered media worker."""
        url = self.served.local_url.replace("http", "ws", 1) + "/v1/workers"
        bearer = {"Authorization": f"Bearer {self.served.node.worker_token}"}
        socket = await self.http.ws_connect(url, headers=bearer)
        worker = FakeWorker(socket, name, self.http, self.served.node.worker_token)
        await worker.say(
            w.Register(version=1, worker=name, model="fake", languages=("en",), capacity=capacity)
        )
        registered = w.parse_control(await worker.socket.receive_str())
        assert isinstance(registered, w.Registered)
        self.workers.append((worker, self.tasks.create_task(worker.run())))
        return worker

    async def dismiss(self) -> None:
        """Ends all media workers."""
        while self.workers:
            worker, task = self.workers.pop()
            await worker.socket.close()
            task.cancel()

    async def kill(self, worker: FakeWorker) -> None:
        await worker.socket.close()

    async def couple(self, session: dict[str, Any]) -> tuple[Browser, Browser, str, str]:
        """Clinician and client, both in the call."""
        clinician, client = (person["id"] for person in session["participants"][:2])
        doctor = await self.join(session, clinician)
        anna = await self.join(session, client)
        await anna.say(b.Knock())
        await doctor.presence(client, "waiting")
        await doctor.say(b.Admit(participant=client))
        await anna.presence(client, "present")
        return doctor, anna, clinician, client

    async def leg(self, browser: Browser) -> str:
        """The browser opens its audio leg as asked; the track's id."""
        if browser.leg is None:
            await browser.until(b.LegOpen)
        track, browser.leg = browser.leg, None
        assert track is not None
        await browser.say(b.LegOffer(track=track, sdp="v=0"))
        await browser.until(b.LegAnswer, lambda m: m.track == track)
        return track

    async def listening(self, doctor: Browser, anna: Browser) -> tuple[str, str]:
        """Both agree, the clinician starts, both legs connect: the two tracks' ids."""
        await anna.agree()
        await doctor.agree()
        await doctor.say(b.StartTranscription())
        tracks = await self.leg(doctor), await self.leg(anna)
        await doctor.status("active")
        return tracks


@contextmanager
def threaded(folder: Path, **given: Any) -> Iterator[Serving]:
    """A server in a thread of its own, for several tests: starting one costs seconds of language model."""
    started: queue.Queue[tuple[Serving, asyncio.AbstractEventLoop, asyncio.Event]] = queue.Queue()

    async def live() -> None:
        async with serving(settings(folder, **given)) as served:
            stop = asyncio.Event()
            started.put((served, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(live()), name="server")
    thread.start()
    served, loop, stop = started.get(timeout=60)
    try:
        yield served
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(60)


@asynccontextmanager
async def at(served: Serving) -> AsyncIterator[Play]:
    """A logged-in clinician at a running server."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with (
        aiohttp.ClientSession(served.local_url, cookie_jar=jar, middlewares=(conformant,)) as http,
        asyncio.TaskGroup() as tasks,
    ):
        play = Play(served, http, tasks)
        token = served.owner_link().split("login=")[1]
        async with http.post("/v1/login", json={"token": token}) as response:
            assert response.status == 204
        yield play
        await play.dismiss()


@asynccontextmanager
async def playing(folder: Path, clock: Any = None, **given: Any) -> AsyncIterator[Play]:
    """A server on a free port with a logged-in clinician."""
    async with serving(settings(folder, **given), clock) as served, at(served) as play:
        yield play
