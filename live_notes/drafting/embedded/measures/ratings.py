"""Ratings of one thing over a session, told as one line: "Client rated anxiety at 70, then 50, then 25"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import ratings_told, same_rating
from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER
from live_notes.drafting.embedded.measures.rating_said import gives_a_rating
from live_notes.drafting.embedded.measures.rating_words import (
    ASKS_NUMBER,
    HOW_TRUE,
    TELLS_OF_THEN,
    THE_NUMBER,
    TOPICS,
    VOLUNTEERS,
    as_scale,
    as_spoken,
)
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.selecting.saying_much import matter_in
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_BEFORE_THE_SETS = frozenset((HOW_TRUE, "disturbance"))
"""What an EMDR session rates first when the target is set up: that rating has its own place in the note."""
_BELIEF = AnyCase(r"(?:so |okay |and )*(?:i|i'm|it's|it|my)\b(?!'ll)[^?]{4,60}$")
_SCALE = AnyCase(
    r"\b(?:zero|nought|one|0|1) (?:to|through) (?P<to>ten|seven|a hundred|one hundred|hundred|10|7|100)\b"
    r"|\bout of (?P<of>ten|a hundred|one hundred|10|100)\b"
)
_RATED = AnyCase(
    r"\bsuds?\b|\bvoc\b|\bhow (?:true|disturb\w+|distress\w+|anxious)\b|\bnumber\b|\brate\b|\blevel\b"
)
_AGAIN = AnyCase(
    rf"{LEAD}(?:(?:what|how) about (?:it )?(?:right )?now|(?:right |and )?now\b"
    rf"|(?:and )?(?:sitting )?here now"
    r"|(?:tell|give) me (?:the|your|a) number\b|(?:the )?(?:last|next) number\b"
    r"|(?:the |that )?(?:original |first |whole )?(?:picture|image|memory|target|scene)[,:]? (?:zero|nought"
    r"|0) to (?:ten|10)\??$"
    r"|where(?:'s| is| are) (?:you|it|that|the number|your number|things)(?: at)?(?: (?:right )?now| at)?\??$"
    r"|what(?:'s| is) (?:it|the number|your number|that)(?: (?:at|like))?(?: now)?\??$|you're (?:now )?at\??$"
    r"|(?:the |your )?(?:number|suds|rating|level)(?: (?:right )?now)?\??$|(?:zero|nought|one|0"
    r"|1) to (?:ten|a hundred|seven|10"
    r"|100|7)\??$"
    r"|how (?:high|strong|bad|much|true|disturbing|anxious) (?:is (?:it|that) )?now\b|bring (?:it"
    r"|that) up again"
    r"|(?:when|as) you (?:now )?(?:go back to|bring (?:it |that )?(?:back )?up|look at|come back to"
    r"|think (?:of|about))"
    r"[^?]{2,50}?\b(?:what(?:'s| is) (?:the|your) (?:number|suds|rating)|what number|where is it"
    r"|(?:zero|nought) to ten)\b"
    r"|(?:go with that, [^.?]+[,.] )?(?:and )?(?:then )?tell me where (?:it|that|the number) is\b)"
)
"""Asks for the same rating once more."""
_HERE_NOW = AnyCase(
    r"\b(?:now|this (?:minute|moment|second)|at the (?:minute|moment)|sitting here|as we sit)\b|\bon\?$"
)
_NUMBER = AnyCase(rf"\b{SPOKEN_NUMBER}\b")
_AMOUNT = re.compile(rf"\b(?:{SPOKEN_NUMBER}|half|percent)\b", re.IGNORECASE)
_NO_RATING = AnyCase(
    rf"\b{SPOKEN_NUMBER}[ -](?:minutes?|seconds?|hours?|days?|weeks?|months?|years?|times|stops|of (?:us"
    rf"|them)"
    r"|o'clock|milligrams?|mg|people|things|and a)\b"
)
_HALF = AnyCase(rf"\b{SPOKEN_NUMBER} and a (?:half|bit)\b")
_PUT_DOWN = AnyCase(rf"\bi'll (?:put|write|go with|say|call it)(?: down)?(?: an?)? (?P<is>{SPOKEN_NUMBER})\b")
_SERIES_IS_WORTH = 0.8
_OWN = re.compile(r"(?:i|my)\b(?!.*\b(?:it|that|this|one|so)\b)", re.IGNORECASE)
"""Tells of the speaker alone, and points at nothing."""
_REACH = 50
"""Units between a rating and the question for it once more."""
_MOST_ASKED, _MOST_AGAIN, _MOST_QUOTED, _MOST_VOLUNTEERED = 30, 14, 14, 10
_LEAST_POINTS, _CALLED_WITHIN = 2, 15
_JUST_BEFORE, _MOST_ASIDE = 3, 3


@dataclass(frozen=True)
class _Point:
    """One rating: the question, the words that answer it, and how the note has it."""

    question: Unit
    answer: tuple[Unit, ...]
    told: str
    more: tuple[Unit, ...] = ()

    def of(self, before: Unit | None) -> _Point:
        """The same with the words that were rated, said just before the question."""
        if before is None:
            return self
        return replace(self, told=f"{self.told} ({quoted(before)})", more=(before, *self.more))

    def __repr__(self) -> str:
        return f"<_Point {self.question.index}>"


@dataclass
class _Series:
    """The ratings of one topic, in order of time, on which scale, and that as it was spoken."""

    topic: str
    scale: str
    spoken: str
    points: list[_Point] = field(default_factory=list)
    asked: int = -1

    @property
    def last(self) -> int:
        """Where it was asked for last: its last rating, or one of another thing that was given instead."""
        return max(self.points[-1].answer[-1].index, self.asked)

    def __repr__(self) -> str:
        return f"<_Series {self.topic} {len(self.points)}>"


def ratings(reading: Reading, used: set[int]) -> list[Statement]:
    """What was rated more than once, each as one line; bare ratings are added to `used`."""
    found = []
    for series in _series_in(reading.units):
        if len(series.points) < _LEAST_POINTS:
            continue
        beside = _told_beside(reading.units, series)
        found.append(_told(reading, series, beside))
        used.update(one.index for _, one in beside)
        kept = 1 if series.topic in _BEFORE_THE_SETS else 0
        for point in series.points[kept:]:
            if point.question in point.answer or _is_told_apart(reading.units, point):
                used.update(one.index for one in (point.question, *point.answer))
    return found + _recaps(reading, used)


def _is_told_apart(units: Sequence[Unit], point: _Point) -> bool:
    """Whether the rating leaves nothing of the client's turn, or what stands without it: "I want to stop"."""
    turn = [one for one in units[point.answer[0].index :][:_REACH] if one.turn == point.answer[0].turn]
    if not matter_in(_AMOUNT.sub(" ", " ".join(one.words for one in turn))):
        return True
    rest = [one for one in turn if one not in point.answer]
    rated = " ".join(one.words for one in point.answer)
    return (
        bool(rest) and not matter_in(_AMOUNT.sub(" ", rated)) and all(_OWN.match(one.words) for one in rest)
    )


