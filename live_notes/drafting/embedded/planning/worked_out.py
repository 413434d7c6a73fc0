"""A step that was worked out over several short turns, told to where both left it.

"I'll do it tonight." "Anything in the way tonight?" "I've class. So tomorrow." "Tomorrow, then." Or: "What
would be next?" "The lift, alone." "How many times?" "Three." What was said first is not what was agreed, and
what was said last says nothing without it; so all of it stands, as each said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.plan_time_words import (
    ASKS_OF_A_STEP,
    ASKS_OF_A_THING,
    HAS_PAST,
    STOPS,
    TAKES_UP,
)
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import asks_for_a_step
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_SO = r"^(?:(?:so|and|okay|ok|right|good|great|lovely|grand|well|then|but|now|hm+|mm+|oh|ah|yes|yeah)[,. ]+)*"
_WHAT_NEXT = AnyCase(
    rf"{_SO}(?:(?:so )?for (?:this|the|next|the coming) week,? )?(?:what(?:'s| is| would be|'d be"
    rf"| comes) (?:the )?next"
    r"(?: (?:step|one|thing|rung|exposure|task|bit)(?: up)?)?(?: (?:then|on the (?:list|ladder|hierarchy)|for"
    r" (?:this|the|next) week))?|what(?:'s| is) (?:it|the task|the homework) (?:to be|going to be)"
    r"|what (?:would|will|could|might) (?:you|we) (?:do|try|take on|set|go for|put down)(?: (?:next|then|this"
    r" week|for (?:this|the|next) week|between now and then))?"
    r"|what (?:do you think|are your thoughts|do you want to do|would you like to do"
    r"|will you do) (?:about|with) (?:the"
    r"|your) [\w' ]{2,24}"
    r"|(?:the|your) [\w' ]{2,20}, (?:what|how) about (?:the|your|that|it|this)\b[^?]{0,24})\W*$"
)
"""Asks for the task itself, or what becomes of a thing."""
_TAKES_ON = AnyCase(
    r"(?:^|[.,;!] )(?:(?:okay|ok|so|then|well|right|yeah|yes|alright|all right|and)[, ]+)*"
    r"(?:i(?:'ll| will|'m going to|'m gonna|'m gunna| am going to)|i (?:could|can)|i might) (?:just "
    r"|maybe |try (?:to|and) )?"
    r"(?:do|ring|call|phone|text|email|message|write|go|ask|tell|talk to|speak to|book|post|send|fill"
    r"|sort|pay|start"
    r"|try|take|bring|put|clear|open|finish|practi[cs]e|walk|run|swim|cook|read|have a go|sit down)\b"
)
"""Says what they will do."""
_NARROWS = AnyCase(
    rf"{_SO}(?:(?:and )?(?:when|where|how often|how many(?: \w+)?|how long|for how long|how much|who with"
    rf"|with who(?:m)?"
    r"|(?:on )?(?:which|what) (?:days?|ones?|nights?|evenings?|mornings?|goes|time|stays|first)"
    r"|at what time|by when"
    r"|till when|from when|what time)(?: (?:would|will|could|can|do|are|might) you (?:do|go|try"
    r"|fit) (?:it|that|them))?"
    r"|(?:just )?(?:once|twice|(?:two|three|four|five|six|seven|\d) (?:times|days|nights|minutes|of them"
    r"|a week)"
    rf"|daily|tonight|tomorrow|today|now|all (?:at once|of (?:it|them)|seven|day)|{OFTEN}|{WEEKDAY}s?"
    rf"|this week"
    r"|on your own|alone|with \w+)(?:[?,.]* (?:or )?(?:you sure|are you sure|sure|(?:two|three|four|five"
    r"|six) times"
    r"|twice|every day|is that (?:enough|too much|right)|or \w+(?: \w+)?))?"
    r"|you (?:should|have to|need to|must|ought to)?,? ?or (?:(?:do )?you(?:'d| would)? )?(?:want|like"
    r"|would like)(?: to)?"
    r"|(?:what )?(?:if|when) (?:you|it) (?:do|does|did|slip|forget|can't|don't|lapse|miss|get|fall|wobble"
    r"|rains?|comes?"
    r"|gets|goes)\b[^?]{0,30}"
    r"|(?:are you |you )?sure(?: about that)?|can you (?:do|manage|fit) that|is that (?:too much"
    r"|realistic|doable|enough)"
    r"|(?:is (?:there )?|would )?(?:anything|something|what)(?: that| there)?(?:'d| would| might| could"
    r"| will|'ll)?"
    r" (?:that'd |going to |gonna )?(?:get|be|come|stand|go) in (?:the|your) way(?: of (?:it"
    r"|that))?(?: tonight| tomorrow"
    rf"| then| this week| (?:on )?{WEEKDAY})?"
    r"|what (?:might|could|would) (?:stop you|get in the way|go wrong)(?: (?:doing|of) (?:it|that))?)\W*$"
)
"""Asks of a step only when, how often, how much or what hinders, and names no other."""
_TIME = AnyCase(
    rf"\b(?:{WEEKDAY}s?|tonight|tomorrow|today|{OFTEN}|once|twice|one|two|three|four|five|six|seven|ten"
    rf"|times|minutes?"
    r"|till|until|none|zero|mornings?|evenings?|afternoons?|nights?|weekends?|before|after|when|not|no"
    r"|on my own|alone|week)\b"
)
_ADDS = AnyCase(
    rf"{_SO}(?:no [a-z]+|not? \w+ing|without|only|just|plus|also|use|keep|write|put|stay|leave|bring|take"
    rf"|do|try|say"
    r"|tell|ring|call|text|start|stop|don't|do not|never)\b"
)
_PASSES_ON = AnyCase(
    r"\b(?:i(?:'ll| will) (?:tell you|be honest|never|always|have to (?:go|run|leave))|i can(?:'t|not)\b"
    r"|i could(?:n't| have)"
    r"|i (?:could|can) (?:hear|see|feel|smell|tell|not)\b|i'm going to (?:be|die|cry|fail|lose|get|feel))"
)
_FROM, _MOST_ROUNDS = 0.4, 4
_MOST_PUT, _MOST_REPLY, _MOST_NARROWING, _MOST_AGAIN, _MOST_WORDS = 30, 40, 14, 16, 110


def worked_out(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The steps that took more than one question; the units are added to `used`."""
    turns = turns_of(reading.units)
    at, start = 0, _FROM * len(reading.units)
    while at < len(turns):
        parts = _worked_out_at(turns, at, used) if turns[at].units[0].index >= start else []
        if not parts:
            at += 1
            continue
        units = [unit for part in parts for unit in part]
        used.update(unit.index for unit in units)
        at += len(parts)
        yield replace(_told(reading, parts), more=SETTLED_IS_WORTH * 2, must=True)


