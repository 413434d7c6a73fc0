"""Messages between the server and its masking processes: pickled, each behind its length, over a socket."""

from __future__ import annotations

import pickle
import socket
import struct
from typing import Any

_LENGTH = struct.Struct("!Q")


def send(to: socket.socket, packed: bytes) -> None:
    """Sends one packed message. Raises `OSError` when the other side is gone."""
    to.sendall(_LENGTH.pack(len(packed)))
    to.sendall(packed)


def pack(message: object) -> bytes:
    """A message as it is sent. Raises what `pickle` raises of what can't be packed."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def receive(from_: socket.socket) -> Any:
    """The next message. Raises `EOFError` or `OSError` when the other side is gone."""
    (length,) = _LENGTH.unpack(_exactly(from_, _LENGTH.size))
    return pickle.loads(_exactly(from_, length))  # noqa: S301 - from a process of our own


def _exactly(from_: socket.socket, size: int) -> bytearray:
    """So many bytes, read in place: no stream's buffer keeps words from earlier messages."""
    read = bytearray(size)
    view, at = memoryview(read), 0
    while at < size:
        got = from_.recv_into(view[at:])
        if got == 0:
            raise EOFError("the other side is gone")
        at += got
    return read
