"""The line to the server is lost in mid-call: the call goes on, and everything finds itself again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.support.attune_server import AttuneServer
from tests.support.cuttable import CuttableLine, cuttable
from tests.support.meeting import CLIENT, Meeting
from tests.support.pages import LATER, SOON
from tests.support.participants import Person

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(300)]


# Connections between people (they carry pictures; the companion's carries none), dead ones, too.
_CALLS = """
() => window.__connections.filter((one) => one.getTransceivers().length > 1).map((one) => one.connectionState)
"""


@pytest_asyncio.fixture(loop_scope="session")
async def line(server: AttuneServer) -> AsyncIterator[CuttableLine]:
    """The client's line to the server."""
    port = urlsplit(server.origin).port
    assert port is not None
    async with cuttable(port) as whole:
        yield whole


async def calls(someone: Person) -> list[str]:
    """The state of every peer connection this page ever made for the call."""
    states: list[str] = await someone.page.evaluate(_CALLS)
    return states


async def test_the_call_outlives_the_line_to_the_server(meeting: Meeting, line: CuttableLine) -> None:
    clinician = meeting.clinician
    meeting.link = meeting.link.replace(meeting.server.origin, f"http://127.0.0.1:{line.port}")
    client = await meeting.begins(speaks="client")
    await clinician.starts_transcription()
    await client.indicator("active")
    await client.person.sees_more()
    line.cut()
    await expect(client.item("reconnecting")).to_be_visible(timeout=SOON)
    tile = clinician.page.locator("attune-video[data-participant]")
    await clinician.person.sees_more()
    await client.person.sees_more()
    await expect(tile.locator(".cover")).to_have_count(0)
    said = clinician.item("segment").filter(has_text=CLIENT)
    before = await said.count()
    line.mend()
    await expect(client.item("call")).to_have_attribute("data-connection", "open", timeout=SOON)
    await client.indicator("active")
    await expect(said.nth(before)).to_be_visible(timeout=LATER)
    await expect(tile).to_have_count(1)
    for someone in (clinician.person, client.person):
        assert await calls(someone) == ["connected"], "the same connection as before"
        await someone.sees_more()
    people = (await meeting.state())["participants"]
    assert [one["role"] for one in people] == ["clinician", "client"], "nobody came twice"
