"""Goals: open until a later note says that they are met or given up."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.brief.days import day
from live_notes.brief.goal_reading import Goal, Goals
from live_notes.brief.limits import MOST_ENDED, MOST_GOALS
from live_notes.brief.lines import about, bare, counted, ended, line, passage
from live_notes.brief.model import BriefSection, Line, Said, SectionId, Status
from live_notes.brief.statements import Place, Statement


def goals(statements: Sequence[Statement]) -> tuple[BriefSection, ...]:
    """The open goals, the newest mention first; and those that a note ends, if there are any."""
    read = Goals.of(statements)
    newest_first = sorted(read.found, key=lambda one: -one.about[-1].turn)
    over = [one for one in newest_first if not one.open]
    lines = [*(_open(one) for one in newest_first if one.open), *(_unclear(one) for one in read.unclear)]
    section = BriefSection(
        id=SectionId.GOALS,
        title="Open goals",
        lines=tuple(lines[:MOST_GOALS]),
        left_out=max(0, len(lines) - MOST_GOALS),
    )
    if not lines:
        section = section.model_copy(update=_none(over))
    if not over:
        return (section,)
    ended = BriefSection(
        id=SectionId.GOALS_ENDED,
        title="Goals met or ended",
        lines=tuple(_over(one) for one in over[:MOST_ENDED]),
        left_out=max(0, len(over) - MOST_ENDED),
    )
    return (section, ended)


def _none(over: Sequence[Goal]) -> dict[str, object]:
    if over:
        return {
            "statement": "Every goal in these notes is said to have ended.",
            "codes": (Said.GOALS_NONE_OPEN,),
        }
    return {"statement": "Not recorded in these notes.", "codes": (Said.GOALS_NOT_RECORDED,)}


def _open(goal: Goal) -> Line:
    """A goal in its last words, with when it was first written down and whatever was said of its end."""
    shown = goal.about[-1] if goal.about[-1].place is Place.GOAL else goal.about[0]
    passages = [passage(shown)]
    told = "" if goal.about[0].turn == goal.about[-1].turn else f" ({_span(goal)})"
    text, status = f"{bare(passages[0])}{told}.", Status.OPEN
    if goal.ended is not None and goal.again is not None:
        passages = [passage(goal.about[0]), passage(goal.ended), passage(goal.again)]
        text = " ".join(f"{day(one.date)}: {ended(one)}" for one in passages)
        status = Status.DISPUTED
    elif goal.about[-1] is not shown:
        passages.append(passage(goal.about[-1]))
        text = f"{text} {day(passages[-1].date)}: {passages[-1].words}"
    return line(text, passages, status, about(*goal.about), goal.first.number)


def _span(goal: Goal) -> str:
    notes = counted(len({one.turn for one in goal.about}), "note", "notes")
    return f"first {day(goal.about[0].day)}; in {notes}, last {day(goal.about[-1].day)}"


def _over(goal: Goal) -> Line:
    passages = [passage(goal.about[0])]
    if goal.ended is not None and goal.ended is not goal.about[0]:
        passages.append(passage(goal.ended))
    text = " ".join(f"{day(one.date)}: {ended(one)}" for one in passages)
    return line(text, passages, Status.ENDED, about(goal.about[0], goal.about[-1]), goal.first.number)


def _unclear(statement: Statement) -> Line:
    words = passage(statement)
    return line(f"{words.words} Which goal is not said.", [words], Status.DISPUTED, about(statement))
