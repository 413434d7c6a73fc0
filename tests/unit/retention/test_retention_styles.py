"""A style profile: sealed, versioned, one a clinician, gone when it is deleted."""

from __future__ import annotations

import pytest

from retention import LOCAL, AuditEntry, FrozenClock, Memory, PracticeId, RetentionSettings, StaleVersion
from retention.database import Database
from tests.support.cluster_memory import BOTH
from tests.support.older_records import without_styles

FORMS = BOTH

PROFILE = {"rules": [{"text": "heliotrope for client"}]}
CHANGED = AuditEntry("clinician", "style.changed", "style", counts={"rules": 1})
DELETED = AuditEntry("clinician", "style.deleted", "style")


async def test_a_profile_comes_back_as_it_was_kept_with_its_version(memory: Memory) -> None:
    assert (await memory.styles.read()).version == 0
    assert (await memory.styles.write(PROFILE, 0, CHANGED)).version == 1
    kept = await memory.styles.read()
    assert (kept.version, kept.content) == (1, PROFILE)
    assert "heliotrope" not in repr(kept)


async def test_of_two_changes_on_the_same_version_one_is_told_so(memory: Memory) -> None:
    await memory.styles.write(PROFILE, 0, CHANGED)
    with pytest.raises(StaleVersion):
        await memory.styles.write({}, 0, CHANGED)
    assert (await memory.styles.read()).content == PROFILE


async def test_every_clinician_and_practice_has_their_own(memory: Memory) -> None:
    await memory.styles.write(PROFILE, 0, CHANGED, clinician="cln_1")
    assert (await memory.styles.read(LOCAL, "cln_1")).content == PROFILE
    assert (await memory.styles.read(LOCAL, "cln_2")).content is None
    assert (await memory.styles.read(PracticeId("elsewhere"), "cln_1")).content is None


async def test_deleting_leaves_nothing_and_stands_in_the_audit_chain(memory: Memory) -> None:
    assert not await memory.styles.delete(DELETED)
    await memory.styles.write(PROFILE, 0, CHANGED)
    assert await memory.styles.delete(DELETED)
    assert (await memory.styles.read()).version == 0
    told = [line.entry for line in await memory.audit.read_all()]
    assert [entry.action for entry in told if entry.subject == "style"] == ["style.changed", "style.deleted"]


async def test_nothing_of_a_profile_stands_on_the_disk_in_the_clear(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        await memory.styles.write(PROFILE, 0, CHANGED)
    files = [file.read_bytes() for file in settings.folder.rglob("*") if file.is_file()]
    assert not any(b"heliotrope" in content for content in files)


async def test_records_of_an_older_version_get_the_table(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    if settings.database_url is not None:
        pytest.skip("the way back to the older tables is written for the file")
    async with Memory.open(settings, clock):
        pass
    database = Database.at_path(settings.database_path)
    async with database.write() as transaction:
        await transaction.run_sync(without_styles)
        await transaction.run_sync(
            lambda connection: connection.exec_driver_sql("update alembic_version set version_num = 'm0007'")
        )
    await database.close()
    async with Memory.open(settings, clock) as memory:
        assert (await memory.styles.read()).version == 0
        assert (await memory.styles.write(PROFILE, 0, CHANGED)).version == 1
