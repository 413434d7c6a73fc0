"""The room's rules, one statement a test."""

from __future__ import annotations

from typing import TypeVar

import pytest

from signaling import commands as c
from signaling.presence import PRESENCE_STEPS, Step, diagram, step
from tests.unit.signaling.driver import Driver
from wire import browser as b
from wire.browser import Decision, Presence

T = TypeVar("T")


def errors(messages: list[b.ServerMessage]) -> list[str]:
    return [message.code for message in messages if isinstance(message, b.Error)]


def commands(done: list[c.RoomCommand], kind: type[T]) -> list[T]:
    return [command for command in done if isinstance(command, kind)]


def test_the_clinician_is_present_as_soon_as_they_connect(call: Driver) -> None:
    call.connect("clin")
    assert call.presence("clin") is Presence.PRESENT


def test_a_client_waits_in_the_lobby_until_admitted(call: Driver) -> None:
    call.connect("clin")
    call.connect("anna")
    assert call.presence("anna") is Presence.LOBBY
    call.say("anna", b.Knock())
    assert call.presence("anna") is Presence.WAITING
    call.say("clin", b.Admit(participant="anna"))
    assert call.presence("anna") is Presence.PRESENT


def test_only_the_clinician_admits(call: Driver) -> None:
    call.enter("clin")
    call.connect("anna")
    call.say("anna", b.Knock())
    call.say("anna", b.Admit(participant="anna"))
    assert errors(call.sent("anna")) == ["clinician_only"]
    assert call.presence("anna") is Presence.WAITING


@pytest.mark.parametrize(
    "message",
    [b.End(), b.StartTranscription(), b.PauseTranscription(), b.Deny(participant="clin")],
    ids=lambda message: message.type,
)
def test_a_client_can_not_do_what_only_the_clinician_may(call: Driver, message: b.ClientMessage) -> None:
    call.enter("clin")
    call.enter("anna")
    call.say("anna", message)
    assert errors(call.sent("anna")) == ["clinician_only"]
    assert call.room.ended is None


def test_admitting_somebody_who_is_not_waiting_is_refused(call: Driver) -> None:
    call.connect("clin")
    call.say("clin", b.Admit(participant="anna"))
    assert errors(call.sent("clin")) == ["not_possible"]
    call.say("clin", b.Admit(participant="nobody"))
    assert errors(call.sent("clin")) == ["not_possible"]


def test_a_denied_client_is_told_and_stays_out_until_invited_again(call: Driver) -> None:
    call.connect("clin")
    call.connect("anna")
    call.say("anna", b.Knock())
    call.say("clin", b.Deny(participant="anna"))
    assert c.Drop("anna", "anna-1", b.Ended(reason="denied")) in call.last
    assert c.Drop("anna", "anna-2", b.Ended(reason="denied")) in call.connect("anna", "anna-2")
    call.feed(c.Invited("anna", "Anna", call.room.members["anna"].role))
    call.connect("anna", "anna-3")
    assert call.presence("anna") is Presence.LOBBY


def test_the_session_clock_starts_when_a_client_joins_the_clinician(call: Driver) -> None:
    call.connect("clin")
    call.at = 30.0
    assert call.room.elapsed(call.at) is None
    call.enter("anna")
    assert c.BeginClock(30.0) in call.done
    assert call.room.elapsed(42.5) == 12.5


def test_a_second_tab_replaces_the_first_which_is_told(call: Driver) -> None:
    call.hear_everyone()
    before = call.room.ear.tracks["anna"].id
    done = call.connect("anna", "anna-2")
    assert c.Drop("anna", "anna-1", b.Replaced()) in done
    assert c.CloseTrack("anna", before) in done
    assert call.room.ear.tracks["anna"].id != before
    assert call.feed(c.Disconnected("anna", "anna-1", call.at)) == []
    assert call.presence("anna") is Presence.PRESENT


def test_words_of_a_replaced_socket_count_no_more(call: Driver) -> None:
    call.hear_everyone()
    call.connect("clin", "clin-2")
    assert call.feed(c.Said("clin", "clin-1", b.End(), call.at)) == []
    assert call.room.ended is None


