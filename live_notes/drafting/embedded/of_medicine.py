"""What became of a medicine that only the clinician named.

"The sertraline, how is it?" "I stopped on Monday." Told alone, that says not what was stopped. The name
is put before it where nothing else was asked about in between, and with the name the line it was said in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.units import Unit
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
        named = _named_before(reading, statement)
        if named is None:
            yield statement
            continue
        unit, drug = named
        told = f"Regarding {drug}, {statement.text[0].lower()}{statement.text[1:]}"
        evidence = tuple(dict.fromkeys((*unit.evidence, *statement.evidence)))
        seen = replace(statement.seen, text=told)
        yield replace(statement, text=told, lead="", rest=told, seen=seen, evidence=evidence)


def _named_before(reading: Reading, statement: Statement) -> tuple[Unit, str] | None:
    if statement.kind not in {Kind.REPORT, Kind.RESPONSE} or statement.authored:
        return None
    text, first = statement.text, reading.units[statement.order]
    if first.speaking is not Speaking.CLIENT or not _PLAIN.match(text) or _drugs(text):
        return None
    if _FOR_ITSELF.search(text) or not _DONE_WITH_IT.search(f"{first.words} {text}"):
        return None
    return _only_one(reading.units, first)


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
