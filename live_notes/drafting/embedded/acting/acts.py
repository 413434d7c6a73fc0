"""What a speaker does with a unit: report, observe, formulate, intervene, respond, plan, or nothing."""

from __future__ import annotations

import re
import sys

from live_notes.drafting.author.kinds import kind_of_note
from live_notes.drafting.embedded.acting.act_words import (
    AHEAD,
    ASSIGNED,
    AT_ONCE,
    COMMITTED,
    EXAMPLE,
    EXPLAINED,
    FAREWELL,
    FORMULATED,
    GUIDED,
    HYPOTHETICAL,
    IDENTITY_GIVEN,
    IN_SESSION,
    JUDGED,
    NEXT_TIME,
    NO_STEP,
    PRESENTED,
    REQUEST,
    RESPONDED,
    SMALL_TALK,
    SOON,
    TAKES_A_STAND,
    TECHNICAL,
    TECHNIQUES,
    VALIDATED,
    WONDERS,
)
from live_notes.drafting.embedded.acting.findings import forbids, is_finding, is_scored, is_teaching
from live_notes.drafting.embedded.acting.for_all import is_for_all
from live_notes.drafting.embedded.acting.mere_idioms import ends_open, teaches_nothing
from live_notes.drafting.embedded.acting.seen_words import is_seen
from live_notes.drafting.embedded.hearing.dictated_words import DICTATED, TO_THE_CLIENT
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import (
    BOOKED,
    DAY_AND_HOUR,
    NEXT_TOGETHER,
    NO_MORE,
    OFFERS_A_DAY,
    assigned,
)
from live_notes.drafting.embedded.planning.here_words import leads_here
from live_notes.drafting.embedded.planning.no_step_words import sets_nothing
from live_notes.drafting.embedded.planning.settling import asks_for_a_step, asks_if_it_were, asks_what_hinders
from live_notes.drafting.embedded.planning.step_words import (
    ASKS_LEAVE,
    ASKS_WHAT_OR_HOW,
    DIRECTED_HERE,
    FOR_TODAY,
    HOMEWORK,
    HOMEWORK_REVIEWED,
    IN_A_SET,
    NAMES_A_GOAL,
    STEP,
    WANTS,
)
from live_notes.drafting.embedded.planning.task_words import (
    ADVISED_AGAINST,
    ASK_THE_DOCTOR,
    BY_A_THIRD,
    CALL_IF,
    LEFT,
    SET_DAILY,
    TWO_DAYS,
    WILL_DO,
)
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

LEAST_OF_A_WONDER = 6
_AT_THE_START = 12
"""Characters before what takes a stand: behind more, it is told of something else."""
_MOST_OF_IDENTITY = _MOST_OF_SMALL_TALK = 14
"""Words of a sentence that says who somebody is; a longer one says more."""


def is_dictated(unit: Unit) -> bool:
    """Whether the clinician speaks for the record, of the client and not to them."""
    said = unit.words
    return not unit.question and bool(DICTATED.search(said)) and not TO_THE_CLIENT.search(said)


def is_aside(unit: Unit) -> bool:
    """Whether a unit has no place in a note: greeting, technical talk, listening noise, a scrap."""
    if unit.speaking is Speaking.AUTHOR:
        return not unit.stems
    if unit.backchannel or unit.length <= _most_of_an_aside(unit.words):
        return True
    return (
        unit.speaking is Speaking.CLINICIAN
        and IN_SESSION.match(unit.words) is not None
        and not NEXT_TIME.search(unit.words)
    )


@remembered
def _most_of_an_aside(words: str) -> int:
    """Up to how many words what is said like this has no place in a note."""
    if TECHNICAL.search(words):
        return sys.maxsize
    if IDENTITY_GIVEN.search(words):
        return _MOST_OF_IDENTITY
    return _MOST_OF_SMALL_TALK if SMALL_TALK.search(words) else 1


def clinician_kind(unit: Unit) -> Kind | None:
    """What the clinician's statement is; None when it belongs in no section."""
    words = unit.words
    if PRESENTED.search(words):
        return Kind.REPORT
    if is_dictated(unit):
        return kind_of_note(unit.words)
    return _planned(unit) or (None if unit.question and not TECHNIQUES.search(words) else _told(words))


def sets_homework(unit: Unit) -> bool:
    """Whether the clinician gives the client something to do until they meet again, or asks after it."""
    if unit.speaking is not Speaking.CLINICIAN:
        return False
    if HOMEWORK_REVIEWED.search(unit.words) or (unit.question and asks_for_a_step(unit.words)):
        return True
    return bool(HOMEWORK.search(unit.words)) and clinician_kind(unit) is Kind.PLAN


