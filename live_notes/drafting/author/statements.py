"""A clinician's own lines as a note's statements: placed by headings and words, in the terms preferred."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.author.casing import begun, is_shouted, spoken_softly
from live_notes.drafting.author.headings import WITH_THE_PROBLEM, Heading, heading_of
from live_notes.drafting.author.kinds import is_told, kind_of
from live_notes.drafting.author.members import NOBODY_KNOWN, Members, lettered, member_key, told_of, with_name
from live_notes.drafting.author.neutral import neutral
from live_notes.drafting.author.people import Cast, cast_of, in_terms, marked
from live_notes.drafting.author.preferred import Worded, in_preferred
from live_notes.drafting.author.retractions import taken_back
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.worth import Seen, recurring
from live_notes.drafting.embedded.telling.saying import capital, finish
from live_notes.drafting.formats import Kind, SectionPlan, place
from live_notes.drafting.language.words import content_stems, tokens, word_set
from live_notes.drafting.preferences import Preferences, reference
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_NEXT_BEST = (Kind.OBSERVATION, Kind.REPORT, Kind.RESPONSE, Kind.INTERVENTION, Kind.FORMULATION, Kind.PLAN)
_OF_THE_SESSION = frozenset((Kind.INTERVENTION, Kind.FORMULATION, Kind.PLAN))
"""What stands once in a note, whichever clients it tells of."""
SEVERAL = Cast(one_client=False, apart=True)
_SEEN_ALONE = "Mental status"
"""A section of findings in which nothing that was done may stand."""
_DIAGNOSIS = re.compile(
    r"^(?:(?:the|her|his|their|client's|patient's|working|provisional|differential|primary|current) )*"
    r"(?:dx|diagnos[ie]s)\b|\bmeets? (?:the |full )?criteria for\b",
    re.IGNORECASE,
)
_SPELT = word_set("nc pc sud suds voc hw nv rtc pmh fh fhx pph aod cc hpi")
_BELIEFS = frozenset({"nc", "pc", "negative cognition", "positive cognition"})
"""Headings under which the client's own words stand: "NC: I am bad"."""
_LONE_I = re.compile(r"(?<![\w'’.-])i(?=(?:['’](?:m|ve|ll|d))?(?![\w'’.:/-]))")
_TITLE = re.compile(
    r"^(?:(?:individual|group|couples?|family) )?(?:progress|session|therapy|psychotherapy|soap|dap"
    r"|birp) note\W*$"
    r"|^(?:(?:okay|ok|so|alright)[, ]+)*(?:this is |i'm |i am )?dictat(?:ing|ion)(?: (?:a |the |my )?note)?"
    r" (?:for|on|of)\b[^.;]{0,50}\W*$",
    re.IGNORECASE,
)
"""What the clinician's text is called: it says nothing."""
_STRAY = re.compile(r"^[\s+*•→>-]+(?=\w)(?!(?:si|hi|avh|nssi)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Authored:
    """One statement of the clinician's, with the heading it stands under; the first has its label as written.

    `small` is its text as it begins after a label. `told`: somebody tells what it says, the clinician has not
    seen it. `kept`: pronouns stand in it that are not those preferred. `apart`: the same where each of
    several clients has a section, and `of` whom it tells, by number.
    """

    statement: Statement
    heading: Heading | None = None
    label: str = ""
    small: str = ""
    told: bool = False
    kept: bool = False
    apart: str = ""
    of: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Read:
    """A unit without its heading, the heading that holds for it, and whether that binds it."""

    unit: Unit
    words: str
    heading: Heading | None
    binding: bool
    label: str


@dataclass(frozen=True)
class _Reading:
    """What a whole summary shows of its statements."""

    cast: Cast
    preferences: Preferences
    frequency: Counter[str]
    units: int
    shouted: bool
    members: Members


def authored_of(
    units: Sequence[Unit], preferences: Preferences, members: Members = NOBODY_KNOWN
) -> list[Authored]:
    """All that the clinician wrote among these units, in order, but what they took back themselves."""
    written = _standing([unit for unit in units if unit.speaking is Speaking.AUTHOR])
    if members.names and not members.several:
        written = [replace(unit, words=members.numbered(unit.words)) for unit in written]
    cast = cast_of(unit.words for unit in written)
    if members.several and members.names:
        cast = SEVERAL
    frequency = Counter(stem for unit in written for stem in set(unit.stems))
    shouted = is_shouted(" ".join(unit.words for unit in written))
    reading = _Reading(cast, preferences, frequency, len(units), shouted, members)
    read = list(_read(written))
    told = [_told(one, reading) for one in read]
    worded = in_preferred(told, preferences, one_client=cast.one_client)
    found = [_authored(*each, reading) for each in zip(read, told, worded, strict=True)]
    return _told_apart(found, read, reading) if members.several else found


def _told_apart(found: Sequence[Authored], read: Sequence[_Read], reading: _Reading) -> list[Authored]:
    """The statements with of whom of several clients each tells, and how it says so without their names.

    A "he" that can only be one of them is written as that one: its section may not hold the sentence before.
    """
    members, client = reading.members, capital(reading.preferences.client_term)
    words = [_softly(one, reading) for one in read]
    numbered = [members.numbered(one) for one in words]
    apart: list[Authored] = []
    for at, (one, told) in enumerate(zip(found, told_of(numbered), strict=True)):
        statement, lettering = one.statement, numbered[at]
        if told.by_pronoun:
            lettering = with_name(lettering, f"[CLIENT_{told.of[0]}]")
            name = members.given_name(told.of[0])
            text = _worded_of(with_name(words[at], name), reading) if name else statement.text
            evidence = tuple(dict.fromkeys((*apart[at - 1].statement.evidence, *statement.evidence)))
            seen = replace(statement.seen, text=text)
            statement = replace(statement, text=text, seen=seen, evidence=evidence)
        text = lettered(_worded_of(lettering, reading), client)
        apart.append(replace(one, statement=statement, apart=text, of=told.of))
    return apart


def _worded_of(words: str, reading: _Reading) -> str:
    return _worded(neutral(marked(words, reading.cast)), reading.preferences)


def _standing(written: Sequence[Unit]) -> list[Unit]:
    """What stands of these units once each correction is honoured; one that was mended rests on both."""
    instead = taken_back([unit.words for unit in written])
    stands: list[Unit] = []
    for at, unit in enumerate(written):
        words = instead.get(at, unit.words)
        if not words or _TITLE.match(words):
            continue
        mended = at in instead and instead.get(at + 1) == ""
        evidence = (*unit.evidence, *written[at + 1].evidence) if mended else unit.evidence
        same = words == unit.words and not mended
        stands.append(unit if same else replace(unit, words=words, evidence=tuple(dict.fromkeys(evidence))))
    return stands


def placed(authored: Sequence[Authored], plans: Sequence[SectionPlan], *, all_of_it: bool) -> list[Statement]:
    """The statements as this format takes them: in the section of their heading where it has one.

    `all_of_it`: one for whose kind there is no section stands in the next best; else it is left out.
    """
    each = any(plan.each_client and plan.speaker is not None for plan in plans)
    found = [_for_format(_for_members(one) if each else one, plans) for one in authored]
    if each:
        pairs = zip(found, authored, strict=True)
        found = [
            told for one, by in pairs for told in _in_their_sections(one, by, plans, all_of_it=all_of_it)
        ]
    return [_somewhere(one, plans) for one in found] if all_of_it else found


def _for_members(one: Authored) -> Authored:
    """A statement as it reads where its people are told apart by letters."""
    if not one.apart:
        return one
    statement = replace(one.statement, text=one.apart, seen=replace(one.statement.seen, text=one.apart))
    small = one.apart[:1].lower() + one.apart[1:] if one.small[:1].islower() else one.apart
    return replace(one, statement=statement, small=small)


def _in_their_sections(
    statement: Statement, one: Authored, plans: Sequence[SectionPlan], *, all_of_it: bool
) -> list[Statement]:
    """A statement once for each client it tells of; what is of all of them stands once, or with everybody."""
    alone = place(plans, statement.kind, statement.text, None) is not None
    if statement.section is not None or (alone and statement.kind in _OF_THE_SESSION):
        return [statement]
    for kind in (statement.kind, *((Kind.REPORT,) if statement.kind is Kind.OBSERVATION else ())):
        own = [replace(statement, kind=kind, speaker=member_key(number)) for number in one.of]
        if own and all(place(plans, kind, statement.text, each.speaker) is not None for each in own):
            return own
    if all_of_it or alone:
        return [statement]
    everybody = dict.fromkeys(plan.speaker for plan in plans if plan.each_client)
    return [replace(statement, speaker=speaker) for speaker in everybody]


def _somewhere(statement: Statement, plans: Sequence[SectionPlan]) -> Statement:
    done = statement.kind is Kind.INTERVENTION and any(plan.title == _SEEN_ALONE for plan in plans)
    for kind in (statement.kind, *((Kind.PLAN,) if done else ()), *_NEXT_BEST):
        if statement.section is not None or place(plans, kind, statement.text, statement.speaker) is not None:
            return replace(statement, kind=kind)
    return statement


def _read(units: Sequence[Unit]) -> Iterator[_Read]:
    found = {unit.index: heading_of(unit.words) for unit in units}
    broad = {one.heading.title for one in found.values() if one is not None and one.heading.broad}
    current: Heading | None = None
    alone, label = False, ""
    for unit in units:
        given = found[unit.index]
        words, begins = unit.words, False
        if given is None and current is not None and current.own and not alone:
            current = None
        if given is not None:
            current, words, label = given.heading, given.rest, given.label
            begins, alone = bool(words), not words
        if tokens(words):
            binding = begins or alone or (current is not None and current.broad and len(broad) > 1)
            yield _Read(unit, words, current, binding, label)
            label = ""


def _told(one: _Read, reading: _Reading) -> str:
    """A sentence with the marks of its people, and in small letters where it was shouted."""
    words = _softly(one, reading)
    return words if one.label.lower() in _BELIEFS else marked(words, reading.cast)


def _softly(one: _Read, reading: _Reading) -> str:
    return spoken_softly(one.words) if reading.shouted or is_shouted(one.words) else one.words


def _authored(one: _Read, told: str, worded: Worded, reading: _Reading) -> Authored:
    shown = told
    if reading.cast.apart and one.label.lower() not in _BELIEFS:
        shown = marked(reading.members.as_one(_softly(one, reading)), Cast(False))
    kind = _kind(shown, one)
    stems = content_stems(one.words)
    text = _worded(neutral(worded.text), reading.preferences)
    must = bool(RISK_WORDS.search(one.words)) and kind is not Kind.INTERVENTION
    place = one.unit.index / max(1, reading.units)
    seen = Seen(text, kind, place, recurring(stems, reading.frequency))
    statement = Statement(
        kind, text, one.unit.evidence, seen, one.unit.index, frozenset(stems), must=must, authored=True
    )
    small = text[:1].lower() + text[1:] if one.words[:1].islower() else text
    heading = one.heading if one.binding else None
    return Authored(statement, heading, one.label, small, is_told(shown), worded.kept)


def _kind(told: str, one: _Read) -> Kind:
    """By its words, and by the heading it stands under where that binds it or the words show nothing."""
    kind, sure = kind_of(told)
    allowed = one.heading.kinds if one.heading is not None else ()
    if not allowed or (kind in allowed and sure):
        return kind
    return allowed[0] if one.binding or not sure else kind


def _worded(told: str, preferences: Preferences) -> str:
    """A sentence of the note: with its clinician's terms, its capital and its full stop."""
    client, clinician = preferences.client_term, preferences.clinician_term
    text = in_terms(_STRAY.sub("", told), client, clinician, reference(client))
    return finish(begun(_LONE_I.sub("I", text)))


def _for_format(one: Authored, plans: Sequence[SectionPlan]) -> Statement:
    statement, heading = one.statement, one.heading
    section = None
    if heading is not None:
        section = next((plan for plan in plans if plan.drafted and heading.names(plan.title)), None)
    elif _DIAGNOSIS.search(statement.text):
        section = next((plan for plan in plans if plan.drafted and plan.title in WITH_THE_PROBLEM), None)
    if heading is not None and heading.kept and one.label and (section is None or heading.own):
        text = f"{_label(one.label)}: {one.small}"
        statement = replace(statement, text=text, seen=replace(statement.seen, text=text))
    if section is not None:
        return replace(statement, section=section.title)
    return replace(statement, kind=_at_home(statement.kind, plans, told=one.told))


def _label(written: str) -> str:
    """A heading as it was written, with a capital; an abbreviation such as "hw" in capitals."""
    return written.upper() if written in _SPELT else capital(written)


def _at_home(kind: Kind, plans: Sequence[SectionPlan], *, told: bool) -> Kind:
    """What a statement counts as in a format that has no place of its own for its kind.

    What the clinician made of it goes with how the client responded, and not among the interventions. A
    response that was seen, and not told, is an observation where the others are what the client reports.
    """
    own = [plan for plan in plans if kind in plan.kinds and plan.about is None]
    others = {one for plan in plans for one in plan.kinds}
    if kind is Kind.FORMULATION and own and Kind.RESPONSE in others:
        mixed = all(plan.kinds == {Kind.INTERVENTION, Kind.FORMULATION} for plan in own)
        return Kind.RESPONSE if mixed else kind
    if kind is Kind.RESPONSE and own and not told and Kind.OBSERVATION in others:
        reports = all(plan.kinds == {Kind.REPORT, Kind.RESPONSE} and not plan.each_client for plan in own)
        return Kind.OBSERVATION if reports else kind
    return kind
