"""What a client will do if it comes back or gets worse, as they say when asked: the safety plan made in talk.

"If the thought comes back, or it's stronger, what do you do?" "I put the lid on. I ring Joan." "And if she's
out?" "The helpline." Each says a part of the plan; all of it stands, and always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import capital, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_WORSE = (
    r"(?:(?:comes?|came|coming|goes|creeps?|creeping|starts?) (?:back|up|again|on|in)|(?:get|gets|got"
    r"|getting|becomes?|grows?)"
    r" (?:\w+ )?(?:worse|stronger|bad|louder|too much|heavier|dark|low|scary|frightening|unbearable"
    r"|to be)|(?:is|are|'s|feels?)"
    r" (?:\w+ )?(?:worse|stronger|back|too much|louder|heavier)|changes?|happens? again"
    r"|hits? (?:you )?again|returns?"
    r"|(?:feel|feels|felt|feeling) (?:\w+ )?(?:like (?:that|this|it)|unsafe|worse|that way|as bad)"
    r"|can't (?:keep|stay|cope|put)"
    r"|(?:keep|stay) (?:yourself )?safe|(?:want|wanted) to (?:act|do it|die|hurt|cut|harm|use|drink)"
    r"|tempted|(?:urges?|thoughts?"
    r"|voices?|feelings?|images?|pictures?)\b[^?]{0,30}\b(?:is|are|gets?|comes?|tells?|tell|returns?"
    r"|starts?|hits?))"
)
_ASKS = AnyCase(
    rf"\b(?:if|when|say|suppose|should|in case)\b[^?]*\b{_WORSE}\b[^?]*\b(?:what (?:do|will|would|'ll|'d"
    rf"|can|could|are)"
    r" (?:you|we)(?: going to| gonna| be able to)? do|what(?:'s| is) (?:the|your) (?:plan|first (?:thing"
    r"|step))"
    r"|who (?:do|will|would|'ll|'d|can|could) you (?:ring|call|tell|go to|turn to|phone|text|contact|wake"
    r"|speak to|talk to))\b"
    r"|\b(?:what (?:do|will|would|'ll|'d|can|could) you do|who (?:do|will|would|'ll|'d|can"
    r"|could) you (?:ring|call|tell|go to"
    rf"|turn to|phone|text|contact|wake)),? (?:if|when|should)\b[^?]*\b{_WORSE}\b"
)
"""Asks what they will do then."""
_ASKS_ON = AnyCase(
    r"^(?:(?:and|so|okay|ok|right|good|great|yes|then)[,. ]*)*(?:(?:and|then|what else|who else|what next"
    r"|after that)"
    r"|(?:what )?if (?:he|she|they|it|that|nobody|no one|your \w+|\w+)(?:'s| is|'re| are|n't| isn't"
    r"| aren't| doesn't| don't"
    r"| can't| won't)\b[^?]{0,40}|(?:anyone|anybody|anything) else|(?:and )?(?:at"
    r"|in the middle of) (?:the )?night)\W*$"
)
"""Asks for the rest of it."""
_NOW = AnyCase(
    r"^(?:(?:and|so|okay|then|but)[, ]+)*when\b[^?]*\bwhat do (?:you|we) do\b|\bwhat do you do when\b"
)
"""Asks what they do as it is, whenever it comes."""
_CONTACTS = AnyCase(
    r"\b(?:call|ring|phone|text|lines?|hotline|helpline|number|emergency|a and e|a&e|er|hospital|988|911"
    r"|999|111|112|116"
    r"|nine eight eight|nine one one|nine nine nine|out of hours|after hours|on[- ]call|samaritans"
    r"|lifeline|crisis|duty)\b"
)
_WAS = AnyCase(r"\b(?:did|was|were|happened|used to|last (?:time|week|night))\b")
_REFUSES = AnyCase(
    r"^(?:(?:um+|uh+|well|oh|hm+)[,. ]+)*(?:i don't know|dunno|no idea|nothing|what do you mean|why\b"
    r"|not sure)"
)
_MOST_ASKED, _MOST_ANSWER, _MOST_NAMED, _MOST_ROUNDS = 55, 50, 45, 3


def when_it_comes(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What the client will do then, with what is asked on; the units are added to `used`."""
    turns = turns_of(reading.units)
    for at, turn in enumerate(turns):
        asked = turn.units[-1]
        if not turn.of_clinician or asked.index in used or not _asks(asked):
            continue
        parts = _answered(turns, at, used)
        if parts:
            used.update(unit.index for part in parts for unit in part)
            yield replace(_told(reading, parts), must=True)


def _asks(asked: Unit) -> bool:
    short = asked.question and asked.spoken_length <= _MOST_ASKED
    return bool(short and _ASKS.search(asked.words)) and not (
        _WAS.search(asked.words) or _NOW.search(asked.words)
    )


def _answered(turns: Sequence[Turn], at: int, used: set[int]) -> list[list[Unit]]:
    """The question, its answer, and what is asked on and answered, turn by turn."""
    answer = _answer(turns, at + 1, used)
    if not answer or _REFUSES.match(answer[0].exact):
        return []
    parts = [[turns[at].units[-1]], answer]
    near = at + 2
    for near in range(at + 2, min(at + 2 + 2 * _MOST_ROUNDS, len(turns)), 2):
        on = list(turns[near].units)
        goes_on = len(on) == 1 and turns[near].of_clinician and _ASKS_ON.match(on[0].exact) is not None
        answer = _answer(turns, near + 1, used) if goes_on and on[0].index not in used else []
        if not answer:
            break
        parts += [on, answer]
    contacts = _contacts(turns[near], used) if near < len(turns) else []
    return [*parts, contacts] if contacts else parts


def _contacts(turn: Turn, used: set[int]) -> list[Unit]:
    """Whom the clinician names on that: the line, the number, the hours."""
    told = list(takewhile(lambda unit: not unit.question and unit.index not in used, turn.units))
    told = list(dropwhile(lambda unit: not content_stems(unit.exact), told))
    named = bool(told) and turn.of_clinician and _CONTACTS.search(as_one(told).exact) is not None
    return (
        told if named and all(map(is_whole, told)) and word_count(as_one(told).exact) <= _MOST_NAMED else []
    )


def _answer(turns: Sequence[Turn], at: int, used: set[int]) -> list[Unit]:
    if at >= len(turns) or turns[at].of_clinician:
        return []
    told = list(turns[at].units)
    free = not used & {unit.index for unit in told} and all(map(is_whole, told))
    says = any(content_stems(unit.exact) for unit in told)
    return told if free and says and word_count(as_one(told).exact) <= _MOST_ANSWER else []


def _told(reading: Reading, parts: Sequence[Sequence[Unit]]) -> Statement:
    turns = [as_one(list(part)) for part in parts]
    client = reading.terms_for(turns[1])
    begun = _ASKS.search(turns[0].exact)
    put = replace(turns[0], exact=capital(turns[0].exact[begun.start() if begun else 0 :]))
    asked = quoted(put)[:-1].rstrip(".")
    text = f'When asked {asked}", {client.client_inside} answered: {quoted(turns[1])}'
    for one in turns[2:]:
        of_client = one.speaking is Speaking.CLIENT
        who = client.client if of_client else reading.fallback.clinician
        text += f" {who} {'asked' if one.question and not of_client else 'answered'}: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), tuple(turns), place=turns[1])
