"""Where a participant stands in the room, as one table.

    invited --connect--> lobby --knock--> waiting --admit--> present --leave--> left
       ^                   |                 |  `--deny--> denied      |
       `------- drop ------+------ drop -----'                        drop
                                                                       v
                              present <--connect (in grace)--------- away --expire--> left

A clinician is the host: connecting makes them present at once. Whatever the table does not hold is refused.
"""

from __future__ import annotations

from enum import StrEnum

from wire.browser import Presence


class Step(StrEnum):
    """What can happen to a participant's presence."""

    CONNECT = "connect"
    HOST_CONNECT = "host_connect"
    KNOCK = "knock"
    ADMIT = "admit"
    DENY = "deny"
    DROP = "drop"
    EXPIRE = "expire"
    LEAVE = "leave"
    INVITE = "invite"


PRESENCE_STEPS: dict[tuple[Presence, Step], Presence] = {
    (Presence.INVITED, Step.CONNECT): Presence.LOBBY,
    (Presence.LEFT, Step.CONNECT): Presence.LOBBY,
    (Presence.LOBBY, Step.CONNECT): Presence.LOBBY,  # a second tab replaces the first
    (Presence.WAITING, Step.CONNECT): Presence.LOBBY,  # the new tab checks its devices again
    (Presence.PRESENT, Step.CONNECT): Presence.PRESENT,
    (Presence.AWAY, Step.CONNECT): Presence.PRESENT,  # back within the grace time
    **{(presence, Step.HOST_CONNECT): Presence.PRESENT for presence in Presence},
    (Presence.LOBBY, Step.KNOCK): Presence.WAITING,
    (Presence.WAITING, Step.ADMIT): Presence.PRESENT,
    (Presence.WAITING, Step.DENY): Presence.DENIED,
    (Presence.LOBBY, Step.DROP): Presence.INVITED,
    (Presence.WAITING, Step.DROP): Presence.INVITED,
    (Presence.PRESENT, Step.DROP): Presence.AWAY,
    (Presence.AWAY, Step.EXPIRE): Presence.LEFT,
    (Presence.INVITED, Step.LEAVE): Presence.LEFT,  # their link was taken back
    (Presence.LOBBY, Step.LEAVE): Presence.LEFT,
    (Presence.WAITING, Step.LEAVE): Presence.LEFT,
    (Presence.PRESENT, Step.LEAVE): Presence.LEFT,
    (Presence.AWAY, Step.LEAVE): Presence.LEFT,
    (Presence.DENIED, Step.INVITE): Presence.INVITED,  # a new link after a mistaken refusal
}


def step(presence: Presence, taken: Step) -> Presence | None:
    """The presence after `taken`, or None when the table does not allow it."""
    return PRESENCE_STEPS.get((presence, taken))


def diagram() -> str:
    """The table as a Mermaid state diagram, for the documentation."""
    lines = ["stateDiagram-v2", "    [*] --> invited"]
    lines += [f"    {was} --> {then}: {taken}" for (was, taken), then in PRESENCE_STEPS.items()]
    return "\n".join(lines) + "\n"
