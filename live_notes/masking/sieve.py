"""What no masked text can hold by intention: written addresses, social security, telephone and card numbers.

Independent of the recognisers, so that a fault of theirs is no leak: the gateway sends nothing that holds
one. Names are not told from words here; those are the recognisers' own.
"""

from __future__ import annotations

import re

from live_notes.masking.hygiene import view_of, without_controls

_SEEN = (
    ("an e-mail address", re.compile(r"[\w.+\])-]+@[\w-]+(?:\.[\w-]+)+")),
    ("a web address", re.compile(r"(?:https?://|\bwww\.)\w", re.IGNORECASE)),
    ("a social security number", re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")),
    (
        "a telephone number",
        re.compile(r"(?<![\w.-])(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"),
    ),
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")


def residue(text: str) -> str | None:
    """The kind of such an identifier that `text` holds, as a reader sees it; None of none."""
    seen = view_of(without_controls(text)).text
    for kind, pattern in _SEEN:
        if pattern.search(seen):
            return kind
    return "a card number" if any(_is_card(match.group()) for match in _CARD.finditer(seen)) else None


def _is_card(digits: str) -> bool:
    """Whether the check digit is right (ISO/IEC 7812-1, Luhn)."""
    figures = [int(mark) for mark in reversed(digits) if mark.isdigit()]
    doubled = [figure * 2 - 9 * (figure > 4) for figure in figures[1::2]]
    return (sum(figures[::2]) + sum(doubled)) % 10 == 0
