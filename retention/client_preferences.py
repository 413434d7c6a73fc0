"""Preferences of one client: only what differs from the clinician's own. Sealed like the client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select

from retention.audit import AuditEntry
from retention.canonical import Json
from retention.clients import require_client, require_kept_client
from retention.ground import Ground, practice_key
from retention.ids import ClientId, PracticeId
from retention.schema import client_preferences
from retention.sealing import SealContext


class ClientPreferences:
    """One JSON object a client."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def get(self, practice: PracticeId, client: ClientId) -> Json:
        """What was chosen for a client; empty when nothing was. Raises `NotFound`."""
        query = select(client_preferences.c.sealed).where(client_preferences.c.client == client)
        async with self._ground.store.read() as connection:
            await require_client(connection, practice, client)
            sealed = await connection.scalar(query)
        if sealed is None:
            return {}
        async with self._ground.keys.key(practice_key(practice)) as key:
            return key.open_json(sealed, _place(client))

    async def put(
        self, practice: PracticeId, client: ClientId, chosen: Mapping[str, Any], actor: str = "clinician"
    ) -> None:
        """Keeps what was chosen in place of what was before. Raises `NotFound`, `BadInput`."""
        async with self._ground.keys.key(practice_key(practice)) as key:
            sealed = key.seal_json(dict(chosen), _place(client))
        async with self._ground.store.write() as connection:
            await require_kept_client(connection, practice, client)
            await connection.execute(delete(client_preferences).where(client_preferences.c.client == client))
            if chosen:
                row = {"client": client, "sealed": sealed}
                await connection.execute(insert(client_preferences).values(row))
            counts = {"count": len(chosen)}
            entry = AuditEntry(actor, "client.preferences", client, counts=counts, practice=practice)
            await self._ground.audit.record(connection, entry)


def _place(client: str) -> SealContext:
    return SealContext("client_preferences", client, client)
