"""Objective holds what is seen of the client, and no talk of dogs, hair, bags or the weather."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.acting.seen_words import is_seen


@pytest.mark.parametrize(
    "said",
    [
        "You look worn out, there are shadows under your eyes.",
        "Your hands are shaking as you tell me.",
        "There are tears as you say her name.",
        "You're wringing your hands.",
        "I can see you're trembling.",
        "You seem flatter than last week.",
        "Your eyes have filled up.",
    ],
)
def test_how_the_client_is_counts_as_seen(said: str) -> None:
    assert is_seen(said)


@pytest.mark.parametrize(
    "said",
    [
        "You look like a film star with that.",
        "He looks like a sheep after that clip, you look like a sheep.",
        "You look well in that colour.",
        "I hear you're off to Cork.",
        "Your hands are full, come in.",
        "I saw you at the market on Saturday.",
        "You seem to know that road well.",
        "You sound like my aunt.",
        "Your dog is shaking, you look after him.",
        "You look smart, is that a new jacket?",
    ],
)
def test_small_talk_of_looks_is_no_finding(said: str) -> None:
    assert not is_seen(said)
