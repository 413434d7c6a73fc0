"""Words of a moment have estimated times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.agreement import Agreement
from media_worker.hearing import Hearing
from media_worker.words import spread_words


def test_a_stretch_is_shared_by_letters() -> None:
    words = spread_words([" I", " slept", " well", "."], 0.3, 2.3, 0.7)
    assert [word.word for word in words] == ["I", "slept", "well."]
    assert words[0].start == pytest.approx(0.3)
    assert words[1].end - words[1].start == pytest.approx(2.0 * 6 / 14)
    assert all(word.probability == 0.7 for word in words)


@given(st.lists(st.sampled_from([" a", " word", " longer", ",", "?"]), max_size=12), st.floats(0.0, 14.0))
def test_times_lie_in_the_stretch_and_never_run_backwards(pieces: list[str], start: float) -> None:
    words = spread_words(pieces, start, 15.0, 0.5)
    times = [time for word in words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(start - 1e-9 <= time <= 15.0 + 1e-9 for time in times)


def test_nothing_decoded_is_no_word() -> None:
    assert spread_words([], 0.0, 1.0, 0.5) == []


@pytest.mark.parametrize(
    ("pieces", "words", "line"),
    [
        (["我", "睡", "不好", "。"], ["我", "睡", "不好。"], "我睡不好。"),
        (["よ", "く", "眠", "れ", "ない"], ["よ", "く", "眠", "れ", "ない"], "よく眠れない"),
        ([" On", " Monday", " 我", "睡"], ["On", "Monday", "我", "睡"], "On Monday我睡"),
        ([" 잠을", " 못", " 자요", "."], ["잠을", "못", "자요."], "잠을 못 자요."),
        ([" ฉันนอน", "ไม่หลับ"], ["ฉันนอนไม่หลับ"], "ฉันนอนไม่หลับ"),
    ],
    ids=["Chinese", "Japanese", "mixed", "Korean has spaces", "Thai has them between phrases"],
)
def test_languages_without_spaces_have_words_and_a_line_without_spaces(
    pieces: list[str], words: list[str], line: str
) -> None:
    heard = spread_words(pieces, 0.0, 2.0, 0.9)
    assert [word.word for word in heard] == words
    assert Hearing(tuple(heard)).text == line


def test_an_open_chinese_window_shows_all_but_its_last_character() -> None:
    agreement = Agreement()
    shown = agreement.show(spread_words(["我", "睡", "不", "好"], 0.0, 2.0, 0.9))
    assert Hearing(shown).text == "我睡不"
