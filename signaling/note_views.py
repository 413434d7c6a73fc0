"""A session's note as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from live_notes import NoteFormat
from live_notes.completeness import advice_for, band_of
from retention import Addition, NoteRecord, NoteStatus, Signature
from signaling.as_drafted import drafted_of, note_alone


@dataclass(frozen=True, slots=True)
class NoteView:
    """A session's note as its page shows it; `status`: none, drafting, draft, insufficient, signed."""

    id: str | None
    session: str
    status: str
    version: int = 0
    note: Mapping[str, Any] | None = field(default=None, repr=False)
    signed: Mapping[str, Any] | None = field(default=None, repr=False)
    additions: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    drafted: Mapping[str, Any] | None = field(default=None, repr=False)
    """The unsigned note as it was drafted, to compare with."""
    advice: tuple[Mapping[str, Any], ...] = ()
    """What an unsigned note may lack."""
    time_band: Mapping[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """The view as JSON; `statement` says why there is no note."""
        return {
            "id": self.id,
            "session": self.session,
            "status": self.status,
            "version": self.version,
            "note": self.note,
            "statement": None if self.note is None else self.note.get("statement"),
            "signed": self.signed,
            "additions": list(self.additions),
            "drafted": self.drafted,
            "advice": list(self.advice),
            "time_band": self.time_band,
        }


def status_of(record: NoteRecord) -> str:
    """`draft`, `insufficient` (a statement instead of sections) or `signed`."""
    if record.status is NoteStatus.SIGNED:
        return "signed"
    return "draft" if record.content.get("sections") else "insufficient"


def view_of(record: NoteRecord, drafting: bool = False) -> NoteView:
    """A kept note as a view."""
    return NoteView(
        id=record.id,
        session=record.session,
        status="drafting" if drafting else status_of(record),
        version=record.version,
        note=note_alone(record.content),
        signed=None if record.signature is None else _signed(record.signature),
        additions=tuple(_added(one) for one in record.additions),
        drafted=drafted_of(record.content),
        advice=() if record.signature else tuple(asdict(one) for one in advice_for(record.content)),
        time_band=_time_band(record.content),
    )


def _time_band(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """The code in whose span the session's actual times lie; an intake has none."""
    frame = content.get("frame") or {}
    started, ended = (frame.get(name) for name in ("started_at", "ended_at"))
    if not (started and ended) or content.get("format") == NoteFormat.INTAKE.value:
        return None
    band = band_of(datetime.fromisoformat(started), datetime.fromisoformat(ended))
    return None if band is None else asdict(band)


def _signed(signature: Signature) -> dict[str, Any]:
    return {
        "name": signature.name,
        "credential": signature.credential,
        "at": signature.at.isoformat(),
        "hash": signature.hash,
    }


def _added(one: Addition) -> dict[str, Any]:
    stated = {"id": one.id, "position": one.position, "kind": one.kind.value, "text": one.text}
    return {**stated, "previous": one.previous, "signed": _signed(one.signature)}
