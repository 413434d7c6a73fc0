"""A step that comes about over several short turns: what was put, what the client makes of it, how it stands.

"Bin, then your own sandwich." "That I can do." "Every day?" "Not Thursday." "Four, then, and no tissue."
Nobody says that now a plan is made, and few of the turns are questions. What stands is the last offer that
was taken, the client's word on it, and what the clinician says over of that; stages between fall away.
What was put and refused, with nothing in its place, is told as declined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby, pairwise, takewhile, zip_longest

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.negotiated_words import (
    AMOUNT,
    ASKS_AHEAD,
    ASKS_ON,
    FEELS_ABOUT,
    HEADS_AWAY,
    NO_OFFER,
    OFFERS,
    REFRAINS,
    REFUSES,
    SURELY_WILL,
    THING_ON,
    TO_COME,
    WAS,
    WILL,
    YES,
)
from live_notes.drafting.embedded.planning.no_step_words import sets_nothing
from live_notes.drafting.embedded.planning.plan_time_words import ASKS_OF_A_STEP, STOPS, TAKES_UP
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import asks_for_a_step, asks_if_it_were, asks_what_hinders
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_FROM, _LATE = 0.2, 0.5
_MOST_PUT, _MOST_REPLY, _MOST_LED, _MOST_TOLD = 45, 52, 30, 125
_LEAST_NAMED, _LEAST_AGAIN, _MOST_BEHIND = 2, 3, 2
_MOST_AMOUNT, _MOST_BARE, _MOST_ON, _MOST_HEAD = 45, 6, 9, 3
_DAYS = AnyCase(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_BREAKS_OFF = ("—", "-", "…", "...")


class _Put(Enum):
    """What a clinician's turn does with a step."""

    OFFERS = auto()
    ASKS = auto()
    ASKS_ON = auto()
    NAMES = auto()
    ELSE = auto()


class _Stance(Enum):
    """What a client's turn makes of it."""

    WILL = auto()
    YES = auto()
    AMOUNT = auto()
    ASKS_BACK = auto()
    NO = auto()
    ELSE = auto()


_TAKES = frozenset((_Stance.WILL, _Stance.YES, _Stance.AMOUNT))
_OPENS = {
    _Put.OFFERS: frozenset(_Stance),
    _Put.ASKS: frozenset(_Stance),
    _Put.ASKS_ON: frozenset((_Stance.WILL,)),
    _Put.NAMES: frozenset((_Stance.WILL, _Stance.ASKS_BACK)),
}
"""What each must be answered with to begin what may become a step."""


@dataclass(frozen=True)
class _Move:
    """A clinician's turn and the client's next: what it says over, what it puts, and what is made of it."""

    again: list[Unit]
    put: list[Unit]
    does: _Put
    reply: list[Unit]
    stance: _Stance

    @property
    def taken(self) -> bool:
        """Whether the client takes it, or says how much of it."""
        return self.stance in _TAKES

    def __repr__(self) -> str:
        return f"<Move {self.does.name} {self.stance.name}>"


@dataclass
class _Matter:
    """The moves about one step so far."""

    moves: list[_Move] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Matter {len(self.moves)} moves>"

    @property
    def stems(self) -> set[str]:
        """What has been named in it."""
        said = (unit for move in self.moves for unit in (*move.again, *move.put, *move.reply))
        return {stem for unit in said for stem in unit.stems}


