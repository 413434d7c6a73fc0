"""Writes what neural voices read out (`bench/voices/speak.py`), with the labels of all identifiers in it.

    python -m bench.masking.script --sessions 12 --seed 2026 --out bench/voices --stem identifiers

`STEM.script.json` is spoken; `STEM.labels.json` holds the same lines with their labels, for
`attune bench mask --recording`. Digits are written as words, so that they are read as people say them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bench.masking.asr_like import STYLES, as_heard
from bench.masking.corpus import sessions

VOICES = (
    ("af_heart", 1.0),
    ("am_michael", 1.0),
    ("bf_emma", 1.05),
    ("bm_george", 1.0),
    ("af_bella", 1.1),
    ("am_fenrir", 1.05),
)
"""English voices and their speeds, taken in turn by the lines."""

PAUSE = 0.9
"""Seconds between two lines: longer than a sentence's pause, so that each is a final of its own."""


def main(arguments: Sequence[str]) -> int:
    """Writes both files."""
    parser = argparse.ArgumentParser(prog="bench.masking.script", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=12)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stem", default="identifiers")
    chosen = parser.parse_args(arguments)
    random = Random(chosen.seed)
    lines = [as_heard(one, random, STYLES["spoken"]) for one in sessions(chosen.sessions, chosen.seed)]
    lines = [line for line in lines if line.spans]
    people = [{"name": name, "role": name, "voice": name, "speed": speed} for name, speed in VOICES]
    turns = [
        {"role": VOICES[number % len(VOICES)][0], "text": line.text, "pause": PAUSE}
        for number, line in enumerate(lines)
    ]
    script = {
        "title": "Invented people's identifiers, read out",
        "licence": "Text: original, Apache-2.0, part of this project. Voices: Kokoro-82M (Apache-2.0).",
        "participants": people,
        "turns": turns,
    }
    labels = [
        {"text": line.text, "spans": line.spans, "session": line.session, "roster": line.roster}
        for line in lines
    ]
    for name, written in (("script", script), ("labels", labels)):
        target = chosen.out / f"{chosen.stem}.{name}.json"
        target.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
