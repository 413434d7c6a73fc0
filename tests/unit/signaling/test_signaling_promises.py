"""What people outside, away or gone can rely on: the gate, their view, their withdrawal."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from signaling import commands as c
from tests.unit.signaling.driver import Driver, new_room
from wire import browser as b
from wire.browser import Decision

T = TypeVar("T")


def commands(done: list[c.RoomCommand], kind: type[T]) -> list[T]:
    return [command for command in done if isinstance(command, kind)]


def test_who_declined_and_dropped_still_keeps_everybody_unheard(call: Driver) -> None:
    call.hear_everyone()
    call.enter("ben")
    call.answer("ben", Decision.DECLINE)
    call.drop("ben")
    assert not call.heard
    assert call.status() == ("paused", "declined")
    call.tick(60)
    assert call.heard == {"clin", "anna"}


decisions = st.sampled_from(list(Decision))
moves = st.one_of(
    st.tuples(st.just("drop")),
    st.tuples(st.just("enter")),
    st.tuples(st.just("tick"), st.sampled_from([1.0, 30.0, 61.0])),
    st.tuples(st.just("answer"), decisions),
)


@given(st.lists(moves, max_size=20))
def test_no_track_is_open_while_somebody_in_the_call_has_not_agreed(taken: list[tuple[object, ...]]) -> None:
    call = Driver(new_room())
    call.hear_everyone()
    for move in taken:
        match move:
            case ("drop",):
                call.drop("ben")
            case ("enter",):
                call.enter("ben")
            case ("tick", float(seconds)):
                call.tick(seconds)
            case ("answer", Decision() as decision):
                call.answer("ben", decision)
        ben = call.room.members["ben"]
        assert not call.heard or not ben.in_call or ben.agrees


def test_captions_need_the_consent_of_who_is_away_too(call: Driver) -> None:
    call.hear_everyone()
    for who in ("clin", "anna"):
        call.say(who, b.Consent(purpose=b.Purpose.CAPTIONS, decision=Decision.AGREE, wording="captions-1"))
    call.enter("ben")
    call.drop("ben")
    assert not call.room.captions_agreed()


def test_who_is_outside_the_call_sees_the_clinician_and_themselves(call: Driver) -> None:
    call.hear_everyone()
    call.connect("ben")
    call.say("ben", b.Consent(decision=Decision.DECLINE, wording="notes-1"))
    seen = {one.id: one for one in call.room.view(call.at, "ben").participants}
    assert set(seen) == {"clin", "ben"}
    assert seen["clin"].presence is b.Presence.PRESENT
    assert not seen["clin"].consent
    assert seen["ben"].consent == {b.Purpose.NOTES: Decision.DECLINE}
    assert {one.id for one in call.room.view(call.at, "anna").participants} == {"clin", "anna", "ben"}
    call.enter("ben")
    assert {one.id for one in call.room.view(call.at, "ben").participants} == {"clin", "anna", "ben"}


def test_a_withdrawal_from_the_lobby_is_a_decline_and_destroys_nothing(call: Driver) -> None:
    call.hear_everyone()
    call.connect("ben")
    call.answer("ben", Decision.AGREE)
    call.answer("ben", Decision.WITHDRAW)
    assert commands(call.done, c.DestroyTranscript) == []
    recorded = c.RecordConsent("ben", b.Purpose.NOTES, Decision.DECLINE, "notes-1")
    assert recorded in call.last
    assert call.heard == {"clin", "anna"}


def test_who_took_part_and_left_can_still_withdraw(call: Driver) -> None:
    call.hear_everyone()
    call.say("anna", b.Leave())
    call.connect("anna", "anna-2")
    call.answer("anna", Decision.WITHDRAW)
    assert c.DestroyTranscript("anna") in call.last


def test_the_destruction_comes_before_the_record_of_the_withdrawal(call: Driver) -> None:
    call.hear_everyone()
    call.answer("anna", Decision.WITHDRAW)
    kinds = [type(command) for command in call.last]
    assert kinds.index(c.DestroyTranscript) < kinds.index(c.RecordConsent)


def test_a_withdrawal_counts_while_the_room_winds_up_and_nothing_else_does(call: Driver) -> None:
    call.hear_everyone()
    call.say("clin", b.End())
    assert call.answer("anna", Decision.DECLINE) == []
    call.answer("anna", Decision.WITHDRAW)
    assert c.DestroyTranscript("anna") in call.last


def test_a_withdrawal_from_outside_the_sockets_counts_the_same(call: Driver) -> None:
    call.hear_everyone()
    call.feed(c.Withdrew("anna", b.Purpose.NOTES, "notes-1", call.at))
    assert c.DestroyTranscript("anna") in call.last
    assert call.status() == ("stopped", "withdrawn")
    assert call.feed(c.Withdrew("nobody", b.Purpose.NOTES, "notes-1", call.at)) == []


def test_saying_the_same_again_puts_nothing_on_record(call: Driver) -> None:
    call.hear_everyone()
    assert call.agree("anna") == []
    assert call.say("anna", b.OffRecord(on=False)) == []
    call.say("anna", b.OffRecord(on=True))
    assert call.say("anna", b.OffRecord(on=True)) == []
    call.answer("anna", Decision.WITHDRAW)
    assert call.answer("anna", Decision.WITHDRAW) == []


def test_an_empty_room_that_never_began_closes_without_an_end(call: Driver) -> None:
    call.connect("clin")
    call.tick(3600)
    call.drop("clin")
    call.tick(60)  # the grace time
    call.tick(59)
    assert commands(call.last, c.Vacate) == []
    call.tick(1)
    assert call.last == [c.Vacate()]
    assert call.room.ended is None


def test_somebody_turned_away_does_not_keep_a_room_open(call: Driver) -> None:
    call.connect("clin")
    call.connect("ben")
    call.say("ben", b.Knock())
    call.say("clin", b.Deny(participant="ben"))
    call.say("clin", b.Leave())
    call.tick(60)
    assert call.last == [c.Vacate()]
