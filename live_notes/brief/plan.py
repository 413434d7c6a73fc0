"""The plan as the last note has it; the last one there is when that note has none."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.brief.days import day
from live_notes.brief.homework import is_homework
from live_notes.brief.limits import MOST_PLAN
from live_notes.brief.lines import said
from live_notes.brief.model import BriefSection, Line, Said, SectionId, Status
from live_notes.brief.statements import Statement


def last_plan(statements: Sequence[Statement], newest: int) -> BriefSection:
    """The steps of the newest plan, homework among them. `newest`: the turn of the last note."""
    steps = [one for one in statements if one.ahead]
    turn = max((one.turn for one in steps), default=None)
    section = BriefSection(id=SectionId.PLAN, title="Last plan")
    if turn is None:
        told = {"statement": "Not recorded in these notes.", "codes": (Said.PLAN_NOT_RECORDED,)}
        return section.model_copy(update=told)
    ours = [one for one in steps if one.turn == turn]
    lines = tuple(_step(one) for one in ours[:MOST_PLAN])
    section = section.model_copy(update={"lines": lines, "left_out": len(ours) - len(lines)})
    if turn == newest:
        return section
    text = f"The last note records no plan; this one is from the note of {day(ours[0].note.date)}."
    return section.model_copy(update={"statement": text, "codes": (Said.PLAN_NOT_IN_LAST,)})


def _step(statement: Statement) -> Line:
    return said(statement, Status.HOMEWORK if is_homework(statement) else Status.PLANNED)