def _worked_out_at(turns: Sequence[Turn], at: int, used: set[int]) -> list[list[Unit]]:
    """The exchange that begins with a turn, each turn's part of it; none where it is worked out at once."""
    first = turns[at]
    begun = _asked(first) if first.of_clinician else _taken_on(first)
    if not begun or used & {unit.index for unit in begun}:
        return []
    parts, at, rounds = [begun], at + 1, 0
    if first.of_clinician:
        reply = _reply(turns, at, used)
        if not reply:
            return []
        parts, at = [*parts, reply], at + 1
    while rounds < _MOST_ROUNDS and at < len(turns):
        narrowing = _narrowing(turns[at], used)
        reply = _reply(turns, at + 1, used) if narrowing else []
        if not reply:
            break
        parts, at, rounds = [*parts, narrowing, reply], at + 2, rounds + 1
    replies = [unit for part in parts[-2 * rounds + 1 :: 2] for unit in part]
    if not rounds or not any(_TIME.search(unit.exact) for unit in replies):
        return []
    again = _again(turns[at], parts[-1], used) if at < len(turns) else []
    parts = [*parts, again] if again else parts
    words = sum(unit.spoken_length for part in parts for unit in part)
    return parts if words <= _MOST_WORDS else []


def _asked(turn: Turn) -> list[Unit]:
    asked = turn.units[-1]
    if not asked.question or asked.spoken_length > _MOST_PUT or not _can_stand(asked):
        return []
    words = asked.words
    asks = _WHAT_NEXT.match(words) or asks_for_a_step(words) or ASKS_OF_A_THING.match(words)
    named = ASKS_OF_A_STEP.search(words) and not _NARROWS.match(words)
    return [asked] if asks or named else []


