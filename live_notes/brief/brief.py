"""From a client's earlier signed notes to a brief. Pure: no clock, no chance, no model."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.brief.attendance import attendance
from live_notes.brief.goals import goals
from live_notes.brief.homework import homework
from live_notes.brief.limits import MOST_CHARS, MOST_NOTES
from live_notes.brief.medication import medication
from live_notes.brief.model import Brief, BriefSection, LeftOut, Said, SectionId, Source
from live_notes.brief.notes import EarlierNote, in_order
from live_notes.brief.plan import last_plan
from live_notes.brief.reading import told_apart
from live_notes.brief.risk import risk_history
from live_notes.brief.statements import Statement, statements_of
from live_notes.brief.themes import themes

_TITLES = {
    SectionId.PLAN: "Last plan",
    SectionId.HOMEWORK: "Homework",
    SectionId.GOALS: "Open goals",
    SectionId.RISK: "Risk history",
    SectionId.THEMES: "Themes",
    SectionId.MEDICATION: "Medication changes",
    SectionId.ATTENDANCE: "Attendance",
}


def brief_of(notes: Sequence[EarlierNote], *, drafts: int = 0) -> Brief:
    """The brief of these signed notes, in whatever order they come. The same notes give the same brief.

    `drafts`: how many unsigned ones were left out already. Of more than `MOST_NOTES`, or `MOST_CHARS` of
    text, the older ones are left out and counted.
    """
    ordered = in_order(told_apart(notes))
    read = _that_fit(ordered)
    left_out = LeftOut(drafts=drafts, older=len(ordered) - len(read))
    if not read:
        return Brief(sections=tuple(_empty()), notes=(), left_out=left_out)
    statements = [one for turn, note in enumerate(read) for one in _each_once(note, turn)]
    sections = _sections(read, statements)
    return Brief(sections=sections, notes=tuple(_source(one) for one in reversed(read)), left_out=left_out)


def _sections(notes: Sequence[EarlierNote], statements: Sequence[Statement]) -> tuple[BriefSection, ...]:
    newest = len(notes) - 1
    steps = (last_plan(statements, newest), homework(statements, newest), *goals(statements))
    risk = risk_history(notes, statements)
    drugs, came = medication(statements), attendance(notes, statements)
    lines = [line for section in (*steps, risk, drugs, came) for line in section.lines]
    elsewhere = frozenset(passage for line in lines for passage in line.passages)
    return (*steps, risk, themes(notes, statements, elsewhere), drugs, came)


def _that_fit(ordered: Sequence[EarlierNote]) -> list[EarlierNote]:
    """The newest notes that are read, in their order."""
    kept: list[EarlierNote] = []
    room = MOST_CHARS
    for note in reversed(ordered[-MOST_NOTES:]):
        room -= note.chars
        if room < 0:
            break
        kept.append(note)
    return kept[::-1]


def _each_once(note: EarlierNote, turn: int) -> list[Statement]:
    """A note's statements; one that stands in two sections counts where it stands first."""
    return list({one.text: one for one in reversed(list(statements_of(note, turn)))}.values())[::-1]


def _empty() -> list[BriefSection]:
    return [
        BriefSection(id=id_, title=title, statement="There is no signed note.", codes=(Said.NO_NOTES,))
        for id_, title in _TITLES.items()
    ]


def _source(note: EarlierNote) -> Source:
    return Source(
        id=note.id, session=note.session, format=note.format, date=note.date, signed_at=note.signed_at
    )
