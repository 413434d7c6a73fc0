"""Recognised words: the one event type from ear to screen."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from wire.base import Message


class Role(StrEnum):
    """What a participant is in a session."""

    CLINICIAN = "clinician"
    CLIENT = "client"
    SUPERVISOR = "supervisor"
    INTERPRETER = "interpreter"


class Word(Message):
    """One recognised word; times in seconds on the session clock, probability 0 to 1."""

    word: str
    start: float
    end: float
    probability: float = Field(ge=0.0, le=1.0)

    def __repr__(self) -> str:
        return f"<Word {len(self.word)} chars>"

    __str__ = __repr__


class Segment(Message):
    """A run of recognised words by one speaker.

    A partial (`final=False`) may be replaced by a later segment with the same `id`;
    a final never changes silently. Times are seconds on the session clock (0 = call start).
    """

    id: str
    track: str
    speaker: str
    role: Role
    start: float
    end: float
    text: str
    final: bool
    words: tuple[Word, ...] = ()
    low_confidence: bool = False
    voice: int | None = Field(default=None, ge=0, description="which voice of a microphone that people share")
    certainty: float | None = Field(
        default=None,
        ge=0.0,
        le=1.0,
        description="how surely this speaker said it, where voices tell; 0: nobody knows who it was",
    )

    def __repr__(self) -> str:
        # Somebody's words must never reach a log or a traceback.
        return f"<Segment {self.id} final={self.final} {len(self.text)} chars>"

    __str__ = __repr__
