"""Everything that stands in a Redis, as its own dump has it and as it reads."""

from __future__ import annotations

from redis.asyncio import Redis


async def everything_in(url: str) -> bytes:
    """Names, dumps and values of all keys. The values too: a dump may be compressed (LZF)."""
    found = bytearray()
    async with Redis.from_url(url) as redis:
        async for key in redis.scan_iter():
            found += key + (await redis.dump(key) or b"")
            read: object = (
                await redis.get(key)
                if await redis.type(key) == b"string"
                else sorted(map(str, await redis.smembers(key)))
            )
            found += repr(read).encode()
    return bytes(found)
