"""`attune transcribe`: recordings to a transcript. Nothing is stored."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from signaling.cli.exits import CommandError
from signaling.cli.inputs import shown
from signaling.cli.printing import print_event, print_transcript, progress
from signaling.cli.remote import asking
from signaling.cli.running import run_to_end
from signaling.cli.speakers import Speaker, guess_role, speakers_of
from signaling.cli.voiced import ClinicianFirst, Separated, Voices, models, sharing

if TYPE_CHECKING:
    from media_worker.hearing import Listener
    from media_worker.recordings import Channels
    from media_worker.remote import Ask
    from media_worker.settings import EarSettings
    from wire.control import Recognised

CHANNELS = ("mix", "split")
SPLIT_ROLES = ("clinician", "client")
"""Who speaks on the channels of a split recording, in order, unless --speaker says otherwise."""

Json = dict[str, Any]


def transcribe(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Recordings; each is one speaker's track.")
    ],
    channels: Annotated[
        str, typer.Option(help="mix: all channels are one speaker. split: one speaker a channel.")
    ] = "mix",
    streaming: Annotated[
        bool, typer.Option("--streaming", help="Play through the live path and print every event.")
    ] = False,
    speed: Annotated[
        float | None, typer.Option(help="With --streaming: times real time (default 1).")
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME:ROLE", help="Who speaks on each track, in order. Repeatable."),
    ] = None,
    language: Annotated[str, typer.Option(help="Language spoken (ISO 639-1).")] = "en",
    model: Annotated[
        str | None, typer.Option(help="Recogniser: base, tiny.en or a faster-whisper model folder.")
    ] = None,
    *,
    voices: Voices = None,
    clinician_first: ClinicianFirst = None,
    processor: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Let this declared AI processor hear what was recognised here, too."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A Transcript object, or an event a line.")] = False,
) -> None:
    """Turn recordings into a transcript with speakers and word times. Nothing is stored.

    Nothing leaves this machine without --processor. With it the speech goes to that processor (declared
    in ATTUNE_PROCESSORS_FILE for `recognition`), whose words take the place of the local ones.

    Without --speaker a track's role is guessed from the file's name (doctor, clinician, therapist:
    clinician; otherwise client); split channels are clinician, then client.

    With --voices the speakers are voice 1, voice 2 and so on, in the order in which they first speak, without
    a role unless --clinician-first tells one. Where it is not sure whose words they are, "uncertain" is true.
    It needs the voice models; no voice print is kept.
    """
    if channels not in CHANNELS:
        raise CommandError(f"--channels: one of {', '.join(CHANNELS)}")
    split: Channels = "split" if channels == "split" else "mix"
    pace = _pace(speed, streaming=streaming)
    alone = len(files) == 1 and split == "mix" and not streaming
    shared = sharing(voices, clinician_first, alone=alone, told=speaker or [])
    cast = _cast(files, split, speaker or [])
    settings = _settings(model)
    with asking(processor) as ask:
        job = _Job(cast, split, language, settings, ask)
        if streaming:
            run_to_end(_stream(job, pace, as_json=as_json))
        else:
            separated = None if shared is None else Separated(shared, models(settings))
            _read(job, separated, as_json=as_json)


@dataclass(frozen=True)
class _Cast:
    """The recordings with a track name each, and who speaks on every track that comes out of them."""

    tracks: tuple[tuple[str, Path], ...]
    speakers: dict[str, Speaker]


@dataclass(frozen=True)
class _Job:
    """What is to be heard, and how."""

    cast: _Cast
    channels: Channels
    language: str
    settings: EarSettings
    ask: Ask | None = None

    def listener(self) -> Listener:
        """The recogniser, loaded and warm, with a processor behind it if one was named."""
        from media_worker.__main__ import load_recogniser
        from media_worker.remote import RemoteListener

        recogniser = load_recogniser(self.settings)
        if self.language not in recogniser.languages:
            raise CommandError(f"--language: this model does not know {self.language!r}")
        return recogniser if self.ask is None else RemoteListener(recogniser, self.ask)

    def segment(self, heard: Recognised) -> Json:
        """A segment as everybody knows it: with speaker and role."""
        from wire import Segment

        speaker = self.cast.speakers[heard.track]
        return Segment(
            id=heard.id,
            track=heard.track,
            speaker=speaker.name,
            role=speaker.role,
            start=heard.start,
            end=heard.end,
            text=heard.text,
            final=heard.final,
            words=heard.words,
            low_confidence=heard.low_confidence,
        ).model_dump(mode="json")


def _pace(speed: float | None, *, streaming: bool) -> float:
    if speed is None:
        return 1.0
    if not streaming:
        raise CommandError("--speed: only together with --streaming")
    if not (math.isfinite(speed) and speed > 0):
        raise CommandError("--speed: a number above 0")
    return speed


def _settings(model: str | None) -> EarSettings:
    from media_worker.settings import EarSettings
    from signaling.cli.serve import find_model

    settings = EarSettings(model=model) if model else EarSettings()
    find_model(settings.model)  # a missing model is told before anything is read
    return settings


def _cast(files: Sequence[Path], channels: Channels, told: Sequence[str]) -> _Cast:
    """Opens every file once, so that a bad one is told before a model is loaded."""
    from media_worker.recordings import Recording
    from wire import Role

    tracks: list[tuple[str, Path]] = []
    names: list[str] = []
    roles: list[Role] = []
    for file in files:
        with _naming(file), Recording(file, channels) as recording:
            count = recording.tracks
        if channels == "split" and count == 1:
            raise CommandError(
                f"{shown(file)}: one channel, so there is nothing to split: leave out --channels split"
            )
        name = _unique(file.stem, [taken for taken, _ in tracks])
        tracks.append((name, file))
        if channels == "split":
            names += [f"{name}-{number}" for number in range(1, count + 1)]
            roles += [Role(SPLIT_ROLES[min(number, 1)]) for number in range(count)]
        else:
            names.append(name)
            roles.append(guess_role(file))
    return _Cast(tuple(tracks), dict(zip(names, speakers_of(roles, told), strict=True)))


def _unique(stem: str, taken: Sequence[str]) -> str:
    return stem if stem not in taken else _unique(f"{stem}+", taken)


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Puts the file's name before what is wrong with it."""
    from media_worker.errors import RecordingError

    try:
        yield
    except RecordingError as error:
        raise CommandError(f"{shown(file)}: {error.detail}") from None


