"""Last of all: what is no plan but was done at once, what is one though asked as a look back, and letters.

"Get it up to what?" "Fifty." "Okay, and go." is done there and then. "So, commitments. What are you taking
from today?" asks for steps. And a letter is nothing to a reader who is not told to whom it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import finish, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_GO = re.compile(
    r"^(?:(?:okay|ok|right|good|grand|great|and|so|then|ready|alright|now)[,. ]+)*(?:go|off (?:you|we)"
    r" go|start(?: now)?"
    r"|begin(?: now)?|here we go|on you go|away you go|do it now|let's (?:go|begin|start|do it)|go on then"
    r"|three,? two,? one.*)\W*$",
    re.IGNORECASE,
)
"""Starts at once what was just spoken of."""
_COMMITS = AnyCase(
    r"\b(?:commitments?|homework|action (?:points?|items?|plan)|to-?do list|practice (?:goals?|for the"
    r" week)|goals? for"
    r" (?:the|this|next) week|plan for the week|tasks? for the week|next steps)\b"
)
"""Names what is asked for: steps."""
_TAKES = AnyCase(
    r"\bwhat(?:'re|'s| are| is| will| do)? (?:you|ye)(?:'re|'ll)? (?:taking|going to take|take|committing)\b"
)
_STEP_IN_IT = re.compile(
    r"\bif\b[^.]{2,60},|\b(?:fill|ring|call|text|write|eat|do|use|try|ask|go|keep|put|take|practi[cs]e)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b(?:write|send|draft|do|drop|get)\b(?: (?:a|an|the|one|short|brief|quick|wee|little|that|you|off"
    r"|out))*"
    r" (?:letter|e-?mail|note|report|summary|referral)\b(?! (?:to|for|about|saying|that|of|with (?:the"
    r"|your))\b)",
    re.IGNORECASE,
)
"""A letter of which nothing is said."""
_TO_WHOM = AnyCase(
    r"\b(?:let|tell|write to|inform|contact|update|notify|fill in|letter to|something to|copy to|(?:get"
    r"|be) in touch with"
    r"|pass (?:it|this|that) on to|support from) [^.?]{0,12}?(?:your |the |his |her )?(?:own"
    r" )?(?:(?:family |hospital "
    r"|head |class |housing |university |college )?(?:doctor|gp|pcp|psychiatrist|consultant|nurse|school"
    r"|teacher"
    r"|university|college|tutor|employer|work|manager|hr|solicitor|lawyer|court|council|landlord|housing"
    r"|insurer"
    r"|insurance|social worker|surgeon|specialist|physician|clinic|hospital|team|midwife|health visitor"
    r"|jobcentre"
    r"|dr\.? [a-z]+))\b"
)
"""To whom something is to be told."""
_BACK, _MOST_QUOTED = 8, 40
_OWED = AnyCase(
    r"^(?:(?:and|so|but|okay|right|well|now|look|also|because|anyhow|i think|i'm afraid|i do think)[,."
    r" ]+)*(?:i think "
    r"|i'm afraid |it means |that means |which means )?(?:(?:i'll|i will|i'm going to|i'm gonna|i do|i)(?:"
    r" also| still| just"
    r"| really)? (?:need|have|must)(?: to)?|i've(?: got)? to) (?:also |just )?(?:speak|talk|tell|ring|call"
    r"|phone|report|let|"
    r"contact|inform|notify|pass|flag|raise|make a|share|discuss|consult|escalate|run) (?!(?:to |with"
    r" )?you\b)"
)
"""What a clinician must do: "I'll need to speak to my colleague today"."""
_HINTS = ("need", "have to", "must", "ve to", "ve got to")
"""Without one of these nothing is owed."""
_WHOM = AnyCase(
    r"\b(?:colleague|team|safeguarding|supervisor|manager|social (?:worker|services|care)|child"
    r" protection|tusla"
    r"|children's services|dhs|cps|aps|protective services|the police|guards|gardai|gardaí|duty"
    r" (?:worker|officer|desk"
    r"|nurse)|lead|designated|authorit(?:y|ies)|hotline|someone|somebody|public health nurse|your (?:gp"
    r"|doctor"
    r"|psychiatrist|consultant|case ?manager|key ?worker))\b"
)
_GENERAL = re.compile(r"\b(?:if|when(?:ever)?|unless|would|might|sometimes|in case|used to)\b", re.IGNORECASE)
_EARLIEST = 0.2
_MORE = 2
"""Turns in which such a list goes on."""


def owed(reading: Reading, unit: Unit) -> Statement | None:
    """Whom a clinician says they must speak to about what they heard, in their words."""
    if (
        unit.speaking is not Speaking.CLINICIAN
        or unit.question
        or unit.index < _EARLIEST * len(reading.units)
    ):
        return None
    if not any(hint in unit.exact for hint in _HINTS):
        return None
    if not (_OWED.match(unit.exact) and _WHOM.search(unit.exact)) or _GENERAL.search(unit.exact):
        return None
    if unit.spoken_length > _MOST_QUOTED or not is_whole(unit):
        return None
    told = whole(f"{reading.fallback.clinician} stated: {quoted(unit)}")
    return replace(made(reading, Kind.PLAN, told, (unit,)), must=True)


def kept_plans(reading: Reading, found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each step among the steps, and nothing else there."""
    found = list(found)
    asks = [reading.units[one.order] for one in found if one.kind in {Kind.RESPONSE, Kind.REPORT}]
    until = {asked.turn for asked in asks if _asks_for_steps(reading.units, asked)}
    for one in found:
        if one.authored:
            yield one
            continue
        unit = reading.units[one.order]
        if one.kind is Kind.PLAN:
            if _is_done_at_once(reading.units, unit):
                yield replace(one, kind=Kind.RESPONSE)
            else:
                yield _with_whom(reading, one, unit) or one
            continue
        asked = unit.speaking is Speaking.CLINICIAN and unit.question
        near = any(0 <= unit.turn - turn <= _MORE for turn in until)
        if asked and near and one.kind in {Kind.RESPONSE, Kind.REPORT} and _STEP_IN_IT.search(one.text):
            yield replace(one, kind=Kind.PLAN)
        else:
            yield one


