"""What follows a signed note: addenda, corrections, late entries, co-signatures; and whether all holds."""

from __future__ import annotations

from typing import Annotated, Literal

from aiohttp import web
from pydantic import Field

from retention import (
    MOST_TEXT,
    AdditionKind,
    BadInput,
    Forbidden,
    NewAddition,
    NoteId,
    NotSigned,
)
from signaling.access import Scope
from signaling.note_views import view_of
from signaling.rest.shapes import Named, NoteReply, Text
from signaling.routes import Body, Call, Reply, Route, as_json

Words = Annotated[Text, Field(max_length=MOST_TEXT)]


class Addendum(Body):
    """An addition with its signature: what was learnt later, what was wrong, or what was left out."""

    kind: Literal["addendum", "correction", "late_entry"] = "addendum"
    text: Annotated[Words, Field(min_length=1)]
    name: Named = Field(min_length=1, max_length=120)
    credential: Named = Field(min_length=1, max_length=60)


class Cosignature(Body):
    """A supervisor's signature under a signed note; `text` may say more."""

    name: Named = Field(min_length=1, max_length=120)
    credential: Named = Field(min_length=1, max_length=60)
    text: Words = ""


class Verification(Reply):
    """Whether a signed note and all its additions are what was signed, by whom and when; none is missing."""

    note: str
    verified: bool
    additions: int


async def add(call: Call) -> web.Response:
    """Adds to a signed note, for good. Raises `NotSigned`, `BadInput`, `NotFound`."""
    given = call.body(Addendum)
    return await _added(call, NewAddition(AdditionKind(given.kind), given.name, given.credential, given.text))


async def cosign(call: Call) -> web.Response:
    """Co-signs. Raises `Forbidden` for whoever has signed this note already."""
    given = call.body(Cosignature)
    return await _added(call, NewAddition(AdditionKind.COSIGNATURE, given.name, given.credential, given.text))


async def verify(call: Call) -> Verification:
    """Checks a signed note. Raises `NotSigned` for a draft."""
    notes, note = call.house.memory.notes, NoteId(call.part("note"))
    record = await notes.read(note)
    if record.signature is None:
        raise NotSigned("this note is not signed yet; there is nothing to check")
    return Verification(note=note, verified=await notes.verify(note), additions=len(record.additions))


async def _added(call: Call, new: NewAddition) -> web.Response:
    record = await call.house.memory.notes.add(NoteId(call.part("note")), new, call.someone.actor)
    answer = as_json(view_of(record).as_json())
    answer.set_status(201)
    return answer


ROUTES = (
    Route(
        "POST",
        "/v1/notes/{note}/addenda",
        Scope.NOTES_WRITE,
        add,
        "Add to a signed note",
        Addendum,
        NoteReply,
        201,
        refuses=(NotSigned, BadInput),
    ),
    Route(
        "POST",
        "/v1/notes/{note}/cosign",
        Scope.NOTES_WRITE,
        cosign,
        "Co-sign a signed note",
        Cosignature,
        NoteReply,
        201,
        refuses=(NotSigned, Forbidden),
    ),
    Route(
        "GET",
        "/v1/notes/{note}/verification",
        Scope.NOTES_READ,
        verify,
        "Whether a signed note holds",
        reply=Verification,
        refuses=(NotSigned,),
        access="note.verified",
    ),
)
