"""What the parts of an exported note are called, as its page calls them."""

from __future__ import annotations

from typing import Final

from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.note import PlaceOfService, RiskKind, RiskStatus
from retention import AdditionKind

TITLE: Final = "Progress note"
INTAKE_TITLE: Final = "Intake assessment"
RISK: Final = "Risk"
NOT_DISCUSSED: Final = "Not discussed this session"
SIGNED: Final = "Signed"

ASSISTED: Final = "Drafted with automated assistance; reviewed and signed by the clinician."
"""What was drafted by a machine says so (Regulation (EU) 2024/1689, article 50)."""

RISK_KINDS: Final[dict[RiskKind, str]] = {
    RiskKind.SUICIDE: "Suicide",
    RiskKind.SELF_HARM: "Self-harm",
    RiskKind.HARM_TO_OTHERS: "Harm to others",
    RiskKind.ABUSE: "Abuse or neglect",
    RiskKind.SUBSTANCE_USE: "Substance use",
}

RISK_STATES: Final[dict[RiskStatus, str]] = {
    RiskStatus.REPORTED: "Reported",
    RiskStatus.DENIED: "Denied",
    RiskStatus.UNCLEAR: "Unclear",
}

MODALITIES: Final = {
    "telehealth video": "Video (telehealth)",
    "telehealth": "Telehealth",
    "in person": "In person",
}

PLACES: Final[dict[PlaceOfService, str]] = {
    PlaceOfService.TELEHEALTH_HOME: "10 · Telehealth, client at home",
    PlaceOfService.TELEHEALTH_ELSEWHERE: "02 · Telehealth, client elsewhere",
    PlaceOfService.OFFICE: "11 · Office",
    PlaceOfService.HOME: "12 · Client's home",
    PlaceOfService.COMMUNITY_CENTER: "53 · Community mental health center",
    PlaceOfService.OTHER: "99 · Other",
}

ADDITIONS: Final[dict[AdditionKind, str]] = {
    AdditionKind.ADDENDUM: "Addendum",
    AdditionKind.CORRECTION: "Correction",
    AdditionKind.LATE_ENTRY: "Late entry",
    AdditionKind.COSIGNATURE: "Co-signature",
}


def title_of(chosen: str) -> str:
    """What a note of this format is called as a document."""
    return INTAKE_TITLE if chosen == NoteFormat.INTAKE.value else TITLE


def topic(name: str) -> str:
    """A topic that was not discussed, in words."""
    return RISK_KINDS[RiskKind(name)] if name in set(RiskKind) else name[:1].upper() + name[1:]