def _is_done_at_once(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician sets it going as soon as it is answered."""
    turn = unit.turn if unit.speaking is Speaking.CLINICIAN else unit.turn - 1
    near = units[max(0, unit.index - 2) : unit.index + 1 + _BACK]
    after = [one for one in near if one.turn == turn + 2]
    if not any(one.question for one in near if one.turn == turn):
        return False
    said = " ".join(one.exact.strip() for one in after)
    return bool(after) and _GO.match(said) is not None


def _asks_for_steps(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a look back is asked for as a list of steps: "commitments. What are you taking from today?"."""
    if not unit.question or _TAKES.search(unit.exact) is None:
        return False
    near = units[max(0, unit.index - 2) : unit.index + 1]
    return any(_COMMITS.search(one.exact) for one in near if one.turn == unit.turn)


def _with_whom(reading: Reading, one: Statement, unit: Unit) -> Statement | None:
    """A letter with what the clinician had said of whom it is for; None where nothing is to be added."""
    if unit.speaking is not Speaking.CLINICIAN or _LETTER.search(unit.exact) is None:
        return None
    if _TO_WHOM.search(unit.exact):
        return None
    before = units_before(reading.units, unit)
    led = next((said for said in before if _TO_WHOM.search(said.exact) and is_whole(said)), None)
    if led is None or led.question or led.spoken_length > _MOST_QUOTED:
        return None
    text = finish(f"{one.text.rstrip('.')}, having said: {quoted(led)}")
    lines = tuple(dict.fromkeys((*led.evidence, *one.evidence)))
    return replace(one, text=text, lead="", rest=text, seen=replace(one.seen, text=text), evidence=lines)


def units_before(units: Sequence[Unit], unit: Unit) -> Iterator[Unit]:
    """What the clinician said shortly before, the last first."""
    for said in reversed(units[max(0, unit.index - 4 * _BACK) : unit.index]):
        if unit.turn - said.turn > _BACK:
            return
        if said.speaking is Speaking.CLINICIAN and not said.backchannel:
            yield said
