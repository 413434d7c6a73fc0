"""Shapes that several resources share, and the kinds of text that are taken in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from live_notes import Note, NoteFormat, Section
from live_notes.drafting.note import TemplateMark
from retention import Why
from signaling.findings import objection
from signaling.routes import Reply

CONTROLS = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069"
"""Control characters, line ends, and what turns the direction of writing around."""

UNSEEN = r"\u0000-\u0008\u000e-\u001f\u007f"
"""Control characters that no text has, also where lines end and marks of other programs were pasted."""

_LINE = re.compile(f"[^{CONTROLS}]*")
_TEXT = re.compile(f"[^{UNSEEN}]*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)

EARLIEST, LATEST = datetime(2000, 1, 1), datetime(2200, 1, 1)  # noqa: DTZ001 - in any zone


def _one_line(value: str) -> str:
    if _LINE.fullmatch(value) is None:
        raise objection("must be one line without control characters")
    return " ".join(value.split())


def _named(value: str) -> str:
    line = _one_line(value)
    if not line:
        raise objection("must not be blank")
    return line


def _text(value: str) -> str:
    if _TEXT.fullmatch(value) is None:
        raise objection("must not have control characters other than line ends and tabs")
    return value


def _moment(value: object) -> datetime:
    """Only RFC 3339 with its zone; numbers and bare dates, which pydantic would take too, are no times."""
    if not isinstance(value, str) or _MOMENT.fullmatch(value) is None:
        raise objection("must be a time such as 2026-01-05T09:00:00Z")
    try:
        at = datetime.fromisoformat(value.upper())
    except ValueError:
        raise objection("must be a time that exists, such as 2026-01-05T09:00:00Z") from None
    if at.tzinfo is None:
        raise objection("must say its time zone, as in 2026-01-05T09:00:00Z")
    # Compared before anything converts it: at the ends of the calendar a conversion overflows.
    if not EARLIEST <= at.replace(tzinfo=None) < LATEST:
        raise objection("must lie between the years 2000 and 2200")
    return at


Line = Annotated[str, AfterValidator(_one_line), Field(json_schema_extra={"pattern": f"^[^{CONTROLS}]*$"})]
"""One line of text; runs of spaces become one."""

Named = Annotated[
    str,
    AfterValidator(_named),
    Field(json_schema_extra={"pattern": f"^[^{CONTROLS}]*[^\\s{CONTROLS}][^{CONTROLS}]*$"}),
]
"""One line with something on it."""

Text = Annotated[str, AfterValidator(_text), Field(json_schema_extra={"pattern": f"^[^{UNSEEN}]*$"})]
"""Text of several lines."""

LanguageTag = Annotated[
    str, Field(min_length=2, max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
]
"""A language as in BCP 47; only its first part counts: "en", "es-MX", "yue"."""

ZonedTime = Annotated[datetime, BeforeValidator(_moment)]
"""An RFC 3339 time with its zone."""

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""A time that is sent as it is kept, for hashes are computed over it."""


class ReceiptView(Reply):
    """A signed receipt of destruction: hash and signature cover the canonical JSON of all before them."""

    version: int
    id: str
    position: int
    practice: str
    session: str
    what: str
    why: Why
    actor: str
    policy: str
    counts: Mapping[str, int]
    files_searched: bool
    requested_at: Moment
    destroyed_at: Moment
    previous: str
    hash: str
    signature: str
    public_key: str


class SignedView(Reply):
    """Who signed the note and when; `hash` is SHA-256 of its canonical content, in hexadecimal."""

    name: str
    credential: str
    at: Moment
    hash: str


class AdditionView(Reply):
    """What was added to a signed note, with its own signature; `previous` is the hash of what it follows."""

    id: str
    position: int
    kind: Literal["addendum", "correction", "late_entry", "cosignature"]
    text: str
    previous: str
    signed: SignedView


NoteStatusName = Literal["none", "drafting", "draft", "insufficient", "signed"]


class DraftedView(Reply):
    """The unsigned note as it was drafted."""

    format: NoteFormat | Literal["template"]
    template: TemplateMark | None = None
    sections: tuple[Section, ...]
    generated_at: datetime
    preferences: Mapping[str, str | tuple[str, ...]] = Field(
        default={}, description="of this note alone, as its draft was asked for; left out without any"
    )


class AdviceView(Reply):
    """Something a note of its format usually holds and this one may lack; signing is never in its way."""

    code: str
    rule: str = Field(description="where it is from: the format, or what every note must hold")
    section: str | None


class TimeBandView(Reply):
    """The CPT code of individual psychotherapy in whose span the session's actual minutes lie; not chosen."""

    code: str
    from_minutes: int
    to_minutes: int | None


class NoteReply(Reply):
    """A session's note, or what there is instead; `statement` says why there is none."""

    id: str | None
    session: str
    status: NoteStatusName
    version: int
    note: Note | None
    statement: str | None
    signed: SignedView | None
    additions: tuple[AdditionView, ...] = ()
    drafted: DraftedView | None = Field(default=None, description="to compare an unsigned note with")
    advice: tuple[AdviceView, ...] = Field(default=(), description="on an unsigned note")
    time_band: TimeBandView | None = None


def plain_note(note: Note) -> Note:
    """The note, if none of its words has control characters."""
    for section in note.sections:
        _text(section.title)
        for one in section.sentences:
            _text(one.text)
    return note
