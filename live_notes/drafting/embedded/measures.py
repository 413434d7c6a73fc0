"""Questionnaires and their scores: "PHQ: 7 (previously 8)", with the band that the clinician named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

SPOKEN_NUMBER = (
    r"(?:\d{1,3}(?!\d|[.:]\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen)"
)


def _number(name: str) -> str:
    """A number that stands for itself, under this name: no amount of time, no item of a questionnaire."""
    return (
        rf"(?:an? )?(?P<{name}>{SPOKEN_NUMBER})\b(?!(?:-odd)|[ -](?:out|points?|days?|weeks?|months?"
        rf"|questions?"
        r"|items?|times?|minutes?|hours?|and a|point|hundred)\b)"
    )


_SCALE = (
    r"(?P<scale>phq(?:-(?:nine|9|eight|8|two|2)\b|[- ]?(?:nine|9|eight|8|two|2)(?= (?:is|was|score|came"
    r"|comes|today|has|at)))?"
    r"|gad(?:-(?:seven|7)\b|[- ]?(?:seven|7)(?= (?:is|was|score|came|comes|today|has|at)))?"
    r"|pcl(?:-(?:five|5)\b|[- ]?(?:five|5)(?= (?:is|was|score|came|comes|today|has|at)))?"
    r"|bdi|bai|madrs|audit|dast|moca|mmse|y-?bocs|ces-?d|dass|isi|asrs|ymrs|epds|edinburgh|wsas|ors|srs"
    r"|core[- ]?(?:10|om)|hamilton|beck|lsas|liebowitz|insomnia severity(?: index)?|ede[- ]?q|hads)"
)
_NAMES = AnyCase(rf"\b{_SCALE}\b")
_UNNAMED = AnyCase(r"\b(?:questionnaire|form|(?:nine|seven|ten|twenty) questions)\b")
_GIVEN = (
    r"(?:'s|is|was|are|came (?:out|back|in)? ?(?:at|as|to)|comes? (?:out )?(?:to|at)|at|of|scored"
    r"|score of|it's"
    r"|that's|it is|you're|you (?:scored|came out|got|are|were at)|total(?:led|s)?|adds? up to|a total of)"
)
_SCORED = AnyCase(
    rf"\b{_SCALE}\b(?: score)?(?:[^.?]*?\b)??{_GIVEN},?(?: (?:at|on|about|it's|that's))? {_number('score')}"
)
_ON_THE = AnyCase(rf"\b{_number('score')} on (?:the|your|this|that) {_SCALE}\b")
_BARE = AnyCase(
    rf"\b(?:it's|it is|that's|that is|you (?:scored|came out|got)|it (?:comes|came|adds up|totals)(?: out)?"
    rf"(?: to| at)?|(?:comes|came) (?:out )?(?:to|at)|you're at|total of)(?: at| on)? {_number('score')}"
)
_IT_WAS = AnyCase(
    rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*(?:it|that|i|she said it)(?:'s| is| was"
    rf"| came (?:out )?(?:to|at)| got| scored| were)? {_number('score')}"
)
_ALONE = AnyCase(rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*{_number('score')}\W*$")
_IT_WAS_THEN = AnyCase(rf"^(?:and |so |but )?it was (?:an? )?{_number('then')}\W*$")
_EARLIER = (
    r"(?:when (?:you|we) (?:\w+ )?(?:started|began|came|met)(?: in| here)?|at (?:intake|the start|baseline"
    r"|assessment)|last (?:time|week|month|session|visit)|before|the last (?:day|time)|the time before"
    r"|(?:a|two|three|four|six) (?:weeks?|fortnights?|months?) ago|previously|in (?:january|february"
    r"|march|april|may|june"
    r"|july|august|september|october|november|december)|to begin with)"
)
_PREVIOUS = AnyCase(
    rf"\b(?:was|were|had) {_number('was')} {_EARLIER}\b"
    rf"|\b(?:down |up |it's |that's )?from {_number('from')}"
    rf"|\b{_EARLIER},? (?:it |you |that )?(?:was|were|had) {_number('then')}"
)
_BAND = AnyCase(
    r"\b(?:in|within|into|out of|below|above|under|over) (?:the|that) (?:[\w-]+ ){0,3}?(?:range|band|cut-?off"
    r"|threshold|category)\b"
)
_WHEN = AnyCase(r"\b(?:(?:a|two|three|four|six|\d) (?:days?|weeks?|months?) ago|last (?:time|week|month))\b")
_TAG = AnyCase(r"\b(?:wasn't|isn't|was|right|weren't|yeah|correct)(?: it| you| that)?\s*\?$")
_MEASURED_IS_WORTH = 0.7
_MOST_BEFORE = 3
"""Words of a client before they tell a score: "Yes, I did."."""
_REACH = 3
"""Units of a turn after the one that names a scale in which its score is told."""


@dataclass(frozen=True)
class _Score:
    """A score: of which scale, when it was taken, what it was before, and the units that tell it."""

    scale: str
    score: int
    units: tuple[Unit, ...]
    previous: int | None = None
    band: Unit | None = None
    when: str = ""

    def __repr__(self) -> str:
        return f"<_Score {len(self.units)} units>"


def measures(reading: Reading, used: set[int]) -> list[Statement]:
    """The scores of questionnaires, each as one line; the units that tell them are added to `used`."""
    found = []
    for unit in reading.units:
        if unit.backchannel or unit.index in used:
            continue
        score = _score_at(reading.units, unit)
        if score is not None:
            found.append(_told(reading, score))
            used.update(one.index for one in (*score.units, score.band) if one is not None)
    return found


def _told(reading: Reading, score: _Score) -> Statement:
    said = f"{score.scale}{f' ({score.when})' if score.when else ''}: {score.score}"
    said += "" if score.previous is None else f" (previously {score.previous})"
    units = score.units
    if score.band is not None:
        said += f"; {reading.fallback.clinician_forms.subject} said: {quoted(score.band)}"
        units = (*units, score.band)
    units = tuple(sorted(dict.fromkeys(units), key=lambda unit: unit.index))
    return replace(made(reading, Kind.OBSERVATION, whole(said), units), more=_MEASURED_IS_WORTH, speaker=None)


def _score_at(units: Sequence[Unit], unit: Unit) -> _Score | None:
    """The score of the scale that a clinician's unit names; told there, soon after, or by the client."""
    if unit.speaking is not Speaking.CLINICIAN:
        return None
    named, unnamed = _NAMES.search(unit.words), _UNNAMED.search(unit.words)
    if named is None and unnamed is None:
        return None
    turn = tuple(takewhile(lambda one: one.turn == unit.turn, units[unit.index :]))[: _REACH + 1]
    if named is None:
        told = _bare_in(turn[1:], within=_BAND) if len(turn) > 1 else None
        return None if told is None else _with_rest(units, turn, "Questionnaire score", *told)
    scale = _called(named["scale"])
    direct = _SCORED.search(unit.words) or _ON_THE.search(unit.words)
    if direct is not None and not _asks(unit):
        score = plain_number(direct["score"])
        return None if score is None else _with_rest(units, turn, scale, score, (unit,))
    told = _bare_in(turn)
    if told is not None:
        return _with_rest(units, turn, scale, told[0], tuple(dict.fromkeys((unit, *told[1]))))
    return _by_client(units, unit, scale) if unit.question else None


