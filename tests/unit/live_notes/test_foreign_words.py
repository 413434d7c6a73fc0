"""Words in another language than English are told apart, quoted as they were said, and owned up to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, MaskedTranscript, Note, NoteFormat
from live_notes.drafting.embedded.drafter import EmbeddedDrafter
from live_notes.drafting.language.foreign import is_foreign
from live_notes.drafting.writing import FOREIGN_NOTICE, write_note
from live_notes.request import lines_from_transcript

NOW = datetime(2026, 11, 1, tzinfo=UTC)
GERMAN = "Ich wache jede Nacht um drei Uhr auf und kann nicht mehr einschlafen."
ENGLISH = [
    ("clinician", "How have you been sleeping this week?"),
    ("client", "I wake up at three every night and I can't get back to sleep."),
    ("clinician", "I'd like you to keep a sleep diary until next Tuesday."),
]


async def drafted(*said: tuple[str, str]) -> Note:
    turns = [
        {"id": f"s{at}", "role": role, "text": text, "start": 6.0 * at, "end": 6.0 * at + 5}
        for at, (role, text) in enumerate(said)
    ]
    lines = MaskedTranscript(tuple(lines_from_transcript(turns)))
    return await write_note(lines, DraftSpec(NoteFormat.SOAP), EmbeddedDrafter(), now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "Not so well. " + GERMAN,
        "Bueno, he estado muy triste esta semana, no puedo dormir.",
        "Como muy poco desde que murió mi madre.",
        "Je ne dors pas très bien depuis la mort de mon père.",
        "Non dormo più da quando è morta mia madre.",
        "Não durmo bem desde que a minha mãe morreu.",
        "Я плохо сплю после смерти матери.",
        "我睡不好，每天晚上三点醒来。",
    ],
)
def test_another_language_is_told(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "Sí, claro.",
        "Lost weight, poor sleep, low energy, crying daily.",
        "My grandma says que sera sera to everything.",
        "We drove down from El Paso to Los Angeles with Maria de la Cruz.",
        "[PERSON_1] and [PERSON_2] met on [DATE_1] in [LOCATION_3].",
        "So I was on die Straße for a minute, so to speak.",
    ],
)
def test_english_with_a_few_words_of_another_is_english(text: str) -> None:
    assert not is_foreign(text)


async def test_a_note_says_that_some_was_not_in_english_and_quotes_it_whole() -> None:
    note = await drafted(ENGLISH[0], ("client", "Not so well. " + GERMAN), ENGLISH[2])
    assert note.drafter_notice == FOREIGN_NOTICE
    told = " ".join(one.text for section in note.sections for one in section.sentences)
    assert GERMAN in told


async def test_a_note_of_english_words_says_nothing_of_it() -> None:
    assert (await drafted(*ENGLISH)).drafter_notice is None
