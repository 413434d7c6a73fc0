"""Recordings uploaded in a browser: chosen, confirmed, heard with a growing bar, drafted, or refused."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np
import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import Play, playing
from tests.integration.test_recordings_heard import heard_some, sent
from tests.support.pages import LATER, SOON, names_new_client
from tests.support.participants import apart
from tests.support.recordings import recorded, speech
from tests.support.waiting import eventually

PHONE: ViewportSize = {"width": 360, "height": 740}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@asynccontextmanager
async def seated(
    folder: Path, chromium: Browser, locale: str = "en-US", viewport: ViewportSize | None = None
) -> AsyncIterator[tuple[Play, Page]]:
    """A clinician's page at a server with a media worker."""
    slow = {"worker_timeout_seconds": 10.0, "worker_heartbeat_seconds": 1.0}
    async with (
        playing(folder, workers=1, model="tiny.en", **slow) as play,
        apart(chromium, locale=locale, viewport=viewport) as context,
    ):
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)

        async def hears() -> bool:
            return bool((await play.json("GET", "/v1/languages"))["known"])

        await eventually(hears, "a worker is there", within=60)
        yield play, page


async def new_session(page: Page, way: str, client: str = "Maya Collins", **told: str) -> None:
    """Makes a session of this way and comes to its page; `told`: what is filled in beside the client."""
    await page.get_by_test_id("new-session").first.click()
    await page.get_by_test_id(f"way-{way}").click()
    await names_new_client(page, client)
    for field, value in told.items():
        await page.get_by_test_id(field).fill(value)
    await page.get_by_test_id("create-session").click()
    await expect(page.get_by_test_id("way-page")).to_be_visible(timeout=SOON)


async def test_a_recording_is_heard_with_a_bar_and_ends_in_the_note(folder: Path, chromium: Browser) -> None:
    file = folder / "session.flac"
    times = 5
    clinician, client = (np.tile(speech(f"short_{who}.flac"), times) for who in ("clinician", "client"))
    file.write_bytes(recorded("flac", client, clinician))
    async with seated(folder / "server", chromium) as (_, page):
        await new_session(page, "recording")
        await assert_accessible(page)
        await page.get_by_test_id("upload-file").set_input_files(file)
        await page.get_by_test_id("channels-split").click()
        await page.get_by_test_id("upload-swap").click()
        await expect(page.get_by_test_id("upload-right")).to_have_value("Clinician")
        await page.get_by_test_id("upload-start").click()  # nobody confirmed anything yet
        await expect(page.get_by_role("alert")).to_be_visible(timeout=SOON)
        await expect(page.get_by_test_id("upload-confirm")).to_be_focused()
        await expect(page.get_by_test_id("upload-confirm")).to_have_attribute("aria-invalid", "true")
        await assert_accessible(page)
        await page.get_by_test_id("upload-confirm").check()
        await page.get_by_test_id("upload-start").click()
        await expect(page.get_by_test_id("upload-heard")).to_contain_text("2:17 heard", timeout=LATER)
        await expect(page.get_by_test_id("upload-progress")).to_be_visible()
        await assert_accessible(page)
        await expect(page.locator("attune-note")).to_be_visible(timeout=LATER)
        await expect(page.get_by_test_id("segment").first).to_contain_text("did you sleep", timeout=SOON)


async def test_what_is_no_recording_is_told_and_another_file_is_taken(
    folder: Path, chromium: Browser
) -> None:
    letter, song = folder / "letter.mp3", folder / "words.mp3"
    letter.write_bytes(b"Dear colleague, this is a letter. " * 50)
    song.write_bytes(recorded("mp3", speech()))
    async with seated(folder / "server", chromium, locale="es-ES", viewport=PHONE) as (_, page):
        await new_session(page, "recording")
        await expect(page.get_by_test_id("upload")).to_contain_text("Subir la grabación")
        for file in (letter, song):
            await page.get_by_test_id("upload-file").set_input_files(file)
            await expect(page.get_by_test_id("upload-confirm")).not_to_be_checked()  # each is asked of anew
            await page.get_by_test_id("upload-confirm").check()
            await page.get_by_test_id("upload-start").click()
            if file is letter:
                await expect(page.get_by_test_id("upload-trouble")).to_contain_text(
                    "no recording", timeout=SOON
                )
                await assert_accessible(page)
                await page.get_by_test_id("upload-another").click()
        await expect(page.locator("attune-note")).to_be_visible(timeout=LATER)


