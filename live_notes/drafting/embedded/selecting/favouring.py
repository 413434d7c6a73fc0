"""What a template's sections are to dwell on is worth more than the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.formats import SectionPlan, place

_DWELT_ON = 1.0
"""As much as an instruction for the whole note gives: enough to stand before any other of its kind."""


def favoured(statements: Iterable[Statement], plans: Sequence[SectionPlan]) -> list[Statement]:
    """The statements, those worth more that their own section is to dwell on."""
    return [replace(one, favour=_DWELT_ON) if _is_favoured(one, plans) else one for one in statements]


def _is_favoured(statement: Statement, plans: Sequence[SectionPlan]) -> bool:
    at = place(plans, statement.kind, statement.text, statement.speaker, statement.asked)
    return at is not None and plans[at].favours(statement.text)
