"""Makes the pictures of docs/images from a real call: `python -m tests.support.pictures`.

A server on a temporary folder, two Chromiums with the shipped sample conversation as microphones and
drawn people as cameras; what is photographed is what a clinician and a client see.
"""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.async_api import async_playwright

from signaling import demo
from tests.media.fake_microphone import fake_microphone
from tests.support import portrait
from tests.support.attune_server import AttuneServer
from tests.support.pages import ClientPage, ClinicianPage
from tests.support.participants import person

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SAMPLE = Path(demo.__file__).parent / "sample"
CLINICIAN, CREDENTIAL, CLIENT = "Dr. Elena Brooks", "PsyD", "Maya Collins"
LEAD_SECONDS = 18.0
SPEECH_SECONDS = 128.0
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


async def photograph(home: Path) -> None:
    """Holds the call and writes call.png, client.png, note.png and signed.png."""
    IMAGES.mkdir(exist_ok=True)
    async with AsyncExitStack() as stack:
        server = stack.enter_context(AttuneServer(home))
        playwright = await stack.enter_async_context(async_playwright())
        people = {}
        for role, look, size in (
            ("clinician", portrait.CLINICIAN, DESKTOP),
            ("client", portrait.CLIENT, PHONE),
        ):
            voice = fake_microphone(SAMPLE / f"{role}.ogg", home, lead_seconds=LEAD_SECONDS)
            face = portrait.portrait(look, home / f"{role}.y4m")
            people[role] = await stack.enter_async_context(
                person(playwright, role, voice, face, viewport=size, device_scale_factor=1)
            )
        clinician, client = ClinicianPage(people["clinician"]), ClientPage(people["client"])
        session = await _meet(server, clinician, client)
        await asyncio.sleep(LEAD_SECONDS + 50)
        await clinician.shows_transcript()
        await clinician.page.screenshot(path=IMAGES / "call.png")
        await client.page.screenshot(path=IMAGES / "client.png")
        await asyncio.sleep(SPEECH_SECONDS - 50)
        await clinician.hangs_up()
        await clinician.awaits_note(session)
        await asyncio.sleep(2)
        await clinician.page.screenshot(path=IMAGES / "note.png")
        await clinician.signs(CLINICIAN, CREDENTIAL)
        await asyncio.sleep(2)
        await clinician.page.screenshot(path=IMAGES / "signed.png")


async def _meet(server: AttuneServer, clinician: ClinicianPage, client: ClientPage) -> str:
    await clinician.open(server.link)
    await clinician.introduces_themselves(CLINICIAN, CREDENTIAL)
    session = await clinician.creates_session(CLIENT)
    link = await clinician.join_link(CLIENT)
    await clinician.joins_call()
    await client.open(link)
    await client.passes_device_check()
    await client.decides("agree")
    await clinician.admits(CLIENT)
    await client.is_in_call()
    await clinician.starts_transcription()
    await clinician.indicator("active")
    return session


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="attune-pictures-") as folder:
        asyncio.run(photograph(Path(folder)))
