"""What drafting costs by the length of the session: CPU seconds and peak memory, in a process for each.

    python -m bench.drafting.lengths --visits annomi.csv --minutes 50

Dialogues in a row, from the first one again when they run out, until so many minutes are spoken.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from bench.drafting.visits import Turn, Visit, visits_of
from live_notes import DraftRequest, EvidenceLine, Preferences, Sentence, draft_from
from live_notes.drafting.checks import check_sentence
from live_notes.request import lines_from_transcript
from retention import SystemClock

WORDS_A_MINUTE = 150
"""Of a conversation, both sides and pauses together."""

MINUTES = (10, 50, 120, 240)


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a whole draft, of its checks alone, and how much memory the process took at most.

    `memory` is in megabytes; `before` is what the program takes before it drafts anything.
    """

    minutes: int
    words: int
    sentences: int
    seconds: float
    checking: float
    memory: float
    before: float


def session_of(visits: Sequence[Visit], minutes: int) -> list[Turn]:
    """Turns that take so many minutes to say."""
    turns: list[Turn] = []
    left = minutes * WORDS_A_MINUTE
    for visit in cycle(visits):
        for turn in visit.turns:
            if left <= 0:
                return turns
            turns.append({"id": f"s{len(turns)}", "role": turn["role"], "text": turn["text"]})
            left -= len(str(turn["text"]).split())
    return turns


def measured(visits: Sequence[Visit], minutes: int) -> Cost:
    """What one draft costs here and now."""
    turns = session_of(visits, minutes)
    before = _peak()
    began = time.process_time()
    request = DraftRequest(transcript=turns, format="soap", preferences={"detail": "detailed"})
    note = asyncio.run(draft_from(request, now=SystemClock().now()))
    seconds, memory = time.process_time() - began, _peak()
    words = sum(len(str(turn["text"]).split()) for turn in turns)
    sentences = [sentence for section in note.sections for sentence in section.sentences]
    checking = _checking(turns, sentences)
    return Cost(minutes, words, len(sentences), round(seconds, 2), checking, round(memory), round(before))


def _checking(turns: list[Turn], sentences: Sequence[Sentence]) -> float:
    lines: Sequence[EvidenceLine] = lines_from_transcript(turns)
    known = {line.id: line for line in lines}
    order = {line.id: at for at, line in enumerate(lines)}
    began = time.process_time()
    for sentence in sentences:
        check_sentence(sentence, known, order, Preferences())
    return round(time.process_time() - began, 3)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def costs_of(sources: Sequence[Path], lengths: Sequence[int]) -> list[Cost]:
    """What drafting costs at each length, each measured in a process of its own."""
    found: list[Cost] = []
    for minutes in lengths:
        command = [sys.executable, "-m", "bench.drafting.lengths", "--minutes", str(minutes), "--visits"]
        done = subprocess.run([*command, *sources], capture_output=True, text=True, check=True)
        told: dict[str, Any] = json.loads(done.stdout)
        found.append(Cost(**told))
    return found


def main(arguments: Sequence[str]) -> int:
    """Prints the cost of one draft as JSON."""
    parser = argparse.ArgumentParser(
        prog="bench.drafting.lengths", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--visits", type=Path, nargs="+", required=True)
    parser.add_argument("--minutes", type=int, required=True)
    chosen = parser.parse_args(arguments)
    visits = [visit for source in chosen.visits for visit in visits_of(source)]
    print(json.dumps(asdict(measured(visits, chosen.minutes))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
