"""Goals: open until a later note says that they are met or given up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from live_notes.brief.days import day
from live_notes.brief.limits import MOST_ENDED, MOST_GOALS
from live_notes.brief.lines import bare, counted, ended, line, notes_of, passage
from live_notes.brief.model import BriefSection, Line, Said, SectionId, Status
from live_notes.brief.statements import CLIENT, Place, Statement
from live_notes.drafting.language.numbers import claimed_numbers
from live_notes.drafting.language.words import content_stems, stem, word_set

_GOAL = re.compile(
    r"\bgoals?\b(?! (?:of|for) (?:the |this |today's )?(?:session|exercise|exposure|meeting|visit|group))"
    r"(?:\s*(?:#|no\. ?)?\d+)?\s*(?:[:–-]\s|\bis\b|\bare\b|\bwas\b|\bof\b|\bto\b|\bfor (?:treatment"
    r"|therapy)\b)"
    rf"|\b{CLIENT}\b[^.;\"]{{0,20}}\b(?:wants?|would like|hopes?|aims?|wishes) to (?:be able to|learn"
    rf"|improve|reduce"
    r"|return to|stop|work on|manage|cope)\b"
    r"|\b(?:working|works|worked) towards?\b|\bobjective\s*(?:\d+\s*)?(?::|\bis to\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:goal|objective)\s*(?:#|no\. ?)?\s*(\d{1,2})\b", re.IGNORECASE)
_OVER = (
    r"(?:met(?! with)|achieved|attained|accomplished|reached|fulfilled|resolved|discontinued|dropped"
    r"|abandoned"
    r"|given up|closed|retired|replaced)"
)
_OF_GOALS = (
    r"(?:(?:his|her|their|the|all|both|each|every|a|an|one|two|three|this|that|of|client's|treatment"
    r"|therapy|first"
    r"|second|third|main|(?:short|long)[- ]term)\s+)*(?:goals?|objectives?)\b"
)
_ENDED = re.compile(
    rf"\b(?:goals?|objectives?)\b[^;.]{{0,80}}?(?:\b(?:is|was|were|are|been|being|now|fully"
    rf"|successfully)\s+|[-–:(,]\s*)"
    rf"(?:now |fully |successfully |all )*{_OVER}\b"
    rf"|\b(?:goals?|objectives?)\s*(?:#?\d+)?\s*(?:(?:is|was|has been|are|were)\s+)?(?:{_OVER}|completed)\b"
    rf"|\b(?:{_OVER}|completed|gave up(?: on)?)\s+{_OF_GOALS}"
    rf"|\bno longer {_OF_GOALS}",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"(?:[-–:(,]|\b(?:is|was|been|status:?))\s*(?:now |fully )?(?:{_OVER}|completed)\b\W*(?:on\b.*|\d.*)?$",
    re.IGNORECASE,
)
"""A goal of the list of goals with its end written behind it."""

_NOT_ENDED = re.compile(
    r"\b(?:not|never|nearly|almost|partial(?:ly)?|partly|yet|close to|until|once|if|will be|to be"
    r"|towards?|some"
    r"|half|unmet|in order to|without)\b|n't\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}\)\s*|(?<=:)\s*\d{1,2}\.\s+|(?<=[;,])\s*\d{1,2}\.\s+")
"""Where the items of a list begin: "(1) to sleep; (2) to work"."""

_APART = re.compile(r";\s+|,?\s+(?:but|while|whereas)\s+|,?\s+and\s+(?=goals?\b)", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|both|each|every)\b[^.]{0,30}\bgoals?\b", re.IGNORECASE)
_COMMON = frozenset(
    stem(word)
    for word in word_set(
        "client patient therapist clinician goal goals treatment therapy want wants like hope hopes able met"
        " achieved attained reached completed progress toward towards working work worked objective report"
        " reported long short term new main current continue continues ongoing identified set state stated"
        " session discontinued accomplished resolved remain remains open active partially yet made make"
    )
)
_LEAST_SHARED = 0.5


@dataclass(repr=False)
class _Goal:
    """A goal and every statement about it, in order."""

    stems: frozenset[str]
    number: str | None
    figures: frozenset[float]
    about: list[Statement] = field(default_factory=list)
    ended: Statement | None = None
    again: Statement | None = None
    """Speaks of it as open after a note said that it was not."""

    @property
    def first(self) -> Statement:
        """Where it was first written down."""
        return self.about[0]


def goals(statements: Sequence[Statement]) -> tuple[BriefSection, ...]:
    """The open goals, the newest mention first; and those that a note ends, if there are any."""
    found, unclear = _read(statements)
    going = sorted((one for one in found if not one.ended or one.again), key=lambda one: -one.about[-1].turn)
    over = sorted((one for one in found if one.ended and not one.again), key=lambda one: -one.about[-1].turn)
    lines = [*(_open(one) for one in going), *(_unclear(one) for one in unclear)]
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


def _none(over: Sequence[_Goal]) -> dict[str, object]:
    if over:
        return {
            "statement": "Every goal in these notes is said to have ended.",
            "codes": (Said.GOALS_NONE_OPEN,),
        }
    return {"statement": "Not recorded in these notes.", "codes": (Said.GOALS_NOT_RECORDED,)}


def _read(statements: Sequence[Statement]) -> tuple[list[_Goal], list[Statement]]:
    """All goals, and the statements that end one without saying which."""
    found: list[_Goal] = []
    unclear: list[Statement] = []
    for one in (piece for whole in statements for piece in _apart(whole)):
        if _ends(one):
            if not _end(one, found):
                unclear.append(one)
        elif one.place is Place.GOAL or _GOAL.search(one.text):
            _take(one, found)
    return found, unclear


def _apart(statement: Statement) -> list[Statement]:
    """A statement that speaks of several goals, each in a clause of its own."""
    listed = _LISTED.split(statement.text)
    if len(listed) > 2 and (statement.place is Place.GOAL or _GOAL.search(listed[0])):
        items = [one.strip(" ,;") for one in listed[1:]]
        return [replace(statement, text=item, place=Place.GOAL) for item in items if item]
    pieces = _APART.split(statement.text)
    if len(pieces) > 1 and all(
        _NUMBER.search(one) or _GOAL.search(one) or _ENDED.search(one) for one in pieces
    ):
        return [replace(statement, text=piece) for piece in pieces]
    return [statement]


def _ends(statement: Statement) -> bool:
    """Whether a statement says plainly that a goal is met or given up."""
    text = statement.text
    if _NOT_ENDED.search(text):
        return False
    return bool(_ENDED.search(text) or (statement.place is Place.GOAL and _MARKED.search(text)))


def _end(statement: Statement, found: list[_Goal]) -> bool:
    """Ends the goals a statement is about; whether it is clear which."""
    going = [one for one in found if one.ended is None or one.again]
    if _ALL.search(statement.text):
        meant = going
    elif (named := _match(statement, found, ending=True)) is not None:
        meant = [named]
    else:
        meant = going if len(going) == 1 and not _telling(statement.text) else []
        if not meant and (stems := _telling(statement.text)):
            meant = [_Goal(stems, _number(statement.text), _figures(statement.text))]
            found.extend(meant)
    for goal in meant:
        goal.about.append(statement)
        goal.ended, goal.again = statement, None
    return bool(meant)


def _take(statement: Statement, found: list[_Goal]) -> None:
    """A statement about a goal: one that is known, or a new one."""
    stems = _telling(statement.text)
    known = _match(statement, found, ending=False)
    if known is not None:
        known.about.append(statement)
        known.again = statement if known.ended is not None else None
    elif stems:
        found.append(_Goal(stems, _number(statement.text), _figures(statement.text), [statement]))


def _match(statement: Statement, found: Sequence[_Goal], *, ending: bool) -> _Goal | None:
    """The goal a statement is about: by its number, or by the words they share.

    One word is enough to say which goal has ended ("the alcohol goal"), but not to take two for one.
    """
    number, stems = _number(statement.text), _telling(statement.text)
    figures = _figures(statement.text)
    best: tuple[float, _Goal | None] = (0.0, None)
    for goal in found:
        if number is not None and goal.number is not None and number != goal.number:
            continue
        if (figures and goal.figures and figures != goal.figures) or (
            not ending and _listed(statement, goal)
        ):
            continue
        shared = stems & goal.stems
        if number is not None and number == goal.number and (not stems or shared):
            return goal
        if not ending and len(shared) < 2 and 2 * len(shared) < max(len(stems), len(goal.stems)):
            continue
        share = len(shared) / max(1, min(len(stems), len(goal.stems)))
        if share >= _LEAST_SHARED and share > best[0]:
            best = (share, goal)
    return best[1]


def _listed(statement: Statement, goal: _Goal) -> bool:
    """Whether both stand in one note's list of goals: then they are two."""
    return statement.place is Place.GOAL and any(
        one.turn == statement.turn and one.place is Place.GOAL for one in goal.about
    )


