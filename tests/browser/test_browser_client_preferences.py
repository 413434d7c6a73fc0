"""A client's own preferences in the browser, and what becomes of a client as a whole."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.browser.test_browser_templates import Desk, seated
from tests.support.pages import SOON, names_new_client

PHONE: ViewportSize = {"width": 360, "height": 740}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest_asyncio.fixture(loop_scope="session")
async def desk(folder: Path, chromium: Browser) -> AsyncIterator[Desk]:
    """A desk with an English browser."""
    async with seated(folder / "home", chromium) as found:
        yield found


async def client(desk: Desk, name: str = "Ada Example") -> str:
    return str((await desk.play.json("POST", "/v1/clients", {"name": name}, 201))["id"])


async def whole(desk: Desk) -> None:
    """Waits until the page has all its parts: one that still grows moves what is clicked."""
    await expect(desk.page.locator('[data-testid="brief"]:not([data-notes=""])')).to_be_attached(timeout=SOON)
    await expect(desk.page.get_by_test_id("client-preferences")).to_be_visible(timeout=SOON)


async def at(desk: Desk, whose: str) -> None:
    """Goes to a client's page."""
    await desk.go(f"clients/{whose}")
    await whole(desk)


async def chosen(desk: Desk, whose: str) -> dict[str, Any]:
    """What differs for a client."""
    view = await desk.play.json("GET", f"/v1/clients/{whose}/preferences")
    return {name: value for name, value in view["own"].items() if value is not None}


async def test_only_what_is_changed_differs_and_is_as_in_ones_own_again_with_a_click(desk: Desk) -> None:
    page, ada = desk.page, await client(desk)
    await at(desk, ada)
    await expect(page.get_by_test_id("client-preferences-none")).to_have_text(
        "As in your preferences.", timeout=SOON
    )
    await page.get_by_test_id("change-client-preferences").click()
    await expect(page.get_by_test_id("mine-client_term")).to_have_text("As in my preferences: client")
    await expect(page.get_by_test_id("mine-form")).to_have_text("As in my preferences: SOAP")
    await page.get_by_test_id("choice-client_term").fill("patient")
    await page.get_by_test_id("choice-pronouns").select_option("none")
    await page.get_by_test_id("choice-form").select_option("dap")
    await page.get_by_test_id("choice-instructions").fill("Use she. Focus on sleep.")
    await page.get_by_test_id("save-client-preferences").click()
    await expect(page.locator('[data-preference="client_term"]')).to_have_text("patient", timeout=SOON)
    await expect(page.get_by_test_id("preference-conflict")).to_contain_text("other pronouns than those set")
    assert await chosen(desk, ada) == {
        "client_term": "patient",
        "pronouns": "none",
        "default_format": "dap",
        "instructions": "Use she. Focus on sleep.",
    }
    await page.get_by_test_id("change-client-preferences").click()
    await page.get_by_test_id("reset-pronouns").click()
    await page.get_by_test_id("reset-form").click()
    await page.get_by_test_id("save-client-preferences").click()
    await expect(page.locator('[data-preference="pronouns"]')).to_have_count(0, timeout=SOON)
    await expect(page.get_by_test_id("preference-conflict")).to_have_count(0)
    assert set(await chosen(desk, ada)) == {"client_term", "instructions"}


async def test_a_session_with_a_client_is_drafted_in_their_own_format(desk: Desk) -> None:
    page, ada = desk.page, await client(desk)
    await desk.play.json("PUT", f"/v1/clients/{ada}/preferences", {"default_format": "birp"})
    await at(desk, ada)
    await page.get_by_test_id("client-new-session").click()
    await expect(page.get_by_test_id("format")).to_have_value("birp", timeout=SOON)


