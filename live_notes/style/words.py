"""A sentence as words with what stands between them, so that words change and everything else stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.language.words import PLACEHOLDER

_WORD = re.compile(
    rf"{PLACEHOLDER.pattern}"
    r"|\d+(?:[.,:/]\d+)*%?"
    r"|['’]s\b"
    r"|w/(?!\w)"
    r"|[^\W\d_]+(?:['’/-](?!s\b)[^\W\d_]+)*"
)
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the text before it. `quoted`: somebody's very words, which no rule touches."""

    gap: str
    text: str
    quoted: bool = False

    @property
    def key(self) -> str:
        """The word as it is compared: small letters, plain apostrophe."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Worded:
    """A text taken apart; `tail` is what follows its last word."""

    words: tuple[Word, ...]
    tail: str

    @property
    def text(self) -> str:
        """The text put together again."""
        return "".join(word.gap + word.text for word in self.words) + self.tail

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return tuple(word.key for word in self.words)


def worded(text: str) -> Worded:
    """A text taken apart."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    words, end = [], 0
    for match in _WORD.finditer(text):
        inside = any(start <= match.start() < stop for start, stop in quoted)
        words.append(Word(text[end : match.start()], match.group(), inside))
        end = match.end()
    return Worded(tuple(words), text[end:])


def keys_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return worded(text).keys


def found_at(words: Sequence[Word], phrase: Sequence[str]) -> list[int]:
    """Where a phrase stands in a text: outside quotations, nothing but spaces between its words."""
    size, found, at = len(phrase), [], 0
    while phrase and at + size <= len(words):
        if _stands(words[at : at + size], phrase):
            found.append(at)
            at += size
        else:
            at += 1
    return found


def _stands(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    if any(word.quoted or word.key != key for word, key in zip(words, phrase, strict=True)):
        return False
    return not any(word.gap.strip() for word in words[1:] if word.key != "'s")


def with_phrase(text: Worded, phrase: Sequence[str], other: Sequence[str]) -> Worded:
    """The text with `other` wherever the phrase stands; a beginning stays capital."""
    words: list[Word] = []
    starts, taken = set(found_at(text.words, phrase)), 0
    owed: Word | None = None  # what was left out before this word: it gives its gap and its capital
    while taken < len(text.words):
        if taken not in starts:
            word = text.words[taken]
            words.append(word if owed is None else _in_place_of(owed, [word.text], word.quoted)[0])
            owed, taken = None, taken + 1
            continue
        first = owed or text.words[taken]
        put = _in_place_of(first, other)
        words += put
        owed, taken = (None if put else first), taken + len(phrase)
    return Worded(tuple(words), text.tail)


def _in_place_of(first: Word, other: Iterable[str], quoted: bool = False) -> list[Word]:
    put = [Word(" ", word, quoted) for word in other]
    if put:
        opening = put[0].text
        if first.text[:1].isupper() and not first.text.isupper() and opening[:1].islower() and not quoted:
            opening = opening[:1].upper() + opening[1:]
        put[0] = replace(put[0], gap=first.gap, text=opening)
    return [replace(word, gap="") if word.key == "'s" else word for word in put]
