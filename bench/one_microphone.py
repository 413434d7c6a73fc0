"""People who share one microphone: how many words get the wrong voice, and what telling them apart costs.

    attune bench voices [--model base] [--pair A B] [--meetings FOLDER] [--json]

Two tracks are put into one room: the second speaker softer, reverberation, noise (`near`: 6 dB softer, 0.3
s, 25 dB below speech; `far`: 12 dB, 0.5 s, 15 dB; `bare`: even, 0.8 s, 10 dB). It is transcribed as one
track, and each recognised word is compared with who says it: whose reference has that word within 0.7 s.
Words that neither or both said then are not counted. Beside the shipped conversation (or `--pair`s, with
the words beside them as in `bench live`) every pair of the five shipped voices answers in turns of a
second: the hardest there is for a voice print. `--meetings`: real recordings of meetings, `NAME.wav`, with
RTTM files beside them; of their words those count in whose time exactly one person speaks.

*wrong*: words with the wrong voice when the track has ended; *told first*: as told first, seconds after
they were said; *uncertain*: words marked so; *of the certain*: wrong words among the others. *core*: CPU
seconds of telling voices apart, per second of sound. Exit code 1 when a conversation in a room is over 3 %,
or takes a tenth of a core.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import wave
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path

from bench.clips import pairs_of
from bench.one_microphone_cases import Case, Owner, answers, conversations, meetings
from media_worker.__main__ import load_recogniser
from media_worker.clock import FileClock
from media_worker.hearing import SAMPLE_RATE, Listener, Samples
from media_worker.settings import EarSettings
from media_worker.transcribe import offline
from media_worker.voices.cutting import CERTAIN
from media_worker.voices.models import load
from media_worker.voices.nets import Nets
from media_worker.voices.separation import Piece, Pieces, Separation, analysed
from wire.control import MAX_VOICES, Recognised, VoicePart

MOST_PERCENT = 3.0
MOST_OF_A_CORE = 10.0


@dataclass(frozen=True)
class Row:
    """What came of a case; shares in per cent, `core` in per cent of one."""

    name: str
    people: int
    voices: int
    words: int
    wrong: float
    told_first: float
    uncertain: float
    of_the_certain: float
    core: float
    counts: bool


def told_apart(case: Case, listener: Listener, nets: Nets) -> Row | None:
    """One case transcribed and its voices told; None when no word of it can be judged."""
    finals = _transcribed(case.samples, listener)
    separation = Separation(case.people)
    heard: dict[str, list[VoicePart]] = {}
    waiting = list(finals)
    spent = 0.0

    def take(piece: Piece) -> None:
        nonlocal spent
        while waiting and waiting[0].end <= piece.end:
            separation.said(waiting.pop(0))
        begun = time.thread_time()
        separation.learn(analysed(piece, nets))
        news = separation.revised()
        spent += time.thread_time() - begun
        for segment in {part.segment for part in news} - heard.keys():
            heard[segment] = [part for part in news if part.segment == segment]

    pieces = Pieces(FileClock(), take)
    pieces.hear(case.samples)
    pieces.finish()
    for final in waiting:
        separation.said(final)
    begun = time.thread_time()
    settled = separation.settled()
    spent += time.thread_time() - begun
    seconds = len(case.samples) / SAMPLE_RATE
    return _row(case, finals, settled, [part for parts in heard.values() for part in parts], spent / seconds)


def _transcribed(samples: Samples, listener: Listener) -> list[Recognised]:
    """The finals of test material, which the reader of recordings wants as a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "room.wav"
        with wave.open(str(file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(SAMPLE_RATE)
            out.writeframes(samples.tobytes())
        return list(offline(file, listener))


def _row(
    case: Case, finals: Sequence[Recognised], settled: list[VoicePart], heard: list[VoicePart], core: float
) -> Row | None:
    by_id = {final.id: final for final in finals}
    judged = _judged(settled, by_id, case.owner)
    if not judged:
        return None
    bad = _bad(judged)
    told_first = _bad(_judged(heard, by_id, case.owner))
    certain = [wrong for wrong, (_, _, certainty) in zip(bad, judged, strict=True) if certainty >= CERTAIN]
    return Row(
        name=case.name,
        people=case.people,
        voices=len({part.voice for part in settled}),
        words=len(judged),
        wrong=_percent(bad),
        told_first=_percent(told_first),
        uncertain=round(100 * (1 - len(certain) / len(judged)), 1),
        of_the_certain=_percent(certain),
        core=round(100 * core, 1),
        counts=case.counts,
    )


def _judged(
    parts: Iterable[VoicePart], finals: dict[str, Recognised], owner: Owner
) -> list[tuple[int, int, float]]:
    """Owner, voice and certainty of every word whose owner is known."""
    return [
        (who, part.voice, part.certainty)
        for part in parts
        for word in finals[part.segment].words[part.first_word : part.last_word + 1]
        if (who := owner(word)) is not None
    ]


def _bad(judged: Sequence[tuple[int, int, float]]) -> list[bool]:
    """Whether each word has the wrong voice, each voice being the person it fits best."""
    pairs = Counter((who, voice) for who, voice, _ in judged)
    best = max(
        permutations(range(MAX_VOICES)),
        key=lambda order: sum(pairs[who, voice] for who, voice in enumerate(order)),
    )
    return [best[who] != voice for who, voice, _ in judged]


def _percent(marks: Sequence[bool]) -> float:
    return round(100 * sum(marks) / len(marks), 1) if marks else 0.0


def _print(rows: Sequence[Row]) -> None:
    heads = ("people", "voices", "words", "wrong", "told first", "uncertain", "of the certain", "core")
    print(f"{'recording':<34}" + "".join(f"{head:>16}" for head in heads))
    for row in rows:
        cells = list(asdict(row).values())[1:-1]
        print(f"{row.name:<34}" + "".join(f"{cell:>16}" for cell in cells))


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a conversation misses the target."""
    parser = argparse.ArgumentParser(prog="attune bench voices", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", default="base", help="the recogniser (default base)")
    parser.add_argument("--pair", nargs=2, type=Path, action="append", default=[], metavar=("A", "B"))
    parser.add_argument("--meetings", type=Path, help="folder of NAME.wav and RTTM files")
    parser.add_argument("--json", action="store_true", help="print a JSON list of rows")
    chosen = parser.parse_args(arguments)
    listener, nets = load_recogniser(EarSettings(model=chosen.model)), load()
    cases = [conversations(pairs_of(chosen.pair)), answers()]
    if chosen.meetings:
        cases.append(meetings(chosen.meetings))
    rows = [row for some in cases for case in some if (row := told_apart(case, listener, nets))]
    if chosen.json:
        print(json.dumps([asdict(row) for row in rows]))
    else:
        _print(rows)
    missed = [row for row in rows if row.counts and (row.wrong > MOST_PERCENT or row.core >= MOST_OF_A_CORE)]
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
