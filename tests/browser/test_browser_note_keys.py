"""The note by keyboard and for the hurried: where the focus goes, what is missing, what is taken along."""

from __future__ import annotations

import asyncio
import io
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.test_browser_access import assert_accessible
from tests.browser.test_browser_note_page import reading, saved
from tests.integration.signaling_drafted import Drafted
from tests.integration.signaling_play import playing
from tests.support.pages import SOON

PHONE: ViewportSize = {"width": 390, "height": 844}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def signs(page: Page) -> None:
    await page.get_by_test_id("sign").click()
    await page.get_by_test_id("sign-name").fill("Ana Ruiz")
    await page.get_by_test_id("sign-credential").fill("LCSW")
    for box in [*await page.get_by_test_id("attest-flag").all(), page.get_by_test_id("attest-reviewed")]:
        await box.check()
    await page.get_by_test_id("sign-submit").click()
    await expect(page.get_by_test_id("note")).to_have_attribute("data-status", "signed", timeout=SOON)


async def test_the_focus_is_never_lost_while_a_note_is_edited_by_keyboard(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            section = page.locator("attune-note-section").last
            add = section.get_by_test_id("add-sentence")
            await add.press("Enter")
            await page.keyboard.press("Escape")
            await expect(add).to_be_focused()
            await add.press("Enter")
            await page.keyboard.type("Meet on Monday.")
            await page.keyboard.press("Control+Enter")
            await expect(section.get_by_test_id("sentence")).to_have_count(1)
            await expect(section).not_to_contain_text("was stated")  # it says something now
            await expect(add).to_be_focused()
            again = section.get_by_test_id("section-redraft")
            await again.press("Enter")
            await expect(section.get_by_test_id("section-guidance")).to_be_focused()
            await expect(section.get_by_test_id("section-detailed")).to_be_in_viewport()
            await page.keyboard.press("Escape")
            await expect(again).to_be_focused()
            await assert_accessible(page)

            first = page.locator("attune-note-section").first
            await expect(first.get_by_test_id("sentence")).not_to_have_count(0)
            count = await first.get_by_test_id("sentence").count()
            for left in range(count - 1, -1, -1):
                await first.get_by_test_id("remove-sentence").first.press("Enter")
                await expect(first.get_by_test_id("sentence")).to_have_count(left)
                where = first.get_by_test_id("sentence-text").first if left else first.locator("h2")
                await expect(where).to_be_focused()
            await expect(page.get_by_test_id("moved")).to_contain_text("Undo brings it back")
            await saved(page)


async def test_advice_leads_to_its_place_and_is_dismissed_section_by_section(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        await play.json("POST", f"{drafted.note}/redraft", {"format": "intake"})
        async with reading(play, chromium, drafted.session) as page:
            items = page.get_by_test_id("advice-item")
            place = items.filter(has_text="place of service is not chosen")
            await place.get_by_test_id("advice-show").click()
            await expect(page.get_by_test_id("place-of-service")).to_be_focused()
            some = items.filter(has=page.get_by_test_id("advice-show")).filter(has_text=":").last
            title = (await some.locator("strong").inner_text()).rstrip(":")
            await some.get_by_test_id("advice-show").click()
            heading = page.locator("attune-note-section").get_by_role("heading", name=title, exact=True)
            await expect(heading).to_be_focused()
            await expect(heading).to_be_in_viewport()
            before = await items.count()
            await some.get_by_test_id("advice-leave").click()
            await expect(items).to_have_count(before - 1)
            await page.set_viewport_size(PHONE)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await assert_accessible(page)


async def test_signing_shows_shortly_what_the_note_may_lack_and_stops_nothing(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            count = await page.get_by_test_id("advice-item").count()
            left = page.locator('[data-testid="advice-item"]:not([data-code="place"])').first
            code = await left.get_attribute("data-code")
            await left.get_by_test_id("advice-leave").click()
            await page.get_by_test_id("compare-toggle").click()  # the note itself is not on the page then
            sign = page.get_by_test_id("sign")
            await sign.press("Enter")
            advice = page.get_by_test_id("sign-advice")
            await expect(advice).to_have_attribute("data-count", str(count - 1))
            await expect(advice.get_by_text("Advice only: you can sign as it is.")).to_be_visible()
            await expect(advice.locator(f'[data-code="{code}"]')).to_have_count(0)  # it was dismissed
            await assert_accessible(page)
            await page.set_viewport_size(PHONE)
            await advice.scroll_into_view_if_needed()
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await advice.get_by_role("button", name="Go there: Place of service").press("Enter")
            await expect(page.get_by_test_id("sign-form")).to_be_hidden()
            await expect(page.get_by_test_id("place-of-service")).to_be_focused()
            await page.get_by_test_id("place-of-service").select_option("10")
            await saved(page)
            await sign.click()
            await expect(advice.locator('[data-code="place"]')).to_have_count(0)
            await expect(advice).to_be_visible()
            await page.keyboard.press("Escape")
            await signs(page)


async def test_signing_says_what_is_still_missing_and_goes_there(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            await page.get_by_test_id("sign").click()
            told = page.get_by_test_id("sign-error")
            submit = page.get_by_test_id("sign-submit")
            await submit.click()
            await expect(told).to_have_text("Please write your name.")
            await expect(page.get_by_test_id("sign-name")).to_be_focused()
            await expect(page.get_by_test_id("sign-name")).to_have_attribute("aria-invalid", "true")
            await assert_accessible(page)
            await page.keyboard.type("Ana Ruiz")
            await submit.click()
            await expect(page.get_by_test_id("sign-credential")).to_be_focused()
            await page.keyboard.type("LCSW")
            for box in await page.get_by_test_id("attest-flag").all():
                await box.check()
            await submit.click()
            await expect(told).to_have_text("Please confirm that you have reviewed this note.")
            await expect(page.get_by_test_id("attest-reviewed")).to_be_focused()
            await page.keyboard.press("Space")
            await submit.click()
            await expect(page.get_by_role("heading", name="Signed", exact=True)).to_be_focused(timeout=SOON)


async def test_a_signed_note_is_copied_and_its_hashes_are_folded_when_it_is_opened_later(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            await signs(page)
            await expect(page.get_by_test_id("note-hash")).to_be_visible()
            await page.reload()
            await expect(page.get_by_test_id("signature")).to_contain_text("Ana Ruiz, LCSW", timeout=SOON)
            await expect(page.get_by_test_id("note-hash")).to_be_hidden()
            await page.get_by_test_id("copy-note").click()
            await expect(page.get_by_test_id("copy-told")).to_contain_text("clipboard", timeout=SOON)
            await assert_accessible(page)
            text = str(await page.evaluate("navigator.clipboard.readText()"))
            shown = [await one.inner_text() for one in await page.get_by_test_id("sentence-text").all()]
            assert shown
            assert all(sentence in text for sentence in shown)
            assert "Signed by Ana Ruiz, LCSW" in text
            await exports_hold(page, shown)


async def exports_hold(page: Page, sentences: list[str]) -> None:
    """Each form can be saved, under a name that tells nobody's, and holds every sentence."""
    for form, ending in (("text", ".txt"), ("fhir", ".fhir.json"), ("pdf", ".pdf")):
        async with page.expect_download(timeout=SOON) as coming:
            await page.get_by_test_id(f"export-{form}").click()
        file = await coming.value
        assert re.fullmatch(r"not_[\w-]+" + re.escape(ending), file.suggested_filename)
        content = await asyncio.to_thread(Path(await file.path()).read_bytes)
        if form == "pdf":
            content = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages).encode()
        words = " ".join(content.decode().split())
        if form != "fhir":
            assert all(sentence in words for sentence in sentences)
        assert "Ana Ruiz" in words


async def test_a_note_by_hand_begins_at_its_first_section_and_lists_no_silences(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play, ("Hello.",))
        async with reading(play, chromium, drafted.session) as page:
            await page.get_by_test_id("write-by-hand").click()
            await expect(page.get_by_role("heading", name="Subjective")).to_be_focused(timeout=SOON)
            await page.get_by_test_id("add-sentence").first.press("Enter")
            await page.keyboard.type("She denied suicidal thoughts.")
            await page.keyboard.press("Control+Enter")
            await saved(page)
            kept = (await drafted.read())["note"]
            assert (kept["drafter"], kept["not_discussed"]) == ("clinician", [])
            await page.reload()
            await expect(page.get_by_test_id("sentence")).to_have_count(1, timeout=SOON)
            await expect(page.get_by_test_id("not-discussed")).to_have_count(0)
            await expect(page.get_by_test_id("note")).to_contain_text("Written by the clinician.")


async def test_modalities_are_ticked_where_none_are_listed(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            await page.get_by_test_id("redraft-open").click()
            own = page.get_by_test_id("for-this-note")
            await own.locator("summary").click()
            await expect(own).to_contain_text("Your preferences list none")
            await own.get_by_role("button", name="CBT", exact=True).click()
            await own.get_by_test_id("own-modalities").press("End")
            await page.keyboard.type(", Gestalt")
            await own.get_by_role("button", name="ACT", exact=True).click()
            await expect(own.get_by_test_id("own-modalities")).to_have_value("CBT, Gestalt, ACT")
            await assert_accessible(page)
            await page.set_viewport_size(PHONE)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await page.get_by_test_id("redraft-yes").click()
            await expect(page.get_by_test_id("redraft-yes")).to_be_hidden()
            await expect(page.get_by_test_id("redraft-open")).to_be_enabled(timeout=SOON)
            kept = await drafted.read()
            assert kept["drafted"]["preferences"]["modalities"] == ["CBT", "Gestalt", "ACT"]


async def test_words_marked_beyond_a_dialogs_edge_do_not_close_it(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            await page.get_by_test_id("redraft-open").click()
            guidance = page.get_by_test_id("redraft-guidance")
            await guidance.fill("Leave out the weekend.")
            box = await guidance.bounding_box()
            assert box is not None
            await page.mouse.move(box["x"] + 60, box["y"] + 20)
            await page.mouse.down()
            await page.mouse.move(4, box["y"] + 20)
            await page.mouse.up()
            await expect(guidance).to_be_visible()
            await expect(guidance).to_have_value("Leave out the weekend.")
            await page.mouse.click(4, 300)
            await expect(guidance).to_be_hidden()
