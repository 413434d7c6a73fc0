"""What a clinician gives everybody of a couple or group to do: "for homework, everybody write down three".

Said to everybody it is nobody's in particular: it stands once, as homework for all. An order for this hour
("everyone close your eyes") is none.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.embedded.telling.saying import Said, capital, whole
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import word_set
from live_notes.drafting.preferences import TOGETHER

_SO = (
    r"^(?:(?:so|okay|ok|right|all right|alright|and|now|then|well|good|great|also|finally|lastly"
    r"|but)[,.: ]+)*"
)
_ALL = (
    r"(?P<all>every(?:body|one)(?: (?:here|in (?:the|this) (?:group|room)))?|(?:all|each|every one|both)"
    r" of you(?: (?:all|guys|two|three))?|the two of you|you all|y'all|you guys|folks|you both"
    r"|you two|all)"
)
_WEEK = r"(?: (?:(?:this|for (?:the|this|next)|over the|next) )(?:coming )?week)?"
_HOMEWORK = (
    r"(?P<homework>(?:(?:for|as) (?:(?:your|the|our|this week's|next week's) )?(?:homework|home ?practi[cs]e)"
    rf"|(?:the |our )?homework){_WEEK}(?:[,:] ?| (?=[a-z]))(?:then,? |is (?:that )?)?)"
)
_AHEAD = (
    r"(?P<ahead>(?:(?:for|before|by|between now and|until|over) (?:our |the )?(?:next|coming) [\w' ]{3,16}"
    r"|this week),? )"
)
_POLITE = r"(?:,? ?(?:please|just|if you (?:can|would)|kindly),?)*"
_WHAT = r"(?P<what>(?P<verb>[a-z]+)\b.*)$"
_HEAD = rf"{_SO}(?:{_HOMEWORK}|{_AHEAD})"
_ASKED = tuple(
    re.compile(rf"{_HEAD}?{form}", re.IGNORECASE)
    for form in (
        rf"please,? {_ALL},? {_WHAT}",
        rf"{_ALL}(?:,? ?(?:just|kindly))*,? ?please,? {_WHAT}",
        rf"(?P<all>every(?:body|one)),? {_WHAT}",
        r"(?:i|we)(?:'d| would)? (?:(?:really |just )?(?:like|love|want|need)|am asking|'m asking|ask) "
        rf"{_ALL} to {_WHAT}",
        rf"(?:can|could|would|will) {_ALL}{_POLITE} {_WHAT}",
    )
)
_SAID_OF_ALL = tuple(
    re.compile(rf"{_HEAD}{form}", re.IGNORECASE)
    for form in (
        rf"{_ALL},? {_WHAT}",
        rf"{_ALL} (?:is|are|will be|should be) (?:all )?(?:going |supposed |meant )?to {_WHAT}",
        rf"{_ALL} (?:will|should|needs? to|ha(?:s|ve) to)(?: all| each)* {_WHAT}",
    )
)
"""What may also be so of all ("both of you work late every day"), and is to be done behind such a head."""
_FOR_ALL = re.compile(
    rf"{_SO}(?:the |your |our |this week's )?(?P<homework>homework|home ?practi[cs]e|task)(?: this week)? "
    rf"for {_ALL}(?: this week| for next (?:week|time))?(?:,| is|:)+(?: that you)?(?: to)? {_WHAT}",
    re.IGNORECASE,
)
_UNNAMED = re.compile(rf"{_SO}{_HOMEWORK}(?:please,? )?(?!.*\byou(?:r|rs|'\w+)?\b){_WHAT}", re.IGNORECASE)
"""The same to whoever is there: in a group to nobody in particular."""
_ORDERS = re.compile(rf"{_SO}(?:{_HOMEWORK})?please\b", re.IGNORECASE)
"""What no reported speech can tell."""
_LATER = re.compile(
    r"\b(?:(?:this|next|the coming|over the|for the|a|per|each|every) (?:coming )?(?:week|fortnight|month|day"
    r"|night|morning|evening)|(?:before|until|till|by|between now and) (?:\w+ ){0,2}(?:time|week|session"
    r"|group|meeting|\w+day)|daily|twice|nightly|at home|tonight|tomorrow|once a|times a|\w+days?"
    r"|next (?:time|session|group))\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|two)\b", re.IGNORECASE)
_NO_ORDER = word_set(
    "have need want like love feel know think hope guess mean see seem remember welcome look"
)
"""Verbs with which something is told of all rather than asked of them."""


def for_all(unit: Unit, terms: Terms) -> Said | None:
    """What all are to do until they meet again; None where a unit gives nothing to all of several clients."""
    found = _given(unit.words, several=terms.several)
    if found is None:
        orders = terms.several and _ORDERS.match(unit.words) is not None
        return whole(f"{terms.clinician} stated: {quoted(unit)}") if orders else None
    voice = Voice(terms.clinician_forms, TOGETHER, terms.proper)
    what = reword(found["what"].rstrip(".!? "), voice)
    if what is None:
        return None
    names = found.groupdict()
    who = "" if "all" not in names else "both" if _BOTH.search(names["all"]) else "all"
    if names.get("homework"):
        return whole(f"Homework for {who}: {what}" if who else f"Homework: {what}")
    ahead = (names.get("ahead") or "").strip(" ,")
    return whole(f"{capital(ahead)}, {who} to {what}" if ahead else f"{capital(who)} to {what}")


@remembered
def is_for_all(words: str) -> bool:
    """Whether a clinician gives everybody something to do until they meet again."""
    return _given(words, several=False) is not None


def _given(words: str, *, several: bool) -> re.Match[str] | None:
    if is_of_now(words):
        return None
    forms = (_FOR_ALL, *_ASKED, *_SAID_OF_ALL, *((_UNNAMED,) if several else ()))
    return next((match for form in forms if (match := form.match(words)) and _is_ahead(match)), None)


def _is_ahead(match: re.Match[str]) -> bool:
    """Whether it is something to do, and until they meet again."""
    verb, names = match["verb"].lower(), match.groupdict()
    if not is_order(verb) or verb in _NO_ORDER:
        return False
    return bool(names.get("homework") or names.get("ahead") or _LATER.search(match["what"]))
