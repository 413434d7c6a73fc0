"""Every entry of the audit chain says what it was for."""

from __future__ import annotations

import pytest

from retention import AuditEntry
from retention.purposes import AuditPurpose, purpose_of


@pytest.mark.parametrize(
    ("actor", "action", "purpose"),
    [
        ("clinician", "note.read", AuditPurpose.TREATMENT),
        ("system", "transcript.begun", AuditPurpose.TREATMENT),
        ("clinician", "sessions.listed", AuditPurpose.TREATMENT),
        ("clinician", "logged_in", AuditPurpose.OPERATIONS),
        ("clinician", "audit.read", AuditPurpose.OPERATIONS),
        ("operator", "master_key.rotated", AuditPurpose.OPERATIONS),
        ("par_7", "fate.read", AuditPurpose.INDIVIDUAL),
        ("par_7", "consents.read", AuditPurpose.INDIVIDUAL),
    ],
)
def test_an_action_has_a_purpose(actor: str, action: str, purpose: AuditPurpose) -> None:
    assert purpose_of(actor, action) is purpose
    assert AuditEntry(actor, action, "ses_1").purpose == purpose


def test_a_reason_of_its_own_stays_and_so_does_what_older_lines_left_out() -> None:
    assert AuditEntry("system", "transcript.destroyed", "ses_1", "signed").purpose == "signed"
    assert AuditEntry("clinician", "note.read", "ses_1", "").purpose == ""
