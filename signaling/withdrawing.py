"""Takes what rests on a withdrawn transcript out of an unsigned note, together with the transcript itself."""

from __future__ import annotations

from datetime import UTC, datetime

from live_notes import Note, NoteFormat
from retention import (
    AlreadySigned,
    KeyUnavailable,
    Memory,
    NoteStatus,
    Receipt,
    SealBroken,
    SessionId,
    StaleVersion,
    Why,
)
from signaling.note_edits import NOBODY, WITHDRAWN, WITHDRAWN_HELD, Json, rests_on_words, without_words


async def withdrawn(memory: Memory, session: SessionId, actor: str) -> Receipt:
    """Destroys the transcript and what a draft took from it; what its clinician wrote alone stays.

    Draft and transcript go in one decision of the store. Again returns the same receipt. A draft that can't
    be opened any more goes as a whole.

    Raises:
        NotFound: no such session.
        LegallyHeld: the draft is changed, and the rest is owed.
        StoreUnavailable: it was not decided, or it was and every sweep tries to finish it.
    """
    while (resting := await _resting(memory, session)) is not None:
        content, version = resting
        try:
            left = without_words(content, WITHDRAWN_HELD if await _held(memory, session) else WITHDRAWN)
            receipt = await memory.notes.withdraw(session, left, version, Why.WITHDRAWN, actor)
        except (AlreadySigned, StaleVersion):
            continue  # an edit or a signature came between: look at that one
        await _named(memory, session, receipt)
        return receipt
    return await memory.destroy_transcript(session, Why.WITHDRAWN, actor)


async def _resting(memory: Memory, session: SessionId) -> tuple[Json, int] | None:
    """Content and version of the session's unsigned note, if any of it was read from the transcript."""
    standing = (await memory.notes.standings([session])).get(session)
    if standing is None or standing.status is not NoteStatus.DRAFT:
        return None
    try:
        kept = await memory.notes.read(session)
    except (SealBroken, KeyUnavailable):  # what may stand in it is not known, so nothing stays
        return _empty(), standing.version
    return (dict(kept.content), kept.version) if rests_on_words(kept.content) else None


def _empty() -> Json:
    note = Note(
        format=NoteFormat.SOAP,
        sections=(),
        risk=(),
        not_discussed=(),
        drafter=NOBODY,
        generated_at=datetime.now(UTC),
    )
    return dict(note.as_json())


async def _held(memory: Memory, session: SessionId) -> bool:
    hold = await memory.holds.of(session)
    return hold is not None and hold.in_force


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
