"""The words with which another statement begins, in telegraphic lists and in dictation without marks."""

from __future__ import annotations

import re

_DOES = (
    r"reports?|reported|states?|stated|says?|said|den(?:y|ies|ied)|endorse[sd]?|describe[sd]?|told|talked"
    r"|came|went|was|is|has|had|feels?|felt|seems?|seemed|appear(?:s|ed)|looked|responded|agreed|will|would"
    r"|did|does|practi[cs]ed|used|taught|explored|reviewed|discussed|worked|processed|challenged"
    r"|normali[sz]ed"
    r"|validated|reflected|encouraged|explained|introduced|provided|completed|made|set|met|asked|noticed"
    r"|think|believe|also|then|expressed|shared|disclosed|drank|drinks|sleeps|slept|wants?|wanted|liked"
    r"|participated|engaged|tolerated|identified|presented|continues?|cried|plans?|takes?|took|started"
    r"|stopped"
    r"|found|can|could|cannot|can't|didn't|doesn't|hasn't|isn't|wasn't|struggles|struggled|mentioned|lives"
)
_WHO = (
    r"(?:(?:the )?(?:client|patient|pt|ct)|he|she|they|we|i|both|(?:his|her|their) (?:wife|husband|partner"
    r"|mother|mom|father|dad|son|daughter|sister|brother|supervisor|boss))"
)
NEW_STATEMENT = re.compile(
    rf"\s(?:and )?(?P<what>(?:{_WHO} (?:{_DOES})\b|(?:i|we|client|patient|pt) \w+ed\b"
    r"|(?:i'll|we'll|i'm|he's|she's|i've|we've)\b"
    r"|(?:the )?plan is\b|next (?:appointment|session|visit|appt)\b|(?:for )?homework\b"
    r"|no (?:si|hi|suicidal|homicidal|safety)\b|(?:affect|mood|sleep|appetite) (?:is|was)\b))",
    re.IGNORECASE,
)
"""In words without marks: somebody does something, or a matter of its own begins."""

_JOINS_ON = re.compile(
    r"\b(?:that|because|when|while|if|since|how|what|who|whom|where|which|whether|before|after|until|although"
    r"|though|as|than|said|says|stated|states|reports?|reported|thinks?|thought|felt|feels|feeling|believes?"
    r"|believed|knows?|knew|like|told (?:me|him|her|them)|the|a|an|his|her|their|my|and when|so that|once"
    r"|or|not"
    r"|mentioned|noticed|agreed|scared|worried|afraid|sad|of|to|hopes?|wish(?:es)?|wished|says that|shared"
    r"|denied|describe[sd]|about|where|things|everything|nothing|people"
    r"|(?:the|last|first|next|this|one|no|only) (?:thing|time|day|way|reason|person)|(?:every|each"
    r"|any) time)$",
    re.IGNORECASE,
)


def joins_on(before: str) -> bool:
    """Whether what comes next belongs to what stands before: "reported that she", "because he"."""
    return bool(_JOINS_ON.search(re.sub(r"\s+and$", "", before.strip(), flags=re.IGNORECASE)))


COMES_WITH_ITS_OWN_KIND = re.compile(
    r"(?:(?:and )?(?:pt|client|ct|patient|cl) (?:was )?(?:receptive|responded|tolerated|engaged|agreed"
    r"|will|liked"
    r"|found)\b"
    r"|(?:receptive|responded|tolerated well)\b"
    r"|will (?:practi[cs]e|try|continue|complete|call|attend|keep|start|do|journal|use|return|follow|bring"
    r"|write)\b"
    r"|(?:plan|homework|hw)(?::| )(?!reviewed|done|completed|not\b)|(?:rtc|f/u|nv)\b|next (?:appt|session"
    r"|visit)\b"
    r"|continue (?:weekly|cbt|dbt|current|meds|with|to|therapy|tx|outpatient)\b"
    r"|(?:denie[sd]|den(?:y|ying)|no) (?:any )?(?:si|hi|suicid\w+|homicid\w+|self[- ]harm|avh)\b"
    r"|(?:affect|mood) (?:was )?(?:flat|blunted|congruent|constricted|restricted|labile|full|bright|euthymic"
    r"|depressed|anxious|dysphoric|irritable|appropriate)\b"
    r"|(?:used(?! (?:once|twice|daily|x ?\d|\d|it\b))"
    r"|practi[cs]ed|processed|reviewed|taught|explored|provided|introduced|worked on|challenged"
    r"|did (?:chain|a|some|role|functional)|psychoed\w*)\b)",
    re.IGNORECASE,
)
"""What a piece of a telegraphic list begins with when it is of a kind of its own."""

NEXT_DATE = re.compile(r"(?:f/?u|rtc|nv|next (?:appt|appointment|session|visit))\b", re.IGNORECASE)
"""What begins the line on when to meet again."""

LEADS_ON = re.compile(
    r"(?:\b(?:will|to|and|or|like|such as|including|incl|also|agreed|plans?|homework|hw|we|i|therapist"
    r"|clinician"
    r"|denie[sd]|no|not|without)\b[^,;]*,\s*|[({\"“][^)}\"”]*)$",
    re.IGNORECASE,
)
"""What stands before a piece that goes on with a list: "we used X, reviewed Y"."""
