"""A prompt takes instructions, masked text and line numbers: a plain string does not fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from live_notes.masking import SessionMasker
from live_notes.processors import Instructions, MaskedMessage, MaskedPrompt


class Asked(Instructions):
    SYSTEM = "Write a note."
    LINE = "\nline "
    COLON = ": "


async def test_parts_are_joined_in_order(masker_for: Callable[..., SessionMasker]) -> None:
    masked = (await masker_for().mask("my name is itha")).masked
    prompt = MaskedPrompt.of((Asked.SYSTEM,), (Asked.LINE, 12, Asked.COLON, masked))
    assert [message.text for message in prompt.messages] == [
        "Write a note.",
        "\nline 12: my name is [PERSON_1]",
    ]
    assert "itha" not in repr(prompt)


@pytest.mark.parametrize("part", ["my name is itha", b"itha", None, True, 5_550_199, 1.5, ("itha",)])
def test_anything_unmasked_is_refused(part: object) -> None:
    with pytest.raises(TypeError) as refused:
        MaskedMessage("user", (Asked.LINE, part))  # type: ignore[arg-type]
    assert "itha" not in str(refused.value)
