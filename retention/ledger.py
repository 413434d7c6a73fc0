"""The processing ledger: what was sent to which processor. Bodies go with the transcript."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from retention.canonical import Json, canonical, clear_facts, content_hash
from retention.errors import BadInput, NotFound, TranscriptDestroyed
from retention.ground import Ground, practice_of
from retention.ids import SessionId, new_id
from retention.keystore import retry_on_rekey
from retention.schema import ledger, transcripts
from retention.sealing import DataKey, SealContext, Sealed
from retention.slices import in_slices
from retention.transaction import Transaction
from retention.transcripts import living_key


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One call to a processor. `body` (masked text) is None once the transcript is destroyed."""

    id: str
    session: SessionId
    at: datetime
    facts: Json
    body_hash: str | None
    body: Json | None = field(repr=False)


class Ledger:
    """The processing ledger of all sessions."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def append(self, session: SessionId, entry: Mapping[str, Any]) -> LedgerEntry:
        """Keeps a call. `entry["body"]`, a JSON object, is sealed with the transcript's key.

        Everything else in `entry` stays after destruction: numbers, ids, codes, addresses, hashes.
        After destruction the body of a late entry is dropped, only its hash is kept.

        Raises:
            NotFound: no such session. BadInput: a sentence outside the body.
        """
        facts, body, digest = _parts(entry)
        number, at = new_id("led"), self._ground.time.wall()
        async with self._ground.store.write() as connection:
            await practice_of(connection, session)
            sealed = None if body is None else await self._seal(connection, session, number, body)
            last = await connection.scalar(
                select(func.max(ledger.c.position)).where(ledger.c.session == session)
            )
            row = {
                "id": number,
                "session": session,
                "position": (last or 0) + 1,
                "at": at,
                "facts": canonical(facts).decode(),
                "body_hash": digest,
                "sealed": sealed,
            }
            await connection.execute(insert(ledger).values(row))
        return LedgerEntry(
            number, session, at, facts, digest, None if sealed is None or body is None else dict(body)
        )

    async def amend(self, session: SessionId, number: str, entry: Mapping[str, Any]) -> None:
        """Puts what became of a call in the place of what was kept when it began; its time stays.

        Raises:
            NotFound: no such call. BadInput: as of `append`.
        """
        facts, body, digest = _parts(entry)
        this = (ledger.c.id == number) & (ledger.c.session == session)
        async with self._ground.store.write() as connection:
            row = (await connection.execute(select(ledger.c.sealed).where(this))).one_or_none()
            if row is None:
                raise NotFound("there is no such call in the ledger")
            # A body that a strike or a destruction took meanwhile does not come back.
            lives = body is not None and row.sealed is not None
            sealed = (
                await self._seal(connection, session, number, body) if body is not None and lives else None
            )
            values = {"facts": canonical(facts).decode(), "body_hash": digest, "sealed": sealed}
            await connection.execute(update(ledger).where(this).values(values))

    async def list(self, session: SessionId) -> list[LedgerEntry]:
        """A session's calls in order. Raises `NotFound`."""
        return list(await retry_on_rekey(lambda: self._list(session)))

    async def _list(self, session: SessionId) -> Sequence[LedgerEntry]:
        async with self._ground.store.read() as connection:
            await practice_of(connection, session)
            query = select(ledger).where(ledger.c.session == session).order_by(ledger.c.position)
            rows = (await connection.execute(query)).all()
            kept = select(transcripts.c.key_name).where(
                transcripts.c.session == session, transcripts.c.state == "living"
            )
            key_name = await connection.scalar(kept)
        if key_name is None:
            return [_entry(row, None) for row in rows]
        async with self._ground.keys.key(key_name) as key:
            return await in_slices(rows, lambda row: _entry(row, key))

    async def _seal(
        self, connection: Transaction, session: SessionId, number: str, body: Mapping[str, Any]
    ) -> Sealed | None:
        try:
            name = await living_key(self._ground, connection, session)
        except TranscriptDestroyed:
            return None
        async with self._ground.keys.key(name) as key:
            return key.seal_json(dict(body), _place(session, number))


def _parts(entry: Mapping[str, Any]) -> tuple[Json, Mapping[str, Any] | None, str | None]:
    """An entry's facts, its body and the body's hash. Raises `BadInput`."""
    facts = clear_facts({name: value for name, value in entry.items() if name != "body"}, "ledger entry")
    body = entry.get("body")
    if body is not None and not isinstance(body, Mapping):
        raise BadInput("the body of a ledger entry must be a JSON object")
    return facts, body, None if body is None else content_hash(dict(body))


def _place(session: str, number: str) -> SealContext:
    return SealContext("ledger", session, number)


def _entry(row: Any, key: DataKey | None) -> LedgerEntry:
    body = None
    if key is not None and row.sealed is not None:
        body = key.open_json(row.sealed, _place(row.session, row.id))
    return LedgerEntry(row.id, row.session, row.at, json.loads(row.facts), row.body_hash, body)