async def test_a_page_that_comes_later_follows_and_one_that_broke_off_blames_nobody(
    folder: Path, chromium: Browser
) -> None:
    sound = recorded("flac", speech())
    async with seated(folder / "server", chromium) as (play, page):
        for whole in (True, False):
            session = await play.session(source="recording")
            go_on = asyncio.Event()

            async def body(go_on: asyncio.Event = go_on) -> AsyncIterator[bytes]:
                yield sound[:300_000]
                await go_on.wait()
                yield sound[300_000:]

            async with asyncio.TaskGroup() as tasks:
                upload = tasks.create_task(sent(play, session, body(), 201 if whole else 409))
                await heard_some(play, session)
                await page.goto(f"{play.served.local_url}/#/sessions/{session['id']}")
                await expect(page.get_by_test_id("upload")).to_have_attribute(
                    "data-phase", "hearing", timeout=SOON
                )
                await expect(page.get_by_test_id("upload")).to_contain_text("sent from another page")
                if not whole:
                    await page.get_by_test_id("upload-cancel").click()
                    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
                else:
                    go_on.set()
                await upload
            await expect(page.get_by_test_id("note")).to_be_visible(timeout=LATER)
            await expect(page.get_by_test_id("transcript-told")).to_have_count(0)
            if not whole:
                await expect(page.locator("attune-note")).to_contain_text("not heard to its end")


async def test_a_summary_is_written_and_an_empty_one_is_not_taken(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "server") as play, apart(chromium, viewport=PHONE) as context:
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await new_session(page, "summary", held="2026-01-05T21:30", lasted="53")
        await page.get_by_test_id("summary-submit").click()
        await expect(page.get_by_test_id("summary-trouble")).to_contain_text(
            "nothing is drafted", timeout=SOON
        )
        await assert_accessible(page)
        await page.get_by_test_id("summary-text").fill(
            "She reported sleeping five hours a night and feeling tense. She denied thoughts of suicide when "
            "asked. Practised paced breathing. Plan: she will keep a sleep diary until next Monday."
        )
        await page.get_by_test_id("summary-submit").click()
        await expect(page.locator("attune-note")).to_be_visible(timeout=LATER)
        await expect(page.locator("attune-note")).to_contain_text("sleep diary", timeout=SOON)
        await expect(page.get_by_test_id("note-frame")).to_contain_text(
            re.compile(r"9:30.PM.*10:23.PM", re.S)
        )
        await expect(page.get_by_test_id("risk")).not_to_contain_text("0:00")  # what was written has no time
        await page.get_by_text("All sessions").click()
        await expect(page.get_by_test_id("session-row")).to_contain_text("53 min", timeout=SOON)


async def test_voices_of_one_track_are_told_apart_and_one_click_swaps_them(
    folder: Path, chromium: Browser
) -> None:
    file = folder / "together.m4a"
    one, other = speech("short_clinician.flac"), speech("short_client.flac")
    length = max(len(one), len(other))
    both = [np.pad(part, (0, length - len(part))).astype(np.int32) for part in (one, other)]
    file.write_bytes(recorded("m4a", np.clip(both[0] + both[1], -32768, 32767).astype(np.int16)))
    async with seated(folder / "server", chromium) as (_, page):
        await new_session(page, "recording")
        await page.get_by_test_id("upload-file").set_input_files(file)
        await page.get_by_test_id("upload-confirm").check()
        await page.get_by_test_id("upload-start").click()
        await expect(page.get_by_test_id("voices")).to_be_visible(timeout=2 * LATER)
        asked = page.get_by_test_id("segment").filter(has_text="harming yourself")
        await expect(asked).to_have_attribute("data-speaker", "Clinician", timeout=SOON)
        await assert_accessible(page)
        await page.get_by_test_id("voices-swap").click()
        await expect(asked).to_have_attribute("data-speaker", "Maya Collins", timeout=SOON)
