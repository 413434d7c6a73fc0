"""Numbers and codes that somebody names: "my member id is …", "… is my chart number", and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.homophones import HEARD
from live_notes.masking.spoken.numbers import Run, run_at, runs
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
        "serial number|serial|cereal number|pacemaker cereal|pump cereal|cereal is|device id|device number"
        "|imei|mac address|pump number|model number|udi"
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
        "|id number|permit number|reservation number|confirmation code|gate code|door code|receipt number"
        "|my id|your id|his id|her id|the id|photo id|id is"
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
    ending ends in with like on uh-huh think i ok okay well yes yeah sure yep then to of for code dash space
    actually says said reads
    """
)
_FILLERS_MOST = 5
_OWNER_MOST = 4
_TELLING_ENDS = frozenset({"number", "id", "code", "pin", "serial", "mrn", "vin", "imei", "plate"})
"""Ends of phrases that are of a number whatever stands between: "the serial number of the pump is"."""
_CORRECTS = word_set(
    """
    no wait sorry actually i mean rather correction it's its is make that not um uh hold on let me see again
    """
)
"""What a number is corrected or repeated with."""
_CORRECTS_MOST = 5
_CORRECTED_LEAST = 2
_SAID_LEAST = 5
"""Figures and letters from which words between them may be some, too: "20 to 30" are two numbers."""
_OWNERS = word_set("of on for in from with they he she we i you that which")
_SAYS = frozenset({"is", "was", "says", "said", "reads"})
"""After these, and what it is of, a named number comes: "the serial number of the pump is …"."""
_BEFORE_YEAR = frozenset({"in", "since", "until", "till", "from", "of", "by", "before", "after"})
_TOLD_LEAST = 4
_THAT_IS = frozenset({"is", "that", "was", "as"})
_WHOSE = frozenset({"my", "his", "her", "their", "our", "your", "the"})
_CONTEXT_LEAST = {Entity.PHONE_NUMBER: 4, Entity.ACCOUNT_NUMBER: 4, Entity.OTHER_ID: 3}
_QUANTITIES = word_set(
    """
    milligrams milligram mg mcg micrograms grams gram ml percent dollars pounds hours minutes days weeks
    months years times pills tablets units miles steps people calories degrees o'clock am pm sessions drinks
    cigarettes nights sets reps repetitions rounds mgs mcgs kgs kilos thousand million bucks cents a
    """
)
_IS_NEXT = frozenset({"is", "it", "are", "was", "be", "number", "id", "ssn", "mrn", "social", "at"})
"""After these a number begins that may be still to be finished."""

_ENDING = frozenset({"ending", "ends", "end", "four", "last"})
_LEAST_ANSWER = {Entity.PHONE_NUMBER: 7}
"""Digits of an answer to a question that named no number, by kind; else four."""

