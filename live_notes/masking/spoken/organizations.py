"""Employers, schools, hospitals: they identify a person and the household (45 CFR 164.514(b)(2)(i)(A))."""

from __future__ import annotations

from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS
from live_notes.masking.lexicon.word_set import phrases, word_set
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_ENDS = word_set(
    """
    university college hospital academy institute inc llc ltd corp corporation incorporated plc gmbh church
    elementary seminary hospice foundation bank brewery diner bistro synagogue mosque airlines motors
    technologies pharmaceuticals logistics enterprises
    """
)
_FORMS_OF_FIRMS = word_set("inc llc ltd corp plc gmbh")
"""What only the name of a firm ends with."""
_FIRM_ENDS = word_set(
    """
    inc llc ltd corp corporation incorporated plc gmbh limited group associates partners industries holdings
    consulting solutions company brothers sons
    """
)
"""Ends of a firm's name; before them a surname that is also a word counts as a name."""
_ENDS_TWO = phrases(
    "high school|middle school|elementary school|primary school|grammar school|secondary school|law school",
    "preparatory school|medical center|medical centre|health center|health system|community college",
    "state university|state college",
)
_COMMON_BEFORE = word_set(
    """
    local public private state community national international new old same big small different another
    other first second medical mental psychiatric teaching general university college regional children
    veterans emergency nearby busy whole day night catholic christian baptist methodist lutheran online
    business junior senior middle high elementary graduate law nursing art music food blood piggy river west
    investment commercial village town city county
    """
)
_OF = (("university", "of"), ("college", "of"), ("bank", "of"), ("church", "of"), ("institute", "of"))
_EMPLOYMENT = word_set(
    """
    work works working worked job employed hired fired shift shifts intern internship interned interning
    employee position contract career boss manager supervisor cashier engineer driver nurse teacher
    accountant barista waitress waiter cook lawyer paralegal salesman clerk technician
    """
)
_EMPLOYED = phrases(
    "let me go from|let him go from|let her go from|let us go from|let them go from|laid off from",
    "laid off by|retired from|resigned from|quit from|offer from|interview at|interview with|interviewed at",
    "interviewed with|started at|start at|starting at|job at|shift at|hired by|fired by|works for|worked for",
    "work for|working for",
)
"""After these the name of an employer comes."""
_LEFT = phrases(
    "let me go from|let him go from|let her go from|let us go from|let them go from|laid off from",
    "laid off by|hired by|fired by|fired from",
)
_AFTER_FIRM = word_set("in for on at when because after before last this since during as so but with by")
_NO_FIRM = word_set(
    """
    a an the my your his her our their this that it me you us them him there here work school home job jobs
    i he she we they one two someone somebody to being having
    """
)
"""Where one of these stands no firm is named."""
_PARTNERS = word_set("sons brothers daughters associates partners company co sisters")
_SCHOOLING = word_set(
    """
    study studies studied studying graduated graduate student enrolled attend attends attended teach teaches
    taught dropped degree major
    """
)  # fmt: skip
_BRANDS = word_set(
    """
    walmart costco starbucks mcdonalds mcdonald's safeway kroger walgreens microsoft fedex usps verizon
    comcast boeing lockheed raytheon pfizer moderna medtronic kaiser cigna aetna humana deloitte kpmg
    accenture citigroup citibank jpmorgan chase allianz allstate geico transunion equifax tesla toyota honda
    hyundai volkswagen ikea lowes wendys chipotle lyft uber doordash instacart airbnb zillow netflix spotify
    oracle cisco intel ibm nvidia samsung siemens sainsbury's sainsburys tesco lidl aldi asda harvard
    stanford princeton cornell mit ucla usc nyu berkeley georgetown
    """
)
"""Large employers and schools; masked only where somebody works or studies there."""
_FIRM_WORDS_MOST = 7