def _read(job: _Job, separated: Separated | None, *, as_json: bool) -> None:
    """Offline: the whole recording, best quality; its voices told apart at the end if wanted."""
    from media_worker.transcribe import offline

    listener = job.listener()
    segments: list[Json] = []
    fault: CommandError | None = None
    with progress() as bar:
        for track, file in job.cast.tracks:
            heard = offline(
                file,
                listener,
                track=track,
                channels=job.channels,
                language=job.language,
                settings=job.settings,
                on_progress=bar(file.name),
                tap=separated.tap if separated else lambda _: None,
            )
            try:
                with _naming(file):
                    for one in heard:
                        if separated is None:
                            segments.append(job.segment(one))
                        else:
                            separated.said(one)
            except CommandError as error:
                fault = error  # what was heard before the fault is still worth reading
                break
    if separated is not None:
        segments = separated.segments()
    segments.sort(key=lambda one: (one["start"], one["end"]))
    if fault is None or segments:
        print_transcript({"language": job.language, "segments": segments}, as_json=as_json)
    if fault is not None:
        raise fault


async def _stream(job: _Job, speed: float, *, as_json: bool) -> None:
    """Through the live path, every event as it comes."""
    import asyncio

    from media_worker.errors import RecordingError
    from media_worker.transcribe import streaming

    listener = await asyncio.to_thread(job.listener)
    events = streaming(
        job.cast.tracks,
        listener,
        speed=speed,
        channels=job.channels,
        language=job.language,
        settings=job.settings,
        guess=job.ask is None,  # a processor gets a window once, when it has closed
    )
    try:
        async for event in events:
            print_event({**job.segment(event.recognised), "emitted_at": event.emitted_at}, as_json=as_json)
    except RecordingError as error:
        raise CommandError(error.detail) from None
