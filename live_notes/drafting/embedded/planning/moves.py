"""What a clinician's turn does with a step, and what the client makes of it: the moves of a negotiation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import zip_longest

from live_notes.drafting.embedded.acting.acts import IN_THE_MIND
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.hearing.turns import Turn, quotable_part
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.negotiated_words import (
    AMOUNT,
    ANOTHER_TIME,
    ASKS_AHEAD,
    ASKS_ON,
    DATED,
    FEELS_ABOUT,
    FELT,
    HEADS_AWAY,
    INFORMS,
    NEXT_MEETING,
    NO_OFFER,
    OF_IT,
    OFFERS,
    REFRAINS,
    REFUSES,
    SURELY_WILL,
    THING_ON,
    TO_COME,
    TURNS_AWAY,
    TURNS_TO,
    WAS,
    WILL,
    YES,
)
from live_notes.drafting.embedded.planning.no_step_words import sets_nothing
from live_notes.drafting.embedded.planning.plan_time_words import ASKS_OF_A_STEP, STOPS, TAKES_UP
from live_notes.drafting.embedded.planning.settling import asks_for_a_step, asks_if_it_were, asks_what_hinders
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.language.any_case import AnyCase

_MOST_PUT, _MOST_REPLY = 45, 52
LEAST_NAMED, _LEAST_AGAIN, _MOST_BEHIND = 2, 3, 2
_MOST_AMOUNT, _MOST_BARE, MOST_ON, _MOST_HEAD = 45, 6, 9, 3
_DAYS = AnyCase(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_BREAKS_OFF = ("—", "-", "…", "...")


class Put(Enum):
    """What a clinician's turn does with a step."""

    OFFERS = auto()
    ASKS = auto()
    ASKS_ON = auto()
    NAMES = auto()
    ELSE = auto()


class Stance(Enum):
    """What a client's turn makes of it."""

    WILL = auto()
    YES = auto()
    AMOUNT = auto()
    ASKS_BACK = auto()
    NO = auto()
    ELSE = auto()


_TAKES = frozenset((Stance.WILL, Stance.YES, Stance.AMOUNT))
_OPENS = {
    Put.OFFERS: frozenset(Stance),
    Put.ASKS: frozenset(Stance),
    Put.ASKS_ON: frozenset((Stance.WILL,)),
    Put.NAMES: frozenset((Stance.WILL, Stance.ASKS_BACK)),
}
"""What each must be answered with to begin what may become a step."""


@dataclass(frozen=True)
class Move:
    """A clinician's turn and the client's next: what it says over, what it puts, and what is made of it."""

    again: list[Unit]
    put: list[Unit]
    does: Put
    reply: list[Unit]
    stance: Stance

    @property
    def taken(self) -> bool:
        """Whether the client takes it, or says how much of it."""
        return self.stance in _TAKES

    def __repr__(self) -> str:
        return f"<Move {self.does.name} {self.stance.name}>"


@dataclass
class Matter:
    """The moves about one step so far."""

    moves: list[Move] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Matter {len(self.moves)} moves>"

    @property
    def stems(self) -> set[str]:
        """What has been named in it."""
        said = (unit for move in self.moves for unit in (*move.again, *move.put, *move.reply))
        return {stem for unit in said for stem in unit.stems}


def move_of(put: Turn, reply: Sequence[Unit], matter: Matter, used: set[int]) -> Move | None:
    """A pair of turns read as a move; None where it is told elsewhere, of risk, or books."""
    said = quotable_part(reply, _MOST_REPLY)
    own = [unit for unit in put.units if not TAKES_UP.match(unit.exact)]
    told = [*own[-3:], *said]
    if any(unit.risk_in_words or (unit.index in used and not _is_of_it(unit, matter)) for unit in told):
        return None
    if any(NEXT_MEETING.search(unit.exact) or INFORMS.search(unit.exact) or _books(unit) for unit in own):
        return None
    if next((unit for unit in said if not unit.backchannel), said[0]).exact[:1].islower():
        return None  # the end of what was interrupted
    again = _said_over(own, matter, said)
    rest = own[len(again) :]
    does = _does(rest)
    put_now, stance = _put_in(rest, does), _stance(said, [*again, *rest])
    if stance is Stance.WILL and does is Put.ELSE and rest and not surely(said):
        stance = Stance.ELSE
    if stance is Stance.ELSE and does in {Put.ASKS, Put.ASKS_ON} and _is_bare(said[:1]):
        stance = Stance.AMOUNT
    return Move(again, put_now, does, said, stance)


def _books(unit: Unit) -> bool:
    return IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None


def _is_of_it(unit: Unit, matter: Matter) -> bool:
    """Whether days counted up, or a few words, belong to the matter, though an appointment took them."""
    if not matter.moves or unit.question:
        return False
    short = unit.spoken_length <= _MOST_HEAD and IS_SLOT.search(unit.exact) is None
    return short or len(list(_DAYS.finditer(unit.exact))) > 1


