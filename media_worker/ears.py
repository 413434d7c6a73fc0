"""Ears and their scheduler, as the settings want them."""

from __future__ import annotations

from collections.abc import Callable

from media_worker.ear import Ear, Voice
from media_worker.hearing import Listener
from media_worker.queueing import Queue
from media_worker.recognised import SampleClock
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Cuts, Segmenter
from media_worker.settings import EarSettings
from media_worker.vad import VoiceGate
from wire.control import Recognised


def cuts_of(settings: EarSettings) -> Cuts:
    """The segmenter's part of the settings."""
    return Cuts(
        pre_roll=settings.pre_roll_seconds,
        post_roll=settings.post_roll_seconds,
        likely=settings.likely_seconds,
        sentence_pause=settings.sentence_pause_seconds,
        pause=settings.pause_seconds,
        long=settings.long_seconds,
        long_pause=settings.long_pause_seconds,
        longest=settings.longest_seconds,
    )


def gate_of(settings: EarSettings) -> VoiceGate:
    """A voice gate for one track."""
    return VoiceGate(settings.voice_mode, settings.voice_floor_dbfs)


def scheduler_of(settings: EarSettings, listener: Listener) -> Scheduler:
    """The one scheduler of a worker."""
    return Scheduler(
        listener,
        Queue(settings.batch, settings.partial_batch),
        decoders=settings.decoders,
        partial_share=settings.partial_share,
    )


def ear_of(
    settings: EarSettings,
    voice: Voice,
    clock: SampleClock,
    scheduler: Scheduler,
    emit: Callable[[Recognised], None],
    spent: Callable[[float], None] = lambda _: None,
    *,
    guess: bool = True,
) -> Ear:
    """An ear for one track; see `Ear` for `emit`, `spent` and `guess`."""
    return Ear(
        voice,
        clock,
        gate_of(settings),
        Segmenter(cuts_of(settings)),
        scheduler,
        emit,
        spent=spent,
        partial_seconds=settings.partial_seconds,
        guess=guess,
    )
