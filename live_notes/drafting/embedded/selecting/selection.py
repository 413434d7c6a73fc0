"""Which statements a note keeps: the worthiest of all, none twice, all risk, and something of every kind.

A note has a budget of words. Each kind of statement first gets a share for itself, so that a short plan is
not crowded out by a long report; what is left goes to whatever is worth most.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.persons.referents import can_be
from live_notes.drafting.embedded.selecting.floors import with_floors
from live_notes.drafting.embedded.telling.repeated import told_once, told_whole
from live_notes.drafting.formats import Kind, SectionPlan, place
from live_notes.drafting.preferences import Detail

_ALIKE = 0.6
_LEAST = {Detail.CONCISE: 120, Detail.INTERMEDIATE: 340, Detail.DETAILED: 480}
_MOST = {Detail.CONCISE: 200, Detail.INTERMEDIATE: 600, Detail.DETAILED: 900}
_SHARE = {Detail.CONCISE: 0.12, Detail.INTERMEDIATE: 0.4, Detail.DETAILED: 0.48}
_LEAST_OF_TALK = {Detail.CONCISE: 120, Detail.INTERMEDIATE: 260, Detail.DETAILED: 400}
_MOST_OF_TALK = {Detail.CONCISE: 200, Detail.INTERMEDIATE: 450, Detail.DETAILED: 750}
_SHARE_OF_TALK = {Detail.CONCISE: 0.12, Detail.INTERMEDIATE: 0.25, Detail.DETAILED: 0.36}
"""A visit is written down finding by finding, talk is summed up (`bodily`)."""
_ROUNDS = 4
"""How often what points at nothing makes room for others."""
_NEAR = 2
"""Units of the transcript between a sentence that only points and the one that names what it points at."""
_AT_ONCE = 1
_POINTING = frozenset(("this", "that", "these", "those"))
"""What points at the very sentence before it, and at nothing earlier."""
_OF_CLINICIAN = frozenset((Kind.INTERVENTION, Kind.PLAN))
_LEAST_WORTH = 0.38
"""What is worth less only fills the room that is left."""
_LEAST_TOLD = 0.46
_LEAST_IN_TALK = {Kind.PLAN: 0.45, Kind.INTERVENTION: 0.3}
_HALF, _ENOUGH, _WEIGHTY = 0.5, 200, 0.6
"""Worths in talk under which a sentence was seldom wanted: one in twelve of those that must stand, four in
five of those that do not belong; of next steps one in thirty, two in three. They count where the session is
more talk than visit, and the others make a note of that many words."""
_ROOM_FOR_WEIGHT = 1.2
"""How far a note of talk may outgrow that of a visit for weighty things. Of forty rated sessions it holds 545
of 623 sentences that must stand, 526 without; of what it adds a fifth was better left out, as of the rest."""
_QUOTED = re.compile(r'"([^"]+)"')
_OWN_SHARE = {
    Kind.INTERVENTION: 0.25,
    Kind.OBSERVATION: 0.1,
    Kind.FORMULATION: 0.1,
    Kind.RESPONSE: 0.24,
    Kind.REPORT: 0.25,
}
"""Of the budget, what each kind may use before the kinds compete."""
_ALL, _MOST_OF_STEPS = sys.maxsize, 0.3
"""Next steps are few and each one matters: none is left out for want of room, nor crowds out the rest."""


_MANY_SECTIONS = 7
_OF_MANY_SECTIONS = 2.0
"""An intake or a protocol is read section by section: it needs more words for the same session."""


_OF_BOTH_SIDES, _AT_MOST = 1.35, 1.1
"""So does a note that tells what the clinician did and how the client took it; a long one hardly more."""


def _words_for(plans: Sequence[SectionPlan], detail: Detail, spoken_words: int, bodily: float) -> int:
    words = budget(detail, spoken_words, bodily)
    if len(plans) >= _MANY_SECTIONS:
        return round(words * _OF_MANY_SECTIONS)
    if not any(plan.kinds == _DONE for plan in plans):
        return words
    most = _between(_MOST_OF_TALK[detail], _MOST[detail], bodily)
    return round(min(words * _OF_BOTH_SIDES, most * _AT_MOST))


_DONE = frozenset((Kind.INTERVENTION, Kind.FORMULATION))
"""What stands in a section for interventions alone."""


@dataclass(frozen=True)
class Room:
    """Words that a note may have, and those it may have at most where weighty things would be left out."""

    words: int
    most: int


def select(
    statements: Sequence[Statement],
    plans: Sequence[SectionPlan],
    detail: Detail,
    spoken_words: int,
    bodily: float = 1.0,
) -> list[list[Statement]]:
    """The statements of each section, in order of time; each stands in the first section that takes it.

    `bodily`: from 0, a session of talk, to 1, a visit to a doctor.
    """
    placed = [(s, at) for s in statements for at in [_section_of(s, plans)] if at is not None]
    words = _words_for(plans, detail, spoken_words, bodily)
    if any(s.authored for s in statements):
        words = max(words, _MOST[detail] if detail is Detail.CONCISE else written_in(statements))
    most = round(_words_for(plans, detail, spoken_words, bodily=1.0) * _ROOM_FOR_WEIGHT)
    room = Room(words, max(words, most))
    for _ in range(_ROUNDS):
        chosen = _chosen(placed, plans, room, statements)
        left = [orphan for section in chosen for orphan in _orphans(section)]
        if not left:
            break
        placed = [(s, at) for s, at in placed if s not in left]
    standing = _without_quoted_twice([_standing(section) for section in chosen])
    return told_once([[told_whole(one) for one in section] for section in standing])


def _without_quoted_twice(sections: list[list[Statement]]) -> list[list[Statement]]:
    """The sections without what shows an intervention by a score that another section tells.

    Where it is all that was done, it stays: that nothing was done would be untrue.
    """
    scores = [one for section in sections for one in section if one.kind is Kind.OBSERVATION]
    twice = [
        one for section in sections for one in section if any(_is_told_in(one, other) for other in scores)
    ]
    done = [
        one for section in sections for one in section if one.kind is Kind.INTERVENTION and one not in twice
    ]
    return [[one for one in section if one not in twice] for section in sections] if done else sections


def _chosen(
    placed: Sequence[tuple[Statement, int]],
    plans: Sequence[SectionPlan],
    room: Room,
    offered: Sequence[Statement],
) -> list[list[Statement]]:
    kept = _best([s for s, _ in placed], room)
    kept += with_floors([s for s, _ in placed], kept, offered)
    kept += _of_empty([(s, at) for s, at in placed if s not in kept], {at for s, at in placed if s in kept})
    return [
        _in_order([s for s, at in placed if at == section and s in kept], plan.most)
        for section, plan in enumerate(plans)
    ]


def _of_empty(left: Sequence[tuple[Statement, int]], filled: set[int]) -> list[Statement]:
    """The worthiest of each section that would say that nothing was said: something was."""
    best: dict[int, Statement] = {}
    for statement, at in left:
        if at not in filled and (at not in best or statement.score > best[at].score):
            best[at] = statement
    return list(best.values())


def _orphans(section: Sequence[Statement]) -> list[Statement]:
    """The statements that point at what the one before them in the note does not hold."""
    found: list[Statement] = []
    before: Statement | None = None
    for statement in section:
        if statement.points and not statement.must and not _holds(before, statement):
            found.append(statement)
            continue
        before = statement
    return found


def _holds(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence names, shortly before, what the next one points at."""
    if before is None or before.speaker != statement.speaker:
        return False
    near = 0 <= statement.order - before.order <= (_AT_ONCE if statement.points in _POINTING else _NEAR)
    return near and (before.points == statement.points or can_be(statement.points, before.text))


