"""The page of the style: found, read, changed, taken along, forgotten, by everyone, in two languages."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from retention import AuditEntry
from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import Play, playing
from tests.support.pages import SOON
from tests.support.participants import apart
from tests.support.style_sessions import after_sessions

PHONE: ViewportSize = {"width": 360, "height": 740}
PICTURES = os.environ.get("ATTUNE_STYLE_PICTURES")
"""A folder for pictures of the page, for whoever looks after it."""

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


@asynccontextmanager
async def seated(folder: Path, chromium: Browser, locale: str = "en-US") -> AsyncIterator[tuple[Play, Page]]:
    """A clinician at a browser whose style was learned from six notes."""
    async with playing(folder) as play, apart(chromium, locale=locale) as context:
        profile = after_sessions(6)
        entry = AuditEntry("clinician", "style.learned", "style")
        await play.served.node.house.memory.styles.write(profile.model_dump(mode="json"), 0, entry)
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        await page.get_by_test_id("style-link").click()
        await expect(page.get_by_test_id("style-page")).to_have_attribute("aria-busy", "false", timeout=SOON)
        yield play, page


def read(path: str) -> dict[str, Any]:
    """A downloaded file's JSON."""
    found: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    return found


async def picture(page: Page, name: str) -> None:
    if PICTURES is not None:
        await page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


async def test_a_rule_is_written_anew_turned_off_and_deleted_and_the_rest_with_it(
    folder: Path, chromium: Browser
) -> None:
    async with seated(folder / "home", chromium) as (play, page):
        short = page.get_by_test_id("style-rule").filter(has_text="“client”")
        await expect(short).to_contain_text("Writes “pt” for “client”")
        await expect(short).to_contain_text("Seen in 6 notes")
        await short.get_by_test_id("rule-edit").click()
        text = page.get_by_test_id("rule-text")
        await text.fill("Marigold")
        await page.get_by_test_id("rule-save").click()
        await expect(page.get_by_role("alert")).to_contain_text("no general or clinical word")
        await picture(page, "refused")
        await text.fill("patient")
        await page.get_by_test_id("rule-save").click()
        await expect(short).to_contain_text("Writes “patient” for “client”")
        await expect(short).to_contain_text("Written by you")
        await short.get_by_test_id("rule-use").uncheck()
        await expect(short).to_have_attribute("data-standing", "off")
        await page.get_by_test_id("style-learning").uncheck()
        async with page.expect_download() as download:
            await page.get_by_test_id("style-export").click()
        taken = read(str(await (await download.value).path()))
        assert "Writes “patient” for “client”" in {one["text"] for one in taken["rules"]}
        await short.get_by_test_id("rule-delete").click()
        await page.get_by_test_id("confirm-yes").click()
        await expect(short).to_have_count(0)
        await page.get_by_test_id("style-delete").click()
        await page.get_by_test_id("confirm-yes").click()
        await expect(page.get_by_test_id("style-none")).to_be_visible(timeout=SOON)
        await picture(page, "none")
        kept = await play.json("GET", "/v1/style")
        assert (kept["rules"], kept["learning"]) == ([], False)


@pytest.mark.parametrize(("scheme", "locale"), [("light", "en-US"), ("dark", "es-MX")])
async def test_it_fits_a_phone_and_can_be_used_by_everyone(
    folder: Path, chromium: Browser, scheme: str, locale: str
) -> None:
    async with seated(folder / "home", chromium, locale) as (_, page):
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        await expect(page.get_by_test_id("style-page")).to_have_attribute("lang", locale[:2])
        await assert_accessible(page)
        await picture(page, f"{scheme}-desktop")
        await page.set_viewport_size(PHONE)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await assert_accessible(page)
        await picture(page, f"{scheme}-phone")
        await page.goto(page.url.partition("#")[0])
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await picture(page, f"{scheme}-home-phone")
        await page.get_by_test_id("menu").click()
        await page.get_by_test_id("preferences").click()
        await page.get_by_test_id("preferences-style").click()
        await expect(page.get_by_test_id("style-page")).to_be_visible(timeout=SOON)
