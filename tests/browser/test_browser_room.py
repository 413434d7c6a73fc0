"""Sessions at one device in a real browser: a dictation, and people in a room who agree one by one."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.test_browser_access import assert_accessible
from tests.browser.test_browser_upload import new_session
from tests.media.fake_microphone import CANARY
from tests.support.attune_server import AttuneServer
from tests.support.meeting import Seats
from tests.support.pages import LATER, SOON, ClinicianPage, names_new_client

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(240)]


async def at_home(server: AttuneServer, seats: Seats, speaks: str | None = None) -> Page:
    """A clinician who is signed in, at a device whose microphone hears a recording."""
    seat = await seats(f"clinician-{speaks}", speaks)
    clinician = ClinicianPage(seat)
    if server.login is not None:  # the link works once
        await seat.context.add_cookies(server.login)
    await clinician.open(server.link)
    server.login = await seat.context.cookies()
    return clinician.page


async def test_a_dictation_shows_words_pauses_and_ends_in_the_note(
    server: AttuneServer, seats: Seats
) -> None:
    page = await at_home(server, seats, "client")
    await new_session(page, "dictation", "Dora Lang")
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "idle")
    await assert_accessible(page)
    await page.get_by_test_id("room-start").click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "listening", timeout=LATER)
    for words in ("slept better", CANARY):
        await expect(page.get_by_test_id("transcript")).to_contain_text(
            words, ignore_case=True, timeout=LATER
        )
    await page.get_by_test_id("room-pause").click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "paused", timeout=SOON)
    await assert_accessible(page)
    await page.get_by_test_id("room-pause").click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "listening", timeout=LATER)
    await page.get_by_test_id("room-finish").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.locator("attune-note")).to_be_visible(timeout=LATER)
    await expect(page.locator("attune-note")).to_contain_text("slept better", ignore_case=True, timeout=SOON)


async def test_in_a_room_nothing_is_heard_before_everybody_agreed_and_one_withdrawal_ends_it(
    server: AttuneServer, seats: Seats
) -> None:
    page = await at_home(server, seats, "client")
    await new_session(page, "in_person", "Rhea Moss")
    agree = page.get_by_test_id("agree")
    await expect(agree).to_be_enabled(timeout=LATER)
    await expect(page.get_by_test_id("room-start")).to_be_disabled()
    await assert_accessible(page)
    await expect(page.get_by_test_id("hearing")).to_have_text("Waiting until everybody agreed")
    await expect(page.get_by_test_id("room-start")).to_have_accessible_description(
        "Waiting until everybody agreed"
    )
    await agree.check()
    await expect(page.get_by_test_id("withdraw")).to_be_visible(timeout=SOON)
    await expect(page.get_by_test_id("hearing")).to_have_text("Not listening yet")
    await page.get_by_test_id("room-start").click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "listening", timeout=LATER)
    await expect(page.get_by_test_id("transcript")).to_contain_text(
        "seven hours", ignore_case=True, timeout=LATER
    )
    await assert_accessible(page)
    await page.get_by_test_id("off-record").click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "off-record", timeout=SOON)
    await page.get_by_test_id("withdraw").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.get_by_test_id("room")).to_have_attribute("data-hearing", "stopped", timeout=SOON)
    await expect(page.get_by_test_id("transcript")).to_have_count(0)
    await expect(page.get_by_test_id("room")).not_to_contain_text("hears everybody")
    await expect(page.get_by_test_id("room-finish")).to_have_text("End the session")
    await page.get_by_test_id("room-finish").click()
    await expect(page.get_by_text("Nothing is left to draft a note from.")).to_be_visible()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.locator("attune-note")).to_be_visible(timeout=LATER)
    await expect(page.locator("attune-note")).not_to_contain_text("seven hours")


async def test_the_text_stays_open_until_the_last_one_in_the_room_has_agreed(
    server: AttuneServer, seats: Seats
) -> None:
    page = await at_home(server, seats)
    await page.get_by_test_id("new-session").first.click()
    await page.get_by_test_id("way-in_person").click()
    await names_new_client(page, "Ria Moss")
    await page.get_by_test_id("kind-couple").click()
    await expect(page.get_by_text("One name per line.", exact=True)).to_be_visible()  # nobody gets a link
    await page.get_by_test_id("other-names").fill("Sam Moss")
    await page.get_by_test_id("create-session").click()
    agree, text = page.get_by_test_id("agree"), page.get_by_test_id("agreement")
    await expect(agree).to_have_count(2, timeout=LATER)
    await expect(agree.nth(1)).to_be_enabled(timeout=LATER)
    await agree.nth(0).check()
    await expect(page.get_by_test_id("withdraw")).to_have_count(1, timeout=SOON)
    await expect(text).to_have_attribute("open", "")
    await agree.nth(1).check()
    await expect(text).not_to_have_attribute("open", "", timeout=SOON)
    await expect(page.get_by_test_id("room-start")).to_be_enabled()
