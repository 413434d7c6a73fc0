"""`python -m bench draft --visits valid.csv`: the embedded drafter's notes, and what the checks catch.

`--visits` is a table or a folder of `bench.drafting.visits`, or several; dialogues without a note are left
out where notes are compared. Without more, ROUGE-1 against the written notes and the share of evidence are
told. ROUGE is a yardstick of content, not of truth.

`--against FOLDER` sets ROUGE-1, -2 and -Lsum beside those of the whole transcript, its twelve longest turns,
TextRank and LexRank (`sumy`, installed into an environment under that folder). `--lengths` tells CPU seconds
and memory of sessions of 10 to 240 minutes, made of the given dialogues.

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
from bench.drafting.lengths import MINUTES, costs_of
from bench.drafting.scoring import Drafted, Scores, compared, drafted_of, scores_of
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
    if chosen.lengths is not None:
        return _lengths(chosen)
    notes = asyncio.run(drafted_of(visits, chosen.format, wishes))
    if chosen.against is not None:
        return _against(chosen, notes)
    scores = scores_of(notes)
    told = {**asdict(scores), **(asdict(scores.rouge) if scores.rouge else {})}
    print(
        json.dumps({name: one for name, one in told.items() if name != "rouge"})
        if chosen.json
        else _line(scores)
    )
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
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="compare; environments are made there")
    parser.add_argument(
        "--lengths", type=int, nargs="*", metavar="MINUTES", help="cost of sessions so long (10 50 120 240)"
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


def _against(chosen: argparse.Namespace, notes: Sequence[Drafted]) -> int:
    rows = dict(compared(notes, chosen.against))
    if chosen.json:
        print(json.dumps({name: asdict(rouge) if rouge else None for name, rouge in rows.items()}))
        return 0
    for name, rouge in rows.items():
        if rouge is not None:
            told = f"{rouge.rouge1} / {rouge.rouge2} / {rouge.rouge_lsum}"
            print(f"{name}: ROUGE-1/2/Lsum {told}, {rouge.words:.0f} words")
    return 0


def _lengths(chosen: argparse.Namespace) -> int:
    costs = costs_of(chosen.visits, chosen.lengths or MINUTES)
    if chosen.json:
        print(json.dumps([asdict(one) for one in costs]))
        return 0
    for one in costs:
        print(
            f"{one.minutes} minutes, {one.words} words: {one.sentences} sentences in {one.seconds} CPU s "
            f"({one.checking} to check them), at most {one.memory:.0f} MB ({one.before:.0f} before)"
        )
    return 0


def _line(scores: Scores) -> str:
    told = [f"{scores.drafted} visits, {scores.sentences} sentences: evidence {scores.evidence} %"]
    if (rouge := scores.rouge) is not None:
        told.append(
            f"ROUGE-1 {rouge.rouge1} (precision {rouge.precision}, recall {rouge.recall}), "
            f"ROUGE-2 {rouge.rouge2}, ROUGE-Lsum {rouge.rouge_lsum}, {rouge.words:.0f} words a note"
        )
    if scores.interventions is not None:
        told.append(f"interventions from the clinician's turns {scores.interventions} %")
    return "; ".join([*told, f"unsupported {scores.unsupported} %, flagged {scores.flagged} %"])
