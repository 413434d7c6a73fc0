"""The brief as everyone outside sees it: sections of lines, each with the notes it rests on."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from live_notes.brief.days import Day


class _Content(BaseModel):
    """Somebody's words: frozen, strict, and silent in reprs and error messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class SectionId(StrEnum):
    """The sections of a brief, in the order of the screen. `goals-ended` is there only when it has lines."""

    PLAN = "plan"
    HOMEWORK = "homework"
    GOALS = "goals"
    GOALS_ENDED = "goals-ended"
    RISK = "risk"
    THEMES = "themes"
    MEDICATION = "medication"
    ATTENDANCE = "attendance"


class Status(StrEnum):
    """What a line stands for. Lines of risk have the note's own status, word for word."""

    PLANNED = "planned"
    HOMEWORK = "homework"
    """A step of the plan that stands among the homework as well; a screen may show it there alone."""
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not done"
    SPOKEN_OF = "spoken of"
    """A later note speaks of the homework and does not say plainly whether it was done."""
    NOT_RECORDED = "not recorded"
    OPEN = "open"
    ENDED = "ended"
    DISPUTED = "disputed"
    """Notes say different things; the line has all of them with their dates."""
    THEME = "theme"
    CHANGED = "changed"
    PROPOSED = "proposed"
    MENTIONED = "mentioned"
    NOT_CHANGED = "not changed"
    """A note says that a medication was not started, changed or stopped."""
    HELD = "held"
    MISSED = "missed"
    SUMMARY = "summary"
    EARLIER = "earlier"
    """Several older mentions of risk of one kind, or several older sessions."""


class Said(StrEnum):
    """What a brief says of what the notes do not say."""

    NO_NOTES = "no-notes"
    PLAN_NOT_RECORDED = "plan-not-recorded"
    PLAN_NOT_IN_LAST = "plan-not-in-last"
    HOMEWORK_NOT_RECORDED = "homework-not-recorded"
    GOALS_NOT_RECORDED = "goals-not-recorded"
    GOALS_NONE_OPEN = "goals-none-open"
    RISK_NOT_RECORDED = "risk-not-recorded"
    RISK_SILENCE = "risk-silence"
    THEMES_NOT_RECORDED = "themes-not-recorded"
    MEDICATION_NOT_RECORDED = "medication-not-recorded"
    MISSED_NOT_RECORDED = "missed-not-recorded"
    DATES_NOT_RECORDED = "dates-not-recorded"


class Passage(_Content):
    """Words of one note, as they stand there or cut at the end of a clause; never anything else."""

    words: str
    note: str
    date: Day | None = None


class Past(_Content):
    """A mention of risk, or a session, that shares its line with others."""

    status: str
    note: str
    date: Day | None = None
    minutes: int | None = None


class Line(_Content):
    """One line: `text` says all of it in English, the rest holds its parts for other languages.

    `notes` are the ids of the notes it rests on, `date` is that of the first of its passages. `status` is a
    `Status`, in the section of risk the note's own word. `topic`: the kind of risk, the theme, the drug or
    the goal's number. `minutes`, `days`: a session's length, and days since the one before. `corrected`: when
    a correction was added to a note it rests on. `past`: what shares a line `earlier`, the newest first; of a
    summary the first session, the last one, and the two with the longest time between; of silence the last
    mention before it. `count`: of sessions.
    """

    text: str
    notes: tuple[str, ...]
    date: Day | None
    status: str
    topic: str | None = None
    passages: tuple[Passage, ...] = ()
    minutes: int | None = None
    days: int | None = None
    corrected: Day | None = None
    past: tuple[Past, ...] = ()
    count: int | None = None


class BriefSection(_Content):
    """A titled part. `statement` says what the notes do not say; `codes` are the same for programs.

    `left_out` counts lines beyond those that fit the screen.
    """

    id: SectionId
    title: str
    lines: tuple[Line, ...] = ()
    statement: str | None = None
    codes: tuple[Said, ...] = ()
    left_out: int = 0


class Source(_Content):
    """A note the brief rests on. `date`: of its session, or else of its signature or making."""

    id: str
    session: str | None = None
    format: str | None = None
    date: Day | None = None
    signed_at: datetime | None = None


class LeftOut(_Content):
    """What was given and is not in the brief: drafts, and notes older than those that are read."""

    drafts: int = 0
    older: int = 0


class Brief(_Content):
    """A client's earlier signed notes on one screen; `notes` has all it was made from, the newest first."""

    sections: tuple[BriefSection, ...]
    notes: tuple[Source, ...]
    left_out: LeftOut = LeftOut()

    def as_json(self) -> dict[str, object]:
        """The brief as JSON-able values; fields without a value are left out."""
        return self.model_dump(mode="json", exclude_none=True)

    def section(self, wanted: SectionId) -> BriefSection:
        """The section of this id. Raises `KeyError` when the brief has none."""
        for one in self.sections:
            if one.id is wanted:
                return one
        raise KeyError(wanted)
