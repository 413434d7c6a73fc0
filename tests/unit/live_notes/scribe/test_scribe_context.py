"""The scribe masks a line as part of a conversation: what was asked before it, what goes on after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from live_notes import Scribe
from live_notes.masking import SessionMasker
from retention.clock import FrozenClock
from wire import Role, Segment

Said = tuple[Role, str]


def finals(said: Sequence[Said]) -> list[Segment]:
    return [
        Segment(
            id=f"seg-{number}",
            track=role.value,
            speaker="Robin",
            role=role,
            start=5.0 * number,
            end=5.0 * number + 4,
            text=text,
            final=True,
        )
        for number, (role, text) in enumerate(said)
    ]


async def masked(scribe: Scribe, said: Sequence[Said]) -> list[str]:
    for one in finals(said):
        await scribe.hear(one)
    return [line.masked.text for line in scribe.masked_transcript().lines if line.masked is not None]


@pytest.fixture
def scribe(masker_for: Callable[..., SessionMasker]) -> Scribe:
    return Scribe(FrozenClock(), masker_for(), mask_timeout=60.0)


async def test_a_number_split_over_two_finals_is_masked_in_both(scribe: Scribe) -> None:
    first, agreed, second = await masked(
        scribe,
        [
            (Role.CLIENT, "You can reach me, it's five one two."),
            (Role.CLINICIAN, "Mm-hmm."),
            (Role.CLIENT, "Five five five oh one nine nine."),
        ],
    )
    assert "five" not in first.lower()
    assert "five" not in second.lower()
    assert agreed == "Mm-hmm."


async def test_an_answer_is_what_was_asked_for(scribe: Scribe) -> None:
    _, answer = await masked(
        scribe,
        [(Role.CLINICIAN, "Could you read me the member ID on the card?"), (Role.CLIENT, "W X 4 4 1 9.")],
    )
    assert "4" not in answer


async def test_a_transcript_that_is_masked_as_a_whole_is_masked_alike(
    masker_for: Callable[..., SessionMasker],
) -> None:
    said = [
        (Role.CLIENT, "You can reach me, it's five one two."),
        (Role.CLIENT, "Five five five oh one nine nine."),
    ]
    later = Scribe(FrozenClock(), masker_for(), mask_timeout=60.0)
    for one in finals(said):
        later.receive(one)
    assert await later.catch_up() == 0
    lines = [line.masked.text for line in later.masked_transcript().lines if line.masked is not None]
    assert not any("five" in line.lower() for line in lines)
