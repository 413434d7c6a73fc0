"""After the call, in real browsers: a late withdrawal, a transcript destroyed on request, an open editor.

The calls themselves are held by scripted people, so that what is spent here is spent on the pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, Route, expect

from retention.receipt_checks import ReceiptProblem, check_receipts, receipts_in
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.support.attune_server import AttuneServer, private_home
from tests.support.pages import LATER, SOON
from tests.support.participants import apart

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OWN = "Discussed with the supervisor on the phone."


@dataclass
class Aftermath:
    """A drafted session, the clinician's editor on it, and a browser for the client."""

    drafted: Drafted
    editor: Page
    client: BrowserContext
    origin: str

    async def writes(self, text: str) -> None:
        """The clinician adds a sentence of their own and sees it saved."""
        # A page that still grows moves what is clicked, and not what has the focus.
        await self.editor.get_by_test_id("add-sentence").last.press("Enter")
        await self.editor.get_by_test_id("new-sentence").fill(text)
        await self.editor.get_by_test_id("new-sentence-add").click()
        await self.saved()

    async def saved(self) -> None:
        """Waits until everything typed is saved."""
        await expect(self.editor.get_by_test_id("save-state")).to_have_attribute(
            "data-state", "saved", timeout=SOON
        )

    async def another_tab(self) -> Page:
        """The clinician's second tab at the same note."""
        page = await self.editor.context.new_page()
        await page.goto(self.editor.url)
        await expect(page.get_by_test_id("note")).to_be_visible(timeout=LATER)
        return page

    async def opens_the_link_again(self) -> Page:
        """The client comes back to their link after the end."""
        page = await self.client.new_page()
        await page.goto(f"{self.origin}/join#t={self.drafted.token}")
        await expect(page.get_by_test_id("over-ended")).to_be_visible(timeout=LATER)
        return page


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def hosted() -> AsyncIterator[tuple[AttuneServer, Play]]:
    """The server of these tests, and its clinician."""
    with private_home() as home:
        async with outside(Path(home)) as found:
            yield found


@pytest_asyncio.fixture(loop_scope="session")
async def aftermath(hosted: tuple[AttuneServer, Play], chromium: Browser) -> AsyncIterator[Aftermath]:
    server, play = hosted
    async with AsyncExitStack() as stack:
        stack.push_async_callback(play.dismiss)
        client, clinician = [await stack.enter_async_context(apart(chromium)) for _ in range(2)]
        drafted = await Drafted.prepare(play)
        await clinician.add_cookies(
            [{"name": one.key, "value": one.value, "url": server.origin} for one in play.http.cookie_jar]
        )
        editor = await clinician.new_page()
        await editor.goto(f"{server.origin}/#/sessions/{drafted.session}")
        await expect(editor.get_by_test_id("note")).to_be_visible(timeout=LATER)
        yield Aftermath(drafted, editor, client, server.origin)


async def test_a_late_withdrawal_reaches_the_open_editor_and_takes_only_what_was_drafted(
    aftermath: Aftermath,
) -> None:
    editor = aftermath.editor
    await aftermath.writes(OWN)
    await editor.get_by_test_id("add-sentence").first.press("Enter")
    await editor.get_by_test_id("new-sentence").fill("Half a sentence, not yet add")
    page = await aftermath.opens_the_link_again()
    await page.reload()
    await expect(page.get_by_test_id("over-ended")).to_be_visible(timeout=LATER)
    await aftermath.client.set_offline(True)
    await page.get_by_test_id("withdraw-late").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    outcome = page.get_by_test_id("withdrawal")
    await expect(outcome).to_have_attribute("data-state", "unsent", timeout=SOON)
    await aftermath.client.set_offline(False)
    await expect(outcome).to_have_attribute("data-state", "done", timeout=SOON)
    receipt = await page.get_by_test_id("withdrawal-receipt").inner_text()

    told = editor.get_by_test_id("transcript-told")
    await expect(told).to_have_attribute("data-why", "withdrawn", timeout=SOON)
    await expect(editor.get_by_test_id("sentence")).to_have_count(1, timeout=SOON)
    await expect(editor.get_by_test_id("sentence")).to_contain_text(OWN)
    await expect(editor.get_by_test_id("new-sentence")).to_have_value("Half a sentence, not yet add")
    await expect(editor.get_by_test_id("receipt-id")).to_have_text(receipt)
    await editor.get_by_test_id("new-sentence").fill("Written after the withdrawal.")
    await editor.get_by_test_id("new-sentence-add").click()
    await aftermath.saved()
    texts = [one["text"] for one in sentences(await aftermath.drafted.read())]
    assert sorted(texts) == [OWN, "Written after the withdrawal."]


async def test_a_page_closed_before_it_could_send_a_withdrawal_sends_it_when_it_is_opened_again(
    aftermath: Aftermath,
) -> None:
    page = await aftermath.opens_the_link_again()
    await aftermath.client.set_offline(True)
    await page.get_by_test_id("withdraw-late").click()
    await page.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(page.get_by_test_id("withdrawal")).to_have_attribute("data-state", "unsent", timeout=SOON)
    await page.close(run_before_unload=False)
    await aftermath.client.set_offline(False)
    again = await aftermath.client.new_page()
    await again.goto(f"{aftermath.origin}/join")
    await expect(again.get_by_test_id("withdrawal")).to_have_attribute("data-state", "done", timeout=SOON)
    await expect(aftermath.editor.get_by_test_id("sentence")).to_have_count(0, timeout=SOON)


