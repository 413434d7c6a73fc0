"""The note as everyone outside sees it: JSON of sections, sentences, evidence and flags."""

from __future__ import annotations

import operator
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from live_notes.drafting.formats import NoteFormat

TEMPLATE: Final = "template"
"""The format of a note that was drafted with a practice's own template."""


class _Content(BaseModel):
    """Somebody's words: frozen, strict, and silent in reprs and error messages."""

    # pydantic would keep short strings in a cache of its own, beyond the destruction of what they belong to
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class FlagReason(_Content):
    """Why a flag was raised: what differs, in words for the reader. It may hold words of the session."""

    flag: str
    reason: str


class Sentence(_Content):
    """One statement, the ids of the lines it rests on, and the codes of the checks that object.

    `objections` has the reason of each flag while the note is unsigned; without any it is left out.
    """

    text: str = Field(min_length=1)
    evidence: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    objections: tuple[FlagReason, ...] = Field(default=(), exclude_if=operator.not_)


class Section(_Content):
    """A titled part of a note. `statement` holds what the call itself shows or why it is empty.

    `fixed` is the practice's own text of a template: it stands there as it is, rests on nothing that was
    said, and no drafter or processor ever reads it.
    """

    title: str
    sentences: tuple[Sentence, ...] = ()
    statement: str | None = None
    fixed: str | None = None


class RiskKind(StrEnum):
    """The matters of risk that are always looked for."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    HARM_TO_OTHERS = "harm to others"
    ABUSE = "abuse"
    SUBSTANCE_USE = "substance use"


class RiskStatus(StrEnum):
    """`denied` only when asked and clearly negated; `unclear` when mentioned without a clear answer.

    A kind nobody mentioned has no item: it stands under `not_discussed`.
    """

    REPORTED = "reported"
    DENIED = "denied"
    UNCLEAR = "unclear"


class RiskItem(_Content):
    """A mention of risk with its exact quotes. Never resolved by the software.

    `past`: it was long ago, by what was said; what is so now is an item of its own. `whose`: it is the danger
    of somebody the client speaks of ("the client's husband"), not the client's own; always `unclear`.
    """

    kind: RiskKind
    status: RiskStatus
    evidence: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    past: bool = Field(default=False, exclude_if=operator.not_)
    whose: str | None = Field(default=None, exclude_if=operator.not_)


def risk_in_words(status: str, *, past: bool = False, whose: str | None = None) -> str:
    """How a finding of risk is told: its status, that it was long ago, or whose it is if not the client's."""
    if whose:
        return f"concern about {whose}, not about the client"
    return "history" if past else status


class PlaceOfService(StrEnum):
    """Where the client was, by the numbers of CMS for sessions such as these; only the clinician knows it."""

    TELEHEALTH_ELSEWHERE = "02"
    TELEHEALTH_HOME = "10"
    OFFICE = "11"
    HOME = "12"
    COMMUNITY_CENTER = "53"
    OTHER = "99"


class Frame(_Content):
    """What the call itself shows: times (ISO 8601), minutes, participants, how it was held.

    `place_of_service` alone is the clinician's to say; None until they do.
    """

    date: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    duration_minutes: int | None = None
    modality: str | None = None
    participants: tuple[str, ...] = ()
    place_of_service: PlaceOfService | None = None


class TemplateMark(_Content):
    """Which version of which template a note was drafted with; `id` is None for one kept nowhere."""

    name: str
    version: int = 1
    id: str | None = None


class Draft(_Content):
    """What a drafter answers: sections only. Risk and what was not discussed are never a drafter's call."""

    sections: tuple[Section, ...]
    notices: tuple[str, ...] = ()


class Note(_Content):
    """A drafted note. `statement` says why there is none when `sections` is empty.

    `format` is `template` where it was drafted with a practice's own, which `template` names.
    """

    format: NoteFormat | Literal["template"]
    sections: tuple[Section, ...]
    risk: tuple[RiskItem, ...]
    not_discussed: tuple[str, ...]
    drafter: str
    generated_at: datetime
    statement: str | None = None
    drafter_notice: str | None = None
    frame: Frame | None = None
    template: TemplateMark | None = None

    def as_json(self) -> dict[str, object]:
        """The note as JSON-able values; the optional fields are left out when they are empty."""
        return self.model_dump(mode="json", exclude_none=True)

    def flagged(self) -> tuple[Sentence, ...]:
        """The sentences a check objects to; while there are any, the note is not ready."""
        return tuple(s for section in self.sections for s in section.sentences if s.flags)
