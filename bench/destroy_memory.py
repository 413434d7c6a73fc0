"""From signing to destroyed, of the sealed memory by itself."""

from __future__ import annotations

import time
from typing import Any

from retention import Memory, NewSession, RetentionSettings, SessionId, Signing
from retention.errors import TranscriptDestroyed

NOTE: dict[str, Any] = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}
_WORDS = "and then I thought that it would be better to wait for it and to see how it goes"


class NotDestroyedError(Exception):
    """A transcript could be read after its note was signed, or its receipt does not verify."""


async def filled(memory: Memory, segments: int) -> SessionId:
    """A session with a transcript of so many segments."""
    made = await memory.sessions.create(NewSession(client="A Client", clients=("A Client",)))
    for number in range(segments):
        words = [
            {"word": word, "start": 7.0 * number, "end": 7.0 * number + 1, "probability": 0.9}
            for word in _WORDS.split()
        ]
        spoken = {"id": f"t-{number}", "track": "t", "speaker": "A Client", "role": "client", "text": _WORDS}
        times = {"start": 7.0 * number, "end": 7.0 * number + 6.5, "final": True, "low_confidence": False}
        await memory.transcripts.append(made.id, {**spoken, **times, "words": words})
    return made.id


async def _signed(memory: Memory, session: SessionId) -> float:
    """Signs the session's note; gives the seconds it took. Raises `NotDestroyedError`."""
    draft = await memory.notes.save_draft(session, NOTE)
    signing = Signing(NOTE, "Dr. Elena Brooks", "PhD", (), draft.version)
    begun = time.perf_counter()
    done = await memory.notes.sign(draft.id, signing, "clinician")
    took = time.perf_counter() - begun
    if done.receipt is None or not await memory.receipts.verify(done.receipt):
        raise NotDestroyedError("a receipt does not verify")
    try:
        await memory.transcripts.read(session)
    except TranscriptDestroyed:
        return took
    raise NotDestroyedError("a transcript can be read after its note was signed")


async def measured(settings: RetentionSettings, sessions: int, segments: int, store: int) -> list[float]:
    """Seconds of each signing. Raises `NotDestroyedError`, `AttuneError`."""
    async with Memory.open(settings) as memory:
        for _ in range(store):
            await filled(memory, max(1, segments // 10))
        return [await _signed(memory, await filled(memory, segments)) for _ in range(sessions)]
