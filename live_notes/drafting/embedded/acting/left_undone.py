"""What a clinician says of a method without doing it: left out, offered, or put off to another time."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase

_PROCEDURES = (
    "carried out ",
    "strengthened ",
    "guided ",
    "practiced ",
    "used bilateral ",
    "had the client ",
    "rehearsed ",
    "chose from ",
    "reviewed ",
)
"""How a deed begins that is done in the session or not at all."""
_LEAVES_OUT = AnyCase(
    r"\b(?:(?:i'm|we're|i am|we are) (?:just |probably )?not (?:gonna|going to|doing|starting|pushing)"
    r"|(?:i|we) (?:won't|will not|shan't|don't want to|aren't going to)"
    r"|(?:i'll|we'll) (?:not|skip|leave (?:out|off)|hold off)"
    r"|(?:let's|let us) (?:not|skip|leave (?:out|off)|hold off))\b"
)
_OFFERS = AnyCase(
    r"\b(?:you|we|i) (?:could|might) (?:always |maybe |also |perhaps )?(?:\w+ )*?(?:if you (?:want|wanted"
    r"|like|liked|wish|wished|fancy|prefer|preferred|felt|feel)|or (?:you|we))\b"
    r"|\bif you(?:'d| would)? (?:want|wanted|like|liked|prefer)\b[^?]*\b(?:could|can|might)\b"
)
_PUTS_OFF = AnyCase(
    r"\b(?:next (?:time|week|session)|another (?:time|day|week)|some other time|later on"
    r"|down the (?:line|road|track)"
    r"|in (?:a|the) (?:few|couple of|coming) (?:weeks|sessions)|not (?:yet|today|this week))\b"
    r"|\b(?:once|when|after) (?:she|he|they|your \w+|mum|mom|dad)(?:'s| is|'re| are)?"
    r" (?:comes?|gets?|back|in|here|joins?|ready)\b"
)
_ADDS_TO_THE_LIST = AnyCase(
    r"\b(?:put|add|pop|stick|write|note|get|keep)(?:ting|ing)? (?:it|that|this|them|those"
    r"|that one)(?: \w+)? (?:on|onto|to|in|down on)\b|\b(?:goes|going|go) on (?:the|your)\b"
)
_NOT_ON_IT = AnyCase(
    r"(?:\bnot|n't|\bnever)\b[^.?!]{0,24}\b(?:list|ladder|hierarchy)\b|\b(?:other )?(?:thing"
    r"|things|item|items|one|ones|jobs?|bits?)"
    r" (?:left )?on (?:the|your) list\b"
)
"""Says that something is not on the list of fears, or speaks of a list of things to do."""
_ASKS_OF_WHAT_WAS = AnyCase(
    r"^(?:(?:and|so|okay|well|now)[, ]+)*(?:did|have|had|were|has) (?:you|it|that)\b|^(?:(?:and"
    r"|so)[, ]+)*how (?:did|was|were)\b"
)
"""Asks how it went at home: nothing is done by that."""
_CHOOSES = "chose from "


_CLIENT_PUTS_OFF = AnyCase(
    r"\b(?:can|could|shall|will|may|might|what if|would it be (?:okay|ok) if) (?:we|i) (?:maybe |please "
    r"|just )*(?:do|leave"
    r"|save|try|keep|park|have|start|come back to|look at) (?:it|that|this|one)?\b[^.?]{0,25}\b(?:next"
    r" (?:week|time|session)"
    r"|another (?:day|time|week)|later|after|when|some other)\b|\bnot (?:today|now|yet|this (?:week"
    r"|time)|right now)\b"
    r"|\b(?:next (?:week|time)|another (?:day|time)|some other time)(?:,? (?:maybe|please|if that's"
    r"|would be|i think))*\W*$"
    r"|\bi'd (?:rather|sooner|prefer) (?:not|wait|leave)\b"
)
_PARKED = AnyCase(
    r"\b(?:we'll|we can|let's|i'll|okay,?|so) (?:just )?(?:park|leave|save|keep|hold|shelve|come back to"
    r"|postpone) (?:it|that"
    r"|this|off)\b|\bnext (?:week|time) (?:then|so|it is)\b|\banother (?:day|time) (?:then|so)\b"
    r"|^(?:okay|ok|sure|no"
    r" problem|no worries|fine|of course|right|grand)\W"
)


def put_off(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a method that was offered by a question was put off by the client and the clinician."""
    if not unit.question:
        return False
    after = units[unit.index + 1 : unit.index + 1 + _SOON]
    said = [one for one in after if one.turn == unit.turn + 1]
    then = [one for one in after if one.turn == unit.turn + 2]
    asked = any(_CLIENT_PUTS_OFF.search(one.exact) for one in said)
    return asked and (not then or any(_PARKED.search(one.exact.strip()) for one in then))


_SOON = 10


def left_undone(name: str, words: str) -> bool:
    """Whether the words name a method that they leave out, offer or put off; `name`: of the deed."""
    if not name.startswith(_PROCEDURES):
        return False
    if name.startswith(_CHOOSES) and (_ADDS_TO_THE_LIST.search(words) or _NOT_ON_IT.search(words)):
        return True
    return any(form.search(words) for form in (_LEAVES_OUT, _OFFERS, _PUTS_OFF, _ASKS_OF_WHAT_WAS))
