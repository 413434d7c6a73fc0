"""Letting a declared processor hear a recording's windows, for `attune transcribe --processor`."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from signaling.cli.exits import CommandError

if TYPE_CHECKING:
    from live_notes.processors import ProcessorGateway
    from media_worker.hearing import Heard, Task
    from media_worker.remote import Ask


@contextmanager
def asking(name: str | None) -> Iterator[Ask | None]:
    """How to ask the processor `name` within the block; None when no processor is wanted.

    Raises:
        CommandError: no processors are declared.
        ProcessorRefused: this one may not hear speech; nothing was sent.
    """
    if name is None:
        yield None
        return
    gateway = _gateway(name)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="processor", daemon=True)
    thread.start()
    try:
        yield _Asking(gateway, name, loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _gateway(name: str) -> ProcessorGateway:
    from live_notes.processors import ProcessorGateway, Purpose, read_registry
    from retention import SystemClock
    from signaling.cli.ledger import SpokenLedger
    from signaling.config import load_settings

    file = load_settings().processors_file
    if file is None:
        raise CommandError("--processor: set ATTUNE_PROCESSORS_FILE to the file that declares it")
    clock, registry = SystemClock(), read_registry(file)
    registry.permit(registry.named(name), Purpose.RECOGNITION, clock.now())  # told before anything is heard
    return ProcessorGateway(registry, SpokenLedger(), clock, os.environ)


class _Asking:
    """Asks from the decoding thread; the loop that calls out runs in another."""

    def __init__(self, gateway: ProcessorGateway, name: str, loop: asyncio.AbstractEventLoop) -> None:
        self._gateway = gateway
        self._name = name
        self._loop = loop

    def __call__(self, task: Task) -> list[Heard]:
        from live_notes.errors import ProcessorError
        from live_notes.processors import Speech
        from media_worker.errors import RemoteUnheard
        from media_worker.hearing import Heard
        from retention import SessionId

        speech = Speech(bytearray(task.window.samples.astype("<i2").tobytes()), task.language)
        asked = self._gateway.transcribe(self._name, speech, session=SessionId("command-line"))
        try:
            words = asyncio.run_coroutine_threadsafe(asked, self._loop).result()
        except ProcessorError as error:
            raise RemoteUnheard(error.detail) from None
        finally:
            speech.wipe()
        return [Heard(word.word, word.start, word.end, 1.0) for word in words]
