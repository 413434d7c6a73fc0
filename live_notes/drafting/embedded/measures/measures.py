"""Questionnaires and their scores: "PHQ: 7 (previously 8)", with the band that the clinician named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.added_up import added_up, scored_line
from live_notes.drafting.embedded.measures.measure_words import (
    ALONE,
    AS_TOLD,
    BAND,
    BARE,
    CALLED_SEVERE,
    CLIENT_NAMES,
    CLIENT_SCORED,
    COUNTED_ANEW,
    EARLIER,
    FROM_TO,
    IN_ALL,
    IT_WAS,
    MISCOUNTED,
    NAMED_LATER,
    NAMES,
    NO_ONES,
    OF_AN_ITEM,
    OF_ANOTHER,
    OF_THE_PAST,
    PREVIOUS,
    SET_RIGHT,
    TAKEN_BACK,
    TODAYS,
    TODAYS_BEHIND,
    UNNAMED,
    in_digits,
)
from live_notes.drafting.embedded.measures.recounted import recounted
from live_notes.drafting.embedded.measures.scale_names import called
from live_notes.drafting.embedded.measures.scores_around import items_read_out, moves, with_all_around
from live_notes.drafting.embedded.measures.scores_before import (
    Score,
    asks,
    is_of_other_scale,
    previous_in,
    taken_up,
    then_in,
    with_earlier,
    with_next,
    with_rest,
)
from live_notes.drafting.embedded.measures.scores_behind import told_behind
from live_notes.drafting.embedded.measures.scores_named import (
    Named,
    changes,
    is_of_then,
    is_of_today,
    named_scores,
)
from live_notes.drafting.embedded.measures.sheets import UNNAMED_SCORE, is_one_described, scores_of_sheets
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.spec import Speaking

_ONLY_DONE = re.compile(
    r"^(?:(?:yes|yeah|yep|oh|and|ma'am|sir)[, ]+)*i (?:did|have|filled (?:it|them) (?:in"
    r"|out))\b(?:,? (?:it|them|that|on"
    r"|in|at|the|this|last|out|yesterday|today|again|\w+day|morning|car|bus|waiting|room|there|week"
    r"|online|night))*\W*$",
    re.IGNORECASE,
)
"""A client says that it is done, and no more: "I did, on Tuesday"."""
_MOST_BEFORE = 3
"""Words of a client before they tell a score: "Yes, I did."."""
_REACH = 3
_CORRECTED_WITHIN = 12
"""Units of a turn after the one that names a scale in which its score is told."""
_NEAR = 8
"""Units after a score in which its questionnaire is named, or what it was before is told."""
_MOST_OF_AN_ECHO = 14


def measures(reading: Reading, used: set[int]) -> list[Statement]:
    """The scores of questionnaires, each as one line; the units that tell them are added to `used`."""
    scores: list[Score] = []
    named = [unit for unit in reading.units if not unit.backchannel and _may_name(unit)]
    told = {unit.index for unit in named}
    for unit in reading.units:
        if unit.backchannel or unit.index in used:
            continue
        if unit.index in told or (unit.speaking is Speaking.CLINICIAN and UNNAMED.search(unit.words)):
            scores += [_corrected(reading.units, score) for score in _scores_at(reading.units, unit)]
    scores, unsure = _once([_settled(reading.units, score) for score in scores])
    known = {one.index for score in scores for one in score.units}
    unknown = [unit for unit in named if unit.index not in known]
    behind = [*told_behind(reading.units, unknown, [*scores, *unsure])]
    behind += scores_of_sheets(reading.units, [*scores, *unsure, *behind])
    scores += [_settled(reading.units, _corrected(reading.units, score)) for score in behind]
    for score in scores:
        used.update(one.index for one in (*score.units, score.band) if one is not None)
        used.update(one.index for one in moves(reading.units, score))
    found = [_told(reading, score) for score in scores] + items_read_out(reading, scores)
    for score in unsure:
        said = " and ".join(quoted(one) for one in sorted(set(score.units), key=lambda one: one.index))
        found.append(scored_line(reading, whole(f"{score.scale}: {said}"), score.units))
        used.update(one.index for one in score.units)
    return found + added_up(reading, used)


def _settled(units: Sequence[Unit], score: Score) -> Score:
    """The score that stands in the end, with what is said around it as it was first told and told anew."""
    around = with_all_around(units, score)
    last = recounted(units, around)
    return around if last is around else with_all_around(units, last)


def _may_name(unit: Unit) -> bool:
    """Whether a scale may be named: by a clinician, or by a client in a place where it can only be one."""
    return _may_hold_a_name(unit.words) and (
        unit.speaking is not Speaking.CLIENT or CLIENT_NAMES.may_be_in(unit.words)
    )


@remembered
def _may_hold_a_name(words: str) -> bool:
    return NAMES.may_be_in(words)


def _once(scores: Sequence[Score]) -> tuple[list[Score], list[Score]]:
    """Each score once, with what each telling adds; apart, those of which two values stand as today's."""
    kept: list[Score] = []
    unsure: list[Score] = []
    for score in scores:
        at = next((i for i, one in enumerate(kept) if _is_same_scale(one, score)), None)
        first = None if at is None else kept[at]
        if at is None or first is None:
            kept.append(score)
        elif first.score == score.score:
            named = score if is_one_described(first, score) else first
            kept[at] = replace(
                first,
                scale=named.scale,
                previous=named.previous or score.previous,
                band=first.band or score.band,
                severity=first.severity or score.severity,
                units=tuple(dict.fromkeys((*first.units, *score.units))),
            )
        elif score.score != first.previous:
            unsure.append(replace(first, units=(*first.units, *score.units)))
            del kept[at]
    return kept, unsure


