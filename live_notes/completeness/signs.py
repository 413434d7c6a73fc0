"""Words that show that a matter is in a note. Generous: advice that is wrong costs a reader's patience."""

from __future__ import annotations

import re


def _sign(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


NECESSITY = _sign(
    r"\b(?:symptom|distress|impair|struggl|difficult|diagnos|criteria|anxi|depress|panic|worr|insomnia)",
    r"\b(?:trauma|grie[fv]|irritab|anger|angry|avoid)",
    r"\b(?:craving|relapse|flashback|nightmare|hopeless|overwhelm)",
    r"\b(?:sleep|mood|appetite|concentrat|fatigue|tired)",
    r"\b(?:exhaust|pain|stress|sad(?:ness)?|fear|afraid|guilt)",
    r"\b(?:phq|gad|pcl|audit|ymrs|c-?ssrs)\W?\d*\b|\bf\d\d\.\d|\bunable to\b",
    r"\bcan(?:'|no)t (?:sleep|work|cope)",
)
"""Symptoms, distress, impaired functioning: why treatment is needed."""

GOAL = _sign(
    r"\bgoals?\b|\btreatment (?:plan|objective)s?\b|\bobjectives? of (?:the )?treatment\b",
    r"\b(?:work(?:ing|s|ed)? (?:on|towards?)|aim(?:s|ed|ing)? (?:to|at|for)|wants? to be able to)\b",
)

_DID = (
    r"(?:use|explore|teach|taught|review|practi[cs]e|assign|provide|validate|reflect|challenge|reframe|guide"
    r"|introduce|model|encourage|normali[sz]e|process|discuss|explain|assess|support|suggest|invite|ask|help"
    r"|work|recommend|facilitate|educate|coach|rehearse|identif|name|summari[sz]e|plan|offer|lead|led)"
)
INTERVENTIONS = _sign(
    rf"\b(?:clinician|therapist|counsell?or|psychologist|psychiatrist|doctor|provider|writer|i|we)\s+"
    rf"(?:\w+\s+){{0,2}}{_DID}\w*\b",
    rf"(?:^|[.;\n]\s*){_DID}\w*ed\b",
    r"\b(?:psycho-?education|cognitive restructuring|motivational interviewing)\b",
    r"\b(?:reframing|role[- ]play|exposure)\b",
    r"\b(?:thought records?|behaviou?ral activation|grounding)\b",
    r"\b(?:safety plan\w*|supportive listening|eye movements?)\b",
    r"\b(?:cbt|dbt|emdr|ifs)\b.{0,40}\b(?:used|skills?|techniques?|work)\b|\bworked with\b",
)
"""What the clinician did."""

BY_CLIENT_ALONE = _sign(
    r"^\s*(?:the )?(?:client|patient|[A-Z]\.?[A-Z]\.?)\b[^.]{0,30}"
    r"\b(?:reported|stated|said|described|denied|shared|noted)\b"
)
"""A sentence that tells what a client said, which is no intervention."""

RESPONSE = _sign(
    r"\brespon(?:d|se)|\bengag(?:ed|ement)|\breceptive\b|\bagreed\b|\bwas able to\b",
    r"\bable to (?:name|identify|use)",
    r"\b(?:found|finds) (?:\w+ ){0,3}(?:helpful|useful|hard|difficult|calming)\b|\bhelped\b",
    r"\btolerated\b|\binsight\b|\bwilling(?:ness)?\b|\bexpressed understanding\b|\bdeclined\b",
    r"\breceived .{0,20}well\b",
    r"\bfe(?:lt|els) (?:calmer|better|worse|relie\w+|lighter|heard)\b|\bpractised\b|\bparticipated\b",
)

PROGRESS = _sign(
    r"\bprogress|\bimprov|\bworse|\bstable\b|\bunchanged\b|\bsame as\b|\bdecreas|\bincreas|\breduc",
    r"\bremission\b",
    r"\b(?:better|less|more|fewer) (?:than|often|frequent|severe|able)\b|\bmaintain|\bregress",
    r"\bplateau|\bset ?back",
)

OBSERVED = _sign(
    r"\b(?:observed|appear(?:ed|s)|presented|oriented|affect)\b",
    r"\b(?:eye contact|speech|tearful|groomed|mood|psychomotor)\b",
    r"\b(?:phq|gad|pcl|score[ds]?|scale|blood pressure|weight|alert|cooperative|thought process)\b|\d",
)

PLAN = _sign(
    r"\bplan(?:s|ned)?\b|\bhomework\b|\bwill\b|\bcontinue\b|\brefer(?:red|ral)?\b",
    r"\bto (?:keep|practi[cs]e|try|call)\b",
    r"\bnext (?:session|week|appointment|visit|time|step)",
)

NEXT = _sign(
    r"\bnext (?:session|appointment|visit|meeting|week|month|monday|tuesday|wednesday|thursday|friday)\b",
    r"\bfollow[- ]?up\b|\bmeet(?:ing)? (?:again|next|on|in|weekly)\b",
    r"\breturn(?:s|ing)? (?:in|on|to clinic|next)\b",
    r"\b(?:scheduled|appointment|session) (?:for|on|in|is|at)\b",
    r"\bin (?:\d+|one|two|three|four|six) (?:days?|weeks?|months?)\b",
    r"\b(?:weekly|biweekly|fortnightly|monthly)\b|\bdischarg|\bterminat",
    r"\bno further (?:sessions|appointments)\b",
    r"\bsee (?:the )?(?:client|patient|them|her|him) (?:again|next|in|on)\b|\[DATE\w*\]",
)
"""When the next appointment is, or that there is none."""
