"""Legal holds: the clinician is one of the two people; the operator at the machine is the other."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from retention import Forbidden, Hold, HoldState, NotFound, SessionId, StaleVersion, TranscriptDestroyed
from signaling.access import Scope
from signaling.rest.shapes import Moment
from signaling.routes import Body, Call, Query, Reply, Route


class HoldReason(Body):
    """Why: a code or file number, one word."""

    reason: str = Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:/-]+$")


class Seen(Query):
    """The state the hold was seen in when its end was decided on."""

    seen: Literal["asked", "held", "release_asked"] | None = None


class HoldView(Reply):
    """A session's hold; `none` when there is none. `owed`: why the transcript is destroyed when it ends."""

    session: str
    state: Literal["none", "asked", "held", "release_asked"]
    reason: str | None = None
    asked_by: str | None = None
    asked_at: Moment | None = None
    held_by: str | None = None
    held_at: Moment | None = None
    release_by: str | None = None
    owed: str | None = None


async def read(call: Call) -> HoldView:
    """The session's hold. Raises `NotFound`."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    return _view(session, await house.memory.holds.of(session))


async def place(call: Call) -> HoldView:
    """Asks for a hold, or agrees to the operator's."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    reason = call.body(HoldReason).reason
    return _view(session, await house.memory.holds.place(session, reason, call.someone.actor))


async def release(call: Call) -> HoldView:
    """Asks for its end, or agrees to the operator's wish; then what was owed is done."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    seen = call.query(Seen).seen
    hold = await house.memory.holds.release(
        session, call.someone.actor, None if seen is None else HoldState(seen)
    )
    if hold is None:
        await house.forgetting.check_released(session)
    return _view(session, hold)


def _view(session: str, hold: Hold | None) -> HoldView:
    if hold is None:
        return HoldView(session=session, state="none")
    return HoldView(
        session=session,
        state=hold.state.value,
        reason=hold.reason,
        asked_by=hold.asked_by,
        asked_at=hold.asked_at.isoformat(),
        held_by=hold.held_by,
        held_at=None if hold.held_at is None else hold.held_at.isoformat(),
        release_by=hold.release_by,
        owed=None if hold.owed is None else hold.owed.value,
    )


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/hold",
        Scope.SESSIONS_READ,
        read,
        "A session's legal hold",
        reply=HoldView,
        access="hold.read",
    ),
    Route(
        "PUT",
        "/v1/sessions/{session}/hold",
        Scope.TRANSCRIPT_WRITE,
        place,
        "Ask for a legal hold, or agree to one",
        HoldReason,
        HoldView,
        refuses=(Forbidden, TranscriptDestroyed),
    ),
    Route(
        "DELETE",
        "/v1/sessions/{session}/hold",
        Scope.TRANSCRIPT_WRITE,
        release,
        "Ask for a legal hold's end, or agree to it",
        reply=HoldView,
        query=Seen,
        refuses=(NotFound, StaleVersion),
    ),
)
