"""Numbers that belong to one person: telephone, social security, record, plan, account, licence and more.

What a number is follows from what is said just before it ("my member id is …") and
else from its length. Doses, scores, counts and plain quantities stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.numbers import MIXED, Run, run_at, runs
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_CONTEXTS: tuple[tuple[Entity, str], ...] = (
    (Entity.FAX_NUMBER, "fax number|fax"),
    (
        Entity.SSN,
        "social security number|social security|social|ssn|s s n|last four of my social|tax id|itin",
    ),
    (
        Entity.MEDICAL_RECORD_NUMBER,
        "medical record number|medical record|record number|mrn|m r n|chart number|chart"
        "|patient number|patient id"
        "|patient identifier|hospital number|nhs number|accession number|encounter number|visit number",
    ),
    (
        Entity.HEALTH_PLAN_NUMBER,
        "member id|member number|membership number|subscriber id|subscriber number|policy number"
        "|policy|group number"
        "|plan number|plan id|insurance id|insurance number|insurance card|beneficiary number"
        "|beneficiary id|medicare"
        "|medicare number|medicaid|medicaid number|medicaid id|claim number|authorization number"
        "|rx bin|payer id",
    ),
    (
        Entity.ACCOUNT_NUMBER,
        "account number|account|acct|routing number|routing|sort code|iban|credit card"
        "|credit card number|debit card"
        "|debit card number|card number|card|card ending in|ending in|visa|mastercard|amex"
        "|american express|checking"
        "|savings account|invoice number|bank account",
    ),
    (
        Entity.LICENSE_NUMBER,
        "driver license|drivers license|driver's license|driver license number"
        "|drivers license number|license number"
        "|licence number|driving licence|driving license|license|licence|npi|n p i|dea number|dea|passport"
        "|passport number|certificate number|registration number|green card number|visa number",
    ),
    (
        Entity.VEHICLE_ID,
        "license plate|licence plate|license plate number|plate number|plates|plate|number plate|vin"
        "|v i n|vin number"
        "|registration plate|tag number",
    ),
    (
        Entity.DEVICE_ID,
        "serial number|serial|device id|device number|imei|mac address|pump number|model number|udi"
        "|implant number"
        "|pacemaker number",
    ),
    (
        Entity.BIOMETRIC_ID,
        "fingerprint id|fingerprint|voiceprint id|voiceprint|voice print|retina scan|faceid|face id",
    ),
    (
        Entity.PHONE_NUMBER,
        "phone number|telephone number|cell number|mobile number|phone|telephone|cell|cellphone"
        "|mobile|call me at"
        "|call me on|reach me at|reach me on|text me at|text me on|pager|extension|ext|my number|work number"
        "|home number|her number|his number|their number|call him at|call her at|call him on"
        "|call her on|whatsapp",
    ),
    (
        Entity.OTHER_ID,
        "case number|case id|file number|employee number|employee id|badge number|student id|student number"
        "|id number|permit number|reservation number|confirmation code|gate code|door code|receipt number|id"
        "|identification number"
        "|reference number|confirmation number|order number|prescription number|rx number"
        "|booking number|ticket number"
        "|docket number|inmate number|locker code|pin|pin number|passcode|password|access code"
        "|meeting id|user id"
        "|username|ein|tracking number|alien number|service number",
    ),
)
"""Phrases that say what the number after them is."""

_FILLERS = word_set(
    """
    is was it's its it the that's that number no id um uh so are be would has been my a an and here you
    ending ends in with like on uh-huh think i ok okay well yes yeah sure yep then to of for code dash space actually
    """
)
_FILLERS_MOST = 5
_BEFORE_YEAR = frozenset({"in", "since", "until", "till", "from", "of", "by", "before", "after"})
_TOLD_LEAST = 4
_THAT_IS = frozenset({"is", "that's", "was", "as"})
_WHOSE = frozenset({"my", "his", "her", "their", "our", "your", "the"})
_CONTEXT_LEAST = {Entity.PHONE_NUMBER: 4, Entity.ACCOUNT_NUMBER: 4, Entity.OTHER_ID: 3}
_QUANTITIES = word_set(
    """
    milligrams milligram mg mcg micrograms grams gram ml percent dollars pounds hours minutes days weeks
    months years times pills tablets units miles steps people calories degrees o'clock am pm sessions drinks
    cigarettes kilos thousand million bucks cents a
    """
)

_MORE = r"(?:x\d{1,5})?"
_WRITTEN = tuple(
    (entity, re.compile(pattern))
    for entity, pattern in (
        (Entity.SSN, r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])"),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)\d{2,4}(?:[ .-]?\d{2,4}){1,3}"
            + _MORE
            + r"(?!\w)",
        ),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.-])(?:\+?\d{1,3}[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}" + _MORE + r"(?![\w-])",
        ),
        (Entity.PHONE_NUMBER, r"(?<!\w)\+\d[\d .()-]{6,18}\d" + _MORE + r"(?!\w)"),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.-])(?:00\d{1,3}|0\d{1,4})[ -]\d{2,5}(?:[ -]\d{2,5}){1,3}" + _MORE + r"(?![\w-])",
        ),
        (Entity.PHONE_NUMBER, r"(?<![\w.-])\d{3}-\d{4}(?![\w-])"),
        (Entity.ACCOUNT_NUMBER, r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"),
        (Entity.VEHICLE_ID, r"\b(?=[A-Z0-9]*\d)(?=\d*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\b"),
    )
)


def find_identifiers(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Numbers and codes of all these kinds."""
    del lexicon
    for entity, pattern in _WRITTEN:
        for match in pattern.finditer(words.text):
            yield Finding(match.start(), match.end(), entity, 0.9)
    yield from _announced(words)
    yield from _told_afterwards(words)
    for run in runs(words):
        entity_or_none = _by_length(words, run)
        if entity_or_none is not None:
            yield Finding(*words.find(run.first, run.last), entity_or_none, 0.8)
    yield from _mixed_codes(words)


