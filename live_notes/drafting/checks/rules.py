"""Every check with its flag: each takes a sentence and tells what differs, None where nothing does."""

from __future__ import annotations

from collections.abc import Callable

from live_notes.drafting.checks.amounts import number_missing
from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.flags import Flag
from live_notes.drafting.checks.naming import name_missing
from live_notes.drafting.checks.opposites import negation_differs
from live_notes.drafting.checks.people import wrong_speaker
from live_notes.drafting.checks.support import unsupported
from live_notes.drafting.checks.wording import (
    denial_not_asked,
    diagnosis_missing,
    judging,
    modality_missing,
    placeholder_missing,
    quote_changed,
    risk_missing,
)

RULES: tuple[tuple[Flag, Callable[[Claim], str | None]], ...] = (
    (Flag.UNSUPPORTED, unsupported),
    (Flag.NUMBER, number_missing),
    (Flag.NEGATION, negation_differs),
    (Flag.SPEAKER, wrong_speaker),
    (Flag.QUOTE, quote_changed),
    (Flag.NAME, name_missing),
    (Flag.PLACEHOLDER, placeholder_missing),
    (Flag.DIAGNOSIS, diagnosis_missing),
    (Flag.RISK, risk_missing),
    (Flag.RISK_NOT_ASKED, denial_not_asked),
    (Flag.MODALITY, modality_missing),
    (Flag.WORDING, judging),
)
"""Every check, in the order its flag is shown."""
