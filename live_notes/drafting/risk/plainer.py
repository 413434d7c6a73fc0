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
    risk(
        RiskKind.SUBSTANCE_USE,
        r"(?:took|take|taken|taking|had|having|borrow(?:ed|ing)?|popped|tried|nicked|stole)"
        r" (?:just )?(?:one|two|three|four|some|a few|a couple|half|half (?:a|an|one)|\d+) of "
        r"(?:my (?:\w+ )?\w+'s|(?-i:[A-Z]\w+)'s|(?-i:\[[A-Z]+(?:_?\d+)?\])'s|his|her|their|somebody's"
        r"|someone's"
        r"|a (?:friend|mate|cousin|neighbour|neighbor|colleague)'s) (?:\w+ )?"
        r"(?:ambien|xanax|valium|diazepam|lorazepam|ativan|zopiclone|zimovane|zolpidem|temazepam|klonopin"
        r"|clonazepam|tramadol|codeine|co-?codamol|percocet|vicodin|morphine|adderall|ritalin|vyvanse"
        r"|pregabalin"
        r"|gabapentin|lyrica|sleeping (?:tablets?|pills?)|sleepers?|painkillers|benzos?|vallies)\b",
    ),
)
"""Looked for beside those that name the risk."""
