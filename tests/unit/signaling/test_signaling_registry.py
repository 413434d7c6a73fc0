"""The registry of media workers: who is chosen, who is not, who expires."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signaling.supervisor import FIRST_WAIT, LONGEST_WAIT, next_wait
from signaling.workers import Registry
from wire.control import Heartbeat, Register


def registered(
    registry: Registry, name: str, capacity: int = 2, languages: tuple[str, ...] = ("en",)
) -> None:
    registry.register(
        Register(version=1, worker=name, model="base", languages=languages, capacity=capacity), 0.0
    )


def chosen(registry: Registry) -> str | None:
    worker = registry.choose("en", 0.0)
    return None if worker is None else worker.id


def beat(oldest: float = 0.0, backlog: float = 0.0) -> Heartbeat:
    return Heartbeat(sent_at=0.0, tracks=(), backlog_seconds=backlog, oldest_wait=oldest)


@pytest.fixture
def registry() -> Registry:
    return Registry(timeout=4.0, behind=6.0)


def test_the_least_loaded_worker_is_chosen(registry: Registry) -> None:
    registered(registry, "a", capacity=4)
    registered(registry, "b", capacity=2)
    registry.assign("a", "t1")
    assert chosen(registry) == "b"
    registry.assign("b", "t2")
    assert chosen(registry) == "a"


def test_a_worker_that_is_full_draining_behind_or_is_not_chosen(
    registry: Registry,
) -> None:
    registered(registry, "a", capacity=1)
    assert registry.choose("es", 0.0) is None
    registry.assign("a", "t1")
    assert registry.choose("en", 0.0) is None
    registry.release("t1")
    registry.workers["a"].draining = True
    assert registry.choose("en", 0.0) is None
    registry.workers["a"].draining = False
    assert registry.beat("a", beat(oldest=6.0), 1.0) is True
    assert registry.choose("en", 1.0) is None
    assert registry.beat("a", beat(oldest=7.0), 2.0) is None
    assert registry.beat("a", beat(), 3.0) is False


def test_a_silent_worker_expires_and_gives_its_tracks_back(registry: Registry) -> None:
    registered(registry, "a")
    registry.assign("a", "t1")
    assert registry.expired(3.9) == ()
    registry.beat("a", beat(), 3.9)
    assert registry.expired(7.8) == ()
    assert registry.expired(7.9) == ("a",)
    assert registry.remove("a") == {"t1"}
    assert registry.remove("a") == frozenset()


@given(st.lists(st.sampled_from(["open", "close", "lose", "join"]), max_size=60))
def test_no_worker_ever_has_more_tracks_than_its_capacity(steps: list[str]) -> None:
    registry, opened = Registry(4.0, 6.0), 0
    for number, taken in enumerate(steps):
        if taken == "join":
            registered(registry, f"w{number % 3}")
        elif taken == "open" and (worker := registry.choose("en", 0.0)) is not None:
            opened += 1
            registry.assign(worker.id, f"t{opened}")
        elif taken == "close":
            registry.release(f"t{opened}")
        elif registry.workers:
            registry.remove(next(iter(registry.workers)))
        assert all(len(worker.tracks) <= worker.capacity for worker in registry.workers.values())


def test_a_crashing_worker_is_started_ever_more_slowly() -> None:
    wait, waits = FIRST_WAIT, []
    for _ in range(10):
        wait = next_wait(wait, lived=0.1)
        waits.append(wait)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert next_wait(LONGEST_WAIT, lived=60.0) == FIRST_WAIT
