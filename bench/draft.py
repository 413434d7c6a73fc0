"""`python -m bench draft --visits valid.csv`: the embedded drafter's notes, and what the checks catch.

`--visits` is a table or a folder of `bench.drafting.visits`, or several; dialogues without a note are left
out where notes are compared. Without more, ROUGE-1 against the written notes and the share of evidence are
told. ROUGE is a yardstick of content, not of truth.

`--harms N` measures the checks: how many of N corruptions of each kind they catch, and to how many good
sentences they object. `--written` seeds into the written notes' sentences instead of the drafter's.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.drafting.checking import (
    Checked,
    Half,
    checked,
    drafted,
    in_half,
    lines_of,
    within_targets,
    written_by_people,
)
from bench.drafting.scoring import Scores, scores_of
from bench.drafting.visits import Visit, visits_of
from live_notes import Detail, NoteFormat


def main(arguments: Sequence[str]) -> int:
    """Prints the scores as lines, or as JSON; 1 when the checks miss their target."""
    chosen = _parser().parse_args(arguments)
    if not chosen.visits:
        print("bench draft: not run; give --visits FILE", file=sys.stderr)
        return 0
    wishes = {"detail": chosen.detail, "client_term": chosen.terms[0], "clinician_term": chosen.terms[1]}
    visits = in_half([visit for source in chosen.visits for visit in visits_of(source)], chosen.half)
    if chosen.harms:
        return _harms(chosen, visits, wishes)
    scores = asyncio.run(scores_of(visits, chosen.format, wishes))
    print(json.dumps(asdict(scores)) if chosen.json else _line(scores))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench draft", description=__doc__)
    parser.add_argument("--visits", type=Path, nargs="+", help="tables or folders of dialogues and notes")
    parser.add_argument("--format", choices=list(NoteFormat), default=NoteFormat.SOAP)
    parser.add_argument("--detail", choices=list(Detail), default=Detail.DETAILED)
    parser.add_argument("--terms", nargs=2, default=("patient", "doctor"), metavar=("CLIENT", "CLINICIAN"))
    parser.add_argument(
        "--half", type=Half, choices=list(Half), default=Half.ALL, help="of the visits, by hash"
    )
    parser.add_argument("--harms", type=int, metavar="N", help="corruptions of each kind to seed")
    parser.add_argument("--written", action="store_true", help="seed into the sentences of the written notes")
    parser.add_argument("--seed", type=int, default=1, help="of the corruptions")
    parser.add_argument(
        "--examples", type=int, default=0, metavar="K", help="show K that went wrong of each kind"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _harms(chosen: argparse.Namespace, visits: Sequence[Visit], wishes: dict[str, Any]) -> int:
    if chosen.written:
        noted, total = written_by_people(visits, wishes)
    else:
        noted = asyncio.run(drafted(visits, chosen.format, wishes))
        total = len(noted)
    found = checked(noted, chosen.harms, chosen.seed)
    if chosen.json:
        print(json.dumps({"visits": len(visits), "sentences": total, **_as_json(found)}))
    else:
        print(f"{len(visits)} visits, {len(noted)} of {total} sentences")
        print("\n".join(lines_of(found, chosen.examples)))
    return 0 if chosen.written or within_targets(found) else 1


def _as_json(found: Checked) -> dict[str, Any]:
    kinds = {"good": found.good, **found.harmed}
    return {
        kind: {"seen": one.seen, "flagged": one.flagged, "percent": one.percent, "by": dict(one.by)}
        for kind, one in kinds.items()
    }


def _line(scores: Scores) -> str:
    return (
        f"{scores.visits} visits: ROUGE-1 {scores.rouge1} "
        f"(precision {scores.precision}, recall {scores.recall}), "
        f"evidence {scores.evidence} %, {scores.words:.0f} words a note"
    )
