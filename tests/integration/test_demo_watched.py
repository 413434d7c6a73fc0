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


async def _links(demo: Process) -> tuple[str, str]:
    """The link to sign in and the link to watch, as the demo prints them."""
    assert demo.stdout is not None
    found: list[str] = []
    while len(found) < 2:
        line = (await demo.stdout.readline()).decode()
        assert line, "the demo ended before it printed its links"
        found += re.findall(r"https?://\S+#\S+", line)
    return found[0], found[1]


async def test_somebody_who_opens_the_links_reads_the_words_as_they_are_spoken(folder: Path) -> None:
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
            sign_in, watch = await _links(demo)
            await viewer.page.goto(sign_in)
            await viewer.page.wait_for_function(
                "document.cookie !== null && !location.hash.includes('login')"
            )
            await viewer.page.get_by_test_id("signing-in").wait_for(state="hidden")
            await viewer.page.goto(watch)
            await viewer.page.get_by_text(re.compile(CANARY, re.IGNORECASE)).first.wait_for(timeout=120_000)
            printed, complained = await demo.communicate()
        assert (demo.returncode, complained) == (0, b"")
        assert CANARY in printed.decode().lower()
    finally:
        if demo.returncode is None:
            demo.terminate()
            await demo.wait()
