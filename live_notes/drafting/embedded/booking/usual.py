"""A next session that nobody gave a day, and that both keep: "same time?" "same time, see you then".

And one that has its day, but that the client has still to confirm: "I might be on shift. I'll let you know by
Monday." Both stand in the words of those who said them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.booking.doubt_words import OTHERS
from live_notes.drafting.embedded.booking.table import Table
from live_notes.drafting.embedded.booking.words import ASSENTS, PLAINLY_FINE, SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_AT_THE_END = 0.85
"""How far on in a session they part."""
_USUAL = re.compile(
    r"\b(?:same (?:time|slot|day|hour)\b|same (?:again )?(?:as (?:always|usual|ever)|next week)\b"
    r"|(?:the|our|your|my) (?:usual|normal|regular) (?:time|slot|day|hour|session|appointment)\b"
    r"|(?:for|at|do|keep|back (?:on|to)) (?:the|our|your) usual(?=[.,?!]|$| (?:next|then|on|so)\b)"
    r"|see you (?:\w+ ){0,3}?(?:as (?:usual|always)|next (?:time|week))\b"
    r"|(?:back|meet|here|next week|\w+day) as (?:usual|always|ever)\b)",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"\b(?:bed|sleep|meds?|tablets?|pills?|dose|every (?:day|night)|each (?:day|night)|at the same time"
    r"|but at the same"
    r"|last (?:time|week)|was|were|used to|went|homework|diary|scale|score\w*|tea|dinner|walk\w*)\b",
    re.IGNORECASE,
)
_SO = re.compile(
    r"^(?:\[\w+\] )?(?:(?:oh|ah|yeah|yes|well|um)[,. ]+)*(?:it (?:is|does)|as always|always|same|see you"
    r"|i (?:am|will|do)"
    r"|please|you (?:will|are)|i.ll (?:be|see)|that's (?:it|right)|exactly)\b",
    re.IGNORECASE,
)
_MOST_QUOTED = 20
_MOST_OF_A_DAY = 8
"""Words of a sentence that only names a day."""
_DOUBT = re.compile(
    r"\blet you know\b(?! (?:how|what happens|about|if (?:it|anything) (?:gets|goes|happens)))"
    r"|\b(?:i'll|i'd|i've|i have|need|let me|must|i)(?: have)?(?: to| just)* (?:check|confirm"
    r"|double[- ]check)\b"
    r"|\bshould be (?:able|okay|ok|fine|free|grand|alright|all right)\b"
    r"|\b(?:not|n't be) (?:\w+ )?(?:sure|certain)\b[^.?!]{0,12}\b(?:if|whether|i can|yet|about (?:the"
    r"|that|then))\b"
    r"|\bcould (?:probably|likely|maybe) (?:shift|move|swap)\b"
    r"|\b(?:might|may|maybe|possibly|could)\b[^.?!]{0,30}\b(?:shifts?|work(?:ing)?|away|visit|appointment"
    r"|thing|trip"
    r"|meeting|rota|on nights|on call|delivery|childcare|hospital|travel\w*|flying|site|late|clash\w*)\b",
    re.IGNORECASE,
)
_MAY_NOT_COME = re.compile(
    r"\bi (?:may|might)(?: not|n't) (?:be (?:able|free|back|around|here|let)|make|manage|get|come)\b"
    r"|\bcan i (?:just |maybe )?(?:tell|text|ring|message|whatsapp|call) you (?:on|by|the)\b"
    r"|\b(?:not|n't) (?:saying|promis\w+|swear\w*)\b[^.?!]{0,25}\b(?:hundred|definite\w*|certain|sure"
    r"|for it)\b"
    r"|\b(?:i )?(?:can't|cannot|won't) (?:really )?(?:promise|swear to|guarantee)\b"
    r"|\bi'll try(?: (?:and|to) (?:come|make it|get there|be (?:here|there)))?(?=[.!]|$)",
    re.IGNORECASE,
)
"""Says of the day that it may not be kept, or that it is to be said later whether it will."""
_AFTER = 4
_MOST_OF_DOUBT = 32


def is_doubtful(unit: Unit) -> bool:
    """Whether a client may not be able to keep the day, and has not said that they can't."""
    return unit.speaking is Speaking.CLIENT and _DOUBT.search(unit.exact.replace("’", "'")) is not None


