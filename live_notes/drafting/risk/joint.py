"""One question of more than one risk: "hurting yourself, or anyone else?", "and towards anybody else?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answer_proper, answers_to
from live_notes.drafting.risk.answers import answered_status
from live_notes.drafting.risk.asked_words import ASKED
from live_notes.drafting.risk.frames import is_said_to_everybody
from live_notes.drafting.risk.items import MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import kinds_in, matches_in
from live_notes.drafting.risk.words import PATTERNS
from live_notes.drafting.spec import Speaking

_OTHERS = (
    r"(?:any ?(?:one|body)(?: else)?|some ?(?:one|body) else|others?|other people|another (?:person"
    r"|human being)"
    r"|people)"
)
_SELF = r"(?:yourself|yourselves|yerself|yuhself|youself)"
_JOINT = re.compile(
    rf"\b(?:hurt|harm|kill|injur|do(?:ing)? (?:something|anything) to)\w* {_SELF}\b[^.?!]{{0,24}}?"
    rf"(?:,? (?:or|and|nor)|,)(?: (?:indeed|even|of|to|for|towards?|hurting|harming|killing|hurt|harm"
    rf"|kill|at all))*"
    rf" {_OTHERS}\b(?! (?:would|might|could|will|has|had|have|is|was|said|who|that)\b)",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"^\W*(?:(?:and|or|but|so|okay|ok|right|what about|how about|any|no|not|none|thoughts?|feelings?"
    r"|urges?|the same"
    r"|anything(?: like that)?|nothing(?: like that)?|something(?: like that)?|ever|hurting|harming|hurt"
    r"|harm)[, ]+)*"
    rf"(?:(?:to|towards?|toward|against|at|of (?:hurting|harming)|about (?:hurting|harming)|hurting"
    rf"|harming|hurt|harm)"
    rf" {_OTHERS}(?:,? any (?:thoughts?|feelings?|urges?) of (?:harm|hurting|violence))?|thoughts? (?:of"
    rf"|about) {_OTHERS})(?: else)?(?: at all| either| ever|,? or is it just"
    rf" you)*\W*$",
    re.IGNORECASE,
)
"""A whole question that needs the risk that was named before it."""
_OWN = re.compile(r"\b(?:your|yer|yuh|you)sel", re.IGNORECASE)
_TO = re.compile(r"else|other|people|any ?(?:one|body)", re.IGNORECASE)
"""Without one of these neither form is there."""
_OF_HARM = re.compile(r"\b(?:harm|hurt|violence)(?:ing)?\b", re.IGNORECASE)
_BACK = 24
_TURNS = 4


def asked_of_others_too(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """Harm to others that is asked about in one breath with the client's own risk, or right behind it."""
    plain = unit.exact.replace("’", "'")
    joint = _OWN.search(plain) is not None and _JOINT.search(plain) is not None
    if not joint and not (_TO.search(plain) and _TOWARDS.match(plain)):
        return
    named = joint or _OF_HARM.search(plain) is not None or _of_themselves_before(units, unit)
    if not named or _names_others(unit) or is_said_to_everybody(units, unit):
        return
    answers = answers_to(units, unit)
    if answers is None:
        return
    pattern = next(one for one in PATTERNS if one.kind is RiskKind.HARM_TO_OTHERS)
    status = answered_status(unit, answers, pattern)
    if joint and status is RiskStatus.REPORTED:
        status = RiskStatus.UNCLEAR  # a yes to "yourself or anyone else?" says not of whom
    kept = answer_proper(answers) if status is RiskStatus.DENIED else answers
    yield Mention(RiskKind.HARM_TO_OTHERS, status, (unit, *kept))


def _names_others(unit: Unit) -> bool:
    named = matches_in(unit.exact, ASKED) if unit.question else ()
    return RiskKind.HARM_TO_OTHERS in kinds_in(unit.exact) | {pattern.kind for pattern, _ in named}


def _of_themselves_before(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician asked about the client's own risk in the turns right before."""
    near = units[max(0, unit.index - _BACK) : unit.index]
    return any(
        bool(kinds_in(one.exact) & MAY_BE_PAST)
        for one in near
        if one.speaking is Speaking.CLINICIAN and unit.turn - one.turn <= _TURNS
    )
