"""Whether words are a clause that says something of its subject, or only name a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.verbs import ADVERBS, BASE, FINITE, PAST, UNCERTAIN, is_verb
from live_notes.drafting.language.words import tokens, word_count

_NAMED_ONLY = re.compile(r"^(?:my|our|the|this|that) (?!'s)[a-z]+(?: [a-z]+)?\.?$", re.IGNORECASE)
"""A thing and no clause: "my left ear"."""
_MOST_NAMED = 4


def tells_something(words: str) -> bool:
    """Whether the words are a clause with a verb of its own: "my sister, I think" is none."""
    open_one = NO_MAIN_CLAUSE.match(words) and not _GOES_ON.search(words)
    if not is_clause(words) or open_one or OF_A_DEGREE.match(words):
        return False
    named = words.partition(",")[0]
    if _NOUN_FIRST.match(words) or _NO_VERB_YET.match(words):
        return has_verb(named) and not only_names(named)
    return has_verb(main_of(words)) and not is_only_named(words)


def is_of_the_talk(words: str) -> bool:
    """Whether the words are said of the talk itself, or to take leave."""
    return bool(OF_THE_TALK.match(words))


def only_names(words: str) -> bool:
    """Whether a few words name a thing and say nothing of it: "my left ear"."""
    return bool(_NAMED_ONLY.match(words)) and not _does_something(tokens(words))


def _does_something(named: Sequence[str]) -> bool:
    """Whether the last of a few words is what the others do: "my hands shake", and not "my actual face"."""
    last, before = named[-1].lower(), named[-2].lower()
    several = before.endswith("s") or before in {
        "children",
        "people",
        "feet",
        "teeth",
        "men",
        "women",
        "police",
    }
    plain = last in BASE and last not in PAST | UNCERTAIN
    return is_verb(last) and (several or not plain)


NO_MAIN_CLAUSE = re.compile(
    r"^(?:the|my|our|his|her|their|that|this) (?:[a-z]+ ){0,2}[a-z]+ (?!being\b)[a-z]{2,}ing (?!(?:[\w']+ )*?"
    r"(?:is|are|was|were|has|have|had|did|does|'s|isn't|wasn't|aren't|weren't|made|makes|got|gets|helps?"
    r"|helped|felt"
    r"|feels?|went|came|keeps?|kept|started|hurts?)\b)"
    r"|^i (?:told|tell|said to) (?:it|myself)\b"
    r"|^(?:nothing|something|anything) (?:to|much|else|special|since|for|new|like)\b"
    r"(?!.*\b(?:is|was|has|had|does|did|came|comes|help\w*|work\w*|happen\w*|change\w*)\b)"
    r"|^(?:(?:maybe|probably|perhaps|mostly|just|only) )*(?:(?:this|next|last|on|in|at|by"
    r"|around) (?:the )?[\w]+ )?"
    r"(?:when|if|because|until|while|after|before)\b[^,]*$",
    re.IGNORECASE,
)
"""A thing that does something beside the point, or a condition alone: no clause that could be reported."""
OF_A_DEGREE = re.compile(
    r"^(?:the|my) (?:(?:very|absolute|single) )?(?:best|worst|most|least|first|last|longest|only|[a-z]+est)"
    r"(?: [a-z]+){0,3}? (?:i|we|it|he|she|they)(?:'ve|'d|'s| have| had| has)? (?:ever )?"
    r"(?:been|felt|had|slept|eaten|done|seen|gone|managed|got|known)\b(?!.*\b(?:was|is|were|are)\b)",
    re.IGNORECASE,
)
"""A thing named by its degree, and nothing said of it: "the best I've been in two years"."""
OF_THE_TALK = re.compile(
    r"^(?:that'll|that will|that would|that should) (?:do|be|work)\b|^(?:that's|that is) (?:plenty"
    r"|enough|all|it"
    r"|fine|grand|fair|right|good|great)(?=$|[,.])"
    r"|^i'll (?:(?:just|always) )?(?:wave|see you|let you|leave you|be off|be going|get (?:going"
    r"|out of)|get my coat"
    r"|say (?:goodbye|bye)|shut up|stop (?:talking|there)|leave it (?:there|at that))\b",
    re.IGNORECASE,
)
"""What is said of the talk itself, or to take leave."""
DONE_TO_ME = re.compile(r"\b(?:me|mine)\b", re.IGNORECASE)
_TAKES_UP = re.compile(r"^(?:he|she|it|they|we|who|which|where|that|whose)\b", re.IGNORECASE)
OTHERS = re.compile(r"^they(?:'\w+)?\b(?!.*\b(?:i|me|my|we|us|our)\b)", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"^(?:my|our|the|these|those|some|most|every\w*|people)\b", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"\s(?:that|who|which|where) (?:i|we|he|she|it|they|you)(?:'\w+)? [\w']+(?: [\w']+)?[.! ]*$",
    re.IGNORECASE,
)
"""A clause at the end that only says which one."""


_GOES_ON = re.compile(
    r"\b(?:am|is|are|was|were|keeps?|kept|starts?|started|stops?|stopped) \w+ing\b", re.IGNORECASE
)
_NO_VERB_YET = re.compile(
    r"^(?:nothing|nobody|everything|everyone|some\w*|no one|work|that|this)\b", re.IGNORECASE
)


def main_of(clause: str) -> str:
    """A clause without the one that only tells which thing it is about ("the spare room that we have")."""
    return _OF_A_NOUN.sub("", clause) if _NOUN_FIRST.match(clause) else clause


def is_only_named(clause: str) -> bool:
    """Whether a thing is named of which nothing more is said: "the tenth, in the morning, I work"."""
    named, comma, rest = clause.partition(",")
    if not comma or not _NOUN_FIRST.match(named) or has_verb(named) or word_count(named) > _MOST_NAMED:
        return False
    after = rest.rpartition(",")[2].strip()
    begins = tokens(after)[0].lower() if tokens(after) else ""
    return not (_TAKES_UP.match(rest.strip()) or is_verb(begins) or begins in ADVERBS or begins in FINITE)


def has_verb(words: str) -> bool:
    """Whether there is a verb in the words."""
    return any(is_verb(word) or "'" in word or word.lower() in FINITE for word in tokens(words))
