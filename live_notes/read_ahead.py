"""Lines read while the call goes on, so that the note after it need not read them all again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import structlog

from live_notes.drafting.embedded.drafter import candidates
from live_notes.drafting.language.remembered import Key, Memory, remembering
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.risk.mentions import find_risks
from live_notes.drafting.spec import EvidenceLine
from live_notes.energy import in_thread
from wire.segments import Segment

BEFORE = 3
"""Lines before a line that are read with it: a sentence may have begun there, or been asked for."""

log = structlog.get_logger(__name__)


class ReadAhead:
    """What a drafter finds in one session's lines; as much of its words as its transcript is.

    It is looked up by the very words: of a line that reads otherwise by now nothing is used.
    """

    def __init__(self) -> None:
        self._read: dict[str, str] = {}  # the words of each line that was read, by its id
        self._found: dict[Key, object] = {}
        self._with: dict[str, set[Key]] = {}  # under which keys something was found with each line

    def __repr__(self) -> str:
        return f"<ReadAhead {len(self._read)} lines>"

    @property
    def found(self) -> Mapping[Key, object]:
        """What was found so far, for a draft's `Memory`."""
        return self._found

    async def catch_up(
        self,
        finals: Sequence[Segment],
        line: Callable[[Segment], EvidenceLine],
        final: Callable[[str], Segment | None],
    ) -> None:
        """Reads every final that is not yet, with those before it, as the `line` that a drafter is shown."""
        for at, segment in enumerate(finals):
            if not self.has_read(segment.id, segment.text):
                near = finals[max(0, at - BEFORE) : at + 1]
                await self.read([line(one) for one in near], final)

    def has_read(self, line_id: str, words: str) -> bool:
        """Whether a line was read with these words."""
        return self._read.get(line_id) == words

    async def read(self, lines: Sequence[EvidenceLine], final: Callable[[str], Segment | None]) -> None:
        """Reads the last of these lines in a thread; kept where the `final` of each has the same words then.

        A note needs nothing of it, so that a failure only costs time: what was found until then is used.
        """
        memory = Memory(self._found)
        try:
            await in_thread(_read, tuple(lines), memory)
        except Exception as error:  # noqa: BLE001 - supervisor: one line must not hold up the next ones
            log.warning("line_not_read_ahead", error=type(error).__name__)
        after = [final(line.id) for line in lines]
        if any(now is None or now.text != line.spoken for now, line in zip(after, lines, strict=True)):
            return  # corrected, struck or cleared meanwhile
        self._found |= memory.own
        for line in lines:
            self._with.setdefault(line.id, set()).update(memory.own)
        self._read[lines[-1].id] = lines[-1].spoken

    def forget(self, ids: Iterable[str]) -> None:
        """Drops what was found with these lines."""
        for one in ids:
            self._read.pop(one, None)
            gone = self._with.pop(one, set())
            for key in gone:
                self._found.pop(key, None)
            for kept in self._with.values():
                kept.difference_update(gone)  # of texts, some of which are the line's own

    def clear(self) -> None:
        """Drops everything."""
        self._read.clear()
        self._found.clear()
        self._with.clear()


def _read(lines: tuple[EvidenceLine, ...], memory: Memory) -> None:
    """Reads the lines as spoken, and as a drafter is shown them where that differs."""
    spoken = tuple(replace(line, masked=None) for line in lines)
    with remembering(memory):
        candidates(spoken, Preferences())
        find_risks(spoken)
        if any(line.text != line.spoken for line in lines):
            candidates(lines, Preferences())
