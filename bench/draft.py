"""The embedded drafter's notes beside written ones, beside what needs no drafter, and against spoilt sentences.

    attune bench draft --visits valid.csv|FOLDER [--format soap] [--detail detailed] [--baselines]
    attune bench draft --visits valid.csv|FOLDER --harms 500 [--seed 1] [--missed 20]

`--visits`: dialogues of ACI-bench (a table), PriMock57 (a folder) or AnnoMI (a table without notes). Told are
ROUGE-1, 2 and Lsum, a yardstick of content, not of truth; the share of sentences whose evidence exists; of
intervention sections the share of sentences that rest on the clinician's turns alone. `--baselines`: the
whole dialogue, its longest turns, TextRank, LexRank, and what selecting sentences can reach at best.
`--harms`: so many harms done to good sentences (a negation turned, a number changed, a speaker swapped,
a sentence of another visit put in); exit code 1 when under 95 % are objected to or over 5 % of the good
ones are.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.drafting.baselines import BASELINES
from bench.drafting.corruptions import Caught, Good, examined, goods_of
from bench.drafting.scores import Rouge, mean, rouge
from bench.drafting.visits import Visit, visits_of
from live_notes import Detail, DraftRequest, Note, NoteFormat, draft_from
from live_notes.drafting.preferences import Preferences, parse_preferences
from live_notes.request import lines_from_transcript
from retention import SystemClock

LEAST_CAUGHT, MOST_WRONGLY = 0.95, 0.05
_INTERVENTIONS = {"intervention", "interventions"}


@dataclass(frozen=True)
class Told:
    """What came out of the visits. Shares are of sentences, in percent."""

    visits: int
    rouge: Rouge | None
    evidence: float
    by_clinician: float | None
    flagged: float
    words: float


def main(arguments: Sequence[str]) -> int:
    """Prints the scores as lines, or as JSON."""
    parser = argparse.ArgumentParser(prog="attune bench draft", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--visits", type=Path, help="dialogues and notes (CSV or a folder)")
    parser.add_argument("--format", choices=list(NoteFormat), default=NoteFormat.SOAP)
    parser.add_argument("--detail", choices=list(Detail), default=Detail.DETAILED)
    parser.add_argument("--baselines", action="store_true", help="also what needs no drafter")
    parser.add_argument("--harms", type=int, default=0, metavar="N", help="do so many harms to sentences")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print so many that were missed")
    parser.add_argument("--json", action="store_true", help="print JSON objects")
    chosen = parser.parse_args(arguments)
    if chosen.visits is None:
        print("bench draft: not run; give --visits FILE", file=sys.stderr)
        return 0
    try:
        visits = visits_of(chosen.visits)
    except (OSError, ValueError, KeyError):
        print("bench draft: what was given is no table or folder of visits", file=sys.stderr)
        return 2
    wishes = {"detail": chosen.detail, "client_term": "patient", "clinician_term": "doctor"}
    notes = asyncio.run(_notes(visits, chosen.format, wishes))
    if chosen.harms:
        return _harms(visits, notes, wishes, chosen)
    _print("embedded drafter", _told(visits, notes), chosen.json)
    for name, baseline in BASELINES.items() if chosen.baselines else ():
        scores = mean(rouge(baseline(visit), visit.note) for visit in visits if visit.note is not None)
        _print(name, scores, chosen.json)
    return 0


async def _notes(visits: Sequence[Visit], form: str, wishes: dict[str, Any]) -> list[Note]:
    now = SystemClock().now()
    return [
        await draft_from(DraftRequest(transcript=list(v.turns), format=form, preferences=wishes), now=now)
        for v in visits
    ]


def text_of(note: Note) -> str:
    """A note's words, a sentence a line."""
    return "\n".join(sentence.text for section in note.sections for sentence in section.sentences)


def _told(visits: Sequence[Visit], notes: Sequence[Note]) -> Told:
    scores = [rouge(text_of(n), v.note) for v, n in zip(visits, notes, strict=True) if v.note is not None]
    supported, done, flagged, words = [], [], [], []
    for visit, note in zip(visits, notes, strict=True):
        roles = {str(turn["id"]): str(turn["role"]) for turn in visit.turns}
        words.append(len(text_of(note).split()))
        for section in note.sections:
            for sentence in section.sentences:
                supported.append(bool(sentence.evidence) and set(sentence.evidence) <= roles.keys())
                flagged.append(bool(sentence.flags))
                if section.title.casefold() in _INTERVENTIONS:
                    done.append({roles.get(one) for one in sentence.evidence} == {"clinician"})
    return Told(
        visits=len(visits),
        rouge=mean(scores) if scores else None,
        evidence=_percent(supported),
        by_clinician=_percent(done) if done else None,
        flagged=_percent(flagged),
        words=round(fmean(words)) if words else 0.0,
    )


def _percent(shares: Sequence[bool]) -> float:
    return round(100 * fmean(shares), 1) if shares else 0.0


def _harms(
    visits: Sequence[Visit], notes: Sequence[Note], wishes: dict[str, Any], chosen: argparse.Namespace
) -> int:
    preferences, _ = parse_preferences(wishes)
    goods: list[Good] = []
    for visit, note in zip(visits, notes, strict=True):
        lines = lines_from_transcript(list(visit.turns))
        goods += goods_of([(s.title, s.sentences) for s in note.sections], lines, visit.name)
    caught = examined(goods, preferences, count=chosen.harms, seed=chosen.seed, shown=chosen.missed)
    _print_caught(caught, chosen.json)
    return int(caught.share < LEAST_CAUGHT or caught.wrongly > MOST_WRONGLY)


def _print_caught(caught: Caught, as_json: bool) -> None:
    by = {harm.value: (caught.caught.get(harm, 0), made) for harm, made in caught.made.items()}
    if as_json:
        print(
            json.dumps({"caught": by, "share": caught.share, "wrongly": caught.wrongly, "good": caught.good})
        )
        return
    for name, (found, made) in by.items():
        print(f"{name:<20}{found:>5} of {made}")
    print(f"caught {caught.share:.1%}; of {caught.good} good sentences {caught.wrongly:.1%} objected to")
    for harm, text in caught.missed:
        print(f"  missed, {harm.value}: {text}")


def _print(name: str, found: Told | Rouge, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"by": name, **asdict(found)}))
        return
    scores = found if isinstance(found, Rouge) else found.rouge
    told = "no notes to compare with"
    if scores is not None:
        told = f"{scores.one} / {scores.two} / {scores.lsum} (precision {scores.precision}, recall {scores.recall})"
    line = f"{name:<22}ROUGE-1/2/Lsum {told}"
    if isinstance(found, Told):
        by = "" if found.by_clinician is None else f", interventions by the clinician {found.by_clinician} %"
        line += f"; {found.visits} visits, evidence {found.evidence} %, flagged {found.flagged} %{by}, {found.words:.0f} words"
    print(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
