"""A no of one's own, and somebody else who did it: "No. Never. A boy in my college did."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.persons import NOUN, SOMEBODY, does_the_same, phrase_of
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_LEADS = (
    r"(?:(?:no|nah|never|not me|not myself|but|well|um|uh|only|god|and|there(?:'s| was| is| were|'d been)"
    r"(?: only| just| once)?|i (?:knew|know|had|saw|heard of|remember)|we (?:knew|had|lost))\b[,. ]+)*"
)
_POISONS = (
    r"(?:poison|sniper|gramoxone|paraquat|rat poison|weed ?killer|bleach|pesticide|insecticide|baygon|harpic"
    r"|celphos|otapiapia|kerosene|acid|tablets|pills|an overdose)"
)
_WHO = (
    rf"(?:(?:my|our|his|her|the|a|an|one|some|another|this|that|me|one of (?:my|our|the|me))"
    rf" (?:[\w'-]+ ){{0,2}}?(?P<noun>{NOUN}|fellow|chap|dude|person|patient|someone|guy|bloke|kid)"
    rf"|(?P<kin>Mum|Mam|Mom|Mammy|Dad|Daddy|Nan|Gran|Granny|Grandad|Papa|Amma|Appa|Baba)"
    rf"|(?P<some>somebody|someone|people|others|a few))"
)
_PLACE = (
    r"(?:'s|,)?(?:,? (?-i:[A-Z])[\w'-]+)?,?(?:,? (?:\w+ )?(?:in|at|from|on|of|back|down|up|that|who|i|we"
    r"|next|beside|two)"
    r"(?: [\w']+){1,6}?)?(?:,? (?:in|at|from|of|on) (?-i:[A-Z])\w+)?,?(?: (?:that|who|he|she))?"
)
_DID = (
    r"(?: (?:actually|sadly|really|once|also|though|,))*,? (?:did\b(?! (?:well|it for|not|n't|his|her|my"
    r"|a|the"
    r" (?!same))\b)|has\b(?=[.,!?]|$| (?:tried|attempted|done|a few|once|twice))"
    r"|had\b(?=[.,!?]|$| (?:tried|attempted|done|a go))|tried\b(?=[.,!?]|$| (?:it|to|once|twice|before|last))"
    r"|attempted\b|was the one\b|went that way\b|died (?:that way|like that|by (?:suicide|his own|her own))"
    r"|(?:took|ended) (?:his|her|their) (?:own )?life\b|(?:hanged|hung|killed|shot|poisoned|drowned|cut"
    r"|harmed)"
    r" (?:him|her|them)self\b|(?:drank|drunk|drink|swallowed|took|ate) (?:(?:some|a|an|the|his|her|their"
    r"|all|too"
    rf" many|loads of|bottle of) ){{0,3}}{_POISONS}\b|overdosed\b|jumped (?:off|in|from|under)\b|(?:used"
    rf" to|would) (?:cut|self[- ]harm|do (?:it|that))\b)"
)
_ANOTHER_DID = re.compile(rf"^\W*{_LEADS}{_WHO}{_PLACE}{_DID}", re.IGNORECASE)
_I_DID = re.compile(
    r"\bi(?:['’]d| had| have|['’]ve)?(?: (?:also|just|once|then|\w+ly))? (?:took|taken|tried|did(?!"
    r" (?:know|see|hear))|cut"
    r"|drank|swallowed|overdosed|attempted|jumped|hung|hanged)\b",
    re.IGNORECASE,
)
_ME_TOO = re.compile(
    r"\b(?:so did i|i did too|and (?:so )?(?:did )?(?:i|me)\b(?! saw)|we both|me too|same as me)\b", re.I
)
_ABOUT_THEM = re.compile(
    r"^\W*(?:and |but |so )?(?:he|she|they|his|her|him|it was (?:awful|terrible|his|her|my)|everyone"
    r"|everybody"
    r"|the (?:\w+ )?(?:funeral|family|whole|police|hostel|school|village))\b|^\W*(?-i:[A-Z])\w+\W*$",
    re.IGNORECASE,
)
_STILL_NOT_ME = re.compile(
    r"^\W*(?:(?:so|but|yeah|well|and|as for me|me|for me)[, ]+)*(?:no\b|never\b|not me\b|i(?:['’]d|['’]ve"
    r"| would| have|"
    r" could)? (?:never|not)\b|i (?:wouldn['’]t|haven['’]t|couldn['’]t|don['’]t)\b)",
    re.IGNORECASE,
)
_HAD_ONE = re.compile(r"^[^.?!]{0,12}\bi(?:'ve| have|'d)?(?: had| got)? an? ", re.IGNORECASE)
_KIN = frozenset(
    ("cousin", "brother", "sister", "uncle", "aunt", "auntie", "nephew", "niece", "stepbrother", "stepsister")
)
"""Of whom "I had a cousin" tells that they were the client's."""
_REACH, _MOST_BEHIND = 4, 2