def _is_same_scale(one: Score, other: Score) -> bool:
    """Whether two scores are of one scale and day, told of one person as far as can be seen."""
    if is_one_described(one, other):
        return True
    return one.scale.split("-")[0] == other.scale.split("-")[0] and one.when == other.when


def _corrected(units: Sequence[Unit], score: Score) -> Score:
    """The score with what its speaker says at once it is today, having read out another one."""
    first = min(score.units, key=lambda one: one.index)
    near = [one for one in units[first.index :][:_CORRECTED_WITHIN] if one.speaking is first.speaking]
    last = max(one.index for one in score.units)
    right = next((one for one in near if one.index <= last + 2 and _sets_right(one, score)), None)
    if right is not None:
        found = SET_RIGHT.search(right.words) or SET_RIGHT.search(right.exact)
        settled = in_digits(found["score"]) if found else None
        return replace(score, score=settled or score.score, units=(*score.units, right))
    another = _counted_again(near, score) or _of_an_earlier_day(near, score)
    if another is not None:
        return another
    back = next((one for one in near if TAKEN_BACK.search(one.words) or TAKEN_BACK.search(one.exact)), None)
    told = next(((one, today) for one in near if (today := _todays_in(one)) is not None), None)
    if back is None or told is None or back.index > told[0].index:
        return score
    if any(NAMES.search(one.words) for one in near[1 : near.index(told[0]) + 1] if one not in score.units):
        return score
    value = told[1]
    rest = [one for one in units[told[0].index :][:_REACH] if one.speaking is first.speaking]
    before = previous_in(rest)
    kept = [one for one in score.units if one.index <= told[0].index]
    if before is None or before[0] == value:
        return replace(score, score=value, previous=None, units=(*kept, told[0]))
    return replace(score, score=value, previous=before[0], units=(*kept, told[0], before[1]))


def _sets_right(unit: Unit, score: Score) -> bool:
    """Whether a sentence puts another number in the place of the one just told: "no, sorry, thirteen"."""
    found = SET_RIGHT.search(unit.words) or SET_RIGHT.search(unit.exact)
    value = in_digits(found["score"]) if found else None
    other = EARLIER.search(unit.words) or OF_AN_ITEM.search(unit.words)
    return value is not None and value not in {score.score, score.previous} and not other


def _counted_again(near: Sequence[Unit], score: Score) -> Score | None:
    """The score as its speaker counts it anew at once: "fifteen. No, I've added that wrong. Fourteen."."""
    last = max(one.index for one in score.units)
    behind = [one for one in near if one.index > last][:_REACH]
    for at, wrong in enumerate(behind[:-1]):
        found = COUNTED_ANEW.match(behind[at + 1].words) or COUNTED_ANEW.match(behind[at + 1].exact)
        value = in_digits(found["score"]) if found else None
        if MISCOUNTED.search(wrong.exact) and value is not None and value != score.score:
            return replace(score, score=value, units=(*score.units, wrong, behind[at + 1]))
        if NAMES.search(wrong.words):
            return None
    return None


