"""What was put to a client, or thought of by them, and was not taken up: told to the end of the answer.

"Would you let me write to him?" "Would you have to?" "I don't have to." "Leave it, I'll tell him myself." Of
this the question alone would stand for a letter. And what a client thought of doing, and leaves when they
are asked to, is no plan of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, quotable_part, turns_of, up_to_question
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_SO = r"^(?:(?:so|and|okay|ok|right|well|then|but|now|oh|ah|um+|uh+|yeah|yes|hm+|god|ach|och|aw+)[,. ]+)*"
_PUTS = AnyCase(
    r"\b(?:would|could|can|will|may|shall|should|do) (?:you|i|we)\b|\bare you (?:okay|ok|willing|happy"
    r"|all right)\b"
    r"|\b(?:how|what) about\b|\bis it (?:okay|ok|all right) if\b|\bwould it be\b"
)
"""Puts something to the client."""
_ASKS_WHETHER_IT_MUST_BE = AnyCase(
    rf"{_SO}(?:(?:would|will|do|must|should|does|did|is) (?:you|i|we|it|that|they|he"
    rf"|she) (?:really )?(?:have to|need"
    r" to|got to|necessary|compulsory)(?: \w+){0,4}|(?:do|must|should|have) i\b(?: (?:have|need"
    r"|got) to)?(?: \w+){0,4}"
    r"|is (?:that|it|this) (?:really )?(?:necessary|needed|a must|compulsory|required)|why(?: (?:would|do"
    r"|should) .{2,30})?"
    r"|what for|what(?:'s| is) the point(?: of \w+)?|what good would .{2,20}|does (?:it|he|she"
    r"|that) have to .{0,30})\W*$"
)
_LEAVES = AnyCase(
    rf"{_SO}(?:(?:i'd|i would|i'll|we'll|we'd|let's|let us|we should|you could|maybe|perhaps|i think"
    rf"|i'd say)[, ]+(?:just"
    r" |maybe |we'd |we'll |we |to )*(?:leave|hold off|hold|wait|park|put off|keep|save"
    r"|give)\b[^.?]{0,40}\b(?:till|until|for"
    r" (?:now|the moment|the time being|a (?:bit|while)|another time|later)|yet|once|with that|on that)\b"
    r"|i(?:'d| would)? ?(?:wouldn't|not|rather you didn't)\b[^.?]{0,30}\b(?:yet|till|until|for now|before)\b"
    r"|not (?:just )?yet\b|not (?:till|until|before) we\b)"
)
"""Asks to leave something for now."""
_THOUGHT_OF = AnyCase(
    rf"{_SO}(?:i(?:'d| had|'ve| have)? (?:thought|been thinking|wondered|half thought) (?:about|of|i'd"
    rf"|i might|if)|i was"
    r" (?:thinking|going|gonna|half thinking|tempted|wondering)|i (?:might|could|want to|wanted to"
    r"|fancied|meant to)|maybe"
    r" i(?:'ll| could| should)|should i|i(?:'m| am) (?:thinking|tempted))\b"
)
"""What a client thought of doing."""
_POINTS = AnyCase(r"\b(?:it|that|there|them|him|her)\W*$")
_NO = AnyCase(r"(?:no|nah|nope|naw|never)\b")
_LEFT = AnyCase(
    rf"{_SO}(?:no,? )?(?:i(?:'ll| will)? (?:leave|wait|hold|not|won't|can wait)|leave|fine|okay|fair"
    rf"|grand|no|you're right"
    r"|that's (?:fair|fine|okay)|true|sure|probably (?:best|right|wise))\b"
)
_FROM = 0.3
_MOST_BACK, _MOST_SAID, _MOST_ANSWER, _MOST_PUT, _MOST_TAIL, _MOST_THOUGHT = 12, 40, 45, 40, 10, 24


def turned_down(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What was put and not taken at once, and what was thought of and left; the units go to `used`."""
    turns, start = turns_of(reading.units), _FROM * len(reading.units)
    for at in range(len(turns) - 2):
        if turns[at].units[0].index < start:
            continue
        parts = _asked_back(reading, turns[at : at + 4], used) or _left(turns[max(0, at - 1) : at + 3], used)
        if parts:
            used.update(unit.index for part in parts for unit in part)
            yield replace(_told(reading, parts), more=SETTLED_IS_WORTH * 2, must=True)


