"""A live track: its audio leg, its clock and its ear, from `open_track` to `track_flushed`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeAlias

import structlog

from media_worker.clock import SessionOrigin, TrackClock
from media_worker.errors import BadOffer, TrackError
from media_worker.hearing import Samples
from media_worker.intake import SILENT_STEP, Intake
from media_worker.leg import AudioLeg, LegState
from media_worker.stream import Sound
from wire.browser import CandidateInit
from wire.control import (
    CloseTrack,
    OpenTrack,
    TrackAnswer,
    TrackCandidate,
    TrackFlushed,
    TrackOffer,
    TrackProgress,
    TrackRefused,
    TrackState,
    WorkerMessage,
)

log = structlog.get_logger(__name__)

TrackMessage: TypeAlias = TrackOffer | TrackCandidate | CloseTrack

_MAX_EARLY_CANDIDATES = 64
LAST_SOUND_SECONDS = 1.0
"""Longest wait until what a leg has received is heard; it is decoded in milliseconds."""


class Hears(Protocol):
    """What a track does with its sound: an `Ear`, or a `VoicesEar` where people share a microphone."""

    @property
    def heard(self) -> float:
        """Session seconds up to which this track was heard."""
        ...

    @property
    def finalised(self) -> float:
        """Session seconds before which every word has been sent as final."""
        ...

    def hear(self, samples: Samples) -> None:
        """Takes the next samples; they are the caller's again on return."""
        ...

    def silence(self, samples: int) -> None:
        """Takes a hole of so many samples."""
        ...

    def stalled(self, seconds: float) -> None:
        """Lets no words wait when no sound came for so long."""
        ...

    async def flush(self) -> None:
        """Waits until all that was heard has been told."""
        ...

    def discard(self) -> None:
        """Overwrites and forgets all audio; nothing more is told."""
        ...


