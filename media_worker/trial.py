"""Tries models in a process of their own: loaded, a second of silence decoded, their speed measured.

`python -m media_worker.trial [--sound FILE] MODEL...` prints a line of JSON a model. A model
that brings the decoder down ends that process, and not the one that asked.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from media_worker.errors import EarError, ModelUnavailable
from media_worker.model_folder import examine
from media_worker.models import locate
from media_worker.settings import EarSettings
from media_worker.speed import Speed, measure, windows_of

SECONDS = 180.0
"""Longest a trial may take: the largest models need half a minute to load from a slow disk."""


@dataclass(frozen=True)
class Trial:
    """What came of one model: a fault with its fix, or its speed (None when no sound was given)."""

    model: str
    load_seconds: float = 0.0
    times: float | None = None
    parameters: int = 0
    multilingual: bool = False
    fault: str = ""

    @property
    def speed(self) -> Speed | None:
        """Its speed, if it was measured."""
        if self.times is None:
            return None
        return Speed(self.model, self.times, self.parameters, self.multilingual)


def try_models(models: Sequence[str], sound: Path | None = None, seconds: float = SECONDS) -> list[Trial]:
    """Tries models, by name or path, in a child process; settings come from the environment, as a worker's.

    Every model gets an answer: one that ends the process, or that the process did not come to in
    time, gets a fault.
    """
    command = [sys.executable, "-m", "media_worker.trial"]
    command += ["--sound", str(sound)] if sound is not None else []
    try:
        done = subprocess.run(  # noqa: S603 - our own module; names are arguments behind `--`
            [*command, "--", *models], capture_output=True, timeout=seconds, check=False
        )
        printed = done.stdout
        fault = "it brought the decoder down: the file is damaged, or its numbers are not for this machine"
    except subprocess.TimeoutExpired as expired:
        printed, fault = expired.stdout or b"", f"no answer within {seconds:.0f} s: take a smaller model"
    trials = [Trial(**json.loads(line)) for line in printed.splitlines() if line.startswith(b"{")]
    broken = models[len(trials) : len(trials) + 1]
    rest = models[len(trials) + 1 :]
    lost = [Trial(name, fault=fault) for name in broken]
    return [*trials, *lost, *(try_models(rest, sound, seconds) if rest else [])]


def check(model: str) -> None:
    """Raises `ModelUnavailable` unless the model loads and decodes in a process of its own."""
    (trial,) = try_models([model])
    if trial.fault:
        raise ModelUnavailable(trial.fault)


def _trials(models: Sequence[str], sound: Path | None) -> Iterator[Trial]:
    windows = windows_of(sound) if sound is not None else []
    for model in models:
        try:
            yield _trial(model, windows)
        except EarError as error:
            yield Trial(model, fault=error.detail)


def _trial(model: str, windows: Sequence[Any]) -> Trial:
    from media_worker.__main__ import load_recogniser

    settings = EarSettings(model=model)
    began = time.perf_counter()
    recogniser = load_recogniser(settings)
    loaded = time.perf_counter() - began
    facts = examine(locate(model, settings.models_folder).path)
    times = measure(recogniser, windows, settings.batch, time.perf_counter, settings.decoders)
    return Trial(model, round(loaded, 3), times, facts.parameters, facts.multilingual)


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries the models named on the command line. Returns the exit code: 2 when one has a fault."""
    parser = argparse.ArgumentParser(prog="python -m media_worker.trial", description="Tries speech models.")
    parser.add_argument("--sound", type=Path, help="a recording of speech to measure with")
    parser.add_argument("models", nargs="+", metavar="MODEL")
    parsed = parser.parse_args(arguments)
    sound = parsed.sound
    faults = 0
    for trial in _trials(parsed.models, sound):
        faults += bool(trial.fault)
        sys.stdout.write(json.dumps(asdict(trial)) + "\n")
        sys.stdout.flush()
    return 2 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
