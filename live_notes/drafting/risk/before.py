"""An attempt of another time, told in answer to "was there a time before?" while suicide is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.frames import asks_for_a_plan
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.normalised import names_suicide
from live_notes.drafting.risk.persons import is_of_family
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_BEFORE = re.compile(
    r"\b(?:was|were|has|have|had|is) there (?:ever )?(?:been )?(?:a|any|another|other) (?:times?"
    r"|occasions?) (?:before"
    r"|earlier|in the past|like that|when you (?:did|tried|acted))"
    r"|\b(?:have|had|did) you (?:ever )?(?:try|tried|do|done|attempt(?:ed)?|act(?:ed)?|come close|got"
    r" close|get close)"
    r"(?: to)?(?: (?:it|that|on it|on them|anything|something|anything like that|something like that|to"
    r" do (?:it"
    r"|that|anything|something)))*(?: (?:before|in the past|ever|at another time|back then|at home"
    r"|earlier))*\W*$"
    r"|\b(?:did|has|had) (?:it|that|this|anything like (?:it|that)) (?:ever )?(?:happen|happened|come"
    r" to that|gone"
    r" that far|go that far)(?: before| in the past| earlier)?\W*$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:wrists?|throat|neck|veins?|rope|belt|scarf|sheet|dupatta|tablets|pills|paracetamol"
    r"|panadol|tylenol"
    r"|overdose|poison|sniper|gramoxone|paraquat|pesticide|bleach|blade|razor|knife|glass|tin|piece of"
    r"|bridge|river"
    r"|jump\w*|hang\w*|hung|drown\w*|roof|train|tracks|gun|cut|swallow\w*|stomach pumped|stitch\w*|pumped"
    r"|icu|a ?& ?e|emergency)\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\bi(?:'d| had| have|'ve)? (?:\w+ )?(?:did|done|do|tried|try|took|take|drank|drink|cut|went|put"
    r"|tied|swallowed"
    r"|jumped|attempted|hung|stood|used|made|got)\b|\b(?:stop(?:ped)?|found|find|pulled|cut|took|caught"
    r"|brought"
    r"|rushed) me\b|^\W*(?:took|cut|tried|drank|swallowed|jumped|once|one time|twice|yes|yeah|aye)\b",
    re.IGNORECASE,
)
_LIMB_CUT = re.compile(r"\b(?:wrists?|veins?|forearms?|arms?)\b|\bcut\b", re.IGNORECASE)
_GESTURE = re.compile(
    r"\((?:gestur|point|show|touch|mim|draw|indicat|hand)\w*[^)]*\b(?:wrists?|throat|neck|arms?"
    r"|head)\b[^)]*\)",
    re.IGNORECASE,
)
_SOON, _MOST = 30, 6
_TURNS, _CLOSE = 14, 4


def told_of_before(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of an attempt once the clinician asks, in talk of suicide, of another time."""
    if not unit.question or not _BEFORE.search(unit.exact) or is_of_family(unit):
        return
    near = units[max(0, unit.index - _SOON) : unit.index]
    near = [one for one in near if unit.turn - one.turn <= _TURNS]
    named = any(names_suicide(units, one) for one in near)
    named = named and any(_is_of_it(units, one) for one in near if unit.turn - one.turn <= _CLOSE)
    answers = answers_to(units, unit) if named else None
    if answers is None or answers[0].question or read_answer(answers[0].exact) in (Answer.NO, Answer.UNCLEAR):
        return
    told = [one for one in turn_of(units, answers[0]) if one.index >= answers[0].index][:_MOST]
    said = " ".join(one.exact for one in told).replace("’", "'")
    if not (_GESTURE.search(said) or (_DEED.search(said) and _DID.search(said))):
        return
    kept = (unit, *told)
    yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, kept, rank=DISCLOSED, past=True)
    if _LIMB_CUT.search(said):
        yield Mention(RiskKind.SELF_HARM, RiskStatus.REPORTED, kept, rank=DISCLOSED, past=True)


def _is_of_it(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether suicide is still spoken of here: it is named, or a plan for it is asked about."""
    if unit.speaking is Speaking.CLINICIAN:
        return names_suicide(units, unit) or asks_for_a_plan(unit)
    return RiskKind.SUICIDE in kinds_in(unit.exact)
