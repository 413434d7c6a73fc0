"""The model drafter's side of the front door: its gateway, with a ledger kept in the sealed store."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from live_notes import Drafter, ModelDrafter
from live_notes.ledger import LedgerBody, LedgerEntry
from live_notes.processors import ProcessorGateway, ProcessorRegistry, read_registry
from retention import Clock, Memory, SessionId
from signaling.config import Settings


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


def declared(settings: Settings) -> ProcessorRegistry:
    """The declared processors; none without a file. Raises `ProcessorMisdeclared`."""
    return (
        ProcessorRegistry() if settings.processors_file is None else read_registry(settings.processors_file)
    )


def drafter_of(
    settings: Settings, registry: ProcessorRegistry, memory: Memory, clock: Clock
) -> Callable[[SessionId], Drafter | None]:
    """Gives each session its drafter: None stands for the embedded one."""
    name = settings.processor
    if settings.drafter == "embedded" or name is None:
        return lambda session: None
    registry.named(name)  # a name that is not declared is refused at start, not at the first note
    gateway = ProcessorGateway(registry, SealedLedger(memory), clock, os.environ)
    return lambda session: ModelDrafter(gateway, name, session)
