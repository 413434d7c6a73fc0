"""What a live room is made of besides its rules: the seats at its sockets, and who keeps its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from signaling import commands as c
from signaling.outbox import Outbox
from wire import Role, Segment
from wire import browser as b
from wire.control import Recognised, VoicesSettled


class Keeper(Protocol):
    """What a room needs done that waits: records, the growing transcript, the note."""

    async def began(self) -> None:
        """The session clock started."""

    async def consented(self, command: c.RecordConsent) -> None:
        """A decision goes on record."""

    async def stepped(self, command: c.RecordStep) -> None:
        """A step goes into the audit chain."""

    async def withdrawn(self, participant: str) -> None:
        """The transcript so far is destroyed."""

    async def finished(self, reason: str) -> None:
        """The session is marked ended."""

    async def drafted(self) -> b.NoteReady | None:
        """The note is drafted and kept; None when there is nothing to draft from."""

    def heard(self, message: Recognised, participant: str) -> Segment | None:
        """Words arrive: the segment to show, or None when they are not wanted any more."""

    def voiced(self, message: VoicesSettled) -> tuple[Segment, ...]:
        """It is known better who said what at a shared microphone: the finals to show again."""

    @property
    def saving(self) -> bool:
        """Whether the store takes what is heard."""

    async def settle(self) -> None:
        """Everything heard so far is kept."""

    def invite(self, participant: str, name: str, role: Role) -> None:
        """Somebody was added to the session."""

    def close(self) -> None:
        """The room is over; what is only needed while it is open goes."""


@dataclass(slots=True)
class Seat:
    """One participant's socket in the room."""

    participant: str
    connection: str
    scopes: tuple[str, ...]
    outbox: Outbox = field(repr=False)
    welcome: Callable[[b.RoomView], b.Welcome] = field(repr=False)

    @property
    def reads(self) -> bool:
        """Whether this socket may read the transcript."""
        return "transcript:read" in self.scopes


@dataclass(slots=True)
class Seats:
    """All seats of a room, by connection."""

    taken: dict[str, Seat] = field(default_factory=dict)

    def tell(self, message: b.ServerMessage, whom: Callable[[Seat], bool] = lambda seat: True) -> None:
        """Queues a message for the seats that `whom` names; for all by default."""
        for seat in self.taken.values():
            if whom(seat):
                seat.outbox.put(message)

    def close(self, which: Callable[[Seat], bool] = lambda seat: True) -> None:
        """Closes the outboxes of the seats that `which` names; what waits in them is still sent."""
        for seat in self.taken.values():
            if which(seat):
                seat.outbox.close()
