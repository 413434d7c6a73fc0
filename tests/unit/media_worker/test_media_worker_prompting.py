"""What the decoder is told before it hears."""

from __future__ import annotations

from media_worker.prompting import HESITATIONS, MOST_VOCABULARY_TOKENS, earlier_text


def encode(text: str) -> list[int]:
    """A token a word."""
    return [sum(word.encode()) for word in text.split()]


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
    assert len(told) == MOST_VOCABULARY_TOKENS
