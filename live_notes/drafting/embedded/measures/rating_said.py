"""Whether a number in an answer is the rating asked for: "it's an eight", and not "my son is eight"."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER

_FRAME = (
    r"(?:um+|uh+|hm+|oh|er+|em|well|so|god|yeah|yes|okay|honestly|look|right|now|today|probably|maybe"
    r"|perhaps|still"
    r"|just|only|about|around|roughly|like|say|more like|nearly|almost|up|down|back|over|under|on|at|to"
    r"|from|as|kind of"
    r"|sort of|i guess|i suppose|i think|i don't know|let's say|let me think|you know|a good|a solid"
    r"|a strong|a bad"
    r"|(?:i|i'd|i'm|i'll|i would|we're) ?(?:say|give it|put it|call it|go with|put|go|said|was|am|give"
    r"|rate it)?"
    r"|(?:it|that|this|which|the number|my number|mine|anxiety|mood|pain|sleep|energy|confidence)(?:'s"
    r"| is|'d be| would be"
    r"| was|'s been| has been| went| goes| stays| feels like| sits)?(?: probably| about| maybe| still"
    r"| more like| like)*"
    r"|(?:right |for )?(?:now|today|then|this week|last week|the week|a good day|a bad day|the day|me)"
    r"|and|or|but|was|is|an?|the)"
)
_FROM_THE_START = re.compile(rf"^\W*(?:{_FRAME}[,.:;… -]+)*(?:{_FRAME}[- ])?$", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(
    r"\b(?:it's|it is|that's|i'm|i am|i'd say|i'd put it|i'd give it|i'd be|call it|say|it'd be|it was"
    r"|it went|goes|went"
    r"|(?:a|an|at|to|about|around|like|maybe|probably|nearly)) (?:(?:about|around|like|maybe|at|an?|solid"
    r"|good|strong) )*$",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"^(?:$|\W*$|[.,;:!?…)\"”-]|%| ?(?:percent|per cent)\b| (?:out of|and a (?:half|bit)|or|to|maybe"
    r"|probably|i|i'd|so|if|but"
    r"|when|because|'cause|cause|for|at|on|today|now|right|still|yeah|really|honestly|again|then|before"
    r"|after|with|without"
    r"|until|till|most|some|this|that|these|tops|ish|easily|easy|like|just|and|max|the|is|was|in (?:the"
    r"|my)|down|up|by"
    r"|as|while|since|there|here|instead|only|depending|unless|although|though|except|compared|point|plus"
    r"|minus)\b)",
    re.IGNORECASE,
)
_OF_THE_CLOCK = re.compile(
    r"^ ?(?:o'clock|a\.?m\b|p\.?m\b|in the (?:morning|afternoon"
    r"|evening))",
    re.IGNORECASE,
)
_OF_A_LIFE = re.compile(
    r"(?!(?:.*[,;] )?(?:(?:and|but|so|well|now|then) )*(?:i'm|i am|i'd|i was|it|it's|that|that's|this"
    r"|we're|still|now)\b"
    r"[^,;]*$)"
    r".*\b(?:had|have|has|did|got|gets?|died|retired|left|married|stopped|started|went|moved|lost|was|were|became"
    r"|finished|came|took|put|widowed|diagnosed|born|began|gave|passed|dropped|walked"
    r"|buried) (?:[\w']+ ){0,4}at $",
    re.IGNORECASE,
)
"""How old somebody was: "my dad had the bypass at fifty-four"."""
_BEHIND_A_PAUSE = re.compile(r"[,;:…–—-]\s*(?:an? )?$")
_ENDS = re.compile(r"\W*$|^[.!?…,;]")
_NUMBER = re.compile(rf"\b{SPOKEN_NUMBER}\b", re.IGNORECASE)


def gives_a_rating(answer: str) -> bool:
    """Whether some number of an answer stands where a rating stands, and counts or dates nothing."""
    plain = answer.replace("’", "'")
    return any(_is_rating(plain, found) for found in _NUMBER.finditer(plain))


def _is_rating(answer: str, found: re.Match[str]) -> bool:
    sentence = re.split(r"(?<=[.!?])\s+", answer[: found.start()])[-1] if found.start() else ""
    behind = answer[found.end() :]
    if not _NO_MORE.match(behind) or _OF_THE_CLOCK.match(behind):
        return False
    alone = _BEHIND_A_PAUSE.search(sentence) and _ENDS.match(behind)
    led = _RIGHT_BEFORE.search(sentence) and not _OF_A_LIFE.search(sentence)
    return bool(alone or _FROM_THE_START.match(sentence) or led)
