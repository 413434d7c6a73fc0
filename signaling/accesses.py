"""Who looked at what, in the audit chain (45 CFR 164.312(b)): ids and codes, never what was seen.

A page asks for the same thing again and again while somebody looks at it. So the same by the same login or
link within ten minutes is one access.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from retention import AuditEntry, PracticeId
from signaling.access import Principal

WINDOW_SECONDS: Final = 600.0
_MOST: Final = 4096
"""Accesses remembered at once; beyond that the oldest are forgotten, and recorded again."""


@dataclass(slots=True)
class Accesses:
    """Records accesses. `append` puts an entry into the chain, `monotonic` gives seconds."""

    append: Callable[[AuditEntry], Awaitable[None]]
    monotonic: Callable[[], float]
    practice: PracticeId
    _seen: dict[tuple[str, str, str], float] = field(default_factory=dict)

    async def record(self, who: Principal, action: str, subject: str) -> None:
        """Puts an access on record, unless the same one was in the last ten minutes.

        Raises:
            StoreUnavailable: it can't be; what was asked for must then not be given.
        """
        key = (_identity(who), action, subject)
        now = self.monotonic()
        last = self._seen.get(key)
        if last is not None and now - last < WINDOW_SECONDS:
            return
        await self.append(AuditEntry(who.actor, action, subject, practice=self.practice))
        self._seen.pop(key, None)
        self._seen[key] = now
        if len(self._seen) > _MOST:
            del self._seen[next(iter(self._seen))]


def _identity(who: Principal) -> str:
    """One login or link: two of the same person are two."""
    if who.join is not None:
        return who.join.jti
    return "" if who.login is None else who.login.jti
