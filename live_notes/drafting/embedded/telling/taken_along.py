"""A sentence with the one beside it without which it says something else.

"I had a dream. My teeth were made of sand." Told alone the second sentence is a fact. "In 2003. I took
tablets.": told alone it is of now. "For most people that passes. But with your mother's history the risk is
higher.": told alone the first half is the contrary of what was meant. Both are quoted together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

DREAMS = AnyCase(
    r"\b(?:had|have|having|got|getting|get|remember|been having|was having|keep having|kept having"
    r"|in)(?: also| only"
    r"| just| still)? (?:an?|the|this|that|my|another|such an?|the same) (?:[\w-]+ ){0,3}?(?:dream"
    r"|nightmare)\b"
    r"(?! (?:jobs?|houses?|homes?|holidays?|weddings?|schools?|teams?|cars?|come true|of (?:being|becoming"
    r"|having|going"
    r"|mine|opening|owning|a better))\b)"
    r"|\b(?:dreams?|nightmares?) (?:where|in which|that i (?:was|am|had)|i had|last night)\b"
    r"|\b(?:i|i'd|i've)(?: (?:always|just|even|also|actually|keep|kept|had|have|only))* (?:dreamt|dreamed"
    r"|dream)\b"
    r"(?! of (?:being|becoming|having|going|opening|owning)\b)"
    r"|\b(?:i was|i'm|i keep|i kept|been) dreaming\b(?! of (?:being|becoming|having|going|opening|owning)\b)"
)
"""Says that what follows was dreamt."""
_WAKES = AnyCase(
    r"\b(?:woke|wake|waked|waking|awoke|awake)\b|^(?:(?:but|so|and)[, ]+)*(?:anyway|anyhow|otherwise"
    r"|in real life"
    r"|for real|apart from that|other than that|this week|today|at work|at home|after that|since then)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:days|nights|weeks|times|mornings?)\b"
)
"""Leaves the dream."""
_FRAMES = AnyCase(
    r"^(?:(?:well|no|yes|yeah|so|and|but|um+|uh+|oh|not (?:now|here|today|this \w+|any ?more|recently"
    r"|lately))[,. ]+)*"
    r"(?:before(?: that)?(?=[,.])|back then|in those days|at that time|that time|years ago|long ago|long time"
    r"|once upon|as a (?:child|kid|boy|girl|teenager|student)|when i (?:was|were|first|came|arrived|lived"
    r"|had)\b"
    r"|(?:in|during|around|back in|since) (?:19|20)\d\d|(?:19|20)\d\d\b|in the (?:prison|war|camp|army"
    r"|hospital|nineties"
    r"|eighties|seventies)|back home|in my (?:country|twenties|teens|thirties|first))\b"
)
"""Says of which time or place the next sentences are."""
_OWN_TIME = AnyCase(
    r"\b(?:now|nowadays|today|these days|lately|recently|this (?:week|month|year|morning)|last (?:week"
    r"|night|month|year)"
    r"|since|yesterday|still|here|(?:mon|tues|wednes|thurs|fri|satur|sun)day|any ?more|currently"
    r"|at the moment"
    r"|when i|years? ago|i've|i have|i'm|i am|it's|he's|she's|they're)\b"
)
_NAMED = AnyCase(r"\b(?:dream\w*|nightmares?)\b")
_TURNS = AnyCase(
    r"^(?:(?:and|so|now|well|okay)[, ]+)*(?:but|however|although|though|except|unless|only that|whereas)\b"
)
_DOUBTS = AnyCase(
    r"(?:(?:and|but|oh|really|hm+|mm+)[,.? ]+)*(?:would|does|did|is|was|will|could|can|has|have|are|were|do"
    r"|had|should|wo|ca|ai)(?:n't)? (?:he|she|they|it|you|that|there|we)"
    r"(?: really| actually| though| not| now)?\?"
)
"""Asks no more than whether what was just said is so."""
_NO = AnyCase(
    r"(?:(?:well|um+|uh+|oh|ah|honestly|\.+)[,. ]+)*(?:no|nah|naw|nope|not really|i suppose not"
    r"|i guess not)\b"
)
_EXPLAINS = re.compile(r"^(?P<who>[^\":]{3,40}?) explained(?: that |: \")")
_BACK, _FAR, _FARTHEST, _MOST_QUOTED, _MOST_ANSWER = 5, 3, 12, 60, 20
_OF_DREAMS = ("dream", "nightmare")
_FAR_IN_A_DREAM, _MOST_OF_LEAVE, _TURNS_BETWEEN = 16, 6, 2
"""Units back to where a dream was begun; words of a clinician who lets it be told; turns to the next."""


def taken_along(reading: Reading, statement: Statement) -> Statement | None:
    """The statement with what it needs beside it; None where it can't be told without, and not with it."""
    if statement.authored:
        return statement
    units = reading.units
    first = units[statement.order]
    doubted = doubted_behind(units, statement)
    if doubted:
        return _with_answer(reading, statement, doubted)
    if first.speaking is Speaking.CLINICIAN and _EXPLAINS.match(statement.text):
        return _with_its_but(reading, statement, first)
    if _NAMED.search(statement.text) or "When asked" in statement.text or statement.kind is Kind.PLAN:
        return statement
    if (opened := dreamt_before(units, first)) is not None:
        return _from(reading, statement, opened, first)
    return _of_another_time(reading, statement, first)


