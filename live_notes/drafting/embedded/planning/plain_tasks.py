"""What a client is asked to do in passing, an amount that is bargained down, and what the clinician promises.

"Have a go at the breathing before bed." "Once a day I can manage." "Once a day, then." Nothing here is put
into other words: whoever reads it has the task, the answer, and what both were left with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.here_words import is_of_now, leads_here
from live_notes.drafting.embedded.planning.named_steps import suggested
from live_notes.drafting.embedded.planning.no_step_words import sets_nothing
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

_SOFTLY = (
    r"(?:(?:maybe|perhaps|just|please|also|then|do|if you can|when you can|i'd say|what if you|you could"
    r"|you (?:just|only)|you(?:'d|'ll) (?:just|only)|you might"
    r"(?: like to| want to)?|could you|can you|will you|would you|i'd suggest you)(?: maybe| just"
    r"| perhaps)?,? )*"
)
_IN_PASSING = AnyCase(
    rf"{LEAD}{_SOFTLY}(?:have a (?:go|crack|try|bash|stab) at\b|give (?:it|that|the \w+(?: \w+)?) a (?:go"
    rf"|try|shot|whirl)\b"
    r"|see if you can\b|jot\b|keep (?:an eye out|a (?:note|log|record|diary|tally)|the (?:log|diary|card)"
    r"|(?:up|doing) the)\b"
    r"|(?:look|watch) out for (?!me\b)|be (?:easy|gentle|kind) (?:on|with) yourself\b|catch yourself\b"
    r"|(?:write|put) (?:it|that|them) (?:down )?(?:on|in) (?:your|the|a) (?:phone|diary|book|notebook"
    r"|fridge|card)\b)"
    rf"|{LEAD}(?:your|the) (?:one |only |main )?(?:job|task|homework|mission"
    rf"|challenge)(?: (?:for )?(?:this|the|next) week)?"
    r" (?:is|then is) to\b"
)
"""Asks something of the client by the way, without a day."""
_TRIES = AnyCase(
    rf"{LEAD}{_SOFTLY}(?:have a (?:go|crack|try|bash|stab) at\b|give (?:it|that|the \w+(?: \w+)?) a (?:go"
    rf"|try|shot|whirl)\b"
    r"|see if you can\b)"
)
_TIMED = AnyCase(
    rf"{LEAD}{_SOFTLY}(?:notice|note|try(?: and| to)?|practi[cs]e|pop|stick|put|ring|call|phone|text"
    rf"|e-?mail|message|book"
    r"|ask|tell|bring|use|do|read|listen to|sit|set|leave|walk|pick|choose|write|log|take|eat|drink|start"
    r"|stop|send|go|be"
    r"|spend|say|check|remember)\b"
)
_WHEN = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|this (?:week|weekend|evening|afternoon)|before (?:bed"
    rf"|you sleep|breakfast"
    r"|work|school|we meet|next)|(?:in the |every |each )?(?:mornings?|evenings?)|once|twice"
    r"|when(?:ever)? (?:the|it|that"
    r"|you (?:get|feel|notice|wake|come|are))\b|at home|until (?:we|next|then)|by (?:the )?\w+(?:day|th"
    r"|st|nd|rd)\b)"
)
_LATER = AnyCase(
    r"\b(?:tonight|tomorrow|this (?:week|weekend|evening)|before (?:bed|you sleep|breakfast|work|school"
    r"|we meet)|at home"
    r"|until (?:we|next))\b"
)
_OTHER = re.compile(
    r"^(?:(?:so|and|okay|right|well)[,. ]+)*(?:take care|go (?:on|ahead|with)\b|mind (?:yourself|how)"
    r"|(?:be|stay) well|(?:tell|walk|talk|take|run|give|show) me\b"
    r"|say (?:hello|hi|more|it|that)|have a (?:good|lovely|nice|great)|be (?:honest|there|here)\b"
    r"|put (?:it|that) (?:aside"
    r"|away)|do you\b|did you\b|(?:can|could|will|would) you (?:tell|see|hear|say|feel|remember|describe"
    r"|give me|show me"
    r"|imagine|picture|do (?:that|it|this)|make))",
    re.IGNORECASE,
)
_NO_HOMEWORK = AnyCase(
    r"\bno (?:homework|sheets)\b|\b(?:not|n't|never|won't) (?:\w+ ){0,3}?(?:making|giv\w+|sett?\w*"
    r"|calling|doing) (?:it|that"
    r"|you|this)? ?(?:\w+ )?(?:as )?homework\b"
)
"""Says that nothing is to be done."""
_IN_THE_MIND = re.compile(
    r"\b(?:in there|in it|into the (?:container|box|safe|bag|chest)|turn the \w+|close the lid"
    r"|lock it)\b",
    re.IGNORECASE,
)
"""Of what is put by in the room, in the mind."""
_PROMISE = AnyCase(
    rf"{LEAD}(?:i'll|i will|i'm going to|i'm gonna|i can|i'd be happy to) (?:also |just "
    rf"|then )*(?:fill (?:in|out)|do up"
    r"|chase|draft|write (?:to|up|you|that|the|a)|put (?:in|through|together)|find (?:out|you)|sort"
    r"|speak to|talk to"
    r"|have a word|raise|flag|refer|follow up|print|copy|book|request|order|liaise|look into|get (?:on to"
    r"|onto|back to)"
    r"|send|e-?mail|post|ring|phone|contact|ask (?!you\b)|take (?:it|that|this) (?:to|up))\b"
)
"""What a clinician will do for the client."""
_OF_THE_TALK = re.compile(
    r"\b(?:now|here|in a (?:minute|second|moment)|again|what (?:i"
    r"|you) mean)\W*$",
    re.IGNORECASE,
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|\d+|half)"
_AMOUNT = re.compile(
    rf"\b(?:once|twice|daily|every (?:\w+ )?(?:day|night|morning|evening|week)|{_NUMBER})\b", re.IGNORECASE
)
_LESS = re.compile(
    rf"\b(?:too (?:many|much|long|often|hard)|can't|cannot|couldn't|won't|sooner|rather|maybe just|only"
    rf"|say {_NUMBER}|less"
    rf"|i (?:can|could) (?:do|manage)|{_NUMBER} i|(?:once|twice) (?:i|maybe)|not every)\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"\b(?:then|it is|so|let's say|we'll say|that's grand|perfect|deal)\b|^\W*(?:okay"
    r"|right)\b",
    re.I,
)
_OR_LEAVE = AnyCase(
    r"\bor (?:shall |should |do |will |would )?(?:we |you |i )?(?:leave|skip|park|drop) (?:it|that)\b"
)
_PUTS = AnyCase(
    rf"{LEAD}(?:how about|what about|shall we say|could you|can you|would you|let's say|i'd like you to"
    rf"|i want you to|what if"
    r" you|the \w+|your \w+|try|practi[cs]e|do|say)\b"
)
_FROM = 0.6
_MOST_STEP, _MOST_ANSWER, _MOST_SETTLED, _LEAST_STEMS = 35, 25, 9, 2


def bargained(reading: Reading, used: set[int]) -> list[Statement]:
    """A task of which the amount came out otherwise than it was put; the units are added to `used`."""
    found, units = [], reading.units
    for unit in units[int(len(units) * _FROM) :]:
        if unit.speaking is not Speaking.CLINICIAN or unit.index in used:
            continue
        left = _OR_LEAVE.search(unit.words) is not None and _is_fit(unit, _MOST_STEP)
        run = _left(units, unit) if left else _bargain(units, unit) if _puts_an_amount(unit) else []
        if run and not used & {one.index for turn in run for one in turn}:
            used.update(one.index for turn in run for one in turn)
            found.append(_told(reading, run))
    return found


def _puts_an_amount(unit: Unit) -> bool:
    put = _AMOUNT.search(unit.words) and _PUTS.match(unit.words) and not MEETS.search(unit.words)
    return bool(put) and _is_fit(unit, _MOST_STEP) and not is_of_now(unit.words)


def _bargain(units: Sequence[Unit], put: Unit) -> list[list[Unit]]:
    """The turns from what was put to the amount that the clinician takes up; empty if none is."""
    run = [[put]]
    for turn in range(put.turn + 1, put.turn + 5):
        said = [one for one in units[put.index + 1 :][:16] if one.turn == turn and not one.backchannel][:3]
        clinician = bool(said) and said[0].speaking is Speaking.CLINICIAN
        if (
            not said
            or clinician is (turn - put.turn) % 2
            or not all(_is_fit(one, _MOST_ANSWER) for one in said)
        ):
            return []
        if turn == put.turn + 1 and not any(_LESS.search(one.exact) for one in said):
            return []
        run.append(said[:1] if clinician else said)
        if clinician and not said[0].question:
            brief = said[0].spoken_length <= _MOST_SETTLED
            return run if brief and _AMOUNT.search(said[0].exact) and _SETTLES.search(said[0].exact) else []
    return []


def _left(units: Sequence[Unit], put: Unit) -> list[list[Unit]]:
    """The question whether to do something now or leave it, with its answer."""
    said = [one for one in units[put.index + 1 :][:4] if one.turn == put.turn + 1 and not one.backchannel]
    fits = said and said[0].speaking is Speaking.CLIENT and all(_is_fit(one, _MOST_ANSWER) for one in said)
    return [[put], said] if fits else []


def _told(reading: Reading, run: Sequence[Sequence[Unit]]) -> Statement:
    text = f"{reading.fallback.clinician} suggested: {quoted(run[0][0])}"
    for turn in run[1:]:
        one = as_one(turn)
        clinician = one.speaking is Speaking.CLINICIAN
        who = reading.fallback.clinician if clinician else reading.terms_for(one).client
        text += f" {who} {'asked' if clinician and turn[-1].question else 'answered'}: {quoted(one)}"
    return replace(
        made(reading, Kind.PLAN, whole(text), tuple(as_one(turn) for turn in run)), more=SETTLED_IS_WORTH
    )


def tried_out(reading: Reading, used: set[int]) -> list[Statement]:
    """What a client is asked to have a go at; the units are added to `used`."""
    found = []
    for unit in reading.units[int(len(reading.units) * _FROM) :]:
        fits = unit.speaking is Speaking.CLINICIAN and unit.index not in used and _TRIES.match(unit.words)
        told = _task(reading, unit, used) if fits else None
        if told is not None:
            used.add(unit.index)
            found.append(told)
    return found


def told_in_passing(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """A task or a promise that nothing else tells, with what the client says to it, added to `used`."""
    late = unit.index >= _FROM * len(reading.units)
    if not late or unit.speaking is not Speaking.CLINICIAN:
        return None
    return _task(reading, unit, used) or _promised(reading, unit)


def _task(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    if not _is_task(unit) or _echoes(reading.units, unit):
        return None
    said = _answer(reading.units, unit, used)
    used.update(one.index for one in said)
    answer = as_one(said) if said else None
    terms = reading.terms_for(answer) if answer is not None else reading.fallback
    rests = (unit,) if answer is None else (unit, answer)
    told = suggested(unit, answer, terms)
    if _NO_HOMEWORK.search(unit.words):
        told = whole(told.text.replace(" suggested: ", " stated: ", 1))
    return replace(made(reading, Kind.PLAN, told, rests), more=SETTLED_IS_WORTH)


def _is_task(unit: Unit) -> bool:
    words = unit.words
    none = _NO_HOMEWORK.search(words) is not None
    if not _is_fit(unit, _MOST_STEP) or _OTHER.match(words) or (MEETS.search(words) and not none):
        return False
    if none:
        return not unit.question
    if _IN_THE_MIND.search(words):
        return False
    timed = _TIMED.match(words) and _WHEN.search(words) and not unit.question
    if not (_IN_PASSING.match(words) or timed) or len(set(content_stems(words))) < _LEAST_STEMS:
        return False
    here = not _LATER.search(words) and (is_of_now(words) or leads_here(words))
    return not (here or sets_nothing(words))


def _echoes(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the client has just said that they will do it: their own words tell it."""
    said = {stem for one in units if one.turn == unit.turn - 1 for stem in one.stems}
    return set(unit.stems) <= said


