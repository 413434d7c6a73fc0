"""A text as words with offsets, folded so that case, accents and possessives don't matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_BREAK = re.compile(r"[.?!;:\n]")


def fold(text: str) -> str:
    """`text` in lower case without accents: `José` and `jose` are one name."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("’", "'")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: offsets into the text, folded form without a possessive, and what stands before it."""

    start: int
    end: int
    low: str
    capital: bool
    gap: str

    def __repr__(self) -> str:
        return f"<Word {self.end - self.start} chars>"


class Words(Sequence[Word]):
    """The words of a text. Positions beyond either end read as an empty word.

    `tags`: universal parts of speech (https://universaldependencies.org/u/pos/) by offset, where known.
    """

    def __init__(self, text: str, tags: Mapping[int, str] | None = None) -> None:
        self.text = text
        self._words = tuple(_split(text))
        self._tags = tags or {}

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, position: int) -> Word: ...

    @overload
    def __getitem__(self, position: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, position: int | slice) -> Word | tuple[Word, ...]:
        return self._words[position]

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    def low(self, position: int) -> str:
        """The folded word at `position`, or "" beyond the ends."""
        return self._words[position].low if 0 <= position < len(self._words) else ""

    def tag(self, position: int) -> str:
        """The part of speech of the word at `position`, "" where nobody told or beyond the ends."""
        return self._tags.get(self._words[position].start, "") if 0 <= position < len(self._words) else ""

    def says(self, position: int, phrase: Sequence[str]) -> bool:
        """Whether the words from `position` on are `phrase`."""
        return all(self.low(position + offset) == word for offset, word in enumerate(phrase))

    def breaks_before(self, position: int) -> bool:
        """Whether a sentence or line ends just before `position`, or the text begins there."""
        return position <= 0 or position >= len(self._words) or bool(_BREAK.search(self._words[position].gap))

    def joined(self, position: int) -> bool:
        """Whether `position` follows its predecessor with nothing but spaces, commas or dashes between."""
        return 0 < position < len(self._words) and not _BREAK.search(self._words[position].gap)

    def find(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words `first` to `last`, both included."""
        return self._words[first].start, self._words[last].end


def _split(text: str) -> Iterator[Word]:
    before = 0
    for match in _WORD.finditer(text):
        raw = match.group()
        bare = _POSSESSIVE.sub("", raw)
        yield Word(
            match.start(),
            match.start() + len(bare),
            fold(bare),
            raw[0].isupper(),
            text[before : match.start()],
        )
        before = match.end()
