"""Lines read while the call goes on, so that the note after it need not read them all again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit, units_of
from live_notes.drafting.spec import EvidenceLine
from live_notes.energy import in_thread
from wire.segments import Segment


class ReadAhead:
    """One session's lines as a drafter reads them, by their ids; as much of its words as its transcript is.

    What stands here is looked up by the very words: of a line that reads otherwise by now nothing is used.
    """

    def __init__(self) -> None:
        self._read: dict[str, tuple[str, Sequence[Unit]]] = {}

    def __repr__(self) -> str:
        return f"<ReadAhead {len(self._read)} lines>"

    @property
    def units(self) -> list[Unit]:
        """What was read so far, line by line."""
        return [unit for _, units in self._read.values() for unit in units]

    async def read(self, line: EvidenceLine, final: Callable[[str], Segment | None]) -> None:
        """Reads a line in a thread, if that is not done; kept where the `final` has the same words then."""
        known = self._read.get(line.id)
        if known is not None and known[0] == line.spoken:
            return
        units = await in_thread(units_of, (replace(line, masked=None),))
        now = final(line.id)
        if now is not None and now.text == line.spoken:  # else corrected, struck or cleared meanwhile
            self._read[line.id] = line.spoken, units

    def forget(self, ids: Iterable[str]) -> None:
        """Drops what was read of these lines."""
        for one in ids:
            self._read.pop(one, None)

    def clear(self) -> None:
        """Drops everything."""
        self._read.clear()
