"""A report that begins with "he" or "she", with the sentence before it that says who that is.

"My father was a headmaster. He beat us." In a note "he beat them" is whoever was named last. Where the
sentence before names the person, both are quoted; where the clinician did, the report answers that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.person_words import HE_WORDS
from live_notes.drafting.embedded.persons.spoken_of import People
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.spec import Speaking

_BEGINS = re.compile(
    r"^(?P<who>(?:the )?\w+) (?:reported|stated|said) that (?P<word>he|she)\b(?! \()", re.IGNORECASE
)
_BACK, _MOST_QUOTED, _MOST_PUT = 2, 45, 12


def with_owner(people: People, terms: Terms, statement: Statement) -> Statement:
    """The statement with the sentence right before it that names whom its pronoun means, if one does."""
    begins = _BEGINS.match(statement.text)
    own = terms.pronouns.subject.lower() in {"he", "she"}
    if begins is None or own or terms.several or statement.authored or '"' in statement.text:
        return statement
    first = people.units[statement.order]
    if first.speaking is not Speaking.CLIENT or not is_whole(first):
        return statement
    sex = "m" if begins["word"].lower() in HE_WORDS else "f"
    told = _told(people.units, statement, first)
    named = _named_before(people, first, sex)
    if named is not None:
        said = as_one(people.units[named.index : told[-1].index + 1])
        if said.spoken_length > _MOST_QUOTED or not is_whole(said):
            return statement
        return _reading(statement, f"{begins['who']} stated: {in_quotes(said)}", said)
    put = _put_before(people, first, sex)
    if put is None:
        return statement
    said, asked = as_one(told), quoted(put)[:-1].rstrip(".")
    text = f'In response to {asked}", {terms.client_inside} stated: {in_quotes(said)}'
    return _reading(statement, text, as_one((put, *told)))


def _told(units: Sequence[Unit], statement: Statement, first: Unit) -> list[Unit]:
    """The sentences from the first on that the statement retells."""
    told = [first]
    for one in units[first.index + 1 :]:
        if one.turn != first.turn or not one.stems or not statement.stems.issuperset(one.stems):
            break
        told.append(one)
    return told


def _named_before(people: People, first: Unit, sex: str) -> Unit | None:
    """The sentence shortly before, in the same turn, that names somebody of that sex, if there is one."""
    for one in reversed(people.units[max(0, first.index - _BACK) : first.index]):
        if (one.turn, one.speaker) != (first.turn, first.speaker):
            return None
        if _names(people, one, sex):
            return one
    return None


def _put_before(people: People, first: Unit, sex: str) -> Unit | None:
    """The last sentence of the clinician's before the turn, where it names somebody of that sex."""
    before = [
        one for one in people.units[max(0, first.index - 2 * _BACK) : first.index] if one.turn != first.turn
    ]
    last = before[-1] if before else None
    short = last is not None and last.speaking is Speaking.CLINICIAN and last.spoken_length <= _MOST_PUT
    opens = (
        all(one.backchannel or not one.stems for one in people.units[last.index + 1 : first.index])
        if last
        else False
    )
    return (
        last
        if last is not None and short and opens and is_whole(last) and _names(people, last, sex)
        else None
    )


def _names(people: People, unit: Unit, sex: str) -> bool:
    sexes = {one.sex for one in people.of(unit) if not one.pronoun}
    return sex in sexes or sexes == {"e"}


def _reading(statement: Statement, told: str, said: Unit) -> Statement:
    text = finish(told)
    lines = tuple(dict.fromkeys((*said.evidence, *statement.evidence)))
    seen = replace(statement.seen, text=text)
    return replace(statement, text=text, lead="", rest=text, evidence=lines, seen=seen)