def _telling(text: str) -> frozenset[str]:
    return frozenset(content_stems(text)) - _COMMON


def _number(text: str) -> str | None:
    match = _NUMBER.search(text)
    return None if match is None else match[1]


def _figures(text: str) -> frozenset[float]:
    """The numbers a goal names, without that of the goal itself."""
    return frozenset(claimed_numbers(_NUMBER.sub(" ", text)))


def _open(goal: _Goal) -> Line:
    """A goal in its last words, with when it was first written down and whatever was said of its end."""
    shown = goal.about[-1] if goal.about[-1].place is Place.GOAL else goal.first
    passages = [passage(shown)]
    told = "" if goal.first.turn == goal.about[-1].turn else f" ({_span(goal)})"
    text, status = f"{bare(passages[0])}{told}.", Status.OPEN
    if goal.ended is not None and goal.again is not None:
        passages = [passage(goal.first), passage(goal.ended), passage(goal.again)]
        text = " ".join(f"{day(one.date)}: {ended(one)}" for one in passages)
        status = Status.DISPUTED
    elif goal.about[-1] is not shown:
        passages.append(passage(goal.about[-1]))
        text = f"{text} {day(passages[-1].date)}: {passages[-1].words}"
    return line(text, passages, status, notes_of(*goal.about), goal.number)


def _span(goal: _Goal) -> str:
    notes = len({one.turn for one in goal.about})
    return (
        f"first {day(goal.first.day)}; in {counted(notes, 'note', 'notes')}, last {day(goal.about[-1].day)}"
    )


def _over(goal: _Goal) -> Line:
    passages = [passage(goal.first)]
    if goal.ended is not None and goal.ended is not goal.first:
        passages.append(passage(goal.ended))
    text = " ".join(f"{day(one.date)}: {ended(one)}" for one in passages)
    return line(text, passages, Status.ENDED, notes_of(goal.first, goal.about[-1]), goal.number)


def _unclear(statement: Statement) -> Line:
    words = passage(statement)
    return line(f"{words.words} Which goal is not said.", [words], Status.DISPUTED, notes_of(statement))
