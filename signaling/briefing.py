"""A client's earlier signed notes, read from the memory, as a brief."""

from __future__ import annotations

from typing import Any

from live_notes.brief import MOST_NOTES, Brief, EarlierNote, brief_of, earlier_notes
from live_notes.energy import in_thread
from retention import ClientId, Memory, NoteRecord, PracticeId, SessionRecord


async def brief_of_client(memory: Memory, practice: PracticeId, client: ClientId) -> Brief:
    """The brief of a client, from signed notes alone. Raises `NotFound`, `KeyUnavailable`."""
    ids, older = await memory.clients.signed_notes(practice, client, MOST_NOTES)
    sessions = {one.id: one for one in await memory.sessions.list(practice, client=client)}
    notes: list[EarlierNote] = []
    for id_ in ids:
        record = await memory.notes.read(id_)
        notes += earlier_notes(as_given(record, sessions.get(record.session))).notes
    made = await in_thread(brief_of, notes)
    left_out = made.left_out.model_copy(update={"older": made.left_out.older + older})
    return made.model_copy(update={"left_out": left_out})


def as_given(record: NoteRecord, session: SessionRecord | None) -> dict[str, Any]:
    """A signed note as JSON with its ids, signature and additions; the call's own times where it has none."""
    signed_at = None if record.signature is None else record.signature.at.isoformat()
    return {
        **record.content,
        "frame": record.content.get("frame") or _frame(session),
        "id": record.id,
        "session": record.session,
        "signed_at": signed_at,
        "additions": [
            {"kind": one.kind.value, "text": one.text, "signed_at": one.signature.at.isoformat()}
            for one in record.additions
        ],
    }


def _frame(session: SessionRecord | None) -> dict[str, Any]:
    """What the record of a session knows of the call, for a note that was written by hand."""
    if session is None:
        return {}
    times = {"started_at": session.started_at or session.scheduled_for, "ended_at": session.ended_at}
    if session.started_at is None:
        times["ended_at"] = None
    return {name: at.isoformat() for name, at in times.items() if at is not None}
