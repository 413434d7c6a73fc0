"""Scores told behind their questionnaire, without its name: "You have a nine", "that came to fifteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import pronoun_words as says
from live_notes.drafting.embedded.measures.measure_words import (
    EARLIER,
    NAMES,
    NO_ONES,
    NOT_DONE,
    NOW,
    OF_AN_ITEM,
    OF_ANOTHER,
    PREVIOUS,
    in_digits,
)
from live_notes.drafting.embedded.measures.scale_names import called
from live_notes.drafting.embedded.measures.scores_before import Score, asks, names_the_first
from live_notes.drafting.embedded.measures.scores_named import is_of_today
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_REACH, _TURNS = 14, 5
"""Units and turns behind the name of a questionnaire in which its score is looked for."""
_FIRST_OF_A_TURN = 2
_MOST_ASIDE = 30
"""Words of a client between the two, who would else have come to other matters."""
_DONE = AnyCase(
    r"\b(?:did|done|filled|fill|took|completed?|gave|given|sent|was|were|had|came|come|scored|went|been|do)\b"
)
_AGAIN = AnyCase(r"\b(?:again|repeat|re-?do|leave|skip|won't|not|next (?:time|one|week|session|month)|due)\b")


def scale_stem(scale: str) -> str:
    """What a scale is called before its version: the PHQ is the PHQ-9."""
    return scale.split("-", maxsplit=1)[0]


def fits(scale: str, value: str) -> bool:
    """Whether a questionnaire can come to that number at all."""
    return float(value.split(maxsplit=1)[0]) <= says.HIGHEST.get(scale_stem(scale), 400)


def told_behind(units: Sequence[Unit], named: Sequence[Unit], scores: Sequence[Score]) -> list[Score]:
    """The scores of scales that `named` may name and that have none among `scores`, each once."""
    known = {scale_stem(one.scale) for one in scores}
    found: list[Score] = []
    for unit in named:
        names = {called(one["scale"]): one for one in NAMES.finditer(unit.words)}
        if len(names) != 1:
            continue
        scale, name = next(iter(names.items()))
        if scale_stem(scale) in known:
            continue
        score = _behind(units, unit, scale, name.start())
        if score is not None:
            found.append(score)
            known.add(scale_stem(scale))
    return found


def _behind(units: Sequence[Unit], unit: Unit, scale: str, at: int) -> Score | None:
    if OF_ANOTHER.search(unit.words[:at][-40:]):
        return None
    if not is_of_today(unit.words[:at], unit.words):
        return _left_out(units, unit, scale)
    for told in _tellings(units, unit, scale):
        if fits(scale, told.value):
            return Score(scale, told.value, (unit, *told.units), when=_day(unit, told.units[-1]))
    return None


def _day(named: Unit, told: Unit) -> str:
    """When it was filled in, where that is said to be another day than this."""
    day = EARLIER.search(named.words)
    if day is None or not _DONE.search(named.words) or NOW.search(f"{named.words} {told.words}"):
        return ""
    return day_called(day.group())


def day_called(day: str) -> str:
    """An earlier day as a note has it: nobody's "when you came"."""
    plain = day.lower().strip(" ,")
    if names_the_first(plain) or plain.startswith("when "):
        return "initially"
    return plain if plain.startswith(("last ", "at ", "in ", "two ", "three ", "four ")) else "previously"


def _left_out(units: Sequence[Unit], unit: Unit, scale: str) -> Score | None:
    """What a questionnaire was, that is not filled in this time: "we'll leave it today, it was fifty-one"."""
    if not (_AGAIN.search(unit.words) or NOT_DONE.search(unit.words)):
        return None
    for one in units[unit.index :][:_FIRST_OF_A_TURN]:
        found = PREVIOUS.search(one.words) if one.turn == unit.turn and not asks(one) else None
        day = EARLIER.search(found.group()) if found else None
        value = next((value for value in found.groups() if value), None) if found else None
        number = in_digits(value) if value else None
        if day is None or number is None or (one is not unit and NAMES.search(one.words)):
            continue
        if fits(scale, number):
            told = tuple(dict.fromkeys((unit, one)))
            return Score(scale, number, told, when=day_called(day.group()), left_out=True)
    return None


@dataclass(frozen=True)
class _Telling:
    """A number told as a score, and the units that tell it."""

    value: str
    units: tuple[Unit, ...] = field(repr=False)

    def __repr__(self) -> str:
        return f"<_Telling {len(self.units)} units>"


