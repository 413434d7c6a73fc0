"""A shared screen: the other sees it instead of the camera, and the camera again afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.support.meeting import Meeting
from tests.support.pages import SOON, CallPage
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

# Mean red and green of the other's picture as it is decoded here.
_COLOUR = """
(video) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 8, 8);
  const pixels = context.getImageData(0, 0, 8, 8).data;
  let [red, green] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) { red += pixels[at]; green += pixels[at + 1]; }
  return [red / 64, green / 64];
}
"""

# What Chromium does when "Stop sharing" in its own bar is pressed (Screen Capture 5.3).
_BROWSERS_OWN_BAR = """
() => {
  const tracks = window.__connections.flatMap((one) => one.getSenders().map(({ track }) => track));
  const screen = tracks.find((track) => track?.label.startsWith("screen"));
  screen.stop();
  screen.dispatchEvent(new Event("ended"));
}
"""


@pytest.fixture
def chromium_flags(folder: Path) -> tuple[str, ...]:
    """A camera that shows nothing but red; Chromium's own fake screen is green."""
    picture = bytes([90]) * (160 * 120) + bytes([110]) * (80 * 60) + bytes([220]) * (80 * 60)
    camera = folder / "red.y4m"
    camera.write_bytes(b"YUV4MPEG2 W160 H120 F5:1 Ip A1:1 C420jpeg\n" + 5 * (b"FRAME\n" + picture))
    return (
        "--use-fake-device-for-media-stream=display-media-type=monitor",
        f"--use-file-for-fake-video-capture={camera}",
    )


async def sees(page: CallPage, what: str) -> None:
    """Waits until the other's picture is the `camera` (red) or the `screen` (green)."""

    async def does() -> bool:
        red, green = await page.item("remote-video").first.evaluate(_COLOUR)
        return bool(red > green + 30 if what == "camera" else green > red + 30)

    await eventually(does, f"{page.person.name} sees the other's {what}")


@pytest.mark.parametrize("ended_by", ["button", "browser"])
async def test_the_screen_is_seen_while_it_is_shared_and_the_camera_afterwards(
    meeting: Meeting, ended_by: str
) -> None:
    client = await meeting.begins()
    clinician = meeting.clinician
    await sees(clinician, "camera")
    await client.item("toggle-screen").click()
    await sees(clinician, "screen")
    tile = clinician.page.locator("attune-video[data-participant]")
    await expect(tile).to_contain_text("Sharing the screen", timeout=SOON)
    await expect(tile).to_have_attribute("fit", "contain")
    if ended_by == "button":
        await client.item("toggle-screen").click()
    else:
        await client.page.evaluate(_BROWSERS_OWN_BAR)
    await sees(clinician, "camera")
    await expect(tile).not_to_contain_text("Sharing the screen", timeout=SOON)
