"""What the AI sees, in a real browser: a miss masked, a hit freed, both undone; the ledger; the processors.

The calls are held by scripted people, so that what is spent here is spent on the pages.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.test_browser_access import assert_accessible
from tests.integration.signaling_play import playing
from tests.integration.test_signaling_masked import MISSED, SAID, Masked, declared, endpoint
from tests.support.pages import LATER, SOON
from tests.support.participants import at_browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PHONE: ViewportSize = {"width": 390, "height": 844}
_HASH = re.compile(r"[0-9a-f]{64}")

_SELECT = """(line, words) => {
  const node = [...line.childNodes].find((one) => one.textContent.includes(words));
  const at = node.textContent.indexOf(words);
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + words.length);
  const selection = line.getRootNode().getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}"""


@dataclass
class Looking:
    """A clinician's browser, signed in beside a call that others hold."""

    page: Page
    masked: Masked

    @property
    def origin(self) -> str:
        """Where the server is."""
        return self.masked.play.served.local_url

    @property
    def session(self) -> str:
        """The session's id."""
        return self.masked.here.rpartition("/")[2]

    def item(self, name: str) -> Locator:
        """The elements with this test id."""
        return self.page.get_by_test_id(name)

    def line(self, number: int) -> Locator:
        """One masked line."""
        return self.page.locator(f'[data-testid="masked-line"][data-segment="{self.masked.ids[number]}"]')

    async def opens(self, path: str) -> None:
        """Goes to a page of the clinician's."""
        await self.page.goto(f"{self.origin}/#/{path}")

    async def opens_masked(self) -> None:
        """Looks at what the AI sees, while the call goes on."""
        await self.opens(f"sessions/{self.session}/ai")
        await expect(self.item("masked-line")).to_have_count(len(SAID), timeout=LATER)
        await expect(self.item("masked-unsent")).to_have_attribute("data-waiting", "0", timeout=SOON)


@pytest.fixture
def with_model() -> bool:
    """Whether a language model on this machine is asked for the note (and refuses)."""
    return True


@pytest_asyncio.fixture(loop_scope="session")
async def looking(folder: Path, with_model: bool, chromium: Browser) -> AsyncIterator[Looking]:
    async with AsyncExitStack() as stack:
        given: dict[str, Any] = {}
        if with_model:
            model = await stack.enter_async_context(endpoint())
            file = declared(folder, model.url)
            given = {"processors_file": file, "processor": "own", "drafter": "model"}
        play = await stack.enter_async_context(playing(folder / "home", **given))
        someone = await stack.enter_async_context(at_browser(chromium, "clinician"))
        await someone.page.goto(play.served.owner_link())
        await expect(someone.page.get_by_test_id("home")).to_be_visible(timeout=LATER)
        yield Looking(someone.page, await Masked.prepare(play))


async def test_a_miss_is_masked_by_the_keyboard_alone_and_undone(looking: Looking) -> None:
    await looking.opens_masked()
    line = looking.line(1)
    await expect(line).to_contain_text(MISSED)
    await line.get_by_test_id("mask-words").focus()
    await looking.page.keyboard.press("Enter")
    word = line.get_by_test_id("word").filter(has_text=MISSED)
    await expect(line.get_by_test_id("word").first).to_be_focused(timeout=SOON)
    await expect(line.get_by_test_id("mask-this")).to_be_disabled()
    await word.focus()
    await looking.page.keyboard.press("Space")
    await expect(word).to_have_attribute("aria-pressed", "true")
    await line.get_by_test_id("mask-this").focus()
    await looking.page.keyboard.press("Enter")
    await expect(looking.item("masked-said")).to_contain_text(MISSED, timeout=SOON)
    for number in (1, 2):  # where it was chosen, and where it is said again
        await expect(looking.line(number).locator(".text")).not_to_contain_text(MISSED, timeout=SOON)
    await expect(line.get_by_test_id("mask-words")).to_be_focused(timeout=SOON)
    await looking.item("masking-choices").locator("summary").click()
    await expect(looking.item("masking-choice")).to_have_attribute("data-hidden", "true")
    await looking.item("undo-choice").click()
    await expect(line).to_contain_text(MISSED, timeout=SOON)
    await expect(looking.item("masking-choice")).to_have_count(0)


