"""The form of a backup file: a line of facts, then sealed chunks of rows.

    attune backup 1
    {"id": …, "store": …, "check": …, "schema": …, "tag": …, "key": …, "until": …}
    length (4 bytes, big-endian) | sealed chunk, again and again

Everything but the facts is sealed with a data key of the backup's own, which the facts hold wrapped
by the master key. A chunk is sealed for its number, the last one for being the last: none can be left
out, added, moved or taken from another backup unseen.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import BinaryIO, Final, Self

from retention.canonical import Json, canonical, from_iso, iso, read_json
from retention.errors import BadInput, SealBroken
from retention.sealing import DataKey, SealContext, Sealed

MAGIC: Final = b"attune backup 1\n"
CHUNK_BYTES: Final = 1 << 20
"""A chunk is closed when its rows are this long."""
MOST_CHUNK_BYTES: Final = 64 << 20
"""Nothing longer is read: one row fits, as far as anything is let in that is kept."""
_MOST_FACTS: Final = 1 << 16
_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup file says of itself in the clear: ids, no content.

    `until`: with the keys of what is going to be destroyed, and not to be restored afterwards.
    """

    id: str
    store: str
    check: str
    schema: str
    tag: str
    key: str
    made_at: datetime
    until: datetime | None = None

    def line(self) -> bytes:
        """As written."""
        until = None if self.until is None else iso(self.until)
        return canonical({**asdict(self), "made_at": iso(self.made_at), "until": until}) + b"\n"

    @classmethod
    def parse(cls, line: bytes) -> Self:
        """Reads `line`. Raises `BadInput`."""
        try:
            fields = json.loads(line)
            made_at, until = from_iso(fields.pop("made_at")), fields.pop("until")
            facts = cls(made_at=made_at, until=from_iso(until) if until else None, **fields)
            [bytes.fromhex(word) for word in (facts.store, facts.check, facts.tag)]
            base64.b64decode(facts.key, validate=True)
            return facts
        except (AttributeError, KeyError, TypeError, ValueError):
            raise BadInput("this is not a backup, or its beginning is damaged") from None

    @property
    def key_name(self) -> str:
        """What its data key is wrapped as: also bound to the day until which it may be restored."""
        return f"backup:{self.id}:{'' if self.until is None else iso(self.until)}"


class BackupWriter:
    """Writes entries into an open file."""

    def __init__(self, file: BinaryIO, facts: BackupFacts, key: DataKey) -> None:
        self._file = file
        self._key = key
        self._id = facts.id
        self._number = 0
        self._waiting: list[bytes] = []
        self._length = 0
        file.write(MAGIC + facts.line())

    def add(self, entry: Json) -> None:
        """One entry."""
        line = canonical(entry)
        self._waiting.append(line)
        self._length += len(line)
        if self._length >= CHUNK_BYTES:
            self._close(last=False)

    def finish(self) -> None:
        """The last chunk, perhaps without entries."""
        self._close(last=True)

    def _close(self, *, last: bool) -> None:
        sealed = bytes(self._key.seal(b"\n".join(self._waiting), _place(self._id, self._number, last=last)))
        self._file.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)
        self._number += 1
        self._waiting.clear()
        self._length = 0


def read_facts(file: BinaryIO) -> BackupFacts:
    """The facts at the beginning of an open file. Raises `BadInput`."""
    if file.read(len(MAGIC)) != MAGIC:
        raise BadInput("this is not a backup, or a newer version wrote it")
    return BackupFacts.parse(file.readline(_MOST_FACTS))


def read_entries(file: BinaryIO, facts: BackupFacts, key: DataKey) -> Iterator[Json]:
    """The entries behind the facts.

    Raises:
        BadInput: the file is damaged, cut off, or put together from others.
    """
    number, last = 0, False
    while not last:
        sealed = Sealed(_chunk(file))
        clear, last = _opened(sealed, facts, number, key)
        yield from (read_json(line) for line in clear.split(b"\n") if line)
        number += 1
    if file.read(1):
        raise BadInput("something follows the end of the backup")


def _chunk(file: BinaryIO) -> bytes:
    length = int.from_bytes(file.read(_LENGTH), "big")
    if length > MOST_CHUNK_BYTES:
        raise BadInput("the backup is damaged")
    chunk = file.read(length)
    if not length or len(chunk) < length:
        raise BadInput("the backup is cut off: its end is missing")
    return chunk


def _opened(sealed: Sealed, facts: BackupFacts, number: int, key: DataKey) -> tuple[bytes, bool]:
    for last in (False, True):
        try:
            return key.open(sealed, _place(facts.id, number, last=last)), last
        except SealBroken:
            continue
    raise BadInput("the backup is damaged or was altered")


def _place(backup: str, number: int, *, last: bool) -> SealContext:
    return SealContext("backup", backup, f"{number}:{'last' if last else 'more'}")
