"""The transcript's screen: tentative words, finals for screen readers, hard words, a delay that clears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.integration.signaling_play import FakeWorker, Play, playing
from tests.support.pages import SOON
from tests.support.participants import apart
from wire import control as w


@pytest_asyncio.fixture(loop_scope="session")
async def screen(folder: Path, chromium: Browser) -> AsyncIterator[tuple[Page, FakeWorker, str, Play]]:
    """The transcript in its own window, beside a call whose media worker says what it is told."""
    async with playing(folder / "home", worker_behind_seconds=60.0) as play, apart(chromium) as context:
        worker = await play.worker()
        session = await play.session("Maya Collins")
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_be_visible(timeout=SOON)
        await page.goto(f"{play.served.local_url}/watch#session={session['id']}")
        await expect(page.get_by_test_id("transcript-search")).to_be_visible(timeout=SOON)
        yield page, worker, track, play


async def test_words_settle_finals_are_told_and_a_delay_comes_and_goes(
    screen: tuple[Page, FakeWorker, str, Play],
) -> None:
    page, worker, track, _ = screen
    line, told = page.get_by_test_id("segment"), page.get_by_test_id("told")
    async with asyncio.timeout(SOON / 1000):
        while not await line.count():  # a partial told before the page listens is told to nobody
            await worker.hear(track, "Um, I lay", 2.0, final=False, id_="one")
            await asyncio.sleep(0.1)
    await expect(line).to_have_attribute("data-final", "false", timeout=SOON)
    await worker.hear(track, "Um, I lay awake", 2.0, final=False, id_="one")
    await expect(line.locator(".moving")).to_have_text("awake", timeout=SOON)
    await expect(line.locator(".text")).to_have_text("I lay awake")
    await expect(told).to_have_text("")  # nothing tentative is read out
    await worker.hear(track, "Um, I lay awake until three.", 2.0, id_="one")
    await expect(told).to_have_text("Maya Collins: I lay awake until three.", timeout=SOON)
    await worker.say(
        w.Recognised(track=track, id="two", start=6, end=7, text="Zoloft.", final=True, low_confidence=True)
    )
    await expect(told).to_contain_text("Zoloft. (Hard to hear)", timeout=SOON)
    delay = page.get_by_test_id("transcript-delay")
    worker.oldest_wait = 7.0
    await expect(delay).to_contain_text("7 seconds behind", timeout=SOON)
    worker.oldest_wait = 0.0
    await expect(delay).to_be_hidden(timeout=SOON)
