"""An earlier note as the brief reads it, whatever format it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from live_notes.brief.days import Day


@dataclass(frozen=True, repr=False)
class Part:
    """A titled part of a note and its statements."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Mention:
    """A mention of risk as the note has it; `kind` and `status` are its own words.

    `of_another`: of somebody the client speaks of, and not of the client.
    """

    kind: str
    status: str
    quotes: tuple[str, ...] = ()
    of_another: bool = False


@dataclass(frozen=True, repr=False)
class Added:
    """What was added to the note after its signature: an addendum, a correction, a late entry."""

    kind: str
    texts: tuple[str, ...]
    date: Day | None = None


@dataclass(frozen=True, repr=False)
class EarlierNote:
    """A signed note. `held` is the day of its session, as far as anything says so."""

    id: str
    parts: tuple[Part, ...] = ()
    session: str | None = None
    format: str | None = None
    held: Day | None = None
    minutes: int | None = None
    signed_at: datetime | None = None
    generated_at: datetime | None = None
    risk: tuple[Mention, ...] = ()
    not_discussed: tuple[str, ...] = ()
    additions: tuple[Added, ...] = ()

    def __repr__(self) -> str:
        return f"<EarlierNote {len(self.parts)} parts>"

    @property
    def date(self) -> Day | None:
        """The day of the session, or else of the signature or the draft."""
        if self.held is not None:
            return self.held
        at = self.signed_at or self.generated_at
        return None if at is None else at.date()

    @property
    def corrected(self) -> Day | None:
        """When the last correction was added; None when there is none, or its day is unknown."""
        days = [one.date for one in self.additions if one.kind == "correction" and one.date is not None]
        return max(days, default=None)

    @property
    def chars(self) -> int:
        """How much there is to read."""
        texts = [text for part in self.parts for text in part.texts]
        quotes = [quote for one in self.risk for quote in one.quotes]
        added = [text for one in self.additions for text in one.texts]
        return sum(len(text) for text in [*texts, *quotes, *added])


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def in_order(notes: list[EarlierNote]) -> list[EarlierNote]:
    """The oldest first: by the session's day, the signature, the making, and as they were given."""
    return sorted(notes, key=_when)


def _when(note: EarlierNote) -> tuple[Day, datetime, datetime]:
    return (note.date or Day.min, _aware(note.signed_at), _aware(note.generated_at))


def _aware(at: datetime | None) -> datetime:
    if at is None:
        return _LONG_AGO
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
