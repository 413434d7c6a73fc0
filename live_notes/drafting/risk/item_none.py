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
    r"|really it|truth is|because|scared|afraid|worried|didn't want (?:you|them|him|her|mum|mam|mom|to)"
    r"|so (?:you|they|she|he|nobody) (?:wouldn't|didn't|won't))\b",
    re.IGNORECASE,
)
_TO_ITEM = re.compile(
    r"[\"'”]?,? (?:for|on|to|at|beside|against|next to|under|in)(?: (?:all|both|the|that|this|those|thoughts"
    r"|of|about|bit|part|one|ones|question|item|line|thing))* [\"'“]?",
    re.IGNORECASE,
)
_FROM_ITEM = re.compile(
    r"[\"'”]?(?: (?:one|ones|question|questions|item|items|bit|part|thing|line|box))?[,:]? ?", re.IGNORECASE
)
_NAMES_ITEM = re.compile(
    r"\b(?:the|that|this|those) (?:\w+ )?(?:ones?|questions?|items?|bit|part|thing|line)(?: (?:about|on"
    r"|for|of"
    r"|with))(?: (?:thoughts|thinking|of|about|wanting|feeling))* [\"'“]?$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:took|take|tried|attempt\w*|overdos\w*|cut|thought|think|felt|feel|wanted|wished|used to|years? ago"
    r"|months? ago|when i was|back (?:in|then)|(?:19|20)\d\d|after|since|at (?:school|uni|college)|that"
    r" winter"
    r"|that summer|last (?:year|winter|summer|spring|autumn))\b",
    re.IGNORECASE,
)
_TRUTH = re.compile(
    r"\b(?:that|it)(?:'s| was| is)(?: (?:the|honestly|just|only|actually|also|still|god's|honest|a))* "
    r"(?:truth|truthful|true|honest|right|correct|fact|accurate|gospel)\b",
    re.IGNORECASE,
)


def is_put_as_none(text: str) -> bool:
    """Whether somebody tells that they gave an item the answer of none, and takes nothing of it back."""
    plain = text.replace("’", "'")
    return bool(PUT_AS_NONE.search(plain)) and not _TAKEN_BACK.search(plain)


def names_item_put_as_none(text: str, match: re.Match[str]) -> bool:
    """Whether words of a risk only name an item answered with none: "nought for the suicide one"."""
    plain = text.replace("’", "'")
    if not is_put_as_none(plain):
        return False
    for put in PUT_AS_NONE.finditer(plain):
        if put.end() <= match.start() and _TO_ITEM.fullmatch(plain[put.end() : match.start()]):
            return True
        leads = match.end() <= put.start() and _FROM_ITEM.fullmatch(plain[match.end() : put.start()])
        if leads and _NAMES_ITEM.search(plain[: match.start()]):
            return True
    return False


def tells_no_history(text: str) -> bool:
    """Whether a "that was" is said of an answer on a form, or of its being true, and of no earlier time."""
    plain = text.replace("’", "'")
    left = _TRUTH.sub(" ", PUT_AS_NONE.sub(" ", plain))
    told = left != plain and not (_DONE.search(left) or _TAKEN_BACK.search(plain))
    return told and not re.search(r"\b(?:that|it)(?:'s| was)\b", left, re.IGNORECASE)
