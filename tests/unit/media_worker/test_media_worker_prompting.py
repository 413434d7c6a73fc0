"""What the decoder is told before it hears."""

from __future__ import annotations

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Task, Window
from media_worker.prompting import (
    HESITATIONS,
    MANY_PARTIALS,
    MOST_VOCABULARY_TOKENS,
    earlier_text,
    in_brief,
)


def encode(text: str) -> list[int]:
    """A token a word."""
    return [sum(word.encode()) for word in text.split()]


def task(*, final: bool) -> Task:
    """A task that knows a name."""
    samples = np.zeros(SAMPLE_RATE, np.int16)
    window = Window(0, 0, len(samples), samples, len(samples), final=final)
    return Task(window, "es", ("Maeve",), believed=not final)


def test_a_language_without_a_measured_line_is_told_nothing() -> None:
    assert earlier_text(encode, "es", ()) == []


def test_english_is_told_how_people_hesitate() -> None:
    assert earlier_text(encode, "en", ()) == encode(HESITATIONS["en"])


def test_vocabularies_of_different_length_come_to_one_length_that_fits_one_batch() -> None:
    some = earlier_text(encode, "en", ("Maeve", "sertraline"))
    more = earlier_text(encode, "en", ("Maeve", "Aoife", "sertraline"))
    assert len(some) == len(more)
    assert len(some) == MOST_VOCABULARY_TOKENS + len(encode(HESITATIONS["en"]))
    assert encode(HESITATIONS["en"]) == some[-len(encode(HESITATIONS["en"])) :]
    assert encode("Maeve,")[0] in some


def test_a_vocabulary_is_bounded() -> None:
    many = tuple(f"name{number}" for number in range(500))
    told = earlier_text(encode, "es", many)
    assert MOST_VOCABULARY_TOKENS <= len(told) <= MOST_VOCABULARY_TOKENS + 3


def test_behind_a_vocabulary_every_language_is_told_a_sentence() -> None:
    told = earlier_text(encode, "es", ("Maeve",))
    assert told[-2:] == encode("Mm. Okay?")
    assert len(told) == len(earlier_text(encode, "es", ("Maeve", "Aoife", "sertraline")))


def test_many_partials_in_one_batch_go_without_the_vocabulary_and_keep_all_else() -> None:
    many = [task(final=False) for _ in range(MANY_PARTIALS)]
    told = in_brief(many)
    assert [one.vocabulary for one in told] == [()] * MANY_PARTIALS
    assert [(one.window, one.language, one.believed) for one in told] == [
        (one.window, one.language, one.believed) for one in many
    ]


def test_few_partials_and_every_batch_with_a_final_are_told_all() -> None:
    few = [task(final=False) for _ in range(MANY_PARTIALS - 1)]
    mixed = [*few, task(final=True), task(final=False)]
    assert list(in_brief(few)) == few
    assert list(in_brief(mixed)) == mixed
