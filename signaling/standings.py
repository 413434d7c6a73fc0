"""Where many sessions' notes stand, without opening each one every time somebody asks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from retention import Memory, NoteStanding, NoteStatus, NotFound, SessionId
from signaling.note_views import status_of

MOST_KNOWN = 4096
"""Drafts whose status is remembered: two short strings each."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A session's note: its id and status (none, drafting, draft, insufficient, signed)."""

    id: str | None
    status: str


@dataclass(slots=True)
class Standings:
    """Remembers of each version of a draft whether it has sections: only its sealed content says so."""

    known: OrderedDict[tuple[str, int], str] = field(default_factory=OrderedDict)

    async def of(
        self, memory: Memory, sessions: Sequence[SessionId], drafting: Collection[str] = ()
    ) -> dict[SessionId, Standing]:
        """The standing of each session's note. `drafting`: sessions for which a draft is being made."""
        kept = await memory.notes.standings(sessions)
        found: dict[SessionId, Standing] = {}
        for session in sessions:
            note = kept.get(session)
            if session in drafting:
                found[session] = Standing(note.id if note else None, "drafting")
            elif note is None:
                found[session] = Standing(None, "none")
            else:
                found[session] = Standing(note.id, await self._status(memory, note, session))
        return found

    async def _status(self, memory: Memory, note: NoteStanding, session: SessionId) -> str:
        if note.status is NoteStatus.SIGNED:
            return NoteStatus.SIGNED.value
        known = self.known.get((note.id, note.version))
        if known is not None:
            return known
        try:
            record = await memory.notes.read(session)
        except NotFound:
            return "none"
        status = status_of(record)
        if record.status is NoteStatus.DRAFT:
            self.known[(record.id, record.version)] = status
            if len(self.known) > MOST_KNOWN:
                self.known.popitem(last=False)
        return status