def _said_over(own: Sequence[Unit], matter: Matter, reply: Sequence[Unit]) -> list[Unit]:
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
    if asks_again(matter.moves[-1].put) and not any(AMOUNT.search(unit.exact) for unit in kept):
        return []  # what could hinder it, said over
    return kept if says & before or any(AMOUNT.search(unit.exact) for unit in kept) else []


_CLAUSE = AnyCase(
    r"\b(?:i|you|we|he|she|they|it|that)(?:'\w+)? [a-z]+|\b(?:would|could|can|will|do|does|is|are)\b"
)
"""Has a subject and its verb."""


def _offers(unit: Unit, new: set[str]) -> bool:
    """Whether a sentence puts something that was not in the matter."""
    return bool(new) and (OFFERS.search(unit.exact) is not None or _orders(unit))


def _finished_by(unit: Unit, reply: Sequence[Unit]) -> bool:
    """Whether a sentence that breaks off is ended by the client: "and—" "And no phone"."""
    goes_on = reply[0].exact.lower().startswith(("and", "or", "plus"))
    return goes_on and unit.exact.rstrip().endswith(_BREAKS_OFF)


def _is_else(unit: Unit) -> bool:
    told = (
        STOPS.match(unit.words)
        or TURNS_AWAY.match(unit.exact)
        or WAS.search(unit.words)
        or sets_nothing(unit.words)
    )
    return bool(told) or is_of_now(unit.words) or unit.exact.rstrip(" .").endswith(", say")


def _does(rest: Sequence[Unit]) -> Put:
    """What the part of a turn does that is not said over."""
    if not rest:
        return Put.ELSE
    last = _asked(rest)[0]
    felt = (
        NO_OFFER.search(last.exact) and not FEELS_ABOUT.search(last.exact) and not ASKS_ON.search(last.exact)
    )
    if asks_if_it_were(last.words) or asks_what_hinders(last.words) or felt or is_of_now(last.words):
        return Put.ELSE
    if not (is_whole(last) or last.exact.rstrip().endswith(_BREAKS_OFF)):
        return Put.ELSE
    if last.question:
        return _asking(last)
    offered = [unit for unit in rest[-_MOST_BEHIND:] if _is_offered(unit)]
    now = any(is_of_now(unit.words) for unit in rest[-_MOST_BEHIND:])
    return Put.OFFERS if offered and not now and (last in offered or not _is_else(last)) else Put.ELSE


def _asked(rest: Sequence[Unit]) -> list[Unit]:
    """The last sentence of a turn; a question with the few words asked after it: "...? The big one?"."""
    last = rest[-1:]
    before = rest[-2] if len(rest) > 1 else None
    bare = last[0].question and last[0].spoken_length <= _MOST_HEAD and not _CLAUSE.search(last[0].exact)
    return [before, *last] if before is not None and before.question and bare else list(last)


def _is_offered(unit: Unit) -> bool:
    """Whether a sentence puts something to the client without asking."""
    if NO_OFFER.search(unit.exact) or is_of_now(unit.words) or sets_nothing(unit.words):
        return False
    return bool(OFFERS.search(unit.exact) or REFRAINS.match(unit.exact)) or _orders(unit)


def _asking(last: Unit) -> Put:
    if OFFERS.search(last.exact) or _orders(last):
        return Put.OFFERS
    on = ASKS_ON.search(last.exact) is not None or ANOTHER_TIME.search(last.exact) is not None
    ahead = ASKS_AHEAD.search(last.exact) or asks_for_a_step(last.words) or ASKS_OF_A_STEP.search(last.words)
    if ahead and (names([last]) or not on):
        return Put.ASKS
    if on:
        return Put.ASKS_ON
    return Put.NAMES if THING_ON.match(last.exact) else Put.ELSE


def _orders(unit: Unit) -> bool:
    """Whether a clause of a sentence without a subject is an order: "bin, then make your own"."""
    return any(is_order(found["verb"]) for found in _ORDERED.finditer(unit.exact))


_ORDERED = AnyCase(
    r"(?:^|, )(?:(?:and|then|so|or|just|maybe|first|please|also|okay|do we|shall we)[, ]+)*"
    r"(?P<verb>[a-z]+)(?: (?:going|on|by))* (?:your|the|a|an|it|them|that|this|with|at|up|one|by)\b"
)


def _put_in(rest: Sequence[Unit], does: Put) -> list[Unit]:
    """The offer or question of a turn, with the sentences before it that it needs."""
    kept = _asked(rest) if rest else []
    if does in {Put.ELSE, Put.NAMES}:
        return kept
    for unit in reversed(rest[: len(rest) - len(kept)]):
        asked = unit.question and not (len(kept) == 1 and not kept[0].question and OFFERS.search(unit.exact))
        offers = does is Put.OFFERS and (_is_offered(unit) or not _CLAUSE.search(unit.exact))
        needed = offers or points_back(kept[0].words) or len(kept[0].stems) < LEAST_NAMED
        long = sum(one.spoken_length for one in (*kept, unit)) > _MOST_PUT
        asked = asked or (STOPS.match(unit.words) is not None and not _is_offered(unit))
        asked = asked or not unit.stems or DATED.match(unit.exact) is not None
        if (
            not needed
            or asked
            or long
            or not is_whole(unit)
            or TURNS_AWAY.match(unit.exact)
            or WAS.search(unit.words)
        ):
            break
        kept.insert(0, unit)
    return kept


