"""Whether a clinician's question puts something to be done to the client, or only asks.

"Could you leave it with your sister?" puts a step. "How many days last week?" does not, though the client
answers it in the middle of a plan: it stays a question. What has no verb ("the bump every day?") is what the
client makes of it, and where they make nothing of it, it was asked.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.language.any_case import AnyCase

_READY = (
    r"(?:ok|okay|okey|alright|all right|fine|willing|able|open to|up for|happy|grand|possible|doable|ready"
    r"|prepared|game|good|too much|any way|any chance)\b"
)
_PUTS = AnyCase(
    r"\b(?:would|could|can|will|shall|should|might|won't|couldn't|wouldn't|can't|cannot|d'you want"
    r"|do you want"
    r"|do you wanna|do you need) (?:you|ye|yous|y'all|we|i|me|he|she|they|it|that|this|somebody|someone|one"
    r"|your \w+|to)\b"
    r"|\b(?:you|we|i|ye)(?:'d| could| can| might| should|'ll| will|'re going to|'m going to| want)\b"
    r"|\b(?:how|what) about\b|\bwhat if\b|\bwhy (?:don't|not)\b|\blet'?s\b|\blet (?:me|us)\b"
    rf"|\b(?:is|are|will|would) (?:it|that|you|ye|there|this|the \w+)(?: \w+){{0,2}}? {_READY}"
    r"|\b(?:okay|ok|happy|fine|good|alright|all right) (?:with|to|for|if)\b"
    r"|\bdo you (?:think|reckon|feel|mind)\b[^?]*\b(?:could|can|would|might|if)\b"
    r"|\b(?:want|like|need) (?:me|us|you) to\b|\bany (?:chance|way)\b|\bmind if\b"
    r"|\bi(?:'d)? (?:suggest|recommend|propose|ask|invite|want|like)\b|\bhave you thought (?:of"
    r"|about) \w+ing\b"
    r"|\bsee if\b|\bplease\b|\btry\b"
)
"""Words that put what is to be done."""
_ASKS = AnyCase(
    rf"{LEAD}(?:how (?!about|'?bout)|what(?! if| about|'s about)\b|when\b|where\b|who(?:'s|se)?\b|which\b"
    r"|why\b(?! (?:don't|not))|(?:did|didn't|was|wasn't|were|weren't|has|hasn't|had|hadn't|does|doesn't|isn't"
    r"|aren't|am)\b|(?:have|haven't)\b(?! you thought)"
    rf"|(?:is|are)\b(?! (?:it|that|you|ye|there|this|the \w+)(?: \w+){{0,2}}? {_READY})"
    r"|(?:do|don't)\b(?! you (?:want|wanna|need|think|reckon|mind|feel|fancy|like)))"
)
"""Begins what asks after something that was or is."""
_STEERS = AnyCase(
    r"\bi(?:'m going to|'m gonna| am going to|'ll| will|'m just going to| have to| need to|'d like to"
    r"| want to"
    r"|'m|'d)(?: just| only| have to| need to| want to| like to)* (?:stop|stopp?ing|pause|pausing"
    r"|interrupt\w*"
    r"|slow|slowing|hold|holding|bring|bringing|pull|take|taking|cut|catch|jump|press|push"
    r"|pick) (?:you(?: up| down"
    r"| back| there| right)*|in|in on you|across you|us (?:up|down|back))"
    r"(?=$|[,.;!?]| (?:there|here|now|right|for|a|one|because|before|on (?:that|this)|to (?:that|this|what)"
    r"|up on|with|from)\b)(?!.*\b(?:appointment|list|waiting|next (?:week|time|session)|tomorrow|tonight"
    r"|\w+day"
    r"|in (?:two|three|four|six) weeks)\b)"
    r"|\b(?:sorry|let me|can i|could i|may i)(?: just)? (?:to )?(?:interrupt|stop you|pause you|cut (?:in"
    r"|across)"
    r"|jump in|butt in|come in|hold you|slow you)\b"
)
"""Breaks in on the talk: nothing is put to be done by it."""
_TAKES_UP = re.compile(
    r"\b(?:i|we)(?:'ll| will| can| could| might|'d| would)(?: \w+ly| just| maybe| try to| at least)?"
    r" (?!say|be\b|have\b|feel|like|think|guess|reckon|know|rate|put it at|give it|need|want|love"
    r"|rather)[a-z]+"
    r"|\b(?:i|we)'(?:m|re) (?:going to|gonna)\b|\bthat'?(?:s|d be|ll be|d|ll)? (?:doable|work|works|fine|okay"
    r"|possible|grand)\b",
    re.IGNORECASE,
)
"""Says what somebody will do."""
_FIRST = re.compile(r"^(?:(?:\w+, )|(?:and|so|then|or|but|okay|maybe|just) )*(?P<word>[a-z]+)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_NO_ORDER = frozenset(("let", "say", "like", "mean", "look", "know", "see", "guess", "think"))


def puts_a_step(put: Unit, answer: Unit | None) -> bool:
    """Whether what a clinician said puts something that is to be done, and is not merely asked."""
    sentences = _SENTENCE.split(put.exact.strip().strip("\"'"))
    if all(_STEERS.search(one) for one in sentences):
        return False
    if not sentences[-1].endswith("?") or any(_puts(one) for one in sentences):
        return True
    if answer is None or _ASKS.match(sentences[-1]):
        return False
    return _TAKES_UP.search(answer.exact) is not None or _begins_with_an_order(answer.exact)


def _puts(sentence: str) -> bool:
    if sentence.endswith("?") and _ASKS.match(sentence):
        return False
    return _PUTS.search(sentence) is not None or _begins_with_an_order(sentence)


def _begins_with_an_order(sentence: str) -> bool:
    first = _FIRST.match(sentence)
    return first is not None and first["word"].lower() not in _NO_ORDER and is_order(first["word"])
