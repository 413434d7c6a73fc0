"""Which statements a note keeps: the weightiest of each section, none twice, all risk."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.statements import Statement
from live_notes.drafting.formats import Kind, SectionPlan
from live_notes.drafting.language.words import word_count
from live_notes.drafting.preferences import Detail

_ALIKE = 0.6
_LEAST = {Detail.CONCISE: 90, Detail.INTERMEDIATE: 240, Detail.DETAILED: 400}
_MOST = {Detail.CONCISE: 180, Detail.INTERMEDIATE: 420, Detail.DETAILED: 900}
_SHARE = {Detail.CONCISE: 0.08, Detail.INTERMEDIATE: 0.22, Detail.DETAILED: 0.45}
_LEAST_PLAN = {Detail.CONCISE: 70, Detail.INTERMEDIATE: 140, Detail.DETAILED: 260}
_KIND_SHARE = {
    Kind.REPORT: 0.55,
    Kind.OBSERVATION: 0.2,
    Kind.FORMULATION: 0.22,
    Kind.INTERVENTION: 0.25,
    Kind.RESPONSE: 0.2,
    Kind.PLAN: 0.4,
}


def select(
    statements: Sequence[Statement], plan: SectionPlan, detail: Detail, spoken_words: int
) -> list[Statement]:
    """The statements of one section, in order of time."""
    chosen: list[Statement] = []
    for kind in Kind:
        if kind in plan.kinds:
            candidates = [s for s in statements if s.kind is kind]
            chosen += _best(candidates, budget(kind, detail, spoken_words), chosen)
    return sorted(chosen, key=lambda s: (s.order, s.text))


def budget(kind: Kind, detail: Detail, spoken_words: int) -> int:
    """Words one kind of statement may take in the note."""
    whole = min(_MOST[detail], max(_LEAST[detail], round(spoken_words * _SHARE[detail])))
    # Next steps are few and each one matters.
    least = _LEAST_PLAN[detail] if kind is Kind.PLAN else 0
    return max(least, round(whole * _KIND_SHARE[kind]))


def _best(candidates: Sequence[Statement], words: int, already: Sequence[Statement]) -> list[Statement]:
    """Greedy by weight; what must stand takes no budget; a repetition is left out."""
    kept: list[Statement] = []
    spent = 0
    for statement in sorted(candidates, key=lambda s: (not s.must, -s.score, s.order)):
        if any(_repeats(statement, other) for other in (*kept, *already)):
            continue
        cost = word_count(statement.text)
        if not statement.must and kept and spent + cost > words:
            continue
        kept.append(statement)
        spent += 0 if statement.must else cost
    return kept


def _repeats(one: Statement, other: Statement) -> bool:
    """Whether two statements say the same. What must stand is only dropped for the very same words."""
    if one.text == other.text:
        return True
    union = one.stems | other.stems
    if one.must or not union:
        return False
    return len(one.stems & other.stems) / len(union) >= _ALIKE
