"""What an access or a change was for, where its own reason says nothing closer. Pure.

HIPAA knows treatment, payment and health care operations (45 CFR 164.501), and an individual's own access
(164.524). Attune bills nobody, so payment does not occur.
"""

from __future__ import annotations

from enum import StrEnum


class AuditPurpose(StrEnum):
    """Why a record was looked at or changed."""

    TREATMENT = "treatment"
    """The care of this client."""
    OPERATIONS = "operations"
    """Running and overseeing the practice: logins, settings, keys, backups, the chain itself."""
    INDIVIDUAL = "individual"
    """A participant's own business: what a join link opens and decides."""


_CARE = frozenset(
    {
        "brief",
        "client",
        "clients",
        "consents",
        "fate",
        "hold",
        "ledger",
        "note",
        "participant",
        "room",
        "session",
        "sessions",
        "transcript",
    }
)
_PARTICIPANT = "par_"


def purpose_of(actor: str, action: str) -> AuditPurpose:
    """The purpose of an action (`note.read`, `logged_in`) by somebody (`clinician`, an id, `system`)."""
    if actor.startswith(_PARTICIPANT):
        return AuditPurpose.INDIVIDUAL
    return AuditPurpose.TREATMENT if action.partition(".")[0] in _CARE else AuditPurpose.OPERATIONS