PHRASES = {phrase: entity for entity, phrases in _CONTEXTS for phrase in phrases.split("|")}
"""Each phrase with what the number after it is."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+\Z")


def find_announced(words: Words) -> Iterator[Finding]:
    """Numbers that are named before or after they are said."""
    yield from _after_their_names(words)
    yield from _before_their_names(words)


def measures(words: Words, run: Run) -> bool:
    """Whether the number counts what is said next: "150 milligrams"."""
    after = run.last + 1
    return words.low(after) in _QUANTITIES and words.joined(after)


def is_money(words: Words, run: Run) -> bool:
    """Whether the number is a sum or a count with commas: "$1,250,000"."""
    written = words.text[slice(*words.find(run.first, run.last))]
    return words[run.first].gap.endswith(("$", "£", "€")) or bool(_THOUSANDS.match(written))


def _after_their_names(words: Words) -> Iterator[Finding]:
    """Numbers and letters said after a phrase of `_CONTEXTS`."""
    named = 0
    for first in range(len(words)):
        phrase = _phrase_at(words, first)
        if phrase is None or first < named:
            continue
        entity, used = phrase
        named = first + used
        position = _behind_fillers(words, named)
        for candidate in _readings(words, position):
            if position > named and _in_a_year(words, candidate):
                continue
            if _is_code(words, candidate, entity, named):
                begin = _with_misheard(words, candidate)
                yield Finding(*words.find(begin, candidate.last), entity, 0.9)
                for again in _corrected(words, candidate.last + 1):
                    yield Finding(*words.find(again.first, again.last), entity, 0.85)
                break


def _readings(words: Words, position: int) -> list[Run]:
    """How far a named number that begins at a word may reach, the longest first."""
    named = words.low(position) in PHRASES
    heard = None if named else run_at(words, position, letters=True, heard=True)
    if heard is not None and _said(words, heard) < _SAID_LEAST:
        heard = None
    stopped = run_at(words, position, letters=True, through_stops=True)
    plain = run_at(words, position, letters=True)
    readings = {reading.last: reading for reading in (heard, stopped, plain) if reading is not None}
    return [readings[last] for last in sorted(readings, reverse=True)]


def _said(words: Words, run: Run) -> int:
    """How many figures and letters of a run are written as such."""
    return len(run.digits) - sum(words.low(step) in HEARD for step in range(run.first, run.last + 1))


def _with_misheard(words: Words, run: Run) -> int:
    """Where a named code begins, a word for its first letters included: "is you 774-790", "is easy 4"."""
    before = words.low(run.first - 1)
    letter = before in HEARD or (before == "a" and len(run.digits) >= _SAID_LEAST)
    return run.first - (letter and words.low(run.first - 2) in _SAYS and words.joined(run.first))


def _corrected(words: Words, position: int) -> Iterator[Run]:
    """Numbers said once more, behind one that was named: "5550, no wait, 4 1 7 2", "sorry, I mean 4172"."""
    while True:
        first = position
        while words.low(first) in _CORRECTS and first - position < _CORRECTS_MOST:
            first += 1
        again = run_at(words, first, letters=True) if first > position else None
        if again is None or "\n" in words[first].gap or measures(words, again):
            return
        if sum(mark.isdigit() for mark in again.digits) < _CORRECTED_LEAST or _is_year(again):
            return
        yield again
        position = again.last + 1


def _behind_fillers(words: Words, position: int) -> int:
    """Where a number may begin after its name: "is", "um", "it's" and their like stand before it."""
    position = _behind_owner(words, position)
    skipped = 0
    while _fills(words, position) and skipped < _FILLERS_MOST:
        article = words.low(position) in {"a", "i"} and len(words.low(position + 1)) > 1
        article = article and not (words.low(position) == "a" and words[position].capital)
        if run_at(words, position, letters=True) and not article:
            break
        position, skipped = position + 1, skipped + 1
    return position


def _fills(words: Words, position: int) -> bool:
    """Whether a word says nothing between a name and its number, be it one for a letter: "is see V 5676"."""
    low = words.low(position)
    misheard = low in HEARD and words.low(position - 1) in _SAYS
    return low in _FILLERS or (misheard and run_at(words, position + 1, letters=True) is not None)


def _behind_owner(words: Words, position: int) -> int:
    """Behind what the number is of: "… of the pump is", "… on my card says", "… they gave me was"."""
    if words.low(position) not in _OWNERS or words.low(position - 1) not in _TELLING_ENDS:
        return position
    for after in range(position + 1, position + 2 + _OWNER_MOST):
        if not words.joined(after) or run_at(words, after, letters=True) is not None:
            return position
        if words.low(after) in _SAYS and after > position + 1:
            return after
    return position


def _before_their_names(words: Words) -> Iterator[Finding]:
    """Numbers said before what they are: "four four one nine two is my chart number"."""
    for run in runs(words):
        after = run.last + 1
        if len(run.digits) < _TOLD_LEAST or words.low(after) not in _THAT_IS or not words.joined(after):
            continue
        after += 1 + (words.low(after + 1) in _WHOSE)
        phrase = _phrase_at(words, after)
        if (
            phrase is None
            or not words.breaks_before(after + phrase[1])
            or _is_year(run)
            or is_money(words, run)
        ):
            continue
        yield Finding(*words.find(run.first, run.last), phrase[0], 0.85)


def _phrase_at(words: Words, first: int) -> tuple[Entity, int] | None:
    """The longest context phrase that begins at `first`: its entity and how many words it takes."""
    for length in range(min(5, len(words) - first), 0, -1):
        entity = PHRASES.get(" ".join(words.low(first + step) for step in range(length)))
        if entity is not None:
            return entity, length
    return None


def _is_code(words: Words, run: Run, entity: Entity, named: int) -> bool:
    """Whether it is long enough to be what was named up to the word `named`."""
    figures = sum(mark.isdigit() for mark in run.digits)
    fewest = 2
    least = _CONTEXT_LEAST.get(entity, 3)
    if any("\n" in words[position].gap for position in range(named, run.first + 1)):
        least = max(least, _LEAST_ANSWER.get(entity, 4))  # named in a line before: it need not be meant
    elif run.last == len(words) - 1 and words.low(run.first - 1) in _IS_NEXT:
        least, fewest = 2, 1  # the rest may be still to come
    return len(run.digits) >= least and figures >= fewest and not measures(words, run)


def _in_a_year(words: Words, run: Run) -> bool:
    """Whether "in 2019" or "since 1984" is meant, and not the end of a number."""
    before, two = words.low(run.first - 1), words.low(run.first - 2)
    return _is_year(run) and before in _BEFORE_YEAR and two not in _ENDING


def _is_year(run: Run) -> bool:
    return len(run.digits) == 4 and run.digits[:2] in {"19", "20"} and len(run.groups) <= 3
