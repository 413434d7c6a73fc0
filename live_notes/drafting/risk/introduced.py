"""Who is named right before it is told what they did, and words of a person that name nobody."""

from __future__ import annotations

import re

_CALLED_OUT = re.compile(
    r"(?<=, )(?:man|mate|love|girl|boy)(?=[,.!?])|^(?:man|mate|girl|boy), ", re.IGNORECASE
)
_INTRODUCED = re.compile(
    r"^\W*(?:(?:and|but|then|there was|i had)[, ]+)*(?:my|our) (?:\w+ ){0,2}?(?P<noun>uncle|aunt(?:ie)?"
    r"|cousin|brother|sister"
    r"|father|mother|dad|mum|mom|mam|son|daughter|nephew|niece|husband|wife|partner|grand\w+|friend)\b"
    r"(?:,| (?-i:[A-Z])\w+| (?:my|his|her) (?:[\w']+'s )?[\w']+)*\W*$",
    re.IGNORECASE,
)


def introduced(text: str) -> str | None:
    """Whom words name and say no more of: "And my Uncle Gene, my mother's brother."."""
    named = _INTRODUCED.match(text.replace("’", "'"))
    return None if named is None else f"the client's {named['noun'].lower()}"


def without_calls(text: str) -> str:
    """A text without the words that are said to somebody and of nobody: "come on, man, have one"."""
    return _CALLED_OUT.sub(" ", text)
