"""What is signed is what was looked at, and what is remembered of a draft forgets what was struck."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from retention import (
    NoteId,
    NoteRecord,
    NoteStatus,
    PracticeId,
    SessionId,
    StaleVersion,
    StoreUnavailable,
    TranscriptDestroyed,
)
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.notebook import Notebook
from signaling.striking import Strikes

SESSION = SessionId("ses_1")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
FLAGGED = {"sections": [{"title": "S", "sentences": [{"text": "x", "evidence": ["s1"], "flags": ["f"]}]}]}


async def _nothing(*_: Any) -> None:
    return None


async def test_a_version_that_comes_to_be_while_it_is_signed_is_not_signed_unseen() -> None:
    signed: list[Any] = []

    async def read(_: str) -> NoteRecord:
        return NoteRecord(
            NoteId("not_1"), SESSION, PracticeId("local"), NoteStatus.DRAFT, 1, FLAGGED, NOW, NOW
        )

    async def session(*_: Any) -> Any:
        return SimpleNamespace(started_at=NOW, ended_at=NOW, details={}, clients=(), participants=())

    async def finals(_: str) -> list[Any]:
        return [
            {
                "id": "s1",
                "track": "t",
                "speaker": "A",
                "role": "client",
                "start": 0,
                "end": 1,
                "text": "x",
                "final": True,
            }
        ]

    async def sign(*given: Any) -> None:
        signed.append(given)

    memory: Any = SimpleNamespace(
        notes=SimpleNamespace(read=read, sign=sign),
        sessions=SimpleNamespace(get=session),
        transcripts=SimpleNamespace(read=finals),
    )
    conversations: Any = Conversations(_nothing)  # type: ignore[arg-type]
    notebook = Notebook(memory, conversations, PracticeId("local"), lambda: NOW, 1.0, _nothing)
    with pytest.raises(StaleVersion):
        await notebook.sign(NoteId("not_1"), 2, "A", "B", [])
    assert signed == []


def test_what_rested_on_struck_words_is_not_remembered() -> None:
    parts: Any = SimpleNamespace(clear=lambda: None)
    conversation = Conversation(SESSION, parts, parts, parts, struck={"s2"})
    conversation.remember({"kept": ("s1",), "gone": ("s1", "s2")})
    assert conversation.drafted == {"kept": ("s1",)}
    conversation.clear()
    conversation.remember({"late": ("s1",)})
    assert conversation.drafted == {}


async def test_a_strike_owed_is_made_up_for_also_after_the_transcript_is_gone() -> None:
    kept: list[dict[str, Any]] = [FLAGGED]
    refusing = True

    async def read(_: str) -> NoteRecord:
        return NoteRecord(
            NoteId("not_1"), SESSION, PracticeId("local"), NoteStatus.DRAFT, len(kept), kept[-1], NOW, NOW
        )

    async def strike(_: str, content: dict[str, Any], version: int, actor: str) -> None:
        if refusing:
            raise StoreUnavailable("not now")
        kept.append(content)

    async def destroyed(_: str) -> list[Any]:
        raise TranscriptDestroyed("gone")

    memory: Any = SimpleNamespace(
        notes=SimpleNamespace(read=read, strike=strike), transcripts=SimpleNamespace(read=destroyed)
    )
    conversations: Any = Conversations(_nothing)  # type: ignore[arg-type]
    strikes = Strikes(memory, conversations, PracticeId("local"))
    await strikes.struck(SESSION, ["s1"])
    await strikes.keep()
    assert (strikes.owing, len(kept)) == ({SESSION}, 1)
    refusing = False
    await strikes.keep()
    assert (strikes.owing, kept[-1]["sections"][0]["sentences"]) == (set(), [])
