"""How a brief looks in a terminal: its sections, a number for each note, and the notes below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from live_notes.brief import Brief, BriefSection, LeftOut, Line, Passage, SectionId, Status
from signaling.cli.render import RISK_STYLE

UNDATED = "no date   "
_TOLD = dict.fromkeys((Status.DISPUTED.value, Status.NOT_DONE.value, Status.MISSED.value), "yellow")


def whole(brief: Brief) -> RenderableType:
    """The brief. A step of the plan that is homework stands among the homework alone."""
    numbers = {note.id: number for number, note in enumerate(brief.notes, 1)}
    parts: list[RenderableType] = list(_head(brief))
    homework = {line.passages[0] for line in brief.section(SectionId.HOMEWORK).lines}
    for section in brief.sections:
        lines = [line for line in section.lines if not _stands_below(line, section, homework)]
        parts += _section(section, lines, numbers)
    return Group(*parts, *_notes(brief))


def _stands_below(line: Line, section: BriefSection, homework: set[Passage]) -> bool:
    return section.id is SectionId.PLAN and line.status == Status.HOMEWORK and line.passages[0] in homework


def _head(brief: Brief) -> Iterator[RenderableType]:
    count = len(brief.notes)
    days = [note.date for note in brief.notes if note.date is not None]
    span = ", " + " to ".join(str(day) for day in sorted({min(days), max(days)})) if days else ""
    yield Text(f"Brief from {count} signed {'note' if count == 1 else 'notes'}{span}", style="bold")
    if brief.left_out != LeftOut():
        yield Text(f"Left out: {left_out(brief.left_out)}.", style="yellow")


def left_out(left: LeftOut) -> str:
    """What is not in a brief, counted."""
    drafts = f"{left.drafts} unsigned {'draft' if left.drafts == 1 else 'drafts'}"
    older = f"{left.older} older {'note' if left.older == 1 else 'notes'}"
    return ", ".join(text for text, count in ((drafts, left.drafts), (older, left.older)) if count)


def _section(
    section: BriefSection, lines: list[Line], numbers: Mapping[str, int]
) -> Iterator[RenderableType]:
    yield Text(f"\n{section.title}", style="bold underline")
    if section.statement:
        yield Text(f"  {section.statement}", style="dim")
    for line in lines:
        yield _line(line, section, numbers)
    if section.lines and not lines:
        yield Text("  Homework only, see below.", style="dim")
    if section.left_out:
        yield Text(f"  and {section.left_out} more in the notes", style="dim")


def _line(line: Line, section: BriefSection, numbers: Mapping[str, int]) -> Text:
    style = RISK_STYLE.get(line.status, "") if section.id is SectionId.RISK else _TOLD.get(line.status, "")
    notes = ", ".join(str(numbers[note]) for note in line.notes)
    day = UNDATED if line.date is None else line.date.isoformat()
    return Text.assemble((f"  {day}  ", "dim"), (line.text, style), (f" [{notes}]", "dim"))


def _notes(brief: Brief) -> Iterator[RenderableType]:
    if brief.notes:
        yield Text("\nNotes", style="bold underline")
    for number, note in enumerate(brief.notes, 1):
        day = UNDATED if note.date is None else note.date.isoformat()
        form = f"  {note.format}" if note.format else ""
        yield Text(f"  {day}  [{number}] {note.id}{form}", style="dim")
