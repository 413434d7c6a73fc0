"""What became of a session's words, for whoever spoke them: told by their own link, also after the call."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from retention import NotFound, RetentionWarning, SessionId, TranscriptState, Why
from signaling.access import Scope
from signaling.promises import ADMITTED, steps_of
from signaling.rest.shapes import ReceiptView
from signaling.routes import Call, Reply, Route


class FateView(Reply):
    """Where the transcript stands. `destroy_by`: the latest time; None when gone, held or never begun.

    `held`: a legal hold keeps it. `receipts`: of everything destroyed so far, the latest last; a participant
    does not see those of others' withdrawals.
    """

    session: str
    state: Literal["none", "living", "destroyed"]
    held: bool
    destroy_by: datetime | None
    receipts: tuple[ReceiptView, ...]


async def read(call: Call) -> FateView:
    """The fate of the session's words. Raises `NotFound`, also for who was not in the call."""
    house, session = call.house, SessionId(call.part("session"))
    status = await house.memory.retention_status(session)
    receipts = await house.memory.receipts.list(house.practice, session)
    if call.someone.join is not None:
        who = call.someone.actor
        if ADMITTED not in await steps_of(house.memory.audit, house.practice, who):
            raise NotFound("you took no part in this session")
        # Who of several people withdrew is between that person and the clinician.
        receipts = [one for one in receipts if one.why is not Why.WITHDRAWN or one.actor == who]
    return FateView(
        session=session,
        state=_STATES[status.state],
        held=status.warning is RetentionWarning.HELD,
        destroy_by=status.destroy_by,
        receipts=tuple(ReceiptView.model_validate(receipt.as_dict()) for receipt in receipts),
    )


_STATES: dict[TranscriptState, Literal["none", "living", "destroyed"]] = {
    TranscriptState.NONE: "none",
    TranscriptState.LIVING: "living",
    TranscriptState.DESTROYING: "destroyed",  # its key is doomed: nobody reads it any more
    TranscriptState.DESTROYED: "destroyed",
}

ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/fate",
        Scope.FATE,
        read,
        "What became of a session's words",
        reply=FateView,
        access="fate.read",
    ),
)
