"""Word lists that masking looks things up in. Where each comes from: SOURCES.md beside this file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import resources

from live_notes.masking.lexicon.british import british
from live_notes.masking.lexicon.common import NAMES_FIRST, SPOKEN, STOPWORDS, WIDE


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded word lists: ordinary words, names, places. Load it once per process."""

    words: frozenset[str] = field(repr=False)
    given_names: frozenset[str] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    cities: frozenset[str] = field(repr=False)
    counties: frozenset[str] = field(repr=False)
    wide_places: frozenset[str] = field(repr=False)

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is an English word that is not first of all a name."""
        return word in STOPWORDS or word in SPOKEN or (word in self.words and word not in NAMES_FIRST)

    def is_given_name(self, word: str) -> bool:
        """Whether `word` is a given name and not rather an ordinary word."""
        return word in self.given_names and not self.is_ordinary(word)

    def is_surname(self, word: str) -> bool:
        """Whether `word` is a surname and not rather an ordinary word."""
        return word in self.surnames and not self.is_ordinary(word)

    def is_unheard(self, word: str) -> bool:
        """Whether no list knows `word`: often a rarer name or place."""
        return len(word) > 2 and word.isalpha() and word not in self.words and not self.is_ordinary(word)


def load_lexicon() -> Lexicon:
    """Reads the word lists (about 0.1 s, 20 MB)."""
    folder = resources.files(__name__)

    def lines(name: str) -> Iterable[str]:
        return folder.joinpath(name).read_text(encoding="utf-8").splitlines()

    american = frozenset(lines("words.txt"))
    return Lexicon(
        words=american | british(american),
        given_names=frozenset(lines("given_names.txt")),
        surnames=frozenset(lines("surnames.txt")),
        cities=frozenset(lines("cities.txt")),
        counties=frozenset(lines("counties.txt")),
        wide_places=frozenset(lines("wide_places.txt")) | WIDE,
    )
