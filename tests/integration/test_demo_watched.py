"""A demo shows the same call to a browser that is open."""

from __future__ import annotations

import asyncio
import re
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from tests.media.fake_microphone import CANARY, speech_file
from tests.support.participants import person

pytestmark = [pytest.mark.speech, pytest.mark.browser, pytest.mark.timeout(300)]


async def _link(demo: Process) -> str:
    """The link that shows the call, as the demo prints it."""
    assert demo.stdout is not None
    while line := (await demo.stdout.readline()).decode():
        if found := re.search(r"https?://\S+/watch#\S+", line):
            return found.group()
    raise AssertionError("the demo ended before it printed its link")


async def test_one_click_on_the_link_shows_the_words_as_they_are_spoken(folder: Path) -> None:
    tracks = [
        option
        for role in ("clinician", "client")
        for option in ("--track", f"{role.title()}:{role}:{speech_file(role)}")
    ]
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "signaling.cli", "demo", "--model", "tiny.en", *tracks),
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        async with (
            asyncio.timeout(240),
            async_playwright() as playwright,
            person(playwright, "viewer") as viewer,
        ):
            await viewer.page.goto(await _link(demo))
            await viewer.page.get_by_text(re.compile(CANARY, re.IGNORECASE)).first.wait_for(timeout=120_000)
            printed, complained = await demo.communicate()
        assert (demo.returncode, complained) == (0, b"")
        assert CANARY in printed.decode().lower()
    finally:
        if demo.returncode is None:
            demo.terminate()
            await demo.wait()
