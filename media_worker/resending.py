"""Which lost packets the sender is asked for again (RFC 4585 section 6.2.1). Sans-I/O: the time comes in.

Nobody listens to a leg, so a word may come late: a packet that is sent again is as good as one that was never
lost, where the error correction of the next packet is a coarse copy, and none if that one is lost, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ASK_EVERY = 0.1
"""Seconds after which a packet that has not come is asked for once more."""

MOST_ASKS = 4
RESENT_HOLD = 0.45
"""How long what follows a missing packet is held for it, once the sender has sent one again."""

_GIVE_UP = 50
_FORGET_SECONDS = 5.0


@dataclass
class _Asked:
    """A packet that was asked for: how often, and when last."""

    times: int
    last: float


class Resending:
    """What was asked for of one stream, by sequence number (16 bits)."""

    def __init__(self) -> None:
        self._asked: dict[int, _Asked] = {}
        self._unanswered = 0
        self.answers = False
        """Whether the sender has sent anything again."""

    def due(self, missing: Iterable[int], now: float) -> list[int]:
        """Those of the missing packets that are to be asked for now.

        A sender that answers to none of fifty is asked no more: it does not keep what it sent.
        """
        self._asked = {one: told for one, told in self._asked.items() if now - told.last < _FORGET_SECONDS}
        wanted = []
        for number in missing:
            told = self._asked.get(number)
            if told is not None and (told.times >= MOST_ASKS or now - told.last < ASK_EVERY):
                continue
            if not self.answers and self._unanswered >= _GIVE_UP:
                break
            self._asked[number] = _Asked(1 if told is None else told.times + 1, now)
            self._unanswered += 1
            wanted.append(number)
        return wanted

    def came(self, number: int) -> bool:
        """Notes that a packet came; tells whether it had been asked for."""
        if self._asked.pop(number, None) is None:
            return False
        self.answers = True
        return True


def ascending(numbers: Sequence[int]) -> list[list[int]]:
    """The same sequence numbers, in order, cut where the counter (16 bits) began anew.

    A generic NACK (RFC 4585, 6.2.1) tells each number as a distance from the one before; aiortc's can't tell
    one that leads back, and a leg whose packet can't be built would hear nothing any more.
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number > runs[-1][-1]:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
