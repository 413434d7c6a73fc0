"""The last look before a prompt leaves: what masking can't have meant to leave in stops the whole call.

Independent of the recognisers, so that a fault of theirs is no leak: written addresses, social security,
telephone and card numbers. Names are not told from words here; those are the recognisers' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from live_notes.errors import ProcessorRefused

_SEEN = (
    ("an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("a web address", re.compile(r"(?:https?://|\bwww\.)\w", re.IGNORECASE)),
    ("a social security number", re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")),
    (
        "a telephone number",
        re.compile(r"(?<![\w.-])(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"),
    ),
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")


def refuse_unmasked(texts: Iterable[str]) -> None:
    """Returns if none of the masked texts holds such an identifier.

    Raises:
        ProcessorRefused: one does; the message names its kind only.
    """
    for text in texts:
        found = next((kind for kind, pattern in _SEEN if pattern.search(text)), None)
        if found is None and any(_is_card(match.group()) for match in _CARD.finditer(text)):
            found = "a card number"
        if found is not None:
            raise ProcessorRefused(f"what was masked still holds {found}: nothing was sent")


def _is_card(digits: str) -> bool:
    """Whether the check digit is right (ISO/IEC 7812-1, Luhn)."""
    figures = [int(mark) for mark in reversed(digits) if mark.isdigit()]
    doubled = [figure * 2 - 9 * (figure > 4) for figure in figures[1::2]]
    return (sum(figures[::2]) + sum(doubled)) % 10 == 0
