"""What must not stand among the steps: what was refused, and what a client asked not to be written down.

"You might ask Kofi for the Saturday." "I'm not going to this week either, don't put that down for me." "I
won't put it down." A plan that holds it all the same is a promise that the client did not make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_SO = r"(?:(?:and|so|but|well|oh|ah|no|nah|naw|yeah|okay|look|honestly|please|just|so please)[,. ]+)*"
_IT = (
    r"(?:that|it|this|these|those|them|him|her|me|any(?:thing)? (?:of|about) (?:that|it|this)"
    r"|that (?:one|bit|part))"
)
_NOT_DOWN = AnyCase(
    rf"\b(?:don't|do not|please don't|you needn't|you don't (?:have|need) to|i'd rather you didn't|can"
    rf" you not"
    rf"|could you not|would you not|no need to|mind you don't|not to) (?:be )?(?:put|writ|note|record"
    rf"|jot|mark|type"
    rf"|list|add|log|includ)(?:t?ing|e|es)?(?: down| in)? {_IT}(?: (?:down|in|up|on)\b)?"
    rf"|\b(?:leave|keep) {_IT} (?:out|off)(?: of)?(?: it| (?:the|your|my) (?:notes?|record|file|list"
    rf"|plan|sheet|chart"
    r"|letter))?(?=\W|$)|\boff the record\b|\bnot for (?:the|your|my) (?:notes?|record|file|plan)\b"
)
"""Asks that something be not written down."""
_REFUSES = AnyCase(
    rf"^{_SO}(?:i'm|i am|we're) not (?:going to|gonna|gonnae)(?: (?:do|try|ask|be doing|be asking)"
    rf" (?:that|it|this|him"
    r"|her|them|anybody|anyone))?(?: (?:do|ask|ring|call|tell) (?:it|that|him|her|them))?(?:,? (?:this"
    r"|next) (?:week"
    r"|time|month)| either| again| now| yet| anymore| any more| at all| today| though)*\W*(?:$|(?=,?"
    r" (?:don't|so|and"
    r" don't|please)\b))"
    rf"|^{_SO}(?:i'm|i am) not (?:doing|asking|trying|ringing|calling|telling|promising) (?:that|it|this"
    rf"|him|her"
    r"|them)(?:,? (?:this|next) (?:week|time)| either| again| now| yet| at all)*\W*(?:$|(?=,? (?:don't"
    r"|so|please)\b))"
    rf"|^{_SO}i (?:won't|will not|can't|couldn't)(?: be)? (?:do|doing|ask|asking|try|trying) (?:that|it"
    rf"|this|him|her"
    r"|them)(?:,? (?:this|next) (?:week|time)| either| again| now| yet| at all)*\W*$"
)
"""Will not do what was just named."""
_MUST_WRITE = AnyCase(
    r"\bi(?:'ll| will|'d)? ?(?:do )?(?:have|need|ought|got|'ve got) to (?:put|write|note|record|document"
    r"|keep|log)\b"
    r"|\b(?:has|needs) to (?:go|be) (?:in|on|written|recorded|noted)\b|\bi(?:'m| am) (?:obliged|required"
    r"|bound)\b"
)
"""Says that it must stand in the notes."""
_STILL = AnyCase(
    r"\b(?:but (?:i'll|i will|i could|i can|maybe)|i'll (?:do|try|ask|ring)|i could (?:do|try|ask)"
    r"|okay,? i will"
    r"|alright,? i will|next week,? maybe)\b"
)
"""Takes it on after all, or otherwise."""


_HINTS = ("not", "n't", "leave", "keep", "off the", "no need", "Leave", "Keep", "Not", "Off")
"""Without one of these nothing is refused."""


def unplanned(units: Sequence[Unit]) -> set[int]:
    """The places of what was refused, or not to be written down, with the words that ask for that."""
    turns = turns_of(units)
    found: set[int] = set()
    for before, said, *after in _threes(turns):
        if not before.of_clinician or said.of_clinician:
            continue
        hinted = [unit for unit in said.units if any(hint in unit.exact for hint in _HINTS)]
        asks = [unit for unit in hinted if _NOT_DOWN.search(unit.exact)]
        refuses = [unit for unit in hinted if _REFUSES.match(unit.exact.strip())]
        if not (asks or refuses) or _stands_all_the_same(said, after):
            continue
        put = [unit for unit in before.units if not unit.backchannel]
        if not _names_a_step(put[-1:]) or any(unit.risk_in_words for unit in (*put, *said.units)):
            continue
        found.update(unit.index for unit in (*put[-1:], *asks))
        if asks and after and after[0].of_clinician:
            echo = takewhile(lambda unit: _ECHOES.match(unit.exact.strip()), after[0].units)
            found.update(unit.index for unit in echo if not unit.risk_in_words)
    return found


def put_beside(reading: Reading, refused: set[int]) -> Iterator[Statement]:
    """The plain orders that a clinician gave in the breath in which they put what was then refused."""
    for at in sorted(refused):
        last = reading.units[at]
        if last.speaking is not Speaking.CLINICIAN:
            continue
        for unit in reading.units[max(0, at - _BESIDE) : at]:
            first = unit.words.split(" ", 1)[0].lower()
            fits = unit.turn == last.turn and not unit.question and not unit.risk_in_words
            if fits and unit.length >= _LEAST and is_order(first) and is_whole(unit):
                told = whole(f"{reading.fallback.clinician} stated: {quoted(unit)}")
                yield replace(made(reading, Kind.PLAN, told, (unit,)), more=SETTLED_IS_WORTH * 2)


_BESIDE, _LEAST = 3, 3
_ECHOES = AnyCase(
    r"(?:(?:okay|ok|right|sure|no|fine|grand|of course|no problem|no bother|alright)[,. ]+)*(?:i"
    r" (?:won't|will not)|i'll"
    r" (?:not|leave|keep)|that's (?:fair|fine|okay)|it's (?:not|off|out)|okay|fair enough|not (?:down|in))\b"
)
_STEP = AnyCase(
    r"\b(?:you (?:might|could|can|would|will|were going to|should)|you'd|you'll|would you|could you|will"
    r" you|can you"
    r"|how about|what about|shall we|maybe|try|ask|ring|tell|talk to|go)\b"
)


def _names_a_step(put: Sequence[Unit]) -> bool:
    """Whether the clinician's last words put something to be done."""
    return bool(put) and _STEP.search(put[0].exact) is not None


def _stands_all_the_same(said: Turn, after: Sequence[Turn]) -> bool:
    """Whether the clinician must write it down, or the client takes it on in the same breath."""
    if any(_STILL.search(unit.exact) for unit in said.units):
        return True
    return bool(after) and any(_MUST_WRITE.search(unit.exact) for unit in after[0].units)


def _threes(turns: Sequence[Turn]) -> Iterator[Sequence[Turn]]:
    """Every two turns that follow each other, with the one after."""
    return (turns[at : at + 3] for at in range(len(turns) - 1))
