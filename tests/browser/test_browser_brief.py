"""The brief before a session and the clients it is about: found, read, followed to its notes, by everyone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, expect
from sqlalchemy import update

from retention import SessionId, Signing
from retention.schema import sessions
from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import Play, playing
from tests.support.earlier_notes import note, risk
from tests.support.pages import SOON
from tests.support.participants import apart

PHONE: ViewportSize = {"width": 360, "height": 740}

FIRST = note(
    "2026-03-02",
    {"Plan": ["Client to keep a sleep diary every night.", "Start sertraline 25 mg."]},
    risk=[risk("suicide", "reported", "I would rather be dead.")],
)
SECOND = note(
    "2026-03-09",
    {"Subjective": ["Client did not keep the sleep diary."], "Plan": ["Meet again on Monday."]},
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Desk:
    """A clinician at a browser, and a client with two signed notes and a session ahead."""

    play: Play
    page: Page
    client: str
    held: tuple[str, ...]
    ahead: str

    async def go(self, place: str) -> None:
        """Goes to a page of the clinician's."""
        origin = await self.page.evaluate("location.origin")
        await self.page.goto(f"{origin}/#/{place}")


async def signed(play: Play, content: dict[str, Any], who: dict[str, str]) -> dict[str, Any]:
    """A session that was held and whose note is signed."""
    made: dict[str, Any] = await play.json("POST", "/v1/sessions", who, 201)
    notes, body = play.served.node.house.memory.notes, {k: v for k, v in content.items() if k != "signed_at"}
    kept = await notes.save_draft(SessionId(made["id"]), body)
    await notes.sign(kept.id, Signing(body, "Dr Grey", "PsyD"), "clinician")
    return made


@asynccontextmanager
async def seated(folder: Path, chromium: Browser, locale: str = "en-US") -> AsyncIterator[Desk]:
    """A desk whose browser speaks a language."""
    async with playing(folder) as play, apart(chromium, locale=locale) as context:
        first = await signed(play, FIRST, {"client": "Maya Collins"})
        who = {"client_id": first["client_id"]}
        second = await signed(play, SECOND, who)
        ahead = await play.json("POST", "/v1/sessions", who, 201)
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        yield Desk(play, page, first["client_id"], (first["id"], second["id"]), ahead["id"])


@pytest_asyncio.fixture(loop_scope="session")
async def desk(folder: Path, chromium: Browser) -> AsyncIterator[Desk]:
    """A desk with an English browser."""
    async with seated(folder / "home", chromium) as found:
        yield found


async def test_before_a_session_the_brief_is_one_click_away_and_leads_to_its_notes(desk: Desk) -> None:
    page = desk.page
    await desk.go(f"sessions/{desk.ahead}")
    await page.get_by_test_id("open-brief").click()
    await expect(page.get_by_test_id("brief")).to_have_attribute("data-notes", "2", timeout=SOON)
    section = page.locator('[data-section="homework"]')
    await expect(section).to_contain_text("Not done")
    await expect(section).to_contain_text("Client did not keep the sleep diary.")
    said = page.locator('[data-section="risk"] [data-testid="brief-line"][data-status="reported"]')
    await expect(said).to_contain_text("Suicide: reported “I would rather be dead.”")
    await expect(page.locator('[data-section="risk"]')).to_contain_text("that says nothing either way")
    lines = page.get_by_test_id("brief-line")
    assert await lines.count() > 5
    for line in await lines.all():
        assert await line.get_by_test_id("brief-note").count() > 0
    await said.get_by_test_id("brief-note").click()
    await expect(page).to_have_url(re.compile(f"#/sessions/{desk.held[0]}$"))
    await expect(page.get_by_test_id("note")).to_be_visible(timeout=SOON)
    await page.go_back()
    await page.get_by_test_id("client-back").click()
    await expect(page).to_have_url(re.compile(f"#/sessions/{desk.ahead}$"))


