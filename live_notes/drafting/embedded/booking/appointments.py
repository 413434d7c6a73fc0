"""When both meet again, as a note has it: the day and the hour, and what they will do then."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.assigned_words import BOOKED, DAY_AND_HOUR, is_order
from live_notes.drafting.embedded.planning.step_words import APPOINTMENT, MEETING, SAME_TIME, SEE_YOU, WEEKDAY
from live_notes.drafting.embedded.planning.task_words import TWO_DAYS
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.embedded.telling.saying import Said, capital

_DATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (APPOINTMENT, "Next appointment"),
    (SEE_YOU, "Next session"),
    (SAME_TIME, "Next session:"),
    (MEETING, "Plan to"),
    (BOOKED, "Next session"),
    (TWO_DAYS, "Next sessions:"),
    (DAY_AND_HOUR, "Next session"),
)


def dated(words: str, terms: Terms) -> Said | None:
    """The next appointment as it was named, whoever is there; None when it says more than that."""
    for pattern, lead in _DATES:
        match = pattern.match(words)
        if match is None:
            continue
        what, theirs = _parted(match["what"], terms)
        if _OF_SOMEBODY.search(what) or theirs is None:
            continue
        seen = _EACH_OTHER.match(what)
        reported = _with_days(reword(what[seen.end() :] if seen else what, terms.clinician_voice))
        named = match.groupdict().get("name")
        begun = f"Next {named.lower()}" if named else ("Next session" if seen else lead)
        return None if reported is None else Said(begun, f"{reported}{theirs}")
    return None


def _parted(what: str, terms: Terms) -> tuple[str, str | None]:
    """A date without what both will do then, and what the client is to do, in reported speech."""
    what = _SO_WE_CAN.sub(", to ", what)
    bring = _AND_YOU.search(what)
    if bring is None or not is_order(bring["verb"]):
        return what, ""
    told = reword(bring["what"], Voice(terms.clinician_forms, terms.pronouns, terms.proper))
    theirs = None if told is None or terms.several else f", and {terms.client_inside} to {told}"
    return what[: bring.start()], theirs


_SO_WE_CAN = re.compile(r",? so(?: that)? we can (?=[a-z]+ )", re.IGNORECASE)
_AND_YOU = re.compile(
    r",? and (?:then )?you(?:'ll| will| can)? (?:please )?(?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE
)
_EACH_OTHER = re.compile(r"^see each other(?: again)?,? ", re.IGNORECASE)


_DAY_FIRST = re.compile(rf"{WEEKDAY}\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"\b(?:you|your|i|me|my|we|us|our|he|she|they)\b|\b(?:i|you|we)'", re.IGNORECASE)


def _with_days(reported: str | None) -> str | None:
    """The same with the capital of a day that it begins with."""
    return capital(reported) if reported is not None and _DAY_FIRST.match(reported) else reported
