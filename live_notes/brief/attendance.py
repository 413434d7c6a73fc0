"""Attendance: each session's day and length, the days between, and what notes say of missed ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from live_notes.brief.days import day
from live_notes.brief.limits import MOST_LISTED, MOST_MISSED, MOST_SESSIONS
from live_notes.brief.lines import counted, said
from live_notes.brief.model import BriefSection, Line, Past, Said, SectionId, Status
from live_notes.brief.notes import EarlierNote
from live_notes.brief.statements import Statement

_SESSION = r"(?:sessions?|appointments?|appt|visits?|meetings?|intake|group)"
_MISSED = re.compile(
    r"\bno[- ]?show(?:ed|s)?\b"
    rf"|\b(?:did not|didn't|failed to|has not|was unable to|could not) (?:attend|show(?: up)?|come)\b"
    rf"(?:\W*$|.{{0,30}}\b{_SESSION}\b)"
    rf"|\bmissed\b(?:\s+\S+){{0,4}}?\s+{_SESSION}\b"
    rf"|\b{_SESSION}\b.{{0,25}}\b(?:was|were|been) missed\b"
    rf"|\bcancel(?:l?ed|s|l?ing|lation)?\b(?:\s+\S+){{0,3}}?\s+{_SESSION}\b"
    rf"|\b{_SESSION}\b.{{0,25}}\b(?:cancel\w+|reschedul\w+)\b|\breschedul\w+(?:\s+\S+){{0,3}}?\s+{_SESSION}\b"
    r"|\b(?:\d+|ten|fifteen|twenty|thirty) minutes late\b|\b(?:arrived|joined|logged on) late\b"
    rf"|\b(?:left|ended)\b.{{0,20}}\b{_SESSION}\b.{{0,12}}\bearly\b",
    re.IGNORECASE,
)
_LEAST_FOR_SUMMARY = 3


def attendance(notes: Sequence[EarlierNote], statements: Sequence[Statement]) -> BriefSection:
    """What was missed, a summary, then the sessions, the newest first; older ones share a line."""
    missed = [said(one, Status.MISSED) for one in reversed(statements) if _MISSED.search(one.text)]
    dated = [note for note in notes if note.date is not None]
    sessions = [_session(note, before) for note, before in zip(dated, [None, *dated], strict=False)][::-1]
    known = [note for note in dated if note.held is not None]
    summary = [_summary(known)] if len(known) >= _LEAST_FOR_SUMMARY else []
    older = dated[::-1][MOST_SESSIONS : MOST_SESSIONS + MOST_LISTED]
    lines = [*missed[:MOST_MISSED], *summary, *sessions[:MOST_SESSIONS], *([_older(older)] if older else [])]
    codes = [] if missed else [Said.MISSED_NOT_RECORDED]
    codes += [Said.DATES_NOT_RECORDED] if len(dated) < len(notes) else []
    return BriefSection(
        id=SectionId.ATTENDANCE,
        title="Attendance",
        lines=tuple(lines),
        statement=_told(notes, codes),
        codes=tuple(codes),
        left_out=max(0, len(missed) - MOST_MISSED) + max(0, len(dated) - MOST_SESSIONS - MOST_LISTED),
    )


def _told(notes: Sequence[EarlierNote], codes: Sequence[Said]) -> str | None:
    parts = []
    if Said.MISSED_NOT_RECORDED in codes:
        parts.append("Missed or cancelled sessions: not recorded.")
    if Said.DATES_NOT_RECORDED in codes:
        undated = sum(note.date is None for note in notes)
        parts.append(f"{counted(undated, 'note has', 'notes have')} no date.")
    return " ".join(parts) or None


def _session(note: EarlierNote, before: EarlierNote | None) -> Line:
    apart = _apart(before, note)
    since = "" if apart is None else f", {counted(apart, 'day', 'days')} after the one before"
    known = "Session" if note.held is not None else "Note; the day of its session is not recorded"
    return Line(
        text=f"{known}: {_length(note)}{since}.",
        notes=(note.id,),
        date=note.date,
        status=Status.HELD.value,
        minutes=note.minutes,
        days=apart,
    )


def _older(notes: Sequence[EarlierNote]) -> Line:
    """Older sessions on one line, each with its length."""
    told = ", ".join(f"{day(one.date)} ({_length(one)})" for one in notes)
    return Line(
        text=f"Before: {told}.",
        notes=tuple(one.id for one in notes),
        date=notes[0].date,
        status=Status.EARLIER.value,
        past=tuple(_past(one) for one in notes),
    )


def _past(note: EarlierNote) -> Past:
    return Past(status=Status.HELD.value, note=note.id, date=note.date, minutes=note.minutes)


def _length(note: EarlierNote) -> str:
    return "length not recorded" if note.minutes is None else counted(note.minutes, "minute", "minutes")


def _apart(before: EarlierNote | None, note: EarlierNote) -> int | None:
    """Days between two sessions, if both days are known."""
    if before is None or before.date is None or note.date is None:
        return None
    return (note.date - before.date).days


def _summary(held: Sequence[EarlierNote]) -> Line:
    pairs = [(_apart(one, other) or 0, one, other) for one, other in pairwise(held)]
    days, one, other = max(pairs, key=lambda pair: pair[0])
    return Line(
        text=f"{len(held)} sessions from {day(held[0].date)} to {day(held[-1].date)}; "
        f"the longest time between two: {counted(days, 'day', 'days')} "
        f"({day(one.date)} to {day(other.date)}).",
        notes=tuple(dict.fromkeys(note.id for note in (held[-1], held[0], one, other))),
        date=held[-1].date,
        status=Status.SUMMARY.value,
        days=days,
        past=tuple(_past(note) for note in (held[0], held[-1], one, other)),
        count=len(held),
    )
