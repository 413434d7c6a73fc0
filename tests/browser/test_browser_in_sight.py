"""What has the focus and what is not right are in sight: no bar and no foot of a dialog covers them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.browser.test_browser_note_page import reading, saved
from tests.integration.signaling_drafted import Drafted
from tests.integration.signaling_play import playing
from tests.support.pages import SOON
from tests.support.participants import apart

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
MOST = 120

# Whether the focus has come to the end, and what has it where something else is seen in its middle.
_FOCUSED = """
() => {
  let on = document.activeElement;
  while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
  if (!on || on === document.body || on instanceof HTMLDialogElement) return { end: true, covered: "" };
  const box = on.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let seen = document.elementFromPoint(x, y);
  for (;;) {
    const within = seen?.shadowRoot?.elementFromPoint(x, y);
    if (!within || within === seen) break;
    seen = within;
  }
  let up = seen;
  while (up && up !== on) up = up.assignedSlot ?? up.parentNode ?? up.host;
  return { end: false, covered: up === on ? "" : `${on.dataset.testid ?? on.tagName} at ${Math.round(y)}` };
}
"""

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def assert_in_sight(page: Page, key: str = "Tab") -> None:
    """Goes with the focus to the end of the page, or once round a dialog; everything it comes to is seen."""
    covered: list[str] = []
    for step in range(MOST):
        await page.keyboard.press(key)
        found = await page.evaluate(_FOCUSED)
        if found["end"] and step:
            break
        covered += [found["covered"]] if found["covered"] else []
    assert not covered


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_a_note_and_its_signing_are_gone_through_by_keyboard_with_everything_in_sight(
    folder: Path, chromium: Browser, size: ViewportSize
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        kept = await drafted.read()
        for section in kept["note"]["sections"]:
            for sentence in section["sentences"]:
                sentence["text"] += " Scored 14 of 27."
        await drafted.save(kept)
        async with reading(play, chromium, drafted.session) as page:
            await page.set_viewport_size(size)
            await page.get_by_test_id("place-of-service").focus()
            await assert_in_sight(page)
            await page.get_by_test_id("destroy-transcript").focus()
            await assert_in_sight(page, "Shift+Tab")
            await saved(page)
            await page.get_by_test_id("sign").click()
            await expect(page.get_by_test_id("attest-flag")).not_to_have_count(0)
            await page.get_by_test_id("sign-name").fill("Ana Ruiz")
            await assert_in_sight(page)
            await page.get_by_test_id("sign-submit").click()
            error = page.get_by_test_id("sign-error")
            await expect(error).to_have_text("Please write your credential.")
            await expect(error).to_be_in_viewport(ratio=1)
            await expect(page.get_by_test_id("sign-credential")).to_be_in_viewport(ratio=1)
            await assert_accessible(page)
            await page.get_by_test_id("sign-credential").fill("LCSW")
            await page.get_by_test_id("sign-submit").click()
            await expect(error).to_contain_text("confirm each flagged sentence")
            await expect(page.get_by_test_id("attest-flag").first).to_be_focused()
            await assert_in_sight(page)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_forms_are_gone_through_by_keyboard_and_what_is_missing_is_said_in_sight(
    folder: Path, chromium: Browser, size: ViewportSize
) -> None:
    async with playing(folder / "home") as play, apart(chromium, locale="en-US") as context:
        page = await context.new_page()
        await page.set_viewport_size(size)
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        await page.get_by_test_id("new-session").first.click()
        await page.get_by_test_id("way-summary").check()
        await assert_in_sight(page)
        await page.get_by_test_id("create-session").click()
        await expect(page.get_by_role("alert")).to_have_text("Please enter the client's name.")
        await expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
        await expect(page.get_by_test_id("client-name")).to_be_focused()
        await page.keyboard.press("Escape")
        origin = await page.evaluate("location.origin")
        await page.goto(f"{origin}/#/templates/new?from=birp")
        await expect(page.get_by_test_id("template-section")).to_have_count(4, timeout=SOON)
        await page.get_by_test_id("section-title").first.focus()
        await assert_in_sight(page)
        await page.get_by_test_id("template-save").focus()
        await assert_in_sight(page, "Shift+Tab")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_policy_and_the_problems_are_read_in_the_clients_own_look(
    folder: Path, chromium: Browser, scheme: str
) -> None:
    async with playing(folder / "home") as play, apart(chromium, locale="en-US", viewport=PHONE) as context:
        page = await context.new_page()
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("/policy", "/problems", "/problems/already-signed"):
            await page.goto(f"{play.served.local_url}{path}")
            await expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert "Hanken Grotesk" in await page.evaluate("getComputedStyle(document.body).fontFamily")
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await assert_accessible(page)
