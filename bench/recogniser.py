"""How fast the recogniser hears speech, by batch, window length and model, beside faster-whisper itself.

    attune bench recogniser
    attune bench recogniser --model base --batches 4 --lengths 3 --pair doctor.wav patient.wav

A media worker's recogniser, set up by `ATTUNE_EAR_...` as a worker sets it up, decodes all closed windows of
the recordings with the worker's decoding threads side by side, greedily unless told otherwise. All windows
wait from the start: it is a worker with no moment to spare. Windows are those of `bench/cutting.py`, batches
those of `media_worker/queueing.py`. In the same rounds faster-whisper decodes the same recordings, with the
same model files, number format and threads in all (`bench/references.py`).

Every figure is the median of `--repeat` rounds; in a round every row has one turn, after a short turn that
does not count. Reading files and loading models is in no figure. With `wall` the seconds a turn takes by the
clock and `cpu` those all threads of the process compute:

- *speech*: seconds of sound in the windows as cut, pre-roll and post-roll in them (made windows: in those,
  the same sound). What a reference finds to be speech itself is not asked: it is given ours.
- *x speech*: speech / wall. Of ours, wall is decoding alone (Silero, features, encoder, decoder, word times,
  guards), for the target is stated so; of a reference it is all it does, its voice filter included.
- *x recording*: seconds of all recordings, silence included, / wall from samples to words. Of ours that is
  cutting (voice gate and segmenter, one thread, before any decoding) and decoding; made windows have none.
- *CPU/speech*: cpu / speech, of the work that *x speech* counts. *CPU/rec.*: cpu / seconds of recordings, of
  the work that *x recording* counts.
- *WER*: word errors over all recordings, each against its own reference, as `bench/words.py` counts.
- *spread*: slowest less fastest round, in per cent of the median wall that *x speech* counts.
- *ours is*: in a reference's row, how many times as fast ours is (as cut, the worker's own batch): its wall
  from samples to words over ours of the same round, the median of the rounds. *By CPU*: the same of cpu,
  which holds where others use the machine too. Ours gives word times, a reference only with `--word-times`.

Exit code 1 when *x speech* of the windows as cut, in the worker's own batch, misses 100 (`tiny.en`) or 40
(`base`); other models have no target.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bench.clips import NoReferenceError, Pair, pairs_of
from bench.cutting import MOST_SECONDS
from bench.live import counts
from bench.recogniser_rows import HEAD, TARGETS, Row, heading, line, rows_of
from bench.references import WAYS, Reference
from bench.throughput import Material, Method, NoSpeechError, Worker, by_turns, of_reference
from media_worker.devices import computing
from media_worker.errors import EarError, ModelUnavailable
from media_worker.models import locate
from media_worker.settings import EarSettings


def as_cut(batch: int) -> str:
    """The name of a row of windows as cut."""
    return f"as cut, batch {batch}"


class Measuring:
    """Measures one model after the other on the same recordings."""

    def __init__(self, chosen: argparse.Namespace, pairs: Sequence[Pair]) -> None:
        self._chosen = chosen
        self._settings = EarSettings()
        self._material = Material.of(pairs, self._settings)
        self._start = self._material.begin(self._settings)

    def setup(self) -> dict[str, Any]:
        """What was decoded (seconds), and by how much of the machine."""
        settings, speech = self._settings, self._material.speech
        return {
            "recording_seconds": round(self._material.seconds, 1),
            "speech_seconds": round(speech.seconds, 1),
            "windows": len(speech.windows),
            **settings.model_dump(include={"decoders", "threads", "beam_size", "batch"}),
            **asdict(computing(settings.device, settings.compute_type)),
            "rounds": self._chosen.repeat,
        }

    def measure(self, model: str) -> list[Row]:
        """The rows of a model, by name or path. Raises `ModelUnavailable`."""
        settings = EarSettings(model=model)
        folder = locate(model, settings.models_folder)
        methods = self._methods(settings)
        by_turns(methods, 1, self._start)
        runs = by_turns(methods, self._chosen.repeat, self._material)
        return rows_of(folder.name, runs, as_cut(settings.batch), self._material.seconds)

    def _methods(self, settings: EarSettings) -> dict[str, Method]:
        worker, chosen = Worker(settings), self._chosen
        batches = sorted({*chosen.batches, settings.batch})
        found = {as_cut(batch): worker.as_cut(batch) for batch in batches}
        for seconds in chosen.lengths:
            found[f"about {seconds} s, batch {settings.batch}"] = worker.made(seconds, settings.batch)
        if chosen.references:
            reference = Reference(settings, side_by_side=chosen.side_by_side, word_times=chosen.word_times)
            found |= {way.name: of_reference(reference, way) for way in WAYS}
        return found


def installed() -> list[str]:
    """The models that have a target and are there. Raises `ModelUnavailable` when none is."""
    found, fault = [], ModelUnavailable("no model has a target")
    for name in TARGETS:
        try:
            locate(name, EarSettings().models_folder)
            found.append(name)
        except ModelUnavailable as error:
            fault = error
    if not found:
        raise fault
    return found


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    summary = (__doc__ or "").splitlines()[0]
    parser = argparse.ArgumentParser(prog="attune bench recogniser", description=summary)
    parser.add_argument(
        "--model", action="append", help="a model's name or folder; repeatable (default: those with a target)"
    )
    parser.add_argument(
        "--pair", nargs=2, type=Path, action="append", default=[], metavar=("A", "B"),
        help="a conversation's two recordings, .words.json or .turns.json beside each; repeatable",
    )  # fmt: skip
    parser.add_argument("--batches", type=counts, default=[1, 2, 4, 8], help="windows at once (1,2,4,8)")
    parser.add_argument(
        "--lengths", type=lengths, default=[1, 2, 3, 5, 8, 12], help="seconds of made windows (1,2,3,5,8,12)"
    )
    parser.add_argument("--repeat", type=rounds, default=3, help="rounds; medians are told (default 3)")
    parser.add_argument("--no-references", dest="references", action="store_false", help="ours alone")
    parser.add_argument(
        "--side-by-side", action="store_true",
        help="references decode as many recordings at once as a worker has decoders, "
        "not one after the other by all threads",
    )  # fmt: skip
    parser.add_argument("--word-times", action="store_true", help="references give word times as ours does")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


def lengths(text: str) -> list[int]:
    """`1,2,3` as whole seconds that a window can be made of."""
    numbers = counts(text)
    if max(numbers) > MOST_SECONDS:
        raise argparse.ArgumentTypeError(f"seconds from 1 to {MOST_SECONDS}, parted by commas")
    return numbers


def rounds(text: str) -> int:
    """How many rounds: one number."""
    (number,) = counts(text)
    return number


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a target is missed, 2 on bad use."""
    chosen = _parse(arguments)
    try:
        rows = _measured(chosen)
    except (NoReferenceError, NoSpeechError, EarError) as error:
        print(f"bench recogniser: {getattr(error, 'detail', error)}", file=sys.stderr)
        return 2
    except ValidationError:
        print("bench recogniser: a setting ATTUNE_EAR_... has a value that is not allowed", file=sys.stderr)
        return 2
    return 0 if all(row.reached for row in rows) else 1


def _measured(chosen: argparse.Namespace) -> list[Row]:
    """The rows of all models, printed."""
    models = chosen.model or installed()
    for model in models:
        locate(model, EarSettings().models_folder)
    measuring = Measuring(chosen, pairs_of(chosen.pair))
    if not chosen.json:
        print(heading(measuring.setup()), HEAD, sep="\n", flush=True)
    rows: list[Row] = []
    for model in models:
        found = measuring.measure(model)
        rows += found
        if not chosen.json:
            print(*(line(row) for row in found), sep="\n", flush=True)
    if chosen.json:
        told = [asdict(row) | {"reached": row.reached} for row in rows]
        print(json.dumps(measuring.setup() | {"rows": told}))
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
