"""Ratings of a week, read off a card day by day: "Urges to drink: Monday 2, Tuesday 4, Wednesday 0"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.added_up import scored_line
from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER, in_digits
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.spec import Speaking

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHICH = r"(?:,? (?:yesterday|today|just gone|night|last|again))?"
_PAIR = re.compile(
    rf"\b(?P<day>{_DAY})(?:'s)?{_WHICH},? (?:(?:it's|it is|it was|is|was|that's|you've put|you put"
    rf"|we've got|you've got"
    rf"|we have|you had|a|an|back to|down to|up to) )*(?P<value>{SPOKEN_NUMBER})\b(?:,? out of (?:ten"
    rf"|five|10|5))?"
    r"(?![- ](?:or|to|and a half|point|times?|hours?|minutes?|drinks?|units?|pints?|cans?|of)\b|-)",
    re.IGNORECASE,
)
"""A day with its number: "Saturday it's a nine out of ten"."""
_BLANK_DAY = re.compile(
    rf"\b(?P<day>{_DAY})(?:'s)?{_WHICH},? (?:(?:is|was|it's|that's|you left|you've left|left) )?"
    r"(?:a )?(?P<value>blank|empty|missing|not filled in|nothing)\b",
    re.IGNORECASE,
)
"""A day that was left out: "Thursday blank"."""
_NO_DAY = "blank"
_OPEN_DAY = re.compile(rf"\b(?P<day>{_DAY}){_WHICH},?(?: (?:is|was|it's))?\W*$", re.IGNORECASE)
"""A day whose number could not be read."""
_NAMED = (
    r"^(?:(?:so|okay|right|and|now|then|um|uh|well|let's see|let me see|here we are)[,. ]+)*(?:the |your )?"
    r"(?P<topic>(?:[\w'-]+ ){0,2}?(?:urges?|cravings?|mood|anxiety|sadness|anger|shame|guilt|misery|joy"
    r"|pain|fear"
    r"|thoughts?|worry|panic|stress|energy|irritability|loneliness|distress|rumination|binge(?:ing|s)?"
    r"|tension)"
    r"(?: (?:to|of|about|for) [\w'-]+(?: [\w'-]+)?)?)"
)
_TOPIC_ALONE = re.compile(
    rf"{_NAMED}(?:[,:]? (?:from )?(?P<scale>(?:nought|zero|one|0|1) to (?:five|ten|5|10)))?\W*$",
    re.IGNORECASE,
)
"""The same in a sentence of its own: "urges to self-harm, nought to five"."""
_TOPIC = re.compile(
    rf"{_NAMED}(?:,|:|;| -| –|\.\.\.|…| was| were| is)? (?={_DAY}\b)",
    re.IGNORECASE,
)
"""What the card rates, before its first day."""
_LEFT = re.compile(r"\b(?:and|so|then|um|uh|okay|right|ooh|oh|now|but|on|the)\b|[^\w]", re.IGNORECASE)
_SAID_AGAIN = re.compile(rf"^\W*(?:(?:okay|right|so)[, ]+)?{SPOKEN_NUMBER},? ", re.IGNORECASE)
"""The number of the day before, said again before the next: "three, Thursday one"."""
_OBJECTS = re.compile(
    rf"\b(?:no|nope|nah|wrong|actually|meant|mistake|should|wasn't|isn't|{_DAY}"
    rf"|{SPOKEN_NUMBER})\b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"^(?:(?:and|so|okay)[, ]+)?(?:is that|is it|was that|right|yeah|have i got that|that right"
    r"|am i reading)\b"
    r"[^?]{0,40}\?$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\b(?:tick(?:ed)?|cross(?:ed)?|star(?:red)?|circled?|asterisk|smiley)\b", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    rf"\W*(?:(?:um|uh|it's|that's|a|an|the)[, ]+)*(?P<is>{SPOKEN_NUMBER})\W*", re.IGNORECASE
)
_MOST_BETWEEN, _LEAST_DAYS, _MOST_REPLIED = 24, 4, 4


@dataclass
class _Week:
    """The days of one card line in order, with their numbers, and the units that tell them."""

    topic: str
    days: list[tuple[str, str]] = field(default_factory=list, repr=False)
    units: list[Unit] = field(default_factory=list, repr=False)
    open_day: str = ""

    def take(self, unit: Unit) -> bool:
        """Whether a clinician's sentence goes on reading, and nothing else."""
        words = _SAID_AGAIN if self.units else _TOPIC
        left = words.sub("", unit.words, count=1)
        found = [*_PAIR.finditer(left), *_BLANK_DAY.finditer(left)]
        pairs = sorted(found, key=lambda pair: pair.start())
        left = _BLANK_DAY.sub(" ", _PAIR.sub(" ", left))
        opened = _OPEN_DAY.search(left)
        left = _OPEN_DAY.sub(" ", left)
        if self.open_day or (not pairs and opened is None) or _LEFT.sub("", left):
            return False
        for pair in pairs:
            value = _NO_DAY if pair.re is _BLANK_DAY else in_digits(pair["value"])
            if value is None or (value != _NO_DAY and int(float(value)) > 10):
                return False
            self.days.append((pair["day"].capitalize(), value))
        self.open_day = opened["day"].capitalize() if opened is not None else ""
        self.units.append(unit)
        return True

    def answer(self, unit: Unit) -> bool:
        """Whether a client's short reply fills the day left open, or agrees."""
        alone = _NUMBER_ALONE.fullmatch(unit.exact)
        if self.open_day:
            value = in_digits(alone["is"]) if alone is not None else None
            if value is None:
                return False
            self.days.append((self.open_day, value))
            self.units.append(unit)
            self.open_day = ""
            return True
        return unit.spoken_length <= _MOST_REPLIED and read_answer(unit.exact) is Answer.YES

    def remark(self, unit: Unit) -> None:
        """Puts what is marked on the card beside the day that it names, else beside the day before."""
        named = [at for at, (day, _) in enumerate(self.days) if day.lower() in unit.words.lower()]
        at = named[-1] if named else -1
        day, value = self.days[at]
        self.days[at] = (day, f"{value} ({quoted(unit).rstrip('.')})")
        self.units.append(unit)


