"""A practice's own note formats, version by version. Sealed with the practice's key.

A change is a new version; the ones before stay, so that a note says for ever what it was drafted with. A
deletion takes all versions along; notes keep their words, for they have them themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update

from retention.audit import AuditEntry
from retention.canonical import Json
from retention.errors import BadInput, NotFound, StaleVersion
from retention.ground import Ground, practice_key
from retention.ids import LOCAL, PracticeId, TemplateId, new_id
from retention.schema import template_versions, templates
from retention.sealing import SealContext, Sealed
from retention.transaction import Transaction

MOST_TEMPLATES: Final = 100
"""Templates of one practice."""


@dataclass(frozen=True, slots=True)
class TemplateRecord:
    """One version of a template: its name and sections as JSON."""

    id: TemplateId
    version: int
    content: Json = field(repr=False)
    created_at: datetime
    changed_at: datetime


class Templates:
    """The templates of all practices."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def create(
        self, content: Mapping[str, Any], practice: PracticeId = LOCAL, actor: str = "clinician"
    ) -> TemplateRecord:
        """Keeps a new template. Raises `BadInput` beyond `MOST_TEMPLATES`."""
        template, now = TemplateId(new_id("tpl")), self._ground.time.wall()
        await self._ground.keys.create(practice_key(practice))
        sealed = await self._seal(practice, template, 1, content)
        row = {"id": template, "practice": practice, "version": 1, "created_at": now, "changed_at": now}
        async with self._ground.store.write() as connection:
            kept = select(func.count()).select_from(templates).where(templates.c.practice == practice)
            if await connection.scalar(kept) >= MOST_TEMPLATES:
                raise BadInput(f"a practice has at most {MOST_TEMPLATES} templates; delete one first")
            await connection.execute(insert(templates).values(row))
            await self._add(connection, practice, template, 1, sealed)
            await self._tell(connection, practice, template, "template.created", 1, actor)
        return await self.get(practice, template)

    async def get(
        self, practice: PracticeId, template: TemplateId, version: int | None = None
    ) -> TemplateRecord:
        """One template in its newest or another version. Raises `NotFound`."""
        which = templates.c.version if version is None else version
        found = await self._load(
            practice, (templates.c.id == template) & (template_versions.c.version == which)
        )
        if not found:
            raise NotFound("there is no such template, or no such version of it")
        return found[0]

    async def list(self, practice: PracticeId) -> list[TemplateRecord]:
        """All templates in their newest versions, the oldest first."""
        return [*await self._load(practice, template_versions.c.version == templates.c.version)]

    async def change(
        self,
        practice: PracticeId,
        template: TemplateId,
        version: int,
        content: Mapping[str, Any],
        actor: str = "clinician",
    ) -> TemplateRecord:
        """Keeps the next version on top of `version`. Raises `NotFound`, `StaleVersion`."""
        following = version + 1
        sealed = await self._seal(practice, template, following, content)
        async with self._ground.store.write() as connection:
            row = await _find(connection, practice, template)
            if row.version != version:
                raise StaleVersion(f"version {row.version} was saved meanwhile; read it before you save")
            values = {"version": following, "changed_at": self._ground.time.wall()}
            await connection.execute(update(templates).where(templates.c.id == template).values(values))
            await self._add(connection, practice, template, following, sealed)
            await self._tell(connection, practice, template, "template.changed", following, actor)
        return await self.get(practice, template)

    async def delete(self, practice: PracticeId, template: TemplateId, actor: str = "clinician") -> None:
        """Deletes a template with all its versions. Raises `NotFound`."""
        async with self._ground.store.write() as connection:
            row = await _find(connection, practice, template)
            versions = delete(template_versions).where(template_versions.c.template == template)
            await connection.execute(versions)
            await connection.execute(delete(templates).where(templates.c.id == template))
            await self._tell(connection, practice, template, "template.deleted", row.version, actor)

    async def _load(self, practice: PracticeId, which: ColumnElement[bool]) -> Sequence[TemplateRecord]:
        query = (
            select(templates, template_versions.c.version.label("this"), template_versions.c.sealed)
            .join(template_versions, template_versions.c.template == templates.c.id)
            .where(templates.c.practice == practice, which)
            .order_by(templates.c.created_at, templates.c.id)
        )
        async with self._ground.store.read() as connection:
            rows = (await connection.execute(query)).all()
        if not rows:
            return []
        async with self._ground.keys.key(practice_key(practice)) as key:
            return [
                TemplateRecord(
                    id=row.id,
                    version=row.this,
                    content=key.open_json(row.sealed, _place(row.id, row.this)),
                    created_at=row.created_at,
                    changed_at=row.changed_at,
                )
                for row in rows
            ]

    async def _seal(
        self, practice: PracticeId, template: TemplateId, version: int, content: Mapping[str, Any]
    ) -> Sealed:
        async with self._ground.keys.key(practice_key(practice)) as key:
            return key.seal_json(dict(content), _place(template, version))

    async def _add(
        self,
        connection: Transaction,
        practice: PracticeId,
        template: TemplateId,
        version: int,
        sealed: Sealed,
    ) -> None:
        row = {"template": template, "version": version, "at": self._ground.time.wall(), "sealed": sealed}
        await connection.execute(insert(template_versions).values(row))

    async def _tell(
        self,
        connection: Transaction,
        practice: PracticeId,
        template: TemplateId,
        action: str,
        version: int,
        actor: str,
    ) -> None:
        entry = AuditEntry(actor, action, template, counts={"version": version}, practice=practice)
        await self._ground.audit.record(connection, entry)


async def _find(connection: Transaction, practice: PracticeId, template: TemplateId) -> Row[Any]:
    query = select(templates).where(templates.c.id == template, templates.c.practice == practice)
    row = (await connection.execute(query.with_for_update())).one_or_none()
    if row is None:
        raise NotFound("there is no such template")
    return row


def _place(template: str, version: int) -> SealContext:
    return SealContext("template_versions", template, str(version))
