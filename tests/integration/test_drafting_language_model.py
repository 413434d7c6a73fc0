"""A real language model, small as it is: whatever it answers, only what its lines carry gets into a note."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, EvidenceLine, MaskedTranscript, ModelDrafter, NoteFormat, Speaking
from live_notes.drafting import model
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.writing import write_note
from live_notes.ledger import LedgerBody, LedgerEntry, Outcome
from live_notes.masking.text import mint
from live_notes.processors.gateway import ProcessorGateway
from live_notes.processors.registry import registry_from
from retention import SystemClock
from retention.ids import SessionId
from tests.support.language_model import language_model

MOST_SECONDS = 25
"""A small model on a busy machine may take longer, and then it is the embedded drafter that answers."""

SAID = (
    (Speaking.CLINICIAN, "How have you been sleeping since last week?"),
    (Speaking.CLIENT, "Badly. I sleep about four hours a night and I feel anxious at work."),
    (Speaking.CLINICIAN, "Let's practice slow breathing together for a few minutes now."),
    (Speaking.CLIENT, "That helped a little. I will try it every evening before bed."),
)
LINES = tuple(
    EvidenceLine(f"s{n}", who.value, who, 5.0 * n, 5.0 * n + 4, text, mint(text))
    for n, (who, text) in enumerate(SAID)
)


class Kept:
    """A ledger that remembers the outcomes."""

    def __init__(self) -> None:
        self.outcomes: dict[str, Outcome] = {}

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        number = f"led_{len(self.outcomes)}"
        self.outcomes[number] = entry.outcome
        return number

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        self.outcomes[number] = entry.outcome


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with language_model(port) as url:
        yield url


def drafter(endpoint: str, kept: Kept) -> ModelDrafter:
    declaration = {
        "id": "own",
        "endpoint": endpoint,
        "model": "smollm2",
        "purposes": ["drafting"],
        "local": True,
        "timeout_seconds": MOST_SECONDS,
        "max_answer_tokens": 200,
    }
    gateway = ProcessorGateway(registry_from([declaration]), kept, SystemClock(), {})
    return ModelDrafter(gateway, "own", SessionId("ses_model"))


async def test_asked_section_by_section_its_sentences_pass_the_checks_or_the_embedded_drafter_answers(
    endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "LONG_SESSION_CHARS", 100)
    kept = Kept()
    note = await write_note(
        MaskedTranscript(LINES),
        DraftSpec(NoteFormat.SOAP),
        drafter(endpoint, kept),
        now=datetime(2026, 1, 5, tzinfo=UTC),
        model_timeout=MOST_SECONDS,
    )
    sentences = [one for section in note.sections for one in section.sentences]
    assert [section.title for section in note.sections] == [plan.title for plan in SECTIONS[NoteFormat.SOAP]]
    assert {line for one in sentences for line in one.evidence} <= {line.id for line in LINES}
    assert all(one.evidence for one in sentences)
    assert 1 <= len(kept.outcomes) <= len(SECTIONS[NoteFormat.SOAP])
    if note.drafter == "embedded":
        assert "embedded drafter wrote this" in (note.drafter_notice or "")
    else:
        assert sum(1 for one in sentences if one.flags) * 2 <= len(sentences)
