"""What becomes of a note when somebody said anew who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_notes import NoteFormat, Wishes
from retention import NoteStatus, NotFound, SessionId
from signaling.as_drafted import own_of
from signaling.note_edits import SPEAKERS_CHANGED, with_notice

if TYPE_CHECKING:
    from signaling.notebook import Notebook


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
