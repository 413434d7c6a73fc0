"""When a session was held that was told of afterwards: said on its pages until the note is signed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.browser.test_browser_note_keys import signs
from tests.browser.test_browser_note_page import reading, saved
from tests.integration.signaling_play import Play, playing
from tests.support.pages import SOON, names_new_client
from tests.support.participants import apart

PHONE: ViewportSize = {"width": 390, "height": 844}
WRITTEN = (
    "Anna reported sleeping five hours a night and feeling tense at work.\n"
    "Practised paced breathing. Plan: she will keep a sleep diary until next Monday."
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def summary(play: Play, **given: Any) -> str:
    """The id of a session that a summary was typed of."""
    session = await play.session(source="summary", **given)
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": WRITTEN}, 201)
    return str(session["id"])


@asynccontextmanager
async def at_home(play: Play, chromium: Browser) -> AsyncIterator[Page]:
    """A clinician at the list of sessions."""
    async with apart(chromium, locale="en-US") as context:
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        yield page


async def test_a_note_told_without_a_time_gets_it_on_its_page_by_keyboard(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        session = await summary(play)
        async with reading(play, chromium, session) as page:
            frame, opener = page.get_by_test_id("note-frame"), page.get_by_test_id("held-open")
            await expect(frame).not_to_contain_text("Date")
            await expect(opener).to_have_text("Add date and time")
            await page.get_by_test_id("sign").click()
            lacking = page.locator('[data-testid="sign-advice-item"][data-code="start-stop"]')
            await lacking.get_by_role("button").press("Enter")
            await expect(opener).to_be_focused()
            lacking = page.locator('[data-testid="advice-item"][data-code="start-stop"]')
            await lacking.get_by_test_id("advice-show").click()
            await expect(opener).to_be_focused()
            await page.get_by_test_id("sentence-text").first.click()
            await page.keyboard.press("Control+End")
            await page.keyboard.type(" Edited.")
            await opener.press("Enter")
            await expect(page.get_by_test_id("held-form")).to_be_visible()
            await assert_accessible(page)
            await page.get_by_test_id("held-at").fill("2026-11-02T09:30")
            await page.get_by_test_id("held-minutes").fill("53")
            await page.get_by_test_id("held-minutes").press("Enter")
            await expect(page.get_by_test_id("held-form")).to_be_hidden(timeout=SOON)
            await expect(opener).to_be_focused()
            await expect(page.get_by_test_id("held-told")).to_have_text("Date and time are saved.")
            await expect(opener).to_have_text("Change date and time", timeout=SOON)
            for said in ("November 2, 2026", "9:30 AM", "10:23 AM", "53 minutes"):
                await expect(frame).to_contain_text(said)
            await expect(page.get_by_test_id("time-band")).to_contain_text("90837")
            await expect(page.get_by_test_id("sentence-text").first).to_contain_text("Edited.")
            await saved(page)
            await assert_accessible(page)
            await page.set_viewport_size(PHONE)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await signs(page)
            await expect(opener).to_have_count(0)
            await expect(frame).to_contain_text("November 2, 2026")


async def test_what_is_no_time_of_a_session_that_is_over_is_said_and_marked(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        session = await summary(play, scheduled_for="2026-11-02T09:30:00Z", held_minutes=50)
        async with reading(play, chromium, session) as page:
            await page.get_by_test_id("held-open").click()
            at, minutes = page.get_by_test_id("held-at"), page.get_by_test_id("held-minutes")
            told, save = page.get_by_test_id("held-trouble"), page.get_by_test_id("held-save")
            await expect(minutes).to_have_value("50")
            await at.fill("2199-11-02T09:30")
            await save.click()
            await expect(told).to_contain_text("not in the future")
            await expect(at).to_be_focused()
            await expect(at).to_have_attribute("aria-invalid", "true")
            await assert_accessible(page)
            await at.fill("2026-11-02T09:30")
            await minutes.fill("601")
            await save.click()
            await expect(told).to_contain_text("from 1 to 600")
            await expect(minutes).to_be_focused()
            await minutes.fill("600")
            await at.fill("")
            await at.press_sequentially("11")  # a date that is only begun
            await save.click()
            await expect(told).to_contain_text("a whole date and time")
            await page.keyboard.press("Escape")
            await expect(page.get_by_test_id("held-form")).to_be_hidden()
            await page.get_by_test_id("held-open").click()
            await expect(told).to_have_count(0)
            await expect(minutes).to_have_value("50")  # nothing of it was kept


async def test_before_it_is_told_a_session_gets_its_time_on_its_own_page(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play, at_home(play, chromium) as page:
        await page.get_by_test_id("new-session").first.click()
        await names_new_client(page, "Vera Sand")
        await page.get_by_test_id("way-summary").click()
        await page.get_by_test_id("held").fill("2199-11-02T09:30")
        await page.get_by_test_id("create-session").click()
        await expect(page.get_by_role("alert")).to_contain_text("not in the future")
        await expect(page.get_by_test_id("held")).to_be_focused()
        await page.get_by_test_id("held").fill("")
        await page.get_by_test_id("create-session").click()
        await expect(page.get_by_test_id("way-page")).to_be_visible(timeout=SOON)
        await page.get_by_test_id("summary-text").fill(WRITTEN)
        await page.get_by_test_id("held-open").click()
        await page.get_by_test_id("held-at").fill("2026-11-02T09:30")
        await page.get_by_test_id("held-save").click()
        await expect(page.get_by_test_id("held-open")).to_have_text("Change date and time", timeout=SOON)
        await expect(page.get_by_test_id("summary-text")).to_have_value(WRITTEN)
        await assert_accessible(page)
        await page.get_by_test_id("summary-submit").click()
        await expect(page.get_by_test_id("note-frame")).to_contain_text("November 2, 2026", timeout=SOON)
