"""What is not believed, and how tokens become words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker import doubt
from media_worker.hearing import Doubt, Heard
from media_worker.words import join_words


def said(text: str) -> list[Heard]:
    return [Heard(word, at * 0.3, at * 0.3 + 0.2, 0.9) for at, word in enumerate(text.split())]


def evidence(log_prob: float = -0.2, no_speech: float = 0.05, voiced_seconds: float = 2.0) -> doubt.Evidence:
    return doubt.Evidence(log_prob, no_speech, voiced_seconds)


@pytest.mark.parametrize("text", ["Yes.", "No.", "I don't know.", "No, no, no.", "Thank you."])
def test_short_probable_answers_are_believed(text: str) -> None:
    assert doubt.judge(text, evidence()) is None


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("", evidence(), Doubt.NO_WORDS),
        ("... !", evidence(), Doubt.NO_WORDS),
        ("you", evidence(-0.6, 0.5), Doubt.STOCK_PHRASE),
        ("Thanks for watching!", evidence(-0.5, 0.4), Doubt.STOCK_PHRASE),
        ("The front of the car", evidence(-1.0, 0.9), Doubt.NO_SPEECH),
        ("Mumble", evidence(-1.9, 0.1), Doubt.IMPROBABLE),
        ("la " * 60, evidence(), Doubt.REPETITION),
    ],
)
def test_inventions_are_not_believed(text: str, found: doubt.Evidence, why: Doubt) -> None:
    assert doubt.judge(text, found) is why


def test_a_circling_decoder_is_cut_and_human_repetition_kept() -> None:
    circling = doubt.without_repeats(said("I went home and then I left and then I left and then I left"))
    assert " ".join(word.word for word in circling) == "I went home and then I left"
    assert len(doubt.without_repeats(said("no, no, no, no."))) == 4
    assert len(doubt.without_repeats(said("you know what I mean you know what I mean"))) == 10


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=30))
def test_cutting_repeats_only_ever_shortens(words: list[str]) -> None:
    heard = said(" ".join(words))
    assert doubt.without_repeats(heard) == heard[: len(doubt.without_repeats(heard))]


def test_words_after_the_speech_are_dropped() -> None:
    assert len(doubt.without_tail(said("one two three four five six seven eight"), 0.7)) == 5


def test_tokens_are_limited_by_duration() -> None:
    assert doubt.token_limit(1.0) < 25
    assert doubt.token_limit(15.0) < 200


def entry(word: str, start: float, end: float, probability: float = 0.9) -> dict[str, object]:
    return {"word": word, "start": start, "end": end, "probability": probability}


def test_marks_join_their_words() -> None:
    entries = [
        entry(" Well", 0, 0.2),
        entry(",", 0.2, 0.2),
        entry(' "', 0.3, 0.3),
        entry("yes", 0.3, 0.5),
        entry(".", 0.5, 0.5),
        entry('"', 0.5, 0.5),
    ]
    assert [word.word for word in join_words(entries)] == ["Well,", '"yes."']


def test_a_word_stretched_over_a_pause_keeps_its_end() -> None:
    (word,) = join_words([entry(" hello", 0.0, 6.0)])
    assert word.end == 6.0
    assert word.end - word.start < 2.0


def test_reprs_hold_no_words() -> None:
    assert "secret" not in repr(Heard("secret", 0, 1, 1))


def test_a_short_window_said_twice_over_is_cut_and_slow_repetition_kept() -> None:
    twice = said("I chose purple marmalade umbrella. I chose purple marmalade umbrella. I")
    assert [word.word for word in doubt.without_circle(twice, 2.0)] == [word.word for word in twice[:5]]
    assert doubt.without_circle(twice, 4.0) == twice
    fast = said("one two three four five six seven eight nine ten eleven")
    assert doubt.without_circle(fast, 1.0) == fast


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=30), st.floats(0.1, 5.0))
def test_cutting_a_circle_keeps_the_beginning_and_every_different_word(
    words: list[str], seconds: float
) -> None:
    heard = said(" ".join(words))
    kept = doubt.without_circle(heard, seconds)
    assert kept == heard[: len(kept)]
    assert {word.word for word in kept} == {word.word for word in heard}


def test_improbable_words_are_shown_as_uncertain() -> None:
    assert doubt.is_doubtful(evidence(), [Heard("Yahoo!", 0.3, 0.7, 0.23)])
    assert not doubt.is_doubtful(evidence(), [Heard("No.", 0.3, 0.7, 0.71)])


def test_a_short_answer_is_no_surer_than_its_least_probable_word() -> None:
    heard = [Heard("I", 0.3, 0.4, 0.16), Heard("know.", 0.4, 0.7, 0.97)]
    assert doubt.is_doubtful(evidence(voiced_seconds=0.6), heard)
    assert not doubt.is_doubtful(evidence(voiced_seconds=3.0), heard)
    longer = [*heard, Heard("it", 0.7, 0.8, 0.99), Heard("well.", 0.8, 1.0, 0.99)]
    assert not doubt.is_doubtful(evidence(voiced_seconds=1.0), longer)
