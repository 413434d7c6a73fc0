"""The draft so far beside a call: off until it is wanted, remembered, on the clinician's page alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_drafted import WORDS
from tests.integration.signaling_play import playing
from tests.support.pages import SOON
from tests.support.participants import at_browser
from wire import browser as b

PHONE: ViewportSize = {"width": 390, "height": 844}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_a_draft_grows_beside_the_call_once_it_is_wanted(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        worker, session = await play.worker(), await play.session()
        async with at_browser(chromium, "clinician") as doctor:
            page = doctor.page
            await page.goto(play.served.owner_link())
            await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
            await page.goto(f"{play.served.local_url}/#/sessions/{session['id']}")
            await page.get_by_test_id("enter-room").click()
            await expect(page.get_by_test_id("call")).to_be_visible(timeout=SOON)
            anna = await play.join(session, session["participants"][1]["id"])
            await anna.agree()
            await anna.say(b.Knock())
            await page.get_by_test_id("admit").click()
            await page.get_by_test_id("start-transcription").click()
            track = await play.leg(anna)
            for number, text in enumerate(WORDS):
                await worker.hear(track, text, 1.0 + 6 * number)

            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            await page.get_by_test_id("tab-draft").click()
            toggle = page.get_by_test_id("live-draft-toggle")
            await expect(toggle).not_to_be_checked()
            assert not any(url.endswith("/note/live") for url in asked)
            await toggle.check()
            await expect(page.get_by_test_id("live-sentence").first).to_be_visible(timeout=SOON)
            await expect(page.get_by_test_id("live-draft")).to_contain_text("breathing exercise")
            await assert_accessible(page)
            await page.get_by_test_id("tab-transcript").click()
            await page.get_by_test_id("tab-draft").click()
            await expect(toggle).to_be_checked()
            await page.set_viewport_size(PHONE)
            await expect(page.get_by_test_id("live-draft")).to_be_visible()
            assert not any(isinstance(message, b.NoteReady) for message in anna.inbox)
