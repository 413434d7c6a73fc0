"""One person in a room, as the room's core keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field

from signaling.consent import ConsentBook
from wire import Role
from wire.browser import MediaState, ParticipantView, Presence, Purpose


@dataclass(slots=True)
class Member:
    """A participant's place in the room. `connection` names the current socket, None without one.

    `took_part`: whether they were ever present in this call, also before a restart of the server.
    """

    id: str
    name: str = field(repr=False)
    role: Role
    presence: Presence = Presence.INVITED
    connection: str | None = None
    away_since: float | None = None
    consents: ConsentBook = field(default_factory=ConsentBook)
    off_record: bool = False
    took_part: bool = False
    media: MediaState = field(default_factory=lambda: MediaState(microphone=True, camera=True))

    @property
    def is_clinician(self) -> bool:
        """Whether this person holds the session."""
        return self.role is Role.CLINICIAN

    @property
    def is_present(self) -> bool:
        """Whether this person takes part in the call right now."""
        return self.presence is Presence.PRESENT

    @property
    def in_call(self) -> bool:
        """Present, or away within the grace time."""
        return self.presence in {Presence.PRESENT, Presence.AWAY}

    @property
    def agrees(self) -> bool:
        """Whether this person agreed to notes."""
        return self.consents.agrees(Purpose.NOTES)

    def outline(self) -> ParticipantView:
        """The person as somebody outside the call may see them: who it is, and whether they are there."""
        return ParticipantView(id=self.id, name=self.name, role=self.role, presence=self.presence)

    def view(self) -> ParticipantView:
        """The person as the others in the call may see them."""
        return ParticipantView(
            id=self.id,
            name=self.name,
            role=self.role,
            presence=self.presence,
            consent=dict(self.consents.answers),
            off_record=self.off_record,
            microphone=self.media.microphone,
            camera=self.media.camera,
            screen=self.media.screen,
        )
