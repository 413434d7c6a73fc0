"""The link's pure parts, and the energy meter."""

from __future__ import annotations

import asyncio

import pytest

from media_worker.energy import EnergyMeter
from media_worker.link import Backoff, Outbox, Unconfirmed
from wire.control import Recognised, TrackFlushed, VoicePart, VoicesSettled, WorkerMessage


def recognised(number: int, *, final: bool, text: str = "x") -> Recognised:
    return Recognised(track="t", id=f"t-{number}", start=0, end=1, text=text, final=final)


async def drained(outbox: Outbox) -> list[object]:
    return [await asyncio.wait_for(outbox.get(), 1) for _ in range(len(outbox))]


async def test_newer_partials_and_finals_take_the_place_of_waiting_partials() -> None:
    outbox = Outbox()
    for message in (
        recognised(0, final=False),
        recognised(0, final=False, text="x y"),
        recognised(1, final=False),
        recognised(0, final=True, text="x y z"),
        recognised(1, final=False, text="newest"),
        TrackFlushed(track="t"),
    ):
        outbox.put(message)
    sent = await drained(outbox)
    assert [getattr(one, "text", "flushed") for one in sent] == ["x y z", "newest", "flushed"]


async def test_finals_wait_without_limit_in_order() -> None:
    outbox = Outbox()
    for number in range(500):
        outbox.put(recognised(number, final=True))
    sent = await drained(outbox)
    assert [one.id for one in sent if isinstance(one, Recognised)] == [f"t-{n}" for n in range(500)]


async def test_a_message_that_could_not_be_sent_comes_first_again() -> None:
    outbox = Outbox()
    outbox.put(recognised(0, final=True))
    outbox.put(recognised(1, final=True))
    first = await outbox.get()
    outbox.put_back(first)
    assert await outbox.get() is first


def test_finals_count_as_sent_once_a_heartbeat_behind_them_was_answered() -> None:
    unconfirmed = Unconfirmed()
    finals = [recognised(number, final=True) for number in range(4)]
    unconfirmed.wrote(finals[0])
    unconfirmed.beat(1.0)
    unconfirmed.wrote(finals[1])
    unconfirmed.wrote(recognised(9, final=False))
    unconfirmed.beat(2.0)
    unconfirmed.wrote(finals[2])
    unconfirmed.beat(3.0)
    unconfirmed.wrote(finals[3])
    unconfirmed.answered(2.0)
    assert unconfirmed.take() == finals[2:]
    assert unconfirmed.take() == []
    unconfirmed.answered(3.0)  # of the socket before
    unconfirmed.wrote(finals[0])
    assert unconfirmed.take() == [finals[0]]


def test_whose_words_they_are_is_said_again_like_the_words_when_a_socket_is_lost() -> None:
    unconfirmed = Unconfirmed()
    part = VoicePart(segment="t-0", first_word=0, last_word=0, voice=0, certainty=1.0)
    said: list[WorkerMessage] = [
        recognised(0, final=True),
        VoicesSettled(track="t", parts=(part,), settled=True),
    ]
    for message in said:
        unconfirmed.wrote(message)
    unconfirmed.beat(1.0)
    assert unconfirmed.take() == said


async def test_what_may_be_lost_is_sent_again_before_what_waits_and_in_order() -> None:
    outbox = Outbox()
    outbox.put(recognised(2, final=True))
    outbox.put_back(recognised(0, final=True), recognised(1, final=True))
    assert [one.id for one in await drained(outbox) if isinstance(one, Recognised)] == ["t-0", "t-1", "t-2"]


def test_dials_back_off_up_to_a_limit_and_begin_anew_after_success() -> None:
    backoff = Backoff(first=0.2, most=5.0, jitter=lambda: 0.0)
    waits = [backoff.next() for _ in range(8)]
    assert waits[:3] == pytest.approx([0.2, 0.4, 0.8])
    assert waits[-1] == 5.0
    backoff.reset()
    assert backoff.next() == pytest.approx(0.2)
    assert Backoff(jitter=lambda: 1.0).next() == pytest.approx(0.1)


def test_cpu_time_is_shared_by_what_each_session_used() -> None:
    meter = EnergyMeter(process_seconds=10.0)
    meter.recognised("a", 2.0)
    meter.recognised("b", 1.0)
    meter.heard("a", 30.0)
    meter.heard("b", 10.0)
    used = {(one.session, one.stage): one.cpu_seconds for one in meter.report(17.0)}
    assert used == pytest.approx(
        {("a", "recognition"): 2.0, ("b", "recognition"): 1.0, ("a", "media"): 3.0, ("b", "media"): 1.0}
    )
    assert meter.report(18.0) == []
