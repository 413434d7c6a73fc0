"""The home page on a narrow screen: every page is reached through a menu, by touch and by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import playing
from tests.support.pages import SOON, names_new_client
from tests.support.participants import apart

PHONE: ViewportSize = {"width": 375, "height": 740}
PLACES = ("Clients", "Note formats", "Style", "AI processors", "Energy", "Preferences", "Sign out")

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest_asyncio.fixture(loop_scope="session")
async def page(folder: Path, chromium: Browser) -> AsyncIterator[Page]:
    """The home page on a phone."""
    on_phone = apart(chromium, locale="en-US", viewport=PHONE)
    async with playing(folder / "home") as play, on_phone as context:
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        yield page


async def test_every_page_is_in_the_menu_of_a_narrow_screen(page: Page) -> None:
    menu, places = page.get_by_test_id("menu"), page.get_by_test_id("menu-list")
    await expect(places).to_be_hidden()
    await expect(menu).to_have_attribute("aria-expanded", "false")
    await menu.click()
    await expect(menu).to_have_attribute("aria-expanded", "true")
    for name in PLACES:
        await expect(places.get_by_text(name, exact=True)).to_be_visible()
    await assert_accessible(page)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await places.get_by_role("link", name="Note formats").click()
    await expect(page.get_by_test_id("templates-none")).to_be_visible(timeout=SOON)
    await page.go_back()
    await expect(page.get_by_test_id("menu")).to_be_visible()
    await expect(page.get_by_test_id("menu-list")).to_be_hidden()


async def test_the_menu_closes_on_escape_and_on_a_choice_and_the_focus_returns(page: Page) -> None:
    menu, places = page.get_by_test_id("menu"), page.get_by_test_id("menu-list")
    await menu.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(page.get_by_test_id("clients-link")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(places).to_be_hidden()
    await expect(menu).to_be_focused()
    await page.keyboard.press("Enter")
    await page.get_by_test_id("preferences").press("Enter")
    await expect(page.get_by_test_id("preference-name")).to_be_visible(timeout=SOON)
    await expect(places).to_be_hidden()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("preference-name")).to_be_hidden()
    await expect(menu).to_be_focused()
    await page.set_viewport_size({"width": 1280, "height": 800})
    await expect(menu).to_have_count(0)
    await expect(page.get_by_test_id("style-link")).to_be_visible()


async def test_who_has_no_name_yet_is_asked_for_it(page: Page) -> None:
    await expect(page.get_by_test_id("nameless")).to_be_visible(timeout=SOON)
    await assert_accessible(page)
    await page.get_by_test_id("introduce").click()
    await page.get_by_test_id("preference-name").fill("Ana Ruiz")
    await page.get_by_test_id("preference-credential").fill("LCSW")
    await expect(page.get_by_test_id("instructions-hint")).to_contain_text("don't mention work")
    await page.get_by_test_id("save-preferences").click()
    await expect(page.get_by_test_id("nameless")).to_have_count(0, timeout=SOON)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana Ruiz")


async def test_preferences_that_contradict_each_other_are_told_when_they_are_saved(page: Page) -> None:
    await page.get_by_test_id("introduce").click()
    await page.get_by_test_id("preference-name").fill("Ana Ruiz")
    await page.get_by_test_id("preference-pronouns").select_option("they")
    await page.locator("textarea[name=instructions]").fill("Use she.")
    await page.get_by_test_id("save-preferences").click()
    told = page.get_by_test_id("preference-conflict")
    await expect(page.get_by_test_id("preferences-kept")).to_be_visible(timeout=SOON)
    await expect(told).to_contain_text("other pronouns than those set")
    await expect(told).to_be_in_viewport()
    await assert_accessible(page)
    await page.get_by_role("button", name="Close", exact=True).last.click()
    await expect(page.get_by_test_id("nameless")).to_have_count(0, timeout=SOON)  # saved all the same
    await page.get_by_test_id("menu").click()
    await page.get_by_test_id("preferences").click()
    await expect(told).to_be_in_viewport(timeout=SOON)  # known by now: saving closes
    await page.get_by_test_id("save-preferences").click()
    await expect(page.get_by_test_id("preference-name")).to_be_hidden(timeout=SOON)


async def test_an_invitation_fits_a_phone_where_a_language_is_asked_for(page: Page) -> None:
    languages = {"known": ["en", "es", "nn"], "default": "en"}
    await page.route("**/v1/languages", lambda route: route.fulfill(json=languages))
    await page.get_by_test_id("new-session").first.click()
    await names_new_client(page, "Maximiliane Featherstonehaugh")
    await page.get_by_test_id("create-session").click()
    await expect(page.get_by_test_id("participant-language")).to_be_visible(timeout=SOON)
    await page.get_by_test_id("copy-link").click()
    await expect(page.get_by_test_id("revoke-link")).to_be_visible(timeout=SOON)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_who_else_takes_part_is_asked_for_beside_the_first_name(page: Page) -> None:
    await page.get_by_test_id("new-session").first.click()
    await names_new_client(page, "Maya Collins")
    await page.get_by_test_id("kind-group").click()
    await expect(page.get_by_text("The others are named below")).to_be_visible()
    asked = [page.get_by_test_id(field) for field in ("client-name", "other-names", "minutes")]
    tops = [await field.evaluate("(field) => field.getBoundingClientRect().top") for field in asked]
    assert tops == sorted(tops)
    await page.get_by_test_id("other-names").fill("Ana Lund")
    await page.get_by_test_id("create-session").click()
    await expect(page.get_by_test_id("copy-link")).to_have_count(2, timeout=SOON)
    await page.go_back()
    await page.get_by_test_id("new-session").first.click()
    await expect(page.get_by_test_id("kind-individual")).to_have_attribute("aria-pressed", "true")
