"""How long, since when, when, where, how often, how old, how many and how much, with what surely answers it.

Each takes the question, put indirectly, and the phrase, and gives one clause; None where it is not sure.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing import composed_words as says
from live_notes.drafting.embedded.composing.composed_forms import (
    ASIDE,
    AUX,
    CONSUMED,
    HELD,
    PERSON,
    REST,
    is_name,
    plain_clause,
    with_behind,
)
from live_notes.drafting.language.verbs import BASE, FINITE

_HOW_MANY = re.compile(
    rf"how many (?P<what>(?:[a-z-]+ )?[a-z-]+s|people"
    rf"|children) (?P<doing>(?:{PERSON} {AUX}(?:{CONSUMED}|{HELD})|there"
    rf" (?:are|were|have been|had been)|{PERSON} (?:have|has|had) got)){REST}",
    re.IGNORECASE,
)

_PER = re.compile(r" (?:an?|per|each|every) (?:day|night|week|month|hour)$", re.IGNORECASE)

_WITH = re.compile(r"(?:just |still )?with (?:an?|the|my|their|his|her) ", re.IGNORECASE)
_LIVES = re.compile(r"\b(?:liv|stay|sleep)(?:e|es|s|ed|ing)?\b", re.IGNORECASE)
_BY_MEASURE = re.compile(
    rf"(?P<much>{says.HEDGE}{says.AMOUNT} (?:(?:big|small|large) )?(?:bottles?|glass(?:es)?|pints?"
    rf"|litres?|liters?|cups?|mugs?"
    r"|cans?|units?|packs?|packets?|boxes|grams?|ounces?|spoons?|teaspoons?|hours?))(?P<per> (?:an?|per"
    r"|each|every) \w+)?",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    rf"how much(?P<what>(?: [a-z-]+)?) (?P<doing>{PERSON} {AUX}(?:{CONSUMED}|{HELD})){REST}",
    re.IGNORECASE,
)

_HOW_OLD = re.compile(
    r"how old (?P<who>they|he|she|the client|(?:their|the) [\w'-]+) (?P<be>is|are|was"
    r"|were)(?P<rest>(?: (?:when|at|now)\b"
    r"[^,;:?\"]*)?)",
    re.IGNORECASE,
)

_CLOCK_TIME = re.compile(r"what time(?: of (?:the )?day)? (?P<clause>.+)", re.IGNORECASE)

_HOW_MANY_DAYS = re.compile(
    r"(?:for )?how many (?P<unit>minutes|hours|days|weeks|months|years) (?P<clause>(?:.+ for"
    r"|(?:.+ )?(?:has|have|had) been .+))",
    re.IGNORECASE,
)

_TAKES_OR_SINCE = re.compile(
    r"(?P<it>it (?:(?:usually|normally|generally) )?(?:takes|took|has taken|would take)(?: (?:them|him"
    r"|her))?)(?P<rest> to .+)"
    r"|(?P<was>it (?:has been|is|was|had been))(?P<ago> since .+)",
    re.IGNORECASE,
)
_NO_FOR = re.compile(
    r"\b(?:takes?|took|taken|lasts?|lasted|lasting|has lasted|goes on|went on|spends?|spent|needs?|needed"
    r"|wants?|wanted|gets?|got)$",
    re.I,
)

_NEEDS_A_SINCE = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)

_ENDS_IN_BE = re.compile(r"\b(?:is|are|was|were|be)$", re.IGNORECASE)

_SPAN_ITSELF = re.compile(r"\b(?:until|till|between|before|after|ago|since)\b", re.IGNORECASE)

_ADVERB_AT = re.compile(
    r"(?P<who>they|he|she|the client|the patient) (?P<verb>[a-z]+)(?P<rest>(?: .*)?)", re.IGNORECASE
)

_MEASURED = re.compile(
    r"\b(?:bottles?|glass(?:es)?|pints?|litres?|liters?|cups?|mugs?|cans?|units?|packs?|packets?|boxes"
    r"|grams?|ounces?|pieces?"
    r"|lots?|bit|little|couple|few|drinks?|half)\b",
    re.IGNORECASE,
)


_HOW_LONG = re.compile(r"(?:(?:for )?how long|since when) (?P<clause>.+)", re.IGNORECASE)
_FOR_AT_ITS_END = re.compile(r" for(?= now$|$)")
_WHEN = re.compile(r"(?:when|since when|how long ago) (?P<clause>.+)", re.IGNORECASE)
_WHERE = re.compile(
    r"(?:where(?:abouts)?(?: exactly)?|(?:what|which) (?:side|part|area)) (?P<clause>.+)", re.IGNORECASE
)
_ENDS_WITH_TO = re.compile(r" (?:from|to|at|in|on)$")
_HOW_OFTEN = re.compile(r"how (?:often|frequently|regularly|many times) (?P<clause>.+)", re.IGNORECASE)
_NOT = re.compile(r"not ", re.IGNORECASE)
_YEARS_OLD = re.compile(r" (?:years old|years of age|years)$")
_PER_TOO = re.compile(r" (?:an?|per|each|every) \w+$")


def how_long(asked: str, said: str) -> str | None:
    """How long or since when: "they have been taking that for 18 months"."""
    found = _HOW_LONG.fullmatch(asked)
    clause = None if found is None else plain_clause(_FOR_AT_ITS_END.sub("", found["clause"]))
    if clause is None:
        return None
    beginning = says.SINCE.fullmatch(said)
    if beginning is not None:
        perfect = _NEEDS_A_SINCE.search(clause) and not says.OF_A_CLAUSE.search(said.partition(" ")[2][:5])
        return with_behind(clause, said) if perfect else None
    length = says.DURATION.fullmatch(said)
    return None if length is None or _ENDS_IN_BE.search(clause) else _for(clause, length["long"])


def _for(clause: str, length: str) -> str | None:
    """The clause with how long it was, or is, so."""
    itself = _TAKES_OR_SINCE.match(clause)
    if itself is not None:
        return f"{itself['it'] or itself['was']} {length}{itself['rest'] or itself['ago']}"
    if _SPAN_ITSELF.search(clause):
        return None
    bare = _NO_FOR.search(clause) or length.lower().startswith(("all ", "almost all ", "nearly all "))
    return with_behind(clause, length if bare else f"for {length}")


def how_many_days(asked: str, said: str) -> str | None:
    """How many days something has been going on, as how long it has."""
    found = _HOW_MANY_DAYS.fullmatch(asked)
    if found is None:
        return None
    number = says.NUMBER_ALONE.fullmatch(said)
    length = (
        f"{said} {found['unit']}" if number is not None and number["many"] not in {"a", "an", "one"} else said
    )
    return how_long(f"how long {found['clause']}", length)


def when(asked: str, said: str) -> str | None:
    """When: "their last period was 2 weeks ago"."""
    found = _WHEN.fullmatch(asked)
    clause = None if found is None else plain_clause(found["clause"])
    if clause is None:
        return None
    if asked.lower().startswith("how long ago"):
        length = says.DURATION.fullmatch(said)
        said = said if length is None else f"{length['long']} ago"
    for form, before in ((says.TIME, ""), (says.ON_A_DAY, "on "), (says.IN_A_MONTH, "in ")):
        if form.fullmatch(said):
            return with_behind(clause, f"{before}{said}")
    beginning = says.SINCE.fullmatch(said) if asked.lower().startswith("since") else None
    return with_behind(clause, said) if beginning is not None and _NEEDS_A_SINCE.search(clause) else None


def what_time(asked: str, said: str) -> str | None:
    """At what hour."""
    found = _CLOCK_TIME.fullmatch(asked)
    clause = None if found is None else plain_clause(found["clause"])
    if clause is None:
        return None
    if says.TIME.fullmatch(said):
        return with_behind(clause, said)
    hour = says.AT_AN_HOUR.fullmatch(said)
    return with_behind(clause, f"at {hour['time']}") if hour is not None else None


def where(asked: str, said: str) -> str | None:
    """Where: "it is tender on the inside of their knee"."""
    found = _WHERE.fullmatch(asked)
    clause = None if found is None else plain_clause(found["clause"])
    with_somebody = _WITH.match(said) and _LIVES.search(clause or "")
    if (
        clause is None
        or not (says.PLACE.fullmatch(said) or with_somebody)
        or says.OF_A_CLAUSE.search(said)
        or "'s" in said
    ):
        return None
    return with_behind(clause, said) if not _ENDS_WITH_TO.search(clause) else None


def how_often(asked: str, said: str) -> str | None:
    """How often, or how many times: "they hardly ever take it", "they go 3 times a week"."""
    found = _HOW_OFTEN.fullmatch(asked)
    clause = None if found is None else plain_clause(found["clause"])
    if clause is None:
        return None
    times = asked.lower().startswith("how many")
    number = says.NUMBER_ALONE.fullmatch(said) if times else None
    if number is not None and number["many"] not in {"a", "an", "one", "1", "0", "none", "zero"}:
        return with_behind(clause, f"{said} times")
    if (says.TIMES if times else says.OFTEN).fullmatch(said) or (times and says.OFTEN.fullmatch(said)):
        return with_behind(clause, said)
    return _seldom(clause, said) if says.SELDOM.fullmatch(said) else None


def _seldom(clause: str, said: str) -> str | None:
    """An adverb of time before its verb: "they hardly ever take it"."""
    found = _ADVERB_AT.fullmatch(clause)
    verb = "" if found is None else found["verb"].lower()
    if found is None or (verb not in BASE and verb not in FINITE) or says.OF_A_CLAUSE.fullmatch(verb):
        return None
    denies = _NOT.match(said)
    return None if denies else f"{found['who']} {said} {found['verb']}{found['rest']}"


def how_old(asked: str, said: str) -> str | None:
    """How old somebody is or was."""
    found = _HOW_OLD.fullmatch(ASIDE.sub("", asked))
    plain = _YEARS_OLD.sub("", said)
    number = says.NUMBER_ALONE.fullmatch(plain)
    if found is None or number is None or number["many"] in {"a", "an", "none", "zero"}:
        return None
    return f"{found['who']} {found['be']} {plain}{found['rest']}"


def how_many(asked: str, said: str) -> str | None:
    """How many of a thing: "they take 3 tablets a day"."""
    found = _HOW_MANY.fullmatch(ASIDE.sub("", asked))
    number = None if found is None else says.NUMBER_ALONE.fullmatch(_PER.sub("", said))
    if (
        found is None
        or number is None
        or number["many"].lower() in {"a", "an", "one", "1", "none", "zero", "0"}
    ):
        return None
    per = _PER.search(said)
    if per is None:
        return f"{found['doing']} {said} {found['what']}{found['rest']}"
    many = said[: per.start()]
    per_too = _PER_TOO.search(found["rest"])
    return None if per_too else f"{found['doing']} {many} {found['what']}{found['rest']}{per.group()}"


def how_much(asked: str, said: str) -> str | None:
    """How much: "they drink a glass of wine a night"."""
    found = _HOW_MUCH.fullmatch(ASIDE.sub("", asked))
    if found is None or not (says.DETERMINED.match(said) and is_name(said, bare=False)):
        return None
    what = found["what"].strip()
    measured = _BY_MEASURE.fullmatch(said) if what and " of " not in said else None
    if measured is not None:
        return f"{found['doing']} {measured['much']} of {what}{measured['per'] or ''}{found['rest']}"
    if what and " of " not in f"{said} " and _MEASURED.search(said):
        return None  # "a couple": nobody could tell of what
    if what and what.lower() not in {"alcohol", "money", "time"} and what.lower() not in said.lower():
        return None
    return f"{found['doing']} {said}{found['rest']}"
