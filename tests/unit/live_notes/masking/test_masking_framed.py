"""Messages to masking processes: whole whatever pieces they come in, and an end that is told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.masking.framed import pack, receive, send

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@given(st.lists(st.text(), max_size=5))
def test_messages_come_as_they_were_sent_and_in_order(texts: list[str]) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for text in texts:
            send(ours, pack(text))
        assert [receive(theirs) for _ in texts] == texts


def test_one_larger_than_the_socket_holds_comes_whole(ends: Ends) -> None:
    ours, theirs = ends
    text = "a word " * 1_000_000
    sender = threading.Thread(target=send, args=(ours, pack(text)))
    sender.start()
    assert receive(theirs) == text
    sender.join()


@pytest.mark.parametrize("sent", [0, 3, 8, 11])
def test_an_end_between_messages_or_within_one_is_told(ends: Ends, sent: int) -> None:
    ours, theirs = ends
    whole = (20).to_bytes(8) + bytes(20)
    ours.sendall(whole[:sent])
    ours.close()
    with pytest.raises(EOFError):
        receive(theirs)
