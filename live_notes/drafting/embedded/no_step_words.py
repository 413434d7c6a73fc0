"""Words by which what sounds like a step is none, or points at one."""

from __future__ import annotations

import re

TO_TELL_ME = re.compile(
    r"\b(?:how about|what about|what if|could|can|would|will)(?: if)? you(?: please| maybe| just| perhaps)?"
    r"(?: be able to| mind)? (?:(?:shar(?:e|ing)|go(?:ing)? over|review)(?: \w+){0,3} with (?:me|us)"
    r"|(?:tell(?:ing)?|giv(?:e|ing)|show(?:ing)?) (?:me|us)|(?:explain|describe)\w*(?: that"
    r"| it)? to (?:me|us)"
    r"|(?:repeat|say) (?:that|it)|spell)\b",
    re.IGNORECASE,
)
"""Asks to be told something now."""
SETTLES_NOTHING = re.compile(
    r"\bi(?:'d| would)? (?:just |really |also )*(?:want|like"
    r"|need) (?:to let )?you (?:to )?(?:just )?(?:know|hear"
    r"|understand|realize|realise)\b(?! (?:the|your|how to)\b)"
    r"|^(?:(?:so|and|but|yeah|okay|well|now)[, ]+)*(?:in terms of|as far as|regarding|with regards? to"
    r"|when it comes"
    r" to)\b(?!.*\b(?:(?:we|i)(?:'\w+)? |you )(?:can|could|will|should|need to|would|have to|going to)\b)"
    r"[^,]*$",
    re.IGNORECASE,
)
"""Tells the client something, or names a matter and says nothing of it: neither is a step."""
OF_NOW = re.compile(
    r"^(?:(?:so|and|but|okay|all right|well|now|then)[, ]+)*(?:let's|we should|we can|we could|shall we)"
    r" (?:just |maybe |also )*(?:talk about (?:that|this|it)|assume|imagine|suppose|pretend|back up"
    r"|go back to"
    r"|think (?:about|through) (?:that|this|it))\b",
    re.IGNORECASE,
)
"""What is done in the talk at once."""
LETS_SAY = re.compile(
    r"\b(?:say|saying|says|think|thinking|tell (?:yourself|him|her|them)|writ(?:e|ing)|mark(?:ing)?"
    r"|put(?:ting)?"
    r"|not(?:e|ing)|jot(?:ting)?|plan(?:ning)?|(?:be|like|and) like)"
    r"(?: (?:down|out|in|it|that|to yourself|to them|on paper))*(?:[,:]? (?:okay|ok|right|hey|well"
    r"|alright|look|so))*"
    r"[,:.]*$",
    re.IGNORECASE,
)
"""Leads to somebody's words."""
TRIES_THAT = re.compile(
    r"\b(?:would|could|can|will) you (?:be (?:willing|able|open|up) (?:to|for) )?(?:\w+ )?(?:try|do"
    r"|practi[cs]e"
    r"|commit to|experiment with|trying|doing) (?:that|it|this)\b|\b(?:would|could|can|will) you (?:call"
    r"|ask|tell|text|email) (?:them|him|her)\b",
    re.IGNORECASE,
)
