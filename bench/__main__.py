"""`python -m bench [NAME [OPTIONS]]`, also `attune bench`: one measurement, or the quick ones together."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Sequence

NAMES = {
    "recogniser": "throughput by batch, window length and model",
    "live": "calls at real time from files: word errors, delays, CPU, memory, and how many hold",
    "soak": "an hour of calls at a claimed load: memory and delays must not drift",
    "neighbours": "the same recordings through whisper-live and whisperlivekit",
    "figures": "word errors and delays of events that transcribe --streaming --json printed",
    "legs": "what an audio leg costs",
    "silence": "what a call costs in which nobody speaks",
    "loss": "what lost packets cost in word errors",
    "voices": "people who share a microphone: words with the wrong voice",
    "noise": "sounds without words: none may be invented",
    "wer_demo": "word errors of a whole live session against offline decoding",
    "draft": "the embedded drafter's notes against written ones; what the checks catch (--harms)",
    "style": "how much less a clinician edits once their style is learned",
    "hangup": "from hanging up to the note, for a session of fifty minutes",
    "mask": "words a second, recall and precision of masking",
    "outbound": "what of a thousand sessions stands in what a processor is sent",
    "forgetting": "the memory's tests over and over, killed at other moments each time",
    "destroy": "from signing to destroyed everywhere, over real storage",
    "energy": "whether energy is charged to who used it, and what metering costs",
    "loop_held": "how long one answer holds the event loop",
}
"""Every measurement, with what it measures: the module `bench.NAME` with its `main(arguments)`."""

_MODULES = {"voices": "one_microphone"}
"""The folder `voices` holds recordings."""

BY_DEFAULT = ("draft", "loop_held", "mask", "destroy", "wer_demo", "live")
"""What runs when none is named: minutes in all."""


class UnknownMeasurementError(Exception):
    """There is no measurement of this name, or something it needs is not installed."""


def measurement(name: str) -> Callable[[Sequence[str]], int]:
    """The `main` of a measurement. Raises `UnknownMeasurementError` with one clear line."""
    if name not in NAMES:
        raise UnknownMeasurementError(f"one of {', '.join(available())}")
    try:
        main: Callable[[Sequence[str]], int] = importlib.import_module(_module(name)).main
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing == "bench":
            raise UnknownMeasurementError(f"{name} is not part of this installation") from None
        raise UnknownMeasurementError(f"{name} needs the package {missing!r}: install it") from None
    return main


def _module(name: str) -> str:
    return f"bench.{_MODULES.get(name, name)}"


def available() -> list[str]:
    """The measurements that are here."""
    return [name for name in NAMES if importlib.util.find_spec(_module(name)) is not None]


def main(arguments: Sequence[str]) -> int:
    """Runs what is named; returns 1 when a target is missed, 2 on bad use."""
    try:
        if not arguments:
            return max(measurement(name)([]) for name in BY_DEFAULT)
        name, *options = arguments
        return measurement(name)(options)
    except UnknownMeasurementError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
