"""A delay is shown when it lasts and clears itself; it does not flap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from signaling.lateness import LASTING, OVER_BELOW, SHOWN_FROM, Late, Lateness, latest


def beaten(*waits: float) -> list[Late | None]:
    """What is shown after each heartbeat."""
    lateness = Lateness()
    shown = []
    for wait in waits:
        lateness.beat(wait)
        shown.append(lateness.shown)
    return shown


def test_a_delay_that_lasts_is_shown_and_clears_itself() -> None:
    assert beaten(4.0, 4.2, 4.4, 4.6) == [None, None, Late(4), Late(4)]
    assert beaten(4.0, 4.0, 4.0, 1.0, 0.2, 0.0)[-3:] == [Late(4), Late(4), None]


def test_one_late_beat_is_no_delay_and_one_good_beat_no_recovery() -> None:
    assert set(beaten(9.0, 0.0, 9.0, 9.0, 0.0)) == {None}
    assert beaten(5.0, 5.0, 5.0, 0.0, 0.0, 5.0, 0.0, 0.0)[2:] == [Late(5)] * 6


def test_a_growing_delay_is_followed_in_noticeable_steps_then_it_catches_up() -> None:
    seen = beaten(3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.1, 12.0, 9.0, 6.0, 3.0)
    assert seen[2:] == [
        Late(4),
        Late(4),
        Late(6),
        Late(6),
        Late(8),
        Late(12),
        Late(9, catching_up=True),
        Late(6, catching_up=True),
        Late(3, catching_up=True),
    ]


@given(st.lists(st.floats(OVER_BELOW, SHOWN_FROM, exclude_max=True), max_size=60))
def test_a_wait_between_the_marks_never_shows_nor_clears(waits: list[float]) -> None:
    assert set(beaten(*waits)) <= {None}
    lateness = Lateness(Late(4))
    for wait in waits:
        lateness.beat(wait)
        assert lateness.shown is not None


@given(st.lists(st.floats(0, 120), max_size=80))
def test_it_turns_no_oftener_than_it_may(waits: list[float]) -> None:
    shown = [one is not None for one in beaten(*waits)]
    turns = sum(before != after for before, after in zip([False, *shown], shown, strict=False))
    assert turns <= len(waits) // LASTING


@given(st.lists(st.floats(0, 120), max_size=40))
def test_it_always_clears_once_all_is_well(waits: list[float]) -> None:
    assert beaten(*waits, *[0.0] * LASTING)[-1] is None


def test_the_worst_of_several_counts() -> None:
    assert latest([]) is None
    assert latest([Late(3), Late(9, True), Late(4)]) == Late(9, True)
