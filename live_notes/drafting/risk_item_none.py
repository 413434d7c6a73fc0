"""The answer of none to an item of a form, told in talk: "I put nought for that one, that was the truth"."""

from __future__ import annotations

import re

_NONE = (
    r"(?:noughts?|naughts?|oughts?|zeros?|zeroes|0s?|nil|none|nothing|nowt|no|never|not at all|the lowest"
    r"|the (?:first|bottom|no) (?:one|box))"
)
_PUT = (
    r"(?:put|puts|gave|give|scored?|ticked|tick|circled|marked|wrote|answered|entered|chose|picked"
    r"|clicked|rated"
    r"|filled in|filled|said|left|got|selected|checked|crossed)"
)
_ITEM = (
    r"(?:that|this|it|those|them|there|(?:that|this|the|those|each|every|both)(?: \w+){0,4}? (?:one|ones|item"
    r"|question|part|bit|line|box|row|thing|forms?|times?|sheets?|questionnaires?|scales?|week)"
    r"|(?:number|item|question) \w+)"
)
PUT_AS_NONE = re.compile(
    rf"\b(?:i|i've|i'd|we)(?: \w+ly| have| had| did| just| always| still)* {_PUT}(?: down| in)?"
    rf"(?: (?:{_ITEM}|suicide|self[- ]harm))?(?: (?:as|at|with|a|an|the|down|in|off|of|big|straight))*"
    rf" [\"“']?{_NONE}\b(?!\s(?:more|of (?:my|your)))[\"”']?"
    rf"|\b(?:it|that|that one|this one|it's|that's|that one's|that one was|it was|that was)(?: is| was|'s)?"
    rf" (?:a |still |always )*(?:nought|naught|zero|nil)\b(?! point)",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:lie|lied|lying|fib\w*|wasn't (?:true|the truth|honest|right)|not (?:true|the truth|honest)"
    r"|(?:should|could|ought to)(?:'ve| have)? (?:put|been|said)|but|except|although|though|even though"
    r"|really it|truth is|because (?:my|i didn't|she|he|mum|mam|mom|they))\b",
    re.IGNORECASE,
)
_OF_ITEM = re.compile(
    r"\b(?:one|ones|item|question|questions|part|bit|form|sheet|questionnaire|box|nine|nought|zero|not at all"
    r"|tick\w*|circl\w*|scor\w*|put)\b",
    re.IGNORECASE,
)


def is_put_as_none(text: str) -> bool:
    """Whether somebody tells that they gave an item the answer of none, and takes nothing of it back."""
    plain = text.replace("’", "'")
    return bool(PUT_AS_NONE.search(plain)) and not _TAKEN_BACK.search(plain)


def names_item_put_as_none(text: str, match: re.Match[str]) -> bool:
    """Whether words of a risk only name an item answered with none: "nought for the suicide one"."""
    return is_put_as_none(text) and _OF_ITEM.search(match.string) is not None


_TRUTH = re.compile(
    r"^\W*(?:and )?(?:that|it)(?:'s| was| is)(?: (?:the|honestly|just|only|actually|also|still|god's|a))* "
    r"(?:truth|truthful|true|honest|right|correct|fact|what it was|how it was|accurate|gospel|nought|zero"
    r"|so)\b",
    re.IGNORECASE,
)


def tells_no_history(text: str) -> bool:
    """Whether a "that was" is said of an answer on a form, or of its being true, and of no earlier time."""
    plain = text.replace("’", "'")
    return is_put_as_none(plain) or (_TRUTH.match(plain) is not None and not _TAKEN_BACK.search(plain))