def _of_an_earlier_day(near: Sequence[Unit], score: Score) -> Score | None:
    """Today's score, where the one just told is of an earlier day and today's stands behind it."""
    told = max(score.units, key=lambda one: one.index)
    if EARLIER.search(told.words) is None or score.when or score.left_out:
        return None
    for one in [one for one in near if one.index > told.index][:_REACH]:
        if one.turn != told.turn or NAMES.search(one.words):
            return None
        value = _todays_in(one)
        if value is not None:
            return replace(score, score=value, previous=score.score, units=(*score.units, one))
    return None


def _todays_in(unit: Unit) -> str | None:
    """What a sentence says the score is today."""
    found = TODAYS.search(unit.words)
    if found is not None:
        return in_digits(found["score"] or found["is"])
    behind = TODAYS_BEHIND.search(unit.words)
    return in_digits(behind["score"]) if behind else None


def _told(reading: Reading, score: Score) -> Statement:
    said = f"{score.scale}{f' ({score.when})' if score.when else ''}: {score.score}"
    start = "" if score.start is None else f"; initially {score.start}"
    said += "" if score.previous is None else f" (previously {score.previous}{start})"
    units = score.units
    clinician = reading.fallback.clinician_forms.subject
    if score.left_out:
        words = " ".join(quoted(one)[1:-1] for one in units)
        return scored_line(reading, whole(f'{score.scale}: {clinician} said: "{words}"'), units)
    if score.severity:
        said += f"; {clinician} called it {score.severity}"
    elif score.band is not None:
        said += f"; {clinician} said: {quoted(score.band)}"
        units = (*units, score.band)
    return scored_line(reading, whole(said), units)


def _scores_at(units: Sequence[Unit], unit: Unit) -> list[Score]:
    """The scores of the scales that a unit names; told there, soon after, or by the client."""
    if unit.speaking is Speaking.CLIENT:
        return _told_by_name(units, unit)
    if unit.speaking is not Speaking.CLINICIAN:
        return []
    turn = tuple(takewhile(lambda one: one.turn == unit.turn, units[unit.index :]))[: _REACH + 1]
    named = NAMES.search(unit.words)
    if named is None:
        score = _unnamed(units, unit, turn) if UNNAMED.search(unit.words) else None
        return [score] if score is not None else []
    return _of_scale(units, turn, called(named["scale"]), named.start())


def _of_scale(units: Sequence[Unit], turn: Sequence[Unit], scale: str, at: int) -> list[Score]:
    """The scores where a clinician names a scale: told with it, by the client asked, or soon behind."""
    unit = turn[0]
    direct = [] if asks(unit) else named_scores(unit.words)
    if direct:
        return [_told_at_once(units, turn, one, alone=len(direct) == 1) for one in direct]
    if unit.question:
        by_client = _by_client(units, unit, scale)
        if by_client is not None:
            return [by_client]
    if not is_of_today(unit.words[:at], unit.words):
        return []
    told = _bare_in(turn)
    if told is None:
        return []
    score = with_rest(units, turn, scale, told[0], tuple(dict.fromkeys((unit, *told[1]))))
    return [score if score.previous is not None else with_next(units, score)]


def _told_at_once(units: Sequence[Unit], turn: Sequence[Unit], one: Named, *, alone: bool) -> Score:
    """A score told in the sentence that names its scale, with what is said of it there and behind it."""
    unit = turn[0]
    said = unit if alone else replace(unit, words=unit.words[one.start : one.end])
    severity = _severity_behind(unit, one.score_end)
    if one.before is not None:
        score = Score(one.scale, one.score, (unit,), one.before)
    elif not alone and one.end < len(unit.words):
        before = previous_in([said])
        score = Score(one.scale, one.score, (unit,), before[0] if before else None)
    else:
        score = with_rest(units, (said, *turn[1:]), one.scale, one.score, (said,))
        score = replace(score, units=tuple(unit if part is said else part for part in score.units))
        score = score if score.previous is not None or score.when else with_next(units, score)
    return replace(score, severity=severity)


