"""What a clinician's written sentence is: told by the client, seen, thought, done, answered, or ahead."""

from __future__ import annotations

import re

from live_notes.drafting.author.kind_words import (
    ANSWERED,
    DOSE,
    FORMULATION,
    INTERVENTION,
    METHOD,
    NOT_A_RESPONSE,
    PLAN,
    REPORTS,
    RESPONSE,
    RISK_LINE,
    TOPIC,
)
from live_notes.drafting.author.people import BOTH, Cast, marked
from live_notes.drafting.author.seen_words import MEASURE, NOT_SEEN, STATUS
from live_notes.drafting.formats import Kind

_AHEAD = re.compile(
    r"\b(?:will|plans to|is going to|agreed to|agrees to|is willing to) (?!not\b|never\b|be\b"
    r"|die\b|be able)"
    r"(?:\w+ly )?(?:attend|call|try|start|continue|practi[cs]e|meet|keep|use|contact|complete|journal|talk"
    r"|go|see|ask"
    r"|schedule|book|write|reach|stop|cut)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:husband|wife|partner|mother|mom|father|dad|boss|supervisor|son|daughter|sister|brother|friend"
    r"|it|that"
    r"|\[PERSON\w*\]) (?:will|plans|is going)\b|\b(?:worr\w+|afraid|fear\w*|scared|if|when)\b[^.]*\bwill\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|stated|states|report(?:ed|s)|stating|saying|told)\b", re.IGNORECASE)
_REPORTED_TOO = re.compile(
    r"\b(?:and|but) (?:\w+ly )?(?:reported|reports|stated|states|said|says) (?:that|s?he|they)\b", re.I
)
"""What somebody tells after how they looked."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_SAID_THEN = re.compile(
    r"^<clinician> (?!(?:also )?(?:thinks?|thought|believe[sd]?|suspect(?:s|ed)|wonder(?:s|ed)|feels?|felt"
    r"|sees?|is|was|remains)\b)"
)
"""What a clinician said or did in the session, and not how they see it."""
_TOGETHER = re.compile(
    r"^(?P<lead>(?:in (?:the )?session,? )?)(?:<(?:the )?client> and (?:the )?"
    r"(?:<clinician>|therapist|clinician|counsell?or|writer)"
    r"|<clinician> and (?:the )?<(?:the )?client>)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:and|but|so|then|also|today|overall|this session|in session today)\b,? ", re.IGNORECASE
)


def kind_of(text: str) -> tuple[Kind, bool]:
    """What a sentence is, its people marked (`people.marked`), and whether its own words show that."""
    plain = _LEAD.sub("", _QUOTED.sub('"…"', text).strip(" -–—+*.!"))
    kind = _told(plain, text) or _shown(plain)
    return (Kind.REPORT, False) if kind is None else (kind, True)


def kind_of_note(text: str) -> Kind:
    """What a sentence is that is spoken for the record or stands in a finished note, whoever is in it."""
    return shown_in_note(text)[0]


def shown_in_note(text: str) -> tuple[Kind, bool]:
    """The same, and whether its own words show that."""
    return kind_of(_TOGETHER.sub(rf"\g<lead>{BOTH}", marked(text, Cast())))


def is_own_view(text: str) -> bool:
    """Whether a note's sentence that tells how the case is seen was not said in the session."""
    return _SAID_THEN.match(marked(text, Cast())) is None


def is_told(text: str) -> bool:
    """Whether somebody tells what a sentence says, its people marked."""
    return bool(REPORTS.search(text) or _SAID.search(text))


def _told(text: str, quoting: str) -> Kind | None:
    """A sentence in which the client or somebody else tells something, or that is on risk alone.

    What is quoted may show that it is a response: "it kind of worked".
    """
    if RISK_LINE.search(text) or ANSWERED.search(text):
        return Kind.REPORT
    if REPORTS.search(text):
        if _AHEAD.search(text) and not _OF_SOMEBODY_ELSE.search(text):
            return Kind.PLAN
        return Kind.RESPONSE if _is_response(quoting) else Kind.REPORT
    if TOPIC.search(text):
        return Kind.INTERVENTION if METHOD.search(text) else Kind.REPORT
    return None


def _shown(text: str) -> Kind | None:
    """What the first of the words that show anything show."""
    did = INTERVENTION.search(text) is not None
    thought = FORMULATION.search(text) is not None
    measured = MEASURE.search(text)
    shows = (
        (Kind.OBSERVATION, measured is not None and (not measured.start() or not thought)),
        (Kind.PLAN, PLAN.search(text) is not None),
        (Kind.RESPONSE, not did and _is_response(text)),
        (Kind.INTERVENTION, did),
        (Kind.FORMULATION, thought),
        (Kind.REPORT, _REPORTED_TOO.search(text) is not None),
        (Kind.OBSERVATION, STATUS.search(text) is not None and not NOT_SEEN.search(text)),
        (Kind.REPORT, DOSE.search(text) is not None),
    )
    return next((kind for kind, shown in shows if shown), None)


def _is_response(text: str) -> bool:
    return bool(RESPONSE.search(text)) and not NOT_A_RESPONSE.search(text)
