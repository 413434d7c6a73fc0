"""Plain words for a wish to be dead that stand beside those of `risk_words`: "better to be dead"."""

from __future__ import annotations

from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.pattern import RiskPattern, risk

PLAINER: tuple[RiskPattern, ...] = (
    risk(
        RiskKind.SUICIDE,
        r"(?:better|easier|simpler)(?: for (?:me|them|everyone|everybody|my \w+))? (?:to be|being|be)"
        r" dead\b"
        r"|better not (?:to be|being) alive\b"
        r"|if (?:they|he|she|you|the \w+)\b[^.?!]{0,60}\bi(?:'ll| will|'d| would) (?:just )?be dead"
        r" before\b"
        r"|\bi(?:'ll| will) be dead before(?=[.!]|$)"
        r"|if i (?:just |ever )?(?:didn't|did not|never|don't) (?:ever )?w[ao]ke up (?:tomorrow|again"
        r"|at all"
        r"|one (?:day|morning)|in the morning)\b[^.?!]{0,30}\b(?:a rest|be rest|restful|quiet|a kindness"
        r"|a holiday)\b",
        certain=False,
    ),
)
"""Looked for beside those that name the risk."""