def _standing(section: Sequence[Statement]) -> list[Statement]:
    orphans = _orphans(section)
    kept = [statement for statement in section if statement not in orphans]
    return [statement for statement in kept if not any(_is_told_in(statement, other) for other in kept)]


def _is_told_in(one: Statement, other: Statement) -> bool:
    """Whether all that a statement quotes of the clinician stands in another one that says more."""
    if one is other or one.must or one.authored or one.kind not in _OF_CLINICIAN:
        return False
    quotes = [quote.rstrip(".?!") for quote in _QUOTED.findall(one.text)]
    told = bool(quotes) and all(quote in other.text for quote in quotes)
    more = other.words > one.words or other.kind is Kind.OBSERVATION
    return told and more and set(one.evidence) <= set(other.evidence)


def budget(detail: Detail, spoken_words: int, bodily: float = 1.0) -> int:
    """Words a note may have."""
    of_visit = min(_MOST[detail], max(_LEAST[detail], spoken_words * _SHARE[detail]))
    of_talk = min(_MOST_OF_TALK[detail], max(_LEAST_OF_TALK[detail], spoken_words * _SHARE_OF_TALK[detail]))
    return round(_between(of_talk, of_visit, bodily))


def _between(of_talk: float, of_visit: float, bodily: float) -> float:
    return of_talk + (of_visit - of_talk) * bodily