def _asks(unit: Unit) -> bool:
    return unit.question and not _TAG.search(unit.words)


def _bare_in(turn: Sequence[Unit], within: AnyCase | None = None) -> tuple[int, tuple[Unit, ...]] | None:
    """A score told without its scale; `within`: only where these words stand in the turn, too."""
    if within is not None and not any(within.search(one.words) for one in turn):
        return None
    for one in turn:
        found = None if _asks(one) or _other_scale(one, turn[0]) else _BARE.search(one.words)
        score = plain_number(found["score"]) if found else None
        if score is not None:
            return score, (one,)
    return None


def _other_scale(one: Unit, first: Unit) -> bool:
    return one is not first and _NAMES.search(one.words) is not None


def _by_client(units: Sequence[Unit], question: Unit, scale: str) -> _Score | None:
    """A score that the client tells when asked for it."""
    following = units[question.index + 1 :]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, following)]
    for at, one in enumerate(said):
        alone = _ALONE.search(one.words)
        found = alone or _IT_WAS.search(one.words)
        score = plain_number(found["score"]) if found else None
        if score is None and word_count(one.words) > _MOST_BEFORE:
            return None  # what comes later may be of something else
        if score is not None and _PREVIOUS.search(one.words) is None:
            after = said[at + 1 : at + 2]
            before = _previous_in(after) or (_then_in(after) if alone else None)
            told = (question, one) if before is None else (question, one, before[1])
            return _Score(scale, score, told, None if before is None else before[0])
    return None


