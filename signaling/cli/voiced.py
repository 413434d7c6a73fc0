"""What `attune transcribe --voices` does: one microphone's speakers, told apart after all was heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from signaling.cli.exits import CommandError

if TYPE_CHECKING:
    from media_worker.hearing import Samples
    from media_worker.settings import EarSettings
    from media_worker.voices.nets import Nets
    from media_worker.voices.turns import Turn
    from wire.control import Recognised

Json = dict[str, Any]

Voices = Annotated[
    int | None,
    typer.Option(min=2, max=6, help="So many people at the most share the microphone: tell them apart."),
]
"""--voices"""

ClinicianFirst = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        min=1,
        help="With --voices: who speaks longest in the first seconds is the clinician.",
    ),
]
"""--clinician-first"""


@dataclass(frozen=True)
class Sharing:
    """How many people share the microphone, and how long the clinician speaks first, if that is told."""

    voices: int
    clinician_first: float | None = None


def sharing(
    voices: int | None, clinician_first: float | None, *, alone: bool, told: Sequence[str]
) -> Sharing | None:
    """What --voices and --clinician-first mean together; None without --voices.

    `alone`: one recording, mixed, read offline. `told`: speakers named by --speaker.

    Raises:
        CommandError: they don't go together.
    """
    if voices is None:
        if clinician_first is not None:
            raise CommandError("--clinician-first: only together with --voices")
        return None
    if not alone:
        raise CommandError("--voices: one FILE, without --streaming and --channels split")
    if told:
        raise CommandError("--voices: the voices have no names yet: leave out --speaker")
    return Sharing(voices, clinician_first)


def models(settings: EarSettings) -> Nets:
    """The voice models. Raises `ModelUnavailable` with the fix."""
    from media_worker.voices.models import load

    return load(settings.models_folder)


class Separated:
    """One recording's voices: give it the sound by `tap`, the finals by `said`, then ask for `segments`."""

    def __init__(self, shared: Sharing, nets: Nets) -> None:
        from media_worker.clock import FileClock
        from media_worker.voices.separation import Pieces, Separation, analysed

        self._shared = shared
        self._finals: list[Recognised] = []
        self._separation = Separation(shared.voices)
        self._pieces = Pieces(FileClock(), lambda piece: self._separation.learn(analysed(piece, nets)))

    @property
    def tap(self) -> Callable[[Samples], None]:
        """Takes the next samples."""
        return self._pieces.hear

    def said(self, final: Recognised) -> None:
        """Takes a final."""
        self._finals.append(final)
        self._separation.said(final)

    def segments(self) -> list[Json]:
        """A segment a turn; the voice prints are erased."""
        from media_worker.voices.turns import turns_of

        self._pieces.finish()
        turns = turns_of(self._finals, self._separation.settled())
        self._separation.erase()
        return list(self._named(turns))

    def _named(self, turns: Sequence[Turn]) -> Iterator[Json]:
        from media_worker.voices.turns import voice_of_first

        first = self._shared.clinician_first
        clinician = None if first is None else voice_of_first(turns, first)
        for turn in turns:
            role = None if clinician is None else "clinician" if turn.voice == clinician else "client"
            yield segment(turn, role)


def segment(turn: Turn, role: str | None) -> Json:
    """A turn in the shape of a segment, its track and speaker named after the voice; role null if unknown."""
    words = [word.model_dump(mode="json") for word in turn.words]
    return {
        "id": turn.id,
        "track": f"{turn.final.track}-{turn.voice + 1}",
        "speaker": f"voice {turn.voice + 1}",
        "role": role,
        "start": turn.words[0].start if turn.words else turn.final.start,
        "end": turn.words[-1].end if turn.words else turn.final.end,
        "text": turn.text,
        "final": True,
        "words": words,
        "low_confidence": turn.final.low_confidence,
        "certainty": turn.certainty,
        "uncertain": turn.uncertain,
    }
