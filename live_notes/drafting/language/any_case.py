"""Patterns of many alternatives, looked for in whatever case, several times as fast as `re.IGNORECASE`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from live_notes.drafting.language.by_letter import by_letter

_CAPITAL = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")
"""A capital letter of a pattern that stands for itself, and not for a class or a named group."""


@dataclass(frozen=True)
class AnyCase:
    """A pattern that is searched as under `re.IGNORECASE`, with the same matches.

    Where case is ignored `re` tries each alternative whole; where it counts, one that begins with another
    letter is passed over at once. So the text's small letters are searched first, with the pattern in small
    letters, and only a text in which that finds something is searched as it stands.
    """

    pattern: str
    exact: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _small: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compiles at once: the first note after a start waits for nothing."""
        small = _CAPITAL.sub(lambda capital: capital.group().lower(), self.pattern)
        object.__setattr__(self, "exact", re.compile(self.pattern, re.IGNORECASE))
        object.__setattr__(self, "_small", re.compile(by_letter(small)))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in the text."""
        return self.exact.search(text) if self._small.search(text.lower()) else None

    def may_be_in(self, text: str) -> bool:
        """False where a search finds nothing for certain."""
        return self._small.search(text.lower()) is not None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text."""
        return self.exact.match(text) if self._small.match(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self.exact.finditer(text) if self._small.search(text.lower()) else iter(())
