"""The audit chain: any edit, removal, reordering or cut is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from retention import LOCAL, AuditEntry, AuditLine, AuditProblem, BadInput, Memory, PracticeId
from retention.audit import ChainCheck, link
from retention.keystore import GENESIS, ChainHead
from retention.schema import audit, chain_heads

KEY = b"k" * 32
AT = datetime(2026, 1, 1, tzinfo=UTC)


def chain(length: int) -> list[AuditLine]:
    head, lines = GENESIS, []
    for number in range(length):
        line = link(KEY, head, AT, AuditEntry("clinician", "session.created", f"ses_{number}"))
        lines.append(line)
        head = ChainHead(line.position, line.hash)
    return lines


def verdict(lines: list[AuditLine], anchor: ChainHead, key: bytes = KEY) -> AuditProblem:
    check = ChainCheck(key)
    for line in lines:
        check.accept(line, anchor=anchor)
    return check.finish(anchor).problem


def anchor_of(lines: list[AuditLine]) -> ChainHead:
    return ChainHead(lines[-1].position, lines[-1].hash) if lines else GENESIS


@given(st.integers(0, 20))
def test_an_unaltered_chain_is_whole(length: int) -> None:
    lines = chain(length)
    assert verdict(lines, anchor_of(lines)) is AuditProblem.NONE


@given(st.integers(1, 20), st.data())
def test_an_edit_anywhere_is_found(length: int, draw: st.DataObject) -> None:
    lines = chain(length)
    anchor = anchor_of(lines)
    victim = draw.draw(st.integers(0, length - 1))
    field = draw.draw(st.sampled_from(["body", "practice", "subject", "previous", "hash"]))
    changed: dict[str, Any] = {field: "f" * 64}
    lines[victim] = replace(lines[victim], **changed)
    assert verdict(lines, anchor) is not AuditProblem.NONE


@given(st.integers(1, 20), st.data())
def test_a_removal_anywhere_is_found(length: int, draw: st.DataObject) -> None:
    lines = chain(length)
    anchor = anchor_of(lines)
    del lines[draw.draw(st.integers(0, length - 1))]
    assert verdict(lines, anchor) in (AuditProblem.REMOVED, AuditProblem.TRUNCATED)


@given(st.integers(2, 15), st.data())
def test_any_reordering_is_found(length: int, draw: st.DataObject) -> None:
    lines = chain(length)
    anchor = anchor_of(lines)
    mixed = draw.draw(st.permutations(lines))
    assert (verdict(list(mixed), anchor) is AuditProblem.NONE) == (list(mixed) == lines)


@given(st.integers(2, 15), st.data())
def test_renumbering_after_a_removal_does_not_hide_it(length: int, draw: st.DataObject) -> None:
    lines = chain(length)
    anchor = anchor_of(lines)
    del lines[draw.draw(st.integers(0, length - 2))]
    renumbered = [replace(line, position=index + 1) for index, line in enumerate(lines)]
    assert verdict(renumbered, anchor) is not AuditProblem.NONE


@given(st.integers(1, 15))
def test_a_chain_rebuilt_without_the_key_is_found(length: int) -> None:
    lines = chain(length)
    assert verdict(lines, anchor_of(lines), key=b"x" * 32) is AuditProblem.EDITED


def test_a_rebuilt_chain_of_the_same_length_does_not_match_its_anchor() -> None:
    lines, other = chain(3), chain(4)[:3]
    forged = [*other[:2], link(KEY, ChainHead(2, other[1].hash), AT, AuditEntry("clinician", "x", "y"))]
    assert verdict(forged, anchor_of(lines)) is AuditProblem.EDITED


@pytest.mark.parametrize("field", ["actor", "action", "subject", "purpose", "practice"])
def test_no_sentence_gets_into_an_entry(field: str) -> None:
    words: dict[str, Any] = {"actor": "clinician", "action": "note.read", "subject": "not_1"}
    with pytest.raises(BadInput) as refusal:
        AuditEntry(**words | {field: "she said heliotrope"})
    assert "heliotrope" not in str(refusal.value)


def test_counts_are_whole_numbers() -> None:
    wrong: Any = {"words": "twelve"}
    with pytest.raises(BadInput):
        AuditEntry("clinician", "note.read", "not_1", counts=wrong)


async def append_some(memory: Memory, count: int = 5) -> None:
    for number in range(count):
        await memory.audit.append(
            AuditEntry("clinician", "note.read", f"not_{number}", counts={"words": number})
        )


async def test_entries_come_back_in_order_and_verify(memory: Memory) -> None:
    await append_some(memory)
    lines = await memory.audit.read(LOCAL)
    assert [line.entry.subject for line in lines] == [f"not_{number}" for number in range(5)]
    assert [line.position for line in lines] == [1, 2, 3, 4, 5]
    assert lines[4].entry.counts == {"words": 4}
    assert (await memory.audit.verify()).ok
    assert (await memory.audit.verify()).entries == 5
    assert lines[0].as_dict()["actor"] == "clinician"


async def test_reading_is_by_practice_subject_and_page(memory: Memory) -> None:
    await append_some(memory)
    await memory.audit.append(AuditEntry("clinician", "note.read", "not_9", practice=PracticeId("other")))
    assert len(await memory.audit.read(LOCAL)) == 5
    assert len(await memory.audit.read(PracticeId("other"))) == 1
    assert [line.position for line in await memory.audit.read(LOCAL, subject="not_3")] == [4]
    assert [line.position for line in await memory.audit.read(LOCAL, after=2, limit=2)] == [3, 4]


@pytest.mark.parametrize(
    ("statement", "problem", "position"),
    [
        (update(audit).where(audit.c.position == 3).values(body="{}"), AuditProblem.EDITED, 3),
        (update(audit).where(audit.c.position == 3).values(practice="x"), AuditProblem.EDITED, 3),
        (delete(audit).where(audit.c.position == 2), AuditProblem.REMOVED, 2),
        (delete(audit).where(audit.c.position > 3), AuditProblem.TRUNCATED, 4),
        (delete(audit), AuditProblem.TRUNCATED, 1),
    ],
)
async def test_tampering_with_the_table_is_found(
    memory: Memory, statement: Any, problem: AuditProblem, position: int
) -> None:
    await append_some(memory)
    async with memory._ground.store.database.write() as connection:
        await connection.execute(statement)
    verdict = await memory.audit.verify()
    assert (verdict.problem, verdict.position) == (problem, position)
    assert not verdict.ok


async def test_cutting_the_tail_and_its_head_is_found_and_stays_visible(memory: Memory) -> None:
    await append_some(memory)
    async with memory._ground.store.database.write() as connection:
        await connection.execute(delete(audit).where(audit.c.position > 3))
        kept = (await connection.execute(select(audit.c.hash).where(audit.c.position == 3))).scalar_one()
        await connection.execute(
            update(chain_heads).where(chain_heads.c.chain == "audit").values(position=3, hash=kept)
        )
    assert (await memory.audit.verify()).problem is AuditProblem.TRUNCATED
    await memory._ground.store.continue_from_anchors()
    await append_some(memory, 1)
    assert (await memory.audit.verify()).problem is AuditProblem.REMOVED
    assert (await memory.audit.verify()).position == 4


async def test_a_forged_tail_is_found(memory: Memory) -> None:
    await append_some(memory)
    async with memory._ground.store.database.write() as connection:
        last = (await connection.execute(select(audit).where(audit.c.position == 5))).mappings().one()
        forged = dict(last) | {"position": 6, "previous": last["hash"], "hash": "0" * 64}
        await connection.execute(insert(audit).values(forged))
    assert (await memory.audit.verify()).problem is AuditProblem.EDITED


async def test_the_chain_reads_in_pages(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retention.audit._PAGE", 2)
    await append_some(memory)
    assert (await memory.audit.verify()).entries == 5
    async with memory._ground.store.database.write() as connection:
        await connection.execute(text("delete from audit where position = 4"))
    assert (await memory.audit.verify()).position == 4
