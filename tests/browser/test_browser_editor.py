"""The note's editor in a browser: undo, other drafts, comparing, moving, two windows at one note."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Route, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import playing
from tests.support.pages import SOON
from tests.support.participants import apart

PHONE: ViewportSize = {"width": 360, "height": 740}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Desk:
    """A clinician at the page of an unsigned note."""

    drafted: Drafted
    context: BrowserContext
    page: Page

    async def window(self) -> Page:
        """One more window at the same note."""
        page = await self.context.new_page()
        await page.goto(self.page.url)
        await expect(page.get_by_test_id("note")).to_be_visible(timeout=SOON)
        return page

    async def type(self, page: Page, text: str, sentence: int = 0) -> None:
        """Types behind a sentence and waits until the page knows that something is to be kept."""
        await page.get_by_test_id("sentence-text").nth(sentence).click()
        await page.keyboard.press("Control+End")
        await page.keyboard.type(text)
        await page.evaluate("new Promise(requestAnimationFrame)")

    async def saved(self, page: Page) -> None:
        await expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved", timeout=SOON)

    async def kept(self) -> list[str]:
        """The sentences the server keeps."""
        return [str(one["text"]) for one in sentences(await self.drafted.read())]


@pytest_asyncio.fixture(loop_scope="session")
async def desk(folder: Path, chromium: Browser) -> AsyncIterator[Desk]:
    """A desk at the draft of a short session."""
    async with playing(folder / "home") as play, apart(chromium, locale="en-US") as context:
        drafted = await Drafted.prepare(play)
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        origin = await page.evaluate("location.origin")
        await page.goto(f"{origin}/#/sessions/{drafted.session}")
        await expect(page.get_by_test_id("note")).to_be_visible(timeout=SOON)
        yield Desk(drafted, context, page)


async def test_undo_brings_an_edited_text_back_also_after_another_draft(desk: Desk) -> None:
    page, first = desk.page, desk.page.get_by_test_id("sentence-text").first
    was = await first.inner_text()
    await desk.type(page, " Added by hand.")
    await desk.saved(page)
    await page.get_by_test_id("redraft-open").click()
    await page.get_by_test_id("redraft-format").filter(visible=True).select_option("dap")
    await page.get_by_test_id("redraft-guidance").fill("leave out the breathing exercise")
    await page.get_by_test_id("redraft-yes").click()
    await expect(page.get_by_role("heading", name="Data")).to_be_visible(timeout=SOON)
    assert not any("breathing" in text for text in await desk.kept())
    await page.get_by_role("button", name="Undo the new draft").click()
    await expect(first).to_have_text(f"{was} Added by hand.")
    await expect(page.get_by_role("heading", name="Subjective")).to_be_visible()
    await first.click()
    await page.keyboard.press("Control+z")
    await expect(first).to_have_text(was)
    await page.keyboard.press("Control+Shift+z")
    await expect(first).to_have_text(f"{was} Added by hand.")
    await desk.saved(page)
    assert (await desk.kept())[0] == f"{was} Added by hand."
    assert (await desk.drafted.read())["note"]["format"] == "soap"


async def test_what_was_begun_for_a_section_goes_with_it_when_the_format_changes(desk: Desk) -> None:
    page = desk.page
    await page.get_by_test_id("section-redraft").first.click()
    await page.get_by_test_id("section-guidance").fill("only sleep")
    await page.get_by_test_id("redraft-open").click()
    await page.get_by_test_id("redraft-format").filter(visible=True).select_option("dap")
    await page.get_by_test_id("redraft-yes").click()
    await expect(page.get_by_role("heading", name="Data")).to_be_visible(timeout=SOON)
    await expect(page.get_by_test_id("section-guidance")).to_have_count(0)


async def test_a_format_picked_before_the_preferences_arrive_stays_picked(desk: Desk) -> None:
    page, arrive = desk.page, asyncio.Event()

    async def late(route: Route) -> None:
        await arrive.wait()
        await route.continue_()

    await page.route("**/v1/**/preferences", late)
    await page.reload()
    await page.get_by_test_id("redraft-open").click()
    await page.get_by_test_id("redraft-format").filter(visible=True).select_option("dap")
    arrive.set()
    await expect(page.get_by_test_id("for-this-note")).to_contain_text("As preferred: ", timeout=SOON)
    await page.get_by_test_id("redraft-yes").click()
    await expect(page.get_by_role("heading", name="Data")).to_be_visible(timeout=SOON)
    await page.get_by_test_id("redraft-open").click()
    await expect(page.get_by_test_id("redraft-format").filter(visible=True)).to_have_value("dap")


async def test_what_was_changed_is_shown_beside_the_draft_for_eye_and_ear(desk: Desk) -> None:
    page = desk.page
    await desk.type(page, " Added by hand.")
    await desk.saved(page)
    await page.get_by_test_id("compare-toggle").click()
    await expect(page.get_by_test_id("compare-sum")).to_have_attribute("data-added", "3")
    await expect(page.get_by_role("insertion")).to_contain_text("added: Added by hand.")
    await assert_accessible(page)
    await page.set_viewport_size(PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_test_id("compare-toggle").click()
    await expect(page.get_by_test_id("sentence").first).to_be_visible()


async def test_a_sentence_is_moved_and_added_by_keyboard(desk: Desk) -> None:
    page = desk.page
    before = await desk.kept()
    await page.get_by_test_id("sentence-text").first.focus()
    await page.keyboard.press("Alt+ArrowDown")
    await expect(page.get_by_test_id("moved")).to_contain_text("sentence 2")
    await expect(page.get_by_test_id("sentence-text").nth(1)).to_be_focused()
    await page.get_by_test_id("add-sentence").last.press("Enter")
    await page.keyboard.type("Meet again on Monday.")
    await page.get_by_test_id("new-sentence-add").press("Enter")
    await expect(page.get_by_test_id("sentence").last).to_contain_text("Written by the clinician")
    await desk.saved(page)
    assert await desk.kept() == [before[1], before[0], *before[2:], "Meet again on Monday."]


async def test_two_windows_at_one_sentence_are_shown_both_and_nothing_is_lost(desk: Desk) -> None:
    page, other = desk.page, await desk.window()
    was = (await desk.kept())[0]
    await desk.type(other, " Theirs.")
    await desk.saved(other)
    await desk.type(page, " Mine.")
    conflict = page.get_by_test_id("note-conflict")
    await expect(conflict).to_be_visible(timeout=SOON)
    await expect(page.get_by_test_id("compare-section")).to_contain_text("Theirs")
    await expect(page.get_by_test_id("compare-section")).to_contain_text("Mine")
    await expect(page.get_by_test_id("sign")).to_be_disabled()
    await assert_accessible(page)
    assert (await desk.kept())[0] == f"{was} Theirs."
    await page.get_by_test_id("conflict-mine").click()
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await desk.saved(page)
    assert (await desk.kept())[0] == f"{was} Mine."
    await page.get_by_test_id("undo").click()
    await expect(page.get_by_test_id("sentence-text").first).to_have_text(f"{was} Theirs.")


async def test_two_windows_in_different_places_are_put_together(desk: Desk) -> None:
    page, other = desk.page, await desk.window()
    was = await desk.kept()
    await desk.type(other, " Theirs.", 1)
    await desk.saved(other)
    await desk.type(page, " Mine.")
    await expect(page.get_by_test_id("joined")).to_be_visible(timeout=SOON)
    await desk.saved(page)
    assert await desk.kept() == [f"{was[0]} Mine.", f"{was[1]} Theirs.", *was[2:]]


async def test_the_place_of_service_is_chosen_and_stays_with_the_note(desk: Desk) -> None:
    page = desk.page
    await page.get_by_test_id("place-of-service").select_option("10")
    await desk.saved(page)
    await page.reload()
    await expect(page.get_by_test_id("place-of-service")).to_have_value("10", timeout=SOON)
    facts = page.get_by_test_id("note-frame")
    for name in ("Date", "Start", "Stop", "Duration", "Setting", "Participants"):
        await expect(facts).to_contain_text(name)
