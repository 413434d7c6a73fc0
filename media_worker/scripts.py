"""Scripts that are written without spaces between words: Han and kana. Pure.

Thai, Lao, Khmer and Burmese put spaces between phrases; there a phrase passes for a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af]"
)
"""Radicals, CJK marks, kana, ideographs with their extensions, and the wide forms of marks."""


def is_unspaced(character: str) -> bool:
    """Whether no space is written beside this character."""
    return _UNSPACED.match(character) is not None


def written(words: Iterable[str]) -> str:
    """Words as one line: spaces between them, but none beside Han and kana."""
    line = ""
    for word in words:
        apart = line and word and not (is_unspaced(line[-1]) or is_unspaced(word[0]))
        line += f" {word}" if apart else word
    return line