def by_day(reading: Reading, used: set[int]) -> list[Statement]:
    """What a clinician reads off a card for each day, as one line; its units are added to `used`."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.index in used:
            continue
        named = _TOPIC.match(unit.words) or _TOPIC_ALONE.match(unit.words)
        if named is None:
            continue
        week = _read(reading.units, unit, named["topic"])
        if week is None:
            continue
        listed = ", ".join(f"{day} {value}" for day, value in week.days)
        scale = named.groupdict().get("scale")
        topic = f"{week.topic[0].upper()}{week.topic[1:]}{f' ({scale})' if scale else ''}"
        found.append(scored_line(reading, whole(f"{topic}: {listed}"), week.units))
        used.update(one.index for one in week.units)
    return found


def _read(units: Sequence[Unit], first: Unit, topic: str) -> _Week | None:
    """The days that are read out from here on; None where one of them is not clear."""
    week = _Week(topic)
    if _TOPIC_ALONE.match(first.words):
        week.units.append(first)
    elif not week.take(first):
        return None
    for unit in units[first.index + 1 :][:_MOST_BETWEEN]:
        if not _goes_on(week, unit):
            if unit.speaking is Speaking.CLIENT and _OBJECTS.search(unit.exact):
                return None
            break
    return week if len(week.days) >= _LEAST_DAYS and not week.open_day else None


def _goes_on(week: _Week, unit: Unit) -> bool:
    if unit.speaking is Speaking.CLIENT:
        return unit.backchannel or week.answer(unit)
    if unit.speaking is not Speaking.CLINICIAN:
        return False
    if unit.backchannel or (unit.question and _CHECKS.match(unit.words)):
        return True
    if not unit.question and week.days and _REMARK.search(unit.words) and not _PAIR.search(unit.words):
        week.remark(unit)
        return True
    return (not unit.question and week.take(unit)) or unit.length <= 1