def negotiated(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each step as both left it; the units of its moves are added to `used`."""
    units = reading.units
    turns = turns_of(units[int(len(units) * _FROM) :])
    matter = _Matter()
    for put, reply in pairwise(turns):
        if not put.of_clinician or reply.of_clinician:
            continue
        move = _move(put, _whole_reply(units, reply), matter, used)
        if matter.moves and move is not None and _goes_on(matter, move):
            matter.moves.append(move)
            continue
        yield from _closed(reading, matter, move, used)
        matter = _Matter([move] if move is not None and _opens(move) else [])
    yield from _closed(reading, matter, None, used)


def _whole_reply(units: Sequence[Unit], reply: Turn) -> list[Unit]:
    """A client's turn with the mere yes or no that it begins with."""
    first = reply.units[0]
    said = takewhile(lambda unit: unit.turn == first.turn and unit.backchannel, reversed(units[: first.index]))
    return [*(unit for unit in reversed(list(said)) if read_answer(unit.exact) is not None), *reply.units]


def _move(put: Turn, reply: Sequence[Unit], matter: _Matter, used: set[int]) -> _Move | None:
    """A pair of turns read as a move; None where it is told elsewhere, of risk, or books."""
    said = _first_of(reply, _MOST_REPLY)
    own = [unit for unit in put.units if not TAKES_UP.match(unit.exact)]
    told = [*own[-3:], *said]
    if any(unit.risk_in_words or (unit.index in used and not _lists_days(unit, matter)) for unit in told):
        return None
    if any(_NEXT_TIME.search(unit.exact) or _books(unit) for unit in own):
        return None
    again = _said_over(own, matter, said)
    rest = own[len(again) :]
    does = _does(rest)
    put_now, stance = _put_in(rest, does), _stance(said, [*again, *rest])
    if stance is _Stance.WILL and does is _Put.ELSE and rest and not _surely(said):
        stance = _Stance.ELSE
    if stance is _Stance.ELSE and does in {_Put.ASKS, _Put.ASKS_ON} and _is_bare(said[:1]):
        stance = _Stance.AMOUNT
    return _Move(again, put_now, does, said, stance)


def _books(unit: Unit) -> bool:
    return IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None


def _lists_days(unit: Unit, matter: _Matter) -> bool:
    """Whether days are counted up in the middle of a matter: they are its days, and no appointment."""
    return bool(matter.moves) and not unit.question and len(list(_DAYS.finditer(unit.exact))) > 1


def _first_of(units: Sequence[Unit], most: int) -> list[Unit]:
    """As much of a turn as can be quoted."""
    kept: list[Unit] = []
    for unit in units:
        if kept and sum(one.spoken_length for one in (*kept, unit)) > most:
            break
        kept.append(unit)
    return kept


def _said_over(own: Sequence[Unit], matter: _Matter, reply: Sequence[Unit]) -> list[Unit]:
    """What a clinician's turn says over of the matter before it puts anything new."""
    if not matter.moves:
        return []
    before, kept = matter.stems, list[Unit]()
    for unit, after in zip_longest(own, own[1:]):
        if not (is_whole(unit) or _finished_by(unit, reply)) or _is_else(unit):
            break
        named = set(unit.stems)
        same = len(named & before) * 2 >= len(named) if _CLAUSE.search(unit.exact) else named & before
        again = bool(named and same) or _DAYS.search(unit.exact) is not None
        adds = bool(kept) and not (after is not None and after.question) and not _CLAUSE.search(unit.exact)
        if unit.question and not (kept and again and after is None and not _CLAUSE.search(unit.exact)):
            break
        bare = unit.spoken_length <= _MOST_HEAD and not _CLAUSE.search(unit.exact) and not unit.question
        if not (again or adds or bare or not named) or _offers(unit, named - before):
            break
        kept.append(unit)
    says = {stem for unit in kept for stem in unit.stems}
    return kept if says & before or any(AMOUNT.search(unit.exact) for unit in kept) else []


_CLAUSE = AnyCase(r"\b(?:i|you|we|he|she|they|it|that)(?:'\w+)? [a-z]+|\b(?:would|could|can|will|do|does|is|are)\b")
"""Has a subject and its verb."""


def _offers(unit: Unit, new: set[str]) -> bool:
    """Whether a sentence puts something that was not in the matter."""
    return bool(new) and (OFFERS.search(unit.exact) is not None or _orders(unit))


def _finished_by(unit: Unit, reply: Sequence[Unit]) -> bool:
    """Whether a sentence that breaks off is ended by the client: "and—" "And no phone"."""
    goes_on = reply[0].exact.lower().startswith(("and", "or", "plus"))
    return goes_on and unit.exact.rstrip().endswith(_BREAKS_OFF)


def _is_else(unit: Unit) -> bool:
    told = STOPS.match(unit.words) or _THANKS.match(unit.exact) or WAS.search(unit.words) or sets_nothing(unit.words)
    return bool(told) or is_of_now(unit.words)


_THANKS = AnyCase(
    r"^(?:\w+[,.] )?(?:thank|thanks|sorry|fair|good luck|i'll ask you|there(?:'s| was| is)|now|tell me|next time|i don't|i'm|you're)\b"
)
"""Goes over to something else."""
_NEXT_TIME = AnyCase(
    r"\b(?:when(?:'ll| will| shall| can)? (?:we meet|i see|i get)|when(?:'ll| will| shall| can) (?:we|i)|(?:see|get|have|fit) you (?:back|again|next|in|on)|usually next"
    r"|next time, |our next|same time|pencil|(?:you to |you )come (?:back|in|see))\b"
)
"""Looks for a day to meet."""


def _does(rest: Sequence[Unit]) -> _Put:
    """What the part of a turn does that is not said over."""
    if not rest:
        return _Put.ELSE
    last = _asked(rest)[0]
    felt = NO_OFFER.search(last.exact) and not FEELS_ABOUT.search(last.exact) and not ASKS_ON.search(last.exact)
    if asks_if_it_were(last.words) or asks_what_hinders(last.words) or felt or is_of_now(last.words):
        return _Put.ELSE
    if not (is_whole(last) or last.exact.rstrip().endswith(_BREAKS_OFF)):
        return _Put.ELSE
    if last.question:
        return _asking(last)
    offered = [unit for unit in rest[-_MOST_BEHIND:] if _is_offered(unit)]
    now = any(is_of_now(unit.words) for unit in rest[-_MOST_BEHIND:])
    return _Put.OFFERS if offered and not now and (last in offered or not _is_else(last)) else _Put.ELSE


def _asked(rest: Sequence[Unit]) -> list[Unit]:
    """The last sentence of a turn; a question with the few words that are asked after it: "..? The big one?"."""
    last = rest[-1:]
    before = rest[-2] if len(rest) > 1 else None
    bare = last[0].question and last[0].spoken_length <= _MOST_HEAD and not _CLAUSE.search(last[0].exact)
    return [before, *last] if before is not None and before.question and bare else list(last)


def _is_offered(unit: Unit) -> bool:
    """Whether a sentence puts something to the client without asking."""
    if NO_OFFER.search(unit.exact) or is_of_now(unit.words) or sets_nothing(unit.words):
        return False
    return bool(OFFERS.search(unit.exact) or REFRAINS.match(unit.exact)) or _orders(unit)


def _asking(last: Unit) -> _Put:
    if OFFERS.search(last.exact) or _orders(last):
        return _Put.OFFERS
    on = ASKS_ON.search(last.exact) is not None
    ahead = ASKS_AHEAD.search(last.exact) or asks_for_a_step(last.words) or ASKS_OF_A_STEP.search(last.words)
    if ahead and (_names([last]) or not on):
        return _Put.ASKS
    if on:
        return _Put.ASKS_ON
    return _Put.NAMES if THING_ON.match(last.exact) else _Put.ELSE


def _orders(unit: Unit) -> bool:
    """Whether a clause of a sentence without a subject is an order: "bin, then make your own"."""
    return any(is_order(found["verb"]) for found in _ORDERED.finditer(unit.exact))


_ORDERED = AnyCase(
    r"(?:^|, )(?:(?:and|then|so|or|just|maybe|first|please|also|okay|do we|shall we)[, ]+)*"
    r"(?P<verb>[a-z]+)(?: (?:going|on|by))* (?:your|the|a|an|it|them|that|this|with|at|up|one|by)\b"
)


def _put_in(rest: Sequence[Unit], does: _Put) -> list[Unit]:
    """The offer or question of a turn, with the sentences before it that it needs."""
    kept = _asked(rest) if rest else []
    if does in {_Put.ELSE, _Put.NAMES}:
        return kept
    for unit in reversed(rest[: len(rest) - len(kept)]):
        asked = unit.question and not (len(kept) == 1 and not kept[0].question and OFFERS.search(unit.exact))
        offers = does is _Put.OFFERS and (_is_offered(unit) or not _CLAUSE.search(unit.exact))
        needed = offers or points_back(kept[0].words) or len(kept[0].stems) < _LEAST_NAMED
        long = sum(one.spoken_length for one in (*kept, unit)) > _MOST_PUT
        asked = asked or (STOPS.match(unit.words) is not None and not _is_offered(unit))
        if not needed or asked or long or not is_whole(unit) or _THANKS.match(unit.exact) or WAS.search(unit.words):
            break
        kept.insert(0, unit)
    return kept


def _stance(said: Sequence[Unit], put: Sequence[Unit]) -> _Stance:
    """What a client makes of what was put."""
    first, whole_of_it = said[0].exact, as_one(said)
    ahead = [unit for unit in said if not HEADS_AWAY.search(unit.exact) and not unit.question]
    if not is_whole(said[-1]):
        return _Stance.ASKS_BACK if said[-1].question else _Stance.ELSE
    named = {stem for unit in put for stem in unit.stems}
    echoes = bool(said[0].stems) and set(said[0].stems) <= named
    if any(WILL.search(unit.exact) for unit in ahead if not REFUSES.match(unit.exact)):
        return _Stance.WILL
    if echoes and said[0].spoken_length <= _MOST_BARE and not said[0].question:
        return _Stance.YES
    if REFUSES.match(first):
        return _Stance.NO
    if said[-1].question:
        return _Stance.ASKS_BACK
    if YES.match(first) or echoes:
        return _Stance.YES
    says = AMOUNT.search(whole_of_it.exact) and not WAS.search(whole_of_it.exact)
    return _Stance.AMOUNT if says and whole_of_it.spoken_length <= _MOST_AMOUNT else _Stance.ELSE


def _is_bare(said: Sequence[Unit]) -> bool:
    """Whether an answer only names what it is asked for: "Food."."""
    told = as_one(said)
    fits = bool(told.stems) and told.spoken_length <= _MOST_BARE and not told.question
    return fits and not REFUSES.match(told.exact) and not WAS.search(told.exact)


def _opens(move: _Move) -> bool:
    return move.stance in _OPENS.get(move.does, ()) or _promises(move.reply)


def _surely(reply: Sequence[Unit]) -> bool:
    """Whether the client says without a doubt what they will do."""
    return any(SURELY_WILL.search(unit.exact) and not HEADS_AWAY.search(unit.exact) for unit in reply)


def _promises(reply: Sequence[Unit]) -> bool:
    """Whether the client says what they will do, and when."""
    return _surely(reply) and TO_COME.search(as_one(reply).exact) is not None


def _goes_on(matter: _Matter, move: _Move) -> bool:
    """Whether a move is about the same step as those before it: it names nothing new, or something of it."""
    last = matter.moves[-1]
    if not move.put or last.stance is _Stance.ASKS_BACK or move.does is _Put.ASKS_ON:
        return True
    if move.does is _Put.ELSE and last.does is _Put.ELSE and not (move.taken or last.taken):
        return False
    before = matter.stems
    named = {stem for unit in move.put for stem in unit.stems}
    if named & before:
        return True
    asked = as_one([unit for unit in move.put if unit.question] or move.put)
    if asked.question and _OF_IT.search(asked.exact) and not NO_OFFER.search(asked.exact):
        return True
    asks = move.put[-1].question and move.does is _Put.ELSE and not NO_OFFER.search(move.put[-1].exact)
    if asks and move.put[-1].spoken_length <= _MOST_BARE and not _TURNS_TO.match(move.put[0].exact):
        return True
    short = sum(unit.spoken_length for unit in move.put) <= _MOST_ON and not _TURNS_TO.match(move.put[0].exact)
    echo = len(move.put) == 1 and move.put[0].spoken_length <= _MOST_HEAD and not move.put[0].question
    return (short and len(named) <= 1) or echo


_OF_IT = AnyCase(r"\b(?:would|could|will|is|does|can|should|isn't|won't)(?: \w+)? (?:that|it|this)\b")
"""Asks of what was just said."""
_TURNS_TO = AnyCase(r"^(?:and|now|so|then|okay|right|or)?,? ?(?:(?:what|how) about |there's )?(?:the|your) (?!\w+ one)\w+")
"""Names the next thing."""


def _closed(reading: Reading, matter: _Matter, after: _Move | None, used: set[int]) -> Iterator[Statement]:
    """What a matter came to, with what the clinician says over of it in the turn behind."""
    moves = _without_tail(matter.moves)
    if not moves:
        return
    tail = matter.moves[len(moves) :]
    behind = tail[0].again if tail else after.again if after is not None else []
    late = moves[0].reply[0].index >= _LATE * len(reading.units)
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


def _is_declined(move: _Move) -> bool:
    """Whether something was offered in so many words, and refused."""
    if not move.put:
        return False
    last = move.put[-1]
    offers = OFFERS.search(last.exact) is not None and not any(is_of_now(unit.words) for unit in move.put)
    return move.stance is _Stance.NO and move.does is _Put.OFFERS and offers


def _without_tail(moves: Sequence[_Move]) -> Sequence[_Move]:
    """The moves without those at the end that make nothing of it."""
    kept = list(moves)
    while len(kept) > 1 and _adds_nothing(kept[-1]):
        kept.pop()
    return kept


def _adds_nothing(move: _Move) -> bool:
    if move.does is _Put.ASKS_ON:
        return not move.taken
    if move.does is not _Put.ELSE or not move.put or move.stance is _Stance.WILL:
        return move.does is _Put.ELSE and move.stance is _Stance.ELSE
    long = not move.put[-1].question and sum(unit.spoken_length for unit in move.put) > 2 * _MOST_ON
    return long or (not move.taken and move.stance is not _Stance.NO)


def _last_word(moves: Sequence[_Move], after: Sequence[Unit]) -> list[list[Unit]]:
    """What the clinician says over from the client's last word on, the fullest first, with what is added to it."""
    again = [move for at, move in enumerate(moves) if move.again and (at or not move.put)]
    full = max(again, key=lambda move: sum(len(unit.stems) for unit in move.again), default=None)
    told = [] if full is None else again[again.index(full) :]
    parts = [part for move in told for part in ((move.again,) if move.put else (move.again, move.reply))]
    return [*parts, list(after)] if after else parts


def _is_settled(moves: Sequence[_Move], behind: Sequence[Unit], *, late: bool) -> bool:
    if not moves[-1].taken:
        return False
    if not late:
        return any(_promises(move.reply) for move in moves)
    will = any(move.stance is _Stance.WILL for move in moves)
    offered = [move for move in moves if move.does is _Put.OFFERS and move.taken]
    timed = any(AMOUNT.search(as_one(move.put).exact) for move in offered)
    again = [*(unit for move in moves for unit in move.again), *behind]
    return will or timed or any(AMOUNT.search(unit.exact) for unit in again)


def _parts(moves: Sequence[_Move], behind: Sequence[Unit]) -> list[list[Unit]]:
    """What is told: the offer that was taken, the client's last word on it, and what was said over of that."""
    head = _head(moves)
    at = moves.index(head)
    key = next((move for move in reversed(moves[at:]) if move.stance is _Stance.WILL), None)
    key = key or next((move for move in reversed(moves[at:]) if move.taken), head)
    put = head.put if head.does is not _Put.ELSE or (head.put and head.put[-1].question) else []
    again = _last_word(moves[moves.index(key) :], behind)
    last = [key.put if key is not head else [], key.reply]
    for parts in (
        [put, head.reply, *last, *again],
        [put, *last, *again],
        [put, key.reply, *again],
        [put, key.reply, *again[-1:]],
        [put, key.reply],
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
    before = [unit for unit in reading.units[max(0, first.index - 6) : first.index] if unit.turn == first.turn - 1]
    said = [unit for unit in before if unit.speaking is Speaking.CLIENT and not unit.backchannel]
    while said and sum(unit.spoken_length for unit in said) > _MOST_LED:
        said.pop(0)
    told = any(unit.index in used or unit.risk_in_words or unit.question or not is_whole(unit) for unit in said)
    fits = _names(said) and not told
    return [said, *parts] if fits else parts


def _to_its_end(unit: Unit) -> Unit:
    """A sentence without the "and" with which it breaks off."""
    ended = _LEFT_OFF.sub("", unit.exact)
    return replace(unit, exact=ended + ".") if ended != unit.exact and ended else unit


_LEFT_OFF = re.compile(r"(?:,? (?:and|or|so|but))?\s*(?:—|-|…|\.\.\.)$", re.IGNORECASE)


def _only_points(put: Sequence[Unit]) -> bool:
    """Whether what is put needs the words before it to say what, or who, it is about."""
    words = as_one(put).words
    return points_back(words) and (_SOMEBODY.search(words) is not None or not _says_much(put))


def _says_much(units: Sequence[Unit]) -> bool:
    return len({stem for unit in units for stem in unit.stems}) > _LEAST_AGAIN


_SOMEBODY = AnyCase(r"\b(?:he|she|him|her|they|them|his|their)\b")


def _head(moves: Sequence[_Move]) -> _Move:
    """The move that names what is to be done."""
    offers = [move for move in moves if move.does is _Put.OFFERS and move.taken and _names(move.put)]
    if offers:
        return offers[-1]
    asks = (move for move in moves if move.does not in {_Put.ASKS_ON, _Put.ELSE} and _names(move.put))
    return next(asks, moves[0])


def _names(units: Sequence[Unit]) -> bool:
    return len({stem for unit in units for stem in unit.stems}) >= _LEAST_NAMED


def _in_order(parts: Sequence[list[Unit]]) -> list[list[Unit]]:
    """The parts as they were said, no unit twice, what one of them said on end as one."""
    told = sorted(
        {unit.index: _to_its_end(unit) for part in parts for unit in part}.values(), key=lambda unit: unit.index
    )
    return [list(turn) for _, turn in groupby(told, key=lambda unit: unit.turn)]


def _says_enough(told: Sequence[Unit]) -> bool:
    """Whether what is told names something to be done, and not by a pronoun alone."""
    return _says_much(told) or (_names(told) and not points_back(told[0].words))


def _told(reading: Reading, parts: Sequence[list[Unit]], moves: Sequence[_Move]) -> Statement:
    """What each said in turn."""
    turns = [as_one(part) for part in parts]
    offered = {unit.index for move in moves if move.does is _Put.OFFERS for unit in move.put}
    clinician, text = reading.fallback.clinician, ""
    before = None
    for part, one in zip(parts, turns, strict=True):
        if one.speaking is Speaking.CLIENT:
            text += f" {reading.terms_for(one).client} {'answered' if text else 'stated'}: {quoted(one)}"
        else:
            asks = "suggested" if part[-1].index in offered else "asked" if part[-1].question else "stated"
            then = " then" if before is one.speaking else ""
            text += f" {clinician}{then} {asks}: {quoted(one)}"
        before = one.speaking
    return made(reading, Kind.PLAN, whole(text.strip()), tuple(turns))
