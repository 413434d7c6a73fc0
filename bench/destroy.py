"""From signing to destroyed everywhere: how long, over real storage.

    attune bench destroy [--sessions 20] [--segments 300] [--store 100] [--nodes N]
                         [--database URL] [--keys URL] [--bus URL] [--json]

Every session has a sealed transcript of so many segments and a draft. Timed is signing the note: of the
memory by itself until the transcript's key and rows are gone from every store and the receipt stands; with
`--nodes` over HTTP, until the answer is there and a screen that follows the transcript at every node was told
to clear it. Checked after each, not timed: reading it is refused as destroyed, the receipt verifies.
`--store`: so many further sessions, of a tenth of the segments, live in the store meanwhile. Exit code 1 when
the 95th percentile is over a second. Storage is a folder made for this (SQLite); or PostgreSQL by
`--database` and Redis by `--keys`, both empty. Several nodes need all three addresses.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import destroy_memory, destroy_seen
from bench.destroy_memory import NotDestroyedError
from bench.destroy_seen import Stores
from bench.stream_figures import percentiles
from retention import RetentionSettings
from retention.errors import AttuneError
from signaling.logs import configure

MOST_SECONDS = 1.0


def _chosen(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="attune bench destroy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--segments", type=int, default=300, help="of each transcript")
    parser.add_argument("--store", type=int, default=100, help="further sessions that live meanwhile")
    parser.add_argument("--nodes", type=int, default=0, help="servers with a screen each (default: none)")
    parser.add_argument("--database", metavar="URL", help="postgresql+asyncpg://… (default: SQLite)")
    parser.add_argument("--keys", metavar="URL", help="redis://… of the data keys (default: SQLite)")
    parser.add_argument("--bus", metavar="URL", help="redis://… between the nodes")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if chosen.nodes > 1 and not (chosen.database and chosen.keys and chosen.bus):
        parser.error("several nodes need --database, --keys and --bus")
    return chosen


async def _measured(chosen: argparse.Namespace, folder: Path) -> list[float]:
    if chosen.nodes:
        stores = Stores(chosen.database, chosen.keys, chosen.bus)
        return await destroy_seen.measured(
            stores, chosen.nodes, chosen.sessions, chosen.segments, chosen.store, folder
        )
    settings = RetentionSettings(
        folder=folder,
        database_url=chosen.database,
        key_store_url=chosen.keys,
        master_key=secrets.token_bytes(32) if chosen.keys else None,
    )
    return await destroy_memory.measured(settings, chosen.sessions, chosen.segments, chosen.store)


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 when the target is missed, 2 on bad use."""
    chosen = _chosen(arguments)
    configure("console", "warning")  # a line for each destruction would stand before the figures
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        try:
            took = asyncio.run(_measured(chosen, Path(folder) / "records"))
        except (AttuneError, OSError) as error:
            told = error.detail if isinstance(error, AttuneError) else error
            print(f"bench destroy: {told}", file=sys.stderr)
            return 2
        except NotDestroyedError as error:
            print(f"bench destroy: {error}", file=sys.stderr)
            return 1
    found = percentiles(took) or {}
    if chosen.json:
        of = {"segments": chosen.segments, "store": chosen.store, "nodes": chosen.nodes}
        print(json.dumps({"sessions": len(took), **of, "seconds": found}))
    else:
        print(
            f"signed and destroyed everywhere, {len(took)} sessions of {chosen.segments} segments, "
            f"{chosen.store} more in store, nodes: {chosen.nodes or 'none'}: ",
            end="",
        )
        print(", ".join(f"{name} {seconds:.3f} s" for name, seconds in found.items()))
    return int(found.get("p95", 0.0) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
