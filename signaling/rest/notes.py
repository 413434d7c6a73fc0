"""The note: read, edit, redraft, sign."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from pydantic import Field, ValidationError

from live_notes import Note, NoteFormat
from retention import AttuneError, BadInput, NoteId, NoteStatus, SessionId, TranscriptDestroyed, Why
from signaling.access import Scope
from signaling.errors import NotReady
from signaling.house import House
from signaling.logs import get_logger
from signaling.notebook import view_of
from signaling.problems import finding
from signaling.routes import Body, Call, Route, as_json

_log = get_logger()


class Edit(Body):
    """An edited note on top of the version that was read."""

    version: int = Field(ge=0)
    note: dict[str, Any]


class Redraft(Body):
    """Another draft: in this format, or of this one section only."""

    format: NoteFormat | None = None
    section: str | None = Field(default=None, max_length=80)


class Sign(Body):
    """A signature on a version; `attestations` confirm what a check objected to."""

    version: int = Field(ge=1)
    name: str = Field(min_length=1, max_length=120)
    credential: str = Field(min_length=1, max_length=60)
    attestations: list[str] = Field(default_factory=list, max_length=500)


async def read(call: Call) -> web.Response:
    """The session's note."""
    view = await call.house.notebook.view(SessionId(call.part("session")))
    return as_json(view.as_json())


async def edit(call: Call) -> web.Response:
    """Keeps an edit (autosave). Raises `StaleVersion`, `AlreadySigned`, `BadInput`."""
    house, session, given = call.house, SessionId(call.part("session")), call.body(Edit)
    await house.memory.sessions.get(house.practice, session)
    try:
        note = Note.model_validate(given.note)
    except ValidationError as error:
        raise BadInput(f"note.{finding(error)}") from None
    return as_json((await house.notebook.save(session, given.version, note.as_json())).as_json())


async def redraft(call: Call) -> web.Response:
    """Drafts again. Raises `NotReady` during the call, `TranscriptDestroyed` after the signature."""
    house, session, asked = call.house, SessionId(call.part("session")), call.body(Redraft)
    record = await house.memory.sessions.get(house.practice, session)
    if record.started_at is not None and record.ended_at is None:
        raise NotReady("end the session first; the note is drafted then")
    before = await house.notebook.view(session)
    if before.status == "signed":
        raise NotReady("the note is signed")
    if before.status == "none":
        try:
            return as_json((await house.notebook.draft(session, asked.format)).as_json())
        except TranscriptDestroyed:
            return as_json((await house.notebook.state_why_none(session)).as_json())
    if asked.section is None:
        return as_json((await house.notebook.draft(session, asked.format)).as_json())
    return as_json((await house.notebook.redraft_section(session, asked.section)).as_json())


async def sign(call: Call) -> web.Response:
    """Locks the note for ever and destroys the transcript everywhere; gives note and receipt."""
    house, given = call.house, call.body(Sign)
    note = NoteId(call.part("note"))
    name, credential = given.name.strip(), given.credential.strip()
    try:
        signed = await house.notebook.sign(note, given.version, name, credential, given.attestations)
    except Exception:
        await _forget_if_signed(house, note)
        raise
    house.forgetting.gone(signed.receipt)
    return as_json({"note": view_of(signed.record).as_json(), "receipt": signed.receipt.as_dict()})


async def _forget_if_signed(house: House, note: NoteId) -> None:
    """After a failed signing: if the signature stands, the words leave memory and screens all the same."""
    try:
        record = await house.memory.notes.read(note)
    except AttuneError as error:
        _log.error("signature_unknown", note=note, code=error.code)
        return
    if record.status is NoteStatus.SIGNED:
        await house.forgetting.check(Why.SIGNED, record.session)


ROUTES = (
    Route("GET", "/v1/sessions/{session}/note", Scope.NOTES_READ, read, "The session's note"),
    Route("PUT", "/v1/sessions/{session}/note", Scope.NOTES_WRITE, edit, "Save an edit", Edit),
    Route("POST", "/v1/sessions/{session}/note/redraft", Scope.NOTES_WRITE, redraft, "Draft again", Redraft),
    Route(
        "POST", "/v1/notes/{note}/sign", Scope.NOTES_WRITE, sign, "Sign; the transcript is destroyed", Sign
    ),
)