def _of_another_time(reading: Reading, statement: Statement, first: Unit) -> Statement | None:
    """What was dreamt, or was at another time, as the words far before it, or right before it, say."""
    units = reading.units
    announced = announced_before(units, first)
    if announced is not None:
        return _as_a_dream(reading, statement, first, announced)
    framed = framed_before(units, first)
    whole = None if framed is None else _from(reading, statement, framed, first)
    return statement if whole is None else whole


def dreamt_before(units: Sequence[Unit], told: Unit) -> Unit | None:
    """The sentence of a client's turn that opens the dream `told` is part of; None where it is of none."""
    if told.speaking is not Speaking.CLIENT or _WAKES.search(told.words):
        return None
    for one in reversed(units[max(0, told.index - _BACK) : told.index]):
        if (one.turn, one.speaker) != (told.turn, told.speaker):
            return None
        if DREAMS.search(one.exact):
            return None if _WAKES.search(one.words) else one
        if _WAKES.search(one.words):
            return None
    return None


def announced_before(units: Sequence[Unit], told: Unit) -> Unit | None:
    """What began a dream that goes on in a sentence: far before it, or in the client's last turn; or None."""
    before = units[max(0, told.index - _FAR_IN_A_DREAM) : told.index]
    if not any(word in one.exact for one in before for word in _OF_DREAMS):
        return None
    if told.speaking is not Speaking.CLIENT or _WAKES.search(told.words):
        return None
    for one in reversed(before):
        if one.speaking is Speaking.CLIENT and one.speaker == told.speaker:
            if DREAMS.search(one.exact):
                return one if not _WAKES.search(one.words) and _opens(units, one, told) else None
            if _WAKES.search(one.words):
                return None
        elif one.spoken_length > _MOST_OF_LEAVE:
            return None
    return None


def _opens(units: Sequence[Unit], dream: Unit, told: Unit) -> bool:
    """Whether the telling is of the same turn, or of the next where this one only announced it."""
    if dream.turn == told.turn:
        return True
    left = [one for one in units[dream.index + 1 : told.index] if one.turn == dream.turn]
    return told.turn - dream.turn == _TURNS_BETWEEN and len(left) <= _FAR


def _as_a_dream(reading: Reading, statement: Statement, first: Unit, announced: Unit) -> Statement | None:
    """What is told of a dream, said to be one; None where the words can't stand in a note."""
    lines = set(statement.evidence)
    near = reading.units[first.index : first.index + _BACK]
    same = [one for one in near if one.turn == first.turn and lines.issuperset(one.evidence)]
    said = as_one([one for one in same if statement.stems.issuperset(one.stems)] or [first])
    if said.spoken_length > _MOST_QUOTED or not is_whole(said):
        return statement if statement.must else None
    text = f"{reading.terms_for(said).client} told of a dream: {in_quotes(said)}"
    dreamt = replace(statement, evidence=(*announced.evidence, *statement.evidence))
    return replace(_reading(dreamt, text, said), seen=statement.seen)