def find_organizations(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Organisations by the end of their name, or by what one does there."""
    for position in range(len(words)):
        yield from _ended(words, lexicon, position)
        yield from _of(words, lexicon, position)
        yield from _worked_for(words, lexicon, position)
        yield from _answered(words, lexicon, position)


def _ended(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    """Like "lincoln high school", "mercy hospital", "Acme Incorporated"."""
    if words.low(position) in _FORMS_OF_FIRMS:
        first = position
        while position - first < 4 and words.joined(first) and _stands_in_a_firm(words, first - 1):
            first -= 1
        if first < position:
            yield Finding(*words.find(first, position), Entity.ORGANIZATION, 0.75)
        return
    end = position
    two = next((pair for pair in _ENDS_TWO if words.says(position, pair)), None)
    if two is None and words.low(position) not in _ENDS:
        return
    end += two is not None
    first = position
    while position - first < 4 and words.joined(first) and _may_belong(words, lexicon, first - 1):
        first -= 1
    special = any(
        not lexicon.is_ordinary(words.low(step))
        or (words[step].capital and words.low(step) not in _COMMON_BEFORE)
        for step in range(first, position)
    )
    if first < position and special:
        yield Finding(*words.find(first, end), Entity.ORGANIZATION, 0.75)
    elif _surname_where_one_goes(words, lexicon, position - 1):
        yield Finding(*words.find(position - 1, end), Entity.ORGANIZATION, 0.7)


def _stands_in_a_firm(words: Words, position: int) -> bool:
    """Any word but the small ones: before "inc" or "llc" there is nothing else."""
    low = words.low(position)
    return bool(low) and low not in STOPWORDS and low not in KIN and len(low) > 1


def _surname_where_one_goes(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a surname that is also a word stands where one goes: "she goes to cook" (elementary)."""
    low = words.low(position)
    if low not in lexicon.surnames or low in STOPWORDS | _COMMON_BEFORE or not words.joined(position + 1):
        return False
    return words.low(position - 1) in {"to", "at", "from", "attend", "attends", "attended", "for"}


def _may_belong(words: Words, lexicon: Lexicon, position: int) -> bool:
    if position < 0:
        return False
    low = words.low(position)
    if low in STOPWORDS or low in KIN or not low.replace("'", "").isalpha():
        return False
    cased = words[position].capital
    return (
        cased
        or not lexicon.is_ordinary(low)
        or low in {"saint", "st", "mercy", "memorial", "general", "state"}
    )


def _of(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    """Like "university of michigan", "bank of america"."""
    if not any(words.says(position, pair) for pair in _OF):
        return
    after = position + 2
    named = words.low(after) and (words[after].capital or not lexicon.is_ordinary(words.low(after)))
    if named and words.low(after) not in STOPWORDS:
        last = after
        while (
            last - after < 2 and words.joined(last + 1) and words[last + 1].capital and words[after].capital
        ):
            last += 1
        yield Finding(*words.find(position, last), Entity.ORGANIZATION, 0.8)


def _worked_for(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    """Like "she works at walmart", "went to Emory", where a name stands."""
    if words.low(position) not in {"at", "for", "with", "from", "by", "attend", "attends", "attended"}:
        return
    nearby = {words.low(position - step) for step in range(4)}
    employed = any(words.says(position - len(phrase) + 1, phrase) for phrase in _EMPLOYED)
    left = any(words.says(position - len(phrase) + 1, phrase) for phrase in _LEFT)
    if not employed and not nearby & (_EMPLOYMENT | _SCHOOLING):
        return
    first = position + 1
    last = first - 1
    while last - first < 3 and words.joined(last + 1) and _names_organization(words, lexicon, last + 1):
        last += 1
    if words.low(position) != "with":
        last = max(last, _firm(words, lexicon, first, telling=words.low(position) == "at"))
    last = max(last, _partners(words, first), _let_go_from(words, first) if left else first - 1)
    if last >= first:
        yield Finding(*words.find(first, last), Entity.ORGANIZATION, 0.7)


def _answered(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    """A firm as all of a sentence: "At lie and Rivera.", "At Walker in Johnson and Ramos."."""
    if words.low(position) != "at" or not words.breaks_before(position):
        return
    last, names = position, 0
    while words.joined(last + 1) and last - position < _FIRM_WORDS_MOST:
        last += 1
        low = words.low(last)
        if low in _NO_FIRM or (low in STOPWORDS and low not in {"and", "in"}) or is_clinical(words, last):
            return
        names += not lexicon.is_ordinary(low) and _stands_for_surname(words, lexicon, last)
    joined = "and" in {words.low(step) for step in range(position + 2, last)}
    if names and joined and words.breaks_before(last + 1):
        yield Finding(*words.find(position + 1, last), Entity.ORGANIZATION, 0.7)


def _partners(words: Words, first: int) -> int:
    """The last word of a firm called by somebody "and sons", whatever the name was heard as."""
    for end in range(first + 2, first + _FIRM_WORDS_MOST):
        if not all(words.joined(step) for step in (end - 1, end)):
            break
        if words.low(end - 1) == "and" and words.low(end) in _PARTNERS:
            return end if all(_stands_in_a_firm(words, step) for step in range(first, end - 1)) else first - 1
    return first - 1


def _let_go_from(words: Words, first: int) -> int:
    """The last word of a firm that let somebody go: two or more words with "and" among them."""
    last = first - 1
    for position in range(first, first + _FIRM_WORDS_MOST):
        low = words.low(position)
        ends = position > first and (not words.joined(position) or low in _AFTER_FIRM)
        if ends or not low:
            break
        if low in _NO_FIRM or is_clinical(words, position):
            return first - 1
        last = position
    joined = "and" in {words.low(step) for step in range(first + 1, last)}
    return last if joined else first - 1


def _firm(words: Words, lexicon: Lexicon, first: int, *, telling: bool) -> int:
    """The last word of a firm called by surnames: "smith and jones", "price brown and cook", "hill group".

    A surname that is also a word counts among others, before an end that firms have, or where nothing but a
    firm can stand (`telling`); `first - 1` for none.
    """
    last, names, joined = first - 1, 0, False
    position = first
    while position - first < _FIRM_WORDS_MOST and (position == first or words.joined(position)):
        low = words.low(position)
        if low in _FIRM_ENDS and names:
            return position
        if low == "and" and names and _partner(words, lexicon, position + 1):
            position += 1
            joined = True
            continue
        if not _stands_for_surname(words, lexicon, position) and not (joined and last < position - 1):
            break
        names, last = names + 1, position
        telling = telling or words[position].capital or not lexicon.is_ordinary(low)
        position += 1
    return last if telling and joined else first - 1


def _partner(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether the word behind an "and" goes on with a firm's name: also a word between two of them."""
    low = words.low(position)
    if _stands_for_surname(words, lexicon, position):
        return True
    between = words.low(position + 1) == "and" and _may_be_surname(words, lexicon, position + 2)
    return between and bool(low) and low not in STOPWORDS and low not in KIN


def _stands_for_surname(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a word is a surname, or written as a name is: "Clark and Pug"."""
    if _may_be_surname(words, lexicon, position):
        return True
    low = words.low(position)
    cased = bool(low) and words[position].capital and not words.breaks_before(position)
    barred = low in STOPWORDS or low in KIN or low in lexicon.wide_places or is_clinical(words, position)
    return cased and not barred


def _may_be_surname(words: Words, lexicon: Lexicon, position: int) -> bool:
    low = words.low(position)
    if low in STOPWORDS or low in KIN or low in lexicon.wide_places or is_clinical(words, position):
        return False
    return low in lexicon.surnames or lexicon.is_unheard(low)


def _names_organization(words: Words, lexicon: Lexicon, position: int) -> bool:
    low = words.low(position)
    if low in _BRANDS:
        return True
    if low in STOPWORDS or low in KIN or low in lexicon.wide_places or is_clinical(words, position):
        return False
    return not low.isdigit() and (lexicon.is_unheard(low) or (words[position].capital and low != "i"))
