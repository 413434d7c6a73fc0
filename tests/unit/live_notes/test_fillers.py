"""Hesitations go, everything else stays: words, order, times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.fillers import may_hesitate, readable, without_fillers
from wire import Role, Segment, Word


def segment(text: str) -> Segment:
    words = tuple(
        Word(word=word, start=10.0 + n / 2, end=10.4 + n / 2, probability=0.9)
        for n, word in enumerate(text.split())
    )
    return Segment(
        id="s1",
        track="t",
        speaker="A",
        role=Role.CLIENT,
        start=10.0,
        end=20.0,
        text=text,
        final=True,
        words=words,
    )


def shown(text: str) -> str | None:
    found = readable(segment(text))
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("Um, I was tired.", "I was tired."),
        ("um, and then I left", "and then I left"),
        ("I was, uh, tired.", "I was, tired."),
        ("Uh, um, erm, the dog died.", "The dog died."),
        ("I went home, um.", "I went home."),
        ("Did you, uh?", "Did you, uh?"),
        ("It was fine. Um, we talked.", "It was fine. We talked."),
        ("It was uh... hard.", "It was... hard."),
        ("It was — uh — hard.", "It was — — hard."),
        ('"Um, no," she said.', '"No," she said.'),
        ("Mm, sometimes.", "Sometimes."),
        ("Um. Yes.", "Yes."),
        ("Hmm, I don't know.", "I don't know."),
    ],
)
def test_hesitations_go(heard: str, expected: str) -> None:
    assert shown(heard) == expected


@pytest.mark.parametrize(
    "heard",
    [
        "Mm-hmm.",
        "Uh-huh, yes.",
        "Uh huh.",
        "Uh uh.",
        "Uh oh, I forgot.",
        "Mm hmm.",
        "Mm.",
        "Hmm. I see.",
        "Huh?",
        "Hmm?",
        "I went to the ER.",
        "They took me to the er last night.",
        "A cyst of 5 mm there.",
        "Like, you know, I mean it.",
        "To err is human.",
        "Ah, that hurts.",
        "The UM clinic.",
        "The umbrella and the hermit hummed.",
    ],
)
def test_words_and_answers_stay(heard: str) -> None:
    whole = segment(heard)
    assert readable(whole) is whole


def test_nothing_but_hesitation_leaves_nothing() -> None:
    assert [shown(text) for text in ("Um.", "Uh, um...", "Erm, uh.")] == [None, None, None]


def test_words_keep_their_times_and_follow_the_text() -> None:
    found = readable(segment("Um, we, uh, slept."))
    assert found is not None
    assert [(word.word, word.start) for word in found.words] == [("We,", 10.5), ("slept.", 11.5)]
    assert (found.start, found.end, found.id) == (10.0, 20.0, "s1")


def test_a_corrected_text_and_its_words_are_each_looked_through() -> None:
    corrected = segment("Um, we slept.").model_copy(update={"text": "Um, we slept well."})
    found = readable(corrected)
    assert found is not None
    assert found.text == "We slept well."
    assert [word.word for word in found.words] == ["We", "slept."]


SAID = """um Um, uh uh, Uh. er erm, hmm Hmm. mm mm, mm-hmm uh-huh huh ER 5 the I was tired, Yes. no? - ...
“um,” (uh) ok"""
TALK = st.lists(st.sampled_from(SAID.split()))


@given(TALK)
def test_what_stays_is_what_was_said_in_its_order(texts: list[str]) -> None:
    kept = without_fillers(texts)
    places = [place for place, _ in kept]
    assert places == sorted(set(places))
    for place, text in kept:
        assert letters(text) == letters(texts[place])
    gone = [texts[place] for place in range(len(texts)) if place not in places]
    assert all(letters(text) in {"um", "uh", "er", "erm", "hmm", "mm"} for text in gone)


@given(TALK)
def test_what_was_cleaned_once_is_not_shown_blank(texts: list[str]) -> None:
    found = readable(segment(" ".join(texts)))
    if texts:
        assert found is None or found.text.strip()
        assert found is None or " ".join(word.word for word in found.words) == found.text


@given(TALK)
def test_the_quick_look_misses_nothing(texts: list[str]) -> None:
    if len(without_fillers(texts)) < len(texts):
        assert may_hesitate(" ".join(texts))


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    found = readable(segment(text))
    assert found is None or found.text == text or found.text.strip()


def letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum() or one == "-").casefold()
