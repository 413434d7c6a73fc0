"""Signed notes to export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from live_notes.export import Document, document_of
from retention import (
    Addition,
    AdditionKind,
    ClientId,
    NoteId,
    NoteRecord,
    NoteStatus,
    ParticipantId,
    ParticipantRecord,
    PracticeId,
    SessionId,
    SessionRecord,
    Signature,
)

SIGNED_AT = datetime(2026, 11, 29, 19, 5, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
PRACTICE = PracticeId("local")
SESSION = SessionId("ses_1")


def signature(name: str = "Ruth O'Connell", credential: str = "LCSW", hashed: str = "ab" * 32) -> Signature:
    return Signature(name, credential, SIGNED_AT, hashed, (), "proof")


def content(**changed: Any) -> dict[str, Any]:
    sentence = {"text": "Client reported *poor* #sleep & “worry”.", "evidence": ["seg_1"]}
    note: dict[str, Any] = {
        "format": "soap",
        "sections": [
            {"title": "Subjective", "sentences": [sentence, {"text": "Client felt <b>low</b>."}]},
            {"title": "Objective", "statement": "Held by video."},
            {
                "title": "Plan",
                "sentences": [{"text": "Next session: Tuesday at 3."}],
                "fixed": "Our line:\nx",
            },
        ],
        "risk": [{"kind": "suicide", "status": "denied", "evidence": ["seg_2"], "quotes": ["No, never."]}],
        "not_discussed": ["abuse", "sleep"],
        "drafter": "embedded",
        "generated_at": "2026-11-29T19:00:00Z",
        "frame": {
            "started_at": "2026-11-29T18:00:00Z",
            "ended_at": "2026-11-29T18:52:00Z",
            "duration_minutes": 52,
            "modality": "telehealth video",
            "participants": ["Ruth O'Connell", "Łukasz Nowak"],
            "place_of_service": "10",
        },
    }
    return {**note, **changed}


def addition(position: int, kind: AdditionKind, text: str, by: Signature | None = None) -> Addition:
    return Addition(f"add_{position}", position, kind, text, "link", by or signature())


def record(note: dict[str, Any] | None = None, added: Sequence[Addition] = (), **changed: Any) -> NoteRecord:
    values: dict[str, Any] = {
        "id": NoteId("not_1"),
        "session": SESSION,
        "practice": PRACTICE,
        "status": NoteStatus.SIGNED,
        "version": 3,
        "content": content() if note is None else note,
        "created_at": SIGNED_AT,
        "updated_at": SIGNED_AT,
        "signature": signature(),
        "additions": tuple(added),
    }
    return NoteRecord(**(values | changed))


def session(
    client: str = "Łukasz Nowak", kind: str = "individual", clients: Sequence[str] = ()
) -> SessionRecord:
    people = [("Ruth O'Connell", "clinician"), *((name, "client") for name in clients or (client,))]
    return SessionRecord(
        id=SESSION,
        practice=PRACTICE,
        client=client,
        clients=tuple(clients) or (client,),
        title="",
        details={},
        scheduled_for=None,
        planned_minutes=50,
        kind=kind,
        format="soap",
        created_at=SIGNED_AT,
        started_at=SIGNED_AT,
        ended_at=SIGNED_AT,
        end_reason=None,
        participants=tuple(
            ParticipantRecord(ParticipantId(f"par_{place}"), SESSION, name, role)
            for place, (name, role) in enumerate(people)
        ),
        client_id=ClientId("cli_1"),
    )


def document(
    note: dict[str, Any] | None = None,
    added: Sequence[Addition] = (),
    of: SessionRecord | None = None,
    zone: tzinfo = NEW_YORK,
    reference: str = "",
) -> Document:
    return document_of(record(note, added), of or session(), zone, reference)
