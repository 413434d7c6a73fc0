"""What is looked for in a note of each format (what each must hold), as data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from live_notes.completeness import signs
from live_notes.drafting.formats import NoteFormat


@dataclass(frozen=True, slots=True)
class Expected:
    """One matter: found where a sentence shows its sign, in the whole note or only in the named section.

    `rule`: where it is from. `any_words`: in the named section any sentence will do.
    """

    code: str
    rule: str
    sign: re.Pattern[str]
    section: str | None = None
    any_words: bool = False


def _somewhere(code: str, rule: str, sign: re.Pattern[str]) -> Expected:
    return Expected(code, rule, sign)


def _filled(code: str, rule: str, sign: re.Pattern[str], section: str) -> Expected:
    return Expected(code, rule, sign, section, any_words=True)


def _of(rule: str, *, goal: bool = True) -> tuple[Expected, ...]:
    """What every note of treatment has: why, to what end, what was done, how it was received."""
    necessity = (_somewhere("necessity", "necessity", signs.NECESSITY),)
    return necessity + ((_somewhere("goal", rule, signs.GOAL),) if goal else ())


_NEXT = _somewhere("next", "plan", signs.NEXT)

EXPECTED: dict[NoteFormat, tuple[Expected, ...]] = {
    NoteFormat.SOAP: (
        *_of("goal"),
        Expected("observed", "soap", signs.OBSERVED, "Objective"),
        _somewhere("interventions", "interventions", signs.INTERVENTIONS),
        _somewhere("response", "response", signs.RESPONSE),
        Expected("progress", "soap", signs.PROGRESS, "Assessment"),
        _filled("plan", "soap", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.DAP: (
        *_of("goal"),
        Expected("interventions", "dap", signs.INTERVENTIONS, "Data"),
        Expected("response", "dap", signs.RESPONSE, "Assessment"),
        Expected("progress", "dap", signs.PROGRESS, "Assessment"),
        _filled("plan", "dap", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.BIRP: (
        *_of("goal"),
        _filled("interventions", "birp", signs.INTERVENTIONS, "Intervention"),
        _filled("response", "birp", signs.RESPONSE, "Response"),
        _filled("plan", "birp", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.GIRP: (
        *_of("girp", goal=False),
        _filled("goal", "girp", signs.GOAL, "Goal"),
        _filled("interventions", "girp", signs.INTERVENTIONS, "Intervention"),
        _filled("response", "girp", signs.RESPONSE, "Response"),
        _filled("plan", "girp", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.PIRP: (
        *_of("goal"),
        _filled("problem", "pirp", signs.NECESSITY, "Problem"),
        _filled("interventions", "pirp", signs.INTERVENTIONS, "Intervention"),
        _filled("response", "pirp", signs.RESPONSE, "Response"),
        _filled("plan", "pirp", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.PIE: (
        *_of("goal"),
        _filled("problem", "pie", signs.NECESSITY, "Problem"),
        _filled("interventions", "pie", signs.INTERVENTIONS, "Intervention"),
        _filled("response", "pie", signs.RESPONSE, "Evaluation"),
        _NEXT,
    ),
    NoteFormat.NARRATIVE: (
        *_of("goal"),
        _somewhere("interventions", "narrative", signs.INTERVENTIONS),
        _somewhere("response", "narrative", signs.RESPONSE),
        _somewhere("plan", "narrative", signs.PLAN),
        _NEXT,
    ),
    NoteFormat.INTAKE: (
        _filled("necessity", "intake", signs.NECESSITY, "Presenting problem"),
        _filled("plan", "intake", signs.PLAN, "Plan"),
        _NEXT,
    ),
    NoteFormat.EMDR: (
        *_of("goal"),
        _somewhere("interventions", "interventions", signs.INTERVENTIONS),
        _somewhere("response", "response", signs.RESPONSE),
        _filled("plan", "plan", signs.PLAN, "Closure and plan"),
        _NEXT,
    ),
    NoteFormat.GROUP: (
        _somewhere("interventions", "interventions", signs.INTERVENTIONS),
        _somewhere("response", "response", signs.RESPONSE),
        _filled("plan", "plan", signs.PLAN, "Plan"),
        _NEXT,
    ),
}
"""In the order in which a reader meets it."""

OF_A_TEMPLATE: tuple[Expected, ...] = (
    *_of("goal"),
    _somewhere("interventions", "interventions", signs.INTERVENTIONS),
    _somewhere("response", "response", signs.RESPONSE),
    _somewhere("plan", "plan", signs.PLAN),
    _NEXT,
)
"""What every note has, wherever a practice's own format puts it."""

DOMAINS_MAY_BE_SILENT = frozenset({NoteFormat.INTAKE})
"""Formats whose every section must hold something or say that it was not discussed."""

CLINICIANS_OWN = "Intervention"
"""Where only what the clinician did belongs."""
