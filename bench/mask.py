"""Masking beside stock Presidio: what of all that identifies is masked, counted in letters and digits.

    attune bench mask [--sessions 50] [--seed 1] [--style plain] [--sentences FILE] [--stock] [--json]
    attune bench mask --recording FILE --labels FILE --turns FILE --model tiny.en [--stock]

Without `--sentences` sessions of invented people are made from the seed (needs the package `faker`),
each masked in order with the two names it knows. `--style`: as written, or as a recogniser puts it:
`plain` (small letters, no marks, numbers as words, names misspelt), `clean` (the same, nothing
misspelt) or `cased` (as Whisper writes). `--sentences`: a JSON list of `{"full_text", "spans":
[{"entity_type", "start_position", "end_position"}]}`, as presidio-research writes it, without any
roster. `--spacy`: with another model, or `blank` for none.
`--recording` with `--labels` and `--turns`: what the recogniser makes of identifiers that are read out;
it is told the names of each session, as a call tells it.

Recall is the share of labelled letters and digits that are masked; precision the share of masked ones
that are labelled; F2 counts recall for twice as much. Kinds that identify nobody by themselves
(`--ignore`; of sentences titles, ages, nationalities, countries and years) count for neither.
`--stock`: the same lines through Presidio as it comes. Exit code 1 below a recall of 0.95, of 0.98 for
the names a session knows, or a precision of 0.90.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.masking.asr_like import STYLES, as_heard
from bench.masking.labelled import LAWFUL, Labelled, Letters, read
from bench.neighbours.servers import Server
from live_notes import vocabulary_of
from live_notes.masking import DEFAULT_MODEL, AnalysisPool, Roster, RosterName, SessionMasker

IGNORED = ("TITLE", "AGE", "NRP", *LAWFUL)
LEAST_RECALL, LEAST_ROSTER, LEAST_PRECISION = 0.95, 0.98, 0.90
WRITTEN = "written"
ROSTER = "ROSTER"


@dataclass(frozen=True)
class Scores:
    """What came out; by kind: recall of letters, of whole identifiers, how many there were."""

    by: str
    lines: int
    words: int
    words_per_second: float
    cpu_milliseconds_per_word: float
    recall: float | None
    precision: float | None
    f2: float | None
    leaked_letters: int
    by_kind: dict[str, tuple[float, float, int]]

    @property
    def reached(self) -> bool:
        """Whether the targets are."""
        roster = self.by_kind.get(ROSTER, (1.0, 1.0, 0))[0]
        return (
            (self.recall or 0.0) >= LEAST_RECALL
            and (self.precision or 0.0) >= LEAST_PRECISION
            and roster >= LEAST_ROSTER
        )


class _Measured:
    """Counts letters, words and time while lines are masked."""

    def __init__(self, ignored: Sequence[str]) -> None:
        self.letters, self.words, self.lines = Letters(), 0, 0
        self._ignored, self._me = ignored, Server(0, os.getpid())
        self._begun, self._used = time.perf_counter(), self._me.used().cpu_seconds

    def add(self, one: Labelled, masked: list[tuple[int, int]]) -> None:
        self.letters.add(one, masked, self._ignored)
        self.words += len(one.text.split())
        self.lines += 1

    def scores(self, by: str) -> Scores:
        took, cpu = time.perf_counter() - self._begun, self._me.used().cpu_seconds - self._used
        return Scores(
            by=by,
            lines=self.lines,
            words=self.words,
            words_per_second=round(self.words / took, 1),
            cpu_milliseconds_per_word=round(1000 * cpu / max(1, self.words), 2),
            recall=self.letters.recall,
            precision=self.letters.precision,
            f2=self.letters.f2,
            leaked_letters=self.letters.leaked,
            by_kind=self.letters.by_kind(),
        )


async def scores(
    lines: Sequence[Labelled], ignored: Sequence[str] = IGNORED, model: str = DEFAULT_MODEL
) -> Scores:
    """Masks all lines, session by session, and counts."""
    async with AnalysisPool(model=model).running() as pool:
        measured, masker, session, before = _Measured(ignored), SessionMasker(pool), None, ""
        for one in lines:
            if one.session != session:
                session, before = one.session, ""
                masker = SessionMasker(pool, Roster(tuple(RosterName(name) for name in one.roster)))
            masked = await masker.mask(one.text, before)
            before = one.text
            measured.add(one, [(span.start, span.end) for span in masked.spans])
    return measured.scores("attune")


def stock_scores(lines: Sequence[Labelled], ignored: Sequence[str] = IGNORED) -> Scores:
    """The same lines through Presidio as it comes."""
    from bench.masking.stock import Stock

    stock = Stock()
    measured = _Measured(ignored)
    for one in lines:
        measured.add(one, stock.masked(one.text))
    return measured.scores("presidio")


def show(found: Scores) -> None:
    """The scores as a table."""
    print(
        f"{found.by}: {found.lines} lines, {found.words} words: {found.words_per_second:.0f} words/s",
        end=", ",
    )
    print(f"{found.cpu_milliseconds_per_word} ms CPU a word")
    print(f"  recall {found.recall}, precision {found.precision}, F2 {found.f2}", end=", ")
    print(f"{found.leaked_letters} letters and digits leaked")
    for kind, (letters, whole, count) in sorted(found.by_kind.items()):
        print(f"  {kind:<24}{letters:>7.3f}{whole:>7.3f}{count:>6}")


def _lines(chosen: argparse.Namespace) -> list[Labelled]:
    if chosen.recording:
        return _recognised(chosen.recording, chosen.labels, chosen.turns, chosen.model)
    if chosen.sentences:
        lines = read(chosen.sentences)
    else:
        from bench.masking.corpus import sessions

        lines = list(sessions(chosen.sessions, chosen.seed))
    if chosen.style == WRITTEN:
        return lines
    random = Random(chosen.seed)
    return [as_heard(one, random, STYLES[chosen.style]) for one in lines]


def _recognised(recording: Path, labels: Path, turns: Path, model: str) -> list[Labelled]:
    """What a model makes of a recording, with the labels of what is read out in it."""
    from bench.masking.heard import as_recognised, pieces, scripted
    from bench.noise_play import play
    from bench.noise_play import read as sound_of
    from media_worker.devices import use_wide_vectors
    from media_worker.hearing import SAMPLE_RATE
    from media_worker.models import locate
    from media_worker.recogniser import Recogniser

    use_wide_vectors()
    script, sound, listener = scripted(labels), sound_of(recording), Recogniser.load(locate(model))
    finals: list[str] = []
    for line, start, end in pieces(script, turns):
        said = sound[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
        heard = play(said, listener, partial_seconds=1e9, vocabulary=vocabulary_of(line.roster))
        finals += [final.text for final in heard.finals]
    return as_recognised(script, finals)


def main(arguments: Sequence[str]) -> int:
    """Prints the scores; 1 when a target is missed, 2 on bad use."""
    parser = argparse.ArgumentParser(prog="attune bench mask", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=50, help="sessions of invented people")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--style", choices=(WRITTEN, *STYLES), default=WRITTEN, help="how the lines are put")
    parser.add_argument("--sentences", type=Path, help="labelled sentences (JSON) instead")
    parser.add_argument("--recording", type=Path, help="identifiers that are read out, with --labels")
    parser.add_argument("--labels", type=Path, help="what is read out, labelled (JSON)")
    parser.add_argument("--turns", type=Path, help="when each line is read (JSON of speak.py)")
    parser.add_argument("--model", default="tiny.en", help="the recogniser's model")
    parser.add_argument("--spacy", default=DEFAULT_MODEL, metavar="PACKAGE", help="masking's model")
    parser.add_argument("--ignore", action="append", metavar="KIND", help="kinds that count for nothing")
    parser.add_argument("--stock", action="store_true", help="also Presidio as it comes")
    parser.add_argument("--json", action="store_true", help="print one JSON object a table")
    chosen = parser.parse_args(arguments)
    if len({chosen.recording is None, chosen.labels is None, chosen.turns is None}) > 1:
        parser.error("--recording, --labels and --turns go together")
    try:
        lines = _lines(chosen)
    except ModuleNotFoundError:
        print("bench mask: needs the package faker, or --sentences", file=sys.stderr)
        return 2
    except (OSError, ValueError, KeyError, TypeError):
        print("bench mask: what was given is no readable list of labelled lines", file=sys.stderr)
        return 2
    ignored = chosen.ignore or (IGNORED if chosen.sentences else ())
    found = [asyncio.run(scores(lines, ignored, chosen.spacy))]
    if chosen.stock:
        found.append(stock_scores(lines, ignored))
    for one in found:
        told: dict[str, Any] = asdict(one)
        if chosen.json:
            print(json.dumps(told))
        else:
            show(one)
    return int(not found[0].reached)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