async def test_a_known_client_is_chosen_for_a_new_session(desk: Desk) -> None:
    page = desk.page
    await page.get_by_test_id("new-session").first.click()
    await expect(page.get_by_test_id("client-known")).to_have_attribute("aria-pressed", "true", timeout=SOON)
    await page.get_by_test_id("create-session").click()
    await expect(page.get_by_role("alert")).to_have_text("Please choose a client.")
    await page.get_by_test_id("client-choice").select_option(desk.client)
    await page.get_by_test_id("create-session").click()
    await page.wait_for_url("**/#/sessions/*", timeout=SOON)
    made = await desk.play.json("GET", f"/v1/sessions/{page.url.rsplit('/', 1)[1]}")
    assert (made["client_id"], made["client"]) == (desk.client, "Maya Collins")


async def test_a_client_is_found_renamed_and_given_another_session(desk: Desk) -> None:
    page = desk.page
    await page.get_by_test_id("clients-link").click()
    await page.get_by_test_id("client-row").click()
    await page.get_by_test_id("rename-client").click()
    await page.get_by_test_id("client-form-name").filter(visible=True).fill("Maya Holm")
    await page.get_by_test_id("client-form-reference").filter(visible=True).fill("chart 12")
    await page.get_by_test_id("client-form-save").filter(visible=True).click()
    await expect(page.get_by_role("heading", name="Maya Holm")).to_be_visible(timeout=SOON)
    await page.get_by_test_id("client-new-session").click()
    await page.get_by_test_id("create-session").filter(visible=True).click()
    await page.wait_for_url("**/#/sessions/*", timeout=SOON)
    await expect(page.get_by_role("heading", name="Maya Holm")).to_be_visible(timeout=SOON)


async def test_a_new_client_has_no_brief_and_is_told_so(desk: Desk) -> None:
    page = desk.page
    await desk.go("clients")
    await page.get_by_test_id("add-client").click()
    await page.get_by_test_id("client-form-save").click()
    await expect(page.get_by_role("alert")).to_have_text("Please enter a name.")
    await page.get_by_test_id("client-form-name").fill("Ada Example")
    await page.get_by_test_id("client-form-save").click()
    await page.get_by_test_id("client-row").filter(has_text="Ada Example").click()
    await expect(page.get_by_test_id("brief-none")).to_be_visible(timeout=SOON)
    await expect(page.get_by_test_id("brief-line")).to_have_count(0)


async def test_an_older_session_is_filed_under_whose_it_is_and_its_note_joins_the_brief(desk: Desk) -> None:
    page = desk.page
    third = await signed(
        desk.play, note("2026-03-16", {"Plan": ["Refer to a clinic."]}), {"client": "Maya C."}
    )
    async with desk.play.served.node.house.memory._ground.store.write() as connection:
        older = update(sessions).where(sessions.c.id == third["id"]).values(client=None)
        await connection.execute(older)  # as it was before there were clients
    await desk.go(f"clients/{desk.client}")
    await expect(page.get_by_test_id("brief")).to_have_attribute("data-notes", "2", timeout=SOON)
    await page.get_by_test_id("file-session").click()
    await expect(page.get_by_test_id("brief")).to_have_attribute("data-notes", "3", timeout=SOON)
    await expect(page.locator('[data-section="plan"]')).to_contain_text("Refer to a clinic.")
    await expect(page.get_by_test_id("unfiled-sessions")).to_have_count(0)


async def test_a_spanish_browser_reads_the_brief_in_spanish_and_the_notes_as_they_are(
    folder: Path, chromium: Browser
) -> None:
    async with seated(folder / "home", chromium, "es-MX") as desk:
        await desk.go(f"clients/{desk.client}")
        page = desk.page
        await expect(page.locator('[data-section="risk"]')).to_contain_text(
            "Suicidio: referido", timeout=SOON
        )
        await expect(page.locator('[data-section="homework"]')).to_contain_text("No hecha")
        await expect(page.locator('[data-section="homework"]')).to_contain_text("Client did not keep")
        await expect(page.get_by_test_id("client-page")).to_have_attribute("lang", "es")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["clients", "clients/{client}", "sessions/{ahead}"])
async def test_it_fits_a_phone_and_can_be_used_by_everyone(desk: Desk, scheme: str, place: str) -> None:
    page = desk.page
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await desk.go(place.format(client=desk.client, ahead=desk.ahead))
    ready = {"clients": "client-row", "sessions/{ahead}": "open-brief"}.get(place, "brief-line")
    await expect(page.get_by_test_id(ready).first).to_be_visible(timeout=SOON)
    await assert_accessible(page)
    await page.set_viewport_size(PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await assert_accessible(page)
