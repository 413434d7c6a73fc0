"""What a client says in a rehearsal: words to somebody who is not there, and no report of what is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from live_notes.drafting.embedded.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.saying_much import is_whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk_words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_REHEARSES = re.compile(
    r"\brole[- ]?play|\brehears\w+|\blet's (?:practi[cs]e|try) (?:it|that|saying|telling|asking|what you)\b"
    r"|\bpretend (?:that )?i'm\b|\bimagine (?:that )?i'm\b|\bi'll (?:be|play) (?:your|him|her|the|\[person)"
    r"|\bsay (?:it|that) to (?:me|him|her|them)\b|\bas an i[- ]statement\b",
    re.IGNORECASE,
)
_DONE_HERE_IS_WORTH = 0.15
_REACH = 4
_MOST_WORDS = 50
_MOST_GUIDED = 22
_LEAST_MATTER = 2


def rehearsed(reading: Reading, used: set[int]) -> list[Statement]:
    """What clients said when the clinician had them rehearse it, quoted; the units are added to `used`."""
    found = []
    for turn in _turns(reading.units):
        guided = _guided_to(reading.units, turn[0])
        said = list(takewhile(lambda unit: not unit.question, turn))
        if not guided or not said or used & {unit.index for unit in turn}:
            continue
        answer, asked = as_one(said), as_one(guided)
        told = len(content_stems(answer.words)) >= _LEAST_MATTER and word_count(answer.exact) <= _MOST_WORDS
        if not told or RISK_WORDS.search(answer.words) or not all(is_whole(unit) for unit in said):
            continue
        asks = f'In response to {quoted(asked)[:-1].rstrip(".")}"'
        words = f"{asks}, {reading.terms_for(answer).client_inside} said: {quoted(answer)}"
        statement = made(reading, Kind.RESPONSE, whole(words), (asked, answer))
        found.append(replace(statement, more=_DONE_HERE_IS_WORTH))
        used.update(unit.index for unit in turn)
    return found


def _turns(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT)
    for _, turn in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        yield list(turn)


def _guided_to(units: Sequence[Unit], first: Unit) -> list[Unit]:
    """The clinician's words just before a turn, from those on that ask to rehearse; none if they do not."""
    before = [unit for unit in units[max(0, first.index - _REACH) : first.index] if not unit.backchannel]
    asked = [unit for unit in before if unit.speaking is Speaking.CLINICIAN and unit.turn == before[-1].turn]
    if not asked or before[-1].speaking is not Speaking.CLINICIAN:
        return []
    at = next((at for at, unit in enumerate(asked) if _REHEARSES.search(unit.words)), None)
    if at is None:
        return []
    short = word_count(" ".join(unit.words for unit in asked[at:])) <= _MOST_GUIDED
    return asked[at:] if short else [asked[at]]