async def test_a_clinician_destroys_the_transcript_and_sees_the_receipt(aftermath: Aftermath) -> None:
    editor = aftermath.editor
    drafted = await editor.get_by_test_id("sentence").count()
    edited = editor.get_by_test_id("sentence-text").first
    await edited.click()
    await editor.keyboard.press("Control+End")
    await editor.keyboard.type(" 17 times.")
    flag = editor.locator('[data-testid="flag"][data-flag="number-not-in-evidence"]')
    await expect(flag.first).to_be_visible(timeout=SOON)
    await editor.get_by_test_id("destroy-transcript").click()
    await editor.get_by_test_id("confirm-yes").filter(visible=True).click()
    await expect(editor.get_by_test_id("transcript-told")).to_have_attribute(
        "data-why", "requested", timeout=SOON
    )
    await expect(editor.get_by_test_id("receipt-verified")).to_have_attribute(
        "data-verified", "true", timeout=SOON
    )
    assert await editor.get_by_test_id("sentence").count() == drafted
    await expect(editor.get_by_test_id("segment")).to_have_count(0)
    receipt = await editor.get_by_test_id("receipt-id").inner_text()
    page = await aftermath.opens_the_link_again()
    await expect(page.get_by_test_id("fate")).to_have_attribute("data-state", "destroyed", timeout=SOON)
    await expect(page.get_by_test_id("fate-receipt")).to_have_text(receipt)
    for button in (page.get_by_test_id("fate-save"), editor.get_by_test_id("receipt-save")):
        assert await saved_receipts(button) == [receipt]


async def saved_receipts(button: Locator) -> list[str]:
    """The receipts in the file that a button gives, each checked without the server."""
    async with button.page.expect_download(timeout=SOON) as downloading:
        await button.click()
    given = receipts_in((await (await downloading.value).path()).read_bytes())
    assert set(check_receipts(given, given[0].public_key)) == {ReceiptProblem.NONE}
    return [one.id for one in given]


async def test_a_client_is_told_how_long_their_words_are_kept(aftermath: Aftermath) -> None:
    page = await aftermath.opens_the_link_again()
    fate = page.get_by_test_id("fate")
    await expect(fate).to_have_attribute("data-state", "living", timeout=SOON)
    await expect(fate).to_contain_text("at the latest on")
    await expect(page.get_by_test_id("fate-save")).to_have_count(0)


async def ready_to_sign(page: Page) -> None:
    """Opens the signing dialog and fills it in; nothing is sent yet."""
    await page.get_by_test_id("sign").click()
    await page.get_by_test_id("sign-name").fill("Dr Grey")
    await page.get_by_test_id("sign-credential").fill("PsyD")
    for box in await page.get_by_role("checkbox").all():
        await box.check()


async def test_a_signing_dialog_is_over_and_says_why_when_another_tab_signs(aftermath: Aftermath) -> None:
    one = aftermath.editor
    other = await aftermath.another_tab()
    for page in (one, other):
        await ready_to_sign(page)
    await other.get_by_test_id("sign-submit").click()
    await expect(one.get_by_test_id("signature")).to_be_visible(timeout=LATER)
    await expect(one.get_by_test_id("sign-submit")).to_be_hidden(timeout=SOON)
    await expect(one.get_by_test_id("sign-refused")).to_contain_text("signed in another window", timeout=SOON)
    await expect(other.get_by_test_id("signature")).to_be_visible(timeout=LATER)
    await expect(other.get_by_test_id("sign-refused")).to_have_count(0)


async def test_of_two_tabs_that_sign_one_does_and_the_other_is_told_why(aftermath: Aftermath) -> None:
    one = aftermath.editor
    other = await aftermath.another_tab()
    both = asyncio.Barrier(2)

    async def together(route: Route) -> None:
        """Lets a signature go when both are on their way: neither page has heard of the other's."""
        await both.wait()
        await route.continue_()

    for page in (one, other):
        await page.route("**/v1/notes/*/sign", together)
        await ready_to_sign(page)
    for page in (one, other):
        await page.get_by_test_id("sign-submit").click()
    for page in (one, other):
        await expect(page.get_by_test_id("signature")).to_be_visible(timeout=LATER)
        await expect(page.get_by_test_id("sign-submit")).to_be_hidden(timeout=SOON)
    # Signed is also what is heard before one's own signature is answered: asked once both dialogs are over.
    refused = [page.get_by_test_id("sign-refused") for page in (one, other)]
    (told,) = [text for text in refused if await text.count()]
    await expect(told).to_contain_text("signed in another window", timeout=SOON)
    hashes = [await page.get_by_test_id("note-hash").text_content() for page in (one, other)]
    assert hashes[0] == hashes[1]
    entries = (await aftermath.drafted.play.json("GET", "/v1/audit?limit=1000"))["entries"]
    note = (await aftermath.drafted.read())["id"]
    assert [one["subject"] for one in entries if one["action"] == "note.signed"].count(note) == 1
