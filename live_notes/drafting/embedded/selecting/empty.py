"""Sentences of a note that say nothing: "a deal is a deal", "the week was", "that just hit me"."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

_THE_SAME = re.compile(
    r"(?:^|\b(?:that|thinks|thought|stated:|said:|answered:|formulated:|observed:) \"?)"
    r"(?:(?:but|and|so|well|i (?:think|guess|suppose|mean)|at the end of the day)[, ]+)*"
    r"(?:(?P<thing>(?:an? |the |my |your |their )?[a-z']+(?: [a-z']+)?) (?:is|was|are|were)"
    r"(?: just| always| still| only)? (?P=thing)"
    r"|(?P<short>(?:an? |the )?[a-z]+)'s (?:just |still )?(?P=short)"
    r"|(?P<many>boys|girls|kids|men|people|children|teenagers|families) will be (?P=many)"
    r"|it (?:is|was) what it (?:is|was))[.!]?\"?\.?$",
    re.IGNORECASE,
)
"""A thing is said to be itself, and no more."""
_MAY_BE_ITSELF = re.compile(
    r"\b(?P<it>that|this|it|what|who|which|how|[ai]) (?:is|was) (?P=it)\b", re.IGNORECASE
)
_BREAKS_OFF = (
    r" (?:was|is|were|are|has been|had been)(?: just| like| really| kind of| sort of)?[.,…-]*\"?\.?$"
)
_CUT_OFF = re.compile(
    r"(?:^regarding (?:the |their |an? )?(?P<topic>[\w' -]+), [^\"]*(?:answered|stated|reported)"
    r":? (?:that )?\"?(?:the |my |their |an? )?(?P=topic)"
    r"|^when asked (?:how[^\"]*|\"(?:[^\"]*[,.?!] )?(?:and |so )?how(?: was|'s| is| are| were| did)\b"
    r"[^\"]*\")"
    rf", [^\"]*answered: \"(?:the |my )[a-z]+){_BREAKS_OFF}",
    re.IGNORECASE,
)
"""Breaks off before it tells how something was: "How was the week? The week was, um."."""
_STRUCK_BY_THAT = re.compile(
    r"^(?:the )?[\w ]{2,40}? (?:stated: \"|reported that )(?:(?:yeah|oh|wow|but|and|so|no|i mean)[, ]+)*"
    r"(?:that|this)(?:'s| has| had)?"
    r"(?: (?:just|kinda|kind of|sort of|really|actually|totally|properly|did|has|only|sure))*"
    r" (?:hits?|got|gets|struck|strikes|landed|lands|touched|moved|floored|resonates|clicked"
    r"|gave (?:me|them) (?:chills|goosebumps|a fright)|ma(?:kes|de) (?:me|them) (?:think|smile))"
    r"(?: (?:me|them|home|hard|deep|there|a bit|(?:with|for) (?:me|them)|just now|now))*[.!]\"?\.?$",
    re.IGNORECASE,
)
"""Says that something struck the client; told without what it was, it tells nothing."""
_SAID_BEFORE = re.compile(
    r"(?:stated|said|answered): \"(?:(?:yeah|oh|well|and|but|so|no)[, ]+)*(?:that|this|it)(?:'s| is| was)"
    r"(?: just| exactly| kind of)? (?:what|how) i(?:'m|'ve| was| am)?"
    r"(?: (?:started|began|always|just|keep|kept|like to|used to))*"
    r" (?:call(?:ed|ing)?|sa(?:id|y|ying)|mean(?:t|ing)?|told|named|naming|thought|thinking)"
    r"(?: (?:it|you|him|her|them|that|last time|before|to you))*[.!]\"\.?$",
    re.IGNORECASE,
)
"""Says that what was just said is what they said themselves: "that's what I started calling it"."""
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:reported|said|stated|confirmed) that (?:and )?the (?:other|second|third|fourth|last|next)"
    r"(?: (?:one|thing|part|bit|reason|half))? (?:is|was|being)\b",
    re.IGNORECASE,
)
"""One of several, told away from the first: "there's two. ... And the other is that they talk"."""

_ONLY_NO = re.compile(
    r"^(?P<asked>[^\"]+|[^\"]*\"[^\"]+\"), (?:the )?[\w ]+ answered: \"(?:(?:oh|well|um+|uh+|er+|so|i mean"
    r"|like|no|nope|nah|naw)[,. !]*)+\"\.?$",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(
    r"^when asked (?:\"(?:(?:and|so|but|okay|well|now|then)[, ]+)*)?(?:what|where|when|who|which|how)(?:'s)? "
    r"(?!come\b|about\b|if\b)[^\"?.!;]+(?:\?\")?$",
    re.IGNORECASE,
)
_MAY_BE_NONE = re.compile(
    r"\b(?:any\w*|else|other|another|if|wrong|the matter|more|or|would|could|can|stop\w*)\b", re.IGNORECASE
)
"""Asks so that a "no" may tell of nothing: "what other medicines do you take?"."""

_SAID = re.compile(r" (?:what|how) i\b")
_NOES = word_set("no nope nah naw")
_MAY_END_A_BREAK = word_set("was is were are been just like really of")
_MOST_OF_A_REMARK = 90


def is_empty(text: str) -> bool:
    """Whether a sentence tells that a thing is itself, breaks off, or says only that something struck.

    Nor does a bare "no" tell anything that crossed a question for what, where, when or how.
    """
    end = text.rstrip('."! ').rpartition(" ")[2].strip('"').lower()
    if end in _NOES and _has_crossed(text):
        return True
    if end in _MAY_END_A_BREAK and _CUT_OFF.search(text):
        return True
    small = text.lower()
    if only_struck(text):
        return True
    if _SAID.search(small) and _SAID_BEFORE.search(text):
        return True
    twice = small.count(end) > 1 and _THE_SAME.search(text) is not None
    return twice and _MAY_BE_ITSELF.search(text) is None


def _has_crossed(text: str) -> bool:
    said = _ONLY_NO.match(text)
    return (
        said is not None and bool(_OF_A_THING.match(said["asked"])) and not _MAY_BE_NONE.search(said["asked"])
    )


def only_struck(text: str) -> bool:
    """Whether a client says only that what was said struck them: "that just hit me", which nobody did."""
    return len(text) <= _MOST_OF_A_REMARK and _STRUCK_BY_THAT.match(text) is not None


def names_no_first(text: str) -> bool:
    """Whether a report begins with the other, or second, of things that it does not name."""
    return " the " in text and _ONE_OF_SEVERAL.search(text) is not None
