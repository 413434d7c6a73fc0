"""Which goals the notes speak of, and what each statement says of one: still there, or over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from live_notes.brief.statements import CLIENT, Place, Statement, names_of
from live_notes.drafting.language.numbers import claimed_numbers
from live_notes.drafting.language.words import content_stems, stem, word_set

_GOAL = re.compile(
    r"\bgoals?\b(?! (?:of|for) (?:the |this |today's )?(?:session|exercise|exposure|meeting|visit|group))"
    r"(?:\s*(?:#|no\. ?)?\d+)?\s*(?:[:–-]\s|\b(?:is|are|was|were) (?:to|that|an?|the|\w+ing)\b|\b(?:of|to)\b"
    r"|\bfor (?:treatment|therapy)\b)"
    rf"|\b{CLIENT}\b[^.;\"]{{0,20}}\b(?:wants?|would like|hopes?|aims?|wishes) to (?:be able to|learn|improve"
    r"|reduce|return to|stop|work on|manage|cope)\b"
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

_PROGRESS = re.compile(r"\bprogress\w*\b.{0,60}\b(?:goals?|objectives?)\b", re.IGNORECASE)
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


@dataclass(frozen=True, repr=False)
class Mention:
    """A statement about a goal, with what tells that goal from others: words, number, figures."""

    statement: Statement
    stems: frozenset[str]
    number: str | None
    figures: frozenset[float]

    @classmethod
    def of(cls, statement: Statement, common: frozenset[str]) -> Mention:
        """Reads a statement; stems of `common` tell nothing apart."""
        number = _NUMBER.search(statement.text)
        return cls(
            statement,
            frozenset(content_stems(statement.text)) - common,
            None if number is None else number[1],
            frozenset(claimed_numbers(_NUMBER.sub(" ", statement.text))),
        )

    @property
    def ends_it(self) -> bool:
        """Whether it says plainly that a goal is met or given up."""
        text = self.statement.text
        if _NOT_ENDED.search(text):
            return False
        return bool(_ENDED.search(text) or (self.statement.place is Place.GOAL and _MARKED.search(text)))

    @property
    def names_one(self) -> bool:
        """Whether it puts a goal into words."""
        return self.statement.place is Place.GOAL or bool(_GOAL.search(self.statement.text))


@dataclass(repr=False)
class Goal:
    """A goal and every statement about it, in order."""

    first: Mention
    about: list[Statement] = field(default_factory=list)
    ended: Statement | None = None
    again: Statement | None = None
    """Speaks of it as open after a note said that it was not."""

    @property
    def open(self) -> bool:
        """Whether no note has ended it, or a later one speaks of it again."""
        return self.ended is None or self.again is not None


@dataclass(repr=False)
class Goals:
    """All goals of the notes, and the statements that end one without saying which."""

    found: list[Goal] = field(default_factory=list)
    unclear: list[Statement] = field(default_factory=list)

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Goals:
        """Reads the notes' statements in their order."""
        goals, common = cls(), _COMMON | names_of(statements)
        for statement in (piece for whole in statements for piece in _apart(whole)):
            goals._read(Mention.of(statement, common))
        return goals

    def _read(self, mention: Mention) -> None:
        if mention.ends_it:
            self._end(mention)
        elif mention.names_one:
            self._take(mention)
        elif _PROGRESS.search(mention.statement.text) and (known := self._meant(mention, loosely=True)):
            known.about.append(mention.statement)

    def _end(self, mention: Mention) -> None:
        """Ends the goals a statement is about, one nobody spoke of before, or none where that is unclear."""
        going = [one for one in self.found if one.open]
        if _ALL.search(mention.statement.text):
            meant = going
        elif (named := self._meant(mention, loosely=True)) is not None:
            meant = [named]
        elif mention.stems:
            meant = [Goal(mention)]
            self.found += meant
        else:
            meant = going if len(going) == 1 else []
        if not meant:
            self.unclear.append(mention.statement)
        for goal in meant:
            goal.about.append(mention.statement)
            goal.ended, goal.again = mention.statement, None

    def _take(self, mention: Mention) -> None:
        """A goal that is known, or a new one."""
        known = self._meant(mention, loosely=False)
        if known is not None:
            known.about.append(mention.statement)
            known.again = mention.statement if known.ended is not None else None
        elif mention.stems:
            self.found.append(Goal(mention, [mention.statement]))

    def _meant(self, mention: Mention, *, loosely: bool) -> Goal | None:
        """The goal a statement is about. `loosely`: one word is enough to say which ("the alcohol goal")."""
        best: tuple[float, Goal | None] = (0.0, None)
        for goal in self.found:
            share = _likeness(mention, goal, loosely=loosely)
            if share > best[0]:
                best = (share, goal)
        return best[1]


def _likeness(mention: Mention, goal: Goal, *, loosely: bool) -> float:
    """How much a statement is about a goal: 2 by its number, else the share of words, 0 if too small."""
    numbers, figures = (mention.number, goal.first.number), (mention.figures, goal.first.figures)
    if (all(numbers) and numbers[0] != numbers[1]) or (all(figures) and figures[0] != figures[1]):
        return 0.0
    if not loosely and _listed(mention.statement, goal):
        return 0.0
    shared = mention.stems & goal.first.stems
    if mention.number is not None and numbers[0] == numbers[1] and (shared or not mention.stems):
        return 2.0
    sizes = sorted((len(mention.stems), len(goal.first.stems)))
    if not loosely and len(shared) < 2 and 2 * len(shared) < sizes[1]:
        return 0.0
    share = len(shared) / max(1, sizes[0])
    return share if share >= _LEAST_SHARED else 0.0


def _listed(statement: Statement, goal: Goal) -> bool:
    """Whether both stand in one note's list of goals: then they are two."""
    return statement.place is Place.GOAL and any(
        one.turn == statement.turn and one.place is Place.GOAL for one in goal.about
    )


def _apart(statement: Statement) -> list[Statement]:
    """A statement that speaks of several goals, each in a clause of its own."""
    listed = _LISTED.split(statement.text)
    if len(listed) > 2 and (statement.place is Place.GOAL or _GOAL.search(listed[0])):
        items = [one.strip(" ,;") for one in listed[1:]]
        return [replace(statement, text=item, place=Place.GOAL) for item in items if item]
    pieces = _APART.split(statement.text)
    several = len(pieces) > 1 and all(
        _NUMBER.search(one) or _GOAL.search(one) or _ENDED.search(one) for one in pieces
    )
    return [replace(statement, text=piece) for piece in pieces] if several else [statement]
