"""Receipts: signed, chained, readable without the server."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, update

from retention import (
    BadInput,
    Memory,
    NewSession,
    NotFound,
    Receipt,
    ReceiptId,
    Why,
    verify_chain,
    verify_receipt,
)
from retention.schema import receipts


async def three(memory: Memory) -> list[Receipt]:
    issued = []
    for number in range(3):
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
        issued.append(await memory.destroy_transcript(session, Why.REQUESTED, "clinician"))
    return issued


async def test_receipts_follow_one_another_and_verify(memory: Memory) -> None:
    issued = await three(memory)
    assert [receipt.position for receipt in issued] == [1, 2, 3]
    assert [receipt.previous for receipt in issued[1:]] == [receipt.hash for receipt in issued[:2]]
    for receipt in issued:
        assert await memory.receipts.verify(receipt)
    assert await memory.receipts.verify_all()
    assert verify_chain(issued, memory.receipts.public_key)


async def test_a_receipt_survives_json_and_verifies_without_the_server(memory: Memory) -> None:
    issued = await three(memory)
    read = [Receipt.from_dict(json.loads(json.dumps(receipt.as_dict()))) for receipt in issued]
    assert read == issued
    assert all(verify_receipt(receipt, memory.receipts.public_key) for receipt in read)
    assert not verify_receipt(read[0], "A" * 43)


@pytest.mark.parametrize(
    "change",
    [
        {"counts": {"segments": 0}},
        {"why": Why.EXPIRED},
        {"session": "ses_other"},
        {"position": 9},
        {"files_searched": False},
        {"signature": "AAAA"},
        {"signature": "!"},
        {"hash": "0" * 64},
    ],
)
async def test_an_altered_receipt_does_not_verify(memory: Memory, change: dict[str, Any]) -> None:
    receipt = replace((await three(memory))[1], **change)
    assert not verify_receipt(receipt, memory.receipts.public_key)
    assert not await memory.receipts.verify(receipt)


async def test_a_gap_or_a_cut_is_found(memory: Memory) -> None:
    issued = await three(memory)
    key = memory.receipts.public_key
    assert not verify_chain([issued[0], issued[2]], key)
    assert not verify_chain([issued[1], issued[0], issued[2]], key)
    async with memory._ground.store.database.write() as connection:
        await connection.execute(delete(receipts).where(receipts.c.position == 3))
    assert not await memory.receipts.verify_all()
    assert not await memory.receipts.verify(issued[2])


async def test_an_altered_row_is_found(memory: Memory) -> None:
    await three(memory)
    for body in ("{}", "no json"):
        async with memory._ground.store.database.write() as connection:
            await connection.execute(update(receipts).where(receipts.c.position == 2).values(body=body))
        assert not await memory.receipts.verify_all()


async def test_unknown_and_malformed_receipts_are_refused(memory: Memory) -> None:
    with pytest.raises(NotFound):
        await memory.receipts.get(ReceiptId("rcp_nowhere"))
    for wrong in ({}, {"version": 1}, {"version": 1, "why": "because"}):
        with pytest.raises(BadInput):
            Receipt.from_dict(wrong)
