"""When the two will meet again, joined on to something else: "raise it to 100, and I'll see you on Thursday".

What stands before is a step of its own, and must not go down with the sentence that becomes "Next session".
"""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_count

_MEETS = (
    r"(?:(?:we'll|we will|we can|we could|we|i'll|i will|i can|let's|let us)(?: just| both| all| then)?"
    r" (?:meet|see you|see each other|talk|speak|catch up|pick (?:it|this|that) up|check in|touch base)\b"
    r"|see you\b)"
)
_WHEN = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\bnext (?:week|month|time)|\bin (?:a|one|two"
    r"|three|four|six|\d)"
    r" (?:weeks?|months?|fortnight)|\bthe (?:\d|\w+(?:th|st|nd|rd)\b)|\ba fortnight|\bsame time"
)
_JOINT = re.compile(
    rf"(?:,?\s+and\s+(?:then\s+)?|,\s+(?:then\s+|so\s+)?)(?={_MEETS}[^,;?]*(?:{_WHEN}))", re.IGNORECASE
)
_JOINT_OF_BOTH = re.compile(
    rf",?\s+and\s+(?:then\s+)?(?=(?:meet|see each other|talk|speak) again\b[^,;?]*(?:{_WHEN}))", re.IGNORECASE
)
"""The same where both have been named at the beginning: "let's keep at it, and meet again next Monday"."""
_OF_BOTH = re.compile(
    r"^\W*(?:(?:and|so|but|then|okay|ok|well|right)[, ]+)*(?:let's|let us|we'll|we will|we can|we could)\b",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"^\W*(?:(?:and|so|but|then|okay|well)[, ]+)*(?:if|when|unless|once|after|before|as soon|since"
    r"|because|until"
    r"|while|whenever|in case)\b",
    re.IGNORECASE,
)
_LEAST_BEFORE = 5
"""Words of a step; "let's stop there" is none."""


def without_meeting(sentence: str) -> list[str]:
    """The sentence, or what is joined in it: what stands before, and when the two will meet."""
    joint = None if "?" in sentence else _joint(sentence)
    if joint is None:
        return [sentence]
    before = sentence[: joint.start()]
    bare = "and" not in joint.group().lower()
    if word_count(before) < _LEAST_BEFORE or (bare and _DEPENDS.match(before)):
        return [sentence]
    return [before, sentence[joint.end() :]]


def _joint(sentence: str) -> re.Match[str] | None:
    both = _OF_BOTH.match(sentence.replace("’", "'"))
    return _JOINT.search(sentence) or (_JOINT_OF_BOTH.search(sentence) if both else None)
