"""The note: read, edit, redraft, sign."""

from __future__ import annotations

from typing import Annotated

from aiohttp import web
from pydantic import Field, field_validator, model_validator

from live_notes import Detail, Note, NoteFormat, Wishes
from retention import (
    AlreadySigned,
    AttuneError,
    BadInput,
    DestructionIncomplete,
    NoteId,
    NoteStatus,
    SessionId,
    StaleVersion,
    TranscriptDestroyed,
    Why,
)
from signaling.access import Scope
from signaling.errors import AttestationMissing, DraftingTimedOut, NotReady
from signaling.findings import objection
from signaling.house import House
from signaling.logs import get_logger
from signaling.note_edits import is_by_hand
from signaling.note_views import NoteView, view_of
from signaling.rest.preferences import PreferenceOverrides
from signaling.rest.shapes import Line, Named, NoteReply, ReceiptView, Text, plain_note
from signaling.routes import PART, Body, Call, Reply, Route, as_json

_log = get_logger()


class Edit(Body):
    """An edited note on top of the version that was read."""

    version: int = Field(ge=0)
    note: Note

    _plain = field_validator("note")(plain_note)


class Redraft(Body):
    """Another draft: in this format, or of this one section only; of this detail, with this guidance.

    Once the transcript is destroyed, or where nothing was drafted, the note's own sentences are put in it.
    """

    format: NoteFormat | None = None
    template: str | None = Field(
        default=None,
        pattern=f"^{PART}$",
        description="id of a practice's own format, in the place of `format`",
    )
    section: str | None = Field(default=None, max_length=80, description="title of the one section to draft")
    detail: Detail | None = Field(default=None, description="of this draft only; default: as preferred")
    guidance: Text = Field(
        default="",
        max_length=1000,
        description="for this draft only; the embedded drafter follows what to leave out and what to keep in",
    )
    preferences: PreferenceOverrides | None = Field(
        default=None, description="of this draft only, over the client's and the clinician's"
    )

    @model_validator(mode="after")
    def _one_form(self) -> Redraft:
        if self.template is not None and (self.format is not None or self.section is not None):
            raise objection("needs a template alone: without a format, and for the whole note")
        return self

    @property
    def wishes(self) -> Wishes:
        """What is wanted of this draft only. Raises `BadInput` for a preference that means nothing."""
        own = {} if self.preferences is None else self.preferences.chosen()
        return Wishes(self.detail, self.guidance, own)


class Sign(Body):
    """A signature on a version; `attestations` confirm what a check objected to."""

    version: int = Field(ge=1)
    name: Named = Field(min_length=1, max_length=120)
    credential: Named = Field(min_length=1, max_length=60)
    attestations: list[Annotated[Line, Field(max_length=200)]] = Field(default_factory=list, max_length=500)


class Signature(Reply):
    """The signed note and the receipt of its transcript's destruction; none while a legal hold keeps that."""

    note: NoteReply
    receipt: ReceiptView | None


async def read(call: Call) -> web.Response:
    """The session's note."""
    view = await call.house.notebook.view(SessionId(call.part("session")))
    return as_json(view.as_json())


class LiveDraft(Reply):
    """The draft of a call that goes on, as of so many seconds on the session clock. Never kept."""

    session: str
    as_of: float
    note: Note


async def so_far(call: Call) -> web.Response:
    """The draft so far. Raises `NotReady` unless the call goes on, `TranscriptDestroyed`."""
    house, session = call.house, SessionId(call.part("session"))
    record = await house.memory.sessions.get(house.practice, session)
    room = house.hub.find(session)
    began = record.started_at is not None or (room is not None and room.room.began_at is not None)
    if not began or record.ended_at is not None:
        raise NotReady("the call does not go on: its note is drafted when it has ended")
    if await house.memory.consents.withdrawn(session):
        raise TranscriptDestroyed("a participant withdrew: nothing is drafted from this session")
    found = await house.live_drafts.so_far(session)
    return as_json({"session": session, "as_of": found.as_of, "note": dict(found.note)})


