"""What changes a life is told, however few its words."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("I handed in my notice.", "she handed in her notice"),
        ("I got promoted.", "she got promoted"),
        ("I was made redundant.", "she was made redundant"),
        ("We broke up.", "they broke up"),
        ("I got arrested.", "she got arrested"),
        ("I passed my driving test.", "she passed her driving test"),
        ("I'm pregnant.", "she is pregnant"),
    ],
)
async def test_an_event_of_few_words_is_told(spoken: str, told: str) -> None:
    note = " ".join(texts(await drafted_with(("t", "I see. Go on."), ("c", spoken))))
    assert told in note


@pytest.mark.parametrize(
    "spoken",
    ["I fired off a text.", "I quit smoking in bed.", "The dog has gone to the vet's.", "I started my tea."],
)
def test_other_uses_are_no_event(spoken: str) -> None:
    assert not LIFE_EVENT.search(spoken)
