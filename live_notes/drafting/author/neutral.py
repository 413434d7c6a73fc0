"""Words that judge a client, written as a record has them: "admits to drinking" is "reported drinking".

What was done or said stays the same; only the verb or the adjective changes. `manipulative` and the like have
no neutral twin: they stay the clinician's own.
"""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?P<who>(?:^|(?<=[.;,] )|\b(?:and|but|also) )|(?:<(?:the )?client>|\bhe|\bshe|\bthey"
    r"|\[CLIENT(?:_\d+)?\]"
    r"|\b[A-Z][a-z]+) (?:also |now |initially |again |later |then |further )?)"
)
_ADMITTED = re.compile(
    _SUBJECT + r"(?P<verb>admits?|admitting|admitted(?= (?:to|that|he|she|they|\w+ing)\b))\b"
    r"(?! (?:for|on|in|into|at|by)\b)(?! to \d)"
    r"(?! to (?:the |a |an |inpatient |local |\w+ )*(?:hospital|unit|ward|er|ed|icu|inpatient|detox|rehab"
    r"|facility"
    r"|residential|iop|php|psych\w*)\b)(?P<to> to| that)?",
    re.IGNORECASE,
)
_CLAIMED = re.compile(_SUBJECT + r"(?P<verb>claim(?:s|ed))\b(?P<to> that)?", re.IGNORECASE)
_REFUSED = re.compile(
    r"\brefus(?P<end>ed|es|ing)\b(?! list)(?! (?:to (?:go|attend|return|leave|get|come|eat|drink|speak|talk"
    r"|sleep|shower|bathe|wash|do|clean|let|stop|move)\b|school\b))",
    re.IGNORECASE,
)
"""What was offered is declined; who refuses to go to school or to eat has declined nothing."""
_RESISTANT = re.compile(
    r"(?<![\w-])(?<!treatment )(?<!medication )(?<!drug )resistant(?P<to> to)?(?! (?:depression"
    r"|hypertension|ocd))\b",
    re.IGNORECASE,
)
_DECLINED = {"ed": "declined", "es": "declines", "ing": "declining"}


def neutral(text: str) -> str:
    """The text, whose people are marked, without the words a record avoids; quotations are left alone."""
    pieces = re.split(r"(\"[^\"]*\"|“[^”]*”)", text)
    return "".join(piece if at % 2 else _neutral(piece) for at, piece in enumerate(pieces))


def _neutral(text: str) -> str:
    text = _ADMITTED.sub(_reported, text)
    text = _CLAIMED.sub(_reported, text)
    text = _REFUSED.sub(lambda match: _cased(match.group(), _DECLINED[match["end"].lower()]), text)
    return _RESISTANT.sub(lambda match: "reluctant about" if match["to"] else "reluctant", text)


def _reported(match: re.Match[str]) -> str:
    """The verb "reported", with "that" where a clause follows it, and without "to"."""
    that = " that" if (match["to"] or "").strip() == "that" else ""
    verb = "reporting" if match["verb"].lower().endswith("ing") else "reported"
    return f"{match['who']}{_cased(match['verb'], verb)}{that}"


def _cased(like: str, word: str) -> str:
    return (
        word.capitalize()
        if like[:1].isupper() and not like.isupper()
        else word.upper()
        if like.isupper()
        else word
    )
