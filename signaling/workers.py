"""Which media workers are there, how loaded, and who takes the next track. Pure: time comes in."""

from __future__ import annotations

from dataclasses import dataclass, field

from signaling.lateness import Lateness
from wire.control import Heartbeat, Register

ANY_LANGUAGE = "*"
"""What a worker says that hears every language."""

FULL_SECONDS = 2.0
"""A worker that refused a track as full is not asked again for so long."""


@dataclass(slots=True)
class Worker:
    """One registered media worker. Moments in monotonic seconds; `elsewhere`: tracks of other nodes."""

    id: str
    model: str
    languages: tuple[str, ...]
    capacity: int
    seen_at: float
    tracks: set[str] = field(default_factory=set)
    elsewhere: int = 0
    backlog: float = 0.0
    behind: bool = False
    behind_since: float = 0.0
    draining: bool = False
    full_until: float = 0.0
    lateness: Lateness = field(default_factory=Lateness)

    def takes(self, language: str, at: float) -> bool:
        """Whether this worker can take one more track in `language`."""
        room = len(self.tracks) + self.elsewhere < self.capacity and at >= self.full_until
        return self.speaks(language) and room and not self.draining and not self.behind

    def speaks(self, language: str) -> bool:
        """Whether its model knows the language."""
        return not self.languages or ANY_LANGUAGE in self.languages or language in self.languages

    def load(self) -> tuple[float, float]:
        """Share of the capacity in use, then seconds of speech waiting: smaller is freer."""
        return (len(self.tracks) + self.elsewhere) / self.capacity, self.backlog


@dataclass(slots=True)
class Registry:
    """The workers by id. `timeout`: seconds of silence until one is lost; `behind`: wait that stalls it."""

    timeout: float
    behind: float
    workers: dict[str, Worker] = field(default_factory=dict)

    def register(self, message: Register, at: float) -> frozenset[str]:
        """Takes a worker in; gives the tracks it held before if it came back."""
        before = self.workers.get(message.worker)
        self.workers[message.worker] = Worker(
            id=message.worker,
            model=message.model,
            languages=message.languages,
            capacity=message.capacity,
            seen_at=at,
        )
        return frozenset(before.tracks) if before is not None else frozenset()

    def beat(self, worker_id: str, heartbeat: Heartbeat, at: float) -> bool | None:
        """Notes a heartbeat; True or False when the worker's being behind has just changed, else None."""
        worker = self.workers.get(worker_id)
        if worker is None:
            return None
        worker.seen_at, worker.backlog = at, heartbeat.backlog_seconds
        worker.elsewhere = heartbeat.elsewhere
        behind = heartbeat.oldest_wait >= self.behind
        changed = behind != worker.behind
        if changed:
            worker.behind_since = at
        worker.behind = behind
        return behind if changed else None

    def choose(self, language: str, at: float) -> Worker | None:
        """The least loaded worker that can take a track; ties go to the smaller id, so choice is stable."""
        free = [worker for worker in self.workers.values() if worker.takes(language, at)]
        return min(free, key=lambda worker: (*worker.load(), worker.id), default=None)

    def languages(self) -> frozenset[str]:
        """All languages that connected workers hear; `ANY_LANGUAGE` among them when one takes any."""
        workers = self.workers.values()
        return frozenset(one for worker in workers for one in (worker.languages or (ANY_LANGUAGE,)))

    def speaks(self, language: str) -> bool:
        """Whether some worker's model knows the language, or none is there to tell."""
        return not self.workers or any(worker.speaks(language) for worker in self.workers.values())

    def assign(self, worker_id: str, track: str) -> None:
        """Puts a track on a worker."""
        self.workers[worker_id].tracks.add(track)

    def release(self, track: str) -> None:
        """Takes a track off whichever worker has it."""
        for worker in self.workers.values():
            worker.tracks.discard(track)

    def remove(self, worker_id: str) -> frozenset[str]:
        """Forgets a worker; gives the tracks it held."""
        worker = self.workers.pop(worker_id, None)
        return frozenset() if worker is None else frozenset(worker.tracks)

    def expired(self, at: float) -> tuple[str, ...]:
        """Workers that have been silent for too long."""
        return tuple(w.id for w in self.workers.values() if at - w.seen_at >= self.timeout)

    def behind_for(self, seconds: float, at: float) -> tuple[str, ...]:
        """Workers that have been behind for at least `seconds`."""
        slow = (w for w in self.workers.values() if w.behind and at - w.behind_since >= seconds)
        return tuple(worker.id for worker in slow)

    def summary(self) -> dict[str, int]:
        """Counts for metrics and readiness: workers, their capacity and their open tracks."""
        workers = self.workers.values()
        return {
            "workers": len(workers),
            "capacity": sum(worker.capacity for worker in workers),
            "tracks": sum(len(worker.tracks) for worker in workers),
        }
