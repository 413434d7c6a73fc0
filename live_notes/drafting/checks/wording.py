"""Quotations, placeholders, diagnoses, risk, denials, modalities and words that judge."""

from __future__ import annotations

import re

from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.embedded.acting.modalities import shown
from live_notes.drafting.language.words import PLACEHOLDER, content_stems, overlap
from live_notes.drafting.risk.mentions import find_risks, kinds_in
from live_notes.drafting.spec import Speaking

_DIAGNOSES = re.compile(
    r"\b(?:major depressi\w+|depressive disorder|dysthymi\w+|bipolar(?: disorder)?"
    r"|generali[sz]ed anxiety disorder|gad\b"
    r"|mdd\b|panic disorder|social anxiety disorder|ptsd|post-?traumatic stress disorder|ocd"
    r"|obsessive[- ]compulsive"
    r"(?: disorder)?|adhd|attention[- ]deficit\S*|borderline|personality disorder|schizo\w+|psychosis"
    r"|psychotic|anorexia"
    r"|bulimia|eating disorder|adjustment disorder|autis\w+|substance use disorder|alcohol use disorder"
    r"|dementia"
    r"|(?:anxiety|mood|stress|sleep|conduct) disorder|insomnia disorder)",
    re.IGNORECASE,
)
_MODALITIES = re.compile(
    r"\b(CBT|DBT|EMDR|ACT|IFS|MI|SFBT|ERP|MBCT|MBSR|cognitive[- ]behaviou?ral|dialectical"
    r"|motivational interviewing"
    r"|psychodynamic|internal family systems|acceptance and commitment|exposure therapy"
    r"|solution[- ]focused)\b"
)
_JUDGING = re.compile(
    r"\b(?:claim(?:s|ed)|admit(?:s|ted)|resistant|manipulative|non-?compliant|attention[- ]seeking"
    r"|refus(?:es|ed) to)\b",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"^\W*(?:(?:no|nope|um|uh|well|oh)\W+)*no (?!i\b|it\b|but\b|and\b|idea\b|one\b|problem\b)\w+", re.I
)
"""How a client answers: "no numbness or tingling"."""
_HAD = re.compile(
    r"\b(i|you|he|she|we|they)'d (?=(?:an?|the|my|no|some|one|two|three|four|five|six|a few|\d+)\b)",
    re.IGNORECASE,
)
"""Short for "had", where a thing follows: "I'd a drink"."""
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denial of)\b", re.IGNORECASE)


def quote_changed(claim: Claim) -> str | None:
    """A quotation that nobody in the evidence spoke word for word."""
    for quotation in claim.quotations:
        if not claim.evidence.says(quotation):
            return f'nobody said "{quotation}" in these words'
    return None


def placeholder_missing(claim: Claim) -> str | None:
    """A placeholder that none of its lines holds."""
    strange = set(PLACEHOLDER.findall(claim.text)) - set(PLACEHOLDER.findall(claim.evidence.text))
    return f"{sorted(strange)[0]} is in none of the cited lines" if strange else None


def diagnosis_missing(claim: Claim) -> str | None:
    """A diagnosis that is not spoken of in its evidence."""
    for found in _DIAGNOSES.findall(claim.unquoted):
        if overlap(content_stems(found), claim.evidence.stems) < 1:
            return f'nobody spoke of "{found}" in the cited lines'
    return None


def risk_missing(claim: Claim) -> str | None:
    """A kind of risk that its lines do not mention."""
    claimed = kinds_in(claim.unquoted)
    if not claimed:
        return None
    spoken = _HAD.sub(r"\1 had ", claim.evidence.text)
    told = {claim.preferences.pronoun_forms.object, "her", "him", "them"}
    reported = [kinds_in(re.sub(r"\bme\b", word, spoken)) for word in told]
    reported.append(kinds_in(re.sub(r"\bwe\b", "they", spoken)))
    if claim.text.startswith("When asked "):  # "has he hit you" is asked whether he has hit them
        asked = _HAD.sub(r"\1 had ", claim.evidence.by(Speaking.CLINICIAN).text)
        reported += [kinds_in(re.sub(r"\byou\b", word, asked)) for word in told]
    strange = claimed - kinds_in(spoken).union(*reported)
    if strange:  # what several sentences mention together, no pattern of one finds
        strange -= {item.kind for item in find_risks(claim.evidence.lines)}
    return f"the cited lines do not mention {min(strange).value}" if strange else None


def denial_not_asked(claim: Claim) -> str | None:
    """Written "denied" although no clinician's line of its evidence asks."""
    if not _DENIAL.search(claim.unquoted):
        return None
    if _DENIAL.search(claim.evidence.text) or claim.evidence.by(Speaking.AUTHOR).lines:
        return None
    if any(_SAYS_NO.search(line.text) for line in claim.evidence.by(Speaking.CLIENT).lines):
        return None
    return None if claim.evidence.asked else "the cited lines hold no question that was answered with no"


def modality_missing(claim: Claim) -> str | None:
    """A modality outside the clinician's list, or one their words don't show."""
    listed = " | ".join(claim.preferences.modalities).lower()
    spoken = claim.evidence.by(Speaking.CLINICIAN, Speaking.AUTHOR).text
    written = claim.evidence.by(Speaking.AUTHOR).text
    for named in _MODALITIES.findall(claim.unquoted):
        if re.search(rf"\b{re.escape(named)}\b", written, re.IGNORECASE):
            continue  # the clinician's own word for what they did
        if named.lower() not in listed:
            return f"{named} is not in the clinician's list of modalities"
        if shown(named, spoken) is None:
            return f"the clinician's words do not show {named}"
    return None


def judging(claim: Claim) -> str | None:
    """Words that judge the client, unless they are quoted or the clinician's own."""
    for word in _JUDGING.findall(claim.unquoted):
        if word.lower() not in claim.evidence.text.lower():
            return f'"{word}" judges'
    return None
