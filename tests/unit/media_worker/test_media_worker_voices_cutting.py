"""Words to voices: every word has one, cuts lie between words, and what is not sure says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from media_worker.voices.clustering import voices_of
from media_worker.voices.cutting import CERTAIN, Said, Timeline, parts_of
from media_worker.voices.local import Chunk
from tests.support.shared_microphone import chunk
from wire.control import VoicePart

TALK = [chunk(0.0, [(0, 0.2, 3.0, 0), (1, 3.4, 6.0, 1), (0, 6.4, 9.5, 0)])]


def _words(begin: float, end: float, each: float = 0.3) -> tuple[tuple[float, float], ...]:
    count = round((end - begin) / each)
    return tuple((begin + n * each, begin + (n + 1) * each - 0.02) for n in range(count))


def _parts(said: list[Said], chunks: list[Chunk], most: int = 2) -> list[VoicePart]:
    voices = voices_of(chunks, most)
    return parts_of(said, Timeline(chunks, voices), len(voices))


@given(
    st.lists(
        st.lists(st.tuples(st.floats(0, 20), st.floats(0, 2)), max_size=8).map(
            lambda times: tuple(sorted((begin, begin + length) for begin, length in times))
        ),
        max_size=6,
    )
)
def test_the_parts_cover_every_word_once_and_in_order(finals: list[tuple[tuple[float, float], ...]]) -> None:
    said = [Said(f"s{number}", times) for number, times in enumerate(finals)]
    parts = _parts(said, TALK)
    for one in said:
        covered = [
            word
            for part in parts
            if part.segment == one.segment
            for word in range(part.first_word, part.last_word + 1)
        ]
        assert covered == list(range(len(one.times)))


def test_a_final_of_two_voices_is_cut_where_the_other_begins() -> None:
    words = (*_words(0.3, 3.0), *_words(3.4, 6.0))
    parts = _parts([Said("s", words)], TALK)
    assert [(part.first_word, part.last_word, part.voice) for part in parts] == [(0, 8, 0), (9, 17, 1)]
    assert all(part.certainty > CERTAIN for part in parts)


def test_a_word_whose_time_reaches_over_the_change_does_not_flicker() -> None:
    words = (*_words(0.3, 2.9), (2.9, 3.5), *_words(3.5, 5.9))
    voices = [part.voice for part in _parts([Said("s", words)], TALK)]
    assert voices == [0, 1]


def test_words_said_by_two_at_once_are_uncertain() -> None:
    both = [chunk(0.0, [(0, 0.2, 3.0, 0), (1, 3.2, 6.0, 1), (0, 6.2, 9.0, 0), (1, 6.2, 9.0, 1)])]
    parts = _parts([Said("s", _words(0.3, 2.9)), Said("t", _words(6.3, 8.9))], both)
    assert parts[0].certainty > CERTAIN
    assert all(part.certainty < CERTAIN for part in parts if part.segment == "t")


def test_words_where_nobody_is_heard_are_uncertain() -> None:
    (part,) = _parts([Said("s", _words(30.0, 31.0))], TALK)
    assert part.certainty < 0.1


def test_without_a_voice_all_is_the_first_ones_and_uncertain() -> None:
    (part,) = _parts([Said("s", _words(0.3, 2.0))], [])
    assert (part.voice, part.certainty) == (0, 0.0)


def test_a_final_without_words_has_no_part() -> None:
    assert _parts([Said("s", ())], TALK) == []


def test_a_stranger_is_given_to_somebody_but_uncertain() -> None:
    chunks = [
        chunk(0.0, [(0, 0.2, 4.0, 0), (1, 4.4, 9.0, 1)]),
        chunk(10.0, [(0, 10.2, 14.0, 0), (1, 14.4, 16.0, 1), (2, 17.0, 18.5, 5)]),
        chunk(20.0, [(0, 20.2, 24.0, 0), (1, 24.4, 29.0, 1)]),
    ]
    parts = _parts([Said("s", _words(0.3, 4.0)), Said("t", _words(17.0, 18.5))], chunks)
    assert parts[0].certainty > CERTAIN
    assert parts[-1].segment == "t"
    assert parts[-1].certainty < CERTAIN
