"""Finals and parts to turns of one voice each, and who the clinician is."""

from __future__ import annotations

import pytest

from media_worker.voices.turns import turns_of, voice_of_first
from wire import Word
from wire.control import Recognised, VoicePart


def _final(name: str, *words: tuple[str, float, float]) -> Recognised:
    return Recognised(
        track="t",
        id=name,
        start=words[0][1] if words else 0.0,
        end=words[-1][2] if words else 0.0,
        text=" ".join(word for word, _, _ in words),
        final=True,
        words=tuple(Word(word=word, start=start, end=end, probability=1.0) for word, start, end in words),
    )


def _part(name: str, first: int, last: int, voice: int, certainty: float = 0.9) -> VoicePart:
    return VoicePart(segment=name, first_word=first, last_word=last, voice=voice, certainty=certainty)


ASKED = _final("a", ("How", 0, 1), ("so?", 1, 2), ("Badly.", 3, 6))


def test_a_final_of_two_voices_becomes_two_turns_with_ids_of_their_own() -> None:
    turns = turns_of([ASKED], [_part("a", 0, 1, 0), _part("a", 2, 2, 1, 0.3)])
    assert [(turn.id, turn.voice, turn.text) for turn in turns] == [
        ("a.1", 0, "How so?"),
        ("a.2", 1, "Badly."),
    ]
    assert [turn.uncertain for turn in turns] == [False, True]


def test_a_final_of_one_voice_keeps_its_id() -> None:
    (turn,) = turns_of([ASKED], [_part("a", 0, 2, 1)])
    assert (turn.id, turn.voice, turn.words) == ("a", 1, ASKED.words)


def test_a_final_nobody_told_of_is_uncertain_and_no_word_is_lost() -> None:
    (turn,) = turns_of([ASKED], [])
    assert turn.words == ASKED.words
    assert turn.uncertain


@pytest.mark.parametrize(("seconds", "voice"), [(2.5, 0), (60.0, 1)])
def test_the_clinician_is_who_speaks_longest_at_first(seconds: float, voice: int) -> None:
    turns = turns_of([ASKED], [_part("a", 0, 1, 0), _part("a", 2, 2, 1)])
    assert voice_of_first(turns, seconds) == voice


def test_where_nobody_speaks_nobody_is_the_clinician() -> None:
    assert voice_of_first(turns_of([_final("a")], []), 30.0) is None


def test_no_word_shows_in_a_representation() -> None:
    (turn,) = turns_of([ASKED], [_part("a", 0, 2, 1)])
    assert "Badly" not in f"{turn!r} {turn}"