def _asked_back(reading: Reading, turns: Sequence[Turn], used: set[int]) -> list[list[Unit]]:
    """A proposal, the client's "do I have to?", what the clinician says to it, and the answer."""
    if len(turns) < 4 or not turns[0].of_clinician or turns[1].of_clinician:
        return []
    said = list(turns[2].units) if turns[2].of_clinician else []  # a mere "no" is no turn
    put, back, answer = _put(turns[0]), list(turns[1].units), turns[3] if said else turns[2]
    told = [*put, *back, *said, *answer.units]
    if not put or answer.of_clinician or used & {unit.index for unit in told} or any(map(_books, told)):
        return []
    if not _ASKS_WHETHER_IT_MUST_BE.match(as_one(back).exact) or _words(back) > _MOST_BACK:
        return []
    reply = [*_said_before(reading, answer.units[0]), *_first_of(answer.units)]
    fits = _words(said) <= _MOST_SAID and not any(unit.question for unit in (*said[-1:], reply[0]))
    parts = [put, back, said, reply] if said else [put, back, reply]
    return parts if fits and all(map(is_whole, (*put, *said, *reply))) else []


def _said_before(reading: Reading, first: Unit) -> list[Unit]:
    """The mere "no" that an answer begins with."""
    before = reading.units[first.index - 1]
    says_no = before.turn == first.turn and before.backchannel and _NO.match(before.exact) is not None
    return [before] if says_no else []


def _put(turn: Turn) -> list[Unit]:
    """The question of a turn with the sentence it points back at, and the few words behind it."""
    at = next((at for at, unit in enumerate(turn.units) if unit.question and _PUTS.search(unit.words)), None)
    if at is None:
        return []
    behind = turn.units[at + 1 :]
    if any(unit.question for unit in behind) or _words(behind) > _MOST_TAIL:
        return []
    led = turn.units[at - 1 : at] if at and points_back(turn.units[at].words) else ()
    put = [*led, turn.units[at], *behind]
    return put if _words(put) <= _MOST_PUT else []


def _left(turns: Sequence[Turn], used: set[int]) -> list[list[Unit]]:
    """What the client thought of, the clinician's asking to leave it, and that they will."""
    if len(turns) < 4 or turns[1].of_clinician or not turns[2].of_clinician or turns[3].of_clinician:
        return []
    own = dropwhile(lambda unit: not _THOUGHT_OF.match(unit.exact), turns[1].units)
    thought, says, reply = list(own), list(turns[2].units), _first_of(turns[3].units)
    if not thought or not _LEAVES.match(says[0].exact):
        return []
    named = list(turns[0].units[-1:]) if turns[0].of_clinician and _POINTS.search(thought[0].words) else []
    told = [*named, *thought, *says, *reply]
    if used & {unit.index for unit in told} or any(map(_books, told)) or not all(map(is_whole, told)):
        return []
    fits = (
        _words((*named, *thought)) <= _MOST_THOUGHT and _words(says) <= _MOST_SAID and not says[-1].question
    )
    parts = [named, thought, says, reply] if named else [thought, says, reply]
    return parts if fits and _LEFT.match(reply[0].exact) else []


def _first_of(reply: Sequence[Unit]) -> list[Unit]:
    """As much of an answer as can be quoted, up to a question."""
    return quotable_part(up_to_question(reply), _MOST_ANSWER)


def _words(units: Sequence[Unit]) -> int:
    return sum(unit.spoken_length for unit in units)


def _books(unit: Unit) -> bool:
    return IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None


def _told(reading: Reading, parts: Sequence[Sequence[Unit]]) -> Statement:
    """What each said in turn."""
    turns = [as_one(list(part)) for part in parts]
    clinician = reading.fallback.clinician
    first = any(unit.question for unit in parts[0])
    who = reading.terms_for(turns[0]).client if turns[0].speaking is Speaking.CLIENT else clinician
    text = f"{who} {'suggested' if first else 'stated'}: {quoted(turns[0])}"
    for (before, one), part in zip(pairwise(turns), parts[1:], strict=True):
        who = reading.terms_for(one).client if one.speaking is Speaking.CLIENT else clinician
        then = " then" if one.speaking is before.speaking else ""
        text += f" {who}{then} {'asked' if part[-1].question else 'answered'}: {quoted(one)}"
    return made(reading, Kind.PLAN, whole(text), tuple(turns))