def test_a_dropped_participant_comes_straight_back_within_the_grace_time(call: Driver) -> None:
    call.hear_everyone()
    call.drop("anna")
    assert call.presence("anna") is Presence.AWAY
    assert "anna" not in call.heard
    call.tick(59)
    call.connect("anna", "anna-2")
    assert call.presence("anna") is Presence.PRESENT
    assert "anna" in call.heard


def test_after_the_grace_time_they_have_left_and_must_knock_again(call: Driver) -> None:
    call.hear_everyone()
    call.drop("anna")
    call.tick(60)
    assert call.presence("anna") is Presence.LEFT
    call.connect("anna", "anna-2")
    assert call.presence("anna") is Presence.LOBBY


def test_an_empty_room_is_abandoned_after_a_while(call: Driver) -> None:
    call.hear_everyone()
    call.drop("anna")
    call.drop("clin")
    call.tick(61)
    assert call.room.ended is None
    call.tick(300)
    assert c.Finish("abandoned") in call.last


def test_time_is_over_at_last(call: Driver) -> None:
    call.hear_everyone()
    call.tick(14400)
    assert c.Finish("time_over") in call.last
    assert not call.heard


def test_the_clinician_ends_the_session_for_everyone(call: Driver) -> None:
    call.hear_everyone()
    call.say("clin", b.End())
    assert c.Finish("ended_by_clinician") in call.last
    assert [m.type for m in call.sent("anna")] == ["leg_close", "ended"]
    assert call.room.view(call.at).ended
    assert call.say("clin", b.StartTranscription()) == []


def test_a_client_may_leave_and_the_call_goes_on(call: Driver) -> None:
    call.hear_everyone()
    call.say("anna", b.Leave())
    assert call.room.ended is None
    assert call.presence("anna") is Presence.LEFT
    assert call.heard == {"clin"}


def test_a_revoked_participant_is_put_out(call: Driver) -> None:
    call.hear_everyone()
    call.feed(c.Revoked("anna", call.at))
    assert c.Drop("anna", "anna-1", b.Ended(reason="revoked")) in call.last
    assert "anna" not in call.heard


# ------------------------------------------------------------ relay


