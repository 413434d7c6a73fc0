"""A browser whose path to the companion broke offers its audio again, on the same track."""

from __future__ import annotations

from signaling import commands as c
from tests.unit.signaling.driver import Driver
from wire import browser as b


def _offers(call: Driver, who: str = "anna") -> str:
    track = call.room.ear.tracks[who].id
    call.say(who, b.LegOffer(track=track, sdp="v=0"))
    return track


def test_the_first_offer_changes_no_status(call: Driver) -> None:
    for who in ("clin", "anna"):
        call.enter(who)
        call.agree(who)
    call.say("clin", b.StartTranscription())
    track = _offers(call)
    assert call.last == [c.OfferTrack(track, "v=0")]
    assert call.status() == ("starting", "connecting")


def test_who_offers_again_is_not_heard_until_that_connects(call: Driver) -> None:
    call.hear_everyone()
    track = _offers(call)
    assert c.OfferTrack(track, "v=0") in call.last
    assert c.Publish() in call.last
    assert call.status() == ("stalled", "leg_failed")
    call.feed(c.TrackConnected(track, call.at))
    assert call.status() == ("active", None)
    assert call.room.ear.tracks["anna"].id == track, "the same track goes on"


def test_an_offer_again_that_does_not_connect_is_given_up_like_any_other(call: Driver) -> None:
    call.hear_everyone()
    call.at = 100.0
    track = _offers(call)
    call.tick(7.0)
    assert call.room.ear.tracks["anna"].id == track
    call.tick(1.0)
    assert "anna" not in call.room.ear.tracks
    assert call.status() == ("stalled", "leg_failed")


def test_nobody_can_make_anothers_track_look_unheard(call: Driver) -> None:
    call.hear_everyone()
    track = call.room.ear.tracks["clin"].id
    call.say("anna", b.LegOffer(track=track, sdp="v=0"))
    assert call.status() == ("active", None)
