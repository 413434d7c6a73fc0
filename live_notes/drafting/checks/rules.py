"""The checks themselves: each takes a sentence and its evidence and tells whether it objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from live_notes.drafting.checks.evidence import Evidence
from live_notes.drafting.checks.flags import Flag
from live_notes.drafting.embedded.modalities import shown
from live_notes.drafting.language.numbers import claimed_numbers, unit_differs
from live_notes.drafting.language.polarity import polarities
from live_notes.drafting.language.words import (
    PLACEHOLDER,
    STOP_WORDS,
    content_stems,
    overlap,
    stem,
    tokens,
    word_set,
)
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.risk import kinds_in
from live_notes.drafting.spec import Speaking

_QUOTATION = re.compile(r"[\"“]([^\"”]*)[\"”]")
_NOTE_WORDS = """
client patient therapist clinician doctor counselor counsellor provider writer speaker participant role
another
reported reports report stated states described describes denied denies confirmed noted notes expressed shared
answered asked observed formulated validated explained guided used worked working agreed agree suggested
proposed
plan session next current currently discussed identified explored acknowledged endorsed experiencing
experiences
continue known evidenced related regarding including due feelings feeling ongoing well
"""
_OWN_WORDS = frozenset(stem(word) for word in _NOTE_WORDS.split()) | frozenset(_NOTE_WORDS.split())
_REPORTING = (
    r"(?:report|stat|describ|den|confirm|express|shar|ask|answer|endors|said|says|mention"
    r"|agree|identif|acknowledg)\w*"
)
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
_ASKED_ABOUT = re.compile(r"^when asked [^,]*,", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denial of)\b", re.IGNORECASE)
_REPORTING_STEMS = frozenset(
    stem(word)
    for word in [
        "reported",
        "stated",
        "described",
        "asked",
        "answered",
        "observed",
        "said",
        "noted",
        "agreed",
        "client",
        "patient",
        "therapist",
        "doctor",
    ]
)
_NOT = re.compile(r"\b(?:not|never|cannot)\b|n't\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|cannot|without|nor|neither|hardly|nope|nah|dont|cant|didnt"
    r"|wont|den(?:y|ie)\w*"
    r"|stopped|quit|un\w+|lack\w*|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_ENOUGH_SUPPORT = 0.6
_NUMBER_WORDS_ONCE = word_set("once twice half dozen couple quarter")


@dataclass(frozen=True)
class Claim:
    """A sentence under examination. `said` is its text without quotations and the note's own words."""

    text: str
    evidence: Evidence
    preferences: Preferences

    @cached_property
    def unquoted(self) -> str:
        """The text outside quotation marks."""
        return _QUOTATION.sub(" ", self.text)

    @property
    def quotations(self) -> Sequence[str]:
        """What stands in quotation marks."""
        return _QUOTATION.findall(self.text)

    @cached_property
    def own_terms(self) -> frozenset[str]:
        """Stems that belong to the note, not to the evidence."""
        chosen = self.preferences
        terms = " ".join((chosen.client_term, chosen.clinician_term, *chosen.modalities))
        return _OWN_WORDS | frozenset(content_stems(terms)) | frozenset(stem(t) for t in tokens(terms))

    @cached_property
    def content(self) -> list[str]:
        """Stems the evidence must give."""
        own = self.own_terms
        return [
            s
            for s in content_stems(self.text)
            if s not in own and not PLACEHOLDER.fullmatch(s) and len(s) > 1
        ]


def unsupported(claim: Claim) -> bool:
    """Too few of its content words are in the evidence, or several in a row are not."""
    if overlap(claim.content, claim.evidence.stems) < _ENOUGH_SUPPORT:
        return True
    alone = [word not in claim.evidence.stems for word in claim.content]
    return any(left and right for left, right in pairwise(alone))


def number_missing(claim: Claim) -> bool:
    """A number that the evidence does not give, or gives of another unit."""
    if unit_differs(claim.text, claim.evidence.text):
        return True
    if claimed_numbers(claim.text) - claim.evidence.numbers:
        return True
    words = {t.lower() for t in tokens(claim.text)}
    given = {t.lower() for t in tokens(claim.evidence.text)}
    return bool((words & _NUMBER_WORDS_ONCE) - given)


def negation_differs(claim: Claim) -> bool:
    """A content word stands under a negation here and never there, or the other way round."""
    given = claim.evidence.polarities
    claimed = _ASKED_ABOUT.sub("", claim.unquoted)  # exact quotations have a check of their own
    if _NOT.search(claimed) and not _NEGATIVE.search(claim.evidence.text):
        return True
    return any(
        not mine & theirs
        for word, mine in polarities(claimed).items()
        if word not in _REPORTING_STEMS and (theirs := given.get(word)) is not None
    )


