"""Homework as a clinician sets it: a list without verbs over several turns, with what the client says to it.

"So, homework. The same recording, every day, and the numbers with it." "All right." "And the café, with your
brother, half an hour." "Could I do the library instead?" "Better." What begins it says that all of it is to
be done; each turn that goes on with it stands with the client's answer, and the clinician's word on that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.commitments import CHECKS
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.no_step_words import leaves_it
from live_notes.drafting.embedded.planning.plan_time_words import AGAINST
from live_notes.drafting.embedded.planning.read_back import heads_a_list
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_SO = r"^(?:(?:so|okay|ok|right|all right|alright|and|now|then|good|great|well|thank you|thanks)[,.: ]+)*"
_BEGINS = AnyCase(
    rf"{_SO}(?:(?:(?:the |your |our |some )?(?:homework|home ?practi[cs]e|tasks?|things? to (?:do|try"
    rf"|practi[cs]e)"
    r"|action (?:plan|points?))(?:,? (?:then|now|for (?:this|the|next) (?:coming )?week))?"
    r"|(?:for|over|between now and|before) (?:this|the|the coming|next|our next) (?:coming )?(?:week"
    r"|fortnight|session"
    r"|time)(?: then)?|what (?:you're|you are) going to do(?: then| this week)?)\W*$"
    r"|(?:for|over) (?:this|the|the coming|next) (?:coming )?(?:week|fortnight),? (?:the|a|an|one|your"
    r"|keep|same) "
    r"|same (?:again|as (?:last|before))\b"
    r"|(?:can|could|may|shall) i (?:set|give) you (?:a|some|one)(?: small| little| bit of)? (?:challenge"
    r"|task|homework"
    r"|thing|exercise)\b"
    r"|(?:for|as) (?:your |the )?homework,? (?!what\b|how\b|did\b|was\b))"
)
"""Says that what the client is to do comes now."""
_ASKS_FOR_IT = AnyCase(
    r"\b(?:for|as) (?:your |the )?(?:homework|practi[cs]e (?:this|at))\b[^?]*\bwhat\b|\bwhat[^?]*\b(?:for"
    r"|as) (?:your |the )?"
    r"homework\b"
)
"""Leaves it to the client what to do."""
_OFFERS = AnyCase(rf"{_SO}(?:can|could|may|shall) i (?:set|give) you\b")
"""Asks leave to set it."""
_REACTS = AnyCase(
    rf"{_SO}(?:i'll|i will|i can|i've|we've|we'll|let me|that(?:'s| is| was| sounds)|it(?:'s| is| was)"
    rf"|sounds|you(?:'ve|'re| are| did| said| were"
    rf"| know)|i (?:like"
    r"|love|know|think|hear|see)|i'm|well done|perfect|lovely|brilliant|excellent|he|she|they|there(?:'s"
    r"| is)|how"
    r"|what|why|who|do|does|did|are|is|was|have|has|any|thank)\b"
)
"""Takes up what was said, or asks of something else."""
_LIST = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|minutes?|hours?|times|a couple|once|twice|at home"
    rf"|let's say|before bed"
    r"|till|until|by \w+)\b|^(?:so |and |okay,? )*same (?:again|as)\b"
    r"|^(?:so |and )*(?:for|over) (?:this|the|next) (?:\w+ )?week,? (?:the|a|an|one)\b|^(?:and |also "
    r"|plus |then )+(?:the|a|an|one|your|no|just|keep|some)\b"
)
_IS_SO = re.compile(
    r"^(?:(?:and|so|but|because|especially)[, ]+)*(?!(?:let|make|keep|see|check)\b)(?:[\w'-]+ ){0,4}?"
    r"(?:is|are|was|were|isn't|aren't|can be|will be|you're|you'll|it's|that's|there's|they're)\b",
    re.IGNORECASE,
)
"""Says how something is, and nothing that is to be done."""
_PARTS = re.compile(
    r"^(?:(?:so|and|now|right|okay|well)[,. ]+)*(?:mind (?:how|yourself|the|that)|take care|go easy"
    r"|safe home|drive safe"
    r"|bye|goodbye|see you|cheerio|good luck|have a (?:good|great|nice|lovely))\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"^(?:\W*(?:better|perfect|good|great|lovely|deal|done|yes|yeah|okay|ok|fine|brilliant|even better"
    r"|sure|that works"
    r"|love (?:it|that)|i like (?:it|that)(?: better)?|that'?s yours|nice)\b[,. ]*){1,3}",
    re.IGNORECASE,
)
_ADDS = re.compile(r"(?:and|or|then|plus|also)\b", re.IGNORECASE)
_FROM = 0.5
_MOST_STEP, _MOST_ANSWER, _MOST_SETTLED, _MOST_FRAGMENT = 55, 32, 14, 7
_MOST_TURNS, _MOST_REPLY = 10, 6
_LEAST_STEMS, _MOST_BEFORE = 2, 2


def homework_set(reading: Reading, used: set[int]) -> list[Statement]:
    """The homework that was set in so many turns; their units are added to `used`."""
    turns = turns_of(reading.units)
    start = _FROM * len(reading.units)
    begun = next(
        (at for at, turn in enumerate(turns) if turn.units[0].index >= start and _is_begun(turn, used)), None
    )
    if begun is None:
        return []
    found, at, last = [], begun, begun + _MOST_TURNS
    while at < min(last, len(turns)) and not any(_books(unit) for unit in turns[at].units):
        told, at = _told_at(reading, turns, at, used, first=at == begun)
        if told is not None:
            found.append(replace(told, more=SETTLED_IS_WORTH * 2))
    return found


def _is_begun(turn: Turn, used: set[int]) -> bool:
    return turn.of_clinician and any(
        (_ASKS_FOR_IT.search(unit.words) or _OFFERS.match(unit.words))
        if unit.question
        else (_BEGINS.match(unit.words) and unit.index not in used) or heads_a_list(unit.exact)
        for unit in turn.units
    )


def _told_at(
    reading: Reading, turns: Sequence[Turn], at: int, used: set[int], *, first: bool
) -> tuple[Statement | None, int]:
    """What a turn sets, with what is said to it; and the place of the turn after that."""
    turn = turns[at]
    steps = _steps_in(turn, first=first) if turn.of_clinician else []
    alone = len(steps) == 1 and reading.kind_of(steps[0]) is Kind.PLAN
    if not steps or alone or used & {unit.index for unit in steps}:
        return None, at + 1  # one step whose form tells it needs no list
    led = [] if first else _asked_before(turns, at, used)
    parts = [*led, as_one(steps)]
    taken = [*(unit for one in led for unit in reading.units if unit.index == one.index), *steps]
    answer = turns[at + 1].units if at + 1 < len(turns) and not turns[at + 1].of_clinician else ()
    if _is_answer(answer, used) and steps[-1] is turn.units[-1]:
        parts.append(as_one(answer))
        taken += answer
        settles = _settled_in(turns[at + 2], used) if at + 2 < len(turns) else []
        if settles:
            parts.append(as_one(settles))
            taken += settles
    used.update(unit.index for unit in taken)
    return made(reading, Kind.PLAN, whole(_in_turn(reading, parts)), tuple(parts)), at + 1


def _asked_before(turns: Sequence[Turn], at: int, used: set[int]) -> list[Unit]:
    """A question without a verb and the few words that answer it, where the clinician settles it so."""
    if at < _MOST_BEFORE:
        return []
    asked, reply = turns[at - 2].units[-1], turns[at - 1].units
    fits = asked.question and asked.speaking is Speaking.CLINICIAN and not is_asked(asked.exact)
    short = (
        len(reply) == 1 and reply[0].spoken_length <= _MOST_REPLY and asked.spoken_length <= _MOST_FRAGMENT
    )
    free = not used & {asked.index, reply[0].index} and reply[0].speaking is Speaking.CLIENT
    return [asked, reply[0]] if fits and short and free else []


def _steps_in(turn: Turn, *, first: bool) -> list[Unit]:
    """What a turn sets, from where it is announced, or where it goes on with the list."""
    if first:
        own = list(dropwhile(lambda unit: not _BEGINS.match(unit.words), turn.units))
        announced = own and (own[0].question or len(own[0].stems) < _LEAST_STEMS)
        rest = own[1:] if announced else own
    else:
        rest = list(
            dropwhile(lambda unit: _SETTLES.fullmatch(unit.exact) or _REACTS.match(unit.words), turn.units)
        )
    steps = list(takewhile(lambda unit: _goes_on(unit, first=first), rest))
    if not any(_names_a_step(unit) for unit in steps) or any(_IS_SO.match(unit.words) for unit in steps):
        return []
    return steps if _can_be_told(steps) else []


def _books(unit: Unit) -> bool:
    named = IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None
    return named and not _BEGINS.match(unit.words)


def _goes_on(unit: Unit, *, first: bool) -> bool:
    here = is_of_now(unit.words) and not _LIST.search(unit.words)
    if here or leaves_it(unit.words) or _PARTS.match(unit.words) or unit.risk_in_words or not is_whole(unit):
        return False
    if unit.question:
        adds = _ADDS.match(unit.exact) and unit.spoken_length <= _MOST_FRAGMENT and not is_asked(unit.exact)
        return bool(adds or CHECKS.match(unit.words))
    return first or not _REACTS.match(unit.words)


def _names_a_step(unit: Unit) -> bool:
    begins = re.match(
        r"(?:(?:and|so|then|also|just|please|maybe)[, ]+)*(?P<verb>[a-z]+)\b", unit.words, re.IGNORECASE
    )
    return bool(_LIST.search(unit.words)) or (
        begins is not None and is_order(begins["verb"]) and not unit.question
    )


def _can_be_told(steps: Sequence[Unit]) -> bool:
    if not steps:
        return False
    told = as_one(steps)
    return told.spoken_length <= _MOST_STEP and len(set(told.stems)) >= _LEAST_STEMS


def _is_answer(answer: Sequence[Unit], used: set[int]) -> bool:
    if not answer or used & {unit.index for unit in answer}:
        return False
    told = as_one(answer)
    return told.spoken_length <= _MOST_ANSWER and not told.risk_in_words and is_whole(told)


def _settled_in(turn: Turn, used: set[int]) -> list[Unit]:
    """The clinician's word on what the client put in the place of it: "better"."""
    if not turn.of_clinician:
        return []
    own = list(takewhile(lambda unit: not unit.question and _SETTLES.match(unit.exact), turn.units))
    own = [unit for unit in own if unit.index not in used]
    return own if own and word_count(as_one(own).exact) <= _MOST_SETTLED else []


def _in_turn(reading: Reading, parts: Sequence[Unit]) -> str:
    """What each said in turn, quoted; what the client turns down at once is set by nobody."""
    lone = parts[0].question and parts[0].spoken_length <= _MOST_FRAGMENT
    refused = any(one.speaking is Speaking.CLIENT and AGAINST.match(one.exact) for one in parts[1:2])
    verb = "asked" if lone else "suggested" if refused else "set"
    text = f"{reading.fallback.clinician} {verb}: {quoted(parts[0])}"
    for one in parts[1:]:
        client = one.speaking is Speaking.CLIENT
        who = reading.terms_for(one).client if client else reading.fallback.clinician
        text += f" {who} {'asked' if one.question else 'answered'}: {quoted(one)}"
    return text
