"""Makes passages and lines, so that every line names its notes in one and the same way."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.brief.days import day
from live_notes.brief.model import Line, Passage, Status
from live_notes.brief.notes import EarlierNote
from live_notes.brief.splitting import clause_of
from live_notes.brief.statements import Statement


def counted(number: int, one: str, many: str) -> str:
    """`1 note`, `2 notes`."""
    return f"{number} {one if number == 1 else many}"


def passage(statement: Statement) -> Passage:
    """A statement's words with their note."""
    return Passage(words=clause_of(statement.text), note=statement.note.id, date=statement.day)


def ended(passage: Passage) -> str:
    """Its words as a sentence of a line, with a full stop if they have none."""
    return (
        passage.words
        if passage.words.endswith((".", "!", "?", "…", '."', '!"', '?"'))
        else f"{passage.words}."
    )


def bare(passage: Passage) -> str:
    """Its words without the full stop, so that a line can go on behind them."""
    return passage.words.rstrip(".")


def about(*statements: Statement) -> list[EarlierNote]:
    """The notes whose words these are; a correction's own words are corrected by nothing."""
    return [one.note for one in statements if not one.correction]


def line(
    text: str,
    passages: Sequence[Passage],
    status: str,
    notes: Sequence[EarlierNote],
    topic: str | None = None,
) -> Line:
    """A line about these passages; `notes` are all it rests on, those of the passages among them."""
    corrected = max((one.corrected for one in notes if one.corrected), default=None)
    if corrected is not None:
        text = f"{text} (A correction was added to the note on {day(corrected)}.)"
    return Line(
        text=text,
        notes=tuple(dict.fromkeys([*(one.note for one in passages), *(one.id for one in notes)])),
        date=passages[0].date if passages else None,
        status=str(status),
        topic=topic,
        passages=tuple(passages),
        corrected=corrected,
    )


def said(statement: Statement, status: Status, topic: str | None = None) -> Line:
    """A line that is one statement as it stands."""
    words = passage(statement)
    return line(words.words, [words], status, about(statement), topic)
