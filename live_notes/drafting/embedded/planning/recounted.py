"""What is to be done, counted up by the clinician near the end, with what is said to it until it stands.

"So, we've got: the form, by Tuesday. The walk, three times. And the letter. Is that too many?" "It is."
"Which goes?" "The letter." "So two. Form, walk." A list needs no verb: who counts up has said that it was
agreed; what falls from it falls in the client's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.plan_time_words import HAS_PAST, STOPS, TAKES_UP
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import capital, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_SO = r"^(?:(?:so|okay|ok|right|all right|alright|and|good|great|lovely|grand|well|now|then)[,. ]+)*"
_SO_COLON = re.compile(r"(?:(?:okay|right|now|good)[,.] )?so: ", re.IGNORECASE)
_NUMBER = r"(?:one|two|three|four|five|six)"
_BEGINS = AnyCase(
    rf"{_SO}(?:so\b|(?:we've|we have|you've|you have|i've|i have|that(?:'s| is)|this is|here's) (?:got|agreed"
    rf"|settled on|said"
    rf"|down|written|it|all|{_NUMBER}|the (?:list|plan|homework)|our (?:list|plan)|your (?:list|plan"
    rf"|homework))"
    rf"(?: (?:down|so far|then|things?|tasks?|jobs?|this week|for (?:this|the|next) week))*"
    rf"|{_NUMBER}(?: (?:things?|tasks?|jobs?))?(?: then| for (?:this|the|next) week)?"
    r"|(?:this week's|the|our|your|next week's) (?:plan|list|homework|jobs?|tasks?)(?: then| this week| for"
    r" (?:this|the|next) week)?"
    r"|(?:just )?to (?:recap|sum up|summari[sz]e)|in short|(?:let me|i'll) (?:just )?(?:recap|sum up"
    r"|count (?:them|that) up)"
    r"|(?:for|between now and|before) (?:this|the|next|the next|our next) (?:\w+)(?: then)?)?"
    r"[:]+ ?(?=\S)"
)
"""Counts up in the same sentence: the colon stands for what is agreed."""
_HEADS = AnyCase(
    rf"^(?:(?:okay|ok|right|all right|alright|good|great|lovely|grand|well|now"
    rf"|then)[,. ]+)*(?:so,? (?:that(?:'s| is)"
    rf" |that (?:makes|leaves) |we've got |you've got |just |only )*|that (?:makes|leaves) |we've got "
    rf"|you've got )"
    rf"{_NUMBER}(?: (?:things?|tasks?|jobs?))?(?: then| for (?:this|the|next) week| to do| left)?\W*$"
)
"""The count alone, before what is counted."""
_ASKS_OF_IT = AnyCase(
    rf"{_SO}(?:is (?:that|this|it|{_NUMBER})(?: all)? (?:too (?:many|much)|okay|ok|all right|alright"
    rf"|right|enough"
    r"|doable|realistic|manageable|fair|a lot)|(?:does|do|how does) (?:that|this|it)(?: all)? (?:sound"
    r"|feel|look|seem)\b.*"
    r"|can you (?:do|manage) (?:that|it|all that|those)|what(?:'s| is) too much|(?:have i"
    r"|did i) (?:miss\w*|forg\w+|leave"
    r"|left) (?:anything|something)(?: out)?|anything (?:i've |to )?(?:missed|add|change|take (?:off|out))"
    rf"|which (?:one )?(?:goes|would you drop|do we drop|comes off|stays|first)|what (?:goes|comes off"
    rf"|do we drop))\W*$"
)
"""Asks whether the list will do, or what comes off it."""
_COUNTS = AnyCase(
    rf"{_SO}(?:that(?:'s| is| makes)|which (?:is|makes)|it's) (?:{_NUMBER}|all|it|the lot|everything"
    rf"|a lot|plenty)"
    r"(?: (?:things?|tasks?|jobs?|in all|altogether|now|of them))*\W*$"
)
_GOES_ON = AnyCase(r"^(?:(?:and|then|plus|also|oh|okay|ok|right|good|lovely)[,. ]+)+(?=[a-z])")
_IS_ELSE = AnyCase(
    rf"{_SO}(?:how|what|why|who|did|do|does|is|are|was|were|have|has|you(?:'re| are|'ve| were| did| said"
    rf"| look| sound)"
    r"|i (?:was|had|thought|think|know|hear|like|love|wonder|mean|am|said)|i'm|i've|it(?:'s| is| was)"
    r"|that(?:'s| is| was)"
    r"|there(?:'s| is)|he|she|they)\b"
)
_STATES = AnyCase(r"\b(?:was|were|is because|means|because|felt|feel|feels|happened|noticed)\b")
_MEETS = AnyCase(
    r"\b(?:see (?:you|each other)|meet|next (?:session|appointment|visit|one)|appointments?|come back"
    r"|book(?:ed)? (?:you|us)"
    r"|put you (?:in|down)|got you|same time|back here)\b"
)
_FROM = 0.5
_LEAST_ITEMS, _LEAST_STEMS = 2, 4
_MOST_LISTED, _MOST_OF_ITEM, _MOST_SAID, _MOST_ANSWER, _MOST_TURNS, _MOST_WORDS = 70, 22, 12, 34, 6, 130


def recounted(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The lists of what is to be done; the units are added to `used`."""
    turns, start = turns_of(reading.units), _FROM * len(reading.units)
    for at, turn in enumerate(turns):
        if not turn.of_clinician or turn.units[0].index < start:
            continue
        listed = _listed(turn, used)
        parts = _with_what_is_said(turns, at, listed, used) if listed else []
        if not parts:
            continue
        used.update(unit.index for part in parts for unit in part)
        yield replace(_told(reading, parts), more=SETTLED_IS_WORTH * 2, must=True)


