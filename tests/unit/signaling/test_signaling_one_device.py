"""Rooms whose people sit at one device, and clinicians who dictate: who is heard, and when nobody is."""

from __future__ import annotations

import pytest

from signaling import commands as c
from signaling.room import Room, RoomRules
from signaling.transcription import Devices
from tests.unit.signaling.driver import CURRENT, Driver
from wire import Role
from wire import browser as b

PEOPLE = {"clin": Role.CLINICIAN, "anna": Role.CLIENT, "ben": Role.CLIENT}


def room(devices: Devices, *people: str) -> Driver:
    rules = RoomRules(grace=30, abandoned=300, longest=3600, leg_connect=8, wordings=CURRENT)
    driver = Driver(Room("ses_1", "e", rules, devices=devices))
    for who in people:
        driver.feed(c.Invited(who, who.title(), PEOPLE[who]))
    return driver


@pytest.fixture
def couple() -> Driver:
    """A couple and their clinician at one device, all of whom agreed; it is being heard."""
    driver = room(Devices.ONE, "clin", "anna", "ben")
    for who in ("clin", "anna", "ben"):
        driver.enter(who)
        driver.agree(who)
    driver.say("clin", b.StartTranscription())
    return driver


def test_one_microphone_is_opened_for_everybody_in_the_room(couple: Driver) -> None:
    assert couple.heard == {"clin"}


def test_nothing_is_heard_before_everybody_named_agreed_on_their_own_seat() -> None:
    driver = room(Devices.ONE, "clin", "anna", "ben")
    for who in ("clin", "anna"):
        driver.enter(who)
        driver.agree(who)
    driver.say("clin", b.StartTranscription())
    assert not driver.heard  # Ben may well sit there already
    assert driver.status() == ("starting", "awaiting_consent")
    driver.enter("ben")
    assert not driver.heard
    driver.agree("ben")
    assert driver.heard == {"clin"}


def test_who_is_known_not_to_be_there_is_not_waited_for() -> None:
    driver = room(Devices.ONE, "clin", "anna", "ben")
    for who in ("clin", "anna"):
        driver.enter(who)
        driver.agree(who)
    driver.say("clin", b.StartTranscription())
    driver.feed(c.Revoked("ben", 0.0))
    assert driver.heard == {"clin"}


def test_anybody_in_the_room_takes_all_of_it_off_the_record(couple: Driver) -> None:
    couple.say("anna", b.OffRecord(on=True))
    assert not couple.heard
    assert couple.status() == ("paused", "off_record")
    couple.say("anna", b.OffRecord(on=False))
    assert couple.heard == {"clin"}


def test_one_withdrawal_ends_it_and_destroys_the_transcript(couple: Driver) -> None:
    couple.answer("ben", b.Decision.WITHDRAW)
    assert not couple.heard
    assert any(isinstance(one, c.DestroyTranscript) and one.participant == "ben" for one in couple.last)
    assert couple.status() == ("stopped", "withdrawn")


def test_who_dictates_waits_for_nobody() -> None:
    driver = room(Devices.ALONE, "clin")
    driver.enter("clin")
    assert not any(isinstance(one, c.BeginClock) for one in driver.done)
    driver.say("clin", b.StartTranscription())
    assert any(isinstance(one, c.BeginClock) for one in driver.done)
    assert not driver.heard  # their own consent is asked for all the same
    driver.agree("clin")
    assert driver.heard == {"clin"}
    driver.say("clin", b.PauseTranscription())
    assert not driver.heard