def _recaps(reading: Reading, used: set[int]) -> list[Statement]:
    """Ratings that the clinician tells over again, where no series has told them."""
    found = []
    for unit in reading.units:
        if unit.index in used or not ratings_told.is_recap(unit):
            continue
        asked = ratings_told.asked_before(reading.units, unit)
        if asked is not None:
            clinician = reading.fallback.clinician_forms.subject
            said = whole(f"On {quoted(asked)}, {clinician} noted: {quoted(unit)}")
            told = made(reading, Kind.RESPONSE, said, (asked, unit), place=unit)
            found.append(replace(told, more=_SERIES_IS_WORTH))
            used.add(unit.index)
    return found


def _told_beside(units: Sequence[Unit], series: _Series) -> list[tuple[str, Unit]]:
    """What the clinician says of a series: how it stood before, and how it went."""
    asked = {unit for point in series.points for unit in (point.question, *point.answer, *point.more)}
    before = ratings_told.said_of_before(units, series.points[0].answer)
    recap = ratings_told.summed_up(units, series.last)
    return [
        (verb, one)
        for verb, one in (("said", before), ("summed up", recap))
        if one is not None and one not in asked
    ]


def _told(reading: Reading, series: _Series, beside: Sequence[tuple[str, Unit]]) -> Statement:
    terms = reading.terms_for(series.points[0].answer[0])
    scale = f" ({series.spoken})" if series.spoken else ""
    listed = ", then ".join(point.told for point in series.points)
    said = whole(f"{terms.client} rated {series.topic}{scale} at {listed}")
    if series.topic == THE_NUMBER:
        said = whole(f"Asked for {THE_NUMBER}{scale}, {terms.client_inside} gave {listed}")
    units = tuple(unit for point in series.points for unit in (point.question, *point.answer, *point.more))
    for verb, one in beside:
        said = whole(f"{said.text.rstrip('.')}; {terms.clinician_forms.subject} {verb}: {quoted(one)}")
        units = (*units, one)
    place = series.points[1].question
    return replace(made(reading, Kind.RESPONSE, said, units, place=place), more=_SERIES_IS_WORTH)


