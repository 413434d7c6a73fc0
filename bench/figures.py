"""Figures of a stream of events, from anywhere: word errors and delays, as `bench/stream_figures.py` has it.

    attune transcribe doctor.wav client.wav --streaming --json > events.jsonl
    attune bench figures events.jsonl --reference doctor.words.json --reference client.turns.json

A reference belongs to the track that is called as its name up to `.words.json` (`[[start, end, word], ...]`,
seconds) or `.turns.json` (`[[start, end, text], ...]`): `doctor` here. The events must have been made at
`--speed 1`, or their delays mean nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.clips import NoReferenceError, Word, words_of
from bench.live import delays, percent
from bench.stream_figures import Figures, figures, measure


class NoEventsError(Exception):
    """What should be events is something else."""


def events_of(file: Path) -> list[dict[str, Any]]:
    """The events of a file of JSON lines, `-` for standard input. Raises `NoEventsError`."""
    needed = ("track", "id", "start", "end", "text", "final", "emitted_at")
    try:
        lines = sys.stdin.readlines() if str(file) == "-" else file.read_text("utf-8").splitlines()
        events = [json.loads(line) for line in lines if line.strip()]
        for event in events:
            for name in needed:
                event[name]
    except (OSError, ValueError, KeyError, TypeError):
        raise NoEventsError(f"{file.name}: no events, as transcribe --streaming --json prints them") from None
    return events


def references_of(files: Sequence[Path]) -> dict[str, tuple[Word, ...]]:
    """The references by track. Raises `NoReferenceError`."""
    return {file.name.removesuffix(".json").rpartition(".")[0]: words_of(file) for file in files}


def show(found: Figures) -> None:
    """The figures, one a line."""
    print(f"{found.words} words, {percent(found.word_error_percent)} wrong; seconds p50 p95 p99:")
    print(f"  shown after a word's end         {delays(found.shown)}  ({found.got} words)")
    print(f"  settled after a word's end       {delays(found.settled)}")
    print(f"  final after a segment's last word {delays(found.final)}  ({found.finals} segments)")
    print(f"  {percent(found.changed_percent)} of {found.written} words written were changed later")


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 2 on bad use."""
    parser = argparse.ArgumentParser(prog="attune bench figures", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("events", type=Path, help="a file of JSON lines, - for standard input")
    parser.add_argument("--reference", type=Path, action="append", required=True, help="repeatable")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    try:
        references = references_of(chosen.reference)
        events = events_of(chosen.events)
    except (NoReferenceError, NoEventsError) as error:
        print(f"bench figures: {error}", file=sys.stderr)
        return 2
    if strange := {event["track"] for event in events} - set(references):
        print(f"bench figures: no reference for the track {min(strange)}", file=sys.stderr)
        return 2
    found = figures(measure(events, references))
    if chosen.json:
        print(json.dumps(asdict(found)))
    else:
        show(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
