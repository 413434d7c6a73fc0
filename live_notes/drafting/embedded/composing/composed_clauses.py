"""An answer that is a clause, without the question of which nothing is lost, or with what its question adds.

"When asked what they are taking, client reported that they are taking 25 mg tablets" needs no question; "when
asked what they noticed" only adds who noticed it.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing.composed_things import made_so, named_by_a_clause
from live_notes.drafting.embedded.composing.composed_words import FAILS
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.words import content_stems, stem, tokens, word_set

_GENERAL = re.compile(
    r"what (?:happened|happens|is happening|was happening)(?: (?:now|there|here|today|for (?:them|him"
    r"|her)(?: now)?))?"
    r"|what (?:they|he|she) (?:did|do|does|feels?|felt|are feeling|is feeling)(?: (?:now|about (?:it|that"
    r"|this)))?"
    r"|what (?:they|he|she) (?:thinks?|make|makes|made)(?: (?:of|about) (?:it|that|this)| now)?"
    r"|how (?:they|he|she|things|it|that|this|things) (?:is|are|was|were|has been|have been|went|goes"
    r"|is going|are going|has"
    r" gone|have gone|has been going|have been going|feels?|felt|are feeling|is feeling|have been doing"
    r"|has been doing|are"
    r" doing|is doing|sounds?|sits?|sat)(?: (?:now|today|lately|recently|then|for them|for him|for her"
    r"|with them|(?:about|towards?)"
    r" (?:it|that|this|her|him)))?"
    r"|what (?:it|that|this) (?:is|was|has been) like(?: for (?:them|him|her))?"
    r"|where (?:they|he|she) (?:is|are|were|was|have been|has been|have landed|has landed)(?: (?:now"
    r"|today|at|with (?:it|that)))?"
    r"|how long ago|when (?:this|that|it) (?:happened|was|started)|what (?:is|was) (?:going on|up)(?: now)?"
    r"|what (?:came|comes|is coming|was coming) up(?: (?:for (?:them|him|her)|now|then))?",
    re.IGNORECASE,
)
"""Asks for whatever there is to tell of it: a clause that answers needs no such question."""
_POINTING = word_set("it that this these those he she")
_POINTS = word_set("it that this these those he she him his her they")
_THINGS = word_set("it that this")
_IT_IN_IT = re.compile(r"\b(?:it|that|this|things|happen\w*|going|went|up)\b", re.IGNORECASE)
_NO_NEED = frozenset(map(stem, ("happens", "happening", "feels", "says", "means", "does", "going")))
_DRINK, _ALCOHOL = frozenset(content_stems("drink")), frozenset(content_stems("alcohol"))
_MIND = re.compile(
    r"what (?P<who>they|he|she) (?P<mind>noticed?|notices|learned|learnt|have learned|has learned"
    r"|realised|realized|found"
    r"|found out|discovered|remembers?|remembered|expected|hoped|feared|predicted|decided|concluded"
    r"|worked out|observed)"
    r"(?: (?P<now>now|then|from (?:it|that)))?",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:what (?:happens|happened|(?:they|he|she) (?:does|do|did|feels?|felt))|how (?:(?:it|that|they|he"
    r"|she) (?:feels?|felt)))"
    r"(?: in (?:their|his|her) body)? (?P<under>(?:when|after|while|once|before|whenever) [^,;:?\"]+)",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(
    r"what (?:happened|happens|(?:they|he|she) (?:did|do|does)) (?:then|next|after(?:wards?)?"
    r"|after that)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"(?:why|how come) (?P<clause>(?:they|he|she|it|that|the"
    r"|their)\b[^,;:?\"]+)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:when|if|after|while|once|before|usually|then|and|so|but)\b|\b(?:when|if|after)\b", re.I
)
_MUCH = re.compile(r"(?:how (?:much|many|often|long|old|far)|who|why|which|whose)\b", re.IGNORECASE)
_WHO_LIVES = re.compile(
    r"who (?:else )?(?:lives|is living|(?:they|he|she) (?:lives?|(?:are|is) living)|is"
    r"|is there)(?: (?:at home|in the house|there))?"
    r"(?: with(?: (?:them|him|her))?)?(?: (?:at home|now|at the moment))?",
    re.IGNORECASE,
)
_LIVES = re.compile(r"(?:they|he|she) (?:just |still )?(?:lives?|are living|is living)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"how (?:much|many|often|long)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:a few|a couple|couple of|once|twice|every|half|several|one|most|daily|weekly)\b", re.IGNORECASE
)
_WOULD = re.compile(r"\b(?:would|could|might|if)\b|'d\b", re.IGNORECASE)
_LEAST = 3


_ECHOED = re.compile(r"(?:how|what|where|when|who) (?P<clause>(?:they|he|she|it|the|their|his|her) .+)")
_NO_REASON = re.compile(
    r"^(?:because|so|to|it|that|this|maybe|probably|they (?:think|guess|suppose|just|want"
    r"|feel like))\b"
)


def without_its_question(asked: str, told: str, *, exact: bool = False) -> str | None:
    """The answer as it can stand without its question, or with what that adds; None where it needs it all.

    `exact`: the answer is quoted, and may only stand without the question, or not.
    """
    first = told.partition("; ")[0]
    if FAILS.search(first) or len(tokens(first)) < _LEAST or told.startswith('"'):
        return None
    if exact:
        return told if is_clause(first) and _says_again(asked, first) else None
    put = made_so(asked, told, clause=True) or named_by_a_clause(asked, told) or _with_its_frame(asked, told)
    if put is not None:
        return put
    lives = _WHO_LIVES.fullmatch(asked) and _LIVES.match(first)
    needless = lives or _echoes(asked, first) or _needs_none(asked, first) or _says_again(asked, first)
    return told if needless else None


def _with_its_frame(asked: str, told: str) -> str | None:
    """The answer with what only its question says: who noticed it, when it was so, what it explains."""
    first = told.partition("; ")[0]
    minded = _MIND.fullmatch(asked)
    if minded is not None:
        return _minded(minded, told)
    why = _WHY.fullmatch(asked)
    if why is not None and not _WOULD.search(first) and _gives_reason(first):
        return f"{why['clause']} because {told}"
    if _CONDITION.search(first):
        return None
    if _AFTER_THAT.fullmatch(asked) and _first(first) not in _POINTING:
        return f"after that, {told}"
    under = _UNDER.fullmatch(asked)
    return f"{under['under']}, {told}" if under is not None and not _WOULD.search(asked) else None


def _minded(minded: re.Match[str], told: str) -> str:
    """What somebody noticed or learned, with who did: "they noticed that their legs are on fire"."""
    begun = f"{minded['who']} {minded['mind']} "
    if told.lower().startswith(begun.lower()):
        return told
    return f"{minded['who']} {minded['mind']} that {told}"


def _echoes(asked: str, first: str) -> bool:
    """Whether the clause begins with the very words that were asked: "where they are", "they are at 50"."""
    echo = _ECHOED.fullmatch(asked)
    return echo is not None and first.lower().startswith(f"{echo['clause'].lower()} ")


def _needs_none(asked: str, first: str) -> bool:
    """Whether it was only asked to tell, and the answer points at nothing that the question does not, too."""
    if not _GENERAL.fullmatch(asked):
        return False
    if _first(first) not in _POINTS or _is_own(asked, first):
        return True
    return _first(first) in _THINGS and _IT_IN_IT.search(asked) is not None


def _gives_reason(first: str) -> bool:
    """Whether a clause can be a reason as it stands: no thought, no reason already, nothing put off."""
    return not _NO_REASON.search(first)


def _says_again(asked: str, first: str) -> bool:
    """Whether a clause says all the matter of its question again."""
    needed = set(content_stems(asked)) - _NO_NEED
    if needed >= _DRINK:
        needed -= _ALCOHOL
    if (
        not needed
        or (_MUCH.match(asked) and not _counts(asked, first))
        or (_WOULD.search(asked) and not _WOULD.search(first))
    ):
        return False
    points = _first(first) in _POINTS and not _is_own(asked, first)
    return needed <= set(content_stems(first)) and not points


def _counts(asked: str, first: str) -> bool:
    """Whether it was asked how much or how often, and the clause has an amount."""
    return _AMOUNT.match(asked) is not None and _NUMBER.search(first) is not None


def _is_own(asked: str, first: str) -> bool:
    """Whether a clause begins with the one who was asked: the same "they" as in the question."""
    return _first(first) in {"they", "he", "she"} and any(
        word.lower() == _first(first) for word in tokens(asked)
    )


def _first(clause: str) -> str:
    return tokens(clause)[0].lower().split("'")[0]
