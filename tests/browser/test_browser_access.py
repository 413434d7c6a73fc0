"""Every page can be used by everyone: axe's WCAG 2.2 A and AA rules, on each page as people come to it."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.support.meeting import Meeting
from tests.support.pages import SOON, ClientPage

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


async def assert_accessible(page: Page) -> None:
    """Runs axe on the page as it stands."""
    await page.wait_for_timeout(400)  # colours in transition are judged by their end
    found = await Axe().run(page, options=RULES)
    violations = [
        f"{one['id']}: {one['help']}: " + "; ".join(str(node["target"]) for node in one["nodes"])
        for one in found.response["violations"]
    ]
    assert not violations, "\n".join(violations)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_pages_before_during_and_after_a_call_are_accessible(meeting: Meeting, scheme: str) -> None:
    clinician = meeting.clinician
    await clinician.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await assert_accessible(clinician.page)  # the session, with the link
    await clinician.page.goto(meeting.server.origin)
    await expect(clinician.item("home")).to_be_visible(timeout=SOON)
    await assert_accessible(clinician.page)
    await clinician.page.goto(f"{meeting.server.origin}/#/sessions/{meeting.session}")
    client = ClientPage(await meeting.seats("client"))
    await client.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await client.open(meeting.link)
    await assert_accessible(client.page)  # the device check
    await client.item("devices-continue").click()
    await assert_accessible(client.page)  # the question of consent
    await client.decides("agree")
    await assert_accessible(client.page)  # the waiting room
    await clinician.joins_call()
    await clinician.admits("Robin Hale")
    await client.is_in_call()
    await clinician.starts_transcription()
    await clinician.indicator("active")
    await assert_accessible(client.page)
    await assert_accessible(clinician.page)
    await clinician.hangs_up()
    await expect(client.item("over-ended")).to_be_visible(timeout=SOON)
    await assert_accessible(client.page)
    await expect(clinician.item("note")).to_be_visible(timeout=SOON)
    await assert_accessible(clinician.page)