def test_sdp_passes_only_between_people_present(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.say("anna", b.Describe(to="clin", kind="offer", sdp="v=0"))
    assert call.sent("clin") == [b.Described(sender="anna", kind="offer", sdp="v=0")]
    call.connect("ben")
    call.say("ben", b.Describe(to="clin", kind="offer", sdp="v=0"))
    assert errors(call.sent("ben")) == ["not_present"]
    assert call.sent("clin") == []
    call.say("clin", b.Describe(to="ben", kind="offer", sdp="v=0"))
    assert errors(call.sent("clin")) == ["unreachable"]


@pytest.mark.parametrize("to", ["nobody", "anna"])
def test_a_candidate_for_nobody_or_oneself_is_refused(call: Driver, to: str) -> None:
    call.enter("clin")
    call.enter("anna")
    call.say("anna", b.Candidate(to=to, candidate=b.CandidateInit(candidate="")))
    assert errors(call.sent("anna")) == ["unreachable"]


def test_chat_reaches_everyone_present_and_nobody_else(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.connect("ben")
    call.say("anna", b.Chat(text="hello"))
    assert call.sent("clin") == [b.ChatFrom(sender="anna", name="Anna", text="hello")]
    assert call.sent("ben") == []
    assert call.sent("anna") == []


def test_a_ping_is_answered_with_the_session_clock(call: Driver) -> None:
    call.enter("clin")
    call.say("clin", b.Ping(at=7.0))
    assert call.sent("clin") == [b.Pong(at=7.0, elapsed=None)]
    call.enter("anna")
    call.at = 5.0
    call.say("clin", b.Ping(at=8.0))
    assert call.sent("clin") == [b.Pong(at=8.0, elapsed=5.0)]


# ------------------------------------------------------------ consent and the gate


def test_nobody_is_heard_before_the_clinician_starts(call: Driver) -> None:
    for who in ("clin", "anna"):
        call.enter(who)
        call.agree(who)
    assert not call.heard
    assert call.status() == ("off", None)


def test_nobody_is_heard_before_everyone_present_agreed(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("clin")
    call.say("clin", b.StartTranscription())
    assert not call.heard
    assert call.status() == ("starting", "awaiting_consent")
    call.agree("anna")
    assert call.heard == {"clin", "anna"}


def test_starting_alone_waits_for_the_client(call: Driver) -> None:
    call.enter("clin")
    call.agree("clin")
    call.say("clin", b.StartTranscription())
    assert call.status() == ("starting", "waiting_for_client")
    assert not call.heard


def test_transcription_is_active_once_a_worker_hears(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("clin")
    call.agree("anna")
    call.say("clin", b.StartTranscription())
    assert call.status() == ("starting", "connecting")
    call.feed(c.TrackConnected(call.room.ear.tracks["anna"].id, call.at))
    assert call.status() == ("active", None)


def test_a_late_joiner_pauses_the_transcript_until_they_agree(call: Driver) -> None:
    call.hear_everyone()
    call.enter("ben")
    assert not call.heard
    assert call.status() == ("paused", "awaiting_consent")
    call.agree("ben")
    assert call.heard == {"clin", "anna", "ben"}


def test_somebody_in_the_waiting_room_does_not_pause_it(call: Driver) -> None:
    call.hear_everyone()
    call.connect("ben")
    call.say("ben", b.Knock())
    assert call.heard == {"clin", "anna"}


def test_a_decline_keeps_the_call_and_stops_the_listening(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("clin")
    call.say("clin", b.StartTranscription())
    call.answer("anna", Decision.DECLINE)
    assert call.status() == ("paused", "declined")
    assert call.room.ended is None
    assert not call.heard
    call.agree("anna")
    assert call.heard == {"clin", "anna"}


def test_a_stale_wording_can_not_be_agreed_to(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("anna", wording="notes-0")
    assert errors(call.sent("anna")) == ["stale_wording"]
    assert commands(call.last, c.RecordConsent) == []


def test_every_decision_goes_on_record_with_its_wording(call: Driver) -> None:
    call.enter("clin")
    call.agree("clin")
    recorded = c.RecordConsent("clin", b.Purpose.NOTES, Decision.AGREE, "notes-1")
    assert recorded in call.last


def test_withdrawing_destroys_the_transcript_and_stops_for_good(call: Driver) -> None:
    call.hear_everyone()
    tracks = {track.id for track in call.room.ear.tracks.values()}
    call.answer("anna", Decision.WITHDRAW)
    assert c.DestroyTranscript("anna") in call.last
    closed = commands(call.last, c.CloseTrack)
    assert {command.track for command in closed} == tracks
    assert all(command.discard for command in closed)
    assert call.status() == ("stopped", "withdrawn")
    assert call.room.ended is None
    call.say("clin", b.StartTranscription())
    assert errors(call.sent("clin")) == ["transcript_destroyed"]


def test_the_clinician_withdrawing_pauses_and_destroys_nothing(call: Driver) -> None:
    call.hear_everyone()
    call.answer("clin", Decision.WITHDRAW)
    assert not call.heard
    assert commands(call.last, c.DestroyTranscript) == []
    assert call.status() == ("paused", "declined")


def test_off_the_record_closes_only_ones_own_track_browser_first(call: Driver) -> None:
    call.hear_everyone()
    track = call.room.ear.tracks["anna"].id
    call.say("anna", b.OffRecord(on=True))
    kinds = [type(command) for command in call.last]
    assert kinds.index(c.Send) < kinds.index(c.CloseTrack)
    assert call.sent("anna") == [b.LegClose(track=track, reason="off_record")]
    assert call.heard == {"clin"}
    call.say("clin", b.OffRecord(on=True))
    assert call.status() == ("paused", "off_record")
    call.say("anna", b.OffRecord(on=False))
    assert call.heard == {"anna"}


def test_the_clinician_pauses_and_resumes_with_fresh_tracks(call: Driver) -> None:
    call.hear_everyone()
    before = {track.id for track in call.room.ear.tracks.values()}
    call.say("clin", b.PauseTranscription())
    assert call.status() == ("paused", "paused_by_clinician")
    call.say("clin", b.StartTranscription())
    after = {track.id for track in call.room.ear.tracks.values()}
    assert len(after) == 2
    assert not before & after


def test_a_destroyed_transcript_stops_the_listening(call: Driver) -> None:
    call.hear_everyone()
    call.feed(c.TranscriptGone("requested", call.at))
    assert not call.heard
    assert call.status() == ("stopped", "requested")


def test_the_clinician_leaving_for_good_pauses_it(call: Driver) -> None:
    call.hear_everyone()
    call.drop("clin")
    assert call.heard == {"anna"}
    call.tick(60)
    assert not call.heard
    assert call.status() == ("paused", "clinician_absent")


# ------------------------------------------------------------ workers


def test_without_a_worker_the_clinician_sees_that_nothing_is_transcribed(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("clin")
    call.agree("anna")
    call.say("clin", b.StartTranscription())
    call.feed(c.TrackLost(call.room.ear.tracks["anna"].id, "no_worker", call.at))
    assert call.status() == ("stalled", "no_worker")
    call.feed(c.WorkerAvailable(call.at + 1))
    assert call.heard == {"clin", "anna"}


def test_a_lost_worker_is_replaced_by_fresh_tracks_and_shown_meanwhile(call: Driver) -> None:
    call.hear_everyone()
    lost = call.room.ear.tracks["anna"].id
    call.feed(c.TrackLost(lost, "worker_lost", call.at))
    assert call.status() == ("stalled", "worker_lost")
    fresh = call.room.ear.tracks["anna"].id
    assert fresh != lost
    call.feed(c.TrackConnected(fresh, call.at))
    assert call.status() == ("active", None)


def test_a_leg_that_does_not_connect_in_time_is_shown_and_tried_again(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.agree("clin")
    call.agree("anna")
    call.say("clin", b.StartTranscription())
    call.tick(8.0)
    assert call.status() == ("stalled", "leg_failed")
    assert not call.heard
    call.tick(4.0)
    assert call.heard == {"clin", "anna"}


def test_a_recogniser_that_falls_behind_is_shown_until_it_caught_up(call: Driver) -> None:
    call.hear_everyone()
    tracks = frozenset(track.id for track in call.room.ear.tracks.values())
    call.feed(c.WorkerBehind(tracks, True, call.at))
    assert call.status() == ("stalled", "worker_behind")
    call.feed(c.WorkerBehind(tracks, False, call.at))
    assert call.status() == ("active", None)


def test_a_leg_offer_for_a_track_that_is_not_ones_own_is_refused(call: Driver) -> None:
    call.hear_everyone()
    others = call.room.ear.tracks["clin"].id
    call.say("anna", b.LegOffer(track=others, sdp="v=0"))
    assert errors(call.sent("anna")) == ["unknown_track"]
    mine = call.room.ear.tracks["anna"].id
    assert c.OfferTrack(mine, "v=0") in call.say("anna", b.LegOffer(track=mine, sdp="v=0"))


def test_the_workers_answer_reaches_only_the_tracks_owner(call: Driver) -> None:
    call.hear_everyone()
    mine = call.room.ear.tracks["anna"].id
    call.feed(c.TrackAnswered(mine, "v=0", call.at))
    assert call.sent("anna") == [b.LegAnswer(track=mine, sdp="v=0")]
    assert call.sent("clin") == []


def test_ticks_without_a_change_say_nothing(call: Driver) -> None:
    call.hear_everyone()
    assert call.tick(1.0) == []


def test_the_presence_table_is_closed_and_drawn() -> None:
    for (presence, taken), after in PRESENCE_STEPS.items():
        assert step(presence, taken) is after
    assert step(Presence.INVITED, Step.ADMIT) is None
    assert "waiting --> present: admit" in diagram()
    reachable = set(PRESENCE_STEPS.values()) | {Presence.INVITED}
    assert reachable == set(Presence)


def test_reprs_hold_no_content(call: Driver) -> None:
    call.enter("clin")
    call.enter("anna")
    call.say("anna", b.Chat(text="a secret word"))
    event = c.Said("anna", "anna-1", b.Chat(text="a secret word"), 0.0)
    assert "secret" not in repr(call.last)
    assert "secret" not in repr(event)
    assert "Anna" not in repr(call.room.members["anna"])
