"""Self-harm that is told in plain words once the clinician has named it or read it out.

A diary card is read out ("acts, you've got no, no, no"), and the yes comes a turn later. Words for a wound
and for what made it tell of self-harm only in such talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.asked_words import ASKED
from live_notes.drafting.risk.frames import is_contingent, is_of_people, is_said_to_everybody
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in, matches_in
from live_notes.drafting.risk.past import is_past
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_LIMB = (
    r"(?:arms?|wrists?|legs?|thighs?|hips?|stomach|belly|tummy|ankles?|forearms?|calf|calves|shins?"
    r"|knuckles?|hands?"
    r"|skin|chest|shoulder|head|foot|feet)"
)
_TOOL = (
    r"(?:(?:finger)?nails?|keys?|lighter|razor|blade|compass|scissors|knife|pin|needle|glass|sharpener"
    r"|staples?"
    r"|tweezers|cigarette|fag|iron|hot water|kettle|hair straighteners?|straighteners|elastic|rubber"
    r" band|pen|ruler"
    r"|wall|door|tin|can|bottle top|shard|stanley|craft knife|protractor|matches|match|candle|incense"
    r" stick|ladle"
    r"|spoon)"
)
_WOUND = AnyCase(
    r"(?:^\W*|\b)(?:it's|it is|it was|'twas|'tis|they're|they were|there's|there was|just|only|did|got"
    r"|gave myself|is)"
    r" (?:just |only |more |really |like |kind of |sort of )*(?:an?|some|one|two|three|four|a few|the"
    r"|little|small)?"
    r" ?(?:few |small |little |couple of |wee |tiny |couple )*(?:scratch(?:es)?|cuts?|burns?|nicks?"
    r"|welts?|grazes?)\b"
    rf"|\bi(?:'ve|'d)?(?: \w+)? (?:scratch|scrap|burn|scald|bit|dug|gouge|jab|prick|pok|slap|hit|punch"
    rf"|bang|smack|snap)"
    rf"(?:ed|t|ped|ned|ing|ting|ping|ning)?(?: at| into| on| it into)? (?:my|me) (?:\w+ )?{_LIMB}\b"
    r"|\bi(?:'ve|'d)?(?: \w+)? (?:scratched|burned|burnt|bit|hit|punched|slapped|jabbed|pricked|snapped)"
    r" (?:myself|meself|mesel)\b"
    r"|\bi(?:'ve|'d)?(?: \w+)? (?:punched|hit|kicked|headbutted|banged) (?:the|a|my) (?:\w+ )?(?:wall"
    r"|door|wardrobe"
    r"|locker|tiles)\b|\b(?:bang(?:ed|ing)|bash(?:ed|ing)|smash(?:ed|ing)|hit(?:ting)?|knock(?:ed|ing)"
    r"|beat(?:ing)?) (?:my|me) (?:own )?head (?:on|off|against|into)\b"
)
_WITH_A_TOOL = AnyCase(
    rf"\b(?:my|me|the|a|an|his|her|mum's|some) (?:\w+ )?{_TOOL}\b(?=[.,!;]|$| (?:on|and|then|across|to"
    rf"|at|again|from)\b)"
)
_ON_A_LIMB = AnyCase(
    rf"\b(?:on|across|down|along|inside|up|at|into|to) (?:my|me|the) (?:\w+ ){{0,2}}?{_LIMB}\b"
)
_IS_YES = re.compile(
    r"\b(?:it's|it is|it was|is|was|that's|that is|that was|that one's|put|make it|call it) (?:a |sort"
    r" of a "
    r"|kind of a )?"
    r"(?:yes|yeah)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|never|nothing|none|without)\b|n['’]t\b(?! (?:really |even )?(?:bleed|hurt|deep|bad"
    r"|much|mean|know|think))",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:cat|dog|kitten|fell|fall|tripp\w+|slipp\w+|accident\w*|cook\w*|oven|stove|kitchen|garden\w*"
    r"|thorns?|brambles?"
    r"|itch\w*|rash|eczema|psoriasis|painted|manicure|polish|gym|football|rugby|bike|by mistake|paper"
    r" cut|shaving"
    r"|the car|operation|surgery|tattoo)\b",
    re.IGNORECASE,
)
_ASKS_ON = re.compile(
    r"\b(?:blank|yes or (?:a )?no|a yes|a no|what(?:'d| did| had) you use|what with|with what|how did"
    r" you|where (?:was"
    r"|on|did)|what happened|count(?:ed|s)?|thursday|monday|tuesday|wednesday|friday|saturday|sunday"
    r"|acts?|urges?"
    r"|tell me|is that|did you)\b",
    re.IGNORECASE,
)
A_FEW_TURNS = 6
"""How long after self-harm was named such words tell of it."""
_NEXT, _FAR, _MOST, _ITEM = 3, 24, 3, 10


def told_of_a_wound(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of a wound to themselves, in the turns after the clinician named self-harm."""
    if unit.question or not _may_tell(unit):
        return
    named = _named(units, unit)
    if named is None:
        return
    turn = turn_of(units, unit)
    told = " ".join(one.exact for one in turn).replace("’", "'")
    telling = [one for one in turn if _may_tell(one) and _tells(one, told)]
    if _ELSEWHERE.search(told) or not telling or telling[0] is not unit:
        return
    asked = [one for one in units[named.index + 1 : unit.index] if one.question and one.turn == unit.turn - 1]
    asked = [one for one in asked[-1:] if _ASKS_ON.search(one.exact)]
    if _IS_YES.search(unit.exact) and not asked and named.turn != unit.turn - 1:
        return
    first = [named] if unit.turn - named.turn <= _NEXT and named.spoken_length <= _ITEM else []
    of_it = [one for one in turn if one in telling or (not one.question and _ON_A_LIMB.search(one.exact))]
    kept = (*first, *asked, *of_it[:_MOST])
    denied = named.question and named.turn < unit.turn - 1 and _is_denied(units, named)
    status = RiskStatus.UNCLEAR if denied else RiskStatus.REPORTED
    yield Mention(RiskKind.SELF_HARM, status, kept, rank=DISCLOSED, past=is_past(units, unit))


def _is_denied(units: Sequence[Unit], question: Unit) -> bool:
    """Whether the question was answered with a no, so that a wound told later may be of something else."""
    answers = answers_to(units, question)
    return answers is not None and read_answer(answers[0].exact) is Answer.NO


def _may_tell(unit: Unit) -> bool:
    plain = unit.exact.replace("’", "'")
    if _NOT.search(plain):
        return False
    return bool(_IS_YES.search(plain) or _WOUND.search(plain) or _WITH_A_TOOL.search(plain))


def _tells(unit: Unit, told: str) -> bool:
    """Whether the words are of a wound, or of a thing that made one and of where."""
    plain = unit.exact.replace("’", "'")
    if _IS_YES.search(plain) or _WOUND.search(plain):
        return True
    return bool(_ON_A_LIMB.search(told))


def _named(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """Where the clinician named self-harm shortly before, as a question or an item that is read out."""
    for before in reversed(units[max(0, unit.index - _FAR) : unit.index]):
        if unit.turn - before.turn > A_FEW_TURNS:
            return None
        if before.speaking is not Speaking.CLINICIAN or before.turn == unit.turn:
            continue
        kinds = set(kinds_in(before.exact))
        if before.question:
            kinds |= {one.kind for one, _ in matches_in(before.exact, ASKED)}
        if RiskKind.SELF_HARM in kinds:
            idle = is_said_to_everybody(units, before) or is_of_people(before) or is_contingent(before)
            return None if idle else before
    return None
