"""CPU seconds by session and stage, measured here and summed elsewhere. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, TypeAlias

from media_worker.package_energy import Interval
from wire.control import EnergyUsed

Stage: TypeAlias = Literal["media", "recognition"]

_LEAST = 1e-6


class EnergyMeter:
    """Shares the process's CPU time among sessions.

    Recognition is metered by decode. What remains of the process's time is media (receiving,
    decoding Opus, the voice gate), shared by the audio each session brought.
    """

    def __init__(self, process_seconds: float) -> None:
        self._last = process_seconds
        self._recognition: defaultdict[str, float] = defaultdict(float)
        self._audio: defaultdict[str, float] = defaultdict(float)

    def recognised(self, session: str, cpu_seconds: float) -> None:
        """Notes what a decode used."""
        self._recognition[session] += cpu_seconds

    def heard(self, session: str, audio_seconds: float) -> None:
        """Notes that a session brought so much audio."""
        self._audio[session] += audio_seconds

    def report(self, process_seconds: float, used: Interval | None = None) -> list[EnergyUsed]:
        """What was used since the last report; `process_seconds` is the process's CPU time now.

        `used`: what the machine's energy counters showed for the same time, if they can be read.
        """
        spent = max(0.0, process_seconds - self._last)
        media = max(0.0, spent - sum(self._recognition.values()))
        whole = sum(self._audio.values())
        uses: dict[tuple[str, Stage], float] = {
            (session, "recognition"): cpu for session, cpu in self._recognition.items()
        }
        for session, audio in self._audio.items():
            uses[session, "media"] = media * audio / whole
        self._last = process_seconds
        self._recognition.clear()
        self._audio.clear()
        return _reports({use: cpu for use, cpu in uses.items() if cpu > _LEAST}, used)


def _reports(uses: dict[tuple[str, Stage], float], used: Interval | None) -> list[EnergyUsed]:
    joules = {} if used is None else used.shared(uses)
    return [
        EnergyUsed(
            session=session,
            stage=stage,
            cpu_seconds=cpu,
            joules_low=joules[session, stage].low if joules else None,
            joules_mid=joules[session, stage].mid if joules else None,
        )
        for (session, stage), cpu in uses.items()
    ]
