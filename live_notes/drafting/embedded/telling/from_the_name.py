"""What a client says of "her" or "him" with the sentences of the turn from the one that names them.

"She takes my tablets" is anybody's in a note, most of all the client's own where they are a woman, too. Where
the same turn has the name ("My lodger. Ines. She ..."), it is quoted from there; else the sentence is left
to what knows the name otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import can_be
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.language.words import tokens

_PERSON = re.compile(
    r"(?<![\w'-])(?P<word>he|she|him|her|his|hers)(?:'(?:s|d|ll|re|ve))?(?![\w'-])", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"\b(?:an?|the|my|our|this|that|some|one|another|every) (?:[a-z'-]+ ){0,2}?[a-z'-]+(?:er|or|man|woman|ist"
    r"|ian|ant|ent|body|one|friend|mate|lad|guy)\b",
    re.IGNORECASE,
)
"""Somebody by what they do."""
_A_NAME_ALONE = re.compile(r"[A-Z][a-z]+\.")
_PLACE = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Oo]n|[Nn]ear|[Oo]utside|[Oo]ff) (?:the )?[A-Z][\w']+(?: [A-Z][\w']+)*"
)
_FAR, _MOST_WORDS, _MOST_OF_A_NAME = 7, 70, 3


def from_the_name(units: Sequence[Unit], told: Sequence[Unit], proper: Collection[str]) -> Sequence[Unit]:
    """The sentences from the one that names whom `told` is about; none where they need not, or do not."""
    if not _is_open(told, proper):
        return ()
    run = list(told)
    for before in reversed(units[max(0, told[0].index - _FAR) : told[0].index]):
        if not _goes_before(before, run):
            return ()
        run.insert(0, before)
        if not _is_open(run, proper):
            return _with_scraps(units, run)
    return ()


def _with_scraps(units: Sequence[Unit], run: list[Unit]) -> Sequence[Unit]:
    """The run with what is said of a bare name right before it: "My lodger. Ines."."""
    before = units[run[0].index - 1] if run[0].index else None
    scraps = before is not None and max(before.spoken_length, run[0].spoken_length) <= _MOST_OF_A_NAME
    return [before, *run] if scraps and before is not None and _goes_before(before, run) else run


def _goes_before(before: Unit, run: Sequence[Unit]) -> bool:
    same = (before.turn, before.speaker) == (run[0].turn, run[0].speaker)
    if not same or before.question or before.backchannel or before.risk_in_words or not is_whole(before):
        return False
    return before.spoken_length + sum(unit.spoken_length for unit in run) <= _MOST_WORDS


def _is_open(run: Sequence[Unit], proper: Collection[str]) -> bool:
    """Whether a "he" or "she" comes before anybody is named whom it can stand for."""
    words = " ".join(unit.words for unit in run)
    found = _PERSON.search(words)
    if found is None:
        return False
    before = words[: found.start()]
    if _A_NAME_ALONE.fullmatch(run[0].exact.strip()) and len(run) > 1 and _PERSON.match(run[1].words):
        return False  # "Ines. She ..."
    if can_be(found["word"].lower(), before) or _SOMEBODY.search(before) is not None:
        return False
    return not any(word.split("'")[0] in proper for word in tokens(_PLACE.sub(" ", before)))
