"""Templates, preferences of one client, and clients as a whole: kept sealed, in versions, of one practice."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from retention import (
    LOCAL,
    MOST_TEMPLATES,
    BadInput,
    ClientId,
    ClientKept,
    ConsentEntry,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    PracticeId,
    RetentionSettings,
    SessionId,
    StaleVersion,
    TemplateId,
)
from retention.database import Database
from retention.schema import client_preferences, template_versions
from tests.support.cluster_memory import BOTH
from tests.support.older_records import without_templates

FORMS = BOTH
OTHER = PracticeId("other")
OURS = {"name": "Ours", "sections": [{"title": "Purple marmalade", "text": "  two\n spaces "}]}


async def held(memory: Memory, client: ClientId) -> SessionId:
    return (await memory.sessions.create(NewSession(client="", clients=("Ada",), client_id=client))).id


async def test_every_version_of_a_template_stays_until_it_is_deleted(
    memory: Memory, clock: FrozenClock
) -> None:
    first = await memory.templates.create(OURS)
    clock.advance(seconds=60)
    second = await memory.templates.change(LOCAL, first.id, 1, {**OURS, "name": "Newer"})
    assert (second.version, second.content["name"], second.created_at) == (2, "Newer", first.created_at)
    assert second.changed_at > first.changed_at
    assert (await memory.templates.get(LOCAL, first.id, 1)).content == OURS
    assert [one.version for one in await memory.templates.list(LOCAL)] == [2]
    await memory.templates.delete(LOCAL, first.id)
    assert await memory.templates.list(LOCAL) == []
    for version in (None, 1, 2):
        with pytest.raises(NotFound):
            await memory.templates.get(LOCAL, first.id, version)


async def test_a_change_of_an_older_version_changes_nothing(memory: Memory) -> None:
    template = (await memory.templates.create(OURS)).id
    await memory.templates.change(LOCAL, template, 1, {**OURS, "name": "Newer"})
    for wrong in (1, 3):
        with pytest.raises(StaleVersion):
            await memory.templates.change(LOCAL, template, wrong, OURS)
    assert (await memory.templates.get(LOCAL, template)).content["name"] == "Newer"


async def test_another_practice_sees_no_template_and_changes_none(memory: Memory) -> None:
    template = (await memory.templates.create(OURS)).id
    assert await memory.templates.list(OTHER) == []
    await memory.templates.create(OURS, OTHER)
    for attempt in (
        memory.templates.get(OTHER, template),
        memory.templates.change(OTHER, template, 1, OURS),
        memory.templates.delete(OTHER, template),
        memory.templates.get(LOCAL, TemplateId("tpl_nowhere")),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await memory.templates.get(LOCAL, template)).content == OURS


async def test_a_practice_has_so_many_templates_and_no_more(memory: Memory) -> None:
    for _ in range(MOST_TEMPLATES):
        await memory.templates.create(OURS)
    with pytest.raises(BadInput):
        await memory.templates.create(OURS)
    await memory.templates.delete(LOCAL, (await memory.templates.list(LOCAL))[0].id)
    await memory.templates.create(OURS)


async def test_templates_and_preferences_are_on_the_disk_sealed_only(memory: Memory) -> None:
    await memory.templates.create(OURS)
    client = (await memory.clients.create("Ada Example")).id
    await memory.client_preferences.put(LOCAL, client, {"instructions": "purple marmalade"})
    async with memory._ground.store.read() as connection:
        rows = [
            bytes(sealed)
            for column in (template_versions.c.sealed, client_preferences.c.sealed)
            for sealed in await connection.scalars(select(column))
        ]
    assert len(rows) == 2
    assert not any(b"marmalade" in row for row in rows)


async def test_what_was_chosen_for_a_client_is_theirs_alone(memory: Memory) -> None:
    one, other = [(await memory.clients.create(name)).id for name in ("Ada", "Bo")]
    await memory.client_preferences.put(LOCAL, one, {"client_term": "patient"})
    await memory.client_preferences.put(LOCAL, one, {"detail": "concise"})
    assert await memory.client_preferences.get(LOCAL, one) == {"detail": "concise"}
    assert await memory.client_preferences.get(LOCAL, other) == {}
    await memory.client_preferences.put(LOCAL, one, {})
    assert await memory.client_preferences.get(LOCAL, one) == {}
    for attempt in (
        memory.client_preferences.get(OTHER, one),
        memory.client_preferences.get(LOCAL, ClientId("cli_nobody")),
        memory.client_preferences.put(LOCAL, ClientId("cli_nobody"), {}),
    ):
        with pytest.raises(NotFound):
            await attempt


# ------------------------------------------------------------ clients as a whole


async def test_a_client_with_planned_sessions_alone_goes_with_them_and_another_s_stay(memory: Memory) -> None:
    one, other = [(await memory.clients.create(name)).id for name in ("Ada", "Bo")]
    planned, theirs = await held(memory, one), await held(memory, other)
    await memory.sessions.add_participant(planned, "Ada", "client")
    assert await memory.client_changes.planned(LOCAL, one) == (planned,)
    assert await memory.client_changes.delete(LOCAL, one) == (planned,)
    with pytest.raises(NotFound):
        await memory.clients.get(LOCAL, one)
    assert [session.id for session in await memory.sessions.list(LOCAL)] == [theirs]


@pytest.mark.parametrize("trace", ["started", "ended", "transcript", "consent", "note"])
async def test_a_client_of_whose_session_anything_is_kept_stays(
    memory: Memory, clock: FrozenClock, trace: str
) -> None:
    client = (await memory.clients.create("Ada")).id
    session = await held(memory, client)
    match trace:
        case "started":
            await memory.sessions.mark_started(session, clock.now())
        case "ended":
            await memory.sessions.mark_ended(session, clock.now(), "over")
        case "transcript":
            segment = {"id": "s1", "track": "t", "text": "x", "start": 0.0, "end": 1.0}
            await memory.transcripts.append(session, segment)
        case "consent":
            person = await memory.sessions.add_participant(session, "Ada", "client")
            await memory.consents.record(
                ConsentEntry(session, person.id, "notes", "agree", "notes-1", clock.now())
            )
        case _:
            await memory.notes.save_draft(session, {"format": "soap", "sections": []})
    with pytest.raises(ClientKept):
        await memory.client_changes.delete(LOCAL, client)
    assert (await memory.clients.get(LOCAL, client)).sessions == 1


async def test_a_session_filed_elsewhere_since_a_merge_stays_there_when_that_is_undone(
    memory: Memory,
) -> None:
    one, other, third = [(await memory.clients.create(name)).id for name in ("Ada", "A.", "Bo")]
    moved, elsewhere = await held(memory, other), await held(memory, other)
    merge = await memory.client_changes.merge(LOCAL, one, other)
    assert set(merge.sessions) == {moved, elsewhere}
    await memory.clients.file(LOCAL, elsewhere, third)
    await memory.client_changes.undo_merge(LOCAL, one, merge.id)
    whose = {session.id: session.client_id for session in await memory.sessions.list(LOCAL)}
    assert whose == {moved: other, elsewhere: third}
    assert await memory.client_changes.merges(LOCAL, one) == []


async def test_another_practice_can_do_nothing_to_a_client(memory: Memory) -> None:
    one, other = [(await memory.clients.create(name)).id for name in ("Ada", "Bo")]
    merge = await memory.client_changes.merge(LOCAL, one, other)
    for attempt in (
        memory.client_changes.archive(OTHER, one),
        memory.client_changes.take_back(OTHER, one),
        memory.client_changes.delete(OTHER, one),
        memory.client_changes.merge(OTHER, one, other),
        memory.client_changes.undo_merge(OTHER, one, merge.id),
        memory.client_changes.merges(OTHER, one),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_records_of_an_older_version_get_the_new_tables(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    if settings.database_url is not None:
        pytest.skip("the way back to the older tables is written for the file")
    async with Memory.open(settings, clock) as memory:
        client = (await memory.clients.create("Ada Example")).id
    database = Database.at_path(settings.database_path)
    async with database.write() as transaction:
        await transaction.run_sync(without_templates)
        await transaction.run_sync(
            lambda connection: connection.exec_driver_sql("update alembic_version set version_num = 'm0008'")
        )
    await database.close()
    async with Memory.open(settings, clock) as memory:
        assert [one.name for one in await memory.clients.list(LOCAL)] == ["Ada Example"]
        await memory.client_preferences.put(LOCAL, client, {"detail": "concise"})
        assert (await memory.templates.create(OURS)).version == 1
