"""A couple and their clinician: each sees and hears the others, and each one's words are their own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.support.attune_server import AttuneServer
from tests.support.meeting import CLIENT, Meeting, Seats
from tests.support.pages import LATER, SOON, CallPage, ClientPage
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(300)]

PARTNER = "Casey Hale"

# What came over each living connection with a person (those with pictures), one by one.
_FROM_EACH = """
async () => {
  const people = window.__connections.filter(
    (one) => one.connectionState === "connected" && one.getTransceivers().length > 1);
  return Promise.all(people.map(async (one) => {
    const came = { frames: 0, energy: 0 };
    for (const entry of (await one.getStats()).values()) {
      if (entry.type !== "inbound-rtp") continue;
      if (entry.kind === "video") came.frames += entry.framesDecoded ?? 0;
      else came.energy += entry.totalAudioEnergy ?? 0;
    }
    return came;
  }));
}
"""


async def met(page: CallPage, others: int, energy: float = 0.0) -> None:
    """Waits until pictures, and sound of at least this energy, came from each of so many people."""

    async def all_came() -> bool:
        came: list[dict[str, Any]] = await page.page.evaluate(_FROM_EACH)
        return len(came) == others and all(one["frames"] > 5 and one["energy"] >= energy for one in came)

    await eventually(all_came, f"{page.person.name} meets {others} others", within=LATER / 1000)


async def partner_knocks(meeting: Meeting, link: str, decision: str) -> ClientPage:
    """The second client comes to the door; they say what the clinician's track says."""
    partner = ClientPage(await meeting.seats("partner", speaks="clinician"))
    await partner.open(link)
    await partner.passes_device_check()
    await partner.decides(decision)
    return partner


@pytest_asyncio.fixture(loop_scope="session")
async def meeting(server: AttuneServer, seats: Seats) -> Meeting:
    """A session of a couple instead of the usual one."""
    return await Meeting.prepare(server, seats, partner=PARTNER)


async def test_three_people_meet_and_the_late_one_decides_for_all(meeting: Meeting) -> None:
    clinician = meeting.clinician
    link = await clinician.join_link(PARTNER)
    client = await meeting.begins(speaks="client")
    await clinician.starts_transcription()
    await clinician.indicator("active")
    partner = await partner_knocks(meeting, link, "decline")
    await clinician.admits(PARTNER)
    await partner.is_in_call()
    await clinician.indicator("paused", within=SOON)
    await client.indicator("paused", within=SOON)
    await partner.item("review-consent").click()
    await partner.item("consent-agree").click()
    await clinician.indicator("active")
    await asyncio.gather(met(clinician, 2, 1e-3), met(client, 2), met(partner, 2))
    for name in (CLIENT, PARTNER):
        line = clinician.page.locator(f'[data-testid="segment"][data-speaker="{name}"]')
        await expect(line.first).to_be_visible(timeout=LATER)
    await partner.item("hang-up").click()
    await partner.item("confirm-yes").filter(visible=True).click()
    await asyncio.gather(met(clinician, 1), met(client, 1))
    await clinician.indicator("active")
    await partner.page.get_by_role("button").first.click()
    await partner.passes_device_check()
    await clinician.admits(PARTNER)
    await asyncio.gather(met(clinician, 2), met(client, 2), met(partner, 2))
    await clinician.indicator("active")
