"""The token ledger: which tokens are revoked, and which one-time tokens are spent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from retention.canonical import clear_word
from retention.ground import Ground
from retention.schema import tokens

_MARGIN: Final = timedelta(days=30)
"""Entries are kept this long past their expiry: a clock set back must not revive a token."""


class TokenLedger:
    """Revocations and one-time use, by the token's id (`jti`, RFC 7519 §4.1.7)."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def revoke(self, jti: str, until: datetime) -> None:
        """Refuses the token from now on; `until` is its expiry. Again is no error."""
        await self._mark(jti, "revoked", until)

    async def is_revoked(self, jti: str) -> bool:
        """Whether the token was revoked."""
        query = select(tokens.c.jti).where(tokens.c.jti == jti, tokens.c.mark == "revoked")
        async with self._ground.store.read() as connection:
            return await connection.scalar(query) is not None

    async def use_once(self, jti: str, until: datetime) -> bool:
        """True for exactly one caller, ever; False when it was used already."""
        return await self._mark(jti, "used", until)

    async def purge(self, now: datetime) -> None:
        """Forgets tokens that expired long ago."""
        async with self._ground.store.write() as connection:
            await connection.execute(delete(tokens).where(tokens.c.until < now - _MARGIN))

    async def _mark(self, jti: str, mark: str, until: datetime) -> bool:
        row = {"jti": clear_word(jti, "token id"), "mark": mark, "until": until}
        try:
            async with self._ground.store.write() as connection:
                await connection.execute(insert(tokens).values(row))
        except IntegrityError:
            return False
        return True
