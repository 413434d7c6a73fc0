"""What keeps words from being a plain report of what is so: wishes that were asked for, then told as now."""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import PAST
from live_notes.drafting.language.words import tokens, word_set

_SCENE = re.compile(
    r"\b(?:i'm|i am|we're|he's|she's|they're|it's) (?:(?:just|still|only) )?(?:\w+ing|stood|sat|stuck)\b"
    r"|\b(?:he|she|it|there)(?: just)? (?:comes|goes|starts|walks|looks|says|turns)\b",
    re.IGNORECASE,
)
"""Told as if it were now: after a sentence of then it may still be of then."""
_ASKED_IN_DOUBT = re.compile(
    r"\b(?:would|could|might|should|if|want|wish|hope|hoping|think|thought|thoughts|believe|say|said|tell"
    r"|telling|mean|expect|imagine|next|what if|make of)\b|\bfeel(?:s|ing)? like\b",
    re.IGNORECASE,
)
"""Asks for what somebody thinks, wishes or would do: the answer is no plain report of what is so."""
_SURELY_PAST = PAST - word_set("could might must can will may shall cannot can't couldn't won't would should")


def asks_in_doubt(question: str) -> bool:
    """Whether it is asked what somebody thinks, wishes or would do: the answer is no plain fact."""
    return bool(_ASKED_IN_DOUBT.search(question))


def told_as_now(words: str) -> bool:
    """Whether the words tell of then as if it were now: "I'm standing there and he comes in"."""
    return bool(_SCENE.search(words))


def is_of_then(words: str) -> bool:
    """Whether the words surely tell of what is past."""
    return any(word.lower() in _SURELY_PAST or word.endswith("ed") for word in tokens(words))
