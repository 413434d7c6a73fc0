"""Therapy modalities: named only when the clinician lists them and the clinician's turns show them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHOWN_BY: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("cbt", "cognitive"),
        r"thought (?:record|log|diary)\w*|cognitive (?:distortion|restructuring)\w*|distortions?"
        r"|automatic thoughts?"
        r"|evidence (?:for|against)|refram\w+|all[- ]or[- ]nothing|catastrophi\w+|core beliefs?|cbt"
        r"|behaviou?ral (?:activation|experiment)\w*",
    ),
    (
        ("dbt", "dialectical"),
        r"wise mind|opposite action|distress tolerance|dear man|radical acceptance|emotion regulation"
        r"|chain analysis"
        r"|diary card|tipp|dbt",
    ),
    (("emdr", "eye movement"), r"eye movements?|bilateral|target memory|reprocess\w*|follow my fingers|emdr"),
    (
        ("act", "acceptance and commitment"),
        r"defus\w+|committed action|willingness|psychological flexibility|leaves on a stream|your values",
    ),
    (("ifs", "internal family"), r"parts? of you|protector|exile|firefighter|self energy|internal family"),
    (
        ("mi", "motivational"),
        r"pros and cons|readiness|how (?:important|confident|ready)|scale (?:of|from) (?:zero|one|0|1)"
        r"|change talk",
    ),
    (
        ("psychodynamic", "psychoanalytic"),
        r"transference|defen[cs]e mechanisms?|unconscious|repeating (?:a )?pattern|(?:early"
        r"|childhood) relationships?",
    ),
    (("exposure", "erp"), r"exposure\w*|hierarchy|fear ladder|response prevention"),
    (("mindfulness", "mbct", "mbsr"), r"mindful\w*|meditat\w+|body scan"),
    (("sfbt", "solution"), r"miracle question|exceptions?|what would be different"),
)
_PATTERNS = tuple((names, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for names, words in _SHOWN_BY)


def shown(modality: str, text: str) -> re.Match[str] | None:
    """The words of a clinician's text that show a modality, or None."""
    low = modality.lower()
    named = re.search(rf"\b{re.escape(low)}\b", text, re.IGNORECASE) if low.strip() else None
    if named is not None:
        return named
    for names, pattern in _PATTERNS:
        if any(low == name or (len(name) > 3 and name in low) for name in names):
            return pattern.search(text)
    return None


def evidenced(modalities: Sequence[str], text: str) -> list[tuple[str, str]]:
    """The listed modalities a clinician's text shows, each with the words that show it."""
    found = ((modality, shown(modality, text)) for modality in modalities)
    return [(modality, match.group()) for modality, match in found if match is not None]
