"""Ways of asking that are other ways of asking the same: "how'd that go" is "how did that go".

What a question is put into here is asked again by `asking.asked_within`; the words stay those of the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.drafting.embedded.asking.topics import is_known_topic
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import tokens, word_count

_LEAD = re.compile(
    r"^(?:(?:and|so|but|okay|ok|now|well|then|or|also|right|first|remind me)[,. ]+)+(?=\S)", re.IGNORECASE
)
_RAN_TOGETHER = re.compile(
    r"^(?P<wh>how|what|where|who|when|why)'(?P<end>d|ll) (?P<who>you|it|that|this|he|she|they|your \w+"
    r"|the \w+) "
    r"(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_WOULD_AS_WELL = frozenset(("you", "he", "she", "they"))
_OF_THEN = re.compile(
    r"\b(?:last|yesterday|ago|then|this (?:morning|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|before"
    r"|after|that (?:day|night|time)|those"
    r"|when (?:he|she|it|they|you|that) \w+(?:ed|t|w|ame|aid|old|id|an|ook|oke))\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"[,.?]+ (?:(?:on a scale (?:of|from)|from|out of|between) )?(?:(?:zero|nought|nothing|none|0|one|1)"
    r"(?: being [^,?]{1,30})?,? (?:to|and|up to) (?:a )?(?:ten|10|a? ?hundred|100|seven|7)|out of (?:ten"
    r"|10|a hundred|100))"
    r"(?: being [^,?]{1,30})?\W*$",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"^(?:(?:what|how) about )?(?P<what>(?:the|your|that|this) [a-z'-]+(?: [a-z'-]+){0,2}|[A-Za-z-]{4,}), "
    r"(?P<asked>(?:(?:are|were|have|do|did|is|was|has|does|can|could|will|would) (?:you|it|that)|how"
    r"|where|what|when|who|why)\b[^,]*?)"
    r"\b(?:it|that|them|those)\b(?P<rest>(?: [^,?]*)?)\??$",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her)\b", re.IGNORECASE)
"""What stands in front is who is asked about, and not the "it": "your husband, how is he taking it?"."""
_TELLING = re.compile(
    r"^(?:(?:can|could|would|will) you (?:just |maybe |please )?|do you want to |would you like to |just )?"
    r"(?:tell|remind|show|walk|talk|take) me (?:back |again |a (?:little |bit )(?:bit )?)*"
    r"(?P<what>(?:what|how|who|where|when|why|which)\b[^,?]+|(?:about|through) (?:the |your )?[^,?]+)\??$",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"^(?:is there |was there )?(?P<who>(?:any|some)(?:one|body|thing)(?: else)?)(?P<rest>(?: (?:in|with"
    r"|at|around|from|who"
    r"|that|you|you've|you're|near|close|to|about|besides|apart|other)\b[^,?]*)?)\??$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"^(?:you|you're|you've|you were|it's|it was|that's|there's|he's|she's|your \w+(?:'s| is| was"
    r"| has))\b[^?,.]+\?$",
    re.IGNORECASE,
)
_TAGGED = re.compile(r"\b(?:right|yeah|no|okay|huh|eh)\?$|n't (?:you|it|he|she|they)\?$", re.IGNORECASE)
_HOW_FAR = re.compile(r"^how (?:late|far|old|big|soon|recent(?:ly)?|long ago)\??$", re.IGNORECASE)
_WHEN_ALONE = re.compile(
    r"^(?:when|where|who|why|how long|how many|how often|where else|who else)\??$", re.IGNORECASE
)
_MOST_WORDS = 20
_MOST_DECLARED = 14


def other_forms(question: str) -> Iterator[str]:
    """The question as it may be asked as well, the likeliest first."""
    body = _SCALE.sub("?", _LEAD.sub("", question.replace("’", "'").strip(" ,;")))
    if word_count(body) > _MOST_WORDS:
        return
    ran = _RAN_TOGETHER.match(body)
    if ran is not None and ran["verb"].lower() in BASE:
        verb = "will" if ran["end"].lower() == "ll" else "would" if re.search(r"\bif\b", body) else "did"
        if verb == "did" and ran["who"].lower() in _WOULD_AS_WELL and not _OF_THEN.search(body):
            return  # "what'd you do?" may be asked of what has not happened
        yield f"{ran['wh']} {verb} {ran['who']} {ran['verb']}{body[ran.end() :]}"
    fronted = _FRONTED.match(body)
    if (
        fronted is not None
        and not _OF_SOMEBODY.search(fronted["asked"])
        and (is_known_topic(fronted["what"]) or " " in fronted["what"])
    ):
        yield f"{fronted['asked']}{_small(fronted['what'])}{fronted['rest']}?"
    if body != question:
        yield body


def told_form(question: str) -> str | None:
    """What follows "when asked" where the question has the order of a statement; "you" is still in it."""
    body = _LEAD.sub("", question.replace("’", "'").strip(" ,;"))
    if word_count(body) > _MOST_WORDS:
        return None
    telling = _TELLING.match(body)
    if telling is not None:
        what = telling["what"].strip()
        return f"about {what[8:]}" if what.lower().startswith("through ") else _small(what)
    anyone = _ANYONE.match(body)
    if anyone is not None:
        return f"whether there is {anyone['who'].lower()}{anyone['rest']}"
    if _DECLARED.match(body) and not _TAGGED.search(body) and word_count(body) <= _MOST_DECLARED:
        return f"whether {_small(body.rstrip('?'))}"
    if _HOW_FAR.match(body) or _WHEN_ALONE.match(body):
        return _small(body.rstrip("?"))
    return None


def _small(words: str) -> str:
    first = tokens(words)[0]
    return f"{words[:1].lower()}{words[1:]}" if first[1:].islower() or len(first) == 1 else words
