"""A reader who takes nothing any more is cut off."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from signaling import streaming


async def test_a_reader_who_takes_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[bool] = []

    async def stuck(part: bytes) -> None:
        await asyncio.Event().wait()

    request: Any = SimpleNamespace(transport=SimpleNamespace(abort=lambda: cut.append(True)))
    stream: Any = SimpleNamespace(write=stuck)
    monkeypatch.setattr(streaming, "SEND_SECONDS", 0.01)
    with pytest.raises(ConnectionResetError):
        await streaming.send(request, stream, b"words")
    assert cut == [True]


async def test_a_part_that_is_taken_is_sent() -> None:
    sent: list[bytes] = []

    async def write(part: bytes) -> None:
        sent.append(part)

    request: Any = SimpleNamespace(transport=None)
    stream: Any = SimpleNamespace(write=write)
    await streaming.send(request, stream, b"words")
    assert sent == [b"words"]
