"""Words that two decodes agree on stay; the rest may change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from media_worker.agreement import Agreement
from media_worker.hearing import Heard


def said(text: str, probability: float = 0.9) -> list[Heard]:
    """Two words a second from the window's start."""
    return [Heard(word, 0.5 * at, 0.5 * at + 0.4, probability) for at, word in enumerate(text.split())]


def shown(agreement: Agreement, text: str, seconds: float = 60.0) -> str:
    return " ".join(word.word for word in agreement.show(said(text), seconds))


def test_a_first_decode_is_shown_as_it_is() -> None:
    assert shown(Agreement(), "I went home") == "I went home"


def test_words_agreed_on_stay_though_a_later_decode_hears_others() -> None:
    agreement = Agreement()
    shown(agreement, "I feel week today")
    assert shown(agreement, "I feel weak today and") == "I feel weak today and"  # "I feel" is settled
    assert shown(agreement, "I fell weak today and tired") == "I feel weak today and tired"
    assert shown(agreement, "Eyes fell weak today and tired now") == "I feel weak today and tired now"


def test_case_and_punctuation_are_no_disagreement() -> None:
    agreement = Agreement()
    shown(agreement, "well, I think")
    assert shown(agreement, "Well I think. So do") == "Well I think. So do"


def test_an_unsure_word_at_the_end_waits_while_the_speaker_goes_on() -> None:
    half = [*said("I have been"), Heard("slee", 1.5, 1.95, 0.3)]
    assert [word.word for word in Agreement().show(half, 2.0)] == ["I", "have", "been"]
    assert [word.word for word in Agreement().show(half, 2.0, paused=True)] == ["I", "have", "been", "slee"]
    sure = [*half[:3], Heard("sleeping", 1.5, 1.95, 0.9)]
    assert len(Agreement().show(sure, 2.0)) == 4


def test_a_decode_that_hears_nothing_takes_settled_words_not_away() -> None:
    agreement = Agreement()
    shown(agreement, "good morning")
    shown(agreement, "good morning")
    assert shown(agreement, "") == "good morning"


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=8).map(" ".join), max_size=8))
def test_what_is_settled_never_changes(decodes: list[str]) -> None:
    agreement = Agreement()
    before: list[str] = []
    settled: list[str] = []
    for text in decodes:
        now = shown(agreement, text).split()
        assert now[: len(settled)] == settled
        common = 0
        while common < min(len(now), len(before)) and now[common] == before[common]:
            common += 1
        settled = max(settled, now[: len(agreement._settled)], key=len)
        before = now
