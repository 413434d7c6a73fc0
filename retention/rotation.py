"""Rotating the master key while servers work: a new one, every data key wrapped anew, the old one forgotten.

1. The new key stands beside the old one in the source. 2. The store's check value names the new one:
from here on nothing is wrapped with the old one, and whoever tries reads its source again. 3. Each data
key is wrapped anew, and what held it before leaves the store's files. 4. The old key is forgotten.
Broken off anywhere, another rotation goes on where it stopped.
"""

from __future__ import annotations

from dataclasses import dataclass

from retention.errors import BadInput, KeyUnavailable
from retention.folder import require_files
from retention.keystore import PROBE, KeyStore, WrappedKey
from retention.masters import MasterKeys
from retention.opening import key_store_of, source_of
from retention.settings import RetentionSettings


@dataclass(frozen=True, slots=True)
class Rotation:
    """What a rotation did: data keys wrapped anew; whether it went on with one begun before."""

    keys: int
    resumed: bool


async def rotate_master_key(settings: RetentionSettings) -> Rotation:
    """Gives the data keys of a store a new master key. Servers may run meanwhile.

    Raises:
        BadInput: there is no key store yet, or the new key has to be given with the settings.
        KeyUnavailable: the keys there are are not those of this store.
        StoreUnavailable: it is broken off; repeat it.
    """
    require_files(settings)
    source = source_of(settings)
    async with key_store_of(settings) as store:
        facts = await store.facts()
        if facts is None:
            raise BadInput("there are no keys here yet; start the server once")
        with source.alone():
            masters = await source.read()
            if masters is None:
                raise KeyUnavailable("the master key is missing; give it or restore its file")
            before = masters.in_use(facts.check_value)
            resumed = len(masters) > 1 and before is masters.newest
            if len(masters) == 1:
                masters = await source.begin()
            await store.adopt(masters.newest.check_value)
            keys = await _wrapped_anew(store, masters)
            await store.compact()
            await source.end()
    return Rotation(keys, resumed)


async def _wrapped_anew(store: KeyStore, masters: MasterKeys) -> int:
    """How many data keys were not under the newest master key and are now."""
    count = 0
    for name in await store.names():
        if name.startswith(PROBE):
            continue
        while (kept := await store.get(name)) is not None and not masters.newest.wraps(
            name, kept.tag, kept.wrapped
        ):
            with masters.unwrap(name, kept.tag, kept.wrapped) as key:
                anew = WrappedKey(kept.tag, masters.newest.wrap(name, key))
            if await store.rewrap(name, kept, anew):
                count += 1
    return count
