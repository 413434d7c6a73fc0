"""The objections a check can raise: stable codes, and what they tell the reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Flag(StrEnum):
    """A check's objection to a sentence."""

    NO_EVIDENCE = "no-evidence"
    UNKNOWN_EVIDENCE = "unknown-evidence"
    UNSUPPORTED = "unsupported"
    NUMBER = "number-not-in-evidence"
    NEGATION = "negation-differs"
    SPEAKER = "wrong-speaker"
    QUOTE = "quote-not-exact"
    NAME = "name-not-in-evidence"
    PLACEHOLDER = "unknown-placeholder"
    DIAGNOSIS = "diagnosis-not-in-evidence"
    RISK = "risk-not-in-evidence"
    RISK_NOT_ASKED = "denial-not-asked"
    MODALITY = "modality-not-evidenced"
    WORDING = "judgmental-wording"
    UNMASKED = "evidence-not-masked"
    SPEAKER_UNKNOWN = "speaker-unknown"
    STANDING = "standing-sentence"


LABELS: dict[Flag, str] = {
    Flag.NO_EVIDENCE: "No line of the transcript is named as evidence.",
    Flag.UNKNOWN_EVIDENCE: "A line named as evidence does not exist.",
    Flag.UNSUPPORTED: "The evidence does not say this.",
    Flag.NUMBER: "A number, dose or time is not in the evidence.",
    Flag.NEGATION: "The evidence says the opposite: a negation was lost or added.",
    Flag.SPEAKER: "Somebody else said this.",
    Flag.QUOTE: "The quotation is not word for word.",
    Flag.NAME: "A name is not in the evidence.",
    Flag.PLACEHOLDER: "A masked name could not be restored.",
    Flag.DIAGNOSIS: "A diagnosis is named that nobody spoke of.",
    Flag.RISK: "A statement of risk is not in the evidence.",
    Flag.RISK_NOT_ASKED: "A denial is written, but nobody asked.",
    Flag.MODALITY: "A modality is named that the session does not show or the clinician does not list.",
    Flag.WORDING: "The wording judges the client.",
    Flag.UNMASKED: "The evidence could not be masked; it was never shown to an AI processor.",
    Flag.SPEAKER_UNKNOWN: "Whose words these are is not known.",
    Flag.STANDING: "Your style adds this sentence to every note; nothing said in this session shows it.",
}
"""What a reader is told for each flag."""


@dataclass(frozen=True, slots=True)
class Objection:
    """A flag with what differs, in words for the reader; it may hold words of the session."""

    flag: Flag
    reason: str = field(repr=False)
