"""What a client wants to reach, where the clinician says it over, or recalls it and the client does.

"What I want is just to swim in the sea again, and not count." "Swim in the sea, and not count." Who says a
wish over has heard a goal in it, though neither calls it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import Turn, quotable_part, turns_of
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.wish_words import NO_WISH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

_WANTS = AnyCase(
    r"(?:^|[,.;] |\b(?:and|but|so|because) )(?:(?:just|really|honestly) )*(?:(?:all|what|the (?:one"
    r"|only)? ?thing)"
    r" i (?:really |just )?want|that's all i want|i (?:just |really |only |still )*want (?!(?:you|him"
    r"|her|to (?:say"
    r"|ask|tell|know|go home|stop (?:here|there)|be clear|write))\b)|i(?:'d| would) (?:really "
    r"|just )?(?:love|like|sooner)"
    r" (?!you\b))"
)
"""Says what one wants."""
_SAID_ONCE = AnyCase(r"\byou (?:said|told me|wrote|put)[,:]? (?:that )?(?:[\"'“]?i want|you want(?:ed)?)\b")
"""Says what the client once wanted."""
_QUESTION_OF_PLAN = AnyCase(r"\b(?:this week|tonight|tomorrow|today|next week|right now|just now)\b")
_LEAST_SAME, _LEAST_OF_IT, _LEAST_AGAIN, _MOST, _MOST_AGAIN, _MOST_ADDED = 3, 0.6, 2, 55, 40, 14
_STILL = AnyCase(r"\bthat(?:'s| is) (?:still )?(?:it|the one|what i want|right)\b|\bi still (?:do|want)\b")
_SO = AnyCase(r"^(?:that's (?:it|what i said|right|the one|all)|yes|yeah|exactly|aye)\b")


def said_over(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The goals that were said over; their units are added to `used`."""
    turns = turns_of(reading.units)
    for at, (first, second) in enumerate(pairwise(turns)):
        parts = _wanted(first, second) if second.of_clinician else _recalled(first, second)
        if not parts or used & {unit.index for part in parts for unit in part}:
            continue
        last = turns[at + 2] if second.of_clinician and at + 2 < len(turns) else None
        parts = [*parts, *_confirmed(parts[-1], last, used)]
        used.update(unit.index for part in parts for unit in part)
        yield _told(reading, parts)


def _wanted(said: Turn, again: Turn) -> list[list[Unit]]:
    """What the client wants, and the clinician's words for it."""
    if said.of_clinician or not any(_wants(unit) for unit in said.units):
        return []
    heard = {stem for unit in said.units for stem in unit.stems}
    over = [unit for unit in again.units if _says(unit, heard)]
    if not over:
        return []
    rest = takewhile(lambda unit: unit in over or _adds(unit), again.units[again.units.index(over[0]) :])
    told, named = list(rest), {stem for unit in over for stem in unit.stems}
    same = {unit.index: len(named & set(unit.stems)) for unit in said.units}
    kept = [
        unit for unit in said.units if same[unit.index] >= _LEAST_SAME or (_wants(unit) and same[unit.index])
    ]
    first = kept[0].index if kept else 0
    kept = [unit for unit in said.units if unit in kept or (kept and _wants(unit) and unit.index > first)]
    of_it = sum(same[unit.index] for unit in kept) >= _LEAST_SAME
    between = [unit for unit in said.units if kept and kept[0].index <= unit.index <= kept[-1].index]
    kept = between if sum(unit.spoken_length for unit in between) <= _MOST else quotable_part(kept, _MOST)
    fits = of_it and all(is_whole(unit) and not unit.risk_in_words for unit in (*kept, *told))
    return [kept, told] if fits else []


def _wants(unit: Unit) -> bool:
    aside = NO_WISH.search(unit.exact) or _QUESTION_OF_PLAN.search(unit.exact)
    return _WANTS.search(unit.exact) is not None and not unit.question and not aside


def _adds(unit: Unit) -> bool:
    """Whether a sentence without a subject goes on with what was said over: "same as in spring"."""
    return not unit.question and unit.spoken_length <= _MOST_ADDED and _SOMEBODY.search(unit.exact) is None


_SOMEBODY = AnyCase(r"\b(?:i|you|we|that|it|there)\b")


def _says(unit: Unit, heard: set[str]) -> bool:
    """Whether a clinician's sentence has nothing but what they have just heard."""
    if unit.question or not is_whole(unit) or unit.spoken_length > _MOST_AGAIN:
        return False
    own = set(content_stems(unit.exact))
    same = own & heard
    return len(same) >= _LEAST_SAME and len(same) >= _LEAST_OF_IT * len(own)


def _recalled(put: Turn, said: Turn) -> list[list[Unit]]:
    """A wish that the clinician tells from another day, where the client says some of it again."""
    named = next((unit for unit in put.units if _SAID_ONCE.search(unit.exact) and is_whole(unit)), None)
    if named is None or not put.of_clinician or said.of_clinician or named.risk_in_words:
        return []
    reply = quotable_part(said.units, _MOST_AGAIN)
    same = set(named.stems) & {stem for unit in reply for stem in unit.stems}
    plain = not any(unit.question or unit.risk_in_words for unit in reply) and is_whole(as_one(reply))
    so = len(same) >= _LEAST_AGAIN or any(_STILL.search(unit.exact) for unit in reply)
    return [[named], reply] if so and plain and named.spoken_length <= _MOST else []


def _confirmed(again: Sequence[Unit], last: Turn | None, used: set[int]) -> list[list[Unit]]:
    """The client's few words to what was said over, where they say it is so."""
    if last is None or last.of_clinician:
        return []
    said = last.units[0]
    same = set(said.stems) & {stem for unit in again for stem in unit.stems}
    fits = said.spoken_length <= _MOST_ADDED and not said.question and said.index not in used
    return [[said]] if fits and (same or _SO.match(said.exact)) and not said.risk_in_words else []


def _told(reading: Reading, parts: Sequence[Sequence[Unit]]) -> Statement:
    """What each said in turn."""
    turns = [as_one(part) for part in parts]
    text = ""
    for one in turns:
        terms, by_client = reading.terms_for(one), one.speaking is Speaking.CLIENT
        if text:
            text += f" {terms.client if by_client else reading.fallback.clinician} answered: {quoted(one)}"
        else:
            who = terms.client_inside if by_client else reading.fallback.clinician_forms.subject
            text = f"Goal: {who} stated: {quoted(one)}"
    return made(reading, Kind.REPORT, whole(text), tuple(turns))
