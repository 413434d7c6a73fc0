"""Lines of which it is known what in them identifies, and how much of that was masked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Labelled:
    """A line and what in it identifies: (kind, start, end), end excluded.

    `session`: lines of one session are masked one after the other, with the names of `roster`.
    """

    text: str
    spans: tuple[tuple[str, int, int], ...]
    session: str = ""
    roster: tuple[str, ...] = ()


def read(file: Path) -> list[Labelled]:
    """The lines of a file as presidio-research writes it, each a session of its own.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is no such file.
    """
    return [
        Labelled(
            one["full_text"],
            tuple(
                sorted(
                    (
                        (span["entity_type"], span["start_position"], span["end_position"])
                        for span in one["spans"]
                    ),
                    key=lambda span: span[1],
                )
            ),
            session=str(number),
        )
        for number, one in enumerate(json.loads(file.read_text("utf-8")))
    ]


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
