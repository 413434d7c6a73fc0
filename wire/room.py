"""The room as its participants may see it: presence, consent, transcription."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from wire.base import Message
from wire.segments import Role


class Presence(StrEnum):
    """Where a participant stands: invited -> lobby -> waiting -> present -> left."""

    INVITED = "invited"
    LOBBY = "lobby"
    WAITING = "waiting"
    PRESENT = "present"
    AWAY = "away"
    LEFT = "left"
    DENIED = "denied"


class Purpose(StrEnum):
    """What a consent is for; captions and notes are two consents."""

    NOTES = "notes"
    CAPTIONS = "captions"


class Decision(StrEnum):
    """A participant's own answer on their own screen."""

    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


class TranscriptionStatus(StrEnum):
    """The state every participant's indicator shows."""

    OFF = "off"
    STARTING = "starting"
    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    STALLED = "stalled"


class ConsentWording(Message):
    """The text a participant agrees to. A changed text is a new version."""

    version: str
    purpose: Purpose
    title: str
    paragraphs: tuple[str, ...]


class ParticipantView(Message):
    """One person in the room as the others may see them."""

    id: str
    name: str
    role: Role
    presence: Presence
    consent: dict[Purpose, Decision] = Field(default_factory=dict)
    off_record: bool = False
    microphone: bool = True
    camera: bool = True
    screen: bool = False


class RoomView(Message):
    """The room now. `elapsed` is the session clock in seconds when the snapshot was taken."""

    session: str
    participants: tuple[ParticipantView, ...]
    transcription: TranscriptionStatus
    transcription_reason: str | None = None
    elapsed: float | None = None
    delay_seconds: int | None = Field(
        default=None, description="how late words come; None while they are in time"
    )
    catching_up: bool = Field(default=False, description="whether the delay is getting shorter")
    ended: bool = False