def _taken_on(turn: Turn) -> list[Unit]:
    """The client's sentences from where they say what they will do, as far as they are of that."""
    at = next((at for at, unit in enumerate(turn.units) if _commits(unit)), None)
    if at is None:
        return []
    told = list(takewhile(lambda unit: _can_stand(unit) and not unit.question, turn.units[at:]))
    return told if told and sum(unit.spoken_length for unit in told) <= _MOST_REPLY else []


def _commits(unit: Unit) -> bool:
    return not unit.question and bool(_TAKES_ON.search(unit.exact)) and not _PASSES_ON.search(unit.exact)


def _narrowing(turn: Turn, used: set[int]) -> list[Unit]:
    """The clinician's short questions of the step, with an echo before them."""
    if not turn.of_clinician or not turn.units[-1].question:
        return []
    told = [unit for unit in turn.units if not TAKES_UP.match(unit.exact)]
    free = not used & {unit.index for unit in told} and all(_can_stand(unit) for unit in told)
    short = sum(unit.spoken_length for unit in told) <= _MOST_NARROWING
    asks = told and all(_NARROWS.match(unit.exact) for unit in told if unit.question)
    says = [unit for unit in told if not unit.question]
    sets = all(_sets(unit) or (not STOPS.match(unit.words) and short) for unit in says)
    return told if free and asks and sets and (short or len(says) > 0) else []


def _sets(unit: Unit) -> bool:
    """Whether a clinician adds to a step what else is to be done, or not done: "no mirrors, use the line"."""
    few = unit.spoken_length <= _MOST_AGAIN
    return few and _ADDS.match(unit.exact) is not None and not HAS_PAST.search(unit.words)


def _reply(turns: Sequence[Turn], at: int, used: set[int]) -> list[Unit]:
    if at >= len(turns) or turns[at].of_clinician:
        return []
    told = list(takewhile(lambda unit: not unit.question, turns[at].units))
    fits = bool(told) and all(_can_stand(unit) for unit in told) and not used & {unit.index for unit in told}
    return told if fits and word_count(as_one(told).exact) <= _MOST_REPLY else []


def _again(turn: Turn, reply: Sequence[Unit], used: set[int]) -> list[Unit]:
    """The clinician's word on the last answer, where it says it once more."""
    if not turn.of_clinician:
        return []
    said = {stem for unit in reply for stem in content_stems(unit.exact)}
    rest = [unit for unit in turn.units if not TAKES_UP.match(unit.exact)]
    first = rest[0] if rest else None
    if first is None or first.question or first.index in used or first.spoken_length > _MOST_AGAIN:
        return []
    if _can_stand(first) and said & set(content_stems(first.exact)):
        return [first]
    return list(takewhile(lambda unit: _can_stand(unit) and not unit.question and _sets(unit), rest))


def _can_stand(unit: Unit) -> bool:
    return is_whole(unit) and not unit.risk_in_words and not _books(unit)


def _books(unit: Unit) -> bool:
    return IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None


def _told(reading: Reading, parts: Sequence[Sequence[Unit]]) -> Statement:
    """What each said in turn."""
    turns = [as_one(list(part)) for part in parts]
    text, rest = f"{reading.terms_for(turns[0]).client} stated: {quoted(turns[0])}", turns[1:]
    if turns[0].speaking is Speaking.CLINICIAN:
        client, rest = reading.terms_for(turns[1]).client_inside, turns[2:]
        asked = quoted(turns[0])[:-1].rstrip(".")
        text = f'When asked {asked}", {client} answered: {quoted(turns[1])}'
    for one in rest:
        of_client = one.speaking is Speaking.CLIENT
        who = reading.terms_for(one).client if of_client else reading.fallback.clinician
        text += f" {who} {'asked' if one.question else 'answered'}: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), tuple(turns), place=turns[-1])
