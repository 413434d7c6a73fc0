"""What every repository of the memory stands on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Row, select

from retention.audit import AuditChain
from retention.chains import Store
from retention.clock import SteadyTime
from retention.errors import NotFound
from retention.ids import PracticeId, SessionId
from retention.keystore import DataKeys
from retention.schema import sessions
from retention.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Ground:
    """The records, the keys, time and the audit chain."""

    store: Store
    keys: DataKeys
    time: SteadyTime
    audit: AuditChain


def practice_key(practice: PracticeId) -> str:
    """The name of the long-lived key that seals a practice's names and settings."""
    return f"practice:{practice}"


async def practice_of(connection: Transaction, session: SessionId) -> PracticeId:
    """The practice a session belongs to. Raises `NotFound`."""
    practice = await connection.scalar(select(sessions.c.practice).where(sessions.c.id == session))
    if practice is None:
        raise NotFound("there is no such session")
    return PracticeId(practice)


async def session_row(connection: Transaction, session: SessionId) -> Row[tuple[object, ...]]:
    """A session's row. Raises `NotFound`."""
    row = (await connection.execute(select(sessions).where(sessions.c.id == session))).one_or_none()
    if row is None:
        raise NotFound("there is no such session")
    return row
