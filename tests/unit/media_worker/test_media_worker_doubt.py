"""What is not believed, and how tokens become words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker import doubt
from media_worker.confirmation import Confirmed
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


def test_tokens_are_limited_by_duration() -> None:
    assert doubt.token_limit(1.0) < 25
    assert doubt.token_limit(15.0) < 200
    assert doubt.token_limit(4.0, "hi") > 2 * doubt.token_limit(4.0, "de")


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


def confirmed(longest: float) -> Confirmed:
    return Confirmed(longest, longest)


def weighed(log_prob: float, no_speech: float, longest: float) -> doubt.Evidence:
    return doubt.Evidence(log_prob, no_speech, 0.5, confirmed(longest))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No.", weighed(-0.54, 0.145, 0.06)),  # whispered
        ("Right.", weighed(-0.26, 0.18, 0.1)),  # whispered
        ("Bye.", weighed(-0.38, 0.38, 0.35)),  # at -45 dBFS
        ("Maybe.", weighed(-0.7, 0.51, 0.42)),  # at -45 dBFS
        ("Thank you.", weighed(-0.18, 0.36, 0.7)),
        ("Yeah.", weighed(-0.79, 0.12, 0.35)),
        ("Right.", weighed(-0.9, 0.5, 0.45)),  # at -45 dBFS: one word, as doubtful as many invented ones
    ],
)
def test_a_true_short_answer_is_believed_however_soft(text: str, found: doubt.Evidence) -> None:
    assert doubt.judge(text, found) is None


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("Thank you.", weighed(-0.77, 0.25, 0.03), Doubt.STOCK_PHRASE),  # a piano
        ("Thank you.", weighed(-0.68, 0.8, 0.06), Doubt.NO_SPEECH),  # a ring tone
        ("Yeah, yeah, yeah.", weighed(-0.81, 0.59, 1.15), Doubt.STOCK_PHRASE),  # coughs
        ("Here.", weighed(-1.26, 0.37, 0.32), Doubt.NO_SPEECH),  # a cough
        ("boop boop boop", weighed(-0.69, 0.64, 0.1), Doubt.NO_SPEECH),  # knocks
        ("I'm gonna go to the end of", weighed(-0.89, 0.47, 0.38), Doubt.NO_SPEECH),  # a buzzing telephone
    ],
)
def test_what_silero_hardly_confirms_must_be_the_surer(text: str, found: doubt.Evidence, why: Doubt) -> None:
    assert doubt.judge(text, found) is why


def test_a_long_whisper_is_not_too_fast_for_what_is_confirmed_of_it() -> None:
    words = "I have not told anybody about it since last summer"
    assert doubt.judge(words, weighed(-0.9, 0.4, 0.7)) is None
    assert doubt.judge(words, weighed(-0.9, 0.4, 0.5)) is Doubt.NO_SPEECH


@pytest.mark.parametrize(
    ("said_so", "kept"),
    [
        ("没有" * 3, "没有" * 3),
        ("いいえ" * 4, "いいえ" * 4),
        ("はい" * 12, "はい"),
        ("色々いろいろ", "色々いろいろ"),
    ],
)
def test_what_is_repeated_in_characters_is_kept_like_repeated_words(said_so: str, kept: str) -> None:
    words = [Heard(character, 0.0, 0.1, 0.9) for character in said_so]
    left = doubt.without_repeats(doubt.without_circle(words, 0.5))
    assert "".join(word.word for word in left) == kept


def test_a_cry_by_itself_needs_a_decoder_that_would_have_said_it_untold() -> None:
    ring = doubt.Evidence(-0.19, 0.18, 1.2, confirmed(0.32), least=0.24)
    assert doubt.judge("Yo,", ring) is Doubt.ECHO
    assert doubt.judge("Yo,", replace(ring, least=0.5)) is None
    assert doubt.judge("Yo,", replace(ring, confirmed=confirmed(0.5))) is None
    assert doubt.judge("Yeah.", replace(ring, least=0.01)) is None  # a true one is as improbable
    assert doubt.judge("No.", ring) is None


@pytest.mark.parametrize("text", ["Yeah.", "Yeah, yeah.", "Er,", "C", "T E", "Ha, ha", "Uh-uh,"])
def test_of_cries_and_letters_the_sound_is_asked(text: str) -> None:
    assert doubt.may_be_cough(text)


@pytest.mark.parametrize("text", ["No.", "Yes.", "Okay.", "Yeah, I know.", "Fine.", "5.", "4", "不", "네."])
def test_of_an_answer_the_sound_is_not_asked(text: str) -> None:
    assert not doubt.may_be_cough(text)


@given(
    st.sampled_from(["No.", "Thank you.", "I went home early today."]),
    st.floats(-2.0, 0.0),
    st.floats(0.0, 1.0),
    st.floats(0.0, 3.0),
    st.floats(0.0, 1.0),
)
def test_more_speech_and_surer_words_are_never_believed_less(
    text: str, log_prob: float, no_speech: float, longest: float, more: float
) -> None:
    if doubt.judge(text, weighed(log_prob, no_speech, longest)) is None:
        assert doubt.judge(text, weighed(log_prob, no_speech, longest + more)) is None
        assert doubt.judge(text, weighed(log_prob * (1 - more), no_speech, longest)) is None
        assert doubt.judge(text, weighed(log_prob, no_speech * (1 - more), longest)) is None


def test_words_on_the_border_of_belief_are_shown_as_uncertain() -> None:
    sure = [Heard("No.", 0.3, 0.7, 0.9)]
    assert doubt.is_doubtful(weighed(-0.6, 0.45, 0.6), sure)
    assert not doubt.is_doubtful(weighed(-0.3, 0.2, 0.6), sure)


def test_what_is_repeated_faster_than_anybody_speaks_is_cut_to_one() -> None:
    echoes = said("Okay. Okay. Okay. Okay.")
    assert [word.word for word in doubt.without_circle(echoes, 0.6)] == ["Okay."]
    assert doubt.without_circle(echoes, 1.2) == echoes
    answer = said("No, no, no.")
    assert doubt.without_circle(answer, 0.6) == answer


def test_who_begins_anew_and_goes_on_is_left_as_spoken() -> None:
    anew = said("which I don't I don't I don't I don't buy it and I can't just get rid of him")
    assert doubt.without_repeats(anew) == anew


@pytest.mark.parametrize(
    ("word", "count"), [("okay", 2), ("no", 1), ("mhm", 1), ("microgynon", 4), ("26", 1), ("días", 1)]
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert doubt.syllables(word) == count


def told(
    longest: float, least: float | None, log_prob: float = -0.2, no_speech: float = 0.4
) -> doubt.Evidence:
    return doubt.Evidence(log_prob, no_speech, 0.5, confirmed(longest), least)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uh,", told(0.1, 0.0)),  # music on hold
        ("Um, th", told(0.06, 0.0)),  # a ring tone
        ("I'm, uh, I'm, uh, I'm, uh,", told(0.06, 0.04)),  # arpeggios
        ("I'm, uh, th-", told(0.45, 0.0, -0.46, 0.79)),  # a ring tone with much that sounds like a voice
    ],
)
def test_what_was_only_told_beforehand_is_not_heard(text: str, found: doubt.Evidence) -> None:
    assert doubt.judge(text, found) is Doubt.ECHO


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Um, no.", told(0.1, 0.3)),  # probable also for a decoder that was told nothing
        ("Um.", told(0.7, 0.0, -0.2, 0.2)),  # a voice at a stretch
        ("Yeah.", told(0.32, 0.01)),
        ("Um, no.", told(0.1, None)),  # not asked for
    ],
)
def test_hesitations_that_somebody_makes_are_heard(text: str, found: doubt.Evidence) -> None:
    assert doubt.judge(text, found) is None


def test_a_partial_is_shown_once_a_voice_is_sure_and_says_more_than_hesitations() -> None:
    assert doubt.is_worth_showing("I slept badly", confirmed(0.6))
    assert doubt.is_worth_showing("I slept badly", None)
    assert not doubt.is_worth_showing("Uh-uh,", confirmed(0.8))
    assert not doubt.is_worth_showing("I slept badly", confirmed(0.2))
    assert not doubt.is_worth_showing("Um, I think, uh...", confirmed(0.6))
    assert not doubt.is_worth_showing("Um, th-", None)