def written_in(statements: Sequence[Statement]) -> int:
    """Words of all that the clinician wrote: it is theirs to leave out."""
    return sum(s.words for s in statements if s.authored) + _MOST[Detail.DETAILED]


def _section_of(statement: Statement, plans: Sequence[SectionPlan]) -> int | None:
    if statement.section is not None:
        return next(at for at, plan in enumerate(plans) if plan.title == statement.section)
    return place(plans, statement.kind, statement.text, statement.speaker, statement.asked)


def _in_order(statements: Sequence[Statement], most: int | None) -> list[Statement]:
    """In order of time; of a section that holds few, those that must stand and the worthiest."""
    kept = sorted(statements, key=lambda s: (not s.must, -s.score))
    few = [s for at, s in enumerate(kept) if most is None or at < most or s.must]
    return sorted(few, key=lambda s: (s.order, s.text))


def _best(candidates: Iterable[Statement], room: Room) -> list[Statement]:
    """The best of them; what nobody would look for is among them only where little else was said."""
    ranked = sorted(candidates, key=lambda s: (-s.score, s.order))
    wanted = [s for s in ranked if not _is_idle(s)]
    kept = _filled(wanted, room.words)
    weighty = [s for s in wanted if s.talk[0] > _HALF and s.talk[1] >= _WEIGHTY]
    _fill(weighty, room.most - sum(s.words for s in kept if not s.must), kept)
    if len(wanted) == len(ranked) or sum(s.words for s in kept) >= _ENOUGH:
        return kept
    return _filled(ranked, room.words, least=0.0)


def _filled(ranked: Sequence[Statement], words: int, least: float = _LEAST_WORTH) -> list[Statement]:
    """What must stand, which takes no budget; all next steps; each kind's share; then what is worth most."""
    kept: list[Statement] = []
    spent = 0
    for statement in ranked:
        if statement.must and not any(_repeats(statement, other) for other in kept):
            kept.append(statement)
    steps = _fill([s for s in ranked if s.kind is Kind.PLAN], _ALL, kept)
    spent += min(steps, round(words * _MOST_OF_STEPS))
    for kind, share in _OWN_SHARE.items():
        spent += _fill([s for s in ranked if s.kind is kind], round(words * share), kept, at_least_one=True)
    _fill([s for s in ranked if s.score >= least], words - spent, kept)
    return kept


def _is_idle(statement: Statement) -> bool:
    """Whether no clinician would look for it in a note of talk."""
    share, worth = statement.talk
    if statement.must or statement.authored or statement.favour or share <= _HALF:
        return False
    return worth < _LEAST_IN_TALK.get(statement.kind, _LEAST_TOLD)


def _fill(
    ranked: Iterable[Statement], words: int, kept: list[Statement], *, at_least_one: bool = False
) -> int:
    """Adds what fits and says something new; returns the words it took."""
    spent = 0
    for statement in ranked:
        cost = statement.words
        fits = spent + cost <= words or (at_least_one and not spent)
        if fits and not statement.must and not any(_repeats(statement, other) for other in kept):
            kept.append(statement)
            spent += cost
    return spent


def _repeats(one: Statement, other: Statement) -> bool:
    """Whether two statements say the same. What must stand is only dropped for the very same words."""
    of_two = one.authored and one.speaker != other.speaker  # the same of two clients, each in their section
    if (one.text == other.text and not of_two) or _same_technique(one, other):
        return True
    union = one.stems | other.stems
    if one.must or one.authored or one.kind is not other.kind or not union:
        return False
    return len(one.stems & other.stems) / len(union) >= _ALIKE


def _same_technique(one: Statement, other: Statement) -> bool:
    """Whether both quote the clinician at work with the same technique: once is enough to show it."""
    return bool(one.technique) and one.technique == other.technique and not one.must
