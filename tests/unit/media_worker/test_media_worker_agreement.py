"""Words that two decodes agree on stay; the rest may change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from media_worker.agreement import Agreement
from media_worker.hearing import Heard


def said(text: str, probability: float = 0.9) -> list[Heard]:
    """Two words a second from the window's start."""
    return [Heard(word, 0.5 * at, 0.5 * at + 0.4, probability) for at, word in enumerate(text.split())]


def shown(agreement: Agreement, text: str, *, paused: bool = True) -> str:
    return " ".join(word.word for word in agreement.show(said(text), paused=paused))


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


def test_the_last_word_waits_while_its_speaker_goes_on_until_another_decode_hears_it() -> None:
    agreement = Agreement()
    assert shown(agreement, "I have been slee", paused=False) == "I have been"
    assert shown(agreement, "I have been sleeping", paused=False) == "I have been"
    assert shown(agreement, "I have been sleeping", paused=False) == "I have been sleeping"


def test_in_a_pause_the_last_word_is_whole() -> None:
    assert shown(Agreement(), "I have been asleep", paused=True) == "I have been asleep"


def test_settled_words_keep_their_text_and_get_the_times_of_the_newest_decode() -> None:
    agreement = Agreement()
    agreement.show([Heard("Well,", 0.3, 0.5, 0.5), Heard("I", 0.5, 0.9, 0.5)], paused=False)
    agreement.show([Heard("Well,", 0.2, 0.4, 0.5), Heard("I", 0.4, 0.7, 0.5)], paused=False)
    now = agreement.show([Heard("well", 0.1, 0.3, 0.8), Heard("I", 0.3, 0.4, 0.8)], paused=False)
    assert now == (Heard("Well,", 0.1, 0.3, 0.8), Heard("I", 0.3, 0.4, 0.8))


def test_words_said_twice_are_found_where_they_most_likely_stand() -> None:
    agreement = Agreement()
    shown(agreement, "no no I said no")
    shown(agreement, "no no I said no")
    assert shown(agreement, "know no I said no way") == "no no I said no way"


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