def _announced(words: Words) -> Iterator[Finding]:
    """Numbers and letters said after a phrase of `_CONTEXTS`."""
    for first in range(len(words)):
        phrase = _phrase_at(words, first)
        if phrase is None:
            continue
        entity, used = phrase
        position = first + used
        skipped = 0
        while words.low(position) in _FILLERS and skipped < _FILLERS_MOST:
            article = words.low(position) in {"a", "i"} and len(words.low(position + 1)) > 1
            if run_at(words, position, letters=True) and not article:
                break
            position, skipped = position + 1, skipped + 1
        run = run_at(words, position, letters=True)
        if run is None or (_is_year(run) and words.low(position - 1) in _BEFORE_YEAR):
            continue
        longer = run_at(words, position, letters=True, through_stops=True)
        for candidate in (longer, run):
            if candidate is not None and _is_code(words, candidate, entity):
                yield Finding(*words.find(candidate.first, candidate.last), entity, 0.9)
                break


def _told_afterwards(words: Words) -> Iterator[Finding]:
    """Numbers said before what they are: "four four one nine two is my chart number"."""
    for run in runs(words):
        after = run.last + 1
        if len(run.digits) < _TOLD_LEAST or words.low(after) not in _THAT_IS or not words.joined(after):
            continue
        after += 1 + (words.low(after + 1) in _WHOSE)
        phrase = _phrase_at(words, after)
        if phrase is not None and _is_code(words, run, phrase[0]):
            yield Finding(*words.find(run.first, run.last), phrase[0], 0.85)


def _phrase_at(words: Words, first: int) -> tuple[Entity, int] | None:
    """The longest context phrase that begins at `first`: its entity and how many words it takes."""
    for length in range(min(5, len(words) - first), 0, -1):
        entity = _PHRASES.get(" ".join(words.low(first + step) for step in range(length)))
        if entity is not None:
            return entity, length
    return None


_PHRASES = {phrase: entity for entity, phrases in _CONTEXTS for phrase in phrases.split("|")}


def _is_code(words: Words, run: Run, entity: Entity) -> bool:
    """Whether it is long enough; at the end of what was said the rest may be still to come."""
    figures = sum(mark.isdigit() for mark in run.digits)
    least = 2 if run.last == len(words) - 1 else _CONTEXT_LEAST.get(entity, 3)
    return len(run.digits) >= least and figures >= 2 and words.low(run.last + 1) not in _QUANTITIES


def _is_year(run: Run) -> bool:
    return len(run.digits) == 4 and run.digits[:2] in {"19", "20"} and len(run.groups) <= 3


def _by_length(words: Words, run: Run) -> Entity | None:
    """What a number that nobody announced must be, going by its length alone; None for a plain number."""
    length = len(run.digits)
    if run.counts or length < 6 or words.low(run.last + 1) in _QUANTITIES or _is_money(words, run):
        return None
    if 13 <= length <= 19:
        return Entity.ACCOUNT_NUMBER
    if length == 9 and [len(group) for group in run.groups] in ([3, 2, 4], [1] * 9):
        return Entity.SSN
    if 7 <= length <= 12:
        return Entity.PHONE_NUMBER
    return Entity.OTHER_ID if len(run.groups) >= 5 or len(run.groups) == 1 else None


_MEASURE = re.compile(r"\d+(?:mg|mcg|ml|iu|st|nd|rd|th|am|pm|hrs?|x\d+)?\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+\Z")


def _is_money(words: Words, run: Run) -> bool:
    """Whether the number is a sum or a count with commas: "$1,250,000"."""
    written = words.text[slice(*words.find(run.first, run.last))]
    return words[run.first].gap.endswith(("$", "£", "€")) or bool(_THOUSANDS.match(written))


def _mixed_codes(words: Words) -> Iterator[Finding]:
    """Written codes such as `F162823540116`: letters and at least four digits in one word."""
    for word in words:
        figures = sum(mark.isdigit() for mark in word.low)
        if len(word.low) >= 7 and figures >= 4 and MIXED.match(word.low) and not _MEASURE.match(word.low):
            yield Finding(word.start, word.end, Entity.OTHER_ID, 0.7)
