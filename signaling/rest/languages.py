"""Which languages are heard here, and which one a participant speaks."""

from __future__ import annotations

from retention import BadInput, NotFound, ParticipantId, SessionId
from signaling.access import Scope
from signaling.errors import NotReady
from signaling.live import speak as speaking
from signaling.rest.sessions import SessionView, view_of
from signaling.rest.shapes import LanguageTag
from signaling.routes import Body, Call, Reply, Route
from signaling.voices import heard_language, primary
from signaling.workers import ANY_LANGUAGE


class Languages(Reply):
    """What the connected recognisers hear: codes as in ISO 639-1; `any` when one of them takes every code."""

    default: str
    known: tuple[str, ...]
    any: bool


class Speaks(Body):
    """What a participant speaks."""

    language: LanguageTag


async def known(call: Call) -> Languages:
    """The languages heard at this moment; none while no media worker is connected."""
    house = call.house
    found = house.ears.registry.languages()
    return Languages(
        default=primary(house.settings.language),
        known=tuple(sorted(found - {ANY_LANGUAGE})),
        any=ANY_LANGUAGE in found,
    )


async def speak(call: Call) -> SessionView:
    """Sets a participant's language; in a call it counts at once.

    Raises:
        BadInput: no recogniser here hears it. NotReady: the session is over, or no recogniser is there.
    """
    house, session = call.house, SessionId(call.part("session"))
    record = await house.memory.sessions.get(house.practice, session)
    person = next((one for one in record.participants if one.id == call.part("participant")), None)
    if person is None:
        raise NotFound("there is no such participant in this session")
    if record.ended_at is not None:
        raise NotReady("this session is over; its words were heard already")
    language = heard_language(call.body(Speaks).language, house.ears.registry)
    await house.memory.sessions.set_language(session, ParticipantId(person.id), language)
    conversation = house.conversations.living.get(session)
    if conversation is not None:
        conversation.voices.languages[person.id] = language
    room = house.hub.find(session)
    if room is not None:
        speaking(room, person.id, language)
    return await view_of(house, await house.memory.sessions.get(house.practice, session))


ROUTES = (
    Route(
        "GET", "/v1/languages", Scope.SESSIONS_READ, known, "Which languages are heard here", reply=Languages
    ),
    Route(
        "PUT",
        "/v1/sessions/{session}/participants/{participant}",
        Scope.SESSIONS_WRITE,
        speak,
        "Set what a participant speaks",
        Speaks,
        SessionView,
        refuses=(BadInput, NotReady),
    ),
)
