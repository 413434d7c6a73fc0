"""A practice's settings, such as the clinician's profile and preferences. Sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import insert, select, update

from retention.audit import AuditEntry
from retention.canonical import Json, clear_word
from retention.ground import Ground, practice_key
from retention.ids import LOCAL, PracticeId
from retention.schema import practice_settings
from retention.sealing import SealContext, Sealed
from retention.transaction import Transaction


class PracticeSettings:
    """One JSON object a key."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def get(self, key: str, practice: PracticeId = LOCAL) -> Json | None:
        """The object kept under `key`, or None."""
        query = select(practice_settings.c.sealed).where(_this(practice, key))
        async with self._ground.store.read() as connection:
            sealed = await connection.scalar(query)
        if sealed is None:
            return None
        async with self._ground.keys.key(practice_key(practice)) as seal:
            return seal.open_json(sealed, _place(practice, key))

    async def get_or_put(
        self, key: str, make: Callable[[], Mapping[str, Any]], practice: PracticeId = LOCAL
    ) -> Json:
        """The object kept under `key`, or a new one: of several nodes at once one makes it for all."""
        kept = await self.get(key, practice)
        if kept is not None:
            return kept
        clear_word(key, "settings key")
        await self._ground.keys.create(practice_key(practice))
        async with self._ground.keys.key(practice_key(practice)) as seal:
            sealed = seal.seal_json(dict(make()), _place(practice, key))
            async with self._ground.store.write() as connection:
                query = select(practice_settings.c.sealed).where(_this(practice, key))
                earlier: Sealed | None = await connection.scalar(query)
                if earlier is None:
                    await self._insert(connection, practice, key, sealed)
            return seal.open_json(earlier or sealed, _place(practice, key))

    async def put(self, key: str, value: Mapping[str, Any], practice: PracticeId = LOCAL) -> None:
        """Keeps the object under `key` in place of the one before. Raises `BadInput`."""
        clear_word(key, "settings key")
        await self._ground.keys.create(practice_key(practice))
        async with self._ground.keys.key(practice_key(practice)) as seal:
            sealed = seal.seal_json(dict(value), _place(practice, key))
        async with self._ground.store.write() as connection:
            changed = await connection.execute(
                update(practice_settings).where(_this(practice, key)).values(sealed=sealed)
            )
            if changed.rowcount == 0:
                await self._insert(connection, practice, key, sealed)
            else:
                await self._tell(connection, practice, key)

    async def _insert(self, connection: Transaction, practice: PracticeId, key: str, sealed: Sealed) -> None:
        row = {"practice": practice, "key": key, "sealed": sealed}
        await connection.execute(insert(practice_settings).values(row))
        await self._tell(connection, practice, key)

    async def _tell(self, connection: Transaction, practice: PracticeId, key: str) -> None:
        entry = AuditEntry("clinician", "settings.changed", key, practice=practice)
        await self._ground.audit.record(connection, entry)


def _this(practice: PracticeId, key: str) -> Any:
    return (practice_settings.c.practice == practice) & (practice_settings.c.key == key)


def _place(practice: str, key: str) -> SealContext:
    return SealContext("practice_settings", practice, key)