def _subject(claim: Claim) -> Speaking | None:
    """Whose statement the sentence says it is."""
    head = claim.text.strip().lower()
    match = re.match(
        r"(?:when asked [^,]*(?:\"[^\"]*\")?,? |asked [^,]*, )?(?:the )?(?P<who>.{2,60}?)(?: [a-z])? "
        + _REPORTING,
        head,
    )
    who = match["who"].strip() if match else ""
    if who in {claim.preferences.client_term.lower(), "client", "patient"}:
        return Speaking.CLIENT
    if who in {claim.preferences.clinician_term.lower(), "therapist", "clinician", "doctor", "counselor"}:
        return Speaking.CLINICIAN
    return None


def wrong_speaker(claim: Claim) -> bool:
    """Given to one side while only the other side's lines say it."""
    subject = _subject(claim)
    if subject is None or not claim.evidence.lines:
        return False
    sides = claim.evidence.by(subject, Speaking.AUTHOR, Speaking.OTHER, Speaking.UNKNOWN)
    if not sides.lines:
        return True
    other = Speaking.CLINICIAN if subject is Speaking.CLIENT else Speaking.CLIENT
    theirs = claim.evidence.by(other)
    asked = subject is Speaking.CLIENT and claim.evidence.asked
    content = claim.content
    return (
        bool(content) and not asked and overlap(content, sides.stems) < 0.3 <= overlap(content, theirs.stems)
    )


def quote_changed(claim: Claim) -> bool:
    """A quotation that nobody in the evidence spoke word for word."""
    return any(not claim.evidence.says(quotation) for quotation in claim.quotations)


def name_missing(claim: Claim) -> bool:
    """A capitalised word inside the sentence that is no word of the evidence or of the note."""
    known = {t.lower().removesuffix("'s") for t in tokens(claim.evidence.text)}
    own = {t.lower() for t in tokens(f"{claim.preferences.client_term} {claim.preferences.clinician_term}")}
    own |= {t.lower() for modality in claim.preferences.modalities for t in tokens(modality)}
    for before, word in _inner_words(claim.unquoted):
        low = word.lower().removesuffix("'s")
        if before in ".!?:;" or low in known or low in own or low in STOP_WORDS or stem(low) in _OWN_WORDS:
            continue
        if word[0].isupper() and not word.isupper() and stem(low) not in claim.evidence.stems:
            return True
    return False


def _inner_words(text: str) -> list[tuple[str, str]]:
    """Words after the first, each with the mark before it ("" or punctuation)."""
    found = list(re.finditer(r"[^\W\d_]+(?:'[^\W\d_]+)*", PLACEHOLDER.sub(" ", text)))
    return [
        (text_before.strip()[-1:] or "-", match.group())
        for match in found[1:]
        if (text_before := text[: match.start()]) is not None
    ]


def placeholder_missing(claim: Claim) -> bool:
    """A placeholder that none of its lines holds."""
    return bool(set(PLACEHOLDER.findall(claim.text)) - set(PLACEHOLDER.findall(claim.evidence.text)))


def diagnosis_missing(claim: Claim) -> bool:
    """A diagnosis that is not spoken of in its evidence."""
    return any(
        overlap(content_stems(found), claim.evidence.stems) < 1
        for found in _DIAGNOSES.findall(claim.unquoted)
    )


def risk_missing(claim: Claim) -> bool:
    """A kind of risk that its lines do not mention."""
    claimed = kinds_in(claim.unquoted)
    if not claimed:
        return False
    spoken = claim.evidence.text
    told = {claim.preferences.pronoun_forms.object, "her", "him", "them"}
    reported = [kinds_in(re.sub(r"\bme\b", word, spoken)) for word in told]
    return bool(claimed - kinds_in(spoken).union(*reported))


def denial_not_asked(claim: Claim) -> bool:
    """Written "denied" although no clinician's line of its evidence asks."""
    if not _DENIAL.search(claim.unquoted):
        return False
    if _DENIAL.search(claim.evidence.text) or claim.evidence.by(Speaking.AUTHOR).lines:
        return False
    return not claim.evidence.asked


def modality_missing(claim: Claim) -> bool:
    """A modality outside the clinician's list, or one their words don't show."""
    listed = " | ".join(claim.preferences.modalities).lower()
    spoken = claim.evidence.by(Speaking.CLINICIAN, Speaking.AUTHOR).text
    for named in _MODALITIES.findall(claim.unquoted):
        if named.lower() not in listed or shown(named, spoken) is None:
            return True
    return False


def judging(claim: Claim) -> bool:
    """Words that judge the client, unless they are quoted or the clinician's own."""
    found = {m.lower() for m in _JUDGING.findall(claim.unquoted)}
    return any(word not in claim.evidence.text.lower() for word in found)


RULES: tuple[tuple[Flag, Callable[[Claim], bool]], ...] = (
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
