"""What a Redis keeps on its disk: that it keeps every key at once, and nothing of what is erased.

The append-only file of Redis 7 (https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/)
holds every command ever given, until `BGREWRITEAOF` writes it anew from what lives.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Final, Self

import structlog
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from retention.errors import CannotDelete, DestructionIncomplete, StoreUnavailable

log = structlog.get_logger(__name__)

_REWRITE_SECONDS: Final = 60.0
_POLL_SECONDS: Final = 0.02


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """The server's run, the rewritings begun in it, whether one is underway, whether the last went well."""

    run: str
    begun: int
    busy: bool
    well: bool


class RedisFiles:
    """The append-only file of a Redis; none, if it was accepted without."""

    def __init__(self, redis: Redis, *, any_file: bool) -> None:
        self._redis = redis
        self._any_file = any_file

    @classmethod
    async def checked(cls, redis: Redis, *, may_lose: bool) -> Self:
        """The files of a Redis that keeps what it is given and can forget it.

        Raises:
            StoreUnavailable: it could lose keys, and `may_lose` does not accept that; it is too old.
            CannotDelete: it writes snapshots, which would keep erased keys.
        """
        kept: dict[str, Any] = await redis.info("persistence")
        if "aof_rewrites" not in kept:
            raise StoreUnavailable("the key store needs Redis 7 or newer, or what speaks like it")
        settings = await _settings(redis)
        if settings is None:
            log.warning("key_store_settings_not_shown")
        elif settings.get("save"):
            raise CannotDelete(
                'the key store writes snapshots, which keep erased keys; start it with --save ""'
            )
        losing = _ways_to_mend(bool(kept["aof_enabled"]), settings)
        if losing and not may_lose:
            raise StoreUnavailable(
                f"the key store can lose keys, and with them notes, or keep erased ones: {'; '.join(losing)}"
            )
        if losing:
            log.warning("key_store_may_lose_keys", ways=len(losing))
        return cls(redis, any_file=bool(kept["aof_enabled"]))

    async def rewrite(self) -> None:
        """Has the file written anew, with all that was deleted before this call left out.

        Raises:
            DestructionIncomplete: the server could not, or not within a minute.
        """
        if not self._any_file:
            return
        try:
            async with asyncio.timeout(_REWRITE_SECONDS):
                went_well = await self._rewritten()
        except TimeoutError:
            raise DestructionIncomplete("the key store's file is still being written anew") from None
        if not went_well:
            raise DestructionIncomplete("the key store could not write its file anew; check its disk space")

    async def _rewritten(self) -> bool:
        before = now = await self._rewriting()
        # A rewriting that was underway before may have copied the key already: only a later one counts.
        while now.busy or now.begun <= before.begun:
            if not now.busy:
                await self._begin()
            await asyncio.sleep(_POLL_SECONDS)
            now = await self._rewriting()
            if now.run != before.run:  # the server was started anew, and counts from 0
                before = now
        return now.well

    async def _begin(self) -> None:
        try:
            await self._redis.bgrewriteaof()
        except ResponseError as error:
            if "already in progress" not in str(error):  # another node's
                raise

    async def _rewriting(self) -> _Rewriting:
        shown: dict[str, Any] = await self._redis.info("server", "persistence")
        return _Rewriting(
            run=str(shown["run_id"]),
            begun=int(shown["aof_rewrites"]),
            busy=bool(shown["aof_rewrite_in_progress"] or shown["aof_rewrite_scheduled"]),
            well=shown["aof_last_bgrewrite_status"] == "ok",
        )


async def _settings(redis: Redis) -> dict[str | None, str | None] | None:
    """The server's settings that matter here; None where it does not show them."""
    try:
        return await redis.config_get("save", "appendfsync", "maxmemory", "maxmemory-policy")
    except ResponseError:
        return None


def _ways_to_mend(appended: bool, settings: dict[str | None, str | None] | None) -> list[str]:
    """What to change so that every key is on the disk before it is used, stays there, and can leave it."""
    ways: list[str] = []
    if not appended:
        ways.append("set appendonly yes")
    if settings is None:
        return [*ways, "permit CONFIG GET, without which snapshots and appendfsync can't be seen"]
    if appended and settings.get("appendfsync", "always") != "always":
        ways.append("set appendfsync always")
    limited = settings.get("maxmemory", "0") != "0"
    if limited and settings.get("maxmemory-policy", "noeviction") != "noeviction":
        ways.append("set maxmemory-policy noeviction")
    return ways
