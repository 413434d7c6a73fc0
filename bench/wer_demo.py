"""Word error rate of a whole live session against offline decoding by the same model.

    python -m bench.wer_demo                                    # the shipped sample conversation
    python -m bench.wer_demo --model tiny.en \
        --track NAME:ROLE:FILE --track NAME:ROLE:FILE           # reference words: FILE with suffix .txt

Runs `attune demo` on the tracks (a real server, real WebRTC, in real time), decodes the same files
offline with faster-whisper's own `transcribe` (beam 5, voice filter), and prints both rates. The
reference of the sample is its written text. Exit code 1 when the session is more than three
points behind. Normalisation: see `bench/words.py`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.words import word_errors

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "signaling" / "demo" / "sample"
MOST_POINTS_BEHIND = 3.0


@dataclass(frozen=True)
class Track:
    """One speaker: who they are, what they are played from, and what they really say."""

    name: str
    role: str
    file: Path
    reference: str


def sample_tracks() -> list[Track]:
    """The shipped conversation."""
    sample = json.loads((SAMPLE / "sample.json").read_text("utf-8"))
    return [
        Track(
            person["name"],
            person["role"],
            SAMPLE / person["file"],
            " ".join(turn["text"] for turn in sample["turns"] if turn["role"] == person["role"]),
        )
        for person in sample["participants"]
    ]


def given_track(text: str) -> Track:
    """`NAME:ROLE:FILE`; the words are in FILE with the suffix .txt."""
    name, role, file = text.split(":", 2)
    path = Path(file).expanduser()
    return Track(name, role, path, path.with_suffix(".txt").read_text("utf-8"))


def live(tracks: Sequence[Track], model: str) -> dict[str, Any]:
    """What `attune demo --json` prints for these tracks."""
    options = [option for one in tracks for option in ("--track", f"{one.name}:{one.role}:{one.file}")]
    command = [sys.executable, "-m", "signaling.cli", "demo", "--json", "--model", model, *options]
    finished = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    outcome: dict[str, Any] = json.loads(finished.stdout)
    return outcome


def spoken_by(outcome: dict[str, Any], name: str) -> str:
    """Everything the transcript gives to one speaker."""
    return " ".join(one["text"] for one in outcome["transcript"]["segments"] if one["speaker"] == name)


def offline(tracks: Sequence[Track], model: str) -> list[str]:
    """Each track's words by faster-whisper itself."""
    from faster_whisper import WhisperModel

    from media_worker.models import locate

    whisper = WhisperModel(str(locate(model).path), device="cpu", compute_type="int8", local_files_only=True)
    heard = []
    for one in tracks:
        segments, _ = whisper.transcribe(str(one.file), beam_size=5, language="en", vad_filter=True)
        heard.append(" ".join(segment.text for segment in segments))
    return heard


def compare(tracks: Sequence[Track], model: str) -> dict[str, Any]:
    """The rates in per cent, for each speaker and for all words together."""
    outcome = live(tracks, model)
    rows: list[dict[str, Any]] = []
    totals = {"live": 0, "offline": 0, "words": 0}
    for one, text in zip(tracks, offline(tracks, model), strict=True):
        streamed, words = word_errors(one.reference, spoken_by(outcome, one.name))
        decoded, _ = word_errors(one.reference, text)
        rows.append({"speaker": one.name, "words": words, "live": streamed, "offline": decoded})
        totals = {
            "live": totals["live"] + streamed,
            "offline": totals["offline"] + decoded,
            "words": totals["words"] + words,
        }
    rows.append({"speaker": "all", **totals})
    for row in rows:
        row |= {f"{kind}_percent": round(100 * row[kind] / row["words"], 1) for kind in ("live", "offline")}
    behind = round(rows[-1]["live_percent"] - rows[-1]["offline_percent"], 1)
    return {"model": model, "rows": rows, "points_behind": behind, "call": outcome["call"]}


def show(result: dict[str, Any]) -> None:
    """The comparison as a table."""
    print(f"Word error rate, model {result['model']}: a live session against offline decoding")
    print(f"{'speaker':<24}{'words':>7}{'live':>9}{'offline':>9}")
    for row in result["rows"]:
        print(
            f"{row['speaker']:<24}{row['words']:>7}{row['live_percent']:>8.1f}%{row['offline_percent']:>8.1f}%"
        )
    print(f"the session is {result['points_behind']:+.1f} points (at most +{MOST_POINTS_BEHIND:.1f} wanted)")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench wer_demo", description=__doc__.splitlines()[0])
    parser.add_argument("--track", action="append", metavar="NAME:ROLE:FILE", default=[])
    parser.add_argument("--model", default="base")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    tracks = [given_track(text) for text in chosen.track] or sample_tracks()
    result = compare(tracks, chosen.model)
    if chosen.json:
        print(json.dumps(result))
    else:
        show(result)
    return int(result["points_behind"] > MOST_POINTS_BEHIND)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
