"""What becomes of a note when somebody said anew who said what, or when the session was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_notes import NoteFormat, Wishes
from retention import AlreadySigned, NoteStatus, NotFound, SessionId, SessionRecord, StaleVersion
from signaling.as_drafted import own_of
from signaling.errors import NotReady
from signaling.note_edits import SPEAKERS_CHANGED, with_frame, with_notice
from signaling.sources import frame_of

if TYPE_CHECKING:
    from signaling.notebook import Notebook

FRAME_ATTEMPTS = 5


async def speakers_changed(notebook: Notebook, session: SessionId) -> str:
    """Drafts a note anew that nobody edited, and marks another.

    `none`, `redrafted`, `outdated` or `signed`.
    """
    try:
        kept = await notebook.memory.notes.read(session)
    except NotFound:
        return "none"
    if kept.status is NoteStatus.SIGNED:
        return "signed"
    conversation = await notebook.conversation(session)
    if conversation.drafted_version == kept.version and session not in notebook.drafting:
        mark = kept.content.get("template")
        form = None if mark else NoteFormat(str(kept.content["format"]))
        wishes = Wishes(preferences=own_of(kept.content))
        await notebook.draft(session, form, wishes, template=str(mark["id"]) if mark else None)
        return "redrafted"
    if SPEAKERS_CHANGED not in str(kept.content.get("drafter_notice") or ""):
        content = with_notice(kept.content, SPEAKERS_CHANGED)
        await notebook.memory.notes.save_draft(session, content, kept.version)
    return "outdated"


async def times_changed(notebook: Notebook, changed: SessionRecord, actor: str) -> None:
    """Keeps when a session was held, in its unsigned note and in its record.

    The note comes first: from then on a signature on what it said before is refused.

    Raises:
        AlreadySigned. NotReady: a draft is being made. StaleVersion: it is edited all the time.
    """
    session = changed.id
    if session in notebook.drafting:
        raise NotReady("a draft is being made; wait for it")
    notebook.drafting.add(session)  # a draft begun meanwhile would have the times of before
    try:
        await _framed(notebook, changed)
        await notebook.memory.sessions.set_times(changed, actor)
    finally:
        notebook.drafting.discard(session)


async def _framed(notebook: Notebook, changed: SessionRecord) -> None:
    """Puts the session's new times in its unsigned note, if there is one; what is written in it stays."""
    frame = frame_of(changed).as_frame()
    stated = None if frame is None else frame.model_dump(mode="json", exclude_none=True)
    for attempt in range(1, FRAME_ATTEMPTS + 1):
        try:
            kept = await notebook.memory.notes.read(changed.id)
        except NotFound:
            return
        if kept.status is NoteStatus.SIGNED:
            raise AlreadySigned("the note is signed; say in an addendum when the session was held")
        content = with_frame(kept.content, stated)
        try:
            await notebook.memory.notes.save_draft(changed.id, content, kept.version)
            return
        except StaleVersion:  # an edit came between: its note has the old times, too
            if attempt == FRAME_ATTEMPTS:
                raise
