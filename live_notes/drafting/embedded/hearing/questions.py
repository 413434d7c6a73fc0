"""What makes words a question: their form, and not only their mark."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.asking.leave_asked import asks_leave
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import word_count

_QUESTION_OPENING = re.compile(
    r"^(?:(?:and|so|but|okay|well|now|um|uh|then|or|any chance)[, ]+)*"
    r"(?:(?:(?:how|what|when|where|who|why|which|whose)(?: \w+){0,2} )?(?:do|does|did|are|is|was|were"
    r"|have|has|had|can"
    r"|could|would|will|should|am|isn't|aren't|don't|doesn't|didn't|haven't)(?: (?:you|your|he|she|it"
    r"|they|there|the|that"
    r"|this|these|any|anything|anyone|everything|i|we|things|\[\w+\]))|any (?!way)|(?:so"
    r"|and) no [a-z]+ (?:thoughts?|urges?|plans?|ideation|intent)|no (?:thoughts?|urges?|plans?|suicidal"
    r"|homicidal)\b|tell me (?:about"
    r"|more|how|what)"
    r"|(?:what's|how's|who's|how about|what about) )",
    re.IGNORECASE,
)
_NOD = re.compile(
    r"[,.;]? (?:okay|ok|all right|alright|sound good|sounds good|does that make sense)\?$", re.IGNORECASE
)
WORDS_BEFORE_QUESTION = 3
"""A question mark behind fewer words asks whatever they are."""


@remembered
def is_question(text: str) -> bool:
    """Whether the words ask something; recognition output may lack the question mark.

    A statement that only ends in "okay?" asks for a nod and for nothing else.
    """
    plain = text.strip()
    if asks_leave(plain):
        return False
    if plain.endswith("?"):
        told = _NOD.sub("", plain)
        return (
            told == plain or bool(_QUESTION_OPENING.match(told)) or word_count(told) < WORDS_BEFORE_QUESTION
        )
    return not plain.endswith((".", "!")) and bool(_QUESTION_OPENING.match(plain)) and word_count(plain) <= 30


def is_asked(text: str) -> bool:
    """Whether the words have a question's form, and not only its mark."""
    return bool(_QUESTION_OPENING.match(text.strip()))
