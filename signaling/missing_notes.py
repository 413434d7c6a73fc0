"""Drafts what a stopped server left undone: ended sessions whose transcript lives without a note."""

from __future__ import annotations

from retention import AttuneError, NotFound, SessionId, TranscriptState
from signaling.logs import get_logger
from signaling.notebook import Notebook
from signaling.steady import kind_of

MOST_MISSING = 20
"""Notes drafted at a start for sessions that ended without one."""

_log = get_logger()


async def draft_missing(notebook: Notebook) -> None:
    """Drafts them one after the other; one that fails is left to its clinician."""
    waiting = [
        record.id
        for record in await notebook.memory.sessions.list(notebook.practice)
        if record.ended_at is not None and await _lacks_note(notebook, record.id)
    ]
    _log.info("notes_missing", count=len(waiting))
    for session in waiting[:MOST_MISSING]:
        try:
            if await _lacks_note(notebook, session):  # another node may have drafted it meanwhile
                await notebook.draft(session)
        except (AttuneError, TimeoutError) as error:
            _log.warning("note_still_missing", session=session, error=kind_of(error))


async def _lacks_note(notebook: Notebook, session: SessionId) -> bool:
    if await notebook.memory.transcripts.state(session) is not TranscriptState.LIVING:
        return False
    try:
        await notebook.memory.notes.read(session)
    except NotFound:
        return True
    return False
