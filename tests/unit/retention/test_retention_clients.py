"""Clients: who sessions are held with. Sealed, of one practice, told apart by ids and never by names."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from sqlalchemy import select

from retention import (
    LOCAL,
    BadInput,
    ClientId,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    PracticeId,
    RetentionSettings,
    SessionId,
    Signing,
    restore,
)
from retention.database import Database
from retention.schema import clients
from tests.support.cluster_memory import BOTH
from tests.support.older_records import without_clients

FORMS = BOTH
OTHER = PracticeId("other")
NOTE = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}


async def held(memory: Memory, client: ClientId | None = None, name: str = "Ada Example") -> SessionId:
    return (await memory.sessions.create(NewSession(client=name, client_id=client))).id


async def signed(memory: Memory, session: SessionId) -> str:
    kept = await memory.notes.save_draft(session, NOTE)
    await memory.notes.sign(kept.id, Signing(NOTE, "Dr Grey", "PsyD"), "clinician")
    return kept.id


async def test_a_client_has_a_name_a_reference_and_no_sessions_at_first(memory: Memory) -> None:
    made = await memory.clients.create("Ada Example", "chart 12")
    assert (made.name, made.reference, made.sessions, made.last_at) == ("Ada Example", "chart 12", 0, None)
    assert await memory.clients.get(LOCAL, made.id) == made
    assert "Ada" not in repr(made)
    assert "chart" not in repr(made)


async def test_a_session_is_held_with_a_client_that_is_there(memory: Memory, clock: FrozenClock) -> None:
    client = await memory.clients.create("Ada Example")
    clock.advance(seconds=60)
    first, second = await held(memory, client.id), await held(memory, client.id)
    record = await memory.sessions.get(LOCAL, first)
    assert (record.client_id, record.client) == (client.id, "Ada Example")
    counted = await memory.clients.get(LOCAL, client.id)
    assert (counted.sessions, counted.last_at) == (2, clock.now())
    theirs = await memory.sessions.list(LOCAL, client=client.id)
    assert {one.id for one in theirs} == {first, second}


async def test_a_session_with_a_new_name_makes_a_client_and_never_takes_one_of_the_same_name(
    memory: Memory,
) -> None:
    first, second = await held(memory), await held(memory)
    records = [await memory.sessions.get(LOCAL, one) for one in (first, second)]
    assert records[0].client_id != records[1].client_id
    assert [one.name for one in await memory.clients.list(LOCAL)] == ["Ada Example", "Ada Example"]


async def test_a_session_is_not_made_with_a_client_that_is_not_there(memory: Memory) -> None:
    elsewhere = await memory.clients.create("Bo", practice=OTHER)
    for nobody in (ClientId("cli_nobody"), elsewhere.id):
        with pytest.raises(NotFound):
            await held(memory, nobody)
    assert await memory.sessions.list(LOCAL) == []


async def test_a_new_name_stands_in_all_of_a_clients_sessions(memory: Memory) -> None:
    session = await held(memory)
    client = (await memory.sessions.get(LOCAL, session)).client_id
    assert client is not None
    renamed = await memory.clients.rename(LOCAL, client, "Alan Example", "chart 13")
    assert (renamed.name, renamed.reference) == ("Alan Example", "chart 13")
    assert (await memory.sessions.get(LOCAL, session)).client == "Alan Example"


@pytest.mark.parametrize("name", ["", "  "])
async def test_a_client_needs_a_name(memory: Memory, name: str) -> None:
    client = await memory.clients.create("Ada")
    with pytest.raises(BadInput):
        await memory.clients.create(name)
    with pytest.raises(BadInput):
        await memory.clients.rename(LOCAL, client.id, name, "")


async def test_clients_come_page_by_page_the_latest_first(memory: Memory, clock: FrozenClock) -> None:
    made = []
    for name in ("Ada", "Bo", "Cy"):
        made.append((await memory.clients.create(name)).id)
        clock.advance(seconds=1)
    assert [one.id for one in await memory.clients.list(LOCAL, limit=2)] == made[:0:-1]
    assert [one.id for one in await memory.clients.list(LOCAL, after=made[1])] == made[:1]
    with pytest.raises(NotFound):
        await memory.clients.list(LOCAL, after=ClientId("cli_nobody"))


async def test_another_practice_sees_nothing_and_changes_nothing(memory: Memory) -> None:
    client = await memory.clients.create("Ada Example")
    session = await held(memory, client.id)
    assert await memory.clients.list(OTHER) == []
    assert await memory.sessions.list(OTHER, client=client.id) == []
    for attempt in (
        memory.clients.get(OTHER, client.id),
        memory.clients.rename(OTHER, client.id, "Bo", ""),
        memory.clients.file(OTHER, session, client.id),
        memory.clients.signed_notes(OTHER, client.id, 5),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await memory.clients.get(LOCAL, client.id)).name == "Ada Example"


async def test_a_session_can_be_filed_under_another_client(memory: Memory) -> None:
    client, session = await memory.clients.create("Ada Example"), await held(memory, name="Ada")
    await memory.clients.file(LOCAL, session, client.id)
    assert (await memory.sessions.get(LOCAL, session)).client_id == client.id
    for wrong in ((SessionId("ses_nowhere"), client.id), (session, ClientId("cli_nobody"))):
        with pytest.raises(NotFound):
            await memory.clients.file(LOCAL, *wrong)


async def test_signed_notes_are_a_clients_own_the_latest_first_and_the_rest_counted(
    memory: Memory, clock: FrozenClock
) -> None:
    client = await memory.clients.create("Ada Example")
    ids = []
    for _ in range(3):
        ids.append(await signed(memory, await held(memory, client.id)))
        clock.advance(seconds=60)
    await memory.notes.save_draft(await held(memory, client.id), NOTE)
    await signed(memory, await held(memory))
    assert await memory.clients.signed_notes(LOCAL, client.id, 3) == (ids[::-1], 0)
    assert await memory.clients.signed_notes(LOCAL, client.id, 2) == (ids[:0:-1], 1)


async def test_what_is_done_to_clients_stands_in_the_audit_chain_without_a_name(memory: Memory) -> None:
    client = await memory.clients.create("Ada Example", "chart 12")
    await memory.clients.rename(LOCAL, client.id, "Alan Example", "")
    session = await held(memory, client.id)
    await memory.clients.file(LOCAL, session, client.id)
    lines = [one.as_dict() for one in await memory.audit.read(LOCAL)]
    assert [(one["action"], one["subject"]) for one in lines] == [
        ("client.created", client.id),
        ("client.renamed", client.id),
        ("session.created", session),
        ("session.filed", session),
    ]
    assert {one["purpose"] for one in lines} == {"treatment"}
    assert "Example" not in str(lines)


async def test_names_are_on_the_disk_sealed_only(settings: RetentionSettings, clock: FrozenClock) -> None:
    async with Memory.open(settings, clock) as memory:
        await memory.clients.create("Ada Example", "chart 12")
        async with memory._ground.store.read() as connection:
            [row] = (await connection.execute(select(clients))).all()
    assert b"Example" not in bytes(row.sealed)
    files = [path for path in settings.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if b"Ada Example" in path.read_bytes()]


async def test_a_backup_brings_clients_and_whose_sessions_are_whose_back(
    settings: RetentionSettings, clock: FrozenClock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if settings.database_url is not None:
        pytest.skip("a second place for the records is made of a folder")
    file = io.BytesIO()
    async with Memory.open(settings, clock) as memory:
        client = await memory.clients.create("Ada Example", "chart 12")
        session = await held(memory, client.id)
        await signed(memory, session)
        await memory.back_up(file)
    assert b"Ada Example" not in file.getvalue()
    file.seek(0)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    key = settings.master_key_path.read_text()
    there = replace(settings, folder=elsewhere / "kept")
    there.master_key_path.parent.mkdir(parents=True, mode=0o700)
    there.master_key_path.write_text(key)
    there.master_key_path.chmod(0o600)
    await restore(file, there, clock)
    async with Memory.open(there, clock) as memory:
        assert (await memory.clients.get(LOCAL, client.id)).reference == "chart 12"
        assert (await memory.sessions.get(LOCAL, session)).client_id == client.id


async def test_sessions_of_an_older_version_keep_their_names_and_wait_to_be_filed(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    if settings.database_url is not None:
        pytest.skip("the way back to the older tables is written for the file")
    async with Memory.open(settings, clock) as memory:
        session = await held(memory)
    database = Database.at_path(settings.database_path)
    async with database.write() as transaction:
        await transaction.run_sync(without_clients)
        await transaction.run_sync(
            lambda connection: connection.exec_driver_sql("update alembic_version set version_num = 'm0005'")
        )
    await database.close()
    async with Memory.open(settings, clock) as memory:
        record = await memory.sessions.get(LOCAL, session)
        assert (record.client, record.client_id) == ("Ada Example", None)
        client = await memory.clients.create("Ada Example")
        await memory.clients.file(LOCAL, session, client.id)
        assert (await memory.sessions.get(LOCAL, session)).client_id == client.id
        assert (await memory.clients.get(LOCAL, client.id)).sessions == 1
