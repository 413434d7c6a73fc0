"""One failure ends nothing else: background tasks, energy, conversations, rooms, the ears' tracks."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from retention import NotFound, SessionId, StoreUnavailable, TranscriptDestroyed
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.ears import RELIEF_SECONDS, Ears, Hearing
from signaling.energy import EnergyBook
from signaling.hub import Hub
from signaling.steady import kept_going, kind_of
from signaling.workers import Registry
from wire import control as w

SESSION = SessionId("ses_1")


def test_an_error_is_named_without_its_words() -> None:
    grouped = ExceptionGroup("g", [ExceptionGroup("h", [StoreUnavailable("secret")])])
    assert kind_of(grouped) == "store-unavailable"
    assert kind_of(ValueError("secret")) == "ValueError"


async def test_a_failed_task_runs_again() -> None:
    turns: list[int] = []

    async def work() -> None:
        turns.append(1)
        if len(turns) < 3:
            raise OSError("no")

    await kept_going("x", work, pause=0.0)
    assert len(turns) == 3


class Log:
    """An energy log that fails as told."""

    def __init__(self) -> None:
        self.failing: Exception | None = None
        self.sums: dict[tuple[str, str], float] = {}

    async def add(self, session: str, stage: str, cpu_seconds: float, *joules: float) -> None:
        if self.failing is not None:
            raise self.failing
        self.sums[session, stage] = self.sums.get((session, stage), 0.0) + cpu_seconds


@pytest.mark.parametrize("failing", [StoreUnavailable("busy"), OSError("full")])
async def test_energy_waits_until_the_store_takes_it(failing: Exception) -> None:
    log = Log()
    book = EnergyBook(SimpleNamespace(energy=log))  # type: ignore[arg-type]
    log.failing = failing
    await book.drafted(SESSION, 2.0)
    book.spend(SESSION, "drafting_local", 1.0)
    log.failing = None
    assert await book.flush()
    assert log.sums == {(SESSION, "drafting_local"): 3.0}
    log.failing = NotFound("no such session")
    book.spend(SESSION, "recognition", 1.0)
    assert await book.flush()
    log.failing = None
    assert await book.flush()
    assert len(log.sums) == 1


class Scribe:
    """A scribe whose masking breaks in an unforeseen way."""

    def __init__(self) -> None:
        self.tried = asyncio.Event()

    async def catch_up(self) -> int:
        self.tried.set()
        raise RuntimeError("unforeseen")

    def clear(self) -> None:
        pass


async def test_broken_masking_ends_neither_its_session_nor_the_node() -> None:
    scribe = Scribe()

    async def build(session: SessionId) -> Conversation:
        masker: Any = SimpleNamespace(clear=lambda: None)
        memory: Any = SimpleNamespace()
        return Conversation(session, scribe, masker, memory)  # type: ignore[arg-type]

    conversations = Conversations(build)
    async with asyncio.timeout(5), conversations.running():
        opened = await conversations.open(SESSION)
        opened.recall(())
        await scribe.tried.wait()
        await asyncio.sleep(0)
        await opened.settle()
        assert SESSION in conversations.living


async def test_a_dead_worker_does_not_hold_the_server_up() -> None:
    async def build(session: SessionId) -> Conversation:
        masker: Any = SimpleNamespace(clear=lambda: None)
        return Conversation(session, Scribe(), masker, SimpleNamespace())  # type: ignore[arg-type]

    conversations = Conversations(build)
    async with asyncio.timeout(5), conversations.running():
        opened = await conversations.open(SESSION)
        opened._to_keep.put_nowait(None)  # type: ignore[arg-type]
        conversations._workers[SESSION].cancel()
        await asyncio.sleep(0.01)


async def test_words_read_while_they_were_destroyed_are_not_taken_up() -> None:
    reading, may_end = asyncio.Event(), asyncio.Event()
    made: list[Conversation] = []

    async def build(session: SessionId) -> Conversation:
        if made:
            raise TranscriptDestroyed("gone")
        masker: Any = SimpleNamespace(clear=lambda: None)
        made.append(Conversation(session, Scribe(), masker, SimpleNamespace()))  # type: ignore[arg-type]
        reading.set()
        await may_end.wait()
        return made[0]

    conversations = Conversations(build)
    async with asyncio.timeout(5), conversations.running(), asyncio.TaskGroup() as tasks:
        opening = tasks.create_task(_refused(conversations))
        await reading.wait()
        conversations.drop(SESSION)  # the transcript is destroyed meanwhile
        may_end.set()
        assert await opening
        assert made[0].closed
        assert conversations.living == {}
        assert conversations.rest(0.0, lambda session: False) == 0


async def test_a_conversation_dropped_while_it_opened_can_still_rest() -> None:
    async def build(session: SessionId) -> Conversation:
        if not conversations.living and not dropped:
            dropped.append(session)
            conversations.drop(session)
        masker: Any = SimpleNamespace(clear=lambda: None)
        return Conversation(session, Scribe(), masker, SimpleNamespace())  # type: ignore[arg-type]

    dropped: list[str] = []
    conversations = Conversations(build)
    async with asyncio.timeout(5), conversations.running():
        await conversations.open(SESSION)
        assert conversations.rest(0.0, lambda session: False) == 1


async def _refused(conversations: Conversations) -> bool:
    with pytest.raises(TranscriptDestroyed):
        await conversations.open(SESSION)
    return True


class BrokenRoom:
    """A room that fails."""

    session = "ses_1"

    def __init__(self) -> None:
        self.closed = False

    async def run(self) -> None:
        raise KeyError("unforeseen")

    def close(self) -> None:
        self.closed = True


async def test_a_failed_room_is_closed_and_the_others_go_on() -> None:
    rooms: list[BrokenRoom] = []

    async def build(session: str) -> Any:
        rooms.append(BrokenRoom())
        return rooms[-1]

    hub = Hub(build)
    async with hub.running():
        await hub.open("ses_1")
        await asyncio.sleep(0.01)
        assert rooms[0].closed
        assert hub.find("ses_1") is None
        await hub.open("ses_1")
    assert len(rooms) == 2


# ------------------------------------------------------------ ears


class Wire:
    """A link that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, message: Any) -> None:
        self.sent.append(message)

    def close(self) -> None:
        pass


