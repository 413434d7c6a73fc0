"""What therapists do, by the words in which they do it: they seldom name a technique.

A name stands only for what the words plainly show, and is no modality: "used Socratic questioning", not CBT.
"""

from __future__ import annotations

from dataclasses import dataclass

from live_notes.drafting.language.any_case import AnyCase


@dataclass(frozen=True)
class Deed:
    """One thing that clinicians do: how a note says it, the words that show it, words that one of them has.

    `least`: how often it must be done to be told. `worth`: what is told first where there is no room for all.
    `asks`: only a question does it.
    """

    name: str
    pattern: AnyCase
    keys: frozenset[str]
    least: int = 1
    worth: float = 0.3
    asks: bool = False


def deed(
    name: str, keys: str, *patterns: str, least: int = 1, worth: float = 0.3, asks: bool = False
) -> Deed:
    """A deed, its keys in one string and the words that show it as patterns."""
    words = AnyCase("|".join(patterns))
    return Deed(name, words, frozenset(keys.split()), least, worth, asks)


NOT_HERE = (
    r"^(?!.*\b(?:you (?:were|are|'re) (?:going|supposed|meant|planning|hoping) to|were you able"
    r"|did(?:n't)? you\b|have you (?:been|used|tried|had)|you(?:'d|'ve| had| have)? (?:been using|used|tried"
    r"|managed|practi[cs]ed)\b"
    r"|how (?:did|was|were|has|have|is|are) (?:the|your|that|it|you)\b|how's (?:the|your|that|it)\b"
    r"|(?:last|next) (?:time|week|session)|this week|(?:in|during|over|through) the week|at home"
    r"|(?:each|every) (?:day|night|morning|evening)|(?:once|twice|\w+ times) a (?:day|week)"
    r"|between (?:now|sessions|appointments)|we'll (?:do|use|try|come to)"
    r"|when(?:ever)? (?:you need|it gets|things)|if (?:you need|it gets|it's too|it is too|things|it comes)))"
)
"""What is said of an exercise that was done, or is to be done, elsewhere: nothing is guided by it."""
LEAD = r"^(?:(?:so|and|then|now|okay|but|well|all right|alright|good|great|hmm?|right|yeah|oh)[, .]+)*"
