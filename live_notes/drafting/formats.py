"""Note formats: which sections they have and what kind of statement each section may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class NoteFormat(StrEnum):
    """The formats a note can be drafted in."""

    SOAP = "soap"
    DAP = "dap"
    BIRP = "birp"
    NARRATIVE = "narrative"
    GIRP = "girp"
    PIRP = "pirp"
    PIE = "pie"
    INTAKE = "intake"
    EMDR = "emdr"
    GROUP = "group"


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
    """One section: its title, the kinds it may hold, its rule, and what it says when it is empty.

    `about`: the words one of which a statement must have to stand here; such a section comes before those
    that take any words. `asked`: the words of a question whose answers stand here, whatever words they have.
    `most`: statements it may hold at most. `each_client`: one such section for every
    client of the session; `speaker` is then whose words it holds. `fixed`: a text of the practice's own that
    stands there as it is; with `drafted` false it is all there is.
    """

    title: str
    kinds: frozenset[Kind]
    rule: str
    when_empty: str
    about: re.Pattern[str] | None = None
    asked: re.Pattern[str] | None = None
    most: int | None = None
    each_client: bool = False
    speaker: str | None = None
    fixed: str = ""
    drafted: bool = True
    never: re.Pattern[str] | None = None

    def fit(self, kind: Kind, text: str, speaker: str | None, question: str = "") -> int | None:
        """How close a statement fits, the lower the closer; None where it may not stand.

        `question`: what it answers, where it answers anything.
        """
        if kind not in self.kinds or (self.speaker is not None and speaker != self.speaker):
            return None
        if self.never is not None and self.never.search(text) is not None:
            return None
        if question and self.asked is not None and self.asked.search(question) is not None:
            return -1
        if self.about is None:
            return 1
        return 0 if self.about.search(text) is not None else None

    def titled_for(self, label: str) -> str:
        """How the section of one client is called; `label` is what the client is."""
        return label

    def lets(self, text: str) -> bool:
        """Whether a statement may stand here for what it says; built-in sections leave nothing out."""
        return self.drafted

    def favours(self, text: str) -> bool:
        """Whether the section is to dwell on what a statement says; no built-in one is."""
        return False


def place(
    plans: Sequence[SectionPlan], kind: Kind, text: str, speaker: str | None, question: str = ""
) -> int | None:
    """The number of the section where a statement stands; None where the format has none for it."""
    fits = [(plan.fit(kind, text, speaker, question), at) for at, plan in enumerate(plans)]
    return min(((fit, at) for fit, at in fits if fit is not None), default=(0, None))[1]


def for_clients(plans: Iterable[SectionPlan], clients: Sequence[tuple[str, str]]) -> tuple[SectionPlan, ...]:
    """The sections of a session with these clients, each a speaker and a label: one of their own for each."""
    laid: list[SectionPlan] = []
    for plan in plans:
        if plan.each_client:
            laid += [
                replace(plan, title=plan.titled_for(label), speaker=speaker) for speaker, label in clients
            ]
        else:
            laid.append(plan)
    return tuple(laid)
