"""Proof that a database can forget, before anything worth forgetting is written to it."""

from __future__ import annotations

import secrets

from sqlalchemy import Table, Text, delete, insert

from retention.database import Database
from retention.errors import CannotDelete


async def prove_deletion(database: Database, table: Table, name: str) -> None:
    """Writes a probe, deletes it, and looks whether its bytes are gone.

    `table` has the columns `name` and `value`. Of a database server, whose files are out of sight, it
    shows only that deleting and clearing are permitted.

    Raises:
        CannotDelete: the probe is still in the files.
    """
    probe = secrets.token_hex(32)
    value = probe if isinstance(table.c.value.type, Text) else probe.encode()
    this = f"probe:{probe[:8]}"
    async with database.write() as connection:
        await connection.execute(insert(table).values({name: this, "value": value}))
    await database.settle()
    async with database.write() as connection:
        await connection.execute(delete(table).where(table.c[name].startswith("probe:")))
    await database.settle()
    if await database.contains(probe.encode()):
        raise CannotDelete("deleted bytes stay readable in the database; use another disk or file system")
