"""The processing ledger: facts stay, bodies go."""

from __future__ import annotations

from datetime import timedelta

import pytest

from retention import BadInput, FrozenClock, Memory, NotFound, SessionId, Why, content_hash
from tests.support.cluster_memory import BOTH

FORMS = BOTH

CALL = {"processor": "local-llama", "model": "smollm2:135m", "characters": 120, "zero_retention": True}
BODY = {"prompt": "[CLIENT] said heliotrope", "answer": ""}


async def test_a_call_is_kept_with_its_body_until_destruction(memory: Memory, session: SessionId) -> None:
    await memory.ledger.append(session, CALL | {"body": BODY})
    await memory.ledger.append(session, CALL)
    with_body, without = await memory.ledger.list(session)
    assert (with_body.facts, with_body.body, with_body.body_hash) == (CALL, BODY, content_hash(BODY))
    assert (without.body, without.body_hash) == (None, None)
    assert "heliotrope" not in repr(with_body)
    await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    after, _ = await memory.ledger.list(session)
    assert (after.facts, after.body, after.body_hash) == (CALL, None, content_hash(BODY))


async def test_a_body_alone_starts_the_countdown(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    await memory.ledger.append(session, CALL | {"body": BODY})
    clock.advance(timedelta(days=7))
    (receipt,) = await memory.sweep()
    assert (receipt.counts["ledger_bodies"], receipt.counts["segments"]) == (1, 0)


async def test_a_late_call_keeps_only_its_facts(memory: Memory, session: SessionId) -> None:
    await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    entry = await memory.ledger.append(session, CALL | {"body": BODY})
    assert entry.body is None
    assert (await memory.ledger.list(session))[0].body_hash == content_hash(BODY)


async def test_no_sentence_stands_outside_the_body(memory: Memory, session: SessionId) -> None:
    for wrong in ({"purpose": "note for Ada Example"}, {"nested": {"a": 1}}, {"a b": 1}, {"body": "text"}):
        with pytest.raises(BadInput) as refusal:
            await memory.ledger.append(session, wrong)
        assert "Ada" not in str(refusal.value)
    with pytest.raises(NotFound):
        await memory.ledger.append(SessionId("ses_nowhere"), CALL)


async def test_a_call_that_has_ended_stands_in_its_own_place(memory: Memory, session: SessionId) -> None:
    begun = await memory.ledger.append(session, CALL | {"outcome": "begun", "body": BODY})
    await memory.ledger.append(session, CALL)
    ended = BODY | {"answer": "[CLIENT] slept"}
    await memory.ledger.amend(session, begun.id, CALL | {"outcome": "answered", "body": ended})
    first, second = await memory.ledger.list(session)
    assert (first.id, first.at, first.body, first.body_hash) == (
        begun.id,
        begun.at,
        ended,
        content_hash(ended),
    )
    assert (first.facts["outcome"], second.facts) == ("answered", CALL)


async def test_a_call_that_ends_after_the_destruction_leaves_no_words(
    memory: Memory, session: SessionId
) -> None:
    begun = await memory.ledger.append(session, CALL | {"outcome": "begun", "body": BODY})
    await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    await memory.ledger.amend(session, begun.id, CALL | {"outcome": "answered", "body": BODY})
    (entry,) = await memory.ledger.list(session)
    assert (entry.body, entry.facts["outcome"]) == (None, "answered")


async def test_a_body_that_a_strike_took_while_the_call_went_on_does_not_come_back(
    memory: Memory, session: SessionId
) -> None:
    for number in range(2):
        await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
    begun = await memory.ledger.append(session, CALL | {"outcome": "begun", "body": BODY})
    await memory.transcripts.strike(session, ["seg_0"], "clinician")
    await memory.ledger.amend(session, begun.id, CALL | {"outcome": "answered", "body": BODY})
    (entry,) = await memory.ledger.list(session)
    assert (entry.body, entry.facts["outcome"]) == (None, "answered")


async def test_a_call_that_was_never_begun_is_not_found(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.ledger.amend(session, "led_nowhere", CALL)
