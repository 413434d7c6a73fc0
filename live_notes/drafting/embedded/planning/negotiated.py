"""A step that comes about over several short turns: what was put, what the client makes of it, how it stands.

"Bin, then your own sandwich." "That I can do." "Every day?" "Not Thursday." "Four, then, and no tissue."
Nobody says that now a plan is made, and few of the turns are questions. What stands is the last offer that
was taken, the client's word on it, and what the clinician says over of that; stages between fall away.
What was put and refused, with nothing in its place, is told as declined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.moves import (
    MOST_ON,
    Matter,
    Move,
    Put,
    Stance,
    asks_again,
    goes_on,
    move_of,
    names,
    opens,
    promises,
    says_much,
    surely,
)
from live_notes.drafting.embedded.planning.negotiated_words import (
    AMOUNT,
    ANOTHER_TIME,
    KEEPS,
    OFFERS,
    REFRAINS,
    TO_COME,
)
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_FROM, _LATE = 0.2, 0.5
_MOST_LED, _MOST_TOLD, _LEAST_DECLINED = 30, 125, 8


def negotiated(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each step that took several turns, as both left it; the units of its moves are added to `used`."""
    yield from _told_of(reading, used, several=True)


def promised(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What a client says in one turn that they will surely do, or not, where nothing else has told it."""
    yield from _told_of(reading, used, several=False)


def _told_of(reading: Reading, used: set[int], *, several: bool) -> Iterator[Statement]:
    units = reading.units
    turns = turns_of(units[int(len(units) * _FROM) :])
    matter = Matter()
    for put, reply in pairwise(turns):
        if not put.of_clinician or reply.of_clinician:
            continue
        move = move_of(put, _whole_reply(units, reply), matter, used)
        if matter.moves and move is not None and goes_on(matter, move):
            matter.moves.append(move)
            continue
        if move is None and asks_again(put.units):
            matter = Matter()  # it is told elsewhere, as it was put anew
            continue
        yield from _closed(reading, matter, move, used, several=several)
        matter = Matter([move] if move is not None and opens(move) else [])
    yield from _closed(reading, matter, None, used, several=several)


def _whole_reply(units: Sequence[Unit], reply: Turn) -> list[Unit]:
    """A client's turn with the mere yes or no that it begins with."""
    first = reply.units[0]
    said = takewhile(
        lambda unit: unit.turn == first.turn and unit.backchannel, reversed(units[: first.index])
    )
    return [*(unit for unit in reversed(list(said)) if read_answer(unit.exact) is not None), *reply.units]


def _closed(
    reading: Reading, matter: Matter, after: Move | None, used: set[int], *, several: bool
) -> Iterator[Statement]:
    """What a matter came to, with what the clinician says over of it in the turn behind."""
    moves = _without_tail(matter.moves)
    if not moves:
        return
    tail = matter.moves[len(moves) :]
    behind = tail[0].again if tail else after.again if after is not None else []
    late = moves[0].reply[0].index >= _LATE * len(reading.units)
    alone = len(moves) == 1 and not behind
    if alone is several or (alone and not _stands_alone(moves[0])):
        return
    if _is_settled(moves, behind, late=late):
        parts = _with_its_thing(reading, _parts(moves, behind), used)
    elif late and _is_declined(moves[-1]):
        parts = [moves[-1].put, moves[-1].reply]
    else:
        return
    told = [unit for part in parts for unit in part]
    if not told or not _says_enough(told):
        return
    used.update(unit.index for unit in told)
    used.update(unit.index for move in moves if move.taken for unit in (*move.put, *move.reply))
    yield replace(_told(reading, parts, moves), more=SETTLED_IS_WORTH * 2)


def _stands_alone(move: Move) -> bool:
    """Whether one answer settles a step: a promise, what is not to be done, or a refusal with its reason."""
    if move.stance is Stance.NO:
        return sum(unit.spoken_length for unit in move.reply) >= _LEAST_DECLINED
    said = {stem for unit in move.reply for stem in unit.stems}
    refrains = any(REFRAINS.match(unit.exact) for unit in move.put)
    if refrains and move.stance is Stance.YES:
        return bool(said) and said <= {stem for unit in move.put for stem in unit.stems}
    if move.stance is not Stance.WILL or surely(move.reply):
        return move.stance is Stance.WILL
    told = as_one(move.reply).exact
    return TO_COME.search(told) is not None or KEEPS.match(told) is not None or says_much(move.reply)


def _is_declined(move: Move) -> bool:
    """Whether something was offered in so many words, and refused."""
    if not move.put:
        return False
    last = move.put[-1]
    offers = OFFERS.search(last.exact) is not None and not any(is_of_now(unit.words) for unit in move.put)
    return move.stance is Stance.NO and move.does is Put.OFFERS and offers


def _without_tail(moves: Sequence[Move]) -> Sequence[Move]:
    """The moves without those at the end that make nothing of it."""
    kept = list(moves)
    while len(kept) > 1 and _adds_nothing(kept[-1]):
        kept.pop()
    return kept


def _adds_nothing(move: Move) -> bool:
    if move.stance is Stance.NO:
        return move.does is Put.ASKS_ON or (move.does is not Put.ELSE and names(move.put))
    if not move.taken:
        return True
    long = bool(move.put) and sum(unit.spoken_length for unit in move.put) > 2 * MOST_ON
    return move.does is Put.ELSE and move.stance is Stance.YES and long and not move.put[-1].question


def _last_word(moves: Sequence[Move], after: Sequence[Unit]) -> list[list[Unit]]:
    """What the clinician says over last, the fullest of it first, with what the client adds."""
    again = [move for at, move in enumerate(moves) if move.again and (at or not move.put or _sets_much(move))]
    full = max(again, key=lambda move: sum(len(unit.stems) for unit in move.again), default=None)
    told = [] if full is None else again[again.index(full) :]
    parts = [
        part for move in told for part in ((move.again,) if not _adds_to(move) else (move.again, move.reply))
    ]
    return [*parts, list(after)] if after else parts


def _adds_to(move: Move) -> bool:
    """Whether the client's words to what is said over belong to it, and are no mere thanks."""
    said = {stem for unit in move.reply for stem in unit.stems}
    same = said & {stem for unit in move.again for stem in unit.stems}
    return not move.put and (bool(same) or move.stance in {Stance.WILL, Stance.AMOUNT})


def _sets_much(move: Move) -> bool:
    """Whether what is said over counts up days or amounts before the clinician asks on."""
    return len(move.again) > 1 and any(AMOUNT.search(unit.exact) for unit in move.again)


def _is_settled(moves: Sequence[Move], behind: Sequence[Unit], *, late: bool) -> bool:
    if not moves[-1].taken:
        return False
    if not late:
        return any(promises(move.reply) for move in moves)
    will = any(move.stance is Stance.WILL for move in moves)
    offered = [move for move in moves if move.does is Put.OFFERS and move.taken]
    timed = any(AMOUNT.search(as_one(move.put).exact) for move in offered)
    again = [*(unit for move in moves for unit in move.again), *behind]
    return will or timed or any(AMOUNT.search(unit.exact) for unit in again)


def _parts(moves: Sequence[Move], behind: Sequence[Unit]) -> list[list[Unit]]:
    """What is told: the offer that was taken, the client's last word, and what was said over of that."""
    head = _head(moves)
    at = moves.index(head)
    key = next((move for move in reversed(moves[at:]) if move.stance is Stance.WILL), None)
    key = key or next((one for one in reversed(moves[at:]) if one.taken and (one.put or _adds_to(one))), head)
    put = head.put if head.does is not Put.ELSE or (head.put and head.put[-1].question) else []
    own = moves[max(moves.index(key), 1) :]  # what the first says over is of the matter before
    again = _last_word(own, behind)
    more = [
        part
        for move in moves[moves.index(key) + 1 :]
        if move.put and move.taken
        for part in (move.put, move.reply)
    ]
    last = [key.put if key is not head else [], key.reply, *more]
    if key is not head and any(ANOTHER_TIME.search(unit.exact) for unit in key.put):
        return _in_order([part for part in (key.reply, *again) if part])
    between = [move.reply for move in moves[at + 1 : moves.index(key)] if move.stance is Stance.WILL]
    for parts in (
        [put, head.reply, *between, *last, *again],
        [put, head.reply, *last, *again],
        [put, *last, *again],
        [put, key.reply, *more[-1:], *again],
        [put, key.reply, *more[-1:], *again[-1:]],
        [put, key.reply, *more[-1:]],
    ):
        said = [part for part in parts if part]
        if sum(unit.spoken_length for part in said for unit in part) <= _MOST_TOLD:
            break
    return _in_order(said)


def _with_its_thing(reading: Reading, parts: list[list[Unit]], used: set[int]) -> list[list[Unit]]:
    """With the client's words before, where the first of the parts only points at what they name."""
    if not parts or parts[0][0].speaking is not Speaking.CLINICIAN or not _only_points(parts[0]):
        return parts
    first = parts[0][0]
    before = [
        unit for unit in reading.units[max(0, first.index - 6) : first.index] if unit.turn == first.turn - 1
    ]
    said = [unit for unit in before if unit.speaking is Speaking.CLIENT and not unit.backchannel]
    while said and sum(unit.spoken_length for unit in said) > _MOST_LED:
        said.pop(0)
    told = any(
        unit.index in used or unit.risk_in_words or unit.question or not is_whole(unit) for unit in said
    )
    fits = names(said) and not told
    return [said, *parts] if fits else parts


def _to_its_end(unit: Unit) -> Unit:
    """A sentence without the "and" with which it breaks off."""
    ended = _LEFT_OFF.sub("", unit.exact)
    return replace(unit, exact=ended + ".") if ended != unit.exact and ended else unit


_LEFT_OFF = re.compile(r"(?:,? (?:and|or|so|but))?\s*(?:—|-|…|\.\.\.)$", re.IGNORECASE)


def _only_points(put: Sequence[Unit]) -> bool:
    """Whether what is put needs the words before it to say what, or who, it is about."""
    words = as_one(put).words
    return points_back(words) and (_SOMEBODY.search(words) is not None or not says_much(put))


_SOMEBODY = AnyCase(r"\b(?:he|she|him|her|they|them|his|their)\b")


def _head(moves: Sequence[Move]) -> Move:
    """The move that names what is to be done."""
    offers = [move for move in moves if move.does is Put.OFFERS and move.taken and names(move.put)]
    if offers:
        return offers[-1]
    asks = (move for move in moves if move.does not in {Put.ASKS_ON, Put.ELSE} and names(move.put))
    return next(asks, moves[0])


def _in_order(parts: Sequence[list[Unit]]) -> list[list[Unit]]:
    """The parts as they were said, no unit twice, what one of them said on end as one."""
    told = sorted(
        {unit.index: _to_its_end(unit) for part in parts for unit in part}.values(),
        key=lambda unit: unit.index,
    )
    return [list(turn) for _, turn in groupby(told, key=lambda unit: unit.turn)]


def _says_enough(told: Sequence[Unit]) -> bool:
    """Whether what is told names something to be done, and not by a pronoun alone."""
    return says_much(told) or (names(told) and not points_back(told[0].words))


def _told(reading: Reading, parts: Sequence[list[Unit]], moves: Sequence[Move]) -> Statement:
    """What each said in turn."""
    turns = [as_one(part) for part in parts]
    offered = {unit.index for move in moves if move.does is Put.OFFERS for unit in move.put}
    clinician, text = reading.fallback.clinician, ""
    before = None
    for part, one in zip(parts, turns, strict=True):
        if one.speaking is Speaking.CLIENT:
            then = " then" if before is one.speaking else ""
            text += (
                f" {reading.terms_for(one).client}{then} {'answered' if text else 'stated'}: {quoted(one)}"
            )
        else:
            says = "answered" if before is Speaking.CLIENT else "stated"
            asks = "suggested" if part[-1].index in offered else "asked" if part[-1].question else says
            then = " then" if before is one.speaking else ""
            text += f" {clinician}{then} {asks}: {quoted(one)}"
        before = one.speaking
    return made(reading, Kind.PLAN, whole(text.strip()), tuple(turns))
