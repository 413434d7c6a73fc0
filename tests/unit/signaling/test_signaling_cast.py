"""Whose words they are at a shared microphone: voices to people, guessed, cut, and corrected by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from signaling.cast import (
    Cast,
    Person,
    cast_by,
    in_parts,
    moved,
    swapped,
    told_apart,
    voice_given,
)
from wire import Role, Segment, Word
from wire.control import VoicePart, VoicesSettled

GREY = Person("par_1", "Dr Grey", Role.CLINICIAN)
ANNA = Person("par_2", "Anna", Role.CLIENT)
BEN = Person("par_3", "Ben", Role.CLIENT)
PEOPLE = (GREY, ANNA)


def final(name: str, text: str, start: float = 0.0) -> Segment:
    """A final of a shared track, a word a second, as nobody's words."""
    words = tuple(
        Word(word=word, start=start + n, end=start + n + 0.9, probability=0.9)
        for n, word in enumerate(text.split())
    )
    end = start + len(words)
    return Segment(
        id=name, track=GREY.id, speaker=GREY.name, role=GREY.role, start=start, end=end, text=text,
        final=True, words=words, certainty=0.0,
    )  # fmt: skip


def part(name: str, first: int, last: int, voice: int, certainty: float = 0.9) -> VoicePart:
    return VoicePart(segment=name, first_word=first, last_word=last, voice=voice, certainty=certainty)


def settled(*parts: VoicePart, done: bool = True) -> VoicesSettled:
    return VoicesSettled(track="t", parts=parts, settled=done)


def test_who_asks_and_says_you_is_taken_for_the_clinician() -> None:
    said = {0: "I slept badly and I feel tense.", 1: "How did you sleep this week? What helped you?"}
    assert cast_by(said, PEOPLE) == {1: GREY.id, 0: ANNA.id}


def test_of_a_couple_each_voice_is_somebody_else() -> None:
    said = {0: "Why do you think so?", 1: "I am tired of it.", 2: "My week was fine."}
    assert cast_by(said, (GREY, ANNA, BEN)) == {0: GREY.id, 1: ANNA.id, 2: BEN.id}


def test_one_voice_alone_is_the_clients_unless_it_asks() -> None:
    assert cast_by({0: "I slept badly."}, PEOPLE) == {0: ANNA.id}
    assert cast_by({0: "How are you today?"}, PEOPLE) == {0: GREY.id}


def test_a_final_of_two_voices_is_cut_between_them_once_they_are_settled() -> None:
    cast = Cast(whole={"a": final("a", "How are you? I am tired.")})
    live = told_apart(cast, settled(part("a", 0, 2, 0), part("a", 3, 5, 1), done=False), PEOPLE)
    assert [one.id for one in live] == ["a"]
    whole = told_apart(cast, settled(), PEOPLE)
    assert [(one.id, one.speaker, one.text) for one in whole] == [
        ("a", "Dr Grey", "How are you?"),
        ("a~1", "Anna", "I am tired."),
    ]
    assert [one.start for one in whole] == [0.0, 3.0]
    assert all(one.certainty == 0.9 for one in whole)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=12))
def test_no_word_is_lost_or_said_twice_by_cutting(voices: list[int]) -> None:
    segment = final("a", " ".join(f"w{n}" for n in range(len(voices))))
    parts = [part("a", n, n, voice) for n, voice in enumerate(voices)]
    cut = in_parts(segment, parts, Cast({0: GREY.id, 1: ANNA.id, 2: BEN.id}), (GREY, ANNA, BEN))
    assert " ".join(one.text for one in cut) == segment.text
    assert len({one.id for one in cut}) == len(cut)
    assert cut[0].id == "a"


def test_a_voice_that_nobody_is_known_for_stays_nobodys() -> None:
    told = in_parts(final("a", "Hello there."), [part("a", 0, 1, 3)], Cast(), PEOPLE)
    assert [(one.voice, one.certainty) for one in told] == [(3, 0.0)]


def test_a_correction_is_not_guessed_over() -> None:
    cast = Cast({0: ANNA.id, 1: GREY.id}, fixed=True, whole={"a": final("a", "How are you today?")})
    told = told_apart(cast, settled(part("a", 0, 3, 0)), PEOPLE)
    assert told[0].speaker == "Anna"
    cast.moved.add("a")
    assert told_apart(cast, settled(), PEOPLE) == []


def test_two_people_are_swapped_and_one_line_is_moved() -> None:
    cast = Cast(whole={"a": final("a", "How are you?"), "b": final("b", "I am tired.", 4.0)})
    told = told_apart(cast, settled(part("a", 0, 2, 0), part("b", 0, 2, 1)), PEOPLE)
    turned = swapped(told, GREY, ANNA)
    assert [one.speaker for one in turned] == ["Anna", "Dr Grey"]
    assert [one.role for one in turned] == [Role.CLIENT, Role.CLINICIAN]
    assert [one.speaker for one in voice_given(told, 1, GREY)] == ["Dr Grey"]
    assert moved(told[1], GREY).certainty == 1.0


def test_the_cast_is_known_again_from_what_is_kept_and_words_can_be_forgotten() -> None:
    cast = Cast(whole={"a": final("a", "How are you?")})
    kept = told_apart(cast, settled(part("a", 0, 2, 0)), PEOPLE)
    assert Cast.known(kept).voices == {0: GREY.id}
    assert Cast.known(kept).fixed
    cast.forget(["a"])
    assert not cast.whole
    assert not cast.said()
