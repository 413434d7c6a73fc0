"""Tokens of remote answers reach the energy book through the ledger; nothing of an answer goes further."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from live_notes.energy import ModelSize, joules_of_answer
from live_notes.ledger import LedgerBody, LedgerEntry, Outcome
from live_notes.processors import Processor, ProcessorRegistry
from retention import StoreUnavailable
from signaling.sending import MeteredLedger, size_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SECRET = "heliotrope " * 40


def processor(name: str, **more: Any) -> Processor:
    where = {"id": name, "endpoint": "http://127.0.0.1:1/v1", "model": f"{name}/model"}
    return Processor.model_validate({**where, "purposes": ["drafting"], "local": True, **more})


REGISTRY = ProcessorRegistry(
    [
        processor("dense", parameters_billions=8),
        processor("experts", parameters_billions=671, active_parameters_billions=37),
        processor("unsaid"),
    ]
)


class Book:
    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []

    def answered(self, *told: Any) -> None:
        self.told.append(told)


class Sink:
    def __init__(self, failing: Exception | None = None) -> None:
        self.kept: list[LedgerEntry] = []
        self.failing = failing

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        self.kept.append(entry)
        return "led_1"

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        if self.failing is not None:
            raise self.failing
        self.kept.append(entry)


def entry(name: str = "dense", outcome: Outcome = Outcome.ANSWERED, **more: Any) -> LedgerEntry:
    return LedgerEntry(
        session="ses_1",
        processor=name,
        model=f"{name}/model",
        purpose="drafting",
        at=NOW,
        outcome=outcome,
        local=True,
        agreement=None,
        placeholders={},
        body_bytes=1,
        body_sha256="0" * 64,
        **more,
    )


def ledger(book: Book, sink: Sink) -> MeteredLedger:
    return MeteredLedger(sink, book, REGISTRY)  # type: ignore[arg-type]


async def test_counted_tokens_are_charged_to_the_session_and_its_model() -> None:
    book, sink = Book(), Sink()
    kept = entry(prompt_tokens=900, answer_tokens=300)
    await ledger(book, sink).amend("led_1", kept, LedgerBody({}, "short"))
    assert book.told == [("ses_1", "dense/model", 900, 300, ModelSize(8, 8))]
    joules = joules_of_answer(300, ModelSize(8, 8)).as_json(2)
    low, mid, high = joules["low"], joules["mid"], joules["high"]
    assert 0 < low <= mid < high  # one GPU holds so small a model with any weights
    assert sink.kept == [replace(kept, joules_low=low, joules_mid=mid, joules_high=high)]


async def test_tokens_that_the_processor_does_not_count_follow_from_the_length() -> None:
    book = Book()
    await ledger(book, Sink()).amend("led_1", entry("unsaid"), LedgerBody({}, SECRET))
    assert book.told == [("ses_1", "unsaid/model", 0, len(SECRET) // 4, None)]
    assert "heliotrope" not in repr(book.told)


async def test_an_answer_that_could_not_be_used_was_written_all_the_same() -> None:
    book = Book()
    kept = entry(outcome=Outcome.TRUNCATED, prompt_tokens=900, answer_tokens=2000)
    await ledger(book, Sink()).amend("led_1", kept, LedgerBody({}, "…"))
    assert book.told[0][3] == 2000


async def test_a_call_that_was_refused_has_no_tokens() -> None:
    book, sink = Book(), Sink()
    await ledger(book, sink).enter(entry(outcome=Outcome.REFUSED), LedgerBody({}))
    assert book.told == []
    assert sink.kept[0].joules_mid is None


async def test_without_an_entry_nothing_is_metered_and_the_failure_is_told() -> None:
    book = Book()
    with pytest.raises(StoreUnavailable):
        await ledger(book, Sink(StoreUnavailable("busy"))).amend(
            "led_1", entry(answer_tokens=5), LedgerBody({})
        )
    assert book.told == []


def test_the_declared_size_is_the_models() -> None:
    assert size_of(REGISTRY, "dense") == ModelSize(8, 8)
    assert size_of(REGISTRY, "experts") == ModelSize(671, 37)
    assert size_of(REGISTRY, "unsaid") is None


@pytest.mark.parametrize(
    "sizes",
    [
        {"active_parameters_billions": 8},
        {"parameters_billions": 8, "active_parameters_billions": 70},
        {"parameters_billions": 0},
        {"parameters_billions": -1},
    ],
)
def test_an_impossible_size_is_refused(sizes: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="parameters_billions"):
        processor("wrong", **sizes)
