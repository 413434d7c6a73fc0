"""Note formats: which sections they have and what kind of statement each section may hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoteFormat(StrEnum):
    """The formats a note can be drafted in."""

    SOAP = "soap"
    DAP = "dap"
    BIRP = "birp"
    NARRATIVE = "narrative"


class Kind(StrEnum):
    """What a statement is, before any format places it."""

    REPORT = "report"
    OBSERVATION = "observation"
    FORMULATION = "formulation"
    INTERVENTION = "intervention"
    RESPONSE = "response"
    PLAN = "plan"


@dataclass(frozen=True)
class SectionPlan:
    """One section: its title, the kinds it may hold, its rule, and what it says when it is empty."""

    title: str
    kinds: frozenset[Kind]
    rule: str
    when_empty: str


def _section(title: str, rule: str, when_empty: str, *kinds: Kind) -> SectionPlan:
    return SectionPlan(title, frozenset(kinds), rule, when_empty)


_NO_PLAN = "No next step was stated in this session."
_PLAN = _section(
    "Plan", "Next steps, homework, referrals and the next date, as spoken by either.", _NO_PLAN, Kind.PLAN
)

SECTIONS: dict[NoteFormat, tuple[SectionPlan, ...]] = {
    NoteFormat.SOAP: (
        _section(
            "Subjective",
            "What the client reports.",
            "The client reported nothing that belongs here.",
            Kind.REPORT,
            Kind.RESPONSE,
        ),
        _section(
            "Objective",
            "Only what was observed or measured.",
            "No observation or measurement was stated in this session.",
            Kind.OBSERVATION,
        ),
        _section(
            "Assessment",
            "The clinician's own formulation and the progress seen; no new diagnosis.",
            "No formulation was stated in this session; it is left to the clinician.",
            Kind.FORMULATION,
        ),
        _PLAN,
    ),
    NoteFormat.DAP: (
        _section(
            "Data",
            "What the client reports, what was observed, and the interventions used.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.OBSERVATION,
            Kind.INTERVENTION,
        ),
        _section(
            "Assessment",
            "The clinician's formulation, the client's response and progress.",
            "No formulation or response was stated in this session; it is left to the clinician.",
            Kind.FORMULATION,
            Kind.RESPONSE,
        ),
        _PLAN,
    ),
    NoteFormat.BIRP: (
        _section(
            "Behavior",
            "How the client presents: what they report and what was observed.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.OBSERVATION,
        ),
        _section(
            "Intervention",
            "What the clinician did, from the clinician's own turns.",
            "No intervention can be shown from the clinician's words.",
            Kind.INTERVENTION,
            Kind.FORMULATION,
        ),
        _section(
            "Response",
            "The client's response to the interventions.",
            "No response to an intervention was stated in this session.",
            Kind.RESPONSE,
        ),
        _PLAN,
    ),
    NoteFormat.NARRATIVE: (
        _section(
            "Narrative",
            "Chronological prose in which interventions, response and plan can be found.",
            "Nothing was said that belongs in a note.",
            *Kind,
        ),
    ),
}
"""The sections of every format, in the order of the note."""
