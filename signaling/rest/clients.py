"""Clients: create, list, look at, rename; whose a session is; and the brief before an appointment."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from live_notes.brief import Brief
from retention import BadInput, ClientId, ClientRecord, NotFound, SessionId
from signaling.access import Scope
from signaling.briefing import brief_of_client
from signaling.errors import InvalidQuery
from signaling.findings import Finding
from signaling.rest import sessions
from signaling.rest.sessions import SessionView, named_client
from signaling.rest.shapes import Line, Named
from signaling.routes import PART, Body, Call, Query, Reply, Route

LONGEST_NAME = 800
"""A group's name is that of all its members."""


class ClientBody(Body):
    """A client: a person, a couple or a group. `reference` is the practice's own number or sign for them."""

    name: Named = Field(min_length=1, max_length=LONGEST_NAME)
    reference: Line = Field(default="", max_length=120)


class ClientView(Reply):
    """A client, how many sessions there were or are planned, and when the latest of them is or was."""

    id: str
    name: str
    reference: str
    created_at: datetime
    sessions: int
    last_at: datetime | None
    archived_at: datetime | None
    merged_into: str | None


class ClientDetail(ClientView):
    """A client and whom their latest session was held with; `kind`: of that session."""

    people: tuple[str, ...]
    kind: str | None


class ClientsQuery(Query):
    """Which part of the list: the `limit` clients that follow the client `cursor`."""

    limit: int = Field(default=200, ge=1, le=500)
    cursor: str | None = Field(default=None, pattern=f"^{PART}$", description="`next` of the page before")
    archived: bool = Field(default=False, description="those that were put away, in the place of the others")


class ClientList(Reply):
    """Clients, the latest created first; `next` is the cursor of what follows, None at the end."""

    clients: tuple[ClientView, ...]
    next: str | None


class Filing(Body):
    """The client a session belongs to."""

    client: str = Field(pattern=f"^{PART}$")


class BriefView(Reply):
    """What a client's earlier signed notes say, on one screen, each line with the notes it rests on."""

    client: ClientView
    brief: Brief


async def create(call: Call) -> ClientView:
    """Creates a client. Two of one name are two."""
    house, given = call.house, call.body(ClientBody)
    return view_of(await house.memory.clients.create(given.name, given.reference, house.practice))


async def page(call: Call) -> ClientList:
    """One page of the clients. Raises `InvalidQuery` for a cursor that names no client."""
    house, asked = call.house, call.query(ClientsQuery)
    after = None if asked.cursor is None else ClientId(asked.cursor)
    try:
        found = await house.memory.clients.list(
            house.practice, limit=asked.limit + 1, after=after, archived=asked.archived
        )
    except NotFound:
        raise InvalidQuery([Finding(("cursor",), "names no client")]) from None
    shown = found[: asked.limit]
    following = shown[-1].id if len(found) > len(shown) else None
    return ClientList(clients=tuple(view_of(one) for one in shown), next=following)


async def one(call: Call) -> ClientDetail:
    """One client."""
    house = call.house
    record = await _client(call)
    latest = await house.memory.sessions.list(house.practice, limit=1, client=record.id)
    people = latest[0].clients if latest else ()
    kind = latest[0].kind if latest else None
    return ClientDetail(**view_of(record).model_dump(), people=people, kind=kind)


async def rename(call: Call) -> ClientView:
    """Gives a client another name and reference; their sessions go by it."""
    house, given = call.house, call.body(ClientBody)
    client = ClientId(call.part("client"))
    return view_of(await house.memory.clients.rename(house.practice, client, given.name, given.reference))


async def file(call: Call) -> SessionView:
    """Says whose a session is. Raises `BadInput` for a client that is not there."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    client = await named_client(house, call.body(Filing).client)
    await house.memory.clients.file(house.practice, session, client.id)
    return await sessions.view_of(house, await house.memory.sessions.get(house.practice, session))


async def brief(call: Call) -> BriefView:
    """The brief before an appointment, from signed notes alone."""
    house = call.house
    record = await _client(call)
    return BriefView(
        client=view_of(record), brief=await brief_of_client(house.memory, house.practice, record.id)
    )


async def _client(call: Call) -> ClientRecord:
    return await call.house.memory.clients.get(call.house.practice, ClientId(call.part("client")))


def view_of(record: ClientRecord) -> ClientView:
    """A client as the clinician sees them."""
    return ClientView(
        id=record.id,
        name=record.name,
        reference=record.reference,
        created_at=record.created_at,
        sessions=record.sessions,
        last_at=record.last_at,
        archived_at=record.archived_at,
        merged_into=record.merged_into,
    )


ROUTES = (
    Route(
        "POST",
        "/v1/clients",
        Scope.SESSIONS_WRITE,
        create,
        "Create a client",
        ClientBody,
        ClientView,
        201,
    ),
    Route(
        "GET",
        "/v1/clients",
        Scope.SESSIONS_READ,
        page,
        "The clients, page by page",
        reply=ClientList,
        query=ClientsQuery,
        access="clients.listed",
    ),
    Route(
        "GET",
        "/v1/clients/{client}",
        Scope.SESSIONS_READ,
        one,
        "One client",
        reply=ClientDetail,
        access="client.read",
    ),
    Route(
        "PUT",
        "/v1/clients/{client}",
        Scope.SESSIONS_WRITE,
        rename,
        "Rename a client",
        ClientBody,
        ClientView,
        refuses=(BadInput,),
    ),
    Route(
        "GET",
        "/v1/clients/{client}/brief",
        Scope.NOTES_READ,
        brief,
        "What a client's signed notes say, on one screen",
        reply=BriefView,
        access="brief.read",
    ),
    Route(
        "PUT",
        "/v1/sessions/{session}/client",
        Scope.SESSIONS_WRITE,
        file,
        "Say whose a session is",
        Filing,
        SessionView,
        refuses=(BadInput,),
    ),
)
