"""Poison or tablets somebody took: household names of it, and an unknown name that took them to hospital."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.past import is_past
from live_notes.drafting.spec import Speaking

_TAKEN = AnyCase(
    r"\bi(?:'d| had| have|'ve| even| just| went and)? (?:drank|drunk|swallowed) "
    r"(?!(?:and|too|so|my(?:self)?|it down|hard|a lot|more|less|every|heavily|alone|until|till|because|when"
    r"|in|on|at|with|to|for|the whole|all)\b)"
    r"(?!(?:\w+ ){0,5}(?:beers?|wine|vodka|whiske?y|gin|rum|brandy|spirits?|alcohol|pints?|cans?|shots?"
    r"|lager|stout|cider|burukutu|ogogoro|feni|toddy|water|milk|juice|tea|coffee|coke|soup)\b)"
)
_TO_HOSPITAL = AnyCase(
    r"\b(?:they|he|she|mum|mom|dad|someone|somebody|my (?:\w+ ){1,2}|the (?:\w+ ){1,2})\s?(?:\w+ )?"
    r"(?:rushed|carried|drove|brought) me (?:down |straight |quickly )?to\b"
    r"|\b(?:was|got) rushed (?:to|into|in)\b|\bpump(?:ed|ing)? (?:my|me) (?:stomach|out)\b"
    r"|\bmy stomach (?:was )?pumped\b|\bwashed (?:out )?my (?:stomach|belly)\b"
)
_OVERDOSE = AnyCase(
    r"\bi(?:'d| had| have|'ve| just| went and)? took\b[^.?!]{0,30}\b(?:co-?codamol|paracetamol|panadol"
    r"|tylenol|tablets|pills"
    r"|ibuprofen|aspirin|sleepers|sleeping tablets|diazepam|valium|tramadol|codeine|amitriptyline|insulin"
    r"|antidepressants)\b"
)
_WOKE_THERE = AnyCase(
    r"\b(?:woke|came (?:to|round)) (?:up )?in (?:the )?(?:hospital|icu|a ?(?:and|&) ?e|the er"
    r"|intensive care|resus|er\b|ward"
    r"|(?-i:[A-Z])\w+ (?-i:[A-Z])\w+|(?-i:Royal|General))|\bi meant (?:it|to)\b|\bmeant to die\b"
    r"|\bpumped (?:my|me)\b"
)
_TAKEN_ILL = AnyCase(
    r"\b(?:(?:carried|rushed|took|brought|drove|got|put) me (?:\w+ ){0,2}?(?:to|in|into) (?:the )?(?:\w+ )?"
    r"(?:hospital|casualty|icu|emergency|ward)|vomit\w*|in (?:the )?(?:hospital|icu|intensive care))\b"
)
_TOO_MANY = AnyCase(
    r"\b(?:a (?:lot|load|heap|handful|bunch|pile)|loads|heaps|all of them|the lot|too many|everything|plenty"
    r"|(?:two|three|four|five) (?:packets?|boxes|strips)|the whole \w+)\b"
)
_SAID_TO_BE_ONE = AnyCase(
    r"\b(?:overdose[ds]?|attempts?(?! (?:to|at) (?!die|end|kill|suicide)))\b|\btried to (?:die|kill|end)\b"
)
"""What makes tablets of years ago an attempt: how many, where they led, or that one of the two says so."""
_FOR_HEALTH = AnyCase(
    r"\btook\b[^.?!]{0,40}\b(?:for|every|daily|like (?:he|she|you|they)|as (?:prescribed|he|she"
    r"|you|they"
    r"|usual|directed)|properly|with (?:food|water)|regular\w*|and (?:it|they) (?:helped|worked)"
    r"|back to|off)\b"
)
_WITHIN, _NEAR, _ON, _A_FEW_WORDS = 10, 30, 26, 4


def is_poisoning(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether something drunk took the client to hospital, in talk in which suicide is asked about."""
    overdose = not unit.question and _OVERDOSE.search(unit.exact) is not None
    if unit.question or not (overdose or _TAKEN.search(unit.exact)):
        return False
    behind = [one for one in units[unit.index : unit.index + _WITHIN] if one.speaking is Speaking.CLIENT]
    proof = (_TO_HOSPITAL, _WOKE_THERE) if overdose else (_TO_HOSPITAL,)
    sure = any(words.search(one.exact) for one in behind for words in proof)
    if not (sure or (overdose and _was_to_die(units, unit))):
        return False
    near = units[max(0, unit.index - _NEAR) : unit.index]
    return any(one.speaking is Speaking.CLINICIAN and RiskKind.SUICIDE in kinds_in(one.exact) for one in near)


def _was_to_die(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether tablets of years ago were no treatment, by what is said of them in the next turns."""
    if _FOR_HEALTH.search(unit.exact) or not is_past(units, unit):
        return False
    behind = units[unit.index : unit.index + _ON]
    ill = any(_TAKEN_ILL.search(one.exact) for one in behind if one.speaking is Speaking.CLIENT)
    at_once = [one for one in behind[:2] if one is unit or one.length <= _A_FEW_WORDS]
    many = any(_TOO_MANY.search(one.exact) for one in at_once)
    return ill or many or any(_SAID_TO_BE_ONE.search(one.exact) for one in behind)
