"""Homework and what became of it, as far as a later note says so in words of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from live_notes.brief.days import day
from live_notes.brief.doses import drugs_in
from live_notes.brief.limits import ANSWERED_NOTES, HOMEWORK_NOTES, MOST_HOMEWORK
from live_notes.brief.lines import about, ended, line, passage
from live_notes.brief.model import BriefSection, Line, Said, SectionId, Status
from live_notes.brief.statements import CLIENT, NAME, Place, Statement, looks_back, names_of
from live_notes.drafting.language.words import content_stems, stem, word_set

_ASSIGNED = re.compile(
    r"\bhomework\b|\bHW\b|(?<!as )\bassign(?:ed|ment)\b|\bbetween[- ]sessions?\b|\bworksheets?\b"
    r"|\btake[- ]home\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:assigned|gave|given|provided|handed)\b.*\b(?:homework|worksheets?|exercises?|log|record|diary)\b"
    r"|^assigned\b|\b(?:as|for) homework\b|\b(?:homework|HW)(?: assigned)?:",
    re.IGNORECASE,
)
_AGREED = r"(?:will|agree[sd]? to|plans? to|commit(?:s|ted) to|intends to|is to|was (?:asked|encouraged) to)"
_VERB = (
    r"(?:practi[cs]e|keep|write|journal|track|log|record|complete|finish|read|try|use|do|list|call"
    r"|contact|walk"
    r"|exercise|reach|notice|identify|spend|go|stand|sit|ride|talk|ask|limit|reduce|bring|fill|listen"
    r"|set|make"
    r"|rate|note|challenge|apply|work|invite|start|begin|cut|join|visit|plan|check|send|schedule)"
)
"""What somebody is told to do: "Maya to keep", but not "Refer to a clinic"."""

_COMMITTED = re.compile(
    rf"(?:\b{CLIENT}\b[^.;:,\"\d]{{0,30}}?\b{_AGREED}|\basked {CLIENT} to|(?:^|[:;,.] )"
    rf"(?:{CLIENT} to|{CLIENT} (?:also )?{_AGREED}|{NAME} to(?= {_VERB}\b)|{NAME} (?:also )?{_AGREED}))"
    r"\s+(?:also |try to |continue to |begin to |start to )?(?P<task>[a-z].*)",
    re.IGNORECASE,
)
_NO_TASK = re.compile(
    r"^(?:this|his|her|their|the|return|meet|see|follow[- ]?up|be|take|taper|increase|decrease|start"
    r"|stop|resume|have|receive|need"
    r"|benefit|remain|transition|tolerate|present|report|achieve|improve|demonstrate|develop|gain"
    r"|identify and"
    r"|(?:continue|keep)(?: to| with| on| taking| attending)? (?:\w+ ){0,2}?(?:sessions?|therapy|treatment"
    r"|medications?|meds)"
    r"|(?:schedule|attend|come|keep|make|reschedule) (?:\w+ ){0,3}?(?:appointments?|sessions?|visits?"
    r"|follow))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:please )?(?:continue(?: to)? |try to |begin to )?(?:practi[cs]e|practi[cs]ing"
    r"|keep(?:ing)? an?\b|write|journal"
    r"|track|log|complete|read|record|list|walk|fill (?:in|out)|listen to)\b"
    r"|^(?:daily|nightly|weekly) (?:practi[cs]e|journal|log|record|thought|mood|breathing|walk)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:declined|refused|did not agree|(?:don't|do not|doesn't|does not) (?:think|feel|want))\b",
    re.IGNORECASE,
)
_PERFORMED = re.compile(
    r"\breport(?:ed|s) (?!feeling|having|being|struggling|avoiding|forgetting|worrying|wanting|not\b)\w+ing\b"
    r"|\b(?:complet(?:ed|ing)|did|done|doing|finished|practi[cs](?:ed|ing)|tried|trying|used|using|kept"
    r"|keeping"
    r"|wrote|written|writing|recorded|journal(?:l?ed|l?ing)|logged|logging|tracked|tracking|brought|filled"
    r"|attended|called|contacted|walked|walking|read|listened|went|followed through|managed|was able to|rode"
    r"|stood|sat|made|joined|visited|applied|started|stayed|rated|talked|spoke|reached out|set)\b",
    re.IGNORECASE,
)
_DO = (
    r"(?:complet|do\b|done|practi[cs]|tr(?:y|ied)|us(?:e|ed|ing)\b|ke(?:ep|pt)|writ|wrote|record|journal"
    r"|log|track|bring"
    r"|brought|fill|attend|call|contact|walk|read|listen|go\b|gone|went|follow|manag|get to|got to|make"
    r"|made|start"
    r"|begin|begun|finish|schedul|remember|talk|sp[eo]ak|reach|rid|stand|stood|set|identif|work on|initiat)"
)
_UNDONE = re.compile(
    rf"(?:\b(?:not|never|unable to|failed to|fails to|without|denied)\b|n't\b)\s+(?:\w+\s+){{0,2}}?{_DO}\w*"
    r"|\b(?:could not|couldn't|unable|forgot\w*|skipp(?:ed|ing)|avoid(?:ed|ing)|no time|incomplete"
    r"|not yet)\b",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\b(?:partial(?:ly)?|partly|in part|some of|half(?! an\b)|only|just|inconsistent(?:ly)?|sometimes"
    r"|occasionally"
    r"|a few|a couple|not (?:every|all)|most (?:days|nights|of)|incomplete(?:ly)?"
    r"|\w+ (?:of|out of) (?:the )?(?:\d+|two"
    r"|three|four|five|six"
    r"|seven|ten))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:once|twice|(?:\d+|one|two|three|four|five|six) (?:days|nights|times|evenings|mornings"
    r"|occasions))\b",
    re.IGNORECASE,
)
"""How often something was done: whether that was all of it, only a reader can tell."""

_APART = re.compile(r";\s*|,?\s+\b(?:but|however|although|though|whereas|while)\b,?\s+", re.IGNORECASE)
_COMMON = frozenset(
    stem(word)
    for word in word_set(
        "client patient therapist clinician homework week weeks day days daily night nights"
        " nightly practice practise try trying keep agreed agree continue complete completed use"
        " using used time times assigned assign evening evenings morning mornings session sessions"
        " next reported report minutes minute twice plan before bed each write new last since able"
        " work working help helped helpful feel feels felt couple month months hour hours few first past"
    )
)


@dataclass(frozen=True, repr=False)
class _Task:
    """A piece of homework and the stems that tell it from others."""

    statement: Statement
    stems: frozenset[str]

    @property
    def turn(self) -> int:
        """Which note it is from."""
        return self.statement.turn


@dataclass(frozen=True, repr=False)
class _Clause:
    """What one clause of an answer says: of what, and whether it was done, left, in part, so many times."""

    stems: frozenset[str]
    did: bool
    left: bool
    partly: bool
    counted: bool

    @classmethod
    def of(cls, text: str, common: frozenset[str]) -> _Clause:
        """Reads a clause; stems of `common` tell nothing apart."""
        left = bool(_UNDONE.search(text))
        did = bool(_PERFORMED.search(_UNDONE.sub(" ", text)))
        return cls(
            _telling(text, common), did, left, bool(_IN_PART.search(text)), bool(_COUNTED.search(text))
        )


@dataclass(frozen=True, repr=False)
class _Answer:
    """A statement that may tell what became of homework. `names_it`: it says "homework"."""

    statement: Statement
    stems: frozenset[str]
    clauses: tuple[_Clause, ...]
    names_it: bool

    @classmethod
    def of(cls, statement: Statement, common: frozenset[str]) -> _Answer:
        """Reads a statement once, however many pieces of homework it is held against."""
        clauses = tuple(_Clause.of(text, common) for text in _APART.split(statement.text))
        named = bool(_ASSIGNED.search(statement.text))
        return cls(statement, _telling(statement.text, common), clauses, named)

    @property
    def turn(self) -> int:
        """Which note it is from."""
        return self.statement.turn

    def shares(self, task: _Task) -> bool:
        """Whether it speaks of this piece by words of its own."""
        shared = self.stems & task.stems
        return len(shared) >= 2 or (bool(shared) and 2 * len(shared) >= len(task.stems))

    def status(self, task: _Task) -> Status:
        """What became of this piece; `SPOKEN_OF` unless it says so plainly. The clauses about it count."""
        ours = [one for one in self.clauses if one.stems & task.stems] or self.clauses
        did, left = any(one.did for one in ours), any(one.left for one in ours)
        partly = any(one.partly for one in ours)
        if (did and left and len(ours) > 1) or ((did or left) and partly):
            return Status.PARTLY
        if left:
            return Status.NOT_DONE
        return Status.DONE if did and not any(one.counted for one in ours) else Status.SPOKEN_OF


def is_homework(statement: Statement) -> bool:
    """Whether a statement gives the client something to do until the next session."""
    text = statement.text
    if _REFUSED.search(text) or looks_back(text) or statement.place is Place.GOAL:
        return False
    if _ASSIGNED.search(text):
        return statement.ahead or bool(_GIVEN.search(text))
    if not statement.ahead:
        return False
    committed = _COMMITTED.search(text)
    if committed is not None:
        return not _NO_TASK.match(committed["task"]) and not drugs_in(committed["task"])
    return statement.place is Place.PLAN and bool(_TOLD.search(text))


def homework(statements: Sequence[Statement], newest: int) -> BriefSection:
    """Homework, that of the newest note first, each piece with what later notes say of it.

    `newest`: the turn of the last note.
    """
    recent = [one for one in statements if one.turn > newest - ANSWERED_NOTES]
    common = _COMMON | names_of(recent)
    tasks = [_Task(one, _telling(one.text, common)) for one in recent if is_homework(one)]
    answers = [_Answer.of(one, common) for one in recent if _may_answer(one)]
    fresh = sorted({task.turn for task in tasks})[-HOMEWORK_NOTES:]
    lines: list[Line] = []
    for task in sorted(tasks, key=lambda task: -task.turn):
        outcomes = _outcomes(task, tasks, answers)
        if outcomes or (task.turn in fresh and not _given_again(task, tasks)):
            lines.append(_line(task, outcomes))
    section = BriefSection(id=SectionId.HOMEWORK, title="Homework", lines=tuple(lines[:MOST_HOMEWORK]))
    if not lines:
        told = {"statement": "Not recorded in these notes.", "codes": (Said.HOMEWORK_NOT_RECORDED,)}
        return section.model_copy(update=told)
    return section.model_copy(update={"left_out": len(lines) - len(section.lines)})


def _telling(text: str, common: frozenset[str]) -> frozenset[str]:
    return frozenset(content_stems(text)) - common


def _given_again(task: _Task, tasks: Sequence[_Task]) -> bool:
    """Whether a later note gives the same homework."""
    return any(
        later.turn > task.turn and task.stems and 2 * len(task.stems & later.stems) > len(task.stems)
        for later in tasks
    )


def _may_answer(statement: Statement) -> bool:
    """Whether a statement may tell what became of some homework."""
    text = statement.text
    if not (_PERFORMED.search(text) or _UNDONE.search(text) or _ASSIGNED.search(text)):
        return False
    if statement.place in {Place.PLAN, Place.GOAL}:
        return looks_back(text)
    return not statement.ahead and not is_homework(statement)


def _outcomes(task: _Task, tasks: Sequence[_Task], answers: Sequence[_Answer]) -> list[_Answer]:
    """What later notes say of a piece of homework: in the first of them, and in the last where it differs."""
    found = [one for one in answers if one.turn > task.turn and _speaks_of(one, task, tasks)]
    if not found:
        return []
    first = [one for one in found if one.turn == found[0].turn]
    told = {one.status(task) for one in first}
    later = [one for one in found if one.turn > found[0].turn and one.status(task) not in told]
    return [*first[:2], *later[-1:]]


def _speaks_of(answer: _Answer, task: _Task, tasks: Sequence[_Task]) -> bool:
    """By the words both share; "the homework" is that of the last note which gave any."""
    if not answer.names_it or answer.shares(task):
        return answer.shares(task)
    last = max((one.turn for one in tasks if one.turn < answer.turn), default=-1)
    return task.turn == last and not any(one.turn == last and answer.shares(one) for one in tasks)


def _line(task: _Task, outcomes: Sequence[_Answer]) -> Line:
    given = passage(task.statement)
    told = [passage(one.statement) for one in outcomes]
    notes = about(task.statement, *(one.statement for one in outcomes))
    if not outcomes:
        text = f"{ended(given)} What became of it is not recorded."
        return line(text, [given], Status.NOT_RECORDED, notes)
    later = " ".join(f"{day(one.date)}: {ended(one)}" for one in told)
    return line(f"{ended(given)} {later}", [given, *told], _together(outcomes, task), notes)


def _together(outcomes: Sequence[_Answer], task: _Task) -> Status:
    """The status of the last note that speaks of it; two that differ in one note say nothing plainly."""
    last = {one.status(task) for one in outcomes if one.turn == outcomes[-1].turn}
    return last.pop() if len(last) == 1 else Status.SPOKEN_OF