class Listening:
    """A room that moves a lost track at once, as rooms do."""

    session = "ses_1"

    def __init__(self, ears: Ears) -> None:
        self.ears, self.lost, self.count = ears, [], 1  # type: ignore[var-annotated]

    def receive(self, event: Any) -> None:
        if type(event).__name__ == "TrackLost" and event.track in self.ears.placements:
            self.lost.append(event.track)
            self.ears.close(event.track, discard=False)
            self.count += 1
            self.ears.open(self, f"t{self.count}", Hearing(0.0, "en"))

    def voiced(self, message: Any) -> None:
        raise AssertionError("nobody shares a microphone here")

    def recognised(self, message: Any) -> None:
        pass

    def flushed(self, track: str) -> None:
        pass


def beat(oldest: float = 0.0, *tracks: str) -> w.Heartbeat:
    held = tuple(w.TrackProgress(track=track, heard=0.0, finalised=0.0) for track in tracks)
    return w.Heartbeat(sent_at=0.0, tracks=held, backlog_seconds=0.0, oldest_wait=oldest)


class Ward:
    """Ears with a clock, one listener and workers by name."""

    def __init__(self) -> None:
        self.at = 0.0
        self.missing: list[str] = []
        self.ears = Ears(Registry(1000.0, 6.0), lambda: self.at, on_words_missing=self.missing.append)
        self.room = Listening(self.ears)

    def worker(self, name: str) -> Wire:
        link = Wire()
        message = w.Register(version=1, worker=name, model="base", languages=("en",), capacity=4)
        self.ears.registered(link, message)
        return link


def test_a_track_nobody_placed_there_is_closed_on_the_worker() -> None:
    ward = Ward()
    a, b = ward.worker("a"), ward.worker("b")
    assert ward.ears.open(ward.room, "t1", Hearing(0.0, "en"))
    ward.ears.received("a", beat(0.0, "t1", "stray"))
    assert [m.track for m in a.sent if isinstance(m, w.CloseTrack)] == ["stray"]
    ward.ears.received("b", beat(0.0, "t1"))
    (closing,) = [m for m in b.sent if isinstance(m, w.CloseTrack)]
    assert (closing.track, closing.discard) == ("t1", True)


def test_a_worker_that_stays_behind_gives_its_tracks_to_another() -> None:
    ward = Ward()
    ward.worker("a")
    ward.ears.open(ward.room, "t1", Hearing(0.0, "en"))
    ward.ears.received("a", beat(9.0, "t1"))
    ward.at = RELIEF_SECONDS + 1
    ward.ears.tick()
    assert ward.room.lost == []  # there is nobody else
    ward.worker("b")
    ward.ears.tick()
    ward.ears.tick()
    assert ward.room.lost == ["t1"]
    assert ward.ears.placements["t2"].worker == "b"
    assert ward.ears.placements["t1"].worker == "a"  # it still finishes what it heard


def test_who_leaves_before_all_words_came_is_told() -> None:
    ward = Ward()
    ward.worker("a")
    ward.ears.open(ward.room, "t1", Hearing(0.0, "en"))
    ward.ears.close("t1", discard=False)
    ward.ears.received("a", w.TrackFlushed(track="t1"))
    ward.ears.leave(ward.room)
    assert ward.missing == []
    ward.ears.open(ward.room, "t2", Hearing(0.0, "en"))
    ward.ears.close("t2", discard=False)
    ward.ears.leave(ward.room)
    assert ward.missing == ["ses_1"]


def test_a_window_that_could_not_be_decoded_is_told_as_missing_words() -> None:
    ward = Ward()
    ward.worker("a")
    ward.ears.open(ward.room, "t1", Hearing(0.0, "en"))
    empty = w.Recognised(track="t1", id="t1-0", start=1.0, end=2.0, text="", final=True)
    ward.ears.received("a", empty)
    assert ward.missing == []
    ward.ears.received("a", empty.model_copy(update={"low_confidence": True}))
    assert ward.missing == ["ses_1"]
