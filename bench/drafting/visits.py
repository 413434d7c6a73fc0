"""Dialogues to draft from: ACI-bench (a table), PriMock57 (a folder), AnnoMI (a table).

ACI-bench: Yim et al., Sci Data 2023. PriMock57: Papadopoulos Korfiatis et al., ACL 2022. AnnoMI: Wu et al.,
ICASSP 2022; it has no notes.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Turn: TypeAlias = dict[str, Any]
"""A segment as `attune draft --transcript` takes it: `id`, `role`, `text`, and times where they are known."""

_TURN = re.compile(r"\[(?P<who>[a-z_]+)\](?P<text>[^\[]*)")
_CLINICIANS = {"doctor", "therapist", "clinician"}
_INTERVAL = re.compile(
    r"intervals \[\d+\]:\s*xmin = (?P<start>[\d.]+)\s*xmax = (?P<end>[\d.]+)\s*text = "
    r"\"(?P<text>(?:[^\"]|\"\")*)\""
)
_MARKED = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Visit:
    """A dialogue and the note that somebody wrote of it, None where nobody did."""

    name: str
    turns: tuple[Turn, ...]
    note: str | None = None

    @property
    def text(self) -> str:
        """The whole dialogue's words."""
        return "\n".join(str(turn["text"]) for turn in self.turns)


def visits_of(source: Path) -> list[Visit]:
    """The visits of a table or a folder, whichever corpus it is of.

    Raises:
        OSError, ValueError, KeyError: it is of none.
    """
    if source.is_dir():
        return list(_primock(source))
    with source.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    if not rows:
        raise ValueError("the table has no rows")
    return list(_annomi(rows)) if "interlocutor" in rows[0] else [_aci(row, n) for n, row in enumerate(rows)]


def turns_of(dialogue: str) -> tuple[Turn, ...]:
    """The turns of a dialogue whose lines begin with `[doctor]` or `[patient]`."""
    turns = (match for match in _TURN.finditer(dialogue) if match["text"].strip())
    return tuple(
        {"id": f"s{number}", "role": _role(match["who"]), "text": " ".join(match["text"].split())}
        for number, match in enumerate(turns)
    )


def _aci(row: dict[str, str], number: int) -> Visit:
    return Visit(row.get("encounter_id") or f"visit {number}", turns_of(row["dialogue"]), row["note"])


def _annomi(rows: list[dict[str, str]]) -> Iterator[Visit]:
    by: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by.setdefault(row["transcript_id"], []).append(row)
    for name, lines in by.items():
        said = {row["utterance_id"]: row for row in lines}  # one utterance may be annotated more than once
        turns = (
            {"id": f"s{key}", "role": _role(row["interlocutor"]), "text": row["utterance_text"]}
            for key, row in said.items()
        )
        yield Visit(name, tuple(turns))


def _primock(folder: Path) -> Iterator[Visit]:
    for file in sorted((folder / "notes").glob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        spoken: list[Turn] = []
        for who in ("doctor", "patient"):
            grid = (folder / "transcripts" / f"{file.stem}_{who}.TextGrid").read_text("utf-8")
            spoken += _intervals(grid, _role(who))
        spoken.sort(key=lambda turn: turn["start"])
        turns = tuple({**turn, "id": f"s{number}"} for number, turn in enumerate(spoken))
        yield Visit(file.stem, turns, str(told["note"]))


def _intervals(grid: str, role: str) -> Iterator[Turn]:
    for match in _INTERVAL.finditer(grid):
        text = " ".join(_MARKED.sub(" ", match["text"].replace('""', '"')).split())
        if text:
            yield {"role": role, "text": text, "start": float(match["start"]), "end": float(match["end"])}


def _role(who: str) -> str:
    return "clinician" if who in _CLINICIANS else "client"