_COMES_BACK_TO = re.compile(
    r"^(?:(?:and|so|but|okay|right|then|well)[, ]+)*(?:we(?:'ll| will)|i(?:'ll| will)"
    r"|let's) (?:come back to|return to"
    r"|go back to|leave|save|park|keep) (?!(?:it|that|this|there)\b)[^.?]*\b(?:another|some other|next)"
    r" (?:day|time|session|week)\b",
    re.IGNORECASE,
)
"""Puts something that is named off to another session."""


def _planned(unit: Unit) -> Kind | None:
    words = unit.words
    if not unit.question and _COMES_BACK_TO.match(words):
        return Kind.PLAN
    if FOR_TODAY.match(words) or IN_A_SET.match(words):
        return Kind.INTERVENTION
    asks = not unit.question or REQUEST.search(words) or ASKS_LEAVE.match(words) or WANTS.match(words)
    if unit.question and OFFERS_A_DAY.match(words):
        return Kind.PLAN
    if _ASKS_FOR_A_NUMBER.search(words) or (unit.question and ASKS_WHAT_OR_HOW.match(words)):
        return Kind.INTERVENTION if TECHNIQUES.search(words) else None
    if asks and _is_step(words) and _says_what(words) and not (unit.question and asks_if_it_were(words)):
        here = leads_here(words) or (AT_ONCE.search(words) and GUIDED.search(words))
        return Kind.INTERVENTION if here else Kind.PLAN
    return Kind.INTERVENTION if unit.question and TECHNIQUES.search(words) else None


_ASKS_FOR_A_NUMBER = re.compile(
    r"\b(?:what|which) number (?:would|do|did|are|were) you\b|\bhow would you rate\b"
    r"|\bwhere would you (?:put|place|rate)\b",
    re.IGNORECASE,
)
"""Asks for a place on a scale, also where the question mark was not heard."""
_AT_THE_BEGINNING = (BOOKED, DAY_AND_HOUR, NEXT_TOGETHER, NO_MORE, LEFT, BY_A_THIRD, TWO_DAYS, CALL_IF)


@remembered
def _is_step(words: str) -> bool:
    return bool(
        ASSIGNED.search(words)
        or STEP.search(words)
        or any(form.match(words) for form in _AT_THE_BEGINNING)
        or ADVISED_AGAINST.search(words)
        or ASK_THE_DOCTOR.search(words)
        or assigned(words)
        or SET_DAILY.match(words)
        or is_for_all(words)
    )


@remembered
def _told(words: str) -> Kind | None:
    if (is_teaching(words) and not ends_open(words)) or DIRECTED_HERE.match(words):
        return Kind.INTERVENTION
    found = is_seen(words) or is_scored(words) or is_finding(words)
    if found and not (AHEAD.match(words) or forbids(words)):
        return Kind.OBSERVATION
    if NAMES_A_GOAL.search(words) or (WONDERS.match(words) and word_count(words) >= LEAST_OF_A_WONDER):
        return Kind.FORMULATION
    if VALIDATED.search(words) or GUIDED.search(words) or TECHNIQUES.search(words):
        return Kind.INTERVENTION
    return _formulated_or_explained(words)


_IS_WHAT_FOR = re.compile(
    r"(?:\b(?:is|are|was|were)|'s|'re)(?: there| here| just| all| really| only)* (?:so(?: that)?|because)"
    r" (?:we|you|i|they|he|she)\b",
    re.IGNORECASE,
)
"""Says what something is for: "the diary is so that we can see what sets it off"."""


def is_what_for(words: str) -> bool:
    """Whether a clinician says what something is for, which is neither a step nor the thing done."""
    return _IS_WHAT_FOR.search(words) is not None


@remembered
def _says_what(words: str) -> bool:
    """Whether a plan says anything to do: "let's see" and "let's try our best" do not."""
    return not (
        NO_STEP.match(words) or EXAMPLE.match(words) or is_what_for(words) or sets_nothing(words)
    ) and (len(content_stems(words)) >= 2 or bool(NEXT_TIME.search(words)))


_NO_CLAUSE = re.compile(
    r"^(?:(?:so|and|but|then|okay|right|well)[, ]+)*(?:over|about|almost|more than|around|nearly|since"
    r"|after"
    r"|for|not|just|only|maybe|roughly) (?:an?|the|that|your|\w+) (?:(?!\b(?:is|are|was|were|has|have|had"
    r"|do|does"
    r"|did|will|would|can|could|i|i'm|we|you|you're|you've|it's|that's|there's|seems?|looks?|sounds?"
    r"|feels?|think"
    r"|means?)\b).)*$",
    re.IGNORECASE,
)
"""An echo without a verb of its own: "over a month, really, with it getting worse"."""


