"""What a client weighs, told with what they say against it at the end of the same turn.

"I've been thinking of selling the house. I looked at prices. I don't think I want it." The first half alone
would tell of a wish that is none.
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
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking

_WEIGHS = AnyCase(
    r"\b(?:i|we)(?:'d|'m|'ve|'ll| am| was| had| have)?(?: been| just| even| really| almost| nearly| sometimes"
    r"| keep| kept)*"
    r" (?:thinking (?:of|about|maybe|i)|thought (?:of|about|i'll|i'd|i might|maybe|that's it)|thinking,"
    r"|considering|considered|tempted|wonder(?:ed|ing)? (?:if|whether|about)|want(?:ed)? to|wanna|might"
    r"|wish(?:ed)?|feel like|felt like|going to|gonna|planning|dream(?:ed|t|ing)? (?:of|about)|imagine[d]?"
    r"|fantasi[sz]\w+|talk(?:ed|ing)? about)\b|\bpart of me wants\b"
)
_AGAINST = re.compile(
    r"^(?:(?:but|and|though|well|no|still|then|the thing is|honestly|really|actually)[, ]+)*(?:"
    r"i (?:don't|do not|didn't|wouldn't|couldn't|can't|never)(?: (?:really|actually|even|honestly|ever"
    r"|know if|know that|think|suppose|believe))*(?: (?:i|i'd|i would))?(?: (?:really|actually|ever|even))?"
    r" (?:want|mean|wanna|do|did|meant|would|could|go through with|have the heart for)"
    r"(?: (?:it|that|to|this|to do it|to do that|them|her|him|any of it|out|that really|it really))?"
    r"|(?:no,? )?not (?:that|really|for real|seriously)|that's not (?:what i want|it|me|really it)"
    r"|it's not (?:what i want|that|really that)|i'm not (?:going to|gonna|actually going to)(?: do it)?"
    r"|i won't(?: do it)?|i'd never(?: do it)?|i know i won't)\W*$",
    re.IGNORECASE,
)
"""Says of what was weighed that it is not wanted, or not to be."""
_INSTEAD = AnyCase(
    r"^(?:(?:and|but|so|no|really)[, ]+)*"
    r"(?:i (?:think |just |only |really )*(?:i )?(?:want|need|wish|mean)\b|it's more\b)"
)
_FAR, _MOST_QUOTED = 8, 30


def with_its_other_half(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement:
    """The statement, or the statement with what its speaker says against it behind it in the same turn.

    `told` are the sentences of one turn that it retells.
    """
    if statement.authored or statement.fuller is not None or not told:
        return statement
    if told[0].speaking is not Speaking.CLIENT or not any(_WEIGHS.search(unit.words) for unit in told):
        return statement
    begun = list(takewhile(lambda unit: not _is_against(unit), told))
    told_too = len(begun) < len(told) and any(map(is_negation, tokens(statement.text.rsplit("; ", 1)[-1])))
    against = () if told_too or not begun else _against(reading.units, begun)
    if not against:
        return statement
    said = as_one(against)
    if in_quotes(said).strip('".') in statement.text or not all(map(is_whole, against)):
        return statement
    text = f"{statement.text.rstrip('.')}. {reading.terms_for(said).client} went on: {in_quotes(said)}"
    return replace(
        statement,
        text=text,
        lead="",
        rest=text,
        evidence=tuple(dict.fromkeys((*statement.evidence, *said.evidence))),
        stems=statement.stems | frozenset(said.stems),
        seen=replace(statement.seen, text=text),
    )


def _is_against(unit: Unit) -> bool:
    return not unit.question and _AGAINST.match(unit.exact.strip()) is not None


def _against(units: Sequence[Unit], told: Sequence[Unit]) -> Sequence[Unit]:
    """The sentence of the turn that says it is not wanted, with what is wanted instead."""
    last = told[-1]
    behind = list(
        takewhile(
            lambda one: (one.turn, one.speaker) == (last.turn, last.speaker),
            units[last.index + 1 : last.index + 1 + _FAR],
        )
    )
    said = [one for one in behind if not one.question]
    at = next((at for at, one in enumerate(said) if _is_against(one)), None)
    if at is None:
        return ()
    run = [said[at], *(one for one in said[at + 1 : at + 2] if _INSTEAD.search(one.exact.strip()))]
    return run if sum(one.spoken_length for one in run) <= _MOST_QUOTED else run[:1]
