"""The ledger of commands that keep nothing: what went to a processor is said on standard error."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from live_notes.ledger import Outcome

if TYPE_CHECKING:
    from live_notes.ledger import LedgerBody, LedgerEntry


@dataclass(frozen=True)
class SpokenLedger:
    """Says what went to a processor: counts and hashes, no words."""

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        """One line for an attempt that was refused; one that is made has its line when it has ended."""
        if entry.outcome is not Outcome.BEGUN:
            await self.amend("", entry, body)
        return ""

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        """One line for each attempt."""
        del number, body
        sys.stderr.write(f"ledger: {json.dumps(entry.as_json())}\n")
