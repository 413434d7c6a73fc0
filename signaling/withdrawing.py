"""Takes what rests on a withdrawn transcript out of an unsigned note, together with the transcript itself."""

from __future__ import annotations

from retention import (
    AlreadySigned,
    Memory,
    NoteRecord,
    NoteStatus,
    NotFound,
    Receipt,
    SessionId,
    StaleVersion,
    Why,
)
from signaling.note_edits import WITHDRAWN, rests_on_words, without_words


async def withdrawn(memory: Memory, session: SessionId, actor: str) -> Receipt:
    """Destroys the transcript and what a draft took from it; what its clinician wrote alone stays.

    Draft and transcript go in one decision of the store. Again returns the same receipt.

    Raises:
        NotFound: no such session.
        StoreUnavailable: it was not decided, or it was and every sweep tries to finish it.
    """
    while (kept := await _resting(memory, session)) is not None:
        try:
            left = without_words(kept.content, WITHDRAWN)
            receipt = await memory.notes.withdraw(session, left, kept.version, Why.WITHDRAWN, actor)
        except (AlreadySigned, StaleVersion):
            continue  # an edit or a signature came between: look at that one
        await _named(memory, session, receipt)
        return receipt
    return await memory.destroy_transcript(session, Why.WITHDRAWN, actor)


async def _resting(memory: Memory, session: SessionId) -> NoteRecord | None:
    """The session's unsigned note, if any of it was read from the transcript."""
    try:
        kept = await memory.notes.read(session)
    except NotFound:
        return None
    return kept if kept.status is NoteStatus.DRAFT and rests_on_words(kept.content) else None


async def _named(memory: Memory, session: SessionId, receipt: Receipt) -> None:
    """The note names the receipt, which did not exist when its words were decided."""
    while True:
        kept = await memory.notes.read(session)
        if kept.status is not NoteStatus.DRAFT or kept.content.get("drafter_notice") != WITHDRAWN:
            return
        content = {**kept.content, "drafter_notice": f"{WITHDRAWN} Receipt: {receipt.id}."}
        try:
            await memory.notes.save_draft(session, content, kept.version)
        except (AlreadySigned, StaleVersion):
            continue
        return
