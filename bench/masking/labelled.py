"""Lines of which it is known what in them identifies, and how much of that was masked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from live_notes.masking.lexicon import load_lexicon
from live_notes.masking.spoken.words import fold


@dataclass(frozen=True)
class Labelled:
    """A line and what in it identifies: (kind, start, end), end excluded.

    `session`: lines of one session are masked one after the other, with the names of `roster`.
    """

    text: str
    spans: tuple[tuple[str, int, int], ...]
    session: str = ""
    roster: tuple[str, ...] = ()


LAWFUL = ("COUNTRY", "YEAR")
"""What 45 CFR 164.514(b)(2)(i) lets stand: places as large as a state (B), and years (C)."""

_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def read(file: Path) -> list[Labelled]:
    """The lines of a file as presidio-research writes it, each a session of its own; `LAWFUL` is told apart.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is no such file.
    """
    wide = load_lexicon().wide_places
    return [
        Labelled(one["full_text"], tuple(_spans(one, wide)), session=str(number))
        for number, one in enumerate(json.loads(file.read_text("utf-8")))
    ]


def _spans(one: dict[str, Any], wide: Collection[str]) -> Iterator[tuple[str, int, int]]:
    for span in sorted(one["spans"], key=lambda span: int(span["start_position"])):
        kind, start, end = str(span["entity_type"]), int(span["start_position"]), int(span["end_position"])
        text = str(one["full_text"][start:end]).strip()
        if kind == "GPE" and fold(text) in wide:
            kind = "COUNTRY"
        elif kind == "DATE_TIME" and _YEAR.match(text):
            kind = "YEAR"
        yield kind, start, end


@dataclass
class Letters:
    """Counts of letters and digits, by kind, and of identifiers that were masked whole."""

    labelled: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    masked: int = 0
    right: int = 0

    def add(self, one: Labelled, masked: Iterable[tuple[int, int]], ignored: Sequence[str] = ()) -> None:
        """Counts one line with what was masked in it. Kinds that are ignored count for neither side."""
        hidden = {index for start, end in masked for index in range(start, end) if one.text[index].isalnum()}
        labelled: set[int] = set()
        for kind, start, end in one.spans:
            letters = {index for index in range(start, end) if one.text[index].isalnum()}
            if kind in ignored:
                hidden -= letters
                continue
            labelled |= letters
            self.labelled[kind] += len(letters)
            self.caught[kind] += len(letters & hidden)
            self.spans[kind] += 1
            self.whole[kind] += letters <= hidden
        self.masked += len(hidden)
        self.right += len(hidden & labelled)

    @property
    def recall(self) -> float | None:
        """The share of labelled letters and digits that is masked."""
        return share(self.caught.total(), self.labelled.total())

    @property
    def precision(self) -> float | None:
        """The share of masked letters and digits that is labelled."""
        return share(self.right, self.masked)

    @property
    def f2(self) -> float | None:
        """F-measure with recall counting for twice as much (van Rijsbergen 1979), which leaks call for."""
        recall, precision = self.recall, self.precision
        if recall is None or precision is None or recall + precision == 0:
            return None
        return round(5 * precision * recall / (4 * precision + recall), 3)

    @property
    def leaked(self) -> int:
        """Letters and digits that identify and are not masked."""
        return self.labelled.total() - self.caught.total()

    def by_kind(self) -> dict[str, tuple[float, float, int]]:
        """Of each kind: the share of letters masked, of identifiers masked whole, and their number."""
        return {
            kind: (
                round(self.caught[kind] / letters, 3),
                round(self.whole[kind] / self.spans[kind], 3),
                self.spans[kind],
            )
            for kind, letters in self.labelled.most_common()
            if letters
        }


def share(part: int, whole: int) -> float | None:
    """A share to three places, None of nothing."""
    return round(part / whole, 3) if whole else None
