"""Runs one media worker: `python -m media_worker --connect ws://HOST:PORT/v1/workers`.

The token comes from ATTUNE_WORKER_TOKEN, settings from ATTUNE_EAR_...; with
ATTUNE_WORKER_PARENT the process ends when that process does. Exit codes: 0 drained,
2 wrong use or no model, 3 refused by signaling, 4 parent gone, 5 the decoder is broken.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Sequence

import structlog
from pydantic import ValidationError

from media_worker import logs
from media_worker.devices import Computing, computing
from media_worker.ears import cuts_of
from media_worker.errors import DecoderBroken, EarError, LinkRefused, ModelUnavailable, RecordingError
from media_worker.hearing import Listener
from media_worker.models import ModelFolder, locate
from media_worker.process_memory import protect_memory, share_heaps
from media_worker.recogniser import Decoding, Recogniser
from media_worker.settings import EarSettings
from media_worker.speed import capacity, carried, measure, windows_of
from media_worker.voices import models as voice_models
from media_worker.voices.separation import Models
from media_worker.worker import Dial, Worker

log = structlog.get_logger(__name__)

_PARENT_GONE = 4
_DECODER_BROKEN = 5
_PARENT_POLL_SECONDS = 0.5
_SECONDS_HEARD = 5.0
"""Of the sample, before the worker is ready: it costs an eighth of a second of computing with `base`."""


def load_recogniser(settings: EarSettings) -> Recogniser:
    """The recogniser the settings name, warmed up.

    With `device=auto` a GPU that fails is told in a line on standard error, and the CPU computes.

    Raises:
        ModelUnavailable: the model or the device is not as it must be; the detail names the fix.
    """
    folder = locate(settings.model, settings.models_folder)
    where = computing(settings.device, settings.compute_type)
    try:
        return _loaded(folder, where, settings)
    except ModelUnavailable:
        if where.fallback is None:
            raise
        sys.stderr.write("the GPU can't be used with this model: the CPU computes instead\n")
        return _loaded(folder, where.fallback, settings)


def _loaded(folder: ModelFolder, where: Computing, settings: EarSettings) -> Recogniser:
    recogniser = Recogniser.load(
        folder,
        device=where.device,
        compute_type=where.compute_type,
        threads=settings.threads,
        decoders=settings.decoders,
        decoding=Decoding(
            beam_size=settings.beam_size,
            pad_seconds=settings.pad_seconds,
            margin_seconds=settings.margin_seconds,
        ),
    )
    try:
        recogniser.warm_up()
    except (RuntimeError, ValueError) as error:
        raise ModelUnavailable(
            f"the model {folder.name!r} loads and can't decode ({type(error).__name__}): its files don't fit "
            "each other, or the device fails; add it anew, or set ATTUNE_EAR_DEVICE=cpu"
        ) from None
    return recogniser


def load_voices(settings: EarSettings) -> Models | None:
    """The voice models, if they are wanted; None when they are not, or are missing and not insisted on.

    Raises:
        ModelUnavailable: they are damaged, or missing and insisted on; the detail names the fix.
    """
    wanted = settings.voices
    if wanted == "off" or (wanted == "auto" and not voice_models.are_there(settings.models_folder)):
        log.info("voices_not_told_apart", setting=wanted)
        return None
    return voice_models.load(settings.models_folder)


def own_speed(settings: EarSettings, listener: Listener) -> float | None:
    """Times real time at which `listener` hears the settings' sample, logged; None when there is no sample.

    A sample that can't be read keeps no worker from its work.
    """
    if settings.sample is None:
        return None
    try:
        windows = windows_of(settings.sample, cuts_of(settings), _SECONDS_HEARD)
    except RecordingError as error:
        log.warning("speed_not_measured", code=error.code)
        return None
    times = measure(listener, windows, settings.batch, time.perf_counter, settings.decoders)
    if times is not None:
        log.info("speed_measured", model=settings.model, times=round(times, 1), calls=carried(times))
    return times


def follow_parent(parent: int) -> None:
    """Ends this process when its parent has: an orphan would listen for nobody."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_PARENT_POLL_SECONDS)
        os._exit(_PARENT_GONE)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


async def _serve(settings: EarSettings, url: str, token: str) -> None:
    recogniser = await asyncio.to_thread(load_recogniser, settings)
    voices = await asyncio.to_thread(load_voices, settings)
    speed = await asyncio.to_thread(own_speed, settings, recogniser)
    name = f"wrk_{secrets.token_urlsafe(9)}"
    tracks = settings.capacity or capacity(speed)
    dial = Dial(url, token, name, settings.model, recogniser.languages, tracks, speed)
    worker = Worker(settings, dial, recogniser, voices=voices)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, worker.leave)
    await worker.run()


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m media_worker", description="One media worker of Attune.")
    parser.add_argument("--connect", required=True, metavar="URL", help="ws://HOST:PORT/v1/workers")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a worker until it has drained. Returns the exit code."""
    url = str(_parse(arguments).connect)
    token = os.environ.pop("ATTUNE_WORKER_TOKEN", "")
    if not token:
        sys.stderr.write("set ATTUNE_WORKER_TOKEN: signaling takes no worker without it\n")
        return 2
    share_heaps()
    if parent := os.environ.get("ATTUNE_WORKER_PARENT"):
        follow_parent(int(parent))
    try:
        settings = EarSettings()
        protect_memory(undumpable=settings.undumpable)
        logs.configure(settings.log_format)
        asyncio.run(_serve(settings, url, token))
    except (EarError, ExceptionGroup) as error:
        return _refused(error)
    except ValidationError:
        sys.stderr.write("a setting ATTUNE_EAR_... has a value that is not allowed\n")
        return 2
    return 0


def _refused(error: Exception) -> int:
    """One line on stderr for what the reader can mend; anything else is a fault of ours and is raised."""
    found: BaseException = error
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    if not isinstance(found, EarError):
        raise error
    sys.stderr.write(f"{found.detail}\n")
    if isinstance(found, DecoderBroken):
        # A decode that doesn't end holds its thread, and a normal exit would wait for it.
        sys.stderr.flush()
        os._exit(_DECODER_BROKEN)
    return 3 if isinstance(found, LinkRefused) else 2


if __name__ == "__main__":
    sys.exit(main())
