"""What is said of paying for the sessions: a matter of the desk, and no step or finding.

"I didn't pay for last month. I'll do it this evening, all four sessions." Told without what it is of, the
second sentence reads as four sessions of something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_OF_FEES = AnyCase(
    r"\b(?:pay|paid|paying|payment|transfer\w*|owe|owing|owed|settle[ds]?|square[ds]?(?: up)?)\b[^.?!]{0,30}"
    r"\b(?:you\b(?! (?:back|attention))|(?:for |from )?(?:the |my |these |those |both |all )*(?:last|two"
    r"|three|four)?"
    r" ?sessions?|(?:for|from) (?:last (?:month|week|time)|today|the last|this month|before)"
    r"|the (?:desk|office|clinic|front desk|receptionist))\b"
    r"|\b(?:the |my |your )?(?:session |counsell?ing |therapy |clinic )(?:fees?|payments?|invoices?|bill)\b"
    r"|\b(?:co-?pay(?:ment)?s?|gpay|phonepe|paytm|venmo|cash ?app|bank transfer|e-?transfer|your invoice"
    r"|the invoice for)\b"
    r"|\b(?:sorry|reminder|message|saw) about the payment\b"
)
"""Of what the client pays for the sessions."""
_WILL = re.compile(
    r"^(?:(?:and|so|but|okay|yes|yeah|um|then)[, ]+)*(?:i'll|i will|i'm going to|i'm gonna|i can|let me"
    r"|i shall"
    r"|i'd|i would) (?:just |now |also )?(?:do|send|pay|make|clear|transfer|sort|settle|bring|drop|put|give)"
    r"(?: you)? (?:it|that|them|both|all|the rest|this|those|everything)\b",
    re.IGNORECASE,
)
"""Will see to what was just named."""
_ASKS_PRICE = AnyCase(
    r"\bwhat do (?:i|we) owe\b|\b(?:do|did) (?:i|we) (?:owe|have to pay|pay|need to pay)\b"
    r"|\bhow much (?:is (?:it|that|this)(?= (?:for|today|now|again|per|each|a)\b|\?|$)|do (?:i|we) (?:owe"
    r"|pay|give)|does"
    r" (?:it|this|that|a session) cost|are you charging|is (?:the|your) (?:fee|session|rate))"
    r"|\bwhat(?:'s| is| are) (?:the|your) (?:fees?|charges?|rate|damage|cost|co-?pay)\b"
    r"|\b(?:is (?:it|this|that)|are these|are the sessions) (?:still )?(?:free|covered|paid for|charged)\b"
    r"|\bwhat (?:does|will|would|did) (?:it|that|this|today|a session) (?:cost|come to)\b|\bwhat's to pay\b"
)
"""A client asks what the sessions cost."""
_MOST_OF_A_PRICE = 2
"""Sentences of the clinician's turn that answer it."""
_REACH = 4
"""Sentences of a turn after which "it" is no longer the payment."""


def of_fees(units: Sequence[Unit]) -> set[int]:
    """The places of what a client will do about the payment, said behind what names it."""
    found: set[int] = set()
    for _, one in groupby(units, key=lambda unit: (unit.turn, unit.speaker)):
        turn = list(one)
        if turn[0].speaking is not Speaking.CLIENT:
            continue
        wills = [unit for unit in turn if _WILL.match(unit.words) and not unit.risk_in_words]
        if wills:
            named = [unit.index for unit in turn if _OF_FEES.search(unit.exact)]
            found |= {unit.index for unit in wills if any(0 <= unit.index - at <= _REACH for at in named)}
    return found | _prices(units)


def _prices(units: Sequence[Unit]) -> set[int]:
    """The places of what a clinician answers who was asked what the sessions cost: nothing of the client."""
    found: set[int] = set()
    for unit in units:
        if unit.speaking is not Speaking.CLIENT or not unit.question or not _ASKS_PRICE.search(unit.exact):
            continue
        after = [one for one in units[unit.index + 1 :][: 2 * _REACH] if one.turn == unit.turn + 1]
        answer = [one for one in after if one.speaking is Speaking.CLINICIAN and not one.risk_in_words]
        found.update(one.index for one in answer[:_MOST_OF_A_PRICE] if not one.question)
    return found