def _formulated_or_explained(words: str) -> Kind | None:
    if _NO_CLAUSE.match(words):
        return None
    if FORMULATED.search(words) and len(content_stems(words)) >= 3 and not JUDGED.search(words):
        return Kind.FORMULATION
    explained = EXPLAINED.search(words) and word_count(words) >= 7 and not teaches_nothing(words)
    return Kind.INTERVENTION if explained else None


def client_kind(unit: Unit, *, after_intervention: bool, asked: str = "") -> Kind | None:
    """What the client's statement is, `asked` being what it answers; None for scraps."""
    words = unit.words
    if FAREWELL.match(words):
        return None
    if HYPOTHETICAL.search(words) or not content_stems(words):
        return None
    if (
        _commits(words)
        and not unit.question
        and not asks_what_hinders(asked)
        and not IN_THE_MIND.search(asked)
        and not _NO_INTENT.search(words)
    ):
        return Kind.PLAN
    stand = TAKES_A_STAND.search(words) if after_intervention and not unit.question else None
    if stand is not None and stand.start() <= _AT_THE_START:
        return Kind.RESPONSE
    if RESPONDED.search(words) and (after_intervention or word_count(words) <= 10):
        return Kind.RESPONSE
    return Kind.REPORT


_NO_INTENT = re.compile(
    r"\b(?:scared|afraid|frightened|terrified|worried|worry|panicking|convinced|knowing me|bet"
    r"|doubt)(?: that| and|,)*"
    r" i(?:'ll| will|'m going to|'m gonna)\b"
    r"|\b(?:thought|thinking|said|saying|told \w+)\b[^.]*\bi(?:'ll| will)\b"
    r"|\b(?:(?<!'d )(?<!would )(?<!let's )says?|goes|shout(?:s|ed)?|roar(?:s|ed)?|scream(?:s|ed)?|tells?"
    r" (?:me|him|her|them)|(?:'s|is|was|were|be) like|(?:he|she|they) (?:go|went|asks?|asked))\b"
    r"(?:(?!\bso\b)[^.;])*\bi(?:'ll| will)\b|\bmaybe i(?:'ll| will)\b"
    r"|\bi(?:'ll| will)\b[^.]*\b(?:knife|hurt|harm|kill|stab|push)\b",
    re.IGNORECASE,
)
"""A will that was thought, said or feared, and none to do anything until the next session."""
IN_THE_MIND = re.compile(
    r"\b(?:in your (?:head|mind)|(?:going |goes )?through your (?:head|mind)|when you (?:think|imagine"
    r"|picture"
    r"|look ahead)|imagin\w+|pictur\w+|afraid|scared|frighten\w*|fear\w*|worr\w+|dread\w*|the worst"
    r"|predict\w*"
    r"|(?:would|will|might|could) happen|happens)\b",
    re.IGNORECASE,
)
"""Asks for what is feared or pictured: a "will" in the answer is a scene and no intention."""
_AS_A_RULE = re.compile(
    r"\b(?:when(?:ever)? i'm|whenever|every time|sometimes|usually|normally|typically|always|most (?:days"
    r"|nights)"
    r"|some (?:days|nights)|and then i'm)\b[^.;]*\b(?:i|we)'ll\b"
    r"|\b(?:i|we)'ll (?:\w+ ){1,4}and (?:then )?i (?:try|go|get|start|feel|just|end|sit|think|can't"
    r"|don't)\b",
    re.IGNORECASE,
)
"""A "will" of habit: "whenever I'm low, I'll ring her"."""
_OF_THIS_TALK = re.compile(
    r"\bi(?:'ll| will) (?:just |try to |try and )?(?:make (?:it|this) (?:short|quick|brief)|keep (?:it"
    r"|this) (?:short|brief"
    r"|quick)|tell you|be honest|say (?:this|that|it)|start (?:with|from|at) the|get to (?:that|it)"
    r"|explain)\b",
    re.IGNORECASE,
)


_QUOTED = re.compile(r'["“][^"”]*["”]')
"""What somebody said or thought: a will in it is none of now."""


def _commits(words: str) -> bool:
    """Whether a client says that they will do something, or at a time to come."""
    if _AS_A_RULE.search(words) or _OF_THIS_TALK.search(words):
        return False
    words = _QUOTED.sub(" ", words)
    return bool((COMMITTED.search(words) and SOON.search(words)) or WILL_DO.match(words))