def _series_in(units: Sequence[Unit]) -> list[_Series]:
    found: list[_Series] = []
    then = -1
    for unit in units:
        if unit.speaking is Speaking.CLIENT and found:
            _take_unasked(found[-1], units, unit)
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel:
            continue
        if TELLS_OF_THEN.search(unit.words):
            then = unit.index
        series = _asked_for(found, unit)
        begun = series.last if series is not None and series.points else unit.index - _JUST_BEFORE
        if series is not None and begun < then and not _HERE_NOW.search(unit.words):
            continue
        if series is None:
            continue
        point = _point(units, unit, _top(series.scale))
        if point is None:
            continue
        if same_rating.rates_another(unit.words, point.answer[0].words, series.topic):
            series.asked = unit.index
            continue
        series = _of_one_stretch(units, series, point)
        if series not in found:
            found.append(series)
        series.points.append(point.of(_rated_words(units, unit)) if series.topic == HOW_TRUE else point)
    return found


def _take_unasked(series: _Series, units: Sequence[Unit], unit: Unit) -> None:
    """Adds to a series what a client says of where the number is, without being asked anew."""
    last = series.points[-1] if series.points else None
    if last is not None and last.question in last.answer and ratings_told.goes_on(unit, last.answer):
        answer = (*last.answer, unit)
        series.points[-1] = replace(last, answer=answer, told=in_quotes(together(answer)))
        return
    more = _volunteered(series, unit) or _called_out(series, units, unit)
    if more is None and last is not None and unit not in last.answer:
        value = ratings_told.watched(units, unit, _top(series.scale))
        more = None if value is None else _Point(unit, (unit,), str(value))
    series.points += (more,) if more else ()


def _of_one_stretch(units: Sequence[Unit], series: _Series, point: _Point) -> _Series:
    """The series itself, or a new one of its topic where the rating is of another thing or time."""
    if not series.points or series.topic in _BEFORE_THE_SETS:
        return series
    then = {_of_then(one) for one in (*series.points, point)}
    questions = [one.question.words for one in series.points if one.question not in one.answer]
    between = (one.exact for one in units[series.last + 1 : point.question.index])
    apart = same_rating.another_thing(questions, point.question.words) or same_rating.turns_to_another(
        between
    )
    far = point.question.index - series.last > same_rating.FURTHEST_APART
    return replace(series, points=[]) if far or apart or len(then) > 1 else series


def _of_then(point: _Point) -> bool:
    return same_rating.is_of_then(point.question.words, " ".join(one.words for one in point.answer))


def _top(scale: str) -> int | None:
    """The highest number of a scale, "out of 10" or "1 to 7"."""
    return int(scale.rsplit(maxsplit=1)[-1]) if scale else None


def _volunteered(series: _Series, unit: Unit) -> _Point | None:
    """A rating that a client gives once more without being asked: "I'm at forty, by the way"."""
    led = VOLUNTEERS.match(unit.words)
    number = _NUMBER.match(unit.words[led.end() :]) if led else None
    value = plain_number(number.group()) if number else None
    short = unit.length <= _MOST_VOLUNTEERED and not _NO_RATING.search(unit.words)
    known = series.points and unit not in series.points[-1].answer
    return _Point(unit, (unit,), str(value)) if value is not None and short and known else None


def _called_out(series: _Series, units: Sequence[Unit], unit: Unit) -> _Point | None:
    """A rating called out at the beginning of a turn while a series is under way, unasked."""
    before = _said_before_the_number(units, unit)
    if (
        before is None
        or before.speaking is not Speaking.CLINICIAN
        or not series.points
        or (series.topic in _BEFORE_THE_SETS and not _is_after_a_set(series))
    ):
        return None
    first = series.points[0].question is not unit and unit not in series.points[-1].answer
    near = unit.index - series.last <= _CALLED_WITHIN and not _of_then(series.points[-1])
    said = same_rating.called_out(before.words, unit.exact, question=before.question)
    top = _top(series.scale)
    if said is None or not near or not first:
        return None
    turn = takewhile(lambda one: one.turn == unit.turn, units[unit.index :])
    answer = _numbered([*turn])
    own = ratings_told.settled_on(answer)
    value, given = (said, (unit,)) if own is None or own == said else (own, answer)
    if top is not None and value > top:
        return None
    return _Point(given[-1], given, str(value))


def _is_after_a_set(series: _Series) -> bool:
    """Whether the disturbance was asked for again after the target was set up: a client may go on with it."""
    return series.topic != HOW_TRUE and len(series.points) >= _LEAST_POINTS


