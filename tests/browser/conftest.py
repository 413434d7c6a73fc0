"""What browser tests share: a server of their own and seats for people."""

from __future__ import annotations

import tempfile
import wave
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from tests.media.fake_microphone import fake_microphone, speech_file
from tests.support.attune_server import AttuneServer
from tests.support.participants import Person, person

Seat = Callable[..., Awaitable[Person]]


FAST = {"ATTUNE_EAR_MODEL": "tiny.en", "ATTUNE_MODEL": "tiny.en"}


@pytest.fixture(scope="module")
def server() -> Iterator[AttuneServer]:
    """A running server of this file's tests."""
    with tempfile.TemporaryDirectory(prefix="attune-browser-") as home, AttuneServer(Path(home), FAST) as up:
        yield up


@pytest.fixture
async def seat(folder: Path) -> AsyncIterator[Seat]:
    """Seats people at browsers: `await seat("client", speaks="client")`; by default they are silent."""
    async with AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())

        async def sit(name: str, speaks: str | None = None, lead_seconds: float = 0.0) -> Person:
            source = speech_file(speaks) if speaks else _silence(folder)
            home = folder / name
            home.mkdir()
            voice = fake_microphone(source, home, lead_seconds=lead_seconds)
            return await stack.enter_async_context(person(playwright, name, voice))

        yield sit


def _silence(folder: Path) -> Path:
    path = folder / "silence.wav"
    with wave.open(str(path), "wb") as sink:
        sink.setparams((1, 2, 48_000, 0, "NONE", "not compressed"))
        sink.writeframes(bytes(2 * 48_000))
    return path