def _listed(turn: Turn, used: set[int]) -> list[Unit]:
    """The items of a list, from where a turn begins to count up; none where it does not."""
    begun = next(
        (at for at, unit in enumerate(turn.units) if _BEGINS.match(unit.exact) or _heads(turn.units, at)),
        None,
    )
    if begun is None:
        return []
    told = list(takewhile(lambda unit: not unit.question and _can_stand(unit, used), turn.units[begun:]))
    told = [*told[:1], *takewhile(_is_item, told[1:])]
    begins = _BEGINS.match(told[0].exact) if told else None
    words = " ".join(unit.exact for unit in told)[begins.end() if begins else 0 :]
    items = sum(1 for unit in told[1:]) + words.count(",") + words.count(" and ")
    says = items >= _LEAST_ITEMS and len(set(content_stems(words))) >= _LEAST_STEMS
    fits = word_count(words) <= _MOST_LISTED and not _STATES.search(words) and not HAS_PAST.search(words)
    return told if told and says and fits else []


def _heads(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit says how many there are, and the next one which."""
    if not _HEADS.match(units[at].exact) or at + 1 == len(units):
        return False
    which = units[at + 1]
    return (
        not which.question and which.exact.count(",") >= _LEAST_ITEMS - 1 and not _IS_ELSE.match(which.exact)
    )


def _is_item(unit: Unit) -> bool:
    return unit.spoken_length <= _MOST_OF_ITEM and not _IS_ELSE.match(unit.exact)


def _with_what_is_said(
    turns: Sequence[Turn], at: int, listed: list[Unit], used: set[int]
) -> list[list[Unit]]:
    """The list with what is said to it; none where it is asked whether it will do, without an answer."""
    rest = [unit for unit in turns[at].units if unit.index > listed[-1].index]
    counted = list(takewhile(lambda unit: _COUNTS.match(unit.exact), rest))
    asked = list(
        takewhile(lambda unit: unit.question and _ASKS_OF_IT.match(unit.exact), rest[len(counted) :])
    )
    if rest and not asked:
        return [listed]
    said = _said_to_it(turns, at, listed, asked, used)
    return [listed, *said] if said or not asked else []


def _said_to_it(
    turns: Sequence[Turn], at: int, listed: list[Unit], asked: list[Unit], used: set[int]
) -> list[list[Unit]]:
    """What is asked of the list, answered and added, turn by turn, as long as it is of the list."""
    parts: list[list[Unit]] = [asked] if asked else []
    for near in range(at + 1, min(at + 1 + _MOST_TURNS, len(turns) - 1), 2):
        reply, after = list(turns[near].units), turns[near + 1]
        if turns[near].of_clinician or not all(_can_stand(unit, used) for unit in reply):
            break
        most = _MOST_ANSWER if asked else _MOST_SAID
        short = word_count(as_one(reply).exact) <= most and not reply[-1].question
        more = _more(after, used)
        if not short or (not more and not asked):
            break
        parts.append(reply)
        if not more:
            break
        parts.append(more)
        asked = [unit for unit in more if unit.question]
        if more[-1] is not after.units[-1]:
            break
    words = sum(unit.spoken_length for part in (listed, *parts) for unit in part)
    open_still = bool(parts) and parts[-1][-1].question
    return [] if words > _MOST_WORDS or open_still else parts


def _more(turn: Turn, used: set[int]) -> list[Unit]:
    """What a clinician's turn adds to the list, counts up anew, or asks of it."""
    if not turn.of_clinician:
        return []
    own = [unit for unit in turn.units if not TAKES_UP.match(unit.exact)]
    told: list[Unit] = []
    for unit in own:
        if not _can_stand(unit, used):
            break
        asks = unit.question and _ASKS_OF_IT.match(unit.exact)
        counts = not unit.question and (_heads(own, own.index(unit)) or _BEGINS.match(unit.exact))
        adds = (
            not unit.question
            and _GOES_ON.match(unit.exact)
            and _is_item(unit)
            and not STOPS.match(unit.words)
        )
        goes_on = told and not unit.question and not told[-1].question and _is_item(unit)
        if not (asks or counts or adds or goes_on):
            break
        told.append(unit)
    return told


def _can_stand(unit: Unit, used: set[int]) -> bool:
    books = IS_SLOT.search(unit.exact) is not None and _MEETS.search(unit.exact) is not None
    return is_whole(unit) and unit.index not in used and not books and not unit.risk_in_words


def _told(reading: Reading, parts: Sequence[Sequence[Unit]]) -> Statement:
    """What each said in turn."""
    clinician = reading.fallback.clinician
    if len(parts) > 1 and parts[1][0].turn == parts[0][0].turn:
        parts = [[*parts[0], *parts[1]], *parts[2:]]
    turns = [as_one(list(part)) for part in parts]
    begun = _SO_COLON.match(turns[0].exact)
    turns[0] = replace(turns[0], exact=capital(turns[0].exact[begun.end() if begun else 0 :]))
    text = f"{clinician} stated: {quoted(turns[0])}"
    for one, part in zip(turns[1:], parts[1:], strict=True):
        client = one.speaking is Speaking.CLIENT
        who = reading.terms_for(one).client if client else clinician
        asked = len(part) == 1 and part[0].question
        text += f" {who} {'asked' if asked else 'answered' if client else 'stated'}: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), tuple(turns))
