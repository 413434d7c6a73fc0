"""What became of a medicine that only the clinician named.

"The sertraline, how is it?" "I stopped on Monday." Told alone, that says not what was stopped. The name
is put before it where nothing else was asked about in between, and with the name the line it was said in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_TURNS = 4
"""How many changes of speaker the name may be away."""
_PLAIN = re.compile(
    r"^(?P<who>(?:The )?[Cc]lient|[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?=stated: \"|reported that )"
)
_DONE_WITH_IT = AnyCase(
    r"\b(?:i|we)(?:'ve|'m|'d| have| had| am| are| was| were)?(?: just| only| actually| sort of"
    r"| kind of| also)*"
    r" (?:stopped|quit|restarted|resumed|started|missed|skipped|halved|doubled|forgot|forgotten|came off"
    r"|come off"
    r"|went (?:off|back on)|gone (?:off|back on)|back on|ran out|run out|take|took|taken|taking|cut)"
    r"(?: (?:it|them|that|those|one|two|three|a (?:few|couple)|some|half|taking (?:it|them)|(?:a|one|two"
    r"|three) days?"
    r"|(?:on|from|since|for|in|till|until|about|around|last|again|every|altogether|completely|cold"
    r"|of (?:it|them))"
    r"(?! \w+ing\b))\b"
    r"|(?=\W*(?:$|[.;,\"])))"
)
"""What is done with a medicine, which is itself not named."""
_REGARDED = re.compile(
    r"^Regarding (?:the )?(?:medications?|meds|medicines?|tablets?|pills?|sleeping tablets?|sleeping pills?),"
)
_BESIDE = 12
_BEHIND = 3
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_ASKS_FOR_DOSE = AnyCase(
    r"\b(?:medications?|meds|medicines?|tablets?|pills?|dose|milligrams?|mg)\b|\bwhat (?:are you"
    r"|is (?:he|she)) on\b"
)
_OF_IT = AnyCase(
    r"^(?:(?:oh|no|yes|yeah|well|so|i mean|ah)[,. ]+)*"
    r"(?:(?:i|i'm|i've|i am|i have|i was|it's|that's|we) )?(?:[\w']+ ){0,3}?(?:it|that|those|them|one)\b"
)
"""Says what is done with what was named, by no name of its own."""
_SHORTENED = re.compile(r"'[a-z]+\b")
"""A verb that hangs on a word: "how's", "you've"."""
_WORD = re.compile(r"[A-Za-z][\w-]+")
_FOR_ITSELF = AnyCase(
    r"\b(?:smok\w*|drink\w*|drank|vap\w*|weed|bet\w*|gambl\w*|eating|work\w*|school|class\w*|going|seeing"
    r"|driving"
    r"|running|walk\w*|bus|train|shower|call\w*|cutting|crying|talking|therapy|sessions?|appointments?"
    r"|photos?"
    r"|pictures?|breath|turns?|notes?|break|breaks|time|day off)\b"
)
"""What else is stopped, missed or taken."""


def with_medicine(reading: Reading, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements; before what was done with a medicine stands its name, where only it can be meant."""
    for statement in statements:
        named = _named_before(reading, statement) or _named_behind(reading.units, statement)
        if named is None:
            yield statement
            continue
        unit, drug = named
        told = _REGARDED.sub(f"Regarding {drug},", statement.text)
        if told == statement.text:
            told = f"Regarding {drug}, {told[0].lower()}{told[1:]}"
        evidence = tuple(dict.fromkeys((*unit.evidence, *statement.evidence)))
        seen = replace(statement.seen, text=told)
        yield replace(statement, text=told, lead="", rest=told, seen=seen, evidence=evidence)


def _named_before(reading: Reading, statement: Statement) -> tuple[Unit, str] | None:
    if statement.kind not in {Kind.REPORT, Kind.RESPONSE} or statement.authored:
        return None
    text, first = statement.text, reading.units[statement.order]
    if _drugs(text) or not (first.speaking is Speaking.CLIENT or _REGARDED.match(text)):
        return None
    if _REGARDED.match(text):
        return _named_for_it(reading.units, statement)
    if not _PLAIN.match(text):
        return None
    if _FOR_ITSELF.search(text) or not _DONE_WITH_IT.search(f"{first.words} {text}"):
        return None
    return _only_one(reading.units, first)


def _named_behind(units: Sequence[Unit], statement: Statement) -> tuple[Unit, str] | None:
    """The clinician's unit that puts the name to a dose just told: "It's ten." "So, zopiclone ten"."""
    if (
        statement.kind is not Kind.REPORT
        or statement.authored
        or not statement.text.startswith("When asked ")
    ):
        return None
    figures = _FIGURE.findall(in_figures(statement.text))
    if not figures or _drugs(statement.text):
        return None
    lines = set(statement.evidence)
    told = [one for one in units[statement.order :][:_BESIDE] if lines.intersection(one.evidence)]
    asked = [one for one in units[: statement.order + 1] if one.turn == units[statement.order].turn]
    if not told or not any(_ASKS_FOR_DOSE.search(one.words) for one in asked):
        return None
    for unit in units[told[-1].index + 1 :]:
        if unit.turn - told[-1].turn > _BEHIND:
            return None
        found = _drugs(unit.exact)
        if found:
            same = figures[-1] in _FIGURE.findall(in_figures(unit.words))
            return (
                (unit, found[0]) if same and len(found) == 1 and unit.speaking is Speaking.CLINICIAN else None
            )
    return None


def _named_for_it(units: Sequence[Unit], statement: Statement) -> tuple[Unit, str] | None:
    """The clinician's unit beside the question for medicine that names the one of which the answer is."""
    lines = set(statement.evidence)
    told = [one for one in units[statement.order :][:_BESIDE] if lines.intersection(one.evidence)]
    answer = next((one for one in told if one.speaking is Speaking.CLIENT), None)
    if answer is None or not _OF_IT.match(answer.words):
        return None
    beside = [one for one in units[: answer.index] if one.turn == answer.turn - 1]
    if any(one.speaking is not Speaking.CLINICIAN for one in beside):
        return None
    found = [(one, drug) for one in beside for drug in _drugs(one.exact)]
    return found[0] if len({drug.lower() for _, drug in found}) == 1 else None


def _only_one(units: Sequence[Unit], first: Unit) -> tuple[Unit, str] | None:
    """The clinician's unit that names the one medicine of which it can be, and the name."""
    for unit in reversed(units[: first.index]):
        if first.turn - unit.turn > _TURNS or unit.speaking is Speaking.AUTHOR:
            return None
        found = _drugs(unit.exact)
        if found:
            alone = len({one.lower() for one in found}) == 1 and unit.speaking is Speaking.CLINICIAN
            return (unit, found[0]) if alone else None
        if (
            unit.speaking is Speaking.CLINICIAN
            and unit.question
            and content_stems(_SHORTENED.sub("", unit.words))
        ):
            return None
        if unit.speaking is Speaking.CLIENT and _FOR_ITSELF.search(unit.words):
            return None
    return None


def _drugs(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if is_drug(word.lower())]