def _answer(units: Sequence[Unit], unit: Unit, used: set[int]) -> list[Unit]:
    """What the client says to it at once, where the clinician goes on to nothing else."""
    after = units[unit.index + 1 : unit.index + 6]
    if not after or after[0].turn == unit.turn:
        return []
    said = [one for one in after if one.turn == unit.turn + 1 and one.speaking is Speaking.CLIENT]
    fits = sum(one.spoken_length for one in said) <= _MOST_ANSWER and all(map(is_whole, said))
    strange = any(one.question or one.index in used or one.risk_in_words for one in said)
    return said if said and fits and not strange else []


def _promised(reading: Reading, unit: Unit) -> Statement | None:
    """What a clinician says they will do, in their words."""
    if unit.question or not _PROMISE.match(unit.words):
        return None
    idle = _OF_THE_TALK.search(unit.words) or sets_nothing(unit.words) or MEETS.search(unit.words)
    if idle or not _is_fit(unit, _MOST_STEP) or len(set(unit.stems)) < _LEAST_STEMS:
        return None
    return made(reading, Kind.PLAN, whole(f"{reading.fallback.clinician} stated: {quoted(unit)}"), (unit,))


def _is_fit(unit: Unit, most: int) -> bool:
    return unit.spoken_length <= most and is_whole(unit) and not unit.risk_in_words
