"""Energy of many sessions as rows: by month, session, note or clinician. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from live_notes.energy.account import EnergyAccount, EnergyReport
from live_notes.energy.estimate import Estimate
from live_notes.energy.factors import Factors
from live_notes.energy.stages import Stage
from retention import SessionEnergy

ONLY_CLINICIAN = "clinician"
"""Whom everything is charged to, by the name the audit chain has: one clinician signs in today."""


class By(StrEnum):
    """What a row stands for."""

    MONTH = "month"
    SESSION = "session"
    NOTE = "note"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class EnergyRow:
    """What one month, session, note or clinician used. What a row does not stand for is None.

    `at` is when a session began, or was made if nobody ever came; `signed_notes` counts notes signed by now.
    """

    clinician: str
    sessions: int
    signed_notes: int
    report: EnergyReport
    month: str | None = None
    session: str | None = None
    note: str | None = None
    at: datetime | None = None
    signed_at: datetime | None = None

    @property
    def grams_per_signed_note(self) -> Estimate | None:
        """Carbon of each signed note: ISO/IEC 21031, functional unit "signed note", operational part."""
        return None if not self.signed_notes else self.report.grams_co2e.times(1 / self.signed_notes)


def month_of(at: datetime) -> str:
    """`YYYY-MM` in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m")


def account_of(used: Iterable[SessionEnergy], factors: Factors) -> EnergyAccount:
    """What these sessions used together; a stage that this version does not know is left out."""
    account = EnergyAccount(factors)
    known = {stage.value: stage for stage in Stage if stage is not Stage.DRAFTING_REMOTE}
    for session in used:
        for one in session.stages:
            if one.stage in known:
                joules = Estimate(one.joules_low, one.joules_mid, one.joules_high)
                account.take(known[one.stage], one.cpu_seconds, joules, one.measured_seconds)
        for answers in session.remote:
            joules = Estimate(answers.joules_low, answers.joules_mid, answers.joules_high)
            account.answered(answers.model, answers.prompt_tokens, answers.answer_tokens, joules)
    return account


def rows_of(used: Iterable[SessionEnergy], by: By, factors: Factors) -> list[EnergyRow]:
    """A row for each month (the earliest first), session (likewise), note, or clinician.

    Sessions that used nothing (scheduled ones, say) are left out.

    A note's energy is its session's: the call, every draft and redraft up to now. After the signature nothing
    is drafted any more, so that a signed note's energy stands still once the workers' last reports are in.
    """
    grouped: dict[str, list[SessionEnergy]] = {}
    for session in sorted(_that_used(used), key=lambda one: (one.at, one.session)):
        key = _key(session, by)
        if key is not None:
            grouped.setdefault(key, []).append(session)
    return [_row(key, group, by, factors) for key, group in grouped.items()]


def total_of(used: Iterable[SessionEnergy], factors: Factors) -> EnergyRow:
    """Everything in one row."""
    everything = _that_used(used)
    signed = sum(1 for one in everything if one.signed_at is not None)
    return EnergyRow(ONLY_CLINICIAN, len(everything), signed, account_of(everything, factors).report())


def _that_used(used: Iterable[SessionEnergy]) -> list[SessionEnergy]:
    return [session for session in used if session.stages or session.remote]


def _key(session: SessionEnergy, by: By) -> str | None:
    match by:
        case By.MONTH:
            return month_of(session.at)
        case By.SESSION:
            return session.session
        case By.NOTE:
            return session.note
        case By.CLINICIAN:
            return ONLY_CLINICIAN


def _row(key: str, group: list[SessionEnergy], by: By, factors: Factors) -> EnergyRow:
    first = group[0]
    single = by in {By.SESSION, By.NOTE}
    return EnergyRow(
        clinician=ONLY_CLINICIAN,
        sessions=len(group),
        signed_notes=sum(1 for one in group if one.signed_at is not None),
        report=account_of(group, factors).report(),
        month=key if by is By.MONTH else month_of(first.at) if single else None,
        session=first.session if single else None,
        note=first.note if single else None,
        at=first.at if single else None,
        signed_at=first.signed_at if single else None,
    )
