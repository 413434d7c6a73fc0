"""A clinician's own lines as the statements of a note: placed by headings and words, in the terms preferred."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.author.casing import spoken_softly
from live_notes.drafting.author.headings import Heading, heading_of
from live_notes.drafting.author.kinds import kind_of
from live_notes.drafting.author.neutral import neutral
from live_notes.drafting.author.people import Cast, cast_of, in_terms, marked
from live_notes.drafting.embedded.saying import finish
from live_notes.drafting.embedded.statements import Statement
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.embedded.worth import Seen, recurring
from live_notes.drafting.formats import Kind, SectionPlan
from live_notes.drafting.language.words import content_stems, tokens
from live_notes.drafting.preferences import Preferences, reference
from live_notes.drafting.risk import RISK_WORDS
from live_notes.drafting.spec import Speaking

_SENTENCE_START = re.compile(r"(?<=[.?!] )([a-z])(?=\w)")
_LONE_I = re.compile(r"(?<![\w'’.-])i(?=(?:['’](?:m|ve|ll|d))?(?![\w'’.:/-]))")
_STRAY = re.compile(r"^[\s+*•→>-]+(?=\w)(?!(?:si|hi|avh|nssi)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Authored:
    """One statement of the clinician's, with the heading it stands under."""

    statement: Statement
    heading: Heading | None = None


@dataclass(frozen=True)
class _Read:
    """A unit without its heading, the heading that holds for it, and whether that binds it."""

    unit: Unit
    words: str
    heading: Heading | None
    binding: bool


def authored_of(units: Sequence[Unit], preferences: Preferences) -> list[Authored]:
    """All that the clinician wrote among these units, in order; nothing of it is left out."""
    written = [unit for unit in units if unit.speaking is Speaking.AUTHOR]
    cast = cast_of(unit.words for unit in written)
    frequency = Counter(stem for unit in written for stem in set(content_stems(unit.words)))
    return [_authored(one, cast, preferences, frequency, len(units)) for one in _read(written)]


def placed(authored: Sequence[Authored], plans: Sequence[SectionPlan]) -> list[Statement]:
    """The statements as this format takes them: in the section of their heading where it has one."""
    return [_for_format(one, plans) for one in authored]


def _read(units: Sequence[Unit]) -> Iterator[_Read]:
    found = {unit.index: heading_of(unit.words) for unit in units}
    broad = {one[0].title for one in found.values() if one is not None and one[0].broad}
    current: Heading | None = None
    alone = False
    for unit in units:
        given = found[unit.index]
        words, begins = unit.words, False
        if given is not None:
            current, words = given
            begins, alone = bool(words), not words
        if tokens(words):
            binding = begins or alone or (current is not None and current.broad and len(broad) > 1)
            yield _Read(unit, words, current, binding)


def _authored(
    one: _Read, cast: Cast, preferences: Preferences, frequency: Counter[str], units: int
) -> Authored:
    told = marked(spoken_softly(one.words), cast)
    kind = _kind(told, one)
    stems = content_stems(one.words)
    text = _worded(neutral(told), preferences)
    must = bool(RISK_WORDS.search(one.words)) and kind is not Kind.INTERVENTION
    seen = Seen(text, kind, one.unit.index / max(1, units), recurring(stems, frequency))
    statement = Statement(
        kind, text, one.unit.evidence, seen, one.unit.index, frozenset(stems), must=must, authored=True
    )
    return Authored(statement, one.heading if one.binding else None)


def _kind(told: str, one: _Read) -> Kind:
    """By its words, and by the heading it stands under where that binds it or the words show nothing."""
    kind, sure = kind_of(told)
    allowed = one.heading.kinds if one.heading is not None else ()
    if not allowed or kind in allowed and sure:
        return kind
    return allowed[0] if one.binding or not sure else kind


def _worded(told: str, preferences: Preferences) -> str:
    """A sentence of the note: with its clinician's terms, its capital and its full stop."""
    client, clinician = preferences.client_term, preferences.clinician_term
    text = in_terms(_STRAY.sub("", told), client, clinician, reference(client))
    text = finish(_LONE_I.sub("I", text))
    return _SENTENCE_START.sub(lambda match: match[1].upper(), text)


def _for_format(one: Authored, plans: Sequence[SectionPlan]) -> Statement:
    statement, heading = one.statement, one.heading
    kinds = {kind for plan in plans for kind in plan.kinds}
    section = None
    if heading is not None:
        section = next((plan for plan in plans if plan.drafted and heading.names(plan.title)), None)
    if section is not None:
        return replace(statement, section=section.title)
    if heading is not None and heading.kept:
        label = heading.title
        text = f"{label}: {statement.text}"
        statement = replace(statement, text=text, seen=replace(statement.seen, text=text))
    return replace(statement, kind=_at_home(statement.kind, plans, kinds))


def _at_home(kind: Kind, plans: Sequence[SectionPlan], kinds: set[Kind]) -> Kind:
    """Where a format has no place of its own for what was thought, it goes with how the client responded."""
    own = [plan for plan in plans if kind in plan.kinds]
    if kind is Kind.FORMULATION and own and Kind.RESPONSE in kinds:
        mixed = all(plan.kinds == {Kind.INTERVENTION, Kind.FORMULATION} for plan in own)
        return Kind.RESPONSE if mixed else kind
    return kind
