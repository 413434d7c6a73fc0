"""Voice prints to voices: as many as speak, never more than expected, in the order in which they appear."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.voices.clustering import LEADING, voices_of
from media_worker.voices.layout import FRAMES
from media_worker.voices.local import Chunk
from tests.support.shared_microphone import chunk

TURN = 2.0


def _talk(order: list[int], start: float = 0.0) -> list[Chunk]:
    """Turns of two seconds, one voice after the other, five a chunk; a chunk numbers its speakers afresh."""
    chunks = []
    for begin in range(0, len(order), 5):
        at = start + begin * TURN
        turns = order[begin : begin + 5]
        local = {voice: number % 3 for number, voice in enumerate(dict.fromkeys(turns))}
        said = [
            (local[voice], at + n * TURN + 0.1, at + (n + 1) * TURN - 0.1, voice)
            for n, voice in enumerate(turns)
        ]
        chunks.append(chunk(at, said))
    return chunks


@given(st.lists(st.integers(0, 2), min_size=5, max_size=30), st.integers(3, 6))
def test_as_many_voices_are_found_as_speak(order: list[int], most: int) -> None:
    assert len(voices_of(_talk(order), most)) == len(set(order))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30), st.integers(1, 6))
def test_never_more_voices_than_expected(order: list[int], most: int) -> None:
    assert 1 <= len(voices_of(_talk(order), most)) <= most


@given(st.lists(st.integers(0, 2), min_size=5, max_size=20))
def test_every_turn_is_its_voices_and_who_spoke_first_is_the_first(order: list[int]) -> None:
    chunks = _talk(order)
    voices = voices_of(chunks, 3)
    found = []
    for one in chunks:
        heard = voices.heard(one)
        found += [int(heard[stretch.first : stretch.last].mean(axis=0).argmax()) for stretch in one.stretches]
    appeared = list(dict.fromkeys(order))
    assert found == [appeared.index(voice) for voice in order]


def test_one_voice_stays_one_whatever_is_expected() -> None:
    assert len(voices_of(_talk([4] * 30), 6)) == 1


def test_three_voices_where_two_were_expected_become_two() -> None:
    voices = voices_of(_talk([0, 1, 0, 1, 2, 0, 1, 0, 1, 2]), 2)
    assert len(voices) == 2


@pytest.mark.parametrize("chunks", [[], [chunk(0.0, [])], [chunk(0.0, [(0, 1.0, 1.2, 0)])]])
def test_where_nobody_is_heard_for_long_enough_there_is_no_voice(chunks: list[Chunk]) -> None:
    voices = voices_of(chunks, 2)
    assert len(voices) == 0
    assert voices.heard(chunk(0.0, [(0, 1.0, 3.0, 0)])).shape == (FRAMES, 0)


def test_a_cough_of_a_moment_is_nobody() -> None:
    talk = _talk([0, 1] * 30)
    assert len(voices_of([*talk, chunk(120.0, [(0, 121.0, 122.1, 7)])], 6)) == 2


def test_nobody_is_more_active_than_whoever_speaks() -> None:
    chunks = _talk([0, 1, 2, 0, 1])
    heard = voices_of(chunks, 3).heard(chunks[0])
    assert (heard >= 0).all()
    assert (heard.sum(axis=1) <= chunks[0].activity.sum(axis=1) + 1e-6).all()


def test_a_long_session_is_told_by_its_longest_stretches() -> None:
    order = [0, 1] * LEADING
    assert len(voices_of(_talk(order), 2)) == 2


def test_erased_voices_hold_no_print() -> None:
    chunks = _talk([0, 1, 0, 1])
    voices = voices_of(chunks, 2)
    kept = voices._prints
    voices.erase()
    chunks[0].erase()
    assert not kept.any()
    assert not any(np.any(one.voice_print) for one in chunks[0].stretches)


def test_no_print_shows_in_a_representation() -> None:
    chunks = _talk([0, 1, 0, 1])
    voices = voices_of(chunks, 2)
    shown = f"{voices!r} {chunks!r} {chunks[0].stretches!r}"
    assert "array" not in shown
    assert "0.0" not in shown.replace("<Chunk 0.0", "")
