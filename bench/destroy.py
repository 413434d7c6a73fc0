"""From signing to destroyed everywhere: how long, over real storage.

    attune bench destroy [--sessions 20] [--segments 300] [--store 100] [--database URL] [--keys URL] [--json]

Every session has a sealed transcript of so many segments and a draft. Timed is signing the note: it returns
when the transcript's key and rows are gone from every store and the receipt stands. Checked after each, not
timed: reading it is refused as destroyed, the receipt verifies. `--store`: so many further sessions, of a
tenth of the segments, live in the store meanwhile. Exit code 1 when the 95th percentile is over a second.
Storage is a folder made for this (SQLite); or PostgreSQL by `--database` and Redis by `--keys`, both empty.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.stream_figures import percentiles
from retention import Memory, NewSession, RetentionSettings, SessionId, Signing
from retention.errors import AttuneError, TranscriptDestroyed
from signaling.logs import configure

MOST_SECONDS = 1.0
_WORDS = "and then I thought that it would be better to wait for it and to see how it goes"


class NotDestroyedError(Exception):
    """A transcript could be read after its note was signed, or its receipt does not verify."""


async def filled(memory: Memory, segments: int) -> SessionId:
    """A session with a transcript of so many segments."""
    made = await memory.sessions.create(NewSession(client="A Client", clients=("A Client",)))
    for number in range(segments):
        words = [
            {"word": word, "start": 7.0 * number, "end": 7.0 * number + 1, "probability": 0.9}
            for word in _WORDS.split()
        ]
        spoken = {"id": f"t-{number}", "track": "t", "speaker": "A Client", "role": "client", "text": _WORDS}
        times = {"start": 7.0 * number, "end": 7.0 * number + 6.5, "final": True}
        await memory.transcripts.append(made.id, {**spoken, **times, "words": words})
    return made.id


async def signed(memory: Memory, session: SessionId) -> float:
    """Signs the session's note; gives the seconds it took. Raises `NotDestroyedError`."""
    note = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}
    draft = await memory.notes.save_draft(session, note)
    signing = Signing(note, "Dr. Elena Brooks", "PhD", (), draft.version)
    begun = time.perf_counter()
    done = await memory.notes.sign(draft.id, signing, "clinician")
    took = time.perf_counter() - begun
    if done.receipt is None or not await memory.receipts.verify(done.receipt):
        raise NotDestroyedError("a receipt does not verify")
    try:
        await memory.transcripts.read(session)
    except TranscriptDestroyed:
        return took
    raise NotDestroyedError("a transcript can be read after its note was signed")


async def measured(settings: RetentionSettings, sessions: int, segments: int, store: int) -> list[float]:
    """Seconds of each signing. Raises `NotDestroyedError`."""
    async with Memory.open(settings) as memory:
        for _ in range(store):
            await filled(memory, max(1, segments // 10))
        return [await signed(memory, await filled(memory, segments)) for _ in range(sessions)]


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 when the target is missed, 2 on bad use."""
    parser = argparse.ArgumentParser(prog="attune bench destroy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--segments", type=int, default=300, help="of each transcript")
    parser.add_argument("--store", type=int, default=100, help="further sessions that live meanwhile")
    parser.add_argument("--database", metavar="URL", help="postgresql+asyncpg://… (default: SQLite)")
    parser.add_argument("--keys", metavar="URL", help="redis://… of the data keys (default: SQLite)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    configure("console", "warning")  # a line for each destruction would stand before the figures
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        try:
            settings = RetentionSettings(
                folder=Path(folder) / "records",
                database_url=chosen.database,
                key_store_url=chosen.keys,
                master_key=secrets.token_bytes(32) if chosen.keys else None,
            )
            took = asyncio.run(measured(settings, chosen.sessions, chosen.segments, chosen.store))
        except AttuneError as error:
            print(f"bench destroy: {error.detail}", file=sys.stderr)
            return 2
        except NotDestroyedError as error:
            print(f"bench destroy: {error}", file=sys.stderr)
            return 1
    found = percentiles(took) or {}
    if chosen.json:
        told = {"sessions": len(took), "segments": chosen.segments, "store": chosen.store, "seconds": found}
        print(json.dumps(told))
    else:
        print(
            f"signed and destroyed everywhere, {len(took)} sessions of {chosen.segments} segments, "
            f"{chosen.store} more in store: ",
            end="",
        )
        print(", ".join(f"{name} {seconds:.3f} s" for name, seconds in found.items()))
    return int(found.get("p95", 0.0) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
