"""Medication changes, each as its note has it; and doses that differ though no change is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from live_notes.brief.days import day
from live_notes.brief.doses import DOSE, Dose, Drug, doses_in, drugs_in
from live_notes.brief.limits import MOST_MEDICATION
from live_notes.brief.lines import about, ended, line, passage
from live_notes.brief.model import BriefSection, Line, Said, SectionId, Status
from live_notes.brief.statements import Statement

MEDICATION = "medication"
"""The topic of what is said of medication without a name."""

_GENERAL = re.compile(
    r"\b(?:medications?|meds|medicines?|antidepressants?|ssris?|snris?|mood stabili[sz]ers?|antipsychotics?"
    r"|benzodiazepines?|stimulants?|sleeping pills?|pills|prescriptions?|dose|doses|dosage)\b",
    re.IGNORECASE,
)
_START = (
    r"start(?:ed|ing|s)?|began|begin(?:s|ning)?|begun|initiat\w+|(?<!as )prescrib(?:ed|es|ing|e)"
    r"|(?:re)?start(?:ed|ing|s)?|resum(?:ed|es|ing|e)|add(?:ed|s|ing)?|new prescription|trial of"
    r"|(?:put|placed?|placing) (?:\w+ ){0,2}on"
)
_ADJUST = (
    r"increas(?:ed|es|ing|e)|rais(?:ed|es|ing|e)|(?:up-?)?titrat\w+|decreas(?:ed|es|ing|e)"
    r"|reduc(?:ed|es|ing|e|tion)|lower(?:ed|s|ing)?|taper(?:ed|s|ing)?|wean(?:ed|s|ing)?"
    r"|halv(?:ed|es|ing|e)|doubl(?:ed|es|ing|e)|adjust(?:ed|s|ing|ment)?|chang(?:ed|es|ing|e)"
    r"|switch(?:ed|es|ing)?|replac(?:ed|es|ing|e)|bump(?:ed|ing)?|cut (?:down|back|in half)"
    r"|(?:went|go|going|moved?|put|brought) (?:\w+ ){0,2}(?:up|down)"
)
_STOP = (
    r"stop(?:ped|s|ping)?|discontinu\w+|d/c|quit(?:ting|s)?|(?:came|coming|come|taken|went|go|going) off"
    r"|off of|no longer (?:on|takes|taking)|held|ran out of|cut out"
)
_SYMPTOM = (
    r"\s+(?:(?:her|his|their|the|my)\s+)?(?:pain|anxiety|symptoms?|swelling|mood|sleep\w*|energy"
    r"|appetite|panic"
    r"|inflammation|blood|depress\w*|cravings?|nightmares?|stress|drinking|alcohol)\b"
)
"""What a drug may reduce or raise: then not the drug is changed."""

_CHANGE = re.compile(
    rf"\b(?:{_START}|{_ADJUST}|{_STOP})(?:\s+(?:taking|on|(?:the |her |his |their )?use of))?"
    rf"(?!{_SYMPTOM})\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"\b(?:continu\w+|tak(?:es|ing|en|e)|remain\w*|stay\w*|maintain\w*|uses?|using|tolerat\w+|refill\w*"
    r"|currently|is on|was on|still|adheren\w+|unchanged|no (?:\w+ )?changes?)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(rf"\b(?:{_STOP})\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:consider\w*|discuss\w*|may|might|could|would|if|whether|ask(?:ed|ing)?|wants? to|wish\w*"
    r"|hop(?:es|ing)"
    r"|thinking (?:of|about)|interested in|recommend\w*|suggest\w*|options?|possib\w+|hesita\w+"
    r"|reluctan\w+)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|denied|denies|declin\w+|refus\w+|without|no|prefers? not)\b|n't\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:]\s|,?\s+\bbut\b|\.\s|,\s+(?=(?:and|so|which|who)\b)"
    r"|\s+and\s+(?=(?:has|have|had|is|was|will|then|now|since)\b)"
)
_NEAR_WORDS = 9
"""Words between a change and the drug that changes."""


@dataclass(repr=False)
class _Course:
    """What is known of one drug so far: its last dose and where it was said."""

    dose: Dose | None = None
    said: Statement | None = None
    stopped: bool = False
    proposed: Dose | None = None


def medication(statements: Sequence[Statement]) -> BriefSection:
    """The changes, the newest first, and what contradicts them or each other."""
    courses: dict[str, _Course] = {}
    lines: list[Line] = []
    for statement in statements:
        lines += _lines(statement, courses)
    lines.reverse()
    kept = tuple(lines[:MOST_MEDICATION])
    section = BriefSection(
        id=SectionId.MEDICATION, title="Medication changes", lines=kept, left_out=len(lines) - len(kept)
    )
    if lines:
        return section
    told = {"statement": "Not recorded in these notes.", "codes": (Said.MEDICATION_NOT_RECORDED,)}
    return section.model_copy(update=told)


def _lines(statement: Statement, courses: dict[str, _Course]) -> Iterator[Line]:
    text = statement.text
    drugs = drugs_in(text)
    if not drugs and (general := _GENERAL.search(text) or _of_unknown(text)):
        drugs = [Drug(MEDICATION, general.start(), tuple(doses_in(text)))]
    found = [(drug, _status(text, drug.place, alone=len(drugs) == 1)) for drug in drugs]
    lines = [_of_drug(statement, drug, status, courses) for drug, status in found]
    # A sentence is shown once, under the drug that it changes.
    told = [line_ for line_ in lines if line_ is not None]
    told.sort(key=lambda line_: line_.status not in {Status.DISPUTED, Status.CHANGED})
    yield from told[:1]


def _of_unknown(text: str) -> re.Match[str] | None:
    """The dose of a drug whose name nobody here knows, where the sentence changes something."""
    return DOSE.search(text) if _CHANGE.search(text) else None


def _status(text: str, place: int, *, alone: bool) -> Status:
    """Whether a sentence changes the drug at `place`, proposes to, says that nobody did, or only names it."""
    verb = _verb(text, place, alone=alone)
    if verb is None:
        return Status.MENTIONED
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, verb.start())), default=0)
    before = text[start : verb.start()]
    if _NEGATED.search(before):
        return Status.NOT_CHANGED
    return Status.PROPOSED if _OPEN.search(before) else Status.CHANGED


def _verb(text: str, place: int, *, alone: bool) -> re.Match[str] | None:
    """The change a drug undergoes: the last verb before it if that is one, or else one that follows.

    `alone`: the sentence names no other drug, so that a later clause is about this one as well.
    """
    changes = list(_CHANGE.finditer(text))
    before = [one for one in changes if one.end() <= place]
    keeps = [one.end() for one in _KEEP.finditer(text, 0, place)]
    if before and before[-1].end() >= max(keeps, default=0):
        return before[-1] if _near(text[before[-1].end() : place]) else None
    if keeps:
        return None
    after = next((one for one in changes if one.start() > place), None)
    if after is None:
        return None
    between = text[place : after.start()]
    return after if _near(between) or (alone and len(between.split()) <= _NEAR_WORDS) else None


def _near(between: str) -> bool:
    return len(between.split()) <= _NEAR_WORDS and not _CLAUSE.search(between)


def _of_drug(statement: Statement, drug: Drug, status: Status, courses: dict[str, _Course]) -> Line | None:
    """The line a statement about a drug is worth, if it says anything new of it; notes what it says."""
    course = courses.setdefault(drug.name, _Course())
    dose = _now(drug)
    match status:
        case Status.CHANGED:
            course.stopped = dose is None and bool(_STOPPED.search(statement.text))
            course.dose = dose or (None if course.stopped else course.dose)
            course.said = statement
        case Status.PROPOSED:
            course.proposed = dose
        case Status.MENTIONED:
            return _mentioned(statement, drug.name, dose, course)
        case _:  # what nobody changed leaves everything as it was
            pass
    words = passage(statement)
    return line(words.words, [words], status, about(statement), drug.name)


def _now(drug: Drug) -> Dose | None:
    """The dose after whatever the sentence says: the last one written."""
    return drug.doses[-1] if drug.doses else None


def _mentioned(statement: Statement, topic: str, dose: Dose | None, course: _Course) -> Line | None:
    """A line about a dose that is not as it was last written, or is written for the first time."""
    earlier, words = course.said, passage(statement)
    if earlier is not None and course.stopped and topic != MEDICATION:
        course.stopped, course.dose, course.said = False, dose, statement
        return _differs(earlier, statement, topic)
    if dose is None or (course.dose is not None and course.dose.same_as(dose)):
        return None
    known, expected = course.dose, course.proposed
    course.dose, course.said = dose, statement
    if known is None or earlier is None or (expected is not None and expected.same_as(dose)):
        return line(words.words, [words], Status.MENTIONED, about(statement), topic)
    return _differs(earlier, statement, topic)


def _differs(earlier: Statement, now: Statement, topic: str) -> Line:
    """Two statements of a drug that do not fit each other, both with their days."""
    both = [passage(now), passage(earlier)]
    text = (
        f"{day(both[0].date)}: {ended(both[0])} {day(both[1].date)}: {ended(both[1])} "
        "No change between the two is recorded."
    )
    return line(text, both, Status.DISPUTED, about(now, earlier), topic)