def _stance(said: Sequence[Unit], put: Sequence[Unit]) -> Stance:
    """What a client makes of what was put."""
    first, named = said[0], {stem for unit in put for stem in unit.stems}
    ahead = [unit for unit in said if not HEADS_AWAY.search(unit.exact) and not unit.question]
    echoes = bool(first.stems) and set(first.stems) <= named and not first.question
    if not is_whole(said[-1]):
        return Stance.ASKS_BACK if said[-1].question else Stance.ELSE
    if any(WILL.search(unit.exact) for unit in ahead if not REFUSES.match(unit.exact)):
        return Stance.WILL
    if REFUSES.match(first.exact) and not (echoes and first.spoken_length <= _MOST_BARE):
        return Stance.NO
    if echoes or (YES.match(first.exact) and not said[-1].question):
        return Stance.YES
    return _otherwise(said)


def _otherwise(said: Sequence[Unit]) -> Stance:
    """What neither takes nor refuses: asks back, says how much, or tells something else."""
    if said[-1].question:
        return Stance.ASKS_BACK
    told = as_one(said)
    says = AMOUNT.search(told.exact) and not WAS.search(told.exact)
    return Stance.AMOUNT if says and told.spoken_length <= _MOST_AMOUNT else Stance.ELSE


def _is_bare(said: Sequence[Unit]) -> bool:
    """Whether an answer only names what it is asked for: "Food."."""
    told = as_one(said)
    fits = bool(told.stems) and told.spoken_length <= _MOST_BARE and not told.question
    return fits and not REFUSES.match(told.exact) and not WAS.search(told.exact)


def opens(move: Move) -> bool:
    """Whether a move may be the first about a step."""
    said = [unit.words for unit in move.put]
    hinders = any(asks_what_hinders(one) or asks_if_it_were(one) or IN_THE_MIND.search(one) for one in said)
    return move.stance in _OPENS.get(move.does, ()) or (promises(move.reply) and not hinders)


def surely(reply: Sequence[Unit]) -> bool:
    """Whether the client says without a doubt what they will do."""
    return any(SURELY_WILL.search(unit.exact) and not HEADS_AWAY.search(unit.exact) for unit in reply)


def promises(reply: Sequence[Unit]) -> bool:
    """Whether the client says what they will do, and when."""
    return surely(reply) and TO_COME.search(as_one(reply).exact) is not None


def goes_on(matter: Matter, move: Move) -> bool:
    """Whether a move is about the same step as those before it: it names nothing new, or something of it."""
    last = matter.moves[-1]
    if last.stance is Stance.ASKS_BACK or move.does is Put.ASKS_ON or asks_again(move.put):
        return True
    if not move.put:
        return matter.moves[0].does is not Put.ELSE or last is matter.moves[0]
    if move.does is Put.ELSE and last.does is Put.ELSE and not last.taken:
        return False
    first = matter.moves[0]
    new = {stem for unit in move.put for stem in unit.stems}
    if first.does is Put.ELSE and not {stem for unit in first.reply for stem in unit.stems} & new:
        return False
    same, new = new & matter.stems, new - matter.stems
    closed = bool(last.again) and says_much([*last.again, *last.put])
    if move.does is not Put.ELSE and (
        (closed and len(new) >= LEAST_NAMED)
        or (move.does is Put.OFFERS and last.stance is Stance.WILL and new)
    ):
        return False
    return bool(same) or _asks_on(move) or (len(new) <= 1 and _is_short(move.put))


def asks_again(put: Sequence[Unit]) -> bool:
    """Whether a clinician asks what could hinder a step, or for another time: the answer may change it."""
    return any(asks_what_hinders(unit.words) or ANOTHER_TIME.search(unit.exact) for unit in put)


def _asks_on(move: Move) -> bool:
    """Whether a move is about what was just said, though it names nothing of it."""
    asked = as_one([unit for unit in move.put if unit.question] or move.put)
    if not asked.question:
        return len(move.put) == 1 and asked.spoken_length <= _MOST_HEAD
    if OF_IT.search(asked.exact) and not FELT.search(asked.exact):
        return True
    short = move.does is Put.ELSE and asked.spoken_length <= _MOST_BARE
    return short and not NO_OFFER.search(asked.exact) and not TURNS_TO.match(move.put[0].exact)


def _is_short(put: Sequence[Unit]) -> bool:
    return sum(unit.spoken_length for unit in put) <= MOST_ON and not TURNS_TO.match(put[0].exact)


def names(units: Sequence[Unit]) -> bool:
    """Whether words name something by themselves."""
    return len({stem for unit in units for stem in unit.stems}) >= LEAST_NAMED


def says_much(units: Sequence[Unit]) -> bool:
    """Whether words stand without those before them."""
    return len({stem for unit in units for stem in unit.stems}) > _LEAST_AGAIN
