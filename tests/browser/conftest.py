"""What browser tests share: one Chromium, a server for each file, seats at browsers, and the way into a call.

All of them run in one event loop, so that one Playwright and one Chromium serve the whole run; each person
has a context (cookies, storage, cache) of their own in it. Who speaks has a process of their own as well,
since Chromium takes what its microphone hears from the command line.
"""

from __future__ import annotations

import tempfile
import wave
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, async_playwright, expect

from tests.media.fake_microphone import fake_microphone, speech_file
from tests.support import participants
from tests.support.attune_server import AttuneServer
from tests.support.meeting import Meeting, Seats
from tests.support.pages import SOON
from tests.support.participants import Person, at_browser, person

# A page is right or it is not, however busy the machine is: five seconds are few beside another browser.
expect.set_options(timeout=SOON)

HERE = Path(__file__).parent
FAST = {"ATTUNE_EAR_MODEL": "tiny.en", "ATTUNE_MODEL": "tiny.en"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts every test of this folder, and nothing else, into the run's one event loop."""
    for item in items:
        if item.path.is_relative_to(HERE) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def playwright() -> AsyncIterator[Playwright]:
    """The run's only Playwright."""
    async with async_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def silence() -> Iterator[Path]:
    """A microphone in which nobody says anything."""
    with tempfile.TemporaryDirectory(prefix="attune-silence-") as home:
        yield _nothing(Path(home))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium(playwright: Playwright, silence: Path) -> AsyncIterator[Browser]:
    """The run's Chromium for everybody who says nothing: ask it for contexts, and close them."""
    heard = f"--use-file-for-fake-audio-capture={silence}%noloop"
    async with participants.chromium(playwright, heard) as browser:
        yield browser


@pytest.fixture(scope="module")
def server() -> Iterator[AttuneServer]:
    """A running server of this file's tests."""
    with tempfile.TemporaryDirectory(prefix="attune-browser-") as home, AttuneServer(Path(home), FAST) as up:
        yield up


@pytest.fixture
def chromium_flags() -> tuple[str, ...]:
    """More flags for the browsers of a file, which says them by a fixture of this name."""
    return ()


@pytest_asyncio.fixture(loop_scope="session")
async def seats(
    folder: Path, chromium_flags: tuple[str, ...], playwright: Playwright, chromium: Browser, silence: Path
) -> AsyncIterator[Seats]:
    """Seats people at browsers: `await seats("client", speaks="client")`; by default they are silent.

    They speak as long as they sit there, so that words fall into a call however late it begins.
    """
    async with AsyncExitStack() as stack:

        async def sit(name: str, speaks: str | None = None) -> Person:
            if speaks is None and not chromium_flags:
                return await stack.enter_async_context(at_browser(chromium, name))
            home = folder / name
            home.mkdir()
            spoken = fake_microphone(speech_file(speaks), home) if speaks else None
            return await stack.enter_async_context(
                person(
                    playwright,
                    name,
                    spoken or silence,
                    flags=chromium_flags,
                    over_and_over=spoken is not None,
                )
            )

        yield sit


@pytest_asyncio.fixture(loop_scope="session")
async def meeting(server: AttuneServer, seats: Seats) -> Meeting:
    """A clinician who is signed in, with a session of their own; nobody has joined yet."""
    return await Meeting.prepare(server, seats)


def _nothing(home: Path) -> Path:
    path = home / "nothing.wav"
    with wave.open(str(path), "wb") as sink:
        sink.setparams((1, 2, 48_000, 0, "NONE", "not compressed"))
        sink.writeframes(bytes(2 * 48_000))
    return path
