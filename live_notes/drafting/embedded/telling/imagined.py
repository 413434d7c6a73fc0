"""What is only imagined stands with its question, in the client's words: it is no fact and no plan.

"What would he notice?" – "That I'm answering emails" tells nothing of today; "what'll happen if you breathe
fast?" – "I'll faint" is a prediction; a thought that somebody has is asked for and is not so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.better_quoted import ASKS_FOR_FEARS, SAYS_THAT
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import when_asked
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_WHO = (
    r"(?:you|he|she|they|we|people|others|everyone|everybody|anyone|i|somebody|your \w+|the \w+|his \w+"
    r"|her \w+|\w+)"
)
_WOULD = r"(?:'d| would| will| might|'ll)"
SUPPOSES = AnyCase(
    r"\b(?:suppose|imagine|pretend|let's say|picture) (?:that |for a (?:moment|minute|second),? (?:that )?)?"
    r"(?:you|it|it's|you're|you've|tomorrow|tonight|we|we're|a|the|this|things|everything|there's|he|she"
    r"|they|your|all)\b"
    r"|\bmiracle\b|\bmagic wand\b|\bcrystal ball\b|\bfast[- ]forward\b"
)
"""Sets a scene that is not so."""
ASKS_AS_IF = AnyCase(
    rf"\bwhat(?: else| \w+ thing| things?| signs?)?{_WOULD} {_WHO}(?: \w+)? (?:notice|see|spot|pick up"
    r"|be doing|be (?:thinking|feeling|saying)|look like|be different|be like|have changed)\b"
    rf"|\bwhat(?:'s| is| are)? (?:be )?(?:the )?(?:first|next|other|second|very first)"
    rf" (?:things?|signs?)(?: (?:that|which))? {_WHO}{_WOULD} (?:notice|see|spot)\b"
    rf"|\bhow{_WOULD} {_WHO} (?:know|notice|be able to tell|tell that)\b"
    rf"|\bwhat{_WOULD} (?:be (?:different|the first|better|happening)|tell {_WHO}|(?:it|that|life|things"
    r"|a \w+ day|tomorrow|your \w+) (?:look|be|feel) (?:like|different))\b"
    rf"|\bwho{_WOULD} (?:be the first|notice)\b"
)
"""Asks what would be to see if things were better."""
PREDICTS = AnyCase(
    r"\bwhat(?:'ll| will| would|'s going to| is going to|'s gonna| might| could)"
    r"(?: (?:actually|then|probably))? happen\b"
    r"|\bwhat (?:do|did|does) \w+(?: \w+)? (?:think|predict|expect|reckon|fear|say|imagine|tell you|believe)"
    r"(?: is|'s| will|'ll| would|'d)? (?:going to |gonna |will |would |might |could )?happens?\b"
    r"|\bwhat(?:'s| is| was) (?:your|the) (?:prediction|feared outcome|worst[- ]case|fear)\b"
    r"|\b(?:let me get|give me|tell me) (?:your|a|the) prediction\b"
    r"|\bworst (?:thing )?(?:that )?(?:could|can|might|would) happen\b"
    r"|\bwhat are you (?:afraid|scared|worried|frightened) (?:of|that|will|would|might|is going)\b"
)
"""Asks what somebody expects or fears."""
_GOES_ON = AnyCase(
    r"^(?:(?:and|okay|so|good|right|mm-?hmm*)[, .]+)*(?:what|who|anything) else\b.{0,30}$|^and then\??$"
)
"""Asks for more of the same."""
_REPORTS = re.compile(
    r"\b(?:reported|agreed|confirmed|stated that|said (?:that )?(?:they|he|she|there)|plans? to"
    r"|intends? to)\b"
)
_THOUGHT = re.compile(r"\b(?:thought|expected|predicted|feared|imagined|was sure|were sure|believed)\b")
"""Says itself that it was only thought."""
_QUOTED = re.compile(r'"[^"]*"')
_TWO_ANSWERS = re.compile(r"[.\"] (?:When asked|In response)")
_KNOWS_NOTHING = AnyCase(
    r"^(?:(?:um+|uh+|well|oh|god|honestly|hm+)[, .]+)*(?:i )?(?:don't know|dunno|can't (?:imagine|think|say"
    r"|picture)|no idea|haven't (?:a clue|thought)|couldn't (?:say|tell you))\b"
)
"""Imagines nothing."""
_BACK, _MOST_QUOTED, _MOST_BACK = 60, 42, 3
_OF_LATELY = AnyCase(
    r"\b(?:after|since|last|yesterday|ago|this (?:week|morning)|over the week(?:end)?|while|during"
    r"|just now)\b"
)
_SHORT_DID = AnyCase(r"\bwhat'd\b")
"""May ask what was noticed, or what would be."""
_SAID_SO = AnyCase(r"\b(?:did|was|were|went|had|happened|last (?:night|week|time)|yesterday|ago)\b")
"""Asks of what was."""


def as_imagined(reading: Reading, statement: Statement) -> Statement:
    """The statement, or, where it reports what was only imagined, the question and the very words."""
    plain = _QUOTED.sub("", statement.text)
    told_so = _REPORTS.search(plain) and not _THOUGHT.search(plain)
    if statement.authored or not told_so or _TWO_ANSWERS.search(statement.text):
        return statement
    first = _answer_in(reading.units, statement)
    question = None if first is None else imagined_in(reading.units, first)
    if first is None or question is None or _KNOWS_NOTHING.match(first.words):
        return statement
    said = _said(reading.units, first, statement)
    if said is None:
        return statement
    terms = reading.terms_for(said)
    text = in_figures(
        finish(f"{when_asked(question, terms)}, {terms.client_inside} answered: {in_quotes(said)}")
    )
    lines = tuple(dict.fromkeys((*question.evidence, *said.evidence)))
    kind = Kind.REPORT if statement.kind is Kind.PLAN else statement.kind
    seen = replace(statement.seen, text=text)
    return replace(statement, kind=kind, text=text, lead="", rest=text, evidence=lines, seen=seen)


def imagined_in(units: Sequence[Unit], answer: Unit) -> Unit | None:
    """The question that a client's unit answers, where it asks for what is only imagined or expected."""
    question = _asked_before(units, answer.index)
    for _ in range(_MOST_BACK):
        if question is None:
            return None
        if asks_imagined(units, question):
            return question
        if not _GOES_ON.match(question.words):
            break
        question = _asked_before(units, question.index)
    fears = (
        question is not None and not _SAID_SO.search(question.words) and ASKS_FOR_FEARS.search(question.words)
    )
    return question if fears and SAYS_THAT.match(answer.exact) else None