def did_by_another(units: Sequence[Unit], unit: Unit) -> str | None:
    """Whose deed it is, where a statement says that somebody else did what was asked about."""
    found = _ANOTHER_DID.match(unit.exact.replace("’", "'"))
    if found is None or unit.question or _I_DID.search(unit.exact):
        return None
    if _ME_TOO.search(" ".join(one.exact for one in turn_of(units, unit))):
        return None
    if found["noun"]:
        if found["noun"].lower() in _KIN and _HAD_ONE.match(found.string):
            return f"the client's {found['noun'].lower()}"
        return phrase_of(found.string, found.start("noun"), found["noun"])
    return f"the client's {found['kin'].lower()}" if found["kin"] else SOMEBODY


def is_another_s_deed(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a statement tells of somebody else's deed, or goes on about them."""
    if did_by_another(units, unit) is not None:
        return True
    before = [one for one in turn_of(units, unit) if unit.index - _REACH < one.index < unit.index]
    led = any(did_by_another(units, one) is not None for one in before)
    return led and _ABOUT_THEM.match(unit.exact) is not None


def of_another_beside(units: Sequence[Unit], mention: Mention) -> Iterator[Mention]:
    """What a denial tells of somebody else in the same turn, as theirs, after the client's own no."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if mention.status is not RiskStatus.DENIED or mention.kind not in MAY_BE_PAST or not said:
        return
    if mention.whose is not None or read_answer(said[0].exact) is not Answer.NO:
        return
    turn = [one for one in turn_of(units, said[-1]) if one.index >= said[0].index]
    for unit in turn:
        who = did_by_another(units, unit)
        if who is not None:
            behind = takewhile(_goes_on, (one for one in turn if one.index > unit.index))
            before = [one for one in turn if one.index < unit.index]
            told = (mention.units[0], *before, unit, *list(behind)[:_MOST_BEHIND])
            yield replace(
                mention, status=RiskStatus.UNCLEAR, units=told, weak=False, rank=DISCLOSED, whose=who
            )
            return


def denial_alone(units: Sequence[Unit], mention: Mention) -> Mention:
    """A denial without the deed of somebody else it was told with, and with the no said again behind it."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if mention.status is not RiskStatus.DENIED or not said:
        return mention
    turn = [one for one in turn_of(units, said[0]) if one.index >= said[0].index]
    theirs = {one.index for one in turn if is_another_s_deed(units, one)}
    if not theirs:
        return mention
    again = [one for one in turn if one.index > max(theirs) and _STILL_NOT_ME.match(one.exact)]
    kept = [one for one in mention.units if one.index < min(theirs)]
    return replace(mention, units=(*kept, *again[:_MOST_BEHIND]))


def as_another_s(units: Sequence[Unit], mention: Mention) -> Mention:
    """An open answer that tells of somebody else's deed alone, as theirs: "My father did. I found him."."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if (
        mention.status is not RiskStatus.UNCLEAR
        or mention.kind not in MAY_BE_PAST
        or not said
        or mention.whose
    ):
        return mention
    who = did_by_another(units, said[0])
    own = any(_I_DID.search(one.exact) or does_the_same(one.exact) for one in turn_of(units, said[0]))
    if who is None or own or mention.units[0].speaking is not Speaking.CLINICIAN:
        return mention
    return replace(mention, whose=who, rank=DISCLOSED)


def _goes_on(unit: Unit) -> bool:
    return _ABOUT_THEM.match(unit.exact) is not None
