"""The words of a clinician who speaks for the record, of the client and not to them, amid a conversation."""

from __future__ import annotations

import re

DICTATED = re.compile(
    r"\b(?:the )?patient(?:'s)? (?:is|was|has|had|denies|denied|reports?|states?|presents?|complains?"
    r"|endorses|will|does|did|can"
    r"|cannot|appears|understands|agrees|tolerat\w+|expressed)\b|\b(?:chief complaint|date of birth"
    r"|history of present illness"
    r"|past (?:medical|surgical|social|family) history|review of systems|physical exam\w*:|assessment "
    r"and plan|next patient is"
    r"|current medications|allergies:)\b",
    re.IGNORECASE,
)
TO_THE_CLIENT = re.compile(r"\b(?:you|your|yours|you're|you've|i'm going to|let's|okay\?)\b", re.IGNORECASE)