async def test_a_name_that_is_known_offers_the_client_who_has_it(desk: Desk) -> None:
    page, ada = desk.page, await client(desk)
    await page.get_by_test_id("new-session").first.click()
    await names_new_client(page, "Ada Ex")
    await expect(page.get_by_test_id("client-suggestion")).to_have_count(0)
    await page.get_by_test_id("client-name").fill("ada example")
    await expect(page.get_by_test_id("client-suggestion")).to_be_visible(timeout=SOON)
    await assert_accessible(page)
    await page.get_by_test_id("use-client").click()
    await expect(page.get_by_test_id("client-choice")).to_have_value(ada, timeout=SOON)
    await page.get_by_test_id("create-session").click()
    await page.wait_for_url("**/#/sessions/*", timeout=SOON)
    made = await desk.play.json("GET", f"/v1/sessions/{page.url.rsplit('/', 1)[1]}")
    assert made["client_id"] == ada
    await at(desk, ada)  # nobody set a time: it is told apart by when it was made
    await expect(page.get_by_test_id("client-session")).to_contain_text("Created", timeout=SOON)


async def test_two_entries_of_one_person_are_merged_and_that_is_undone(desk: Desk) -> None:
    page, ada, other = desk.page, await client(desk), await client(desk, "Ada E.")
    session = await desk.play.json("POST", "/v1/sessions", {"client_id": other}, 201)
    await at(desk, ada)
    await page.get_by_test_id("merge-client").click()
    await page.get_by_test_id("merge-yes").click()
    await expect(page.get_by_role("alert")).to_have_text("Please choose a client.")
    await page.get_by_test_id("merge-choice").select_option(other)
    await page.get_by_test_id("merge-yes").click()
    await expect(page.get_by_test_id("client-merged")).to_contain_text("Ada E. was merged", timeout=SOON)
    await expect(page.locator(f'[data-session="{session["id"]}"]')).to_be_visible(timeout=SOON)
    await desk.go(f"clients/{other}")
    await expect(page.get_by_test_id("client-merged-away")).to_be_visible(timeout=SOON)
    await page.get_by_role("link", name="Open that client").click()
    await page.get_by_test_id("undo-merge").click()
    await expect(page.get_by_test_id("client-merged")).to_have_count(0, timeout=SOON)
    await expect(page.locator(f'[data-session="{session["id"]}"]')).to_have_count(0)


async def test_a_client_is_put_away_found_again_taken_back_and_deleted(desk: Desk) -> None:
    page, ada = desk.page, await client(desk)
    await at(desk, ada)
    await page.get_by_test_id("archive-client").click()
    await expect(page.get_by_test_id("archive-client")).to_have_text("Take back", timeout=SOON)
    await expect(page.get_by_test_id("client-new-session")).to_be_disabled()
    await desk.go("clients")
    await expect(page.get_by_test_id("clients-none")).to_be_visible(timeout=SOON)
    await page.get_by_test_id("archived-clients").locator("summary").click()
    await page.get_by_test_id("client-row").click()
    await whole(desk)
    await page.get_by_test_id("archive-client").click()
    await expect(page.get_by_test_id("client-new-session")).to_be_enabled(timeout=SOON)
    await page.get_by_test_id("delete-client").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.get_by_test_id("clients-none")).to_be_visible(timeout=SOON)


async def test_a_client_of_whom_a_record_is_kept_is_not_deleted_and_the_page_says_why(desk: Desk) -> None:
    page, ada = desk.page, await client(desk)
    session = await desk.play.json("POST", "/v1/sessions", {"client_id": ada}, 201)
    empty = {"format": "soap", "sections": [], "risk": [], "not_discussed": []}
    note = {**empty, "drafter": "by hand", "generated_at": "2026-01-05T09:00:00Z"}
    await desk.play.json("PUT", f"/v1/sessions/{session['id']}/note", {"version": 0, "note": note})
    await at(desk, ada)
    await page.get_by_test_id("delete-client").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("put them away instead", timeout=SOON)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_a_phone_and_can_be_used_by_everyone(desk: Desk, scheme: str) -> None:
    page, ada = desk.page, await client(desk)
    await desk.play.json(
        "PUT", f"/v1/clients/{ada}/preferences", {"pronouns": "none", "instructions": "Use she."}
    )
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await at(desk, ada)
    await expect(page.get_by_test_id("preference-conflict")).to_be_visible(timeout=SOON)
    await assert_accessible(page)
    await page.set_viewport_size(PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_test_id("change-client-preferences").click()
    await expect(page.get_by_test_id("choice-detail")).to_be_visible(timeout=SOON)
    await assert_accessible(page)
