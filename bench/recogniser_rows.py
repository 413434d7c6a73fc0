"""The table of `attune bench recogniser`: rows from runs, and lines from rows.

`bench/recogniser.py` says what every figure means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from bench.live import percent
from bench.references import WAYS
from bench.throughput import Run, Spent

TARGETS = {"tiny.en": 100.0, "base": 40.0}
"""Least `speech_times` of a model on two cores."""


@dataclass(frozen=True)
class Row:
    """Figures of one way of decoding: `windows` of `window_seconds` on average (None: a reference's own).

    CPU in seconds a second, `ours_is` factors, `target` for `speech_times`, which are times real time.
    """

    model: str
    name: str
    windows: int | None
    window_seconds: float | None
    speech_times: float
    recording_times: float | None
    cpu_per_speech: float
    cpu_per_recording: float | None
    word_error_percent: float
    spread_percent: float
    ours_is: float | None = None
    ours_is_by_cpu: float | None = None
    target: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the target is, if there is one."""
        return self.target is None or self.speech_times >= self.target


def row_of(model: str, name: str, runs: Sequence[Run], recording_seconds: float) -> Row:
    """The row of our own runs, without ratio and target."""
    walls = [run.speech.wall for run in runs]
    whole = [run.whole for run in runs if run.whole is not None]
    one = runs[0]
    return Row(
        model=model,
        name=name,
        windows=one.windows,
        window_seconds=round(one.seconds / one.windows, 2),
        speech_times=round(one.seconds / median(walls), 2),
        recording_times=round(recording_seconds / median(took.wall for took in whole), 2) if whole else None,
        cpu_per_speech=round(median(run.speech.cpu for run in runs) / one.seconds, 5),
        cpu_per_recording=round(median(took.cpu for took in whole) / recording_seconds, 5) if whole else None,
        word_error_percent=round(100 * sum(r.errors for r in runs) / max(1, sum(r.words for r in runs)), 2),
        spread_percent=round(100 * (max(walls) - min(walls)) / median(walls), 1),
    )


def ratio(ours: Sequence[Run], theirs: Sequence[Run], of: Callable[[Spent], float]) -> float:
    """How many times as much theirs takes from the recordings to their words, round by round."""
    both = [(one.whole, other.whole) for one, other in zip(ours, theirs, strict=True)]
    return round(median(of(they) / of(we) for we, they in both if we is not None and they is not None), 2)


def rows_of(model: str, runs: Mapping[str, Sequence[Run]], own: str, recording_seconds: float) -> list[Row]:
    """All rows of a model; `own` is the one that the target is for and the references are compared with."""
    references = {way.name for way in WAYS}
    rows = []
    for name, found in runs.items():
        row = row_of(model, name, found, recording_seconds)
        if name == own:
            row = replace(row, target=TARGETS.get(model))
        elif name in references:
            row = replace(
                row,
                windows=None,
                window_seconds=None,
                ours_is=ratio(runs[own], found, lambda took: took.wall),
                ours_is_by_cpu=ratio(runs[own], found, lambda took: took.cpu),
            )
        rows.append(row)
    return rows


HEAD = (
    f"{'model':<9}{'decoded':<22}{'windows':>8}{'mean':>8}{'x speech':>10}{'x recording':>13}"
    f"{'CPU/speech':>12}{'CPU/rec.':>10}{'WER':>7}{'spread':>8}{'ours is':>9}{'by CPU':>8}  verdict"
)


def line(row: Row) -> str:
    """One line of the table."""
    return (
        f"{row.model:<9}{row.name:<22}{shown(row.windows, '', 0):>8}{shown(row.window_seconds, ' s'):>8}"
        f"{row.speech_times:>10.1f}{shown(row.recording_times):>13}{milliseconds(row.cpu_per_speech):>12}"
        f"{milliseconds(row.cpu_per_recording):>10}{percent(row.word_error_percent):>7}"
        f"{percent(row.spread_percent):>8}{shown(row.ours_is, 'x', 2):>9}"
        f"{shown(row.ours_is_by_cpu, 'x', 2):>8}{verdict(row)}"
    )


def shown(figure: float | None, unit: str = "", places: int = 1) -> str:
    """A figure with its unit, or a dash."""
    return "-" if figure is None else f"{figure:.{places}f}{unit}"


def milliseconds(seconds: float | None) -> str:
    """Seconds a second in thousandths, or a dash."""
    return "-" if seconds is None else f"{1000 * seconds:.1f} ms"


def verdict(row: Row) -> str:
    """What the target says of a row."""
    if row.target is None:
        return ""
    return f"  {'reaches' if row.reached else 'MISSES'} {row.target:.0f}"


def heading(setup: Mapping[str, Any]) -> str:
    """What was decoded, in one line."""
    return (
        f"{setup['speech_seconds']} s of speech, {setup['windows']} windows, in recordings of "
        f"{setup['recording_seconds']} s; {setup['decoders']} decoders by {setup['threads']} threads, "
        f"{setup['compute_type']} on {setup['device']}, beam {setup['beam_size']}; "
        f"rounds: {setup['rounds']}"
    )
