"""A note's statements, one by one, and what each is for the brief: a step ahead, a goal, or a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from live_notes.brief.days import Day
from live_notes.brief.notes import EarlierNote
from live_notes.drafting.author.kinds import kind_of_note
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import stem
from live_notes.drafting.spec import Speaking


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


CLIENT = r"(?:(?:the )?(?:client|patient|pt\.?|couple|family)(?: [a-z])?|he|she|they|\[\w+\])"
"""Whom a sentence is about: the client by a term, a pronoun or a placeholder."""

_NO_NAME = (
    r"(?:Therapist|Clinician|Counsell?or|Provider|Writer|Psychiatrist|Psychologist|Doctor|Physician"
    r"|Nurse|Staff"
    r"|Supervisor|We|It|This|That|There|The|These|Those|An|In|On|At|After|Before|If|When|Her|His|Their|Next"
    r"|Sessions?|Therapy|Treatment|Plans?|Referral|Follow|Homework|Goals?|Mother|Father|Parents?|Husband|Wife"
    r"|Partner|Spouse|Sister|Brother|School|Team|Insurance|Case|Due|Return|Need|Medications?)\b"
)
NAME = rf"(?!{_NO_NAME})(?-i:[A-Z][a-z]+)"
"""A word with a capital that may be a name, where a sentence's subject stands."""

CLINICIAN = (
    r"(?:(?:the )?(?:therapist|clinician|counsell?or|provider|writer|psychologist|psychiatrist|doctor)|i|we)"
)
_PLAN_TITLE = _any(
    r"\bplans?\b",
    r"\bnext steps?\b",
    r"\brecommendations?\b",
    r"\bfollow[- ]?ups?\b",
    r"\bhomework\b",
    r"\baction items?\b",
    r"^p$",
)
_MIXED_TITLE = _any(r"\bassessments?\b.*\bplans?\b", r"^a\s*[/&]\s*p$", r"\bgoals?\b.*\bplans?\b")
_GOAL_TITLE = _any(r"\bgoals?\b", r"\btreatment objectives?\b", r"^g$")
_DEED_TITLE = _any(r"\binterventions?\b", r"\btechniques?\b", r"^i$")
_REPORT_TITLE = _any(
    r"\bsubjective\b|\bobjective\b|\bassessments?\b|\bdata\b|\bbehaviou?rs?\b|\bresponses?\b|\bproblems?\b"
    r"|\bevaluations?\b|\bhistory\b|\bcomplaints?\b|\bpresent\w+\b|\bmental status\b|\brisk\b"
    r"|\bmedications?\b"
    r"|\bdiagnos\w+\b|\bimpressions?\b|\bsymptoms?\b|\bprogress\b(?! note)",
    r"^[sodabr]$",
)
_LOOKS_BACK = _any(
    rf"^(?:{CLIENT}|{NAME}|{CLINICIAN})\b.{{0,40}}\b(?:reports?|reported|stated?|states|described|shared"
    rf"|said|noted"
    r"|denied|brought|completed|did|has (?:not )?(?:been|done|completed|practi[cs]ed|kept|used)|had"
    r"|forgot|was"
    r"|practi[cs]ed|tried|used|kept|attended|missed|found|reviewed|discussed|processed|explored|worked"
    r"|validated"
    r"|observed|scored|formulated|explained|thinks|provided|taught|introduced|asked about)\b",
    r"\b(?:reviewed|completed|created|developed|processed|updated)\.?$",
    r"^when asked\b",
    r"^(?:reviewed|discussed|processed|explored|completed|followed up on|checked in)\b",
    r"\b(?:last|previous|past) (?:week|session|appointment|month)(?:'s)?\b",
)
_LOOKS_AHEAD = _any(
    r"\b(?:will|plans? to|agreed? to|agrees to|committed to|intends to|going to|is to|are to)\b",
    r"\bnext (?:session|appointment|week|visit|step|month|monday|tuesday|wednesday|thursday|friday)\b",
    r"\b(?:(?<!as )assigned|homework:|hw:?|for homework|as homework|between sessions|until next)\b",
    r"^plan\b",
    rf"^(?:for homework, )?(?:{CLIENT}|{NAME}) to [a-z]+",
    rf"^{CLINICIAN} to [a-z]+",
    rf"^{CLINICIAN} (?:suggested|recommended|asked (?:the )?(?:client|patient)(?: [a-z])? to)\b",
    r"\b(?:refer(?:red|ral)? to|follow[- ]?up (?:in|with|on|appointment)|scheduled for|return in)\b",
)
_SUBJECT = re.compile(
    rf"({NAME})(?:'s)? (?:reports?|reported|stated?|states|described|denied|agreed|will|shared|noted"
    rf"|said|identified"
    r"|expressed|presented|attended|completed|kept|takes|did|rated|arrived|cancelled|missed|endorsed)\b"
)
_AHEAD_BY_ITSELF = _any(
    rf"^{CLINICIAN} (?:suggested|recommended|asked (?:the )?(?:client|patient)(?: [a-z])? to)\b"
)


