"""Languages other than English, with the multilingual model: heard, punctuated, with word times."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rapidfuzz.distance import Levenshtein

from bench.noise_play import play
from bench.noise_speech import Spoken, languages
from media_worker.recogniser import Recogniser
from media_worker.scripts import written

pytestmark = pytest.mark.speech


def letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


@pytest.mark.parametrize(
    ("language", "said"), [pytest.param(*one, id=one[0]) for one in languages() if one[0] != "en"]
)
def test_a_language_is_heard_with_its_marks_though_the_vocabulary_is_english(
    language: str, said: Spoken, base: Recogniser
) -> None:
    heard = play(said.samples, base, partial_seconds=1.5, language=language)
    text = written(final.text for final in heard.finals)
    wrong = Levenshtein.distance(letters(text), letters(said.words)) / len(letters(said.words))
    assert wrong < 0.12
    assert text[-1] in ".。"
    assert text[0] == text[0].upper()
    words = [word for final in heard.finals for word in final.words]
    assert len(words) >= 15
    assert all(before.start <= after.start for before, after in pairwise(words))
    assert written(word.word for word in words) == text
    shown = [partial.text for partial in heard.partials]
    assert shown
    assert language != "ja" or not any(" " in one for one in shown)


@pytest.mark.parametrize("model", ["tiny", "base"])
def test_doses_scores_and_dates_are_written_as_a_note_would(
    model: str, request: pytest.FixtureRequest
) -> None:
    recogniser: Recogniser = request.getfixturevalue(model)
    said = dict(languages())["en"]
    heard = play(said.samples, recogniser, partial_seconds=1e9)
    for readable in ("50 milligrams", "sertraline", "half past nine", "score was 14", "23rd of March."):
        assert readable in heard.text
    words = [word for final in heard.finals for word in final.words]
    dose = next(word for word in words if word.word == "50")
    assert dose.end - dose.start > 0.2  # it lasts as long as "fifty" did
