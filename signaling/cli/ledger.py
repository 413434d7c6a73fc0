"""The ledger of commands that keep nothing: what went to a processor is said on standard error."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from live_notes.ledger import LedgerBody, LedgerEntry


@dataclass(frozen=True)
class SpokenLedger:
    """Says what went to a processor: counts and hashes, no words."""

    async def append(self, entry: LedgerEntry, body: LedgerBody) -> None:
        """One line for each attempt."""
        sys.stderr.write(f"ledger: {json.dumps(entry.as_json())}\n")
