"""A medicine of somebody else's that the client took: "a friend gave me two of her Xanax, I took a half".

It is a use that no prescription covers. What was only offered, or kept and not taken, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import TOKEN
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.turns import whole_turn
from live_notes.drafting.spec import Speaking

MEDICINES_THAT_ARE_PASSED_ON = (
    r"(?:xanax|alprazolam|diazepam|valium|lorazepam|ativan|clonazepam|klonopin|temazepam|zopiclone|zolpidem|ambien"
    r"|modafinil|adderall|ritalin|concerta|vyvanse|dexamphetamine|tramadol|codeine|co-?codamol|oxy(?:codone|contin)?"
    r"|percocet|vicodin|hydrocodone|morphine|methadone|pregabalin|lyrica|gabapentin)"
)
_NAMED = AnyCase(rf"\b{MEDICINES_THAT_ARE_PASSED_ON}\b")
_OF_ANOTHER = re.compile(
    r"\b(?:gave|gives|given|slipped|lent|sold|got) me\b|\b(?:they're|they are|it's|it is|one of) (?:hers"
    r"|his|theirs|her"
    r"|his|their)\b|\bone of (?:her|his|their|my \w+'s)\b|\b(?:off|from) (?:a|my|the|his|her|some) \w+\b"
    r"|\b(?:she|he"
    r"|my \w+) takes\b|\bnot (?:mine|prescribed)\b",
    re.IGNORECASE,
)
_I_TOOK = re.compile(
    r"\bi(?:'d|'ve| had| have)? (?:just |only )?(?:took|taken|take|tried|swallowed|had (?:a|one|two|half"
    r"|the))\b|\b(?:one"
    r"|two|half|some) i (?:took|had)\b",
    re.IGNORECASE,
)
_BEHIND, _BEFORE = 4, 3


def took_of_another_s(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What the client took of a medicine that is named here, where the turn says that it is not their own."""
    if unit.question or not _NAMED.may_be_in(unit.exact) or not _NAMED.search(unit.exact):
        return
    turn = whole_turn(units, unit)
    said = " ".join(one.exact for one in turn).replace("’", "'")
    took = next((one for one in turn if one.index >= unit.index - _BEFORE and _took(one)), None)
    if took is None or unit.speaking is not Speaking.CLIENT or not _OF_ANOTHER.search(said):
        return
    first, last = min(unit.index, took.index), max(unit.index, took.index)
    told = [one for one in turn if first - 1 <= one.index <= last + _BEHIND]
    yield Mention(RiskKind.SUBSTANCE_USE, RiskStatus.REPORTED, tuple(told), rank=DISCLOSED, whole=True)


def _took(unit: Unit) -> bool:
    found = _I_TOOK.search(unit.exact.replace("’", "'"))
    if found is None:
        return False
    return not any(is_negation(one.group()) for one in TOKEN.finditer(unit.exact[: found.end()]))
