"""A track's sound in pieces, and what is told of its voices while it runs and at its end."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from media_worker.clock import FileClock
from media_worker.hearing import SAMPLE_RATE
from media_worker.voices.layout import CHUNK
from media_worker.voices.separation import STEP, Piece, Pieces, Separation
from tests.support.shared_microphone import chunk, final_of


def _cut(lengths: list[int], level: int = 1000) -> tuple[Pieces, list[Piece]]:
    given_: list[Piece] = []
    pieces = Pieces(FileClock(), given_.append)
    for length in lengths:
        pieces.hear(np.full(length, level, np.int16))
    return pieces, given_


@settings(max_examples=25)
@given(st.lists(st.integers(1, 70_000), min_size=1, max_size=12))
def test_every_sample_is_in_a_piece_and_none_is_longer_than_the_model_hears(lengths: list[int]) -> None:
    pieces, given_ = _cut(lengths)
    pieces.finish()
    total = sum(lengths)
    covered = np.zeros(total, bool)
    for piece in given_:
        begin = round(piece.start * SAMPLE_RATE)
        assert len(piece.samples) <= CHUNK
        covered[begin : begin + len(piece.samples)] = True
    assert (~covered).sum() < SAMPLE_RATE / 10  # less than a tenth of a second is no speech


def test_pieces_overlap_by_half() -> None:
    pieces, given_ = _cut([CHUNK + 2 * STEP])
    assert [piece.start for piece in given_] == [0.0, 5.0, 10.0]
    pieces.finish()
    assert len(given_) == 3


def test_silence_costs_nothing() -> None:
    _, given_ = _cut([3 * CHUNK], level=20)
    assert given_ == []


def test_a_long_hole_ends_a_piece_and_a_short_one_does_not() -> None:
    pieces, given_ = _cut([SAMPLE_RATE])
    pieces.silence(SAMPLE_RATE // 2)
    assert given_ == []
    pieces.silence(60 * SAMPLE_RATE)
    pieces.hear(np.full(CHUNK, 1000, np.int16))
    assert [(piece.start, len(piece.samples)) for piece in given_] == [(0.0, 24_000), (61.5, CHUNK)]


def test_what_is_kept_of_the_sound_can_be_wiped() -> None:
    pieces, given_ = _cut([CHUNK // 2])
    pieces.wipe()
    pieces.finish()
    assert given_ == []
    assert not pieces._kept.any()


def test_only_what_is_new_is_told_while_the_track_runs() -> None:
    separation = Separation(2)
    assert separation.revised() == []
    separation.said(final_of(0, 0.3))
    separation.said(final_of(1, 3.5))
    separation.said(final_of(2, 14.0))
    separation.learn(chunk(0.0, [(0, 0.2, 3.0, 0), (1, 3.4, 6.0, 1)]))
    assert [(part.segment, part.voice) for part in separation.revised()] == [("t-0", 0), ("t-1", 1)]
    separation.learn(chunk(10.0, [(0, 10.2, 13.0, 1), (1, 14.0, 16.6, 0)]))
    assert [(part.segment, part.voice) for part in separation.revised()] == [("t-2", 0)]


def test_what_more_sound_shows_otherwise_is_told_again() -> None:
    separation = Separation(2)
    separation.said(final_of(0, 5.0))
    separation.learn(chunk(0.0, [(0, 5.0, 8.0, 0)]))
    assert [part.voice for part in separation.revised()] == [0]
    separation.learn(chunk(-5.0, [(0, -4.0, 0.0, 1), (1, 1.0, 4.5, 1)]))  # somebody else was there before
    separation.learn(chunk(10.0, [(0, 10.2, 13.0, 1), (1, 14.0, 16.6, 0)]))
    assert [(part.segment, part.voice) for part in separation.revised()] == [("t-0", 1)]


def test_at_the_end_every_final_is_told() -> None:
    separation = Separation(2)
    separation.learn(chunk(0.0, [(0, 0.2, 3.0, 0), (1, 3.4, 6.0, 1)]))
    finals = [final_of(0, 0.3), final_of(1, 3.5), final_of(2, 50.0)]
    for one in finals:
        separation.said(one)
    separation.revised()
    settled = separation.settled()
    assert [part.segment for part in settled] == ["t-0", "t-1", "t-2"]
    assert [part.voice for part in settled[:2]] == [0, 1]


def test_erasing_leaves_nothing() -> None:
    separation = Separation(2)
    held = chunk(0.0, [(0, 0.2, 3.0, 0), (1, 3.4, 6.0, 1)])
    separation.learn(held)
    separation.said(final_of(0, 0.3))
    separation.revised()
    separation.erase()
    assert not any(np.any(one.voice_print) for one in held.stretches)
    assert separation.settled() == []
    assert "print" not in repr(separation)