def _tellings(units: Sequence[Unit], named: Unit, scale: str) -> Iterator[_Telling]:
    """What is told as a score behind a name, until something else is spoken of."""
    asked: Unit | None = named if _asks_score(named) else None
    wondered: list[Unit] = []
    turns, turn, nth = 0, named.turn, 0
    for one in units[named.index + 1 :][:_REACH]:
        if one.backchannel:
            continue
        nth = nth + 1 if one.turn == turn else 1
        turns, turn = turns + (one.turn != turn), one.turn
        if turns > _TURNS or _is_elsewhere(one, scale):
            return
        if one.speaking is Speaking.CLIENT:
            told = _by_client(units, one) if asked is not None else None
            if told is not None and asked is not None:
                yield _Telling(told[0], tuple(dict.fromkeys((asked, told[1]))))
            wondered += (one,) if one.question else ()
            continue
        if _asks_score(one):
            asked = one
            continue
        if asks(one):
            if not says.ABOUT_FORM.search(one.words):
                return
            continue
        near = one.turn == named.turn or (turns <= _FIRST_OF_A_TURN and nth <= _FIRST_OF_A_TURN)
        value = clinician_told(one, near=near, bare=_answers(wondered) and nth == 1 and turns > 0)
        if value is not None:
            yield _Telling(value, (one,))
        wondered = []


def _asks_score(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLINICIAN and says.ASKS_SCORE.search(unit.words) is not None


def _is_elsewhere(unit: Unit, scale: str) -> bool:
    """Whether a sentence names another scale, or a client speaks of something else at length."""
    names = {scale_stem(called(found["scale"])) for found in NAMES.finditer(unit.words)}
    if names - {scale_stem(scale)}:
        return True
    return unit.speaking is not Speaking.CLINICIAN and unit.length > _MOST_ASIDE


def _answers(wondered: Sequence[Unit]) -> bool:
    """Whether a number alone answers what the client asked of the score, if they asked anything."""
    return all(says.ASKS_BACK.search(one.words) for one in wondered)


def clinician_told(unit: Unit, *, near: bool, bare: bool) -> str | None:
    """The score that a clinician's sentence without a name tells."""
    found = says.TOLD_STRONGLY.search(unit.words) or (says.TOLD_PLAINLY.search(unit.words) if near else None)
    groups = found.groupdict() if found else {}
    name = next((one for one in ("score", "bare") if groups.get(one)), None)
    if found is not None and name is not None:
        if name == "bare" and not bare:
            return None
        return _counted(unit.words, found, name)
    today = says.TOLD_OF_TODAY.search(unit.words)
    if today is not None:
        return _counted(unit.words, today, "score")
    return _of_all(unit.words) if near and says.PART_TOLD.match(unit.words) else None


def _counted(words: str, found: re.Match[str], name: str) -> str | None:
    """A number as a score, unless what stands around it makes it another's or another day's."""
    before, behind = words[: found.start()], words[found.end(name) :].lstrip(" ,")
    other = NO_ONES.search(before) or OF_ANOTHER.search(before) or OF_AN_ITEM.search(before)
    if other or EARLIER.search(words[: found.start(name)]) or says.THAT_DAY.match(behind):
        return None
    return in_digits(found[name])


def _of_all(words: str) -> str | None:
    """How many of the questions were answered so: "4 of 6"."""
    found = says.OUT_OF.search(words)
    value, of = (in_digits(found["score"]), in_digits(found["of"])) if found else (None, None)
    if found is None or value is None or of is None or float(value) > float(of):
        return None
    before = words[: found.start()]
    other = OF_ANOTHER.search(before) or NO_ONES.search(before) or EARLIER.search(words)
    return None if other else f"{value} of {of}"


def _by_client(units: Sequence[Unit], unit: Unit) -> tuple[str, Unit] | None:
    """What a client tells who was asked: how many of how many rather than the number they counted to."""
    turn = [*takewhile(lambda one: one.turn == unit.turn, units[unit.index :])]
    part = next((one for one in turn if says.OUT_OF.search(one.words) and client_told(one)), None)
    one = part or unit
    value = client_told(one)
    return (value, one) if value is not None else None


def client_told(unit: Unit) -> str | None:
    """The score that a client tells who was asked for it."""
    if asks(unit) or EARLIER.search(unit.words):
        return None
    if says.OUT_OF.search(unit.words):
        return _of_all(unit.words)
    found = says.CLIENT_TELLS.search(unit.words)
    return in_digits(found["score"] or found["alone"]) if found else None