class LiveTrack:
    """One participant's audio while the call lasts.

    `run` owns everything: leg, listening task, ear. Messages reach it by `receive`. A browser
    that offers again (network change) gets a new leg; the ear and its clock go on.
    """

    def __init__(
        self,
        opened: OpenTrack,
        origin: SessionOrigin,
        make_ear: Callable[[TrackClock], Hears],
        send: Callable[[WorkerMessage], None],
        heard: Callable[[float], None],
    ) -> None:
        self._opened = opened
        clock = TrackClock(origin)
        self._ear = make_ear(clock)
        self._intake = Intake(clock, self._ear, heard)
        self._send = send
        self._inbox: asyncio.Queue[TrackMessage] = asyncio.Queue(1024)
        self._early: list[CandidateInit] = []
        self._leg: AudioLeg | None = None
        self._listening: asyncio.Task[None] | None = None
        self._silent: asyncio.TimerHandle | None = None
        self._legs = 0
        self._heard = self._finalised = 0.0

    @property
    def session(self) -> str:
        """The session this track belongs to."""
        return self._opened.session

    def progress(self) -> TrackProgress:
        """How far this track is heard and written down; never less than was told before.

        Silence that was laid too early is taken back by the clock once sound comes for its place.
        """
        self._heard = max(self._heard, self._ear.heard)
        self._finalised = max(self._finalised, min(self._heard, self._ear.finalised))
        return TrackProgress(track=self._opened.track, heard=self._heard, finalised=self._finalised)

    def receive(self, message: TrackMessage) -> None:
        """Queues a message for this track. When 1024 wait, further candidates are dropped, a close never."""
        if isinstance(message, CloseTrack) and self._inbox.full():
            self._inbox.get_nowait()
        if not self._inbox.full():
            self._inbox.put_nowait(message)

    def stalled(self, seconds: float) -> None:
        """Lets no words wait when packets stop coming."""
        self._ear.stalled(seconds)

    async def run(self) -> None:
        """Serves the track until it is closed; finals first, then `track_flushed`."""
        try:
            async with asyncio.TaskGroup() as tasks:
                discard = await self._serve(tasks)
                await self._hang_up(discard=discard)
        except ExceptionGroup:
            await self._ear.flush()  # a broken leg takes no words with it
            raise
        else:
            if not discard:
                await self._ear.flush()
        finally:
            await self._hang_up()
            self._ear.discard()
        self._send(TrackFlushed(track=self._opened.track))

    async def _serve(self, tasks: asyncio.TaskGroup) -> bool:
        """Handles messages until a close; returns whether to discard."""
        while True:
            match await self._inbox.get():
                case TrackOffer(sdp=sdp):
                    await self._offered(sdp, tasks)
                case TrackCandidate(candidate=candidate):
                    await self._candidate(candidate)
                case CloseTrack(discard=discard):
                    return discard

    async def _offered(self, sdp: str, tasks: asyncio.TaskGroup) -> None:
        states = self._leg_states()  # before the older leg closes: that is no news from here on
        await self._hang_up()
        track = self._opened.track
        leg = self._leg = AudioLeg(self._opened.ice_servers, states)
        try:
            async with asyncio.timeout(15):
                answer = await leg.answer(sdp)
        except (TrackError, TimeoutError) as error:
            await self._hang_up()
            refused = (
                error if isinstance(error, TrackError) else BadOffer("gathering candidates took too long")
            )
            self._send(_refusal(track, refused))
            return
        self._send(TrackAnswer(track=track, sdp=answer))
        self._listening = tasks.create_task(self._listen(leg))
        early, self._early = self._early, []
        for candidate in early:
            await leg.add_candidate(candidate)

    async def _candidate(self, candidate: CandidateInit) -> None:
        if self._listening is not None and self._leg is not None:
            await self._leg.add_candidate(candidate)
        elif len(self._early) < _MAX_EARLY_CANDIDATES:
            self._early.append(candidate)

    def _leg_states(self) -> Callable[[LegState], None]:
        """Reports the states of the newest leg only: an older one closing is no news."""
        self._legs += 1
        number = self._legs

        def changed(state: LegState) -> None:
            if number == self._legs:
                self._send(TrackState(track=self._opened.track, state=state))

        return changed

    async def _listen(self, leg: AudioLeg) -> None:
        """What the leg hears to the ear. A new leg goes on at the arrival of its first sound."""
        self._intake.new_leg()
        try:
            async for heard in leg.sounds():
                if isinstance(heard, Sound):
                    self._intake.take(heard)
                    self._await_silence()
                else:
                    self._intake.reported(heard.at, heard.seconds)
        finally:
            self._stop_waiting()
        log.info("leg_ended", track=self._opened.track)

    def _await_silence(self) -> None:
        """While a silent sender's words wait for the pause that ends them, the pause is laid by the clock."""
        self._stop_waiting()
        if self._intake.paused and self._ear.finalised < self._ear.heard:
            self._silent = asyncio.get_running_loop().call_later(SILENT_STEP, self._fell_silent)

    def _fell_silent(self) -> None:
        self._intake.silent(asyncio.get_running_loop().time())
        self._await_silence()

    def _stop_waiting(self) -> None:
        silent, self._silent = self._silent, None
        if silent is not None:
            silent.cancel()

    async def _hang_up(self, *, discard: bool = False) -> None:
        """Stops the leg and its listening task; what has arrived is heard first, unless discarded."""
        listening, self._listening = self._listening, None
        leg, self._leg = self._leg, None
        if listening is not None and discard:
            listening.cancel()
        if leg is not None:
            await leg.close()
        if listening is not None:
            await asyncio.wait({listening}, timeout=LAST_SOUND_SECONDS)
            listening.cancel()


def _refusal(track: str, error: TrackError) -> TrackRefused:
    # The codes of the TrackError tree are those of the wire.
    return TrackRefused.model_validate({"track": track, "code": error.code, "detail": error.detail})
