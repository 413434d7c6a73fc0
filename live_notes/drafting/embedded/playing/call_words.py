"""The words by which a call made in the session is begun, spoken and ended."""

from __future__ import annotations

import re

GREETS = re.compile(
    r"(?:hi|hiya|hello|hey|alright|all right|hallo|yo|good (?:morning|afternoon|evening)|yeah,? hi"
    r"|is that|can i speak"
    r" (?:to|with)|may i speak (?:to|with)|could i speak (?:to|with))\b",
    re.IGNORECASE,
)
IS_ON_THE_LINE = re.compile(
    r"\b(?:it's|it is|this is|it's only|it's just) (?:me|[A-Z]\w+)\b(?!'s)(?=[,.]| (?:here|again|speaking"
    r"|calling|from)\b)"
    r"|\bi'm (?:calling|ringing|phoning)\b"
    r"|\bi'm (?:at|with|in with|here with) (?:the|my) (?:counsell?or|therapist|doctor|psychologist|clinic"
    r"|session)\b",
    re.IGNORECASE,
)
ONLY_TALKS = re.compile(
    r"(?:(?:no|yeah|aye|yes|okay|ok|right|well|listen|so|oh)[,. ]+)*(?:i'm (?:at|in|with"
    r"|here with) (?:the|my)\b"
    r"|don't (?:cry|greet|worry|panic|be)|see you|bye|speak (?:soon|later)|talk (?:soon|later)|love you"
    r"|thanks|thank you"
    r"|can you hear|are you there|it's (?:only )?me\b|how are you)",
    re.IGNORECASE,
)
TO_CALL = re.compile(r"\b(?:ring|call|phone|dial|telephone|speaker ?phone)(?:ing|s|ed)?\b", re.IGNORECASE)
BY_CLINICIAN = re.compile(
    r"\b(?:hi|hiya|hello|good (?:morning|afternoon|evening))\b[^?]{0,60}?\b(?:this is|it's|it is"
    r"|my name is|my name's) (?:(?-i:[A-Z])\w+|\[\w+\])(?=[,.]| (?:here|from|at|calling|ringing|speaking)\b"
    r"| (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""A clinician greets somebody by saying who they are, which a client knows."""
HANGS_UP = re.compile(
    r"\b(?:bye|goodbye|speak (?:soon|later|then)|talk (?:soon|later)|thanks (?:so much|very much"
    r"|a million|a lot|again"
    r"|for (?:that|your))|thank you (?:so|very) much|cheers now)\b",
    re.IGNORECASE,
)


def call_shown(text: str, spoken: str) -> str:
    """What a sentence says it was spoken into, where the words are those of a call; else nothing."""
    told = text.startswith("On the telephone, ")
    return "telephone" if told and (BY_CLINICIAN.search(spoken) or IS_ON_THE_LINE.search(spoken)) else ""
