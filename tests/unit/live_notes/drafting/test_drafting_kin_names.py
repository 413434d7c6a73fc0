"""Kin who are called by a name of their own are the client's kin in a note."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.persons.kin_names import kin_as_told
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("Mum held it all together.", "my mum held it all together."),
        ("I rang Dad on Sunday.", "I rang my dad on Sunday."),
        ("It's been a year since Nan died.", "It's been a year since my nan died."),
        ("I stayed with Mum and Dad.", "I stayed with my mum and dad."),
        ("Grandad's house was cold.", "my grandad's house was cold."),
    ],
)
def test_a_name_of_kin_is_whose_it_is(spoken: str, told: str) -> None:
    assert kin_as_told(spoken) == told


@pytest.mark.parametrize(
    "spoken",
    [
        "My Mum rang.",
        "She calls me Mum now.",
        "Mum, I said, sit down.",
        "He said Dad please.",
        "Auntie Bola came over.",
        "Father Doyle said the mass.",
        "I'm a mum of three.",
    ],
)
def test_who_is_spoken_to_or_of_somebody_else_stays(spoken: str) -> None:
    assert kin_as_told(spoken) == spoken


async def test_a_note_tells_whose_they_are() -> None:
    note = " ".join(texts(await drafted_with(("t", "Mm."), ("c", "Mum drank in the evenings and Dad left."))))
    assert "her mum drank in the evenings" in note