def asks_imagined(units: Sequence[Unit], question: Unit) -> bool:
    """Whether a question, or the turn that leads up to it, asks for what is only imagined or expected."""
    if _SHORT_DID.search(question.words) and _OF_LATELY.search(question.words):
        return False
    if ASKS_AS_IF.search(question.words) or PREDICTS.search(question.words):
        return True
    turn = [
        one.words for one in units[max(0, question.index - 8) : question.index] if one.turn == question.turn
    ]
    return any(map(SUPPOSES.search, (*turn, question.words))) and not _SAID_SO.search(question.words)


def _asked_before(units: Sequence[Unit], at: int) -> Unit | None:
    """The last question of the clinician's turn before a place, behind what the client says themselves."""
    before = units[max(0, at - _BACK) : at]
    turn = None
    for one in reversed(before):
        if one.speaking is not Speaking.CLINICIAN or one.backchannel or one.turn == units[at].turn:
            continue
        turn = one.turn if turn is None else turn
        if one.turn != turn:
            return None
        if one.question:
            return one
    return None


def _answer_in(units: Sequence[Unit], statement: Statement) -> Unit | None:
    """The client's words a statement retells: its own, or those that answer its question."""
    first = units[statement.order]
    if first.speaking is Speaking.CLIENT:
        return first
    if first.speaking is not Speaking.CLINICIAN or statement.kind not in {Kind.REPORT, Kind.RESPONSE}:
        return None
    after = units[first.index + 1 : first.index + _MOST_QUOTED]
    return next((one for one in after if one.speaking is Speaking.CLIENT and not one.backchannel), None)


def _said(units: Sequence[Unit], first: Unit, statement: Statement) -> Unit | None:
    """As much of the turn as can be quoted, from what is told on; None where that is too long."""
    lines = set(statement.evidence)
    kept: list[Unit] = []
    turn = takewhile(
        lambda one: one.turn == first.turn and one.speaker == first.speaker, units[first.index :]
    )
    for one in turn:
        words = sum(other.spoken_length for other in (*kept, one))
        if not is_whole(one) or not lines.issuperset(one.evidence) or words > _MOST_QUOTED:
            break
        kept.append(one)
    return as_one(tuple(kept)) if kept else None
