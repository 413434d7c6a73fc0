"""What browser tests share: a server of their own, seats at browsers, and the way into a call."""

from __future__ import annotations

import tempfile
import wave
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from tests.media.fake_microphone import fake_microphone, speech_file
from tests.support.attune_server import AttuneServer
from tests.support.meeting import Meeting, Seats
from tests.support.participants import Person, person

# A page is right or it is not, however busy the machine is: five seconds are few beside another browser.
expect.set_options(timeout=15_000)

FAST = {"ATTUNE_EAR_MODEL": "tiny.en", "ATTUNE_MODEL": "tiny.en"}


@pytest.fixture(scope="module")
def server() -> Iterator[AttuneServer]:
    """A running server of this file's tests."""
    with tempfile.TemporaryDirectory(prefix="attune-browser-") as home, AttuneServer(Path(home), FAST) as up:
        yield up


@pytest.fixture
def chromium_flags() -> tuple[str, ...]:
    """More flags for the browsers of a file, which says them by a fixture of this name."""
    return ()


@pytest.fixture
async def seats(folder: Path, chromium_flags: tuple[str, ...]) -> AsyncIterator[Seats]:
    """Seats people at browsers: `await seats("client", speaks="client")`; by default they are silent."""
    async with AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())

        async def sit(name: str, speaks: str | None = None, lead_seconds: float = 0.0) -> Person:
            home = folder / name
            home.mkdir()
            source = speech_file(speaks) if speaks else _silence(home)
            voice = fake_microphone(source, home, lead_seconds=lead_seconds)
            return await stack.enter_async_context(person(playwright, name, voice, flags=chromium_flags))

        yield sit


@pytest.fixture
async def meeting(server: AttuneServer, seats: Seats) -> Meeting:
    """A clinician who is signed in, with a session of their own; nobody has joined yet."""
    return await Meeting.prepare(server, seats)


def _silence(home: Path) -> Path:
    path = home / "nothing.wav"
    with wave.open(str(path), "wb") as sink:
        sink.setparams((1, 2, 48_000, 0, "NONE", "not compressed"))
        sink.writeframes(bytes(2 * 48_000))
    return path
