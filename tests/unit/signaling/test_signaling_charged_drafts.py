"""A draft is charged to its session, for the work of its own threads, whatever comes of it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from live_notes.energy import in_thread
from retention import NoteId, NoteRecord, NoteStatus, PracticeId, SessionId, StyleRecord
from signaling.notebook import Notebook

SESSION, PRACTICE = SessionId("ses_1"), PracticeId("local")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CONTENT: dict[str, Any] = {"format": "soap", "sections": []}


def burn(cpu_seconds: float) -> None:
    until = time.thread_time() + cpu_seconds
    while time.thread_time() < until:
        sum(range(200))


def answering(value: Any) -> Callable[..., Awaitable[Any]]:
    async def answer(*_: Any, **__: Any) -> Any:
        return value

    return answer


def notebook(draft: Callable[[Any], Awaitable[Any]], charged: list[tuple[str, float]]) -> Notebook:
    kept = NoteRecord(NoteId("not_1"), SESSION, PRACTICE, NoteStatus.DRAFT, 1, CONTENT, NOW, NOW)
    held: dict[str, Any] = {"started_at": NOW, "ended_at": NOW, "end_reason": None, "details": {}}
    record = SimpleNamespace(**held, participants=(), clients=(), client="", kind="individual", format="soap",
                             client_id=None)  # fmt: skip
    memory: Any = SimpleNamespace(
        sessions=SimpleNamespace(get=answering(record)),
        settings=SimpleNamespace(get=answering(None)),
        styles=SimpleNamespace(read=answering(StyleRecord(0))),
        consents=SimpleNamespace(withdrawn=answering(False), withdrawn_by=answering(None)),
        notes=SimpleNamespace(save_draft=answering(kept), read=answering(kept)),
    )
    conversation = SimpleNamespace(
        draft=draft, struck=set(), words_missing=False, remember=lambda _: None, as_drafted=None
    )
    conversations: Any = SimpleNamespace(open=answering(conversation), living={})

    async def drafted(session: SessionId, cpu_seconds: float) -> None:
        charged.append((session, cpu_seconds))

    return Notebook(memory, conversations, PRACTICE, lambda: NOW, 5.0, drafted)


async def test_a_draft_is_charged_for_its_own_threads_alone() -> None:
    charged: list[tuple[str, float]] = []

    async def draft(_: Any) -> Any:
        burn(0.1)  # whatever else the event loop does meanwhile
        await in_thread(burn, 0.05)
        return SimpleNamespace(as_json=lambda: CONTENT, drafter="embedded")

    await notebook(draft, charged).draft(SESSION)
    ((session, seconds),) = charged
    assert session == SESSION
    assert seconds == pytest.approx(0.05, abs=0.03)


async def test_a_draft_that_fails_is_charged_all_the_same() -> None:
    charged: list[tuple[str, float]] = []

    async def draft(_: Any) -> Any:
        await in_thread(burn, 0.05)
        raise KeyError("unforeseen")

    book = notebook(draft, charged)
    with pytest.raises(KeyError):
        await book.draft(SESSION)
    assert [session for session, _ in charged] == [SESSION]
    assert charged[0][1] >= 0.05
    assert book.drafting == set()


async def test_a_redrafted_section_is_charged_too() -> None:
    charged: list[tuple[str, float]] = []
    section = {"title": "Plan", "sentences": []}
    content = {"format": "soap", "sections": [section]}

    async def draft(_: Any) -> Any:
        await in_thread(burn, 0.05)
        return SimpleNamespace(as_json=lambda: content, drafter="embedded")

    book = notebook(draft, charged)
    kept = NoteRecord(NoteId("not_1"), SESSION, PRACTICE, NoteStatus.DRAFT, 1, content, NOW, NOW)
    notes: Any = book.memory.notes
    notes.read = answering(kept)
    await book.redraft_section(SESSION, "Plan")
    assert [session for session, _ in charged] == [SESSION]
    assert charged[0][1] >= 0.05
