from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes import (
    Corrected,
    FinalHeard,
    PartialHeard,
    PartialWithdrawn,
    Refusal,
    Refused,
    Struck,
    Transcript,
)
from live_notes.transcript import MAX_TEXT_CHARS
from retention.errors import BadInput, NotFound
from wire import Role, Segment


def segment(
    key: str,
    start: float,
    text: str = "words",
    *,
    final: bool = True,
    track: str = "t1",
    end: float | None = None,
) -> Segment:
    return Segment(
        id=key,
        track=track,
        speaker="Robin",
        role=Role.CLIENT,
        start=start,
        end=start + 1 if end is None else end,
        text=text,
        final=final,
    )


def test_finals_stand_in_order_of_their_start_however_late_they_arrive() -> None:
    transcript = Transcript()
    for key, start in (("b", 5.0), ("c", 9.0), ("a", 1.0)):
        transcript.receive(segment(key, start))
    assert [s.id for s in transcript.finals()] == ["a", "b", "c"]


def test_a_late_final_says_where_it_belongs() -> None:
    transcript = Transcript()
    transcript.receive(segment("b", 5.0))
    assert transcript.receive(segment("a", 1.0)) == [FinalHeard(segment("a", 1.0), 0)]


def test_two_finals_that_start_together_keep_the_order_of_arrival() -> None:
    transcript = Transcript()
    transcript.receive(segment("x", 1.0, track="t1"))
    transcript.receive(segment("a", 1.0, track="t2"))
    assert [s.id for s in transcript.finals()] == ["x", "a"]


def test_a_newer_partial_replaces_the_track_s_older_one() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "I was", final=False))
    events = transcript.receive(segment("a", 1.0, "I was late", final=False))
    assert isinstance(events[0], PartialHeard)
    assert [p.text for p in transcript.partials()] == ["I was late"]


def test_each_track_has_its_own_partial() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 2.0, final=False, track="t1"))
    transcript.receive(segment("b", 1.0, final=False, track="t2"))
    assert [p.id for p in transcript.partials()] == ["b", "a"]


def test_a_final_takes_the_place_of_its_partial() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "I was", final=False))
    transcript.receive(segment("a", 1.0, "I was late."))
    assert transcript.partials() == ()
    assert [s.text for s in transcript.finals()] == ["I was late."]


def test_a_final_leaves_a_newer_partial_of_its_track_alone() -> None:
    transcript = Transcript()
    transcript.receive(segment("b", 4.0, "and then", final=False))
    transcript.receive(segment("a", 1.0))
    assert [p.id for p in transcript.partials()] == ["b"]


def test_a_partial_that_becomes_nothing_is_withdrawn() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "hm", final=False))
    assert transcript.receive(segment("a", 1.0, " ")) == [PartialWithdrawn("a", "t1")]
    assert transcript.finals() == ()


def test_the_same_final_twice_is_one_line() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0))
    assert transcript.receive(segment("a", 1.0)) == [Refused("a", Refusal.DUPLICATE)]
    assert len(transcript) == 1


def test_a_final_never_changes_silently() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "I do not drink"))
    assert transcript.receive(segment("a", 1.0, "I do drink")) == [Refused("a", Refusal.ALREADY_FINAL)]
    assert transcript.finals()[0].text == "I do not drink"


def test_a_partial_behind_its_final_is_refused() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0))
    assert transcript.receive(segment("a", 1.0, "wor", final=False)) == [Refused("a", Refusal.LATE_PARTIAL)]


@pytest.mark.parametrize(("start", "end"), [(math.nan, 1.0), (1.0, math.inf), (3.0, 2.0)])
def test_impossible_times_are_refused(start: float, end: float) -> None:
    assert Transcript().receive(segment("a", start, end=end)) == [Refused("a", Refusal.BAD_TIMES)]


def test_an_endless_line_is_refused() -> None:
    assert Transcript().receive(segment("a", 1.0, "x" * (MAX_TEXT_CHARS + 1))) == [
        Refused("a", Refusal.TOO_LONG)
    ]


def test_a_correction_replaces_the_words_and_keeps_the_place() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "certraline"))
    transcript.receive(segment("b", 2.0))
    corrected = transcript.correct("a", "sertraline")
    assert isinstance(corrected, Corrected)
    assert [s.text for s in transcript.finals()] == ["sertraline", "words"]


def test_a_replay_does_not_undo_a_correction() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "certraline"))
    transcript.correct("a", "sertraline")
    transcript.receive(segment("a", 1.0, "certraline"))
    assert transcript.finals()[0].text == "sertraline"


def test_a_correction_needs_a_line_and_words() -> None:
    transcript = Transcript()
    with pytest.raises(NotFound):
        transcript.correct("a", "words")
    transcript.receive(segment("a", 1.0))
    with pytest.raises(BadInput):
        transcript.correct("a", "  ")


def test_what_is_struck_is_gone_and_can_not_come_back_with_a_replay() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "secret"))
    assert transcript.strike(["a", "nothing"]) == Struck(("a",))
    assert transcript.finals() == ()
    assert transcript.receive(segment("a", 1.0, "secret")) == [Refused("a", Refusal.STRUCK)]


def test_a_partial_can_be_struck_before_it_is_final() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "sec", final=False))
    transcript.strike(["a"])
    assert transcript.partials() == ()
    assert transcript.receive(segment("a", 1.0, "secret")) == [Refused("a", Refusal.STRUCK)]


def test_clearing_drops_everything_and_only_new_words_are_taken_afterwards() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0))
    transcript.receive(segment("b", 2.0, final=False, track="t2"))
    assert transcript.clear().finals == 1
    assert (transcript.finals(), transcript.partials()) == ((), ())
    assert transcript.receive(segment("a", 1.0)) == [Refused("a", Refusal.STRUCK)]
    assert isinstance(transcript.receive(segment("c", 3.0))[0], FinalHeard)


def test_a_transcript_s_repr_holds_no_words() -> None:
    transcript = Transcript()
    transcript.receive(segment("a", 1.0, "zanzibar"))
    assert "zanzibar" not in repr(transcript)


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from("abcdef"), st.floats(0, 100), st.booleans(), st.sampled_from(["", "one", "two"])
    ),
    max_size=40,
)


@given(_EVENTS)
def test_whatever_arrives_finals_are_ordered_and_each_id_stands_once(
    arrivals: list[tuple[str, float, bool, str]],
) -> None:
    transcript = Transcript()
    first: dict[str, str] = {}
    for key, start, final, text in arrivals:
        for event in transcript.receive(segment(key, start, text, final=final)):
            if isinstance(event, FinalHeard):
                assert transcript.finals()[event.position].id == key
                first[key] = text
    finals = transcript.finals()
    assert [s.start for s in finals] == sorted(s.start for s in finals)
    assert {s.id: s.text for s in finals} == first


@given(st.permutations(list(range(8))))
def test_any_order_of_arrival_gives_the_same_transcript(order: list[int]) -> None:
    transcript = Transcript()
    for i in order:
        transcript.receive(segment(f"s{i}", float(i)))
    assert [s.id for s in transcript.finals()] == [f"s{i}" for i in range(8)]
