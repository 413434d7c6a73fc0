"""What a sentence of the note itself speaks of is not told as not discussed."""

from __future__ import annotations

import pytest

from live_notes import Sentence
from live_notes.drafting.discussed import not_told
from live_notes.drafting.note import Section

QUIET = ("suicide", "medication", "coping and homework", "goals", "sleep")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Goal", "Client rated how important it is to stop smoking at 8 (0 to 10).", "goals"),
        ("Subjective", 'Goal: "To swim a length."', "goals"),
        ("Plan", "Client to write the letter by Friday.", "coping and homework"),
        ("Plan", 'Therapist set: "Ten lines a night."', "coping and homework"),
        ("Closure and plan", "Client agreed to ring the college.", "coping and homework"),
        ("Plan", "When asked who helps, client said that they would ring Aunt May.", "coping and homework"),
        ("Data", 'Client stated: "The sertraline made me dizzy."', "medication"),
    ],
)
def test_what_stands_in_the_note_was_discussed(title: str, text: str, told: str) -> None:
    sections = [Section(title=title, sentences=(Sentence(text=text, evidence=("s1",)),))]
    assert not_told(QUIET, sections, "therapist") == tuple(one for one in QUIET if one != told)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Plan", Sentence(text="Next session: Monday at 9.", evidence=("s1",))),
        ("Plan", Sentence(text="Client to meet on Thursday at 5.", evidence=("s1",))),
        ("Plan", Sentence(text="Therapist to write to the GP.", evidence=("s1",))),
        ("Subjective", Sentence(text="Client used to paint.", evidence=("s1",))),
        ("Data", Sentence(text="Client takes sertraline.", evidence=("s1",), flags=("unsupported",))),
        ("Plan", Sentence(text="Client to write the letter.")),
        ("Data", Sentence(text="Client reported thoughts of suicide.", evidence=("s1",))),
    ],
)
def test_what_does_not_speak_of_it_leaves_it_open(title: str, sentence: Sentence) -> None:
    assert not_told(QUIET, [Section(title=title, sentences=(sentence,))], "therapist") == QUIET