async def test_words_that_are_selected_are_offered_to_be_masked(looking: Looking) -> None:
    await looking.opens_masked()
    line = looking.line(1)
    await line.locator(".text").evaluate(_SELECT, f"{MISSED} woman")
    await expect(line.get_by_test_id("mask-this")).to_contain_text(f"{MISSED} woman", timeout=SOON)
    await expect(line.get_by_test_id("mask-kind")).to_have_value("")
    await line.get_by_test_id("mask-kind").select_option("ORGANIZATION")
    await line.get_by_test_id("mask-this").click()
    await expect(line.locator(".text")).to_contain_text("[ORGANIZATION_1]", timeout=SOON)
    await expect(line.locator(".text")).not_to_contain_text(MISSED, timeout=SOON)


async def test_a_placeholder_tells_what_it_stands_for_and_can_be_freed(looking: Looking) -> None:
    await looking.opens_masked()
    chip = looking.line(0).get_by_test_id("placeholder").first
    await expect(looking.line(0)).not_to_contain_text("Lindqvist")
    await chip.hover()
    await expect(looking.item("masked-meaning")).to_contain_text("Anna Lindqvist", timeout=SOON)
    await looking.page.mouse.move(0, 0)
    await expect(looking.item("masked-meaning")).not_to_contain_text("Lindqvist")
    await chip.focus()
    await expect(looking.item("masked-meaning")).to_contain_text("Anna Lindqvist")
    await looking.page.keyboard.press("Enter")
    await expect(looking.item("meaning-panel")).to_contain_text("Anna Lindqvist")
    await looking.page.keyboard.press("Escape")
    await expect(looking.item("meaning-panel")).to_have_count(0)
    await chip.click()
    await expect(looking.item("free-hint")).to_contain_text("stay masked")
    await expect(looking.item("free-this")).to_have_count(0)


async def test_a_false_hit_is_freed_and_that_is_undone(looking: Looking) -> None:
    await looking.masked.hide("harbour")
    await looking.opens_masked()
    line = looking.line(1)
    await line.get_by_test_id("placeholder").first.click()
    await expect(looking.item("meaning-panel")).to_contain_text("harbour")
    await looking.item("free-this").click()
    await expect(line.locator(".text")).to_contain_text("harbour", timeout=SOON)
    await looking.item("masking-choices").locator("summary").click()
    while await looking.item("undo-choice").count():
        before = await looking.item("undo-choice").count()
        await looking.item("undo-choice").first.click()
        await expect(looking.item("undo-choice")).to_have_count(before - 1, timeout=SOON)
    await expect(line.locator(".text")).to_contain_text("harbour")


async def test_lines_that_are_said_while_it_is_open_appear_masked(looking: Looking) -> None:
    await looking.opens_masked()
    worker, _ = looking.masked.play.workers[0]
    track = next(track for track in worker.opened if looking.masked.ids[0].startswith(track))
    await worker.hear(track, "Please call me Anna Lindqvist again.", 40.0)
    await expect(looking.item("masked-line")).to_have_count(len(SAID) + 1, timeout=SOON)
    await expect(looking.item("masked-line").last).not_to_contain_text("Lindqvist", timeout=SOON)


