"""The outbox of one socket: what may be replaced, what goes first, what never does."""

from __future__ import annotations

from signaling.outbox import Outbox
from wire import Role, Segment
from wire import browser as b


def heard(id_: str, text: str, final: bool = False) -> b.Heard:
    return b.Heard(
        segment=Segment(
            id=id_, track="t", speaker="A", role=Role.CLIENT, start=0, end=1, text=text, final=final
        )
    )


def room_view() -> b.RoomView:
    return b.RoomView(session="s", participants=(), transcription=b.TranscriptionStatus.OFF)


async def drained(outbox: Outbox) -> list[b.ServerMessage]:
    outbox.close()
    taken = []
    while (message := await outbox.take()) is not None:
        taken.append(message)
    return taken


async def test_a_newer_snapshot_replaces_the_one_not_yet_sent() -> None:
    outbox = Outbox(10)
    outbox.put(b.Room(room=room_view()))
    outbox.put(b.Pong(at=1))
    outbox.put(b.Room(room=room_view()))
    assert [message.type for message in await drained(outbox)] == ["pong", "room"]


async def test_a_newer_partial_replaces_the_older_one_of_its_segment() -> None:
    outbox = Outbox(10)
    for text in ("a", "ab"):
        outbox.put(heard("1", text))
    outbox.put(heard("2", "other"))
    outbox.put(heard("1", "abc", final=True))
    texts = [message.segment.text for message in await drained(outbox) if isinstance(message, b.Heard)]
    assert texts == ["other", "abc"]


async def test_when_full_the_oldest_partial_goes_and_finals_stay() -> None:
    outbox = Outbox(3)
    outbox.put(heard("1", "final", final=True))
    outbox.put(heard("2", "partial"))
    outbox.put(heard("3", "final", final=True))
    outbox.put(heard("4", "final", final=True))
    assert not outbox.overflowed
    kept = [message.segment.id for message in await drained(outbox) if isinstance(message, b.Heard)]
    assert kept == ["1", "3", "4"]


async def test_words_that_are_gone_do_not_wait_for_a_slow_reader() -> None:
    outbox = Outbox(10)
    for number in "123":
        outbox.put(heard(number, "said", final=True))
    outbox.put(b.Struck(segments=("2",)))
    kept = [one.segment.id for one in outbox._waiting if isinstance(one, b.Heard)]
    assert kept == ["1", "3"]
    outbox.close()
    outbox.put(b.TranscriptDestroyed(reason="signed", receipt="rcp_1"))
    assert [message.type for message in await drained(outbox)] == ["struck"]


async def test_when_nothing_can_go_the_box_closes_and_says_so() -> None:
    outbox = Outbox(2)
    for text in "abc":
        outbox.put(b.ChatFrom(sender="a", name="A", text=text))
    assert outbox.overflowed
    assert await outbox.take() is None
