"""The web client's pages as a person uses them: what can be pressed, typed and read on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.support.participants import Person

SOON = 30_000
LATER = 90_000
"""Milliseconds. Machines that run the suite are busy: the limits find what never comes, not what is slow."""


async def names_new_client(page: Page, name: str) -> None:
    """In the dialog of a new session: somebody who was no client before, whoever else is one."""
    await expect(page.get_by_test_id("create-form")).to_have_attribute("aria-busy", "false", timeout=SOON)
    if await page.get_by_test_id("client-new").is_visible():
        await page.get_by_test_id("client-new").click()
    await page.get_by_test_id("client-name").fill(name)


@dataclass(frozen=True)
class Line:
    """One line of the transcript as it stands on a screen."""

    segment: str
    speaker: str
    text: str
    final: bool


@dataclass(frozen=True)
class CallPage:
    """What both sides see during a call."""

    person: Person

    @property
    def page(self) -> Page:
        """The browser's page."""
        return self.person.page

    def item(self, name: str) -> Locator:
        """The elements with this test id."""
        return self.page.get_by_test_id(name)

    async def is_in_call(self) -> None:
        """Waits until the call is on the screen."""
        await expect(self.item("call")).to_be_visible(timeout=LATER)

    async def devices_are_known(self) -> None:
        """Waits until the browser has answered what it was asked for."""
        answered = self.item("preview-camera").or_(self.item("device-trouble")).first
        await expect(answered).to_be_visible(timeout=LATER)

    async def indicator(self, status: str, within: float = LATER) -> None:
        """Waits until the indicator shows this transcription status."""
        await expect(self.item("indicator").first).to_have_attribute("data-status", status, timeout=within)

    async def say_in_chat(self, text: str) -> None:
        """Types a chat message, opening the chat if it is closed."""
        if not await self.item("chat-input").is_visible():
            opener = self.item("tab-chat")
            await (opener if await opener.is_visible() else self.item("toggle-panel")).click()
        await self.item("chat-input").fill(text)
        await self.item("chat-send").click()

    async def reads_in_chat(self, text: str) -> None:
        """Waits for a chat message of somebody else (it may be behind a tab)."""
        if not await self.item("chat-messages").is_visible():
            opener = self.item("tab-chat")
            await (opener if await opener.is_visible() else self.item("toggle-panel")).click()
        await expect(self.item("chat-messages")).to_contain_text(text, timeout=SOON)


@dataclass(frozen=True)
class ClientPage(CallPage):
    """The participant's page behind a join link."""

    async def open(self, link: str) -> None:
        """Follows the link and comes to the device check."""
        await self.page.goto(link)
        await expect(self.item("join")).to_have_attribute("data-step", "devices", timeout=LATER)

    async def passes_device_check(self) -> None:
        """Waits until camera and microphone are open, or said to be missing, and goes on."""
        await self.devices_are_known()
        await self.item("devices-continue").click()

    async def decides(self, decision: str) -> None:
        """Answers the consent question with `agree` or `decline`."""
        await self.item(f"consent-{decision}").click()
        await expect(self.item("waiting")).to_be_visible(timeout=SOON)


