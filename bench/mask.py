"""Masking: words a second, and how much of what identifies is masked, counted in letters and digits.

    attune bench mask --sentences synthetic.json [--spoken] [--json]

The file is a JSON list of `{"full_text", "spans": [{"entity_type", "start_position", "end_position"}]}`, as
presidio-research writes it; without one, sentences made here are taken (invented people). `--spoken` writes
them as recognition would: lower case, no marks, digits as words. No roster is given, every sentence is a
session of its own. Recall is the share of labelled letters and digits that are masked; precision the share of
masked ones that are labelled. Kinds that identify nobody by themselves (`--ignore`) count for neither.
Exit code 1 below a recall of 0.95 or a precision of 0.90.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

from bench.neighbours.servers import Server
from live_notes.masking import AnalysisPool, Roster, SessionMasker

IGNORED = ("TITLE", "AGE", "NRP")
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.90
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS = {"@": " at ", ".": " dot ", "-": " ", "/": " "}


@dataclass(frozen=True)
class Labelled:
    """A sentence and what in it identifies: (kind, start, end), end excluded."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Scores:
    """What came out; recall by kind as well."""

    sentences: int
    words: int
    words_per_second: float
    cpu_milliseconds_per_word: float
    recall: float | None
    precision: float | None
    recall_by_kind: dict[str, float]


def read(file: Path) -> list[Labelled]:
    """The sentences of a file. Raises `ValueError`, `KeyError` or `TypeError` when it is no such file."""
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
        )
        for one in json.loads(file.read_text("utf-8"))
    ]


def made() -> list[Labelled]:
    """Sentences of invented people."""
    people = ("Maya Collins", "Jonas Weber", "Elena Brooks", "Tomasz Nowak", "Aisha Rahman")
    places = ("Springfield", "Leeds", "Zurich")
    forms = (
        "My name is {PERSON} and I moved to {GPE} last year.",
        "You can call {PERSON} on {PHONE_NUMBER}, she is my sister.",
        "I live at {STREET_ADDRESS}, {GPE}.",
        "He wrote to {EMAIL_ADDRESS} after {PERSON} had left.",
        "My social security number is {US_SSN}, I told {PERSON}.",
    )
    rest = {
        "PHONE_NUMBER": "212-555-0187",
        "STREET_ADDRESS": "48 Maple Avenue",
        "EMAIL_ADDRESS": "m.collins@example.org",
        "US_SSN": "078-05-1120",
    }
    return [
        _filled(form, {**rest, "PERSON": person, "GPE": place})
        for form, person, place in product(forms, people, places)
    ]


def _filled(form: str, values: dict[str, str]) -> Labelled:
    text, spans = "", []
    for part in re.split(r"(\{[A-Z_]+\})", form):
        value = values.get(part.strip("{}"), part) if part.startswith("{") else part
        if part.startswith("{"):
            spans.append((part.strip("{}"), len(text), len(text) + len(value)))
        text += value
    return Labelled(text, tuple(spans))


def spoken(one: Labelled) -> Labelled:
    """As recognition would write it."""
    text, spans, at = "", [], 0
    for kind, start, end in one.spans:
        text = _joined(text, _said(one.text[at:start]))
        before = len(text)
        text = _joined(text, _said(one.text[start:end], signs=True))
        spans.append((kind, before, len(text)))
        at = max(at, end)
    return Labelled(_joined(text, _said(one.text[at:])), tuple(spans))


def _said(text: str, *, signs: bool = False) -> str:
    lowered = "".join(_SIGNS.get(sign, sign) if signs else sign for sign in text.lower())
    counted = re.sub(r"\d", lambda digit: f" {_DIGITS[int(digit[0])]} ", lowered)
    return " ".join(re.sub(r"[^\w' ]+", " ", counted).split())


def _joined(one: str, two: str) -> str:
    return f"{one} {two}" if one and two else one or two


@dataclass
class Letters:
    """Counts of letters and digits, by kind."""

    labelled: Counter[str]
    caught: Counter[str]
    masked: int = 0
    right: int = 0

    def add(self, one: Labelled, masked: Iterable[tuple[int, int]], ignored: Sequence[str]) -> None:
        """Counts one sentence with what was masked in it."""
        hidden = {index for start, end in masked for index in range(start, end) if one.text[index].isalnum()}
        labelled: set[int] = set()
        for kind, start, end in one.spans:
            letters = {index for index in range(start, end) if one.text[index].isalnum()}
            if kind in ignored:
                hidden -= letters
            else:
                labelled |= letters
                self.labelled[kind] += len(letters)
                self.caught[kind] += len(letters & hidden)
        self.masked += len(hidden)
        self.right += len(hidden & labelled)


async def scores(sentences: Sequence[Labelled], ignored: Sequence[str]) -> Scores:
    """Masks all sentences one after the other and counts."""
    letters, words = Letters(Counter(), Counter()), 0
    me = Server(0, os.getpid())
    async with AnalysisPool().running() as pool:
        begun, used = time.perf_counter(), me.used().cpu_seconds
        for one in sentences:
            masked = await SessionMasker(pool, Roster()).mask(one.text)
            letters.add(one, ((span.start, span.end) for span in masked.spans), ignored)
            words += len(one.text.split())
        took, cpu = time.perf_counter() - begun, me.used().cpu_seconds - used
    return Scores(
        sentences=len(sentences),
        words=words,
        words_per_second=round(words / took, 1),
        cpu_milliseconds_per_word=round(1000 * cpu / max(1, words), 2),
        recall=_share(letters.caught.total(), letters.labelled.total()),
        precision=_share(letters.right, letters.masked),
        recall_by_kind={
            kind: round(letters.caught[kind] / count, 3)
            for kind, count in letters.labelled.most_common()
            if count
        },
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def show(found: Scores) -> None:
    """The scores as a table."""
    print(f"{found.sentences} sentences, {found.words} words: {found.words_per_second:.0f} words/s", end=", ")
    print(f"{found.cpu_milliseconds_per_word} ms CPU a word")
    print(f"recall {found.recall}, precision {found.precision} (letters and digits)")
    for kind, recall in found.recall_by_kind.items():
        print(f"  {kind:<20}{recall:>7.3f}")


def main(arguments: Sequence[str]) -> int:
    """Prints the scores; 1 when a target is missed, 2 on bad use."""
    parser = argparse.ArgumentParser(prog="attune bench mask", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sentences", type=Path, help="labelled sentences (JSON)")
    parser.add_argument("--spoken", action="store_true", help="as recognition would write them")
    parser.add_argument("--ignore", action="append", metavar="KIND", help="kinds that count for nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    try:
        sentences = read(chosen.sentences) if chosen.sentences else made()
    except (OSError, ValueError, KeyError, TypeError):
        print("bench mask: --sentences is no readable list of labelled sentences", file=sys.stderr)
        return 2
    if chosen.spoken:
        sentences = [spoken(one) for one in sentences]
    found = asyncio.run(scores(sentences, chosen.ignore or IGNORED))
    as_json: dict[str, Any] = asdict(found)
    if chosen.json:
        print(json.dumps(as_json))
    else:
        show(found)
    return int((found.recall or 0.0) < LEAST_RECALL or (found.precision or 0.0) < LEAST_PRECISION)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
