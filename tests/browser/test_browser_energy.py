"""The clinician's page of energy: chart and table say the same, fit a phone, and can be taken along."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from retention import RemoteTotal, SessionId
from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import playing
from tests.support.pages import SOON
from tests.support.participants import apart

PHONE = {"width": 360, "height": 740}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest_asyncio.fixture(loop_scope="session")
async def page(folder: Path, chromium: Browser) -> AsyncIterator[Page]:
    """The list of sessions, of which one used energy here and elsewhere."""
    async with playing(folder / "home") as play, apart(chromium) as context:
        session = SessionId((await play.session("Maya Collins"))["id"])
        log = play.served.node.house.memory.energy
        await log.add(session, "recognition", 100.0, 3600.0, 7200.0, 14_400.0)
        await log.add(session, "masking", 10.0, 36.0, 72.0, 144.0)
        await log.add_answer(session, RemoteTotal("some/model", 4000, 900, 360.0, 720.0, 1440.0))
        opened = await context.new_page()
        await opened.goto(play.served.owner_link())
        await expect(opened.get_by_test_id("home")).to_be_visible(timeout=SOON)
        yield opened


async def test_a_month_is_drawn_and_told_in_the_same_figures(page: Page) -> None:
    await page.get_by_test_id("energy-link").click()
    chart = page.get_by_test_id("energy-chart")
    await expect(chart).to_be_visible(timeout=SOON)
    await expect(chart.locator("rect")).to_have_count(1)
    await expect(chart.locator("desc")).to_contain_text("2.2 Wh")
    month, total = page.get_by_test_id("energy-row").first, page.get_by_test_id("energy-row").last
    for row in (month, total):
        await expect(row).to_contain_text("2.2")
        await expect(row).to_contain_text("1.1 to 4.4")
        await expect(row).to_contain_text("modelled")
    await expect(total).to_contain_text("Together")
    await expect(page.get_by_test_id("energy-method")).to_contain_text("Ember")
    await expect(page.get_by_test_id("energy-method")).to_contain_text("training of the models")
    await page.get_by_test_id("energy-back").click()
    await expect(page.get_by_test_id("home")).to_be_visible(timeout=SOON)


@pytest.mark.parametrize("by", ["month", "session"])
async def test_the_figures_can_be_taken_along(page: Page, by: str, tmp_path: Path) -> None:
    await page.get_by_test_id("energy-link").click()
    async with page.expect_download(timeout=SOON) as coming:
        await page.get_by_test_id(f"energy-csv-{by}").click()
    file = await coming.value
    await file.save_as(tmp_path / "energy.csv")
    header, first, *_ = (tmp_path / "energy.csv").read_text().splitlines()
    assert file.suggested_filename == f"attune-energy-by-{by}.csv"
    assert "energy_mid_Wh" in header
    assert ("ses_" in first) is (by == "session")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_a_phone_and_can_be_used_by_everyone(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.get_by_test_id("energy-link").click()
    await expect(page.get_by_test_id("energy-chart")).to_be_visible(timeout=SOON)
    await assert_accessible(page)
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await page.wait_for_timeout(200)  # the chart is drawn to its new room
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    drawn = await page.get_by_test_id("energy-chart").bounding_box()
    assert drawn is not None
    assert drawn["width"] <= PHONE["width"]
    await assert_accessible(page)


async def test_who_used_nothing_yet_is_told_so(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play, apart(chromium) as context:
        opened = await context.new_page()
        await opened.goto(play.served.owner_link())
        await opened.get_by_test_id("energy-link").click()
        await expect(opened.get_by_test_id("energy-none")).to_be_visible(timeout=SOON)
