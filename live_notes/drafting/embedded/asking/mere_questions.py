"""Questions about a mere nothing: "does that make sense?", "how does that sound?", "is there anything else?".

A yes to them is no fact of a note, unless it is to a plan that stands before it: that is agreed to.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing.plain_words import NO, YES
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.saying import capital

_LEAD = r"(?:(?:and|so|but|okay|ok|all right|alright|well|then|now|right)[,.]? )*"
_CHECKS = re.compile(
    rf"{_LEAD}(?:(?:how|what) (?:does|do|would|did|is) (?:that|this|it|all that"
    rf"|all of that) (?:all )?sound(?: so far)?"
    r"|how'?s (?:that|this|it) sound|how (?:does )?(?:that|this) sounds?"
    r"|(?:does|do|did|would) (?:that|this|it|all that|all of that|those) (?:all )?(?:make(?: any)? sense"
    r"|sound (?:good|okay|ok|fine|all right|alright|reasonable|fair|right|like a plan)"
    r"|work|seem (?:okay|fair|reasonable))"
    r"|(?:is|are) (?:that|this|it|all that|you|we)(?: all)? (?:okay|ok|all right|alright|fine|clear"
    r"|good|happy)"
    r"|(?:sounds? good|make sense|sound okay)|(?:are )?you (?:with me|following)|do you follow"
    r"|are you (?:okay|ok|happy|comfortable|fine|good) with (?:that|this|it|that plan|the plan))"
    r"(?: (?:to|for|with) you| so far| then| at all)*",
    re.IGNORECASE,
)
_ANYTHING_ELSE = re.compile(
    rf"{_LEAD}(?:(?:do|did) you have |have you (?:got )?|is there |are there |was there )?"
    r"(?:any (?:other |more |further )?questions?(?: or concerns)?"
    r"|anything else(?: (?:you(?:'d| would)? (?:like|want|need|wanted) to (?:ask|add|say|tell me|mention"
    r"|talk about|discuss)"
    r"|i can (?:do|help)(?: you)?(?: with)?|today|at all|for (?:me|today)))*)"
    r"(?: (?:for me|about (?:that|this|any of that|anything)|at all|today|before (?:we|you) (?:end|finish"
    r"|stop|go|leave|wrap up)(?: \w+){0,2}))*",
    re.IGNORECASE,
)
_MERE_YES = re.compile(
    r"(?:(?:oh|um|uh|well|okay|ok|yeah|yes|yep|sure|great|perfect|good|fine|all right|alright|i think"
    r"|right)[,.! ]+)*"
    r"(?:(?:that|it|this)(?:'s| is| all|)? (?:all )?(?:sounds?|seems?|works?|makes?|does|is|will be"
    r"|would be)?"
    r"(?: (?:really|pretty|very|all|just|perfectly))* ?"
    r"(?:good|great|fine|okay|ok|perfect|sense|lovely|reasonable|excellent|clear|all right|alright"
    r"|wonderful|works)?"
    r"(?: (?:to|for|with) (?:me|them|him|her|the client|the patient))?"
    r"|okay|ok|sure|no problem|of course|fine|perfect|great|good|sounds? (?:good|great|fine|okay"
    r"|perfect|like a plan)"
    r"|that's it|yes|yeah|yep|yup|absolutely|definitely)"
    r"(?:[,.! ]+(?:thank you|thanks|yeah|yes|doctor|so much|very much|great|okay|ok|perfect|sure|then"
    r"|it does|that does))*"
    r"[,.! ]*",
    re.IGNORECASE,
)
_MERE_NO = re.compile(
    r"(?:(?:oh|um|uh|no|nope|nah|okay|ok|well|i think|i believe|they think|not really|not at the moment"
    r"|not right now|thank you|thanks)[,.! ]+)*"
    r"(?:no|nope|nah|not really|not right now|not at the moment|nothing(?: else| more)?"
    r"|i think (?:that's|that is|it's) (?:it|all|everything|about it|all clear)|(?:that's"
    r"|that is) (?:it|all|everything)"
    r"|(?:i|they) (?:do not|don't)(?: think so)?|i'm (?:good|fine|okay)|all good)"
    r"(?:[,.! ]+(?:thank you|thanks|doctor|so much|for (?:me|now|today)|at the moment|right now|really"
    r"|they appreciate it|i appreciate it))*[,.! ]*",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:i'll|i will|i'm (?:also |just )?(?:going to|gonna)|i am going to|let's|let us|we'll"
    r"|we will|we(?:'re| are) going to"
    r"|we(?:'re| are) gonna|i'd (?:like|recommend|suggest)|i would (?:like|recommend|suggest)"
    r"|i (?:want|recommend|suggest|propose)"
    r"|we (?:should|could|can)|you (?:should|could))\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.?!]) +")
_SAID = re.compile(r"(?:answered: \"|said |reported that |reported )")


def _answer(told: str) -> str:
    return _SAID.sub("", told, count=1).strip('" .')


def is_mere(question: str, told: str) -> bool:
    """Whether a question only makes sure, or asks for more, and its answer is a mere yes, or no more."""
    asked, said = question.strip(" ?.!"), _answer(told)
    if _CHECKS.fullmatch(asked):
        return says_yes(said)
    return _ANYTHING_ELSE.fullmatch(asked) is not None and _MERE_NO.fullmatch(said) is not None


def agrees_to(question: str, told: str, terms: Terms) -> str | None:
    """A plan that the client was asked of and says a mere yes to, as agreed; None for all else."""
    sentences = _SENTENCES.split(question.strip())
    plan = " ".join(sentences[:-1]).rstrip()
    if not plan or "?" in plan or not _PLANNED.search(plan):
        return None
    if not _CHECKS.fullmatch(sentences[-1].strip(" ?.!")) or not says_yes(_answer(told)):
        return None
    return f'{terms.clinician} stated: "{capital(plan)}" {terms.client} agreed'


def says_yes(said: str) -> bool:
    """Whether an answer is a mere yes, or finds that good, and says no more."""
    if NO.fullmatch(said) is not None:
        return False
    yes = YES.fullmatch(said)
    return (yes is not None and not yes["rest"]) or _MERE_YES.fullmatch(said) is not None
