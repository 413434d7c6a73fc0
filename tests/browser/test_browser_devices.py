"""Devices in mid-call: another microphone and camera, and one that is unplugged."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from tests.support.meeting import Meeting
from tests.support.pages import SOON, CallPage, ClientPage
from tests.support.participants import Person
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

# What this page sends and to whom: the call's connection carries a picture, the companion's does not.
_SENT = """
async () => {
  const sent = {};
  for (const connection of window.__connections) {
    if (connection.connectionState !== "connected") continue;
    const senders = connection.getSenders();
    const to = connection.getTransceivers().length > 1 ? "call" : "ear";
    const report = [...(await connection.getStats()).values()];
    const bytes = report.filter((entry) => entry.type === "outbound-rtp" && entry.kind === "audio");
    sent[to] = { labels: senders.map(({ track }) => track?.label ?? ""),
                 live: senders.every(({ track }) => track?.readyState === "live"),
                 audio: bytes.reduce((sum, entry) => sum + entry.packetsSent, 0) };
  }
  return sent;
}
"""

# Chromium's fake devices can't be pulled out: their track ends as it does when one is.
_UNPLUG = """
(kind) => {
  const track = window.__opened.filter((one) => one.kind === kind && one.readyState === "live").at(-1);
  track.stop();
  track.dispatchEvent(new Event("ended"));
}
"""

_NO_OTHER = """
() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError")); }
"""

# The browser's answer waits, as it does while somebody looks for the prompt's button.
_ASKS_LONG = """
const media = navigator.mediaDevices;
const own = media.getUserMedia.bind(media);
const allowed = () => new Promise((go) => { window.__allow = go; });
media.getUserMedia = async (asked) => { await allowed(); return own(asked); };
"""


@pytest.fixture
def chromium_flags() -> tuple[str, ...]:
    """Two microphones and two cameras for everybody; all of them speak the same words."""
    return ("--use-fake-device-for-media-stream=device-count=2",)


async def sent(someone: Person) -> dict[str, Any]:
    """What goes out to the call and to the ear."""
    found: dict[str, Any] = await someone.page.evaluate(_SENT)
    return found


async def sends_on(someone: Person, label: str, to: tuple[str, ...] = ("call", "ear")) -> None:
    """Waits until the microphone or camera of this name goes out everywhere it should, alive."""

    async def does() -> bool:
        found = await sent(someone)
        return all(to_one in found and label in found[to_one]["labels"] for to_one in to)

    await eventually(does, f"{label} goes out to {' and '.join(to)}")
    before = await sent(someone)

    async def flows() -> bool:
        now = await sent(someone)
        return all(one in now and now[one]["audio"] > before[one]["audio"] + 20 for one in to)

    await eventually(flows, "sound goes on being sent")


async def other_choice(page: CallPage, which: str) -> str:
    """Chooses the device that is not in use, and gives its name."""
    chooser = page.item(f"choose-{which}")
    option = chooser.locator("option:not([selected])").last
    label = (await option.inner_text()).strip()
    await chooser.select_option(label=label)
    return label


async def transcribed(meeting: Meeting) -> ClientPage:
    """Both are in the call and written down."""
    client = await meeting.begins(speaks="client")
    await meeting.clinician.starts_transcription()
    await client.indicator("active")
    return client


async def test_another_device_goes_to_the_other_and_to_the_companion(meeting: Meeting) -> None:
    client = await transcribed(meeting)
    await client.item("toggle-devices").click()
    await sends_on(client.person, await other_choice(client, "microphone"))
    # Chromium's second fake camera shows its picture on the page, but never hands it to a connection
    # (without us, too): its name is what can be seen here, and the first one's picture afterwards.
    first = await client.item("choose-camera").locator("option[selected]").inner_text()
    await sends_on(client.person, await other_choice(client, "camera"), ("call",))
    await client.item("choose-camera").select_option(label=first.strip())
    await sends_on(client.person, first.strip(), ("call",))
    before = await meeting.clinician.person.received()

    async def is_heard() -> bool:
        now = await meeting.clinician.person.received()
        return now.audio_energy > before.audio_energy and now.frames_decoded > before.frames_decoded

    await eventually(is_heard, "the clinician hears and sees the new ones")
    await client.indicator("active")


async def test_an_unplugged_microphone_is_said_and_another_takes_over(meeting: Meeting) -> None:
    client = await transcribed(meeting)
    await client.page.evaluate(_UNPLUG, "audio")
    await expect(client.item("device-lost")).to_contain_text("is used now", timeout=SOON)
    await sends_on(client.person, "Fake Default Audio Input")
    await client.item("device-lost-ok").click()
    await expect(client.item("device-lost")).to_have_count(0)
    await client.page.evaluate(_NO_OTHER)
    await client.page.evaluate(_UNPLUG, "audio")
    await expect(client.item("device-lost")).to_contain_text("nobody hears you", timeout=SOON)
    await client.item("device-lost-choose").click()
    await expect(client.item("device-trouble")).to_be_visible()


async def test_nothing_moves_under_the_finger_when_devices_are_allowed(meeting: Meeting) -> None:
    client = ClientPage(await meeting.seats("client"))
    await client.page.add_init_script(_ASKS_LONG)
    await client.open(meeting.link)
    await expect(client.item("choose-camera")).to_be_disabled()
    before = await client.item("devices-continue").bounding_box()
    await client.page.evaluate("window.__allow()")
    await client.devices_are_known()
    await expect(client.item("choose-camera")).to_be_enabled()
    assert before is not None
    assert await client.item("devices-continue").bounding_box() == before
