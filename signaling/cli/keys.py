"""`attune keys`: a new master key for the key store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Rotation


def rotate(folder: DataFolder = None) -> None:
    """Wrap every data key with a new master key, and forget the old one. Servers may run meanwhile.

    The key in the data folder's file is replaced by a random one (encrypted by a key service where
    ATTUNE_MASTER_KEY_KMS names one). Where the key is given as ATTUNE_MASTER_KEY, first restart every node
    with the new one added in ATTUNE_OTHER_MASTER_KEYS, then run this with ATTUNE_MASTER_KEY set to the new
    and ATTUNE_OTHER_MASTER_KEYS to the old one, then restart the nodes with the new one alone.

    Broken off, it goes on when it is run again.
    """
    from retention import AuditEntry, Memory, rotate_master_key
    from signaling.logs import configure

    configure("console", "warning")

    async def rotated() -> Rotation:
        settings = memory_settings(folder)
        done = await rotate_master_key(settings)
        async with Memory.open(settings) as memory:
            counts = {"data_keys": done.keys}
            await memory.audit.append(AuditEntry("operator", "master_key.rotated", "keys", counts=counts))
        return done

    done = asyncio.run(rotated())
    went_on = " A rotation begun before was finished." if done.resumed else ""
    print(f"{done.keys} data keys are wrapped with the new master key.{went_on}")


COMMANDS: dict[str, Callable[..., None]] = {"rotate": rotate}
