"""Words of a risk that are said of a nuisance, of dread, in anger or with a laugh: unclear, and no report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.units import Unit

_ONE_MORE = re.compile(
    r"\b(?:one more|another|yet again|single)\b[^.?!]*\b(?:i|i'(?:ll|m|d))(?: \w+){0,4} $", re.IGNORECASE
)
"""What is said of any nuisance: "one more meeting and I'll kill myself"."""
_COULD_HAVE = re.compile(
    r"\bcould(?:'ve| have|a| of| just|n't)? $|\b(?:i'd|would) (?:like"
    r"|love) to $",
    re.IGNORECASE,
)
_RATHER = re.compile(r"\b(?:rather|sooner) (?:die|be dead) than\b", re.IGNORECASE)
"""Said of anger and of dread as often as of what is meant."""
_IF_OTHERS = re.compile(
    r"\bif (?:you|he|she|they|mum|mom|dad|my \w+)(?:'re|'s| are| is)?"
    r" (?:ever )?(?:scared|worried|afraid|thinks?|thought|feels?|suspects?|believes?)\b[^.?!]*$",
    re.IGNORECASE,
)
"""What somebody else may think or fear: "if you're scared I'm going to hurt myself"."""
_LAUGHS = re.compile(r"[\[(](?:\w+ )?laugh\w*[\])]|\bha(?:ha)+\b", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"\W*(?:[\[(](?:\w+ )?laugh\w*[\])]\W*)?(?:no|nah|naw)\W*$|\W*(?:i'm |only |just )+(?:joking|kidding"
    r"|messing)\b",
    re.IGNORECASE,
)


def is_figure(match: re.Match[str]) -> bool:
    """Whether the words around a mention make it one that nobody need mean."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    figure = _ONE_MORE.search(before) or _COULD_HAVE.search(before) or _IF_OTHERS.search(before)
    return bool(figure) or _RATHER.search(f"{before}{match.group()}{after[:5]}") is not None


def is_taken_for_a_joke(turn: Sequence[Unit], unit: Unit) -> bool:
    """Whether the speaker laughs at what they said, or takes it back, in the very next words."""
    behind = [one for one in turn if one.index == unit.index + 1]
    return any(_TAKES_BACK.match(one.exact) or _LAUGHS.match(one.exact.strip()) for one in behind)
