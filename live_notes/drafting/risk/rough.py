"""A client's own rough handling of somebody in their care or near them: an arm held too tight, a mark left.

And what a clinician asks of harm to one person in words that name none: "might you do something, to her?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answer_proper, answers_to
from live_notes.drafting.risk.answers import answered_status
from live_notes.drafting.risk.frames import is_contingent
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.risk.words import PATTERNS
from live_notes.drafting.spec import Speaking

_KIN = (
    r"(?:mother|mum|mom|mam|mammy|ma|father|dad|daddy|da|husband|wife|partner|son|daughter|child|baby"
    r"|toddler|kid|lad"
    r"|boy|girl|wee (?:one|fella|man|girl)|little (?:one|fella|man|girl)|youngest|eldest|boyfriend"
    r"|girlfriend|nan|gran"
    r"|granny|grandad|grandmother|grandfather|sister|brother|stepson|stepdaughter|nephew|niece"
    r"|mother-in-law|aunt(?:ie"
    r"|y)?|uncle)"
)
_WHOM = (
    r"(?:him|her(?= (?:by|up|down|and|so|too|on|off|out|back|when|because|but|as|over|into|against|from|to"
    r"|in|hard|again|last|that|once|across|round|around|like|then|till|until|really|very|roughly|for|at"
    r"|with|a bit"
    r"|away|far|way|much)\b|[.,;!?]|$)|them"
    r"|mam|mum|mom|mammy|mummy|mommy|dad|daddy|nan|nana|gran|granny|grandad"
    rf"|(?:my|the|our|his|her) (?:\w+ )?{_KIN})\b"
)
_LIMB = r"(?:arms?|wrists?|shoulders?|neck|hair|collar|ears?|legs?|elbow|jaw|face|chin|throat)"
_HERS = rf"(?:(?:his|her|their|the child's|the baby's|{_WHOM}'s) (?:\w+ )?{_LIMB}\b|{_WHOM})"
_I = (
    r"\bi(?:'d|'ve| had| have)?(?: (?:just|kind of|sort of|kinda|really|actually|must have|did|then|only"
    r"|had|went and|\w+ly))*"
)
_HANDLED = AnyCase(
    rf"{_I} (?:caught|took|grabbed|got|seized|had|grab|catch)(?: a)? (?:hold|grip|hould"
    rf"|ahold)(?: of| on)?"
    rf" {_HERS}"
    rf"|{_I} (?:caught|took|seized|had|got|grabbed|dragged|pulled|lifted|yanked|hauled) {_WHOM}(?: up|"
    rf" back)? by"
    rf" (?:the|his|her|their|one) (?:\w+ )?{_LIMB}"
    rf"|{_I} (?:gripped|pinched|yanked|dragged|jerked|pinned|manhandled|shook|shoved|pushed"
    rf"|slapped|smacked"
    rf"|twisted|flung|hit|thumped|shaked|grabbed|restrained|clamped|nipped) {_HERS}(?! (?:awake|to"
    rf" (?!the)|with (?:a|the) (?:bill|news|question|idea)|up (?:for|with)))"
    rf"|{_I} squeezed (?:his|her|their) (?:\w+ )?{_LIMB}"
    rf"|{_I} (?:held|hold|holding|gripped|grabbed|squeezed|pulled|pushed|handled) (?:on to |onto"
    rf" )?(?:it|{_HERS})(?: \w+)?"
    r" (?:far |way |much |a bit |that bit )?too (?:tight|tightly|hard|firm|firmly|rough|roughly)\b"
    rf"|{_I} (?:was|got|been|get|am|be) (?:a bit |a little |too |very |quite |really |so |more |that"
    rf" bit )*(?:rough"
    rf"|rougher|heavy-handed) with {_WHOM}"
    rf"|{_I} (?:pulled|pushed|handled|lifted|washed|dressed|put|threw|sat|shoved) {_WHOM}(?:"
    rf" \w+){{0,3}} (?:roughly"
    r"|too rough|too hard|very hard|really hard|hard)\b"
    rf"|{_I} left (?:an?|the|some|my|\w+) ?(?:\w+ )?(?:marks?|bruis\w+|fingermarks|handprint|prints?"
    rf"|welts?) on {_HERS}"
    rf"|{_I} (?:left|gave) {_WHOM} (?:with )?(?:an?|some|those|two|three|four) (?:\w+ )?(?:marks?"
    rf"|bruis\w+|black eye|welts?)\b"
)
_HARMED = re.compile(
    r"\btoo (?:tight|tightly|hard|rough|roughly)\b|\b(?:marks?|marked|bruis\w+|fingermarks"
    r"|finger[- ]marks|handprint"
    r"|welts?|red (?:patch|ring|all)|black and blue|black eye|swollen|bled|bleeding)\b"
    r"|\b(?:she|he|they|baby) (?:let (?:a|out)|gave (?:a|out)|cried|screamed|yelped|squealed|winced"
    r"|roared|shrieked|bawled)\b"
    r"|\bi (?:hurt|frightened|scared) (?:him|her|them|my \w+)\b",
    re.IGNORECASE,
)
_ONLY_HELD = re.compile(rf"\b(?:hold|grip|hould|ahold)\b(?!.*\b{_LIMB}\b)", re.IGNORECASE)
_PLAIN_HARM = re.compile(
    r"\btoo (?:tight|tightly|hard|rough|roughly)\b|\b(?:marks?|bruis\w+|black and blue|by the (?:arms?"
    r"|wrists?|neck"
    r"|hair|shoulders?|throat|collar|ears?))\b",
    re.IGNORECASE,
)
_NO_HARM = re.compile(
    r"\b(?:f[ae]ll(?:s|ing)?|trip(?:ped|ping)?|slip(?:ped|ping)?|stead(?:y|ied)|balance|kerb|curb|road"
    r"|traffic|car park"
    r"|oncoming|running out|run out|off the (?:edge|step|chair|bed)|cooker|stove|hob|choking|drown\w*"
    r"|current|pool"
    r"|hug(?:ged)?|cuddl\w+|kiss\w*|danc\w+|dream\w*|nightmare|match|tackle|goal|game|massage"
    r"|self-defen[cs]e|birth"
    r"|labou?r|shook (?:his|her|their) (?:hands?|head)|awake|died|dying|bedside|last breath|funeral|on"
    r" the phone|rang|phoned|hand and|by the hand|in my arms|on the swings?|seizure"
    r"|blood pressure)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:never|didn't|don't|wouldn't|haven't|hadn't|not|nearly|almost|wanted to|feel like|felt like"
    r"|could have"
    r"|afraid|scared|worried|might|imagine\w*|if)(?: \w+){0,2} *$",
    re.IGNORECASE,
)
_MIGHT_YOU = AnyCase(
    r"\b(?:you(?:'d| would| might| could| may)?|you ever)\b[^?]{0,40}\b(?:do (?:something|anything),? to"
    r" (?:him|her|them|your \w+|the \w+)|hasten (?:it|things|his|her|their|the)|hurry (?:him|her|it"
    r"|things) (?:along|up)"
    r"|help (?:him|her|it) along|(?:snap|lash out) (?:at|with) (?:him|her|them)|lose (?:it|control)"
    r" with (?:him|her|them)"
    r"|end (?:his|her|their) (?:life|suffering)|(?:be|get|been|gotten) (?:too )?(?:rough|physical) with"
    r" (?:him|her|them|your \w+))\b"
)
_BEHIND, _TURNS, _FAR = 5, 3, 16


def handled_roughly(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of having been rough with somebody, with the harm it did where it is told."""
    plain = unit.exact.replace("’", "'")
    found = None if unit.question else _HANDLED.search(plain)
    if found is None or _NOT.search(plain[: found.start() + 2]):
        return
    turn = turn_of(units, unit)
    if any(_NO_HARM.search(one.exact) for one in turn):
        return
    behind = [one for one in turn if unit.index < one.index <= unit.index + _BEHIND]
    later = [
        one
        for one in units[unit.index + 1 : unit.index + _FAR]
        if one.speaking is unit.speaking and unit.turn < one.turn <= unit.turn + _TURNS
    ]
    harm = [one for one in (unit, *behind, *later) if _HARMED.search(one.exact) and not one.question]
    harm = [
        one
        for one in harm
        if not re.search(r"\b(?:no|not|never|n't) (?:\w+ )?(?:mark|bruis)", one.exact, re.I)
    ]
    if _ONLY_HELD.search(found.group()) and not any(_PLAIN_HARM.search(one.exact) for one in harm):
        return  # "I got hold of my mother" may be by telephone, and a hand is held in comfort
    status = RiskStatus.REPORTED if harm else RiskStatus.UNCLEAR
    kept = tuple({one.index: one for one in (unit, *harm)}.values())
    yield Mention(RiskKind.HARM_TO_OTHERS, status, kept, rank=DISCLOSED)


def asked_of_one(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What is answered where a clinician asks whether the client might do something to one person."""
    if not (unit.question or unit.exact.rstrip().endswith(("—", "-", "…", "–"))) or is_contingent(unit):
        return
    if not _MIGHT_YOU.search(unit.exact.replace("’", "'")):
        return
    answers = answers_to(units, unit)
    if answers is None:
        return
    pattern = next(one for one in PATTERNS if one.kind is RiskKind.HARM_TO_OTHERS)
    status = answered_status(unit, answers, pattern)
    kept = answer_proper(answers) if status is RiskStatus.DENIED else answers
    yield Mention(RiskKind.HARM_TO_OTHERS, status, (unit, *kept), weak=status is RiskStatus.UNCLEAR)


def is_of_care(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a client told of rough handling in the talk before this."""
    near = units[max(0, unit.index - 4 * _FAR) : unit.index]
    return any(
        one.speaking is Speaking.CLIENT and any(True for _ in handled_roughly(units, one))
        for one in near
        if "i" in one.exact.lower()
    )
