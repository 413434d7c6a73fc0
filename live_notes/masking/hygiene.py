"""Text as a reader sees it: what is invisible gone, look-alike letters read as what they look like.

Recognisers work on this view, and its offsets lead back to the text: a name with a zero-width space in it,
or with a Cyrillic letter, is masked whole, together with what hid it (Unicode Technical Report 36).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_PLAIN = re.compile(r"[\t\n\r\x20-\x7e]*\Z")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")
_ALIKE = str.maketrans(
    "аАеЕоОрРсСуУхХіІјЈѕЅԛԝВНКМТвгнкмтЗзбαΑβΒεΕζΖηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧγ",
    "aAeEoOpPcCyYxXiIjJsSqwBHKMTbrhkmt33baAbBeEzZnHiIkKmMvNoOpPtTuYxXy",
)
"""Cyrillic and Greek letters beside the Latin ones they look like (after Unicode Technical Standard 39)."""

_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks without a shape of their own."""


@dataclass(frozen=True, slots=True)
class View:
    """A view of a text. `origin`: for each of its characters the offset in the text; None: the same."""

    text: str = field(repr=False)
    origin: tuple[int, ...] | None = field(default=None, repr=False)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the view's characters `start` to `end` (not included, not empty) stand."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def view_of(text: str) -> View:
    """The view of a text; of plain ASCII it is the text itself."""
    if _PLAIN.match(text):
        return View(text)
    shown: list[str] = []
    origin: list[int] = []
    for offset, mark in enumerate(text):
        # An accent typed after its letter would split the word; names are compared without accents anyway.
        accent = unicodedata.combining(mark) and shown and shown[-1].isascii() and shown[-1].isalpha()
        seen = "" if accent else _seen(mark)
        shown.append(seen)
        origin += [offset] * len(seen)
    return View(_WORD.sub(_unmixed, "".join(shown)), tuple(origin))


def without_controls(text: str) -> str:
    """`text` without characters that steer a terminal or turn the direction of writing; lines stay lines."""
    return "".join(mark for mark in text if mark in "\t\n" or unicodedata.category(mark) not in {"Cc", "Cf"})


def _seen(mark: str) -> str:
    """What a reader sees of one character; "" of an invisible one."""
    if mark in "\t\n\r\u2026" or (mark.isascii() and mark.isprintable()):
        return mark  # an ellipsis is a pause, three full stops would end a sentence
    category = unicodedata.category(mark)
    if category in {"Zl", "Zp"}:
        return "\n"
    if mark.isspace():
        return " "
    if category in {"Cc", "Cf", "Cs", "Co", "Cn"} or mark in _FILLERS or _selects(mark):
        return ""
    if category == "Pd" or mark == "\u2212":
        return "-"
    digit = unicodedata.decimal(mark, None)
    return unicodedata.normalize("NFKC", mark) if digit is None else str(digit)


def _selects(mark: str) -> bool:
    """Whether it is a variation selector."""
    return "\ufe00" <= mark <= "\ufe0f" or "\U000e0100" <= mark <= "\U000e01ef"


def _unmixed(match: re.Match[str]) -> str:
    """A word in Latin letters throughout, if some of its letters are."""
    word = match.group()
    return word.translate(_ALIKE) if not word.isascii() and _LATIN.search(word) else word