@dataclass(frozen=True)
class ClinicianPage(CallPage):
    """The clinician's pages."""

    async def open(self, link: str) -> None:
        """Signs in by the one-time link."""
        await self.page.goto(link)
        await expect(self.item("home")).to_have_attribute("aria-busy", "false", timeout=LATER)

    async def introduces_themselves(self, name: str, credential: str) -> None:
        """Writes name and credential into the preferences."""
        await self.item("preferences").click()
        await self.item("preference-name").fill(name)
        await self.item("preference-credential").fill(credential)
        await self.item("save-preferences").click()
        await expect(self.item("save-preferences")).to_be_hidden(timeout=SOON)

    async def creates_session(self, client: str, partner: str = "") -> str:
        """A session for now, a couple's with `partner`; gives its id."""
        await self.item("new-session").first.click()
        await names_new_client(self.page, client)
        if partner:
            await self.item("kind-couple").click()
            await self.item("other-names").fill(partner)
        await self.item("create-session").click()
        await self.page.wait_for_url("**/#/sessions/*", timeout=SOON)
        return self.page.url.rsplit("/", 1)[1]

    async def join_link(self, client: str) -> str:
        """Copies the join link of this person and gives it."""
        row = self.page.locator("li[data-participant]").filter(has_text=client)
        await row.get_by_test_id("copy-link").click(timeout=SOON)
        return await row.get_by_test_id("join-link").input_value(timeout=SOON)

    async def joins_call(self) -> None:
        """Opens the room and is in it."""
        await self.devices_are_known()
        await self.item("enter-room").click()
        await self.is_in_call()

    async def admits(self, name: str) -> None:
        """Lets the waiting person of this name in."""
        knock = self.item("knock").filter(has_text=name)
        await knock.get_by_test_id("admit").click(timeout=LATER)

    async def starts_transcription(self) -> None:
        """Presses Start."""
        if not await self.item("start-transcription").is_visible():
            await self.item("tab-transcript").click()
        await self.item("start-transcription").click(timeout=SOON)

    async def shows_transcript(self) -> None:
        """Has the transcript beside the video."""
        if not await self.item("transcript-search").is_visible():
            await self.item("tab-transcript").click()

    async def hangs_up(self) -> None:
        """Ends the session for everyone."""
        await self.item("hang-up").click()
        await self.item("confirm-yes").filter(visible=True).click()

    async def awaits_note(self, session: str) -> dict[str, Any]:
        """Waits until the note is drafted, or there is a statement why not; gives the server's view."""
        await expect(self.item("note")).to_be_visible(timeout=LATER)
        for _ in range(LATER // 250):
            status, note = await self.get(f"/v1/sessions/{session}/note")
            if status == 200 and note["status"] in {"draft", "insufficient"}:
                return dict(note)
            await self.page.wait_for_timeout(250)
        raise AssertionError("no note was drafted")

    async def removes_from_note(self, phrase: str) -> None:
        """Takes every sentence with this phrase out of the draft and waits until that is saved."""
        sentences = self.item("sentence").filter(has_text=re.compile(phrase, re.IGNORECASE))
        while await sentences.count():
            await sentences.first.hover()
            await sentences.first.get_by_test_id("remove-sentence").click()
        await expect(self.item("save-state")).to_have_attribute("data-state", "saved", timeout=SOON)

    async def signs(self, name: str, credential: str) -> None:
        """Signs, attesting to everything that is asked."""
        await self.item("sign").click()
        await self.item("sign-name").fill(name)
        await self.item("sign-credential").fill(credential)
        for box in await self.item("attest-flag").all():
            await box.check()
        await self.item("attest-reviewed").check()
        await self.item("sign-submit").click()
        await expect(self.item("signature")).to_be_visible(timeout=SOON)

    async def lines(self) -> list[Line]:
        """The transcript on the screen."""
        rows: list[dict[str, Any]] = await self.item("segment").evaluate_all(
            """(rows) => rows.map((row) => ({
                 segment: row.dataset.segment, speaker: row.dataset.speaker,
                 final: row.dataset.final === "true",
                 text: row.querySelector(".text").textContent.trim() }))"""
        )
        return [Line(**row) for row in rows]

    async def strikes(self, segment: str) -> None:
        """Strikes one line and confirms."""
        row = self.page.locator(f'[data-testid="segment"][data-segment="{segment}"]')
        await row.hover()
        await row.get_by_test_id("strike").click()
        await self.item("confirm-yes").filter(visible=True).click()
        await expect(row).to_have_count(0, timeout=SOON)

    async def get(self, path: str) -> tuple[int, Any]:
        """A REST answer with the clinician's own login: status and JSON."""
        origin = await self.page.evaluate("location.origin")
        answer = await self.person.context.request.get(f"{origin}{path}")
        return answer.status, await answer.json()