def _then_in(units: Sequence[Unit]) -> tuple[int, Unit] | None:
    """What a score was, behind one that was told by itself: "Thirteen. It was twenty-one."."""
    for one in units:
        found = _IT_WAS_THEN.search(one.words)
        value = plain_number(found["then"]) if found else None
        if value is not None:
            return value, one
    return None


def _with_rest(
    units: Sequence[Unit], turn: Sequence[Unit], scale: str, score: int, told: tuple[Unit, ...]
) -> _Score:
    """A score with what was said of it in the same turn: what it was before, its band, when it was taken."""
    after = [one for one in turn if one.index >= told[0].index and not _other_scale(one, turn[0])]
    before = _previous_in([one for one in after if one is told[-1] or one.index > told[-1].index])
    previous, resting = (None, told) if before is None else (before[0], (*told, before[1]))
    if before is not None and before[1].question:
        previous, more = _confirmed(units, before[1], before[0])
        resting = (*resting, *more)
    when = _WHEN.search(told[0].words[: told[0].words.lower().rfind(str(score)) or None])
    at = when.group() if when is not None and not _is_of_before(told[0], when) else ""
    band = next((one for one in after if _BAND.search(one.words)), None)
    return _Score(scale, score, resting, previous if previous != score else None, band, at)


def _is_of_before(unit: Unit, when: re.Match[str]) -> bool:
    """Whether a time belongs to the score before: "it was nineteen last time"."""
    found = _PREVIOUS.search(unit.words)
    return found is not None and found.start() <= when.start() < found.end()


def _previous_in(units: Sequence[Unit]) -> tuple[int, Unit] | None:
    for one in units:
        found = _PREVIOUS.search(one.words)
        value = plain_number(found["was"] or found["from"] or found["then"]) if found else None
        if value is not None and not (one.question and not _TAG.search(one.words)):
            return value, one
    return None


def _confirmed(units: Sequence[Unit], asked: Unit, value: int) -> tuple[int | None, tuple[Unit, ...]]:
    """An earlier score that the clinician was not sure of: as the client confirms it, or both then say."""
    after = [one for one in units[asked.index + 1 :] if not one.backchannel]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after)]
    other = [(one, number) for one in said for number in _numbers(one) if number != value]
    if not other:
        plain = bool(said) and read_answer(said[0].exact) is Answer.YES
        return (value, tuple(said[:1])) if plain else (None, ())
    answered = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(said) :])
    unit, number = other[0]
    agreed = next((one for one in answered if number in _numbers(one)), None)
    return (number, (unit, agreed)) if agreed is not None else (None, ())


_WRITTEN = {
    "EDINBURGH": "Edinburgh",
    "YBOCS": "Y-BOCS",
    "EDEQ": "EDE-Q",
    "BECK": "Beck",
    "HAMILTON": "Hamilton",
    "LIEBOWITZ": "Liebowitz",
    "INSOMNIA-SEVERITY": "Insomnia severity",
    "INSOMNIA-SEVERITY-INDEX": "Insomnia severity index",
}
_ANY_NUMBER = AnyCase(rf"\b{SPOKEN_NUMBER}\b")


def _numbers(unit: Unit) -> list[int]:
    values = (plain_number(found.group()) for found in _ANY_NUMBER.finditer(unit.words))
    return [value for value in values if value is not None]


def _called(spoken: str) -> str:
    """A scale as it is written: "PHQ-9", "Y-BOCS", "Edinburgh"."""
    name = spoken.upper().replace(" ", "-")
    for word, figure in (("NINE", "9"), ("EIGHT", "8"), ("SEVEN", "7"), ("FIVE", "5"), ("TWO", "2")):
        name = name.replace(word, figure)
    return _WRITTEN.get(name, re.sub(r"^(PHQ|GAD|PCL)-?(?=\d)", r"\1-", name))
