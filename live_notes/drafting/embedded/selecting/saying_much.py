"""Whether a client's words say enough by themselves to stand in a note."""

from __future__ import annotations

import re

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import content_stems, word_count

_POINTING = re.compile(
    r"^(?:(?:i (?:guess|think|suppose|mean)|maybe|probably|well|yeah|so|no|actually)[, ]+(?:that )?)*"
    r"(?:that|this|it|that's|this's|it's|i'd|i would|i)\b",
    re.IGNORECASE,
)
_SAYING_LITTLE = frozenset(
    content_stems(
        "good great nice fine bad okay cool awesome helpful help hard easy true right wrong fair huge "
        "massive big"
        " thing things stuff idea sense lot really probably pretty much very definitely absolutely exactly "
        "sure"
        " guess think know understand see say said sound sounds sum understatement point question news "
        "question"
        " maybe kind sort feel like amazing interesting crazy weird little bit main further funny awful way"
        " hope appreciate amount indeed beautiful promise correct possible completely totally certainly"
        " care love"
        " thank problem talk happen agree mention remember honest glad happy okay start end seem clear"
        " exact exactly"
    )
)
_OF_NO_MATTER = _SAYING_LITTLE | frozenset(
    content_stems(
        "different normal whole certain issue situation place everybody somebody someone people person"
        " anybody"
        " basically apparently obviously actually honestly suppose able usual usually always never sometimes"
        " ever yet already today tonight here away whatever anyway course fact case part side"
        " try start keep give take put come look use tell ask show call turn set move find want need"
        " big small long short old new same few more less much many first last next second other another"
        " kinda sorta gotta gonna wanna else instead whenever person mind deal matter reason way ways"
        " far concern view opinion sake quite rather almost enough literally seriously supposed basis"
        " type area level lots bunch"
    )
)
"""Words of which a sentence can have many and still tell nothing that a note would hold."""
_LEAST_MATTER = 2
_FELT = re.compile(r"\b(?:i|i'm|me|you|you're) (?:\w+ ){0,2}?(?:feel|felt|feeling)\b", re.IGNORECASE)
"""One word is enough to say how somebody feels."""
_COURSE = re.compile(
    r"\b(?:get(?:s|ting)?|got|feel(?:s|ing)?|felt|become|became) (?:\w+ )?(?:worse|better)\b"
    r"|\bhelp(?:s|ed|ing)? (?:me|us)\b"
    r"|\b(?:could|can|did|do)(?:n't| not) (?:\w+ )?(?:get|stop|sleep|eat|breathe|concentrate|focus|move)\b",
    re.IGNORECASE,
)
"""One is enough, too, beside what became better or worse, helped, or could not be done."""
_LEAST_STEMS = 1
_FEW = 4
_LEAST_QUOTED_WORDS = 5
_BEGINS_OPEN = re.compile(r"^(?:because|'?cause|which|who|than|until|me|not)\b(?!.*, )", re.IGNORECASE)
_HAS_CLAUSE = re.compile(
    r"\b(?:i|i'\w+|my|it|it's|he|she|they|we|you|he's|she's|they're|we're|you're|we've|you've|there's"
    r"|that's|this"
    r"|everyone|everything|people|nobody|nothing)\b",
    re.IGNORECASE,
)


_AMOUNT = re.compile(
    r"^(?:(?:maybe|probably|about|around|like|i(?:'d| would) say|i guess|i think|just|only|almost|or so"
    r"|roughly|an?|a couple"
    r"|a few|few|couple|once|twice|half|of|or|and|to|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|hundred|one|zero|\d+(?:[.:/-]\d+)*|times?|days?|weeks?|months?|years?"
    r"|hours?|minutes?|nights?"
    r"|mornings?|per|each|every|the|last|ago|now|drinks?|max|percent|out|ish|so|yeah|something"
    r"|that)[ ,.]*)+$",
    re.IGNORECASE,
)


def is_amount(words: str) -> bool:
    """Whether the words only say how much, how often or since when: nothing without what was asked."""
    return bool(words) and bool(_AMOUNT.match(words)) and not _POINTING.fullmatch(words)


@remembered
def is_vague(words: str) -> bool:
    """Whether the words only point at what was said before and judge it ("that's an understatement")."""
    stems = set(content_stems(words)) - _SAYING_LITTLE
    return len(stems) < _LEAST_STEMS and (bool(_POINTING.match(words)) or word_count(words) <= _FEW)


@remembered
def says_something(words: str) -> bool:
    """Whether there is any matter: an event, one of a note's domains, or two words that name something."""
    if LIFE_EVENT.search(words):
        return True
    if len(matter_in(words)) >= (1 if says_how_it_goes(words) else _LEAST_MATTER):
        return True
    return any(word.lower() not in TOO_BROAD for _, word in touched(words))


def says_how_it_goes(words: str) -> bool:
    """Whether the words say how somebody feels, or what became better or worse."""
    return bool(_FELT.search(words) or _COURSE.search(words))


@remembered
def matter_in(words: str) -> frozenset[str]:
    """The stems of the words that name something."""
    return frozenset(content_stems(words)) - _OF_NO_MATTER


def is_whole(unit: Unit) -> bool:
    """Whether the speaker's exact words are not broken off or begun anew."""
    return unit.whole


def is_quotable(unit: Unit) -> bool:
    """Whether the speaker's exact words read as a statement: a clause, whole, and not broken off."""
    words = unit.words
    if word_count(words) < _LEAST_QUOTED_WORDS or is_vague(words) or not is_whole(unit):
        return False
    return bool(_HAS_CLAUSE.search(words)) and not _BEGINS_OPEN.match(words)
