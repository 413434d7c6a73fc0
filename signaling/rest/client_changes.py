"""What becomes of a client as a whole: put away, taken back, deleted, merged with another."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from retention import BadInput, ClientId, ClientKept, Merge
from signaling.access import Scope
from signaling.errors import NotReady
from signaling.house import House
from signaling.rest.clients import ClientView, view_of
from signaling.routes import PART, Body, Call, Reply, Route


class MergeBody(Body):
    """The other client, who is the same person: their sessions become this one's."""

    other: str = Field(pattern=f"^{PART}$")


class MergeView(Reply):
    """A merge: the client that is no longer in the lists, and how many sessions came from them."""

    id: str
    client: str
    other: str
    other_name: str
    at: datetime
    sessions: int
    undone: bool


class MergeList(Reply):
    """Who was merged into a client, the latest first."""

    merges: tuple[MergeView, ...]


async def archive(call: Call) -> ClientView:
    """Takes a client out of the lists; everything about them is kept."""
    house, client = call.house, _named(call)
    await house.memory.client_changes.archive(house.practice, client)
    return view_of(await house.memory.clients.get(house.practice, client))


async def take_back(call: Call) -> ClientView:
    """Puts a client back into the lists."""
    house, client = call.house, _named(call)
    await house.memory.client_changes.take_back(house.practice, client)
    return view_of(await house.memory.clients.get(house.practice, client))


async def remove(call: Call) -> None:
    """Deletes a client with whom no session was held, with the sessions planned. Raises `ClientKept`."""
    house, client = call.house, _named(call)
    for session in await house.memory.client_changes.planned(house.practice, client):
        if house.hub.find(session) is not None:
            raise NotReady("somebody is in the room of a session with this client; end it first")
    await house.memory.client_changes.delete(house.practice, client)


async def merge(call: Call) -> MergeView:
    """Makes another client this one. Raises `BadInput`."""
    house, other = call.house, ClientId(call.body(MergeBody).other)
    return await _view(house, await house.memory.client_changes.merge(house.practice, _named(call), other))


async def undo(call: Call) -> MergeView:
    """Makes two clients of one again. Raises `BadInput`."""
    house = call.house
    undone = await house.memory.client_changes.undo_merge(house.practice, _named(call), call.part("merge"))
    return await _view(house, undone)


async def merges(call: Call) -> MergeList:
    """Who was merged into a client."""
    house = call.house
    found = await house.memory.client_changes.merges(house.practice, _named(call))
    return MergeList(merges=tuple([await _view(house, one) for one in found]))


async def _view(house: House, merged: Merge) -> MergeView:
    other = await house.memory.clients.get(house.practice, merged.gone)
    return MergeView(
        id=merged.id,
        client=merged.kept,
        other=merged.gone,
        other_name=other.name,
        at=merged.at,
        sessions=len(merged.sessions),
        undone=merged.undone,
    )


def _named(call: Call) -> ClientId:
    return ClientId(call.part("client"))


ROUTES = (
    Route(
        "PUT",
        "/v1/clients/{client}/archive",
        Scope.SESSIONS_WRITE,
        archive,
        "Put a client away",
        reply=ClientView,
        refuses=(BadInput,),
    ),
    Route(
        "DELETE",
        "/v1/clients/{client}/archive",
        Scope.SESSIONS_WRITE,
        take_back,
        "Take a client back",
        reply=ClientView,
        refuses=(BadInput,),
    ),
    Route(
        "DELETE",
        "/v1/clients/{client}",
        Scope.SESSIONS_WRITE,
        remove,
        "Delete a client with whom no session was held",
        status=204,
        refuses=(BadInput, ClientKept, NotReady),
    ),
    Route(
        "POST",
        "/v1/clients/{client}/merges",
        Scope.SESSIONS_WRITE,
        merge,
        "Make another client this one",
        MergeBody,
        MergeView,
        201,
        refuses=(BadInput,),
    ),
    Route(
        "GET",
        "/v1/clients/{client}/merges",
        Scope.SESSIONS_READ,
        merges,
        "Who was merged into a client",
        reply=MergeList,
        access="client.merges-read",
    ),
    Route(
        "DELETE",
        "/v1/clients/{client}/merges/{merge}",
        Scope.SESSIONS_WRITE,
        undo,
        "Undo a merge",
        reply=MergeView,
        refuses=(BadInput,),
    ),
)
