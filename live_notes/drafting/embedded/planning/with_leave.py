"""What a clinician offers to do with the client's leave, or asks of them in two breaths, with the answer.

"And I could write to her, with your okay, about the score." "You can write. Leave the other thing out."
Without the answer nobody knows whether it may be sent. "Would you message him? About the dose?" "I could do
it tonight.": the second question only says more of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.named_steps import suggested
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count

_REACHES = (
    r"(?:send|write|ring|call|phone|e-?mail|text|message|drop|fax|talk|speak|let|share|tell|contact|refer"
    r"|ask|copy)"
)
_LEAVE = (
    r"(?:with your (?:okay|ok|permission|consent|leave|say-so|agreement|blessing)|if (?:you're|you are"
    r"|that's|that is|it's"
    r"|it is) (?:okay|ok|all right|alright|happy|fine|up for it|comfortable)|if you (?:agree|don't mind"
    r"|sign|say so|let me"
    r"|give me|consent|want|like)|do i have your (?:okay|permission|consent)|would you let me"
    r"|can i have your)"
)
_OFFERS = AnyCase(
    rf"^(?=[^?]*\b{_LEAVE}\b)(?:(?:and|so|then|or|but|also|okay|now)[, ]+)*(?:[^,?]{{0,40}}, )?(?:i"
    rf"|we)(?:'ll|'d| could| can| might"
    rf"| would| will| may)(?: (?:like|want|be happy|love) to)?(?: also| just| maybe| then)* {_REACHES}\b"
)
"""Offers to tell somebody, if the client lets them."""
_ASKS = AnyCase(
    r"^(?:(?:and|so|then|or|but|also|okay|now|well)[, ]+)*(?:would|could|can|will"
    r"|do you think you (?:could|can)) (?:you )?"
    r"(?:be (?:willing|able|open|up) (?:to|for) |maybe |just |please )?(?P<verb>[a-z]+)\b"
)
_HOW_ABOUT = AnyCase(
    rf"^(?:(?:and|so|then|or|but|also|okay|now|well)[, ]+)*(?:(?:next time|this week|for (?:this"
    rf"|next) week|tomorrow|tonight)"
    r"[, ]+(?:what|how) about (?:you |just |maybe )*[a-z]+ing\b[^?]*"
    rf"|(?:what|how) about (?:you |just |maybe )*[a-z]+ing\b(?=[^?]*\b(?:until|till|every|before|after"
    rf"|each|when(?:ever)? you"
    rf"|{WEEKDAY}s?|{OFTEN}|tonight|tomorrow|next time|this week)\b)[^?]*)\?*$"
)
"""Puts a step with its time: "next time, how about staying till it halves?"."""
_OF_NOW = AnyCase(
    r"^(?:tell me|say|describe|explain|imagine|rate|give me|help me|show me|think|remember|mean|see|hear"
    r"|feel|be)\b"
)
_ANSWERS = AnyCase(
    r"^(?:(?:um+|uh+|well|oh|yeah|yes|yep|okay|ok|sure|no|aye|fine|i guess|i suppose|maybe|ah|mm+"
    r"|please)[,. ]+)*(?:you (?:can"
    r"|could|may|do)|i(?:'ll| will| could| can|'d| would| might|'m (?:fine|okay|happy))|go (?:ahead"
    r"|for it|on)|please(?: do)?"
    r"|that(?:'s| is|'d be| would be) (?:fine|okay|ok|all right|alright|grand|good)|(?:as|so) long as"
    r"|only|not|don't|leave)\b"
)
_FROM = 0.3
_MOST_PUT, _MOST_ANSWER, _MOST_TAIL = 45, 45, 5


def with_leave(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The offers and requests with what is answered; the units are added to `used`."""
    turns, start = turns_of(reading.units), _FROM * len(reading.units)
    for put, reply in pairwise(turns):
        if not put.of_clinician or reply.of_clinician or put.units[0].index < start:
            continue
        asked, answer = _offered(put) or _asked(put) or _put(put), _answer(reply)
        told = [*asked, *answer]
        if not asked or not answer or used & {unit.index for unit in told} or any(map(_books, told)):
            continue
        step, said = as_one(asked), as_one(answer)
        used.update(unit.index for unit in told)
        told_so = suggested(step, said, reading.terms_for(said))
        yield replace(made(reading, Kind.PLAN, told_so, (step, said)), more=SETTLED_IS_WORTH * 2, must=True)


def _offered(turn: Turn) -> list[Unit]:
    """The last sentence of a turn, where it offers with leave."""
    last = turn.units[-1]
    return [last] if _OFFERS.match(last.words) and _fits([last]) else []


def _asked(turn: Turn) -> list[Unit]:
    """A request with the few words that only say more of it, asked like another question."""
    if len(turn.units) < 2:
        return []
    put, tail = turn.units[-2:]
    asks = _ASKS.match(put.words) if put.question and tail.question else None
    if asks is None or _OF_NOW.match(put.words[asks.start("verb") :]):
        return []
    more = tail.spoken_length <= _MOST_TAIL and not is_asked(tail.exact) and tail.stems
    return [put, tail] if more and _fits([put, tail]) else []


def _put(turn: Turn) -> list[Unit]:
    last = turn.units[-1]
    puts = last.question and _HOW_ABOUT.match(last.words) and not is_of_now(last.words)
    return [last] if puts and _fits([last]) else []


def _fits(put: Sequence[Unit]) -> bool:
    return all(map(is_whole, put)) and sum(unit.spoken_length for unit in put) <= _MOST_PUT


def _answer(reply: Turn) -> list[Unit]:
    """The whole answer; none where it asks on, or takes no stand."""
    told = list(reply.units)
    fits = word_count(as_one(told).exact) <= _MOST_ANSWER and all(map(is_whole, told))
    stands = _ANSWERS.match(as_one(told).exact) is not None
    return told if fits and stands and not any(unit.question for unit in told) else []


def _books(unit: Unit) -> bool:
    return IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None