def framed_before(units: Sequence[Unit], told: Unit) -> Unit | None:
    """The sentence of the turn that says of which time or place `told` is; None where it says so itself."""
    if told.speaking is not Speaking.CLIENT or _OWN_TIME.search(told.exact) or _FRAMES.search(told.exact):
        return None
    for one in reversed(units[max(0, told.index - _FAR) : told.index]):
        if (one.turn, one.speaker) != (told.turn, told.speaker):
            return None
        if _FRAMES.search(one.exact.strip()) and (one.spoken_length > 1 or one.exact[:1].isdigit()):
            return one
        if _OWN_TIME.search(one.exact):
            return None
    return None


def _from(reading: Reading, statement: Statement, opened: Unit, first: Unit) -> Statement | None:
    """The words from the sentence that opens it to the last told; None where they can't stand in a note."""
    lines = set(statement.evidence)
    last = first
    for one in reading.units[first.index : first.index + _BACK]:
        same = (one.turn, one.speaker) == (first.turn, first.speaker) and lines.issuperset(one.evidence)
        if not same or not statement.stems.issuperset(one.stems):
            break
        last = one
    said = as_one(reading.units[opened.index : last.index + 1])
    if said.spoken_length > _MOST_QUOTED or not is_whole(said):
        return statement if statement.must else None
    return _reading(statement, f"{reading.terms_for(said).client} stated: {in_quotes(said)}", said)


def _with_its_but(reading: Reading, statement: Statement, first: Unit) -> Statement | None:
    """What a clinician explained with the sentence after it that turns it."""
    after = reading.units[first.index + 1] if first.index + 1 < len(reading.units) else first
    turns = after.turn == first.turn and after is not first and _TURNS.match(after.exact.strip())
    if (
        not turns
        or first.question
        or _is_scrap(statement, first)
        or after.question
        or quoted(after).strip('".') in statement.text
    ):
        return statement
    said = as_one((first, after))
    told = _EXPLAINS.match(statement.text)
    if told is None or said.spoken_length > _MOST_QUOTED or not is_whole(said):
        return statement if statement.must else None
    return replace(_reading(statement, f"{told['who']} explained: {quoted(said)}", said), seen=statement.seen)


def doubted_behind(units: Sequence[Unit], statement: Statement) -> Sequence[Unit]:
    """The clinician's "would she?" behind what is told, and the no to it; empty where there is none."""
    lines = set(statement.evidence)
    near = units[statement.order : statement.order + _FARTHEST]
    told = [one for one in near if one.speaking is Speaking.CLIENT and lines.issuperset(one.evidence)]
    if not told or statement.kind is Kind.PLAN:
        return ()
    last = told[-1]
    asks = [one for one in units[last.index + 1 :][:_FAR] if one.turn == last.turn + 1]
    if not last.stems or not statement.stems.issuperset(last.stems) or len(asks) != 1:
        return ()
    if asks[0].speaking is not Speaking.CLINICIAN or not _DOUBTS.match(asks[0].exact.strip()):
        return ()
    after = units[asks[0].index + 1 :][:_FAR]
    answer = [one for one in after if one.turn == last.turn + 2 and one.speaking is Speaking.CLIENT]
    takes = answer and _NO.match(answer[0].exact.strip()) and all(map(is_whole, answer))
    return (asks[0], *answer) if takes and as_one(answer).spoken_length <= _MOST_ANSWER else ()


def _with_answer(reading: Reading, statement: Statement, doubted: Sequence[Unit]) -> Statement:
    asks, answer = doubted[0], as_one(doubted[1:])
    told = (
        f"When asked {quoted(asks)}, {reading.terms_for(answer).client_inside} answered: {in_quotes(answer)}"
    )
    if told in statement.text or in_quotes(answer).strip('".') in statement.text:
        return statement
    return _reading(statement, f"{statement.text} {finish(told)}", as_one(doubted))


def _is_scrap(statement: Statement, first: Unit) -> bool:
    """Whether what is quoted is no clause: with another behind it, it would not be one either."""
    return ': "' in statement.text and not is_clause(first.words)


def _reading(statement: Statement, told: str, said: Unit) -> Statement:
    text = in_figures(finish(told))
    lines = tuple(dict.fromkeys((*statement.evidence, *said.evidence)))
    seen = replace(statement.seen, text=text)
    return replace(statement, text=text, lead="", rest=text, evidence=lines, seen=seen)
