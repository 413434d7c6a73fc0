"""The note's page: why a flag was raised, who spoke, preferences for this note alone, fixed text."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import Play, playing
from tests.integration.test_signaling_speakers import spoken
from tests.support.pages import SOON
from tests.support.participants import apart
from wire import browser as b

PHONE: ViewportSize = {"width": 375, "height": 740}
MUCH = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "My boss shouts at me in meetings and I dread every Monday.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
    "My sister says I should look for another job and I think she is right.",
    "I have stopped seeing my friends because I am too tired in the evening.",
    "On Saturday I went for a long walk by the lake and I felt calm afterwards.",
    "I drink two glasses of wine on most nights to calm down.",
    "My appetite is poor and I have lost five pounds this month.",
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@asynccontextmanager
async def reading(play: Play, chromium: Browser, session: str) -> AsyncIterator[Page]:
    """A clinician at the note of a session."""
    async with apart(chromium, locale="en-US") as context:
        page = await context.new_page()
        await page.goto(play.served.owner_link())
        await expect(page.get_by_test_id("home")).to_have_attribute("aria-busy", "false", timeout=SOON)
        await page.goto(f"{await page.evaluate('location.origin')}/#/sessions/{session}")
        await expect(page.get_by_test_id("note")).to_be_visible(timeout=SOON)
        yield page


async def saved(page: Page) -> None:
    await expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved", timeout=SOON)


def length(kept: dict[str, Any]) -> int:
    """Words of a note: like statements may stand in one sentence."""
    return sum(len(one["text"].split()) for one in sentences(kept))


async def test_a_flag_explains_itself_below_its_sentence_and_where_it_is_signed_over(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            first = page.get_by_test_id("sentence-text").first
            await first.click()
            await page.keyboard.press("Control+End")
            await page.keyboard.type(" Seen 7 times.")
            why = page.get_by_test_id("flag-reason").filter(has_text='The note says "7"')
            await expect(why).to_be_visible(timeout=SOON)
            await expect(first).to_have_accessible_description(re.compile('The note says "7"'))
            await assert_accessible(page)
            await saved(page)
            await page.get_by_test_id("sign").click()
            await expect(page.get_by_test_id("attest-reason").first).to_contain_text('The note says "7"')
            await assert_accessible(page)
            await page.set_viewport_size(PHONE)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await page.get_by_test_id("sign-name").fill("Ana Ruiz")
            await page.get_by_test_id("sign-credential").fill("LCSW")
            for box in [
                *await page.get_by_test_id("attest-flag").all(),
                page.get_by_test_id("attest-reviewed"),
            ]:
                await box.check()
            await page.get_by_test_id("sign-submit").click()
            await expect(page.get_by_test_id("note")).to_have_attribute("data-status", "signed", timeout=SOON)
            await expect(page.get_by_test_id("flag").first).to_be_visible()
            await expect(page.get_by_test_id("flag-reason")).to_have_count(0)


async def test_who_spoke_is_seen_as_a_guess_and_corrected_beside_the_note(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        session, doctor, ids = await spoken(play)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        async with reading(play, chromium, session["id"]) as page:
            panel = page.locator("attune-note-evidence")

            def said_by(segment: str) -> Locator:
                line = panel.locator(f'[data-testid="segment"][data-segment="{segment}"]')
                return line.get_by_test_id("said-by").locator("option:checked")

            await expect(said_by(ids[0])).to_have_text("Clinician")
            await assert_accessible(page)
            await page.get_by_test_id("voices-swap").click()
            told = page.get_by_test_id("retold")
            await expect(told).to_have_attribute("data-note", "redrafted", timeout=SOON)
            await expect(said_by(ids[0])).not_to_have_text("Clinician")
            await page.get_by_test_id("voices-swap").click()
            await expect(said_by(ids[0])).to_have_text("Clinician", timeout=SOON)
            await expect(page.get_by_test_id("voices-swap")).to_be_enabled(timeout=SOON)

            await page.get_by_test_id("sentence-text").first.click()
            await page.keyboard.press("Control+End")
            await page.keyboard.type(" Edited.")
            line = panel.locator(f'[data-testid="segment"][data-segment="{ids[1]}"]')
            await line.get_by_test_id("said-by").select_option(label="Clinician")
            await expect(told).to_have_attribute("data-note", "outdated", timeout=SOON)
            await expect(page.get_by_test_id("sentence-text").first).to_contain_text("Edited.")
            await expect(said_by(ids[1])).to_have_text("Clinician")
            await assert_accessible(page)
            kept: dict[str, Any] = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
            assert {one["id"]: one["role"] for one in kept["segments"]}[ids[1]] == "clinician"
            await page.set_viewport_size(PHONE)
            await expect(page.get_by_test_id("voices")).to_be_visible()


async def test_a_line_whose_speaker_is_not_certain_says_so(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        session, doctor, _ = await spoken(play, certainty=0.5)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        async with reading(play, chromium, session["id"]) as page:
            guesses = page.locator("attune-note-evidence").get_by_test_id("guess")
            await expect(guesses).to_have_count(4)
            await expect(page.get_by_role("combobox", name="Said by (not certain)").first).to_be_visible()
            await page.set_viewport_size(PHONE)
            first = page.get_by_test_id("sentence").first
            await page.get_by_test_id("sentence-text").first.click()
            await expect(first).to_contain_text("(not certain):")
            await assert_accessible(page)
            await first.get_by_test_id("quote-said-by").first.select_option(label="Clinician")
            await expect(page.get_by_test_id("retold")).to_be_visible(timeout=SOON)
            kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
            assert [one["role"] for one in kept["segments"]].count("clinician") == 3


async def test_preferences_for_this_note_alone_shape_its_draft_and_are_shown_again(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play, MUCH)
        before = await drafted.read()
        async with reading(play, chromium, drafted.session) as page:
            await page.get_by_test_id("redraft-open").click()
            await page.get_by_test_id("redraft-detail").select_option("concise")
            await page.get_by_test_id("for-this-note").locator("summary").click()
            await expect(page.get_by_test_id("own-client_term")).to_have_attribute("placeholder", "client")
            await page.get_by_test_id("own-client_term").fill("member")
            await page.get_by_test_id("own-pronouns").select_option("she")
            await page.get_by_test_id("own-modalities").fill("CBT, ACT")
            await assert_accessible(page)
            await page.get_by_test_id("redraft-yes").click()
            await expect(page.get_by_test_id("sentence-text").first).to_contain_text("Member", timeout=SOON)
            shorter = await drafted.read()
            assert length(shorter) < length(before)
            await page.reload()
            await expect(page.get_by_test_id("note")).to_be_visible(timeout=SOON)
            await page.get_by_test_id("redraft-open").click()
            await expect(page.get_by_test_id("redraft-detail")).to_have_value("concise")
            await expect(page.get_by_test_id("own-client_term")).to_have_value("member")
            await expect(page.get_by_test_id("own-pronouns")).to_have_value("she")
            await expect(page.get_by_test_id("own-modalities")).to_have_value("CBT, ACT")
            await expect(page.get_by_test_id("for-this-note")).to_have_attribute("open", "")
            await page.set_viewport_size(PHONE)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await page.get_by_test_id("redraft-detail").select_option("")
            await page.get_by_test_id("own-client_term").fill("")
            await page.get_by_test_id("redraft-yes").click()
            await expect(page.get_by_test_id("sentence-text").first).to_contain_text("Client", timeout=SOON)
            assert length(await drafted.read()) > length(shorter)


async def test_a_wish_that_is_not_followed_is_told_above_the_note(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        async with reading(play, chromium, drafted.session) as page:
            notice = page.get_by_test_id("drafter-notice")
            await expect(notice).to_have_count(0)
            await page.get_by_test_id("redraft-open").click()
            await page.get_by_test_id("redraft-guidance").fill("Write it as a poem.")
            await page.get_by_test_id("redraft-yes").click()
            await expect(notice).to_contain_text("Your instructions were not followed", timeout=SOON)
            await assert_accessible(page)
            await page.get_by_test_id("redraft-open").click()
            await page.get_by_test_id("redraft-guidance").fill("Leave out the breathing exercise.")
            await page.get_by_test_id("redraft-yes").click()
            await expect(notice).to_have_count(0, timeout=SOON)


async def test_an_addition_begins_with_the_clinician_s_own_name(folder: Path, chromium: Browser) -> None:
    async with playing(folder / "home") as play:
        known = await play.json("GET", "/v1/preferences")
        await play.json("PUT", "/v1/preferences", {**known, "name": "Ana Ruiz", "credential": "LCSW"})
        drafted = await Drafted.prepare(play)
        kept = await drafted.read()
        flags = [
            f"{flag}:{s}.{n}"
            for s, section in enumerate(kept["note"]["sections"], 1)
            for n, one in enumerate(section["sentences"], 1)
            for flag in one["flags"]
        ]
        body = {"version": kept["version"], "name": "Ana Ruiz", "credential": "LCSW", "attestations": flags}
        await play.json("POST", f"/v1/notes/{kept['id']}/sign", body)
        async with reading(play, chromium, drafted.session) as page:
            for _ in range(2):
                await page.get_by_test_id("add-to-note").click()
                await expect(page.get_by_test_id("addition-name")).to_have_value("Ana Ruiz")
                await expect(page.get_by_test_id("addition-credential")).to_have_value("LCSW")
                await expect(page.get_by_test_id("addition-text")).to_have_value("")
                await page.get_by_test_id("addition-text").fill("Begun, and left.")
                await page.keyboard.press("Escape")
            await page.get_by_test_id("add-to-note").click()
            await page.get_by_test_id("addition-text").fill("The sister's visit was on Sunday.")
            await page.get_by_test_id("addition-submit").click()
            await expect(page.get_by_test_id("addition")).to_contain_text("Ana Ruiz, LCSW", timeout=SOON)


async def test_another_draft_is_not_offered_of_a_text_that_stands_in_every_note(
    folder: Path, chromium: Browser
) -> None:
    async with playing(folder / "home") as play:
        drafted = await Drafted.prepare(play)
        body = {
            "name": "Ours",
            "sections": [
                {"title": "Consent", "contents": [], "text": "Consent is on file."},
                {"title": "Report", "contents": ["reported"]},
                {"title": "Plan", "contents": ["plan"], "text": "Next time:"},
            ],
        }
        template = await play.json("POST", "/v1/templates", body, 201)
        await play.json("POST", f"{drafted.note}/redraft", {"template": template["id"]})
        async with reading(play, chromium, drafted.session) as page:
            sections = page.locator("attune-note-section")
            await expect(sections).to_have_count(3)
            offered = [await sections.nth(at).get_by_test_id("section-redraft").count() for at in range(3)]
            assert offered == [0, 1, 1]
            await expect(sections.first.get_by_test_id("add-sentence")).to_be_visible()
