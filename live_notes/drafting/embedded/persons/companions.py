"""Somebody who came with the client and speaks into the same microphone: a mother before and after a session.

Her "I'm on sertraline" stands under the client's label and is none of theirs. Between being greeted and
leaving nothing is told as the client's that is not surely so; what bears on a note is quoted as another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole, says_how_it_goes
from live_notes.drafting.embedded.selecting.standing import bears
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count, word_set
from live_notes.drafting.spec import Speaking

_KIN = (
    r"(?:Mom|Mum|Mam|Mummy|Mama|Mommy|Amma|Mammy|Dad|Daddy|Papa|Gran|Grandma|Granny|Nan|Nana|Nanny|Auntie"
    r"|Aunty"
    r"|Grandad|Grandpa)"
)
_RELATION = (
    r"(?:mom|mum|mam|mummy|mother|dad|daddy|father|parents|gran|grandma|nan|auntie|aunt|husband|wife|partner"
    r"|sister|brother|carer|foster mum|foster mom|son|daughter|key ?worker)"
)
_NAME = r"(?:[A-Z][a-z]+|\[(?:PERSON|CLIENT)(?:_\d+)?\])"
_GREETED = re.compile(
    rf"\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya|[Tt]hanks|[Tt]hank you|[Bb]ye|[Ww]elcome|[Cc]ome (?:on )?in"
    rf"|[Gg]o ahead"
    rf"|[Oo]ver to you|[Nn]ice to (?:see|meet) you|[Mm]orning"
    rf"|[Aa]fternoon),? (?:and )?(?P<kin>{_KIN})(?=[.,?! ]|$)"
    rf"|\b(?P<here>(?:[Yy]our )?{_RELATION}|{_KIN})(?:'s| is|'ve| are)(?: all)? (?:here|with us"
    rf"|joining us|staying"
    r"|in the room|sitting in|popping in|on the line)\b(?! (?:today )?or\b)"
    rf"|\b(?:[Ii]'ll|[Ii]'m (?:gonna|going to)|[Ll]et me|[Ll]et's|[Ss]hall (?:I|we)|[Cc]an (?:I|we)"
    rf"|[Cc]ould (?:I|we)"
    rf"|[Ss]hould we|[Ii]'m just going to) (?:just |go )?(?:and )?(?:get|grab|bring|call|fetch|invite|ask)"
    rf" (?:in )?(?:your |the )?(?:{_RELATION}|{_KIN})\b"
)
"""How a clinician shows that somebody else is in the room, or is coming in."""
_ALONE = re.compile(
    r"\b(?:just (?:the two of )?us|just (?:you and me|me and you)|on (?:your|our|his|her) own now|(?:have"
    r"|see|speak to"
    r"|talk to) (?:him|her|you) (?:alone|on (?:his|her|your) own)|now (?:that )?it's (?:just )?us)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\bleave (?:you|yous|yez|ye|youse)(?: (?:two|guys|both|all|pair))?(?: (?:to it|alone|be))\b"
    r"|\b(?:i'll|i will|i'm (?:gonna|going to)|let me|i'd better|i can"
    r"|i should) (?:just )?(?:go )?(?:and )?(?:sit"
    r"|wait|step|pop|be|head|go|hop)"
    r" (?:out|outside|downstairs|in the (?:car|lobby|waiting|corridor|reception|hall|other room|kitchen)"
    r"|next door)\b"
    r"|\bi'll get out of your (?:hair|way)\b",
    re.IGNORECASE,
)
_OF_THE_CLIENT = re.compile(
    r"\b(?:her|his|their) (?:time|session|appointment|therapy|hour|counsell?ing)\b|\b(?:she|he)(?:'s"
    r"| is) my (?:kid"
    r"|son|daughter|child|baby|boy|girl|wife|husband|partner|brother|sister|grand\w+)\b"
    r"|\bmy (?:son|daughter|kid|child|boy|girl|grandson|granddaughter|wife|husband|partner) (?:has|hasn't"
    r"|is|isn't|was"
    r"|won't|doesn't|and|keeps|had|does)\b|\bmy (?:son|daughter|kid|child|wife|husband)'s\b"
    r"|\b(?:okay|all right|alright) if i (?:stay|sit|say|listen|join)\b|\bi'm (?:just )?(?:gonna"
    r"|going to) stay\b"
    r"|\bi'm (?:her|his|the) (?:mum|mom|mam|mother|dad|father|gran|nan|wife|husband|partner|sister"
    r"|brother|carer)\b"
    r"|^(?:hi|hello|hey|hiya)\b.*\b(?:she|he)\b|\b(?:kiddo|sweetie|sweetheart|honey|hon|pet|darling"
    r"|son)(?=[?.!]|$)"
    r"|\bi can get off (?:work )?early\b|\b(?:drive|bring|collect|pick|drop) (?:her|him)\b",
    re.IGNORECASE,
)
"""What somebody says who speaks of the client as a third person."""
_SPOKEN_TO = re.compile(rf"(?:^|[.,?!] ){_KIN}(?=[.,?!])|\b[Oo]h my [Gg]od,? {_KIN}\b|^{_KIN},")
"""The client speaks to whoever came with them."""
_ANYONE = re.compile(
    rf"(?:\b(?:[Hh]i|[Hh]ey|[Hh]ello|[Tt]hanks|[Tt]hank you|[Ss]o|[Aa]nd|[Oo]kay|[Rr]ight|[Aa]head"
    rf"|[Bb]ye),? |^|[.?!] |, )"
    rf"(?P<who>{_KIN}|{_NAME})(?=[.,?!]|$)"
)
_NO_NAMES = word_set(
    "okay ok yes no yeah sure so and right well good great thanks thank oh hi hello hey bye now alright sorry"
    " monday tuesday wednesday thursday friday saturday sunday really absolutely exactly lovely perfect fine"
    " mm hmm um uh"
)
_LASTS, _CONFIRMED_WITHIN, _AFTER_LEAVING = 6, 4, 2
"""What is said without a sign of another, until there has to be one, and after a goodbye."""
_MOST_QUOTED, _LEAST_SAID = 45, 3


@dataclass(frozen=True)
class _Segment:
    """What stands in one line of the transcript, or in lines that were joined."""

    units: tuple[Unit, ...]

    @property
    def text(self) -> str:
        return " ".join(unit.exact for unit in self.units)

    @property
    def is_client(self) -> bool:
        return self.units[0].speaking is Speaking.CLIENT

    @property
    def is_clinician(self) -> bool:
        return self.units[0].speaking is Speaking.CLINICIAN


def with_companions(units: Sequence[Unit]) -> list[Unit]:
    """The units, of which those are no client's that somebody else said, or may have said."""
    speakers = {unit.speaker for unit in units if unit.speaking is Speaking.CLIENT}
    if len(speakers) != 1 or not any(
        unit.speaking is Speaking.CLINICIAN and _GREETED.search(unit.exact) for unit in units
    ):
        return list(units)
    segments = [
        _Segment(tuple(group)) for _, group in groupby(units, key=lambda unit: (unit.turn, unit.evidence[0]))
    ]
    spans = list(_spans(segments))
    inside = {at for span in spans for at in span}
    own = _named([one for at, one in enumerate(segments) if at not in inside])
    whose = {unit.index: said_by for span in spans for unit, said_by in _said_in(segments, span, own)}
    return [replace(unit, speaking=whose[unit.index]) if unit.index in whose else unit for unit in units]


