"""What people may do in a call besides talking: decline, go off the record, withdraw, come back."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect

from tests.support.meeting import CLIENT, Meeting, Seats
from tests.support.pages import LATER, SOON, ClientPage
from tests.support.participants import Person
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def audio_senders(someone: Person, wanted: int, seconds: float = 20.0) -> None:
    """Waits until this person's microphone is sent to exactly that many places."""

    async def sends() -> bool:
        return (await someone.received()).audio_senders == wanted

    await eventually(sends, f"{someone.name} sends sound to {wanted}", within=seconds)


async def test_a_client_who_declines_is_called_but_not_written_down(meeting: Meeting) -> None:
    client = await meeting.begins(decision="decline")
    await meeting.clinician.starts_transcription()
    await expect(meeting.clinician.item("transcription-reason")).not_to_be_empty(timeout=SOON)
    await audio_senders(client.person, 1)
    await audio_senders(meeting.clinician.person, 1)
    await client.person.sees_more()
    await meeting.clinician.person.sees_more()
    assert (await meeting.state())["transcript"]["state"] == "none"


async def test_off_the_record_takes_the_microphone_from_the_ear_at_once(meeting: Meeting) -> None:
    client = await meeting.begins()
    await meeting.clinician.starts_transcription()
    await client.indicator("active")
    await audio_senders(client.person, 2)
    await client.item("off-record").click()
    await audio_senders(client.person, 1, seconds=3)
    await meeting.clinician.page.set_viewport_size({"width": 390, "height": 844})
    await expect(meeting.clinician.item("consents")).to_be_visible(timeout=SOON)  # in sight on a phone, too
    await expect(meeting.clinician.item("consents")).to_contain_text("Off the record")
    await client.item("off-record").click()
    await expect(meeting.clinician.item("consents")).to_be_hidden(timeout=SOON)  # everyone agreed: folded
    await audio_senders(client.person, 2)


async def test_withdrawing_consent_destroys_what_was_written(meeting: Meeting) -> None:
    client = await meeting.begins(speaks="client")
    await meeting.clinician.starts_transcription()
    await client.indicator("active")
    await expect(meeting.clinician.item("segment").first).to_be_visible(timeout=LATER)
    await client.item("review-consent").click()
    await client.item("withdraw").click()
    await client.item("confirm-yes").filter(visible=True).click()
    await expect(meeting.clinician.item("segment")).to_have_count(0, timeout=SOON)

    async def is_gone() -> bool:
        return bool((await meeting.state())["transcript"]["state"] != "living")

    await eventually(is_gone, "the transcript is destroyed", within=10)
    await audio_senders(client.person, 1)
    await client.is_in_call()


async def test_a_second_tab_of_the_same_participant_replaces_the_first(meeting: Meeting) -> None:
    client = await meeting.begins()
    second = ClientPage(Person("client again", client.person.context, await client.person.context.new_page()))
    await second.page.goto(meeting.link)
    await expect(client.item("over-replaced")).to_be_visible(timeout=SOON)


async def test_a_reloaded_page_comes_back_into_the_call(meeting: Meeting) -> None:
    client = await meeting.begins()
    await client.page.reload()
    await client.is_in_call()
    await client.person.sees_more()


async def test_a_silent_call_gives_no_invented_note_but_says_why(meeting: Meeting) -> None:
    client = await meeting.begins()
    await meeting.clinician.starts_transcription()
    await client.indicator("active")
    await asyncio.sleep(3)
    await meeting.clinician.hangs_up()
    note = await meeting.clinician.awaits_note(meeting.session)
    assert note["status"] == "insufficient"
    sections = (note["note"] or {}).get("sections", [])
    assert not [sentence for section in sections for sentence in section["sentences"]]
    assert note["statement"]
    await expect(client.item("over-ended")).to_be_visible(timeout=SOON)


async def test_a_dead_media_worker_is_shown_and_replaced_while_the_call_goes_on(meeting: Meeting) -> None:
    client = await meeting.begins()
    await meeting.clinician.starts_transcription()
    await meeting.clinician.indicator("active")
    await client.person.sees_more()
    meeting.server.kill_worker()
    await expect(meeting.clinician.item("indicator").first).not_to_have_attribute(
        "data-status", "active", timeout=10_000
    )
    before = await client.person.received()
    await meeting.clinician.indicator("active")
    after = await client.person.received()
    assert after.frames_decoded > before.frames_decoded, "the call went on meanwhile"


async def test_a_forged_link_opens_nothing_and_says_so(seats: Seats, meeting: Meeting) -> None:
    stranger = await seats("stranger")
    await stranger.page.goto(meeting.link[:-12] + "forgedforged")
    await expect(stranger.page.get_by_test_id("over-invalid")).to_be_visible(timeout=SOON)


async def test_a_client_who_is_turned_away_is_told(meeting: Meeting) -> None:
    await meeting.clinician.joins_call()
    client = await meeting.client_knocks()
    knock = meeting.clinician.item("knock").filter(has_text=CLIENT)
    await knock.get_by_test_id("deny").click(timeout=LATER)
    await expect(client.item("over-denied")).to_be_visible(timeout=SOON)