async def edit(call: Call) -> web.Response:
    """Keeps an edit (autosave). Raises `StaleVersion`, `AlreadySigned`, `BadInput`."""
    house, session, given = call.house, SessionId(call.part("session")), call.body(Edit)
    await house.memory.sessions.get(house.practice, session)
    return as_json((await house.notebook.save(session, given.version, given.note.as_json())).as_json())


async def redraft(call: Call) -> web.Response:
    """Drafts again. Raises `AlreadySigned`, `NotReady`, `TranscriptDestroyed`, `DraftingTimedOut`."""
    house, session = call.house, SessionId(call.part("session"))
    record = await house.memory.sessions.get(house.practice, session)
    before = await house.notebook.view(session)
    if before.status == "signed":
        raise AlreadySigned("the note is signed; what is to be added goes into an addendum")
    if record.started_at is None:
        raise NotReady("the call has not begun, so there is nothing to draft from")
    if record.ended_at is None:
        raise NotReady("end the session first; the note is drafted then")
    try:
        return as_json((await _redrafted(house, session, call.body(Redraft), before)).as_json())
    except TimeoutError:
        raise DraftingTimedOut("drafting took too long; ask for it again") from None


async def _redrafted(house: House, session: SessionId, asked: Redraft, before: NoteView) -> NoteView:
    if before.status == "none":
        try:
            return await house.notebook.draft(session, asked.format, asked.wishes, asked.template)
        except TranscriptDestroyed:
            return await house.notebook.state_why_none(session)
    if asked.section is None:
        return await _whole(house, session, asked, before)
    return await house.notebook.redraft_section(session, asked.section, asked.wishes)


async def _whole(house: House, session: SessionId, asked: Redraft, before: NoteView) -> NoteView:
    """Another draft from what was said; without it, or where nothing was drafted, the note in that format."""
    named = asked.format is not None or asked.template is not None
    if named and is_by_hand(before.note or {}) and before.status == "draft":
        return await house.notebook.arrange(session, asked.format, asked.template)
    try:
        return await house.notebook.draft(session, asked.format, asked.wishes, asked.template)
    except TranscriptDestroyed:
        if not named:
            raise
        return await house.notebook.arrange(session, asked.format, asked.template)


async def sign(call: Call) -> web.Response:
    """Locks the note for ever and destroys the transcript everywhere; gives note and receipt."""
    house, given = call.house, call.body(Sign)
    note = NoteId(call.part("note"))
    try:
        signed = await house.notebook.sign(
            note, given.version, given.name, given.credential, given.attestations
        )
    except Exception:
        await _forget_if_signed(house, note)
        raise
    if signed.receipt is not None:
        house.forgetting.gone(signed.receipt)
    receipt = None if signed.receipt is None else signed.receipt.as_dict()
    return as_json({"note": view_of(signed.record).as_json(), "receipt": receipt})


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
    Route(
        "GET",
        "/v1/sessions/{session}/note",
        Scope.NOTES_READ,
        read,
        "The session's note",
        reply=NoteReply,
        access="note.read",
    ),
    Route(
        "GET",
        "/v1/sessions/{session}/note/live",
        Scope.NOTES_READ,
        so_far,
        "The draft so far, while the call goes on",
        reply=LiveDraft,
        refuses=(NotReady, TranscriptDestroyed),
        access="draft.read",
    ),
    Route(
        "PUT",
        "/v1/sessions/{session}/note",
        Scope.NOTES_WRITE,
        edit,
        "Save an edit",
        Edit,
        NoteReply,
        refuses=(BadInput, StaleVersion, AlreadySigned),
        access="note.edit",
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/note/redraft",
        Scope.NOTES_WRITE,
        redraft,
        "Draft again",
        Redraft,
        NoteReply,
        refuses=(BadInput, NotReady, AlreadySigned, StaleVersion, TranscriptDestroyed, DraftingTimedOut),
        access="note.redraft",
    ),
    Route(
        "POST",
        "/v1/notes/{note}/sign",
        Scope.NOTES_WRITE,
        sign,
        "Sign; the transcript is destroyed",
        Sign,
        Signature,
        refuses=(NotReady, AlreadySigned, StaleVersion, AttestationMissing, DestructionIncomplete),
    ),
)