class Place(Enum):
    """What the section a statement stands in says of it."""

    PLAN = "plan"
    GOAL = "goal"
    DEED = "deed"
    REPORT = "report"
    FREE = "free"
    """The section says nothing: a narrative, or assessment and plan in one."""


@dataclass(frozen=True, repr=False)
class Statement:
    """One statement of a note. `turn` counts the notes, the oldest is 0."""

    text: str
    note: EarlierNote
    turn: int
    place: Place
    day: Day | None
    correction: bool = False

    def __repr__(self) -> str:
        return f"<Statement {self.turn} {self.place.value} {len(self.text)} chars>"

    @property
    def ahead(self) -> bool:
        """Whether it is a step ahead: in a plan everything, elsewhere what says so."""
        if self.place is Place.PLAN:
            return True
        if self.place is not Place.FREE:
            return False
        planned = kind_of_note(self.text) is Kind.PLAN or bool(_AHEAD_BY_ITSELF.search(self.text))
        return planned and not looks_back(self.text)

    @property
    def reports(self) -> bool:
        """Whether it tells how the client is or was: no step ahead, no goal, no deed of the clinician."""
        if self.place in {Place.PLAN, Place.GOAL, Place.DEED} or self.ahead:
            return False
        return self.place is Place.REPORT or kind_of_note(self.text) is not Kind.INTERVENTION


def statements_of(note: EarlierNote, turn: int) -> Iterator[Statement]:
    """All statements of a note in their order, those that were added after its signature last."""
    for part in note.parts:
        place = _place(part.title)
        yield from (Statement(text, note, turn, place, note.date) for text in part.texts)
    for added in note.additions:
        if added.kind != "cosignature":
            for text in added.texts:
                day = added.date or note.date
                yield Statement(text, note, turn, Place.FREE, day, added.kind == "correction")


def names_of(statements: Iterable[Statement]) -> frozenset[str]:
    """The stems of names that stand as subjects: most sentences share them, so they tell nothing apart."""
    found = (_SUBJECT.match(one.text) for one in statements)
    return frozenset(stem(match[1]) for match in found if match is not None)


def looks_back(text: str) -> bool:
    """Whether a statement tells what was, not what is to come."""
    return bool(_LOOKS_BACK.search(text)) and not _LOOKS_AHEAD.search(text)


def written(text: str) -> Unit:
    """A statement as the embedded drafter reads what a clinician wrote."""
    return Unit(0, 0, "author", Speaking.AUTHOR, text, text, (), question=False, backchannel=False)


def _place(title: str) -> Place:
    for place, pattern in (
        (Place.FREE, _MIXED_TITLE),
        (Place.GOAL, _GOAL_TITLE),
        (Place.PLAN, _PLAN_TITLE),
        (Place.DEED, _DEED_TITLE),
        (Place.REPORT, _REPORT_TITLE),
    ):
        if pattern.search(title.strip().lower()):
            return place
    return Place.FREE