def _unnamed(units: Sequence[Unit], unit: Unit, turn: Sequence[Unit]) -> Score | None:
    """A score of a questionnaire that is named only soon after, or said to be in some range."""
    told = _bare_in(turn)
    if told is None:
        return None
    after = [one for one in units[told[1][0].index + 1 :][:_NEAR] if one.speaking is Speaking.CLINICIAN]
    named = next(((one, found) for one in after if (found := NAMED_LATER.search(one.words))), None)
    if named is not None:
        score = with_rest(units, turn, called(named[1]["scale"]), told[0], (*told[1], named[0]))
        return score if score.previous is not None else with_earlier(units, score)
    if len(turn) < 2 or told[1][0] is unit or not any(BAND.search(one.words) for one in turn):
        return None
    return with_rest(units, turn, UNNAMED_SCORE, *told)


def _told_by_name(units: Sequence[Unit], unit: Unit) -> list[Score]:
    """A score that a client tells by its name: "the PHQ was seven"."""
    found = CLIENT_SCORED.search(unit.words)
    value = in_digits(found["score"]) if found else None
    if found is None or value is None or OF_THE_PAST.search(unit.words):
        return []
    return [taken_up(units, Score(called(found["scale"]), value, (unit,)))]


def _severity_behind(unit: Unit, at: int) -> str:
    found = CALLED_SEVERE.search(unit.words[at:])
    return found["called"].lower() if found else ""


def _bare_in(turn: Sequence[Unit]) -> tuple[str, tuple[Unit, ...]] | None:
    """A score without its scale: in the sentence that named it or soon behind, before another is named."""
    for one in turn:
        if is_of_other_scale(one, turn[0]):
            return None
        words = one.words
        changed = FROM_TO.search(words)
        value = None if changed is None or asks(one) else in_digits(changes(changed)[0])
        if value is not None:
            return value, (one,)
        alone = ALONE.search(words) if one in turn[1:2] and not turn[0].question else None
        if alone is not None and not asks(one):
            return in_digits(alone["score"]) or "", (one,)
        named = NAMES.search(words) if one is turn[0] else None
        found = None if asks(one) else _total_in(words, named.end() if named else 0)
        if found is not None:
            return found, (one,)
    return None


def _total_in(words: str, behind: int) -> str | None:
    """A total in a sentence that names no scale; none of an item, of another person or of an earlier day."""
    earlier = {match.span(group) for match in PREVIOUS.finditer(words) for group in match.groupdict()}
    for found in BARE.finditer(words):
        before = words[behind : found.start("score")] if found.start() >= behind else ""
        if found.span("score") in earlier or found.start() < behind or is_of_then(before):
            continue
        if not (OF_AN_ITEM.search(before) or OF_ANOTHER.search(before) or NO_ONES.search(before)):
            return in_digits(found["score"])
    return None


def _by_client(units: Sequence[Unit], question: Unit, scale: str) -> Score | None:
    """A score that the client tells when asked for it."""
    following = units[question.index + 1 :]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, following)]
    summed = _in_all(said)
    if summed is not None:
        return Score(scale, summed[1], (question, summed[0]), summed[2])
    for at, one in enumerate(said):
        alone = ALONE.search(one.words)
        found = alone or IT_WAS.search(one.words) or AS_TOLD.search(one.words)
        score = in_digits(found["score"]) if found else None
        if score is None and one.length > _MOST_BEFORE and not _ONLY_DONE.match(one.words):
            return None  # what comes later may be of something else
        if score is not None and PREVIOUS.search(one.words) is None:
            after = said[at + 1 : at + 2]
            then = previous_in(after) or (then_in(after) if alone else None)
            told = (question, one) if then is None else (question, one, then[1])
            return taken_up(units, Score(scale, score, told, None if then is None else then[0]))
    return None


def _in_all(said: Sequence[Unit]) -> tuple[Unit, str, str | None] | None:
    """A sum in an answer of many words, with what it was before."""
    for one in said:
        found = IN_ALL.search(one.words)
        score = in_digits(found["score"]) if found else None
        if found is not None and score is not None:
            return one, score, in_digits(found["then"]) if found["then"] else None
    return None
