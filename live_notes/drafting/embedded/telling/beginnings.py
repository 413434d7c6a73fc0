"""How an utterance begins: whether it is a clause of its own, or a fragment that a report can take up."""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?:i|i'm|i've|i'd|i'll|my|we|we're|we've|we'd|we'll|our|it|it's|he|she|they|he's|she's|they're"
    r"|they've|the|this|that|that's"
    r"|there|there's|work"
    r"|everything|everyone|everybody|nothing|nobody|people|some(?:thing|body|one)?|no one|\[\w+\])(?=\W|$)"
)
_WHEN = (
    r"(?:sometimes|usually|maybe|probably|lately|recently|today|tonight|yesterday|tomorrow(?: night| "
    r"morning)?|eventually"
    r"|obviously|hopefully|clearly|luckily|thankfully|sadly|surely|definitely|actually|basically|in fact"
    r"|of course"
    r"|first of all|to start with|to be honest|at least|at this point"
    r"|unfortunately|honestly|mostly"
    r"|generally|initially|overall|normally|occasionally|currently|apparently|now|then|often"
    r"|afterwards?|ever since"
    r"|(?:last|this|next|every|each|one|the other|most|some) (?:\w+ ){0,2}(?:night|day|days|nights"
    r"|morning|mornings|evening|week"
    r"|weekend|month|year|time|times|summer|winter|spring|fall)"
    r"|(?:about |almost |around |maybe |like )?(?:\w+ ){1,3}(?:days?|weeks?|months?|years?|hours?"
    r"|minutes?) ago"
    r"|(?!by the time\b)(?:at|in|on|for|since|during|over|after|before|by|with|until|about|around)"
    r" (?:the |my |a |an |that |this |about )?"
    r"(?:[\w']+ ){0,4}[\w']+(?<!\bsince)(?<!\bof)(?<!\bin)(?<!\bwith)(?<!\bfrom)"
    r"|once in a while|every now and then|(?:all|most|a lot) of the time|once or twice)"
)
_SUBORDINATE = (
    r"(?:if|when|whenever|while|because|after|before|since|until|unless|although|though|once|as soon as"
    r"|by the time|even if|even though"
    r"|every time|wherever)"
)
_CLAUSE = re.compile(
    rf"^(?:{_WHEN},? ){{0,2}}(?:{_SUBJECT}|{_SUBORDINATE} (?:{_SUBJECT})[^,]*, (?:(?:then|maybe|probably) )*"
    rf"{_SUBJECT})",
    re.IGNORECASE,
)
_OPEN_SUBORDINATE = re.compile(rf"^{_SUBORDINATE} (?!.*, )", re.IGNORECASE)
_THING = re.compile(
    r"^(?:a|an|some|no|any|only|just (?:a|an|some|the)|about|nothing|little|lots of|a lot of|a few|a "
    r"couple|mild|severe|really bad"
    r"|constant|occasional|more|less|too much|so much) (?=\w)",
    re.IGNORECASE,
)
_DOING = re.compile(r"^(?:just |still |mostly |mainly |always )?[a-z]{2,}ing\b", re.IGNORECASE)
_LEFT_OUT_I = re.compile(
    r"^(?:just |still |also |then )?(?:feel|felt|can't|couldn't|cannot|don't|didn't|haven't|had|started"
    r"|went|got|took|tried|woke|fell"
    r"|lost|noticed|stopped|used to(?! be (?:about |around |like )?(?:\d|an?\b|every|more|less"
    r"|worse|better|once|twice|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty\b|daily|all))"
    r"|trying) (?=\w)",
    re.IGNORECASE,
)
_HAVING_BEEN = re.compile(r"^(?:just |still |always |actually )?been (?=\w)", re.IGNORECASE)
_INNER_SUBJECT = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|it|it's|he|she|they|we|you|there's|that's|he's|she's|they're|you're)(?=\W|$)",
    re.IGNORECASE,
)
_MOST_FRAGMENT_WORDS = 16
_LEAST_FRAGMENT_WORDS = 2


def is_clause(words: str) -> bool:
    """Whether it has a subject of its own, maybe behind a time or a condition: "that" can stand before it."""
    return bool(_CLAUSE.match(words)) and not _OPEN_SUBORDINATE.match(words)


def clause_of(words: str) -> str | None:
    """A fragment made a clause where only "I" or "I have" was left out ("been trying to walk"), else None."""
    if _HAVING_BEEN.match(words):
        return f"i've {words}"
    return (
        f"i {words}"
        if _LEFT_OUT_I.match(words) and not words.lower().startswith(("trying", "just trying"))
        else None
    )


def is_thing(words: str) -> bool:
    """Whether it is a thing or a doing without a clause: "a little weight gain", "trying to walk"."""
    if not _LEAST_FRAGMENT_WORDS <= len(words.split()) <= _MOST_FRAGMENT_WORDS or _INNER_SUBJECT.search(
        words
    ):
        return False
    return bool(_THING.match(words) or _DOING.match(words))