def told_of_companions(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What somebody beside the client said that bears on a note, quoted; their units are added to `used`."""
    clients = {unit.speaker for unit in reading.units if unit.speaking is Speaking.CLIENT}
    others = {Speaking.OTHER, Speaking.UNKNOWN}
    of_others = [unit for unit in reading.units if unit.speaker in clients and unit.speaking in others]
    if not of_others:
        return
    used.update(unit.index for unit in reading.units if _is_to_another(unit))
    for _, grouped in groupby(of_others, key=lambda unit: (unit.turn, unit.evidence[0], unit.speaking)):
        said = list(grouped)
        used.update(unit.index for unit in said)
        kept = [unit for unit in said if _is_worth_it(unit)]
        while kept and word_count(as_one(kept).exact) > _MOST_QUOTED:
            kept.pop()
        if not kept:
            continue
        inside = reading.fallback.client_inside
        known = said[0].speaking is Speaking.OTHER
        lead = f"Somebody with {inside}" if known else f"{reading.fallback.client} or somebody with them"
        yield made(reading, Kind.REPORT, whole(f"{lead} stated: {in_quotes(as_one(kept))}"), tuple(kept))


def is_spoken_to_kin(unit: Unit) -> bool:
    """Whether a client speaks to somebody of their family beside them: "Mum, don't cry"."""
    return unit.speaking is Speaking.CLIENT and _SPOKEN_TO.search(unit.exact) is not None


def _is_to_another(unit: Unit) -> bool:
    """Whether a client speaks to whoever came with them, of nothing that bears on a note."""
    return is_spoken_to_kin(unit) and not (unit.risk_in_words or says_how_it_goes(unit.words))


def _is_worth_it(unit: Unit) -> bool:
    asks = unit.question or unit.backchannel or unit.length < _LEAST_SAID
    return not asks and is_whole(unit) and bears(unit.words)


def _spans(segments: Sequence[_Segment]) -> Iterator[range]:
    """The stretches in which somebody else is in the room, each with a sign that they speak."""
    at = 0
    while at < len(segments):
        if not (segments[at].is_clinician and _GREETED.search(segments[at].text)):
            at += 1
            continue
        end = _end_of(segments, at)
        yield range(at, end)
        at = max(end, at + 1)


def _end_of(segments: Sequence[_Segment], start: int) -> int:
    """Where the last sign of somebody else is left behind; `start` where there is none."""
    last, since, confirmed, left = start, 0, False, -1
    for at in range(start + 1, len(segments)):
        one = segments[at]
        asks = left >= 0 and one.text.rstrip().endswith("?")  # whoever stays is asked
        if one.is_clinician and (asks or _ALONE.search(one.text)):
            return at if confirmed else start
        if one.is_client:
            since += 1
            signs = _OF_THE_CLIENT.search(one.text) or _LEAVES.search(one.text) or _SPOKEN_TO.search(one.text)
            if signs:
                confirmed, since, last = True, 0, at
            if _LEAVES.search(one.text):
                left = at
        elif one.is_clinician and _GREETED.search(one.text):
            since, last = 0, at
        gone = left >= 0 and sum(s.is_client for s in segments[left + 1 : at + 1]) > _AFTER_LEAVING
        if gone or since > (_LASTS if confirmed else _CONFIRMED_WITHIN):
            break
    return (left + _AFTER_LEAVING if left >= 0 and left >= last else last) + 1 if confirmed else start


def _named(segments: Sequence[_Segment]) -> frozenset[str]:
    """Whom the clinician calls by name in these."""
    said = (one.text for one in segments if one.is_clinician)
    return frozenset(
        match["who"]
        for text in said
        for match in _ANYONE.finditer(text)
        if match["who"].lower() not in _NO_NAMES
    )


def _said_in(
    segments: Sequence[_Segment], span: range, own: frozenset[str]
) -> Iterator[tuple[Unit, Speaking]]:
    """Each unit of a stretch under the client's label that is not surely the client's."""
    to = ""
    for at in span:
        one = segments[at]
        if one.is_clinician:
            called = [
                match["who"] for match in _ANYONE.finditer(one.text) if match["who"].lower() not in _NO_NAMES
            ]
            to = called[-1] if called else ""
        if not one.is_client:
            continue
        whose = _whose(one, to, own)
        to = ""
        if whose is not Speaking.CLIENT:
            yield from ((unit, whose) for unit in one.units)


def _whose(one: _Segment, to: str, own: frozenset[str]) -> Speaking:
    """Who speaks, being spoken to by a name or none."""
    if _SPOKEN_TO.search(one.text):
        return Speaking.CLIENT
    if _OF_THE_CLIENT.search(one.text) or _LEAVES.search(one.text):
        return Speaking.OTHER
    if to in own:
        return Speaking.CLIENT
    return Speaking.OTHER if to else Speaking.UNKNOWN
