"""What a server owes after it stopped or died: withdrawals are carried out, calls are taken up or ended.

A withdrawal is on record before or after the destruction it asks for; should the server die in between,
whichever part is missing is made up for here, at start and with every sweep.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from retention import AttuneError, AuditChain, LegallyHeld, Memory, PracticeId, Why
from signaling.cluster.refusals import SessionElsewhere
from signaling.forgetting import Forgetting
from signaling.logs import get_logger
from signaling.member import Member
from signaling.sources import Source, source_of
from wire.browser import Presence

if TYPE_CHECKING:
    from signaling.house import House

ADMITTED, LEFT = "room.admitted", "room.left"
OFF_RECORD, ON_RECORD = "room.off_record", "room.on_record"
STARTED, PAUSED = "room.transcription_started", "room.transcription_paused"

_log = get_logger()


async def steps_of(audit: AuditChain, practice: PracticeId, subject: str) -> list[str]:
    """The actions on record about a participant or a session, in their order."""
    steps: list[str] = []
    after = 0
    while lines := await audit.read(practice, subject=subject, after=after):
        steps += [line.entry.action for line in lines]
        after = lines[-1].position
    return steps


def last_of(steps: Sequence[str], *actions: str) -> str | None:
    """The latest of these actions, None when none of them was taken."""
    return next((step for step in reversed(steps) if step in actions), None)


def take_up(member: Member, steps: Sequence[str], at: float) -> None:
    """Puts a member back where they stood in a call under way: away, with a fresh grace time from `at`.

    The clinician is admitted by nobody; they are away in every call that has begun.
    """
    member.took_part = member.is_clinician or ADMITTED in steps
    member.off_record = last_of(steps, OFF_RECORD, ON_RECORD) == OFF_RECORD
    if member.is_clinician or last_of(steps, ADMITTED, LEFT) == ADMITTED:
        member.presence, member.away_since = Presence.AWAY, at


async def keep_withdrawals(memory: Memory, forgetting: Forgetting) -> None:
    """Destroys every transcript that lives on though a client withdrew, whose receipt it is."""
    for session, client in (await memory.consents.unkept()).items():
        try:
            await forgetting.destroy(session, Why.WITHDRAWN, client)
        except LegallyHeld:
            _log.info("withdrawal_owed", session=session)  # it is kept when the hold ends
        except AttuneError as error:  # those behind it must not wait for it
            _log.error("withdrawal_not_kept", session=session, code=error.code)


async def reopen(house: House) -> None:
    """Opens a room for every call under way, so that it goes on, or ends as abandoned and is drafted."""
    for record in await house.memory.sessions.list(house.practice):
        if record.started_at is None or record.ended_at is not None:
            continue
        try:
            await house.hub.open(record.id)
        except SessionElsewhere:
            _log.info("call_lives_elsewhere", session=record.id)
        except AttuneError as error:
            _log.error("call_not_reopened", session=record.id, code=error.code)


async def clear_recordings(house: House) -> None:
    """Destroys what was heard of recordings whose server stopped midway: nobody can send the rest."""
    for record in await house.memory.sessions.list(house.practice):
        if source_of(record) is not Source.RECORDING or record.ended_at is not None:
            continue
        try:
            if house.recordings.uploads.of(record.id) is None:
                await house.recordings.clear_away(record.id)
        except SessionElsewhere:
            _log.info("recording_lives_elsewhere", session=record.id)
        except AttuneError as error:
            _log.error("recording_not_cleared", session=record.id, code=error.code)


async def keep_promises(house: House) -> None:
    """Makes up for what was interrupted, then looks after withdrawals until cancelled."""
    await keep_withdrawals(house.memory, house.forgetting)
    await clear_recordings(house)
    await reopen(house)
    await house.notebook.strikes.owe_all()
    while True:
        await house.notebook.strikes.keep()
        house.forgetting.rest(house.settings.rest_minutes * 60)
        await asyncio.sleep(house.settings.sweep_seconds)
        await keep_withdrawals(house.memory, house.forgetting)
