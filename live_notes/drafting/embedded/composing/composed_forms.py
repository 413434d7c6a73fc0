"""The parts of an open question, told indirectly, and the names of things that may answer it."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing import composed_words as says
from live_notes.drafting.language.verbs import FINITE, PAST
from live_notes.drafting.language.words import tokens, word_count

_WHO = r"(?:they|he|she|it|that|this|there|things|the|their|his|her|these|those|[A-Z][\w'-]+)"

PLAIN = re.compile(rf"{_WHO} [^,;:?\"()]+")

BROKEN = re.compile(
    r"\b(?:has|have|had) (?!been\b|being\b|something\b|nothing\b|anything\b)\w+ing\b|\bwhether\b"
    r"|\b(?:they|he|she) (?:think|thinks|thought|reckon|reckons|believe|believes|guess|guesses|say|says"
    r"|said|mean"
    r"|means|suppose|supposes|would say|would like|want|wants)\b",
    re.IGNORECASE,
)
"""A clause that came out wrong, or asks for what somebody thinks."""

_MOST_OF_A_CLAUSE = 18

_MOST_OF_A_NAME = 10

ASIDE = re.compile(
    r",? (?:if (?:anything|any|at all|you can)|on average|roughly|exactly|approximately|typically|then"
    r"|again)$"
    r"|,? in (?:total|general)$",
    re.IGNORECASE,
)

_NOW = re.compile(
    r"(?: (?P<now>now|today|currently|lately|recently|these days|at the moment|at the minute|at present"
    r"|just now"
    r"|usually|normally|most|mostly|exactly))$",
    re.IGNORECASE,
)

_UNDER = re.compile(
    r" (?=(?:when|if|whenever|before|after|because|while|once|as soon as|during|over the|in the (?:last"
    r"|past))\b)",
    re.IGNORECASE,
)
"""Where what holds of a clause stands behind it."""

AUX = (
    r"(?:(?:have|has|had|do|does|did|are|is|were|was|will|would|could|can|might|should|usually|normally"
    r"|generally"
    r"|typically|currently|ever|been|just|still|already|mostly|mainly|also|actually|going to|supposed to"
    r"|able to|trying"
    r"|used to|managed to|tend to|tends to|managing to|regularly|often|to|be|really) )*"
)

CONSUMED = (
    r"(?:takes?|took|taken|taking|eats?|ate|eaten|eating|drinks?|drank|drunk|drinking|smokes?|smoked"
    r"|smoking|uses?|used"
    r"|using|tries|try|tried|trying|vapes?|vaped|vaping|snort(?:s|ed)?|inject(?:s|ed)?)"
)

HELD = (
    r"(?:has|have|had|having|gets?|got|getting|gotten|owns?|works?|sees?|saw|seen|needs?|wants?|likes?"
    r"|loves?|misses"
    r"|miss|enjoys?|owes?|earns?|spends?|spent|spending|buys?|bought|bought|brings?|brought|loses?|lost"
    r"|gains?|gained"
    r"|weighs?|weighed|sleeps?|slept|sleeping|did|does|do|done|manages?|managed|walks?|walked|runs?|ran"
    r"|makes?|made)"
)

REST = (
    r"(?P<rest>(?: (?:for|at|in|on|when|whenever|during|after|before|with|to help|each|per|a|an|every"
    r"|over|since|now"
    r"|today|currently|at night|instead|together|lately|recently|of an?|as well|most|usually|daily"
    r"|on average|of"
    r"|this|last)\b[^,;:?\"]*)?)"
)

PERSON = r"(?:they|he|she|the client|the patient)"


_TELLS = PAST - {"left", "may", "will", "lay", "fed", "lost", "made", "sat"}
_DONE_TO = re.compile(r"\b\w+ed (?:me|them|him|her|it|us|the client)\b", re.IGNORECASE)


def is_name(words: str, *, bare: bool) -> bool:
    """Whether the words name a thing or a person; `bare`: also without an article."""
    plain = says.OWNED.sub("a ", words)
    if any(word.lower() in _TELLS for word in tokens(plain)[1:]) or _DONE_TO.search(plain):
        return False
    if says.OF_A_CLAUSE.search(plain) or "'s" in plain or word_count(words) > _MOST_OF_A_NAME:
        return False
    if says.DETERMINED.match(words):
        return True
    first = tokens(says.FIRST_MAY_BE.sub("", words))[:1]
    if not bare or not first or first[0].lower() in says.NO_THING or first[0].lower().endswith("ly"):
        return False
    return first[0].lower() not in FINITE and not first[0][0].isdigit()


def plain_clause(clause: str) -> str | None:
    """A question's clause that can be told; None where it is not surely one."""
    clause = ASIDE.sub("", clause)
    if not PLAIN.fullmatch(clause) or BROKEN.search(clause) or word_count(clause) > _MOST_OF_A_CLAUSE:
        return None
    return clause if word_count(clause) > 1 else None


def with_behind(clause: str, phrase: str) -> str:
    """The clause with the phrase behind its verb: before a condition, and before "now"."""
    under = _UNDER.search(clause)
    rest = "" if under is None else clause[under.start() :]
    body = clause if under is None else clause[: under.start()]
    now = _NOW.search(body)
    if now is None:
        return f"{body} {phrase}{rest}"
    return f"{body[: now.start()]} {phrase}{rest} {now['now']}" if not rest else f"{body} {phrase}{rest}"