async def test_what_was_sent_is_shown_until_the_destruction_and_the_facts_after_it(looking: Looking) -> None:
    await looking.masked.ends()
    await looking.opens(f"sessions/{looking.session}")
    await expect(looking.item("ai-use")).to_have_attribute("data-verdict", "local", timeout=LATER)
    await looking.item("words-masked").click()
    await expect(looking.item("masked-line")).to_have_count(len(SAID), timeout=SOON)
    await assert_accessible(looking.page)
    await looking.item("ai-look").click()
    await looking.item("ai-ledger").click()
    entry = looking.item("ledger-entry").first
    await expect(entry).to_have_attribute("data-outcome", "unavailable", timeout=SOON)
    await expect(entry).to_contain_text("own")
    await expect(entry).to_contain_text("127.0.0.1")
    await entry.get_by_test_id("ledger-body").locator("summary").click()
    await expect(entry.get_by_test_id("ledger-body")).to_contain_text("[CLIENT]")
    await expect(entry.get_by_test_id("ledger-body")).not_to_contain_text("Lindqvist")
    await assert_accessible(looking.page)
    await looking.masked.play.json("DELETE", f"{looking.masked.here}/transcript")
    await looking.page.reload()
    await expect(looking.item("ledger-body-gone").first).to_be_visible(timeout=LATER)
    await expect(looking.item("ledger-hash").first).to_have_text(_HASH)
    await looking.item("ai-masked").click()
    await expect(looking.item("masked-destroyed")).to_be_visible(timeout=SOON)


async def test_the_processors_say_what_they_may_be_used_for(looking: Looking) -> None:
    await looking.opens("")
    await looking.item("processors").click()
    own = looking.page.locator('[data-testid="processor"][data-processor="own"]')
    late = looking.page.locator('[data-testid="processor"][data-processor="late"]')
    await expect(own.get_by_test_id("permitted")).to_contain_text("Drafting a note", timeout=SOON)
    await expect(own).to_contain_text("Drafts now")
    await expect(late.get_by_test_id("agreement")).to_contain_text("BAA-9")
    await expect(late.get_by_test_id("agreement")).to_contain_text("It is over.")
    await expect(late.get_by_test_id("permitted")).to_contain_text("Nothing")
    await expect(late.get_by_test_id("refused")).to_contain_text("not in force")
    await expect(late).to_contain_text("A_KEY_NOBODY_SET is not set")
    await expect(looking.item("processor-example")).to_contain_text("[[processor]]")
    await expect(looking.page.locator("input, textarea, select")).to_have_count(0)
    await assert_accessible(looking.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_view_is_accessible_on_a_phone_too(looking: Looking, scheme: str) -> None:
    await looking.page.set_viewport_size(PHONE)
    await looking.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await looking.opens_masked()
    await assert_accessible(looking.page)
    await looking.line(0).get_by_test_id("placeholder").first.click()
    await assert_accessible(looking.page)
    await looking.page.keyboard.press("Escape")
    await looking.line(1).get_by_test_id("mask-words").click()
    await assert_accessible(looking.page)
    wide = await looking.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]


async def test_in_the_call_it_is_a_tab_beside_the_transcript(looking: Looking) -> None:
    await looking.opens(f"sessions/{looking.session}")
    await looking.item("enter-room").click(timeout=LATER)
    await expect(looking.item("call")).to_be_visible(timeout=LATER)
    await looking.item("tab-masked").click()
    await expect(looking.item("masked-line")).to_have_count(len(SAID), timeout=LATER)
    await expect(looking.line(0)).not_to_contain_text("Lindqvist", timeout=SOON)
    await assert_accessible(looking.page)
    await looking.item("tab-transcript").click()
    await expect(looking.item("segment").first).to_contain_text("Lindqvist", timeout=SOON)


@pytest.mark.parametrize("with_model", [False])
async def test_where_nothing_was_sent_it_is_said(looking: Looking) -> None:
    await looking.masked.ends()
    await looking.opens(f"sessions/{looking.session}")
    await expect(looking.item("ai-use")).to_have_attribute("data-verdict", "nothing", timeout=LATER)
    await expect(looking.item("ai-use")).to_contain_text("Nothing left this machine.")
    await looking.item("ai-look").click()
    await looking.item("ai-ledger").click()
    await expect(looking.item("ledger-nothing")).to_be_visible(timeout=SOON)
    await looking.opens("processors")
    await expect(looking.item("processors-none")).to_be_visible(timeout=SOON)
