"""A session's choices of masking: one sealed row, under the transcript's key, and gone with it.

A choice holds words of the session ("Miriam is to be masked"), so it lives no longer than they do: it is
sealed with their key, sealed anew or left out by a strike, left out of backups, and destroyed with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select

from retention.canonical import Json
from retention.schema import masking_choices
from retention.sealing import DataKey, SealContext, Sealed
from retention.transaction import Transaction


def seal_choices(key: DataKey, session: str, choices: Sequence[Mapping[str, object]]) -> Sealed | None:
    """The choices as they may be stored; None when there is none. Raises `BadInput`."""
    if not choices:
        return None
    return key.seal_json({"choices": [dict(one) for one in choices]}, _place(session))


def open_choices(key: DataKey, session: str, sealed: Sealed) -> list[Json]:
    """The choices in the order they were given. Raises `SealBroken`."""
    return list(key.open_json(sealed, _place(session))["choices"])


def reseal_choices(old: DataKey, new: DataKey, session: str, sealed: Sealed | None) -> Sealed | None:
    """The same choices under another key."""
    return None if sealed is None else new.seal(old.open(sealed, _place(session)), _place(session))


async def kept_choices(connection: Transaction, session: str) -> Sealed | None:
    """What is stored of a session's choices."""
    query = select(masking_choices.c.sealed).where(masking_choices.c.session == session)
    sealed: Sealed | None = await connection.scalar(query)
    return sealed


async def put_choices(connection: Transaction, session: str, sealed: Sealed | None) -> None:
    """Stores the choices in place of those before; None takes them away."""
    await connection.execute(delete(masking_choices).where(masking_choices.c.session == session))
    if sealed is not None:
        await connection.execute(insert(masking_choices).values(session=session, sealed=sealed))


def _place(session: str) -> SealContext:
    return SealContext("masking_choices", session, session)
