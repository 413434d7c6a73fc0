"""What a drafter is given: lines of evidence, the session's frame, and what is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.note import Draft, Frame
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.templates.model import NoteTemplate

if TYPE_CHECKING:
    from live_notes.masking import MaskedText
    from live_notes.style.style import Style


class Speaking(StrEnum):
    """Whose words a line holds. `author` is the clinician writing or dictating about the session."""

    CLINICIAN = "clinician"
    CLIENT = "client"
    AUTHOR = "author"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, repr=False)
class EvidenceLine:
    """One line a sentence can rest on. Times are seconds on the session clock.

    `spoken` is what was said; `masked` is what a processor may read of it, or None when
    masking failed. `speaker` is an opaque key (a track), never a name.
    """

    id: str
    speaker: str
    speaking: Speaking
    start: float
    end: float
    spoken: str
    masked: MaskedText | None = None

    @property
    def text(self) -> str:
        """The masked text when there is one, else what was said. For use on this machine only."""
        return self.spoken if self.masked is None else self.masked.text

    def __repr__(self) -> str:
        return f"<EvidenceLine {self.id} {self.speaking} {len(self.spoken)} chars>"


@dataclass(frozen=True)
class MaskedTranscript:
    """The lines of a session in order of time."""

    lines: tuple[EvidenceLine, ...]

    @property
    def fully_masked(self) -> bool:
        """Whether every line may be shown to a processor."""
        return all(line.masked is not None for line in self.lines)

    @property
    def maskable(self) -> tuple[EvidenceLine, ...]:
        """Only the lines a processor may read."""
        return tuple(line for line in self.lines if line.masked is not None)


@dataclass(frozen=True)
class SessionFrame:
    """When and how the session was held, from the call itself.

    `minutes`: its length where its times are not known. `day`: where it is known otherwise than from the
    start, which is in UTC.
    """

    started_at: datetime | None = None
    ended_at: datetime | None = None
    modality: str | None = None
    participants: tuple[str, ...] = field(default=(), repr=False)
    day: date | None = None
    minutes: int | None = None

    def as_frame(self) -> Frame | None:
        """The frame of the note, or None when nothing is known about the session."""
        if self == SessionFrame():
            return None
        minutes, day = self.minutes, self.day or (self.started_at.date() if self.started_at else None)
        if self.started_at and self.ended_at:
            minutes = max(0, round((self.ended_at - self.started_at).total_seconds() / 60))
        return Frame(
            date=day.isoformat() if day else None,
            started_at=self.started_at,
            ended_at=self.ended_at,
            duration_minutes=minutes,
            modality=self.modality,
            participants=self.participants,
        )


@dataclass(frozen=True)
class MaskedSection:
    """The title and the instruction of a template's section, masked; its own text is never among them."""

    title: MaskedText
    instruction: MaskedText | None = None


@dataclass(frozen=True)
class MaskedWording:
    """The clinician's free wishes, masked, for a drafter behind a processor."""

    clinician_term: MaskedText
    client_term: MaskedText
    modalities: MaskedText | None = None
    instructions: MaskedText | None = None
    style: MaskedText | None = None
    sections: tuple[MaskedSection, ...] = ()


@dataclass(frozen=True)
class DraftSpec:
    """What note is wanted: format, wording, the session's frame, and the clinician's style.

    A `template` stands before the format.
    """

    format: NoteFormat = NoteFormat.SOAP
    preferences: Preferences = field(default_factory=Preferences)
    frame: SessionFrame = field(default_factory=SessionFrame)
    wording: MaskedWording | None = None
    style: Style | None = None
    template: NoteTemplate | None = None
    notices: tuple[str, ...] = ()
    """What is to be said with the note of how it was wished for, such as a template that is gone."""
    pronouns_found: bool = False
    """Whether the pronouns among the preferences are those the session gave, and nobody asked for them."""
    clients: tuple[str, ...] = field(default=(), repr=False)
    """The names of the session's clients, as far as they are known: for a drafter on this machine alone."""


class Drafter(Protocol):
    """Turns evidence lines into sections whose sentences name their evidence."""

    @property
    def name(self) -> str:
        """What the note's `drafter` field says."""
        ...

    async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
        """A draft. Raises `DraftRefused` when it can't give a usable one."""
        ...