def doubts_of(reading: Reading, table: Table) -> tuple[Unit, ...]:
    """What the client said of the day that was settled and that leaves it to be confirmed."""
    day = table.last("day", "gap")
    if day is None:
        return ()
    first = min(one.unit.index for one in table.alive if one.is_like(day))
    after = [one for one in reading.units[first + 1 :] if one.turn - day.unit.turn <= _AFTER]
    said = [one for one in after if one.speaking is Speaking.CLIENT]
    doubts = [one for one in said if is_doubtful(one) or _MAY_NOT_COME.search(one.exact.replace("’", "'"))]
    if not doubts or any(_is_settled(one) for one in said if one.index > doubts[-1].index):
        return ()
    kept = doubts if len(doubts) == 1 else [doubts[0], doubts[-1]]
    if not all(is_whole(one) for one in kept) or any(one.risk_in_words for one in kept):
        return ()
    return tuple(kept) if sum(one.spoken_length for one in kept) <= _MOST_OF_DOUBT else (kept[-1],)


def _is_settled(unit: Unit) -> bool:
    return PLAINLY_FINE.search(unit.exact) is not None and unit.length <= _MOST_QUOTED // 2


def in_doubt(reading: Reading, said: Sequence[Unit]) -> str:
    """What goes on behind the day that a client has still to confirm."""
    if not said:
        return ""
    client = reading.terms_for(said[0]).client_inside
    return f", to be confirmed; {client} stated: {' '.join(quoted(one) for one in said)}"


def as_usual(reading: Reading, used: set[int]) -> list[Statement]:
    """That both keep the time they have, where nobody named a day; the units are added to `used`."""
    units = reading.units
    for unit in reversed(units[int(len(units) * _AT_THE_END) :]):
        if unit.index in used or not _keeps_it(unit):
            continue
        answer = _answer(units, unit)
        if answer is None and (unit.question or unit.speaking is not Speaking.CLINICIAN):
            continue
        verb = "asked" if unit.question else "stated"
        put = _with_its_day(units, unit)
        text = f"Next session: {_who(reading, unit, first=True)} {verb}: {quoted(together(put))}"
        if answer is not None:
            text += f" {_who(reading, answer, first=False)} answered: {quoted(answer)}"
        kept = put if answer is None else (*put, answer)
        used.update(one.index for one in kept)
        return [replace(made(reading, Kind.PLAN, whole(text), kept), must=True, speaker=None)]
    return []


def _with_its_day(units: Sequence[Unit], unit: Unit) -> tuple[Unit, ...]:
    """The usual time, with the sentence before it in which its speaker names the day."""
    before = units[unit.index - 1]
    if before.turn != unit.turn or before.question or before.length > _MOST_OF_A_DAY:
        return (unit,)
    names = any(found.lastgroup == "day" for found in SLOT.finditer(before.exact))
    return (before, unit) if names and is_whole(before) else (unit,)


def _keeps_it(unit: Unit) -> bool:
    if unit.speaking not in {Speaking.CLINICIAN, Speaking.CLIENT} or not is_whole(unit):
        return False
    if OTHERS.search(unit.exact) is not None:
        return False
    text = unit.exact.replace("’", "'")
    short = unit.length <= _MOST_QUOTED
    return short and bool(_USUAL.search(text)) and not _NOT_OF_IT.search(text) and not RISK_WORDS.search(text)


def _answer(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """What the other said to it at once, where it agrees."""
    after = next((one for one in units[unit.index + 1 :] if one.turn == unit.turn + 1), None)
    if after is None or after.speaking is unit.speaking or after.question or not is_whole(after):
        return None
    agrees = ASSENTS.match(after.exact) or _SO.match(after.exact) or _USUAL.search(after.exact)
    return after if agrees and after.length <= _MOST_QUOTED else None


def _who(reading: Reading, unit: Unit, *, first: bool) -> str:
    if unit.speaking is not Speaking.CLIENT:
        return reading.fallback.clinician_forms.subject if first else reading.fallback.clinician
    terms = reading.terms_for(unit)
    return terms.client_inside if first else terms.client
