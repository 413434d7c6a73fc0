"""What each content of a template takes: kinds of statements, and the words one of which they must have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from live_notes.drafting.domains import DOMAINS
from live_notes.drafting.formats import Kind, NoteFormat, SectionPlan
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.templates.model import Content

FIRST, ASKED, SPECIFIC, GENERAL = -2, -1, 0, 1
"""How close a content fits: risk before all, what was asked, a matter before what takes any words."""


@dataclass(frozen=True)
class Part:
    """Statements of these kinds, with one of these words where there are any; `also`: more such words."""

    kinds: frozenset[Kind]
    about: re.Pattern[str] | AnyCase | None = None
    closeness: int = GENERAL
    asked: re.Pattern[str] | None = None
    also: re.Pattern[str] | None = None

    def fit(self, kind: Kind, text: str, question: str = "") -> int | None:
        """How close a statement fits, the lower the closer; None when it does not."""
        if kind in self.kinds and question and self.asked is not None and self.asked.search(question):
            return ASKED
        return self.closeness if kind in self.kinds and self._is_about(text) else None

    def _is_about(self, text: str) -> bool:
        if self.about is None or self.about.search(text) is not None:
            return True
        return self.also is not None and self.also.search(text) is not None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_TOLD = frozenset((Kind.REPORT, Kind.OBSERVATION, Kind.FORMULATION, Kind.RESPONSE, Kind.PLAN))
_MEASURES = re.compile(
    r"\b(?:phq|gad|pcl|bdi|madrs|c-?ssrs|y-?bocs|audit|moca|suds?|voc|ces-d|who-5|ors|srs)\b(?:-?\d{1,2}\b)?"
    r"|\bscor(?:e[sd]?|ing)\b|\b(?:rat(?:ed|es|ing)|scale)\b"
    r"|\bout of (?:ten|10|100|a hundred)\b|\b\d+ ?/ ?\d+\b"
    r"|\b(?:blood pressure|heart rate|pulse|bmi|weigh(?:s|ed|t))\b"
    r"|\b\d+(?:\.\d+)? ?(?:kg|kilos?|pounds?|lbs?|mmhg|percent)\b",
    re.IGNORECASE,
)
_HOMEWORK = _words(
    r"homework|worksheets?|practi[cs]\w+|diar(?:y|ies)|journal\w*|thought records?|logs?|track\w*"
    r"|between sessions|exercises?|assign\w*|write down|try (?:to|the|out|it)"
    r"|every (?:day|morning|evening|night)|chapters?|workbooks?|read (?:the|pages?|about)"
    r"|(?:once|twice|\w+ times) (?:a|per|each) (?:day|week)"
)
_APPOINTMENT = _words(
    r"next (?:session|appointment|visit|meeting|date|time)|appointments?|meet again|see (?:you|each other)"
    r"|follow[- ]?up|schedul\w+|same time|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|next week"
)
_ON_RISK = _words(
    r"(?:acute|chronic|imminent|current|overall|his|her|their) risk|risk (?:is|was|remains|level|appears)"
    r"|at risk|risk:?(?= (?:low|moderate|high|elevated|minimal))|protective factors?|warning signs"
    r"|safety concerns?"
    r"|(?-i:HI|AVH|NSSI|SIB)|c-?ssrs|firearms?|guns?|shotguns?|rifles?|pistols?|handguns?|death wish"
)
"""What a clinician writes of risk without naming one."""
_MEDICATION = next(domain.words for domain in DOMAINS if domain.name == "medication")
_TITLES: Final = {
    Content.PSYCHIATRIC_HISTORY: (NoteFormat.INTAKE, "Psychiatric history"),
    Content.MEDICAL_HISTORY: (NoteFormat.INTAKE, "Medical history"),
    Content.SUBSTANCE_USE: (NoteFormat.INTAKE, "Substance use"),
    Content.FAMILY_HISTORY: (NoteFormat.INTAKE, "Family history"),
    Content.DEVELOPMENTAL_HISTORY: (NoteFormat.INTAKE, "Developmental history"),
    Content.TRAUMA: (NoteFormat.INTAKE, "Trauma"),
    Content.LEGAL: (NoteFormat.INTAKE, "Legal"),
    Content.SOCIAL_HISTORY: (NoteFormat.INTAKE, "Social history"),
    Content.STRENGTHS: (NoteFormat.INTAKE, "Strengths"),
    Content.EMDR_PREPARATION: (NoteFormat.EMDR, "Preparation"),
    Content.EMDR_TARGET: (NoteFormat.EMDR, "Assessment of the target"),
    Content.EMDR_DESENSITIZATION: (NoteFormat.EMDR, "Desensitization"),
    Content.EMDR_INSTALLATION: (NoteFormat.EMDR, "Installation"),
    Content.EMDR_BODY_SCAN: (NoteFormat.EMDR, "Body scan"),
    Content.GOALS: (NoteFormat.GIRP, "Goal"),
}
"""The contents that are a section of a built-in format, and of which."""


def plan_titled(note_format: NoteFormat, title: str) -> SectionPlan:
    """A built-in format's section of this title."""
    return next(plan for plan in SECTIONS[note_format] if plan.title == title)


def _as_built_in(content: Content) -> Part:
    plan = plan_titled(*_TITLES[content])
    return Part(plan.kinds, plan.about, SPECIFIC, plan.asked)


PARTS: Final[dict[Content, Part]] = {
    Content.REPORTED: Part(frozenset({Kind.REPORT})),
    Content.OBSERVED: Part(frozenset({Kind.OBSERVATION})),
    Content.MEASURES: Part(_TOLD - {Kind.PLAN}, _MEASURES, SPECIFIC),
    Content.ASSESSMENT: Part(frozenset({Kind.FORMULATION})),
    Content.INTERVENTIONS: Part(frozenset({Kind.INTERVENTION})),
    Content.RESPONSE: Part(frozenset({Kind.RESPONSE})),
    Content.PLAN: Part(frozenset({Kind.PLAN})),
    Content.HOMEWORK: Part(frozenset({Kind.PLAN}), _HOMEWORK, SPECIFIC),
    Content.APPOINTMENT: Part(frozenset({Kind.PLAN}), _APPOINTMENT, SPECIFIC),
    Content.RISK: Part(_TOLD, RISK_WORDS, FIRST, also=_ON_RISK),
    Content.MEDICATION: Part(_TOLD, _MEDICATION, SPECIFIC),
    **{content: _as_built_in(content) for content in _TITLES},
}
"""Every content's part."""

ANYTHING: Final = Part(frozenset(Kind))
"""Where a section names no contents, its instruction alone says what it takes."""

BY_KIND: Final = {
    Kind.REPORT: Content.REPORTED,
    Kind.OBSERVATION: Content.OBSERVED,
    Kind.FORMULATION: Content.ASSESSMENT,
    Kind.INTERVENTION: Content.INTERVENTIONS,
    Kind.RESPONSE: Content.RESPONSE,
    Kind.PLAN: Content.PLAN,
}


def contents_of(note_format: NoteFormat, plan: SectionPlan) -> tuple[Content, ...]:
    """The contents that make a section of a template hold what a built-in section holds."""
    named = [content for content, home in _TITLES.items() if home == (note_format, plan.title)]
    return tuple(named) or tuple(BY_KIND[kind] for kind in Kind if kind in plan.kinds)


def holds(contents: Iterable[Content], kind: Kind) -> bool:
    """Whether any of these contents takes statements of a kind whatever they are about."""
    return any(kind in PARTS[one].kinds and PARTS[one].about is None for one in contents)
