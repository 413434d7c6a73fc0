"""The model drafter's side of the front door: its gateway, with a ledger kept in the sealed store."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from live_notes import Drafter, ModelDrafter
from live_notes.energy import ModelSize, joules_of_answer, tokens_of
from live_notes.ledger import LedgerBody, LedgerEntry, LedgerSink
from live_notes.processors import ProcessorGateway, ProcessorRegistry, read_registry
from retention import Clock, Memory, SessionId
from signaling.config import Settings
from signaling.energy import EnergyBook


@dataclass(frozen=True, slots=True)
class SealedLedger:
    """Keeps what was sent: facts stay, bodies are sealed with the transcript's key and go with it."""

    memory: Memory

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        """Keeps a call; gives its number."""
        kept = await self.memory.ledger.append(SessionId(entry.session), _flat(entry, body))
        return kept.id

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        """Says how it has ended."""
        await self.memory.ledger.amend(SessionId(entry.session), number, _flat(entry, body))


def _flat(entry: LedgerEntry, body: LedgerBody) -> dict[str, Any]:
    """The entry as single facts beside its body."""
    facts = entry.as_json()
    del facts["session"]
    placeholders = facts.pop("placeholders")
    facts |= {f"placeholders.{kind}": count for kind, count in placeholders.items()}
    return {**facts, "body": body.as_json()}


@dataclass(frozen=True, slots=True)
class MeteredLedger:
    """A ledger whose entries say what each answer took; its tokens reach the energy book as well.

    So do those of an answer that could not be used. Where the processor does not count its tokens they follow
    from the answer's length; nothing of the answer goes further than that.
    """

    ledger: LedgerSink
    book: EnergyBook
    registry: ProcessorRegistry

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        """Keeps a call that has no answer yet."""
        return await self.ledger.enter(entry, body)

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        """Says how it has ended and meters its answer; nothing is metered where the ledger raises."""
        answered = tokens_of(entry.answer_tokens, body.answer)
        size = size_of(self.registry, entry.processor)
        if answered:
            joules = joules_of_answer(answered, size)
            low, mid, high = (round(figure, 2) for figure in (joules.low, joules.mid, joules.high))
            entry = replace(entry, joules_low=low, joules_mid=mid, joules_high=high)
        await self.ledger.amend(number, entry, body)
        self.book.answered(entry.session, entry.model, entry.prompt_tokens or 0, answered, size)


def size_of(registry: ProcessorRegistry, processor: str) -> ModelSize | None:
    """The size of a processor's model, None if undeclared. Raises `ProcessorRefused` for another name."""
    named = registry.named(processor)
    if named.parameters_billions is None:
        return None
    active = named.active_parameters_billions
    return ModelSize(named.parameters_billions, named.parameters_billions if active is None else active)


def declared(settings: Settings) -> ProcessorRegistry:
    """The declared processors; none without a file. Raises `ProcessorMisdeclared`."""
    return (
        ProcessorRegistry() if settings.processors_file is None else read_registry(settings.processors_file)
    )


def drafter_of(
    settings: Settings, registry: ProcessorRegistry, memory: Memory, clock: Clock, book: EnergyBook
) -> Callable[[SessionId], Drafter | None]:
    """Gives each session its drafter: None stands for the embedded one."""
    name = settings.processor
    if settings.drafter == "embedded" or name is None:
        return lambda session: None
    registry.named(name)  # a name that is not declared is refused at start, not at the first note
    ledger = MeteredLedger(SealedLedger(memory), book, registry)
    gateway = ProcessorGateway(registry, ledger, clock, os.environ)
    return lambda session: ModelDrafter(gateway, name, session)
