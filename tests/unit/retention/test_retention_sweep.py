"""A sweep of which a part fails: what was destroyed is told of all the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from retention import FrozenClock, Memory, NewSession, Receipt, SessionId, StoreUnavailable, Why
from tests.support.cluster_memory import BOTH

FORMS = BOTH


@pytest.mark.parametrize("failing", [StoreUnavailable("busy"), OSError("full")])
async def test_what_a_failing_sweep_destroyed_is_told_of(
    memory: Memory, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch, failing: Exception
) -> None:
    sessions = [(await memory.sessions.create(NewSession(client=f"Ada {n}"))).id for n in range(3)]
    for session in sessions:
        await memory.transcripts.append(session, {"id": "s1", "text": "words"})
    destroy = memory._destruction.destroy

    async def sometimes(session: SessionId, why: Why, actor: str) -> Receipt:
        if session == sessions[1]:
            raise failing
        return await destroy(session, why, actor)

    monkeypatch.setattr(memory._destruction, "destroy", sometimes)
    clock.advance(timedelta(days=8))
    told: list[Receipt] = []
    with pytest.raises(StoreUnavailable):
        await memory.sweep(told.append)
    assert {receipt.session for receipt in told} == {sessions[0], sessions[2]}
    monkeypatch.undo()
    assert [receipt.session for receipt in await memory.sweep(told.append)] == [sessions[1]]
    assert len(told) == 3
