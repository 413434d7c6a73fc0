"""Style profiles: how each clinician words their notes. Sealed, though they hold nothing of a client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from retention.audit import AuditEntry
from retention.canonical import Json
from retention.errors import StaleVersion
from retention.ground import Ground, practice_key
from retention.ids import LOCAL, PracticeId
from retention.schema import style_profiles
from retention.sealing import SealContext
from retention.transaction import Transaction

CLINICIAN = "clinician"
"""The only clinician of a practice on one machine, as the audit chain calls them."""


@dataclass(frozen=True, slots=True)
class StyleRecord:
    """A profile as kept. `version` grows with every change; 0: there is none yet."""

    version: int
    content: Json | None = field(default=None, repr=False)


NO_RECORD = StyleRecord(0)


class Styles:
    """The profiles of all clinicians, one each."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def read(self, practice: PracticeId = LOCAL, clinician: str = CLINICIAN) -> StyleRecord:
        """A clinician's profile, `NO_RECORD` where there is none. Raises `KeyUnavailable`."""
        async with self._ground.store.read() as connection:
            row = await _find(connection, _theirs(practice, clinician))
        if row is None:
            return NO_RECORD
        async with self._ground.keys.key(practice_key(practice)) as key:
            content = key.open_json(row.sealed, _place(practice, clinician, row.version))
        return StyleRecord(row.version, content)

    async def write(
        self,
        content: Mapping[str, Any],
        expected_version: int,
        entry: AuditEntry,
        clinician: str = CLINICIAN,
    ) -> StyleRecord:
        """Keeps a profile as the next version. `entry`: what the audit chain says of it, and whose practice.

        Raises:
            StaleVersion: another version was kept since `expected_version`.
        """
        practice, version = entry.practice, expected_version + 1
        await self._ground.keys.create(practice_key(practice))
        async with self._ground.keys.key(practice_key(practice)) as key:
            sealed = key.seal_json(dict(content), _place(practice, clinician, version))
        values = {"version": version, "updated_at": self._ground.time.wall(), "sealed": sealed}
        theirs = _theirs(practice, clinician)
        async with self._ground.store.write() as connection:
            row = await _find(connection, theirs, lock=True)
            if (0 if row is None else row.version) != expected_version:
                raise StaleVersion("the style was changed meanwhile; read it and repeat the change")
            if row is None:
                first = {"practice": practice, "clinician": clinician}
                await connection.execute(insert(style_profiles).values(first | values))
            else:
                await connection.execute(update(style_profiles).where(theirs).values(values))
            await self._ground.audit.record(connection, entry)
        return StyleRecord(version, dict(content))

    async def delete(self, entry: AuditEntry, clinician: str = CLINICIAN) -> bool:
        """Deletes a profile with all it counted; False where there was none."""
        async with self._ground.store.write() as connection:
            gone = await connection.execute(delete(style_profiles).where(_theirs(entry.practice, clinician)))
            if gone.rowcount:
                await self._ground.audit.record(connection, entry)
        return bool(gone.rowcount)


async def _find(
    connection: Transaction, theirs: ColumnElement[bool], *, lock: bool = False
) -> Row[Any] | None:
    query = select(style_profiles).where(theirs)
    return (await connection.execute(query.with_for_update() if lock else query)).one_or_none()


def _theirs(practice: PracticeId, clinician: str) -> ColumnElement[bool]:
    return (style_profiles.c.practice == practice) & (style_profiles.c.clinician == clinician)


def _place(practice: str, clinician: str, version: int) -> SealContext:
    return SealContext("style_profiles", practice, f"{clinician}:{version}")