def _said_before_the_number(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """What stands before a number, a word or two of the same turn aside: "really? okay. Sixty-five"."""
    before = units[max(0, unit.index - _MOST_ASIDE - 1) : unit.index]
    for one in reversed(before):
        of_the_turn = one.turn == unit.turn and one.speaker == unit.speaker
        if not of_the_turn or one.length > _MOST_ASIDE or _holds_a_number(one):
            return one
    return None


def _asked_for(found: Sequence[_Series], unit: Unit) -> _Series | None:
    """The series that a question goes on, or one that it begins; None where it asks for no such rating."""
    words = unit.words
    if unit.risk_in_words or word_count(words) > _MOST_ASKED:
        return None
    scale, topic = _SCALE.search(words), next((name for name, named in TOPICS if named.search(words)), None)
    if topic is None and scale is not None and as_scale(scale) == "1 to 7":
        topic = next((one.topic for one in found if one.points and one.topic == HOW_TRUE), None)
    if topic is None and not any(one.points for one in found) and ASKS_NUMBER.match(words):
        return _Series(THE_NUMBER, as_scale(scale), as_spoken(scale))
    if topic and unit.question and (scale is not None or _RATED.search(words)):
        same = next((one for one in reversed(found) if one.topic == topic), None)
        return same if same is not None and same.points else _Series(topic, as_scale(scale), as_spoken(scale))
    again = _AGAIN.match(words) or _only_time(unit)
    if word_count(words) > _MOST_AGAIN or not again or same_rating.asks_of_another(words):
        return None
    asked = as_scale(scale)
    near = [one for one in found if one.points and _is_near(one, unit, asked)]
    fits = [one for one in near if not asked or not one.scale or one.scale == asked]
    return max(fits, key=lambda one: one.last, default=None)


def _is_near(series: _Series, unit: Unit, asked: str) -> bool:
    """Whether a question may mean a series: sets of eye movements may stand long between two ratings."""
    of_target = series.topic in _BEFORE_THE_SETS and bool(asked) and asked == series.scale
    return of_target or unit.index - series.last <= _REACH


def _rated_words(units: Sequence[Unit], question: Unit) -> Unit | None:
    """The belief that the clinician says again just before they ask how true it feels."""
    before = units[question.index - 1] if question.index else None
    said = before is not None and before.turn == question.turn and not before.question
    return before if said and before is not None and _BELIEF.match(before.words) else None


def _only_time(unit: Unit) -> bool:
    """Whether only a time is asked for: "and now, a couple of minutes on?"."""
    short = unit.length <= _MOST_AGAIN // 2
    names = not same_rating.names_nothing(unit.words)
    return unit.question and bool(_HERE_NOW.search(unit.words)) and short and not names


def _point(units: Sequence[Unit], question: Unit, top: int | None) -> _Point | None:
    """The rating that answers a question; None where no number alone, or too much else, is said."""
    following = ratings_told.behind_question(units, question)
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, following)]
    answer = _numbered(said)
    numbers = " ".join(same_rating.number_words(one.exact) for one in answer)
    if not _is_rating(answer, numbers, top):
        return None
    turn = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, following[len(said) :])
    after = next((one for one in turn if _PUT_DOWN.search(one.words)), None)
    put = _PUT_DOWN.search(after.words) if after is not None else None
    value = plain_number(put["is"]) if put else None
    values = {found.group().lower() for found in _NUMBER.finditer(numbers)}
    halves = any(_HALF.search(one.exact) for one in answer)
    spoken = in_quotes(together(answer))
    own = ratings_told.settled_on(answer) if len(values) > 1 else None
    if own is not None and (top is None or own <= top):
        short = word_count(together(answer).exact) <= _MOST_QUOTED
        return _Point(question, answer, f"{own} ({spoken.rstrip('.')})" if short else str(own))
    if value is not None and after is not None:
        return _Point(question, answer, f"{value} ({spoken.rstrip('.')})", (after,))
    if len(values) == 1 and not halves and (plain := plain_number(values.pop())) is not None:
        return _Point(question, answer, str(plain))
    fits = word_count(together(answer).exact) <= _MOST_QUOTED
    return _Point(question, answer, spoken) if fits else None


def _is_rating(answer: Sequence[Unit], numbers: str, top: int | None) -> bool:
    if not answer or same_rating.is_counting(numbers) or same_rating.beyond(numbers, top):
        return False
    if _NO_RATING.search(" ".join(one.exact for one in answer if not _HALF.search(one.exact))):
        return False
    return any(gives_a_rating(one.exact) for one in answer)


def _numbered(said: Sequence[Unit]) -> tuple[Unit, ...]:
    """What holds the numbers of the first turn that has one, with what is said between them."""
    first = next((at for at, one in enumerate(said) if _holds_a_number(one)), len(said))
    turn = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, said[first:])]
    last = max((at for at, one in enumerate(turn) if _holds_a_number(one)), default=-1)
    return tuple(turn[: last + 1])


def _holds_a_number(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLIENT and bool(_NUMBER.search(same_rating.number_words(unit.exact)))
